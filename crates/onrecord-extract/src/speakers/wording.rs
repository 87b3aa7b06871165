//! How a speaker is called: the words of the article, in the nominative where the case is known.

use std::ops::Range;

use onrecord_lang::{Case, Features, NO_ENTRY, Number, Tags};
use onrecord_model::SpeakerForm;

use super::{Memory, bodies};
use crate::noun_phrase::{NounPhrase, phrase_at};
use crate::statements::SourceKind;
use crate::view::View;
use crate::{Candidate, FoundEntity, FoundSpeaker};

/// The words of the article, when nobody stands behind them.
pub(super) fn as_written(
    view: &View<'_, '_>,
    entities: &[FoundEntity],
    memory: &Memory,
    source: &NounPhrase,
    kind: SourceKind,
) -> FoundSpeaker {
    let head = view.token(source.head);
    let has = |tags: Tags| head.is_some_and(|token| token.has(tags));
    let plural = head.is_some_and(|token| {
        let several = token.is(Features::of(Case::Nominative, Number::Plural));
        several
            && (view.has_cases() && !token.has(Tags::ROLE)
                || !view.has_cases() && !token.is(Features::number(Number::Masculine)))
    });
    let form = if has(Tags::SOURCE) {
        SpeakerForm::Unnamed
    } else if kind == SourceKind::Inside || has(Tags(Tags::GROUP.0 | Tags::BODY.0)) {
        SpeakerForm::Collective
    } else if has(Tags::DOCUMENT) && !has(Tags::ROLE) {
        SpeakerForm::Document
    } else if plural || source.is_plural {
        SpeakerForm::Collective
    } else {
        SpeakerForm::Description
    };
    let name = match fuller(view, source) {
        Some(known) => without_preposition(view, &known, SourceKind::Plain),
        None => with_owner(view, entities, memory, source, without_preposition(view, source, kind)),
    };
    let candidate = Candidate { name: name.clone(), score: 1.0, reasons: vec!["the words of the article"] };
    FoundSpeaker { entities: Vec::new(), name: Some(name), form, role: None, candidates: vec![candidate] }
}

/// How many tokens back a body may have been called by its full description.
const FARTHEST_BODY: usize = 1500;

/// «В суде» after «Высший суд кантона»: a body's noun alone means the body that was described last by more words.
fn fuller(view: &View<'_, '_>, source: &NounPhrase) -> Option<NounPhrase> {
    let bare = (source.tokens.start..source.tokens.end)
        .all(|at| at == source.head || view.has(at, Tags(Tags::PREP.0 | Tags::DET.0)));
    let lemma = view.token(source.head)?.word.lemma;
    if !bare || !view.has(source.head, Tags::BODY) || view.has(source.head, Tags::COMPANY) || lemma == NO_ENTRY {
        return None;
    }
    let same =
        |&at: &usize| view.names.at(at).is_none() && view.token(at).is_some_and(|token| token.word.lemma == lemma);
    let earlier = (source.tokens.start.saturating_sub(FARTHEST_BODY)..source.tokens.start).rev().filter(same);
    earlier.take(8).find_map(|at| described(view, at))
}

/// The phrase around a noun, when it says which body is meant.
fn described(view: &View<'_, '_>, head: usize) -> Option<NounPhrase> {
    let sentence = view.sentence(head);
    let start = super::roles::with_adjectives(view, head, sentence.start);
    let phrase = phrase_at(view, start, sentence.end, Features::ALL_CASES).filter(|phrase| phrase.head == head)?;
    let adjectives =
        (start..head).any(|at| view.is(at, Features::ADJ) && !view.has(at, Tags(Tags::DET.0 | Tags::NUM.0)));
    let says = adjectives || phrase.tokens.end > head + 1;
    (says && phrase.joint.is_empty()).then_some(phrase)
}

/// «Представитель компании»: the company by its name, when the article has said which.
pub(super) fn with_owner(
    view: &View<'_, '_>,
    entities: &[FoundEntity],
    memory: &Memory,
    source: &NounPhrase,
    name: String,
) -> String {
    let last = source.tokens.end - 1;
    let owned = last > source.head
        && view.has(last, Tags::COMPANY)
        && view.names.at(last).is_none()
        && !view.token(last).is_some_and(|token| token.is_acronym);
    let plain = view.names.within(source.tokens.clone()).next().is_none() && source.tokens.end == source.head + 2;
    if !owned || !plain {
        return name;
    }
    let owner = NounPhrase::new(last..last + 1, last);
    match bodies::of_body(view, entities, memory, &owner) {
        Some(FoundSpeaker { name: Some(owner_name), .. }) => {
            let cut = name.len().saturating_sub(view.text.word(last).len());
            format!("{}{owner_name}", &name[..cut])
        }
        _ => name,
    }
}

/// The phrase without its preposition, in the nominative, its first letter small unless it is a name.
pub(super) fn without_preposition(view: &View<'_, '_>, source: &NounPhrase, kind: SourceKind) -> String {
    let mut start = source.tokens.start;
    if matches!(kind, SourceKind::Inside | SourceKind::Document) && view.has(start, Tags::PREP) {
        start += 1;
    }
    // "The Interior Ministry" is called Interior Ministry.
    let capital = |at: usize| view.token(at).is_some_and(|token| token.is_capital || token.has(Tags::SMALL));
    if !view.has_cases() && view.has(start, Tags::DET) && (start + 1..source.tokens.end).all(capital) {
        start += 1;
    }
    let text = in_nominative(view, start, source);
    let single = start + 1 == source.tokens.end && view.token(start).is_some_and(|token| token.word.tags.0 == 0);
    let keeps = single || view.names.at(start).is_some() || view.token(start).is_some_and(|token| token.is_acronym);
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if !keeps && view.has_cases() => first.to_lowercase().chain(letters).collect(),
        _ => text,
    }
}

/// The words of a phrase with its head and the adjectives before it put into the nominative.
fn in_nominative(view: &View<'_, '_>, start: usize, source: &NounPhrase) -> String {
    let as_it_stands = || text_of(view, start..source.tokens.end);
    let Some(head) = view.token(source.head).filter(|_| view.has_cases()) else { return as_it_stands() };
    let simple = view.names.at(source.head).is_none()
        && source.joint.is_empty()
        && !(start..source.head).any(|at| view.has(at, Tags::NUM) || !source.is_governed && view.has(at, Tags::DET))
        && (start..source.head).all(|at| view.kind(at) == Some(onrecord_text::TokenKind::Word));
    // «В мэрии»: under a preposition what looks like a nominative plural is an oblique singular.
    let nominative = Features(
        Features::case(Case::Nominative).0 | Features::case(Case::Accusative).0 | Features::case(Case::Vocative).0,
    );
    let plural = Features::number(Number::Plural);
    let oblique = Features(head.word.features.nominal().0 & !nominative.0 & !plural.0);
    let governed = (source.tokens.start < start || source.is_governed) && !oblique.is_empty();
    if !simple || head.word.features.is_nominative() && !governed {
        return as_it_stands();
    }
    let singular = if governed { oblique } else { Features(head.word.features.nominal().0 & !plural.0) };
    let Some(noun) = view.pack.noun_nominative(view.text.normal(source.head), singular.is_empty()) else {
        return as_it_stands();
    };
    // The adjectives before it tell a gender that the noun's own form leaves open.
    let agreed = (start..source.head)
        .filter(|&at| view.is(at, Features::ADJ))
        .filter_map(|at| view.token(at))
        .map(|adjective| Features(singular.0 & adjective.word.features.nominal().0))
        .find(|agreed| !agreed.is_empty())
        .unwrap_or(singular);
    let number = [Number::Masculine, Number::Feminine, Number::Neuter]
        .into_iter()
        .find(|&number| agreed.any(Features::number(number)));
    let number = number.unwrap_or(Number::Plural);
    let mut words: Vec<String> = (start..source.head)
        .map(|at| {
            let adjective = view
                .is(at, Features::ADJ)
                .then(|| view.pack.adjective_nominative(view.text.normal(at), number))
                .flatten();
            adjective.unwrap_or_else(|| view.text.word(at).to_owned())
        })
        .collect();
    words.push(noun.to_owned());
    if source.head + 1 < source.tokens.end {
        words.push(text_of(view, source.head + 1..source.tokens.end));
    }
    words.join(" ")
}

pub(super) fn text_of(view: &View<'_, '_>, tokens: Range<usize>) -> String {
    view.text.span(tokens).of(&view.text.article.text).split_whitespace().collect::<Vec<_>>().join(" ")
}
