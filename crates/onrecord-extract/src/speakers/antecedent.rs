//! Whom a pronoun or a bare «издание», «компания» means.

use onrecord_lang::{Case, Features, Number, Tags};
use onrecord_model::{EntityKind, SpeakerForm};
use onrecord_text::TokenKind;

use super::describe::{Candidates, decide, speaker};
use super::{Memory, Roles, nobody, subjects};
use crate::mentions::Name;
use crate::noun_phrase::{NounPhrase, phrase_at};
use crate::statements::SourceKind;
use crate::view::View;
use crate::{Candidate, FoundEntity, FoundSpeaker};

/// How many sentences back an antecedent may stand.
const FARTHEST: u32 = 8;

/// The person a pronoun means: scored by gender, who spoke last, subjecthood, distance.
pub(super) fn of_pronoun(
    view: &View<'_, '_>,
    entities: &[FoundEntity],
    roles: &Roles,
    memory: &Memory,
    pronoun: usize,
) -> FoundSpeaker {
    let form = SpeakerForm::Pronoun;
    let asked = asked_gender(view, pronoun);
    if asked == Gender::Many {
        return of_plural(view, memory, pronoun, form);
    }
    let candidates = people_before(view, entities, memory, pronoun, asked);
    let undecided = !candidates.is_empty();
    if let Some(found) = decide(entities, candidates, form, None) {
        return found;
    }
    if undecided {
        return FoundSpeaker { form, ..nobody() };
    }
    let described = subjects::before(view, pronoun, asked)
        .map(|phrase| speaker(view, entities, roles, memory, &phrase, SourceKind::Plain))
        .filter(|speaker| speaker.name.is_some())
        .filter(|speaker| {
            speaker
                .entities
                .iter()
                .all(|&entity| entities[entity].kind != EntityKind::Person || asked.fits(entities[entity].is_male))
        });
    let found = described.unwrap_or_else(|| last_speaker_matching(view, entities, memory, asked, form));
    FoundSpeaker { form, role: None, ..found }
}

/// People named before a pronoun, or speaking last, whose gender fits, with their weights.
fn people_before(
    view: &View<'_, '_>,
    entities: &[FoundEntity],
    memory: &Memory,
    pronoun: usize,
    asked: Gender,
) -> Candidates {
    let mut candidates = Candidates::new();
    let Some(here) = view.token(pronoun).map(|token| token.sentence).filter(|_| asked != Gender::It) else {
        return candidates;
    };
    let end = view.names.all.partition_point(|name| name.tokens.end <= pronoun);
    for name in view.names.all[..end].iter().rev().take(60).filter(|name| name.is_person()) {
        let sentence = view.token(name.tokens.start).map_or(0, |token| token.sentence);
        if here - sentence > FARTHEST {
            break;
        }
        if !asked.fits(entities[name.entity].is_male) {
            continue;
        }
        let (score, reasons) = score(view, name, entities[name.entity].is_male, here - sentence);
        keep_best(&mut candidates, name.entity, score, reasons);
    }
    for (place, (speaker, at)) in memory.spoke.iter().rev().take(2).enumerate() {
        let [entity] = speaker.entities[..] else { continue };
        let near = view.token(*at).is_some_and(|token| here.saturating_sub(token.sentence) <= FARTHEST);
        if entities[entity].kind != EntityKind::Person || !asked.fits(entities[entity].is_male) || !near {
            continue;
        }
        let bonus = if place == 0 { 1.5 } else { 0.5 };
        match candidates.iter_mut().find(|(known, ..)| *known == entity) {
            Some((_, score, reasons)) => {
                *score += bonus;
                reasons.push("spoke last");
            }
            None => candidates.push((entity, bonus, vec!["spoke last"])),
        }
    }
    candidates
}

pub(super) fn keep_best(candidates: &mut Candidates, entity: usize, score: f32, reasons: Vec<&'static str>) {
    match candidates.iter_mut().find(|(known, ..)| *known == entity) {
        Some((_, best, known)) if *best < score => (*best, *known) = (score, reasons),
        Some(_) => {}
        None => candidates.push((entity, score, reasons)),
    }
}

/// A mention's weight: near, subject, outside quotations.
fn score(view: &View<'_, '_>, name: &Name, is_male: Option<bool>, distance: u32) -> (f32, Vec<&'static str>) {
    let mut score = 2.0 - 0.4 * distance as f32;
    let mut reasons = vec!["named before"];
    if is_subject(view, name, is_male) {
        score += 1.2;
        reasons.push("subject");
    }
    if view.depth(name.tokens.start) > 0 {
        score -= 2.0;
        reasons.push("inside a quotation");
    }
    (score, reasons)
}

/// Whether a name looks like the subject of its clause: no preposition before it, a nominative, a verb close by.
fn is_subject(view: &View<'_, '_>, name: &Name, is_male: Option<bool>) -> bool {
    let governed = name.tokens.start > 0 && view.has(name.tokens.start - 1, Tags::PREP);
    // «Ивана» is a woman's nominative, but no man's.
    let own = match is_male {
        Some(true) => Features::of(Case::Nominative, Number::Masculine),
        Some(false) => Features::of(Case::Nominative, Number::Feminine),
        None => Features::case(Case::Nominative),
    };
    let token = view.token(name.tokens.start);
    let nominative = token.is_some_and(|token| !token.has(Tags::GIVEN) || token.is(own));
    let sentence = view.sentence(name.tokens.start);
    let verb = (name.tokens.end..sentence.end.min(name.tokens.end + 3))
        .any(|at| view.is(at, Features::FINITE) && !view.is(at, Features::NOUN))
        || agrees(view, name.tokens.end, is_male)
        || name.tokens.start > 0 && precedes_subject(view, name.tokens.start - 1);
    let sure = name.n_given > 0 && is_male.is_some() || !view.has_cases();
    let opens = sure
        && !(sentence.start..name.tokens.start).any(|at| view.names.at(at).is_some() || view.is(at, Features::FINITE));
    !governed && nominative && (verb || opens)
}

/// Whether a verb can have its subject behind it; where nothing declines only reporting verbs can.
fn precedes_subject(view: &View<'_, '_>, at: usize) -> bool {
    view.is(at, Features::FINITE) && (view.has_cases() || view.has(at, Tags::CUE_VERB))
}

/// Whether an unlisted word right after a name is a past of its bearer's gender.
fn agrees(view: &View<'_, '_>, at: usize, is_male: Option<bool>) -> bool {
    let past = view.is(at, Features::PAST) && view.token(at).is_some_and(|token| !token.is_capital);
    past && is_male.is_some_and(|male| view.is(at, if male { Features::V_M } else { Features::V_F }))
}

/// What a pronoun asks of the one it means.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    He,
    /// «Его»: a man, or a thing.
    HeOrIt,
    She,
    /// No person: "it", «оно».
    It,
    Any,
    Many,
}

impl Gender {
    fn fits(self, is_male: Option<bool>) -> bool {
        match self {
            Self::He | Self::HeOrIt => is_male != Some(false),
            Self::She => is_male != Some(true),
            Self::Any | Self::Many => true,
            Self::It => false,
        }
    }
}

fn asked_gender(view: &View<'_, '_>, pronoun: usize) -> Gender {
    let features = view.token(pronoun).map_or(Features(0), |token| token.word.features).nominal();
    let has = |number| features.any(Features::number(number));
    match (has(Number::Masculine), has(Number::Feminine), has(Number::Neuter), has(Number::Plural)) {
        (true, false, true, false) => Gender::HeOrIt,
        (true, false, false, false) => Gender::He,
        (false, true, _, false) => Gender::She,
        (false, false, true, false) => Gender::It,
        (false, false, false, true) => Gender::Many,
        _ => Gender::Any,
    }
}

/// «Они», "they": several who spoke shortly before, or the last plural subject; never one person.
fn of_plural(view: &View<'_, '_>, memory: &Memory, pronoun: usize, form: SpeakerForm) -> FoundSpeaker {
    let here = view.token(pronoun).map_or(0, |token| token.sentence);
    let near = |at: usize| view.token(at).is_some_and(|token| here.saturating_sub(token.sentence) <= 2);
    let group = plural_subject(view, pronoun);
    let several = |speaker: &FoundSpeaker| {
        let joint = speaker.name.as_deref().is_some_and(|name| name.contains("; "));
        joint || matches!(speaker.form, SpeakerForm::Collective) || !view.has_cases() && speaker.entities.is_empty()
    };
    let spoke = memory.spoke.iter().rev().find(|(speaker, at)| near(*at) && several(speaker));
    match (spoke, group) {
        (Some((speaker, at)), group) if group.as_ref().is_none_or(|(_, place)| at >= place) => {
            FoundSpeaker { form, role: None, ..speaker.clone() }
        }
        (_, Some((name, _))) => {
            let candidate = Candidate { name: name.clone(), score: 1.0, reasons: vec!["the last plural subject"] };
            FoundSpeaker { entities: Vec::new(), name: Some(name), form, role: None, candidates: vec![candidate] }
        }
        _ => nobody(),
    }
}

/// The last plural noun phrase of people that begins a sentence or clause within two sentences, and its head.
fn plural_subject(view: &View<'_, '_>, before: usize) -> Option<(String, usize)> {
    let here = view.token(before)?.sentence as usize;
    let from = view.text.sentences.get(here.saturating_sub(2))?.tokens.start;
    let case = if view.has_cases() {
        Features::of(Case::Nominative, Number::Plural)
    } else {
        Features::number(Number::Plural)
    };
    (from..before).rev().take(160).find_map(|at| {
        let phrase = phrase_at(view, at, before, case)?;
        let people = view.has(phrase.head, Tags(Tags::GROUP.0 | Tags::ROLE.0 | Tags::PERSON.0));
        let opens = at == from
            || !view.has(at - 1, Tags::PREP)
                && !view.is(at - 1, Features(Features::ADJ.0 | Features::PART.0))
                && !view.is(at - 1, Features::NOUN);
        (people && opens && view.names.at(phrase.head).is_none()).then(|| (words(view, &phrase), phrase.head))
    })
}

fn words(view: &View<'_, '_>, phrase: &NounPhrase) -> String {
    let text = view.text.span(phrase.tokens.clone()).of(&view.text.article.text);
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if view.has_cases() && view.names.at(phrase.tokens.start).is_none() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

/// Without a person to mean, a pronoun means whoever spoke last, a body too.
fn last_speaker_matching(
    view: &View<'_, '_>,
    entities: &[FoundEntity],
    memory: &Memory,
    asked: Gender,
    form: SpeakerForm,
) -> FoundSpeaker {
    // Where things have no gender, "he" and "she" are people.
    let human = !view.has_cases() && matches!(asked, Gender::He | Gender::HeOrIt | Gender::She);
    let noun = |speaker: &FoundSpeaker| memory.described.iter().rev().find(|(_, known)| known.name == speaker.name);
    let fits = |speaker: &FoundSpeaker| match speaker.entities[..] {
        [entity] if entities[entity].kind == EntityKind::Person => asked.fits(entities[entity].is_male),
        [_] => !human,
        [] => noun(speaker).is_some_and(|&(head, _)| subjects::fits(view, head, asked)),
        _ => false,
    };
    match memory.spoke.last().filter(|(speaker, _)| fits(speaker)) {
        Some((speaker, _)) => FoundSpeaker { form, role: None, ..speaker.clone() },
        None => nobody(),
    }
}

/// «X, который заявил»: the phrase that ends before the comma.
pub(super) fn of_relative(
    view: &View<'_, '_>,
    entities: &[FoundEntity],
    roles: &Roles,
    memory: &Memory,
    pronoun: usize,
) -> FoundSpeaker {
    let Some(comma) = pronoun.checked_sub(1).filter(|&at| view.kind(at) == Some(TokenKind::Comma)) else {
        return nobody();
    };
    let floor = view.sentence(pronoun).start.max(comma.saturating_sub(20));
    let found = (floor..comma)
        .find_map(|at| phrase_at(view, at, comma, Features::ALL_CASES).filter(|phrase| phrase.tokens.end == comma));
    let Some(phrase) = found else { return nobody() };
    let phrase = NounPhrase { tokens: phrase.tokens.clone(), ..phrase };
    FoundSpeaker { form: SpeakerForm::Pronoun, ..speaker(view, entities, roles, memory, &phrase, SourceKind::Plain) }
}

/// Whoever spoke in this sentence or the two before it.
pub(super) fn just_spoke(view: &View<'_, '_>, memory: &Memory, at: usize) -> Option<FoundSpeaker> {
    let here = view.token(at)?.sentence;
    let (last, cue) = memory.spoke.last()?;
    let near = view.token(*cue).is_some_and(|token| here.saturating_sub(token.sentence) <= 2);
    near.then(|| last.clone())
}

/// The one person named in this sentence before a token or in the two sentences before it; none when there are more.
pub(super) fn only_person(view: &View<'_, '_>, entities: &[FoundEntity], at: usize) -> Option<usize> {
    let here = view.token(at)?.sentence;
    let end = view.names.all.partition_point(|name| name.tokens.end <= at);
    let near = view.names.all[..end]
        .iter()
        .rev()
        .take(40)
        .filter(|name| name.is_person() && entities[name.entity].is_well_named());
    let mut found = None;
    for name in near.take_while(|name| view.token(name.tokens.start).is_some_and(|token| here - token.sentence <= 2)) {
        if found.is_some_and(|known| known != name.entity) {
            return None;
        }
        found = Some(name.entity);
    }
    found
}
