//! The words that belong to a verb: auxiliaries, negation and adverbs before it, and what governs an infinitive.

use std::ops::Range;

use onrecord_lang::{Features, HedgeKind, PhraseKind, Stance, Tags, Takes};
use onrecord_text::TokenKind;

use super::hedges;
use super::how::is_inverted;
use super::right::is_finite;
use crate::view::View;

/// The words of a verb.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) tokens: Range<usize>,
    /// What the words that govern the verb make of it: «намерен», "yet to".
    pub(super) hedge: Option<HedgeKind>,
    /// Whether the verb is an infinitive or gerund that reports only by what governs it.
    pub(super) is_governed: bool,
    /// Whether what governs it refuses: «отказался подтвердить».
    pub(super) is_refused: bool,
}

impl Group {
    fn plain(tokens: Range<usize>) -> Self {
        Self { tokens, hedge: None, is_governed: false, is_refused: false }
    }
}

/// How far a negated auxiliary may stand from its verb: "did not at any point in the hearing tell".
const FARTHEST: usize = 10;

/// The verb with the small words before it.
pub(super) fn small_words(view: &View<'_, '_>, at: usize, end: usize, sentence: &Range<usize>) -> Range<usize> {
    let mut start = far_auxiliary(view, at, sentence).unwrap_or(at);
    let at = start;
    let small = Tags(Tags::NEG.0 | Tags::AUX.0 | Tags::ADV.0 | Tags::PARTICLE.0 | Tags::PHASAL.0);
    while start > sentence.start && at - start < 5 {
        if let Some(phrase) = small_phrase(view, start, sentence) {
            start = phrase;
            continue;
        }
        let before = start - 1;
        let belongs = view.has(before, small) || view.is(before, Features::ADV) && !view.is(before, Features::NOUN);
        if !belongs
            || view.names.at(before).is_some()
            || view.in_time(before)
            || view.has(before, Tags(Tags::COORD.0 | Tags::SUB.0)) && !view.has(before, Tags::ADV)
        {
            break;
        }
        start = before;
    }
    start..end
}

/// Where a small word of several words begins that ends right before a token: «поки що».
fn small_phrase(view: &View<'_, '_>, end: usize, sentence: &Range<usize>) -> Option<usize> {
    let small = Tags(Tags::ADV.0 | Tags::PARTICLE.0 | Tags::NEG.0 | Tags::PHASAL.0);
    let is_small = |kind: PhraseKind| matches!(kind, PhraseKind::Small(tags) if tags.has(small));
    (end.saturating_sub(3).max(sentence.start)..end)
        .find(|&start| view.phrase(start, |phrase| is_small(phrase.kind)).is_some_and(|(_, past)| past == end))
}

/// Where nothing declines: the negated auxiliary of a base form that a circumstance keeps from it.
pub(super) fn far_auxiliary(view: &View<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<usize> {
    if view.has_cases() || !view.is(at, Features::INF) {
        return None;
    }
    let from = at.saturating_sub(FARTHEST).max(sentence.start);
    let piece = (from..at).rev().take_while(|&at| view.kind(at) != Some(TokenKind::Comma));
    let auxiliary = piece.into_iter().find(|&at| view.has(at, Tags::AUX) || is_finite(view, at))?;
    let negated = view.has(auxiliary, Tags::AUX) && view.has(auxiliary + 1, Tags::NEG);
    (negated && view.has(auxiliary + 2, Tags::PREP)).then_some(auxiliary)
}

/// Whether a gerund is governed by a hedge right before it: "stops short of saying".
pub(super) fn governs_gerund(view: &View<'_, '_>, at: usize, sentence: &Range<usize>) -> bool {
    view.is(at, Features::GERUND) && hedges::before(view, at, sentence.start).is_some_and(|(kind, _)| governs(kind))
}

/// A verb that may be finite, with a hedge of several words right before it: «вряд ли признает», «будто бы обещал»,
/// "is said to have promised".
pub(super) fn of_finite(view: &View<'_, '_>, tokens: Range<usize>, main: usize, sentence: &Range<usize>) -> Group {
    let hedge = governing_hedge(view, &tokens, main, sentence);
    // "Nobody said": one word that denies may be the subject.
    let owned = hedge.filter(|&(kind, start)| kind != HedgeKind::Negation || start + 1 < tokens.start);
    let Some((kind, start)) = owned.filter(|&(_, start)| start < tokens.start) else { return Group::plain(tokens) };
    let start = small_words(view, start, tokens.end, sentence).start;
    Group { hedge: Some(kind), ..Group::plain(start..tokens.end) }
}

/// An infinitive or gerund with what governs it: a verb of phase («продолжают требовать»), a hedge («намерен
/// заявить», "stops short of saying"), a refusal («отказался сказать»); `main` is the verb itself.
pub(super) fn of_governed(
    view: &View<'_, '_>,
    tokens: Range<usize>,
    main: usize,
    sentence: &Range<usize>,
) -> Option<Group> {
    let from = tokens.start.saturating_sub(3).max(sentence.start);
    let phasal = (from..tokens.end).find(|&at| view.has(at, Tags(Tags::PHASAL.0 | Tags::MODAL.0)));
    let whole = |start: usize| small_words(view, start, tokens.end, sentence).start.min(tokens.start)..tokens.end;
    if let Some((kind, start)) = governing_hedge(view, &tokens, main, sentence) {
        let is_governed = phasal.is_none();
        return Some(Group { hedge: Some(kind), is_governed, ..Group::plain(whole(start)) });
    }
    if let Some(phasal) = phasal {
        return Some(Group::plain(whole(phasal)));
    }
    if let Some(refusal) = refusal(view, tokens.start, sentence) {
        return Some(Group { is_governed: true, is_refused: true, ..Group::plain(whole(refusal)) });
    }
    is_inverted(view, sentence, main).then(|| Group { is_governed: true, ..Group::plain(tokens) })
}

/// The hedge that governs an infinitive, and where it begins: it ends before the verb, small words aside.
fn governing_hedge(
    view: &View<'_, '_>,
    tokens: &Range<usize>,
    main: usize,
    sentence: &Range<usize>,
) -> Option<(HedgeKind, usize)> {
    let found = (tokens.start..=main).find_map(|end| {
        hedges::before(view, end, sentence.start)
            .filter(|_| (end..main).all(|at| view.is_filler(at) || view.has(at, Tags::AUX)))
    });
    found.filter(|&(kind, _)| governs(kind))
}

fn governs(kind: HedgeKind) -> bool {
    !matches!(kind, HedgeKind::Condition | HedgeKind::Question | HedgeKind::Rumour)
}

/// «Отказался», "refused to": the verb of refusing right before an infinitive.
fn refusal(view: &View<'_, '_>, infinitive: usize, sentence: &Range<usize>) -> Option<usize> {
    let mark = infinitive.checked_sub(1).filter(|&at| view.has(at, Tags::INFMARK));
    let at = mark.unwrap_or(infinitive).checked_sub(1).filter(|&at| at >= sentence.start)?;
    let verb = view.pack.verbs.get(view.token(at)?.word.verb as usize)?;
    (verb.stance == Stance::Denies && verb.takes(&Takes::Inf)).then_some(at)
}

/// Where nothing declines: the first word before the verb that is no adverb or negation.
pub(super) fn word_before(view: &View<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<usize> {
    let mut before = at;
    while before > sentence.start && (view.is_filler(before - 1) || view.has(before - 1, Tags::NEG)) {
        before -= 1;
        if view.has(before, Tags::MODAL) && view.names.at(before).is_none() {
            return Some(before);
        }
    }
    (before > sentence.start && !view.has_cases()).then(|| before - 1)
}
