//! An article as plain text: a paragraph a line, an empty line between two.

use onrecord_model::{ArticlePart, BlockKind};

use super::part::{Part, credits, furniture_name, is_close, parts};

/// Writes an article.
pub(crate) fn text(article: &ArticlePart, with_furniture: bool) -> String {
    let parts = parts(article, with_furniture);
    let mut page = String::new();
    for (n, part) in parts.iter().enumerate() {
        if n > 0 {
            let before = parts.get(n - 1);
            page.push_str(if is_close(before, part) { "\n" } else { "\n\n" });
        }
        page.push_str(&lead(part));
        page.push_str(&part.lines.join("\n"));
        if n == 0 && part.kind == BlockKind::Headline {
            page.extend(credits(article).iter().map(|credit| format!("\n{credit}")));
        }
    }
    page.push('\n');
    page
}

fn lead(part: &Part) -> String {
    match part.kind {
        BlockKind::List => "• ".to_owned(),
        BlockKind::Furniture => format!("[{}] ", furniture_name(part.furniture)),
        _ => String::new(),
    }
}
