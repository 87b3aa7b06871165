//! `cargo xtask peers`: how fast articles are read from pages, beside another program, in one run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::Value;

use crate::program::program;
use crate::say;

/// Reads the pages as a user of trafilatura would, with metadata, and tells pages a second of processor time.
const TRAFILATURA: &str = r#"
import json, sys, time, trafilatura
pages = [json.loads(line)["html"] for line in open(sys.argv[1], encoding="utf-8")]
started = time.process_time()
for page in pages:
    trafilatura.extract(page, output_format="json", with_metadata=True)
print(json.dumps({"version": trafilatura.__version__, "pages_per_second": len(pages) / (time.process_time() - started)}))
"#;

/// What the user asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Wish {
    pages: PathBuf,
    python: String,
    n_pages: usize,
}

impl Wish {
    /// Reads the words after `peers`.
    pub(crate) fn parse(words: &[&str]) -> Result<Self> {
        let [pages, flags @ ..] = words else {
            bail!("peers needs a file of pages, one JSON object a line with `html`")
        };
        let mut wish = Self { pages: PathBuf::from(pages), python: "python3".to_owned(), n_pages: 150 };
        for pair in flags.chunks(2) {
            match pair {
                ["--python", path] => wish.python = (*path).to_owned(),
                ["--pages", n] => {
                    wish.n_pages = n.parse().with_context(|| format!("--pages needs a number, not {n}"))?
                }
                other => bail!("peers does not know {}", other.join(" ")),
            }
        }
        Ok(wish)
    }
}

/// Measures us, the peer, and us again, on one core.
pub(crate) fn run(root: &Path, wish: &Wish) -> Result<()> {
    let program = program(root, None)?;
    let text = fs::read_to_string(&wish.pages).with_context(|| format!("cannot read {}", wish.pages.display()))?;
    let place = std::env::temp_dir().join(format!("onrecord-peers-{}.ndjson", std::process::id()));
    let pages: Vec<&str> = text.lines().take(wish.n_pages).collect();
    fs::write(&place, pages.join("\n")).with_context(|| format!("cannot write {}", place.display()))?;
    let measured = (ours(&program, &place), theirs(&wish.python, &place), ours(&program, &place));
    // What cannot be removed does no harm there.
    let _ = fs::remove_file(&place);
    let (first, (version, peer), last) = (measured.0?, measured.1?, measured.2?);
    say::line(&format!("{} pages, one core, articles with metadata", pages.len()));
    say::line(&format!("onrecord            {first:8.0} pages/s before, {last:.0} after"));
    say::line(&format!("trafilatura {version:<8}{peer:8.1} pages/s"));
    say::line(&format!("{:.1} times as fast", (first + last) / 2.0 / peer));
    Ok(())
}

/// Pages a second of the stage that makes articles.
fn ours(program: &Path, pages: &Path) -> Result<f64> {
    let report = json(Command::new(program).args(["bench", "--json", "--seconds", "5"]).arg(pages))?;
    let stage = report["stages"].as_array().and_then(|stages| stages.iter().find(|stage| stage["stage"] == "article"));
    stage.and_then(|stage| stage["pages_per_second"].as_f64()).context("the report of bench has no article stage")
}

/// The peer's version and its pages a second.
fn theirs(python: &str, pages: &Path) -> Result<(String, f64)> {
    let report = json(Command::new(python).args(["-c", TRAFILATURA]).arg(pages))?;
    let speed = report["pages_per_second"].as_f64().context("trafilatura gave no speed")?;
    Ok((report["version"].as_str().unwrap_or_default().to_owned(), speed))
}

fn json(command: &mut Command) -> Result<Value> {
    let output = command.output().with_context(|| format!("cannot run {command:?}"))?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(serde_json::from_slice(&output.stdout)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_understood() {
        let wish = Wish::parse(&["a.ndjson", "--pages", "5"]).expect("good words");
        assert_eq!((wish.n_pages, wish.python.as_str()), (5, "python3"));
        assert!(Wish::parse(&[]).is_err() && Wish::parse(&["a", "--pages", "x"]).is_err());
    }
}
