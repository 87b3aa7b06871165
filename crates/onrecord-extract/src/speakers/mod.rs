//! Who is behind the words that name a source: a person by name, the holder of an office, the antecedent of a pronoun.
//!
//! Every decision is between scored candidates, and all of them are kept for `onrecord explain`. Where nobody stands
//! out, the words of the article stay as they are: an unknown speaker is better than a wrong one.

mod antecedent;
mod bodies;
mod describe;
mod documents;
mod initials;
mod roles;
mod subjects;
mod wording;

pub(crate) use roles::Roles;

use onrecord_lang::{Features, Tags};
use onrecord_model::SpeakerForm;

use crate::statements::{Draft, Shape, SourceKind};
use crate::view::View;
use crate::{Candidate, FoundEntity, FoundSpeaker};

/// What the decisions so far have shown.
pub(crate) struct Memory {
    /// Who spoke, with the token of the cue; the newest last.
    pub(crate) spoke: Vec<(FoundSpeaker, usize)>,
    /// Nouns that named a source, with the name they led to.
    pub(crate) described: Vec<(usize, FoundSpeaker)>,
}

/// A speaker nobody is behind.
pub(crate) fn nobody() -> FoundSpeaker {
    FoundSpeaker { entities: Vec::new(), name: None, form: SpeakerForm::None, role: None, candidates: Vec::new() }
}

/// Finds the speaker of each draft, in order.
pub(crate) fn resolve(
    view: &View<'_, '_>,
    entities: &[FoundEntity],
    roles: &Roles,
    drafts: &[Draft],
) -> Vec<FoundSpeaker> {
    let mut memory = Memory { spoke: Vec::new(), described: Vec::new() };
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    // Read in the order of the cues: a split quotation begins before the verb that says whose it is.
    order.sort_by_key(|&at| drafts[at].main);
    let mut speakers = vec![nobody(); drafts.len()];
    for at in order {
        let draft = &drafts[at];
        let speaker = speaker(view, entities, roles, &memory, draft);
        if let Some(source) = draft.source.as_ref().filter(|source| speaker.name.is_some() && source.joint.is_empty()) {
            memory.described.push((source.head, speaker.clone()));
        }
        if speaker.name.is_some() {
            memory.spoke.push((speaker.clone(), draft.main));
        }
        speakers[at] = speaker;
    }
    speakers
}

fn speaker(
    view: &View<'_, '_>,
    entities: &[FoundEntity],
    roles: &Roles,
    memory: &Memory,
    draft: &Draft,
) -> FoundSpeaker {
    let Some(source) = &draft.source else {
        return match draft.shape {
            Shape::LooseQuote => inherited(view, memory, draft),
            _ => elided(view, entities, memory, draft).unwrap_or_else(nobody),
        };
    };
    if let Some(found) = initials::holder(view, entities, source) {
        return found;
    }
    let head = source.head;
    let pronoun = view.has(head, Tags(Tags::PRON3.0 | Tags::POSS3.0)) && view.names.at(head).is_none();
    match draft.source_kind {
        SourceKind::Relative => antecedent::of_relative(view, entities, roles, memory, head),
        SourceKind::Document if pronoun => documents::of_pronoun(view, entities, roles, memory, head),
        _ if pronoun => antecedent::of_pronoun(view, entities, roles, memory, head),
        kind => describe::speaker(view, entities, roles, memory, source, kind),
    }
}

/// A quotation without any attribution belongs to whoever spoke last, if that was close by.
fn inherited(view: &View<'_, '_>, memory: &Memory, draft: &Draft) -> FoundSpeaker {
    let block = |at: usize| view.token(at).map_or(0, |token| token.block);
    let last = memory.spoke.iter().rev().find(|(_, at)| block(draft.main).saturating_sub(block(*at)) <= 2);
    let sentence = |at: usize| view.token(at).map_or(0, |token| token.sentence);
    let Some((last, cue)) = last else { return nobody() };
    // Some sentences on in the same paragraph somebody else may have the word.
    if block(*cue) == block(draft.main) && sentence(draft.main).saturating_sub(sentence(*cue)) > 1 {
        return nobody();
    }
    let candidate = Candidate { name: last.name.clone().unwrap_or_default(), score: 1.0, reasons: vec!["spoke last"] };
    FoundSpeaker { form: SpeakerForm::None, role: None, candidates: vec![candidate], ..last.clone() }
}

/// «Также добавила, что»: a sentence that begins with a verb goes on with the person who spoke last, if the gender fits.
fn elided(view: &View<'_, '_>, entities: &[FoundEntity], memory: &Memory, draft: &Draft) -> Option<FoundSpeaker> {
    draft.verb.filter(|_| view.has_cases())?;
    let verb = view.token(draft.main).filter(|verb| verb.is(Features::PAST) && !verb.is(Features::IMPERSONAL))?;
    let male = match (verb.is(Features::V_M), verb.is(Features::V_F)) {
        (true, false) => true,
        (false, true) => false,
        _ => return None,
    };
    let opening = view.sentence(draft.main).start..draft.main;
    let small = |at: usize| {
        view.is_filler(at) || view.has(at, Tags::SMALL) || !view.text.tokens[at].is_word() || view.has(at, Tags::DEM)
    };
    if opening.len() > 6 || !opening.clone().all(small) || view.depth(draft.main) > 0 {
        return None;
    }
    let (last, cue) = memory.spoke.last()?;
    let [entity] = last.entities[..] else { return None };
    let near = view.token(draft.main)?.block.saturating_sub(view.token(*cue)?.block) <= 2;
    (near && entities[entity].is_male == Some(male)).then(|| {
        let candidate =
            Candidate { name: entities[entity].name.clone(), score: 1.5, reasons: vec!["the subject goes on"] };
        FoundSpeaker { form: SpeakerForm::None, role: None, candidates: vec![candidate], ..last.clone() }
    })
}
