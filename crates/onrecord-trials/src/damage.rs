//! Documents made worse: bytes changed, cut, doubled, taken from elsewhere.

use crate::Chance;

/// What is put in where it hurts: broken letters, marks of all kinds, ends of lines, marks of other encodings, HTML.
const THORNS: &[&[u8]] = &[
    b"\"",
    b"\n",
    b"\n\n",
    b"\r\n",
    b" ",
    b"\x00",
    b"\xD0",
    b"\xFF\xFE",
    b"\xEF\xBB\xBF",
    b"\xC2\xA0",
    b"\xC2\xAD",
    b"\xC2\xAB",
    b"\xC2\xBB",
    b"\xE2\x80\x9C",
    b"\xE2\x80\x94 ",
    b"\xF0\x9F\x98\x80",
    b"<p>",
    b"</p>",
    b"<div class=\"article\">",
    b"<script>",
    b"<!--",
    b"-->",
    b"&amp;",
    b"<a href='",
    b"<table><td>",
];

/// A document made from `document`, with parts of `other` in it.
pub fn damage(document: &[u8], other: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = document.to_vec();
    for _ in 0..=chance.below(12) {
        hurt(&mut bytes, other, chance);
    }
    bytes
}

fn hurt(bytes: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
    let at = chance.below(bytes.len() + 1);
    let end = (at + chance.below(60)).min(bytes.len());
    match chance.below(7) {
        0 => drop(bytes.drain(at..end)),
        1 => bytes.truncate(bytes.len() - chance.below(bytes.len() / 3 + 1)),
        2 => {
            let twice = bytes[at..end].to_vec();
            put(bytes, end, &twice);
        }
        3 => {
            let start = chance.below(other.len());
            let stop = (start + chance.below(200)).min(other.len());
            put(bytes, at, &other[start..stop]);
        }
        4 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << chance.below(8);
            }
        }
        5 => bytes.rotate_left(at),
        _ => put(bytes, at, chance.pick(THORNS).copied().unwrap_or_default()),
    }
}

fn put(bytes: &mut Vec<u8>, at: usize, what: &[u8]) {
    bytes.splice(at..at, what.iter().copied());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_can_be_made_worse_too() {
        for seed in 0..200 {
            damage(b"", b"", &mut Chance::new(seed));
        }
    }

    #[test]
    fn damage_is_the_same_for_the_same_number() {
        let worse = |seed| damage(b"one two three", b"four", &mut Chance::new(seed));
        assert_eq!(worse(3), worse(3));
        assert!((0..20).any(|seed| worse(seed) != b"one two three"));
    }
}
