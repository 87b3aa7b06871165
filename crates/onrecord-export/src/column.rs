//! A table's columns, told once for every format: name, type, meaning, and how a record gives their cells.

use std::borrow::Cow;

use onrecord_model::ArticleRecord;

use crate::Table;
use crate::error::Failure;
use crate::reading::Reading;
use crate::tables::{Articles, Entities, Events, Mentions, Provenances, Statements, Times};

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What its cells hold.
    pub kind: CellKind,
    /// What it says.
    pub doc: &'static str,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CellKind {
    /// Words, names, codes; dates too, since they may be known in part. In Parquet a string or null.
    Text,
    /// A list of them: in Parquet a list of strings, in CSV one cell with "; " between the items.
    Texts,
    /// A count, or an offset in code points. In Parquet an unsigned 32-bit integer or null.
    Number,
    /// A number from 0 to 1. In Parquet a 32-bit float.
    Share,
}

/// What stands in one row under one column.
#[derive(Debug, PartialEq)]
pub(crate) enum Cell<'r> {
    Text(Option<Cow<'r, str>>),
    Texts(Vec<Cow<'r, str>>),
    Number(Option<u32>),
    Share(f32),
}

/// How a record gives a table's rows.
pub(crate) trait Rows: Sized + 'static {
    /// What a row is about.
    type Item<'r>: Copy;
    /// The columns, in order.
    const COLUMNS: &'static [Definition<Self>];
    /// The rows of one record.
    fn items(record: &ArticleRecord) -> impl Iterator<Item = Self::Item<'_>>;
}

/// A column and how its cells come about.
pub(crate) struct Definition<T: Rows> {
    name: &'static str,
    doc: &'static str,
    get: Get<T>,
}

/// How the cells of a column come about; a column's type follows from it.
enum Get<T: Rows> {
    Text(for<'r> fn(&Reading<'r>, T::Item<'r>) -> Option<Cow<'r, str>>),
    Texts(for<'r> fn(&Reading<'r>, T::Item<'r>) -> Vec<Cow<'r, str>>),
    Number(for<'r> fn(&Reading<'r>, T::Item<'r>) -> Option<u32>),
    Share(for<'r> fn(&Reading<'r>, T::Item<'r>) -> f32),
}

impl<T: Rows> Definition<T> {
    /// A column of words.
    pub(crate) const fn text(
        name: &'static str,
        doc: &'static str,
        get: for<'r> fn(&Reading<'r>, T::Item<'r>) -> Option<Cow<'r, str>>,
    ) -> Self {
        Self { name, doc, get: Get::Text(get) }
    }

    /// A column of lists.
    pub(crate) const fn texts(
        name: &'static str,
        doc: &'static str,
        get: for<'r> fn(&Reading<'r>, T::Item<'r>) -> Vec<Cow<'r, str>>,
    ) -> Self {
        Self { name, doc, get: Get::Texts(get) }
    }

    /// A column of counts or offsets.
    pub(crate) const fn number(
        name: &'static str,
        doc: &'static str,
        get: for<'r> fn(&Reading<'r>, T::Item<'r>) -> Option<u32>,
    ) -> Self {
        Self { name, doc, get: Get::Number(get) }
    }

    /// A column of numbers from 0 to 1.
    pub(crate) const fn share(
        name: &'static str,
        doc: &'static str,
        get: for<'r> fn(&Reading<'r>, T::Item<'r>) -> f32,
    ) -> Self {
        Self { name, doc, get: Get::Share(get) }
    }

    fn column(&self) -> Column {
        let kind = match self.get {
            Get::Text(_) => CellKind::Text,
            Get::Texts(_) => CellKind::Texts,
            Get::Number(_) => CellKind::Number,
            Get::Share(_) => CellKind::Share,
        };
        Column { name: self.name, kind, doc: self.doc }
    }

    fn cell<'r>(&self, on: &Reading<'r>, item: T::Item<'r>) -> Cell<'r> {
        match self.get {
            Get::Text(get) => Cell::Text(get(on, item)),
            Get::Texts(get) => Cell::Texts(get(on, item)),
            Get::Number(get) => Cell::Number(get(on, item)),
            Get::Share(get) => Cell::Share(get(on, item)),
        }
    }
}

impl Table {
    /// The columns, in order: the same in CSV and in Parquet.
    pub fn columns(self) -> Vec<Column> {
        match self {
            Self::Statements => columns_of::<Statements>(),
            Self::Events => columns_of::<Events>(),
            Self::Articles => columns_of::<Articles>(),
            Self::Entities => columns_of::<Entities>(),
            Self::Mentions => columns_of::<Mentions>(),
            Self::Times => columns_of::<Times>(),
            Self::Provenance => columns_of::<Provenances>(),
        }
    }
}

fn columns_of<T: Rows>() -> Vec<Column> {
    T::COLUMNS.iter().map(Definition::column).collect()
}

/// What takes a row, cell by cell in the order of the columns.
pub(crate) type Sink<'s> = dyn FnMut(&[Cell]) -> Result<(), Failure> + 's;

/// Gives `sink` the rows of one record and says how many there were.
pub(crate) fn each_row(table: Table, on: &Reading, sink: &mut Sink) -> Result<u64, Failure> {
    match table {
        Table::Statements => rows_of::<Statements>(on, sink),
        Table::Events => rows_of::<Events>(on, sink),
        Table::Articles => rows_of::<Articles>(on, sink),
        Table::Entities => rows_of::<Entities>(on, sink),
        Table::Mentions => rows_of::<Mentions>(on, sink),
        Table::Times => rows_of::<Times>(on, sink),
        Table::Provenance => rows_of::<Provenances>(on, sink),
    }
}

fn rows_of<T: Rows>(on: &Reading, sink: &mut Sink) -> Result<u64, Failure> {
    let mut rows = 0;
    for item in T::items(on.record) {
        let cells: Vec<Cell> = T::COLUMNS.iter().map(|definition| definition.cell(on, item)).collect();
        sink(&cells)?;
        rows += 1;
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_table_has_two_columns_of_one_name() {
        for table in Table::ALL {
            let columns = table.columns();
            let names: HashSet<_> = columns.iter().map(|column| column.name).collect();
            assert_eq!(names.len(), columns.len(), "{table:?}");
        }
    }
}
