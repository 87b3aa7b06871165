//! Words of strangers made harmless: nothing in them can steer a terminal.

use std::borrow::Cow;

/// Text without control characters: white space is a space, all else a visible picture of itself.
pub(crate) fn safe(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|letter| is_unsafe(letter) || letter.is_control()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(picture).collect())
}

/// Whether terminals obey a character: controls (but not white space), directions, line separators, and invisible tags.
pub(crate) fn is_unsafe(letter: char) -> bool {
    match letter {
        '\n' | '\t' | '\r' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' => true,
        '\u{e0000}'..='\u{e007f}' => true,
        _ => letter.is_control(),
    }
}

fn picture(letter: char) -> char {
    match letter {
        '\n' | '\t' | '\r' | '\u{2028}' | '\u{2029}' => ' ',
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(letter)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        _ if is_unsafe(letter) => '\u{fffd}',
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_become_pictures() {
        assert_eq!(safe("a\u{1b}[31mb\u{7}\u{9b}0m\u{202e}c\n"), "a\u{241b}[31mb\u{2407}\u{fffd}0m\u{fffd}c ");
    }

    #[test]
    fn ordinary_words_are_not_copied() {
        assert!(matches!(safe("Слова, «кавычки» и\u{a0}пробелы"), Cow::Borrowed(_)));
    }
}
