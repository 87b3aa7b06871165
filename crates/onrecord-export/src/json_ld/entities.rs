//! People, organisations and places, and who speaks.

use std::collections::BTreeSet;

use onrecord_model::{ArticleRecord, Entity, EntityKind, Names, Speaker, SpeakerForm};
use serde_json::Value;

use super::iri;
use super::node::Node;
use crate::reading::Reading;

/// The entity's node.
pub(crate) fn entity(record: &ArticleRecord, it: &Entity) -> Value {
    let offices: BTreeSet<&str> = it.roles.iter().map(|role| role.text.as_str()).collect();
    reference(record, it)
        .with("alternateName", names(&it.names))
        .with("entityKind", it.kind.as_str())
        .with("countryCode", it.code.as_deref())
        .with(if it.kind == EntityKind::Person { "jobTitle" } else { "role" }, offices.into_iter().collect::<Vec<_>>())
        .into()
}

/// The entity's address, type and name, for whoever reads one node alone.
pub(crate) fn reference(record: &ArticleRecord, it: &Entity) -> Node {
    let kind = match it.kind {
        EntityKind::Person => "Person",
        EntityKind::Organisation => "Organization",
        EntityKind::Place => "Place",
        EntityKind::Product => "Product",
        EntityKind::EventName => "Event",
    };
    Node::new(kind).at(iri::entity(record, &it.id)).with("name", it.name.as_str())
}

fn names(names: &Names) -> Vec<Value> {
    let by_language = [("ru", &names.ru), ("uk", &names.uk), ("en", &names.en)];
    let named = by_language.into_iter().filter_map(|(lang, name)| Some((lang, name.as_deref()?)));
    named.map(|(lang, name)| Node::default().with("@value", name).with("@language", lang).into()).collect()
}

/// Who speaks: the entities behind the source, or whoever has the name that the source gives.
pub(crate) fn speakers(on: &Reading, speaker: &Speaker) -> Vec<Value> {
    let known: Vec<&Entity> = speaker.entities.iter().filter_map(|id| on.entity(id)).collect();
    match (known.as_slice(), speaker.name.as_deref()) {
        ([one], name) => vec![one_speaker(on, one, name, speaker.role.as_deref())],
        ([], Some(name)) => vec![unlisted(speaker, name)],
        (several, _) => several.iter().map(|it| reference(on.record, it).into()).collect(),
    }
}

fn one_speaker(on: &Reading, it: &Entity, name: Option<&str>, role: Option<&str>) -> Value {
    let office = role.filter(|_| it.kind == EntityKind::Person);
    // A statement's speaker keeps the name that its source has, which may be shorter than the entity's.
    let other_name = name.filter(|name| *name != it.name);
    reference(on.record, it).with("alternateName", other_name).with("jobTitle", office).into()
}

/// Somebody of whom only a name is known. Offices are held by people; of the others we cannot tell what they are.
fn unlisted(speaker: &Speaker, name: &str) -> Value {
    let node = Node::named(name);
    match speaker.form {
        SpeakerForm::NamedRole => node.with("@type", "Person").with("jobTitle", speaker.role.as_deref()),
        _ => node,
    }
    .into()
}
