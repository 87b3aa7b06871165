//! Verbs that report, with their auxiliaries, negation and adverbs.

use std::ops::Range;

use onrecord_lang::{CueVerb, Features, HedgeKind, NO_ENTRY, Number, PhraseKind, Stance, Tags, Takes};
use onrecord_text::TokenKind;

use super::group::{self, Group, small_words, word_before};
use super::{hedges, rumour};
use crate::view::View;

/// A verb that reports, where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Cue<'v> {
    /// The verb with its group: «также не стал комментировать».
    pub(crate) tokens: Range<usize>,
    /// The verb itself.
    pub(crate) main: usize,
    /// One past the verb (past the last word of a verb of several words).
    pub(crate) end: usize,
    /// Its list entry.
    pub(crate) verb: &'v CueVerb,
    /// The entry's place.
    pub(crate) place: u32,
    /// Its readings.
    pub(crate) features: Features,
    /// Whether it is negated.
    pub(crate) is_negated: bool,
    /// Whether its grammatical subject was told, not telling: "was told".
    pub(crate) is_passive: bool,
    /// Whether it may, might, will be said.
    pub(crate) is_modal: bool,
    /// Whether it is an infinitive or gerund that reports only by what governs it: «намерен заявить».
    pub(crate) is_governed: bool,
    /// Whether what governs it refuses: «отказался подтвердить».
    pub(crate) is_refused: bool,
    /// Whether it only looks denied: «не только сказал».
    pub(crate) is_affirmed: bool,
}

impl Cue<'_> {
    pub(crate) fn takes(&self, shape: &Takes) -> bool {
        self.verb.takes(shape)
    }

    /// Whether it takes any clause or quotation, so that what stands beside it can be its content.
    pub(crate) fn takes_clause(&self) -> bool {
        self.verb.takes.iter().any(|takes| matches!(takes, Takes::That | Takes::Quote | Takes::Aside | Takes::Bare))
    }

    pub(crate) fn is_gerund(&self) -> bool {
        self.features.any(Features::GERUND) && !self.features.any(Features::FINITE)
    }

    /// Impersonal: «сообщается», «заявлено», «йдеться».
    pub(crate) fn is_impersonal(&self) -> bool {
        self.features.any(Features::IMPERSONAL) || self.is_passive
    }

    /// «Заявит»: the present form of a verb of finished acts.
    pub(crate) fn is_future(&self) -> bool {
        self.features.any(Features::PRES)
            && self.features.any(Features::PERFECTIVE)
            && !self.features.any(Features(Features::PAST.0 | Features::LASTING.0))
    }

    /// Whether it asks something, or leaves open what it denies: "did not say whether", «не объяснил, почему».
    pub(crate) fn takes_question(&self) -> bool {
        let tells = matches!(self.verb.stance, Stance::Says | Stance::Writes | Stance::Knows | Stance::Denies);
        self.takes(&Takes::Whether) || self.is_negated && tells && self.takes_clause()
    }

    /// Whether another act may be set against it: «мог сказать, но промолчал», «не только сказал, но и сделал».
    pub(crate) fn is_set_against(&self) -> bool {
        self.is_negated || self.is_modal || self.is_affirmed
    }

    pub(crate) fn is_opinion(&self) -> bool {
        self.verb.stance == Stance::Opines
    }
}

/// All reporting verbs of a sentence, in order.
pub(crate) fn cues<'v>(view: &View<'v, '_>, sentence: Range<usize>) -> Vec<Cue<'v>> {
    let mut cues = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        match cue_at(view, at, &sentence) {
            Some(cue) => {
                at = cue.end;
                cues.push(cue);
            }
            None => at += 1,
        }
    }
    cues
}

fn cue_at<'v>(view: &View<'v, '_>, at: usize, sentence: &Range<usize>) -> Option<Cue<'v>> {
    let token = view.token(at)?;
    if token.kind != TokenKind::Word {
        return None;
    }
    let (place, features, end) = long_verb(view, at).or_else(|| short_verb(view, at, sentence))?;
    if rumour::around(view, at, sentence).is_some() {
        return None;
    }
    let verb = view.pack.verbs.get(place as usize)?;
    let words = small_words(view, at, end, sentence);
    let is_passive = features.any(Features::PAST) && (words.start..at).any(|at| view.has(at, Tags::BE));
    let before = word_before(view, at, sentence);
    let group = grouped(view, words, at, features, before, sentence)?;
    let tokens = group.tokens.clone();
    // «Я думаю», "I should say": the author speaks.
    if tokens.start > sentence.start
        && view.has(tokens.start - 1, Tags::PRON1)
        && view.depth(at) == 0
        && !view.has(tokens.start - 1, Tags::POSS3)
    {
        return None;
    }
    let is_affirmed = tokens.clone().any(|at| is_affirmed(view, at, end));
    let joint = tokens.start.checked_sub(1).filter(|&at| view.has(at, Tags::INFMARK)).unwrap_or(tokens.start);
    let is_joined = joint > sentence.start && view.has(joint - 1, Tags::NEG);
    let denies = |at: usize| matches!(hedges::at(view, at), Some((HedgeKind::Negation, past)) if past < end);
    let is_denied = is_joined
        || group.hedge == Some(HedgeKind::Negation)
        || tokens.clone().any(|at| view.has(at, Tags::NEG) || denies(at));
    let is_modal = !is_affirmed
        && (before.is_some_and(|before| view.has(before, Tags::MODAL))
            || tokens.clone().any(|at| view.has(at, Tags::MODAL)));
    Some(Cue {
        main: at,
        end,
        verb,
        place,
        // A gerund that its hedge governs stands for a finite verb.
        features: if group.is_governed { Features(features.0 & !Features::GERUND.0) } else { features },
        is_negated: !is_affirmed && is_denied != group.is_refused,
        is_passive,
        is_modal,
        is_governed: group.is_governed,
        is_refused: group.is_refused,
        is_affirmed,
        tokens,
    })
}

/// The verb's words, with what governs it; none for an infinitive that nothing makes report.
fn grouped(
    view: &View<'_, '_>,
    words: Range<usize>,
    at: usize,
    features: Features,
    before: Option<usize>,
    sentence: &Range<usize>,
) -> Option<Group> {
    let marked = before.is_some_and(|before| view.has(before, Tags::INFMARK)) && !features.any(Features::PAST);
    let gerund = features.any(Features::GERUND) && !features.any(Features::FINITE) && !view.has_cases();
    if features.any(Features::INF) && (!features.any(Features::FINITE) || marked) {
        return group::of_governed(view, words, at, sentence);
    }
    let governed = gerund.then(|| group::of_governed(view, words.clone(), at, sentence)).flatten();
    let plain = || group::of_finite(view, words, at, sentence);
    Some(governed.filter(|group| group.hedge.is_some()).unwrap_or_else(plain))
}

/// Whether words before the verb only look like a negation: «не только сказал», "could not but admit".
fn is_affirmed(view: &View<'_, '_>, at: usize, end: usize) -> bool {
    let found = view.phrase(at, |phrase| phrase.kind == PhraseKind::Hedge(HedgeKind::Affirmed));
    found.is_some_and(|(_, past)| past < end)
}

/// «Дал понять», "pointed out".
fn long_verb(view: &View<'_, '_>, at: usize) -> Option<(u32, Features, usize)> {
    let (phrase, end) = view.phrase(at, |phrase| matches!(phrase.kind, PhraseKind::Verb(..)))?;
    match phrase.kind {
        PhraseKind::Verb(place, features) => Some((place, features, end)),
        _ => None,
    }
}

fn short_verb(view: &View<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<(u32, Features, usize)> {
    let token = view.token(at)?;
    let place = token.word.verb;
    if place == NO_ENTRY || is_noun_here(view, at, sentence) {
        return None;
    }
    Some((place, token.word.features, at + 1))
}

/// Whether a word that is also a noun or a name stands here as one.
fn is_noun_here(view: &View<'_, '_>, at: usize, sentence: &Range<usize>) -> bool {
    let Some(token) = view.token(at) else { return true };
    let inside =
        at > sentence.start && !matches!(view.kind(at - 1), Some(TokenKind::Open | TokenKind::Colon | TokenKind::Dash));
    if token.is_capital && inside || view.names.at(at).is_some() {
        return true;
    }
    let base = !view.has_cases() && token.is(Features::INF) && !token.is(Features::PAST);
    let noun_like =
        base || token.is(Features::NOUN) || token.has(Tags(Tags::CUE_NOUN.0 | Tags::DOCUMENT.0 | Tags::ACT.0));
    if !noun_like || view.has_cases() || group::governs_gerund(view, at, sentence) {
        return false;
    }
    if at == sentence.start {
        return !token.is(Features::PAST) && !token.is(Features::GERUND);
    }
    let before = Tags(Tags::DET.0 | Tags::POSS3.0 | Tags::NUM.0 | Tags::CLITIC.0 | Tags::ADJ_PLACE.0);
    let governed = view.has(at - 1, before) || view.has(at - 1, Tags::PREP) && !view.has(at - 1, Tags::INFMARK);
    governed || view.is(at - 1, Features::ADJ) && !view.is(at - 1, Features::NOUN) || !is_verb_here(view, at, sentence)
}

/// Where nothing declines, a word that may be noun or verb is a verb after a subject of its number, a pronoun,
/// an auxiliary, and not right before another verb.
fn is_verb_here(view: &View<'_, '_>, at: usize, sentence: &Range<usize>) -> bool {
    let Some(token) = view.token(at) else { return false };
    let mut before = at - 1;
    while before > sentence.start && view.is_filler(before) {
        before -= 1;
    }
    if view
        .has(before, Tags(Tags::PRON3.0 | Tags::PRON1.0 | Tags::AUX.0 | Tags::INFMARK.0 | Tags::COORD.0 | Tags::REL.0))
        || group::far_auxiliary(view, at, sentence).is_some()
    {
        return true;
    }
    let followed = view.has(at + 1, Tags::AUX) || view.is(at + 1, Features::PAST) && view.has(at + 1, Tags::CUE_VERB);
    let plural =
        view.is(before, Features::number(Number::Plural)) && !view.is(before, Features::number(Number::Masculine));
    let gerund = token.is(Features::GERUND);
    let base = token.is(Features::INF);
    // "Expressed hope that".
    let governed = view.is(before, Features::PAST) && view.has(before, Tags::CUE_VERB);
    let comma = view.kind(before) == Some(TokenKind::Comma);
    !followed
        && if gerund {
            comma
        } else if base {
            plural || view.has(at + 1, Tags::COMP) && !governed
        } else {
            !plural && view.is(before, Features::NOUN) || view.names.at(before).is_some() || comma
        }
}
