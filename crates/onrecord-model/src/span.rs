//! Places in a text: bytes inside the program, code points outside.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A half-open byte range of [`Article::text`](crate::Article::text), on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of `range`; offsets past 4 GiB are cut off (pages are far smaller).
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: start.min(u32::MAX as usize) as u32, end: end.min(u32::MAX as usize) as u32 }
    }

    /// The words themselves; empty when the span does not fit the text.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.range()).unwrap_or_default()
    }

    /// The same as a range of indices.
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The number of bytes.
    pub fn len(&self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(&self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(&self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn join(&self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A half-open range of Unicode code points of the article's text: what the public record counts in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CharSpan {
    /// The first code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
}

/// Turns byte offsets of one text into code-point offsets, in constant time each.
pub struct CharIndex {
    /// Code points before each 64th byte.
    marks: Vec<u32>,
}

impl CharIndex {
    /// Reads `text` once.
    pub fn new(text: &str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / 64 + 2);
        let mut chars = 0;
        for chunk in text.as_bytes().chunks(64) {
            marks.push(chars);
            chars += starts(chunk);
        }
        marks.push(chars);
        Self { marks }
    }

    /// The code points before `byte` of `text`, which must be the text this index was made from.
    pub fn chars(&self, text: &str, byte: u32) -> u32 {
        let byte = (byte as usize).min(text.len());
        let mark = byte / 64;
        let rest = text.as_bytes().get(mark * 64..byte).unwrap_or_default();
        self.marks.get(mark).copied().unwrap_or_default() + starts(rest)
    }

    /// The same span, in code points.
    pub fn span(&self, text: &str, span: Span) -> CharSpan {
        CharSpan { start: self.chars(text, span.start), end: self.chars(text, span.end) }
    }
}

/// How many code points begin in these bytes.
fn starts(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|&&byte| (byte as i8) >= -0x40).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_are_counted_across_chunks() {
        let text = "аб cd ".repeat(40);
        let index = CharIndex::new(&text);
        for (n, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(index.chars(&text, byte as u32), n as u32);
        }
        assert_eq!(index.chars(&text, text.len() as u32), text.chars().count() as u32);
    }
}
