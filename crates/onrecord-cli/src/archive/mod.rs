//! The commands that keep records in a store and ask for them.

mod add;
mod correct;
mod diff;
mod export;
mod gold;
mod keep;
mod reread;
mod search;
mod show;
mod stats;
mod timeline;
mod verify;
mod who;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::{Context as _, Result, anyhow};
use onrecord_archive::{Access, Archive, Question, StoreError, Term};
use serde::Serialize;

use crate::Outcome;
use crate::args::{Command, FilterArgs, Global, PageArgs};
use crate::json;
use crate::output::Output;

/// What a command of the archive has at hand.
pub(crate) struct Desk<'d> {
    global: &'d Global,
    output: &'d Output,
}

/// Asking does not wait long for whoever writes.
const SHORT: Duration = Duration::from_secs(5);

/// Runs a command of the archive; `None` when it is another.
pub(crate) fn run(command: &Command, global: &Global, output: &Output) -> Option<Result<Outcome>> {
    let desk = Desk { global, output };
    let ended = match command {
        Command::Add(args) => add::run(args, &desk),
        Command::Search(args) => search::run(args, &desk),
        Command::Show(args) => show::run(args, &desk),
        Command::Timeline(args) => timeline::run(args, &desk),
        Command::Who(args) => who::run(args, &desk),
        Command::Diff(args) => diff::run(args, &desk),
        Command::Correct(args) => correct::run(args, &desk),
        Command::Export(args) => export::run(args, &desk),
        Command::Stats(args) => stats::run(args, &desk),
        Command::Verify(args) => verify::run(args, &desk),
        Command::ReRead(args) => reread::run(args, &desk),
        Command::Backup(args) => keep::backup(args, &desk),
        Command::Forget(args) => keep::forget(args, &desk),
        _ => return None,
    };
    Some(ended)
}

impl Desk<'_> {
    /// The archive, to be asked.
    fn to_ask(&self) -> Result<Archive> {
        Archive::open(&self.global.store, Access::Read, SHORT).map_err(told)
    }

    /// The archive, to be written.
    fn to_write(&self, access: Access, wait: u64) -> Result<Archive> {
        Archive::open(&self.global.store, access, Duration::from_secs(wait)).map_err(told)
    }

    /// Writes one JSON value.
    fn write_json(&self, value: &impl Serialize) -> Result<Outcome> {
        use std::io::Write as _;
        let mut stdout = self.output.stdout();
        stdout.write_all(&json::pretty(value)?)?;
        stdout.flush()?;
        Ok(Outcome::Done)
    }

    /// Writes words to standard output.
    fn write(&self, words: &str) -> Result<Outcome> {
        use std::io::Write as _;
        let mut stdout = self.output.stdout();
        stdout.write_all(words.as_bytes())?;
        stdout.flush()?;
        Ok(Outcome::Done)
    }
}

/// A store's error with its hint, for people.
fn told(error: StoreError) -> anyhow::Error {
    anyhow!("{error}\nhint: {}", error.hint())
}

/// The words of a question. Where there are none no language need be loaded.
fn terms(archive: &Archive, words: &str) -> Vec<Term> {
    if words.trim().is_empty() { Vec::new() } else { archive.terms(words) }
}

/// The part of a question that all commands share.
fn question(filter: &FilterArgs, page: &PageArgs) -> Question {
    Question {
        outlet: filter.outlet.clone(),
        lang: filter.lang,
        since: filter.since.clone(),
        until: filter.until.clone(),
        limit: usize::from(page.limit),
        cursor: page.cursor.clone(),
        ..Question::default()
    }
}

/// The time, RFC 3339, to the second.
fn now() -> String {
    let now = jiff::Timestamp::now();
    now.round(jiff::Unit::Second).unwrap_or(now).to_string()
}

/// Set when the user wants to stop. A second Ctrl-C ends the program at once; what was committed is safe all the same.
fn stopper() -> Result<Arc<AtomicBool>> {
    let stop = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&stop);
    ctrlc::set_handler(move || {
        if flag.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
    })
    .context("cannot listen for Ctrl-C")?;
    Ok(stop)
}
