//! What stands around a headline up to the first sentence: the standfirst and the words under the first picture stay.

use onrecord_lang::FurnitureKind;
use onrecord_model::{BlockKind, Furniture};

use super::kinds::{Kinds, has_time};
use super::parts::{Part, Reader};
use super::survey::{Along, Leaf};
use super::tree::{NodeId, Tag, Tree};

/// So many runs of text after the headline, and before it, may be words under the first picture.
const MOST_AFTER: usize = 16;
const MOST_BEFORE: usize = 3;
/// A credit is no longer than this, in characters, and stands so few nodes after its picture.
const LONGEST_CREDIT: u32 = 60;
const MOST_NODES_BETWEEN: u32 = 6;

/// Settles the parts up to the first sentence; the headline is given when it stands before the body.
pub(super) fn settle(reader: &Reader<'_, '_>, headline: Option<Leaf>, parts: &mut Vec<Part>) {
    let is_sentence = |part: &Part| {
        let is_own = part.is_kept && part.is_good && part.kind == BlockKind::Paragraph;
        is_own && !has_time(reader.tree, &part.leaf)
    };
    let first = parts.iter().position(is_sentence);
    let own = first.unwrap_or(0);
    if let Some(inside) = parts[..own].iter().position(|part| part.kind == BlockKind::Headline && part.is_kept) {
        settle_inside(reader.tree, &mut parts[inside..own]);
        let near = inside.saturating_sub(MOST_BEFORE + 1);
        keep_captions(&mut parts[near..inside]);
    } else if headline.is_some() {
        settle_inside(reader.tree, &mut parts[..own]);
    }
    let Some(leaf) = headline else { return };
    let start = parts.iter().find(|part| part.is_kept).map_or(NodeId::MAX, |part| part.leaf.first);
    let (before, after) = if first.is_some() { around(reader, &leaf, start) } else { (Vec::new(), Vec::new()) };
    let title = Part {
        leaf,
        kind: BlockKind::Headline,
        furniture: None,
        post: None,
        is_settled: false,
        is_good: false,
        is_kept: true,
    };
    parts.splice(0..0, before.into_iter().chain([title]).chain(after));
}

/// Keeps captions and their credits.
fn keep_captions(parts: &mut [Part]) {
    for part in parts {
        part.is_kept |= part.kind == BlockKind::Caption || part.is_credit_of_caption();
    }
}

/// Keeps captions and standfirsts, and leaves out lines that name an author, a time, or other pages.
fn settle_inside(tree: &Tree<'_>, parts: &mut [Part]) {
    keep_captions(parts);
    // A heading over what is left out goes with it.
    for at in 1..parts.len() {
        let is_heading = tree.tag(parts[at - 1].leaf.owner).is_heading() && parts[at - 1].kind == BlockKind::Subhead;
        if is_heading && parts[at].furniture == Some(Furniture::Related) {
            parts[at - 1].is_kept = false;
        }
    }
    for part in parts {
        match part.kind {
            BlockKind::Paragraph => part.is_kept = false,
            BlockKind::Furniture => part.is_kept &= part.furniture != Some(Furniture::Related),
            _ => {}
        }
    }
}

/// The captions before a headline, and those between it and the body. A standfirst there is the page's rather than the body's.
fn around(reader: &Reader<'_, '_>, headline: &Leaf, start: NodeId) -> (Vec<Part>, Vec<Part>) {
    let Reader { tree, survey, choice, .. } = reader;
    let holds = |id: &NodeId| tree.past(*id) > headline.first && tree.past(*id) > choice.body;
    let Some(common) = tree.ancestors(headline.first.min(choice.body)).find(holds) else { return Default::default() };
    let at = survey.leaves.partition_point(|leaf| leaf.first < headline.first);
    let near = at.saturating_sub(MOST_BEFORE);
    let nodes =
        survey.leaves.get(near).map_or(headline.first, |leaf| leaf.owner.max(common))..start.min(tree.past(common));
    let kinds = Kinds::within(tree, survey, common, nodes);
    let read = |leaves: &[Leaf]| {
        let mut along = Along::new(&choice.furniture);
        let mut parts = Vec::new();
        for leaf in leaves.iter().filter(|leaf| leaf.first < start && leaf.first > common) {
            let outside = along.at(leaf.first).filter(|&(first, _)| first > common);
            let is_heading = tree.tag(leaf.owner).is_heading();
            let is_of_picture = || kinds.told(leaf).kind == BlockKind::Caption || is_credit(reader, leaf);
            if outside.is_none() && !is_heading && is_of_picture() {
                reader.add(leaf, false, None, &kinds, &mut parts);
            }
        }
        parts.retain(|part| part.furniture != Some(Furniture::Related));
        parts
    };
    let rest = &survey.leaves[(at + 1).min(survey.leaves.len())..];
    (read(&survey.leaves[near..at]), read(&rest[..rest.len().min(MOST_AFTER)]))
}

/// Whether a line right after a picture says who made it.
fn is_credit(reader: &Reader<'_, '_>, leaf: &Leaf) -> bool {
    let first = leaf.owner.saturating_sub(MOST_NODES_BETWEEN);
    let is_after_picture = || (first..leaf.owner).any(|id| matches!(reader.tree.tag(id), Tag::Img | Tag::Amp));
    let is_known = || reader.known(leaf).is_some_and(|(kind, is_bare)| kind == FurnitureKind::Credit && !is_bare);
    leaf.len <= LONGEST_CREDIT && is_after_picture() && is_known()
}
