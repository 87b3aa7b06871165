//! Who wrote the article: of all the names on a page, those most surely its authors'.

use super::gather::{Gathered, NameHint, Trust};
use super::graph::Facts;
use super::hints::{is_elsewhere, is_in_post, is_of_subject, is_under_other_headline};
use super::lines;
use super::names::Reader;
use crate::html::tree::{NodeId, Tree};

/// Meta elements that name authors, the surest first.
pub(super) const AUTHORS: [&str; 15] = [
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
/// A byline takes no more bytes than this.
const LONGEST: usize = 200;
/// A line with more words is no signature.
const FEW_WORDS: usize = 9;
/// The words before a name take no more bytes than this.
const LABEL: usize = 60;

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
        let ways: [&dyn Fn() -> Vec<String>; 7] = [
            &linked,
            &|| self.in_metas(),
            &|| self.on_card(),
            &|| self.marked(),
            &|| self.in_lines(|id, line| self.named_in(id, line)),
            &|| self.beneath(),
            &|| self.agreed(),
        ];
        let told = ways.iter().map(|way| way()).find(|names| !names.is_empty()).unwrap_or_default();
        if told.is_empty() { told } else { self.by_line_instead(&told).unwrap_or(told) }
    }

    /// The authors in the line under the headline, where it names others than the page tells machines: that may be whoever
    /// put the text on the site.
    fn by_line_instead(&self, told: &[String]) -> Option<Vec<String>> {
        let line = self.in_lines(|_, line| self.reader.seen(line));
        let is_told = |name: &String| told.iter().any(|told| told.starts_with(name.as_str()) || name.starts_with(told));
        let is_person = |name: &String| self.reader.begins_with_given_name(name);
        let is_other = !line.is_empty() && line.iter().all(|name| is_person(name) && !is_told(name));
        (is_other && !self.marked().iter().any(is_told)).then_some(line)
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
                let is_alike = first.trust < Trust::Link || self.tree.parent(hint.id) == self.tree.parent(first.id);
                hint.trust == first.trust && is_alike && hint.id <= first.id + BESIDE
            };
            if first.is_some_and(|first| !is_beside(first)) {
                break;
            }
            let here = self.own_names(hint);
            first = first.or((!here.is_empty()).then_some(hint));
            for name in here {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        names
    }

    /// The names in an element, unless it belongs to another story or names who helped.
    fn own_names(&self, hint: &NameHint) -> Vec<String> {
        let is_own = !is_elsewhere(self.tree, hint.id, self.headline)
            && !is_in_post(self.tree, hint.id)
            && !is_under_other_headline(self.tree, hint.id, self.headline)
            && !self.is_of_helper(hint.id);
        if is_own { self.in_element(hint) } else { Vec::new() }
    }

    /// Whether the words right before an element say that who follows is no author: "Reviewed by".
    fn is_of_helper(&self, id: NodeId) -> bool {
        let is_label = |id: &NodeId| self.tree.is_text(*id) && !self.tree.raw(*id).trim().is_empty();
        let Some(before) = (id.saturating_sub(BESIDE / 2)..id).rev().find(is_label) else { return false };
        let label = self.tree.raw(before);
        label.len() <= LABEL && self.reader.is_label_of_helper(label)
    }

    /// The name on which all hints agree, wherever on the page they are.
    fn agreed(&self) -> Vec<String> {
        let is_believed = |hint: &NameHint, names: &Vec<String>| {
            hint.trust < Trust::Link || names.iter().any(|name| self.reader.begins_with_given_name(name))
        };
        let all = self.gathered.names.iter().map(|hint| (hint, self.own_names(hint)));
        let mut all = all.filter(|(hint, names)| !names.is_empty() && is_believed(hint, names)).map(|(_, names)| names);
        let Some(first) = all.next() else { return Vec::new() };
        if all.all(|names| names == first) { first } else { Vec::new() }
    }

    /// The person whose name begins a short line right under the headline, though nothing says what for: "Anna Miller | May 5".
    fn beneath(&self) -> Vec<String> {
        let Some(headline) = self.headline else { return Vec::new() };
        let near = headline..headline + BESIDE;
        let places = lines::places(self.tree, self.headline).take_while(|id| near.contains(id));
        let lines = places.filter_map(|id| Some((id, lines::line(self.tree, id)?)));
        let named = lines.filter(|(_, line)| line.split_whitespace().count() <= FEW_WORDS);
        let mut found = named.map(|(id, line)| (id, self.reader.signed(&line))).filter(|(_, names)| !names.is_empty());
        let is_own = |id| !is_of_subject(self.tree, id) && !is_elsewhere(self.tree, id, self.headline);
        found.find(|(id, _)| is_own(*id)).map(|(_, names)| names).unwrap_or_default()
    }

    /// What only hints at an author counts near the headline alone.
    fn is_near(&self, hint: &NameHint) -> bool {
        let headline = self.headline.unwrap_or_default();
        hint.trust < Trust::Link || (headline.saturating_sub(60)..headline + 200).contains(&hint.id)
    }

    fn in_element(&self, hint: &NameHint) -> Vec<String> {
        let Some(text) = hint.text(self.tree) else { return Vec::new() };
        if hint.trust == Trust::Item {
            return self.reader.given([text.as_str()]);
        }
        let names = self.reader.seen(&text);
        if !names.is_empty() || hint.trust == Trust::Hint {
            return names;
        }
        let is_believed = |name: &String| hint.trust < Trust::Link || self.reader.begins_with_given_name(name);
        self.reader.one_word(&text).into_iter().filter(is_believed).collect()
    }

    fn begins_as_byline(&self, line: &str) -> bool {
        // What stands before the mark may be the date: "5 May | By Anna Miller".
        let mut parts = line.split(['|', '·', '•']).take(3);
        parts.any(|part| part.split_whitespace().take(3).any(|word| self.reader.is_label(word)))
    }

    /// The names in a line, or in the text after it, where the line is nothing but the words before a name.
    fn named_in(&self, id: NodeId, line: &str) -> Vec<String> {
        let names = self.reader.seen(line);
        let is_label = line.split_whitespace().count() <= 2 && !self.reader.is_label_of_helper(line);
        if !names.is_empty() || !is_label || self.is_of_helper(id) {
            return names;
        }
        let past = id + 1..(id + BESIDE).min(self.tree.len() as NodeId);
        let next = past.into_iter().find(|&id| self.tree.is_text(id) && !self.tree.raw(id).trim().is_empty());
        next.map(|id| self.reader.seen(&self.tree.text(id))).unwrap_or_default()
    }

    /// The names in a line near the headline that begins as bylines do.
    fn in_lines(&self, read: impl Fn(NodeId, &str) -> Vec<String>) -> Vec<String> {
        let begins = |id: &NodeId| {
            self.tree.is_text(*id) && self.tree.span(*id).len() <= LONGEST && self.begins_as_byline(self.tree.raw(*id))
        };
        let places = lines::places(self.tree, self.headline).filter(begins);
        let lines = places.filter_map(|id| Some((id, lines::line(self.tree, id)?)));
        let lines = lines.filter(|(_, line)| line.len() <= LONGEST);
        let mut named = lines.map(|(id, line)| (id, read(id, &line)));
        let found = named.find(|(id, names)| !names.is_empty() && !is_elsewhere(self.tree, *id, self.headline));
        found.map(|(_, names)| names).unwrap_or_default()
    }
}
