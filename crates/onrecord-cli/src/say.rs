//! Words for people, on standard error: errors with their hints, and how far we are.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use onrecord_archive::{Progress as Walked, Watch};
use onrecord_source::SourceError;

use crate::output::Output;
use crate::view::safe;

/// Whether an error only says that nobody reads our output any more.
pub(crate) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let is_pipe = |error: &io::Error| error.kind() == io::ErrorKind::BrokenPipe;
    error.chain().any(|cause| {
        let json = cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        cause.downcast_ref::<io::Error>().is_some_and(is_pipe) || json == Some(io::ErrorKind::BrokenPipe)
    })
}

/// Says why the command was given up; a hint in the words stands on a line of its own.
pub(crate) fn failure(error: &anyhow::Error) {
    let words: Vec<String> = error.chain().map(|cause| cause.to_string()).collect();
    words.join(": ").lines().for_each(|words| line(&safe(words)));
}

/// Says why an input gave no page, and what to try.
pub(crate) fn complaint(error: &SourceError) {
    line(&safe(&error.to_string()));
    line(&format!("hint: {}", error.hint()));
}

/// Writes one line to standard error; when nobody can read it, nothing is lost.
pub(crate) fn line(words: &str) {
    let _ = writeln!(io::stderr().lock(), "{words}");
}

/// A counter of pages on standard error, when a person is watching that and nothing else, and the work takes long.
pub(crate) struct Progress {
    is_watched: bool,
    started: Instant,
    n_pages: u64,
    bar: Option<ProgressBar>,
}

impl Progress {
    pub(crate) fn new(output: &Output) -> Self {
        let is_watched = io::stderr().is_terminal() && !io::stdout().is_terminal() && !output.is_quiet;
        Self { is_watched, started: Instant::now(), n_pages: 0, bar: None }
    }

    /// One more page is done.
    pub(crate) fn advance(&mut self) {
        self.n_pages += 1;
        if self.is_watched && self.bar.is_none() && self.started.elapsed() > Duration::from_secs(1) {
            self.bar = Some(bar());
        }
        if let Some(bar) = &self.bar {
            bar.set_position(self.n_pages);
        }
    }

    /// Says something without tearing the counter.
    pub(crate) fn interrupt(&self, speak: impl FnOnce()) {
        match &self.bar {
            Some(bar) => bar.suspend(speak),
            None => speak(),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

/// How far an addition is: a line for people, or JSON lines for programs.
pub(crate) struct Meter {
    is_json: bool,
    is_quiet: bool,
    is_watched: bool,
    started: Instant,
    told: Instant,
    n_refused: u64,
    bar: Option<ProgressBar>,
}

/// Who reads so many complaints has seen enough.
const MOST_COMPLAINTS: u64 = 50;

/// A program is told so often how far it is.
const OFTEN: Duration = Duration::from_secs(1);

impl Meter {
    pub(crate) fn new(output: &Output) -> Self {
        let is_watched = io::stderr().is_terminal() && !output.is_quiet && !output.is_json;
        let now = Instant::now();
        Self {
            is_json: output.is_json,
            is_quiet: output.is_quiet,
            is_watched,
            started: now,
            told: now,
            n_refused: 0,
            bar: None,
        }
    }

    /// For a command whose JSON is one value, among which no lines may stand.
    pub(crate) fn for_people(output: &Output) -> Self {
        Self { is_json: false, ..Self::new(output) }
    }

    /// Whether a person or a program wants to know how far it is of how much.
    pub(crate) fn is_watched(&self) -> bool {
        self.is_watched || self.is_json
    }

    /// Takes the line away, and gives the seconds it took.
    pub(crate) fn end(&mut self) -> f64 {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
        self.started.elapsed().as_secs_f64()
    }

    fn tell_program(&mut self, progress: &Walked<'_>) {
        if self.told.elapsed() < OFTEN {
            return;
        }
        self.told = Instant::now();
        let seconds = self.started.elapsed().as_secs_f64();
        let line = serde_json::json!({
            "event": "progress", "added": progress.counts.added, "same": progress.counts.same, "updated": progress.counts.updated,
            "refused": progress.counts.n_refused(), "input": progress.input.map(|input| input.display().to_string()),
            "bytes": progress.done.map(|(done, _)| done), "bytes_of": progress.done.map(|(_, all)| all),
            "seconds": (seconds * 1000.0).round() / 1000.0,
        });
        let _ = writeln!(io::stdout().lock(), "{line}");
    }

    fn tell_person(&mut self, progress: &Walked<'_>) {
        if self.started.elapsed() < Duration::from_millis(500) {
            return;
        }
        let bar = self.bar.get_or_insert_with(|| meter(progress.done.map(|(_, all)| all)));
        let (counts, seconds) = (progress.counts, self.started.elapsed().as_secs_f64());
        let rate = counts.total() as f64 / seconds;
        bar.set_message(format!(
            "{} added, {} same, {} updated, {} refused, {rate:.0}/s",
            counts.added,
            counts.same,
            counts.updated,
            counts.n_refused()
        ));
        if let Some((done, _)) = progress.done {
            bar.set_position(done);
        }
        bar.tick();
    }
}

impl Watch for Meter {
    fn advance(&mut self, progress: &Walked<'_>) {
        if self.is_json {
            self.tell_program(progress);
        } else if self.is_watched {
            self.tell_person(progress);
        }
    }

    fn refused(&mut self, error: &SourceError) {
        self.n_refused += 1;
        let speak = || match self.n_refused {
            ..=MOST_COMPLAINTS => complaint(error),
            n if n == MOST_COMPLAINTS + 1 => {
                line("more could not be read; it is counted by its reasons, and no longer told")
            }
            _ => {}
        };
        match &self.bar {
            Some(bar) => bar.suspend(speak),
            None => speak(),
        }
    }

    fn waiting(&mut self) {
        if !self.is_quiet {
            line("another program is writing to the store; waiting for it");
        }
    }
}

/// With the bytes of all inputs, how long it will take.
fn meter(n_bytes: Option<u64>) -> ProgressBar {
    let template = match n_bytes {
        Some(_) => "{wide_bar} {percent}%, {eta} left  {msg}",
        None => "{spinner} {msg}, {elapsed}",
    };
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::with_draw_target(n_bytes, ProgressDrawTarget::stderr_with_hz(4)).with_style(style)
}

fn bar() -> ProgressBar {
    let style = ProgressStyle::with_template("{spinner} {pos} pages read, {per_sec}, {elapsed}");
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(4));
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
    bar
}
