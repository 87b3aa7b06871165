//! One table as a Parquet file: typed columns, zstd, a row group at a time.

use std::collections::HashMap;
use std::io::Write;
use std::sync::Arc;

use arrow_array::builder::{Float32Builder, ListBuilder, StringBuilder, UInt32Builder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use onrecord_model::{ArticleRecord, SCHEMA};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;

use crate::Table;
use crate::column::{Cell, CellKind, Column, each_row};
use crate::error::Failure;
use crate::reading::Reading;
use crate::write::Writer;

/// Rows handed to the writer at once.
const BATCH_ROWS: usize = 1024;

/// Bytes of text handed to the writer at once: a thousand articles may be long.
const BATCH_BYTES: usize = 4 << 20;

/// Rows of a row group: enough to compress well, few enough to skip what a query does not want.
const GROUP_ROWS: usize = 16 * BATCH_ROWS;

/// Bytes of a row group, which stays in memory until it is whole.
const GROUP_BYTES: usize = 32 << 20;

/// A table as a Parquet file.
pub(crate) struct Columnar<W: Write + Send> {
    out: ArrowWriter<W>,
    schema: Arc<Schema>,
    table: Table,
    batch: Batch,
}

impl<W: Write + Send> Columnar<W> {
    /// Begins the file.
    pub(crate) fn begin(table: Table, out: W) -> Result<Self, Failure> {
        let columns = table.columns();
        let schema = Arc::new(Schema::new(columns.iter().map(arrow_field).collect::<Vec<_>>()));
        let out = ArrowWriter::try_new(out, schema.clone(), Some(properties(table)))?;
        Ok(Self { out, schema, table, batch: Batch::new(&columns) })
    }
}

impl<W: Write + Send> Writer for Columnar<W> {
    fn record(&mut self, record: &ArticleRecord) -> Result<u64, Failure> {
        let Self { out, schema, table, batch } = self;
        each_row(*table, &Reading::new(record), &mut |cells| {
            batch.push(cells);
            if batch.is_full() { hand_over(batch, schema, out) } else { Ok(()) }
        })
    }

    fn finish(mut self: Box<Self>) -> Result<(), Failure> {
        hand_over(&mut self.batch, &self.schema, &mut self.out)?;
        self.out.close()?;
        Ok(())
    }
}

fn hand_over<W: Write + Send>(
    batch: &mut Batch,
    schema: &Arc<Schema>,
    out: &mut ArrowWriter<W>,
) -> Result<(), Failure> {
    if batch.rows > 0 {
        out.write(&RecordBatch::try_new(schema.clone(), batch.take())?)?;
    }
    Ok(())
}

fn properties(table: Table) -> WriterProperties {
    let said = |key: &str, value: String| KeyValue::new(format!("onrecord.{key}"), value);
    WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        .set_max_row_group_row_count(Some(GROUP_ROWS))
        .set_max_row_group_bytes(Some(GROUP_BYTES))
        .set_created_by(format!("onrecord version {}", env!("CARGO_PKG_VERSION")))
        .set_key_value_metadata(Some(vec![
            said("schema", SCHEMA.to_string()),
            said("table", table.as_str().to_owned()),
            said("version", env!("CARGO_PKG_VERSION").to_owned()),
        ]))
        .build()
}

fn arrow_field(column: &Column) -> Field {
    let (data_type, nullable) = match column.kind {
        CellKind::Text => (DataType::Utf8, true),
        CellKind::Texts => (DataType::new_list(DataType::Utf8, true), false),
        CellKind::Number => (DataType::UInt32, true),
        CellKind::Share => (DataType::Float32, false),
    };
    // What a column says travels with it: the Arrow schema is kept in the file.
    let said = HashMap::from([("description".to_owned(), column.doc.to_owned())]);
    Field::new(column.name, data_type, nullable).with_metadata(said)
}

/// Rows on their way, column by column.
struct Batch {
    columns: Vec<Builder>,
    rows: usize,
    bytes: usize,
}

/// A column on its way.
enum Builder {
    Text(StringBuilder),
    Texts(ListBuilder<StringBuilder>),
    Number(UInt32Builder),
    Share(Float32Builder),
}

impl Batch {
    fn new(columns: &[Column]) -> Self {
        Self { columns: columns.iter().map(|column| Builder::new(column.kind)).collect(), rows: 0, bytes: 0 }
    }

    fn is_full(&self) -> bool {
        self.rows >= BATCH_ROWS || self.bytes >= BATCH_BYTES
    }

    fn push(&mut self, cells: &[Cell]) {
        self.rows += 1;
        self.bytes += cells.iter().map(bytes_in).sum::<usize>();
        for (column, cell) in self.columns.iter_mut().zip(cells) {
            column.push(cell);
        }
    }

    fn take(&mut self) -> Vec<ArrayRef> {
        (self.rows, self.bytes) = (0, 0);
        self.columns.iter_mut().map(Builder::take).collect()
    }
}

impl Builder {
    fn new(kind: CellKind) -> Self {
        match kind {
            CellKind::Text => Self::Text(StringBuilder::new()),
            CellKind::Texts => Self::Texts(ListBuilder::new(StringBuilder::new())),
            CellKind::Number => Self::Number(UInt32Builder::new()),
            CellKind::Share => Self::Share(Float32Builder::new()),
        }
    }

    fn push(&mut self, cell: &Cell) {
        match (self, cell) {
            (Self::Text(column), Cell::Text(text)) => column.append_option(text.as_deref()),
            (Self::Texts(column), Cell::Texts(texts)) => column.append_value(texts.iter().map(Some)),
            (Self::Number(column), Cell::Number(number)) => column.append_option(*number),
            (Self::Share(column), Cell::Share(share)) => column.append_value(*share),
            // Cell and column have their type from one definition; a short column would be refused as an error.
            _ => {}
        }
    }

    fn take(&mut self) -> ArrayRef {
        match self {
            Self::Text(column) => Arc::new(column.finish()),
            Self::Texts(column) => Arc::new(column.finish()),
            Self::Number(column) => Arc::new(column.finish()),
            Self::Share(column) => Arc::new(column.finish()),
        }
    }
}

fn bytes_in(cell: &Cell) -> usize {
    match cell {
        Cell::Text(text) => text.as_deref().map_or(0, str::len),
        Cell::Texts(texts) => texts.iter().map(|text| text.len()).sum(),
        Cell::Number(_) | Cell::Share(_) => 0,
    }
}

#[cfg(test)]
mod tests;
