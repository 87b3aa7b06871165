//! An article alone: as plain text, as Markdown, as HTML.
//!
//! Only the public record is used. Furniture is left out unless it is asked for, and then called what it is.

mod html;
mod markdown;
mod part;
mod text;

pub(crate) use html::{escaped, html, is_web};
pub(crate) use markdown::markdown;
pub(crate) use text::text;
