//! Where things come from: which program found them in which bytes, and whom an article has its story from.

use onrecord_model::{ArticleRecord, Provenance};

use super::iri;
use super::node::Node;
use crate::reading::Reading;

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

/// `subject`, with whom it comes from: by whose work it was told here, and who had it first.
pub(crate) fn sourced(subject: Node, chains: &[&Provenance]) -> Node {
    let nearest = chains.iter().filter_map(|it| it.chain.get(1)).map(|name| work_of(name));
    let first =
        chains.iter().filter_map(|it| it.chain.get(1..)?.last()).map(|name| outlet(name).with("@type", "Entity"));
    subject.with("isBasedOn", nearest.collect::<Vec<_>>()).with("hadPrimarySource", first.collect::<Vec<_>>())
}

/// The chains of these scopes, name by name.
pub(crate) fn chains(on: &Reading, scopes: &[&str]) -> Vec<Node> {
    scopes.iter().flat_map(|scope| on.chains(scope)).map(|it| chain(it)).collect()
}

fn chain(provenance: &Provenance) -> Node {
    let scope = match provenance.scope.as_str() {
        whole @ ("story" | "paragraph") => whole,
        _ => "statement",
    };
    Node::default().with("chain", provenance.chain.clone()).with("scope", scope)
}
