//! What people set right: kept beside the records, applied in every answer, carried over when a page is read again.

mod apply;

use rusqlite::{Connection, OptionalExtension as _, Row, Transaction, params};
use serde::{Deserialize, Serialize};

use crate::error::of_sqlite;
use crate::{Batch, Store, StoreError};

pub use apply::{Corrected, apply};

/// What is to be said of a statement instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "what")]
pub enum Remedy {
    /// Somebody else said it.
    Speaker {
        /// Who, in the nominative.
        name: String,
    },
    /// Nobody said it: it is no statement.
    NotAStatement,
    /// It begins and ends elsewhere.
    Span(Stretch),
}

/// A stretch of an article's text, in code points, and its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// The first code point.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The words there.
    pub words: String,
}

/// A person's correction of one statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Its number.
    pub number: i64,
    /// The document's id.
    pub document: String,
    /// The id of the statement it was made for.
    pub statement: String,
    /// The id of the statement it applies to today; `null` when it is orphaned: no statement, or several, could be meant.
    pub attached: Option<String>,
    /// What is to be said instead.
    #[serde(flatten)]
    pub remedy: Remedy,
    /// Why.
    pub note: Option<String>,
    /// Who made it.
    pub author: Option<String>,
    /// When, RFC 3339.
    pub made: String,
    /// The kind of the statement as it was.
    pub kind: String,
    /// The words of the statement as it was.
    pub quote: String,
    /// The words before it.
    pub before: String,
    /// The words after it.
    pub after: String,
}

impl Store {
    /// All corrections, in the order they were made; of one document where one is named.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn corrections(&self, document: Option<&str>) -> Result<Vec<Correction>, StoreError> {
        list(&self.db, document).map_err(|error| self.error(error))
    }
}

impl Batch<'_> {
    /// Keeps a correction and gives its number. What it changes is seen once [`Batch::redraw`] has drawn its articles anew.
    ///
    /// # Errors
    /// The store cannot be written; the batch is lost then.
    pub fn add_correction(&self, correction: &Correction) -> Result<i64, StoreError> {
        insert(self.db(), correction).map_err(|error| of_sqlite(self.path(), error))
    }

    /// Takes a correction back; gives its document, or nothing when there is none of that number.
    ///
    /// # Errors
    /// The store cannot be written; the batch is lost then.
    pub fn remove_correction(&self, number: i64) -> Result<Option<String>, StoreError> {
        let sql = "DELETE FROM corrections WHERE id = ?1 RETURNING document";
        let removed = self.db().query_row(sql, [number], |row| row.get(0)).optional();
        removed.map_err(|error| of_sqlite(self.path(), error))
    }
}

fn insert(db: &Transaction<'_>, correction: &Correction) -> rusqlite::Result<i64> {
    let (what, value) = parts(&correction.remedy);
    let sql = "INSERT INTO corrections (document, statement, attached, what, value, note, author, made, kind, quote, before, after)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
    db.execute(
        sql,
        params![
            correction.document,
            correction.statement,
            correction.attached,
            what,
            value,
            correction.note,
            correction.author,
            correction.made,
            correction.kind,
            correction.quote,
            correction.before,
            correction.after
        ],
    )?;
    Ok(db.last_insert_rowid())
}

/// Writes down which statements corrections apply to.
pub(crate) fn attach(db: &Transaction<'_>, attachments: &[(i64, Option<String>)]) -> rusqlite::Result<()> {
    let mut update = db.prepare_cached("UPDATE corrections SET attached = ?2 WHERE id = ?1")?;
    attachments.iter().try_for_each(|(number, statement)| update.execute(params![number, statement]).map(|_| ()))
}

pub(crate) fn list(db: &Connection, document: Option<&str>) -> rusqlite::Result<Vec<Correction>> {
    let sql = "SELECT id, document, statement, attached, what, value, note, author, made, kind, quote, before, after
               FROM corrections WHERE ?1 IS NULL OR document = ?1 ORDER BY id";
    db.prepare_cached(sql)?.query_map([document], correction)?.collect()
}

fn correction(row: &Row<'_>) -> rusqlite::Result<Correction> {
    let (what, value): (String, Option<String>) = (row.get("what")?, row.get("value")?);
    Ok(Correction {
        number: row.get("id")?,
        document: row.get("document")?,
        statement: row.get("statement")?,
        attached: row.get("attached")?,
        remedy: remedy(&what, &value.unwrap_or_default()),
        note: row.get("note")?,
        author: row.get("author")?,
        made: row.get("made")?,
        kind: row.get("kind")?,
        quote: row.get("quote")?,
        before: row.get("before")?,
        after: row.get("after")?,
    })
}

fn parts(remedy: &Remedy) -> (&'static str, Option<String>) {
    match remedy {
        Remedy::Speaker { name } => ("speaker", Some(name.clone())),
        Remedy::NotAStatement => ("not-a-statement", None),
        Remedy::Span(stretch) => ("span", serde_json::to_string(stretch).ok()),
    }
}

fn remedy(what: &str, value: &str) -> Remedy {
    match (what, serde_json::from_str(value)) {
        ("span", Ok(stretch)) => Remedy::Span(stretch),
        ("speaker", _) => Remedy::Speaker { name: value.to_owned() },
        _ => Remedy::NotAStatement,
    }
}
