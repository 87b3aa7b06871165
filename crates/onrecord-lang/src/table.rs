//! Word lists as tab-separated text: a header, `#` comments, one entry a line.

use thiserror::Error;

/// Why a language pack cannot be used.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum PackError {
    /// A list lacks a column that the program reads.
    #[error("cannot read {file}: there is no column `{column}`")]
    NoColumn {
        /// The list.
        file: String,
        /// The column.
        column: &'static str,
    },
    /// A row does not have the header's columns.
    #[error("cannot read {file} at line {line}: {found} columns where the header has {wanted}")]
    Columns {
        /// The list.
        file: String,
        /// Line of the file, from 1.
        line: usize,
        /// Columns in this row.
        found: usize,
        /// Columns in the header.
        wanted: usize,
    },
    /// A cell holds a word that means nothing here.
    #[error("cannot read {file} at line {line}: `{value}` is not a {what}")]
    Value {
        /// The list.
        file: String,
        /// Line of the file, from 1.
        line: usize,
        /// The cell or word.
        value: String,
        /// What was expected.
        what: &'static str,
    },
    /// There are no lists of this language.
    #[error("no language pack of that name")]
    Missing,
    /// A folder's name is not a language code.
    #[error("`{0}` is not a two-letter language code")]
    NoPack(String),
}

/// A list, as text.
#[derive(Clone, Copy)]
pub struct Table<'t> {
    file: &'t str,
    text: &'t str,
    header: &'t str,
}

/// One entry of a list.
#[derive(Clone, Copy)]
pub struct Row<'t> {
    table: Table<'t>,
    line: &'t str,
    number: usize,
}

impl<'t> Table<'t> {
    /// A list of `text`; the header is its first line that is not a comment.
    pub fn new(file: &'t str, text: &'t str) -> Self {
        let header = text.lines().find(is_entry).unwrap_or_default();
        Self { file, text, header }
    }

    /// The place of a column.
    ///
    /// # Errors
    /// When the header does not name it.
    pub fn column(&self, name: &'static str) -> Result<usize, PackError> {
        self.header
            .split('\t')
            .position(|column| column == name)
            .ok_or_else(|| PackError::NoColumn { file: self.file.to_owned(), column: name })
    }

    /// Every entry, after a check of its columns.
    ///
    /// # Errors
    /// When a row has too many or too few columns.
    pub fn rows(&self) -> Result<Vec<Row<'t>>, PackError> {
        let wanted = self.header.split('\t').count();
        let mut rows = Vec::new();
        let entries = self.text.lines().enumerate().filter(|(_, line)| is_entry(line)).skip(1);
        for (index, line) in entries {
            let found = line.split('\t').count();
            if found != wanted {
                return Err(PackError::Columns { file: self.file.to_owned(), line: index + 1, found, wanted });
            }
            rows.push(Row { table: *self, line, number: index + 1 });
        }
        Ok(rows)
    }
}

impl<'t> Row<'t> {
    /// The cell of a column.
    pub fn cell(&self, column: usize) -> &'t str {
        self.line.split('\t').nth(column).unwrap_or_default().trim()
    }

    /// The line of the file, from 1.
    pub fn number(&self) -> usize {
        self.number
    }

    /// An error about a value in this row.
    pub fn bad(&self, value: &str, what: &'static str) -> PackError {
        PackError::Value { file: self.table.file.to_owned(), line: self.number, value: value.to_owned(), what }
    }
}

fn is_entry(line: &&str) -> bool {
    !line.is_empty() && !line.starts_with('#')
}
