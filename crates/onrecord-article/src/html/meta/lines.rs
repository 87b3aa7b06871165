//! The short lines around a headline, where pages show when an article was published and by whom.

use crate::html::characters::{break_line, decoded, push_folded};
use crate::html::tree::{NodeId, Tag, Tree};

/// Nodes after the headline that are looked at, and before it.
const AFTER: NodeId = 400;
const BEFORE: NodeId = 80;
/// A line that is longer, in bytes, is a sentence.
const LONGEST: usize = 300;
/// Words before a name have no more characters than this.
const LABEL: usize = 12;
/// The source of a line, tags and all.
const LONGEST_SOURCE: usize = 900;

/// The short lines after the headline, then those before it, the nearest first; without a headline, those of the page.
pub(super) fn near<'t>(tree: &'t Tree<'_>, headline: Option<NodeId>) -> impl Iterator<Item = (NodeId, String)> + 't {
    places(tree, headline).filter_map(move |id| line(tree, id).map(|line| (id, line)))
}

/// Where those lines may begin.
pub(super) fn places(tree: &Tree<'_>, headline: Option<NodeId>) -> impl Iterator<Item = NodeId> {
    let start = headline.unwrap_or_else(|| body(tree));
    let last = (tree.len() as NodeId).min(start.saturating_add(AFTER));
    let first = start.saturating_sub(BEFORE);
    let after = headline.map_or(start, |headline| tree.past(headline))..last;
    let before = (first..start).rev().filter(move |_| headline.is_some());
    after.chain(before)
}

fn body(tree: &Tree<'_>) -> NodeId {
    tree.descendants(tree.root()).find(|&id| tree.tag(id) == Tag::Body).unwrap_or_default()
}

/// The line that begins with a text: all of the element around it, where that is short.
pub(super) fn line(tree: &Tree<'_>, id: NodeId) -> Option<String> {
    if !tree.is_text(id) || tree.span(id).len() > LONGEST || tree.raw(id).trim().is_empty() {
        return None;
    }
    let mut whole = id;
    for around in tree.ancestors(id).take(3) {
        let is_small = tree.span(around).len() <= LONGEST_SOURCE
            && !tree.tag(around).is_unseen()
            && !matches!(tree.tag(around), Tag::Body | Tag::Root);
        if !is_small || starts_earlier(tree, around, id) {
            break;
        }
        whole = around;
        // "Written by" alone in its block: the name stands in the next one.
        if tree.tag(around).is_block() && tree.text(whole).chars().count() > LABEL {
            break;
        }
    }
    let text = spaced(tree, whole);
    (1..=LONGEST).contains(&text.len()).then_some(text)
}

/// The words of a node, parted where markup alone parts them: "By" and "Anna Miller" of `<b>By</b><i>Anna Miller</i>`;
/// what a link says stands on a line of its own.
pub(super) fn spaced(tree: &Tree<'_>, id: NodeId) -> String {
    let (mut out, mut at, mut ends) = (String::new(), id, Vec::new());
    while at < tree.past(id) {
        while ends.pop_if(|end| *end <= at).is_some() {
            break_line(&mut out);
        }
        let tag = tree.tag(at);
        match tag {
            Tag::Text => push_parted(&mut out, &decoded(tree.raw(at))),
            Tag::Br => break_line(&mut out),
            _ if tag.is_block() || tag == Tag::A => {
                break_line(&mut out);
                ends.push(tree.past(at));
            }
            _ => {}
        }
        at = if tag.is_unseen() { tree.past(at) } else { at + 1 };
    }
    out.truncate(out.trim_end().len());
    out
}

fn push_parted(out: &mut String, text: &str) {
    let is_glued = out.ends_with(char::is_alphanumeric) && text.starts_with(char::is_uppercase);
    out.push_str(if is_glued { " " } else { "" });
    push_folded(out, text);
}

/// Whether an element shows something before a node in it.
fn starts_earlier(tree: &Tree<'_>, around: NodeId, id: NodeId) -> bool {
    (around + 1..id).any(|earlier| tree.is_text(earlier) && !tree.raw(earlier).trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &[&str]) {
        let tree = Tree::parse(html);
        let headline = tree.descendants(0).find(|&id| tree.tag(id) == Tag::H1);
        let lines: Vec<_> = near(&tree, headline).map(|(_, line)| line.replace('\n', "/")).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn lines_after_the_headline_go_first() {
        let page = "<p>Weather of the day</p><p>News of the city</p><div><h1>Bridge opens early</h1></div><p>By <b>Anna Miller</b></p>";
        let lines = ["By Anna Miller", "Anna Miller", "News of the city", "Weather of the day"];
        check(page, &lines);
    }

    #[test]
    fn a_line_divided_by_markup_is_one() {
        let page = "<h1>Міст через річку відкрили</h1><p><span>13</span> <span>січня</span> 2022</p>";
        check(page, &["13 січня 2022", "січня", "2022"]);
    }

    #[test]
    fn a_label_and_the_name_under_it_are_one_line() {
        let page = "<h1>Bridge opens early</h1><div><p>Written by</p><p>Anna Miller</p></div>";
        check(page, &["Written by/Anna Miller", "Anna Miller"]);
    }
}
