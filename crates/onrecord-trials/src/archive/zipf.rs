//! Draws in which few things are common and most are rare.

use crate::Chance;

/// Ranks drawn by the law of Zipf and Mandelbrot, in whole numbers, so that every machine draws the same.
#[derive(Clone, Debug)]
pub(super) struct Zipf {
    /// The sum of the weights up to each rank.
    sums: Vec<u64>,
}

impl Zipf {
    /// `n` ranks; the head is the flatter, the greater `shift` is.
    pub(super) fn new(n: usize, shift: u64) -> Self {
        Self::of((0..n as u64).map(|rank| (1 << 40) / (rank + shift.max(1))))
    }

    /// Ranks of these weights.
    pub(super) fn of(weights: impl IntoIterator<Item = u64>) -> Self {
        let add = |sum: &mut u64, weight: u64| {
            *sum += weight;
            Some(*sum)
        };
        Self { sums: weights.into_iter().scan(0, add).collect() }
    }

    /// A rank; zero when there are none.
    pub(super) fn draw(&self, chance: &mut Chance) -> usize {
        let whole = self.sums.last().copied().unwrap_or_default();
        self.rank(chance.next_number() % whole.max(1))
    }

    /// The rank on which a number below the whole falls.
    fn rank(&self, number: u64) -> usize {
        self.sums.partition_point(|&sum| sum <= number).min(self.sums.len().saturating_sub(1))
    }

    /// The rank on which the part `of` equal `parts` of the whole falls, and how far into it, in thousandths.
    pub(super) fn share(&self, of: u64, parts: u64) -> (usize, u64) {
        let whole = u128::from(self.sums.last().copied().unwrap_or_default());
        let number = (whole * u128::from(of) / u128::from(parts.max(1))) as u64;
        let rank = self.rank(number);
        let before = rank.checked_sub(1).map_or(0, |before| self.sums[before]);
        let weight = self.sums.get(rank).map_or(1, |sum| sum - before).max(1);
        (rank, (number - before.min(number)) * 1000 / weight)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_is_the_commonest_and_the_last_comes_too() {
        let (zipf, mut chance) = (Zipf::new(10, 1), Chance::new(1));
        let mut counts = [0; 10];
        for _ in 0..10_000 {
            counts[zipf.draw(&mut chance)] += 1;
        }
        assert!(counts[0] > 3 * counts[5] && counts[9] > 0, "{counts:?}");
    }

    #[test]
    fn shares_go_through_all_ranks() {
        let zipf = Zipf::of([1000, 3000]);
        assert_eq!([zipf.share(0, 4), zipf.share(1, 4), zipf.share(3, 4)], [(0, 0), (1, 0), (1, 666)]);
    }
}
