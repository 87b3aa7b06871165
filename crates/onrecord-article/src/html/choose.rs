//! Where in a page the article stands, and which parts inside are not its own.

use hashbrown::HashMap;
use onrecord_model::Furniture;

use super::sections::Sections;
use super::survey::{Along, Leaf, Survey, Traits, sums};
use super::tree::{NodeId, Tag, Tree};

/// A part with the name of furniture is furniture unless it holds this share, in percent, of the page's words.
const MOST_FURNITURE: u64 = 35;
/// Names that hold more than this share, in percent, mean something else on this page.
const MOST_OF_A_KIND: u64 = 60;
/// Readers may write more than the author.
const MOST_COMMENTS: u64 = 85;
/// Shorter runs of text, in characters, say nothing about where the article is.
const SHORTEST_GOOD: u32 = 60;
const SHORTEST_SENTENCE: u32 = 20;

/// What comes after the element that holds this share, in percent, of the body's sentences is no more of the story.
const CORE: u64 = 85;
/// A story besides the cards has at least as many characters, and so many times its sentences are more than theirs.
const SHORTEST_STORY: u32 = 200;
const BESIDE: u32 = 4;
/// What is called the body is a part of it when it has this share, in percent, of the largest such part's sentences.
const PART: u32 = 5;
/// A card that leads to another story has fewer words of its own than this, in characters.
const LONGEST_CARD: u32 = 350;
const LONGEST_CARD_OF_THREE: u32 = 600;

/// A part of the page: its first node, one past its last, what it is.
pub(super) type Range = (NodeId, NodeId, Furniture);

/// Where the article is.
pub(super) struct Choice {
    /// The element that holds it.
    pub(super) body: NodeId,
    /// The innermost element that holds nearly all of its sentences.
    pub(super) core: NodeId,
    /// Parts of the page that are furniture: the first node, one past the last, the kind; in order, none inside another.
    pub(super) furniture: Vec<Range>,
    /// Which leaves are sentences of a story.
    pub(super) good: Vec<bool>,
}

/// Chooses the element that holds the article.
pub(super) fn choose(tree: &Tree<'_>, survey: &Survey, host: Option<&str>, title: Option<&str>) -> Choice {
    let mut furniture = furniture(tree, survey, host);
    let mut good = good(tree, survey, &furniture);
    if !good.contains(&true) {
        good = lines(tree, survey, &furniture);
    }
    let sections = Sections::new(tree, survey, (&furniture, &good), title);
    if let Some(sections) = sections {
        let others = sections.other_stories(&good);
        others.iter().for_each(|&(id, ..)| survey.fill(tree, id, &mut good, false));
        furniture.extend(others);
        outermost(&mut furniture);
        sections.bound(&mut good);
    }
    let goods =
        survey.leaves.iter().zip(&good).filter(|(_, good)| **good).map(|(leaf, _)| (leaf.owner, leaf.unlinked()));
    let goods = sums(tree, goods);
    let mut along = Along::new(&furniture);
    let junk = survey.leaves.iter().filter(|leaf| leaf.is_linked() && along.at(leaf.first).is_none());
    let junk = junk.map(|leaf| (leaf.owner, leaf.link));
    let junk = sums(tree, junk);
    let body = best(tree, survey, &goods, &junk);
    Choice { body, core: core(tree, &goods, body), furniture, good }
}

/// The parts of a page that are furniture: by their names, unless they hold too much of it, or by what they look like.
fn furniture(tree: &Tree<'_>, survey: &Survey, host: Option<&str>) -> Vec<Range> {
    let mut found = named(tree, survey);
    let all = u64::from(survey.unlinked[0]).max(1);
    for kind in [Furniture::Related, Furniture::Promo, Furniture::Credit, Furniture::Copyright, Furniture::Navigation] {
        let own =
            found.iter().filter(|range| range.2 == kind).map(|range| u64::from(survey.unlinked[range.0 as usize]));
        if 100 * own.sum::<u64>() > MOST_OF_A_KIND * all {
            found.retain(|range| range.2 != kind);
        }
    }
    add_cards(tree, survey, host, &mut found);
    add_next_stories(tree, survey, &mut found);
    add_story_below(tree, survey, &mut found);
    outermost(&mut found);
    found
}

/// Puts parts in order and leaves out those inside others.
fn outermost(found: &mut Vec<Range>) {
    found.sort_by_key(|&(first, past, _)| (first, u32::MAX - past));
    let mut end = 0;
    found.retain(|&(_, past, _)| {
        let is_outermost = past > end;
        end = end.max(past);
        is_outermost
    });
}

/// The parts that their names say are furniture, outermost only.
fn named(tree: &Tree<'_>, survey: &Survey) -> Vec<Range> {
    let all = u64::from(survey.unlinked[0]).max(1);
    let mut found: Vec<Range> = Vec::new();
    for &(id, traits) in &survey.marked {
        let Traits { furniture: Some(kind), is_body: false, is_frame: false, is_embed: false, .. } = traits else {
            continue;
        };
        let own = u64::from(survey.unlinked[id as usize]);
        let most = if kind == Furniture::Comment { MOST_COMMENTS } else { MOST_FURNITURE };
        let is_inside = found.last().is_some_and(|&(_, past, _)| id < past);
        if !is_inside && 100 * own < most * all {
            found.push((id, tree.past(id), kind));
        }
    }
    found
}

/// Adds the cards that lead to other stories of the site: a heading that is a link, and a few words, or more when three
/// cards side by side look alike.
fn add_cards(tree: &Tree<'_>, survey: &Survey, host: Option<&str>, found: &mut Vec<Range>) {
    let is_heading = |leaf: &&Leaf| {
        // A heading may be a link to itself; a bare `#` leads where a script says.
        let is_own = |address: &str| address.len() > 1 && address.starts_with('#');
        let leads_on = |leaf: &Leaf| is_internal(tree, leaf, host) && !is_own(address(tree, leaf));
        tree.tag(leaf.owner).is_heading() && 10 * leaf.link >= 9 * leaf.len && leads_on(leaf)
    };
    let headings: Vec<NodeId> = survey.leaves.iter().filter(is_heading).map(|leaf| leaf.owner).collect();
    let card = |heading: NodeId, most: u32| {
        let is_small = |id: &NodeId| survey.unlinked[*id as usize] < most && tree.tag(*id) != Tag::Body;
        tree.ancestors(heading).take_while(is_small).last()
    };
    let kind = |card: NodeId| (tree.parent(card), first_class(tree, card));
    let mut n_alike = HashMap::new();
    let mut large: Vec<NodeId> = headings.iter().filter_map(|&heading| card(heading, LONGEST_CARD_OF_THREE)).collect();
    large.dedup();
    for &card in &large {
        *n_alike.entry(kind(card)).or_insert(0) += 1;
    }
    let most = (survey.unlinked[0] / 5).min(LONGEST_CARD);
    let is_one_of_three = |card: &NodeId| n_alike.get(&kind(*card)).is_some_and(|&n| n >= 3);
    let choose = |&heading: &NodeId| {
        card(heading, LONGEST_CARD_OF_THREE).filter(is_one_of_three).or_else(|| card(heading, most))
    };
    let mut cards: Vec<_> = headings.iter().filter_map(choose).collect();
    cards.dedup();
    let cards: Vec<Range> = cards.into_iter().map(|card| (card, tree.past(card), Furniture::Related)).collect();
    if cards.len() > 1 && story_beside(tree, survey, found, &cards) {
        found.extend(cards);
    }
}

/// The first class of an element.
fn first_class<'p>(tree: &Tree<'p>, id: NodeId) -> Option<&'p str> {
    tree.attr_source(id, "class").and_then(|class| class.split_ascii_whitespace().next())
}

/// Adds the stories that a page without end shows after its own: they look alike, and their headings are links, or they
/// are articles with a main heading each.
fn add_next_stories(tree: &Tree<'_>, survey: &Survey, found: &mut Vec<Range>) {
    let is_own = |leaf: &&Leaf| tree.tag(leaf.owner) == Tag::H1 && !leaf.is_linked();
    let Some(own) = survey.leaves.iter().find(is_own) else { return };
    for around in tree.ancestors(own.owner).take_while(|&id| tree.tag(id) != Tag::Body) {
        let (class, Some(parent)) = (first_class(tree, around), tree.parent(around)) else { continue };
        let is_article = tree.tag(around) == Tag::Article;
        if survey.unlinked[around as usize] < SHORTEST_STORY || class.is_none() && !is_article {
            continue;
        }
        let alike = tree.children(parent).skip_while(|&id| id <= around).filter(|&id| {
            let heads = |heading: Heading| heading.is_link || is_article && tree.tag(heading.id) == Tag::H1;
            tree.tag(id) == tree.tag(around)
                && first_class(tree, id) == class
                && heading(tree, survey, id).is_some_and(heads)
        });
        found.extend(alike.map(|id| (id, tree.past(id), Furniture::Related)));
    }
}

/// Adds a story or two below this one: boxes that begin with a main heading that is a link.
fn add_story_below(tree: &Tree<'_>, survey: &Survey, found: &mut Vec<Range>) {
    let is_own = |leaf: &&Leaf| tree.tag(leaf.owner) == Tag::H1 && !leaf.is_linked();
    let Some(own) = survey.leaves.iter().find(is_own) else { return };
    let is_story = |&id: &NodeId| {
        let is_main = |heading: Heading| heading.is_link && matches!(tree.tag(heading.id), Tag::H1 | Tag::H2);
        id > own.owner && !tree.tag(id).is_heading() && heading(tree, survey, id).is_some_and(is_main)
    };
    let boxes = tree.ancestors(own.owner).flat_map(|around| tree.children(around)).filter(is_story);
    let mut next: Vec<Range> = boxes.map(|id| (id, tree.past(id), Furniture::Related)).collect();
    next.sort_by_key(|range| range.0);
    // More of them are the parts of a list of things.
    if next.len() < 3 && story_beside(tree, survey, found, &next) {
        found.extend(next);
    }
}

/// A heading, and whether it is a link.
struct Heading {
    id: NodeId,
    is_link: bool,
}

/// The heading that an element begins with.
fn heading(tree: &Tree<'_>, survey: &Survey, id: NodeId) -> Option<Heading> {
    let first = survey.leaves.get(survey.leaves.partition_point(|leaf| leaf.first < id))?;
    let is_heading = tree.tag(first.owner).is_heading() && first.first < tree.past(id);
    is_heading.then(|| Heading { id: first.owner, is_link: 10 * first.link >= 9 * first.len })
}

/// Whether there is a story besides the cards: a page may be nothing but cards, or tell its story in them.
fn story_beside(tree: &Tree<'_>, survey: &Survey, named: &[Range], cards: &[Range]) -> bool {
    let (mut in_named, mut in_cards) = (Along::new(named), Along::new(cards));
    let (mut beside, mut inside) = (0, 0);
    for leaf in survey.leaves.iter().filter(|leaf| !leaf.is_linked() && is_sentence(tree, leaf)) {
        if in_named.at(leaf.first).is_none() {
            let sum = if in_cards.at(leaf.first).is_some() { &mut inside } else { &mut beside };
            *sum += leaf.unlinked();
        }
    }
    beside >= SHORTEST_STORY && BESIDE * beside >= inside
}

/// Whether the first link of a leaf stays on the page's own site.
pub(super) fn is_internal(tree: &Tree<'_>, leaf: &Leaf, host: Option<&str>) -> bool {
    match host_of(address(tree, leaf)) {
        Some(other) => host.is_none_or(|host| other.eq_ignore_ascii_case(host)),
        None => true,
    }
}

/// Where the first link of a leaf leads.
fn address<'p>(tree: &Tree<'p>, leaf: &Leaf) -> &'p str {
    let mut around = tree.ancestors(leaf.first).take(4).chain(leaf.first..leaf.past);
    let link = around.find(|&id| tree.tag(id) == Tag::A);
    link.and_then(|link| tree.attr_source(link, "href")).unwrap_or_default()
}

/// The host of an address, without `www.`.
pub(super) fn host_of(url: &str) -> Option<&str> {
    let rest = url.trim().split_once("//").filter(|(scheme, _)| scheme.len() < 7)?.1;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host))
}

/// Which leaves are sentences of a story.
fn good(tree: &Tree<'_>, survey: &Survey, furniture: &[Range]) -> Vec<bool> {
    let mut along = Along::new(furniture);
    let captions: Vec<_> =
        survey.marked.iter().filter(|(_, traits)| traits.is_caption).map(|&(id, _)| (id, tree.past(id), ())).collect();
    let mut captions = Along::new(&captions);
    let is_good = |leaf: &Leaf| {
        let is_out = along.at(leaf.first).is_some() || captions.at(leaf.first).is_some();
        !is_out && !leaf.is_linked() && is_sentence(tree, leaf)
    };
    survey.leaves.iter().map(is_good).collect()
}

/// Which leaves tell the story of a page without a sentence: paragraphs of more than one word.
fn lines(tree: &Tree<'_>, survey: &Survey, furniture: &[Range]) -> Vec<bool> {
    let mut along = Along::new(furniture);
    let is_line = |leaf: &Leaf| {
        let is_own = along.at(leaf.first).is_none() && !leaf.is_linked() && tree.tag(leaf.owner) == Tag::P;
        is_own && tree.text_of(leaf.first, leaf.past).trim().contains(' ')
    };
    survey.leaves.iter().map(is_line).collect()
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
    let frames = frames(tree, survey, |traits| traits.is_body || traits.is_frame);
    let framed = sums(tree, frames.iter().map(|&id| (id, goods[id as usize])));
    let score = |id: NodeId| {
        let at = id as usize;
        i64::from(goods[at]) + i64::from(framed[at]) - i64::from(junk[at]) / 2
    };
    let mut best = (0, i64::MIN);
    for id in 0..tree.len() as NodeId {
        if goods[id as usize] > 0 && tree.tag(id).is_block() && score(id) >= best.1 {
            best = (id, score(id));
        }
    }
    narrowed(tree, survey, goods, best.0)
}

/// The innermost element inside the body that holds nearly all of its good text.
fn core(tree: &Tree<'_>, goods: &[u32], body: NodeId) -> NodeId {
    let is_full = |id: &NodeId| 100 * u64::from(goods[*id as usize]) >= CORE * u64::from(goods[body as usize]);
    let mut core = body;
    while let Some(next) = tree.children(core).find(is_full) {
        core = next;
    }
    if tree.tag(core).is_block() { core } else { body }
}

/// The outermost elements with such traits.
fn frames(tree: &Tree<'_>, survey: &Survey, wants: impl Fn(&Traits) -> bool) -> Vec<NodeId> {
    let mut past = 0;
    let outermost = |&(id, _): &(NodeId, Traits)| {
        let is_outermost = id >= past;
        past = past.max(tree.past(id));
        is_outermost
    };
    let found: Vec<_> = survey.marked.iter().filter(|(_, traits)| wants(traits)).copied().collect();
    found.into_iter().filter(outermost).map(|(id, _)| id).collect()
}

/// The body by its name, or else an `article` or `main`, inside the best element, when it holds much of the good text.
fn narrowed(tree: &Tree<'_>, survey: &Survey, goods: &[u32], best: NodeId) -> NodeId {
    let bodies = frames(tree, survey, |traits| traits.is_body);
    let articles = frames(tree, survey, |traits| traits.is_frame);
    let inside = |id: NodeId, among: &[NodeId], share: u64| {
        let all: u64 = among.iter().map(|&id| u64::from(goods[id as usize])).sum();
        let found = among
            .iter()
            .copied()
            .filter(|&own| own > id && own < tree.past(id))
            .max_by_key(|&own| goods[own as usize])?;
        let own = u64::from(goods[found as usize]);
        (100 * own >= 60 * all && 100 * own >= share * u64::from(goods[id as usize]) && own >= 100).then_some(found)
    };
    let found = inside(best, &articles, 50).unwrap_or(best);
    let Some(body) = inside(found, &bodies, 30) else { return found };
    let is_part = |id: &&NodeId| {
        **id > found && **id < tree.past(found) && 100 * goods[**id as usize] >= PART * goods[body as usize]
    };
    bodies.iter().filter(is_part).fold(body, |body, &part| around(tree, body, part))
}

/// The innermost element around two.
fn around(tree: &Tree<'_>, a: NodeId, b: NodeId) -> NodeId {
    let holds = |id: &NodeId| *id <= b && b < tree.past(*id);
    std::iter::once(a).chain(tree.ancestors(a)).find(holds).unwrap_or_default()
}

/// Whether a tag stands for a table.
pub(super) fn is_table(tag: Tag) -> bool {
    tag == Tag::Table || tag.is_table_part()
}
