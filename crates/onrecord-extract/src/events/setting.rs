//! Where an event was, and who took part in it.

use onrecord_lang::Tags;
use onrecord_model::{EntityKind, Span};
use onrecord_text::Text;

use super::trigger::{Clauses, Trigger};
use crate::Findings;

/// Places and parties of an event: entities named in its sentence.
type Setting = (Vec<(Option<usize>, Span)>, Vec<(Option<usize>, String)>);

/// How many parties an event has at most.
const MOST: usize = 6;

/// The nearest place and the parties named in the sentence of an event.
pub(super) fn around(clauses: &Clauses<'_, '_>, findings: &Findings, trigger: &Trigger) -> Setting {
    let text = clauses.text;
    let sentence = text.tokens[trigger.tokens.start].sentence as usize;
    let tokens = text.sentences[sentence].tokens.clone();
    let first = clauses.mentions.partition_point(|&(token, ..)| token < tokens.start);
    let mut nearest: Option<(usize, usize, Span)> = None;
    let mut parties: Vec<usize> = Vec::new();
    for &(token, entity, span) in clauses.mentions[first..].iter().take_while(|&&(token, ..)| token < tokens.end) {
        let kind = findings.entities[entity].kind;
        let distance = token.abs_diff(trigger.tokens.start);
        if kind == EntityKind::Place && is_setting(text, token) {
            nearest = nearest.filter(|&(other, ..)| other <= distance).or(Some((distance, entity, span)));
        } else if acts(kind) && parties.len() < MOST && !parties.contains(&entity) {
            parties.push(entity);
        }
    }
    let places = nearest.into_iter().map(|(_, entity, span)| (Some(entity), span)).collect();
    let parties = parties.into_iter().map(|entity| (Some(entity), findings.entities[entity].name.clone())).collect();
    (places, parties)
}

/// Whether an entity can take part in an event.
fn acts(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Person | EntityKind::Organisation | EntityKind::Place)
}

/// Whether a preposition stands before a place: «в Брюсселе»; without one it acts: «Лондон опубликует».
fn is_setting(text: &Text<'_>, token: usize) -> bool {
    let before = |by: usize| token.checked_sub(by).and_then(|at| text.tokens.get(at));
    let has_preposition = |by: usize| before(by).is_some_and(|token| token.has(Tags::PREP));
    has_preposition(1) || has_preposition(2) && before(1).is_some_and(|next| next.is_word())
}
