//! How fast articles are read: the one part of the report that another run gives otherwise.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use super::bars::{SPEED, standing};
use crate::check::cargo;

/// Articles to read, seen from the workspace.
const ARTICLES: &str = "../shared/corpora/slavic_news.ndjson";
/// They are read again and again for so long.
const SECONDS: &str = "10";

/// Builds the program as it is given to people, and measures it on one core.
pub(super) fn measure(root: &Path) -> Result<String> {
    let articles = root.join(ARTICLES);
    ensure!(
        articles.is_file(),
        "cannot measure the speed: {ARTICLES} is not there\nhint: --no-speed keeps what stands"
    );
    cargo(root, "build --release --quiet -p onrecord-cli", &[])?;
    let folder = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let program = folder.join("release/onrecord");
    let output = Command::new(&program).args(["bench", "--json", "--seconds", SECONDS]).arg(&articles).output();
    let output = output.with_context(|| format!("cannot run {}", program.display()))?;
    ensure!(output.status.success(), "bench failed: {}", String::from_utf8_lossy(&output.stderr));
    Ok(section(&serde_json::from_slice(&output.stdout).context("cannot read what bench says")?))
}

fn section(bench: &Value) -> String {
    let number = |value: &Value| value.as_f64().unwrap_or_default();
    let mut lines = vec!["| stage | articles/s | tokens/s | % of time |".to_owned(), "|---|--:|--:|--:|".to_owned()];
    let stages = bench["stages"].as_array().map(Vec::as_slice).unwrap_or_default();
    for stage in stages {
        let (name, share) = (stage["stage"].as_str().unwrap_or_default(), number(&stage["share"]));
        let (pages, tokens) = (number(&stage["pages_per_second"]), number(&stage["tokens_per_second"]));
        lines.push(format!("| {name} | {pages:.0} | {tokens:.0} | {share:.0} |"));
    }
    let whole =
        stages.iter().find(|stage| stage["stage"] == "whole").map_or(0.0, |stage| number(&stage["pages_per_second"]));
    let loads = bench["packs"].as_array().map(Vec::as_slice).unwrap_or_default();
    let load =
        |pack: &Value| format!("{} {:.0} ms", pack["lang"].as_str().unwrap_or_default(), number(&pack["milliseconds"]));
    let loads: Vec<String> = loads.iter().map(load).collect();
    let (must, hope) = SPEED;
    lines.push(String::new());
    lines.push(format!(
        "Whole: {whole:.0} articles/s on one core; must {must:.0}, hope {hope:.0}: {}.",
        standing(whole, SPEED)
    ));
    lines.push(format!(
        "Loading a language: {}. Peak memory: {:.0} MiB.",
        loads.join(", "),
        number(&bench["peak_memory_bytes"]) / 1_048_576.0
    ));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_bench_becomes_a_table() {
        let stage = json!({"stage": "whole", "pages_per_second": 600, "tokens_per_second": 90_000, "share": 100});
        let section = section(&json!({"stages": [stage], "packs": [{"lang": "ru", "milliseconds": 41.2}]}));
        assert!(section.contains("| whole | 600 | 90000 | 100 |") && section.contains("ru 41 ms"), "{section}");
    }
}
