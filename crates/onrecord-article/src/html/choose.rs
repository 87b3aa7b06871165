//! Where in a page the article stands, and which parts inside are not its own.

use onrecord_model::Furniture;

use super::survey::{Along, Leaf, Survey, Traits, sums};
use super::tree::{NodeId, Tag, Tree};

/// A part with the name of furniture is furniture unless it holds this share, in percent, of the page's words.
const MOST_FURNITURE: u64 = 35;
/// Readers may write more than the author.
const MOST_COMMENTS: u64 = 85;
/// Shorter runs of text, in characters, say nothing about where the article is.
const SHORTEST_GOOD: u32 = 60;
const SHORTEST_SENTENCE: u32 = 20;

/// A card that leads to another story has fewer words of its own than this, in characters.
const LONGEST_CARD: u32 = 350;

/// Where the article is.
pub(super) struct Choice {
    /// The element that holds it.
    pub(super) body: NodeId,
    /// Parts of the page that are furniture: the first node, one past the last, the kind; in order, none inside another.
    pub(super) furniture: Vec<(NodeId, NodeId, Furniture)>,
    /// Which leaves are sentences of a story.
    pub(super) good: Vec<bool>,
    /// Characters of all good leaves in the body.
    pub(super) n_good: u32,
}

/// Chooses the element that holds the article.
pub(super) fn choose(tree: &Tree<'_>, survey: &Survey) -> Choice {
    let furniture = furniture(tree, survey);
    let good = good(tree, survey, &furniture);
    let goods = survey.leaves.iter().zip(&good).filter(|(_, good)| **good).map(|(leaf, _)| (leaf.owner, leaf.unlinked()));
    let goods = sums(tree, goods);
    let junk = survey.leaves.iter().filter(|leaf| leaf.is_linked()).map(|leaf| (leaf.owner, leaf.link));
    let junk = sums(tree, junk);
    let body = best(tree, survey, &goods, &junk);
    Choice { body, furniture, good, n_good: goods[body as usize] }
}

/// The parts of a page that their names say are furniture, unless they hold too much of it.
fn furniture(tree: &Tree<'_>, survey: &Survey) -> Vec<(NodeId, NodeId, Furniture)> {
    let all = u64::from(survey.unlinked[0]);
    let mut found: Vec<(NodeId, NodeId, Furniture)> = Vec::new();
    for &(id, traits) in &survey.marked {
        let Traits { furniture: Some(kind), is_body: false, is_frame: false, is_embed: false, .. } = traits else { continue };
        let own = u64::from(survey.unlinked[id as usize]);
        let most = if kind == Furniture::Comment { MOST_COMMENTS } else { MOST_FURNITURE };
        let is_inside = found.last().is_some_and(|&(_, past, _)| id < past);
        if !is_inside && 100 * own < most * all.max(1) {
            found.push((id, tree.past(id), kind));
        }
    }
    add_cards(tree, survey, &mut found);
    found.sort_by_key(|&(first, past, _)| (first, u32::MAX - past));
    let mut end = 0;
    found.retain(|&(_, past, _)| {
        let is_outermost = past > end;
        end = end.max(past);
        is_outermost
    });
    found
}

/// Adds the cards that lead to other stories: a heading that is a link, and a few words.
fn add_cards(tree: &Tree<'_>, survey: &Survey, found: &mut Vec<(NodeId, NodeId, Furniture)>) {
    let most = (survey.unlinked[0] / 5).min(LONGEST_CARD);
    let is_small = |id: &NodeId| survey.unlinked[*id as usize] < most && tree.tag(*id) != Tag::Body;
    let card = |leaf: &Leaf| {
        let is_heading = tree.tag(leaf.owner).is_heading() && 10 * leaf.link >= 9 * leaf.len;
        let card = tree.ancestors(leaf.owner).take_while(is_small).last();
        card.filter(|_| is_heading).map(|card| (card, tree.past(card), Furniture::Related))
    };
    let mut cards: Vec<_> = survey.leaves.iter().filter_map(card).collect();
    cards.dedup();
    if cards.len() > 1 {
        found.extend(cards);
    }
}

/// Which leaves are sentences of a story.
fn good(tree: &Tree<'_>, survey: &Survey, furniture: &[(NodeId, NodeId, Furniture)]) -> Vec<bool> {
    let mut along = Along::new(furniture);
    let captions: Vec<_> = survey.marked.iter().filter(|(_, traits)| traits.is_caption).map(|&(id, _)| (id, tree.past(id), ())).collect();
    let mut captions = Along::new(&captions);
    let is_good = |leaf: &Leaf| {
        let is_out = along.at(leaf.first).is_some() || captions.at(leaf.first).is_some();
        !is_out && !leaf.is_linked() && is_sentence(tree, leaf)
    };
    survey.leaves.iter().map(is_good).collect()
}

/// Whether a leaf reads like a sentence or more.
fn is_sentence(tree: &Tree<'_>, leaf: &Leaf) -> bool {
    if tree.tag(leaf.owner).is_heading() || leaf.len < SHORTEST_SENTENCE {
        return false;
    }
    leaf.len >= SHORTEST_GOOD || ends_sentence(tree.raw(leaf.past - 1))
}

/// Whether source ends as a sentence does.
pub(super) fn ends_sentence(source: &str) -> bool {
    source.trim_end().ends_with(['.', '!', '?', '…', ':', ';', '"', '”', '»', ')'])
}

/// The element with most good text and least links.
fn best(tree: &Tree<'_>, survey: &Survey, goods: &[u32], junk: &[u32]) -> NodeId {
    let score = |id: NodeId| i64::from(goods[id as usize]) - i64::from(junk[id as usize]) / 2;
    let mut best = (0, i64::MIN);
    for id in 0..tree.len() as NodeId {
        if goods[id as usize] > 0 && tree.tag(id).is_block() && score(id) >= best.1 {
            best = (id, score(id));
        }
    }
    frame(tree, survey, goods, best.0)
}

/// An `article`, `main` or named body inside the best element, when it holds most of the good text.
fn frame(tree: &Tree<'_>, survey: &Survey, goods: &[u32], best: NodeId) -> NodeId {
    let past = tree.past(best);
    let mut found = best;
    for &(id, traits) in &survey.marked {
        let is_in = id > found && tree.past(id) <= past;
        let is_full = 10 * u64::from(goods[id as usize]) >= 8 * u64::from(goods[best as usize]);
        if is_in && is_full && (traits.is_body || traits.is_frame) {
            found = id;
        }
    }
    found
}

/// Whether a tag stands for a table.
pub(super) fn is_table(tag: Tag) -> bool {
    tag == Tag::Table || tag.is_table_part()
}
