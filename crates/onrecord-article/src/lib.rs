//! Pages to articles: headline, text, date; furniture set apart.
//!
//! [`read_article`] is the one main function. The words of the article are the page's, character for character; what is
//! said of them stands beside them as spans.
//!
//! ```
//! use onrecord_article::read_article;
//! use onrecord_lang::Packs;
//! use onrecord_model::{BlockKind, Body, Page};
//!
//! let text = "Bridge closed\n\nThe bridge was closed on Monday.";
//! let page = Page { body: Body::Text(text.into()), ..Page::default() };
//! let (article, _) = read_article(&page, &Packs::new([]));
//! assert_eq!(article.blocks[0].kind, BlockKind::Headline);
//! assert_eq!(article.slice(article.blocks[1].span), "The bridge was closed on Monday.");
//! ```

mod bylines;
mod compose;
mod context;
mod fold;
mod heads;
mod html;
mod kinds;
mod language;
mod outlet;
mod phrases;
mod pieces;
mod published;
mod repeats;
mod stamps;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod units;

pub use compose::read_article;
