//! tmp
mod language;
use onrecord_lang::Packs;
use onrecord_model::{Article, Body, Notice, Page};
pub fn read_article(page: &Page, packs: &Packs) -> (Article, Vec<Notice>) {
    let text = match &page.body {
        Body::Text(text) | Body::Html(text) => text.clone(),
    };
    let g = language::guess(&text, packs);
    let mut n = Vec::new();
    if g.sureness == language::Sureness::Unsure { n.push(Notice::new("language-unsure", "")); }
    (Article::new(g.lang, text), n)
}
