//! What is put into the store: a page, its record, and the words it is to be found by.

use onrecord_model::{ArticleRecord, Body, CharSpan, Page};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The words an article is found by: dictionary forms, cut to stems, apart by spaces, in the order of the text.
///
/// The store compares them letter for letter; whoever makes them makes those of a question the same way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchWords {
    /// The whole text, furniture left out.
    pub article: String,
    /// Those of each statement, in the order of the record.
    pub statements: Vec<StatementWords>,
    /// Those of each event, in the order of the record.
    pub events: Vec<EventWords>,
}

/// The words a statement is found by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatementWords {
    /// What was said.
    pub content: String,
    /// Who said it, as the article and the record name them.
    pub source: String,
    /// The words of the speaker's name, as written, in lower case.
    pub speaker: String,
    /// The sentences the statement stands in.
    pub sentence: CharSpan,
}

/// The words an event is found by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventWords {
    /// Its sentence, and its parties.
    pub words: String,
    /// The sentence it stands in.
    pub sentence: CharSpan,
}

/// A page that was read, made ready to be kept.
#[derive(Debug)]
pub struct Entry {
    pub(crate) page: Page,
    pub(crate) record: ArticleRecord,
    pub(crate) words: SearchWords,
    pub(crate) page_digest: Vec<u8>,
    pub(crate) text_sha256: Vec<u8>,
    pub(crate) json: Vec<u8>,
}

/// What is kept of a page beside its bytes, and its record without its text.
#[derive(Deserialize)]
pub(crate) struct Kept {
    pub(crate) page: Page,
    pub(crate) is_html: bool,
    /// Whether the source bytes are not the words themselves.
    pub(crate) is_decoded: bool,
    pub(crate) record: ArticleRecord,
}

#[derive(Serialize)]
struct Keeping<'e> {
    page: &'e Page,
    is_html: bool,
    is_decoded: bool,
    record: &'e ArticleRecord,
}

impl Entry {
    /// Makes a page ready: all that costs time is done here, so that many threads can do it.
    pub fn new(page: Page, mut record: ArticleRecord, words: SearchWords) -> Self {
        let page_digest = page_digest(&page);
        let text_sha256 = Sha256::digest(&record.article.text).to_vec();
        // The text is kept once, apart from the record.
        let text = std::mem::take(&mut record.article.text);
        let keeping = Keeping {
            is_html: matches!(page.body, Body::Html(_)),
            is_decoded: page.bytes.is_some(),
            page: &page,
            record: &record,
        };
        let json = serde_json::to_vec(&keeping).unwrap_or_default();
        record.article.text = text;
        Self { page, record, words, page_digest, text_sha256, json }
    }

    /// The record.
    pub fn record(&self) -> &ArticleRecord {
        &self.record
    }

    /// The bytes of memory it takes, roughly.
    pub fn n_bytes(&self) -> usize {
        self.page.source().len() + self.record.article.text.len() + self.json.len() + self.words.article.len() * 2
    }
}

/// What makes a page the same page: its bytes, and what was given with them. Neither its file nor when it was fetched.
pub(crate) fn page_digest(page: &Page) -> Vec<u8> {
    let lang = page.lang.map(|lang| lang.to_string());
    let is_html = matches!(page.body, Body::Html(_)).then(|| "html".to_owned());
    let given = [&page.url, &page.outlet, &page.published, &page.title, &page.content_type, &lang, &is_html];
    let mut digest = Sha256::new();
    digest.update(&page.sha256);
    for field in given {
        digest.update(field.as_deref().map_or(u64::MAX, |field| field.len() as u64).to_le_bytes());
        digest.update(field.as_deref().unwrap_or_default());
    }
    digest.finalize().iter().take(16).copied().collect()
}

/// The address of a record's page, as [`normal_address`] writes it: the given one, else the one the page calls its own.
pub(crate) fn address(record: &ArticleRecord) -> Option<String> {
    let url = record.document.url.as_deref().or(record.article.canonical_url.as_deref())?;
    Some(normal_address(url)).filter(|url| !url.is_empty())
}

/// An address without what does not matter: letter case of scheme and host, default port, fragment.
pub(crate) fn normal_address(url: &str) -> String {
    let url = url.trim().split('#').next().unwrap_or_default();
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    let (scheme, mut host) = (scheme.to_ascii_lowercase(), host.to_lowercase());
    let port = if scheme == "https" { ":443" } else { ":80" };
    host.truncate(host.strip_suffix(port).map_or(host.len(), str::len));
    let slash = if path.starts_with('/') { "" } else { "/" };
    format!("{scheme}://{host}{slash}{path}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_the_same_however_it_is_written() {
        for url in ["HTTPS://News.Example:443/a#top", " https://news.example/a"] {
            assert_eq!(normal_address(url), "https://news.example/a");
        }
        assert_eq!(normal_address("http://news.example"), "http://news.example/");
        assert_eq!(normal_address("http://news.example?id=1"), "http://news.example/?id=1");
        assert_ne!(normal_address("http://news.example/A"), normal_address("http://news.example/a"));
        assert_eq!(normal_address("urn:x:1"), "urn:x:1");
    }
}
