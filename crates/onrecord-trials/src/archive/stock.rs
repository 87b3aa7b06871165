//! What the articles of one language are made of, and how a sentence is taken apart.

use std::collections::{BTreeMap, BTreeSet};

/// Sentences and words of one language, as whoever reads our texts gives them.
#[derive(Clone, Debug, Default)]
pub struct Stock {
    /// The language's code.
    pub lang: String,
    /// Sentences in which somebody says something; an empty line in one divides paragraphs.
    pub speech: Vec<String>,
    /// Other sentences.
    pub plain: Vec<String>,
    /// Sentences that say whom a story is taken from.
    pub credits: Vec<String>,
    /// Words that stay as they are, in small letters: whatever the reading of statements depends on.
    pub kept: BTreeSet<String>,
    /// Words that keep their capital inside a sentence.
    pub names: BTreeSet<String>,
    /// Words that join two sentences.
    pub joints: Vec<String>,
    /// Given names, and whether a man bears them.
    pub given_names: Vec<(String, bool)>,
    /// Words that may stand for each other, in small letters: months, days of the week.
    pub exchanged: Vec<Vec<String>>,
    /// What these sentences count as this year.
    pub year: i64,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Stays as it is.
    As(String),
    /// A word that others with these last letters may stand for.
    Word { word: String, tail: usize },
    /// A given name before a surname.
    Given { is_male: bool },
    /// A surname: the letters it is known by, and the rest.
    Surname { key: String, rest: String },
    /// A word of this list of exchanged ones.
    Exchanged { list: usize, is_capital: bool },
    /// A day of a month.
    DayOfMonth,
    /// A number of so many digits.
    Number { n_digits: u32 },
    /// A year, so many after this one.
    Year { after: i64 },
}

/// Takes sentences apart.
pub(super) struct Cutter<'s> {
    stock: &'s Stock,
    given: BTreeMap<&'s str, bool>,
    /// Surnames seen after a given name, without their last letter where they are long.
    surnames: BTreeSet<String>,
    exchanged: BTreeMap<&'s str, usize>,
    /// The last letters of words met so far, and their numbers.
    tails: BTreeMap<String, usize>,
    /// Words seen inside a sentence, as they were written.
    inside: BTreeSet<String>,
}

impl<'s> Cutter<'s> {
    pub(super) fn new(stock: &'s Stock) -> Self {
        let lists = stock.exchanged.iter().enumerate();
        let mut cutter = Self {
            stock,
            given: stock.given_names.iter().map(|(name, is_male)| (name.as_str(), *is_male)).collect(),
            surnames: BTreeSet::new(),
            exchanged: lists.flat_map(|(n, list)| list.iter().map(move |word| (word.as_str(), n))).collect(),
            tails: BTreeMap::new(),
            inside: stock.names.clone(),
        };
        for sentence in stock.speech.iter().chain(&stock.plain) {
            cutter.learn_surnames(sentence);
            let tokens = tokens(sentence);
            let inside = tokens.windows(3).filter(|three| three[1] == " ");
            cutter.inside.extend(inside.map(|three| three[2].to_owned()));
        }
        cutter
    }

    /// Words seen inside a sentence, as they were written.
    pub(super) fn inside(&mut self) -> BTreeSet<String> {
        std::mem::take(&mut self.inside)
    }

    /// The last letters of words met so far, by their numbers.
    pub(super) fn tails(&self) -> Vec<String> {
        let mut tails = vec![String::new(); self.tails.len()];
        for (tail, &n) in &self.tails {
            tails[n].clone_from(tail);
        }
        tails
    }

    fn learn_surnames(&mut self, sentence: &str) {
        let tokens = tokens(sentence);
        for at in 2..tokens.len() {
            let is_surname = tokens[at - 1] == " " && self.given.contains_key(tokens[at - 2]) && is_name(tokens[at]);
            if is_surname && !self.given.contains_key(tokens[at]) {
                self.surnames.insert(but_last(tokens[at], usize::from(tokens[at].chars().count() > 4)).to_owned());
            }
        }
    }

    /// Whether a word is a surname that was seen after a given name, in any case.
    fn is_surname(&self, word: &str) -> bool {
        is_name(word) && (0..=3).any(|cut| self.surnames.contains(but_last(word, cut)))
    }

    /// The pieces of a sentence.
    pub(super) fn cut(&mut self, sentence: &str) -> Vec<Part> {
        let tokens = tokens(sentence);
        let mut parts: Vec<Part> = Vec::new();
        for at in 0..tokens.len() {
            let part = self.part(&tokens, at).unwrap_or_else(|| Part::As(tokens[at].to_owned()));
            match (parts.last_mut(), part) {
                (Some(Part::As(before)), Part::As(more)) => before.push_str(&more),
                (_, part) => parts.push(part),
            }
        }
        parts
    }

    fn part(&mut self, tokens: &[&str], at: usize) -> Option<Part> {
        let token = tokens[at];
        if token.starts_with(|letter: char| letter.is_ascii_digit()) {
            return self.number(tokens, at);
        }
        if let Some(part) = self.exchanged(tokens, at) {
            return Some(part);
        }
        if self.is_surname(token) {
            let (key, rest) = token.split_at(token.char_indices().nth(3)?.0);
            return Some(Part::Surname { key: key.to_owned(), rest: rest.to_owned() });
        }
        let next = || tokens.get(at + 2).filter(|_| tokens[at + 1] == " ").is_some_and(|next| self.is_surname(next));
        if let Some(&is_male) = self.given.get(token) {
            return next().then_some(Part::Given { is_male });
        }
        self.word(token)
    }

    fn number(&self, tokens: &[&str], at: usize) -> Option<Part> {
        let touches = |token: Option<&&str>| token.is_some_and(|token| token.contains(['.', ':', '-', '/', '\'']));
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let is_followed = tokens.get(at + 2).is_some_and(|token| token.starts_with(|l: char| l.is_ascii_digit()));
        if before.is_some_and(|token| !token.ends_with(' ')) || (is_followed && touches(tokens.get(at + 1))) {
            return None;
        }
        let value: i64 = tokens[at].parse().ok()?;
        let is_month = |token: &&str| self.exchanged.contains_key(token.to_lowercase().as_str());
        let is_day = [at.wrapping_sub(2), at + 2].iter().any(|&at| tokens.get(at).is_some_and(is_month));
        match (tokens[at].len() as u32, value) {
            (1 | 2, 1..=31) if is_day => Some(Part::DayOfMonth),
            // What happened in 1914 did not happen in another year.
            (4, 1000..=1989) => None,
            (4, 1990..=2035) => Some(Part::Year { after: value - self.stock.year }),
            (n_digits @ 2..=6, _) => Some(Part::Number { n_digits }),
            _ => None,
        }
    }

    /// A month or a day of the week. "Во вторник" has its preposition because of its letters, so that such words stay.
    fn exchanged(&self, tokens: &[&str], at: usize) -> Option<Part> {
        let list = *self.exchanged.get(tokens[at].to_lowercase().as_str())?;
        let before = at.checked_sub(2).and_then(|before| tokens.get(before)).map(|word| word.to_lowercase());
        let is_bound = before.is_some_and(|word| word.chars().count() == 2 && word.chars().next() == first(tokens[at]));
        (!is_bound).then(|| Part::Exchanged { list, is_capital: is_name(tokens[at]) })
    }

    fn word(&mut self, token: &str) -> Option<Part> {
        let n_letters = token.chars().count();
        let is_plain = n_letters >= 5 && token.chars().all(|letter| letter.is_lowercase());
        if !is_plain || self.stock.kept.contains(token) {
            return None;
        }
        let tail = &token[but_last(token, if n_letters >= 7 { 3 } else { 2 }).len()..];
        let next = self.tails.len();
        let tail = *self.tails.entry(tail.to_owned()).or_insert(next);
        Some(Part::Word { word: token.to_owned(), tail })
    }
}

/// Words, numbers, and what stands between them; a hyphen or an apostrophe between letters belongs to the word.
pub(super) fn tokens(sentence: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let (mut start, mut kind) = (0, 0);
    let mut letters = sentence.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let is_inside = kind == 1
            && matches!(letter, '-' | '\'' | '\u{2019}' | '\u{2bc}')
            && letters.peek().is_some_and(|(_, next)| next.is_alphabetic());
        let now = match letter {
            letter if letter.is_alphabetic() || is_inside => 1,
            letter if letter.is_ascii_digit() => 2,
            _ => 3,
        };
        if now != kind && at > start {
            tokens.push(&sentence[start..at]);
            start = at;
        }
        kind = now;
    }
    tokens.push(&sentence[start..]);
    tokens
}

fn first(word: &str) -> Option<char> {
    word.to_lowercase().chars().next()
}

/// A word that begins with a capital and goes on in small letters.
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && word.chars().count() > 3 && letters.all(char::is_lowercase)
}

/// A word without its last `n` letters.
fn but_last(word: &str, n: usize) -> &str {
    let cut = n.checked_sub(1).and_then(|n| word.char_indices().rev().nth(n));
    cut.map_or(word, |(at, _)| &word[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stock(sentences: &[&str]) -> Stock {
        Stock {
            plain: sentences.iter().map(|&sentence| sentence.to_owned()).collect(),
            given_names: vec![("Олег".to_owned(), true)],
            exchanged: vec![vec!["мая".to_owned(), "июня".to_owned()]],
            kept: BTreeSet::from(["сказал".to_owned()]),
            year: 2022,
            ..Stock::default()
        }
    }

    #[test]
    fn a_surname_is_known_after_a_given_name_and_alone() {
        let stock = stock(&["Олег Корнилов пришёл.", "Слово дали Корнилову."]);
        let mut cutter = Cutter::new(&stock);
        let surname = |rest: &str| Part::Surname { key: "Кор".to_owned(), rest: rest.to_owned() };
        let parts = cutter.cut(&stock.plain[0]);
        assert_eq!(parts[..3], [Part::Given { is_male: true }, Part::As(" ".to_owned()), surname("нилов")]);
        assert!(cutter.cut(&stock.plain[1]).contains(&surname("нилову")));
    }

    #[test]
    fn numbers_are_days_years_and_amounts() {
        let stock = stock(&[]);
        let mut cutter = Cutter::new(&stock);
        let mut numbers = |sentence: &str| {
            let parts = cutter.cut(sentence);
            parts.into_iter().filter(|part| !matches!(part, Part::As(_) | Part::Word { .. })).collect::<Vec<_>>()
        };
        let may = Part::Exchanged { list: 0, is_capital: false };
        assert_eq!(numbers("9 мая 2021 года"), [Part::DayOfMonth, may, Part::Year { after: -1 }]);
        assert_eq!(numbers("их 640, не 12:30 и не 5"), [Part::Number { n_digits: 3 }]);
    }

    #[test]
    fn words_that_carry_the_reading_stay() {
        let stock = stock(&[]);
        let parts = Cutter::new(&stock).cut("сказал мастер");
        let master = Part::Word { word: "мастер".to_owned(), tail: 0 };
        assert_eq!(parts, [Part::As("сказал ".to_owned()), master]);
    }
}
