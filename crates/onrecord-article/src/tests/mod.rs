//! Whole pages, small ones.

mod blocks;
mod facts;

use onrecord_model::{Article, Body, Page};

use crate::read_article;
use crate::testing::packs;

fn page(text: &str) -> Page {
    Page { body: Body::Text(text.to_owned()), published: Some("2022-01-13".to_owned()), ..Page::default() }
}

/// Each block as its kind (of furniture) and its words.
pub(crate) fn parts(article: &Article) -> Vec<String> {
    let kind = |block: &onrecord_model::Block| match block.furniture {
        Some(furniture) => format!("{furniture:?}").to_lowercase(),
        None => format!("{:?}", block.kind).to_lowercase(),
    };
    article.blocks.iter().map(|block| format!("{}: {}", kind(block), article.slice(block.span))).collect()
}

fn check(text: &str, expected: &[&str]) {
    let (article, _) = read_article(&page(text), &packs());
    assert_eq!(article.text, text);
    assert_eq!(parts(&article), expected);
}

const LEAD: &str =
    "Старый мост через реку закрыли на ремонт до конца мая, сообщила пресс-служба городского управления.";
const LEAD_UK: &str =
    "Старий міст через річку закрили на ремонт до кінця травня, повідомила пресслужба міського управління.";
const LEAD_EN: &str =
    "The old bridge over the river was closed for repairs until the end of May, the city's press office said.";
