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
mod walk;

use onrecord_lang::Pack;
use onrecord_text::Text;

use crate::{Findings, FoundEvent};
use trigger::{Clauses, Trigger};

/// Adds every event that has a date. Where two times ask for one word it goes to the one that it fits best, and the
/// other takes what fits it next.
pub(crate) fn find(text: &Text<'_>, pack: &Pack, findings: &mut Findings) {
    let published = text.article.published.as_ref().and_then(|published| status::days(published.value.get(..10)?));
    let clauses = Clauses::new(text, pack, findings);
    let mut asked: Vec<(usize, Trigger)> = Vec::new();
    for (when, time) in findings.times.iter().enumerate() {
        asked.extend(clauses.triggers_of(time).into_iter().map(|trigger| (when, trigger)));
    }
    asked.sort_by(|a, b| b.1.score().total_cmp(&a.1.score()).then(a.0.cmp(&b.0)));
    let mut taken = vec![false; text.tokens.len()];
    let mut has_event = vec![false; findings.times.len()];
    let mut events: Vec<FoundEvent> = Vec::new();
    for (when, trigger) in asked {
        if has_event[when] || taken[trigger.tokens.clone()].contains(&true) {
            continue;
        }
        has_event[when] = true;
        taken[trigger.tokens.clone()].fill(true);
        events.push(event(&clauses, findings, &trigger, when, published));
    }
    events.sort_by_key(|event| event.when);
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
