//! What an input holds, by its name or by how it begins.

use std::path::Path;

/// What an input holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InputKind {
    /// One article as plain text.
    Text,
    /// One HTML page.
    Html,
    /// One JSON object a line.
    Lines,
    /// A web archive.
    Warc,
    /// A feed or a sitemap.
    Feed,
    /// Standard input or a pipe: what it holds shows when it is read.
    Stream,
}

/// The endings of compressed files.
const PACKED: [&str; 2] = ["gz", "zst"];

/// What a file's ending says, below a `.gz` or `.zst`; `None` when it says nothing we know.
pub(crate) fn by_name(path: &Path) -> Option<InputKind> {
    let name = path.file_name()?.to_string_lossy().to_ascii_lowercase();
    match name_and_ending(unpacked(&name)).1 {
        "txt" | "text" => Some(InputKind::Text),
        "html" | "htm" | "xhtml" => Some(InputKind::Html),
        "ndjson" | "jsonl" => Some(InputKind::Lines),
        "warc" | "wet" | "wat" => Some(InputKind::Warc),
        "rss" | "atom" => Some(InputKind::Feed),
        _ => None,
    }
}

/// Whether a file in a folder is worth a look: feeds are often called `.xml`, which says nothing by itself.
pub(crate) fn is_known(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    by_name(path).is_some() || name_and_ending(unpacked(&name)).1.eq_ignore_ascii_case("xml")
}

/// The elements that a feed or a sitemap opens with.
const FEEDS: [&[u8]; 5] = [b"<rss", b"<feed", b"<rdf:rdf", b"<urlset", b"<sitemapindex"];

/// What the first bytes say: an object opens lines of JSON, a tag opens HTML, all else is text.
pub(crate) fn by_look(head: &[u8]) -> InputKind {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    if opens_object(head) {
        return InputKind::Lines;
    }
    if head.starts_with(b"WARC/1.") {
        return InputKind::Warc;
    }
    let start = head.get(..1024).unwrap_or(head).to_ascii_lowercase();
    let has = |tag: &[u8]| start.windows(tag.len()).any(|window| window == tag);
    match start.starts_with(b"<") {
        true if has(b"<html") || has(b"<!doctype html") => InputKind::Html,
        true if FEEDS.iter().any(|tag| has(tag)) => InputKind::Feed,
        true if has(b"<!doctype") => InputKind::Html,
        _ => InputKind::Text,
    }
}

/// `{` and then a key, the end of the object, or the end of the line.
fn opens_object(head: &[u8]) -> bool {
    let Some(rest) = head.strip_prefix(b"{") else { return false };
    let next = rest.iter().find(|byte| !matches!(byte, b' ' | b'\t' | b'\r'));
    matches!(next, Some(b'"' | b'}' | b'\n') | None)
}

/// A file's name without its folder and endings: `a/news.ndjson.gz` is `news`.
pub fn stem(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_string_lossy();
    let known = ["txt", "text", "html", "htm", "xhtml", "ndjson", "jsonl", "warc"];
    let open = unpacked(&name);
    let (front, ending) = name_and_ending(open);
    let stem = if known.iter().any(|known| ending.eq_ignore_ascii_case(known)) { front } else { plain_stem(open) };
    Some(stem.to_owned())
}

/// The name before the last dot; the whole name when the dot comes first.
fn plain_stem(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((front, ending)) if !front.is_empty() && ending.len() <= 5 && !ending.contains(' ') => front,
        _ => name,
    }
}

fn unpacked(name: &str) -> &str {
    match name_and_ending(name) {
        (front, ending) if PACKED.iter().any(|packed| ending.eq_ignore_ascii_case(packed)) => front,
        _ => name,
    }
}

fn name_and_ending(name: &str) -> (&str, &str) {
    name.rsplit_once('.').filter(|(front, _)| !front.is_empty()).unwrap_or((name, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_below_the_packing_decides() {
        let cases = [("a.txt", InputKind::Text), ("b.HTM.gz", InputKind::Html), ("c.ndjson.zst", InputKind::Lines)];
        for (name, kind) in cases {
            assert_eq!(by_name(Path::new(name)), Some(kind), "{name}");
        }
        assert_eq!(by_name(Path::new("notes.md")), None);
    }

    #[test]
    fn a_stem_has_no_folder_and_no_ending() {
        let cases =
            [("x/a.txt", "a"), ("b.jsonl.gz", "b"), ("01.02.txt", "01.02"), ("readme", "readme"), (".txt", ".txt")];
        for (name, expected) in cases {
            assert_eq!(stem(Path::new(name)).as_deref(), Some(expected), "{name}");
        }
    }

    #[test]
    fn the_first_bytes_tell_the_kinds_apart() {
        let cases: [(&str, InputKind); 9] = [
            ("{\"text\": \"a\"}", InputKind::Lines),
            ("\u{feff} {\n", InputKind::Lines),
            ("{curly} words", InputKind::Text),
            ("<!DOCTYPE html><p>", InputKind::Html),
            ("<?xml version=\"1.0\"?><html>", InputKind::Html),
            ("<?xml version=\"1.0\"?>\n<rss version=\"2.0\">", InputKind::Feed),
            ("<!DOCTYPE rdf [ ]><rdf:RDF>", InputKind::Feed),
            ("WARC/1.1\r\n", InputKind::Warc),
            ("<3 this", InputKind::Text),
        ];
        for (head, kind) in cases {
            assert_eq!(by_look(head.as_bytes()), kind, "{head}");
        }
    }
}
