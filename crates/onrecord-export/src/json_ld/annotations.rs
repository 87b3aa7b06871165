//! Web Annotations: where in the article a finding's words stand.

use onrecord_model::{CharSpan, Event, Statement};
use serde_json::Value;

use super::iri;
use super::node::Node;
use crate::reading::Reading;

/// Code points given before and after the words, by which they are found again in a changed page.
const AROUND: u32 = 32;

/// Where a statement's words stand, and where the article says whose they are.
pub(crate) fn of_statement(on: &Reading, it: &Statement) -> impl Iterator<Item = Value> {
    let named: Vec<CharSpan> = it.source.iter().chain(&it.cue).copied().collect();
    let content = annotation(on, ("statement", &it.id), "content", &it.content);
    content.into_iter().chain(annotation(on, ("statement", &it.id), "attribution", &named))
}

/// Where an event is named.
pub(crate) fn of_event(on: &Reading, it: &Event) -> impl Iterator<Item = Value> {
    annotation(on, ("event", &it.id), "trigger", &[it.trigger]).into_iter()
}

/// An annotation of one part of a finding; none where there is nothing to show.
fn annotation(on: &Reading, (kind, id): (&str, &str), part: &str, spans: &[CharSpan]) -> Option<Value> {
    let node = Node::new("Annotation")
        .at(iri::urn("annotation", &[part, id]))
        .with("body", iri::urn(kind, &[id]))
        .with("motivation", "oa:identifying")
        .with("part", part)
        .with("target", spans.iter().map(|&span| target(on, span)).collect::<Vec<_>>());
    (!spans.is_empty()).then(|| node.into())
}

fn target(on: &Reading, span: CharSpan) -> Node {
    let quote = Node::new("TextQuoteSelector")
        .with("exact", on.of(span))
        .with("prefix", on.between(span.start.saturating_sub(AROUND), span.start))
        .with("suffix", on.between(span.end, span.end.saturating_add(AROUND)));
    let position = Node::new("TextPositionSelector").with("start", span.start).with("end", span.end);
    Node::new("SpecificResource").with("source", iri::article(on.record)).with("selector", vec![quote, position])
}
