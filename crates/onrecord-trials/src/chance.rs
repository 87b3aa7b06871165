//! Numbers that look random and are the same every time.

/// A stream of numbers made from one (xorshift64*).
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The stream of this number.
    pub fn new(seed: u64) -> Self {
        // Zero would stay zero, and small seeds would begin alike.
        Self((seed ^ 0x9E37_79B9_7F4A_7C15).wrapping_mul(0x2545_F491_4F6C_DD1D) | 1)
    }

    /// The next number.
    pub fn next_number(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number below `n`; zero when `n` is.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next_number() >> 16) as usize % n.max(1)
    }

    /// One of the items; none when there are none.
    pub fn pick<'t, T>(&mut self, items: &'t [T]) -> Option<&'t T> {
        items.get(self.below(items.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_is_picked_sooner_or_later() {
        let mut chance = Chance::new(0);
        let mut seen = [false; 10];
        for _ in 0..200 {
            seen[chance.below(10)] = true;
        }
        assert_eq!(seen, [true; 10]);
        assert_eq!(chance.pick::<u8>(&[]), None);
    }
}
