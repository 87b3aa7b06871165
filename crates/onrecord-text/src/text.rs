//! The analysed text: what later stages look at.

use std::ops::Range;

use onrecord_lang::{Features, Tags, Word};
use onrecord_model::{Article, BlockKind, Span};

/// An article with its tokens, sentences and quotations.
pub struct Text<'a> {
    /// The article.
    pub article: &'a Article,
    /// All tokens of the article's own blocks, in order.
    pub tokens: Vec<Token>,
    /// Sentences, in order; a quotation inside a sentence belongs to it whole.
    pub sentences: Vec<Sentence>,
    /// Quotations, in order of their opening marks.
    pub quotes: Vec<Quote>,
    /// The normal forms of all words, one after another.
    pub(crate) letters: String,
}

/// A word, number or mark.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// What the pack says of the word.
    pub word: Word,
    /// Whether it begins with a capital letter.
    pub is_capital: bool,
    /// Whether all its letters are capitals, two at least.
    pub is_acronym: bool,
    /// Whether white space (or the block's beginning) stands before it.
    pub after_space: bool,
    /// The block it stands in: an index of [`Article::blocks`].
    pub block: u32,
    /// The sentence it stands in.
    pub sentence: u32,
    /// How many quotations it stands inside; a mark counts as outside of its own quotation.
    pub depth: u8,
    pub(crate) normal: Span,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, perhaps with digits, hyphens and apostrophes inside.
    Word,
    /// Digits.
    Number,
    /// An opening quotation mark.
    Open,
    /// A closing quotation mark.
    Close,
    /// A quotation mark without a partner.
    StrayQuote,
    /// A comma or semicolon.
    Comma,
    /// A colon.
    Colon,
    /// A dash with space around it or a long dash; hyphens inside words are part of the word.
    Dash,
    /// `.`, `!`, `?`, `…` in any number.
    Stop,
    /// An opening bracket.
    OpenBracket,
    /// A closing bracket.
    CloseBracket,
    /// Any other mark.
    Mark,
}

/// A sentence: a run of tokens.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// From its first token to its last, in bytes.
    pub span: Span,
    /// The block it stands in.
    pub block: u32,
}

/// A quotation.
#[derive(Clone, Copy, Debug)]
pub struct Quote {
    /// Token of the opening mark.
    pub open: usize,
    /// Token of the closing mark; the last token of the paragraph when it was never closed.
    pub close: usize,
    /// Whether there is a closing mark.
    pub is_closed: bool,
    /// How many quotations it stands inside.
    pub depth: u8,
    /// With its marks, in bytes.
    pub span: Span,
}

/// More quotations than this inside one are not looked past.
const MOST_INSIDE: usize = 64;

impl<'a> Text<'a> {
    pub(crate) fn new(article: &'a Article) -> Self {
        let guess = article.text.len() / 8;
        Self {
            article,
            tokens: Vec::with_capacity(guess),
            sentences: Vec::new(),
            quotes: Vec::new(),
            letters: String::with_capacity(article.text.len()),
        }
    }

    /// The normal form of a token's word (see [`onrecord_lang::normal`]).
    pub fn normal(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |token| token.normal.of(&self.letters))
    }

    /// The words of a token as written.
    pub fn word(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |token| token.span.of(&self.article.text))
    }

    /// The bytes from the first to the last token of a range; empty when the range is.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), self.tokens.get(tokens.end.wrapping_sub(1))) {
            (Some(first), Some(last)) if tokens.start < tokens.end => first.span.join(last.span),
            _ => Span::default(),
        }
    }

    /// The kind of a token's block.
    pub fn block_kind(&self, token: usize) -> BlockKind {
        let block = self.tokens.get(token).and_then(|token| self.article.blocks.get(token.block as usize));
        block.map_or(BlockKind::Paragraph, |block| block.kind)
    }

    /// The first token at or after a byte.
    pub fn token_at(&self, byte: u32) -> usize {
        self.tokens.partition_point(|token| token.span.end <= byte)
    }

    /// The tokens that lie inside a span.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|token| token.span.start < span.start);
        let end = self.tokens.partition_point(|token| token.span.end <= span.end);
        start..end.max(start)
    }

    /// The outermost quotation that a token stands in (its marks included).
    pub fn quote_around(&self, token: usize) -> Option<&Quote> {
        let before = self.quotes.partition_point(|quote| quote.open <= token);
        let outer = self.quotes[..before].iter().rev().take(MOST_INSIDE).find(|quote| quote.depth == 0)?;
        (token <= outer.close).then_some(outer)
    }
}

impl Token {
    /// Whether the lists give the word one of these classes.
    pub fn has(&self, tags: Tags) -> bool {
        self.word.tags.has(tags)
    }

    /// Whether the word has one of these readings.
    pub fn is(&self, features: Features) -> bool {
        self.word.features.any(features)
    }

    /// Whether it is a word.
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }
}
