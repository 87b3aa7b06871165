//! What kind of block a run of text is, as the markup around it tells.

use std::ops::Range;

use onrecord_model::{BlockKind, Furniture};

use super::choose::{ends_sentence, is_table};
use super::shapes::Shapes;
use super::survey::{Leaf, Survey, Traits};
use super::tree::{NodeId, Tag, Tree};

/// What the classes of lists of frequent questions are called, and their type: `FAQPage`.
const GUIDE: &str = "faq";
/// Longer runs of text, in characters, are no cell of a table.
const LONGEST_CELL: u32 = 200;
/// What stands under a headline, and a heading that is only bold, is no longer than this, in characters.
const LONGEST_STANDFIRST: u32 = 350;
const LONGEST_HEADING: u32 = 70;
/// A credit is no longer than this, in characters.
const LONGEST_CREDIT: u32 = 90;
const SHORTEST_STANDFIRST: u32 = 45;
const SHORTEST_SENTENCE: u32 = 25;
/// So many lines may stand between it and the headline.
const MOST_BETWEEN: usize = 4;
/// A question, and a quotation set apart, are no longer than this, in characters.
const LONGEST_QUESTION: u32 = 350;
const LONGEST_QUOTE: u32 = 600;

/// What the markup says of a run of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// The kind of block.
    pub(super) kind: BlockKind,
    /// The post of another site that it is a part of.
    pub(super) post: Option<NodeId>,
    /// Whether its words need not be looked at any more.
    pub(super) is_settled: bool,
}

/// Says what kind of block a leaf is.
pub(super) struct Kinds<'t, 'p> {
    tree: &'t Tree<'p>,
    survey: &'t Survey,
    body: NodeId,
    has_embeds: bool,
    pub(super) shapes: Shapes,
}

impl<'t, 'p> Kinds<'t, 'p> {
    /// For the leaves inside an element.
    pub(super) fn new(tree: &'t Tree<'p>, survey: &'t Survey, body: NodeId) -> Self {
        Self::within(tree, survey, body, body + 1..tree.past(body))
    }

    /// For the leaves inside an element that stand among some nodes.
    pub(super) fn within(tree: &'t Tree<'p>, survey: &'t Survey, body: NodeId, nodes: Range<NodeId>) -> Self {
        let has_embeds = survey.marked.iter().any(|(_, traits)| traits.is_embed);
        Self { tree, survey, body, has_embeds, shapes: Shapes::new(tree, survey, body, nodes) }
    }

    /// What the markup says of a leaf.
    pub(super) fn told(&self, leaf: &Leaf) -> Told {
        let post = self.has_embeds.then(|| self.post(leaf)).flatten();
        if post.is_some() {
            return Told { kind: BlockKind::Embed, post, is_settled: true };
        }
        let (kind, is_settled) = self.kind(leaf);
        Told { kind, post, is_settled }
    }

    fn kind(&self, leaf: &Leaf) -> (BlockKind, bool) {
        use BlockKind::*;
        if self.shapes.is_entry_time(leaf.first) {
            return (Subhead, true);
        }
        let around = self.around(leaf).find_map(|id| self.own_kind(id, leaf));
        match around.unwrap_or(Paragraph) {
            // A page may be laid out by a table.
            Table if leaf.len > LONGEST_CELL => (Paragraph, false),
            Paragraph | Subhead if self.shapes.is_interview && self.is_question(leaf, around) => (Question, true),
            Question if self.is_guide(leaf) => (Subhead, false),
            Paragraph | Subhead if self.shapes.is_picture(leaf) => (Caption, false),
            Paragraph if self.is_bold_heading(leaf) || self.is_in_head(leaf) => (Subhead, false),
            Quote if self.is_attribution(leaf) => (Quote, true),
            kind => (kind, kind == Question),
        }
    }

    /// Whether a leaf stands in a list of questions that are often asked: nobody is asked there.
    fn is_guide(&self, leaf: &Leaf) -> bool {
        let has_name = |id: NodeId, name: &str| {
            self.tree.attr_source(id, name).is_some_and(|value| value.to_ascii_lowercase().contains(GUIDE))
        };
        self.around(leaf).take(8).any(|id| ["class", "id", "itemtype"].into_iter().any(|name| has_name(id, name)))
    }

    /// The post of another site around a leaf, the outermost when one holds another.
    fn post(&self, leaf: &Leaf) -> Option<NodeId> {
        let is_embed = |&id: &NodeId| self.traits(id).is_some_and(|traits| traits.is_embed);
        self.around(leaf).filter(is_embed).last()
    }

    /// Whether a leaf belongs to what stands around the words of a post: its foot, its bar.
    pub(super) fn is_frame_of(&self, post: NodeId, leaf: &Leaf) -> bool {
        let inside = self.around(leaf).take_while(|&id| id > post);
        inside.filter_map(|id| self.traits(id)).any(|traits| traits.furniture == Some(Furniture::Navigation))
    }

    /// Whether a short leaf is called the credit of a picture.
    pub(super) fn is_credit(&self, leaf: &Leaf) -> bool {
        let mut around = self.around(leaf).take(2).filter_map(|id| self.traits(id));
        leaf.len <= LONGEST_CREDIT && around.any(|traits| traits.is_credit)
    }

    /// The elements around a leaf inside the body, innermost first.
    pub(super) fn around(&self, leaf: &Leaf) -> impl Iterator<Item = NodeId> + '_ {
        let around = std::iter::once(leaf.owner).chain(self.tree.ancestors(leaf.owner));
        around.take_while(|&id| id > self.body)
    }

    fn traits(&self, id: NodeId) -> Option<Traits> {
        let place = self.survey.marked.binary_search_by_key(&id, |&(id, _)| id).ok()?;
        Some(self.survey.marked[place].1)
    }

    fn own_kind(&self, id: NodeId, leaf: &Leaf) -> Option<BlockKind> {
        let tag = self.tree.tag(id);
        let traits = self.traits(id).unwrap_or_default();
        if traits.is_caption {
            return Some(BlockKind::Caption);
        }
        match tag {
            Tag::Li if self.shapes.is_entry(id) => None,
            Tag::Dt | Tag::Dd if self.shapes.is_conversation(self.tree.parent(id)) => {
                Some(if tag == Tag::Dt { BlockKind::Question } else { BlockKind::Paragraph })
            }
            Tag::Li | Tag::Dd | Tag::Dt => Some(BlockKind::List),
            Tag::Blockquote => Some(BlockKind::Quote),
            Tag::H1 => Some(BlockKind::Headline),
            Tag::Summary => Some(BlockKind::Subhead),
            _ if tag.is_heading() => Some(BlockKind::Subhead),
            _ if is_table(tag) => self.shapes.is_data(self.tree, id).then_some(BlockKind::Table),
            _ => traits.part.filter(|&part| self.is_part(id, part, leaf)),
        }
    }

    /// Whether an element is small enough for what it is called.
    fn is_part(&self, id: NodeId, part: BlockKind, leaf: &Leaf) -> bool {
        let own = self.survey.unlinked[id as usize];
        match part {
            BlockKind::Subhead if own <= LONGEST_HEADING && !ends_sentence(self.tree.raw(leaf.past - 1)) => {
                leaf.link == 0 && self.goes_on_after(leaf)
            }
            BlockKind::Subhead => {
                let is_fit = (SHORTEST_STANDFIRST..=LONGEST_STANDFIRST).contains(&own) && id == leaf.owner;
                is_fit && self.is_under_headline(leaf)
            }
            BlockKind::Question => own <= LONGEST_QUESTION,
            _ => own <= LONGEST_QUOTE,
        }
    }

    /// Whether the main heading stands a little before a leaf, and the story's own paragraph not right after it.
    fn is_under_headline(&self, leaf: &Leaf) -> bool {
        let at = self.survey.leaves.partition_point(|other| other.first < leaf.first);
        let (before, after) = self.survey.leaves.split_at(at);
        let mut near = before.iter().rev().take(MOST_BETWEEN);
        let is_near = near.any(|other| self.is_main(other));
        let goes_on = after.get(1).is_some_and(|next| {
            let is_beside = self.tree.parent(next.owner) == self.tree.parent(leaf.owner);
            is_beside && next.len >= SHORTEST_SENTENCE && ends_sentence(self.tree.raw(next.past - 1))
        });
        is_near && !goes_on
    }

    /// Whether a leaf stands with the main heading in a box apart from the story, first of the longer lines there.
    fn is_in_head(&self, leaf: &Leaf) -> bool {
        if leaf.len < SHORTEST_STANDFIRST || leaf.len > LONGEST_STANDFIRST || leaf.link > 0 || self.has_time(leaf) {
            return false;
        }
        let parent = self.tree.parent(leaf.owner);
        [Some(leaf.owner), parent].into_iter().flatten().any(|id| self.is_head_with(id, leaf))
    }

    /// Whether an element is a small box that holds the main heading before a leaf, and no longer line beside.
    fn is_head_with(&self, id: NodeId, leaf: &Leaf) -> bool {
        let own = self.survey.unlinked[id as usize];
        let is_box = own <= 2 * LONGEST_STANDFIRST && 4 * own <= self.survey.unlinked[self.body as usize];
        let at = self.survey.leaves.partition_point(|other| other.first < leaf.first);
        let (before, after) = self.survey.leaves.split_at(at);
        let before = before.iter().rev().take_while(|other| other.first > id).take(MOST_BETWEEN);
        let mut before = before.take_while(|other| other.len < SHORTEST_STANDFIRST || self.is_main(other));
        let mut after = after.iter().skip(1).take_while(|other| other.first < self.tree.past(id));
        is_box && after.all(|other| other.len < SHORTEST_STANDFIRST) && before.any(|other| self.is_main(other))
    }

    fn is_main(&self, leaf: &Leaf) -> bool {
        self.tree.tag(leaf.owner) == Tag::H1
    }

    fn has_time(&self, leaf: &Leaf) -> bool {
        has_time(self.tree, leaf)
    }

    /// Whether all of a leaf is bold.
    fn is_bold(&self, leaf: &Leaf) -> bool {
        self.shapes.is_bold(self.tree, leaf)
    }

    /// A short bold line that no sentence ends, with more of the story after it.
    fn is_bold_heading(&self, leaf: &Leaf) -> bool {
        let is_short = leaf.len <= LONGEST_HEADING && leaf.len > 3 && leaf.link == 0;
        is_short && !ends_sentence(self.tree.raw(leaf.past - 1)) && self.is_bold(leaf) && self.goes_on_after(leaf)
    }

    fn goes_on_after(&self, leaf: &Leaf) -> bool {
        let next = self.survey.leaves.get(self.survey.leaves.partition_point(|other| other.first <= leaf.first));
        next.is_some_and(|next| !self.is_bold(next) && next.first < self.shapes.last_sentence)
    }

    /// A bold line or a heading of an interview that asks, or ends as a sentence does.
    fn is_question(&self, leaf: &Leaf, around: Option<BlockKind>) -> bool {
        let raw = self.tree.raw(leaf.past - 1).trim_end();
        let is_short = leaf.len <= LONGEST_QUESTION && leaf.link == 0;
        let asks = raw.ends_with('?');
        let tells = asks || raw.ends_with(['.', '…', '!']) && self.goes_on_after(leaf);
        is_short && if around == Some(BlockKind::Subhead) { asks } else { tells && self.is_bold(leaf) }
    }

    /// The line of a quotation that says whose it is.
    fn is_attribution(&self, leaf: &Leaf) -> bool {
        let mut around = self.tree.ancestors(leaf.first).take(3);
        around.any(|id| matches!(self.tree.tag(id), Tag::Footer | Tag::Cite))
    }
}

/// Whether a leaf gives a time, with the element for it.
pub(super) fn has_time(tree: &Tree<'_>, leaf: &Leaf) -> bool {
    (leaf.first..leaf.past).any(|id| tree.tag(id) == Tag::Time)
        || tree.ancestors(leaf.first).take(2).any(|id| tree.tag(id) == Tag::Time)
}
