//! Builds the tree of a page: implied end tags, misnested tags, and limits on depth and size.

use super::scan::{Token, raw_end, token};
use super::tags::{N_TAGS, Tag};
use super::tree::{Node, NodeId};

/// Elements deeper than this become children of the last one that is not; browsers stop at the same depth.
const MOST_DEPTH: usize = 512;
/// More nodes than this no article has; the rest of the page is not read.
const MOST_NODES: usize = 1 << 20;

/// Builds the nodes of a page.
pub(super) struct Builder<'p> {
    page: &'p [u8],
    pub(super) nodes: Vec<Node>,
    open: Vec<Open>,
    /// How many elements of each tag are open whose end tags have not come.
    n_open: [u16; N_TAGS],
    n_too_deep: u32,
    /// The element that ended last.
    closed: NodeId,
    /// Whether the page ends inside a tag.
    pub(super) is_truncated: bool,
    /// Whether the page is larger than what is read.
    pub(super) is_cut: bool,
}

/// An element whose end has not come yet.
#[derive(Clone, Copy)]
struct Open {
    id: NodeId,
    tag: Tag,
    /// Its end tag came, but a block inside is still open.
    is_ended: bool,
}

impl<'p> Builder<'p> {
    pub(super) fn new(page: &'p [u8]) -> Self {
        let mut builder = Self {
            page,
            nodes: Vec::with_capacity(page.len() / 40 + 8),
            open: Vec::with_capacity(64),
            n_open: [0; N_TAGS],
            n_too_deep: 0,
            closed: 0,
            is_truncated: false,
            is_cut: false,
        };
        builder.push(Tag::Root, 0, 0, 0);
        builder
    }

    /// Reads the page to its end.
    pub(super) fn build(&mut self) {
        let mut at = 0;
        while at < self.page.len() {
            if self.nodes.len() >= MOST_NODES {
                self.is_cut = true;
                break;
            }
            at = self.step(at);
        }
        self.close_to(0, at);
        if let Some(root) = self.nodes.first_mut() {
            root.end = u32::try_from(at).unwrap_or(u32::MAX);
        }
    }

    /// Reads one token; gives where the next begins.
    fn step(&mut self, at: usize) -> usize {
        match token(self.page, at) {
            Token::Text(end) => {
                self.text(at, end);
                end
            }
            Token::Comment(end) => end,
            Token::Start { name, end, is_closed } => self.start(at, name, end, is_closed),
            Token::End { name, end } => {
                self.end(&self.page[at + 2..name], at, end);
                end
            }
            Token::Cut => {
                self.is_truncated = true;
                self.page.len()
            }
        }
    }

    fn text(&mut self, at: usize, end: usize) {
        let is_in_head = self.open.last().is_some_and(|open| open.tag == Tag::Head);
        if is_in_head && !self.page[at..end].trim_ascii().is_empty() {
            self.close_first(Tag::Head, at);
        }
        let id = self.add(Tag::Text, at, at, end);
        if !self.page[at..end].trim_ascii().is_empty() {
            self.settle_custom(id);
        }
    }

    /// An element of the page's own making with words right after it stands in their line.
    fn settle_custom(&mut self, text: NodeId) {
        let Some(closed) = self.nodes.get(self.closed as usize) else { return };
        let (parent, past) = (closed.parent, closed.past);
        let is_before =
            closed.tag == Tag::Custom && past == text && self.open.last().is_some_and(|open| open.id == parent);
        let inside = self.closed as usize + 1..past as usize;
        if is_before && !self.nodes[inside].iter().any(|node| node.tag.is_block()) {
            self.nodes[self.closed as usize].tag = Tag::Other;
        }
    }

    /// Whether an element of the page's own making begins a line here: in a block, and not after words.
    fn is_line_start(&self) -> bool {
        let Some(around) = self.open.last() else { return true };
        let is_after_words = self.nodes.last().is_some_and(|last| {
            let words = self.page.get(last.inner as usize..last.end as usize).unwrap_or_default();
            last.tag == Tag::Text && last.parent == around.id && !words.trim_ascii().is_empty()
        });
        around.tag.is_block() && around.tag != Tag::P && !around.tag.is_heading() && !is_after_words
    }

    /// Adds a node under the innermost open element.
    fn add(&mut self, tag: Tag, start: usize, inner: usize, end: usize) -> NodeId {
        let id = self.nodes.len() as NodeId;
        let parent = self.open.last().map_or(0, |open| open.id);
        self.nodes.push(Node { parent, past: id + 1, start: start as u32, inner: inner as u32, end: end as u32, tag });
        id
    }

    /// Adds an element and opens it.
    fn push(&mut self, tag: Tag, start: usize, inner: usize, end: usize) {
        let id = self.add(tag, start, inner, end);
        if self.open.len() >= MOST_DEPTH {
            self.n_too_deep += 1;
            return;
        }
        self.open.push(Open { id, tag, is_ended: false });
        self.n_open[tag as usize] += 1;
    }

    fn is_open(&self, tag: Tag) -> bool {
        self.n_open[tag as usize] > 0
    }

    /// Closes the innermost element.
    fn pop(&mut self, at: usize) {
        let Some(open) = self.open.pop() else { return };
        if !open.is_ended {
            self.n_open[open.tag as usize] -= 1;
        }
        self.closed = open.id;
        let past = self.nodes.len() as NodeId;
        if let Some(node) = self.nodes.get_mut(open.id as usize) {
            node.past = past;
            node.end = at as u32;
        }
    }

    /// Closes elements until so many are open, and those around whose end tags came before.
    fn close_to(&mut self, n: usize, at: usize) {
        while self.open.len() > n || self.open.last().is_some_and(|open| open.is_ended) {
            self.pop(at);
        }
    }

    /// The place of the innermost open element that `wants`, not looking through one that `stops`.
    fn find(&self, wants: impl Fn(Tag) -> bool, stops: impl Fn(Tag) -> bool) -> Option<usize> {
        for (place, open) in self.open.iter().enumerate().rev() {
            if wants(open.tag) {
                return Some(place);
            }
            if stops(open.tag) {
                return None;
            }
        }
        None
    }

    /// Reads a start tag; gives where the next token begins.
    fn start(&mut self, at: usize, name: usize, end: usize, is_closed: bool) -> usize {
        let mut tag = Tag::of(&self.page[at + 1..name]);
        if tag == Tag::Custom && !self.is_line_start() {
            tag = Tag::Other;
        }
        let is_foreign = self.is_foreign();
        if is_foreign && tag.closes_paragraph() {
            self.leave_foreign(at);
        } else if !self.make_room(tag, at) {
            return end;
        }
        let is_foreign = is_foreign && self.is_foreign();
        if tag.is_void() || is_closed && (is_foreign || matches!(tag, Tag::Svg | Tag::Math)) {
            self.add(tag, at, end, end);
            return end;
        }
        if tag.is_raw() && !is_foreign {
            return self.raw(tag, at, name, end);
        }
        self.push(tag, at, end, end);
        end
    }

    /// An element whose content is text.
    fn raw(&mut self, tag: Tag, at: usize, name: usize, end: usize) -> usize {
        let stop = raw_end(self.page, end, &self.page[at + 1..name]);
        self.add(tag, at, end, stop);
        stop
    }

    fn is_foreign(&self) -> bool {
        (self.is_open(Tag::Svg) || self.is_open(Tag::Math)) && !self.is_open(Tag::ForeignObject)
    }

    /// A block ends the drawing it stands in.
    fn leave_foreign(&mut self, at: usize) {
        if let Some(place) = self.open.iter().position(|open| matches!(open.tag, Tag::Svg | Tag::Math)) {
            self.close_to(place, at);
        }
    }

    /// Closes what a start tag ends by implication; `false` when the tag itself means nothing here.
    fn make_room(&mut self, tag: Tag, at: usize) -> bool {
        use Tag::*;
        if self.is_open(Head) && !tag.is_head_part() {
            self.close_first(Head, at);
        }
        match tag {
            Html | Body | Head | Form => return !self.is_open(tag),
            A => self.end(b"a", at, at),
            Button => self.close_inner(|open| open == Button, Tag::is_barrier, at),
            Option | Optgroup => self.close_inner(|open| open == Option, |open| open != Option, at),
            Rp | Rt => self.close_inner(|open| matches!(open, Rp | Rt), |open| !matches!(open, Rp | Rt), at),
            _ if tag.is_table_part() => return self.make_table_room(tag, at),
            _ => {}
        }
        if tag.closes_paragraph() {
            self.make_block_room(tag, at);
        }
        true
    }

    /// Closes what a block ends: a paragraph, a heading, a list's item.
    fn make_block_room(&mut self, tag: Tag, at: usize) {
        use Tag::*;
        let stops_item = |open: Tag| open.is_barrier() || open.closes_paragraph() && !matches!(open, Address | Div | P);
        match tag {
            Li => self.close_inner(|open| open == Li, stops_item, at),
            Dd | Dt => self.close_inner(|open| matches!(open, Dd | Dt), stops_item, at),
            _ => {}
        }
        if self.is_open(P) {
            self.close_inner(|open| open == P, |open| open.is_barrier() || open == Button, at);
        }
        if tag.is_heading() {
            self.close_inner(Tag::is_heading, |open| !open.is_heading(), at);
        }
    }

    /// Closes the cells and rows that a part of a table ends.
    fn make_table_room(&mut self, tag: Tag, at: usize) -> bool {
        use Tag::*;
        let is_table = |open: Tag| matches!(open, Table | Root | Template);
        let Some(table) = self.find(|open| open == Table, |open| open == Template) else { return false };
        let keeps = |open: Tag| match tag {
            Td | Th => open == Tr || open.is_row_group(),
            Tr => open.is_row_group(),
            _ => false,
        };
        let place = self.find(|open| keeps(open) || open == Table, is_table).unwrap_or(table);
        self.close_to(place + 1, at);
        true
    }

    /// Closes the innermost open element that `wants`, and what stands in it.
    fn close_inner(&mut self, wants: impl Fn(Tag) -> bool, stops: impl Fn(Tag) -> bool, at: usize) {
        if let Some(place) = self.find(wants, stops) {
            self.close_to(place, at);
        }
    }

    /// Closes the outermost open element of a tag.
    fn close_first(&mut self, tag: Tag, at: usize) {
        if let Some(place) = self.open.iter().position(|open| open.tag == tag) {
            self.close_to(place, at);
        }
    }

    /// Reads an end tag that begins at `at` and ends at `end`.
    fn end(&mut self, name: &[u8], at: usize, end: usize) {
        use Tag::*;
        let tag = Tag::of(name);
        if self.n_too_deep > 0 {
            self.n_too_deep -= 1;
            return;
        }
        let is_open = self.is_open(tag) || tag == Custom && self.is_open(Other);
        if matches!(tag, Body | Html) || !is_open && !tag.is_heading() {
            self.lone_end(tag, at, end);
            return;
        }
        if tag == Custom {
            self.end_custom(name, end);
        } else if tag.is_block() || matches!(tag, Head | Template | Object | Svg | Math | Button | Select) {
            self.end_block(tag, end);
        } else {
            self.end_inline(tag, name, end);
        }
    }

    /// A browser makes an element of a lone `</br>` or `</p>`; it breaks the line.
    fn lone_end(&mut self, tag: Tag, at: usize, end: usize) {
        let is_again = self.nodes.last().is_some_and(|last| last.tag == tag);
        if tag == Tag::Br || tag == Tag::P && !is_again {
            self.add(tag, at, end, end);
        }
    }

    fn end_block(&mut self, tag: Tag, end: usize) {
        let stops = |open: Tag| match tag {
            Tag::Table => open == Tag::Template,
            Tag::Li => open.is_barrier() || open.is_list(),
            _ if tag.is_table_part() => open == Tag::Table,
            _ => open.is_barrier(),
        };
        let wants = |open: Tag| if tag.is_heading() { open.is_heading() } else { open == tag };
        self.close_inner(wants, stops, end);
    }

    /// The end of an element of the page's own making, which may stand in a line or not.
    fn end_custom(&mut self, name: &[u8], end: usize) {
        let is_own = |open: &Open| matches!(open.tag, Tag::Custom | Tag::Other) && self.is_named(open.id, name);
        let barrier = self.open.iter().rposition(|open| open.tag.is_barrier()).unwrap_or(0);
        if let Some(place) = self.open.iter().rposition(is_own).filter(|&place| place > barrier) {
            self.close_to(place, end);
        }
    }

    /// The end of an inline element: one that holds an open block ends with that block.
    fn end_inline(&mut self, tag: Tag, name: &[u8], end: usize) {
        let mut has_block = false;
        for place in (0..self.open.len()).rev() {
            let open = self.open[place];
            if open.tag == tag && !open.is_ended && (tag != Tag::Other || self.is_named(open.id, name)) {
                if has_block {
                    self.open[place].is_ended = true;
                    self.n_open[tag as usize] -= 1;
                } else {
                    self.close_to(place, end);
                }
                return;
            }
            if open.tag.is_barrier() {
                return;
            }
            has_block |= open.tag.is_block();
        }
    }

    fn is_named(&self, id: NodeId, name: &[u8]) -> bool {
        let start = self.nodes.get(id as usize).map_or(0, |node| node.start as usize + 1);
        self.page.get(start..start + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name))
    }
}
