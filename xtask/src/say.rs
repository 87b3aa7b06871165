//! Lines for people.

use std::io::{self, Write as _};

/// Writes a line to standard output; when nobody reads it, nothing is lost.
pub(crate) fn line(words: &str) {
    let _ = writeln!(io::stdout().lock(), "{words}");
}

/// Writes a line to standard error.
pub(crate) fn error(words: &str) {
    let _ = writeln!(io::stderr().lock(), "{words}");
}
