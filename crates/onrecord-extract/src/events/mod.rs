//! Dated events: what was held, is planned, or was called off.
//!
//! Each time looks for the word of its clause that names a happening (`trigger`); a time that finds none, or only the
//! act of reporting, has no event. `status` says whether it took place, `setting` where and with whom.

mod role;
mod setting;
mod status;
#[cfg(test)]
mod tests;
mod trigger;

use onrecord_lang::Pack;
use onrecord_text::Text;

use crate::{Findings, FoundEvent};
use trigger::{Clauses, Trigger};

/// How many events back another time's trigger may be the same.
const NEAR: usize = 4;

/// Adds every event that has a date.
pub(crate) fn find(text: &Text<'_>, pack: &Pack, findings: &mut Findings) {
    let published = text.article.published.as_ref().and_then(|published| status::days(published.value.get(..10)?));
    let clauses = Clauses::new(text, pack, findings);
    let mut events: Vec<FoundEvent> = Vec::new();
    for when in 0..findings.times.len() {
        if let Some(trigger) = clauses.trigger_of(&findings.times[when]) {
            let span = trigger.span(text);
            match events.iter_mut().rev().take(NEAR).find(|event| event.trigger.overlaps(span)) {
                // Two times ask for one word: it goes to the one that has it nearer.
                Some(other) if other.confidence >= trigger.confidence() => {}
                Some(other) => *other = event(&clauses, findings, &trigger, when, published),
                None => events.push(event(&clauses, findings, &trigger, when, published)),
            }
        }
    }
    findings.events = events;
}

fn event(
    clauses: &Clauses<'_, '_>,
    findings: &Findings,
    trigger: &Trigger,
    when: usize,
    published: Option<status::Days>,
) -> FoundEvent {
    let (places, parties) = setting::around(clauses, findings, trigger);
    FoundEvent {
        trigger: trigger.span(clauses.text),
        kind: trigger.kind,
        when,
        places,
        parties,
        status: status::of(clauses, &findings.times[when], trigger, published),
        confidence: trigger.confidence(),
        rule: trigger.rule.to_owned(),
    }
}
