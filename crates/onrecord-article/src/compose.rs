//! All that is known of a page, put together into an article.

use onrecord_lang::{FurnitureKind, Packs};
use onrecord_model::{Article, Block, BlockKind, Body, Furniture, Image, Lang, Notice, Page, Span};

use crate::language::{self, Sureness};
use crate::pieces::{Divider, Pieces, What};
use crate::{context, html, kinds, outlet, published, units};

/// Reads the article in a page. Total: whatever the page, there is an article, and notices on what was doubtful.
pub fn read_article(page: &Page, packs: &Packs) -> (Article, Vec<Notice>) {
    match &page.body {
        Body::Text(text) => read_text(page, text.clone(), packs),
        Body::Html(html) => html::read_article(page, html, packs),
    }
}

/// Reads the article in a plain text.
pub(crate) fn read_text(page: &Page, text: String, packs: &Packs) -> (Article, Vec<Notice>) {
    let mut notices = Vec::new();
    let lang = language(page, &text, None, packs, &mut notices);
    let (units, is_cut) = units::units(&text);
    if is_cut {
        notices.push(Notice::new(
            "too-many-lines",
            "the text has more lines than an article: the last ones were not told apart",
        ));
    }
    let title = page.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
    let words = packs.page_words();
    let mut pieces = Divider::new(&text, title, words, packs.get(lang)).divide(&units);
    context::settle(&text, &mut pieces);
    let mut article = Article::new(lang, text);
    article.published = published::published(page, pieces.date, words, &mut notices);
    let kinds = kinds::kinds(&article.text, &pieces);
    fill(&mut article, &mut pieces, kinds, page, packs);
    article.title = title.map(str::to_owned).or_else(|| article.headline.map(|span| article.slice(span).to_owned()));
    (article, notices)
}

/// The language: as given, as the text shows, or, when it hardly does, as the page says.
pub(crate) fn language(page: &Page, text: &str, said: Option<Lang>, packs: &Packs, notices: &mut Vec<Notice>) -> Lang {
    if let Some(lang) = page.lang {
        return lang;
    }
    let guess = language::guess(text, packs);
    if let Some(said) = said.filter(|_| guess.sureness == Sureness::Unsure) {
        return said;
    }
    if !packs.langs().any(|lang| lang == guess.lang) {
        let text = format!("the text seems to be in a language (`{}`) that is not read", guess.lang);
        notices.push(Notice::new("unsupported-language", text));
    } else if guess.sureness == Sureness::Unsure {
        let text = format!("too few words to be sure of the language: `{}` is a guess", guess.lang);
        notices.push(Notice::new("language-unsure", text));
    }
    guess.lang
}

/// Blocks and everything that is read off them.
pub(crate) fn fill(article: &mut Article, pieces: &mut Pieces, kinds: Vec<BlockKind>, page: &Page, packs: &Packs) {
    let words = packs.page_words();
    article.blocks = pieces
        .pieces
        .iter()
        .zip(kinds)
        .map(|(piece, kind)| Block { kind, span: piece.span, furniture: piece.what.furniture() })
        .collect();
    let first = |wanted: BlockKind| article.blocks.iter().find(|block| block.kind == wanted).map(|block| block.span);
    let (headline, caption) = (first(BlockKind::Headline), first(BlockKind::Caption));
    article.subhead = subhead(&article.blocks);
    article.headline = headline;
    let credit = picture_credit(pieces);
    article.image = (caption.is_some() || credit.is_some()).then_some(Image { url: None, credit, caption });
    if let Some(byline) = pieces.byline.take() {
        article.byline = Some(byline.span);
        article.authors = byline.authors;
    }
    let credits =
        pieces.pieces.iter().filter(|piece| matches!(piece.what, What::Listed { kind: FurnitureKind::Credit, .. }));
    article.syndicated_from = credits.filter_map(|piece| outlet::source(&article.text, piece.span, words)).next();
    let copyright = article.blocks.iter().find(|block| block.furniture == Some(Furniture::Copyright));
    let copyright = copyright.map(|block| article.slice(block.span));
    article.outlet = outlet::outlet(page, article.lang, copyright, words);
}

/// The first subhead that stands right under the headline.
fn subhead(blocks: &[Block]) -> Option<Span> {
    let mut own = blocks.iter().filter(|block| block.kind != BlockKind::Furniture);
    own.next().filter(|block| block.kind == BlockKind::Headline)?;
    own.next().filter(|block| block.kind == BlockKind::Subhead).map(|block| block.span)
}

/// The first credit of a picture.
fn picture_credit(pieces: &Pieces) -> Option<Span> {
    let is_credit =
        |what: What| matches!(what, What::PictureCredit | What::Listed { kind: FurnitureKind::Credit, is_bare: false });
    pieces.pieces.iter().find(|piece| is_credit(piece.what)).map(|piece| piece.span)
}
