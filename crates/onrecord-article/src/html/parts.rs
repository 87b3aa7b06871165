//! The runs of text of a body, and what each is: a part of the story, or furniture that stands inside it.

use onrecord_lang::{FurnitureKind, PageWords};
use onrecord_model::{BlockKind, Furniture, Span};

use super::choose::{Choice, ends_sentence, is_internal};
use super::kinds::{Kinds, Told};
use super::leaves::{self, Run};
use super::survey::{Along, Leaf, Survey};
use super::tree::{NodeId, Tag, Tree};
use crate::fold::Folded;
use crate::phrases::{PhraseReader, public_kind};

/// A box set apart from the story has no more text than this, in characters.
const LONGEST_BOX: u32 = 600;
/// So many of its lines may say what it is.
const MOST_LINES: usize = 8;
/// An announcement is no longer than this, in characters; what it announces stands in a box no longer than that.
const LONGEST_ANNOUNCEMENT: u32 = 60;
const LONGEST_ANNOUNCED: u32 = 300;
/// What stands before a link, «Ещё одна беседа:», has no more characters than this.
const LONGEST_LABEL: u32 = 30;

/// A leaf of the article, and what is made of it.
#[derive(Clone, Copy)]
pub(super) struct Part {
    pub(super) leaf: Leaf,
    pub(super) kind: BlockKind,
    pub(super) furniture: Option<Furniture>,
    /// The post of another site that it is a part of.
    pub(super) post: Option<NodeId>,
    /// Whether its words need not be looked at any more.
    pub(super) is_settled: bool,
    pub(super) is_good: bool,
    pub(super) is_kept: bool,
}

impl Part {
    /// Whether its words are in the article's text: what only leads about the site is not.
    pub(super) fn is_written(&self) -> bool {
        self.is_kept && self.furniture != Some(Furniture::Navigation)
    }
}

impl Part {
    /// Whether it is the credit that ends a caption.
    pub(super) fn is_credit_of_caption(&self) -> bool {
        self.is_settled && self.furniture == Some(Furniture::Credit)
    }
}

/// Reads the parts of a page whose body is chosen.
pub(super) struct Reader<'r, 'p> {
    pub(super) tree: &'r Tree<'p>,
    pub(super) survey: &'r Survey,
    pub(super) choice: &'r Choice,
    /// The site's host.
    pub(super) host: Option<&'r str>,
    /// The words by which furniture is known.
    pub(super) words: Option<&'r PageWords>,
}

impl Reader<'_, '_> {
    /// The leaves of the body.
    pub(super) fn parts(&self) -> Vec<Part> {
        let Self { tree, survey, choice, .. } = self;
        let past = tree.past(choice.body);
        let first = survey.leaves.partition_point(|leaf| leaf.first < choice.body);
        let mut furniture = Along::new(&choice.furniture);
        let leaves = survey.leaves.iter().zip(&choice.good).skip(first).take_while(|(leaf, _)| leaf.first < past);
        let kinds = Kinds::new(tree, survey, choice.body);
        let mut parts = Vec::new();
        for (leaf, &is_good) in leaves {
            let outside = furniture.at(leaf.first).filter(|&(first, _)| first > choice.body);
            self.add(leaf, is_good, outside, &kinds, &mut parts);
        }
        self.mark_announced(&mut parts);
        parts
    }

    /// Adds a leaf, or the runs of different kinds that it is made of.
    pub(super) fn add(
        &self,
        leaf: &Leaf,
        is_good: bool,
        outside: Option<(NodeId, Furniture)>,
        kinds: &Kinds<'_, '_>,
        parts: &mut Vec<Part>,
    ) {
        let told = kinds.told(leaf);
        let furniture = self.furniture(leaf, outside, told, kinds);
        let Told { kind, post, is_settled } = told;
        let whole = Run { leaf: *leaf, kind, furniture: None, is_settled };
        let runs = match furniture {
            Some(_) => vec![whole],
            None => leaves::runs(self.tree, whole, kinds.shapes.is_interview),
        };
        for run in runs {
            let furniture = furniture.or(run.furniture);
            let kind = if furniture.is_some() { BlockKind::Furniture } else { run.kind };
            let is_credit = furniture == Some(Furniture::Credit) && outside.is_none();
            let is_settled = is_credit || run.is_settled && furniture.is_none();
            parts.push(Part { leaf: run.leaf, kind, furniture, post, is_settled, is_good, is_kept: true });
        }
    }

    /// What furniture a leaf is.
    fn furniture(
        &self,
        leaf: &Leaf,
        outside: Option<(NodeId, Furniture)>,
        told: Told,
        kinds: &Kinds<'_, '_>,
    ) -> Option<Furniture> {
        if let Some(post) = told.post {
            let is_comment = outside.is_some_and(|(_, furniture)| furniture == Furniture::Comment);
            let is_noise = leaves::is_counter(self.tree, leaf) || kinds.is_frame_of(post, leaf);
            return if is_comment { Some(Furniture::Comment) } else { is_noise.then_some(Furniture::Navigation) };
        }
        match outside {
            Some((first, Furniture::Navigation)) => self.in_frame(leaf, first, told.kind),
            Some((_, furniture)) => Some(furniture),
            None => self.inside(leaf, told, kinds),
        }
    }

    /// What furniture a leaf is that stands in the page's frame by its name or tag: a quotation, or a box set apart, is not.
    fn in_frame(&self, leaf: &Leaf, first: NodeId, kind: BlockKind) -> Option<Furniture> {
        if kind == BlockKind::Quote {
            return None;
        }
        let is_box = self.tree.tag(first) == Tag::Aside && self.survey.unlinked[first as usize] <= LONGEST_BOX;
        if !is_box {
            return Some(Furniture::Navigation);
        }
        let past = self.tree.past(first);
        let inside = &self.survey.leaves[self.survey.leaves.partition_point(|leaf| leaf.first < first)..];
        let is_promo = |leaf: &Leaf| self.known(leaf).is_some_and(|(kind, _)| kind == FurnitureKind::Promo);
        if inside.iter().take_while(|leaf| leaf.first < past).take(MOST_LINES).any(is_promo) {
            return Some(Furniture::Promo);
        }
        let known = self.known(leaf).map(|(kind, _)| public_kind(kind));
        let other = if is_teaser(self.tree, leaf, self.host) && leaf.len > LONGEST_LABEL {
            Furniture::Related
        } else {
            Furniture::Navigation
        };
        Some(known.unwrap_or(other))
    }

    /// What furniture a leaf is by its own looks.
    fn inside(&self, leaf: &Leaf, told: Told, kinds: &Kinds<'_, '_>) -> Option<Furniture> {
        let is_own = told.is_settled || matches!(told.kind, BlockKind::Headline | BlockKind::Table | BlockKind::List);
        if !told.is_settled && leaves::is_place_in_gallery(self.tree, leaf) {
            return Some(Furniture::Navigation);
        }
        if !told.is_settled && kinds.is_credit(leaf) {
            return Some(Furniture::Credit);
        }
        if kinds.shapes.is_invitation(leaf) && !is_own && told.kind != BlockKind::Caption {
            let is_label = kinds.around(leaf).any(|id| matches!(self.tree.tag(id), Tag::Form | Tag::Label));
            return Some(if is_label { Furniture::Navigation } else { Furniture::Promo });
        }
        let is_line = !told.is_settled && told.kind != BlockKind::Subhead;
        let leads_on = is_line && is_teaser(self.tree, leaf, self.host);
        leads_on.then(|| match self.known(leaf) {
            Some((FurnitureKind::Promo, _)) => Furniture::Promo,
            _ => Furniture::Related,
        })
    }

    /// Whether a leaf is a few words, a colon, and a link to another page of the site up to its end.
    pub(super) fn is_labelled_link(&self, leaf: &Leaf) -> bool {
        let is_link = leaf.link >= leaf.unlinked() && leaf.link > 0 && leaf.unlinked() <= LONGEST_LABEL;
        if !is_link || !is_internal(self.tree, leaf, self.host) || self.known(leaf).is_some() {
            return false;
        }
        let texts = (leaf.first..leaf.past).filter(|&id| self.tree.is_text(id) && !self.tree.raw(id).trim().is_empty());
        let is_in_link = |&id: &NodeId| self.tree.ancestors(id).take(4).any(|id| self.tree.tag(id) == Tag::A);
        let before: Vec<NodeId> = texts.clone().take_while(|id| !is_in_link(id)).collect();
        let is_end = texts.skip(before.len()).all(|id| is_in_link(&id));
        is_end && before.last().is_some_and(|&id| self.tree.raw(id).trim_end().ends_with(':'))
    }

    /// What the lists say of a short leaf, and whether it only announces something.
    pub(super) fn known(&self, leaf: &Leaf) -> Option<(FurnitureKind, bool)> {
        if leaf.len > LONGEST_BOX {
            return None;
        }
        let words = self.tree.text_of(leaf.first, leaf.past);
        let mut folded = Folded::default();
        folded.fold(&words, Span::new(0, words.len()));
        PhraseReader::new(self.words?).line(&folded).map(|found| (found.kind, found.is_bare))
    }

    /// Marks the rest of the small box that an announcement heads: «Реклама», «Читайте также».
    fn mark_announced(&self, parts: &mut [Part]) {
        let all = self.survey.unlinked[self.choice.body as usize];
        for at in 0..parts.len() {
            let leaf = parts[at].leaf;
            let parent = self.tree.parent(leaf.owner).unwrap_or(0);
            let own = self.survey.unlinked[parent as usize];
            let is_item = matches!(parts[at].kind, BlockKind::List | BlockKind::Table | BlockKind::Embed);
            let is_alone = parts.get(at + 1).is_none_or(|next| next.leaf.first >= self.tree.past(parent));
            if is_item
                || is_alone
                || leaf.len > LONGEST_ANNOUNCEMENT
                || parent <= self.choice.body
                || own > LONGEST_ANNOUNCED
                || 4 * own > all
            {
                continue;
            }
            let Some((kind @ (FurnitureKind::Related | FurnitureKind::Promo), true)) = self.known(&leaf) else {
                continue;
            };
            let past = self.tree.past(parent);
            for part in parts[at..].iter_mut().take_while(|part| part.leaf.first < past) {
                if part.furniture.is_none() && part.kind != BlockKind::Embed {
                    (part.kind, part.furniture, part.is_settled) =
                        (BlockKind::Furniture, Some(public_kind(kind)), false);
                }
            }
        }
    }
}

/// Whether a leaf is no more than a link, and no sentence. An item of a list that leads to another site is the story's.
pub(super) fn is_teaser(tree: &Tree<'_>, leaf: &Leaf, host: Option<&str>) -> bool {
    let is_link = 10 * leaf.link >= 9 * leaf.len && !(leaf.len > 40 && ends_sentence(tree.raw(leaf.past - 1)));
    let is_item = || tree.ancestors(leaf.first).take(4).any(|id| tree.tag(id) == Tag::Li);
    is_link && (!is_item() || is_internal(tree, leaf, host))
}
