//! What the classes and identifiers of elements hint at: dates, authors, parts that belong to other stories.

use super::gather::{Role, Trust};
use crate::html::classes::{Purpose, purpose};
use crate::html::tree::{NodeId, Tag, Tree};

/// What an element may hold.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Hint {
    pub(super) name: Option<Trust>,
    pub(super) date: Option<Role>,
    pub(super) is_item: bool,
}

/// Folders of an address that hold the pages of authors.
const AUTHORS: [&str; 9] =
    ["author", "authors", "avtor", "avtory", "byline", "columnists", "contributor", "contributors", "journalists"];

/// Reads an element's attributes.
pub(super) fn of(tree: &Tree<'_>, id: NodeId, tag: Tag) -> Hint {
    let mut hint = Hint { date: (tag == Tag::Time).then_some(Role::Unknown), ..Hint::default() };
    for (name, value) in tree.attrs(id) {
        match name.len() {
            5 if name.eq_ignore_ascii_case("class") => hint.add_class(value),
            2 if name.eq_ignore_ascii_case("id") => hint.add_class(value),
            3 if name.eq_ignore_ascii_case("rel") => hint.add_rel(value),
            8 if name.eq_ignore_ascii_case("itemprop") || name.eq_ignore_ascii_case("property") => hint.add_item(value),
            4 if tag == Tag::A && name.eq_ignore_ascii_case("href") => hint.add_link(value),
            7 if name.eq_ignore_ascii_case("pubdate") => hint.date = Some(Role::Published),
            11 | 13 if name.eq_ignore_ascii_case("data-testid") || name.eq_ignore_ascii_case("data-qa-label") => {
                hint.add_class(value)
            }
            _ => {}
        }
    }
    hint
}

impl Hint {
    fn add_item(&mut self, value: &str) {
        for item in value.split_ascii_whitespace() {
            let (vocabulary, item) = item.rsplit_once([':', '.']).unwrap_or(("", item));
            match item {
                "date" | "issued" | "created" if !vocabulary.is_empty() => {
                    (self.date, self.is_item) = (Some(Role::Published), true)
                }
                "author" | "creator" => self.name = Some(Trust::Item),
                "datePublished" | "pubDate" | "dateCreated" | "uploadDate" => {
                    (self.date, self.is_item) = (Some(Role::Published), true)
                }
                "dateModified" => (self.date, self.is_item) = (Some(Role::Modified), true),
                _ => {}
            }
        }
    }

    fn add_rel(&mut self, value: &str) {
        if value.split_ascii_whitespace().any(|rel| rel.eq_ignore_ascii_case("author") || rel == "schema:author") {
            self.name = self.name.min(Some(Trust::Rel)).or(Some(Trust::Rel));
        }
    }

    /// A link to an author's page.
    fn add_link(&mut self, value: &str) {
        let path = value.find(['?', '#']).map_or(value, |end| &value[..end]).trim_end_matches('/');
        let Some((folders, _)) = path.rsplit_once('/') else { return };
        let parent = folders.rsplit_once('/').map_or(folders, |(_, parent)| parent);
        if AUTHORS.contains(&parent) {
            self.name = Some(self.name.map_or(Trust::Link, |known| known.min(Trust::Link)));
        }
    }

    /// Looks for words in a class; each is looked for only where its first letter stands.
    fn add_class(&mut self, value: &str) {
        let bytes = value.as_bytes();
        let pairs = bytes.iter().zip(bytes.iter().skip(1)).take(400);
        for (at, (first, second)) in pairs.enumerate() {
            match [first | 0x20, second | 0x20] {
                [b'a', b'u'] | [b'b', b'y'] | [b'w', b'r'] => self.add_name_at(bytes, at),
                [b'd', b'a'] | [b't', b'i'] | [b'p', b'u' | b'o'] | [b'm', b'o'] => self.add_date_at(bytes, at),
                _ => {}
            }
        }
    }

    fn add_name_at(&mut self, bytes: &[u8], at: usize) {
        let words: [&[u8]; 4] = [b"author", b"byline", b"by-line", b"writer"];
        if let Some(word) = words.iter().find(|word| begins(&bytes[at..], word)) {
            self.add_name(bytes, at + word.len());
        }
    }

    fn add_date_at(&mut self, bytes: &[u8], at: usize) {
        let rest = &bytes[at..];
        match rest[0] | 0x20 {
            b'd' if begins(rest, b"date") => self.add_date(bytes, at),
            b't' if begins(rest, b"time") && is_word_start(bytes, at) => self.add_time(rest),
            b'p' if begins(rest, b"publish") || begins(rest, b"posted") => self.add_role(Role::Published),
            b'm' if begins(rest, b"modified") => self.add_role(Role::Modified),
            _ => {}
        }
    }

    /// A class that names an author; "author", "author-name" outright.
    fn add_name(&mut self, bytes: &[u8], past: usize) {
        let rest = &bytes[past..];
        let token = rest.iter().position(u8::is_ascii_whitespace).map_or(rest, |end| &rest[..end]);
        let inner: &[&[u8]] =
            &[b"bio", b"box", b"image", b"avatar", b"photo", b"desc", b"info", b"social", b"about", b"img", b"title"];
        let is_box = inner.iter().any(|word| token.windows(word.len()).any(|part| begins(part, word)));
        let is_name = token.is_empty() || token.windows(4).any(|part| begins(part, b"name"));
        // "author-box__name" is a name in a box.
        let is_inner = token.len() >= 4 && ends(token, b"name");
        let trust = if is_name && (!is_box || is_inner) { Trust::Class } else { Trust::Hint };
        if !is_box || is_inner {
            self.name = Some(self.name.map_or(trust, |known| known.min(trust)));
        }
    }

    fn add_date(&mut self, bytes: &[u8], at: usize) {
        let before = &bytes[..at];
        let is_update = ends(before, b"up");
        let known: [&[u8]; 6] = [b"pub", b"post", b"entry", b"article", b"news", b"story"];
        if is_update {
            self.add_role(Role::Modified);
        } else if is_word_start(bytes, at) || known.iter().any(|word| ends(before, word)) {
            self.add_role(Role::Unknown);
        }
    }

    fn add_time(&mut self, rest: &[u8]) {
        if ![b"timel", b"timer"].iter().any(|other| begins(rest, *other)) {
            self.add_role(Role::Unknown);
        }
    }

    /// A role that is known is not forgotten; what is modified is not what is published.
    fn add_role(&mut self, role: Role) {
        self.date = match (self.date, role) {
            (Some(known), Role::Unknown) => Some(known),
            (Some(Role::Modified), Role::Published) => Some(Role::Unknown),
            _ => Some(role),
        };
    }
}

/// Whether a word begins here: after a mark, or with a capital after a small letter.
fn is_word_start(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| bytes.get(at));
    before.is_none_or(|before| {
        !before.is_ascii_alphabetic()
            || before.is_ascii_lowercase() && bytes.get(at).is_some_and(u8::is_ascii_uppercase)
    })
}

fn begins(text: &[u8], word: &[u8]) -> bool {
    text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word))
}

fn ends(text: &[u8], word: &[u8]) -> bool {
    text.len().checked_sub(word.len()).is_some_and(|at| text[at..].eq_ignore_ascii_case(word))
}

/// Words in the classes of parts that hold other stories or readers' words.
const ELSEWHERE: [&[u8]; 11] = [
    b"comment",
    b"related",
    b"recommend",
    b"popular",
    b"recent",
    b"latest",
    b"trending",
    b"readmore",
    b"read-more",
    b"newsletter",
    b"testimonial",
];

/// Words with which the classes of the page's own parts begin; inside other words they say little.
const PARTS: [&[u8]; 4] = [b"sidebar", b"footer", b"promo ", b"promo-"];

/// A heading of so many words is a story's.
const MANY_WORDS: usize = 5;
/// So many nodes after the headline a part still stands right after it.
const RIGHT_AFTER: NodeId = 20;

/// Whether an element stands in a part of the page that is not about this article; where the headline stands, all is.
pub(super) fn is_elsewhere(tree: &Tree<'_>, id: NodeId, headline: Option<NodeId>) -> bool {
    let holds_headline = |id: NodeId| headline.is_some_and(|headline| id < headline && headline < tree.past(id));
    let around = std::iter::once(id).chain(tree.ancestors(id)).take(40);
    let mut is_in_article = false;
    for id in around.take_while(|&id| !holds_headline(id)) {
        match tree.tag(id) {
            Tag::Body | Tag::Html | Tag::Root | Tag::Main => return false,
            Tag::Article => is_in_article = true,
            Tag::Nav => return true,
            // The foot of an article names its author; the foot of a page does not.
            Tag::Footer | Tag::Aside if !is_in_article && !has_article(tree, id) && !is_right_after(headline, id) => {
                return true;
            }
            _ if tree
                .attrs(id)
                .any(|(name, value)| matches!(name, "class" | "id") && has_elsewhere(value.as_bytes())) =>
            {
                return true;
            }
            _ => {}
        }
    }
    // An article beside the one with the headline is another one.
    is_in_article && headline.is_some_and(|headline| has_article(tree, headline))
}

/// Whether a part begins right after the headline: it says when and by whom the text was written.
fn is_right_after(headline: Option<NodeId>, part: NodeId) -> bool {
    headline.is_some_and(|headline| (headline..headline + RIGHT_AFTER).contains(&part))
}

/// Words in the classes of parts that name whom a story or a picture is about.
const SUBJECTS: [&[u8]; 6] = [b"caption", b"tag/", b"tags", b"topic", b"theme", b"photo"];

/// Whether a node stands in a caption or among the tags: names there are of those whom the story is about.
pub(super) fn is_of_subject(tree: &Tree<'_>, id: NodeId) -> bool {
    let has_subject = |value: &str| {
        let bytes = value.as_bytes();
        let begins_at = |at| is_word_start(bytes, at) && SUBJECTS.iter().any(|word| begins(&bytes[at..], word));
        (0..bytes.len().min(200)).any(begins_at)
    };
    tree.ancestors(id).take(4).any(|id| {
        matches!(tree.tag(id), Tag::Figure | Tag::Figcaption)
            || tree.attrs(id).any(|(name, value)| matches!(name, "class" | "id" | "href") && has_subject(value))
    })
}

/// Whether an element stands right under the headline of another story, which an advertisement may have.
pub(super) fn is_under_other_headline(tree: &Tree<'_>, id: NodeId, headline: Option<NodeId>) -> bool {
    let Some(headline) = headline.filter(|&headline| headline < id) else { return false };
    let is_heading = |id: NodeId| matches!(tree.tag(id), Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4);
    let begins_with_headline = |around: NodeId| {
        let mut inner = tree.descendants(around).take(RIGHT_AFTER as usize).take_while(|&inner| inner < id);
        let first = inner.find(|&inner| is_heading(inner) || tree.is_text(inner) && !tree.raw(inner).trim().is_empty());
        let heading = first.filter(|&first| is_heading(first));
        let words = heading.map(|heading| tree.text(heading)).unwrap_or_default();
        words.split_whitespace().count() >= MANY_WORDS && words != tree.text(headline)
    };
    let is_entry = |class: &str| class.split_ascii_whitespace().any(|class| matches!(class, "hentry" | "h-entry"));
    let is_story = |id: NodeId| tree.tag(id) == Tag::Article || tree.attr_source(id, "class").is_some_and(is_entry);
    let around = tree.ancestors(id).take(6).take_while(|&around| around > headline).filter(|&id| is_story(id));
    around.into_iter().any(begins_with_headline)
}

/// Whether an element stands in a post of another site that the page shows: its author is not the article's.
pub(super) fn is_in_post(tree: &Tree<'_>, id: NodeId) -> bool {
    let is_post = |value: &str| purpose(value) == Some(Purpose::Embed);
    let mut around = std::iter::once(id).chain(tree.ancestors(id)).take(12);
    around.any(|id| tree.attrs(id).any(|(name, value)| matches!(name, "class" | "id") && is_post(value)))
}

fn has_article(tree: &Tree<'_>, id: NodeId) -> bool {
    tree.ancestors(id).take(12).any(|id| tree.tag(id) == Tag::Article)
}

fn has_elsewhere(value: &[u8]) -> bool {
    (0..value.len().min(400)).any(|at| {
        let rest = &value[at..];
        let is_part =
            |rest| PARTS.iter().any(|word| begins(rest, word)) && (at == 0 || value[at - 1].is_ascii_whitespace());
        match rest[0] | 0x20 {
            b'c' | b'r' | b'l' | b't' | b'n' => {
                is_word_start(value, at) && ELSEWHERE.iter().any(|word| begins(rest, word))
            }
            b'p' => is_word_start(value, at) && begins(rest, b"popular") || is_part(rest),
            b's' | b'f' => is_part(rest),
            _ => false,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(element: &str, name: Option<Trust>, date: Option<Role>) {
        let tree = Tree::parse(element);
        let id = (1..tree.len() as NodeId)
            .find(|&id| !tree.is_text(id) && tree.attrs(id).next().is_some())
            .expect("an element");
        let hint = of(&tree, id, tree.tag(id));
        assert_eq!((hint.name, hint.date), (name, date), "{element}");
    }

    #[test]
    fn a_class_may_name_a_date() {
        check("<p class='entry-date'>", None, Some(Role::Unknown));
        check("<p class='articleDate'>", None, Some(Role::Unknown));
        check("<p id=pubdate>", None, Some(Role::Unknown));
        check("<p class='post__time'>", None, Some(Role::Unknown));
        check("<p class='entry-date published'>", None, Some(Role::Published));
        check("<p class='last-updated'>", None, Some(Role::Modified));
    }

    #[test]
    fn a_word_that_only_holds_a_date_is_none() {
        check("<p class='candidate'>", None, None);
        check("<p class='timeline'>", None, None);
        check("<p class='sometimes'>", None, None);
    }

    #[test]
    fn a_class_may_name_an_author() {
        check("<p class='author'>", Some(Trust::Class), None);
        check("<p class='article-author-name'>", Some(Trust::Class), None);
        check("<p class='byline-wrapper'>", Some(Trust::Hint), None);
        check("<p class='author-bio'>", None, None);
    }

    #[test]
    fn an_item_is_surer_than_a_class() {
        check("<p class='author' itemprop='author'>", Some(Trust::Item), None);
        check("<a rel='author' class='x'>", Some(Trust::Rel), None);
        check("<b itemprop='datePublished dateModified' class=date>", None, Some(Role::Modified));
    }

    #[test]
    fn a_post_of_another_site_is_known_by_its_class() {
        let is_in_post = |html: &str| {
            let tree = Tree::parse(html);
            super::is_in_post(&tree, tree.len() as NodeId - 1)
        };
        assert!(is_in_post("<div class='embed-post'><p class='author'>x"));
        assert!(!is_in_post("<div class='post'><p class='author'>x"));
    }

    #[test]
    fn an_advertisement_has_its_own_headline() {
        let check = |html: &str, expected: bool| {
            let tree = Tree::parse(html);
            let last = tree.len() as NodeId - 1;
            assert_eq!(super::is_under_other_headline(&tree, last, Some(1)), expected, "{html}");
        };
        check("<h1>Bridge</h1><div class=hentry><h2>Thinking about a new roof?</h2><p><b>By Glass Homes", true);
        check("<h1>Bridge</h1><div class=hentry><p>Text.</p><h2>What comes after the bridge?</h2><b>By Ann", false);
        check("<h1>Bridge</h1><div class=hentry><h3>About Ann</h3><b>Ann", false);
    }

    #[test]
    fn other_stories_are_elsewhere() {
        let is_elsewhere = |html: &str| {
            let tree = Tree::parse(html);
            super::is_elsewhere(&tree, tree.len() as NodeId - 1, None)
        };
        assert!(is_elsewhere("<div class='Related-posts'><p><b>x"));
        assert!(is_elsewhere("<footer><p>x"));
        assert!(!is_elsewhere("<main class='has-sidebar'><p>x"));
        assert!(!is_elsewhere("<article><footer><p>x"));
    }
}
