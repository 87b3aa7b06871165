//! What is told of a part by the others: a quotation that a paragraph repeats, a signature after the last sentence.

use onrecord_model::{BlockKind, Furniture};

use super::choose::ends_sentence;
use super::parts::{Part, Reader};
use super::survey::{Leaf, Traits};
use super::tree::{NodeId, Tag};

/// More links with a label than these are a list of things.
const MOST_LABELLED: usize = 3;
/// A quotation set apart is as long as this, in characters, and so many lines are looked at.
const SHORTEST_QUOTE: u32 = 22;
const LONGEST_QUOTE: u32 = 140;
const MOST_QUOTES: usize = 12;
const FEWEST_WORDS: usize = 6;
/// A signature is no longer than this, in characters, and stands among so many last parts.
const LONGEST_SIGNATURE: u32 = 80;
const MOST_SIGNATURES: usize = 3;
/// An invitation beside the last sentence is no longer than this, in characters; so many walls are looked at.
const LONGEST_INVITATION: u32 = 120;
const MOST_WALLS: usize = 16;
/// A picture beside the last sentence stands so many levels above the words under it.
const MOST_LEVELS: usize = 3;

/// Marks parts by what stands around them.
pub(super) fn mark(reader: &Reader<'_, '_>, parts: &mut [Part]) {
    mark_labelled(reader, parts);
    mark_repeated(reader, parts);
    mark_signatures(reader, parts);
    keep_end(reader, parts);
}

fn is_own(part: &Part) -> bool {
    part.is_kept && part.furniture.is_none() && !part.is_settled
}

/// Marks lines of a label and a link to another page: «Ещё одна беседа: Гончар о глине».
fn mark_labelled(reader: &Reader<'_, '_>, parts: &mut [Part]) {
    let is_labelled = |part: &&mut Part| {
        is_own(part) && matches!(part.kind, BlockKind::Paragraph) && reader.is_labelled_link(&part.leaf)
    };
    let found: Vec<&mut Part> = parts.iter_mut().filter(is_labelled).collect();
    if found.len() <= MOST_LABELLED {
        found.into_iter().for_each(|part| set(part, Furniture::Related));
    }
}

fn set(part: &mut Part, furniture: Furniture) {
    (part.kind, part.furniture, part.is_settled) = (BlockKind::Furniture, Some(furniture), false);
}

/// Marks quotations set apart: words of a longer paragraph of the story, in a line of their own.
fn mark_repeated(reader: &Reader<'_, '_>, parts: &mut [Part]) {
    let tree = reader.tree;
    let words = |leaf: &Leaf| {
        let text = tree.text_of(leaf.first, leaf.past);
        text.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
    };
    let is_line = |part: &Part| {
        let is_fit = (SHORTEST_QUOTE..=LONGEST_QUOTE).contains(&part.leaf.len) && part.leaf.link == 0;
        let is_fit = is_fit && !tree.raw(part.leaf.past - 1).trim_end().ends_with('.');
        is_own(part) && is_fit && part.kind == BlockKind::Paragraph
    };
    let lines: Vec<usize> = (0..parts.len()).filter(|&at| is_line(&parts[at])).take(MOST_QUOTES).collect();
    if lines.is_empty() {
        return;
    }
    let is_paragraph = |part: &&Part| is_own(part) && part.is_good && part.leaf.len > SHORTEST_QUOTE;
    let paragraphs: Vec<(Leaf, String)> =
        parts.iter().filter(is_paragraph).map(|part| (part.leaf, words(&part.leaf))).collect();
    for at in lines {
        let leaf = parts[at].leaf;
        let line = words(&leaf);
        if line.split_whitespace().count() < FEWEST_WORDS {
            continue;
        }
        // The paragraph may have its first letter in another case.
        let rest = line.char_indices().nth(1).map_or("", |(at, _)| &line[at..]);
        let repeats = |(other, text): &(Leaf, String)| 2 * other.len > 3 * leaf.len && text.contains(rest);
        if paragraphs.iter().any(repeats) {
            parts[at].kind = BlockKind::Quote;
            parts[at].is_settled = true;
        }
    }
}

/// Marks the short last lines that are set to the right: who wrote it, who made the pictures.
fn mark_signatures(reader: &Reader<'_, '_>, parts: &mut [Part]) {
    let tree = reader.tree;
    let is_right = |id: NodeId| {
        let has = |name: &str, value: &str| {
            tree.attr_source(id, name).is_some_and(|found| found.to_ascii_lowercase().contains(value))
        };
        has("align", "right")
            || has("class", "text-align-right")
            || has("style", "align: right")
            || has("style", "align:right")
    };
    let own = parts.iter_mut().rev().filter(|part| part.is_kept && part.furniture.is_none());
    for part in own.take(MOST_SIGNATURES) {
        let leaf = part.leaf;
        let is_line = leaf.len <= LONGEST_SIGNATURE && !matches!(part.kind, BlockKind::Embed | BlockKind::Table);
        if is_line && !ends_sentence(tree.raw(leaf.past - 1)) && tree.tag(leaf.owner) == Tag::P && is_right(leaf.owner)
        {
            set(part, Furniture::Credit);
        }
    }
}

/// Keeps what asks to pay or to subscribe right after the last sentence, inside a wall or beside it, and words under pictures.
fn keep_end(reader: &Reader<'_, '_>, parts: &mut [Part]) {
    let tree = reader.tree;
    let Some(last) = parts.iter().rposition(|part| part.is_kept) else { return };
    let beside = tree.parent(parts[last].leaf.owner);
    let is_wall = |&&(id, traits): &&(NodeId, Traits)| traits.is_wall && tree.tag(id) != Tag::Body;
    let walls: Vec<NodeId> = reader.survey.marked.iter().filter(is_wall).map(|&(id, _)| id).take(MOST_WALLS).collect();
    for part in &mut parts[last + 1..] {
        let first = part.leaf.first;
        let is_near = tree.parent(part.leaf.owner) == beside && part.leaf.len <= LONGEST_INVITATION;
        let is_in_wall = || walls.iter().any(|&id| id < first && first < tree.past(id));
        let is_of_picture = part.kind == BlockKind::Caption || part.is_credit_of_caption();
        let is_picture_near = || tree.ancestors(part.leaf.owner).take(MOST_LEVELS).any(|id| Some(id) == beside);
        let is_own = match part.furniture {
            Some(Furniture::Promo) => is_near || is_in_wall(),
            _ => is_of_picture && is_picture_near(),
        };
        if !is_own && part.kind != BlockKind::Quote {
            break;
        }
        part.is_kept = is_own;
    }
}
