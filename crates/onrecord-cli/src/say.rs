//! Words for people, on standard error: errors with their hints, and how far we are.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
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

fn bar() -> ProgressBar {
    let style = ProgressStyle::with_template("{spinner} {pos} pages read, {per_sec}, {elapsed}");
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(4));
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
    bar
}
