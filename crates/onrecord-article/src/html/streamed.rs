//! Pages whose parts are sent later and put in their places by a script, as React sends them.

use std::borrow::Cow;
use std::ops::Range;

use hashbrown::{HashMap, HashSet};
use memchr::memmem::find;

/// A part that was sent later, and the places that wait for one, begin with these.
const PARTS: [&str; 2] = [r#"<div hidden id="S:"#, r#"<div hidden="" id="S:"#];
const PLACES: [&str; 2] = [r#"<template id="B:"#, r#"<template id="P:"#];
/// Parts stand in parts, but not deeper than this.
const DEEPEST: usize = 64;
/// An id, and what is shown until a part comes, are no longer than this, in bytes.
const LONGEST_ID: usize = 16;
const LONGEST_FALLBACK: usize = 1 << 16;

/// A part: all of it in the page, and what is inside.
struct Part {
    whole: Range<usize>,
    inner: Range<usize>,
}

/// The page with each part in its place; where nothing waits for a part it stays where it is.
pub(super) fn assembled(html: &str) -> Cow<'_, str> {
    if find(html.as_bytes(), br#" id="S:"#).is_none() {
        return Cow::Borrowed(html);
    }
    let waiting: HashSet<&str> = PLACES.iter().flat_map(|place| html.split(place).skip(1)).map(up_to_mark).collect();
    let mut parts = parts(html);
    parts.retain(|id, _| waiting.contains(id));
    let mut moved: Vec<Range<usize>> = parts.values().map(|part| part.whole.clone()).collect();
    moved.sort_by_key(|range| range.start);
    let mut assembly = Assembly { html, parts, out: String::with_capacity(html.len()) };
    let mut at = 0;
    for range in moved {
        assembly.write(at..range.start.max(at), 0);
        at = range.end.max(at);
    }
    assembly.write(at..html.len(), 0);
    Cow::Owned(assembly.out)
}

/// The parts by their ids.
fn parts(html: &str) -> HashMap<&str, Part> {
    let mut found = HashMap::new();
    for start in PARTS {
        let mut at = 0;
        while let Some(place) = html[at..].find(start).map(|place| at + place) {
            let Some((id, inner)) = id_and_inner(html, place + start.len()) else { break };
            let end = end_of_div(html, inner);
            at = end.end;
            found.insert(id, Part { whole: place..end.end, inner: inner..end.start });
        }
    }
    found
}

/// An id that begins here, and where the content of its element does.
fn id_and_inner(html: &str, at: usize) -> Option<(&str, usize)> {
    let id = up_to_mark(html.get(at..)?);
    let inner = at + html[at..].find('>')? + 1;
    Some((id, inner))
}

/// An id that begins here: up to the quotation mark, if that is near.
fn up_to_mark(source: &str) -> &str {
    let end = source.bytes().take(LONGEST_ID).position(|byte| byte == b'"');
    end.map_or("", |end| &source[..end])
}

/// Where the end tag of a `div` is whose content begins here.
fn end_of_div(html: &str, inner: usize) -> Range<usize> {
    let (mut depth, mut at) = (1, inner);
    while let Some(place) = html[at..].find("div").map(|place| at + place) {
        at = place + 3;
        let before = &html[..place];
        depth = if before.ends_with("</") { depth - 1 } else { depth + usize::from(before.ends_with('<')) };
        if depth == 0 {
            let past = html[at..].find('>').map_or(html.len(), |past| at + past + 1);
            return place - 2..past;
        }
    }
    html.len()..html.len()
}

/// A page on its way to being whole.
struct Assembly<'h> {
    html: &'h str,
    parts: HashMap<&'h str, Part>,
    out: String,
}

impl Assembly<'_> {
    /// Writes a stretch of the page, with parts in their places.
    fn write(&mut self, range: Range<usize>, depth: usize) {
        let (html, mut at) = (self.html, range.start);
        while let Some(place) = html[at..range.end].find("<template id=\"").map(|place| at + place) {
            self.out.push_str(&html[at..place]);
            at = place + 1;
            let start = PLACES.iter().find(|start| html[place..].starts_with(**start));
            let id = start.map(|start| up_to_mark(&html[place + start.len()..]));
            match id.and_then(|id| self.parts.remove(id)).filter(|_| depth < DEEPEST) {
                Some(part) => {
                    self.write(part.inner, depth + 1);
                    at = past_fallback(html, place, range.end);
                }
                None => self.out.push('<'),
            }
        }
        self.out.push_str(&html[at..range.end]);
    }
}

/// Where what is shown until the part comes ends: at the end of the boundary's comment, or of the place itself.
fn past_fallback(html: &str, place: usize, end: usize) -> usize {
    let past = html[place..end].find("</template>").map_or(end, |past| place + past + "</template>".len());
    if !html[..place].ends_with("<!--$?-->") {
        return past;
    }
    let (mut depth, mut at) = (1, past);
    let end = html.floor_char_boundary(end.min(past + LONGEST_FALLBACK));
    while let Some(found) = html[at..end].find("<!--").map(|found| at + found) {
        at = found + 4;
        let rest = &html[at..end];
        depth = if rest.starts_with("/$-->") { depth - 1 } else { depth + usize::from(rest.starts_with('$')) };
        if depth == 0 {
            return at + "/$-->".len();
        }
    }
    past
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(assembled(html), expected);
    }

    #[test]
    fn a_part_goes_to_the_place_that_waits_for_it() {
        check(
            r#"<main><!--$?--><template id="B:0"></template><i>wait<!--$-->a bit<!--/$--></i><!--/$--><b>end</b></main><div hidden id="S:0"><div>part</div></div><script></script>"#,
            r#"<main><!--$?--><div>part</div><b>end</b></main><script></script>"#,
        );
    }

    #[test]
    fn parts_stand_in_parts() {
        check(
            r#"<p><template id="P:1"></template></p><div hidden="" id="S:1">one<template id="P:2"></template></div><div hidden id="S:2"><div>two</div></div>"#,
            "<p>one<div>two</div></p>",
        );
    }

    #[test]
    fn a_part_without_a_place_and_a_place_without_a_part_stay() {
        for html in [
            r#"<div hidden id="S:0">part</div>"#,
            r#"<template id="B:0"></template><p id="S:1">"#,
            r#"<div hidden id="S:0"#,
            r#"<template id="B:0"></template><div hidden id="S:0"><div"#,
        ] {
            assert!(assembled(html).contains(html.split('<').next_back().unwrap_or_default()), "{html}");
        }
    }

    #[test]
    fn a_part_that_waits_for_itself_is_written_once() {
        check(
            r#"<template id="B:0"></template><div hidden id="S:0">a<template id="B:0"></template></div>"#,
            "a<template id=\"B:0\"></template>",
        );
    }
}
