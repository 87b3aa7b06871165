//! What parts of a body look like: tables of data, pictures with words, conversations, entries with a time, invitations.

use std::ops::Range;

use hashbrown::HashSet;

use super::choose::ends_sentence;
use super::leaves::{answer, is_place_in_gallery};
use super::survey::{Leaf, Survey};
use super::tree::{NodeId, Tag, Tree};

/// A table of data has cells no longer than this on the average, in characters, in so many rows of several.
const LONGEST_MEAN_CELL: u32 = 60;
const FEWEST_ROWS: u32 = 2;
/// A picture's box has no more text than this, in characters, in a gallery that counts its pictures or outside of one, in so
/// many runs; it stands so many levels around it.
const LONGEST_IN_GALLERY: u32 = 260;
const LONGEST_PICTURE: u32 = 130;
const MOST_RUNS: usize = 2;
const MOST_LEVELS: usize = 4;
/// A box of either kind holds no more nodes than this.
const MOST_NODES: u32 = 300;
/// Pages with more such boxes are lists of things with pictures.
const MOST_PICTURES: usize = 5;
const MOST_INVITATIONS: usize = 3;
/// The box of an invitation has no more text than this, in characters, and is no more than a part in so many.
const LONGEST_INVITATION: u32 = 500;
const LONGEST_WITH_BUTTON: u32 = 250;
const SHARE_OF_INVITATION: u32 = 4;
const SHORTEST_INVITATION: u32 = 25;
/// So many questions in bold make an interview, and so many lines that are a time a page with entries.
const FEWEST_QUESTIONS: usize = 3;
const FEWEST_ENTRIES: usize = 3;
/// A line that is a time is no longer than this, in characters.
const LONGEST_TIME: u32 = 9;

/// The shapes of a body.
#[derive(Default)]
pub(super) struct Shapes {
    /// Whether the body asks and answers.
    pub(super) is_interview: bool,
    /// The first text of the last leaf that ends as a sentence does.
    pub(super) last_sentence: NodeId,
    data: HashSet<NodeId>,
    conversations: HashSet<NodeId>,
    times: Vec<NodeId>,
    entries: HashSet<NodeId>,
    pictures: Vec<(NodeId, NodeId)>,
    invitations: Vec<(NodeId, NodeId)>,
}

impl Shapes {
    /// The shapes among some nodes of an element.
    pub(super) fn new(tree: &Tree<'_>, survey: &Survey, body: NodeId, nodes: Range<NodeId>) -> Self {
        let first = survey.leaves.partition_point(|leaf| leaf.first < nodes.start);
        let last = survey.leaves.partition_point(|leaf| leaf.first < nodes.end);
        let leaves = &survey.leaves[first.min(last)..last];
        let mut shapes = Self { data: data_tables(tree, leaves, nodes.clone()), ..Self::default() };
        let ends = |leaf: &&Leaf| ends_sentence(tree.raw(leaf.past - 1));
        shapes.last_sentence = leaves.iter().rev().find(ends).map_or(0, |leaf| leaf.first);
        shapes.find_questions(tree, leaves);
        shapes.find_times(tree, leaves);
        let look = Look { tree, survey, body };
        let mut in_gallery = Vec::new();
        for id in nodes {
            match tree.tag(id) {
                Tag::Dl if look.is_conversation(id) => {
                    shapes.conversations.insert(id);
                }
                Tag::Img | Tag::Amp => match look.picture(id) {
                    Some((found, Shown::InGallery)) => in_gallery.push(found),
                    Some((found, Shown::Alone)) => shapes.pictures.push(found),
                    None => {}
                },
                Tag::Input | Tag::Button => shapes.invitations.extend(look.invitation(id)),
                _ => {}
            }
        }
        if shapes.pictures.len() > MOST_PICTURES {
            shapes.pictures.clear();
        }
        shapes.pictures.extend(in_gallery);
        shapes.pictures.sort_unstable();
        shapes.invitations.dedup();
        if shapes.invitations.len() > MOST_INVITATIONS {
            shapes.invitations.clear();
        }
        shapes
    }

    fn find_questions(&mut self, tree: &Tree<'_>, leaves: &[Leaf]) {
        let is_headed = |leaf: &Leaf| {
            let mut around = std::iter::once(leaf.owner).chain(tree.ancestors(leaf.owner)).take(3);
            around.any(|id| tree.tag(id).is_heading() || tree.tag(id) == Tag::Summary)
        };
        // Headings that ask, and what unfolds under them, are a guide and no conversation.
        let asks = |leaf: &&Leaf| {
            if is_headed(leaf) {
                return false;
            }
            let is_whole = tree.raw(leaf.past - 1).trim_end().ends_with('?') && self.is_bold(tree, leaf);
            is_whole || answer(tree, leaf, &['?']).is_some()
        };
        self.is_interview = leaves.iter().filter(asks).count() >= FEWEST_QUESTIONS;
    }

    fn find_times(&mut self, tree: &Tree<'_>, leaves: &[Leaf]) {
        let times: Vec<&Leaf> = leaves.iter().filter(|leaf| is_time(tree, leaf)).collect();
        let is_li = |&id: &NodeId| tree.tag(id) == Tag::Li;
        // A table of matches or trains is full of times; entries have sentences between them.
        let is_cell = times.iter().any(|leaf| tree.ancestors(leaf.owner).take(3).any(|id| tree.tag(id) == Tag::Table));
        let apart = |pair: &&[&Leaf]| pair[1].first > pair[0].past + 4;
        if times.len() >= FEWEST_ENTRIES && !is_cell && times.windows(2).filter(apart).count() + 1 >= FEWEST_ENTRIES {
            self.times = times.iter().map(|leaf| leaf.first).collect();
            self.entries = times.iter().filter_map(|leaf| tree.ancestors(leaf.first).find(is_li)).collect();
        }
    }

    /// Whether all text of a leaf is bold.
    pub(super) fn is_bold(&self, tree: &Tree<'_>, leaf: &Leaf) -> bool {
        (leaf.first..leaf.past).filter(|&id| tree.is_text(id)).all(|id| {
            let is_blank = tree.raw(id).trim().is_empty();
            is_blank || tree.ancestors(id).take_while(|&id| id > leaf.owner).any(|id| is_strong(tree.tag(id)))
        })
    }

    /// Whether a line is nothing but the time of an entry.
    pub(super) fn is_entry_time(&self, first: NodeId) -> bool {
        self.times.binary_search(&first).is_ok()
    }

    /// Whether an item of a list is an entry with a time of its own.
    pub(super) fn is_entry(&self, id: NodeId) -> bool {
        self.entries.contains(&id)
    }

    /// Whether a list of terms asks and answers.
    pub(super) fn is_conversation(&self, list: Option<NodeId>) -> bool {
        list.is_some_and(|id| self.conversations.contains(&id))
    }

    /// Whether a table, or the one around a part of a table, holds data.
    pub(super) fn is_data(&self, tree: &Tree<'_>, id: NodeId) -> bool {
        let table = std::iter::once(id).chain(tree.ancestors(id)).find(|&id| tree.tag(id) == Tag::Table);
        table.is_some_and(|table| self.data.contains(&table))
    }

    /// Whether a leaf is in the box of a picture.
    pub(super) fn is_picture(&self, leaf: &Leaf) -> bool {
        holds(&self.pictures, leaf.first)
    }

    /// Whether a leaf is in a box that asks the reader to write something.
    pub(super) fn is_invitation(&self, leaf: &Leaf) -> bool {
        holds(&self.invitations, leaf.first)
    }
}

/// Whether one of some ranges, in order of their beginnings, holds a node; no range is deep in many others.
fn holds(ranges: &[(NodeId, NodeId)], id: NodeId) -> bool {
    let past = ranges.partition_point(|range| range.0 <= id);
    ranges[..past].iter().rev().take(MOST_LEVELS).any(|range| id < range.1)
}

/// Whether a tag makes words bold.
pub(super) fn is_strong(tag: Tag) -> bool {
    matches!(tag, Tag::B | Tag::Strong)
}

/// Whether a leaf is a time and no more: "14.10 BST", «18:05».
fn is_time(tree: &Tree<'_>, leaf: &Leaf) -> bool {
    if leaf.len < 4 || leaf.len > LONGEST_TIME {
        return false;
    }
    let words = tree.text_of(leaf.first, leaf.past);
    let mut words = words.split_whitespace();
    let is_clock = words.next().and_then(|word| word.split_once([':', '.'])).is_some_and(|(hours, minutes)| {
        let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        (1..=2).contains(&hours.len()) && minutes.len() == 2 && is_number(hours) && is_number(minutes)
    });
    is_clock && words.next().is_none_or(|zone| zone.chars().all(char::is_alphabetic)) && words.next().is_none()
}

/// The tables that hold data: several rows of several short cells, and no table inside.
fn data_tables(tree: &Tree<'_>, leaves: &[Leaf], nodes: Range<NodeId>) -> HashSet<NodeId> {
    let table =
        |id: NodeId| tree.ancestors(id).take_while(|&id| id >= nodes.start).find(|&id| tree.tag(id) == Tag::Table);
    let mut found: Vec<(NodeId, [u32; 3])> =
        nodes.clone().filter(|&id| tree.tag(id) == Tag::Table).map(|id| (id, [0; 3])).collect();
    if found.is_empty() {
        return HashSet::new();
    }
    let mut outer = HashSet::new();
    outer.extend(found.iter().filter_map(|&(id, _)| table(id)));
    let place = |found: &[(NodeId, [u32; 3])], id: NodeId| {
        table(id).and_then(|table| found.binary_search_by_key(&table, |&(id, _)| id).ok())
    };
    for row in nodes.clone().filter(|&id| tree.tag(id) == Tag::Tr) {
        let cells = tree.children(row).filter(|&id| matches!(tree.tag(id), Tag::Td | Tag::Th)).count();
        if let Some(place) = place(&found, row).filter(|_| cells > 1) {
            found[place].1[0] += 1;
        }
    }
    for leaf in leaves {
        if let Some(place) = place(&found, leaf.first) {
            found[place].1[1] += 1;
            found[place].1[2] += leaf.len;
        }
    }
    let is_data = |&&(id, [rows, cells, len]): &&(NodeId, [u32; 3])| {
        rows >= FEWEST_ROWS && len <= LONGEST_MEAN_CELL * cells && !outer.contains(&id)
    };
    found.iter().filter(is_data).map(|&(id, _)| id).collect()
}

/// Looks at the parts of a body.
struct Look<'t, 'p> {
    tree: &'t Tree<'p>,
    survey: &'t Survey,
    body: NodeId,
}

impl Look<'_, '_> {
    fn leaves(&self, id: NodeId) -> &[Leaf] {
        let first = self.survey.leaves.partition_point(|leaf| leaf.first < id);
        let past = self.survey.leaves.partition_point(|leaf| leaf.first < self.tree.past(id));
        &self.survey.leaves[first.min(past)..past]
    }

    /// The nearest element around that has words of its own.
    fn with_words(&self, id: NodeId, least: u32) -> Option<NodeId> {
        let around = self.tree.ancestors(id).take(MOST_LEVELS).take_while(|&id| id > self.body);
        around.into_iter().find(|&id| self.survey.unlinked[id as usize] >= least)
    }

    /// Whether most terms of a list ask.
    fn is_conversation(&self, list: NodeId) -> bool {
        let asks = |&id: &NodeId| {
            let leaves = self.leaves(id);
            leaves.first().is_some_and(|leaf| self.tree.raw(leaf.past - 1).trim_end().ends_with('?'))
        };
        let terms: Vec<NodeId> = self.tree.children(list).filter(|&id| self.tree.tag(id) == Tag::Dt).collect();
        2 * terms.iter().filter(|id| asks(id)).count() > terms.len()
    }

    /// The box of a picture and a few words under it.
    fn picture(&self, id: NodeId) -> Option<((NodeId, NodeId), Shown)> {
        use Tag::*;
        let found = self.with_words(id, 1)?;
        let own = self.survey.unlinked[found as usize];
        if self.tree.past(found) - found > MOST_NODES {
            return None;
        }
        let is_plain = !matches!(self.tree.tag(found), P | Article | Main | Section | Blockquote | Li | Header | Body);
        let leaves = self.leaves(found);
        let is_place = |leaf: &Leaf| is_place_in_gallery(self.tree, leaf);
        let n_places = leaves.iter().filter(|leaf| is_place(leaf)).count();
        let shown = if n_places == 1 { Shown::InGallery } else { Shown::Alone };
        let is_fit = match shown {
            Shown::InGallery => own <= LONGEST_IN_GALLERY,
            Shown::Alone => own <= LONGEST_PICTURE && leaves.iter().all(|leaf| self.tree.tag(leaf.owner) != P),
        };
        if !is_fit || !is_plain || 4 * own > self.survey.unlinked[self.body as usize] {
            return None;
        }
        // A face beside a name and a date is no picture of the story.
        let has_time = self.tree.descendants(found).any(|id| matches!(self.tree.tag(id), Time | Button));
        let is_under = |leaf: &Leaf| leaf.first > id && leaf.link == 0 && !self.tree.tag(leaf.owner).is_heading();
        let is_box = !has_time && leaves.len() <= MOST_RUNS + n_places && leaves.iter().all(is_under);
        is_box.then_some(((found, self.tree.past(found)), shown))
    }

    /// The box around something to write in or to press, with a few words that ask to.
    fn invitation(&self, id: NodeId) -> Option<(NodeId, NodeId)> {
        use Tag::*;
        let is_button = self.tree.tag(id) == Button;
        let is_field = self.tree.attr_source(id, "type").is_none_or(|kind| matches!(kind, "email" | "text" | "tel"));
        let found = if is_button { self.tree.parent(id)? } else { self.with_words(id, SHORTEST_INVITATION)? };
        if self.tree.past(found) - found > MOST_NODES {
            return None;
        }
        let own = self.survey.unlinked[found as usize];
        let longest = if is_button { LONGEST_WITH_BUTTON } else { LONGEST_INVITATION };
        let is_small = own <= longest && SHARE_OF_INVITATION * own <= self.survey.unlinked[self.body as usize];
        let is_box = matches!(self.tree.tag(found), Div | Form | Section | Aside | Custom) && found > self.body;
        let leaves = self.leaves(found);
        let has_headline = leaves.iter().any(|leaf| self.tree.tag(leaf.owner) == H1);
        let is_titled = leaves.len() == 2 && !ends_sentence(self.tree.raw(leaves[0].past - 1));
        let asks = if is_button { is_titled && own >= SHORTEST_INVITATION } else { is_field };
        (is_small && is_box && !has_headline && asks).then_some((found, self.tree.past(found)))
    }
}

/// Where a picture is shown: among others that are counted, or not.
enum Shown {
    InGallery,
    Alone,
}
