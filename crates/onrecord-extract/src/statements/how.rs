//! How an act of speech is presented: denied, asked about, told by hearsay, to come, or plainly.

use std::ops::Range;

use onrecord_lang::{HedgeKind, PhraseKind, Stance};
use onrecord_model::{Modality, Polarity};
use onrecord_text::TokenKind;

use super::cue::{Cue, hedges};
use super::draft::{Draft, Shape};
use crate::view::View;

/// The polarity and the modality of a verb's statement.
pub(super) fn said(view: &View<'_, '_>, cue: &Cue<'_>, sentence: &Range<usize>, draft: &Draft) -> (Polarity, Modality) {
    let polarity = if is_denied(view, cue, sentence, draft) { Polarity::Neg } else { Polarity::Pos };
    (polarity, modality(view, cue, sentence, draft))
}

/// "Declined to comment", «отказался отвечать»: what was refused was not said. "Neither of the pilots said": nobody did.
fn is_denied(view: &View<'_, '_>, cue: &Cue<'_>, sentence: &Range<usize>, draft: &Draft) -> bool {
    let is_refused = cue.verb.stance == Stance::Denies && draft.shape == Shape::Infinitive;
    cue.is_negated != is_refused || is_of_nobody(view, cue, sentence, draft)
}

/// Whether the subject, or what opens the clause before it, denies the act: "nobody", "in none of her letters did she say".
fn is_of_nobody(view: &View<'_, '_>, cue: &Cue<'_>, sentence: &Range<usize>, draft: &Draft) -> bool {
    let is_negation = |at: usize| hedge_at(view, at) == Some(HedgeKind::Negation);
    let is_one_clause = || {
        let mut before = sentence.start..cue.main;
        draft.start() >= cue.end && before.all(|at| !matches!(view.kind(at), Some(TokenKind::Comma | TokenKind::Dash)))
    };
    draft.source.as_ref().is_some_and(|source| is_negation(source.tokens.start))
        || is_negation(sentence.start) && is_one_clause()
}

fn modality(view: &View<'_, '_>, cue: &Cue<'_>, sentence: &Range<usize>, draft: &Draft) -> Modality {
    let hedges = hedges(view, &cue.tokens, sentence, draft.start());
    let has = |kind| hedges.contains(&kind);
    if draft.shape == Shape::Whether && cue.verb.stance == Stance::Asks || is_asked(view, cue, sentence, draft) {
        Modality::Question
    } else if has(HedgeKind::Hearsay) || is_rumour(view, sentence) || is_relayed(view, cue) {
        Modality::Hearsay
    } else if has(HedgeKind::Irrealis)
        || has(HedgeKind::Condition) && !draft.content.iter().any(|range| range.start < cue.main)
    {
        Modality::Hypothetical
    } else if has(HedgeKind::Future) || cue.is_future() {
        Modality::Future
    } else if cue.is_modal {
        Modality::Hypothetical
    } else {
        Modality::Asserted
    }
}

/// Whether the sentence itself asks if it was said: «Разве мэр говорил, что…?»
fn is_asked(view: &View<'_, '_>, cue: &Cue<'_>, sentence: &Range<usize>, draft: &Draft) -> bool {
    let Some(last) = sentence.end.checked_sub(1) else { return false };
    let is_plain = matches!(draft.shape, Shape::That | Shape::Whether | Shape::Infinitive);
    is_plain && view.depth(cue.main) == 0 && view.text.word(last).contains('?') && draft.start() >= cue.end
}

/// Whether the sentence opens with a rumour that it goes on to tell: «По слухам, …».
fn is_rumour(view: &View<'_, '_>, sentence: &Range<usize>) -> bool {
    let found = view.phrase(sentence.start, |phrase| phrase.kind == PhraseKind::Hedge(HedgeKind::Hearsay));
    found.is_some_and(|(_, end)| view.kind(end) == Some(TokenKind::Comma))
}

/// Whether the content is handed on as somebody's words: «ответил, мол, …».
fn is_relayed(view: &View<'_, '_>, cue: &Cue<'_>) -> bool {
    view.kind(cue.end) == Some(TokenKind::Comma) && hedge_at(view, cue.end + 1) == Some(HedgeKind::Hearsay)
}

fn hedge_at(view: &View<'_, '_>, at: usize) -> Option<HedgeKind> {
    let (phrase, _) = view.phrase(at, |phrase| matches!(phrase.kind, PhraseKind::Hedge(_)))?;
    match phrase.kind {
        PhraseKind::Hedge(kind) => Some(kind),
        _ => None,
    }
}
