//! The parts of a page that are the article, written down in order.

use onrecord_lang::PageWords;
use onrecord_model::{BlockKind, Furniture};

use super::choose::{Choice, choose, host_of, is_internal};
use super::draft::{Draft, Writer};
use super::late;
use super::lead;
use super::parts::{Part, Reader};
use super::survey::{Along, Leaf, Survey, Traits, n_visible};
use super::told::told;
use super::tree::{NodeId, Tag, Tree};

/// A page with as many links as long as this, in characters, and sentences no longer than that, leads to stories.
const MOST_TITLES: usize = 30;
const SHORTEST_TITLE: u32 = 25;
const LONGEST_INTRODUCTION: u32 = 500;
/// A line that is no heading and says the title is the headline when it has as many characters.
const SHORTEST_HEADLINE: u32 = 12;
/// The letter that some write for an apostrophe.
const APOSTROPHE: char = '\u{2bc}';
/// A list before the first sentence belongs to the story when its items have as many characters.
const SHORTEST_ITEM: u32 = 20;
/// What asks a reader to pay has as many characters.
const SHORTEST_WALL: u32 = 20;
/// A list of links at the end has so many items, and is no more than one part in so many of the story.
const FEWEST_LINKS: usize = 3;
const SHARE_OF_LINKS: u32 = 5;
/// So many last parts may tell of the authors; a line that only gives an address has no more bytes than this, and the name
/// no later.
const MOST_ABOUT_AUTHORS: usize = 3;
const LONGEST_CONTACT: usize = 300;
const LATEST_NAME: usize = 30;

/// What is known of a page besides its tree.
#[derive(Clone, Copy, Default)]
pub(super) struct Known<'k> {
    /// The page's address.
    pub(super) url: Option<&'k str>,
    /// The article's title.
    pub(super) title: Option<&'k str>,
    /// Who wrote it.
    pub(super) authors: &'k [String],
    /// The words of all languages by which furniture is known.
    pub(super) words: Option<&'k PageWords>,
}

/// The article in a page, as far as the markup tells.
pub(super) fn draft(tree: &Tree<'_>, known: Known<'_>) -> Draft {
    let survey = Survey::new(tree);
    let host = known.url.and_then(host_of);
    let choice = choose(tree, &survey, host, known.title);
    let reader = Reader { tree, survey: &survey, choice: &choice, host, words: known.words };
    let mut parts = reader.parts();
    trim(tree, &choice, &mut parts);
    mark_links(tree, &mut parts, host);
    late::mark(&reader, &mut parts);
    mark_authors(tree, &mut parts, known.authors);
    let headline = headline(tree, &survey, &parts, known.title);
    lead::settle(&reader, headline, &mut parts);
    let mut writer = Writer::new(tree, &survey);
    parts.iter().filter(|part| part.is_written()).for_each(|part| writer.add_part(part));
    if !parts.iter().any(|part| part.is_kept && part.is_good) {
        // What a script makes of the page may be told in its JSON-LD.
        let text = told(tree).unwrap_or_default();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            writer.push(line, "\n\n", BlockKind::Paragraph, None);
        }
    }
    let mut draft = writer.draft;
    draft.is_walled = is_walled(&survey);
    draft.is_index = is_index(&survey, &parts, &draft);
    draft
}

/// Whether something is shown that stands between the reader and the story.
fn is_walled(survey: &Survey) -> bool {
    let all = u64::from(survey.unlinked[0]);
    let mut hidden = Along::new(&survey.hidden);
    let is_wall = |&(id, traits): &(NodeId, Traits)| {
        let own = survey.unlinked[id as usize];
        traits.is_wall && own >= SHORTEST_WALL && 2 * u64::from(own) < all && hidden.at(id).is_none()
    };
    survey.marked.iter().any(is_wall)
}

/// Whether the page leads to stories rather than telling one: many links as long as titles, few sentences, no headline.
fn is_index(survey: &Survey, parts: &[Part], draft: &Draft) -> bool {
    let titles = survey.leaves.iter().filter(|leaf| leaf.is_linked() && leaf.len >= SHORTEST_TITLE);
    let own: u32 = parts.iter().filter(|part| part.is_good && part.is_kept).map(|part| part.leaf.unlinked()).sum();
    let has_headline = draft.blocks.iter().any(|block| block.kind == BlockKind::Headline);
    let links: u32 = titles.clone().map(|leaf| leaf.link).sum();
    !has_headline && titles.count() >= MOST_TITLES && own < LONGEST_INTRODUCTION && links > 5 * own
}

/// The headline, when it stands before the body: a heading that says the title, or the last `h1`.
fn headline(tree: &Tree<'_>, survey: &Survey, parts: &[Part], title: Option<&str>) -> Option<Leaf> {
    if parts.iter().any(|part| part.is_kept && part.kind == BlockKind::Headline) {
        return None;
    }
    // A page may hold nothing but a headline.
    let start = parts.iter().find(|part| part.is_kept).map_or(NodeId::MAX, |part| part.leaf.first);
    let before = &survey.leaves[..survey.leaves.partition_point(|leaf| leaf.first < start)];
    let n_title = title.map_or(0, n_visible);
    let says_title = |leaf: &&Leaf| title.is_some_and(|title| says_title(tree, leaf, (title, n_title)));
    let is_main = |leaf: &&Leaf| tree.tag(leaf.owner) == Tag::H1 && !leaf.is_linked();
    before.iter().rev().find(says_title).or_else(|| before.iter().rev().find(is_main)).copied()
}

/// Whether a leaf is most of a title, whose length in characters is given too. Character references make the leaf longer.
pub(super) fn says_title(tree: &Tree<'_>, leaf: &Leaf, (title, n_title): (&str, u32)) -> bool {
    let is_near = 3 * leaf.len >= n_title && leaf.len <= 2 * n_title + 8 && leaf.len >= SHORTEST_HEADLINE;
    is_near && may_say(title, tree, leaf) && says(title, &tree.text_of(leaf.first, leaf.past))
}

/// Whether a leaf begins or ends with the letter that the title begins or ends with; character references may be anything.
fn may_say(title: &str, tree: &Tree<'_>, leaf: &Leaf) -> bool {
    let (first, last) = (tree.raw(leaf.first), tree.raw(leaf.past - 1));
    let is_letter = |c: &char| c.is_alphanumeric() && *c != APOSTROPHE;
    let is_same =
        |a: Option<char>, b: Option<char>| a.zip(b).is_none_or(|(a, b)| a.to_lowercase().eq(b.to_lowercase()));
    first.contains('&')
        || last.contains('&')
        || is_same(title.chars().find(is_letter), first.chars().find(is_letter))
        || is_same(title.chars().rev().find(is_letter), last.chars().rev().find(is_letter))
}

/// Whether a title begins or ends with a headline: an outlet's name may stand beside it. Case and marks do not count.
fn says(title: &str, headline: &str) -> bool {
    let letters = |text: &str| {
        text.chars()
            .filter(|&c| c.is_alphanumeric() && c != APOSTROPHE)
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    let (title, headline) = (letters(title), letters(headline));
    title.starts_with(&headline) || title.ends_with(&headline)
}

/// Leaves out what stands before the story and after it.
fn trim(tree: &Tree<'_>, choice: &Choice, parts: &mut [Part]) {
    let past = tree.past(choice.core);
    let is_good = |part: &Part| part.is_good && part.leaf.first < past;
    let first = parts.iter().position(is_good).unwrap_or(0);
    let last = parts.iter().rposition(is_good).map_or(0, |last| last + 1);
    let last = last + trailing_list(tree, &parts[last..], past);
    let last = last + trailing_lines(tree, parts, last, past);
    for part in &mut parts[last..] {
        part.is_kept = false;
    }
    let mut is_near = true;
    for part in parts[..first].iter_mut().rev() {
        // Menus and bars that are not written part nothing.
        if part.furniture == Some(Furniture::Navigation) || part.is_credit_of_caption() {
            part.is_kept = is_near;
            continue;
        }
        let is_item = part.kind == BlockKind::List && part.leaf.len >= SHORTEST_ITEM;
        let is_head = is_item || matches!(part.kind, BlockKind::Subhead | BlockKind::Caption);
        is_near &= is_head;
        part.is_kept = part.kind == BlockKind::Headline || is_near;
    }
}

/// Marks a list that ends the story when each of its items leads to another page of the site, and what announces it.
fn mark_links(tree: &Tree<'_>, parts: &mut [Part], host: Option<&str>) {
    let past = parts.iter().rposition(|part| part.is_kept).map_or(0, |last| last + 1);
    let leads_on = |part: &Part| {
        let has_link = part.kind == BlockKind::List && part.leaf.link > 0;
        part.furniture.is_some() || has_link && is_internal(tree, &part.leaf, host) && !leads_back(tree, &part.leaf)
    };
    let first = past - parts[..past].iter().rev().take_while(|part| leads_on(part)).count();
    let length =
        |parts: &[Part]| parts.iter().filter(|part| part.furniture.is_none()).map(|part| part.leaf.len).sum::<u32>();
    let items = parts[first..past].iter().filter(|part| part.furniture.is_none()).count();
    if items < FEWEST_LINKS || SHARE_OF_LINKS * length(&parts[first..past]) > length(&parts[..past]) {
        return;
    }
    let announced = parts[..first].iter().rev().take(1).filter(|part| !part.is_good).count();
    for part in parts[first - announced..past].iter_mut().filter(|part| part.furniture.is_none()) {
        (part.kind, part.furniture) = (BlockKind::Furniture, Some(Furniture::Related));
    }
}

/// Whether the first link of a leaf leads to another place of the same page: back from a note to where it belongs.
fn leads_back(tree: &Tree<'_>, leaf: &Leaf) -> bool {
    let link = (leaf.first..leaf.past).find(|&id| tree.tag(id) == Tag::A);
    link.and_then(|id| tree.attr_source(id, "href")).is_some_and(|href| href.starts_with('#'))
}

/// Marks what the last parts tell of an author: they begin with the name, or give it soon in a few words.
fn mark_authors(tree: &Tree<'_>, parts: &mut [Part], authors: &[String]) {
    let names: Vec<&str> = authors.iter().map(String::as_str).filter(|name| name.contains(' ')).collect();
    let own = |part: &&mut Part| part.is_kept && part.furniture.is_none() && part.kind != BlockKind::Headline;
    let n_own = parts.iter().filter(|part| part.is_kept && part.is_good).count();
    if names.is_empty() || n_own <= MOST_ABOUT_AUTHORS {
        return;
    }
    for part in parts.iter_mut().rev().filter(own).take(MOST_ABOUT_AUTHORS) {
        let words = tree.text_of(part.leaf.first, part.leaf.past);
        if names.iter().any(|name| tells_of(&words, name)) {
            (part.kind, part.furniture) = (BlockKind::Furniture, Some(Furniture::Credit));
        }
    }
}

/// Whether words are about someone: «Анна Река пишет о мостах с 2010 года», "Write to Anna Reka at…".
fn tells_of(words: &str, name: &str) -> bool {
    let is_short = words.len() <= LONGEST_CONTACT;
    let start = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    let place = start.find(name).filter(|&place| place == 0 || is_short && place <= LATEST_NAME);
    let rest = place.map(|place| &start[place + name.len()..]);
    // «Анна Река: Спасибо за беседу» is a question of hers.
    rest.is_some_and(|rest| !rest.starts_with(':') && !rest.starts_with(char::is_alphanumeric))
}

/// How many parts after the last sentence are still lists of the story, posts or answers, with what announces them.
fn trailing_list(tree: &Tree<'_>, parts: &[Part], past: NodeId) -> usize {
    let own = parts.iter().take_while(|part| part.furniture.is_none() && part.leaf.first < past).count();
    let is_item = |part: &Part| {
        matches!(part.kind, BlockKind::List | BlockKind::Embed)
            || tree.ancestors(part.leaf.owner).take(4).any(|id| tree.tag(id) == Tag::Details)
    };
    parts[..own].iter().rposition(is_item).map_or(0, |last| last + 1)
}

/// How many parts after the last sentence stand right beside it, up to the last that is no heading and no quote set apart.
fn trailing_lines(tree: &Tree<'_>, parts: &[Part], last: usize, past: NodeId) -> usize {
    let Some(before) = last.checked_sub(1).and_then(|before| parts.get(before)) else { return 0 };
    let around = tree.parent(before.leaf.owner);
    let is_beside =
        |part: &&Part| part.furniture.is_none() && part.leaf.first < past && tree.parent(part.leaf.owner) == around;
    let own = parts[last..].iter().take_while(is_beside).count();
    parts[last..last + own]
        .iter()
        .rposition(|part| !matches!(part.kind, BlockKind::Subhead | BlockKind::Quote))
        .map_or(0, |last| last + 1)
}
