//! Who speaks through a document: whoever made it, where the article tells, else the document itself.

use std::ops::Range;

use onrecord_lang::{Case, Features, Number, Tags};
use onrecord_model::SpeakerForm;

use super::wording::as_written;
use super::{Memory, Roles, antecedent, bodies, describe, nobody};
use crate::mentions::Name;
use crate::noun_phrase::{NounPhrase, phrase_at};
use crate::statements::SourceKind;
use crate::view::View;
use crate::{Candidate, FoundEntity, FoundSpeaker};

/// «В заявлении X говорится»: the maker if one is named, described or meant, else the document.
pub(super) fn speaker(
    view: &View<'_, '_>,
    entities: &[FoundEntity],
    roles: &Roles,
    memory: &Memory,
    source: &NounPhrase,
) -> FoundSpeaker {
    let described = view.names.starting(source.head + 1).is_none() && maker(view, source).is_some();
    if let Some(name) = view.names.within(source.head + 1..source.tokens.end).next().filter(|_| !described) {
        return made_by(entities, name);
    }
    let meant = owner(view, source).and_then(|owner| bodies::of_body(view, entities, memory, &owner));
    if let Some(found) = meant {
        return FoundSpeaker { form: SpeakerForm::Document, role: None, ..found };
    }
    if let Some(maker) = maker(view, source) {
        let found = describe::speaker(view, entities, roles, memory, &maker, SourceKind::Plain);
        return FoundSpeaker { form: SpeakerForm::Document, role: None, ..found };
    }
    let alone = source.tokens.end == source.head + 1 && !view.has(source.tokens.end, Tags::PREP);
    let spoke = if alone { antecedent::just_spoke(view, memory, source.head) } else { None };
    let found = spoke.unwrap_or_else(|| as_written(view, entities, memory, source, SourceKind::Document));
    FoundSpeaker { form: SpeakerForm::Document, role: None, ..found }
}

/// Whoever is named as a document's maker speaks through it.
pub(super) fn made_by(entities: &[FoundEntity], name: &Name) -> FoundSpeaker {
    let name_of = entities[name.entity].name.clone();
    let candidate = Candidate { name: name_of.clone(), score: 2.5, reasons: vec!["made the document"] };
    FoundSpeaker {
        entities: vec![name.entity],
        name: Some(name_of),
        form: SpeakerForm::Document,
        role: None,
        candidates: vec![candidate],
    }
}

/// «В нём говорится»: the paper of that gender in the same sentence or the two before it.
pub(super) fn of_pronoun(
    view: &View<'_, '_>,
    entities: &[FoundEntity],
    roles: &Roles,
    memory: &Memory,
    pronoun: usize,
) -> FoundSpeaker {
    let nobody = || FoundSpeaker { form: SpeakerForm::Pronoun, ..nobody() };
    let Some(paper) = paper_before(view, pronoun) else { return nobody() };
    let end = view.sentence(paper).end;
    let Some(phrase) = phrase_at(view, paper, end, Features::ALL_CASES) else { return nobody() };
    FoundSpeaker { form: SpeakerForm::Pronoun, ..speaker(view, entities, roles, memory, &phrase) }
}

/// The last noun of a document before a pronoun that agrees with it.
fn paper_before(view: &View<'_, '_>, pronoun: usize) -> Option<usize> {
    let token = view.token(pronoun)?;
    let from = view.text.sentences.get((token.sentence as usize).saturating_sub(2))?.tokens.start;
    let numbers = [Number::Masculine, Number::Feminine, Number::Neuter, Number::Plural].map(Features::number);
    let agrees = |at: usize| numbers.iter().any(|&number| token.is(number) && view.is(at, number));
    (from..pronoun).rev().find(|&at| {
        view.has(at, Tags::DOCUMENT) && !view.has(at, Tags::ROLE) && view.is(at, Features::NOUN) && agrees(at)
    })
}

/// «В заявлении представителя премьера», «в заявлении на сайте авиакомпании»: people or a body in the genitive.
fn maker(view: &View<'_, '_>, source: &NounPhrase) -> Option<NounPhrase> {
    if !view.has_cases() {
        return None;
    }
    let genitive = Features::case(Case::Genitive);
    let own = phrase_at(view, source.head + 1, source.tokens.end, genitive);
    let phrase =
        own.or_else(|| phrase_at(view, channel(view, source)?.end, view.sentence(source.head).end, genitive))?;
    let makers = Tags(Tags::ROLE.0 | Tags::PERSON.0 | Tags::GROUP.0 | Tags::BODY.0);
    let known = view.has(phrase.head, makers) || view.names.at(phrase.head).is_some();
    known.then_some(NounPhrase { is_governed: true, ..phrase })
}

/// «На сайте»: where a document was put, behind it.
fn channel(view: &View<'_, '_>, source: &NounPhrase) -> Option<Range<usize>> {
    let at = source.head + 1;
    let noun = (at + 1..at + 3).find(|&noun| view.has(noun, Tags::CHANNEL))?;
    view.has(at, Tags::PREP).then_some(at..noun + 1)
}

/// The company or outlet whose document it is, by its noun alone.
fn owner(view: &View<'_, '_>, source: &NounPhrase) -> Option<NounPhrase> {
    let body = Tags(Tags::COMPANY.0 | Tags::OUTLET.0);
    let owner = (source.head..source.tokens.end).find(|&at| view.has(at, body))?;
    Some(NounPhrase::new(owner..owner + 1, owner))
}

/// "PC World's analysis", "the bank's report": the possessor of a document speaks through it.
pub(super) fn possessor<'n>(view: &View<'n, '_>, source: &NounPhrase) -> Option<&'n Name> {
    if !view.has(source.head, Tags::DOCUMENT) || view.has(source.head, Tags::ROLE) || view.has_cases() {
        return None;
    }
    let mut names = view.names.within(source.tokens.start..source.head);
    names.find(|name| view.has(name.tokens.end, Tags::CLITIC))
}
