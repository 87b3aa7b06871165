//! The text that a page's JSON-LD gives of its article: the story itself when a script makes all else of the page.

use super::tree::{Tag, Tree};

/// A shorter text, in bytes, is a summary.
const SHORTEST: usize = 300;

/// The longest `articleBody` of a page, in lines.
pub(super) fn told(tree: &Tree<'_>) -> Option<String> {
    let is_linked = |id: &u32| {
        tree.tag(*id) == Tag::Script && tree.attr_source(*id, "type").is_some_and(|kind| kind.ends_with("ld+json"))
    };
    let scripts = tree.descendants(tree.root()).filter(is_linked);
    let body = scripts.flat_map(|id| bodies(tree.raw(id))).max_by_key(String::len)?;
    // It may be written as HTML; where it is plain its lines are kept.
    let body = if body.contains("</") { body } else { body.replace('\n', "<br>") };
    let inside = Tree::parse(&body);
    let text = inside.text(inside.root());
    (text.len() >= SHORTEST).then_some(text)
}

/// The strings called `articleBody` in a JSON source.
fn bodies(source: &str) -> impl Iterator<Item = String> + '_ {
    source.split("\"articleBody\"").skip(1).filter_map(|rest| {
        let rest = rest.trim_start().strip_prefix(':')?.trim_start();
        let literal = rest[..string_end(rest)?].replace(|c: char| c.is_control(), " ");
        serde_json::from_str(&literal).ok()
    })
}

/// Where a string that begins here ends, its marks included.
fn string_end(source: &str) -> Option<usize> {
    let mut is_escaped = false;
    let mut bytes = source.bytes().enumerate();
    bytes.next().filter(|&(_, byte)| byte == b'"')?;
    let end = bytes.find(|&(_, byte)| {
        let is_end = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        is_end
    });
    end.map(|(end, _)| end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str =
        r#"{"a": 1, "articleBody" : "The old bridge\nwas \"closed\" on Monday. \u00ab", "b": "articleBody"}"#;

    #[test]
    fn a_body_is_read_whatever_stands_around_it() {
        let expected = "The old bridge\nwas \"closed\" on Monday. «";
        assert_eq!(bodies(BODY).collect::<Vec<_>>(), [expected]);
        assert_eq!(bodies(&BODY[..30]).count(), 0);
    }

    #[test]
    fn a_body_is_told_in_lines_with_or_without_markup() {
        let line = "The old bridge was closed on Monday, and the new one is open. ".repeat(3);
        for body in [format!("{line}\\n{line}"), format!("<p>{line}</p><p>{line}</p>")] {
            let page = format!("<script type='application/ld+json'>{{\"articleBody\": \"{body}\"}}</script>");
            let text = told(&Tree::parse(&page)).unwrap_or_default();
            let lines: Vec<_> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            assert_eq!(lines, [line.trim(), line.trim()]);
        }
    }
}
