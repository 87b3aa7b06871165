//! An article as Markdown (CommonMark, with the tables of GitHub's dialect).

use onrecord_model::{ArticlePart, BlockKind};

use super::part::{Part, credits, furniture_name, is_close, parts};
use crate::view::markdown::escaped;

/// Writes an article.
pub(crate) fn markdown(article: &ArticlePart, with_furniture: bool) -> String {
    let parts = parts(article, with_furniture);
    let mut page = String::new();
    for (n, part) in parts.iter().enumerate() {
        if n > 0 && !is_close(parts.get(n - 1), part) {
            page.push('\n');
        }
        page.push_str(&block(part));
        let credits = credits(article);
        if n == 0 && part.kind == BlockKind::Headline && !credits.is_empty() {
            page.push_str(&format!("\n*{}*\n", escaped(&credits.join(" · "))));
        }
    }
    page
}

fn block(part: &Part) -> String {
    let lines = part.lines.iter().map(|line| escaped(line));
    // Two spaces at a line's end keep the break.
    let words = |glue: &str| lines.clone().collect::<Vec<_>>().join(glue);
    match part.kind {
        BlockKind::Headline => format!("# {}\n", words(" ")),
        BlockKind::Subhead => format!("## {}\n", words(" ")),
        BlockKind::List => format!("- {}\n", words("  \n  ")),
        BlockKind::Quote | BlockKind::Embed => format!("> {}\n", words("  \n> ")),
        BlockKind::Question => format!("**{}**\n", words(" ")),
        BlockKind::Caption => format!("*{}*\n", words(" ")),
        BlockKind::Table => table(&part.lines),
        BlockKind::Furniture => format!("*\\[{}\\] {}*\n", furniture_name(part.furniture), words(" ")),
        BlockKind::Paragraph => format!("{}\n", words("  \n")),
    }
}

/// A table, whose first row stands for its head: Markdown has no table without one.
fn table(rows: &[String]) -> String {
    let width = rows.iter().map(|row| row.split('\t').count()).max().unwrap_or(0);
    let mut page = String::new();
    for (n, row) in rows.iter().enumerate() {
        let mut cells: Vec<String> = row.split('\t').map(|cell| escaped(cell.trim())).collect();
        cells.resize(width, String::new());
        page.push_str(&format!("| {} |\n", cells.join(" | ")));
        if n == 0 {
            page.push_str(&format!("|{}\n", " --- |".repeat(width)));
        }
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_row_of_a_table_is_filled_up() {
        let rows = ["Team\tPoints".to_owned(), "Rowers".to_owned()];
        assert_eq!(table(&rows), "| Team | Points |\n| --- | --- |\n| Rowers |  |\n");
    }
}
