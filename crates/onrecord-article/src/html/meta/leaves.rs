//! What on a page says the same as a part of its title, whatever element it stands in.

use super::gather::Heading;
use super::sites::squeezed;
use super::title::FEW_WORDS;
use crate::html::tree::{NodeId, Tag, Tree};

/// An element whose source is longer is no headline.
const LONGEST: usize = 1_500;
/// More leaves than this are the same words in lists.
const MOST: usize = 40;

/// The elements whose words all stand in the page's title.
pub(super) struct Leaves {
    found: Vec<(NodeId, String)>,
}

impl Leaves {
    /// Reads a page with a title; where one of its headings is in the title, nothing else is looked for.
    pub(super) fn new(tree: &Tree<'_>, title: Option<&str>, headings: &[Heading]) -> Self {
        let title = title.map(squeezed).unwrap_or_default();
        let is_heading = |heading: &Heading| {
            let words = heading.text.split_whitespace().count();
            words >= FEW_WORDS && title.contains(&squeezed(&heading.text))
        };
        let mut found: Vec<(NodeId, String)> = Vec::new();
        if title.is_empty() || headings.iter().any(is_heading) {
            return Self { found };
        }
        let mut past = 0;
        for id in tree.descendants(tree.root()).filter(|&id| tree.is_text(id)) {
            let Some(around) = tree.parent(id).filter(|_| id >= past) else { continue };
            let words = tree.raw(id).trim();
            // Character references make words longer.
            if words.is_empty() || words.len() > 3 * title.len() + 60 || !may_show(tree, around) {
                continue;
            }
            past = tree.past(around);
            let words = squeezed(&tree.text(around));
            if !words.is_empty() && title.contains(&words) && found.len() < MOST {
                found.push((around, words));
            }
        }
        Self { found }
    }

    /// The first element that says this.
    pub(super) fn find(&self, words: &str) -> Option<NodeId> {
        let words = squeezed(words);
        self.found.iter().find(|(_, shown)| *shown == words).map(|(id, _)| *id)
    }
}

/// Whether an element may show a headline: no link, and nothing that nobody sees.
fn may_show(tree: &Tree<'_>, id: NodeId) -> bool {
    let is_short = tree.span(id).len() <= LONGEST;
    let is_link = |id: NodeId| tree.tag(id) == Tag::A || tree.tag(id).is_unseen() || tree.tag(id) == Tag::Title;
    is_short && !std::iter::once(id).chain(tree.ancestors(id).take(2)).any(is_link)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_element_may_say_what_the_title_says() {
        let html =
            "<title>River :: Bridge opens</title><p><a>Bridge opens</a></p><font><b>Bridge <i>opens</i></b></font>";
        let tree = Tree::parse(html);
        let leaves = Leaves::new(&tree, Some("River :: Bridge opens"), &[]);
        assert_eq!(leaves.find("Bridge opens").map(|id| tree.name(id)), Some("b"));
        assert_eq!(leaves.find("Bridge closes"), None);
    }
}
