//! The characters of a text, and what of them a span covers once quotes and commas are taken off.

use std::ops::Range;

use crate::names;

const QUOTES: &str = "\"'«»„“”‘’‹›`";
const MARKS: &str = ".,;:!?…-–—()[] \t\n\r\u{a0}\u{2009}\u{202f}";

/// A text by its characters, as offsets count them.
pub struct Letters(Vec<char>);

/// The characters that spans cover, in order: white space and quotation marks do not count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cover(Vec<usize>);

impl Letters {
    /// The characters of `text`.
    pub fn new(text: &str) -> Self {
        Self(text.chars().collect())
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words of a span; as much of it as fits.
    pub fn words(&self, span: Range<usize>) -> String {
        self.slice(&span).iter().collect()
    }

    pub(crate) fn slice(&self, span: &Range<usize>) -> &[char] {
        let end = span.end.min(self.0.len());
        self.0.get(span.start.min(end)..end).unwrap_or_default()
    }

    /// A span without outer quotation marks, outer punctuation and a leading complementiser.
    pub fn trim(&self, span: Range<usize>) -> Range<usize> {
        let end = span.end.min(self.0.len());
        let mut span = span.start.min(end)..end;
        loop {
            let before = span.clone();
            let slice = self.slice(&span);
            span.start += slice.iter().take_while(|&&letter| is_mark(letter)).count();
            let slice = self.slice(&span);
            span.end -= slice.iter().rev().take_while(|&&letter| is_mark(letter)).count();
            span.start += names::complementiser_len(self.slice(&span));
            if span == before {
                return span;
            }
        }
    }

    /// What spans cover after [`Letters::trim`].
    pub fn cover(&self, spans: &[Range<usize>]) -> Cover {
        let mut places = Vec::new();
        for span in spans {
            let span = self.trim(span.clone());
            let letters = span.clone().zip(self.slice(&span));
            places.extend(letters.filter(|(_, letter)| !is_blank(**letter) && !is_quote(**letter)).map(|(at, _)| at));
        }
        places.sort_unstable();
        places.dedup();
        Cover(places)
    }

    /// Every character of the spans but white space.
    pub(crate) fn inked(&self, spans: &[Range<usize>]) -> Cover {
        let mut places: Vec<usize> = spans.iter().flat_map(|span| span.start..span.end.min(self.0.len())).collect();
        places.retain(|&at| self.0.get(at).is_some_and(|&letter| !is_blank(letter)));
        places.sort_unstable();
        places.dedup();
        Cover(places)
    }

    /// The last run of letters and digits in a span.
    pub(crate) fn last_word(&self, span: Range<usize>) -> &[char] {
        let slice = self.slice(&span);
        let end = slice.iter().rposition(|&letter| is_word(letter)).map_or(0, |at| at + 1);
        let head = slice.get(..end).unwrap_or_default();
        let start = head.iter().rposition(|&letter| !is_word(letter)).map_or(0, |at| at + 1);
        head.get(start..).unwrap_or_default()
    }
}

impl Cover {
    /// Whether nothing is covered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many characters are covered.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// From the first to the last.
    pub fn hull(&self) -> Range<usize> {
        match (self.0.first(), self.0.last()) {
            (Some(&first), Some(&last)) => first..last + 1,
            _ => 0..0,
        }
    }

    /// How many characters both cover.
    pub fn n_common(&self, other: &Cover) -> usize {
        let (mine, theirs) = (self.hull(), other.hull());
        if mine.end <= theirs.start || theirs.end <= mine.start {
            return 0;
        }
        let (mut n_common, mut at) = (0, 0);
        for place in &self.0 {
            while other.0.get(at).is_some_and(|other| other < place) {
                at += 1;
            }
            n_common += usize::from(other.0.get(at) == Some(place));
        }
        n_common
    }

    /// Intersection over union.
    pub fn overlap(&self, other: &Cover) -> f64 {
        let n_common = self.n_common(other);
        let n_all = self.len() + other.len() - n_common;
        if n_all == 0 { 0.0 } else { n_common as f64 / n_all as f64 }
    }

    /// What any of several covers.
    pub(crate) fn union<'c>(covers: impl Iterator<Item = &'c Cover>) -> Cover {
        let mut places: Vec<usize> = covers.flat_map(|cover| cover.0.iter().copied()).collect();
        places.sort_unstable();
        places.dedup();
        Cover(places)
    }
}

/// White space as Python's `isspace` has it, so that both scorers count the same.
pub(crate) fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&letter)
}

pub(crate) fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn is_quote(letter: char) -> bool {
    QUOTES.contains(letter)
}

fn is_mark(letter: char) -> bool {
    is_quote(letter) || MARKS.contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let letters = Letters::new(text);
        assert_eq!(letters.words(letters.trim(0..letters.len())), expected);
    }

    #[test]
    fn quotes_commas_and_complementisers_are_taken_off() {
        check("«Это плохо»,", "Это плохо");
        check("Что мост открыт.", "мост открыт");
        check("\"that it rains\"", "it rains");
        check("чтобы все ушли", "все ушли");
        check("чтоб", "чтоб");
        check("«»", "");
    }

    #[test]
    fn covers_count_letters_but_not_blanks() {
        let letters = Letters::new("аб вг де");
        let (left, right) = (letters.cover(&[0..5, 3..5]), letters.cover(&[3..5, 3..8]));
        assert_eq!((left.len(), right.len(), left.n_common(&right)), (4, 4, 2));
        assert_eq!(left.overlap(&right), 2.0 / 6.0);
    }
}
