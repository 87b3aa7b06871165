//! Bytes to words: UTF-8 where it is, else the encoding the page names or the letters suggest.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use onrecord_model::Notice;

use crate::charset::{self, guess};
use crate::foreign::foreign;

/// Words, and what was noticed on the way.
pub(crate) struct Decoded {
    pub(crate) text: String,
    /// Where in the bytes the text begins, when it stands there letter for letter.
    pub(crate) at: Option<u32>,
    pub(crate) notices: Vec<Notice>,
}

/// The bytes are no text, and why.
#[derive(Debug)]
pub(crate) struct Binary {
    pub(crate) why: String,
}

/// What the bytes are said to be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Form<'s> {
    /// Plain text.
    Plain,
    /// A page, and the content type that its server gave it.
    Html(Option<&'s str>),
}

/// One zero byte among so many others was left in a page by accident.
const FEW_ZEROS: usize = 500;

/// Decodes a document. A byte-order mark is removed.
pub(crate) fn text(bytes: &[u8], form: Form<'_>) -> Result<Decoded, Binary> {
    if let Some((encoding, n_mark)) = Encoding::for_bom(bytes) {
        let mut decoded = from_encoding(bytes.get(n_mark..).unwrap_or_default(), encoding, How::Mark);
        let is_as_it_stands = encoding == UTF_8 && decoded.notices.is_empty();
        decoded.at = if is_as_it_stands { u32::try_from(n_mark).ok() } else { None };
        return Ok(decoded);
    }
    if let Some(what) = foreign(bytes) {
        return Err(Binary { why: format!("it is {what}, not text") });
    }
    match memchr::memchr(0, bytes) {
        None => Ok(without_zeros(bytes, form)),
        Some(first) => with_zeros(bytes, form, first),
    }
}

/// Text of two bytes a letter without a mark, or a page with a few stray zeros; anything else is no text.
fn with_zeros(bytes: &[u8], form: Form<'_>, first: usize) -> Result<Decoded, Binary> {
    if let Some(encoding) = two_bytes(bytes) {
        return Ok(from_encoding(bytes, encoding, How::Guessed));
    }
    let kept: Vec<u8> = bytes.iter().copied().filter(|&byte| byte != 0).collect();
    let n_zeros = bytes.len() - kept.len();
    if matches!(form, Form::Plain) || n_zeros > bytes.len() / FEW_ZEROS + 1 || kept.is_empty() {
        return Err(Binary { why: format!("it is not text (a zero byte at {first})") });
    }
    let mut decoded = Decoded { at: None, ..without_zeros(&kept, form) };
    decoded.notices.push(Notice::new("zero-bytes", format!("{n_zeros} zero bytes were left out")));
    Ok(decoded)
}

/// UTF-16 by its zeros: in markup and punctuation every second byte is one.
fn two_bytes(bytes: &[u8]) -> Option<&'static Encoding> {
    let count = |parity| bytes.iter().skip(parity).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (count(0), count(1));
    let is_so = |many: usize, few: usize| many > 20 * few + 8 && 20 * many > bytes.len();
    match () {
        () if is_so(odd, even) => Some(UTF_16LE),
        () if is_so(even, odd) => Some(UTF_16BE),
        () => None,
    }
}

fn without_zeros(bytes: &[u8], form: Form<'_>) -> Decoded {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: text.to_owned(), at: Some(0), notices: Vec::new() };
    }
    if is_mostly_utf8(bytes) {
        return from_encoding(bytes, UTF_8, How::Mark);
    }
    let Form::Html(served) = form else { return from_encoding(bytes, guess(bytes), How::Guessed) };
    let (encoding, how) = charset::of_page(bytes, served);
    from_encoding(bytes, encoding, if how == charset::How::Guessed { How::Guessed } else { How::Declared })
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
    Decoded { text: Cow::into_owned(text), at: None, notices }
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

    fn check(bytes: &[u8], form: Form<'_>, expected: &str, codes: &[&str]) {
        let decoded = text(bytes, form).expect("text");
        assert_eq!(decoded.text, expected);
        assert_eq!(decoded.notices.iter().map(|notice| notice.code.as_ref()).collect::<Vec<_>>(), codes);
    }

    fn in_1251(text: &str) -> Vec<u8> {
        encoding_rs::WINDOWS_1251.encode(text).0.into_owned()
    }

    #[test]
    fn sound_utf8_needs_no_notice_and_loses_its_mark() {
        check("\u{feff}Дождь".as_bytes(), Form::Plain, "Дождь", &[]);
    }

    #[test]
    fn damaged_utf8_is_kept_as_far_as_it_goes() {
        let mut bytes = "Мост открыли ".as_bytes().to_vec();
        bytes.push(0xD0);
        bytes.extend(" в мае".as_bytes());
        check(&bytes, Form::Plain, "Мост открыли \u{fffd} в мае", &["broken-utf8"]);
    }

    #[test]
    fn cyrillic_in_a_one_byte_encoding_is_recognised() {
        let sentence = "Мэр города заявил, что мост через реку откроют в начале мая.";
        check(&in_1251(sentence), Form::Plain, sentence, &["decoded-from"]);
    }

    #[test]
    fn the_encoding_that_a_page_names_is_believed() {
        let page = "<html><meta charset=\"windows-1251\"><p>Мост</p>";
        check(&in_1251(page), Form::Html(None), page, &["decoded-from"]);
    }

    #[test]
    fn two_byte_text_with_a_mark_is_text() {
        let bytes: Vec<u8> = "\u{feff}Мост".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&bytes, Form::Plain, "Мост", &["decoded-from"]);
    }

    #[test]
    fn a_zero_byte_is_no_text() {
        let why = text(b"ab\0c", Form::Plain).err().map(|binary| binary.why);
        assert_eq!(why.as_deref(), Some("it is not text (a zero byte at 2)"));
        assert!(text(b"<p>\0\0\0\0", Form::Html(None)).is_err());
    }

    #[test]
    fn a_page_survives_a_stray_zero_byte() {
        check(b"<p>A br\0idge</p>", Form::Html(None), "<p>A bridge</p>", &["zero-bytes"]);
    }

    #[test]
    fn two_byte_text_without_a_mark_is_text() {
        let page = "<html><body><p>Мост открыли в мае.</p></body></html>";
        let bytes: Vec<u8> = page.encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&bytes, Form::Html(None), page, &["decoded-from"]);
    }

    #[test]
    fn other_files_are_called_what_they_are() {
        let why = text(b"%PDF-1.7 no zero byte", Form::Html(None)).err().map(|binary| binary.why);
        assert_eq!(why.as_deref(), Some("it is a PDF document, not text"));
    }

    #[test]
    fn the_encoding_that_the_server_names_is_believed() {
        let page = "<html><p>Мост</p>";
        check(&in_1251(page), Form::Html(Some("text/html; charset=windows-1251")), page, &["decoded-from"]);
    }
}
