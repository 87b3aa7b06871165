//! One document as it reached us, before anyone looked inside.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{Lang, Span, Warc};

/// One document as it reached us, with what the giver knew about it. Its serialised form leaves out the words and the bytes.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Page {
    /// The document's own name: a file's stem, an archive line's `name`.
    pub name: Option<String>,
    /// The file it came from, as the user wrote it.
    pub file: Option<String>,
    /// The address it was published at.
    pub url: Option<String>,
    /// The outlet, when given.
    pub outlet: Option<String>,
    /// The language, when given.
    pub lang: Option<Lang>,
    /// The publication date or date-time (RFC 3339, or a date alone), when given.
    pub published: Option<String>,
    /// The headline, when given apart from the text.
    pub title: Option<String>,
    /// When it was fetched (RFC 3339), when known.
    pub fetched: Option<String>,
    /// What the server said of the bytes, such as `text/html; charset=windows-1251`.
    pub content_type: Option<String>,
    /// Where it lies in a web archive.
    pub warc: Option<Warc>,
    /// The words.
    #[serde(skip)]
    pub body: Body,
    /// The bytes as they came, where they are not those of `body`: they were in another encoding, had a byte-order mark, or were
    /// mended. Content and transfer codings of HTTP are taken off.
    #[serde(skip)]
    pub bytes: Option<Vec<u8>>,
    /// Where in the document's bytes the body begins, when it stands there letter for letter; `None` when it was decoded from
    /// another encoding than UTF-8, or mended.
    pub body_at: Option<u32>,
    /// SHA-256 of the bytes as they came, in lower-case hexadecimal.
    pub sha256: String,
    /// What was noticed while decoding.
    pub notices: Vec<Notice>,
}

impl Page {
    /// The bytes as they came: what `sha256` is the digest of.
    pub fn source(&self) -> &[u8] {
        let (Body::Text(words) | Body::Html(words)) = &self.body;
        self.bytes.as_deref().unwrap_or(words.as_bytes())
    }
}

/// The words of a page, decoded.
#[derive(Clone, Debug)]
pub enum Body {
    /// Plain text, one paragraph a line or paragraphs apart by blank lines.
    Text(String),
    /// An HTML page.
    Html(String),
}

impl Default for Body {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

/// Something a user of the record should know about how it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// A stable name, such as `no-date`.
    pub code: Cow<'static, str>,
    /// One sentence for people.
    pub text: String,
    /// The words it is about.
    pub span: Option<Span>,
}

impl Notice {
    /// A notice about the whole document.
    pub fn new(code: &'static str, text: impl Into<String>) -> Self {
        Self { code: Cow::Borrowed(code), text: text.into(), span: None }
    }
}
