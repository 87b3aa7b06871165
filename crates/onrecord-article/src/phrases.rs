//! Lines and ends of lines that the lists know as furniture.

use onrecord_lang::{BylineWord, FurnitureKind, PageWords, PhraseHit};
use onrecord_model::{Furniture, Span};

use crate::fold::Folded;

/// What a furniture line is, and from which of its words on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Found {
    /// The first word that is furniture.
    pub(crate) from: usize,
    /// The list's kind.
    pub(crate) kind: FurnitureKind,
    /// Whether only the announcement stands there, without what it announces («Читайте также:»).
    pub(crate) is_bare: bool,
}

/// The kind that the public record gives a list's kind.
pub(crate) fn public_kind(kind: FurnitureKind) -> Furniture {
    match kind {
        FurnitureKind::Related => Furniture::Related,
        FurnitureKind::Promo => Furniture::Promo,
        FurnitureKind::Credit | FurnitureKind::Byline => Furniture::Credit,
        FurnitureKind::Copyright => Furniture::Copyright,
        FurnitureKind::Navigation | FurnitureKind::Counter => Furniture::Navigation,
        FurnitureKind::Comment => Furniture::Comment,
    }
}

/// How long furniture of a kind is at most, from its phrase on, in bytes of folded text.
fn longest(kind: FurnitureKind) -> usize {
    match kind {
        FurnitureKind::Related => 400,
        FurnitureKind::Promo => 500,
        FurnitureKind::Copyright => 3000,
        FurnitureKind::Comment | FurnitureKind::Navigation => 300,
        FurnitureKind::Credit | FurnitureKind::Byline | FurnitureKind::Counter => 180,
    }
}

/// Finds furniture by the phrases of the lists; keeps its buffer between lines.
pub(crate) struct PhraseReader<'p> {
    words: &'p PageWords,
    hits: Vec<PhraseHit>,
}

impl<'p> PhraseReader<'p> {
    pub(crate) fn new(words: &'p PageWords) -> Self {
        Self { words, hits: Vec::new() }
    }

    /// What a whole line is; of several phrases the one that covers most.
    pub(crate) fn line(&mut self, folded: &Folded) -> Option<Found> {
        self.words.furniture.hits(&folded.text, &mut self.hits);
        let fits = |hit: &&PhraseHit| {
            let before = is_blank(&folded.text[..hit.start]) || hit.phrase.open_start;
            let after = is_blank(&folded.text[hit.end..]) || hit.phrase.open_end;
            let has_length = folded.text.len() <= longest(hit.phrase.kind);
            before && after && has_length && !(hit.phrase.open_start && hit.start > 60)
        };
        let hit = self.hits.iter().filter(fits).max_by_key(|hit| hit.end - hit.start)?;
        let is_bare = is_blank(&folded.text[hit.end..]);
        Some(Found { from: 0, kind: hit.phrase.kind, is_bare })
    }

    /// The furniture that ends a line: from the first of its announcements on.
    ///
    /// Each announcement must begin a sentence, and what it announces must be one sentence at most, up to the next one.
    pub(crate) fn tail(&mut self, text: &str, folded: &Folded) -> Option<Found> {
        self.words.furniture.hits(&folded.text, &mut self.hits);
        self.hits.sort_by_key(|hit| std::cmp::Reverse(hit.start));
        let mut found: Option<Found> = None;
        let mut end = folded.words.len();
        for hit in &self.hits {
            let Some(from) = announcement(text, folded, hit, end) else { continue };
            let is_bare = is_blank(&folded.text[hit.end..]);
            found = Some(Found { from, kind: hit.phrase.kind, is_bare });
            end = from;
        }
        found.filter(|found| found.from > 0)
    }

    /// The number of words up to the end of a short credit that stands at word `from` before a line's first sentence.
    pub(crate) fn opening_credit(&mut self, text: &str, folded: &Folded, from: usize) -> usize {
        let Some(&(start, _)) = folded.words.get(from) else { return 0 };
        self.words.furniture.hits(&folded.text[start..], &mut self.hits);
        let is_credit = |hit: &PhraseHit| hit.start == 0 && hit.phrase.open_end && hit.phrase.kind == FurnitureKind::Credit;
        let Some(hit) = self.hits.iter().find(|hit| is_credit(hit)) else { return 0 };
        let last = folded.word_at(start + hit.end - 1);
        let end = (last..folded.words.len().min(last + 6)).find(|&place| ends_sentence(folded.written(text, place)));
        end.map_or(0, |end| end + 1)
    }

    /// The credit of a picture at the end of its caption: «… Фото: Getty», «… / Ілюстрація REUTERS».
    pub(crate) fn picture_credit(&self, text: &str, folded: &Folded) -> Option<usize> {
        let n = folded.words.len();
        let first = n.saturating_sub(9).max(1);
        (first..n).find(|&from| {
            let word = folded.word(from);
            let core = word.trim_matches(|c: char| !c.is_alphanumeric());
            let is_credit = self.words.byline(core) == Some(BylineWord::Credit);
            let has_colon = word.ends_with(':') && from + 1 < n;
            let before = folded.word(from - 1);
            let is_apart = matches!(before, "/" | "|" | "©") || word.starts_with(['/', '(']);
            is_credit && (has_colon || is_apart) && is_name(text, folded, from + 1)
        })
    }
}

/// Whether what follows in the line is a name rather than a sentence: no small word without a capital among the first.
fn is_name(text: &str, folded: &Folded, from: usize) -> bool {
    let n = folded.words.len();
    let small = (from..n).filter(|&place| folded.written(text, place).chars().next().is_some_and(char::is_lowercase));
    let ends_inside = (from..n.saturating_sub(1)).any(|place| ends_sentence(folded.written(text, place)));
    n - from <= 8 && small.count() <= 2 && !ends_inside
}

/// Where the furniture of a hit begins, if it is one that ends before word `end`.
fn announcement(text: &str, folded: &Folded, hit: &PhraseHit, end: usize) -> Option<usize> {
    let (first, last) = (folded.word_at(hit.start), folded.word_at(hit.end.saturating_sub(1)));
    if last >= end || !can_end_a_line(hit) {
        return None;
    }
    let from = if hit.phrase.open_start && hit.phrase.kind != FurnitureKind::Credit {
        sentence_start(text, folded, first)
    } else {
        first
    };
    let is_short = folded.words.get(end).map_or(folded.text.len(), |&(at, _)| at) - hit.start <= longest(hit.phrase.kind);
    let announces = hit.phrase.open_end || last + 1 == end;
    let is_one = hit.phrase.kind == FurnitureKind::Copyright
        || (last + 1..end.saturating_sub(1)).all(|place| !ends_sentence(folded.written(text, place)));
    let begins = starts_sentence(text, folded, from) || hit.phrase.open_start;
    (is_short && announces && is_one && begins).then_some(from)
}

/// Whether the phrase may announce furniture in the middle of a line. One word alone may as well be a sentence's own.
fn can_end_a_line(hit: &PhraseHit) -> bool {
    let is_kind = !matches!(hit.phrase.kind, FurnitureKind::Counter | FurnitureKind::Navigation);
    let is_plain = hit.phrase.n_words == 1 && !hit.phrase.has_colon && hit.phrase.kind != FurnitureKind::Copyright;
    (is_kind || hit.phrase.n_words > 1) && !is_plain
}

/// Whether a sentence begins at a word: it has a capital, and the word before ends one or is a long phrase's neighbour.
fn starts_sentence(text: &str, folded: &Folded, place: usize) -> bool {
    let first = folded.written(text, place).trim_start_matches(['(', '[', '"', '«', '-', '–', '—']).chars().next();
    let is_capital = first.is_some_and(|c| !c.is_lowercase());
    is_capital && place.checked_sub(1).is_none_or(|before| ends_sentence(folded.written(text, before)))
}

/// The word with which the sentence of a word begins.
fn sentence_start(text: &str, folded: &Folded, place: usize) -> usize {
    (1..=place).rev().find(|&at| starts_sentence(text, folded, at)).unwrap_or(0)
}

/// Whether a sentence can end with this word.
pub(crate) fn ends_sentence(written: &str) -> bool {
    let bare = written.trim_end_matches(['"', '»', '”', '“', '\'', ')', ']', '’']);
    bare.ends_with(['.', '!', '?', '…']) && bare.chars().filter(|c| c.is_alphanumeric()).count() != 1
}

/// The number of words of a section's name at a word, when the lists know it as a whole line; zero when not.
pub(crate) fn section_at(words: &PageWords, folded: &Folded, place: usize) -> usize {
    let Some(&(start, _)) = folded.words.get(place) else { return 0 };
    let mut hits = Vec::new();
    words.furniture.hits(&folded.text[start..], &mut hits);
    let is_section = |hit: &&PhraseHit| {
        hit.start == 0 && !hit.phrase.open_end && hit.phrase.kind == FurnitureKind::Navigation
    };
    hits.iter().filter(is_section).map(|hit| hit.phrase.n_words).max().unwrap_or(0)
}

/// Whether nothing is said here: no letter, no digit.
fn is_blank(text: &str) -> bool {
    !text.contains(char::is_alphanumeric)
}

/// The article's bytes of what was found, to the end of the line.
pub(crate) fn found_span(folded: &Folded, from: usize) -> Span {
    folded.span(from, folded.words.len())
}
