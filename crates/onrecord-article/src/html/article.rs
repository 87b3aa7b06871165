//! A web page to an article: the words that its markup chose, looked at as the lines of a plain text are.

use onrecord_lang::Packs;
use onrecord_model::{Article, BlockKind, Furniture, Image, Lang, Notice, Page, Published, Span};

use super::draft::{Draft, DraftBlock};
use super::links;
use super::meta::{self, Meta};
use super::notices::notices;
use super::story::{self, Known};
use super::streamed;
use super::tree::Tree;
use crate::compose::{fill, language, read_text};
use crate::pieces::{Divider, Piece, Pieces, What};
use crate::stamps::Ymd;
use crate::{context, kinds, published};

/// A title that no line of a text repeats: without any headline the first line must not be taken for one.
const NO_TITLE: &str = "0";

/// Reads the article in a web page.
pub(crate) fn read_article(page: &Page, html: &str, packs: &Packs) -> (Article, Vec<Notice>) {
    let html = streamed::assembled(html);
    let tree = Tree::parse(&html);
    if tree.descendants(tree.root()).all(|id| tree.is_text(id)) {
        return without_markup(page, &html, packs);
    }
    let meta = meta::read(&tree, page, packs);
    let title = page.title.as_deref().map(str::trim).filter(|title| !title.is_empty()).or(meta.title.as_deref());
    let words = Some(packs.page_words());
    let mut draft = story::draft(&tree, Known { url: page.url.as_deref(), title, authors: &meta.authors, words });
    let mut notices = notices(&tree, &draft);
    let text = std::mem::take(&mut draft.text);
    let said = meta.lang.filter(|lang| packs.langs().any(|known| known == *lang));
    let lang = language(page, &text, said, packs, &mut notices);
    let mut pieces = pieces(&text, &draft, title, lang, packs);
    let mut article = Article::new(lang, text);
    article.published = when(page, &meta, pieces.date, packs, &mut notices);
    let kinds = kinds(&article.text, &mut pieces, &draft.blocks);
    fill(&mut article, &mut pieces, kinds, page, packs);
    article.links = links::settled(draft.links, meta.base.as_deref());
    article.origins = draft.origins;
    article.title = title.map(str::to_owned).or_else(|| article.headline.map(|span| article.slice(span).to_owned()));
    add_meta(&mut article, meta, page);
    (article, notices)
}

/// A page that was called HTML and has no element is a plain text.
fn without_markup(page: &Page, text: &str, packs: &Packs) -> (Article, Vec<Notice>) {
    let (article, mut notices) = read_text(page, text.to_owned(), packs);
    notices.push(Notice::new("no-markup", "the page has no markup: it was read as plain text"));
    (article, notices)
}

/// The story's own blocks, divided as the lines of a plain text are.
fn pieces(text: &str, draft: &Draft, title: Option<&str>, lang: Lang, packs: &Packs) -> Pieces {
    let headline = draft.blocks.iter().find(|block| block.kind == BlockKind::Headline);
    let headline = headline.map(|block| block.span.of(text)).or(title).unwrap_or(NO_TITLE);
    let own: Vec<Span> = draft
        .blocks
        .iter()
        .filter(|block| block.furniture.is_none() && !block.is_settled)
        .map(|block| block.span)
        .collect();
    let mut pieces = Divider::new(text, Some(headline), packs.page_words(), packs.get(lang)).divide(&own);
    context::settle(text, &mut pieces);
    pieces
}

/// When it was published: as given, as the page says, or as its text or address does.
fn when(page: &Page, meta: &Meta, in_text: Option<Ymd>, packs: &Packs, notices: &mut Vec<Notice>) -> Option<Published> {
    let said = meta.published.clone().filter(|_| page.published.is_none());
    said.or_else(|| published::published(page, in_text, packs.page_words(), notices))
}

/// Adds what the page says of its article, where nothing better is known.
fn add_meta(article: &mut Article, meta: Meta, page: &Page) {
    if !meta.authors.is_empty() {
        article.authors = meta.authors;
    }
    // A host, or a copyright line's holder, stands for an outlet only until the page names it.
    let is_weak = page.url.is_none() || article.outlet.as_deref().is_none_or(|outlet| outlet.contains('.'));
    if is_weak && page.outlet.is_none() && meta.outlet.is_some() {
        article.outlet = meta.outlet;
    }
    article.modified = meta.modified;
    article.section = meta.section;
    article.tags = meta.tags;
    article.canonical_url = meta.canonical_url;
    article.syndicated_from = article.syndicated_from.take().or(meta.syndicated_from);
    if let Some(url) = meta.image_url {
        article.image.get_or_insert_with(Image::default).url = Some(url);
    }
}

/// The kinds of all pieces as lines and markup tell them; the markup's furniture is put among the pieces.
fn kinds(text: &str, pieces: &mut Pieces, blocks: &[DraftBlock]) -> Vec<BlockKind> {
    let of_lines = kinds::kinds(text, pieces);
    let marked = |piece: &Piece| {
        let place = blocks.partition_point(|block| block.span.end <= piece.span.start);
        blocks.get(place).map_or(BlockKind::Paragraph, |block| block.kind)
    };
    let own = pieces.pieces.iter().zip(of_lines).map(|(piece, of_line)| (*piece, settle(of_line, marked(piece))));
    let mut all: Vec<(Piece, BlockKind)> = own.collect();
    let set_apart = blocks.iter().enumerate().filter_map(|(place, block)| {
        let is_under_picture = place.checked_sub(1).is_some_and(|before| blocks[before].kind == BlockKind::Caption);
        let what = match block.furniture {
            Some(Furniture::Credit) if is_under_picture => What::PictureCredit,
            Some(furniture) => What::Other(furniture),
            None => block.is_settled.then_some(What::Body)?,
        };
        Some((Piece { span: block.span, unit: usize::MAX, what }, block.kind))
    });
    all.extend(set_apart);
    all.sort_by_key(|(piece, _)| piece.span.start);
    pieces.pieces = all.iter().map(|(piece, _)| *piece).collect();
    // Its place among the pieces is another now, and nobody asks for it any more.
    pieces.headline = None;
    all.into_iter().map(|(_, kind)| kind).collect()
}

/// What a piece is, when its line says one thing and its markup another.
fn settle(of_line: BlockKind, of_markup: BlockKind) -> BlockKind {
    match (of_line, of_markup) {
        (BlockKind::Furniture | BlockKind::Headline, _) => of_line,
        (_, BlockKind::Paragraph) => of_line,
        (BlockKind::Question, BlockKind::Subhead) => of_line,
        (_, BlockKind::Headline) => BlockKind::Subhead,
        _ => of_markup,
    }
}
