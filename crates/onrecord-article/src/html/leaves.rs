//! Runs of different kinds in one leaf: a caption and its credit, a quotation and its speaker, a question and its answer.

use onrecord_model::{BlockKind, Furniture};

use super::choose::ends_sentence;
use super::classes::{Purpose, purpose};
use super::shapes::is_strong;
use super::survey::{Leaf, n_visible};
use super::tree::{NodeId, Tag, Tree};

/// The credit of a picture is no longer than this, in characters.
const LONGEST_CREDIT: u32 = 90;
/// It begins with one of so many elements that the caption ends with.
const MOST_ELEMENTS: usize = 8;
/// Numbers of views and times are no longer than this, in characters, and have no more words.
const LONGEST_COUNTER: u32 = 20;
const MOST_WORDS: usize = 3;
/// How a line ends that is a question, or that an interviewer says instead of one.
const ENDS: [char; 4] = ['?', '.', '!', '…'];

/// A run of one kind.
#[derive(Clone, Copy)]
pub(super) struct Run {
    pub(super) leaf: Leaf,
    pub(super) kind: BlockKind,
    pub(super) furniture: Option<Furniture>,
    pub(super) is_settled: bool,
}

/// The runs that a leaf is made of.
pub(super) fn runs(tree: &Tree<'_>, whole: Run, is_interview: bool) -> Vec<Run> {
    let Run { leaf, kind, .. } = whole;
    let parted = match kind {
        BlockKind::Caption => credit(tree, &leaf).map(|at| (at, kind, BlockKind::Furniture)),
        BlockKind::Quote => speaker(tree, &leaf).map(|at| (at, kind, kind)),
        BlockKind::Paragraph if is_interview => answer(tree, &leaf, &ENDS).map(|at| (at, BlockKind::Question, kind)),
        _ => None,
    };
    let Some((at, first, second)) = parted else { return vec![whole] };
    let (Some(before), Some(after)) = (part(tree, &leaf, leaf.first, at), part(tree, &leaf, at, leaf.past)) else {
        return vec![whole];
    };
    let furniture = (second == BlockKind::Furniture).then_some(Furniture::Credit);
    vec![
        Run { leaf: before, kind: first, furniture: None, is_settled: first != BlockKind::Caption },
        Run { leaf: after, kind: second, furniture, is_settled: second != BlockKind::Paragraph },
    ]
}

/// A part of a leaf; `None` when nothing is shown there.
fn part(tree: &Tree<'_>, leaf: &Leaf, from: NodeId, to: NodeId) -> Option<Leaf> {
    let texts = (from..to).filter(|&id| tree.is_text(id) && n_visible(tree.raw(id)) > 0);
    let (first, last) = (texts.clone().next()?, texts.clone().next_back()?);
    let is_link = |id: NodeId| tree.ancestors(id).take_while(|&id| id > leaf.owner).any(|id| tree.tag(id) == Tag::A);
    let len = texts.clone().map(|id| n_visible(tree.raw(id))).sum();
    let link = texts.filter(|&id| is_link(id)).map(|id| n_visible(tree.raw(id))).sum();
    Some(Leaf { first, past: last + 1, len, link, ..*leaf })
}

/// The elements that a leaf ends with, after some text, outermost first.
fn last_elements<'t>(tree: &'t Tree<'_>, leaf: &'t Leaf) -> impl Iterator<Item = NodeId> + 't {
    let ends = |&id: &NodeId| !tree.is_text(id) && tree.tag(id) != Tag::Br && tree.past(id) >= leaf.past;
    (leaf.first + 1..leaf.past).filter(ends).take(MOST_ELEMENTS)
}

/// Where in a caption the credit begins.
fn credit(tree: &Tree<'_>, leaf: &Leaf) -> Option<NodeId> {
    let is_credit = |&id: &NodeId| {
        let words = tree.text_of(id, tree.past(id));
        let words = words.trim();
        let is_marked = words.starts_with(['(', '©']);
        let before = (leaf.first..id).rev().find(|&id| tree.is_text(id) && n_visible(tree.raw(id)) > 0);
        let Some(before) = before else { return false };
        let is_short = n_visible(words) <= LONGEST_CREDIT;
        let has_class = tree.attr_source(id, "class").and_then(purpose).is_some_and(is_of_credits);
        let is_named = has_class || is_marked;
        let is_apart = match tree.tag(id) {
            Tag::Small | Tag::Cite => true,
            Tag::I | Tag::Em => is_named || ends_sentence(tree.raw(before)),
            Tag::Span => {
                let beside = tree.parent(before).filter(|&other| tree.parent(other) == tree.parent(id));
                is_named || beside.is_some_and(|other| tree.tag(other) == Tag::Span)
            }
            _ => is_named,
        };
        // «Фото: <span>Анна Река</span>» is a credit as a whole.
        is_short && is_apart && !tree.raw(before).trim_end().ends_with(':')
    };
    last_elements(tree, leaf).find(is_credit)
}

fn is_of_credits(purpose: Purpose) -> bool {
    matches!(purpose, Purpose::Credit | Purpose::Furniture(Furniture::Credit | Furniture::Copyright))
}

/// Where in a quotation its speaker is named.
fn speaker(tree: &Tree<'_>, leaf: &Leaf) -> Option<NodeId> {
    last_elements(tree, leaf).find(|&id| tree.tag(id) == Tag::Cite)
}

/// Where after a bold question the answer begins: after the break that ends its line.
pub(super) fn answer(tree: &Tree<'_>, leaf: &Leaf, ends: &[char]) -> Option<NodeId> {
    if !tree.ancestors(leaf.first).take(3).any(|id| is_strong(tree.tag(id))) {
        return None;
    }
    let at = (leaf.first..leaf.past).find(|&id| tree.tag(id) == Tag::Br)?;
    let is_strong = |id: NodeId| tree.ancestors(id).take_while(|&id| id > leaf.owner).any(|id| is_strong(tree.tag(id)));
    let mut texts = (leaf.first..leaf.past).filter(|&id| tree.is_text(id) && n_visible(tree.raw(id)) > 0);
    let is_bold = texts.clone().take_while(|&id| id < at).all(is_strong);
    let goes_on = texts.any(|id| id > at && !is_strong(id));
    let before = (leaf.first..at).rev().find(|&id| tree.is_text(id) && n_visible(tree.raw(id)) > 0)?;
    (is_bold && goes_on && tree.raw(before).trim_end().ends_with(ends)).then_some(at)
}

/// Whether a leaf of a post counts its readers or gives its time: "14.2K 08:31", «вчера в 22:14».
pub(super) fn is_counter(tree: &Tree<'_>, leaf: &Leaf) -> bool {
    if leaf.len > LONGEST_COUNTER {
        return false;
    }
    let words = tree.text_of(leaf.first, leaf.past);
    let n_letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let has_digit = words.contains(|c: char| c.is_ascii_digit());
    let is_clock = |word: &str| word.split_once(':').is_some_and(|(hours, _)| hours.parse::<u8>().is_ok());
    let is_time = words.split_whitespace().any(is_clock) && words.split_whitespace().count() <= MOST_WORDS;
    n_letters == 0 || has_digit && n_letters <= 2 || is_time
}

/// Whether a leaf only says which of some pictures is shown: "1/6".
pub(super) fn is_place_in_gallery(tree: &Tree<'_>, leaf: &Leaf) -> bool {
    if leaf.len > 7 {
        return false;
    }
    let words = tree.text_of(leaf.first, leaf.past);
    let is_number = |part: &str| !part.trim().is_empty() && part.trim().parse::<u16>().is_ok();
    words.split_once('/').is_some_and(|(place, all)| is_number(place) && is_number(all))
}
