//! After much was written: full text merged, the log emptied into the file.

use crate::{Store, StoreError};

/// The tables of full text.
pub(super) const FULL_TEXT: [&str; 4] = ["article_words", "statement_words", "event_words", "name_words"];

/// Full text of so many rows is merged wholly; of more, a part at a time.
const FEW: i64 = 50_000;

/// Where a tenth or more of all articles is new, full text is merged.
const MUCH: u64 = 10;

/// A store of so many pages is written anew when many of them are free.
const SMALL: i64 = 32_768;

impl Store {
    /// After so many pages were written: merges full text where it is worth it, and empties the log into the file, so that the file
    /// alone is the store. Says whether the log is empty: not while others read from it.
    ///
    /// # Errors
    /// The disk is full or the file cannot be written.
    pub fn settle(&self, n_written: u64) -> Result<bool, StoreError> {
        let settle = || -> rusqlite::Result<bool> {
            let last: i64 = self.db.query_row("SELECT coalesce(max(id), 0) FROM articles", [], |row| row.get(0))?;
            // A few pages more are merged by full text itself, when there are more of them.
            if n_written.saturating_mul(MUCH) >= last.unsigned_abs() && n_written > 0 {
                FULL_TEXT.into_iter().try_for_each(|table| self.merge(table))?;
                self.compact()?;
            }
            self.empty_log()
        };
        match settle().map_err(|error| self.error(error)) {
            // Everything is kept, and can be tidied up another time.
            Err(StoreError::Busy { .. } | StoreError::Full { .. }) => Ok(false),
            settled => settled,
        }
    }

    fn merge(&self, table: &str) -> rusqlite::Result<()> {
        let few = format!("SELECT count(*) <= {FEW} FROM (SELECT 1 FROM {table}_docsize LIMIT {})", FEW + 1);
        let sql = match self.db.query_row(&few, [], |row| row.get(0))? {
            true => format!("INSERT INTO {table} ({table}) VALUES ('optimize')"),
            false => format!("INSERT INTO {table} ({table}, rank) VALUES ('merge', 500)"),
        };
        self.db.execute(&sql, []).map(|_| ())
    }

    /// Writes what waits in the log into the file; false when somebody still reads from it.
    pub(super) fn empty_log(&self) -> rusqlite::Result<bool> {
        self.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0)).map(|is_busy| is_busy == 0)
    }

    /// Gives free pages back; a small store is packed wholly when a tenth of it is free.
    fn compact(&self) -> rusqlite::Result<()> {
        let number = |sql: &str| self.db.query_row(sql, [], |row| row.get::<_, i64>(0));
        let (n_free, n_pages) = (number("PRAGMA freelist_count")?, number("PRAGMA page_count")?);
        if n_pages < SMALL && n_free * 10 > n_pages {
            return self.db.execute_batch("VACUUM");
        }
        // It gives a page back with each step.
        let mut vacuum = self.db.prepare("PRAGMA incremental_vacuum")?;
        let mut steps = vacuum.query([])?;
        while steps.next()?.is_some() {}
        Ok(())
    }
}
