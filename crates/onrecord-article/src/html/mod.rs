//! Web pages: the tree of a page, and the article in it.

mod tags;
mod scan;
mod characters;
mod parse;
pub(crate) mod tree;
mod classes;
mod survey;
mod choose;
mod draft;
mod story;
mod meta;
mod notices;
mod article;
#[cfg(test)]
mod tests;

pub(crate) use article::read_article;
