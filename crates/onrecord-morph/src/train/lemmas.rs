//! How rules for lemmas are learnt.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use onrecord_lang::Pack;

use super::shuffle;
use crate::lemmas::{Lemmas, PLACES, Query, class, ending_keys, form_key, lemma_key, whole};
use crate::rule::Rule;
use crate::tag::Tag;

/// So many times all words are read.
const ROUNDS: usize = 8;
/// The rules of an ending are known when so many words have it.
const ENDING_WORDS: usize = 4;
/// An ending has so many rules at most.
const MOST: usize = 24;
/// A rule that fewer words follow is remembered with its words and not tried on others.
const LEAST: usize = 2;

/// How often each rule was followed.
type Counts = BTreeMap<u16, usize>;

/// Learns from words with tags and lemmas, all in their normal form.
pub(super) fn learn(words: &[(String, Tag, String)], pack: &Pack) -> Lemmas {
    let ruled: Vec<(&str, Tag, Rule, &str)> = words
        .iter()
        .map(|(form, tag, lemma)| (form.as_str(), *tag, Rule::between(form, lemma), lemma.as_str()))
        .collect();
    let mut counts: BTreeMap<&Rule, BTreeSet<&str>> = BTreeMap::new();
    for (_, _, rule, lemma) in &ruled {
        counts.entry(rule).or_default().insert(lemma);
    }
    let mut ordered: Vec<_> = counts.iter().map(|(rule, lemmas)| (Reverse(lemmas.len()), *rule)).collect();
    ordered.sort();
    ordered.truncate(usize::from(u16::MAX));
    let n_tried = ordered.partition_point(|(n, _)| n.0 >= LEAST);
    let rules: Vec<Rule> = ordered.into_iter().map(|(_, rule)| rule.clone()).collect();
    let numbers: BTreeMap<&Rule, u16> = rules.iter().zip(0..).collect();
    let numbered: Vec<_> =
        ruled.iter().filter_map(|(form, tag, rule, lemma)| Some((*form, *tag, *numbers.get(rule)?, *lemma))).collect();
    let mut lemmas = Lemmas { rules: rules.clone(), weights: vec![0; PLACES], ..Lemmas::default() };
    remember(&mut lemmas, &numbered);
    count(&mut lemmas, &numbered, n_tried as u16);
    lemmas.weights = weigh(&lemmas, &numbered, pack);
    lemmas
}

/// Keeps the rule that each word mostly follows, with its tag and with its part of speech.
fn remember(lemmas: &mut Lemmas, words: &[(&str, Tag, u16, &str)]) {
    let mut votes: BTreeMap<u32, Counts> = BTreeMap::new();
    for &(form, tag, rule, _) in words {
        for key in [form_key(form, whole(tag)), form_key(form, class(tag))] {
            *votes.entry(key).or_default().entry(rule).or_default() += 1;
        }
    }
    for (key, votes) in votes {
        let best = votes.iter().max_by_key(|&(&rule, &n)| (n, Reverse(rule)));
        lemmas.memory.extend(best.map(|(&rule, _)| (key, rule)));
    }
}

/// Counts the forms of lemmas, and the rules of endings.
fn count(lemmas: &mut Lemmas, words: &[(&str, Tag, u16, &str)], n_tried: u16) {
    let mut endings: BTreeMap<u32, (usize, Counts)> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for &(form, tag, rule, lemma) in words {
        if !seen.insert((lemma, class(tag), form)) {
            continue;
        }
        let n_forms = lemmas.lemmas.entry(lemma_key(lemma, tag)).or_default();
        *n_forms = n_forms.saturating_add(1);
        for key in ending_keys(form, class(tag)).into_iter().flatten().filter(|_| rule < n_tried) {
            let (n_words, counts) = endings.entry(key).or_default();
            *n_words += 1;
            *counts.entry(rule).or_default() += 1;
        }
    }
    for (key, (_, counts)) in endings.into_iter().filter(|(_, (n, _))| *n >= ENDING_WORDS) {
        let mut ordered: Vec<_> = counts.into_iter().map(|(rule, n)| (Reverse(n), rule)).collect();
        ordered.sort_unstable();
        lemmas.endings.insert(key, ordered.into_iter().map(|(_, rule)| rule).take(MOST).collect());
    }
}

/// An averaged perceptron over the rules that a word's ending lets follow.
fn weigh(lemmas: &Lemmas, words: &[(&str, Tag, u16, &str)], pack: &Pack) -> Vec<i8> {
    let mut seen = BTreeSet::new();
    let examples: Vec<_> =
        words.iter().filter(|(form, tag, _, lemma)| seen.insert((*lemma, whole(*tag), *form))).collect();
    let (mut now, mut sums, mut lemma) = (vec![0i32; PLACES], vec![0i64; PLACES], String::new());
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut left = (ROUNDS * examples.len()) as i64;
    for round in 0..ROUNDS {
        shuffle(&mut order, round as u64);
        for &n in &order {
            let &&(form, tag, gold, _) = &examples[n];
            left -= 1;
            let query = Query { is_counted: true, ..Query::new(form, tag, pack) };
            let Some(best) = lemmas.best(&query, |place| now[place], &mut lemma) else { continue };
            if best == gold || !lemmas.candidates(&query).contains(&gold) {
                continue;
            }
            for (rule, by) in [(gold, 1), (best, -1)] {
                lemmas.rules[usize::from(rule)].apply(form, &mut lemma);
                lemmas.traits(&query, rule, &lemma, |place| {
                    now[place] += by;
                    // What it adds to the average of all that is still to come, in one step.
                    sums[place] += i64::from(by) * left;
                });
            }
        }
    }
    small(&sums)
}

fn small(sums: &[i64]) -> Vec<i8> {
    let most = sums.iter().map(|sum| sum.unsigned_abs()).max().unwrap_or(1).max(1);
    // The largest weights are cut to half of what they are, so that the others keep their differences.
    sums.iter().map(|&sum| (sum as f64 * 254.0 / most as f64).round().clamp(-127.0, 127.0) as i8).collect()
}
