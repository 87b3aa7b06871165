//! `onrecord add`: pages into the archive, with how far it is.

use std::io::Write as _;
use std::path::PathBuf;

use anyhow::Result;
use indicatif::HumanCount;
use onrecord_archive::{Access, Added, Adding, Counts};
use onrecord_source::inputs;
use serde::Serialize;

use super::{Desk, now, stopper, told};
use crate::args::AddArgs;
use crate::output::Output;
use crate::say::{self, Meter};
use crate::{Outcome, json};

/// The last line of `--json`.
#[derive(Serialize)]
struct Ended<'e> {
    event: &'static str,
    #[serde(flatten)]
    counts: &'e Counts,
    is_interrupted: bool,
    seconds: f64,
}

/// Adds everything; what cannot be read is told and counted.
pub(super) fn run(args: &AddArgs, desk: &Desk<'_>) -> Result<Outcome> {
    let mut archive = desk.to_write(Access::Create, args.wait.wait)?;
    let output = desk.output;
    let mut meter = Meter::new(output);
    let adding = Adding {
        given: args.given.to_given(),
        n_jobs: output.n_jobs,
        now: now(),
        stop: stopper()?,
        n_bytes: if meter.is_watched() { n_bytes(&args.paths) } else { None },
    };
    let added = archive.add(&args.paths, &adding, &mut meter).map_err(told);
    let seconds = meter.end();
    let added = added?;
    report(&added, seconds, output)?;
    Ok(match added {
        Added { is_interrupted: true, .. } => Outcome::Interrupted,
        Added { n_unexpected: 1.., .. } => Outcome::Wanting,
        _ => Outcome::Done,
    })
}

/// The bytes of all inputs; `None` when one is a stream.
fn n_bytes(paths: &[PathBuf]) -> Option<u64> {
    inputs(paths).filter_map(Result::ok).map(|input| input.size).sum()
}

fn report(added: &Added, seconds: f64, output: &Output) -> Result<()> {
    if output.is_json {
        let ended = Ended {
            event: "ended",
            counts: &added.counts,
            is_interrupted: added.is_interrupted,
            seconds: (seconds * 1000.0).round() / 1000.0,
        };
        let mut stdout = output.stdout();
        stdout.write_all(&json::compact(&ended)?)?;
        stdout.flush()?;
    } else if !output.is_quiet {
        say::line(&summary(&added.counts, seconds));
        if added.is_interrupted {
            say::line("stopped; the same command goes on from here");
        }
    }
    Ok(())
}

/// `669 added, 3 refused (2 bad-line, 1 no-text) in 1.2 s`.
fn summary(counts: &Counts, seconds: f64) -> String {
    let parts =
        [("added", counts.added), ("same", counts.same), ("updated", counts.updated), ("refused", counts.n_refused())];
    let mut words: Vec<String> = parts
        .iter()
        .filter(|(name, n)| *n > 0 || *name == "added")
        .map(|(name, n)| format!("{} {name}", HumanCount(*n)))
        .collect();
    let reasons: Vec<String> =
        counts.refused.iter().map(|(reason, n)| format!("{} {reason}", HumanCount(*n))).collect();
    if let Some(last) = words.last_mut().filter(|_| !reasons.is_empty()) {
        last.push_str(&format!(" ({})", reasons.join(", ")));
    }
    format!("{} in {seconds:.1} s", words.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_names_what_there_was() {
        let mut counts = Counts { added: 1_200, ..Counts::default() };
        assert_eq!(summary(&counts, 1.25), "1,200 added in 1.2 s");
        counts.refuse("bad-line");
        counts.refuse("bad-line");
        counts.refuse("no-text");
        counts.same = 3;
        assert_eq!(summary(&counts, 0.0), "1,200 added, 3 same, 3 refused (2 bad-line, 1 no-text) in 0.0 s");
    }
}
