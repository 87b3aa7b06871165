//! The article of a page before its lines are looked at: its text, and what the markup says of each part.

use hashbrown::HashSet;
use onrecord_model::{BlockKind, Furniture, Link, LinkKind, Origin, Span};

use super::characters::{break_line, decoded, push_folded};
use super::survey::Survey;
use super::tree::{NodeId, Tag, Tree};

/// A part of the text, as far as the markup tells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct DraftBlock {
    pub(crate) kind: BlockKind,
    pub(crate) span: Span,
    pub(crate) furniture: Option<Furniture>,
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
            cell: (0, 0),
            draft: Draft::default(),
        }
    }

    /// Adds the text of some nodes, a block for each of its lines.
    pub(super) fn add(&mut self, first: NodeId, past: NodeId, kind: BlockKind, furniture: Option<Furniture>) {
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
        self.draft.blocks.push(DraftBlock { kind, span, furniture });
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
            self.draft.text.push(if self.cell.1 == place.1 { '\t' } else { '\n' });
            let words = self.line.trim();
            self.draft.text.push_str(words);
            let (n_before, n_words) = (self.line.len() - self.line.trim_start().len(), words.len());
            self.remember(n_before, n_words);
            let end = self.draft.text.len();
            if let Some(last) = self.draft.blocks.last_mut() {
                last.span = Span::new(last.span.start as usize, end);
            }
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
        let mut at = first;
        while at < past {
            if let Some((id, start)) = link.filter(|&(id, _)| self.tree.past(id) <= at) {
                self.link(id, start, furniture);
                link = None;
            }
            let tag = self.tree.tag(at);
            let is_hidden = hidden.next_if(|range| range.0 <= at).is_some_and(|range| range.0 == at);
            if is_hidden || tag.is_unseen() || tag == Tag::Button {
                at = self.tree.past(at);
                continue;
            }
            match tag {
                Tag::Text => {
                    let page = self.tree.span(at);
                    self.runs.push((self.line.len(), Span::new(page.start, page.end)));
                    push_folded(&mut self.line, &decoded(self.tree.raw(at)));
                }
                Tag::Br => break_line(&mut self.line),
                Tag::A => link = Some((at, self.line.len())),
                _ => {}
            }
            at += 1;
        }
        if let Some((id, start)) = link {
            self.link(id, start, furniture);
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
