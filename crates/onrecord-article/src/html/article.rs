//! A web page to an article: the words that its markup chose, looked at as the lines of a plain text are.

use onrecord_lang::Packs;
use onrecord_model::{Article, BlockKind, Notice, Page, Span};

use super::draft::{Draft, DraftBlock};
use super::story;
use super::tree::Tree;
use crate::compose::{fill, language};
use crate::pieces::{Divider, Piece, Pieces, What};
use crate::{context, kinds, published};

/// Reads the article in a web page.
pub(crate) fn read_article(page: &Page, html: &str, packs: &Packs) -> (Article, Vec<Notice>) {
    let tree = Tree::parse(html);
    let mut notices = Vec::new();
    let draft = story::draft(&tree, page.url.as_deref());
    let Draft { text, blocks, links } = draft;
    let lang = language(page, &text, packs, &mut notices);
    let words = packs.page_words();
    let headline = blocks.iter().find(|block| block.kind == BlockKind::Headline).map(|block| block.span.of(&text));
    let own: Vec<Span> = blocks.iter().filter(|block| block.furniture.is_none()).map(|block| block.span).collect();
    // Without any headline the first line must not be taken for one: a title that no line repeats sees to it.
    let title = page.title.as_deref().or(headline).unwrap_or("0");
    let mut pieces = Divider::new(&text, Some(title), words, packs.get(lang)).divide(&own);
    context::settle(&text, &mut pieces);
    let mut article = Article::new(lang, text);
    article.published = published::published(page, pieces.date, words, &mut notices);
    let kinds = kinds(&article.text, &mut pieces, &blocks);
    fill(&mut article, &mut pieces, kinds, page, packs);
    article.title = page.title.clone().or_else(|| article.headline.map(|span| article.slice(span).to_owned()));
    article.links = links;
    (article, notices)
}

/// The kinds of all pieces as lines and markup tell them; the markup's furniture is put among the pieces.
fn kinds(text: &str, pieces: &mut Pieces, blocks: &[DraftBlock]) -> Vec<BlockKind> {
    let of_lines = kinds::kinds(text, pieces);
    let marked = |piece: &Piece| {
        let place = blocks.partition_point(|block| block.span.end <= piece.span.start);
        blocks.get(place).map_or(BlockKind::Paragraph, |block| block.kind)
    };
    let mut all: Vec<(Piece, BlockKind)> = pieces.pieces.iter().zip(of_lines).map(|(piece, of_line)| (*piece, settle(of_line, marked(piece)))).collect();
    let furniture = blocks.iter().filter_map(|block| Some((block.span, block.furniture?)));
    all.extend(furniture.map(|(span, kind)| (Piece { span, unit: usize::MAX, what: What::Other(kind) }, BlockKind::Furniture)));
    all.sort_by_key(|(piece, _)| piece.span.start);
    pieces.pieces = all.iter().map(|(piece, _)| *piece).collect();
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
