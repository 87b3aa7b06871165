//! What a reader of the record should know about a web page: cut off, closed, empty, or no story at all.

use onrecord_model::Notice;

use super::draft::Draft;
use super::tree::{NodeId, Tag, Tree};

/// A text shorter than this, in bytes, is hardly an article.
const SHORTEST_ARTICLE: usize = 200;

/// The notices on a page.
pub(super) fn notices(tree: &Tree<'_>, draft: &Draft) -> Vec<Notice> {
    let is_short = draft.text.len() < SHORTEST_ARTICLE;
    let all = [
        (tree.is_truncated(), "page-truncated", "the page ends inside a tag: its end is missing"),
        (tree.is_cut(), "page-too-large", "the page is larger than what is read of one: its end was left out"),
        (
            is_short && is_script(tree),
            "script-only",
            "the page is made by scripts, which are not run: there is little or no text in it",
        ),
        (draft.text.is_empty(), "no-text", "no article was found in the page"),
        (draft.is_index, "index-page", "the page leads to stories rather than telling one"),
        (
            draft.is_walled || is_closed(tree),
            "paywall",
            "the page says that it is not free to read: the text may be only the beginning",
        ),
    ];
    all.into_iter().filter(|(holds, ..)| *holds).map(|(_, code, text)| Notice::new(code, text)).collect()
}

/// Whether more of the page is scripts than anything else.
fn is_script(tree: &Tree<'_>) -> bool {
    let scripts = elements(tree, Tag::Script).map(|id| tree.raw(id).len()).sum::<usize>();
    let has_source = elements(tree, Tag::Script).any(|id| tree.attr_source(id, "src").is_some());
    scripts > 0 && 2 * scripts > tree.span(tree.root()).len() || has_source
}

/// Whether the page's JSON-LD or meta elements say that it is not free.
fn is_closed(tree: &Tree<'_>) -> bool {
    let linked = elements(tree, Tag::Script)
        .filter(|&id| tree.attr_source(id, "type").is_some_and(|kind| kind.ends_with("ld+json")));
    let is_locked = |id: NodeId| {
        let name = ["property", "name", "itemprop"].into_iter().find_map(|name| tree.attr_source(id, name));
        let value = tree.attr_source(id, "content").unwrap_or_default();
        match name {
            Some("article:content_tier") => value == "locked",
            Some("isAccessibleForFree") => value.eq_ignore_ascii_case("false"),
            _ => false,
        }
    };
    linked.map(|id| tree.raw(id)).any(says_not_free) || elements(tree, Tag::Meta).any(is_locked)
}

/// `"isAccessibleForFree": false`, with or without quotation marks, in any case.
fn says_not_free(json: &str) -> bool {
    let mut values = json.split("\"isAccessibleForFree\"").skip(1);
    values.any(|rest| {
        let value = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || matches!(c, ':' | '"'));
        value.get(..5).is_some_and(|value| value.eq_ignore_ascii_case("false"))
    })
}

fn elements<'t>(tree: &'t Tree<'_>, tag: Tag) -> impl Iterator<Item = NodeId> + 't {
    tree.descendants(tree.root()).filter(move |&id| tree.tag(id) == tag)
}
