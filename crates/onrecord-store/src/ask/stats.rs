//! How much is in the archive.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::Serialize;

use crate::{Counts, Store, StoreError, VERSION};

/// How much is in the archive.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stats {
    /// The store's version.
    pub version: i64,
    /// The bytes of its file, what waits in its log aside.
    pub n_bytes: u64,
    /// The bytes of the documents it was read from, unpacked.
    pub n_source_bytes: u64,
    /// Articles that stand in answers.
    pub articles: u64,
    /// Older versions of them.
    pub old_versions: u64,
    /// Rows by table: statements, events, entities, mentions, times, provenance; old versions included.
    pub rows: BTreeMap<String, u64>,
    /// Articles by language.
    pub languages: BTreeMap<String, u64>,
    /// The outlets with the most articles.
    pub outlets: Vec<(String, u64)>,
    /// The earliest date of publication in this archive.
    pub earliest: Option<String>,
    /// The latest.
    pub latest: Option<String>,
    /// Statements by kind.
    pub statements: BTreeMap<String, u64>,
    /// Articles by the program that read them.
    pub made_by: BTreeMap<String, u64>,
    /// Corrections, and how many of them are orphaned.
    pub corrections: (u64, u64),
    /// What came of all inputs together.
    pub added: Counts,
    /// Inputs that were read to their end, and all.
    pub inputs: (u64, u64),
}

const TABLES: [&str; 5] = ["statements", "events", "entities", "times", "provenance"];

impl Store {
    /// How much is in the archive.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn stats(&self) -> Result<Stats, StoreError> {
        let receipts = self.receipts()?;
        let mut added = Counts::default();
        receipts.iter().for_each(|receipt| added.join(&receipt.counts));
        let n_done = receipts.iter().filter(|receipt| receipt.is_done).count() as u64;
        let stats = || -> rusqlite::Result<Stats> {
            let db = &self.db;
            let rows: rusqlite::Result<BTreeMap<String, u64>> = TABLES
                .iter()
                .map(|table| Ok(((*table).to_owned(), number(db, &format!("SELECT count(*) FROM {table}"))?)))
                .collect();
            let mut rows = rows?;
            let n_mentions = "SELECT coalesce(sum(json_array_length(mentions)), 0) FROM entities";
            rows.insert("mentions".to_owned(), number(db, n_mentions)?);
            let (earliest, latest) =
                db.query_row("SELECT min(published), max(published) FROM articles WHERE is_current", [], |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })?;
            Ok(Stats {
                version: VERSION,
                n_bytes: number(db, "PRAGMA page_count")? * number(db, "PRAGMA page_size")?,
                n_source_bytes: number(
                    db,
                    "SELECT coalesce(sum(n_bytes), 0) FROM blobs WHERE id IN (SELECT source FROM articles)",
                )?,
                articles: number(db, "SELECT count(*) FROM articles WHERE is_current")?,
                old_versions: number(db, "SELECT count(*) FROM articles WHERE NOT is_current")?,
                rows,
                languages: by(db, "SELECT lang, count(*) FROM articles WHERE is_current GROUP BY lang")?.into_iter().collect(),
                outlets: by(
                    db,
                    "SELECT w.word, count(*) AS n FROM articles a JOIN words w ON w.id = a.outlet WHERE a.is_current
                     GROUP BY a.outlet ORDER BY n DESC, w.word LIMIT 10",
                )?,
                earliest,
                latest,
                statements: by(db, "SELECT w.word, count(*) FROM statements s JOIN words w ON w.id = s.kind GROUP BY s.kind")?.into_iter().collect(),
                made_by: by(
                    db,
                    "SELECT m.program || ' ' || m.packs, count(*) FROM articles a JOIN makers m ON m.id = a.maker GROUP BY m.id",
                )?
                .into_iter()
                .collect(),
                corrections: (
                    number(db, "SELECT count(*) FROM corrections")?,
                    number(db, "SELECT count(*) FROM corrections WHERE attached IS NULL")?,
                ),
                added,
                inputs: (n_done, receipts.len() as u64),
            })
        };
        stats().map_err(|error| self.error(error))
    }
}

fn number(db: &Connection, sql: &str) -> rusqlite::Result<u64> {
    db.query_row(sql, [], |row| row.get::<_, i64>(0)).map(i64::cast_unsigned)
}

fn by(db: &Connection, sql: &str) -> rusqlite::Result<Vec<(String, u64)>> {
    let mut find = db.prepare(sql)?;
    let rows = find.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?.cast_unsigned())))?;
    rows.collect()
}
