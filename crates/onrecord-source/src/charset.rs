//! Which encoding a page is in: what its head or its server says, unless the letters say otherwise.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding, IBM866, ISO_8859_5, KOI8_R, KOI8_U, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, X_MAC_CYRILLIC,
};

/// A page names its encoding within so many bytes.
const HEAD: usize = 1024;
/// So many letters show what an encoding makes of a page.
const ENOUGH_LETTERS: u32 = 4_000;

/// With so many letters their frequency can be relied on.
const A_SENTENCE: u32 = 40;
/// So many odd letters may be abbreviations.
const LOW: f32 = 0.1;
/// The encodings of Cyrillic letters in one byte.
const CYRILLIC: [&Encoding; 6] = [WINDOWS_1251, KOI8_U, KOI8_R, IBM866, ISO_8859_5, X_MAC_CYRILLIC];

/// How an encoding is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum How {
    /// The page or its server names it, and the letters do not speak against it.
    Declared,
    /// The letters suggest it.
    Guessed,
}

/// The encoding of a page that is not UTF-8; `content_type` is what the server said of it.
pub(crate) fn of_page(bytes: &[u8], content_type: Option<&str>) -> (&'static Encoding, How) {
    let guessed = guess(bytes);
    let served = content_type.and_then(|header| label(header.as_bytes()));
    let named = served.into_iter().chain(in_head(bytes)).filter(|encoding| is_one_of_bytes(encoding));
    for encoding in named {
        if encoding == guessed || is_plausible(bytes, encoding, guessed) {
            return (encoding, How::Declared);
        }
    }
    (guessed, How::Guessed)
}

/// UTF-8 has been tried before, and in two bytes nobody could have read the declaration.
fn is_one_of_bytes(encoding: &'static Encoding) -> bool {
    encoding != UTF_8 && encoding != UTF_16LE && encoding != UTF_16BE
}

/// The encoding that the letters suggest.
pub(crate) fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// The encoding that a `<meta>` in the page's head names.
fn in_head(bytes: &[u8]) -> Option<&'static Encoding> {
    let mut rest = bytes.get(..HEAD).unwrap_or(bytes);
    while let Some(start) = find(rest, b"<meta") {
        let tag = rest.get(start..)?;
        let end = tag.iter().position(|&byte| byte == b'>').unwrap_or(tag.len());
        if let Some(encoding) = label(tag.get(..end)?) {
            return Some(encoding);
        }
        rest = tag.get(end..)?;
    }
    None
}

/// The encoding behind `charset=`.
fn label(text: &[u8]) -> Option<&'static Encoding> {
    let after = text.get(find(text, b"charset")? + b"charset".len()..)?.trim_ascii_start();
    let value = after.strip_prefix(b"=")?.trim_ascii_start();
    let value = value.strip_prefix(b"\"").or(value.strip_prefix(b"'")).unwrap_or(value).trim_ascii_start();
    let end = value.iter().position(|byte| !(byte.is_ascii_alphanumeric() || b"-_:.".contains(byte)));
    Encoding::for_label(value.get(..end.unwrap_or(value.len()))?)
}

fn find(text: &[u8], word: &[u8]) -> Option<usize> {
    text.windows(word.len()).position(|part| part.eq_ignore_ascii_case(word))
}

/// Whether a named encoding makes words of the page, or at least as many as the one that the letters suggest.
fn is_plausible(bytes: &[u8], named: &'static Encoding, guessed: &'static Encoding) -> bool {
    let (of_named, of_guessed) = (Oddness::of(bytes, named), Oddness::of(bytes, guessed));
    // The Cyrillic encodings put each other's letters in each other's places: only their frequency tells them apart.
    if CYRILLIC.contains(&named) && CYRILLIC.contains(&guessed) && of_named.n_letters >= A_SENTENCE {
        return of_guessed.part() > of_named.part() + LOW;
    }
    of_named.part() < LOW || of_named.part() <= of_guessed.part() * 2.0
}

/// How many of a text's letters stand as letters do not in words.
#[derive(Default)]
struct Oddness {
    n_letters: u32,
    n_odd: u32,
}

impl Oddness {
    /// What an encoding makes of bytes.
    fn of(bytes: &[u8], encoding: &'static Encoding) -> Self {
        let mut oddness = Self::default();
        let mut before = ' ';
        // Only what stands among other letters tells anything; markup is the same in all encodings.
        for run in bytes.split(|byte| byte.is_ascii_whitespace() || matches!(byte, b'<' | b'>' | b'"' | b'=')) {
            if run.is_ascii() {
                continue;
            }
            let (text, _) = encoding.decode_without_bom_handling(run);
            for c in text.chars() {
                oddness.add(before, c);
                before = c;
            }
            before = ' ';
            if oddness.n_letters >= ENOUGH_LETTERS {
                break;
            }
        }
        oddness
    }

    fn add(&mut self, before: char, c: char) {
        if c.is_ascii() {
            return;
        }
        self.n_letters += 1;
        self.n_odd += u32::from(is_odd(before, c));
    }

    fn part(&self) -> f32 {
        self.n_odd as f32 / self.n_letters.max(1) as f32
    }
}

/// Whether a character that is not ASCII is odd after another one: no character at all, a capital inside a word, two
/// accented Latin letters side by side, a letter of another alphabet, a sign in the middle of a word.
fn is_odd(before: char, c: char) -> bool {
    let is_inside = before.is_alphabetic();
    match c {
        '\u{80}'..='\u{9f}' | '\u{fffd}' | '\u{e000}'..='\u{f8ff}' => true,
        _ if is_latin(c) => is_inside && (is_latin(before) && !before.is_ascii() || is_cyrillic(before)),
        _ if is_cyrillic(c) => is_inside && (c.is_uppercase() || is_latin(before)),
        // Box drawing and the like, and currency or copyright signs inside words.
        '\u{2500}'..='\u{25ff}' | '¤' | '¦' | '¬' | '±' | '¶' => true,
        '©' | '®' | '°' | 'µ' | '¨' | '¸' | 'º' | '¿' | '³' => is_inside && !is_latin(before),
        _ => false,
    }
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}')
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

#[cfg(test)]
mod tests {
    use encoding_rs::WINDOWS_1252;

    use super::*;

    const RUSSIAN: &str = "Мэр города заявил, что мост через реку откроют в начале мая. По его словам, движение пустят утром. \
                           «Мы ждали этого три года», — сказала жительница Заречья Анна Миронова.";
    const UKRAINIAN: &str = "Міський голова заявив, що міст через річку відкриють на початку травня. За його словами, рух пустять \
                             уранці. «Ми чекали на це три роки», — сказала мешканка Заріччя Ганна Мироненко. Її сім’я їздить в об’їзд.";

    fn page(declared: &str, text: &str, encoding: &'static Encoding) -> Vec<u8> {
        let html = format!("<html><head>{declared}<title>{text}</title></head><body><p>{text}</p></body></html>");
        encoding.encode(&html).0.into_owned()
    }

    fn check(declared: &str, text: &str, encoding: &'static Encoding) -> (&'static Encoding, How) {
        let bytes = page(declared, text, encoding);
        let (found, how) = of_page(&bytes, None);
        let (decoded, _) = found.decode_without_bom_handling(&bytes);
        let (expected, _) = encoding.decode_without_bom_handling(&bytes);
        assert_eq!(decoded, expected, "{declared} {}", encoding.name());
        (found, how)
    }

    #[test]
    fn cyrillic_is_recognised_without_a_declaration() {
        for text in [RUSSIAN, UKRAINIAN] {
            for encoding in [WINDOWS_1251, KOI8_U] {
                check("", text, encoding);
            }
        }
        check("", RUSSIAN, ISO_8859_5);
        check("", RUSSIAN, IBM866);
    }

    #[test]
    fn a_wrong_declaration_loses_to_the_letters() {
        for text in [RUSSIAN, UKRAINIAN] {
            for wrong in [
                "utf-8",
                "iso-8859-1",
                "windows-1252",
                "koi8-r",
                "ibm866",
                "iso-8859-5",
                "iso-8859-2",
                "utf-16",
                "no-such",
            ] {
                check(&format!("<meta charset=\"{wrong}\">"), text, WINDOWS_1251);
            }
            for wrong in ["utf-8", "iso-8859-1", "windows-1251", "ibm866", "iso-8859-5", "gb2312"] {
                check(&format!("<meta charset={wrong}>"), text, KOI8_U);
            }
        }
    }

    #[test]
    fn a_right_declaration_is_believed() {
        let how = |declared: &str, text: &str, encoding| check(declared, text, encoding).1;
        assert_eq!(
            how("<META http-equiv=Content-Type content='text/html; charset = windows-1251'>", RUSSIAN, WINDOWS_1251),
            How::Declared
        );
        assert_eq!(how("<meta charset='koi8-u'>", UKRAINIAN, KOI8_U), How::Declared);
        assert_eq!(
            how("<meta charset=latin1>", "Le café de l’été est fermé à Genève, dit-il.", WINDOWS_1252),
            How::Declared
        );
        assert_eq!(
            how("<meta charset=iso-8859-1>", "Größe, Äpfel und Öl: „Straße“ heißt sie.", WINDOWS_1252),
            How::Declared
        );
        assert_eq!(how("<meta charset=windows-1251>", "Мост", WINDOWS_1251), How::Declared);
    }

    #[test]
    fn what_the_server_says_goes_first() {
        let bytes = page("<meta charset=iso-8859-1>", "Мост", WINDOWS_1251);
        assert_eq!(of_page(&bytes, Some("text/html; charset=windows-1251")), (WINDOWS_1251, How::Declared));
    }

    #[test]
    fn a_declaration_stands_in_a_meta_element() {
        assert_eq!(
            in_head(b"<p>charset=koi8-r <meta name=a content=b><meta charset=windows-1251>"),
            Some(WINDOWS_1251)
        );
        assert_eq!(in_head(b"<script>var charset='koi8-r'</script>"), None);
        assert_eq!(in_head(&[b" ".repeat(2_000), b"<meta charset=koi8-r>".to_vec()].concat()), None);
    }
}
