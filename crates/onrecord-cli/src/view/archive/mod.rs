//! Answers of the archive, to look at. All words of strangers are harmless here.

mod dossier;
mod found;
mod numbers;
pub(crate) mod timeline;

pub(crate) use dossier::dossier;
pub(crate) use found::{article, correction, difference, statement};
pub(crate) use numbers::{receipts, stats};

use anstyle::{AnsiColor, Style};

use super::safe::safe;
use super::wrap::{Piece, wrap};
use crate::output::Look;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const SPEAKER: Style = AnsiColor::Cyan.on_default().bold();

/// The widest line: longer ones are hard to read.
const WIDEST: usize = 100;

/// Words in a style, made harmless.
fn piece(words: &str, style: Style) -> Piece {
    Piece { words: safe(words).into_owned(), style }
}

/// Pieces on lines that fit.
fn lines(pieces: &[Piece], width: usize, look: Look) -> String {
    wrap(pieces, width.min(WIDEST), look)
}

/// What is known of several things, in one dim line; what is missing is left out.
fn facts<'f>(facts: impl IntoIterator<Item = Option<&'f str>>, width: usize, look: Look) -> String {
    let words: Vec<&str> = facts.into_iter().flatten().filter(|words| !words.is_empty()).collect();
    lines(&[piece(&words.join(" · "), DIM)], width, look)
}

/// How to see more.
pub(crate) fn next(next: Option<&str>) -> String {
    next.map(|next| format!("\nmore: --cursor {next}\n")).unwrap_or_default()
}
