//! What is cited: «со ссылкой на Y», «в интервью Y», "citing Y".

use std::ops::Range;

use onrecord_lang::{Case, Features, Phrase, PhraseKind, Tags};
use onrecord_text::TokenKind;

use super::outlets::{is_outlet, outlet_in};
use super::{Carrier, asides};
use crate::noun_phrase::{NounPhrase, phrase_at};
use crate::statements::Draft;
use crate::view::View;

/// What is cited in the sentence of a cue, the carrier's own words aside.
pub(super) fn after(view: &View<'_, '_>, cue: usize, carrier: &Range<usize>) -> Vec<NounPhrase> {
    let sentence = view.sentence(cue);
    let is_apart = |phrase: &NounPhrase| !touches(&phrase.tokens, carrier);
    // «приводит слова X»: whose words they are is the statement's affair.
    let references = sentence.clone().filter(|&at| !is_verbal(view, at));
    let all = references.filter_map(|at| reference(view, at, sentence.end));
    let is_source = |found: &Reference| !found.carries || is_outlet(view, &found.phrase);
    let mut cited: Vec<NounPhrase> = all.filter(is_source).map(|found| found.phrase).filter(is_apart).collect();
    cited.dedup_by(|a, b| touches(&a.tokens, &b.tokens));
    cited
}

/// A reference where it stands.
struct Reference {
    phrase: NounPhrase,
    /// Whether it names who carries, not who is cited: «сообщает *», "according to *".
    carries: bool,
}

/// A reference phrase at a token, with what fills its slot; phrases built on a verb are the verbs' own affair.
///
/// The shortest phrase counts: of «со ссылкой на источники *» the sources are what is cited.
fn reference(view: &View<'_, '_>, at: usize, limit: usize) -> Option<Reference> {
    let form = view.text.normal(at);
    // «…, — приводит его слова газета. — …»: after a dash the author's words stand inside the quotation.
    let is_aside = at > 0 && view.kind(at - 1) == Some(TokenKind::Dash);
    if form.is_empty() || view.depth(at) > u8::from(is_aside) {
        return None;
    }
    // Longest first, so that the last that is there is the shortest.
    let there = view.pack.phrases(form).filter_map(|phrase| Some((phrase, slot(view, at, phrase)?)));
    let fitting: Vec<(&Phrase, usize)> = there.filter(|(phrase, _)| is_fitting(view, phrase)).collect();
    fitting.into_iter().rev().find_map(|(phrase, start)| {
        let nominative = view.has_cases() && phrase.case == Features::case(Case::Nominative);
        let carries = nominative || is_source_phrase(view, form, phrase) || is_passive(view, phrase);
        Some(Reference { phrase: cited_at(view, start, limit, phrase.case)?, carries })
    })
}

/// The phrase that fills a slot; «її директорку» is the director, though «її» alone is a phrase.
fn cited_at(view: &View<'_, '_>, start: usize, limit: usize, case: Features) -> Option<NounPhrase> {
    let phrase = phrase_at(view, start, limit, case)?;
    let is_owner = view.has_cases() && view.has(start, Tags::POSS3) && phrase.tokens.len() == 1;
    match phrase_at(view, start + 1, limit, case).filter(|_| is_owner) {
        Some(owned) => Some(NounPhrase { tokens: start..owned.tokens.end, ..owned }),
        None => Some(phrase),
    }
}

/// The token at which the slot begins, where the words of a reference stand at a token and the slot ends it.
fn slot(view: &View<'_, '_>, at: usize, phrase: &Phrase) -> Option<usize> {
    let (slot, head) = phrase.words.split_last().filter(|_| phrase.kind == PhraseKind::Reference)?;
    if **slot == *"*" && !head.is_empty() { view.matches(at, head) } else { None }
}

/// Whether a phrase has no finite form of a cue verb in it.
fn is_fitting(view: &View<'_, '_>, phrase: &Phrase) -> bool {
    let is_verb = |word: &str| {
        view.pack.word(word).is_some_and(|word| word.tags.has(Tags::CUE_VERB) && !word.features.any(Features::GERUND))
    };
    !phrase.words.iter().any(|word| is_verb(word)) || is_passive(view, phrase)
}

/// "reported by *": where nothing declines, a participle and its preposition before the slot.
fn is_passive(view: &View<'_, '_>, phrase: &Phrase) -> bool {
    let [.., verb, preposition, _] = phrase.words.as_slice() else { return false };
    let is_preposition = view.pack.word(preposition).is_some_and(|word| word.tags.has(Tags::PREP));
    !view.has_cases() && is_preposition && view.pack.word(verb).is_some_and(|word| asides::tells(view, word))
}

/// Whether a reference with a finite verb of its own begins at a token: «приводит слова *».
pub(super) fn is_verbal(view: &View<'_, '_>, at: usize) -> bool {
    let form = view.text.normal(at);
    let is_finite = view.is(at, Features::FINITE) && !view.is(at, Features::GERUND);
    let is_oblique = |phrase: &Phrase| phrase.case != Features::case(Case::Nominative);
    let is_here = |phrase: &Phrase| is_oblique(phrase) && slot(view, at, phrase).is_some() && is_fitting(view, phrase);
    is_finite && !form.is_empty() && view.pack.phrases(form).any(is_here)
}

/// Whether the same words also name a speaker: "according to *".
fn is_source_phrase(view: &View<'_, '_>, form: &str, phrase: &Phrase) -> bool {
    let mut phrases = view.pack.phrases(form);
    phrases.any(|other| other.kind == PhraseKind::Source && other.words == phrase.words)
}

/// Whether a reference begins at a token.
pub(crate) fn begins(view: &View<'_, '_>, at: usize) -> bool {
    reference(view, at, view.sentence(at).end).is_some()
}

/// Whether a phrase that names where something was said stands at a token and fills the rest up to `limit`.
pub(crate) fn is_reference(view: &View<'_, '_>, at: usize, limit: usize) -> bool {
    reference(view, at, limit).is_some_and(|found| found.phrase.tokens.end == limit)
}

/// References that no carrier took: an interview's outlet, «со ссылкой на» without an outlet before it.
pub(super) fn alone(view: &View<'_, '_>, drafts: &[Draft], carriers: &mut Vec<Carrier>) {
    for sentence in &view.text.sentences {
        for at in sentence.tokens.clone() {
            let Some(found) = reference(view, at, sentence.tokens.end) else { continue };
            if is_taken(carriers, &found.phrase) || !names_source(view, drafts, &sentence.tokens, &found.phrase) {
                continue;
            }
            let mut about = asides::carried(view, drafts, at, &sentence.tokens);
            // «В материале X говорится»: where nobody else speaks, the claim is the outlet's.
            let mut near = asides::near(drafts, &sentence.tokens);
            let unspoken = near.find(|draft| sentence.tokens.contains(&draft.main)).filter(|_| about.is_empty());
            about.extend(unspoken.map(|draft| draft.main));
            let is_own = found.carries || unspoken.is_some_and(|draft| draft.source.is_none());
            let outlet = outlet_in(view, &found.phrase).filter(|_| is_own);
            let cited = match &outlet {
                Some(outlet) => after(view, at, outlet),
                None => vec![found.phrase],
            };
            carriers.push(Carrier { carrier: outlet, cited, about, rule: "provenance.reference" });
        }
    }
}

fn is_taken(carriers: &[Carrier], phrase: &NounPhrase) -> bool {
    carriers.iter().rev().take(60).any(|carrier| {
        let cited = carrier.cited.iter().map(|cited| &cited.tokens);
        cited.chain(&carrier.carrier).any(|known| touches(known, &phrase.tokens))
    })
}

/// An outlet; or another name that is no person's and speaks nowhere: who speaks is no provenance.
fn names_source(view: &View<'_, '_>, drafts: &[Draft], sentence: &Range<usize>, phrase: &NounPhrase) -> bool {
    let mut sources = asides::near(drafts, sentence).filter_map(|draft| draft.source.as_ref());
    is_outlet(view, phrase)
        || view.names.within(phrase.tokens.clone()).any(|name| !name.is_person())
            && !sources.any(|source| touches(&source.tokens, &phrase.tokens))
}

fn touches(left: &Range<usize>, right: &Range<usize>) -> bool {
    left.start < right.end && right.start < left.end
}
