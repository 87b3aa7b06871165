//! Opening and making stores: whose file it is, which version, and what brings it to today's.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::StoreError;
use crate::error::of_sqlite;

/// `onrc`: what tells a store from the SQLite files of other programs.
const APPLICATION_ID: i64 = 0x6F6E_7263;

/// What makes a store of version n + 1 from one of version n.
const MIGRATIONS: [&str; 1] = [include_str!("schema/1.sql")];

/// The newest version of a store this program knows.
pub const VERSION: i64 = MIGRATIONS.len() as i64;

/// A place for records, in one SQLite file.
pub struct Store {
    pub(crate) db: Connection,
    pub(crate) path: PathBuf,
}

/// How a store is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// To ask; the file is not changed.
    Read,
    /// To ask and to write; the store must be there.
    Write,
    /// To write; the store is made if it is not there.
    Create,
}

impl Store {
    /// Opens a store; `wait` is how long to wait for another program that writes.
    ///
    /// # Errors
    /// There is no store, or the file is another program's, a newer program's, damaged, or may not be used.
    pub fn open(path: &Path, access: Access, wait: Duration) -> Result<Self, StoreError> {
        if access != Access::Create && !path.exists() {
            return Err(StoreError::Missing { path: path.to_owned() });
        }
        if path.is_dir() {
            return Err(StoreError::Foreign { path: path.to_owned(), why: "it is a folder".to_owned() });
        }
        let fail = |error| of_sqlite(path, error);
        let db = connect(path, access).map_err(fail)?;
        db.busy_timeout(wait).map_err(fail)?;
        let mut store = Self { db, path: path.to_owned() };
        let version = store.version()?;
        if access != Access::Read {
            store.prepare_to_write(version)?;
        } else if version < VERSION {
            // An old store is brought up to date by whoever may write it.
            return Self::open(path, Access::Write, wait);
        }
        store.db.set_prepared_statement_cache_capacity(64);
        Ok(store)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The store's version; 0 for an empty file.
    fn version(&self) -> Result<i64, StoreError> {
        let number =
            |sql: &str| self.db.query_row(sql, [], |row| row.get::<_, i64>(0)).map_err(|error| self.error(error));
        let n_tables = number("SELECT count(*) FROM sqlite_schema")?;
        let (owner, version) = (number("PRAGMA application_id")?, number("PRAGMA user_version")?);
        let path = self.path.clone();
        match (owner, version) {
            (APPLICATION_ID, found) if found > VERSION => Err(StoreError::Newer { path, found, known: VERSION }),
            (APPLICATION_ID, version) => Ok(version),
            (0, 0) if n_tables == 0 => Ok(0),
            _ => Err(StoreError::Foreign { path, why: "it is an SQLite file of another program".to_owned() }),
        }
    }

    fn prepare_to_write(&mut self, version: i64) -> Result<(), StoreError> {
        // Only a file without tables takes this one.
        let settings = "PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;
                        PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -32768;
                        PRAGMA temp_store = MEMORY;";
        self.db.execute_batch(settings).map_err(|error| self.error(error))?;
        if version < VERSION {
            self.migrate().map_err(|error| of_sqlite(&self.path, error))?;
        }
        Ok(())
    }

    /// Brings the store to today's version, wholly or not at all.
    fn migrate(&mut self) -> rusqlite::Result<()> {
        let change = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Another program may have been faster.
        let version: i64 = change.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        for script in MIGRATIONS.iter().skip(usize::try_from(version).unwrap_or_default()) {
            change.execute_batch(script)?;
        }
        change.execute_batch(&format!("PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION};"))?;
        change.commit()
    }

    /// Lets the file grow to so many pages of 4 KiB and no further: what is too much is refused as on a full disk.
    ///
    /// # Errors
    /// The store cannot be used.
    pub fn limit_pages(&self, most: u32) -> Result<(), StoreError> {
        let set = self.db.query_row(&format!("PRAGMA max_page_count = {most}"), [], |_| Ok(()));
        set.map_err(|error| self.error(error))
    }

    /// An error of SQLite, with the store's path.
    pub(crate) fn error(&self, error: rusqlite::Error) -> StoreError {
        of_sqlite(&self.path, error)
    }
}

fn connect(path: &Path, access: Access) -> rusqlite::Result<Connection> {
    let common = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE;
    match access {
        Access::Create => Connection::open_with_flags(
            path,
            common | OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        ),
        Access::Write => Connection::open_with_flags(path, common | OpenFlags::SQLITE_OPEN_READ_WRITE),
        Access::Read => read_only(path, common),
    }
}

/// Opens to read. What a killed program has left half done only a writer can clean up; where nobody may write, and nothing waits
/// in the log, the file is read as it stands.
fn read_only(path: &Path, common: OpenFlags) -> rusqlite::Result<Connection> {
    let db = Connection::open_with_flags(path, common | OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    if !is_shut(&db) {
        return Ok(db);
    }
    let writer = Connection::open_with_flags(path, common | OpenFlags::SQLITE_OPEN_READ_WRITE);
    if let Some(db) = writer.ok().filter(|db| !is_shut(db)) {
        return Ok(db);
    }
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    if std::fs::metadata(log).is_ok_and(|log| log.len() > 0) {
        return Ok(db);
    }
    let uri = format!("file:{}?immutable=1", escaped(path));
    Connection::open_with_flags(uri, common | OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI)
}

/// Whether nothing can be read, because something would have to be written first.
fn is_shut(db: &Connection) -> bool {
    let probe = db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0));
    let code = probe.err().and_then(|error| error.sqlite_error_code());
    matches!(code, Some(rusqlite::ErrorCode::CannotOpen | rusqlite::ErrorCode::ReadOnly))
}

/// A path inside a URI.
fn escaped(path: &Path) -> String {
    let bytes = path.as_os_str().as_encoded_bytes();
    let letter = |&byte: &u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    bytes.iter().map(letter).collect()
}
