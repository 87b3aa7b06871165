//! Who wrote the article: of all the names on a page, those most surely its authors'.

use super::gather::{Gathered, NameHint, Trust};
use super::graph::Facts;
use super::hints::is_elsewhere;
use super::lines;
use super::names::Reader;
use crate::html::tree::{NodeId, Tree};

/// Meta elements that name authors, the surest first.
const AUTHORS: [&str; 15] = [
    "author",
    "parselyauthor",
    "sailthruauthor",
    "articleauthorname",
    "dccreator",
    "dcauthor",
    "dctermscreator",
    "citationauthor",
    "citationauthors",
    "articleauthorfullname",
    "bylauthor",
    "byl",
    "articleauthor",
    "ogauthor",
    "cxenseparseauthor",
];

/// So many nodes after the first author the last one may stand.
const BESIDE: NodeId = 24;

/// What authors are read with.
pub(super) struct Authors<'r> {
    pub(super) tree: &'r Tree<'r>,
    pub(super) gathered: &'r Gathered,
    pub(super) reader: &'r Reader<'r>,
    /// Where the headline stands.
    pub(super) headline: Option<NodeId>,
}

impl Authors<'_> {
    /// The authors' names. Where nothing names them for sure, nobody: fewer authors are better than wrong ones.
    pub(super) fn names(&self, facts: &Facts) -> Vec<String> {
        let linked = || self.reader.given(facts.authors.iter().map(String::as_str));
        let ways: [&dyn Fn() -> Vec<String>; 6] =
            [&linked, &|| self.in_metas(), &|| self.on_card(), &|| self.marked(), &|| self.in_lines(), &|| {
                self.agreed()
            }];
        ways.iter().map(|way| way()).find(|names| !names.is_empty()).unwrap_or_default()
    }

    /// The authors in meta elements: those of the surest name, or of one that knows them and more.
    fn in_metas(&self) -> Vec<String> {
        let all = AUTHORS.iter().map(|name| self.reader.given(self.gathered.metas_of(name)));
        let mut best: Vec<String> = Vec::new();
        for names in all {
            if names.len() > best.len() && best.iter().all(|known| names.contains(known)) {
                best = names;
            }
        }
        best
    }

    /// The author on the card for Twitter: the value beside the label "Written by".
    fn on_card(&self) -> Vec<String> {
        let cards = [("twitterlabel1", "twitterdata1"), ("twitterlabel2", "twitterdata2")];
        let is_author =
            |label: &&(&str, &str)| self.gathered.meta(&[label.0]).is_some_and(|label| self.reader.is_label(label));
        let value = cards.iter().find(is_author).and_then(|(_, data)| self.gathered.meta(&[data]));
        value.map(|value| self.reader.given([value])).unwrap_or_default()
    }

    /// The names in elements that are marked as authors': by trust, then by nearness to the headline.
    fn marked(&self) -> Vec<String> {
        let headline = self.headline.unwrap_or_default();
        let mut hints: Vec<&NameHint> = self.gathered.names.iter().filter(|hint| self.is_near(hint)).collect();
        hints.sort_by_key(|hint| (hint.trust, hint.id < headline, hint.id));
        let mut names: Vec<String> = Vec::new();
        let mut first: Option<&NameHint> = None;
        for hint in hints {
            // Several authors stand one after the other, marked alike.
            let is_beside = |first: &NameHint| {
                hint.trust == first.trust && first.trust < Trust::Hint && hint.id <= first.id + BESIDE
            };
            if first.is_some_and(|first| !is_beside(first)) {
                break;
            }
            let here = if is_elsewhere(self.tree, hint.id, self.headline) { Vec::new() } else { self.in_element(hint) };
            first = first.or((!here.is_empty()).then_some(hint));
            for name in here {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        names
    }

    /// The name on which all hints agree, wherever on the page they are.
    fn agreed(&self) -> Vec<String> {
        let own = self.gathered.names.iter().filter(|hint| !is_elsewhere(self.tree, hint.id, self.headline));
        let mut all = own.map(|hint| self.in_element(hint)).filter(|names| !names.is_empty());
        let Some(first) = all.next() else { return Vec::new() };
        if all.all(|names| names == first) { first } else { Vec::new() }
    }

    /// What only hints at an author counts near the headline alone.
    fn is_near(&self, hint: &NameHint) -> bool {
        let headline = self.headline.unwrap_or_default();
        hint.trust != Trust::Hint || (headline.saturating_sub(60)..headline + 200).contains(&hint.id)
    }

    fn in_element(&self, hint: &NameHint) -> Vec<String> {
        let Some(text) = hint.text(self.tree) else { return Vec::new() };
        if hint.trust == Trust::Item {
            return self.reader.given([text.as_str()]);
        }
        let names = self.reader.seen(&text);
        if names.is_empty() && hint.trust < Trust::Hint { self.reader.one_word(&text) } else { names }
    }

    /// The names in a line near the headline that begins as bylines do.
    fn in_lines(&self) -> Vec<String> {
        let is_byline =
            |line: &str| line.len() <= 200 && line.split_whitespace().take(3).any(|word| self.reader.is_label(word));
        let mut lines = lines::near(self.tree, self.headline).filter(|(_, line)| is_byline(line));
        let found = lines.find_map(|(id, line)| {
            let names = self.reader.seen(&line);
            (!names.is_empty() && !is_elsewhere(self.tree, id, self.headline)).then_some(names)
        });
        found.unwrap_or_default()
    }
}
