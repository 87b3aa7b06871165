//! What may be a person's name, and what names a site, its newsroom, an office or nothing at all.

use onrecord_lang::{BylineWord, Tags, Word, normal};

use super::addresses::is_address;
use super::names::Reader;

/// A name longer than this, in characters, is a sentence.
const LONGEST: usize = 60;
/// A name of so many words that has a small one in it which names have not is a sentence.
const MANY_WORDS: usize = 6;

impl Reader<'_> {
    /// Whether words may be a name at all.
    pub(super) fn is_name(&self, name: &str) -> bool {
        let n_words = name.split_whitespace().count();
        let has_letters = name.chars().filter(|c| c.is_alphabetic()).count() >= 2;
        let is_sentence = n_words >= MANY_WORDS && !name.split_whitespace().all(|word| self.is_word_of_name(word));
        let is_words = has_letters && n_words <= 7 && name.chars().count() <= LONGEST && !is_sentence;
        is_words
            && !is_machine(name)
            && !self.is_newsroom(name)
            && !self.is_place(name)
            && (!self.sites.is_name(name) || self.is_own_site(name))
    }

    /// Whether a word begins with a capital or is a small one that names have: "van", «оглы».
    fn is_word_of_name(&self, word: &str) -> bool {
        !word.starts_with(char::is_lowercase) || self.byline(word) == Some(BylineWord::Particle)
    }

    /// Whether a site with this name may be the person's own: it begins with a given name.
    fn is_own_site(&self, name: &str) -> bool {
        (2..=3).contains(&name.split_whitespace().count()) && self.begins_with_given_name(name) && !self.has_trade(name)
    }

    pub(super) fn begins_with_given_name(&self, name: &str) -> bool {
        let first = name.split_whitespace().next().unwrap_or_default();
        self.word(first).is_some_and(|word| word.tags.has(Tags::GIVEN))
    }

    /// Whether words name nobody in person: "Staff", «Редакция», "River Post Staff", "Health Correspondent".
    fn is_newsroom(&self, name: &str) -> bool {
        let is_desk = |word: &str| self.is_trade(word) || self.byline(word) == Some(BylineWord::By);
        let (rest, last) = name.rsplit_once(' ').unwrap_or(("", name));
        let is_of_site = is_desk(last) && self.sites.is_name(rest);
        let is_trade = self.byline(last) == Some(BylineWord::Staff) && !self.begins_with_given_name(rest);
        is_of_site || is_trade || name.split_whitespace().all(is_desk) || self.words.is_outlet(&normal(name))
    }

    /// What a word means in a byline, whatever marks stand around it.
    pub(super) fn byline(&self, word: &str) -> Option<BylineWord> {
        self.words.byline(&normal(word.trim_matches(|c: char| !c.is_alphanumeric())))
    }

    fn word(&self, word: &str) -> Option<&Word> {
        self.pack?.word(&normal(word.trim_matches(|c: char| !c.is_alphanumeric())))
    }

    fn is_trade(&self, word: &str) -> bool {
        matches!(self.byline(word), Some(BylineWord::Staff | BylineWord::Helper | BylineWord::Desk))
    }

    fn has_trade(&self, name: &str) -> bool {
        name.split_whitespace().any(|word| self.is_trade(word) || self.byline(word) == Some(BylineWord::Credit))
    }

    /// Whether one word is a place and no given name: bylines tell where the text was written.
    fn is_place(&self, word: &str) -> bool {
        self.word(word).is_some_and(|word| word.tags.has(Tags::PLACE) && !word.tags.has(Tags::GIVEN))
    }

    /// Whether what follows a name is the person's office or place: "Health Correspondent", «редакторка», "Chief Economist".
    pub(super) fn is_office(&self, part: &str) -> bool {
        let is_of_role = |word: &str| self.word(word).is_some_and(|word| word.tags.has(Tags::ROLE));
        let is_given = self.begins_with_given_name(part);
        self.is_place(part) || part.split_whitespace().any(|word| self.is_trade(word) || !is_given && is_of_role(word))
    }

    /// Whether words look like a person's name: two to four words with capitals, small particles between them.
    pub(super) fn is_person(&self, name: &str) -> bool {
        let words: Vec<&str> = name.split_whitespace().collect();
        let is_capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
        let fits = (2..=4).contains(&words.len())
            && !name.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | '?' | '!' | '"'));
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
        let is_stamp = |word: &&&str| self.words.stamp(&normal(word.trim_matches('.'))).is_some();
        // «Марта Лісова» is no day in March.
        let n_given = usize::from(self.begins_with_given_name(name));
        let n_stamps = words.iter().skip(n_given).filter(is_stamp).count();
        fits && is_capital(first)
            && is_capital(last)
            && words.iter().all(|word| is_capital(word) || self.byline(word) == Some(BylineWord::Particle))
            && n_stamps * 2 < words.len()
            && !self.has_trade(name)
    }
}

/// Addresses, handles, labels and what programs left behind are no names.
fn is_machine(name: &str) -> bool {
    let is_path = !name.contains(' ') && name.matches('.').count() >= 2;
    let is_host =
        !name.contains(' ') && name.rsplit_once('.').is_some_and(|(site, zone)| site.len() > 3 && zone.len() > 1);
    is_path || is_host || is_address(name) || name.contains(['{', '}', '[', ']', '@', '<', '>', '=', '_', ':'])
}

/// "Miller, Ann", as catalogues write it.
pub(super) fn turned(field: &str) -> Option<String> {
    let (last, first) = field.split_once(',')?;
    let is_one = |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || c == ',');
    let first = first.trim();
    let is_given = |part: &str| (1..=2).contains(&part.split_whitespace().count()) && !part.contains(',');
    (is_one(last.trim()) && is_given(first) && !is_degree(first)).then(|| format!("{first} {}", last.trim()))
}

/// What stands behind a name: "MD", "Ph.D.", "RN", "Jr.".
pub(super) fn is_degree(part: &str) -> bool {
    let part = part.trim();
    let n_capitals = part.chars().filter(|c| c.is_uppercase()).count();
    let is_short = (2..=8).contains(&part.chars().count()) && !part.contains(char::is_whitespace);
    is_short && (n_capitals >= 2 || part.ends_with('.')) && part.is_ascii()
}
