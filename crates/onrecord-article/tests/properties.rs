//! What holds of every article, tried on texts made of pieces of news.

use std::sync::LazyLock;

use onrecord_article::read_article;
use onrecord_lang::Packs;
use onrecord_model::{Article, BlockKind, Body, Lang, Page, Span};
use onrecord_trials::{Failure, holds_for_news};

static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::new(onrecord_packs::FILES.iter().copied()));

fn read(text: &str, title: Option<&str>) -> Article {
    let page = Page { title: title.map(str::to_owned), body: Body::Text(text.to_owned()), ..Page::default() };
    read_article(&page, &PACKS).0
}

fn check(property: impl Fn(&Article) -> Result<(), String>) -> Result<(), Failure> {
    holds_for_news(500, |text| property(&read(text, None)))
}

fn hold(is_so: bool, what: &str) -> Result<(), String> {
    if is_so { Ok(()) } else { Err(what.to_owned()) }
}

#[test]
fn the_text_comes_back_letter_for_letter() -> Result<(), Failure> {
    holds_for_news(500, |text| hold(read(text, Some("A title")).text == text, "other letters"))
}

#[test]
fn blocks_stand_in_order_and_do_not_overlap() -> Result<(), Failure> {
    check(|article| {
        let ends = article.blocks.iter().map(|block| block.span.end);
        let starts = article.blocks.iter().skip(1).map(|block| block.span.start);
        hold(ends.zip(starts).all(|(end, start)| end <= start), "two blocks overlap")
    })
}

#[test]
fn every_block_holds_words_and_begins_and_ends_with_them() -> Result<(), Failure> {
    check(|article| {
        let is_sound = |span: Span| {
            let words = article.text.get(span.range()).unwrap_or_default();
            !words.is_empty() && words.trim() == words
        };
        hold(article.blocks.iter().all(|block| is_sound(block.span)), "a block is empty or has blanks at its ends")
    })
}

#[test]
fn no_word_is_lost_between_blocks() -> Result<(), Failure> {
    check(|article| {
        let mut end = 0;
        for block in &article.blocks {
            let between = article.text.get(end..block.span.start as usize).unwrap_or("?");
            hold(!between.contains(char::is_alphanumeric), between)?;
            end = block.span.end as usize;
        }
        let rest = article.text.get(end..).unwrap_or("?");
        hold(!rest.contains(char::is_alphanumeric), rest)
    })
}

#[test]
fn furniture_says_of_what_kind_it_is_and_nothing_else_does() -> Result<(), Failure> {
    check(|article| {
        let agrees = |block: &onrecord_model::Block| (block.kind == BlockKind::Furniture) == block.furniture.is_some();
        hold(article.blocks.iter().all(agrees), "a block is half furniture")
    })
}

#[test]
fn there_is_one_headline_at_most() -> Result<(), Failure> {
    check(|article| {
        let headlines = article.blocks.iter().filter(|block| block.kind == BlockKind::Headline);
        let headlines: Vec<Span> = headlines.map(|block| block.span).collect();
        hold(headlines.len() <= 1 && article.headline == headlines.first().copied(), "two headlines")
    })
}

#[test]
fn a_given_language_is_believed() -> Result<(), Failure> {
    let de = Lang::new("de");
    holds_for_news(100, |text| {
        let page = Page { lang: de, body: Body::Text(text.to_owned()), ..Page::default() };
        hold(Some(read_article(&page, &PACKS).0.lang) == de, "another language")
    })
}
