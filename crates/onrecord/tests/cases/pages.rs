//! Web pages against what the best possible reader would give.

use std::path::Path;

use datatest_stable::Result;
use onrecord::Reader;
use onrecord::model::{Article, Block, Body, Page};
use similar::{Algorithm, ChangeTag, capture_diff_slices};

use crate::Wrong;

/// Before a line of the gold that is not read today.
const MISSING: &str = "- ";
/// Before a line that is read today and is not in the gold.
const EXTRA: &str = "+ ";

/// A page must give what its file says it gives today: the gold, but for the lines that are marked.
pub(crate) fn page(path: &Path, html: String) -> Result<()> {
    let file = path.with_file_name("expected.txt");
    let page = Page { body: Body::Html(html), ..Page::default() };
    let expected = std::fs::read_to_string(&file)?;
    let gold: Vec<&str> = expected.lines().filter_map(of_gold).collect();
    let found = lines(&Reader::new().article(&page).article, &gold);
    let today: Vec<&str> = expected.lines().filter_map(of_today).collect();
    if found == today {
        return Ok(());
    }
    let marked = marked(&gold, &found);
    if std::env::var_os("ONRECORD_UPDATE").is_some() {
        return Ok(std::fs::write(file, marked)?);
    }
    let changed = similar::TextDiff::from_lines(&expected, &marked);
    Err(Wrong(format!("other lines are wrong than the file says:\n{}", changed.unified_diff().context_radius(0)))
        .into())
}

/// A line as the gold has it.
fn of_gold(line: &str) -> Option<&str> {
    (!line.starts_with(EXTRA)).then(|| line.strip_prefix(MISSING).unwrap_or(line))
}

/// A line as it is read today.
fn of_today(line: &str) -> Option<&str> {
    (!line.starts_with(MISSING)).then(|| line.strip_prefix(EXTRA).unwrap_or(line))
}

/// The gold, its missing lines marked, with the extra lines where they stand.
fn marked(gold: &[&str], found: &[String]) -> String {
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    let changes = capture_diff_slices(Algorithm::Myers, gold, &found);
    let changes = changes.iter().flat_map(|change| change.iter_changes(gold, &found));
    let line = |change: similar::Change<&str>| match change.tag() {
        ChangeTag::Equal => format!("{}\n", change.value()),
        ChangeTag::Delete => format!("{MISSING}{}\n", change.value()),
        ChangeTag::Insert => format!("{EXTRA}{}\n", change.value()),
    };
    changes.map(line).collect()
}

/// What the page tells of its article, and its blocks, a line each; of what few pages tell only what the gold asks for.
fn lines(article: &Article, gold: &[&str]) -> Vec<String> {
    let is_asked = |name: &str| gold.iter().any(|line| line.split(" | ").next() == Some(name));
    let mut lines = Vec::new();
    let mut add = |name: &str, value: Option<&str>| lines.extend(value.map(|value| format!("{name} | {value}")));
    add("@title", article.title.as_deref());
    add("@published", article.published.as_ref().map(|published| published.value.as_str()));
    article.authors.iter().for_each(|author| add("@author", Some(author)));
    let image = article.image.as_ref().and_then(|image| image.url.as_deref());
    for (name, value) in [
        ("@outlet", &article.outlet),
        ("@section", &article.section),
        ("@canonical", &article.canonical_url),
        ("@image", &image.map(str::to_owned)),
    ] {
        add(name, value.as_deref().filter(|_| is_asked(name)));
    }
    add("@syndicated", article.syndicated_from.as_deref());
    lines.extend(article.blocks.iter().map(|block| block_line(article, block)));
    lines
}

fn block_line(article: &Article, block: &Block) -> String {
    let kind = match block.furniture {
        Some(furniture) => format!("furniture {furniture:?}").to_lowercase(),
        None => format!("{:?}", block.kind).to_lowercase(),
    };
    let line = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let words: Vec<String> = article.slice(block.span).lines().map(line).collect();
    format!("{kind} | {}", words.join(" / "))
}
