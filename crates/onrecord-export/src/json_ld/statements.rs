//! A statement as a `Quotation` or a `Claim`.

use onrecord_model::{Modality, Polarity, Statement, StatementKind};
use serde_json::Value;

use super::node::{Node, share};
use super::{articles, entities, iri, origins};
use crate::reading::Reading;

/// The statement's node.
pub(crate) fn statement(on: &Reading, it: &Statement) -> Value {
    let record = on.record;
    let (kind, place) = match it.kind {
        StatementKind::Direct => ("Quotation", "isPartOf"),
        StatementKind::Indirect | StatementKind::Mixed | StatementKind::Reported => ("Claim", "appearance"),
    };
    let node = Node::new(kind)
        .at(iri::urn("statement", &[&it.id]))
        .with("text", (!it.content.is_empty()).then(|| on.joined(&it.content).into_owned()))
        .with("inLanguage", articles::language(record.article.lang))
        .with(attribution(it), entities::speakers(on, &it.speaker))
        .with(place, iri::article(record));
    let node =
        origins::sourced(described(node, it), on.chains(&it.id)).with("provenance", origins::chains(on, &[&it.id]));
    origins::found(node, record, &it.rule).into()
}

/// The property that says whose words they are.
///
/// What was not said, or only might be, is attributed in our own term: whoever knows only schema.org must not read
/// "X did not say that…" as X's claim.
fn attribution(it: &Statement) -> &'static str {
    match (it.polarity, it.modality, it.kind) {
        (Polarity::Pos, Modality::Asserted, StatementKind::Direct) => "spokenByCharacter",
        (Polarity::Pos, Modality::Asserted, _) => "author",
        _ => "attributedTo",
    }
}

/// With what schema.org has no terms for.
fn described(node: Node, it: &Statement) -> Node {
    let other = |id: &Option<String>| id.as_deref().map(|id| iri::urn("statement", &[id]));
    node.with("statementKind", it.kind.as_str())
        .with("speakerForm", it.speaker.form.as_str())
        .with("zone", it.zone.as_str())
        .with("polarity", it.polarity.as_str())
        .with("modality", it.modality.as_str())
        .with("confidence", share(it.confidence))
        .with("said", it.said.as_ref().and_then(|when| when.value.as_deref()))
        .with("via", it.via.clone())
        .with("parent", other(&it.parent))
        .with("restates", other(&it.restates))
}
