//! The outlet's section as a page shows it: the trail of links to the article, the rubric beside its headline.

use std::cell::OnceCell;
use std::sync::LazyLock;

use super::addresses::is_first_page;
use super::gather::Gathered;
use super::graph::Facts;
use super::hints::is_elsewhere;
use super::sites::squeezed;
use crate::html::tree::{NodeId, Tag, Tree};

/// Meta elements that name the section, the surest first.
const METAS: [&str; 7] = [
    "articlesection",
    "parselysection",
    "section",
    "mediatorthemename",
    "mediatortheme",
    "articlecategory",
    "category",
];
/// The words in the classes of trails of links and of rubrics.
static CLASSES: LazyLock<Classes> = LazyLock::new(|| {
    let of_kind = |wanted: &str| {
        let cells = include_str!("section_classes.tsv").lines().map(|line| line.split('\t').collect::<Vec<_>>());
        cells.filter(|cells| cells.get(1) == Some(&wanted)).filter_map(|cells| cells.first().copied()).collect()
    };
    Classes { trails: of_kind("trail"), rubrics: of_kind("rubric") }
});

struct Classes {
    trails: Vec<&'static str>,
    rubrics: Vec<&'static str>,
}

/// A section's name has no more words.
const MOST_WORDS: usize = 4;
/// The line of a date is not longer, in bytes.
const LONGEST: usize = 160;
/// A trail's or a rubric's nodes: more are a part of the page.
const MOST_NODES: NodeId = 60;
const FEW_NODES: NodeId = 14;
/// So many nodes before and after the headline a rubric stands beside it.
const BEFORE: NodeId = 24;
const AFTER: NodeId = 40;

/// The section of the article whose headline stands at a node.
pub(super) fn section(
    tree: &Tree<'_>,
    gathered: &Gathered,
    facts: &Facts,
    headline: Option<NodeId>,
    title: Option<&str>,
) -> Option<String> {
    let given = gathered.meta(&METAS).or(facts.section.as_deref());
    let page = Page { tree, headline, title: title.map(squeezed).unwrap_or_default(), menu: OnceCell::new() };
    given
        .map(str::to_owned)
        .or_else(|| page.in_trail())
        .or_else(|| page.marked())
        .or_else(|| page.beside())
        .or_else(|| page.between(gathered.title.as_deref()?))
}

/// Whether a class says that an element is a trail of links to the page.
pub(super) fn is_trail(tree: &Tree<'_>, id: NodeId) -> bool {
    let is_said = |value: &str| {
        let begins = |at: usize| {
            CLASSES.trails.iter().any(|word| {
                value.as_bytes().get(at..at + word.len()).is_some_and(|part| part.eq_ignore_ascii_case(word.as_bytes()))
            })
        };
        let is_first = |byte: u8| matches!(byte | 0x20, b'b' | b's' | b'c');
        value.bytes().enumerate().any(|(at, byte)| is_first(byte) && begins(at))
    };
    let names = ["class", "id", "itemtype", "aria-label", "typeof"];
    tree.attrs(id).any(|(name, value)| names.contains(&name) && value.len() <= 200 && is_said(value))
}

struct Page<'t, 'p> {
    tree: &'t Tree<'p>,
    headline: Option<NodeId>,
    title: String,
    /// What the links of the menus before the headline say, once it is asked for.
    menu: OnceCell<Vec<String>>,
}

impl Page<'_, '_> {
    /// The last link of a trail that is neither the site's first page nor the article.
    fn in_trail(&self) -> Option<String> {
        let past = self.tree.len() as NodeId;
        let past = self.headline.map_or(past, |headline| past.min(headline + AFTER));
        let all = self.tree.root() + 1..past;
        let is_small = |id: &NodeId| self.tree.past(*id) - id <= MOST_NODES && !self.tree.is_text(*id);
        let trails = all.filter(is_small).filter(|&id| is_trail(self.tree, id) || self.is_divided(id));
        trails.take(20).find_map(|id| self.last_link(id))
    }

    fn last_link(&self, trail: NodeId) -> Option<String> {
        let links = self.tree.descendants(trail).filter(|&id| self.tree.tag(id) == Tag::A);
        let mut names = links.filter_map(|id| {
            let href = self.tree.attr(id, "href")?;
            let name = self.named(id)?;
            (!is_home(&href) && squeezed(&name) != self.title).then_some(name)
        });
        names.next_back()
    }

    /// Whether an element has links with arrows between them.
    fn is_divided(&self, id: NodeId) -> bool {
        if self.headline.is_none() {
            return false;
        }
        let is_link = |id: NodeId| self.tree.tag(id) == Tag::A;
        let first = self.tree.children(id).take(4).find(|&id| is_link(id));
        let is_from_home = first.is_some_and(|id| self.tree.attr(id, "href").is_some_and(|href| is_home(&href)));
        let mut is_after_link = false;
        let mut n_arrows = 0;
        for child in self.tree.children(id).take(12) {
            let is_arrow = is_after_link && self.tree.is_text(child) && {
                let text = self.tree.text(child);
                text.trim().starts_with(['>', '»', '›', '→']) || is_from_home && text.trim() == "/"
            };
            n_arrows += usize::from(is_arrow);
            is_after_link = is_link(child);
        }
        n_arrows > 0
    }

    /// The name in an element that is marked as the section's.
    fn marked(&self) -> Option<String> {
        let headline = self.headline?;
        let first = headline.saturating_sub(BEFORE * 2);
        let last = (self.tree.len() as NodeId).min(headline + 400);
        let is_item = |id: NodeId| {
            self.tree.attr_source(id, "itemprop").is_some_and(|item| matches!(item.trim(), "genre" | "articleSection"))
        };
        let own = (first..last).filter(|&id| !self.tree.is_text(id) && self.tree.past(id) - id <= FEW_NODES);
        let is_own = |id: NodeId| !is_elsewhere(self.tree, id, self.headline);
        let items = own.clone().filter(|&id| is_item(id) && is_own(id)).find_map(|id| self.named(id));
        let near = headline.saturating_sub(BEFORE)..headline + AFTER;
        let rubric = |id: NodeId| {
            let is_near = near.contains(&id) && id != headline;
            (is_rubric(self.tree, id) && (is_near || self.is_foot(id)) && is_own(id))
                .then(|| self.link_in(id, is_near))?
        };
        items.or_else(|| own.filter_map(rubric).next())
    }

    /// Whether an element stands in the foot of the headline's article.
    fn is_foot(&self, id: NodeId) -> bool {
        let mut around = self.tree.ancestors(id).take(6);
        let foot = around.find(|&id| self.tree.tag(id) == Tag::Footer);
        let article = foot.and_then(|_| around.find(|&id| self.tree.tag(id) == Tag::Article));
        article.is_some_and(|article| {
            self.headline.is_some_and(|headline| self.tree.descendants(article).contains(&headline))
        })
    }

    /// What the first link in an element says; without a link, all of the element.
    fn link_in(&self, id: NodeId, is_whole: bool) -> Option<String> {
        let link = std::iter::once(id).chain(self.tree.descendants(id)).find(|&id| self.tree.tag(id) == Tag::A);
        self.named(link.or(is_whole.then_some(id))?)
    }

    /// A link or a few words in the line with the date beside the headline, which the page's menu has as well.
    fn beside(&self) -> Option<String> {
        let headline = self.headline?;
        let before = (headline.saturating_sub(BEFORE)..headline).rev();
        let after = self.tree.past(headline)..(headline + AFTER).min(self.tree.len() as NodeId);
        let mut found =
            before.chain(after).filter(|&id| self.tree.is_text(id) && self.is_with_number(id) && !self.is_in_menu(id));
        found.find_map(|id| {
            let said = self.tree.text(id);
            let said = said.split("//").next()?.trim();
            let is_known =
                !said.is_empty() && self.menu(headline).contains(&squeezed(said)) && squeezed(said) != self.title;
            (is_known && said.split_whitespace().count() <= MOST_WORDS).then(|| said.to_owned())
        })
    }

    /// What stands in the title between the site's name and the headline, if the page's menu has it as well.
    fn between(&self, title: &str) -> Option<String> {
        let parts = super::title::parts(title);
        let [_, inner @ .., _] = parts.as_slice() else { return None };
        let headline = self.headline?;
        let is_known = |part: &&&str| {
            part.split_whitespace().count() <= MOST_WORDS && self.menu(headline).contains(&squeezed(part))
        };
        inner.iter().find(is_known).map(|part| (*part).to_owned())
    }

    /// Whether a text stands in a short line with a number: that of the date.
    fn is_with_number(&self, id: NodeId) -> bool {
        let lines = self.tree.ancestors(id).take(2).filter(|&id| self.tree.past(id) - id <= FEW_NODES);
        lines
            .map(|id| self.tree.text(id))
            .any(|line| line.len() <= LONGEST && line.contains(|c: char| c.is_ascii_digit()))
    }

    /// What the links of the menus before the headline say.
    fn menu(&self, headline: NodeId) -> &[String] {
        self.menu.get_or_init(|| {
            let links = (0..headline).filter(|&id| self.tree.tag(id) == Tag::A).take(300);
            let own = links
                .filter(|&id| self.tree.attr(id, "href").is_some_and(|href| !is_home(&href)) && self.is_in_menu(id));
            own.filter_map(|id| self.named(id)).map(|name| squeezed(&name)).filter(|name| !name.is_empty()).collect()
        })
    }

    /// Whether a node stands in a list of links.
    fn is_in_menu(&self, id: NodeId) -> bool {
        let n_links = |id: NodeId| {
            let within = self.tree.descendants(id).take(MOST_NODES as usize);
            within.filter(|&id| self.tree.tag(id) == Tag::A).count()
        };
        self.tree.ancestors(id).take(3).any(|id| {
            let is_own = self.headline.is_none_or(|headline| !self.tree.descendants(id).contains(&headline));
            is_own && n_links(id) >= 3
        })
    }

    /// The few words of an element.
    fn named(&self, id: NodeId) -> Option<String> {
        let is_small = self.tree.past(id) - id <= FEW_NODES;
        let text = is_small.then(|| self.tree.text(id))?;
        let text = text.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, ')' | '»' | '«' | '!' | '?'));
        let is_name = (1..=MOST_WORDS).contains(&text.split_whitespace().count())
            && !text.contains(['\n', ':'])
            && text.contains(char::is_alphabetic)
            && !text.contains(|c: char| c.is_ascii_digit());
        is_name.then(|| text.to_owned())
    }
}

fn is_home(href: &str) -> bool {
    let href = href.trim();
    href.trim_end_matches('/').is_empty() || href.starts_with('#') || href.contains("://") && is_first_page(href)
}

/// Whether a class says that an element holds the section's name.
fn is_rubric(tree: &Tree<'_>, id: NodeId) -> bool {
    let is_section = tree.tag(id) == Tag::Section;
    let class = tree.attr_source(id, "class").filter(|class| class.len() <= 200 && !is_section);
    let of_name = tree.name(id);
    let words = |value: &str| {
        let mut words = value.split(|c: char| !c.is_ascii_alphabetic()).map(str::to_ascii_lowercase);
        words.any(|word| CLASSES.rubrics.contains(&word.as_str()))
    };
    class.is_some_and(words) || of_name.contains('-') && words(of_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: Option<&str>) {
        let tree = Tree::parse(html);
        let gathered = Gathered::new(&tree);
        let headline = gathered.headings.first().map(|heading| heading.id);
        let found = section(&tree, &gathered, &Facts::default(), headline, Some("Bridge opens"));
        assert_eq!(found.as_deref(), expected, "{html}");
    }

    #[test]
    fn a_trail_ends_in_the_section() {
        check(
            r#"<ol class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/c">City</a></li><li><a href="/c/1">Bridge opens</a></li></ol><h1>Bridge opens</h1>"#,
            Some("City"),
        );
        check(r#"<p>Here: <a href="/n">News</a> &gt; <a href="/c">City</a></p><h1>Bridge opens</h1>"#, Some("City"));
        check(r#"<p><a href="/">Home</a> / <a href="/c">City</a></p><h1>Bridge opens</h1>"#, Some("City"));
        check(r#"<ol class="breadcrumb"><li><a href="/">Home</a></li></ol><h1>Bridge opens</h1>"#, None);
    }

    #[test]
    fn a_rubric_beside_the_headline_is_the_section() {
        check(r#"<p class="kicker"><a href="/c">City</a></p><h1>Bridge opens</h1>"#, Some("City"));
        check(
            r#"<article><h1>Bridge opens</h1><p>Text.</p><footer><p class="cat-links">In: <a href="/c">City</a></p></footer></article>"#,
            Some("City"),
        );
        check(r#"<h1>Bridge opens</h1><p class="location">City</p>"#, None);
    }

    #[test]
    fn what_stands_in_the_title_between_name_and_headline_is_the_section() {
        let menu =
            r#"<div><a href="/c">City</a><a href="/s">Sport</a><a href="/a">Arts</a></div><h1>Bridge opens</h1>"#;
        check(&format!("<title>River / City / Bridge opens</title>{menu}"), Some("City"));
        check(&format!("<title>River / Now / Bridge opens</title>{menu}"), None);
    }

    #[test]
    fn what_the_menu_has_and_the_headline_too_is_the_section() {
        let menu = r#"<div><a href="/c">City</a><a href="/s">Sport</a><a href="/a">Arts</a></div>"#;
        check(&format!(r#"{menu}<p><a href="/c">City</a> 5 May</p><h1>Bridge opens</h1>"#), Some("City"));
        check(&format!("{menu}<h1>Bridge opens</h1><p>City // 5 May</p>"), Some("City"));
        check(&format!(r#"{menu}<h1>Bridge opens</h1><p><a href="/c">City</a></p>"#), None);
    }
}
