//! A record with its words at hand: spans of code points to text, in constant time each.

use std::borrow::Cow;
use std::collections::HashMap;

use onrecord_model::{ArticleRecord, CharSpan, Entity, Provenance};

/// What stands between the pieces of a text that has several.
const BETWEEN_PIECES: &str = " … ";

/// Code points from one mark to the next.
const STRIDE: u32 = 64;

/// A text in which code points are found quickly.
pub(crate) struct Words<'t> {
    text: &'t str,
    /// Where every 64th code point begins.
    marks: Vec<usize>,
}

impl<'t> Words<'t> {
    /// Reads `text` once.
    pub(crate) fn new(text: &'t str) -> Self {
        let marks = text.char_indices().step_by(STRIDE as usize).map(|(byte, _)| byte).collect();
        Self { text, marks }
    }

    /// The words from one code point up to another, as far as the text reaches.
    pub(crate) fn between(&self, start: u32, end: u32) -> &'t str {
        self.text.get(self.byte(start)..self.byte(end)).unwrap_or_default()
    }

    /// Where code point number `char` begins; past the end, the text's length.
    fn byte(&self, char: u32) -> usize {
        let Some(&mark) = self.marks.get((char / STRIDE) as usize) else { return self.text.len() };
        let rest = self.text.get(mark..).unwrap_or_default();
        rest.char_indices().nth((char % STRIDE) as usize).map_or(self.text.len(), |(byte, _)| mark + byte)
    }
}

/// A record that is being exported.
pub(crate) struct Reading<'r> {
    /// The record.
    pub(crate) record: &'r ArticleRecord,
    words: Words<'r>,
    entities: HashMap<&'r str, &'r Entity>,
    chains: HashMap<&'r str, Vec<&'r Provenance>>,
}

impl<'r> Reading<'r> {
    /// Makes `record`'s words and entities findable.
    pub(crate) fn new(record: &'r ArticleRecord) -> Self {
        let entities = record.entities.iter().map(|entity| (entity.id.as_str(), entity)).collect();
        let mut chains: HashMap<&str, Vec<&Provenance>> = HashMap::new();
        for chain in &record.provenance {
            chains.entry(&chain.scope).or_default().push(chain);
        }
        Self { record, words: Words::new(&record.article.text), entities, chains }
    }

    /// The words from one code point up to another.
    pub(crate) fn between(&self, start: u32, end: u32) -> &'r str {
        self.words.between(start, end)
    }

    /// The words of a span.
    pub(crate) fn of(&self, span: CharSpan) -> &'r str {
        self.words.between(span.start, span.end)
    }

    /// The words of several spans, with an ellipsis between them.
    pub(crate) fn joined(&self, spans: &[CharSpan]) -> Cow<'r, str> {
        match spans {
            [] => Cow::Borrowed(""),
            [only] => Cow::Borrowed(self.of(*only)),
            several => Cow::Owned(several.iter().map(|&span| self.of(span)).collect::<Vec<_>>().join(BETWEEN_PIECES)),
        }
    }

    /// The article's title, or else its headline.
    pub(crate) fn title(&self) -> Option<&'r str> {
        let article = &self.record.article;
        article.title.as_deref().or_else(|| article.headline.map(|span| self.of(span)))
    }

    /// The entity with this id.
    pub(crate) fn entity(&self, id: &str) -> Option<&'r Entity> {
        self.entities.get(id).copied()
    }

    /// The chains of the whole story, of paragraphs, or of the statement with this id.
    pub(crate) fn chains(&self, scope: &str) -> &[&'r Provenance] {
        self.chains.get(scope).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_are_found_on_both_sides_of_every_mark() {
        let text = "аб😀 cd".repeat(50);
        let words = Words::new(&text);
        for (n, char) in text.chars().enumerate() {
            assert_eq!(words.between(n as u32, n as u32 + 1), char.to_string());
        }
    }

    #[test]
    fn what_lies_past_the_end_is_empty() {
        let words = Words::new("да");
        assert_eq!([words.between(1, 9), words.between(7, 9), words.between(2, 1)], ["а", "", ""]);
    }
}
