//! How weights are made from sentences whose tags and lemmas are given; the same on every machine.

mod count;
mod learner;
mod lemmas;

use hashbrown::HashMap;
use onrecord_lang::{Pack, normal};

use crate::facts::Facts;
use crate::hash::mix;
use crate::known::Known;
use crate::parts::Parts;
use crate::search::{KEPT_LEARNING, Lattice, Search};
use crate::table::{Small, Table};
use crate::tag::Tag;
use crate::traits::{Seen, look};
use crate::weights::Weights;
use learner::Learner;

/// One sentence whose tags and lemmas are given.
#[derive(Clone, Debug, Default)]
pub struct Example {
    /// The words as written.
    pub words: Vec<String>,
    /// What each is.
    pub tags: Vec<Tag>,
    /// The lemma of each.
    pub lemmas: Vec<String>,
}

/// How training goes; chosen on sentences that are neither trained nor reported on.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// So many times all is learnt anew in another order; the average of averages is kept.
    pub turns: usize,
    /// So many times all sentences are read in a turn.
    pub rounds: usize,
    /// A word is frequent when seen so often.
    pub frequent: usize,
    /// A word of a closed class seen so often has no tags but those seen.
    pub closed: usize,
    /// The tags of an ending are known when so many words have it.
    pub ending_words: usize,
    /// Per cent of times that a rare word is taken as unknown, so that its ending and neighbours are learnt from.
    pub hidden: u64,
    /// A trait seen less often has no weights.
    pub least: u8,
}

impl Default for Settings {
    fn default() -> Self {
        Self { turns: 4, rounds: 10, frequent: 3, closed: 5, ending_words: 6, hidden: 30, least: 2 }
    }
}

/// The weights of a language, from sentences.
pub fn weights(examples: &[Example], pack: &Pack, settings: Settings) -> Weights {
    let mut form = String::new();
    let of = |example: &Example, form: &mut String| {
        example.words.iter().map(|word| Facts::of(word, pack, form)).collect::<Vec<_>>()
    };
    let facts: Vec<Vec<Facts>> = examples.iter().map(|example| of(example, &mut form)).collect();
    let known = count::known(examples, &facts, settings);
    let table = table(examples, &facts, &known, settings);
    let words = examples.iter().flat_map(|Example { words, tags, lemmas }| {
        words.iter().zip(tags).zip(lemmas).map(|((word, tag), lemma)| (normal(word), *tag, normal(lemma)))
    });
    let lemmas = lemmas::learn(&words.collect::<Vec<_>>(), pack);
    Weights::new(known, table, lemmas)
}

/// The weights of traits, by an averaged perceptron over whole sentences.
fn table(examples: &[Example], facts: &[Vec<Facts>], known: &Known, settings: Settings) -> Small {
    let parts: Vec<Parts> = known.tags.iter().map(|&tag| Parts::of(tag)).collect();
    let numbers = numbers(known);
    let gold: Vec<Vec<u16>> =
        examples.iter().map(|example| example.tags.iter().map(|tag| numbers[&tag.codes()]).collect()).collect();
    let mut learner = Learner::new(learner::frequent(facts, known, settings.least));
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let (mut seen, mut lattice, mut path) = (Vec::new(), Lattice::default(), Vec::new());
    for round in 0..settings.turns * settings.rounds {
        if round % settings.rounds == 0 {
            learner.forget();
        }
        shuffle(&mut order, round as u64);
        for &n in &order {
            learner.tick();
            let chance = |at: usize| (mix(mix(round as u64, n as u64), at as u64) >> 20) % 100;
            look(&facts[n], known, |at| chance(at) < settings.hidden, &mut seen);
            let search = Search { known, parts: &parts, table: &learner.now, kept: KEPT_LEARNING };
            search.run(&seen, &mut lattice, |at| Some(gold[n][at]));
            let Some(last) = worst(&search, &seen, &lattice, &gold[n], &mut path) else { continue };
            learner.learn(&seen, known, &parts, &gold[n][..=last], &path);
        }
    }
    learner.small()
}

fn numbers(known: &Known) -> HashMap<[u8; 8], u16> {
    known.tags.iter().enumerate().map(|(n, tag)| (tag.codes(), n as u16)).collect()
}

/// The word at which the best beginning outweighs the right one most, its tags in `path`; `None` when all is right.
fn worst<T: Table>(
    search: &Search<'_, T>,
    seen: &[Seen],
    lattice: &Lattice,
    gold: &[u16],
    path: &mut Vec<u16>,
) -> Option<usize> {
    let weights = search.weights_of(seen, gold);
    let last = weights.len().checked_sub(1)?;
    // The later of two that are equally wrong: more is learnt from it.
    let at = (0..=last).max_by_key(|&at| (lattice.best(at) - weights[at], at))?;
    for at in [at, last] {
        lattice.path(at, path);
        if path[..] != gold[..=at] {
            return Some(at);
        }
    }
    None
}

/// Puts numbers into an order that looks like chance and is the same every time.
fn shuffle(order: &mut [usize], round: u64) {
    let mut state = mix(12345, round);
    for at in (1..order.len()).rev() {
        state = mix(state, at as u64);
        order.swap(at, (state >> 11) as usize % (at + 1));
    }
}
