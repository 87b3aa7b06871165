//! The texts of articles, while a page of answers is made: each unpacked once, cut by code points.

use std::collections::HashMap;

use onrecord_model::CharSpan;
use rusqlite::Connection;

use crate::packs::PackReader;
use crate::text::cut;

/// The texts that answers quote.
pub(crate) struct Sheets<'s> {
    packs: PackReader<'s>,
    texts: HashMap<i64, String>,
}

impl<'s> Sheets<'s> {
    pub(crate) fn new(db: &'s Connection) -> Self {
        Self { packs: PackReader::new(db), texts: HashMap::new() }
    }

    /// The words of a span of a text, by the number of its blob.
    pub(crate) fn words(&mut self, text: i64, span: CharSpan) -> rusqlite::Result<String> {
        let text = self.text(text)?;
        Ok(cut(text, span).to_owned())
    }

    /// A whole text.
    pub(crate) fn text(&mut self, id: i64) -> rusqlite::Result<&str> {
        if !self.texts.contains_key(&id) {
            let text = String::from_utf8_lossy(self.packs.blob(id)?).into_owned();
            self.texts.insert(id, text);
        }
        Ok(self.texts.get(&id).map(String::as_str).unwrap_or_default())
    }
}
