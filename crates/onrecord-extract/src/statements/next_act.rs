//! Where the words of one verb of saying end because the next one begins an act of its own.

use onrecord_lang::{Features, Tags, Takes};
use onrecord_text::TokenKind;

use super::cue::Cue;
use super::draft::Shape;
use super::right;
use crate::noun_phrase::is_speaker_like;
use crate::view::View;

/// Where the content of a verb must end because a verb of the same rank begins: «, добавив, что», «и подчеркнул, что».
pub(super) fn sibling(view: &View<'_, '_>, cues: &[Cue<'_>], place: usize, end: usize) -> Option<usize> {
    let cue = &cues[place];
    cues.iter()
        .skip(place + 1)
        .filter(|next| view.depth(next.main) == view.depth(cue.main) && next.tokens.start < end)
        .find_map(|next| {
            let before = next.tokens.start.checked_sub(1)?;
            if before < cue.end {
                return None;
            }
            let comma = view.kind(before) == Some(TokenKind::Comma);
            let joined = view.has(before, Tags::COORD) && !view.has(before, Tags::ADV);
            let same = next.features.any(Features(cue.features.0 & Features::V_ANY.0))
                && next.features.any(Features(cue.features.0 & Features::FINITE.0));
            if comma && waits_for_verb(view, cue.end, before) {
                return None;
            }
            if comma && is_aside(view, next, end) {
                return Some(before);
            }
            if let Some(comma) = subject_aside(view, cue, next, end) {
                return Some(comma);
            }
            if next.is_gerund() && (comma || joined) {
                return Some(if joined && before > cue.end && view.kind(before - 1) == Some(TokenKind::Comma) {
                    before - 1
                } else {
                    before
                });
            }
            if let Some(comma) = own_clause(view, next, cue.end, end) {
                return Some(comma);
            }
            if joined && same && (agrees_alone(view, next) || is_next_act(view, cue, next)) {
                // «, но и назвал»: two conjunctions may join.
                let first =
                    (cue.end..before).rev().take_while(|&at| view.has(at, Tags::COORD)).last().unwrap_or(before);
                let comma_too = view.kind(first.wrapping_sub(1)) == Some(TokenKind::Comma);
                return Some(if comma_too { first - 1 } else { first });
            }
            None
        })
}

/// «…, что газопровод, строительство которого идёт, угрожает …»: whether a subject before a relative clause has had no
/// verb yet, so that the verb behind the clause is its own.
fn waits_for_verb(view: &View<'_, '_>, from: usize, comma: usize) -> bool {
    let Some(comp) = (from..comma).find(|&at| view.has(at, Tags::COMP)).filter(|_| view.has_cases()) else {
        return false;
    };
    let (mut relative, mut inside) = (false, false);
    for at in comp + 1..comma {
        if view.kind(at) == Some(TokenKind::Comma) {
            inside = !inside && (at + 1..at + 4).any(|near| view.has(near, Tags::REL));
            relative |= inside;
        } else if !inside && right::is_finite(view, at) {
            return false;
        }
    }
    relative
}

/// «X сказал, что парк закроют, и пообещал …»: the second verb agrees with the first and not with what was said.
fn is_next_act(view: &View<'_, '_>, cue: &Cue<'_>, next: &Cue<'_>) -> bool {
    let both = cue.features.any(Features::PAST) && next.features.any(Features::PAST);
    if !view.has_cases() || !both {
        return both && !view.has_cases();
    }
    let own = cue.features.0 & Features::V_ANY.0;
    let last = (cue.end..next.tokens.start).rev().find(|&at| view.depth(at) == 0 && right::is_finite(view, at));
    let foreign = last
        .and_then(|at| view.token(at))
        .is_some_and(|token| !token.is(Features::PAST) || token.word.features.0 & own == 0);
    own.count_ones() == 1 && foreign
}

/// «…, и Y пишет, что …», «…, а Y потребовал …», "…, while Y demanded …": a clause of the same rank with a subject
/// of its own; the comma before it.
fn own_clause(view: &View<'_, '_>, next: &Cue<'_>, from: usize, end: usize) -> Option<usize> {
    let opening = right::opening(view, next, end)?;
    let strong = matches!(opening.shape, Shape::That | Shape::ColonQuote);
    let start = next.tokens.start.saturating_sub(10).max(from);
    let comma =
        (start..next.tokens.start).rev().find(|&at| view.depth(at) == 0 && view.kind(at) == Some(TokenKind::Comma))?;
    let joined = view.has(comma + 1, Tags(Tags::COORD.0 | Tags::SUB.0))
        && !view.has(comma + 1, Tags(Tags::ADV.0 | Tags::REL.0 | Tags::AS.0));
    let subject = !right::has_finite(view, comma + 2..next.tokens.start) && comma + 2 < next.tokens.start;
    let named =
        view.names.at(next.tokens.start - 1).is_some_and(|name| name.is_person() && name.tokens.start == comma + 2);
    let coordinate = view.has(comma + 1, Tags::COORD) || named && !view.has_cases();
    (joined && coordinate && subject && (strong && view.has_cases() || named && opening.shape != Shape::Topic))
        .then_some(comma)
}

/// "…, Reuters reported": where nothing declines, an aside with its subject first; the comma before it.
fn subject_aside(view: &View<'_, '_>, cue: &Cue<'_>, next: &Cue<'_>, end: usize) -> Option<usize> {
    if view.has_cases() || !is_aside(view, next, end) {
        return None;
    }
    let from = next.tokens.start.saturating_sub(10).max(cue.end);
    let comma =
        (from..next.tokens.start).rev().find(|&at| view.kind(at) == Some(TokenKind::Comma) && view.depth(at) == 0)?;
    let subject = crate::noun_phrase::phrase_at(view, comma + 1, next.tokens.start, Features::ALL_CASES)?;
    (subject.tokens.end == next.tokens.start && is_speaker_like(view, subject.head)).then_some(comma)
}

/// «…, сообщила газета»: a verb at the head of its piece that opens nothing of its own.
fn is_aside(view: &View<'_, '_>, next: &Cue<'_>, end: usize) -> bool {
    let finite = next.features.any(Features::FINITE) && next.takes_clause();
    finite && !next.is_gerund() && right::opening(view, next, end).is_none_or(|opening| opening.shape == Shape::Topic)
}

/// Whether the second of two joined verbs goes on to say something («и подчеркнул, что»).
fn agrees_alone(view: &View<'_, '_>, next: &Cue<'_>) -> bool {
    next.takes(&Takes::That)
        && (next.end..next.end + 8).any(|at| view.has(at, Tags::COMP) || view.kind(at) == Some(TokenKind::Colon))
}
