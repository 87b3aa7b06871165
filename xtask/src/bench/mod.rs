//! `cargo xtask bench archive`: how fast an archive of any size is filled and asked, beside the bars it is to keep.

mod adding;
mod asking;
mod corpus;
mod figures;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail, ensure};

use self::figures::{Figure, Figures};
use crate::program::program;
use crate::{generate, say};

/// What the user asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Wish {
    n_articles: u64,
    n_queries: usize,
    program: Option<PathBuf>,
    /// Where articles and store are kept for the next time.
    keep: Option<PathBuf>,
    json: Option<PathBuf>,
}

impl Wish {
    /// Reads the words after `bench archive`.
    pub(crate) fn parse(words: &[&str]) -> Result<Self> {
        let mut wish = Self { n_articles: 200_000, n_queries: 1000, program: None, keep: None, json: None };
        for pair in words.chunks(2) {
            let number =
                |value: &str| value.parse::<u64>().with_context(|| format!("{} needs a number, not {value}", pair[0]));
            match pair {
                ["--articles", value] => wish.n_articles = number(value)?,
                ["--queries", value] => wish.n_queries = number(value)? as usize,
                ["--program", path] => wish.program = Some(PathBuf::from(path)),
                ["--keep", path] => wish.keep = Some(PathBuf::from(path)),
                ["--json", path] => wish.json = Some(PathBuf::from(path)),
                other => bail!("bench archive does not know {}", other.join(" ")),
            }
        }
        Ok(wish)
    }
}

/// Fills archives and asks them, and writes a table.
pub(crate) fn run(root: &Path, wish: &Wish) -> Result<()> {
    let program = program(root, wish.program.as_deref())?;
    let passing = std::env::temp_dir().join(format!("onrecord-bench-{}", std::process::id()));
    let place = wish.keep.as_ref().unwrap_or(&passing);
    fs::create_dir_all(place).with_context(|| format!("cannot make {}", place.display()))?;
    let measured = measure(root, wish, &program, place);
    if wish.keep.is_none() {
        // What cannot be removed does no harm there.
        let _ = fs::remove_dir_all(place);
    }
    let figures = measured?;
    if let Some(path) = &wish.json {
        fs::write(path, figures.json()?).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

fn measure(root: &Path, wish: &Wish, program: &Path, place: &Path) -> Result<Figures> {
    let articles = articles(root, wish.n_articles, place)?;
    let mut figures = Figures::default();
    corpus::measure(root, program, place, &mut figures)?;
    let store = place.join(format!("{}.db", wish.n_articles));
    adding::measure(program, &store, &articles, &mut figures)?;
    let (queries, new) = (place.join("queries.txt"), place.join("new"));
    let words = generate::queries(&articles, wish.n_queries, 1)?;
    fs::write(&queries, words.join("\n")).with_context(|| format!("cannot write {}", queries.display()))?;
    adding::new_articles(root, wish.n_articles, &new)?;
    ask(&[&store, &queries, &new], &mut figures)?;
    adding::measure_one(program, &store, &new, &mut figures)?;
    Ok(figures)
}

/// The articles, made unless they are there.
fn articles(root: &Path, count: u64, place: &Path) -> Result<PathBuf> {
    let path = place.join(format!("{count}.ndjson"));
    if !path.exists() {
        let partial = place.join("partial.ndjson");
        generate::write_articles(root, &generate::plan(count, 1), &partial)?;
        fs::rename(&partial, &path).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(path)
}

/// Asks in a process of its own, whose memory is that of asking alone.
fn ask(paths: &[&Path], figures: &mut Figures) -> Result<()> {
    let itself = std::env::current_exe().context("cannot find this program")?;
    let output = Command::new(itself)
        .args(["bench", "questions"])
        .args(paths)
        .stderr(Stdio::inherit())
        .output()
        .context("cannot run this program")?;
    ensure!(output.status.success(), "asking failed");
    for line in String::from_utf8(output.stdout)?.lines() {
        figures.add(Figure::parse(line)?);
    }
    Ok(())
}

/// What `bench archive` runs in a process of its own: the store, the queries, and a folder of articles to add.
pub(crate) fn questions(store: &str, queries: &str, new: &str) -> Result<()> {
    let [store, queries, new] = [store, queries, new].map(Path::new);
    asking::measure(store, queries, new, &mut |figure| say::line(&figure.line()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_have_values() {
        let wish = Wish::parse(&["--articles", "5", "--keep", "a", "--json", "b.json"]).expect("good words");
        assert_eq!((wish.n_articles, wish.n_queries, wish.keep), (5, 1000, Some(PathBuf::from("a"))));
        for words in [&["--articles"][..], &["--queries", "many"], &["--other", "1"]] {
            assert!(Wish::parse(words).is_err(), "{words:?}");
        }
    }
}
