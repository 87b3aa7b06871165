//! After much was written: full text merged, the log emptied into the file.

use crate::{Store, StoreError};

/// The tables of full text.
pub(super) const FULL_TEXT: [&str; 4] = ["article_words", "statement_words", "event_words", "name_words"];

/// Full text of so many rows is merged wholly; of more, a part at a time.
const FEW: i64 = 50_000;

/// A store of so many pages is written anew when many of them are free.
const SMALL: i64 = 32_768;

impl Store {
    /// Merges full text and empties the log into the file, so that the file alone is the store.
    ///
    /// # Errors
    /// The disk is full or the file cannot be written.
    pub fn settle(&self) -> Result<(), StoreError> {
        let settle = || -> rusqlite::Result<()> {
            for table in FULL_TEXT {
                let n: i64 =
                    self.db.query_row(&format!("SELECT count(*) FROM {table}_docsize"), [], |row| row.get(0))?;
                let sql = match n <= FEW {
                    true => format!("INSERT INTO {table} ({table}) VALUES ('optimize')"),
                    false => format!("INSERT INTO {table} ({table}, rank) VALUES ('merge', 500)"),
                };
                self.db.execute(&sql, [])?;
            }
            self.compact()?;
            self.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        };
        settle().map_err(|error| self.error(error))
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
