//! An event as an `Event`.

use onrecord_model::{Event, EventPlace, EventStatus, Party};
use serde_json::Value;

use super::node::{Node, share};
use super::{dates, entities, iri, origins};
use crate::reading::Reading;

/// The event's node.
pub(crate) fn event(on: &Reading, it: &Event) -> Value {
    let when = it.when.as_ref().and_then(|when| when.value.as_deref());
    let (first, last) = when.map(dates::days).unwrap_or_default();
    let node = Node::new("Event")
        .at(iri::urn("event", &[&it.id]))
        .with("name", on.of(it.trigger))
        .with("startDate", first)
        .with("endDate", last)
        .with("when", when)
        .with("eventStatus", status(it.status))
        .with("status", it.status.as_str())
        .with("eventKind", it.kind.as_str())
        .with("location", it.place.iter().map(|place| location(on, place)).collect::<Vec<_>>())
        .with("about", it.parties.iter().map(|it| party(on, it)).collect::<Vec<_>>())
        .with("subjectOf", iri::article(on.record))
        .with("confidence", share(it.confidence));
    origins::found(node, on.record, &it.rule).into()
}

/// The status in the terms of schema.org, which has none for what was held or goes on.
fn status(status: EventStatus) -> Option<&'static str> {
    match status {
        EventStatus::Planned => Some("schema:EventScheduled"),
        EventStatus::Cancelled => Some("schema:EventCancelled"),
        EventStatus::Held | EventStatus::Ongoing => None,
    }
}

fn location(on: &Reading, place: &EventPlace) -> Node {
    match place.entity.as_deref().and_then(|id| on.entity(id)) {
        Some(entity) => entities::reference(on.record, entity),
        None => Node::new("Place").with("name", on.between(place.start, place.end)),
    }
}

fn party(on: &Reading, party: &Party) -> Node {
    match party.entity.as_deref().and_then(|id| on.entity(id)) {
        Some(entity) => entities::reference(on.record, entity),
        None => Node::named(&party.name),
    }
}
