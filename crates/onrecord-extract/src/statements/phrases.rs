//! Statements whose cue is a phrase: «по словам X», «за словами X», "according to X".

use std::ops::Range;

use onrecord_lang::{Features, HedgeKind, Phrase, PhraseKind, Tags};
use onrecord_text::TokenKind;

use super::draft::{Draft, Shape, SourceKind};
use super::hedges;
use super::source::trimmed;
use crate::noun_phrase::{NounPhrase, phrase_at};
use crate::view::View;

/// A source phrase where it stands.
struct Found {
    cue: Vec<Range<usize>>,
    source: NounPhrase,
    kind: SourceKind,
    whole: Range<usize>,
}

/// Adds the statements of a sentence's source phrases.
pub(crate) fn read(view: &View<'_, '_>, sentence: Range<usize>, drafts: &mut Vec<Draft>) {
    let mut at = sentence.start;
    while at < sentence.end {
        let found = if view.depth(at) == 0 { phrase(view, at, &sentence) } else { None };
        at = match found {
            Some(found) => {
                let next = found.whole.end;
                drafts.extend(draft(view, &sentence, found));
                next.max(at + 1)
            }
            None => at + 1,
        };
    }
}

fn phrase(view: &View<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Found> {
    let form = view.text.normal(at);
    if form.is_empty() {
        return None;
    }
    // «Если верить слухам» is nobody's word.
    let rumour = hedges::at(view, at).filter(|&(kind, _)| kind == HedgeKind::Hearsay).map_or(at, |(_, end)| end);
    view.pack
        .phrases(form)
        .filter(|phrase| phrase.kind == PhraseKind::Source)
        .find_map(|phrase| fill(view, at, phrase, sentence).filter(|found| found.source.tokens.start >= rumour))
}

/// The phrase with its slot filled: words before the slot, the source, words after it.
fn fill(view: &View<'_, '_>, at: usize, phrase: &Phrase, sentence: &Range<usize>) -> Option<Found> {
    let slot = phrase.words.iter().position(|word| &**word == "*")?;
    let (head, tail) = (&phrase.words[..slot], &phrase.words[slot + 1..]);
    let start = view.matches(at, head)?;
    if tail.is_empty() {
        let (source, kind) = slot_source(view, start, sentence.end, phrase)?;
        let whole = at..source.tokens.end;
        return Some(Found { cue: vec![at..start], source, kind, whole });
    }
    // «по его словам», "in his words": the slot ends where the tail begins.
    let end = (start + 1..(start + 9).min(sentence.end)).find(|&end| view.matches(end, tail).is_some())?;
    let past = view.matches(end, tail)?;
    let source = NounPhrase::new(start..end, start);
    let owns = view.has(start, Tags(Tags::POSS3.0 | Tags::PRON3.0)) && end == start + 1;
    let named = (start..end).any(|token| crate::noun_phrase::is_speaker_like(view, token));
    (owns || named).then(|| Found {
        cue: vec![at..start, end..past],
        source,
        kind: if owns { SourceKind::Possessive } else { SourceKind::Plain },
        whole: at..past,
    })
}

/// What fills a slot at the end of a phrase.
fn slot_source(view: &View<'_, '_>, start: usize, limit: usize, phrase: &Phrase) -> Option<(NounPhrase, SourceKind)> {
    let read = phrase_at(view, start, limit, phrase.case)?;
    let is_governed = !phrase.case.is_nominative();
    Some((NounPhrase { is_governed, ..with_apposition(view, read, limit, phrase) }, SourceKind::Plain))
}

/// «по словам X, главы Y, …»: an office after the name belongs to the source when another comma closes it.
fn with_apposition(view: &View<'_, '_>, mut source: NounPhrase, limit: usize, phrase: &Phrase) -> NounPhrase {
    let end = source.tokens.end;
    if view.kind(end) != Some(TokenKind::Comma) {
        return source;
    }
    let Some(role) = phrase_at(view, end + 1, limit, phrase.case) else { return source };
    let closed = view.kind(role.tokens.end) == Some(TokenKind::Comma);
    if closed && view.has(role.head, Tags::ROLE) && view.names.at(source.head).is_some() {
        source.tokens.end = role.tokens.end;
    }
    source
}

fn draft(view: &View<'_, '_>, sentence: &Range<usize>, found: Found) -> Option<Draft> {
    let mut end = sentence.end;
    while end > sentence.start && view.kind(end - 1) == Some(TokenKind::Stop) {
        end -= 1;
    }
    let before = trimmed(view, clause_start(view, sentence.start, found.whole.start)..found.whole.start);
    let after = trimmed(view, past_relative(view, found.whole.end, end)..end);
    let set_off = |at: usize| {
        matches!(
            view.kind(at),
            Some(
                TokenKind::Comma
                    | TokenKind::Dash
                    | TokenKind::Colon
                    | TokenKind::OpenBracket
                    | TokenKind::CloseBracket
            )
        )
    };
    let opens = before.len() <= 2
        && before.clone().all(|at| view.is_filler(at) || view.has(at, Tags::COORD) || view.in_time(at))
        || follows_lost_stop(view, found.whole.start) && view.kind(after.start) != Some(TokenKind::Open);
    let content = if opens && after.len() > 1 {
        vec![after]
    } else if after.is_empty() && before.len() > 1 {
        vec![before]
    } else if set_off(found.whole.end) && found.whole.start > 0 && set_off(found.whole.start - 1) {
        vec![before, after]
    } else {
        return None;
    };
    let main = found.whole.start;
    let mut draft = Draft::new(Shape::SourcePhrase, main, found.cue, content);
    draft.content.retain(|range| !range.is_empty());
    draft.source = Some(found.source);
    draft.source_kind = found.kind;
    Some(draft)
}

/// «… отставку Мэй По данным издания, …»: a capital letter after a small word shows that a full stop was lost.
fn follows_lost_stop(view: &View<'_, '_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| view.token(at));
    view.has_cases()
        && view.token(at).is_some_and(|token| token.is_capital && !token.is_acronym)
        && before.is_some_and(|token| token.is_word())
}

/// «По словам министра, страна которого председательствует, …»: past the relative clause.
fn past_relative(view: &View<'_, '_>, at: usize, end: usize) -> usize {
    let comma = view.kind(at) == Some(TokenKind::Comma);
    let first = if comma { at + 1 } else { at };
    let participle = |at: usize| {
        view.is(at, Features::PART)
            || view.is(at, Features::ADJ) && view.has(at + 1, Tags::PREP) && comma
            || !view.has_cases() && view.is(at, Features::PAST) && !comma
    };
    // "According to X, quoting Y, …".
    let cites = comma && crate::provenance::begins_reference(view, first);
    let relative = comma && (at + 1..at + 4).any(|at| view.has(at, Tags::REL)) || participle(first) || cites;
    let close = (at + 1..end).find(|&at| view.depth(at) == 0 && view.kind(at) == Some(TokenKind::Comma));
    if relative { close.unwrap_or(at) } else { at }
}

/// An aside inside a что-clause belongs to that clause alone.
fn clause_start(view: &View<'_, '_>, start: usize, at: usize) -> usize {
    // «…, которые, по их словам, не изменились»: the relative clause alone was said.
    let relative = at >= start + 2 && view.kind(at - 1) == Some(TokenKind::Comma) && view.has(at - 2, Tags::REL);
    if relative && view.has_cases() {
        return at - 2;
    }
    let comp = (start..at).rev().take(40).find(|&token| view.has(token, Tags::COMP) && view.depth(token) == 0);
    comp.map_or(start, |comp| comp + 1)
}
