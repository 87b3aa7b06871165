//! What a server answered, as web archives keep it: the head of HTTP, and the codings around the page.

mod chunked;
mod codings;

pub(crate) use codings::{Uncoded, uncoded};
use memchr::memmem;

/// A longer head is none.
const LONGEST_HEAD: usize = 256 * 1024;

/// The head of an answer.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) content_type: Option<String>,
    /// The codings of the content, in the order in which they were laid on.
    pub(crate) codings: Vec<String>,
    pub(crate) is_chunked: bool,
    /// Where the content begins.
    pub(crate) n_head: usize,
}

impl Answer {
    /// Reads the head; `None` when it is none.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let bytes = bytes.get(..LONGEST_HEAD).unwrap_or(bytes);
        let n_head = head_end(bytes)?;
        let head = String::from_utf8_lossy(bytes.get(..n_head)?);
        let mut lines = head.lines();
        let status = status(lines.next()?)?;
        let mut answer = Self { status, n_head, ..Self::default() };
        for (name, value) in lines.filter_map(|line| line.split_once(':')) {
            answer.set(name.trim(), value.trim());
        }
        Some(answer)
    }

    fn set(&mut self, name: &str, value: &str) {
        let list = || value.split(',').map(|coding| coding.trim().to_ascii_lowercase());
        if name.eq_ignore_ascii_case("content-type") {
            self.content_type.get_or_insert_with(|| value.to_owned());
        } else if name.eq_ignore_ascii_case("content-encoding") {
            self.codings.extend(list().filter(|coding| !matches!(coding.as_str(), "" | "identity" | "none")));
        } else if name.eq_ignore_ascii_case("transfer-encoding") {
            self.is_chunked |= list().any(|coding| coding == "chunked");
        }
    }
}

fn status(line: &str) -> Option<u16> {
    let mut words = line.split_ascii_whitespace();
    words.next().filter(|version| version.starts_with("HTTP/") || *version == "ICY")?;
    words.next()?.parse().ok()
}

/// Behind the empty line that closes the head; a head alone is one too.
fn head_end(bytes: &[u8]) -> Option<usize> {
    let end = memmem::find(bytes, b"\r\n\r\n").map(|at| at + 4);
    let bare = memmem::find(bytes.get(..end.unwrap_or(bytes.len()))?, b"\n\n").map(|at| at + 2);
    bare.or(end).or_else(|| bytes.ends_with(b"\n").then_some(bytes.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(head: &str) -> Answer {
        Answer::read(head.as_bytes()).expect("a head")
    }

    #[test]
    fn a_head_names_status_type_and_codings() {
        let answer = check(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=koi8-u\r\nCONTENT-ENCODING: gzip, br\r\n\r\n<p>",
        );
        assert_eq!((answer.status, answer.content_type.as_deref()), (200, Some("text/html; charset=koi8-u")));
        assert_eq!((answer.codings, answer.is_chunked), (vec!["gzip".to_owned(), "br".to_owned()], false));
    }

    #[test]
    fn bare_line_ends_and_missing_words_are_borne() {
        let answer = check("HTTP/2 301\nTransfer-Encoding: Chunked\nno colon\n\nrest");
        assert_eq!((answer.status, answer.is_chunked, answer.n_head), (301, true, 48));
        assert_eq!(check("HTTP/1.0 404 Not Found\r\n").n_head, 24);
    }

    #[test]
    fn anything_else_is_no_head() {
        for text in ["", "<html>\n\n", "HTTP/1.1\r\n\r\n", "HTTP/1.1 OK\r\n\r\n", "HTTP/1.1 200 OK"] {
            assert_eq!(Answer::read(text.as_bytes()), None, "{text}");
        }
    }
}
