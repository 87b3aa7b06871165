//! Words that nobody has heard, made of the letters of those that everybody knows.

use std::collections::{BTreeMap, BTreeSet};

use super::stock::Part;
use super::zipf::Zipf;
use crate::Chance;

/// How many beginnings of words are made up: with the endings of real words, some hundred thousand words.
const N_STEMS: usize = 30_000;
/// How many families there are.
const N_FAMILIES: usize = 20_000;
/// Two letters may meet in a word when they met so often in real ones.
const COMMON: u32 = 4;
/// Of so many words drawn, one is real.
const REAL: usize = 2;

/// The words of a language, real and made up.
pub(super) struct Words {
    /// For each tail, its letters and the real words that end in it, commonest first, with their draw.
    pools: Vec<(String, Vec<String>, Zipf)>,
    stems: Vec<String>,
    families: Vec<String>,
    rare: Zipf,
    family: Zipf,
    pairs: BTreeSet<(char, char)>,
}

impl Words {
    /// Learns from the pieces of all sentences.
    pub(super) fn new(tails: Vec<String>, parts: &[Vec<Part>]) -> Self {
        let counts = counts(parts);
        let chain = Chain::new(counts.keys().map(|(_, word)| *word));
        Self {
            pools: pools(tails, &counts),
            stems: chain.words(N_STEMS, 1, 3..6),
            families: chain.words(N_FAMILIES, 2, 3..5).iter().map(|word| capital(word)).collect(),
            rare: Zipf::new(N_STEMS, 8),
            family: Zipf::new(N_FAMILIES, 12),
            pairs: chain.pairs(),
        }
    }

    /// Another word with this tail.
    pub(super) fn draw(&self, tail: usize, chance: &mut Chance) -> String {
        let Some((tail, real, zipf)) = self.pools.get(tail) else { return String::new() };
        if chance.below(REAL) == 0 {
            return real.get(zipf.draw(chance)).cloned().unwrap_or_default();
        }
        let stem = self.joined(&self.stems, self.rare.draw(chance), tail);
        stem + tail
    }

    /// The number of a family; the first are in the news every day.
    pub(super) fn family(&self, chance: &mut Chance) -> usize {
        self.family.draw(chance)
    }

    /// The family's name with these last letters.
    pub(super) fn surname(&self, family: usize, rest: &str) -> String {
        self.joined(&self.families, family, rest) + rest
    }

    /// A name for something new: an outlet.
    pub(super) fn name(&self, number: usize) -> String {
        let stem = |n: usize| self.stems.get(n % N_STEMS).map(String::as_str).unwrap_or_default();
        capital(&format!("{}{}", stem(number * 7 + 1), stem(number * 13 + 5)))
    }

    /// The stem of this number, or the next one that goes well with what follows.
    fn joined(&self, stems: &[String], number: usize, rest: &str) -> String {
        let goes_well = |stem: &&String| {
            let pair = (stem.chars().next_back(), rest.chars().next());
            matches!(pair, (Some(a), Some(b)) if self.pairs.contains(&(a, b)))
        };
        let near = stems.iter().cycle().skip(number % stems.len().max(1)).take(20);
        near.clone().find(goes_well).or(near.clone().next()).cloned().unwrap_or_default()
    }
}

/// How often each replaceable word stands in the sentences.
fn counts(parts: &[Vec<Part>]) -> BTreeMap<(usize, &str), u32> {
    let mut counts = BTreeMap::new();
    for part in parts.iter().flatten() {
        if let Part::Word { word, tail } = part {
            *counts.entry((*tail, word.as_str())).or_default() += 1;
        }
    }
    counts
}

fn pools(tails: Vec<String>, counts: &BTreeMap<(usize, &str), u32>) -> Vec<(String, Vec<String>, Zipf)> {
    let mut words: Vec<Vec<(u32, &str)>> = vec![Vec::new(); tails.len()];
    for (&(tail, word), &n) in counts {
        words[tail].push((n, word));
    }
    let pool = |(tail, mut words): (String, Vec<(u32, &str)>)| {
        words.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        let zipf = Zipf::new(words.len(), 3);
        (tail, words.into_iter().map(|(_, word)| word.to_owned()).collect(), zipf)
    };
    tails.into_iter().zip(words).map(pool).collect()
}

/// A word with a capital.
pub(super) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Which letter follows which two, as often as in real words; a blank stands before a word.
struct Chain {
    next: BTreeMap<(char, char), Vec<char>>,
    pairs: BTreeMap<(char, char), u32>,
}

impl Chain {
    fn new<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut chain = Self { next: BTreeMap::new(), pairs: BTreeMap::new() };
        for word in words {
            let mut before = (' ', ' ');
            for letter in word.chars() {
                chain.next.entry(before).or_default().push(letter);
                *chain.pairs.entry((before.1, letter)).or_default() += 1;
                before = (before.1, letter);
            }
        }
        chain
    }

    fn pairs(&self) -> BTreeSet<(char, char)> {
        self.pairs.iter().filter(|(_, n)| **n >= COMMON).map(|(pair, _)| *pair).collect()
    }

    /// So many beginnings of words, all different where the letters allow it, each of `lengths` letters.
    fn words(&self, n: usize, seed: u64, lengths: std::ops::Range<usize>) -> Vec<String> {
        let (mut chance, mut seen) = (Chance::new(seed), BTreeSet::new());
        let mut words = Vec::with_capacity(n);
        let mut tries = 0;
        while words.len() < n {
            // Where letters are few there are not enough words; longer ones always are.
            let longest = lengths.end + tries / (4 * n);
            let length = lengths.start + chance.below(longest - lengths.start);
            let word = self.word(length, &mut chance);
            tries += 1;
            if seen.insert(word.clone()) || tries > 20 * n {
                words.push(word);
            }
        }
        words
    }

    fn word(&self, length: usize, chance: &mut Chance) -> String {
        let (mut word, mut before) = (String::new(), (' ', ' '));
        while word.chars().count() < length {
            let Some(&letter) = self.next.get(&before).and_then(|letters| chance.pick(letters)) else { break };
            word.push(letter);
            before = (before.1, letter);
        }
        word
    }
}
