//! Where things come from: which program found them in which bytes, and whom an article has its story from.

use onrecord_model::{ArticleRecord, Provenance};
use serde_json::Value;

use super::iri;
use super::node::Node;

/// `finding`, with the act of reading that found it and the bytes it was read from.
pub(crate) fn found(finding: Node, record: &ArticleRecord, rule: &str) -> Node {
    finding.with("wasGeneratedBy", reading(record, rule)).with("wasDerivedFrom", iri::bytes(record)).with("rule", rule)
}

fn reading(record: &ArticleRecord, rule: &str) -> Node {
    let version = record.made_by.version.as_str();
    let packs: Vec<String> = record.made_by.packs.iter().map(|(lang, digest)| format!("{lang}={digest}")).collect();
    let program = Node::new("SoftwareAgent")
        .at(iri::urn("program", &[version]))
        .with("name", "onrecord")
        .with("softwareVersion", version);
    Node::new("Activity")
        .at(iri::urn("reading", &[&record.document.id, version, rule]))
        .with("wasAssociatedWith", program)
        .with("used", iri::bytes(record))
        .with("pack", packs)
        .with("rule", rule)
}

/// An outlet, or whoever else stands in a chain; the same name has the same address.
pub(crate) fn outlet(name: &str) -> Node {
    Node::named(name).at(iri::urn("outlet", &[name]))
}

/// A work of somebody's that we know nothing else of.
pub(crate) fn work_of(name: &str) -> Node {
    Node::new("CreativeWork").with("publisher", outlet(name))
}

/// `subject`, with whom it comes from: its statement's or, for an article, the whole story's sources.
///
/// What is said of a paragraph alone is told in our own terms only, since it is not true of the whole article.
pub(crate) fn sourced(subject: Node, chains: &[&Provenance], scope: &str) -> Node {
    let of_all: Vec<&Provenance> = chains.iter().copied().filter(|chain| chain.scope == scope).collect();
    let nearest = of_all.iter().filter_map(|it| it.chain.get(1)).map(|name| work_of(name).into());
    let first =
        of_all.iter().filter_map(|it| it.chain.get(1..)?.last()).map(|name| outlet(name).with("@type", "Entity"));
    subject
        .with("isBasedOn", nearest.collect::<Vec<Value>>())
        .with("hadPrimarySource", first.collect::<Vec<_>>())
        .with("provenance", chains.iter().map(|it| chain(it)).collect::<Vec<_>>())
}

fn chain(provenance: &Provenance) -> Node {
    let scope = match provenance.scope.as_str() {
        whole @ ("story" | "paragraph") => whole,
        _ => "statement",
    };
    Node::default().with("chain", provenance.chain.clone()).with("scope", scope)
}
