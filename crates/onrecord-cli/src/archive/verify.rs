//! `onrecord verify`: whether the archive is what it was.

use anyhow::Result;

use super::{Desk, told};
use crate::Outcome;
use crate::args::VerifyArgs;
use crate::say::Progress;

/// So many problems are told to people; JSON has them all.
const MOST: usize = 100;

/// Checks everything and tells every difference.
pub(super) fn run(args: &VerifyArgs, desk: &Desk<'_>) -> Result<Outcome> {
    let archive = desk.to_ask()?;
    let mut progress = Progress::new(desk.output);
    let verified = archive.verify(args.reread, |_| progress.advance()).map_err(told)?;
    drop(progress);
    let outcome = if verified.problems.is_empty() { Outcome::Done } else { Outcome::Wanting };
    if desk.output.is_json {
        desk.write_json(&verified)?;
        return Ok(outcome);
    }
    let mut page = String::new();
    for problem in verified.problems.iter().take(MOST) {
        page.push_str(&format!("{}: {}\n", crate::view::safe(&problem.what), crate::view::safe(&problem.why)));
    }
    if verified.problems.len() > MOST {
        page.push_str(&format!("… and {} more\n", verified.problems.len() - MOST));
    }
    let end = match verified.problems.len() {
        0 => "all is well".to_owned(),
        1 => "1 problem".to_owned(),
        n => format!("{n} problems"),
    };
    page.push_str(&format!(
        "{} articles, {} documents, {} spans: {end}\n",
        verified.articles, verified.documents, verified.spans
    ));
    desk.write(&page)?;
    Ok(outcome)
}
