//! Gold documents, and the records of a prediction file.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use onrecord_model::{Body, Lang, Page};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// A file of gold: one document a line.
pub struct Gold {
    /// SHA-256 of the file, shortened to 16 hexadecimal digits: floors belong to it.
    pub digest: String,
    /// The documents, in order.
    pub documents: Vec<GoldDocument>,
}

/// One document with what annotators found in it.
pub struct GoldDocument {
    /// Its name.
    pub doc: String,
    /// Its language.
    pub lang: String,
    /// Its text.
    pub text: String,
    pub(crate) row: Value,
}

/// A line that is no gold document or record.
#[derive(Debug, PartialEq, Eq)]
pub struct GoldError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub reason: String,
}

impl fmt::Display for GoldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.reason)
    }
}

impl std::error::Error for GoldError {}

impl Gold {
    /// Reads gold from the text of its file.
    ///
    /// # Errors
    /// The first line that is not a gold document.
    pub fn read(file: &str) -> Result<Self, GoldError> {
        let documents = rows(file)
            .map(|(line, row)| row.and_then(|row| document(row).map_err(|reason| GoldError { line, reason })));
        let digest = Sha256::digest(file.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { digest, documents: documents.collect::<Result<_, _>>()? })
    }

    /// The languages, in order of their codes.
    pub fn langs(&self) -> Vec<&str> {
        let mut langs: Vec<&str> = self.documents.iter().map(|document| document.lang.as_str()).collect();
        langs.sort_unstable();
        langs.dedup();
        langs
    }

    /// The documents of one language, or all.
    pub fn of_lang(&self, lang: Option<&str>) -> Vec<&GoldDocument> {
        self.documents.iter().filter(|document| lang.is_none_or(|lang| document.lang == lang)).collect()
    }
}

impl GoldDocument {
    /// The page that the annotators saw: text, date, address and language; nothing of what they found.
    pub fn page(&self) -> Page {
        let word = |key: &str| self.row.get(key).and_then(Value::as_str).map(str::to_owned);
        Page {
            name: Some(self.doc.clone()),
            lang: Lang::new(&self.lang),
            published: word("date"),
            url: word("url"),
            outlet: word("outlet"),
            title: word("title"),
            body: Body::Text(self.text.clone()),
            sha256: Sha256::digest(self.text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect(),
            ..Page::default()
        }
    }
}

/// The records of a prediction file by their documents' names; the last of a name counts.
///
/// # Errors
/// The first line that is not JSON.
pub fn predictions(file: &str) -> Result<BTreeMap<String, Value>, GoldError> {
    rows(file).map(|(_, row)| row.map(|row| (name_of(&row), row))).collect()
}

/// A record's name: its document's own, or the file's without folder and ending.
fn name_of(record: &Value) -> String {
    let word = |pointer: &str| record.pointer(pointer).and_then(Value::as_str).filter(|word| !word.is_empty());
    let stem = |file: &str| Path::new(file).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let named = word("/document/name").map(str::to_owned);
    named.or_else(|| word("/document/file").and_then(stem)).unwrap_or_default()
}

fn rows(file: &str) -> impl Iterator<Item = (usize, Result<Value, GoldError>)> {
    let lines = file.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(n, line)| {
        let row = serde_json::from_str(line).map_err(|error| GoldError { line: n + 1, reason: error.to_string() });
        (n + 1, row)
    })
}

fn document(row: Value) -> Result<GoldDocument, String> {
    let word =
        |key: &str| row.get(key).and_then(Value::as_str).map(str::to_owned).ok_or(format!("there is no `{key}`"));
    let (doc, lang, text) = (word("doc")?, word("lang")?, word("text")?);
    if !row.get("statements").is_some_and(Value::is_array) {
        return Err("there are no `statements`".to_owned());
    }
    Ok(GoldDocument { doc, lang, text, row })
}
