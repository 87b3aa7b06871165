//! Who is behind the words that name a source: a person by name, the holder of an office, the antecedent of a pronoun.
//!
//! Every decision is between scored candidates, and all of them are kept for `onrecord explain`. Where nobody stands
//! out, the words of the article stay as they are: an unknown speaker is better than a wrong one.

mod antecedent;
mod describe;
mod roles;
mod wording;

pub(crate) use roles::Roles;

use onrecord_lang::Tags;
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
        return if draft.shape == Shape::LooseQuote { inherited(view, memory, draft) } else { nobody() };
    };
    let head = source.head;
    let pronoun = view.has(head, Tags(Tags::PRON3.0 | Tags::POSS3.0)) && view.names.at(head).is_none();
    match draft.source_kind {
        SourceKind::Relative => antecedent::of_relative(view, entities, roles, memory, head),
        _ if pronoun => antecedent::of_pronoun(view, entities, memory, head, SpeakerForm::Pronoun),
        kind => describe::speaker(view, entities, roles, memory, source, kind),
    }
}

/// A quotation without any attribution belongs to whoever spoke last, if that was close by.
fn inherited(view: &View<'_, '_>, memory: &Memory, draft: &Draft) -> FoundSpeaker {
    let block = |at: usize| view.token(at).map_or(0, |token| token.block);
    let last = memory.spoke.iter().rev().find(|(_, at)| block(draft.main).saturating_sub(block(*at)) <= 2);
    let Some((last, _)) = last else { return nobody() };
    let candidate = Candidate { name: last.name.clone().unwrap_or_default(), score: 1.0, reasons: vec!["spoke last"] };
    FoundSpeaker { form: SpeakerForm::None, role: None, candidates: vec![candidate], ..last.clone() }
}
