//! One line of newline-delimited JSON to a page.

use std::fmt;

use onrecord_model::{Body, Lang, Notice, Page};
use serde::de::{self, Deserialize, Deserializer, Visitor};

use crate::decode::{self, Form};
use crate::{date_as_far_as_known, sha256};

/// Why a line gives no page.
#[derive(Debug)]
pub(crate) enum RowError {
    /// It is no text, and why.
    Binary(String),
    /// Neither `text` nor `html`.
    NoText,
    /// Not an object of the expected form.
    Form(String),
}

/// The fields we read; all others are passed over.
#[derive(serde::Deserialize)]
#[serde(expecting = "a JSON object")]
struct Row {
    #[serde(default)]
    name: Word,
    #[serde(default)]
    doc: Word,
    #[serde(default)]
    id: Word,
    published: Option<String>,
    date: Option<String>,
    url: Option<String>,
    lang: Option<String>,
    title: Option<String>,
    outlet: Option<String>,
    text: Option<String>,
    html: Option<String>,
}

/// A name: a string, or a number that is used as one.
#[derive(Default)]
struct Word(Option<String>);

/// The page of one line.
pub(crate) fn page(line: &[u8]) -> Result<Page, RowError> {
    let decoded = decode::text(line, Form::Plain).map_err(|binary| RowError::Binary(binary.why))?;
    if !decoded.text.starts_with('{') {
        return Err(RowError::Form("it is not a JSON object".to_owned()));
    }
    let row: Row = serde_json::from_str(&decoded.text).map_err(|error| RowError::Form(reason(&error)))?;
    let mut notices = decoded.notices;
    let lang = row.lang.and_then(|lang| known_lang(&lang, &mut notices));
    let published = row.published.or(row.date).and_then(|date| known_date(date, &mut notices));
    let body = match (row.text, row.html) {
        (Some(text), _) => Body::Text(strip_mark(text)),
        (None, Some(html)) => Body::Html(strip_mark(html)),
        (None, None) => return Err(RowError::NoText),
    };
    let (Body::Text(words) | Body::Html(words)) = &body;
    if words.trim().is_empty() {
        notices.push(Notice::new("empty", "there are no words in this document"));
    }
    Ok(Page {
        name: row.name.0.or(row.doc.0).or(row.id.0).filter(|name| !name.is_empty()),
        url: row.url,
        outlet: row.outlet,
        lang,
        published,
        title: row.title,
        sha256: sha256(words.as_bytes()),
        body,
        body_at: Some(0),
        notices,
        ..Page::default()
    })
}

/// What the parser says, without its line number (which is always 1 here).
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.split_once(" at line ") {
        Some((what, _)) if error.column() > 0 => format!("{what} (column {})", error.column()),
        _ => text,
    }
}

/// Takes a byte-order mark off, which some exporters leave at the head of the text.
fn strip_mark(text: String) -> String {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

/// `ru`, also written `RU`, `ru-RU` or `ru_RU`.
fn known_lang(code: &str, notices: &mut Vec<Notice>) -> Option<Lang> {
    let short = code.split(['-', '_']).next().unwrap_or_default().trim().to_ascii_lowercase();
    let lang = Lang::new(&short);
    if lang.is_none() && !short.is_empty() {
        notices.push(Notice::new(
            "bad-lang",
            format!("the given language `{code}` is no two-letter code; it was passed over"),
        ));
    }
    lang
}

fn known_date(date: String, notices: &mut Vec<Notice>) -> Option<String> {
    let known = date_as_far_as_known(&date);
    if known.is_none() && !date.trim().is_empty() {
        let text = format!("the given date `{date}` is not of the form 2022-01-31; it was passed over");
        notices.push(Notice::new("bad-date", text));
    }
    known
}

impl<'de> Deserialize<'de> for Word {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WordVisitor)
    }
}

struct WordVisitor;

impl Visitor<'_> for WordVisitor {
    type Value = Word;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string or a number")
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<Word, E> {
        Ok(Word(Some(word.to_owned())))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Word, E> {
        Ok(Word(Some(number.to_string())))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Word, E> {
        Ok(Word(Some(number.to_string())))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Word, E> {
        Ok(Word(Some(number.to_string())))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Word, E> {
        Ok(Word(None))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str) -> Page {
        page(line.as_bytes()).expect("a good line")
    }

    #[test]
    fn other_names_of_name_and_date_are_read() {
        let page = check(r#"{"doc": "a7", "date": "2022-01-13", "text": "Дождь.", "statements": [{"x": 1}]}"#);
        assert_eq!((page.name.as_deref(), page.published.as_deref()), (Some("a7"), Some("2022-01-13")));
        assert_eq!(check(r#"{"id": 17, "text": "x"}"#).name.as_deref(), Some("17"));
        assert_eq!(check(r#"{"id": 17, "name": null, "text": "x"}"#).name.as_deref(), Some("17"));
    }

    #[test]
    fn the_digest_is_that_of_the_text() {
        assert_eq!(check(r#"{"text": "\u0434а"}"#).sha256, sha256("да".as_bytes()));
    }

    #[test]
    fn a_language_with_a_country_is_a_language() {
        assert_eq!(check(r#"{"lang": "uk_UA", "text": "x"}"#).lang, Lang::new("uk"));
        let page = check(r#"{"lang": "russian", "text": "x"}"#);
        assert_eq!((page.lang, page.notices[0].code.as_ref()), (None, "bad-lang"));
    }

    #[test]
    fn a_bad_line_says_why() {
        let reason = |line: &str| match page(line.as_bytes()) {
            Err(RowError::Form(reason)) => reason,
            other => format!("{other:?}"),
        };
        assert_eq!(reason("[1]"), "it is not a JSON object");
        assert!(reason(r#"{"text": 5}"#).starts_with("invalid type: integer `5`, expected a string (column"));
        assert!(reason(r#"{"text": "a"#).contains("EOF"));
        assert!(matches!(page(br#"{"name": "a"}"#), Err(RowError::NoText)));
    }
}
