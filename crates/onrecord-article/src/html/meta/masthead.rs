//! The site's name as a page shows it: the link to its first page, its logo, the rest of its title, its copyright line.

use onrecord_lang::PageWords;

use super::addresses::is_first_page;
use super::sites::squeezed;
use super::title::{parts, unquoted};
use crate::html::tree::{NodeId, Tag, Tree};
use crate::outlet::{holder, host};

/// A site's name has no more words.
const MOST_WORDS: usize = 5;
/// More names than this are links of a list.
const MOST: usize = 8;
/// So many elements around a link say whether it stands in a menu.
const AROUND: usize = 3;
/// A copyright line's text is not longer, in bytes.
const LONGEST: usize = 600;

/// What the head and the foot of a page show.
#[derive(Default)]
pub(super) struct Masthead {
    /// What links to the site's first page, and logos, say.
    names: Vec<String>,
    /// Whom copyright lines name.
    holders: Vec<String>,
    /// Whether only a copyright line can tell, as the page's address is unknown.
    is_nowhere: bool,
}

impl Masthead {
    /// Reads a page that stands at a host.
    pub(super) fn new(tree: &Tree<'_>, page_host: Option<&str>, words: &PageWords) -> Self {
        let mut masthead = Self { is_nowhere: page_host.is_none(), ..Self::default() };
        for id in tree.descendants(tree.root()) {
            match tree.tag(id) {
                Tag::A if masthead.names.len() < MOST => masthead.names.extend(home(tree, id, page_host)),
                Tag::Text if masthead.holders.len() < MOST => masthead.holders.extend(held(tree, id, words)),
                _ => {}
            }
        }
        masthead
    }

    /// The outlet that the page does not name to machines; `title` is all of its title.
    pub(super) fn outlet(&self, title: Option<&str>, headline: Option<&str>) -> Option<String> {
        let title = title.unwrap_or_default();
        let all = parts(title);
        let ends = all.last().into_iter().chain(all.first()).filter(|_| all.len() > 1);
        let known = ends.filter(|part| n_words(part) <= MOST_WORDS).find_map(|part| self.agreed(part));
        known
            .or_else(|| self.names.first().cloned())
            .or_else(|| headline.and_then(|headline| beside(title, headline)).map(|name| self.shortened(name)))
            .or_else(|| self.holders.last().filter(|_| self.is_nowhere).cloned())
    }

    /// A name given to machines without what it says about itself: "Harbour News" of "Harbour News - the town's portal".
    pub(super) fn bare(&self, given: &str) -> String {
        let first = parts(given).first().map(|part| unquoted(part));
        let is_shown = |first: &&str| self.names.iter().any(|name| squeezed(name) == squeezed(first));
        first.filter(is_shown).unwrap_or(given).to_owned()
    }

    /// The name in a part of the title that the page shows elsewhere too.
    fn agreed(&self, part: &str) -> Option<String> {
        let own = squeezed(part);
        let shown = self.names.iter().chain(&self.holders);
        let is_like = |name: &&String| {
            let name = squeezed(name);
            name.len() >= 3 && own.len() >= 3 && (own.contains(&name) || name.contains(&own))
        };
        let name = shown.into_iter().find(is_like)?;
        // «Журнал „Речная газета“» says what it is: its name stands in the marks.
        let is_marked = part.find(['«', '“', '„', '"']).is_some_and(|at| squeezed(&part[at..]) == squeezed(name));
        Some(if is_marked { name.clone() } else { unquoted(part).to_owned() })
    }

    /// A name without what the copyright line has otherwise: "Harbour News" of "Harbour News Online" and "Harbour News Ltd".
    fn shortened(&self, name: &str) -> String {
        let same = |holder: &String| {
            let same = name.split_whitespace().zip(holder.split_whitespace()).take_while(|(a, b)| a == b);
            same.map(|(word, _)| word).collect::<Vec<_>>()
        };
        let same = self.holders.iter().map(same).find(|same| same.len() >= 2);
        same.map_or_else(|| unquoted(name).to_owned(), |same| same.join(" "))
    }
}

/// The part of a title that stands beside the headline, at the very end or the very beginning.
fn beside<'t>(title: &'t str, headline: &str) -> Option<&'t str> {
    let all = parts(title);
    let headline = squeezed(headline);
    let is_headline = |parts: &[&str]| squeezed(&parts.concat()) == headline;
    let name = match (all.first(), all.last()) {
        _ if all.len() < 2 || headline.is_empty() => None,
        (_, Some(last)) if (1..all.len()).any(|n| is_headline(&all[..n])) => Some(*last),
        (Some(first), _) if (1..all.len()).any(|n| is_headline(&all[n..])) => Some(*first),
        _ => None,
    };
    name.filter(|name| is_name(name))
}

fn n_words(text: &str) -> usize {
    text.split_whitespace().count()
}

fn is_name(words: &str) -> bool {
    let begins = words.chars().find(|c| c.is_alphanumeric());
    (1..=MOST_WORDS).contains(&n_words(words)) && begins.is_some_and(|c| !c.is_lowercase())
}

/// What a link to the site's first page says, or the picture in it.
fn home(tree: &Tree<'_>, id: NodeId, page_host: Option<&str>) -> Option<String> {
    let href = tree.attr(id, "href")?;
    let href = href.trim();
    let is_here = |href: &str| host(href).is_some_and(|host| page_host == Some(host.as_str()));
    let is_home = href == "/" || is_first_page(href) && is_here(href);
    if !is_home || is_in_list(tree, id) {
        return None;
    }
    let said = tree.text(id);
    let said = said.lines().find(|line| !line.trim().is_empty()).map(str::to_owned);
    let picture = || tree.descendants(id).filter(|&id| tree.tag(id) == Tag::Img).find_map(|id| tree.attr(id, "alt"));
    let named = || tree.attr(id, "aria-label").or_else(|| tree.attr(id, "title"));
    let said = said.or_else(|| picture().or_else(named).map(|name| name.into_owned()))?;
    let name = parts(&said).first().map(|name| unquoted(name))?.to_owned();
    is_name(&name).then_some(name)
}

/// Whether a link is one of a menu or of a trail of links.
fn is_in_list(tree: &Tree<'_>, id: NodeId) -> bool {
    let is_menu = |id: NodeId| matches!(tree.tag(id), Tag::Li | Tag::Nav) || super::section::is_trail(tree, id);
    let next = tree.past(id);
    let is_divided = tree.parent(next) == tree.parent(id)
        && tree.is_text(next)
        && matches!(tree.text(next).trim(), ">" | "»" | "/" | "›" | "→" | "|" | "::");
    is_divided || tree.ancestors(id).take(AROUND).any(is_menu)
}

/// Whom a text names after a copyright mark; a caption's is its picture's.
fn held(tree: &Tree<'_>, id: NodeId, words: &PageWords) -> Option<String> {
    let raw = tree.raw(id);
    let is_marked = raw.len() <= LONGEST && (raw.contains('©') || raw.contains("&copy;") || raw.contains("&#169;"));
    if !is_marked || tree.ancestors(id).take(4).any(|id| matches!(tree.tag(id), Tag::Figure | Tag::Figcaption | Tag::A))
    {
        return None;
    }
    holder(tree.text(id).trim(), words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::packs;

    fn check(html: &str, title: &str, headline: Option<&str>, expected: Option<&str>) {
        let masthead = Masthead::new(&Tree::parse(html), Some("river.example"), packs().page_words());
        assert_eq!(masthead.outlet(Some(title), headline).as_deref(), expected);
    }

    #[test]
    fn a_part_of_the_title_that_the_logo_repeats_is_the_outlet() {
        let html = r#"<a href="/"><img alt="River Post: news"></a>"#;
        check(r#"<a href="/">River Post</a>"#, "Bridge opens | City | River Post", None, Some("River Post"));
        check(r#"<a href="https://river.example/">Долина</a>"#, "Мост открыли — ИА Долина", None, Some("ИА Долина"));
        check(r#"<a href="/">Речная</a>"#, "Мост открыли - Журнал «Речная»", None, Some("Речная"));
        check(html, "Bridge opens", None, Some("River Post: news"));
    }

    #[test]
    fn a_link_home_in_a_menu_is_no_name() {
        check(r#"<ul><li><a href="/">Home</a></li></ul>"#, "Bridge opens", None, None);
        check(r#"<p><a href="/">Home</a> &raquo; <a href="/city">City</a></p>"#, "Bridge opens", None, None);
    }

    #[test]
    fn what_stands_beside_the_headline_is_the_outlet() {
        check("", "Bridge opens - River Post", Some("Bridge opens"), Some("River Post"));
        check("", "River Post :: Bridge opens", Some("Bridge opens"), Some("River Post"));
        check("", "Bridge opens - and stays", Some("Bridge opens"), None);
        check("© 2021 River Post Ltd.", "River Post Online - Bridge", Some("Bridge"), Some("River Post"));
    }

    #[test]
    fn a_given_name_is_cut_to_what_the_page_shows() {
        let masthead = Masthead::new(&Tree::parse(r#"<a href="/">Речная газета</a>"#), None, packs().page_words());
        assert_eq!(masthead.bare("Речная газета - портал"), "Речная газета");
        assert_eq!(masthead.bare("Долина - портал"), "Долина - портал");
    }
}
