//! Sources that look like none: nobody at all («Ни следователь, ни эксперт», "Not one of the witnesses"), and who stands
//! behind words that open a clause («Не кто иной, как министр», «…, как мэрия сообщила»).

use std::ops::Range;

use onrecord_lang::{Features, HedgeKind, Tags};
use onrecord_text::TokenKind;

use super::cue::Cue;
use super::draft::SourceKind;
use super::hedges;
use super::right::has_finite;
use super::rumour;
use super::source::Source;
use crate::noun_phrase::{NounPhrase, phrase_at};
use crate::subject;
use crate::view::View;

/// A source is no longer than this many words.
const LONGEST: usize = 16;

/// The source before a verb for which no ordinary subject was found.
pub(super) fn source(view: &View<'_, '_>, cue: &Cue<'_>, floor: usize) -> Source {
    let floor = cue.tokens.start.saturating_sub(LONGEST).max(floor);
    let found = who_denies(view, cue, floor)
        .or_else(|| after_opener(view, cue, floor))
        .or_else(|| of_own_clause(view, cue, floor))?;
    Some((found, SourceKind::Plain))
}

/// The subject behind what only seemed to be one: "The jockey, it is said, confessed", "Not the owner but his lawyer
/// said", "It was not long before the council announced".
pub(super) fn past_dummy(view: &View<'_, '_>, cue: &Cue<'_>, found: NounPhrase, floor: usize) -> NounPhrase {
    let sentence = view.sentence(cue.main);
    if let Some(rumour) = rumour::around(view, found.head, &sentence).filter(|&rumour| rumour > floor) {
        return subject::before(view, rumour - 1, floor, cue.features).map_or(found, |before| before.phrase);
    }
    // "Not the owner but his lawyer": the second of the two.
    let rival = found.tokens.clone().find(|&at| view.has(at, Tags::ADVERSATIVE));
    let denied = found.tokens.start > floor && view.has(found.tokens.start - 1, Tags::NEG);
    if let Some(rival) = rival.filter(|_| denied) {
        return phrase_at(view, rival + 1, found.tokens.end, Features::ALL_CASES).unwrap_or(found);
    }
    let is_cut = |from: usize| has_finite(view, from..cue.tokens.start);
    let own = if is_cut(found.tokens.end) { of_own_clause(view, cue, found.tokens.end) } else { None };
    own.unwrap_or(found)
}

/// The subject of a clause that a conjunction opens without a comma after it.
fn of_own_clause(view: &View<'_, '_>, cue: &Cue<'_>, floor: usize) -> Option<NounPhrase> {
    let floor = cue.tokens.start.saturating_sub(LONGEST).max(floor);
    let opener = (floor..cue.tokens.start).rev().find(|&at| view.has(at, Tags::SUB))?;
    let one_piece = (opener..cue.tokens.start).all(|at| view.kind(at) != Some(TokenKind::Comma));
    let found = subject::before(view, cue.tokens.start, opener + 1, cue.features).filter(|_| one_piece)?;
    (!found.is_carried).then_some(found.phrase)
}

/// «Никто из пассажиров», «Ни следователь, ни эксперт», "Neither of the two pilots": all from the word that denies to the verb.
fn who_denies(view: &View<'_, '_>, cue: &Cue<'_>, floor: usize) -> Option<NounPhrase> {
    let start = (floor..cue.tokens.start).find(|&at| opens_denial(view, at, floor))?;
    let tokens = start..cue.tokens.start;
    let is_name = !tokens.clone().any(|at| view.has(at, Tags::AUX)) && !has_finite(view, tokens.clone());
    let commas = tokens.clone().filter(|&at| view.kind(at) == Some(TokenKind::Comma));
    let joined = commas.into_iter().all(|at| view.has(at + 1, Tags::NEG));
    (is_name && joined).then(|| NounPhrase::new(tokens, start))
}

fn opens_denial(view: &View<'_, '_>, at: usize, floor: usize) -> bool {
    let joins = view.has(at, Tags::NEG) && view.has(at, Tags::COORD);
    let denies = joins || matches!(hedges::at(view, at), Some((HedgeKind::Negation, _)));
    let opens = (floor..at).all(|before| view.is_filler(before))
        || at > floor && matches!(view.kind(at - 1), Some(TokenKind::Comma | TokenKind::Dash | TokenKind::Colon));
    denies && opens && !view.has(at, Tags::PREP) && !view.has(at + 1, Tags::PREP) || denies && opens && is_of(view, at)
}

/// "None of the judges", «никто из соседей»: a word that denies, of a group.
fn is_of(view: &View<'_, '_>, at: usize) -> bool {
    !view.has(at, Tags(Tags::PREP.0 | Tags::COORD.0)) && view.has(at + 1, Tags::PREP)
}

/// Who stands behind words that only look like a denial: «Не кто иной, как министр культуры, назвал».
fn after_opener(view: &View<'_, '_>, cue: &Cue<'_>, floor: usize) -> Option<NounPhrase> {
    let affirmed = |at: usize| hedges::at(view, at).filter(|&(kind, _)| kind == HedgeKind::Affirmed);
    let (_, mut from) = (floor..cue.tokens.start).find_map(affirmed)?;
    while view.kind(from) == Some(TokenKind::Comma) || view.has(from, Tags::AS) {
        from += 1;
    }
    let wanted = subject::wanted(view, cue.features);
    let phrase = phrase_at(view, from, cue.tokens.start, wanted)?;
    ends_at(view, phrase.tokens.clone(), cue.tokens.start).then_some(phrase)
}

/// Whether a phrase reaches the verb, a comma aside.
fn ends_at(view: &View<'_, '_>, phrase: Range<usize>, verb: usize) -> bool {
    phrase.end == verb || phrase.end + 1 == verb && view.kind(phrase.end) == Some(TokenKind::Comma)
}

/// «В турфирме не уточнили»: a place of work that no list knows, at the head of the sentence, right before a plural verb.
pub(super) fn at_work(view: &View<'_, '_>, cue: &Cue<'_>, floor: usize) -> Option<NounPhrase> {
    let governed = view.token(floor).filter(|token| token.has(Tags::PREP))?.word.features.nominal();
    let opens =
        cue.tokens.start.checked_sub(floor).is_some_and(|n| n <= LONGEST) && view.sentence(floor).start == floor;
    let locative = Features(governed.0 & Features::case(onrecord_lang::Case::Locative).0);
    if !opens || locative.is_empty() || cue.is_impersonal() {
        return None;
    }
    let phrase = phrase_at(view, floor + 1, cue.tokens.start, locative)?;
    let head = view.token(phrase.head)?;
    let unknown = head.word.tags.0 == 0 && head.is(Features::GUESSED) && !view.in_time(phrase.head);
    let is_whole = phrase.tokens.end == cue.tokens.start && phrase.head + 1 == phrase.tokens.end;
    (unknown && is_whole).then_some(NounPhrase { tokens: floor..phrase.tokens.end, ..phrase })
}
