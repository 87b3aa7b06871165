//! Character references and white space: what a browser would show of a piece of source.

use std::borrow::Cow;

use memchr::memchr;

/// Source with its character references resolved, outside of attributes.
pub(crate) fn decoded(source: &str) -> Cow<'_, str> {
    match memchr(b'&', source.as_bytes()) {
        Some(_) => htmlize::unescape(source),
        None => Cow::Borrowed(source),
    }
}

/// The value of an attribute with its character references resolved.
pub(crate) fn decoded_value(source: &str) -> Cow<'_, str> {
    match memchr(b'&', source.as_bytes()) {
        Some(_) => htmlize::unescape_attribute(source),
        None => Cow::Borrowed(source),
    }
}

/// Whether a character is white space that a browser folds; a no-break space is not.
pub(crate) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\n' | '\t' | '\r' | '\x0c')
}

/// Whether a character is never shown: soft hyphens, marks of byte order, controls.
fn is_nothing(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{feff}' | '\u{200b}' | '\u{2060}' | '\0'..='\x08' | '\x0b' | '\x0e'..='\x1f' | '\x7f')
}

/// Adds text as a browser shows it: white space folded to one space, none at the beginning of a line.
pub(crate) fn push_folded(out: &mut String, text: &str) {
    let mut start = 0;
    let bytes = text.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        // A space between two words is what a browser shows.
        if byte == b' ' && at > start && bytes[at - 1] > b' ' {
            continue;
        }
        // Everything that needs care is a control, a space, or begins with one of these bytes.
        if byte <= b' ' || matches!(byte, 0x7f | 0xc2 | 0xe2 | 0xef) {
            start = push_odd(out, text, start, at);
        }
    }
    out.push_str(text.get(start..).unwrap_or_default());
}

/// Deals with the character at `at`, which may need care; what was not yet added begins at `start`.
fn push_odd(out: &mut String, text: &str, start: usize, at: usize) -> usize {
    let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { return start };
    if !is_space(c) && !is_nothing(c) {
        return start;
    }
    out.push_str(text.get(start..at).unwrap_or_default());
    if is_space(c) && !out.is_empty() && !out.ends_with([' ', '\n']) {
        out.push(' ');
    }
    at + c.len_utf8()
}

/// Ends a line: no space at its end, and no empty line.
pub(crate) fn break_line(out: &mut String) {
    out.truncate(out.trim_end_matches(' ').len());
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: &str) {
        let mut out = String::new();
        push_folded(&mut out, &decoded(source));
        assert_eq!(out, expected);
    }

    #[test]
    fn references_by_name_and_number_are_resolved() {
        check("&laquo;Мост&raquo; &#8212; &#x442;ам &amp; тут", "«Мост» — там & тут");
    }

    #[test]
    fn a_name_without_its_semicolon_is_resolved_in_text_only() {
        check("&copy 2021 &nosuch; &", "© 2021 &nosuch; &");
        assert_eq!(decoded_value("?a=1&copy=2"), "?a=1&copy=2");
    }

    #[test]
    fn white_space_is_folded_and_soft_hyphens_vanish() {
        check(" \n мос&shy;ту\u{200b}  \t не было ", "мосту не было ");
    }

    #[test]
    fn a_no_break_space_stays() {
        check("9&nbsp;мая  —", "9\u{a0}мая —");
    }
}
