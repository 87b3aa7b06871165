//! The phrases by which furniture is known, of all languages at once, found in one walk over a line.

use aho_corasick::{AhoCorasick, MatchKind};
use hashbrown::HashSet;

use crate::normal;

/// What kind of furniture a phrase announces: the kinds of `furniture.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FurnitureKind {
    /// Links to other stories.
    Related,
    /// Invitations and advertisements.
    Promo,
    /// Who made a picture.
    Credit,
    /// Whose the words are.
    Copyright,
    /// Menus, sections, tags.
    Navigation,
    /// Readers' comments and what surrounds them.
    Comment,
    /// Views, votes, minutes to read.
    Counter,
    /// Who wrote it, and when.
    Byline,
}

impl FurnitureKind {
    /// The kind of that name.
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "related" => Self::Related,
            "promo" => Self::Promo,
            "credit" => Self::Credit,
            "copyright" => Self::Copyright,
            "navigation" => Self::Navigation,
            "comment" => Self::Comment,
            "counter" => Self::Counter,
            "byline" => Self::Byline,
            _ => return None,
        })
    }
}

/// A phrase of `furniture.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FurniturePhrase {
    /// What it announces.
    pub kind: FurnitureKind,
    /// Words may stand before.
    pub open_start: bool,
    /// Words may follow.
    pub open_end: bool,
    /// How many words it has.
    pub n_words: usize,
    /// Whether it ends in a colon, so that what it announces follows.
    pub has_colon: bool,
}

/// A phrase found in a line: where, in bytes of the folded line, and which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhraseHit {
    /// Its first byte.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// The phrase.
    pub phrase: FurniturePhrase,
}

/// All phrases of `furniture.tsv`, ready to be found.
#[derive(Default)]
pub struct FurniturePhrases {
    phrases: Vec<FurniturePhrase>,
    automaton: Option<AhoCorasick>,
}

impl FurniturePhrases {
    /// Builds the search from `(phrase as listed, kind)`; a phrase listed in two languages stands once.
    pub(crate) fn new<'l>(rows: impl IntoIterator<Item = (&'l str, FurnitureKind)>) -> Self {
        let (mut phrases, mut words, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
        for (listed, kind) in rows {
            let text = normal(listed.trim_matches('*').trim());
            let (open_start, open_end) = (listed.starts_with('*'), listed.ends_with('*'));
            if text.is_empty() || !seen.insert((text.clone(), open_start, open_end)) {
                continue;
            }
            let (n_words, has_colon) = (text.split_ascii_whitespace().count(), text.ends_with(':'));
            phrases.push(FurniturePhrase { kind, open_start, open_end, n_words, has_colon });
            words.push(text);
        }
        // Without an automaton (more phrases than it can hold) no line is furniture by its words.
        let automaton = AhoCorasick::builder().match_kind(MatchKind::Standard).build(&words).ok();
        Self { phrases, automaton }
    }

    /// Every phrase in a folded line that begins and ends where words do, in order of their ends.
    pub fn hits(&self, folded: &str, hits: &mut Vec<PhraseHit>) {
        hits.clear();
        let Some(automaton) = &self.automaton else { return };
        for found in automaton.find_overlapping_iter(folded) {
            let hit = PhraseHit { start: found.start(), end: found.end(), phrase: self.phrases[found.pattern()] };
            if stands_alone(folded, hit) {
                hits.push(hit);
            }
        }
    }
}

/// Whether no letter touches the hit. The last word of an open phrase of several words may be only a beginning.
fn stands_alone(folded: &str, hit: PhraseHit) -> bool {
    let touches = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let (first, last) = (folded[hit.start..].chars().next(), folded[..hit.end].chars().next_back());
    let glued_before = touches(first) && touches(folded[..hit.start].chars().next_back());
    let glued_after = touches(last) && touches(folded[hit.end..].chars().next());
    !glued_before && (!glued_after || hit.phrase.open_end && hit.phrase.n_words > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(listed: &str, line: &str, expected: &[&str]) {
        let phrases = FurniturePhrases::new([(listed, FurnitureKind::Promo)]);
        let mut hits = Vec::new();
        phrases.hits(line, &mut hits);
        let found: Vec<_> = hits.iter().map(|hit| &line[hit.start..hit.end]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_phrase_is_found_inside_a_line() {
        check("*Читайте нас в*", "новости. читайте нас в сети", &["читайте нас в"]);
    }

    #[test]
    fn a_word_is_not_found_inside_a_longer_word() {
        check("мир", "мировой рекорд", &[]);
    }

    #[test]
    fn an_open_phrase_of_several_words_may_end_inside_a_word() {
        check("материал подготовил*", "материал подготовила анна", &["материал подготовил"]);
    }

    #[test]
    fn a_listed_phrase_of_nothing_is_never_found() {
        check("*", "anything", &[]);
    }
}
