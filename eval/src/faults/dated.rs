//! Events and times: what was not found, what is too much, and what has another date.

use super::{FaultKind, Finder, Why, or_nothing};
use crate::answer::Dated;

impl Finder<'_> {
    /// Triggers, dates and status of events.
    pub(super) fn events(&mut self) {
        let matched = self.matched;
        for (gold, hit) in matched.gold.events.iter().zip(&matched.events) {
            match hit.and_then(|n| matched.found.events.get(n)) {
                None => self.event_missing(gold),
                Some(found) => self.event_otherwise(gold, found),
            }
        }
        for (n, found) in matched.found.events.iter().enumerate() {
            if !matched.events.contains(&Some(n)) {
                let is_near = matched.gold.events.iter().any(|gold| touches(gold, found));
                let place = if is_near { "on gold's, but longer" } else { "gold has none there" };
                let detail = found.status.clone().unwrap_or_default();
                let why = Why { cause: format!("event of ours alone: {place}"), detail, rule: found.rule.clone() };
                let words = self.sight.words(&found.trigger);
                self.add(FaultKind::Events, found.trigger.clone(), why, "nothing".to_owned(), words);
            }
        }
    }

    fn event_missing(&mut self, gold: &Dated) {
        let near = self.matched.found.events.iter().find(|found| touches(gold, found));
        let has_date = gold.value.is_some() && self.matched.found.times.iter().any(|(_, value)| *value == gold.value);
        let word = if self.sight.has_event_word(&gold.trigger) { "known event word" } else { "no event word known" };
        let cause = match near {
            Some(_) => "event found with another trigger".to_owned(),
            None if has_date => format!("event missing, date found, {word}"),
            None => format!("event missing, date not found, {word}"),
        };
        let why = Why { cause, detail: self.date(gold), rule: near.and_then(|found| found.rule.clone()) };
        let ours = near.map_or_else(|| "nothing".to_owned(), |found| self.sight.words(&found.trigger));
        self.add(FaultKind::Events, gold.trigger.clone(), why, self.sight.words(&gold.trigger), ours);
    }

    /// Where an event's date stands, seen from its trigger.
    fn date(&self, event: &Dated) -> String {
        let sentence = |at: usize| self.sight.sentence(at);
        let is_here = |when: &std::ops::Range<usize>| sentence(when.start) == sentence(event.trigger.start);
        let place = match &event.when {
            None => "without words for its date",
            Some(when) if is_here(when) => "date in the sentence",
            Some(_) => "date in another sentence",
        };
        format!("{}, {place}", event.status.as_deref().unwrap_or("held"))
    }

    fn event_otherwise(&mut self, gold: &Dated, found: &Dated) {
        for (name, wanted, given) in [("date", &gold.value, &found.value), ("status", &gold.status, &found.status)] {
            if wanted != given {
                let (wanted, given) = (or_nothing(wanted.as_deref()), or_nothing(given.as_deref()));
                let cause = match name {
                    "status" => format!("status {wanted} taken for {given}"),
                    _ if self.matched.found.times.iter().any(|(_, value)| value.as_deref() == Some(&wanted)) => {
                        "another of the article's dates".to_owned()
                    }
                    _ => "date that no time of ours has".to_owned(),
                };
                let why = Why { cause, detail: self.sight.words(&gold.trigger), rule: found.rule.clone() };
                self.add(FaultKind::Events, gold.trigger.clone(), why, wanted, given);
            }
        }
    }

    /// Calendar expressions and their values.
    pub(super) fn times(&mut self) {
        let matched = self.matched;
        for ((span, value), hit) in matched.gold.times.iter().zip(&matched.times) {
            let value = or_nothing(value.as_deref());
            let (cause, ours) = match hit.and_then(|n| matched.found.times.get(n)) {
                None => ("time missing", "nothing".to_owned()),
                Some((_, other)) if value != "nothing" && other.as_deref() != Some(&value) => {
                    ("another value", or_nothing(other.as_deref()))
                }
                Some(_) => continue,
            };
            let why = Why { cause: cause.to_owned(), detail: String::new(), rule: None };
            self.add(FaultKind::Times, span.clone(), why, format!("{} = {value}", self.sight.words(span)), ours);
        }
        for (n, (span, value)) in matched.found.times.iter().enumerate() {
            if !matched.times.contains(&Some(n)) {
                let why = Why { cause: "time of ours alone".to_owned(), detail: String::new(), rule: None };
                let ours = format!("{} = {}", self.sight.words(span), or_nothing(value.as_deref()));
                self.add(FaultKind::Times, span.clone(), why, "nothing".to_owned(), ours);
            }
        }
    }
}

fn touches(one: &Dated, other: &Dated) -> bool {
    one.trigger.start < other.trigger.end && other.trigger.start < one.trigger.end
}
