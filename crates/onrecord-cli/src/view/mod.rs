//! A record to look at: as text for a terminal or a pipe, and as Markdown.
//!
//! Only the public record is used, so that a record from a store or a file is drawn as one that was just read.

pub(crate) mod archive;
pub(crate) mod article;
mod characters;
mod markdown;
mod paragraphs;
mod safe;
mod sheet;
mod table;
mod tables;
mod text;
mod wrap;

pub(crate) use markdown::markdown;
pub(crate) use safe::{is_unsafe, safe};
pub(crate) use table::grid;
pub(crate) use text::text;
