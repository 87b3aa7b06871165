//! What there is to see in a record, before it is known how it will be drawn.

use std::collections::BTreeMap;

use onrecord_model::{ArticleRecord, BlockKind, PublishedFrom};
use serde::Serialize;

use super::characters::Characters;
use super::paragraphs::{Paragraph, paragraphs};
use super::safe::safe;
use super::tables::{Table, tables};

/// A record, arranged. All its words are harmless.
pub(crate) struct Sheet {
    /// The headline, marked like all paragraphs.
    pub(crate) headline: Option<Paragraph>,
    /// Names and values: outlet, date, language, document.
    pub(crate) head: Vec<(&'static str, String)>,
    /// The article's own text.
    pub(crate) paragraphs: Vec<Paragraph>,
    /// What was left out of it, in words.
    pub(crate) left_out: Option<String>,
    /// What was found.
    pub(crate) tables: Vec<Table>,
}

/// Arranges a record.
pub(crate) fn sheet(record: &ArticleRecord) -> Sheet {
    let characters = Characters::new(&record.article.text);
    let mut paragraphs = paragraphs(record, &characters);
    let first = paragraphs.iter().position(|paragraph| paragraph.kind == BlockKind::Headline);
    let headline = first.map(|at| paragraphs.remove(at));
    let title = || record.article.title.as_deref().map(|title| Paragraph::plain(BlockKind::Headline, &safe(title)));
    Sheet {
        headline: headline.or_else(title),
        head: head(record),
        paragraphs,
        left_out: left_out(record),
        tables: tables(record, &characters),
    }
}

fn head(record: &ArticleRecord) -> Vec<(&'static str, String)> {
    let (article, document) = (&record.article, &record.document);
    let name = document.name.as_deref().or(document.file.as_deref());
    let digest = if document.id.is_empty() { String::new() } else { format!(" ({})", document.id) };
    let url = article.canonical_url.as_ref().or(document.url.as_ref());
    let lines = [
        ("outlet", article.outlet.clone()),
        ("byline", article.byline.clone().or_else(|| some(article.authors.join(", ")))),
        ("date", article.published.as_ref().map(|date| format!("{date}{}", from(article.published_from)))),
        ("taken from", article.syndicated_from.clone()),
        ("language", Some(article.lang.to_string())),
        ("address", url.cloned()),
        ("document", name.map(|name| format!("{name}{digest}"))),
    ];
    lines.into_iter().filter_map(|(name, value)| Some((name, safe(&value?).into_owned()))).collect()
}

fn some(words: String) -> Option<String> {
    Some(words).filter(|words| !words.is_empty())
}

fn from(place: Option<PublishedFrom>) -> String {
    let words = place.map(|place| match place {
        PublishedFrom::Given => "given",
        PublishedFrom::JsonLd => "from the page's JSON-LD",
        PublishedFrom::Meta => "from the page's meta elements",
        PublishedFrom::Visible => "as the page shows it",
        PublishedFrom::Url => "from the address",
        PublishedFrom::Feed => "from the feed",
        PublishedFrom::Text => "from the text",
    });
    words.map(|words| format!(", {words}")).unwrap_or_default()
}

/// How many parts are not the article's own: `3 parts left out: 2 related, 1 promo`.
fn left_out(record: &ArticleRecord) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for block in record.article.blocks.iter().filter(|block| block.kind == BlockKind::Furniture) {
        let kind = block.furniture.map_or_else(|| "other".to_owned(), |kind| word(&kind));
        *counts.entry(kind).or_default() += 1;
    }
    let n_all: usize = counts.values().sum();
    let each: Vec<String> = counts.iter().map(|(kind, n)| format!("{n} {kind}")).collect();
    let parts = if n_all == 1 { "part" } else { "parts" };
    (n_all > 0).then(|| format!("{n_all} {parts} left out that are not the article's own: {}", each.join(", ")))
}

/// The word that a value has in records.
pub(crate) fn word(value: &impl Serialize) -> String {
    let value = serde_json::to_value(value).ok();
    value.and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
