//! The weights of traits: one flat table in which every trait has a row at a place given by its hash.

use crate::parts::{Parts, WIDTH};

/// Rows start at one of so many places (two to this power).
const BITS: u32 = 21;
/// How long the table is: a row fits behind its last start.
pub(crate) const LENGTH: usize = (1 << BITS) + WIDTH;

/// Where the row of a trait starts.
pub(crate) fn row(hash: u64) -> usize {
    (hash >> (64 - BITS)) as usize
}

/// A table of weights, small or in training.
pub(crate) trait Table {
    /// What rows are added up in.
    type Sums: Sums;
    /// Adds the row at `start` to `sums`.
    fn add(&self, start: usize, sums: &mut Self::Sums);
}

/// Weights of all parts of tags, added up.
pub(crate) trait Sums {
    /// Nothing added yet.
    fn none() -> Self;
    /// The weight of a tag.
    fn of(&self, parts: &Parts) -> i32;
}

/// The table that is shipped: a weight is a byte.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Small(pub(crate) Vec<i8>);

/// Sums of bytes: a word has so few traits that they cannot overflow.
pub(crate) struct SmallSums([i16; WIDTH]);

impl Table for Small {
    type Sums = SmallSums;

    fn add(&self, start: usize, sums: &mut SmallSums) {
        let Some(row) = self.0.get(start..).and_then(<[i8]>::first_chunk::<WIDTH>) else { return };
        for (sum, weight) in sums.0.iter_mut().zip(row) {
            *sum += i16::from(*weight);
        }
    }
}

impl Sums for SmallSums {
    fn none() -> Self {
        Self([0; WIDTH])
    }

    fn of(&self, parts: &Parts) -> i32 {
        parts.places().iter().map(|&place| i32::from(self.0[usize::from(place)])).sum()
    }
}

/// The table in training.
impl Table for Vec<i32> {
    type Sums = [i32; WIDTH];

    fn add(&self, start: usize, sums: &mut [i32; WIDTH]) {
        for (sum, weight) in sums.iter_mut().zip(&self[start..start + WIDTH]) {
            *sum += weight;
        }
    }
}

impl Sums for [i32; WIDTH] {
    fn none() -> Self {
        [0; WIDTH]
    }

    fn of(&self, parts: &Parts) -> i32 {
        parts.places().iter().map(|&place| self[usize::from(place)]).sum()
    }
}
