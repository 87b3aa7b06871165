//! Tables that fit a width.

use comfy_table::{Cell, ColumnConstraint, ContentArrangement, LineStyle, Table, Width, presets};
use unicode_width::UnicodeWidthStr as _;

/// White space on both sides of a cell.
const PADDING: usize = 2;

/// What a narrow table can do without, the least needed first: JSON and `explain` have it all.
const SPARABLE: [&str; 7] = ["sure", "rule", "form", "counted from", "as", "carried by", "kind"];

/// No column is made wider than this for the sake of one long word.
const LONGEST_WORD: usize = 24;

/// A table without vertical lines, its cells broken so that it fits. Columns that are empty in every row are left out.
pub(crate) fn grid(columns: &[&str], rows: &[Vec<String>], width: usize) -> String {
    let is_used = |at: &usize| rows.is_empty() || rows.iter().any(|row| !cell(row, *at).is_empty());
    let used: Vec<usize> = (0..columns.len()).filter(is_used).collect();
    let head = |at: usize| columns.get(at).copied().unwrap_or_default();
    let wish = |at: usize| Wish::of(rows.iter().map(|row| cell(row, at)).chain([head(at)]));
    let mut used: Vec<(usize, Wish)> = used.into_iter().map(|at| (at, wish(at))).collect();
    for name in SPARABLE {
        let n_least: usize = used.iter().map(|(_, wish)| wish.least).sum();
        if n_least > room(used.len(), width) {
            used.retain(|(at, _)| head(*at) != name);
        }
    }
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY.row_separator(LineStyle::none()));
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(to_u16(width));
    table.set_header(used.iter().map(|&(at, _)| Cell::new(head(at))));
    for row in rows {
        table.add_row(used.iter().map(|&(at, _)| Cell::new(cell(row, at))));
    }
    let wishes: Vec<Wish> = used.iter().map(|(_, wish)| *wish).collect();
    for (column, width) in table.column_iter_mut().zip(widths(&wishes, width)) {
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(to_u16(width + PADDING))));
    }
    table.trim_fmt()
}

/// What is left for words when white space is taken off.
fn room(n_columns: usize, width: usize) -> usize {
    width.saturating_sub(PADDING * n_columns + n_columns.saturating_sub(1))
}

fn cell(row: &[String], at: usize) -> &str {
    row.get(at).map_or("", String::as_str)
}

fn to_u16(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}

/// How wide a column would like to be, and how narrow it can be without breaking words.
#[derive(Clone, Copy)]
struct Wish {
    natural: usize,
    least: usize,
}

impl Wish {
    fn of<'c>(cells: impl Iterator<Item = &'c str>) -> Self {
        let mut wish = Self { natural: 1, least: 1 };
        for cell in cells {
            wish.natural = wish.natural.max(cell.width());
            let longest = cell.split_whitespace().map(|word| word.width()).max().unwrap_or(0);
            wish.least = wish.least.max(longest.min(LONGEST_WORD));
        }
        wish
    }
}

/// Gives every column what it needs, and shares what is left by what is wanted more.
fn widths(wishes: &[Wish], total: usize) -> Vec<usize> {
    let room = room(wishes.len(), total);
    let n_natural: usize = wishes.iter().map(|wish| wish.natural).sum();
    if n_natural <= room {
        return wishes.iter().map(|wish| wish.natural).collect();
    }
    let mut widths: Vec<usize> = wishes.iter().map(|wish| wish.least).collect();
    let mut n_used: usize = widths.iter().sum();
    let spare = room.saturating_sub(n_used);
    let n_wanted = (n_natural - n_used).max(1);
    for (width, wish) in widths.iter_mut().zip(wishes) {
        *width += spare * (wish.natural - wish.least) / n_wanted;
    }
    while n_used > room {
        match widths.iter_mut().max().filter(|width| **width > 1) {
            Some(widest) => *widest -= 1,
            None => break,
        }
        n_used -= 1;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(wishes: &[(usize, usize)], total: usize, expected: &[usize]) {
        let wishes: Vec<Wish> = wishes.iter().map(|&(natural, least)| Wish { natural, least }).collect();
        assert_eq!(widths(&wishes, total), expected);
    }

    #[test]
    fn columns_share_the_room() {
        check(&[(5, 5), (10, 4)], 40, &[5, 10]);
        check(&[(5, 5), (100, 10)], 40, &[5, 30]);
        check(&[(20, 20), (20, 20)], 25, &[10, 10]);
        check(&[], 10, &[]);
    }

    #[test]
    fn no_line_is_too_long() {
        let row = vec!["1".to_owned(), "слово ".repeat(30), "a.rule.name".to_owned()];
        let drawn = grid(&["no.", "content", "rule"], &[row], 50);
        assert!(drawn.lines().all(|line| line.width() <= 50), "{drawn}");
        assert!(drawn.contains("a.rule.name"));
    }
}
