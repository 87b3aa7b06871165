//! A record as a Markdown document.

use onrecord_model::{ArticleRecord, BlockKind};

use super::paragraphs::{Paragraph, Run};
use super::sheet::sheet;

/// Draws a record.
pub(crate) fn markdown(record: &ArticleRecord) -> String {
    let sheet = sheet(record);
    let mut page = String::new();
    if let Some(headline) = &sheet.headline {
        page.push_str(&format!("# {}\n\n", marked(headline)));
    }
    for (name, value) in &sheet.head {
        page.push_str(&format!("- **{name}**: {}\n", escaped(value)));
    }
    for paragraph in &sheet.paragraphs {
        page.push_str(&format!("\n{}{}\n", lead(paragraph.kind), marked(paragraph)));
    }
    if let Some(words) = &sheet.left_out {
        page.push_str(&format!("\n_{}_\n", escaped(words)));
    }
    for table in &sheet.tables {
        page.push_str(&format!("\n## {}\n\n", table.title));
        if table.rows.is_empty() {
            page.push_str("None.\n");
            continue;
        }
        page.push_str(&format!("| {} |\n|{}\n", table.columns.join(" | "), " --- |".repeat(table.columns.len())));
        for row in &table.rows {
            let cells: Vec<String> = row.iter().map(|cell| escaped(cell)).collect();
            page.push_str(&format!("| {} |\n", cells.join(" | ")));
        }
    }
    page
}

fn lead(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Subhead => "### ",
        BlockKind::List => "- ",
        BlockKind::Quote | BlockKind::Embed => "> ",
        _ => "",
    }
}

fn marked(paragraph: &Paragraph) -> String {
    let words: String = paragraph.runs.iter().map(marked_run).collect();
    words.trim().to_owned()
}

/// Contents are underlined (`ins`) between their numbers; sources are strong.
fn marked_run(run: &Run) -> String {
    let numbers: String = run.opens.iter().map(|number| format!("<sup>[{number}]</sup>")).collect();
    let words = escaped(&run.words);
    let words = if run.is_source && !words.trim().is_empty() { format!("<b>{words}</b>") } else { words };
    let words = if run.is_content { format!("<ins>{words}</ins>") } else { words };
    format!("{numbers}{words}")
}

/// Words that Markdown leaves as they are.
pub(super) fn escaped(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' => safe.extend(['\\', letter]),
            _ => safe.push(letter),
        }
    }
    escape_head(safe)
}

/// A number or a dash at the head of a line would begin a list.
fn escape_head(mut words: String) -> String {
    let n_digits = words.bytes().take_while(u8::is_ascii_digit).count();
    match words.as_bytes().get(n_digits) {
        Some(b'.' | b')') if n_digits > 0 => words.insert(n_digits, '\\'),
        Some(b'-' | b'+' | b'=') if n_digits == 0 => words.insert(0, '\\'),
        _ => {}
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strangers_cannot_write_our_markdown() {
        assert_eq!(escaped("<script> [a](b) *c* | d"), "&lt;script&gt; \\[a\\](b) \\*c\\* \\| d");
        assert_eq!((escaped("1. one"), escaped("- two")), ("1\\. one".to_owned(), "\\- two".to_owned()));
    }
}
