//! A record as text: head, article with its statements marked, tables.

use anstyle::{AnsiColor, Style};
use onrecord_model::{ArticleRecord, BlockKind};

use super::paragraphs::{Paragraph, Run};
use super::sheet::{Sheet, sheet};
use super::table::grid;
use super::wrap::{Piece, wrap};
use crate::output::Look;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const LABEL: Style = AnsiColor::Cyan.on_default().bold();

/// The widest paragraph: longer lines are hard to read. Tables use all the room there is.
const WIDEST: usize = 100;

/// Draws a record.
pub(crate) fn text(record: &ArticleRecord, width: usize, look: Look) -> String {
    let sheet = sheet(record);
    let mut page = String::new();
    draw_head(&mut page, &sheet, width, look);
    for paragraph in &sheet.paragraphs {
        page.push('\n');
        page.push_str(&wrap(&pieces(paragraph, look), width.min(WIDEST), look));
    }
    if let Some(words) = &sheet.left_out {
        page.push('\n');
        page.push_str(&wrap(&[Piece { words: format!("({words})"), style: DIM }], width.min(WIDEST), look));
    }
    for table in &sheet.tables {
        let title = if table.rows.is_empty() { format!("{}: none", table.title) } else { table.title.to_owned() };
        page.push('\n');
        page.push_str(&wrap(&[Piece { words: title, style: BOLD }], width, look));
        if !table.rows.is_empty() {
            page.push_str(&grid(table.columns, &table.rows, width));
            page.push('\n');
        }
    }
    page
}

fn draw_head(page: &mut String, sheet: &Sheet, width: usize, look: Look) {
    if let Some(headline) = &sheet.headline {
        page.push_str(&wrap(&pieces(headline, look), width.min(WIDEST), look));
    }
    for (name, value) in &sheet.head {
        let pieces = [
            Piece { words: format!("{name}:"), style: DIM },
            Piece { words: format!(" {value}"), style: Style::new() },
        ];
        page.push_str(&wrap(&pieces, width, look));
    }
}

/// The paragraph's runs with the marks of its statements: underlined after a number, or in numbered brackets.
fn pieces(paragraph: &Paragraph, look: Look) -> Vec<Piece> {
    let base = match paragraph.kind {
        BlockKind::Headline | BlockKind::Subhead | BlockKind::Question => BOLD,
        BlockKind::Caption | BlockKind::Embed => Style::new().italic(),
        _ => Style::new(),
    };
    let mut pieces = Vec::new();
    if matches!(paragraph.kind, BlockKind::List) {
        pieces.push(Piece { words: "• ".to_owned(), style: base });
    }
    for run in &paragraph.runs {
        push_run(&mut pieces, run, base, look);
    }
    pieces
}

fn push_run(pieces: &mut Vec<Piece>, run: &Run, base: Style, look: Look) {
    for number in &run.opens {
        match look {
            Look::Colour => pieces.push(Piece { words: format!("[{number}]\u{a0}"), style: LABEL }),
            Look::Plain => pieces.push(Piece { words: format!("[{number}\u{a0}"), style: base }),
        }
    }
    let style = if run.is_content { base.underline() } else { base };
    pieces.push(Piece { words: run.words.clone(), style: if run.is_source { style.bold() } else { style } });
    if look == Look::Plain && run.n_closes > 0 {
        pieces.push(Piece { words: "]".repeat(run.n_closes), style: base });
    }
}
