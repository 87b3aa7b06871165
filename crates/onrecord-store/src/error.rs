//! Why the store did not do what it was asked, and what to try.

use std::path::PathBuf;

use rusqlite::ErrorCode;
use thiserror::Error;

/// Why a store cannot be opened, written or asked.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum StoreError {
    /// There is no store at the path, and none was to be made.
    #[error("cannot open {}: there is no store", .path.display())]
    Missing {
        /// The path.
        path: PathBuf,
    },
    /// The file is no SQLite file, or one of another program.
    #[error("cannot open {}: {why}", .path.display())]
    Foreign {
        /// The path.
        path: PathBuf,
        /// What it is instead.
        why: String,
    },
    /// The store was made by a newer program.
    #[error("cannot open {}: it is a store of version {found}, and this program knows versions up to {known}", .path.display())]
    Newer {
        /// The path.
        path: PathBuf,
        /// The store's version.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// Another program is writing and did not finish in time.
    #[error("cannot write {}: another program is writing to it", .path.display())]
    Busy {
        /// The path.
        path: PathBuf,
    },
    /// There is a file already where one was to be made.
    #[error("cannot write {}: there is a file of that name", .path.display())]
    Exists {
        /// The path.
        path: PathBuf,
    },
    /// There is no room left. What was reported as done is kept.
    #[error("cannot write {}: there is no room left on the disk", .path.display())]
    Full {
        /// The path.
        path: PathBuf,
    },
    /// The store may not be written.
    #[error("cannot write {}: it is read-only", .path.display())]
    ReadOnly {
        /// The path.
        path: PathBuf,
    },
    /// The file is damaged.
    #[error("cannot read {}: it is damaged ({why})", .path.display())]
    Damaged {
        /// The path.
        path: PathBuf,
        /// How that shows.
        why: String,
    },
    /// No article, statement or event has this address or id.
    #[error("there is nothing with the address or id `{what}` in the archive")]
    Unknown {
        /// What was asked for.
        what: String,
    },
    /// A correction that cannot be made.
    #[error("cannot correct {id}: {why}")]
    BadCorrection {
        /// The statement.
        id: String,
        /// What is wrong with it.
        why: String,
    },
    /// A question that cannot be answered, such as one with a broken cursor.
    #[error("cannot answer: {why}")]
    BadQuestion {
        /// What is wrong with it.
        why: String,
    },
    /// Anything else that SQLite says.
    #[error("cannot use {}: {source}", .path.display())]
    Sqlite {
        /// The path.
        path: PathBuf,
        /// What SQLite says.
        source: rusqlite::Error,
    },
    /// The file system says no.
    #[error("cannot write {}: {source}", .path.display())]
    Io {
        /// The path.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
}

impl StoreError {
    /// What to try.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "make one with `onrecord add FILE…`, or name another with --store",
            Self::Foreign { .. } => "name another file with --store; this one was left as it is",
            Self::Newer { .. } => "use the newer program; the store was left as it is",
            Self::Busy { .. } => "wait until it is done and try again; `--wait SECONDS` waits longer",
            Self::Exists { .. } => "name another file; this one was left as it is",
            Self::Full { .. } => "make room and run the same command again: it goes on where it stopped",
            Self::ReadOnly { .. } => "check who may write to the file and to its folder, or copy it first",
            Self::Damaged { .. } => "keep a copy; `onrecord verify` says what is wrong; a backup may be whole",
            Self::Unknown { .. } => "`onrecord search` prints the ids of what it finds",
            Self::BadCorrection { .. } => "`onrecord show ID` prints the statement with its places",
            Self::BadQuestion { .. } => "leave out the cursor to begin anew",
            Self::Sqlite { .. } | Self::Io { .. } => "check the file, its folder and the disk",
        }
    }
}

/// SQLite's errors, with the path and with names of our own for what can be helped.
pub(crate) fn of_sqlite(path: &std::path::Path, source: rusqlite::Error) -> StoreError {
    let path = path.to_owned();
    match source.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy { path },
        Some(ErrorCode::DiskFull) => StoreError::Full { path },
        Some(ErrorCode::ReadOnly) => StoreError::ReadOnly { path },
        Some(ErrorCode::DatabaseCorrupt) => StoreError::Damaged { path, why: source.to_string() },
        Some(ErrorCode::NotADatabase) => StoreError::Foreign { path, why: "it is no SQLite file".to_owned() },
        _ => StoreError::Sqlite { path, source },
    }
}
