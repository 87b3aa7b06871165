//! The article of a page before its lines are looked at: its text, and what the markup says of each part.

use hashbrown::HashSet;
use onrecord_model::{BlockKind, Furniture, Link, LinkKind, Origin, Span};

use super::characters::{break_line, decoded, push_folded};
use super::parts::Part;
use super::survey::{Leaf, Survey};
use super::tree::{NodeId, Tag, Tree};

/// A part of the text, as far as the markup tells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct DraftBlock {
    pub(crate) kind: BlockKind,
    pub(crate) span: Span,
    pub(crate) furniture: Option<Furniture>,
    /// Whether the markup has settled its kind.
    pub(crate) is_settled: bool,
}

/// The article of a page, as far as the markup tells.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    /// The text: parts apart by an empty line, items of a list by a new line.
    pub(crate) text: String,
    /// Its parts, in order.
    pub(crate) blocks: Vec<DraftBlock>,
    /// Where in the page its words stand, in order of the text.
    pub(crate) origins: Vec<Origin>,
    /// Its links.
    pub(crate) links: Vec<Link>,
    /// Whether the page leads to stories rather than telling one.
    pub(crate) is_index: bool,
    /// Whether something stands between the reader and the story.
    pub(crate) is_walled: bool,
}

/// A line at least this long, in bytes, is written once: pages carry their text twice, for small screens and large.
const SHORTEST_REPEAT: usize = 60;

/// Writes a draft, part after part.
pub(super) struct Writer<'t, 'p> {
    tree: &'t Tree<'p>,
    hidden: &'t [(NodeId, NodeId, ())],
    line: String,
    /// The runs of text in the line: where each begins in it, and where it stands in the page.
    runs: Vec<(usize, Span)>,
    /// Long lines that were written, to know them again.
    seen: HashSet<Box<str>>,
    /// The post that the last part was of.
    post: Option<NodeId>,
    /// The table and the row of the last cell.
    cell: (NodeId, NodeId),
    pub(super) draft: Draft,
}

impl<'t, 'p> Writer<'t, 'p> {
    pub(super) fn new(tree: &'t Tree<'p>, survey: &'t Survey) -> Self {
        Self {
            tree,
            hidden: &survey.hidden,
            line: String::new(),
            runs: Vec::new(),
            seen: HashSet::new(),
            post: None,
            cell: (0, 0),
            draft: Draft::default(),
        }
    }

    /// Adds a part of the story.
    pub(super) fn add_part(&mut self, part: &Part) {
        let Leaf { owner, first, past, .. } = part.leaf;
        match (part.kind, part.post.filter(|_| part.furniture.is_none())) {
            (BlockKind::Table, _) => self.add_cell(owner, first, past),
            (kind, Some(post)) if self.post == Some(post) && self.ends_with(kind) => {
                self.read(first, past, None);
                self.add_to_last("\n");
            }
            (kind, post) => {
                let n_blocks = self.draft.blocks.len();
                self.add(first, past, kind, part.furniture);
                self.draft.blocks[n_blocks..].iter_mut().for_each(|block| block.is_settled = part.is_settled);
                self.post = post;
                if post.is_some() {
                    self.join(n_blocks);
                }
            }
        }
    }

    fn ends_with(&self, kind: BlockKind) -> bool {
        self.draft.blocks.last().is_some_and(|last| last.kind == kind)
    }

    /// Makes one block of all from the one at a place on.
    fn join(&mut self, from: usize) {
        let blocks = &mut self.draft.blocks;
        let Some(&last) = blocks.last() else { return };
        if let Some(first) = blocks.get_mut(from) {
            first.span.end = last.span.end;
            blocks.truncate(from + 1);
        }
    }

    /// Adds the line to the last block.
    fn add_to_last(&mut self, before: &str) {
        let words = self.line.trim();
        let (n_before, n_words) = (self.line.len() - self.line.trim_start().len(), words.len());
        if n_words > 0 {
            self.draft.text.push_str(before);
        }
        self.draft.text.push_str(words);
        self.remember(n_before, n_words);
        let end = self.draft.text.len();
        if let Some(last) = self.draft.blocks.last_mut() {
            last.span = Span::new(last.span.start as usize, end);
        }
    }

    /// Adds the text of some nodes, a block for each of its lines.
    fn add(&mut self, first: NodeId, past: NodeId, kind: BlockKind, furniture: Option<Furniture>) {
        self.read(first, past, furniture);
        let line = std::mem::take(&mut self.line);
        let mut before = self.separator(kind);
        for part in line.split('\n').map(str::trim).filter(|part| !part.is_empty()) {
            if part.len() >= SHORTEST_REPEAT && !self.seen.insert(part.into()) {
                continue;
            }
            self.push(part, before, kind, furniture);
            self.remember(part.as_ptr().addr() - line.as_ptr().addr(), part.len());
            before = "\n";
        }
        self.line = line;
    }

    /// Adds a block of words that are ready.
    pub(super) fn push(&mut self, words: &str, before: &str, kind: BlockKind, furniture: Option<Furniture>) {
        let text = &mut self.draft.text;
        if !text.is_empty() {
            text.push_str(before);
        }
        let start = text.len();
        text.push_str(words);
        let span = Span::new(start, text.len());
        self.draft.blocks.push(DraftBlock { kind, span, furniture, is_settled: false });
    }

    /// Adds a cell of a table: cells of a row apart by a tab, rows by a new line, all in one block.
    pub(super) fn add_cell(&mut self, owner: NodeId, first: NodeId, past: NodeId) {
        let around = |wanted: Tag| {
            let mut all = std::iter::once(owner).chain(self.tree.ancestors(owner));
            all.find(|&id| self.tree.tag(id) == wanted).unwrap_or_default()
        };
        let place = (around(Tag::Table), around(Tag::Tr));
        let is_same =
            self.cell.0 == place.0 && self.draft.blocks.last().is_some_and(|last| last.kind == BlockKind::Table);
        if !is_same {
            self.add(first, past, BlockKind::Table, None);
        } else {
            self.read(first, past, None);
            self.add_to_last(if self.cell.1 == place.1 { "\t" } else { "\n" });
        }
        self.cell = place;
    }

    /// Remembers where in the page the last words of the text stand, which are `len` bytes from `from` of the line.
    fn remember(&mut self, from: usize, len: usize) {
        let start = self.draft.text.len() - len;
        let first = self.runs.partition_point(|run| run.0 <= from).saturating_sub(1);
        let runs = self.runs[first..].iter().take_while(|run| run.0 < from + len);
        let ends = self.runs[first..].iter().skip(1).map(|run| run.0).chain([usize::MAX]);
        for (&(at, page), end) in runs.zip(ends) {
            let (at, end) = (at.max(from), end.min(from + len));
            if at < end {
                let span = Span::new(start + at - from, start + end - from);
                self.draft.origins.push(Origin { span, page });
            }
        }
    }

    /// What stands between the last block and one of this kind.
    fn separator(&self, kind: BlockKind) -> &'static str {
        let is_list = |kind: BlockKind| kind == BlockKind::List;
        match self.draft.blocks.last() {
            Some(last) if is_list(kind) && is_list(last.kind) => "\n",
            _ => "\n\n",
        }
    }

    /// Reads the shown text of some nodes into the line.
    fn read(&mut self, first: NodeId, past: NodeId, furniture: Option<Furniture>) {
        self.line.clear();
        self.runs.clear();
        let skipped = self.hidden.partition_point(|range| range.0 < first);
        let mut hidden = self.hidden[skipped..].iter().peekable();
        let inline = self.tree.ancestors(first).take_while(|&id| !self.tree.tag(id).is_block());
        let around = inline.filter(|&id| self.tree.tag(id) == Tag::A).last();
        let mut link: Option<(NodeId, usize)> = around.map(|id| (id, 0));
        let mut last: Option<NodeId> = None;
        let mut at = first;
        while at < past {
            if let Some((id, start)) = link.filter(|&(id, _)| self.tree.past(id) <= at) {
                self.link(id, start, furniture);
                link = None;
            }
            let tag = self.tree.tag(at);
            let is_hidden = hidden.next_if(|range| range.0 <= at).is_some_and(|range| range.0 == at);
            if is_hidden || tag.is_unseen() || tag == Tag::Button || tag == Tag::A && self.is_back_link(at) {
                at = self.tree.past(at);
                continue;
            }
            match tag {
                Tag::Text => {
                    let page = self.tree.span(at);
                    let words = decoded(self.tree.raw(at));
                    if last.is_some_and(|last| self.is_glued(last, at, &words)) {
                        self.line.push(' ');
                    }
                    self.runs.push((self.line.len(), Span::new(page.start, page.end)));
                    push_folded(&mut self.line, &words);
                    last = Some(at);
                }
                Tag::Br => break_line(&mut self.line),
                Tag::A => {
                    let is_linked = |id: NodeId| self.tree.ancestors(id).take(3).any(|id| self.tree.tag(id) == Tag::A);
                    if furniture == Some(Furniture::Related) && last.is_some_and(is_linked) {
                        break_line(&mut self.line);
                    }
                    link = Some((at, self.line.len()));
                }
                _ => {}
            }
            at += 1;
        }
        if let Some((id, start)) = link {
            self.link(id, start, furniture);
        }
    }

    /// Whether a link is no more than a mark that leads back from a note: «↩».
    fn is_back_link(&self, id: NodeId) -> bool {
        let is_inside = self.tree.attr_source(id, "href").is_some_and(|href| href.starts_with('#'));
        is_inside && !self.tree.text(id).contains(char::is_alphanumeric)
    }

    /// Whether two texts stand in elements of their own, side by side, and would read as one word: «Осокина», «Тимур».
    fn is_glued(&self, last: NodeId, next: NodeId, words: &str) -> bool {
        let (Some(left), Some(right)) = (self.line.chars().next_back(), words.chars().next()) else { return false };
        let is_seam = left.is_lowercase() && (right.is_uppercase() || right.is_ascii_digit())
            || left.is_ascii_digit() && (right.is_uppercase() || right.is_ascii_digit());
        is_seam && {
            let (Some(before), Some(after)) = (self.tree.parent(last), self.tree.parent(next)) else { return false };
            let (before_tag, after_tag) = (self.tree.tag(before), self.tree.tag(after));
            let is_beside = self.tree.past(before) <= next && after > last;
            let has_time = before_tag == Tag::Time || after_tag == Tag::Time;
            let is_number = left.is_ascii_digit() && right.is_ascii_digit();
            is_beside && is_own_word(before_tag) && is_own_word(after_tag) && (has_time || !is_number)
        }
    }

    /// Keeps a link whose words began at `start` of the line.
    fn link(&mut self, id: NodeId, start: usize, furniture: Option<Furniture>) {
        let words = self.line.get(start..).unwrap_or_default().trim();
        let Some(url) = self.tree.attr(id, "href") else { return };
        let is_empty = words.is_empty() || url.is_empty() || url.starts_with(['#', 'j']) && !url.contains('/');
        if !is_empty {
            let kind = if furniture == Some(Furniture::Related) { LinkKind::Related } else { LinkKind::Other };
            self.draft.links.push(Link { url: url.trim().to_owned(), text: words.to_owned(), kind });
        }
    }
}

/// Whether an element may be a word of its own rather than a part of one that is written otherwise.
fn is_own_word(tag: Tag) -> bool {
    matches!(tag, Tag::A | Tag::Span | Tag::Small | Tag::Time | Tag::Label | Tag::Cite | Tag::Custom)
}
