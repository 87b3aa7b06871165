//! Web pages: the tree of a page, and the article in it.

mod tags;
mod scan;
mod characters;
mod parse;
pub(crate) mod tree;
