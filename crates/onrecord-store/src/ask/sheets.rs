//! The texts of articles, while a page of answers is made: each unpacked once, cut by code points.

use std::collections::HashMap;

use onrecord_model::CharSpan;
use rusqlite::Connection;

use crate::packs::PackReader;

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

/// The part of a text between two code points.
pub(crate) fn cut(text: &str, span: CharSpan) -> &str {
    let mut places = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let start = places.nth(span.start as usize);
    let length = span.end.saturating_sub(span.start) as usize;
    let end = if length == 0 { start } else { places.nth(length - 1) };
    start.zip(end).and_then(|(start, end)| text.get(start..end)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_by_code_points() {
        let at = |start, end| cut("Мост 🌉 закрыт", CharSpan { start, end });
        assert_eq!((at(0, 4), at(5, 6), at(7, 13), at(3, 3)), ("Мост", "🌉", "закрыт", ""));
        assert_eq!(at(9, 40), "");
    }
}
