//! Subjects without a person's name that a pronoun can take up: «вышел президент клуба», «комиссия проверяет».

use onrecord_lang::{Case, Features, Number, Tags};

use super::antecedent::Gender;
use crate::noun_phrase::{NounPhrase, phrase_at};
use crate::view::View;

/// How many sentences back such a subject may stand.
const FARTHEST: usize = 2;

/// The subject of the sentence before a pronoun, or of the one before that, that speaks and fits its gender.
pub(super) fn before(view: &View<'_, '_>, pronoun: usize, asked: Gender) -> Option<NounPhrase> {
    let here = view.token(pronoun)?.sentence as usize;
    let own = view.text.sentences.get(here)?.tokens.start..pronoun;
    let earlier =
        (here.saturating_sub(FARTHEST)..here).rev().map(|sentence| view.text.sentences[sentence].tokens.clone());
    std::iter::once(own).chain(earlier).find_map(|sentence| first_subject(view, sentence.start, sentence.end, asked))
}

/// The first phrase of a sentence that can be its subject and fits.
fn first_subject(view: &View<'_, '_>, from: usize, end: usize, asked: Gender) -> Option<NounPhrase> {
    let mut at = from;
    while at < end && at - from < 80 {
        if view.has(at, Tags::PREP) && !view.in_time(at) {
            let object = phrase_at(view, at + 1, end, Features::ALL_CASES);
            at = object.map_or(at + 1, |object| object.tokens.end);
            continue;
        }
        let case = if view.has_cases() { Features::case(Case::Nominative) } else { Features::ALL_CASES };
        let Some(phrase) = phrase_at(view, at, end, case).filter(|_| view.depth(at) == 0) else {
            at += 1;
            continue;
        };
        if fits(view, phrase.head, asked) && phrase.joint.is_empty() {
            return Some(phrase);
        }
        at = phrase.tokens.end.max(at + 1);
        // Where order tells, what follows the first phrase is an object.
        if !view.has_cases() {
            break;
        }
    }
    None
}

/// Whether a noun can be meant by a pronoun: of its gender, in the singular, and somebody or something that speaks.
pub(super) fn fits(view: &View<'_, '_>, head: usize, asked: Gender) -> bool {
    let human = view.has(head, Tags(Tags::ROLE.0 | Tags::PERSON.0));
    let body = view.has(head, Tags(Tags::BODY.0 | Tags::COMPANY.0 | Tags::OUTLET.0))
        || view.names.at(head).is_some_and(|name| !name.is_person());
    let features = view.token(head).map_or(Features(0), |token| token.word.features);
    let is = |number| features.any(Features::of(Case::Nominative, number));
    if !view.has_cases() {
        return match asked {
            Gender::It => body,
            Gender::He | Gender::HeOrIt | Gender::She => human && !features.any(Features::number(Number::Plural)),
            Gender::Any | Gender::Many => false,
        };
    }
    match asked {
        Gender::He => (human || body) && is(Number::Masculine),
        Gender::HeOrIt => (human || body) && is(Number::Masculine) || body && is(Number::Neuter),
        // A woman may hold an office of masculine gender.
        Gender::She => (human || body) && is(Number::Feminine) || human && is(Number::Masculine),
        Gender::It => body && is(Number::Neuter),
        Gender::Any | Gender::Many => false,
    }
}
