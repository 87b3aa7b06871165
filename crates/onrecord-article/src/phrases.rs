//! Lines and ends of lines that the lists know as furniture.

use onrecord_lang::{BylineWord, FurnitureKind, Pack, PageWords, Phrase, PhraseHit, PhraseKind};
use onrecord_model::{Furniture, Span};

use crate::fold::Folded;

/// What a furniture line is, and from which of its words on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Found {
    /// The first word that is furniture.
    pub(crate) from: usize,
    /// One past the last word that is.
    pub(crate) to: usize,
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

/// A teaser or an invitation has no more words than this; with more, the story goes on in the line.
const MOST_WORDS: usize = 26;
/// The same for one that has a line of its own.
const MOST_WORDS_OF_A_LINE: usize = 50;
/// A line with a phrase somewhere in it is furniture as a whole when the rest is no longer than this, in bytes.
const LONGEST_BEFORE: usize = 150;

/// Finds furniture by the phrases of the lists; keeps its buffer between lines.
pub(crate) struct PhraseReader<'p> {
    words: &'p PageWords,
    hits: Vec<PhraseHit>,
    /// The span whose hits these are.
    of: Option<Span>,
}

impl<'p> PhraseReader<'p> {
    pub(crate) fn new(words: &'p PageWords) -> Self {
        Self { words, hits: Vec::new(), of: None }
    }

    /// Looks for phrases, unless it was done for these words.
    fn look(&mut self, folded: &Folded) {
        if folded.of.is_none() || self.of != folded.of {
            self.words.furniture.hits(&folded.text, &mut self.hits);
            self.of = folded.of;
        }
    }

    /// What a whole line is; of several phrases the one that covers most.
    pub(crate) fn line(&mut self, folded: &Folded) -> Option<Found> {
        self.look(folded);
        let fits = |hit: &&PhraseHit| {
            let before = is_blank(&folded.text[..hit.start]) || hit.phrase.open_start;
            let after = is_blank(&folded.text[hit.end..]) || hit.phrase.open_end;
            // What stands before a phrase in the middle may be the story's last sentence.
            let is_inside = hit.phrase.open_start && hit.start > 0;
            let longest = match hit.phrase.kind {
                FurnitureKind::Copyright if hit.start <= LONGEST_BEFORE => longest(FurnitureKind::Copyright),
                _ if is_inside => LONGEST_BEFORE + hit.end - hit.start,
                kind => longest(kind),
            };
            let has_words = folded.words.len() <= MOST_WORDS_OF_A_LINE || hit.phrase.kind == FurnitureKind::Copyright;
            before && after && has_words && folded.text.len() <= longest
        };
        let hit = self.hits.iter().filter(fits).max_by_key(|hit| hit.end - hit.start)?;
        let is_bare = is_blank(&folded.text[hit.end..]);
        Some(Found { from: 0, to: folded.words.len(), kind: hit.phrase.kind, is_bare })
    }

    /// The furniture that ends a line: from the first of its announcements on.
    ///
    /// Each announcement must begin a sentence, and what it announces must be one sentence at most, up to the next one;
    /// where the outlet's own voice takes up the story again («Напомним, …»), the furniture ends.
    pub(crate) fn tail(&mut self, text: &str, folded: &Folded, pack: Option<&Pack>) -> Option<Found> {
        self.look(folded);
        self.hits.sort_by_key(|hit| std::cmp::Reverse(hit.start));
        let to = self
            .hits
            .last()
            .map_or(folded.words.len(), |first| taken_up(text, folded, folded.word_at(first.end), pack));
        let mut found: Option<Found> = None;
        let mut end = to;
        for hit in &self.hits {
            let Some(from) = announcement(text, folded, hit, end) else { continue };
            let is_bare = is_blank(&folded.text[hit.end..]);
            found = Some(Found { from, to, kind: hit.phrase.kind, is_bare });
            end = from;
        }
        found.filter(|found| found.from > 0)
    }

    /// The number of words up to the end of a short credit that stands at word `from` before a line's first sentence.
    pub(crate) fn opening_credit(&mut self, text: &str, folded: &Folded, from: usize) -> usize {
        let Some(&(start, _)) = folded.words.get(from) else { return 0 };
        self.words.furniture.hits(&folded.text[start..], &mut self.hits);
        self.of = None;
        let is_credit =
            |hit: &PhraseHit| hit.start == 0 && hit.phrase.open_end && hit.phrase.kind == FurnitureKind::Credit;
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

/// The word after `from` with which the outlet's own voice takes up the story again; the line's end when none does.
fn taken_up(text: &str, folded: &Folded, from: usize, pack: Option<&Pack>) -> usize {
    let n = folded.words.len();
    let Some(pack) = pack else { return n };
    let is_recall = |place: &usize| {
        let core = folded.word(*place).trim_end_matches([',', ':']);
        let is_capital = folded.written(text, *place).chars().next().is_some_and(char::is_uppercase);
        let is_voice = |phrase: &Phrase| phrase.words.len() == 1 && matches!(phrase.kind, PhraseKind::Voice(_));
        is_capital && folded.word(*place).ends_with(',') && pack.phrases(core).any(is_voice)
    };
    (from + 1..n).find(is_recall).unwrap_or(n)
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
    let is_short =
        folded.words.get(end).map_or(folded.text.len(), |&(at, _)| at) - hit.start <= longest(hit.phrase.kind);
    let has_words = end - from <= MOST_WORDS || hit.phrase.kind == FurnitureKind::Copyright;
    let announces = has_words && (hit.phrase.open_end || last + 1 == end);
    let is_one = hit.phrase.kind == FurnitureKind::Copyright
        || (last + 1..end.saturating_sub(1)).all(|place| !ends_sentence(folded.written(text, place)));
    let begins = starts_sentence(text, folded, from) || hit.phrase.open_start || is_sudden(text, folded, hit, from);
    (is_short && announces && is_one && begins).then_some(from)
}

/// Whether the phrase may announce furniture in the middle of a line. One word alone may as well be a sentence's own.
fn can_end_a_line(hit: &PhraseHit) -> bool {
    let is_kind = !matches!(hit.phrase.kind, FurnitureKind::Counter | FurnitureKind::Navigation);
    let is_plain = hit.phrase.n_words == 1 && !hit.phrase.has_colon && hit.phrase.kind != FurnitureKind::Copyright;
    (is_kind || hit.phrase.n_words > 1) && !is_plain
}

/// Whether a sentence begins at a word: it has a capital, and the word before ends one.
fn starts_sentence(text: &str, folded: &Folded, place: usize) -> bool {
    let first = folded.written(text, place).trim_start_matches(['(', '[', '"', '«', '-', '–', '—']).chars().next();
    let is_capital = first.is_some_and(|c| !c.is_lowercase());
    is_capital && place.checked_sub(1).is_none_or(|before| ends_sentence(folded.written(text, before)))
}

/// Whether a long phrase begins with a capital in the middle of a line, and goes on without: the period before it is lost.
fn is_sudden(text: &str, folded: &Folded, hit: &PhraseHit, from: usize) -> bool {
    let first = |place: usize| folded.written(text, place).chars().next();
    let is_long = hit.phrase.open_end && (hit.phrase.n_words >= 3 || hit.phrase.n_words == 2 && hit.phrase.has_colon);
    is_long && first(from).is_some_and(char::is_uppercase) && first(from + 1).is_some_and(|c| !c.is_uppercase())
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
    let is_section =
        |hit: &&PhraseHit| hit.start == 0 && !hit.phrase.open_end && hit.phrase.kind == FurnitureKind::Navigation;
    hits.iter().filter(is_section).map(|hit| hit.phrase.n_words).max().unwrap_or(0)
}

/// Whether nothing is said here: no letter, no digit.
fn is_blank(text: &str) -> bool {
    !text.contains(char::is_alphanumeric)
}
