//! Everything on a page that may say who wrote what and when, gathered in one pass.

use serde_json::Value;

use super::hints::{self, Hint};
use super::{json, lines};
use crate::html::tree::{NodeId, Tag, Tree};

/// An element whose source is longer than this is no byline and no date.
const LONGEST_HINT: usize = 6_000;
/// More hints than this are a list of other stories.
const MOST_HINTS: usize = 400;
/// More headings than this are no headlines.
const MOST_HEADINGS: usize = 40;
/// A heading's words.
const LONGEST_HEADING: usize = 8_000;

/// A heading of the first rank.
pub(super) struct Heading {
    pub(super) id: NodeId,
    pub(super) text: String,
}

/// How sure it is that an element names an author or a date; the surer goes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Trust {
    /// The page marks it for machines: `itemprop`.
    Item,
    /// A link to the author.
    Rel,
    /// A class that says so outright.
    Class,
    /// A link to a page under those of authors.
    Link,
    /// A class that hints at it.
    Hint,
}

/// An element that may name the authors.
#[derive(Clone, Copy)]
pub(super) struct NameHint {
    pub(super) id: NodeId,
    pub(super) trust: Trust,
}

/// Of what a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Published,
    Modified,
    Unknown,
}

/// An element that may hold a date.
#[derive(Clone, Copy)]
pub(super) struct DateHint {
    pub(super) id: NodeId,
    pub(super) role: Role,
    pub(super) is_item: bool,
}

/// What was gathered.
#[derive(Default)]
pub(super) struct Gathered {
    /// Name and content of the meta elements; names in small letters, only letters and digits.
    pub(super) metas: Vec<(String, String)>,
    pub(super) title: Option<String>,
    pub(super) headings: Vec<Heading>,
    pub(super) values: Vec<Value>,
    pub(super) canonical: Option<String>,
    /// The address by which the page's own are made whole.
    pub(super) base: Option<String>,
    /// The image that a link names.
    pub(super) image: Option<String>,
    /// The address of the picture that is marked as the article's.
    pub(super) picture: Option<String>,
    pub(super) lang: Option<String>,
    pub(super) names: Vec<NameHint>,
    pub(super) dates: Vec<DateHint>,
}

impl Gathered {
    /// Reads a page.
    pub(super) fn new(tree: &Tree<'_>) -> Self {
        let mut gathered = Self::default();
        let mut id = tree.root() + 1;
        while (id as usize) < tree.len() {
            let tag = tree.tag(id);
            if tag == Tag::Svg {
                id = tree.past(id);
                continue;
            }
            if tag != Tag::Text {
                gathered.element(tree, id, tag);
            }
            id += 1;
        }
        gathered
    }

    /// The content of the first meta element with one of these names; the first name goes first.
    pub(super) fn meta<'s>(&'s self, names: &[&str]) -> Option<&'s str> {
        let of = |name: &&str| self.metas.iter().find(|(key, _)| key == name);
        names.iter().find_map(of).map(|(_, content)| content.as_str())
    }

    /// The contents of all meta elements of a name.
    pub(super) fn metas_of<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s str> {
        self.metas.iter().filter(move |(key, _)| key == name).map(|(_, content)| content.as_str())
    }

    fn element(&mut self, tree: &Tree<'_>, id: NodeId, tag: Tag) {
        match tag {
            Tag::Meta => self.meta_element(tree, id),
            Tag::Link => self.link(tree, id),
            Tag::Base => self.base = self.base.take().or_else(|| address(tree, id)),
            Tag::Html => self.lang = tree.attr(id, "lang").map(|lang| lang.into_owned()).or(self.lang.take()),
            Tag::Title if self.title.is_none() => self.title = filled(tree.text(id)),
            Tag::Script => self.script(tree, id),
            Tag::H1 if self.headings.len() < MOST_HEADINGS && tree.span(id).len() <= LONGEST_HEADING => {
                self.headings.extend(filled(tree.text(id)).map(|text| Heading { id, text }));
                self.hint(tree, id, tag);
            }
            Tag::Img if self.picture.is_none() => self.picture = picture(tree, id),
            Tag::Style | Tag::Br | Tag::Body | Tag::Img | Tag::Head => {}
            _ => self.hint(tree, id, tag),
        }
    }

    fn meta_element(&mut self, tree: &Tree<'_>, id: NodeId) {
        let (mut content, mut names) = (None, [None; 3]);
        for (name, value) in tree.attrs(id) {
            match name.len() {
                7 if name.eq_ignore_ascii_case("content") => content = Some(value),
                8 if name.eq_ignore_ascii_case("property") => names[0] = Some(value),
                4 if name.eq_ignore_ascii_case("name") => names[1] = Some(value),
                8 if name.eq_ignore_ascii_case("itemprop") => names[2] = Some(value),
                _ => {}
            }
        }
        let Some(content) = content.filter(|content| !content.trim().is_empty() && content.len() <= 4_000) else {
            return;
        };
        let content = crate::html::characters::decoded_value(content);
        let content = content.trim();
        // An inner item's name or date is not the page's.
        let is_inner = names[2].is_some() && hints::is_elsewhere(tree, id, None);
        for name in names.into_iter().flatten().filter(|_| !is_inner) {
            for name in name.split_ascii_whitespace().take(4) {
                self.metas.push((key(name), content.to_owned()));
            }
        }
    }

    fn link(&mut self, tree: &Tree<'_>, id: NodeId) {
        let Some(rel) = tree.attr_source(id, "rel") else { return };
        let is = |name: &str| rel.split_ascii_whitespace().any(|rel| rel.eq_ignore_ascii_case(name));
        if self.canonical.is_none() && is("canonical") {
            self.canonical = address(tree, id);
        } else if self.image.is_none() && is("image_src") {
            self.image = address(tree, id);
        }
    }

    fn script(&mut self, tree: &Tree<'_>, id: NodeId) {
        let is_linked_data = |kind: &str| kind.trim().to_ascii_lowercase().contains("ld+json");
        if tree.attr_source(id, "type").is_some_and(is_linked_data) {
            self.values.extend(json::values(tree.raw(id)));
        }
    }

    /// What an element's class, identifier or role hints at.
    fn hint(&mut self, tree: &Tree<'_>, id: NodeId, tag: Tag) {
        let hint = hints::of(tree, id, tag);
        if hint == Hint::default() || tree.span(id).len() > LONGEST_HINT {
            return;
        }
        if let Some(trust) = hint.name
            && self.names.len() < MOST_HINTS
        {
            self.names.push(NameHint { id, trust });
        }
        if let Some(role) = hint.date
            && self.dates.len() < MOST_HINTS
        {
            self.dates.push(DateHint { id, role, is_item: hint.is_item });
        }
    }
}

impl NameHint {
    /// What the element says: a name marked as one inside it, or all its words.
    pub(super) fn text(&self, tree: &Tree<'_>) -> Option<String> {
        let own = tree.attr(self.id, "content").map(|content| content.trim().to_owned());
        own.filter(|own| !own.is_empty())
            .or_else(|| named(tree, self.id))
            .or_else(|| filled(lines::spaced(tree, self.id)))
    }
}

impl DateHint {
    /// The date that the element has for machines, or for a reader who points at it.
    pub(super) fn machine(&self, tree: &Tree<'_>) -> Option<String> {
        let names = ["datetime", "content", "data-datetime", "data-time", "data-timestamp"];
        let named = names.iter().find_map(|name| tree.attr(self.id, name));
        let is_iso =
            |title: &str| title.as_bytes().get(4) == Some(&b'-') && title.starts_with(|c: char| c.is_ascii_digit());
        let title = || tree.attr(self.id, "title").filter(|title| is_iso(title));
        named.or_else(title).map(|value| value.into_owned())
    }

    /// The words in which the element shows a date.
    pub(super) fn text(&self, tree: &Tree<'_>) -> String {
        if tree.span(self.id).len() <= 2_000 { tree.text(self.id) } else { String::new() }
    }
}

/// Where a link goes.
fn address(tree: &Tree<'_>, id: NodeId) -> Option<String> {
    tree.attr(id, "href").map(|url| url.trim().to_owned()).filter(|url| !url.is_empty())
}

/// The address of a picture that its page marks as that of the article around it.
fn picture(tree: &Tree<'_>, id: NodeId) -> Option<String> {
    tree.attr_source(id, "itemprop").filter(|item| item.trim() == "image")?;
    let scope = tree.ancestors(id).find_map(|id| tree.attr_source(id, "itemtype"))?;
    let is_own = scope.trim().ends_with("Article") && !hints::is_elsewhere(tree, id, None);
    tree.attr(id, "src").filter(|_| is_own).map(|url| url.trim().to_owned())
}

/// The name inside an element that describes a person.
fn named(tree: &Tree<'_>, id: NodeId) -> Option<String> {
    let is_name =
        |&inner: &NodeId| tree.attr_source(inner, "itemprop").is_some_and(|item| item.eq_ignore_ascii_case("name"));
    let inner = tree.descendants(id).filter(|&inner| !tree.is_text(inner)).take(40).find(is_name)?;
    let content = tree.attr(inner, "content").map(|content| content.into_owned());
    filled(content.unwrap_or_else(|| tree.text(inner)))
}

fn filled(text: String) -> Option<String> {
    (!text.trim().is_empty()).then_some(text)
}

/// The name of a meta element as it is looked for: small letters and digits only.
fn key(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str) -> Gathered {
        Gathered::new(&Tree::parse(html))
    }

    #[test]
    fn meta_elements_are_found_by_any_of_their_names() {
        let gathered = check(
            r#"<meta property="og:title" content="Bridge &amp; river"><META NAME="DC.Date" CONTENT='2022-01-13'>
            <meta itemprop=datePublished content=2022-01-14>"#,
        );
        assert_eq!(gathered.meta(&["ogtitle"]), Some("Bridge & river"));
        assert_eq!(gathered.meta(&["dcdate"]), Some("2022-01-13"));
        assert_eq!(gathered.meta(&["datepublished"]), Some("2022-01-14"));
    }

    #[test]
    fn a_picture_may_be_marked_as_the_articles() {
        let picture = |item: &str| {
            check(&format!(
                r#"<div itemscope itemtype="https://schema.org/{item}"><img itemprop=image src=/a.jpg></div>"#
            ))
            .picture
        };
        assert_eq!(picture("NewsArticle").as_deref(), Some("/a.jpg"));
        assert_eq!(picture("Organization"), None);
    }

    #[test]
    fn a_title_in_a_drawing_is_none() {
        let gathered = check("<body><svg><title>Menu</title></svg><title>Bridge</title>");
        assert_eq!(gathered.title.as_deref(), Some("Bridge"));
    }

    #[test]
    fn headings_dates_and_names_are_gathered() {
        let html = r#"<html lang="uk"><link rel=canonical href=" /a "><h1>Міст  відкрили</h1><span class="post-author">Анна Мельник</span>
            <time datetime="2022-01-13">13 січня</time>"#;
        let (tree, gathered) = (Tree::parse(html), check(html));
        assert_eq!(gathered.headings[0].text, "Міст відкрили");
        assert_eq!(gathered.canonical.as_deref(), Some("/a"));
        assert_eq!(gathered.lang.as_deref(), Some("uk"));
        assert_eq!(gathered.names[0].text(&tree).as_deref(), Some("Анна Мельник"));
        assert_eq!(gathered.dates[0].machine(&tree).as_deref(), Some("2022-01-13"));
    }

    #[test]
    fn a_person_marked_for_machines_gives_the_name_alone() {
        let html = r#"<p itemprop="author" itemscope>By <a itemprop="name">Ann Miller</a>, editor</p>"#;
        assert_eq!(check(html).names[0].text(&Tree::parse(html)).as_deref(), Some("Ann Miller"));
    }
}
