//! Small pages, and what is read from them.

mod broken;
mod kinds;
mod oracle;
mod origins;
mod posts;
mod story;
mod tree;

use std::borrow::Cow;
use std::sync::OnceLock;

use onrecord_lang::Packs;
use onrecord_model::{Article, Body, Notice, Page};

use crate::testing::packs;

/// Paragraphs of a story, long enough to be one.
const LEAD: &str = "Мэр города рассказал в понедельник, что старый мост через реку закроют на ремонт до конца мая.";
const NEXT: &str = "Рабочие уже привезли на берег доски и краску, а жители просят не трогать перила.";
const LAST: &str = "Движение по новому мосту останется прежним, автобусы пойдут в объезд через рынок.";
const LEAD_UK: &str =
    "Міський голова розповів у понеділок, що старий міст через річку закриють на ремонт до кінця травня.";
const LEAD_EN: &str =
    "The mayor said on Monday that the old bridge over the river would be closed for repairs until May.";

fn read(html: &str) -> (Article, Vec<Notice>) {
    let url = Some("https://reka.example/news/1".to_owned());
    let page = Page { body: Body::Html(html.to_owned()), url, ..Page::default() };
    static PACKS: OnceLock<Packs> = OnceLock::new();
    crate::read_article(&page, PACKS.get_or_init(packs))
}

/// Each block as its kind (of furniture) and its words.
fn parts(article: &Article) -> Vec<String> {
    crate::tests::parts(article)
}

/// The blocks of a page whose body holds this.
#[track_caller]
fn check(body: &str, expected: &[&str]) {
    let (article, _) =
        read(&format!("<!doctype html><html><head><meta charset=utf-8></head><body>{body}</body></html>"));
    assert_eq!(parts(&article), expected);
}

fn codes(html: &str) -> Vec<Cow<'static, str>> {
    read(html).1.into_iter().map(|notice| notice.code).collect()
}
