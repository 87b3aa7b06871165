//! A page as a flat tree over its source: elements and text in the order they stand, nothing copied.

use std::borrow::Cow;
use std::ops::Range;

use super::characters::{break_line, decoded, decoded_value, push_folded};
use super::parse::Builder;
use super::scan::Attributes;
pub(crate) use super::tags::Tag;

/// A node's number: nodes are counted as they stand in the page.
pub(crate) type NodeId = u32;

/// Bytes of a page that are read; what comes after is left out.
const MOST_BYTES: usize = 64 << 20;

/// An element or a run of text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) parent: NodeId,
    /// One past the last node inside.
    pub(super) past: NodeId,
    /// Where its start tag, or its text, begins.
    pub(super) start: u32,
    /// Where its content begins.
    pub(super) inner: u32,
    /// Where it ends, its end tag included; of raw text, before the end tag.
    pub(super) end: u32,
    pub(super) tag: Tag,
}

/// A page as a tree. Every page has one, however broken; building it takes time linear in the page.
pub(crate) struct Tree<'p> {
    page: &'p str,
    nodes: Vec<Node>,
    is_truncated: bool,
    is_cut: bool,
}

impl<'p> Tree<'p> {
    /// Reads a page.
    pub(crate) fn parse(html: &'p str) -> Self {
        let page = html.get(..html.floor_char_boundary(MOST_BYTES)).unwrap_or(html);
        let mut builder = Builder::new(page.as_bytes());
        builder.build();
        let is_cut = builder.is_cut || page.len() < html.len();
        Self { page, nodes: builder.nodes, is_truncated: builder.is_truncated, is_cut }
    }

    /// Whether the page ends inside a tag.
    pub(crate) fn is_truncated(&self) -> bool {
        self.is_truncated
    }

    /// Whether the page is larger than what is read of it.
    pub(crate) fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// The number of nodes; every number below is a node.
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The page itself.
    pub(crate) fn root(&self) -> NodeId {
        0
    }

    fn node(&self, id: NodeId) -> Node {
        const NONE: Node = Node { parent: 0, past: 0, start: 0, inner: 0, end: 0, tag: Tag::Other };
        self.nodes.get(id as usize).copied().unwrap_or(NONE)
    }

    /// What an element is; `Tag::Text` for a run of text.
    pub(crate) fn tag(&self, id: NodeId) -> Tag {
        self.node(id).tag
    }

    /// Whether it is a run of text.
    pub(crate) fn is_text(&self, id: NodeId) -> bool {
        self.tag(id) == Tag::Text
    }

    /// An element's name as the page writes it; empty for text and for the page itself.
    pub(crate) fn name(&self, id: NodeId) -> &'p str {
        let node = self.node(id);
        if matches!(node.tag, Tag::Text | Tag::Root) {
            return "";
        }
        let source = self.slice(node.start + 1, node.inner);
        let end = source.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
        source.get(..end.unwrap_or(source.len())).unwrap_or_default()
    }

    /// The element around a node.
    pub(crate) fn parent(&self, id: NodeId) -> Option<NodeId> {
        (id > 0).then(|| self.node(id).parent)
    }

    /// The nodes right inside an element, in order.
    pub(crate) fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let past = self.past(id);
        let first = Some(id + 1).filter(|&first| first < past);
        std::iter::successors(first, move |&child| Some(self.past(child)).filter(|&next| next < past))
    }

    /// One past the last node inside an element: where to go on when it is left out.
    pub(crate) fn past(&self, id: NodeId) -> NodeId {
        self.node(id).past.max(id + 1)
    }

    /// All nodes inside an element, in order.
    pub(crate) fn descendants(&self, id: NodeId) -> Range<NodeId> {
        id + 1..self.past(id)
    }

    /// The elements around a node, innermost first.
    pub(crate) fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.parent(id), |&id| self.parent(id))
    }

    /// An attribute of an element, its character references resolved.
    pub(crate) fn attr(&self, id: NodeId, name: &str) -> Option<Cow<'p, str>> {
        self.attr_source(id, name).map(decoded_value)
    }

    /// An attribute of an element as the page writes it.
    pub(crate) fn attr_source(&self, id: NodeId, name: &str) -> Option<&'p str> {
        let found = self.attrs(id).find(|(found, _)| found.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value)
    }

    /// All attributes of an element as the page writes them.
    pub(crate) fn attrs(&self, id: NodeId) -> impl Iterator<Item = (&'p str, &'p str)> + '_ {
        let node = self.node(id);
        let at = node.start as usize + 1 + self.name(id).len();
        let all = self.page.as_bytes().get(..node.inner as usize).unwrap_or_default();
        let page = self.page;
        let text = move |(start, end): (usize, usize)| page.get(start..end).unwrap_or_default();
        let has_any = !matches!(node.tag, Tag::Text | Tag::Root);
        let found = has_any.then(|| Attributes::new(all, at)).into_iter().flatten();
        found.map(move |attribute| (text(attribute.name), text(attribute.value)))
    }

    /// The source of a text, or of what stands between an element's tags; nothing resolved.
    pub(crate) fn raw(&self, id: NodeId) -> &'p str {
        let node = self.node(id);
        self.slice(node.inner, node.end)
    }

    /// The words inside a node as a browser shows them: white space folded, blocks on lines of their own.
    pub(crate) fn text(&self, id: NodeId) -> String {
        let mut out = String::new();
        if self.is_text(id) || self.tag(id).is_raw() {
            push_folded(&mut out, &decoded(self.raw(id)));
        } else {
            self.push_text(id + 1, self.past(id), &mut out);
        }
        out.truncate(out.trim_end().len());
        out
    }

    /// The words of some nodes, in the same way.
    pub(crate) fn text_of(&self, first: NodeId, past: NodeId) -> String {
        let mut out = String::new();
        self.push_text(first, past, &mut out);
        out.truncate(out.trim_end().len());
        out
    }

    fn push_text(&self, first: NodeId, past: NodeId, out: &mut String) {
        let (mut at, mut ends): (NodeId, Vec<NodeId>) = (first, Vec::new());
        while at < past {
            while ends.pop_if(|end| *end <= at).is_some() {
                break_line(out);
            }
            let tag = self.tag(at);
            match tag {
                Tag::Text => push_folded(out, &decoded(self.raw(at))),
                Tag::Br => break_line(out),
                _ if tag.is_block() => {
                    break_line(out);
                    ends.push(self.past(at));
                }
                _ => {}
            }
            at = if tag.is_unseen() { self.past(at) } else { at + 1 };
        }
    }

    /// Where a node stands in the page, its tags included.
    pub(crate) fn span(&self, id: NodeId) -> Range<usize> {
        let node = self.node(id);
        node.start as usize..node.end as usize
    }

    fn slice(&self, start: u32, end: u32) -> &'p str {
        self.page.get(start as usize..end as usize).unwrap_or_default()
    }
}
