//! What is written is read back, cell by cell, by Parquet's own reader.

use std::convert::Infallible;

use arrow_array::Array;
use arrow_array::cast::AsArray;
use arrow_array::types::{Float32Type, UInt32Type};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::file::reader::{FileReader, SerializedFileReader};

use super::*;
use crate::tests::{exported, records};
use crate::{Export, Format, write};

/// The table as it stands in the file is the table as the records have it.
fn check(table: Table) {
    let file = exported(&Export { table, ..Export::new(Format::Parquet) });
    let reader = ParquetRecordBatchReaderBuilder::try_new(bytes(file)).expect("a Parquet file");
    let mut found: Vec<Vec<String>> = Vec::new();
    for batch in reader.build().expect("a reader") {
        let batch = batch.expect("a batch");
        found.extend((0..batch.num_rows()).map(|row| batch.columns().iter().map(|cells| shown(cells, row)).collect()));
    }
    assert_eq!(found, expected(table));
}

/// The file in the form that readers take.
fn bytes(file: Vec<u8>) -> bytes::Bytes {
    file.into()
}

fn shown(cells: &dyn Array, row: usize) -> String {
    match cells.data_type() {
        _ if cells.is_null(row) => "null".to_owned(),
        DataType::Utf8 => format!("{:?}", cells.as_string::<i32>().value(row)),
        DataType::UInt32 => cells.as_primitive::<UInt32Type>().value(row).to_string(),
        DataType::Float32 => cells.as_primitive::<Float32Type>().value(row).to_string(),
        _ => {
            let items = cells.as_list::<i32>().value(row);
            format!("{:?}", items.as_string::<i32>().iter().flatten().collect::<Vec<_>>())
        }
    }
}

fn expected(table: Table) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for record in records() {
        let mut sink = |cells: &[Cell]| {
            rows.push(cells.iter().map(shown_cell).collect());
            Ok(())
        };
        each_row(table, &Reading::new(&record), &mut sink).expect("nothing is written");
    }
    rows
}

fn shown_cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(None) | Cell::Number(None) => "null".to_owned(),
        Cell::Text(Some(text)) => format!("{text:?}"),
        Cell::Texts(texts) => format!("{texts:?}"),
        Cell::Number(Some(number)) => number.to_string(),
        Cell::Share(share) => share.to_string(),
    }
}

#[test]
fn statements_come_back() {
    check(Table::Statements);
}

#[test]
fn events_come_back() {
    check(Table::Events);
}

#[test]
fn articles_come_back() {
    check(Table::Articles);
}

#[test]
fn entities_come_back() {
    check(Table::Entities);
}

#[test]
fn mentions_come_back() {
    check(Table::Mentions);
}

#[test]
fn times_come_back() {
    check(Table::Times);
}

#[test]
fn provenance_comes_back() {
    check(Table::Provenance);
}

#[test]
fn the_file_says_what_it_holds_and_what_made_it() {
    let reader = SerializedFileReader::new(bytes(exported(&Export::new(Format::Parquet)))).expect("a Parquet file");
    let said = reader.metadata().file_metadata().key_value_metadata().expect("metadata");
    let value = |key: &str| said.iter().find(|pair| pair.key == key).and_then(|pair| pair.value.as_deref());
    assert_eq!(value("onrecord.schema"), Some("1"));
    assert_eq!(value("onrecord.table"), Some("statements"));
    assert_eq!(value("onrecord.version"), Some(env!("CARGO_PKG_VERSION")));
}

#[test]
fn an_archive_is_written_in_row_groups() {
    let many = std::iter::repeat_with(records).take(4_000).flatten().map(Ok::<_, Infallible>);
    let mut file = Vec::new();
    let counts = write(many, &Export::new(Format::Parquet), &mut file).expect("memory takes all");
    let reader = SerializedFileReader::new(bytes(file)).expect("a Parquet file");
    let groups: Vec<i64> = reader.metadata().row_groups().iter().map(|group| group.num_rows()).collect();
    assert_eq!((counts.records, counts.rows), (16_000, 24_000));
    assert_eq!(groups, [GROUP_ROWS as i64, 24_000 - GROUP_ROWS as i64]);
}
