//! Quotations that no cue claimed: whole paragraphs of quoted words, and quotations that go on after an attribution.

use std::ops::Range;

use onrecord_text::{Quote, TokenKind};

use super::draft::{Draft, Shape, SourceKind};
use crate::view::View;

/// Adds what is left: a quotation in the same paragraph goes on with the statement before it, one that is a paragraph
/// of its own is a statement of whoever spoke last.
pub(crate) fn read(view: &View<'_, '_>, drafts: &mut Vec<Draft>) {
    drafts.sort_by_key(|draft| draft.start());
    for quote in view.text.quotes.iter().filter(|quote| quote.depth == 0) {
        let tokens = quote.open..quote.close + 1;
        if !is_sentence_like(view, quote) || is_claimed(drafts, &tokens) {
            continue;
        }
        if let Some(before) = neighbour(view, drafts, &tokens) {
            drafts[before].content.push(tokens);
        } else if fills_paragraph(view, &tokens) || follows_speech(view, drafts, &tokens) {
            let mut draft = Draft::new(Shape::LooseQuote, quote.open, Vec::new(), vec![tokens]);
            draft.source_kind = SourceKind::None;
            drafts.push(draft);
        }
    }
    drafts.sort_by_key(|draft| draft.start());
}

/// Whether a quotation is long enough to be speech and stands where a sentence stands.
fn is_sentence_like(view: &View<'_, '_>, quote: &Quote) -> bool {
    let sentence = view.sentence(quote.open);
    let fills = sentence.start == quote.open && sentence.end <= quote.close + 2;
    quote.close - quote.open > 2 && fills
}

fn is_claimed(drafts: &[Draft], tokens: &Range<usize>) -> bool {
    let near = drafts.partition_point(|draft| draft.start() < tokens.end);
    drafts[..near]
        .iter()
        .rev()
        .take(30)
        .any(|draft| draft.content.iter().any(|range| range.start < tokens.end && tokens.start < range.end))
}

/// A direct statement whose sentence ends right before the quotation, in the same paragraph.
fn neighbour(view: &View<'_, '_>, drafts: &[Draft], tokens: &Range<usize>) -> Option<usize> {
    let sentence = view.token(tokens.start)?.sentence.checked_sub(1)?;
    let block = view.token(tokens.start)?.block;
    let fits = |draft: &Draft| {
        let quoted =
            matches!(draft.shape, Shape::QuoteBefore | Shape::QuoteSplit | Shape::ColonQuote | Shape::QuoteAfter);
        let last = view.token(draft.end().saturating_sub(1));
        let main = view.token(draft.main);
        quoted
            && main.is_some_and(|token| token.sentence == sentence && token.block == block)
            && last.is_some_and(|token| token.sentence <= sentence)
    };
    let near = drafts.partition_point(|draft| draft.start() < tokens.start);
    drafts[..near].iter().rev().take(12).position(fits).map(|back| near - 1 - back)
}

/// A quotation with a verb, a sentence of its own, after one of the sentences before it in which somebody spoke.
fn follows_speech(view: &View<'_, '_>, drafts: &[Draft], tokens: &Range<usize>) -> bool {
    let Some(first) = view.token(tokens.start) else { return false };
    let verb = super::right::has_finite(view, tokens.clone());
    let near = drafts.partition_point(|draft| draft.start() < tokens.start);
    let spoken = drafts[..near].iter().rev().take(12).any(|draft| {
        view.token(draft.main).is_some_and(|main| {
            main.block == first.block && main.sentence < first.sentence && first.sentence - main.sentence <= 3
        })
    });
    verb && spoken && tokens.len() >= 6 && view.text.block_kind(tokens.start) == onrecord_model::BlockKind::Paragraph
}

fn fills_paragraph(view: &View<'_, '_>, tokens: &Range<usize>) -> bool {
    let block = |at: usize| view.token(at).map(|token| token.block);
    let starts = tokens.start == 0 || block(tokens.start - 1) != block(tokens.start);
    let rest = (tokens.end..tokens.end + 2).find(|&at| view.kind(at) != Some(TokenKind::Stop));
    let ends = rest.is_none_or(|rest| block(rest) != block(tokens.end - 1));
    starts
        && ends
        && !matches!(
            view.text.block_kind(tokens.start),
            onrecord_model::BlockKind::Headline | onrecord_model::BlockKind::Subhead
        )
}
