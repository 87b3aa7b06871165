//! An article as a `NewsArticle`.

use onrecord_model::{ArticleRecord, Lang};
use serde_json::Value;

use super::node::Node;
use super::{dates, iri, origins};
use crate::reading::Reading;

/// The article's node.
pub(crate) fn article(on: &Reading) -> Value {
    let (record, it) = (on.record, &on.record.article);
    let node = Node::new("NewsArticle")
        .at(iri::article(record))
        .with("identifier", record.document.id.as_str())
        .with("headline", on.title())
        .with("inLanguage", language(it.lang))
        .with("author", it.authors.iter().map(|name| Node::named(name)).collect::<Vec<_>>())
        .with(
            "publisher",
            it.outlet.as_deref().map(|name| origins::outlet(name).with("@type", "NewsMediaOrganization")),
        )
        .with("articleSection", it.section.as_deref())
        .with("keywords", it.tags.clone())
        .with("mentions", record.entities.iter().map(|it| iri::entity(record, &it.id)).collect::<Vec<_>>())
        .with("canonicalUrl", it.canonical_url.as_deref())
        .with("encoding", encoding(record));
    sourced(addressed(dated(node, on), record), on).into()
}

/// The language's code as schema.org takes it (BCP 47), which has its own for what nobody could tell.
pub(crate) fn language(lang: Lang) -> String {
    if lang == Lang::UNKNOWN { "und".to_owned() } else { lang.to_string() }
}

/// With its dates, the incomplete ones in our own terms.
fn dated(node: Node, on: &Reading) -> Node {
    let article = &on.record.article;
    let date = |node: Node, value: &Option<String>, whole: &str, partial: &str| {
        let Some(value) = value else { return node };
        node.with(if dates::complete(value).is_some() { whole } else { partial }, value.as_str())
    };
    let node = date(node, &article.published, "datePublished", "publishedAsGiven");
    date(node, &article.modified, "dateModified", "modifiedAsGiven")
}

/// With its address, as plain words where it is not sound.
fn addressed(node: Node, record: &ArticleRecord) -> Node {
    match record.document.url.as_deref() {
        Some(url) if iri::web(url).is_some() => node.with("url", url),
        url => node.with("urlAsGiven", url),
    }
}

/// With whom it has its story from: the sources it names, and the agency its text was taken from.
///
/// What one paragraph has from others is told in our own terms only, since it is not true of the whole article.
fn sourced(node: Node, on: &Reading) -> Node {
    let node =
        origins::sourced(node, on.chains("story")).with("provenance", origins::chains(on, &["story", "paragraph"]));
    match on.record.article.syndicated_from.as_deref() {
        Some(agency) => node.and("isBasedOn", origins::work_of(agency)),
        None => node,
    }
}

/// The bytes the article was read from.
fn encoding(record: &ArticleRecord) -> Node {
    Node::new(["MediaObject", "Entity"].map(Value::from).to_vec())
        .at(iri::bytes(record))
        .with("encodingFormat", record.document.media_type.as_str())
        .with("sha256", record.document.sha256.as_str())
        .with("name", record.document.name.as_deref())
}
