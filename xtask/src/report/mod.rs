//! `cargo xtask report`: `eval/REPORT.md`, the figures beside their bars, the most frequent causes of errors, confidence, speed.
//!
//! What is figured out again in every run, what was measured once, and what was written by hand stand between markers.
//! The articles of gold are others'; no word of them goes into the report, which is part of the repository.

mod bars;
mod speed;
mod tables;

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail, ensure};
use onrecord::Reader;
use onrecord_eval::{MentionGold, MentionScores};

use crate::gold::{Read, STATEMENTS};
use crate::say;
use tables::Scores;

const REPORT: &str = "eval/REPORT.md";
const SEED: &str = "../shared/seed/gold.jsonl";
const MENTIONS: &str = "../shared/eval/entities_dev.jsonl";

/// What surrounds the sections of a fresh report.
const FRAME: &str = "\
# How well it reads

`cargo xtask report` writes this file and keeps what was written by hand; `cargo xtask check` says when its figures are stale.
The articles are others': figures, causes and names of rules stand here, and no word of theirs.

<!-- figures -->
<!-- /figures -->

## Speed

Measured when the report was last written whole; another run gives other numbers.

<!-- measured -->
Not measured yet.
<!-- /measured -->

## Found by reading

<!-- by hand -->
<!-- /by hand -->
";

/// What the user asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// Everything, with the speed.
    Whole,
    /// The speed stays as it was measured.
    NoSpeed,
    /// Nothing is written: are the figures those of today?
    Check,
}

impl Wish {
    /// Reads the words after `report`.
    pub(crate) fn parse(words: &[&str]) -> Result<Self> {
        match words {
            [] => Ok(Self::Whole),
            ["--no-speed"] => Ok(Self::NoSpeed),
            ["--check"] => Ok(Self::Check),
            other => bail!("report does not know {}\nhint: --no-speed, --check", other.join(" ")),
        }
    }
}

/// Writes or checks the report; without the material nothing is done, which is told and no failure of a check.
pub(crate) fn run(root: &Path, wish: Wish) -> Result<()> {
    if wish == Wish::Check
        && let Some(missing) = [STATEMENTS, SEED, MENTIONS].iter().find(|file| !root.join(file).is_file())
    {
        say::line(&format!("{missing} is not there: the report was not checked"));
        return Ok(());
    }
    let path = root.join(REPORT);
    let old = fs::read_to_string(&path).unwrap_or_else(|_| FRAME.to_owned());
    let figures = figures(root)?;
    if wish == Wish::Check {
        let is_same = section(&old, "figures").map(str::trim) == Some(figures.trim());
        ensure!(is_same, "{REPORT} is stale\nhint: cargo xtask report --no-speed writes today's figures");
        say::line(&format!("{REPORT} has today's figures"));
        return Ok(());
    }
    let mut report = with_section(&old, "figures", &figures)?;
    if wish == Wish::Whole {
        report = with_section(&report, "measured", &speed::measure(root)?)?;
    }
    fs::write(&path, report).with_context(|| format!("cannot write {REPORT}"))?;
    say::line(&format!("wrote {REPORT}"));
    Ok(())
}

/// Reads all the material and makes the tables.
fn figures(root: &Path) -> Result<String> {
    let reader = Reader::new();
    let articles = Read::new(&reader, &root.join(STATEMENTS), None)?;
    let seed = Read::new(&reader, &root.join(SEED), None)?;
    let text = fs::read_to_string(root.join(MENTIONS)).with_context(|| format!("cannot read {MENTIONS}"))?;
    let gold = MentionGold::read(&text).with_context(|| format!("cannot read {MENTIONS}"))?;
    let mut mentions: Vec<(&str, MentionScores)> = Vec::new();
    for document in &gold.documents {
        let record = reader.read(&document.page());
        let place = mentions.iter().position(|(lang, _)| *lang == document.lang()).unwrap_or_else(|| {
            mentions.push((document.lang(), MentionScores::default()));
            mentions.len() - 1
        });
        mentions[place].1.add(document, &record);
    }
    Ok(tables::sections(&reader, &Scores { articles: &articles, seed: &seed, mentions: &mentions }))
}

/// What stands between the markers of a section.
fn section<'r>(report: &'r str, name: &str) -> Option<&'r str> {
    let (_, rest) = report.split_once(&format!("<!-- {name} -->"))?;
    rest.split_once(&format!("<!-- /{name} -->")).map(|(inside, _)| inside)
}

/// The report with another section; everything else stays, letter for letter.
fn with_section(report: &str, name: &str, inside: &str) -> Result<String> {
    let (opening, closing) = (format!("<!-- {name} -->"), format!("<!-- /{name} -->"));
    let parts = report.split_once(&opening).and_then(|(head, rest)| Some((head, rest.split_once(&closing)?.1)));
    let (head, tail) = parts.with_context(|| format!("{REPORT} has no {opening} … {closing}"))?;
    Ok(format!("{head}{opening}\n\n{}\n\n{closing}{tail}", inside.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_by_hand_is_kept() {
        let by_hand = FRAME.replace("<!-- by hand -->\n", "<!-- by hand -->\nPronouns.\n");
        let report = with_section(&by_hand, "figures", "| full | 70.8 |").expect("the markers are there");
        assert_eq!(section(&report, "figures").map(str::trim), Some("| full | 70.8 |"));
        assert_eq!(section(&report, "by hand"), Some("\nPronouns.\n"));
        assert_eq!(with_section(&report, "figures", "| full | 70.8 |").expect("markers"), report);
    }

    #[test]
    fn a_report_without_markers_is_not_overwritten() {
        assert!(with_section("# Mine\n", "figures", "x").is_err());
    }

    #[test]
    fn words_are_read() {
        assert_eq!(Wish::parse(&["--check"]).ok(), Some(Wish::Check));
        assert!(Wish::parse(&["--fast"]).is_err());
    }
}
