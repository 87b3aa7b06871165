//! Web pages: the tree of a page, what it says of its article, and the article in it.

mod article;
mod characters;
mod choose;
mod classes;
mod draft;
mod kinds;
mod late;
mod lead;
mod leaves;
mod links;
mod meta;
mod notices;
mod parse;
mod parts;
mod scan;
mod sections;
mod shapes;
mod story;
mod streamed;
mod survey;
mod tags;
#[cfg(test)]
mod tests;
mod told;
pub(crate) mod tree;

pub(crate) use article::read_article;
