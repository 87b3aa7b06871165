//! Where sentences end.
//!
//! A quotation inside a sentence belongs to it whole, however many periods it holds, so that what stands around it
//! («"…. …", — сказал он») stays together.

use onrecord_lang::Tags;

use crate::text::{Sentence, Text, TokenKind};

/// No sentence is longer than this many tokens: what runs on is cut, so that work inside a sentence stays bounded.
const LONGEST: usize = 1_200;

/// Fills in the sentences, and each token's sentence.
pub(crate) fn split(text: &mut Text<'_>) {
    let mut start = 0;
    for at in 0..text.tokens.len() {
        let last = at + 1 == text.tokens.len() || ends_block(text, at);
        if last || at + 1 - start >= LONGEST || ends_after(text, at) {
            push(text, start, at + 1);
            start = at + 1;
        }
    }
}

fn push(text: &mut Text<'_>, start: usize, end: usize) {
    let number = text.sentences.len() as u32;
    let span = text.span(start..end);
    let block = text.tokens[start].block;
    for token in &mut text.tokens[start..end] {
        token.sentence = number;
    }
    text.sentences.push(Sentence { tokens: start..end, span, block });
}

/// Paragraphs end sentences, even inside a quotation that runs over several.
fn ends_block(text: &Text<'_>, at: usize) -> bool {
    text.tokens[at + 1].block != text.tokens[at].block
}

fn ends_after(text: &Text<'_>, at: usize) -> bool {
    let token = &text.tokens[at];
    let next = &text.tokens[at + 1];
    if next.depth > 0 && next.kind != TokenKind::Open || token.depth > 0 {
        return false;
    }
    match token.kind {
        TokenKind::Stop => starts_sentence(text, at + 1) && !is_abbreviation(text, at),
        TokenKind::Close | TokenKind::CloseBracket => {
            at > 0 && text.tokens[at - 1].kind == TokenKind::Stop && starts_sentence(text, at + 1)
        }
        _ => false,
    }
}

/// Whether a sentence can begin with this token.
fn starts_sentence(text: &Text<'_>, at: usize) -> bool {
    let token = &text.tokens[at];
    match token.kind {
        TokenKind::Word => token.is_capital && (token.after_space || !token.word.tags.has(Tags::ABBREVIATION)),
        TokenKind::Number => token.after_space,
        TokenKind::Open | TokenKind::StrayQuote | TokenKind::OpenBracket => {
            let first = text.tokens.get(at + 1);
            token.after_space && first.is_some_and(|first| first.is_capital || first.kind != TokenKind::Word)
        }
        TokenKind::Dash => token.after_space && text.tokens.get(at + 1).is_some_and(|next| next.is_capital),
        _ => false,
    }
}

/// Whether the period at `at` belongs to an abbreviation or an initial.
fn is_abbreviation(text: &Text<'_>, at: usize) -> bool {
    if text.word(at) != "." || at == 0 {
        return false;
    }
    let before = &text.tokens[at - 1];
    if before.span.end != text.tokens[at].span.start || before.kind != TokenKind::Word {
        return false;
    }
    let letters = text.word(at - 1).chars().count();
    let initial = letters == 1 && before.is_capital && text.tokens[at + 1].kind == TokenKind::Word;
    initial || before.has(Tags::BEFORE)
}
