//! How the links of a chain are called: names by their own, everything else in the words of the article, in the nominative.

use std::ops::Range;

use onrecord_lang::{Case, Features, Number, Tags};

use crate::FoundEntity;
use crate::noun_phrase::NounPhrase;
use crate::view::View;

/// The names of a carrier and of what it cites, in order.
pub(super) fn names(
    view: &View<'_, '_>,
    entities: &[FoundEntity],
    carrier: Option<&Range<usize>>,
    cited: &[NounPhrase],
) -> Vec<String> {
    let outlet = |tokens: &Range<usize>| {
        let name = view.names.within(tokens.clone()).find(|name| !name.is_person());
        name.map_or_else(|| unnamed(view, tokens), |name| entities[name.entity].name.clone())
    };
    carrier.map(outlet).into_iter().chain(cited.iter().map(|phrase| name(view, entities, phrase))).collect()
}

/// The name that heads a phrase or stands beside its head; else the words.
fn name(view: &View<'_, '_>, entities: &[FoundEntity], phrase: &NounPhrase) -> String {
    let beside = || {
        let is_called = Tags(Tags::ROLE.0 | Tags::PERSON.0 | Tags::OUTLET.0);
        view.has(phrase.head, is_called).then(|| view.names.within(phrase.head..phrase.tokens.end).next()).flatten()
    };
    match view.names.at(phrase.head).or_else(beside) {
        Some(name) => entities[name.entity].name.clone(),
        None => in_nominative(view, phrase),
    }
}

/// «британских СМИ», «издания»: outlets without a name.
fn unnamed(view: &View<'_, '_>, tokens: &Range<usize>) -> String {
    let head = tokens.clone().find(|&at| view.has(at, Tags::OUTLET));
    head.map_or_else(|| words(view, tokens.clone()), |head| in_nominative(view, &NounPhrase::new(tokens.clone(), head)))
}

fn words(view: &View<'_, '_>, tokens: Range<usize>) -> String {
    view.text.span(tokens).of(&view.text.article.text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words with the head, and the adjectives before it, in the nominative.
fn in_nominative(view: &View<'_, '_>, phrase: &NounPhrase) -> String {
    let as_it_stands = || words(view, phrase.tokens.clone());
    let Some(head) = view.token(phrase.head).filter(|_| view.has_cases() && phrase.joint.is_empty()) else {
        return as_it_stands();
    };
    let readings = head.word.features.nominal();
    let singular = Features(readings.0 & !Features::number(Number::Plural).0);
    let is_plural = singular.is_empty()
        || head.is(Features::of(Case::Accusative, Number::Plural)) && head.word.features.is_nominative();
    let Some(noun) = view.pack.noun_nominative(view.text.normal(phrase.head), is_plural) else { return as_it_stands() };
    let numbers = [Number::Masculine, Number::Feminine, Number::Neuter];
    let gender = numbers.into_iter().find(|&number| !is_plural && singular.any(Features::number(number)));
    let adjective = |at: usize| {
        let nominative = view.pack.adjective_nominative(view.text.normal(at), gender.unwrap_or(Number::Plural));
        nominative.filter(|_| view.is(at, Features::ADJ)).unwrap_or_else(|| view.text.word(at).to_owned())
    };
    let mut all: Vec<String> = (phrase.tokens.start..phrase.head).map(adjective).collect();
    let as_written = view.text.word(phrase.head);
    // «СМИ» never changes, and the list has it in small letters.
    all.push(if head.is_acronym { as_written } else { noun }.to_owned());
    if phrase.head + 1 < phrase.tokens.end {
        all.push(words(view, phrase.head + 1..phrase.tokens.end));
    }
    all.join(" ")
}
