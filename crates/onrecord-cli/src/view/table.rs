//! Tables that fit a width.

use comfy_table::{Cell, ContentArrangement, LineStyle, Table, presets};

/// A table without vertical lines, its cells broken so that it fits.
pub(crate) fn grid(columns: &[&str], rows: &[Vec<String>], width: usize) -> String {
    let mut table = Table::new();
    table
        .load_style(presets::UTF8_HORIZONTAL_ONLY.row_separator(LineStyle::none()))
        .set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    // Columns that are empty in every row would only take room from the others.
    let is_used =
        |at: &usize| rows.is_empty() || rows.iter().any(|row| row.get(*at).is_some_and(|cell| !cell.is_empty()));
    let used: Vec<usize> = (0..columns.len()).filter(is_used).collect();
    table.set_header(used.iter().filter_map(|&at| columns.get(at)).map(Cell::new));
    for row in rows {
        table.add_row(used.iter().filter_map(|&at| row.get(at)).map(Cell::new));
    }
    table.trim_fmt()
}
