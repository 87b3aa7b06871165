//! What was added, from where, and how it went. A receipt is written in the same transaction as the pages it counts, so that
//! reading can go on where it was broken off, and what was read to its end need not be read again.

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension as _, Row, params};
use serde::{Deserialize, Serialize};

use crate::error::of_sqlite;
use crate::write::Batch;
use crate::{Outcome, Store, StoreError};

/// How many pages of an input had which outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Counts {
    /// New ones.
    pub added: u64,
    /// Those that were there already.
    pub same: u64,
    /// New versions of addresses that were there.
    pub updated: u64,
    /// Those that could not be read or were none, by reason.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub refused: BTreeMap<String, u64>,
}

impl Counts {
    /// Counts a page.
    pub fn add(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Added => self.added += 1,
            Outcome::Same => self.same += 1,
            Outcome::Updated => self.updated += 1,
        }
    }

    /// Counts what gave no page.
    pub fn refuse(&mut self, reason: &str) {
        *self.refused.entry(reason.to_owned()).or_default() += 1;
    }

    /// How many were refused, whatever the reason.
    pub fn n_refused(&self) -> u64 {
        self.refused.values().sum()
    }

    /// All that was counted.
    pub fn total(&self) -> u64 {
        self.added + self.same + self.updated + self.n_refused()
    }

    /// Counts another count in.
    pub fn join(&mut self, other: &Self) {
        self.added += other.added;
        self.same += other.same;
        self.updated += other.updated;
        for (reason, n) in &other.refused {
            *self.refused.entry(reason.clone()).or_default() += n;
        }
    }
}

/// What came of an input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The input, as it was named.
    pub input: String,
    /// Its bytes.
    pub size: u64,
    /// Their digest.
    pub sha256: String,
    /// The program that read it.
    pub program: String,
    /// Where reading goes on.
    pub position: u64,
    /// Whether it was read to its end.
    pub is_done: bool,
    /// What came of its pages.
    pub counts: Counts,
    /// When it was begun, RFC 3339.
    pub began: String,
    /// When it was last written to, RFC 3339.
    pub ended: Option<String>,
}

impl Store {
    /// The receipt of an input with these very bytes.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn receipt(&self, input: &str, size: u64, sha256: &str) -> Result<Option<Receipt>, StoreError> {
        let sql = "SELECT * FROM receipts WHERE sha256 = ?1 AND size = ?2 AND input = ?3";
        let found = self.db.query_row(sql, params![sha256, size.cast_signed(), input], receipt).optional();
        found.map_err(|error| self.error(error))
    }

    /// All receipts, in the order they were begun.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn receipts(&self) -> Result<Vec<Receipt>, StoreError> {
        let list = || -> rusqlite::Result<Vec<Receipt>> {
            self.db.prepare("SELECT * FROM receipts ORDER BY id")?.query_map([], receipt)?.collect()
        };
        list().map_err(|error| self.error(error))
    }
}

impl Batch<'_> {
    /// Writes a receipt with the batch.
    ///
    /// # Errors
    /// The store cannot be written; the batch is lost then.
    pub fn write_receipt(&self, receipt: &Receipt) -> Result<(), StoreError> {
        let sql = "INSERT INTO receipts (input, size, sha256, program, position, is_done, counts, began, ended)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                   ON CONFLICT (sha256, size, input) DO UPDATE SET program = excluded.program, position = excluded.position,
                     is_done = excluded.is_done, counts = excluded.counts, ended = excluded.ended";
        let counts = serde_json::to_string(&receipt.counts).unwrap_or_default();
        let values = params![
            receipt.input,
            receipt.size.cast_signed(),
            receipt.sha256,
            receipt.program,
            receipt.position.cast_signed(),
            receipt.is_done,
            counts,
            receipt.began,
            receipt.ended
        ];
        let written = self.db().prepare_cached(sql).and_then(|mut insert| insert.execute(values));
        written.map(|_| ()).map_err(|error| of_sqlite(self.path(), error))
    }
}

fn receipt(row: &Row<'_>) -> rusqlite::Result<Receipt> {
    let counts: String = row.get("counts")?;
    Ok(Receipt {
        input: row.get("input")?,
        size: row.get::<_, i64>("size")?.cast_unsigned(),
        sha256: row.get("sha256")?,
        program: row.get("program")?,
        position: row.get::<_, i64>("position")?.cast_unsigned(),
        is_done: row.get("is_done")?,
        counts: serde_json::from_str(&counts).unwrap_or_default(),
        began: row.get("began")?,
        ended: row.get("ended")?,
    })
}
