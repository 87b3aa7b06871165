//! Taking articles out for good: rows, full text, bytes, and the names that nobody else bears.

use std::collections::BTreeSet;

use rusqlite::{Transaction, TransactionBehavior, params};
use serde::Serialize;

use super::settle::FULL_TEXT;
use crate::rows;
use crate::{Store, StoreError};

/// What was taken out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Forgotten {
    /// Articles, old versions included.
    pub articles: u64,
    /// Documents whose bytes no other article was read from.
    pub documents: u64,
    /// Corrections of their statements.
    pub corrections: u64,
    /// Whether words of theirs stand in the log still, because somebody reads from it; they go with the next that is added, or when
    /// the last reader is done and the store is opened again.
    pub is_in_log: bool,
}

impl Store {
    /// Takes the articles of an address or a document id out for good: nothing of them is left in the file. Inputs they came from
    /// may be added anew.
    ///
    /// # Errors
    /// There is no such article, or the store cannot be written.
    pub fn forget(&mut self, what: &str) -> Result<Forgotten, StoreError> {
        let path = self.path.clone();
        let fail = |error| crate::error::of_sqlite(&path, error);
        let change = self.db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(fail)?;
        let forgotten = forget(&change, what).map_err(fail)?;
        if forgotten.articles == 0 {
            return Err(StoreError::Unknown { what: what.to_owned() });
        }
        change.commit().map_err(fail)?;
        // What was deleted still stands in the log until that is emptied.
        let is_empty = self.empty_log().map_err(fail)?;
        let forgotten = Forgotten { is_in_log: !is_empty, ..forgotten };
        Ok(forgotten)
    }
}

impl Store {
    /// Takes out the words and names that no article uses any more, and the packs of records that were read anew.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn sweep(&mut self) -> Result<(), StoreError> {
        let path = self.path.clone();
        let fail = |error| crate::error::of_sqlite(&path, error);
        let change = self.db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(fail)?;
        words(&change).and_then(|()| blobs(&change).map(|_| ())).map_err(fail)?;
        change.commit().map_err(fail)
    }
}

fn forget(db: &Transaction<'_>, what: &str) -> rusqlite::Result<Forgotten> {
    let address = crate::entry::normal_address(what);
    let document = (what.len() == 16).then(|| rows::number(what));
    let sql = "SELECT id, printf('%016x', document) FROM articles WHERE document = ?1 OR address = ?2";
    let article = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
    let found: Vec<(i64, String)> =
        db.prepare(sql)?.query_map(params![document, address], article)?.collect::<rusqlite::Result<_>>()?;
    let mut forgotten = Forgotten { articles: found.len() as u64, ..Forgotten::default() };
    if found.is_empty() {
        return Ok(forgotten);
    }
    for (article, _) in &found {
        rows::delete(db, *article)?;
        db.execute("DELETE FROM articles WHERE id = ?1", [article])?;
    }
    let documents: BTreeSet<String> = found.into_iter().map(|(_, document)| document).collect();
    for document in &documents {
        let sql =
            "DELETE FROM corrections WHERE document = ?1 AND NOT EXISTS (SELECT 1 FROM articles WHERE document = ?2)";
        forgotten.corrections += db.execute(sql, params![document, rows::number(document)])? as u64;
    }
    forgotten.documents = blobs(db)?;
    words(db)?;
    // An input that held them can be added anew.
    db.execute("UPDATE receipts SET position = 0, is_done = 0, counts = '{}'", [])?;
    for table in FULL_TEXT {
        db.execute(&format!("INSERT INTO {table} ({table}) VALUES ('optimize')"), [])?;
    }
    Ok(forgotten)
}

/// Takes out the bytes that no article needs, and writes their packs anew.
fn blobs(db: &Transaction<'_>) -> rusqlite::Result<u64> {
    let dead = "NOT IN (SELECT source FROM articles UNION SELECT text FROM articles)";
    let packs = numbers(db, &format!("SELECT DISTINCT pack FROM blobs WHERE id {dead}"))?;
    let n_dead = db.execute(&format!("DELETE FROM blobs WHERE id {dead}"), [])?;
    for pack in packs {
        repack(
            db,
            pack,
            "SELECT id, start, n_bytes FROM blobs WHERE pack = ?1 ORDER BY start",
            "UPDATE blobs SET start = ?2 WHERE id = ?1",
        )?;
    }
    // A pack of records with gaps between them holds records that are gone.
    let gaps = "SELECT p.id FROM packs p LEFT JOIN articles a ON a.record_pack = p.id WHERE p.kind = 'record'
                GROUP BY p.id HAVING coalesce(sum(a.record_n_bytes), 0) < p.n_bytes";
    for pack in numbers(db, gaps)? {
        let list = "SELECT id, record_start, record_n_bytes FROM articles WHERE record_pack = ?1 ORDER BY record_start";
        repack(db, pack, list, "UPDATE articles SET record_start = ?2 WHERE id = ?1")?;
    }
    Ok(n_dead as u64)
}

/// Writes a pack with nothing in it but what is listed.
fn repack(db: &Transaction<'_>, pack: i64, list: &str, update: &str) -> rusqlite::Result<()> {
    let mut list = db.prepare(list)?;
    let live =
        list.query_map([pack], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, i64>(2)?)))?;
    let live: Vec<_> = live.collect::<rusqlite::Result<_>>()?;
    crate::packs::rewrite(db, pack, &live, |id, start| db.execute(update, params![id, start]).map(|_| ()))
}

/// Takes out the words that nothing uses.
fn words(db: &Transaction<'_>) -> rusqlite::Result<()> {
    db.execute("DELETE FROM outlets WHERE id NOT IN (SELECT outlet FROM articles WHERE outlet IS NOT NULL)", [])?;
    let columns: [(&str, &[&str]); 8] = [
        ("entities", &["name", "kind"]),
        ("roles", &["role"]),
        ("statements", &["speaker", "role", "rule", "kind", "form", "zone", "polarity", "modality"]),
        ("events", &["rule", "kind", "status"]),
        ("event_parts", &["name"]),
        ("blocks", &["kind", "furniture"]),
        ("times", &["anchor"]),
        ("articles", &["outlet"]),
    ];
    let of = |(table, columns): &(&str, &[&str])| -> Vec<String> {
        columns.iter().map(|column| format!("SELECT {column} AS name FROM {table}")).collect()
    };
    let used = columns.iter().flat_map(of).collect::<Vec<_>>().join(" UNION ");
    db.execute_batch(&format!(
        "CREATE TEMP TABLE used AS SELECT * FROM ({used}) WHERE 1; CREATE INDEX temp.used_index ON used (name);"
    ))?;
    let dead = numbers(db, "SELECT id FROM words WHERE id NOT IN (SELECT name FROM used WHERE name IS NOT NULL)")?;
    for id in dead {
        db.prepare_cached("DELETE FROM name_words WHERE rowid = ?1")?.execute([id])?;
        db.prepare_cached("DELETE FROM words WHERE id = ?1")?.execute([id])?;
    }
    let names = numbers(db, "SELECT rowid FROM name_words_docsize WHERE id NOT IN (SELECT name FROM entities)")?;
    for id in names {
        db.prepare_cached("DELETE FROM name_words WHERE rowid = ?1")?.execute([id])?;
    }
    db.execute_batch("DROP TABLE temp.used")
}

fn numbers(db: &Transaction<'_>, sql: &str) -> rusqlite::Result<Vec<i64>> {
    db.prepare(sql)?.query_map([], |row| row.get(0))?.collect()
}
