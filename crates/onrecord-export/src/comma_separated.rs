//! One table as comma-separated values, as RFC 4180 has them.

use std::borrow::Cow;
use std::io::Write;

use csv::{Terminator, WriterBuilder};
use onrecord_model::ArticleRecord;

use crate::column::{Cell, each_row};
use crate::error::Failure;
use crate::reading::Reading;
use crate::write::Writer;
use crate::{Export, Formulas, Table};

/// What stands between the items of a list.
const BETWEEN_ITEMS: &str = "; ";

/// Characters after which a spreadsheet reads a formula, or skips to one; also as wide forms.
const FORMULA_STARTS: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A table as comma-separated values.
pub(crate) struct CommaSeparated<W: Write> {
    out: csv::Writer<W>,
    table: Table,
    formulas: Formulas,
}

impl<W: Write> CommaSeparated<W> {
    /// Writes the header.
    pub(crate) fn begin(export: &Export, out: W) -> Result<Self, Failure> {
        let mut out = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
        out.write_record(export.table.columns().iter().map(|column| column.name))?;
        Ok(Self { out, table: export.table, formulas: export.formulas })
    }
}

impl<W: Write> Writer for CommaSeparated<W> {
    fn record(&mut self, record: &ArticleRecord) -> Result<u64, Failure> {
        let Self { out, table, formulas } = self;
        each_row(*table, &Reading::new(record), &mut |cells| {
            let fields = cells.iter().map(|cell| field(cell, *formulas).into_owned());
            Ok(out.write_record(fields)?)
        })
    }

    fn finish(mut self: Box<Self>) -> Result<(), Failure> {
        Ok(self.out.flush()?)
    }
}

/// A cell as text; a missing one is empty.
fn field<'c>(cell: &'c Cell, formulas: Formulas) -> Cow<'c, str> {
    match cell {
        Cell::Text(text) => guarded(text.as_deref().unwrap_or_default().into(), formulas),
        Cell::Texts(texts) => guarded(texts.join(BETWEEN_ITEMS).into(), formulas),
        Cell::Number(number) => number.map(|number| number.to_string()).unwrap_or_default().into(),
        Cell::Share(share) => share.to_string().into(),
    }
}

fn guarded(text: Cow<str>, formulas: Formulas) -> Cow<str> {
    match formulas {
        Formulas::Guarded if text.starts_with(FORMULA_STARTS) => format!("'{text}").into(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Format;
    use crate::tests::{SPOKEN_LIST, exported};

    /// What the column `name` of `table` holds, row by row.
    fn check(table: Table, formulas: Formulas, name: &str, expected: &[&str]) {
        let csv = exported(&Export { format: Format::Csv, table, formulas });
        let mut rows = csv::Reader::from_reader(csv.as_slice());
        let column = rows.headers().expect("a header").iter().position(|header| header == name).expect("the column");
        let found: Vec<String> = rows.records().map(|row| row.expect("a row")[column].to_owned()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn words_are_exact_across_commas_quotes_and_lines() {
        check(Table::Statements, Formulas::AsWritten, "content", &SPOKEN_LIST);
    }

    #[test]
    fn a_guarded_cell_begins_with_an_apostrophe_where_it_looked_like_a_formula() {
        let guarded: Vec<String> =
            SPOKEN_LIST.iter().map(|words| words.replace("-12 degrees", "'-12 degrees")).collect();
        let guarded: Vec<&str> = guarded.iter().map(String::as_str).collect();
        check(Table::Statements, Formulas::Guarded, "content", &guarded);
    }

    #[test]
    fn lines_end_as_the_standard_has_it() {
        let csv = String::from_utf8(exported(&Export::new(Format::Csv))).expect("CSV is UTF-8");
        assert!(csv.starts_with("id,document_id,url,") && csv.ends_with("\r\n"));
    }

    #[test]
    fn lists_stand_in_one_cell() {
        check(Table::Articles, Formulas::AsWritten, "authors", &["Олена Ткач; Ivan \"Vanya\" Hrim", "", "", ""]);
    }
}
