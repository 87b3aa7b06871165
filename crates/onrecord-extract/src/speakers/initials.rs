//! «А. К.» in an interview: the person of the article with these initials.

use onrecord_model::{EntityKind, SpeakerForm};

use crate::noun_phrase::NounPhrase;
use crate::view::View;
use crate::{Candidate, FoundEntity, FoundSpeaker};

/// The one person with these initials, given name first; nobody when the words are no initials or fit several.
pub(super) fn holder(view: &View<'_, '_>, entities: &[FoundEntity], source: &NounPhrase) -> Option<FoundSpeaker> {
    let initials = view.initials(source.tokens.clone())?;
    let fits = |entity: &FoundEntity| {
        let words: Vec<&str> = entity.name.split_whitespace().filter(|word| word.chars().count() > 1).collect();
        let first = words.iter().filter_map(|word| word.chars().next());
        entity.kind == EntityKind::Person && words.len() == initials.len() && first.eq(initials.iter().copied())
    };
    let mut found = entities.iter().enumerate().filter(|(_, entity)| fits(entity));
    let (entity, known) = found.next()?;
    if found.next().is_some() {
        return None;
    }
    let candidate = Candidate { name: known.name.clone(), score: 2.0, reasons: vec!["has these initials"] };
    Some(FoundSpeaker {
        entities: vec![entity],
        name: Some(known.name.clone()),
        form: SpeakerForm::Named,
        role: None,
        candidates: vec![candidate],
    })
}
