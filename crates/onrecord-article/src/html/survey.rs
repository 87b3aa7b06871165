//! One walk over a page: its runs of text, and what stands around each.

use onrecord_model::{BlockKind, Furniture};

use super::classes::{Purpose, purpose};
use super::tree::{NodeId, Tag, Tree};

/// What is hidden stays so unless it holds this share, in percent, of the page's words.
const MOST_HIDDEN: u64 = 40;

/// An id of more words than this says what a part is about, not what it is for.
const MOST_WORDS: usize = 3;

/// A run of text without a block's beginning or end inside.
#[derive(Clone, Copy, Debug)]
pub(super) struct Leaf {
    /// The innermost block around it.
    pub(super) owner: NodeId,
    /// Its first text, and one past its last.
    pub(super) first: NodeId,
    pub(super) past: NodeId,
    /// Characters that are not white space; and those of them inside links.
    pub(super) len: u32,
    pub(super) link: u32,
}

impl Leaf {
    /// Characters outside of links.
    pub(super) fn unlinked(&self) -> u32 {
        self.len - self.link
    }

    /// Whether more of it is links than not.
    pub(super) fn is_linked(&self) -> bool {
        2 * self.link > self.len
    }
}

/// What a block's tag and attributes say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Traits {
    /// Not the story's own, by its name.
    pub(super) furniture: Option<Furniture>,
    /// The article's body, by its name.
    pub(super) is_body: bool,
    /// An `article` or `main`, or what says it is one.
    pub(super) is_frame: bool,
    /// Words under a picture.
    pub(super) is_caption: bool,
    /// Who made a picture, by its name.
    pub(super) is_credit: bool,
    /// A post of another site.
    pub(super) is_embed: bool,
    /// A part of the story of this kind, by its name.
    pub(super) part: Option<BlockKind>,
    /// It asks for money or a name before the story goes on.
    pub(super) is_wall: bool,
}

/// What is known of a page after one walk.
pub(super) struct Survey {
    pub(super) leaves: Vec<Leaf>,
    /// Blocks with a trait, in order.
    pub(super) marked: Vec<(NodeId, Traits)>,
    /// Elements that are not to be seen, in order.
    pub(super) hidden: Vec<(NodeId, NodeId, ())>,
    /// Characters outside of links in each node.
    pub(super) unlinked: Vec<u32>,
}

impl Survey {
    /// Walks over a page.
    pub(super) fn new(tree: &Tree<'_>) -> Self {
        let mut walk = Walk {
            tree,
            leaves: Vec::new(),
            marked: Vec::new(),
            hidden: Vec::new(),
            blocks: vec![(tree.past(0), 0)],
            link_past: 0,
            leaf: None,
        };
        walk.walk();
        let Walk { leaves, marked, hidden, .. } = walk;
        let unlinked = sums(tree, leaves.iter().map(|leaf| (leaf.owner, leaf.unlinked())));
        let mut survey = Self { leaves, marked, hidden, unlinked };
        survey.settle_hidden();
        survey
    }
}

impl Survey {
    /// Says the same of all leaves inside an element.
    pub(super) fn fill(&self, tree: &Tree<'_>, id: NodeId, of_leaves: &mut [bool], value: bool) {
        let first = self.leaves.partition_point(|leaf| leaf.first < id);
        let past = self.leaves.partition_point(|leaf| leaf.first < tree.past(id));
        if let Some(inside) = of_leaves.get_mut(first..past.max(first)) {
            inside.fill(value);
        }
    }

    /// What holds much of the page's words is shown by a script later; the rest that is hidden stays so.
    fn settle_hidden(&mut self) {
        let Self { leaves, hidden, unlinked, .. } = self;
        let all = u64::from(unlinked[0]);
        let mut past = 0;
        hidden.retain(|range| {
            let is_small = 100 * u64::from(unlinked[range.0 as usize]) < MOST_HIDDEN * all.max(1);
            let is_outermost = range.0 >= past;
            if is_small && is_outermost {
                past = range.1;
            }
            is_small && is_outermost
        });
        let mut along = Along::new(hidden);
        leaves.retain(|leaf| along.at(leaf.first).is_none_or(|(first, ())| first > leaf.first));
    }
}

/// Goes along ranges of nodes that are in order, for places that are in order too.
pub(super) struct Along<'r, T> {
    ranges: &'r [(NodeId, NodeId, T)],
}

impl<'r, T: Copy> Along<'r, T> {
    /// Starts at the first range.
    pub(super) fn new(ranges: &'r [(NodeId, NodeId, T)]) -> Self {
        Self { ranges }
    }

    /// The range that holds a node no smaller than any asked for before.
    pub(super) fn at(&mut self, id: NodeId) -> Option<(NodeId, T)> {
        while let Some((&(first, past, value), rest)) = self.ranges.split_first() {
            if id < past {
                return (id >= first).then_some((first, value));
            }
            self.ranges = rest;
        }
        None
    }
}

/// Sums of numbers given to nodes, each over all that the node holds.
pub(super) fn sums(tree: &Tree<'_>, numbers: impl Iterator<Item = (NodeId, u32)>) -> Vec<u32> {
    let mut sums = vec![0u32; tree.len()];
    for (id, number) in numbers {
        sums[id as usize] += number;
    }
    for id in (1..tree.len()).rev() {
        let parent = tree.parent(id as NodeId).unwrap_or_default() as usize;
        sums[parent] += sums[id];
    }
    sums
}

struct Walk<'t, 'p> {
    tree: &'t Tree<'p>,
    leaves: Vec<Leaf>,
    marked: Vec<(NodeId, Traits)>,
    hidden: Vec<(NodeId, NodeId, ())>,
    /// The open blocks: one past their last node, and themselves.
    blocks: Vec<(NodeId, NodeId)>,
    link_past: NodeId,
    leaf: Option<Leaf>,
}

impl Walk<'_, '_> {
    fn walk(&mut self) {
        let mut at = 1;
        while (at as usize) < self.tree.len() {
            while self.blocks.pop_if(|(past, _)| *past <= at).is_some() {
                self.close_leaf();
            }
            at = self.step(at);
        }
        self.close_leaf();
    }

    fn close_leaf(&mut self) {
        self.leaves.extend(self.leaf.take());
    }

    /// Looks at one node; gives the next.
    fn step(&mut self, at: NodeId) -> NodeId {
        let tag = self.tree.tag(at);
        if tag == Tag::Text {
            self.text(at);
            return at + 1;
        }
        if tag.is_unseen() || tag == Tag::Button {
            return self.tree.past(at);
        }
        if tag.is_block() || tag == Tag::Br && self.is_second_break(at) {
            self.close_leaf();
        }
        let is_looked_at = tag.is_block() || matches!(tag, Tag::Span | Tag::Other | Tag::A | Tag::Ins);
        if is_looked_at && !self.look(at, tag) {
            self.hidden.push((at, self.tree.past(at), ()));
        }
        if tag.is_block() {
            self.blocks.push((self.tree.past(at), at));
        } else if tag == Tag::A && at >= self.link_past {
            self.link_past = self.tree.past(at);
        }
        at + 1
    }

    /// Whether a line ended right before: two breaks end a paragraph where there are no elements for it.
    fn is_second_break(&self, at: NodeId) -> bool {
        let blank = |id: NodeId| self.tree.is_text(id) && n_visible(self.tree.raw(id)) == 0;
        let before = at.checked_sub(1).map(|id| if blank(id) { id.saturating_sub(1) } else { id });
        before.is_some_and(|id| self.tree.tag(id) == Tag::Br)
    }

    fn text(&mut self, at: NodeId) {
        let n = n_visible(self.tree.raw(at));
        if n == 0 {
            return;
        }
        let owner = self.blocks.last().map_or(0, |&(_, id)| id);
        let leaf = self.leaf.get_or_insert(Leaf { owner, first: at, past: at, len: 0, link: 0 });
        leaf.past = at + 1;
        leaf.len += n;
        leaf.link += if at < self.link_past { n } else { 0 };
    }

    /// Reads an element's attributes; `false` when it is not to be seen.
    fn look(&mut self, at: NodeId, tag: Tag) -> bool {
        let mut traits = of_tag(tag);
        let furniture = traits.furniture.take();
        if matches!(tag, Tag::Body | Tag::Html) {
            return true;
        }
        // An element of the page's own making, `amp-ad`, is known by its name.
        let is_custom = matches!(tag, Tag::Custom | Tag::Other) && self.tree.name(at).contains('-');
        let mut is_shown = !is_custom || add(purpose(self.tree.name(at)), &mut traits);
        for (name, value) in self.tree.attrs(at) {
            is_shown &= read_attribute(name, value, &mut traits);
            // React sends parts of a page hidden, under such names, and puts them in their places later.
            is_shown |= name == "id" && value.starts_with("S:");
        }
        if !is_shown {
            return false;
        }
        // A name says more than a tag: an `aside` may hold related stories.
        traits.furniture = traits.furniture.or(furniture);
        if (tag.is_block() || is_custom) && traits != Traits::default() {
            self.marked.push((at, traits));
        }
        true
    }
}

/// What the tag alone says.
fn of_tag(tag: Tag) -> Traits {
    let furniture = match tag {
        Tag::Nav | Tag::Aside | Tag::Footer | Tag::Menu | Tag::Form => Some(Furniture::Navigation),
        _ => None,
    };
    Traits {
        furniture,
        is_frame: matches!(tag, Tag::Article | Tag::Main),
        is_caption: tag == Tag::Figcaption,
        ..Traits::default()
    }
}

/// Adds what an attribute says; `false` when it hides the element.
fn read_attribute(name: &str, value: &str, traits: &mut Traits) -> bool {
    match name.len() {
        2 if name.eq_ignore_ascii_case("id") => {
            // What archive.today puts over a page; a page's own `header` may hold its headline.
            let is_archive = value == "HEADER";
            traits.furniture = is_archive.then_some(Furniture::Navigation);
            is_archive || is_heading_id(value) || add(purpose(value), traits)
        }
        4 if name.eq_ignore_ascii_case("role") => {
            add_role(value, traits);
            true
        }
        5 if name.eq_ignore_ascii_case("class") => add(purpose(value), traits),
        5 if name.eq_ignore_ascii_case("style") => !hides(value),
        6 if name.eq_ignore_ascii_case("hidden") => false,
        8 if name.eq_ignore_ascii_case("itemprop") => {
            traits.is_body |= value.eq_ignore_ascii_case("articleBody");
            true
        }
        11 if name.eq_ignore_ascii_case("aria-hidden") => value != "true",
        _ => true,
    }
}

/// Whether an id is made of a heading: `menu-ideas-for-a-large-party` is no menu.
fn is_heading_id(id: &str) -> bool {
    let begins = |pair: &&[u8]| matches!(pair[0], b'-' | b'_') && pair[1].is_ascii_alphabetic();
    id.as_bytes().windows(2).filter(begins).count() >= MOST_WORDS && !id.contains("__")
}

fn add(purpose: Option<Purpose>, traits: &mut Traits) -> bool {
    match purpose {
        Some(Purpose::Hidden) => return false,
        Some(Purpose::Body) => traits.is_body = true,
        Some(Purpose::Embed) => traits.is_embed = true,
        Some(Purpose::Caption) => traits.is_caption = true,
        Some(Purpose::Credit) => traits.is_credit = true,
        Some(Purpose::Part(kind)) => traits.part = traits.part.or(Some(kind)),
        Some(Purpose::Wall) => {
            traits.is_wall = true;
            traits.furniture = traits.furniture.or(Some(Furniture::Promo));
        }
        Some(Purpose::Furniture(kind)) => traits.furniture = traits.furniture.or(Some(kind)),
        None => {}
    }
    true
}

fn add_role(role: &str, traits: &mut Traits) {
    match role {
        "main" | "article" => traits.is_frame = true,
        "navigation" | "banner" | "search" | "complementary" | "contentinfo" | "dialog" | "toolbar" => {
            traits.furniture = Some(Furniture::Navigation);
        }
        _ => {}
    }
}

/// Whether a style hides.
fn hides(style: &str) -> bool {
    let mut parts = style.split(';').filter_map(|part| part.split_once(':'));
    parts.any(|(name, value)| {
        let (name, value) = (name.trim(), value.trim());
        name.eq_ignore_ascii_case("display") && value.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("none"))
            || name.eq_ignore_ascii_case("visibility") && value.eq_ignore_ascii_case("hidden")
    })
}

/// How many characters are not white space.
pub(super) fn n_visible(text: &str) -> u32 {
    let is_visible = |byte: &&u8| {
        let signed = **byte as i8;
        signed > b' ' as i8 || (-0x40..0).contains(&signed)
    };
    text.as_bytes().iter().filter(is_visible).count() as u32
}
