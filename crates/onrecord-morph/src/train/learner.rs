//! Weights while they are learnt, and their averages.

use crate::facts::Facts;
use crate::hash::mix;
use crate::known::Known;
use crate::parts::Parts;
use crate::table::{LENGTH, Small, row};
use crate::traits::{History, Seen, look, of_tags, of_word};

/// Counts of traits are kept at so many places (two to this power).
const COUNTED: u32 = 24;
/// Of a thousand weights, so many keep their differences; the few that are far larger are cut to a byte.
const KEPT: usize = 999;

/// An averaged perceptron.
pub(super) struct Learner {
    pub(super) now: Vec<i32>,
    /// Sum of what a weight was after every sentence up to `when`.
    sums: Vec<i64>,
    when: Vec<u32>,
    clock: u32,
    /// Whether a trait was seen often enough to be weighed.
    frequent: Vec<bool>,
}

impl Learner {
    pub(super) fn new(frequent: Vec<bool>) -> Self {
        Self { now: vec![0; LENGTH], sums: vec![0; LENGTH], when: vec![0; LENGTH], clock: 0, frequent }
    }

    /// One more sentence is read.
    pub(super) fn tick(&mut self) {
        self.clock += 1;
    }

    /// Begins anew, but keeps the sums.
    pub(super) fn forget(&mut self) {
        for place in 0..LENGTH {
            self.change(place, -self.now[place]);
        }
    }

    fn change(&mut self, place: usize, by: i32) {
        self.sums[place] += i64::from(self.now[place]) * i64::from(self.clock - self.when[place]);
        self.when[place] = self.clock;
        self.now[place] += by;
    }

    fn change_row(&mut self, hash: u64, parts: &Parts, by: i32) {
        for &place in parts.places() {
            self.change(row(hash) + usize::from(place), by);
        }
    }

    /// Learns that a sentence has the tags `gold` and not `found`.
    pub(super) fn learn(&mut self, seen: &[Seen], known: &Known, parts: &[Parts], gold: &[u16], found: &[u16]) {
        let mut histories = [History::default(); 2];
        for (at, tags) in gold.iter().zip(found).map(|(&gold, &found)| [gold, found]).enumerate() {
            let is_same_tag = tags[0] == tags[1];
            if !(is_same_tag && histories[0] == histories[1]) {
                for (tag, by, history) in [(tags[0], 1, histories[0]), (tags[1], -1, histories[1])] {
                    let parts = &parts[usize::from(tag)];
                    of_tags(history, seen, at).into_iter().for_each(|hash| self.change_row(hash, parts, by));
                    if !is_same_tag {
                        self.change_rows_of_word(seen, at, parts, by);
                    }
                }
            }
            for (history, tag) in histories.iter_mut().zip(tags) {
                *history = history.then(tag, known.tags[usize::from(tag)]);
            }
        }
    }

    fn change_rows_of_word(&mut self, seen: &[Seen], at: usize, parts: &Parts, by: i32) {
        of_word(seen, at, |hash| {
            if self.frequent[counted(hash)] {
                self.change_row(hash, parts, by);
            }
        });
    }

    /// The averages, in bytes.
    pub(super) fn small(mut self) -> Small {
        self.forget();
        let mut sizes: Vec<u64> = self.sums.iter().map(|sum| sum.unsigned_abs()).filter(|&size| size > 0).collect();
        sizes.sort_unstable();
        let most = sizes.get(sizes.len() * KEPT / 1000).copied().unwrap_or(1);
        let byte = |&sum: &i64| (sum as f64 * 127.0 / most as f64).round().clamp(-127.0, 127.0) as i8;
        Small(self.sums.iter().map(byte).collect())
    }
}

fn counted(hash: u64) -> usize {
    // Not the bits by which rows are found: those would make the same mistakes twice.
    (mix(hash, 7) >> (64 - COUNTED)) as usize
}

/// Whether the traits of words, by their hashes, were seen `least` times.
pub(super) fn frequent(facts: &[Vec<Facts>], known: &Known, least: u8) -> Vec<bool> {
    let mut counts = vec![0u8; 1 << COUNTED];
    let mut seen = Vec::new();
    for facts in facts {
        look(facts, known, |_| false, &mut seen);
        for at in 0..seen.len() {
            of_word(&seen, at, |hash| {
                let count = &mut counts[counted(hash)];
                *count = count.saturating_add(1);
            });
        }
    }
    counts.into_iter().map(|count| count >= least).collect()
}
