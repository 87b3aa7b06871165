//! Whether an event took place, is to come, goes on, or was called off.

use jiff::civil::Date;
use onrecord_lang::{EventClass, Features, Tags};
use onrecord_model::{EventKind, EventStatus};
use onrecord_text::TokenKind;

use super::role::ends_clause;
use super::trigger::{Clauses, Trigger};
use crate::FoundTime;

/// The first and the last day of a value.
pub(super) type Days = (Date, Date);

/// The days of a value as the record writes it; none when it is open.
pub(super) fn days(value: &str) -> Option<Days> {
    if let Some((first, last)) = value.split_once('/') {
        return Some((days(first)?.0, days(last)?.1));
    }
    let mut parts = value.splitn(3, '-').map(|part| part.parse::<i16>().ok());
    let year = parts.next()??;
    let month = match parts.next() {
        Some(month) => i8::try_from(month?).ok()?,
        None => return Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?)),
    };
    match parts.next() {
        Some(day) => {
            let day = Date::new(year, month, i8::try_from(day?).ok()?).ok()?;
            Some((day, day))
        }
        None => {
            let first = Date::new(year, month, 1).ok()?;
            Some((first, first.last_of_month()))
        }
    }
}

/// The status of an event at a time.
pub(super) fn of(
    clauses: &Clauses<'_, '_>,
    time: &FoundTime,
    trigger: &Trigger,
    published: Option<Days>,
) -> EventStatus {
    let around = Around::of(clauses, time, trigger);
    if trigger.status == Some(EventStatus::Cancelled) || around.cancelled {
        return EventStatus::Cancelled;
    }
    let days = time.value.as_deref().and_then(days);
    match (days, published) {
        (Some((first, _)), Some((today, _))) if first > today => EventStatus::Planned,
        _ if trigger.status == Some(EventStatus::Ongoing) || around.ongoing => EventStatus::Ongoing,
        (Some((_, last)), Some((today, _))) if last < today => EventStatus::Held,
        _ if trigger.status == Some(EventStatus::Held) => EventStatus::Held,
        _ if trigger.status == Some(EventStatus::Planned) || around.planned => EventStatus::Planned,
        _ => EventStatus::Held,
    }
}

/// What the words around a trigger say of its status.
#[derive(Default)]
struct Around {
    cancelled: bool,
    ongoing: bool,
    planned: bool,
}

/// How far before or after its trigger a word of status may stand.
const REACH: usize = 9;

impl Around {
    fn of(clauses: &Clauses<'_, '_>, time: &FoundTime, trigger: &Trigger) -> Self {
        let sentence = clauses.text.tokens[trigger.tokens.start].sentence as usize;
        let bounds = clauses.text.sentences[sentence].tokens.clone();
        let start = trigger.tokens.start.min(time.tokens.start).saturating_sub(REACH).max(bounds.start);
        let end = (trigger.tokens.end.max(time.tokens.end) + REACH).min(bounds.end);
        let mut around = Self::default();
        for at in start..end {
            around.look(clauses, at, trigger);
        }
        around
    }

    fn look(&mut self, clauses: &Clauses<'_, '_>, at: usize, trigger: &Trigger) {
        let token = &clauses.text.tokens[at];
        // A verdict that is quashed is an event that took place; so is the verb beside «отмена».
        let is_itself = trigger.tokens.contains(&at);
        let is_object = trigger.is_noun() && !is_aside(clauses, trigger.tokens.start);
        let may_be_cancelled = is_itself || is_object && trigger.kind != EventKind::Ruling;
        let is_near = is_itself || is_beside(clauses, at, trigger);
        for word in clauses.words(at) {
            match (word.class, word.status) {
                (EventClass::Cue | EventClass::Verb, Some(EventStatus::Cancelled)) => {
                    self.cancelled |= is_near && may_be_cancelled
                }
                (EventClass::Light | EventClass::Cue, Some(EventStatus::Ongoing)) => self.ongoing |= is_near,
                // «Назначен министр»: who is appointed is not planned.
                (EventClass::Light | EventClass::Cue, Some(EventStatus::Planned)) if is_itself => {}
                (_, Some(EventStatus::Planned)) => self.planned = true,
                _ => {}
            }
        }
        let features = token.word.features;
        let is_plain_verb = features.any(Features::PRES)
            && (features.any(Features::GUESSED) || !features.any(Features::NOUN))
            && !token.has(Tags(Tags::CUE_VERB.0 | Tags::AUX.0));
        self.planned |= clauses.pack.times.has_perfective && is_plain_verb && trigger.tokens.contains(&at);
    }
}

/// How far before a noun its preposition may stand.
const PREPOSITION_REACH: usize = 3;

/// «Из-за забастовки компания отменит рейсы»: a verb of cancelling does not govern what a preposition does, where
/// cases tell objects.
fn is_aside(clauses: &Clauses<'_, '_>, noun: usize) -> bool {
    let tokens = &clauses.text.tokens;
    let phrase = |&at: &usize| {
        let token = &tokens[at];
        token.sentence == tokens[noun].sentence
            && (token.is(Features::ADJ) || token.has(Tags::PREP) || token.kind == TokenKind::Open)
    };
    let before = (noun.saturating_sub(PREPOSITION_REACH)..noun).rev().take_while(phrase);
    clauses.pack.has_cases() && before.into_iter().any(|at| tokens[at].has(Tags::PREP))
}

/// How far from its trigger a word of cancelling may stand.
const BESIDE: usize = 8;

/// Whether a word stands near a trigger with no end of a clause between.
fn is_beside(clauses: &Clauses<'_, '_>, at: usize, trigger: &Trigger) -> bool {
    let between = if at < trigger.tokens.start { at..trigger.tokens.start } else { trigger.tokens.end..at };
    between.len() <= BESIDE && !clauses.text.tokens[between].iter().any(ends_clause)
}
