//! The shared words of onrecord: a page as it came, the article in it, and the record that is read from it.
//!
//! No logic and no input or output here. Inside the program every [`Span`] counts bytes of [`Article::text`];
//! the public record ([`ArticleRecord`]) counts Unicode code points ([`CharSpan`]).

mod article;
mod lang;
mod page;
mod record;
mod span;

pub use article::{Article, Block, BlockKind, Furniture, Image, Link, LinkKind, Origin, Published, PublishedFrom};
pub use lang::Lang;
pub use page::{Body, Notice, Page};
pub use record::*;
pub use span::{CharIndex, CharSpan, Span};
