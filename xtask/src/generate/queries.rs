//! Questions that a reader might put to an archive: words common and rare, words of one sentence, phrases and names.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use anyhow::{Result, ensure};
use onrecord_model::Body;
use onrecord_source::{Given, pages};
use onrecord_trials::Chance;

/// So many of the commonest words are always asked for.
const COMMONEST: usize = 50;
/// So many tries for each query, since queries are distinct and an archive may be small.
const TRIES: usize = 50;

/// What is kept of an archive while it is read once.
#[derive(Default)]
struct Harvest {
    counts: HashMap<String, u64>,
    sentences: Sample,
    names: Sample,
}

/// Some of many, each with the same chance.
#[derive(Default)]
struct Sample {
    kept: Vec<String>,
    n_seen: usize,
}

impl Sample {
    fn offer(&mut self, text: &str, most: usize, chance: &mut Chance) {
        self.n_seen += 1;
        if self.kept.len() < most {
            self.kept.push(text.to_owned());
            return;
        }
        let place = chance.below(self.n_seen);
        if let Some(kept) = self.kept.get_mut(place) {
            text.clone_into(kept);
        }
    }
}

/// Distinct queries for the archive in this file: a third single words, a third two words of one sentence, the rest phrases in quotation
/// marks and names.
pub(crate) fn queries(file: &Path, count: usize, seed: u64) -> Result<Vec<String>> {
    let mut chance = Chance::new(seed);
    let mut harvest = Harvest::default();
    for page in pages([file], &Given::default()) {
        if let Body::Text(text) = page?.body {
            harvest.add(&text, 4 * count, &mut chance);
        }
    }
    ensure!(!harvest.counts.is_empty(), "{} has no words to ask for", file.display());
    Ok(harvest.queries(count, &mut chance))
}

impl Harvest {
    fn add(&mut self, text: &str, most: usize, chance: &mut Chance) {
        for sentence in text.split_inclusive(['.', '!', '?', '\n']) {
            for word in words(sentence) {
                match self.counts.get_mut(&word) {
                    Some(n) => *n += 1,
                    None => drop(self.counts.insert(word, 1)),
                }
            }
            if sentence.split(' ').count() > 3 {
                self.sentences.offer(sentence.trim(), most, chance);
            }
            // The first word has its capital from the sentence.
            let after_first = sentence.trim().split_once(' ').unwrap_or_default().1;
            pairs(after_first).filter(is_name).for_each(|(a, b)| {
                self.names.offer(&format!("{a} {b}"), most, chance);
            });
        }
    }

    fn queries(&self, count: usize, chance: &mut Chance) -> Vec<String> {
        let words = self.by_frequency();
        let mut all = Distinct::default();
        words.iter().take(COMMONEST.min(count / 3)).for_each(|word| all.add((*word).to_owned()));
        all.fill(count / 3, || single(&words, chance));
        all.fill(2 * count / 3, || two_words(chance.pick(&self.sentences.kept)?, &mut *chance));
        all.fill(5 * count / 6, || phrase(chance.pick(&self.sentences.kept)?, &mut *chance));
        all.fill(count, || chance.pick(&self.names.kept).cloned());
        // Few names, in a small archive: phrases fill the place.
        all.fill(count, || phrase(chance.pick(&self.sentences.kept)?, &mut *chance));
        all.queries
    }

    /// The words, commonest first; of those that are as common, by their letters.
    fn by_frequency(&self) -> Vec<&str> {
        let mut words: Vec<(&str, u64)> = self.counts.iter().map(|(word, n)| (word.as_str(), *n)).collect();
        words.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        words.into_iter().map(|(word, _)| word).collect()
    }
}

/// Queries, none of them twice.
#[derive(Default)]
struct Distinct {
    queries: Vec<String>,
    seen: BTreeSet<String>,
}

impl Distinct {
    fn add(&mut self, query: String) {
        if self.seen.insert(query.clone()) {
            self.queries.push(query);
        }
    }

    /// Adds until there are so many, or as many as can be had.
    fn fill(&mut self, count: usize, mut next: impl FnMut() -> Option<String>) {
        for _ in 0..TRIES * count {
            if self.queries.len() >= count {
                return;
            }
            next().into_iter().for_each(|query| self.add(query));
        }
    }
}

/// A word of any frequency: each doubling of the rank is as likely.
fn single(words: &[&str], chance: &mut Chance) -> Option<String> {
    let n_doublings = words.len().max(2).ilog2() as usize + 1;
    let first = 1 << chance.below(n_doublings);
    words.get(first - 1 + chance.below(first)).map(|word| (*word).to_owned())
}

fn two_words(sentence: &str, chance: &mut Chance) -> Option<String> {
    let words: Vec<String> = words(sentence).filter(|word| word.chars().count() > 2).collect();
    let (a, b) = (chance.pick(&words)?, chance.pick(&words)?);
    (a != b).then(|| format!("{a} {b}"))
}

fn phrase(sentence: &str, chance: &mut Chance) -> Option<String> {
    let pairs: Vec<(&str, &str)> = pairs(sentence).collect();
    chance.pick(&pairs).map(|(a, b)| format!("\"{a} {b}\""))
}

/// Words that stand side by side with nothing but a space between.
fn pairs(sentence: &str) -> impl Iterator<Item = (&str, &str)> {
    let pieces = sentence.split(' ');
    pieces.clone().zip(pieces.skip(1)).filter_map(|(a, b)| {
        let end = b.trim_end_matches(|letter: char| !letter.is_alphabetic());
        let is_word = |word: &str| !word.is_empty() && word.chars().all(char::is_alphabetic);
        (is_word(a) && is_word(end)).then_some((a, end))
    })
}

fn is_name((a, b): &(&str, &str)) -> bool {
    [a, b].iter().all(|word| word.starts_with(char::is_uppercase) && word.chars().count() > 3)
}

/// The words of a text, in small letters.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_are_words_pairs_phrases_and_names() {
        let mut harvest = Harvest::default();
        let mut chance = Chance::new(1);
        harvest.add("Mayor Anna Petrova said that the long river would rise again. The river rose.", 10, &mut chance);
        let queries = harvest.queries(12, &mut chance);
        assert_eq!((queries.len(), queries[0].as_str()), (12, "river"));
        assert!(queries[..4].iter().all(|query| !query.contains(' ')));
        assert!(queries[4..8].iter().all(|query| query.split(' ').count() == 2 && !query.contains('"')));
        assert!(queries[8..10].iter().all(|query| query.starts_with('"') && query.ends_with('"')));
        assert_eq!(queries[10], "Anna Petrova");
    }
}
