//! Articles to text: tokens with their word forms, sentences, and quotations.
//!
//! [`analyse`] is the one main function. It never fails and changes nothing: a [`Text`] points into its article.
//!
//! ```
//! use onrecord_lang::Pack;
//! use onrecord_model::{Article, Block, BlockKind, Lang, Span};
//! let pack = Pack::load("en", &[]).expect("an empty pack is a pack");
//! let mut article = Article::new(Lang::new("en").expect("a code"), "It rains. \"Good,\" he said.".into());
//! article.blocks.push(Block { kind: BlockKind::Paragraph, span: Span::new(0, 26), furniture: None });
//! let text = onrecord_text::analyse(&article, &pack);
//! assert_eq!(text.sentences.len(), 2);
//! assert_eq!(text.quotes[0].span.of(&article.text), "\"Good,\"");
//! ```

mod quotes;
mod sentences;
#[cfg(test)]
mod tests;
mod text;
mod tokens;

pub use text::{Quote, Sentence, Text, Token, TokenKind};

use onrecord_lang::Pack;
use onrecord_model::{Article, BlockKind};

/// Reads the article's own blocks (furniture is left out) into tokens, quotations and sentences.
pub fn analyse<'a>(article: &'a Article, pack: &Pack) -> Text<'a> {
    let mut text = Text::new(article);
    for (index, block) in article.blocks.iter().enumerate() {
        if block.kind != BlockKind::Furniture {
            tokens::read_block(&mut text, pack, index);
        }
    }
    quotes::pair(&mut text);
    sentences::split(&mut text, pack);
    text
}
