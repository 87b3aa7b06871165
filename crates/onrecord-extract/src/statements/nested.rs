//! Speech inside speech: «"Премьер сообщила, что документ готов", — говорится в заявлении».

use std::ops::Range;

use onrecord_lang::{Tags, Takes};
use onrecord_text::TokenKind;

use super::cue::Cue;
use super::draft::{Draft, Shape};
use super::right;
use super::source::{self, trimmed};
use crate::noun_phrase::is_speaker_like;
use crate::view::View;

/// A clause that somebody else is said to have said, inside a quotation; what the quoted person says or thinks
/// themselves («я считаю, что») is no statement of its own.
pub(super) fn clause(view: &View<'_, '_>, cue: &Cue<'_>) -> Option<Draft> {
    if !cue.takes(&Takes::That) || cue.is_impersonal() || cue.is_gerund() || view.depth(cue.main) != 1 {
        return None;
    }
    let piece = piece(view, cue.main)?;
    let opening = right::opening(view, cue, piece.end).filter(|opening| opening.shape == Shape::That)?;
    let (phrase, kind) = source::of_verb(view, cue, piece.start, opening.gap_end)?;
    let somebody = is_speaker_like(view, phrase.head) || view.has(phrase.head, Tags::PRON3);
    let own = phrase.tokens.clone().any(|at| view.has(at, Tags::PRON1));
    let content = trimmed(view, opening.content..piece.end);
    if !somebody || own || content.len() < 2 {
        return None;
    }
    let mut draft = Draft::new(Shape::That, cue.main, vec![cue.tokens.clone()], vec![content]);
    draft.source = Some(phrase);
    draft.source_kind = kind;
    Some(draft)
}

/// The sentence inside a quotation that a token stands in.
fn piece(view: &View<'_, '_>, at: usize) -> Option<Range<usize>> {
    let quote = view.text.quote_around(at)?;
    // A quotation may run over many sentences; the sentence's own bounds keep the search short.
    let sentence = view.sentence(at);
    let (first, last) = (sentence.start.max(quote.open + 1), sentence.end.min(quote.close));
    let stop = |token: &usize| view.kind(*token) == Some(TokenKind::Stop) && view.depth(*token) == view.depth(at);
    let start = (first..at).rev().find(stop).map_or(first, |stop| stop + 1);
    let end = (at..last).find(stop).unwrap_or(last);
    Some(start..end)
}
