//! The articles themselves.

use std::borrow::Cow;

use onrecord_model::{ArticleRecord, PublishedFrom};

use super::{count, list, maybe, say, word};
use crate::column::{Definition, Rows};

/// A row for each article.
pub(crate) struct Articles;

impl Rows for Articles {
    type Item<'r> = &'r ArticleRecord;

    const COLUMNS: &'static [Definition<Self>] = &[
        Definition::text("document_id", say::DOCUMENT_ID, |_, it| word(&it.document.id)),
        Definition::text("name", "The document's own name.", |_, it| maybe(&it.document.name)),
        Definition::text("url", say::URL, |_, it| maybe(&it.document.url)),
        Definition::text("file", "The file it came from.", |_, it| maybe(&it.document.file)),
        Definition::text("sha256", "SHA-256 of the document's bytes.", |_, it| word(&it.document.sha256)),
        Definition::text("media_type", "`text/plain` or `text/html`.", |_, it| word(&it.document.media_type)),
        Definition::text("lang", say::LANG, |_, it| word(it.article.lang.as_str())),
        Definition::text("title", "The article's title, or else its headline.", |on, _| on.title().and_then(word)),
        Definition::texts("authors", "The authors.", |_, it| list(&it.article.authors)),
        Definition::text("published", say::PUBLISHED, |_, it| maybe(&it.article.published)),
        Definition::text("published_from", "Where that date came from.", |_, it| {
            it.article.published_from.map(|from| Cow::Borrowed(origin(from)))
        }),
        Definition::text("modified", "Date of change.", |_, it| maybe(&it.article.modified)),
        Definition::text("outlet", say::OUTLET, |_, it| maybe(&it.article.outlet)),
        Definition::text("canonical_url", "The address the page calls its own.", |_, it| {
            maybe(&it.article.canonical_url)
        }),
        Definition::text("section", "The outlet's section.", |_, it| maybe(&it.article.section)),
        Definition::texts("tags", "The outlet's tags.", |_, it| list(&it.article.tags)),
        Definition::text("syndicated_from", "The agency the text was taken from.", |_, it| {
            maybe(&it.article.syndicated_from)
        }),
        Definition::text("made_by", "The version of the program that made the record.", |_, it| {
            word(&it.made_by.version)
        }),
        Definition::number("n_statements", "How many statements it has.", |_, it| count(&it.statements)),
        Definition::number("n_events", "How many events it has.", |_, it| count(&it.events)),
        Definition::text("text", "Its words; all offsets point here.", |_, it| word(&it.article.text)),
    ];

    fn items(record: &ArticleRecord) -> impl Iterator<Item = &ArticleRecord> {
        std::iter::once(record)
    }
}

/// The record's word for where a date came from.
fn origin(from: PublishedFrom) -> &'static str {
    match from {
        PublishedFrom::Given => "given",
        PublishedFrom::JsonLd => "json-ld",
        PublishedFrom::Meta => "meta",
        PublishedFrom::Visible => "visible",
        PublishedFrom::Url => "url",
        PublishedFrom::Feed => "feed",
        PublishedFrom::Text => "text",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_have_the_words_of_the_record() {
        use PublishedFrom::*;
        for from in [Given, JsonLd, Meta, Visible, Url, Feed, Text] {
            assert_eq!(serde_json::to_value(from).expect("a word"), origin(from));
        }
    }
}
