//! Words for people, on standard error: errors with their hints, and how far we are.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::Duration;

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

/// Says why the command was given up.
pub(crate) fn failure(error: &anyhow::Error) {
    let words: Vec<String> = error.chain().map(|cause| safe(&cause.to_string()).into_owned()).collect();
    line(&words.join(": "));
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

/// A counter of pages on standard error, when a person is watching that and nothing else.
pub(crate) fn progress(output: &Output) -> ProgressBar {
    let is_watched = io::stderr().is_terminal() && !io::stdout().is_terminal() && !output.is_quiet;
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
    if is_watched {
        let style = ProgressStyle::with_template("{spinner} {pos} pages read, {per_sec}, {elapsed}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
        bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(4));
        bar.enable_steady_tick(Duration::from_millis(500));
    }
    bar
}
