//! Texts that look like news from far away: pieces of sentences in any order.

use crate::Chance;

/// The pieces, one a line; `\n`, `\t` and `\u{…}` are written as in Rust.
const PIECES: &str = include_str!("../pieces.txt");

/// A text of up to eighty pieces.
pub fn news(chance: &mut Chance) -> String {
    pieces(chance).concat()
}

/// The pieces of such a text.
pub(crate) fn pieces(chance: &mut Chance) -> Vec<String> {
    let all: Vec<&str> = PIECES.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")).collect();
    let n = chance.below(80);
    (0..n).map(|_| piece(&all, chance)).collect()
}

/// Mostly a piece with a space after it; now and then a new line, or one letter from anywhere.
fn piece(all: &[&str], chance: &mut Chance) -> String {
    match chance.below(16) {
        0 => char::from_u32(chance.below(0x11_0000) as u32).unwrap_or('\u{fffd}').to_string(),
        1 => char::from(chance.below(128) as u8).to_string(),
        2 => "\n".to_owned(),
        3 => ".\n\n".to_owned(),
        how => {
            let piece = chance.pick(all).map(|piece| unescaped(piece)).unwrap_or_default();
            if how < 7 { piece } else { piece + " " }
        }
    }
}

fn unescaped(piece: &str) -> String {
    let mut letters = String::with_capacity(piece.len());
    let mut rest = piece;
    while let Some((before, after)) = rest.split_once('\\') {
        letters.push_str(before);
        let (letter, tail) = escape(after);
        letters.push(letter);
        rest = tail;
    }
    letters + rest
}

/// The letter that stands after a backslash, and what follows it.
fn escape(after: &str) -> (char, &str) {
    let code = after.strip_prefix("u{").and_then(|code| code.split_once('}'));
    if let Some((digits, tail)) = code {
        let letter = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
        return (letter.unwrap_or('\u{fffd}'), tail);
    }
    let mut letters = after.chars();
    let letter = match letters.next() {
        Some('n') => '\n',
        Some('t') => '\t',
        other => other.unwrap_or('\\'),
    };
    (letter, letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_letters() {
        assert_eq!(unescaped("a\\nb\\u{a0}\\\\ c"), "a\nb\u{a0}\\ c");
        assert_eq!(unescaped("end\\"), "end\\");
    }

    #[test]
    fn texts_differ_from_number_to_number() {
        let texts: std::collections::BTreeSet<String> = (0..100).map(|seed| news(&mut Chance::new(seed))).collect();
        assert!(texts.len() > 95);
    }
}
