//! The parts of an article in the order they are shown.

use onrecord_model::{ArticlePart, BlockKind, Furniture};

use crate::view::characters::Characters;
use crate::view::safe;
use crate::view::sheet::word;

/// A part of an article: its words, harmless, line by line.
pub(super) struct Part {
    pub(super) kind: BlockKind,
    pub(super) furniture: Option<Furniture>,
    pub(super) lines: Vec<String>,
}

/// The parts of an article, the headline first; with its furniture or without.
pub(super) fn parts(article: &ArticlePart, with_furniture: bool) -> Vec<Part> {
    let characters = Characters::new(&article.text);
    // Tabs stand between the cells of a table.
    let line = |line: &str| line.split('\t').map(safe).collect::<Vec<_>>().join("\t");
    let lines = |words: &str| words.lines().map(line).collect();
    let shown = article.blocks.iter().filter(|block| with_furniture || block.kind != BlockKind::Furniture);
    let mut parts: Vec<Part> = shown
        .map(|block| Part {
            kind: block.kind,
            furniture: block.furniture,
            lines: lines(characters.between(block.start, block.end)),
        })
        .collect();
    // A page may say its title nowhere in its text.
    if let (None, Some(title)) = (article.headline, &article.title) {
        parts.insert(0, Part { kind: BlockKind::Headline, furniture: None, lines: lines(title) });
    }
    parts
}

/// Who wrote it, when, and where it was published, as far as is known.
pub(super) fn credits(article: &ArticlePart) -> Vec<String> {
    let authors = Some(article.authors.join(", ")).filter(|authors| !authors.is_empty());
    let all = [authors, article.published.clone(), article.outlet.clone()];
    all.into_iter().flatten().map(|credit| safe(&credit).into_owned()).collect()
}

/// What furniture is called before its words.
pub(super) fn furniture_name(furniture: Option<Furniture>) -> String {
    furniture.map_or_else(|| "other".to_owned(), |kind| word(&kind))
}

/// Whether two parts stand close: items of one list do.
pub(super) fn is_close(before: Option<&Part>, part: &Part) -> bool {
    part.kind == BlockKind::List && before.is_some_and(|before| before.kind == BlockKind::List)
}
