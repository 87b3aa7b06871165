//! Whether the archive is what it was: everything that can be computed again is, and every difference is told.

use std::collections::BTreeMap;

use onrecord_model::{ArticleRecord, CharSpan};
use rusqlite::params;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::settle::FULL_TEXT;
use crate::packs::PackReader;
use crate::rows;
use crate::{Store, StoreError, Stored};

/// What was checked, and what is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Verified {
    /// Articles that were looked at, old versions included.
    pub articles: u64,
    /// Documents and texts whose digests were computed.
    pub documents: u64,
    /// Spans that were held against their texts.
    pub spans: u64,
    /// What is wrong; empty when all is well.
    pub problems: Vec<Problem>,
}

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// What it is about: `file`, `full text`, a document's id.
    pub what: String,
    /// What is wrong.
    pub why: String,
}

impl Verified {
    /// Notes something that is wrong.
    pub fn add(&mut self, what: impl Into<String>, why: impl Into<String>) {
        self.problems.push(Problem { what: what.into(), why: why.into() });
    }
}

impl Store {
    /// Checks the file, the digests of all documents, all spans, and all rows against their records; `look` sees each article, to
    /// add what it finds.
    ///
    /// # Errors
    /// The store cannot be read at all; what is wrong in it is no error.
    pub fn verify(&self, mut look: impl FnMut(&Stored, &mut Verified)) -> Result<Verified, StoreError> {
        let mut verified = Verified::default();
        self.verify_file(&mut verified).map_err(|error| self.error(error))?;
        self.verify_blobs(&mut verified).map_err(|error| self.error(error))?;
        self.verify_full_text(&mut verified).map_err(|error| self.error(error))?;
        for stored in self.articles(true) {
            match stored {
                Ok(stored) => {
                    verified.articles += 1;
                    spans(&stored.record, &mut verified);
                    self.verify_rows(&stored, &mut verified).map_err(|error| self.error(error))?;
                    look(&stored, &mut verified);
                }
                Err(error @ StoreError::Damaged { .. }) => verified.add("record", error.to_string()),
                Err(error) => return Err(error),
            }
        }
        Ok(verified)
    }

    fn verify_file(&self, verified: &mut Verified) -> rusqlite::Result<()> {
        let mut check = self.db.prepare("PRAGMA integrity_check(100)")?;
        for line in check.query_map([], |row| row.get::<_, String>(0))? {
            let line = line?;
            if line != "ok" {
                verified.add("file", line);
            }
        }
        let mut check = self.db.prepare("PRAGMA foreign_key_check")?;
        for table in check.query_map([], |row| row.get::<_, String>(0))? {
            verified.add("file", format!("a row of {} points nowhere", table?));
        }
        Ok(())
    }

    fn verify_blobs(&self, verified: &mut Verified) -> rusqlite::Result<()> {
        let mut packs = PackReader::new(&self.db);
        let mut list = self.db.prepare("SELECT id, digest FROM blobs ORDER BY pack, start")?;
        let mut rows = list.query([])?;
        while let Some(row) = rows.next()? {
            let (id, digest): (i64, Vec<u8>) = (row.get(0)?, row.get(1)?);
            verified.documents += 1;
            match packs.blob(id) {
                Ok(bytes) if Sha256::digest(bytes).starts_with(&digest) => {}
                Ok(_) => verified.add(hex(&digest), "the bytes are not those of the digest"),
                Err(error) => verified.add(hex(&digest), format!("the bytes cannot be read: {error}")),
            }
        }
        Ok(())
    }

    /// Full text must know each row that is to be found, and no other.
    fn verify_full_text(&self, verified: &mut Verified) -> rusqlite::Result<()> {
        let current = "(SELECT id FROM articles WHERE is_current)";
        let known = [
            "SELECT key FROM articles WHERE is_current".to_owned(),
            format!("SELECT id FROM statements WHERE article IN {current}"),
            format!("SELECT id FROM events WHERE article IN {current}"),
            "SELECT DISTINCT name FROM entities".to_owned(),
        ];
        for (table, rows) in FULL_TEXT.into_iter().zip(known) {
            let (found, wanted) = (format!("SELECT id FROM {table}_docsize"), rows);
            for (from, without, why) in
                [(&wanted, &found, "does not find"), (&found, &wanted, "finds what is not there:")]
            {
                let sql = format!("SELECT count(*) FROM ({from} EXCEPT {without})");
                let n: i64 = self.db.query_row(&sql, [], |row| row.get(0))?;
                if n > 0 {
                    verified.add("full text", format!("{table} {why} {n} rows"));
                }
            }
        }
        Ok(())
    }

    fn verify_rows(&self, stored: &Stored, verified: &mut Verified) -> rusqlite::Result<()> {
        let record = stored.answer();
        let what = &record.document.id;
        if hex(&Sha256::digest(stored.source())) != record.document.sha256 {
            verified.add(what, "the record was read from other bytes");
        }
        let counts = [
            ("statements", record.statements.len()),
            ("events", record.events.len()),
            ("entities", record.entities.len()),
        ];
        for (table, expected) in counts {
            let sql = format!("SELECT count(*) FROM {table} WHERE article = ?1");
            let n: i64 = self.db.prepare_cached(&sql)?.query_row([stored.number], |row| row.get(0))?;
            if n != expected as i64 {
                verified.add(what, format!("{n} rows of {table}, {expected} in the record"));
            }
        }
        self.verify_statements(stored.number, record, verified)
    }

    fn verify_statements(&self, article: i64, record: &ArticleRecord, verified: &mut Verified) -> rusqlite::Result<()> {
        let sql = "SELECT s.public, k.word, w.word, s.start, s.end, s.spans, s.confidence FROM articles a
                     JOIN statements s ON s.id BETWEEN a.first_statement AND a.first_statement + a.n_statements - 1
                     LEFT JOIN words w ON w.id = s.speaker LEFT JOIN words k ON k.id = s.kind
                   WHERE a.id = ?1 ORDER BY s.id";
        let mut list = self.db.prepare_cached(sql)?;
        let mut rows = list.query(params![article])?;
        for statement in &record.statements {
            let Some(row) = rows.next()? else { break };
            let kept: (i64, String, Option<String>, (u32, u32), Option<String>, i64) =
                (row.get(0)?, row.get(1)?, row.get(2)?, (row.get(3)?, row.get(4)?), row.get(5)?, row.get(6)?);
            let (extent, spans) = rows::whole(&statement.content);
            let expected = (
                rows::number(&statement.id),
                statement.kind.as_str().to_owned(),
                statement.speaker.name.clone(),
                extent,
                spans,
                rows::percent(statement.confidence),
            );
            if kept != expected {
                let why = format!("the row of statement {} is not what the record says", statement.id);
                verified.add(&record.document.id, why);
            }
        }
        Ok(())
    }
}

/// Holds every span of a record against its text.
fn spans(record: &ArticleRecord, verified: &mut Verified) {
    let n_chars = record.article.text.chars().count() as u32;
    let mut bad: BTreeMap<&str, u32> = BTreeMap::new();
    let mut n = 0;
    let mut check = |what: &'static str, start: u32, end: u32| {
        n += 1;
        if start >= end || end > n_chars {
            *bad.entry(what).or_default() += 1;
        }
    };
    for statement in &record.statements {
        let spans: Vec<CharSpan> =
            [&statement.content, &statement.quoted, &statement.cue].into_iter().flatten().copied().collect();
        spans.iter().chain(&statement.source).for_each(|span| check("statements", span.start, span.end));
    }
    record
        .entities
        .iter()
        .flat_map(|entity| &entity.mentions)
        .for_each(|mention| check("mentions", mention.start, mention.end));
    record.events.iter().for_each(|event| check("events", event.trigger.start, event.trigger.end));
    record.times.iter().for_each(|time| check("times", time.start, time.end));
    record.article.blocks.iter().for_each(|block| check("blocks", block.start, block.end));
    verified.spans += n;
    for (what, n) in bad {
        verified.add(&record.document.id, format!("{n} spans of {what} do not fit the text"));
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
