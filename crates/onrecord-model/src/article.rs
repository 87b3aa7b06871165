//! The article in a page: its words, their parts, and what is known about it.

use serde::{Deserialize, Serialize};

use crate::{Lang, Span};

/// An article: its text, and stand-off facts about it. `text` never changes once made; every span points into it.
#[derive(Clone, Debug)]
pub struct Article {
    /// The language of the text.
    pub lang: Lang,
    /// The words: for plain text the input, character for character.
    pub text: String,
    /// The page's or the given title.
    pub title: Option<String>,
    /// The headline inside `text`.
    pub headline: Option<Span>,
    /// The line under the headline.
    pub subhead: Option<Span>,
    /// The line that names the author.
    pub byline: Option<Span>,
    /// The authors' names.
    pub authors: Vec<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// When it was changed, RFC 3339.
    pub modified: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// The address the page calls its own.
    pub canonical_url: Option<String>,
    /// The lead image.
    pub image: Option<Image>,
    /// The outlet's section.
    pub section: Option<String>,
    /// The outlet's tags.
    pub tags: Vec<String>,
    /// The agency or outlet the whole text was taken from.
    pub syndicated_from: Option<String>,
    /// The parts of the text, in order, without overlap.
    pub blocks: Vec<Block>,
    /// Links of the page.
    pub links: Vec<Link>,
    /// Where in the page the words of `text` stand, in order; empty where `text` is the document.
    pub origins: Vec<Origin>,
}

impl Article {
    /// An article of `text` with nothing else known.
    pub fn new(lang: Lang, text: String) -> Self {
        Self {
            lang,
            text,
            title: None,
            headline: None,
            subhead: None,
            byline: None,
            authors: Vec::new(),
            published: None,
            modified: None,
            outlet: None,
            canonical_url: None,
            image: None,
            section: None,
            tags: Vec::new(),
            syndicated_from: None,
            blocks: Vec::new(),
            links: Vec::new(),
            origins: Vec::new(),
        }
    }

    /// The words of a span.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// Where in the decoded page the words of a span stand: from the run of text that holds its first letter to the one that
    /// holds its last, markup between them included. `None` where that is not known.
    pub fn in_page(&self, span: Span) -> Option<Span> {
        let first = self.origins.partition_point(|origin| origin.span.end <= span.start);
        let past = self.origins.partition_point(|origin| origin.span.start < span.end);
        let (first, last) = (self.origins.get(first)?, self.origins.get(past.checked_sub(1)?)?);
        (first.page.start <= last.page.end).then(|| first.page.join(last.page))
    }
}

/// A run of words of a page's text, and where it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Bytes of the article's text.
    pub span: Span,
    /// Bytes of the decoded page, before white space is folded and character references are resolved.
    pub page: Span,
}

/// A publication date, and where it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// RFC 3339: a date, or a date-time with its offset.
    pub value: String,
    /// Where it was found.
    pub from: PublishedFrom,
}

/// Where a publication date came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PublishedFrom {
    /// The user or the archive said so.
    Given,
    /// The page's JSON-LD.
    JsonLd,
    /// The page's meta elements.
    Meta,
    /// A date shown on the page.
    Visible,
    /// The address.
    Url,
    /// The feed that led to the page.
    Feed,
    /// The text itself.
    Text,
}

/// A part of the article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it is.
    pub span: Span,
    /// For furniture: what kind.
    pub furniture: Option<Furniture>,
}

/// What a part of the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// The headline.
    Headline,
    /// The line under the headline, or a heading between paragraphs.
    Subhead,
    /// A paragraph.
    Paragraph,
    /// Words under a picture.
    Caption,
    /// A list item.
    List,
    /// A block quotation.
    Quote,
    /// A table.
    Table,
    /// An embedded post.
    Embed,
    /// A question of an interview.
    Question,
    /// Not this article's own text.
    Furniture,
}

/// What kind of furniture a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Furniture {
    /// Links to other stories.
    Related,
    /// Invitations to subscribe, download, follow.
    Promo,
    /// Credits of pictures and authors.
    Credit,
    /// Copyright lines.
    Copyright,
    /// Menus, counters, site names.
    Navigation,
    /// Readers' comments and what surrounds them.
    Comment,
}

/// The lead image.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Image {
    /// Its address.
    pub url: Option<String>,
    /// Who made it, inside the text.
    pub credit: Option<Span>,
    /// Its caption, inside the text.
    pub caption: Option<Span>,
}

/// A link of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Where it leads.
    pub url: String,
    /// Its words.
    pub text: String,
    /// What it is for.
    pub kind: LinkKind,
}

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// Another story.
    Related,
    /// Where the article has something from.
    Source,
    /// Anything else.
    Other,
}
