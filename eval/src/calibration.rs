//! Whether confidence says something: of statements held sure, fewer must be wrong.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::answer::Answer;
use crate::letters::Letters;
use crate::matched::Matched;
use crate::{GoldDocument, is_same_speaker};

/// The lower bounds of the bins; the first begins at nothing.
const BOUNDS: [f64; 6] = [0.0, 0.5, 0.6, 0.7, 0.8, 0.9];

/// Found statements by confidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Calibration {
    /// Bins from unsure to sure.
    pub bins: Vec<Bin>,
}

/// Statements of like confidence.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bin {
    /// The least confidence.
    pub from: f64,
    /// Statements of the record that count.
    pub n: usize,
    /// Those that answer one of gold's.
    pub found: usize,
    /// Of these: given to a speaker other than gold's.
    pub wrong_speaker: usize,
}

impl Calibration {
    /// Everything of at least this confidence, in one bin.
    pub fn at_least(&self, from: f64) -> Bin {
        let mut sum = Bin { from, ..Bin::default() };
        for bin in self.bins.iter().filter(|bin| bin.from >= from) {
            sum.n += bin.n;
            sum.found += bin.found;
            sum.wrong_speaker += bin.wrong_speaker;
        }
        sum
    }
}

/// Sorts the statements of records by their confidence.
pub fn calibration(gold: &[&GoldDocument], records: &BTreeMap<String, Value>) -> Calibration {
    let mut bins = BOUNDS.map(|from| Bin { from, ..Bin::default() });
    for document in gold {
        let (wanted, found) =
            (Answer::of(&document.row), records.get(&document.doc).map(Answer::of).unwrap_or_default());
        let letters = Letters::new(&document.text);
        let matched = Matched::of(&letters, &wanted, &found);
        for (_, said) in &matched.given {
            bins[bin(said.confidence)].n += 1;
        }
        for ((_, gold), (_, said)) in matched.pairs() {
            let is_named = said.speaker.as_ref().is_some_and(|name| !name.is_empty());
            let is_wrong = is_named && !is_same_speaker(gold.speaker.as_deref(), said.speaker.as_deref());
            bins[bin(said.confidence)].found += 1;
            bins[bin(said.confidence)].wrong_speaker += usize::from(is_wrong);
        }
    }
    Calibration { bins: bins.to_vec() }
}

/// The place of a confidence's bin; a record without one is not sure at all.
fn bin(confidence: Option<f64>) -> usize {
    // Confidences are stored as `f32`: 0.8 comes back a little less or more.
    let sure = confidence.unwrap_or(0.0) + 1e-6;
    BOUNDS.iter().rposition(|bound| sure >= *bound).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_belongs_to_the_bin_above_it() {
        let confidences = [None, Some(0.49), Some(0.5), Some(f64::from(0.8_f32)), Some(1.0)];
        assert_eq!(confidences.map(bin), [0, 0, 1, 4, 5]);
    }

    #[test]
    fn bins_add_up() {
        let bins = BOUNDS.map(|from| Bin { from, n: 2, found: 1, wrong_speaker: 1 });
        let sum = Calibration { bins: bins.to_vec() }.at_least(0.8);
        assert_eq!((sum.n, sum.found, sum.wrong_speaker), (4, 2, 2));
    }
}
