//! Where an event was, and who took part in it.

use onrecord_lang::Tags;
use onrecord_model::{EntityKind, Span};
use onrecord_text::Text;

use super::trigger::Trigger;
use crate::{Findings, FoundMention};

/// Places and parties of an event: entities named in its sentence.
type Setting = (Vec<(Option<usize>, Span)>, Vec<(Option<usize>, String)>);

/// How many of each an event has at most.
const MOST: usize = 6;

/// The places and parties named in the sentence of an event; of places the nearest only.
pub(super) fn around(text: &Text<'_>, findings: &Findings, trigger: &Trigger) -> Setting {
    let Some(sentence) = text.tokens.get(trigger.tokens.start).map(|token| token.sentence) else {
        return Setting::default();
    };
    let tokens = text.sentences[sentence as usize].tokens.clone();
    let mut places: Vec<(usize, Option<usize>, Span)> = Vec::new();
    let mut parties = Vec::new();
    for (number, entity) in findings.entities.iter().enumerate() {
        let Some(mention) = entity.mentions.iter().find(|mention| tokens.contains(&mention.token)) else { continue };
        match entity.kind {
            EntityKind::Place if is_setting(text, mention) => {
                places.push((mention.token.abs_diff(trigger.tokens.start), Some(number), mention.span));
            }
            EntityKind::Person | EntityKind::Organisation | EntityKind::Place if parties.len() < MOST => {
                parties.push((Some(number), entity.name.clone()));
            }
            _ => {}
        }
    }
    let nearest = places.into_iter().min_by_key(|&(distance, ..)| distance);
    (nearest.map(|(_, entity, span)| (entity, span)).into_iter().collect(), parties)
}

/// Whether a preposition stands before a place: «в Брюсселе»; without one it acts: «Лондон опубликует».
fn is_setting(text: &Text<'_>, mention: &FoundMention) -> bool {
    let before = |by: usize| mention.token.checked_sub(by).and_then(|at| text.tokens.get(at));
    before(1).is_some_and(|token| token.has(Tags::PREP))
        || before(2).is_some_and(|token| token.has(Tags::PREP) && before(1).is_some_and(|next| next.is_word()))
}
