//! Counts: what words and endings were seen with.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Example, Settings, numbers};
use crate::facts::{Facts, N_ENDINGS};
use crate::hash::key;
use crate::known::{Known, List, ending_key, is_open, shape_key};
use crate::tag::Tag;

/// How often each tag was seen with something.
type Counts = BTreeMap<u16, usize>;

/// What is known after all examples.
pub(super) fn known(examples: &[Example], facts: &[Vec<Facts>], settings: Settings) -> Known {
    let mut known = Known { tags: tags(examples), ..Known::default() };
    let words = words(examples, facts, &known);
    let mut endings: BTreeMap<u32, (usize, Counts)> = BTreeMap::new();
    let mut shapes = BTreeMap::new();
    for (facts, counts) in words.values() {
        let n: usize = counts.values().sum();
        let is_often = n >= settings.closed;
        let all_closed = counts.keys().all(|&tag| !is_open(known.tags[usize::from(tag)].pos));
        let is_closed = is_often && (all_closed || !facts.is_word);
        let list = List { is_closed, is_frequent: n >= settings.frequent, ..add(&mut known, counts) };
        known.words.insert(key(facts.word), list);
        // Frequent words of closed classes say nothing of words never seen.
        if is_often && all_closed && facts.is_word {
            continue;
        }
        for n in (0..N_ENDINGS).filter(|&n| facts.endings[n] != 0) {
            let (n_words, sum) = endings.entry(ending_key(facts, n)).or_default();
            *n_words += 1;
            counts.keys().for_each(|&tag| *sum.entry(tag).or_default() += 1);
        }
        let sum: &mut Counts = shapes.entry(shape_key(facts)).or_default();
        counts.keys().for_each(|&tag| *sum.entry(tag).or_default() += 1);
    }
    let endings = endings.into_iter().filter(|(_, (n, _))| *n >= settings.ending_words);
    for (key, counts) in endings.map(|(key, (_, counts))| (key, counts)).chain(shapes) {
        let list = add(&mut known, &counts);
        known.endings.insert(key, list);
    }
    known
}

/// Every tag, the most frequent first.
fn tags(examples: &[Example]) -> Vec<Tag> {
    let mut counts: BTreeMap<[u8; 8], usize> = BTreeMap::new();
    for tag in examples.iter().flat_map(|example| &example.tags) {
        *counts.entry(tag.codes()).or_default() += 1;
    }
    let mut tags: Vec<_> = counts.into_iter().collect();
    tags.sort_by_key(|&(codes, n)| (Reverse(n), codes));
    tags.iter().filter_map(|&(codes, _)| Tag::of_codes(codes)).collect()
}

/// Every word with its tags, by its hash.
fn words(examples: &[Example], facts: &[Vec<Facts>], known: &Known) -> BTreeMap<u64, (Facts, Counts)> {
    let numbers = numbers(known);
    let mut words = BTreeMap::new();
    for (example, facts) in examples.iter().zip(facts) {
        for (tag, facts) in example.tags.iter().zip(facts) {
            let (_, counts) = words.entry(facts.word).or_insert_with(|| (*facts, Counts::new()));
            *counts.entry(numbers[&tag.codes()]).or_default() += 1;
        }
    }
    words
}

/// Adds a list of tags, the most frequent first.
fn add(known: &mut Known, counts: &Counts) -> List {
    let mut ordered: Vec<_> = counts.iter().map(|(&tag, &n)| (Reverse(n), tag)).collect();
    ordered.sort_unstable();
    let list = List { start: known.lists.len() as u32, n: ordered.len() as u16, ..List::default() };
    known.lists.extend(ordered.into_iter().map(|(_, tag)| tag));
    list
}
