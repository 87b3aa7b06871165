//! Verbs that report, with their auxiliaries, negation and adverbs.

use std::ops::Range;

use onrecord_lang::{CueVerb, Features, HedgeKind, NO_ENTRY, Number, PhraseKind, Stance, Tags, Takes};
use onrecord_text::TokenKind;

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
    let verb = view.pack.verbs.get(place as usize)?;
    let mut tokens = group(view, at, end, sentence);
    let before = word_before(view, at, sentence);
    let marked = before.is_some_and(|before| view.has(before, Tags::INFMARK)) && !features.any(Features::PAST);
    if features.any(Features::INF) && (!features.any(Features::FINITE) || marked) {
        tokens = infinitive_group(view, tokens, sentence)?;
    }
    // «Я думаю», "I should say": the author speaks.
    if tokens.start > sentence.start
        && view.has(tokens.start - 1, Tags::PRON1)
        && view.depth(at) == 0
        && !view.has(tokens.start - 1, Tags::POSS3)
    {
        return None;
    }
    let is_affirmed = tokens.clone().any(|at| is_affirmed(view, at, end));
    let is_negated = !is_affirmed && tokens.clone().any(|at| view.has(at, Tags::NEG));
    let is_passive = features.any(Features::PAST) && (tokens.start..at).any(|at| view.has(at, Tags::BE));
    let is_modal = !is_affirmed
        && (before.is_some_and(|before| view.has(before, Tags::MODAL))
            || tokens.clone().any(|at| view.has(at, Tags::MODAL)));
    Some(Cue { tokens, main: at, end, verb, place, features, is_negated, is_passive, is_modal })
}

/// Whether words before the verb only look like a negation: «не только сказал», "could not but admit".
fn is_affirmed(view: &View<'_, '_>, at: usize, end: usize) -> bool {
    let found = view.phrase(at, |phrase| phrase.kind == PhraseKind::Hedge(HedgeKind::Affirmed));
    found.is_some_and(|(_, past)| past < end)
}

/// Where nothing declines: the first word before the verb that is no adverb or negation.
fn word_before(view: &View<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<usize> {
    let mut before = at;
    while before > sentence.start && (view.is_filler(before - 1) || view.has(before - 1, Tags::NEG)) {
        before -= 1;
        if view.has(before, Tags::MODAL) && view.names.at(before).is_none() {
            return Some(before);
        }
    }
    (before > sentence.start && !view.has_cases()).then(|| before - 1)
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
    if !noun_like || view.has_cases() {
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
    {
        return true;
    }
    let followed = view.has(at + 1, Tags::AUX) || view.is(at + 1, Features::PAST) && view.has(at + 1, Tags::CUE_VERB);
    let plural =
        view.is(before, Features::number(Number::Plural)) && !view.is(before, Features::number(Number::Masculine));
    let gerund = token.is(Features::GERUND);
    let base = token.is(Features::INF);
    let comma = view.kind(before) == Some(TokenKind::Comma);
    !followed
        && if gerund {
            comma
        } else if base {
            plural || view.has(at + 1, Tags::COMP)
        } else {
            !plural && view.is(before, Features::NOUN) || view.names.at(before).is_some() || comma
        }
}

/// The verb with the small words before it.
fn group(view: &View<'_, '_>, at: usize, end: usize, sentence: &Range<usize>) -> Range<usize> {
    let mut start = at;
    let small = Tags(Tags::NEG.0 | Tags::AUX.0 | Tags::ADV.0 | Tags::PARTICLE.0 | Tags::PHASAL.0);
    while start > sentence.start && at - start < 5 {
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

/// An infinitive reports only under a verb of phase («продолжают требовать»).
fn infinitive_group(view: &View<'_, '_>, tokens: Range<usize>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let from = tokens.start.saturating_sub(3).max(sentence.start);
    let phasal = (from..tokens.end).find(|&at| view.has(at, Tags(Tags::PHASAL.0 | Tags::MODAL.0)))?;
    Some(phasal..tokens.end)
}

/// Words around a cue that change what is claimed: nearest before the verb group, in the same piece of the sentence.
pub(crate) fn hedges(
    view: &View<'_, '_>,
    cue: &Range<usize>,
    sentence: &Range<usize>,
    content: usize,
) -> Vec<HedgeKind> {
    let mut found = Vec::new();
    let from = cue.start.saturating_sub(4).max(sentence.start);
    // What was said has hedges of its own.
    let to = (cue.end + 2).min(sentence.end).min(if content >= cue.end { content } else { usize::MAX });
    for at in from..to {
        let stops =
            matches!(view.kind(at), Some(TokenKind::Comma | TokenKind::Colon | TokenKind::Dash | TokenKind::Open));
        if stops && at >= cue.end {
            break;
        }
        if stops {
            found.clear();
        }
        if view.names.at(at).is_some() {
            continue;
        }
        if let Some((phrase, _)) = view.phrase(at, |phrase| matches!(phrase.kind, PhraseKind::Hedge(_)))
            && let PhraseKind::Hedge(kind) = phrase.kind
        {
            found.push(kind);
        }
    }
    found
}
