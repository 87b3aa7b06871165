//! Whether the words around a time speak of what was or of what is to come.

use jiff::civil::Date;
use onrecord_lang::{Features, Tags, TimeClass};
use onrecord_text::TokenKind;

use super::calendar::distance;
use super::words::Words;

/// Where a clause puts its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// Before the publication, or on its day.
    Past,
    /// On the day of publication or later.
    Future,
    /// The words do not tell.
    Unknown,
}

impl Tense {
    /// Whether a day lies on the other side of the publication, more than so many days away.
    pub(super) fn opposes(self, day: Date, published: Date, days: i32) -> bool {
        let is_other_side = match self {
            Self::Past => day > published,
            Self::Future => day < published,
            Self::Unknown => false,
        };
        is_other_side && distance(day, published) > days
    }
}

/// How far a verb may stand from its time.
const REACH: usize = 24;

/// The tense of the clause around some tokens.
pub(super) fn of(words: &Words<'_, '_>, start: usize, end: usize) -> Tense {
    // «на вторник» points ahead; «на початку травня» does not.
    if words.follows(start, TimeClass::For) && !words.is(start, TimeClass::Part) {
        return Tense::Future;
    }
    if words.follows(start, TimeClass::Since) {
        return Tense::Past;
    }
    let near =
        verb_around(words, start, end, |kind| matches!(kind, TokenKind::Comma | TokenKind::Stop | TokenKind::Dash));
    near.or_else(|| verb_around(words, start, end, |kind| kind == TokenKind::Stop))
        .unwrap_or_else(|| by_preposition(words, start))
}

/// «до вторника» without a verb is still to come.
fn by_preposition(words: &Words<'_, '_>, start: usize) -> Tense {
    if words.follows(start, TimeClass::Until) { Tense::Future } else { Tense::Unknown }
}

/// The tense of the nearest verb on either side, up to a token that ends the search there.
fn verb_around(words: &Words<'_, '_>, start: usize, end: usize, stops: impl Fn(TokenKind) -> bool) -> Option<Tense> {
    let (mut left, mut right) = (true, true);
    let mut weak = None;
    for step in 0..REACH {
        for is_left in [true, false] {
            let open = if is_left { &mut left } else { &mut right };
            let at = if is_left { start.checked_sub(step + 1) } else { Some(end + step) };
            let token = at.and_then(|at| words.token(at)).filter(|token| *open && !stops(token.kind));
            let (Some(at), Some(_)) = (at, token) else {
                *open = false;
                continue;
            };
            match tense_of_word(words, at) {
                Some((tense, true)) => return Some(tense),
                Some((tense, false)) => weak = weak.or(Some(tense)),
                None => {}
            }
        }
    }
    weak
}

/// The tense a word gives its clause, and whether that is certain.
fn tense_of_word(words: &Words<'_, '_>, at: usize) -> Option<(Tense, bool)> {
    if words.is(at, TimeClass::Future) {
        return Some((Tense::Future, true));
    }
    if words.is(at, TimeClass::Past) {
        return Some((Tense::Past, true));
    }
    let token = words.token(at)?;
    let features = token.word.features;
    let is_nominal = features.any(Features::NOUN | Features::ADJ) && !token.has(Tags::CUE_VERB);
    if !token.is_word() || is_nominal && !features.any(Features::GUESSED) {
        return None;
    }
    if features.any(Features::PAST) {
        return Some((Tense::Past, !is_nominal));
    }
    if features.any(Features::SHORT) {
        return Some((Tense::Past, false));
    }
    if !features.any(Features::PRES) || token.has(Tags::AUX) {
        return None;
    }
    // «Газета пишет в среду» tells of what was written; a perfective present tells of what is to come.
    let speaks = token.has(Tags::CUE_VERB);
    match (speaks, words.times.has_perfective) {
        (true, _) => Some((Tense::Past, false)),
        (false, true) => Some((Tense::Future, !is_nominal)),
        (false, false) => None,
    }
}
