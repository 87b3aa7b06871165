//! Where the content of a verb ends.

use std::ops::Range;

use onrecord_lang::{Features, Tags};
use onrecord_text::TokenKind;

use super::cue::Cue;
use super::draft::Shape;
use super::how;
use super::right::{self, Opening};
use super::source::trimmed;
use crate::view::View;

/// From where content begins to where it ends.
pub(super) fn content_after(
    view: &View<'_, '_>,
    verb: &Cue<'_>,
    shape: Shape,
    start: usize,
    limit: usize,
) -> Range<usize> {
    match shape {
        Shape::ColonQuote => {
            let close = view.close_of(start).map_or(limit, |close| close + 1);
            // A quotation that is only the beginning of the clause makes it mixed.
            let rest = trimmed(view, close..limit);
            if rest.len() <= 1 || close >= limit { start..close.max(start) } else { keep_quotes(view, start..limit) }
        }
        Shape::Topic | Shape::Object | Shape::Preposition | Shape::Called | Shape::Infinitive => {
            let end = piece_end(view, start, limit);
            keep_quotes(view, start..before_joined_verb(view, verb, start, end))
        }
        Shape::That | Shape::Bare => {
            let limit = before_contrast(view, verb, start, before_joined_act(view, verb, start, limit));
            keep_quotes(view, start..before_reference(view, start, limit))
        }
        _ => keep_quotes(view, start..limit),
    }
}

/// "… the park would close in an interview with local radio": where it was said is no part of what was said.
fn before_reference(view: &View<'_, '_>, start: usize, limit: usize) -> usize {
    let from = limit.saturating_sub(12).max(start + 2);
    (from..limit)
        .find(|&at| view.depth(at) == 0 && view.has(at, Tags::PREP) && crate::provenance::is_reference(view, at, limit))
        .unwrap_or(limit)
}

/// «Компания заявила, что согласие достигнуто, и запросила …»: a verb after a conjunction that agrees with the
/// reporting verb and not with what was said is the reporter's next act.
fn before_joined_act(view: &View<'_, '_>, cue: &Cue<'_>, start: usize, limit: usize) -> usize {
    let agreement = |features: Features| features.0 & Features::V_ANY.0;
    let own = agreement(cue.features);
    if !view.has_cases() || !cue.features.any(Features::PAST) || own.count_ones() != 1 {
        return limit;
    }
    let mut others = false;
    for at in start..limit {
        let Some(token) = view.token(at).filter(|token| token.depth == 0) else { continue };
        let past = right::may_be_finite(view, at) && token.is(Features::PAST) && token.word.features.0 & own != 0;
        let joined = at > start && view.has(at - 1, Tags::COORD) && !view.has(at - 1, Tags::ADV);
        if past && joined && others {
            return if view.kind(at - 2) == Some(TokenKind::Comma) { at - 2 } else { at - 1 };
        }
        if past {
            return limit;
        }
        others |= right::is_finite(view, at);
    }
    limit
}

/// «Требует прекратить участие и угрожает санкциями»: a finite verb after a conjunction that agrees with the
/// reporting verb ends an infinitive or an object.
fn before_joined_verb(view: &View<'_, '_>, cue: &Cue<'_>, start: usize, limit: usize) -> usize {
    let own = cue.features.0 & (Features::V_ANY.0 | Features::FINITE.0);
    let joined = |at: usize| view.has(at, Tags::COORD) && !view.has(at, Tags::ADV) && view.depth(at) == 0;
    let agrees = |at: usize| {
        right::is_finite(view, at)
            && view.token(at).is_some_and(|token| {
                let theirs = token.word.features.0;
                theirs & own & Features::V_ANY.0 != 0 && theirs & own & Features::FINITE.0 != 0
            })
    };
    let clause =
        |at: usize| (start..at).any(|before| view.kind(before) == Some(TokenKind::Comma) && view.depth(before) == 0);
    let cut = (start + 1..limit.saturating_sub(1)).find(|&at| joined(at) && agrees(at + 1) && !clause(at));
    cut.filter(|_| view.has_cases() && cue.features.any(Features::FINITE)).unwrap_or(limit)
}

/// «Мог сказать, что A, но промолчал», «не только признал, что A, а й повернув …»: what is set against an act that was
/// denied, possible or not the only one is the speaker's next act, not what was said.
fn before_contrast(view: &View<'_, '_>, cue: &Cue<'_>, start: usize, limit: usize) -> usize {
    if !cue.is_set_against() {
        return limit;
    }
    let resumes = |comma: usize| {
        let next = (comma + 2..(comma + 6).min(limit)).find(|&at| !view.is_filler(at) && !view.has(at, Tags::COORD));
        let pronoun = |at: usize| view.has(at, Tags::PRON3) && right::may_be_finite(view, at + 1);
        next.is_some_and(|at| right::may_be_finite(view, at) || view.has(at, Tags::PHASAL) || pronoun(at))
    };
    let contrast = |&at: &usize| view.kind(at) == Some(TokenKind::Comma) && view.has(at + 1, Tags::ADVERSATIVE);
    (start..limit).find(|at| view.depth(*at) == 0 && contrast(at) && resumes(*at)).unwrap_or(limit)
}

/// The end of an object or infinitive: before «, а …», «, но …», an aside, or a new main clause.
fn piece_end(view: &View<'_, '_>, start: usize, limit: usize) -> usize {
    let mut at = start;
    while at < limit {
        if view.depth(at) == 0
            && view.kind(at) == Some(TokenKind::Comma)
            && view.has(at + 1, Tags::COORD)
            && !view.has(at + 1, Tags::ADV)
        {
            let clause = (at + 2..limit).take(12).any(|next| right::is_finite(view, next));
            if clause {
                return at;
            }
        }
        at += 1;
    }
    limit
}

/// A range without loose marks at its ends, but with the marks of its quotations.
pub(super) fn keep_quotes(view: &View<'_, '_>, tokens: Range<usize>) -> Range<usize> {
    trimmed(view, tokens)
}

/// «Если судья скажет, что P, …», «X, назвавшая смету завышенной, вышла»: in a subordinate clause the content ends
/// at the comma that closes the clause.
pub(super) fn end_of_embedded(
    view: &View<'_, '_>,
    cue: &Cue<'_>,
    opening: Opening,
    floor: usize,
    limit: usize,
) -> Option<usize> {
    let conditional = (floor..cue.tokens.start).any(|at| view.has(at, Tags::SUB) && view.has(at, Tags::COND))
        || how::is_inverted(view, &view.sentence(cue.main), cue.main);
    let relative = cue.features.any(Features::PART)
        || (cue.tokens.start.saturating_sub(4).max(floor)..cue.tokens.start).any(|at| view.has(at, Tags::REL));
    let comma = |from: usize| (from..limit).find(|&at| view.depth(at) == 0 && view.kind(at) == Some(TokenKind::Comma));
    if conditional {
        return comma(opening.content);
    }
    let close = comma(opening.content).filter(|_| relative)?;
    let resumes = (close + 1..(close + 4).min(limit)).find(|&at| !view.is_filler(at));
    let follows = right::verb_follows(view, close + 1, limit);
    resumes.filter(|&at| follows || right::may_be_finite(view, at)).map(|_| close)
}
