//! How far the story reaches: from its headline to where the page goes on to something else.

use hashbrown::HashMap;
use onrecord_model::Furniture;

use super::choose::Range;
use super::story::says_title;
use super::survey::{Along, Leaf, Survey, Traits, n_visible};
use super::tree::{NodeId, Tag, Tree};

/// A story has at least as many characters of sentences after its headline.
const SHORTEST_STORY: u32 = 200;
/// What is called an article, has a heading, and is longer than this is a chapter when there are more than so many.
const SHORTEST_CHAPTER: u32 = 100;
const MOST_OTHERS: usize = 2;
/// Another story is at most so many times as long as the one before it.
const MOST_TIMES: u32 = 4;
/// More elements that look alike, side by side, are chapters or entries, no other stories.
const MOST_ALIKE: usize = 2;
/// A heading right before an element stands no more leaves before it; the same for one inside, before the first sentence.
const NEAR: usize = 40;
/// Only the story's own sections are kept when they have this share, in percent, of all sentences after the headline.
const LEAST_KEPT: u64 = 35;
/// A story may stand in parts of so many levels.
const MOST_LEVELS: usize = 4;
/// A run of text without blocks that is longer than this, in characters, is no paragraph: it holds several.
const LONGEST_PARAGRAPH: u32 = 900;
/// A cluster of paragraphs that comes first is the story's when it has this share, in percent, of the largest one.
const FIRST_CLUSTER: u64 = 30;

/// A page whose headline is known.
pub(super) struct Sections<'t, 'p> {
    tree: &'t Tree<'p>,
    survey: &'t Survey,
    /// The leaf that is the headline.
    headline: Leaf,
}

impl<'t, 'p> Sections<'t, 'p> {
    /// `None` when no heading outside of the furniture says the title, or hardly any sentence follows it.
    pub(super) fn new(
        tree: &'t Tree<'p>,
        survey: &'t Survey,
        (furniture, good): (&[Range], &[bool]),
        title: Option<&str>,
    ) -> Option<Self> {
        let title = title?;
        let n_title = n_visible(title);
        let mut along = Along::new(furniture);
        let own = survey.leaves.iter().filter(|leaf| along.at(leaf.first).is_none());
        let own: Vec<Leaf> = own.filter(|leaf| says_title(tree, leaf, (title, n_title))).copied().collect();
        let &first = own.first()?;
        let masses = Masses::new(survey, good);
        let heading = own.iter().find(|leaf| tree.tag(leaf.owner).is_heading());
        let near = heading.filter(|leaf| masses.between(first.past, leaf.first) < SHORTEST_STORY);
        let headline = near.copied().unwrap_or(first);
        let (before, after) = (masses.between(0, headline.first), masses.between(headline.past, NodeId::MAX));
        (after >= SHORTEST_STORY && after > before).then_some(Self { tree, survey, headline })
    }

    /// Elements after the headline that are called an article or its body, have a heading of their own, and come after a
    /// story already told.
    pub(super) fn other_stories(&self, good: &[bool]) -> Vec<Range> {
        let masses = Masses::new(self.survey, good);
        let called = |traits: &Traits| traits.is_body || traits.is_frame;
        let after = self.survey.marked.iter().filter(|(id, traits)| *id > self.headline.past && called(traits));
        let after: Vec<NodeId> = after.map(|(id, _)| *id).collect();
        let mut alike: HashMap<_, usize> = HashMap::new();
        after.iter().for_each(|&id| *alike.entry(self.look(id)).or_default() += 1);
        let mut found: Vec<Range> = Vec::new();
        for &id in &after {
            let is_inside = found.last().is_some_and(|&(_, past, _)| id < past);
            let is_few = alike.get(&self.look(id)).is_none_or(|n| *n <= MOST_ALIKE);
            if !is_inside && is_few && self.is_other_story(id, &masses) && self.has_own_heading(id, good) {
                found.push((id, self.tree.past(id), Furniture::Related));
            }
        }
        let is_told = |range: &Range| masses.between(range.0, range.1) >= SHORTEST_CHAPTER;
        if found.iter().filter(|range| is_told(range)).count() > MOST_OTHERS {
            found.retain(|range| !is_told(range));
        }
        found
    }

    /// Whether enough was told before an element, and the element does not tell much more.
    fn is_other_story(&self, id: NodeId, masses: &Masses<'_>) -> bool {
        let own = masses.between(self.headline.past, id);
        own >= SHORTEST_STORY && MOST_TIMES * own >= masses.between(id, self.tree.past(id))
    }

    /// Whether a heading that is not the story's stands in an element, or right before it, before its first sentence.
    fn has_own_heading(&self, id: NodeId, good: &[bool]) -> bool {
        let leaves = &self.survey.leaves;
        let first = leaves.partition_point(|leaf| leaf.first < id);
        let inside = leaves[first..].iter().zip(&good[first..]).take(NEAR);
        let head = inside.take_while(|(leaf, good)| !**good && leaf.first < self.tree.past(id)).map(|(leaf, _)| leaf);
        let parent = self.tree.parent(id).unwrap_or(0);
        let before = leaves[..first].iter().zip(&good[..first]).rev().take(NEAR);
        let before =
            before.take_while(|(leaf, good)| !**good && leaf.first > parent && leaf.first > self.headline.past);
        let mut headings =
            head.chain(before.map(|(leaf, _)| leaf)).filter(|leaf| self.tree.tag(leaf.owner).is_heading());
        headings.next().is_some()
    }

    /// What an element looks like: its name and its first class.
    fn signature(&self, id: NodeId) -> (&'p str, &'p str) {
        let class = self.tree.attr_source(id, "class").and_then(|class| class.split_ascii_whitespace().next());
        (self.tree.name(id), class.unwrap_or_default())
    }

    /// Whether two elements have one name and one first class, and are not columns of different width: `col-span-8` beside
    /// `col-span-4`.
    fn looks_like(&self, a: NodeId, b: NodeId) -> bool {
        let classes = |id| self.tree.attr_source(id, "class").unwrap_or_default().split_ascii_whitespace().take(12);
        let is_other_width =
            |one: &str, other: &str| one != other && stem_of(one) == stem_of(other) && stem_of(one) != one;
        let is_column = classes(a).any(|one| classes(b).any(|other| is_other_width(one, other)));
        self.signature(a) == self.signature(b) && !is_column
    }

    /// Where an element stands, and what it looks like.
    fn look(&self, id: NodeId) -> (NodeId, (&'p str, &'p str)) {
        (self.tree.parent(id).unwrap_or(0), self.signature(id))
    }

    /// The element whose paragraphs a leaf is one of: where breaks divide them, the one right around.
    fn container(&self, at: usize) -> NodeId {
        let leaves = &self.survey.leaves;
        let owner = leaves[at].owner;
        let is_beside = |other: Option<&Leaf>| other.is_some_and(|leaf| leaf.owner == owner);
        let has_others = is_beside(at.checked_sub(1).and_then(|at| leaves.get(at))) || is_beside(leaves.get(at + 1));
        let holds_several = has_others || leaves[at].len > LONGEST_PARAGRAPH && self.tree.tag(owner) != Tag::P;
        if holds_several { owner } else { self.tree.parent(owner).unwrap_or(0) }
    }

    /// The container of the story's paragraphs: the first after the headline that holds enough of them.
    fn cluster(&self, good: &[bool], level: usize) -> Option<NodeId> {
        let (mut clusters, mut places): (Vec<(NodeId, u32)>, HashMap<NodeId, usize>) = Default::default();
        let own = self.survey.leaves.iter().enumerate().zip(good);
        for ((at, leaf), _) in own.filter(|((_, leaf), good)| **good && leaf.first >= self.headline.past) {
            let container = self.container(at);
            let container = self.tree.ancestors(container).take(level).last().unwrap_or(container);
            let place = *places.entry(container).or_insert(clusters.len());
            if place == clusters.len() {
                clusters.push((container, 0));
            }
            clusters[place].1 += leaf.unlinked();
        }
        let most = u64::from(clusters.iter().map(|cluster| cluster.1).max()?);
        let enough = |(_, mass): &&(NodeId, u32)| 100 * u64::from(*mass) >= FIRST_CLUSTER * most;
        clusters.iter().find(enough).map(|cluster| cluster.0)
    }

    /// Unmarks the sentences before the headline, and those beside the story that stand in sections of another make.
    pub(super) fn bound(&self, good: &mut [bool]) {
        let leaves = &self.survey.leaves;
        for (leaf, good) in leaves.iter().zip(good.iter_mut()) {
            *good &= leaf.first >= self.headline.past;
        }
        let all = |good: &[bool]| u64::from(Masses::new(self.survey, good).all());
        let most = all(good);
        for level in 0..MOST_LEVELS {
            let Some(cluster) = self.cluster(good, level) else { return };
            let mut kept = good.to_vec();
            self.unmark_others(cluster, &mut kept);
            if 100 * all(&kept) >= LEAST_KEPT * most {
                good.copy_from_slice(&kept);
                return;
            }
        }
    }

    /// Unmarks what stands beside a cluster, and beside all that it stands in, and does not go on with its story.
    fn unmark_others(&self, cluster: NodeId, good: &mut [bool]) {
        let mut branch = cluster;
        for parent in self.tree.ancestors(cluster) {
            let is_cell = self.tree.tag(branch).is_table_part();
            for id in self.tree.children(parent).filter(|&id| id != branch && id > self.headline.past) {
                let goes_on = self.is_alike(id, branch, good);
                if is_cell || !(goes_on || id < branch && !self.begins_with_heading(id)) {
                    self.survey.fill(self.tree, id, good, false);
                }
            }
            branch = parent;
        }
    }

    /// Whether an element goes on with what another tells: a paragraph, or what looks like it. What holds the headline is a
    /// whole story; its like with a heading is another.
    fn is_alike(&self, id: NodeId, branch: NodeId, good: &[bool]) -> bool {
        use Tag::*;
        if matches!(self.tree.tag(id), P | Ul | Ol | Blockquote | Text | Br) {
            return true;
        }
        let is_whole = branch <= self.headline.first && self.headline.first < self.tree.past(branch);
        let has_class = !self.signature(branch).1.is_empty();
        self.looks_like(id, branch) && (has_class && !is_whole || !self.has_heading(id, good))
    }

    /// Whether a heading stands in an element before its first sentence.
    fn has_heading(&self, id: NodeId, good: &[bool]) -> bool {
        let first = self.survey.leaves.partition_point(|leaf| leaf.first < id);
        let inside = self.survey.leaves[first..].iter().zip(&good[first..]);
        let mut head = inside.take_while(|(leaf, good)| !**good && leaf.first < self.tree.past(id));
        head.any(|(leaf, _)| self.tree.tag(leaf.owner).is_heading())
    }

    fn begins_with_heading(&self, id: NodeId) -> bool {
        let leaves = &self.survey.leaves;
        let first = leaves.get(leaves.partition_point(|leaf| leaf.first < id));
        first.is_some_and(|leaf| leaf.first < self.tree.past(id) && self.tree.tag(leaf.owner).is_heading())
    }
}

/// How many characters of sentences stand before each leaf.
struct Masses<'s> {
    leaves: &'s [Leaf],
    before: Vec<u32>,
}

impl<'s> Masses<'s> {
    fn new(survey: &'s Survey, good: &[bool]) -> Self {
        let own = survey.leaves.iter().zip(good).map(|(leaf, good)| if *good { leaf.unlinked() } else { 0 });
        let sums = own.scan(0, |sum: &mut u32, own| {
            *sum += own;
            Some(*sum)
        });
        Self { leaves: &survey.leaves, before: std::iter::once(0).chain(sums).collect() }
    }

    /// Characters of sentences that begin between two nodes.
    fn between(&self, from: NodeId, past: NodeId) -> u32 {
        let before = |id: NodeId| self.before.get(self.leaves.partition_point(|leaf| leaf.first < id));
        before(past).copied().unwrap_or(0).saturating_sub(before(from).copied().unwrap_or(0))
    }

    fn all(&self) -> u32 {
        self.before.last().copied().unwrap_or(0)
    }
}

/// A class without the number at its end.
fn stem_of(class: &str) -> &str {
    class.trim_end_matches(|c: char| c.is_ascii_digit() || c == '/')
}
