//! Bytes to words: UTF-8 where it is, else the encoding the page names or the letters suggest.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};
use onrecord_model::Notice;

use crate::charset::{self, guess};

/// Words, and what was noticed on the way.
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) notices: Vec<Notice>,
}

/// The bytes are no text: there is a zero byte.
pub(crate) struct Binary {
    pub(crate) offset: usize,
}

/// Decodes a document. A byte-order mark is removed.
pub(crate) fn text(bytes: &[u8], is_html: bool) -> Result<Decoded, Binary> {
    if let Some((encoding, n_mark)) = Encoding::for_bom(bytes) {
        return Ok(from_encoding(bytes.get(n_mark..).unwrap_or_default(), encoding, How::Mark));
    }
    if let Some(offset) = bytes.iter().position(|&byte| byte == 0) {
        return Err(Binary { offset });
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Decoded { text: text.to_owned(), notices: Vec::new() });
    }
    if is_mostly_utf8(bytes) {
        return Ok(from_encoding(bytes, UTF_8, How::Mark));
    }
    if !is_html {
        return Ok(from_encoding(bytes, guess(bytes), How::Guessed));
    }
    let (encoding, how) = charset::of_page(bytes, None);
    Ok(from_encoding(bytes, encoding, if how == charset::How::Guessed { How::Guessed } else { How::Declared }))
}

/// How an encoding is known.
#[derive(Clone, Copy, PartialEq)]
enum How {
    Mark,
    Declared,
    Guessed,
}

fn from_encoding(bytes: &[u8], encoding: &'static Encoding, how: How) -> Decoded {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    let mut notices = Vec::new();
    if encoding != UTF_8 {
        let why = if how == How::Guessed { " (guessed from its letters)" } else { "" };
        notices.push(Notice::new("decoded-from", format!("the text was decoded from {}{why}", encoding.name())));
    }
    if had_errors {
        let name = if encoding == UTF_8 { "UTF-8" } else { encoding.name() };
        let what = format!("some bytes are not {name}; they were replaced by U+FFFD");
        notices.push(Notice::new(if encoding == UTF_8 { "broken-utf8" } else { "broken-encoding" }, what));
    }
    Decoded { text: Cow::into_owned(text), notices }
}

/// Whether sound sequences of several bytes outnumber broken ones: then it is UTF-8 that was damaged.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut n_sound, mut n_broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        n_sound += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        n_broken += usize::from(!chunk.invalid().is_empty());
    }
    n_sound > n_broken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], is_html: bool, expected: &str, codes: &[&str]) {
        let decoded = text(bytes, is_html).ok().expect("text");
        assert_eq!(decoded.text, expected);
        assert_eq!(decoded.notices.iter().map(|notice| notice.code).collect::<Vec<_>>(), codes);
    }

    fn in_1251(text: &str) -> Vec<u8> {
        encoding_rs::WINDOWS_1251.encode(text).0.into_owned()
    }

    #[test]
    fn sound_utf8_needs_no_notice_and_loses_its_mark() {
        check("\u{feff}Дождь".as_bytes(), false, "Дождь", &[]);
    }

    #[test]
    fn damaged_utf8_is_kept_as_far_as_it_goes() {
        let mut bytes = "Мост открыли ".as_bytes().to_vec();
        bytes.push(0xD0);
        bytes.extend(" в мае".as_bytes());
        check(&bytes, false, "Мост открыли \u{fffd} в мае", &["broken-utf8"]);
    }

    #[test]
    fn cyrillic_in_a_one_byte_encoding_is_recognised() {
        let sentence = "Мэр города заявил, что мост через реку откроют в начале мая.";
        check(&in_1251(sentence), false, sentence, &["decoded-from"]);
    }

    #[test]
    fn the_encoding_that_a_page_names_is_believed() {
        let page = "<html><meta charset=\"windows-1251\"><p>Мост</p>";
        check(&in_1251(page), true, page, &["decoded-from"]);
    }

    #[test]
    fn two_byte_text_with_a_mark_is_text() {
        let bytes: Vec<u8> = "\u{feff}Мост".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&bytes, false, "Мост", &["decoded-from"]);
    }

    #[test]
    fn a_zero_byte_is_no_text() {
        assert!(text(b"ab\0c", false).is_err_and(|binary| binary.offset == 2));
    }
}
