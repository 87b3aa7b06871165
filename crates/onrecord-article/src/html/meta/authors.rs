//! Who wrote the article: of all the names on a page, those most surely its authors'.

use super::gather::{Gathered, NameHint, Trust};
use super::graph::Facts;
use super::names::Reader;
use crate::html::tree::NodeId;

/// Meta elements that name authors, the surest first.
const AUTHORS: [&str; 13] = [
    "author",
    "parselyauthor",
    "sailthruauthor",
    "articleauthorname",
    "dccreator",
    "dcauthor",
    "dctermscreator",
    "citationauthor",
    "bylauthor",
    "byl",
    "articleauthor",
    "ogauthor",
    "cxenseparseauthor",
];

/// The authors' names. Where nothing names them for sure, nobody: fewer authors are better than wrong ones.
pub(super) fn authors(gathered: &Gathered, facts: &Facts, reader: &Reader<'_>, headline: Option<NodeId>) -> Vec<String> {
    let linked = || reader.given(facts.authors.iter().map(String::as_str));
    let metas = || {
        let found = AUTHORS.iter().map(|name| reader.given(gathered.metas_of(name)));
        found.into_iter().find(|names| !names.is_empty()).unwrap_or_default()
    };
    let shown = || shown(gathered, reader, headline);
    first([&linked, &metas, &|| twitter(gathered, reader), &shown])
}

/// The first of several ways that finds somebody.
fn first(ways: [&dyn Fn() -> Vec<String>; 4]) -> Vec<String> {
    ways.iter().map(|way| way()).find(|names| !names.is_empty()).unwrap_or_default()
}

/// The author on the card for Twitter: the value beside the label "Written by".
fn twitter(gathered: &Gathered, reader: &Reader<'_>) -> Vec<String> {
    let value = gathered.meta(&["twitterlabel1"]).filter(|label| reader.is_label(label)).and(gathered.meta(&["twitterdata1"]));
    value.map(|value| reader.given([value])).unwrap_or_default()
}

/// The names that elements show: by trust, then by nearness to the headline.
fn shown(gathered: &Gathered, reader: &Reader<'_>, headline: Option<NodeId>) -> Vec<String> {
    let headline = headline.unwrap_or_default();
    let mut hints: Vec<&NameHint> = gathered.names.iter().collect();
    hints.sort_by_key(|hint| (hint.trust, hint.id < headline, hint.id));
    let mut names: Vec<String> = Vec::new();
    let mut found: Option<&NameHint> = None;
    for hint in hints {
        match found {
            // Several authors stand one after the other, marked alike.
            Some(first) if hint.trust != first.trust || hint.id > first.id + 60 => break,
            _ => {}
        }
        let here = if hint.trust == Trust::Item { reader.given([hint.text.as_str()]) } else { reader.seen(&hint.text) };
        if here.is_empty() {
            continue;
        }
        found = found.or(Some(hint));
        for name in here {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}
