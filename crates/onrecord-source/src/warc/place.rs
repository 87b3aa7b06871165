//! Where a record begins, as one number that reading can go on from.

/// Where a record begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// Where its packed member begins in the file, or the record itself when nothing is packed.
    pub(crate) offset: u64,
    /// How many records, damaged ones too, stand before it in the member.
    pub(crate) index: u64,
}

/// Set when the record is not the first of its member.
const INSIDE: u64 = 1 << 63;
/// Set when that member is not the first of the file; then offset and index share the bits below.
const LATER: u64 = 1 << 62;
/// Of a later member, so many records can be told apart, and it may begin in the first terabyte.
const INDEX_BITS: u32 = 22;
const MOST: u64 = (1 << INDEX_BITS) - 1;

impl Place {
    pub(crate) fn of_number(number: u64) -> Self {
        match number {
            _ if number & INSIDE == 0 => Self { offset: number, index: 0 },
            _ if number & LATER == 0 => Self { offset: 0, index: number & !INSIDE },
            _ => Self { offset: (number & !(INSIDE | LATER)) >> INDEX_BITS, index: number & MOST },
        }
    }

    /// Most archives pack each record alone, some pack all of them as one; both are exact whatever their size.
    pub(crate) fn number(self) -> u64 {
        match (self.offset, self.index) {
            (offset, 0) => offset & !INSIDE,
            (0, index) => INSIDE | (index & !(INSIDE | LATER)),
            (offset, index) => INSIDE | LATER | (offset << INDEX_BITS) & !(INSIDE | LATER) | index.min(MOST - 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_comes_back_from_its_number() {
        for (offset, index) in [(0, 0), (1 << 50, 0), (0, 1 << 40), (1 << 39, 77), (5, MOST - 1)] {
            let place = Place { offset, index };
            assert_eq!(Place::of_number(place.number()), place);
        }
    }
}
