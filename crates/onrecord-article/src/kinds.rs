//! What each part of the story is: headline, subhead, question, caption, list, paragraph.

use onrecord_model::BlockKind;

use crate::pieces::{Pieces, What};

/// A subhead under the headline, and a heading between paragraphs, are no longer than this, in code points.
const LONGEST_SUBHEAD: usize = 140;
const LONGEST_HEADING: usize = 80;
/// A question of an interview, and a caption, are no longer than this, in code points.
const LONGEST_QUESTION: usize = 400;
const LONGEST_CAPTION: usize = 250;

/// Whether the words end as a sentence does.
pub(crate) fn ends_as_sentence(words: &str) -> bool {
    let bare = words.trim_end_matches(['"', '»', '”', '“', '\'', '’', ')', ']', ' ', '\u{a0}']);
    bare.ends_with(['.', '!', '?', '…', ';', ':', ','])
}

/// The number of places where a sentence ends and another begins, plus one; counted up to four.
pub(crate) fn n_sentences(words: &str) -> usize {
    let mut n = 1;
    let mut pairs = words.split_whitespace().peekable();
    while let Some(word) = pairs.next() {
        let next = pairs.peek().and_then(|next| next.chars().find(|c| c.is_alphabetic()));
        n += usize::from(crate::phrases::ends_sentence(word) && next.is_some_and(char::is_uppercase));
        if n == 4 {
            break;
        }
    }
    n
}

/// Whether there are at most `most` code points.
fn is_within(words: &str, most: usize) -> bool {
    words.len() <= 4 * most && words.chars().count() <= most
}

/// The kinds of all pieces, in order.
pub(crate) fn kinds(text: &str, pieces: &Pieces) -> Vec<BlockKind> {
    let judge = Judge { text, pieces };
    let mut kinds: Vec<BlockKind> = Vec::with_capacity(pieces.pieces.len());
    for place in 0..pieces.pieces.len() {
        let kind = judge.kind(place, &kinds);
        kinds.push(kind);
    }
    kinds
}

struct Judge<'p> {
    text: &'p str,
    pieces: &'p Pieces,
}

impl Judge<'_> {
    fn kind(&self, place: usize, before: &[BlockKind]) -> BlockKind {
        let piece = self.pieces.pieces[place];
        if piece.what != What::Body {
            return BlockKind::Furniture;
        }
        if self.pieces.headline == Some(place) {
            return BlockKind::Headline;
        }
        let words = piece.span.of(self.text);
        if self.is_caption(place, words) {
            BlockKind::Caption
        } else if is_list_item(words) {
            BlockKind::List
        } else if self.is_question(place, words) {
            BlockKind::Question
        } else if words.starts_with('>') {
            BlockKind::Quote
        } else if self.is_subhead(place, words, before) {
            BlockKind::Subhead
        } else {
            BlockKind::Paragraph
        }
    }

    /// The story's words at a place among the pieces.
    fn body(&self, place: usize) -> Option<&str> {
        let piece = self.pieces.pieces.get(place)?;
        (piece.what == What::Body).then(|| piece.span.of(self.text))
    }

    /// The next of the story's own words after a place, past furniture.
    fn next_body(&self, place: usize) -> Option<&str> {
        (place + 1..self.pieces.pieces.len().min(place + 6)).find_map(|next| self.body(next))
    }

    /// A short line with the credit of its picture after it.
    fn is_caption(&self, place: usize, words: &str) -> bool {
        let next = self.pieces.pieces.get(place + 1);
        let has_credit =
            next.is_some_and(|next| next.what == What::PictureCredit && next.unit == self.pieces.pieces[place].unit);
        has_credit && is_within(words, LONGEST_CAPTION) && n_sentences(words) <= 2
    }

    /// «— Когда откроют мост?», "Q: When will it open?", or a question before an answer that begins with a dash.
    fn is_question(&self, place: usize, words: &str) -> bool {
        if !words.ends_with('?') || !is_within(words, LONGEST_QUESTION) {
            return false;
        }
        let answer = self.next_body(place).is_some_and(|next| starts_with_dash(next) && !next.ends_with('?'));
        starts_with_dash(words) || starts_with_label(words) || answer
    }

    /// A short line without a sentence's end: right under the headline, or a heading with a paragraph after it.
    fn is_subhead(&self, place: usize, words: &str, before: &[BlockKind]) -> bool {
        let starts = words.chars().next().is_some_and(|c| !c.is_lowercase() && (c.is_alphanumeric() || is_quote(c)));
        if !starts || ends_as_sentence(words) || !is_within(words, LONGEST_SUBHEAD) || n_sentences(words) > 1 {
            return false;
        }
        let own = before.iter().rposition(|&kind| kind != BlockKind::Furniture);
        let is_under = own.is_some_and(|own| before[own] == BlockKind::Headline) && self.is_own_line(place);
        // A fragment before missing link text goes on in the next line.
        let goes_on = |next: &str| next.starts_with(|c: char| c.is_lowercase() || matches!(c, '.' | ','));
        let is_text = |next: &str| (!is_within(next, LONGEST_HEADING) || ends_as_sentence(next)) && !goes_on(next);
        let has_text_after = self.next_body(place).is_some_and(is_text);
        let ends_before = own.and_then(|own| self.body(own)).is_some_and(ends_as_sentence);
        let is_heading = is_within(words, LONGEST_HEADING) && ends_before && self.is_own_line(place);
        has_text_after && (is_under || is_heading)
    }

    fn is_own_line(&self, place: usize) -> bool {
        let unit = self.pieces.pieces[place].unit;
        let is_other = |other: Option<usize>| {
            other.and_then(|other| self.pieces.pieces.get(other)).is_none_or(|piece| piece.unit != unit)
        };
        is_other(place.checked_sub(1)) && is_other(Some(place + 1))
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '«' | '„' | '“' | '”' | '‘' | '\'')
}

fn starts_with_dash(words: &str) -> bool {
    words.strip_prefix(['-', '–', '—', '―']).is_some_and(|rest| rest.starts_with(char::is_whitespace))
}

/// A letter or a short word of capitals with a colon: "Q:", «В.:», «Вопрос:» stands in no list and is one word too.
fn starts_with_label(words: &str) -> bool {
    let label = words.split_once(':').map(|(label, _)| label.trim_end_matches('.'));
    label.is_some_and(|label| label.chars().count() == 1 && label.chars().all(char::is_uppercase))
}

/// A bullet, or a number with a bracket.
fn is_list_item(words: &str) -> bool {
    if let Some(rest) = words.strip_prefix(['•', '·', '●', '▪', '■', '◦', '‣', '*', '►', '✓']) {
        return rest.starts_with(char::is_whitespace);
    }
    let after_number = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let n_digits = words.len() - after_number.len();
    let is_numbered = (1..=2).contains(&n_digits) && after_number.starts_with([')', '.']);
    is_numbered && after_number[1..].starts_with(char::is_whitespace)
}
