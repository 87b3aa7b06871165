//! Why an export broke off, how far it came, and what to try.

use std::error::Error as StdError;
use std::io;

use thiserror::Error;

/// An error of whoever gives the records, or of a format.
type Cause = Box<dyn StdError + Send + Sync>;

/// Why an export is not complete. What was written so far is of no use and should be thrown away.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ExportError {
    /// Whoever gives the records failed.
    #[error("cannot export past record {records}: the next one cannot be read: {source}")]
    Records {
        /// Records written before.
        records: u64,
        /// What whoever gives the records says.
        source: Cause,
    },
    /// Writing failed.
    #[error("cannot write the export past record {records}: {source}")]
    Write {
        /// Records written before.
        records: u64,
        /// What the system says.
        source: io::Error,
    },
    /// The rows cannot be put into a Parquet file.
    #[error("cannot put the export into Parquet past record {records}: {source}")]
    Parquet {
        /// Records written before.
        records: u64,
        /// What the Parquet writer says.
        source: Cause,
    },
}

impl ExportError {
    /// What to try.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Records { .. } => "check that the store is whole and that no other program holds it",
            Self::Write { .. } => "check that there is room on the disk and that whoever reads the output still does",
            Self::Parquet { .. } => "export as CSV or NDJSON, and report this with the message",
        }
    }
}

/// What a format's writer failed of, before anyone has said how far it came.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Writing.
    Write(io::Error),
    /// Parquet itself.
    Parquet(Cause),
}

impl Failure {
    /// The error to give, after `records` were written.
    pub(crate) fn past(self, records: u64) -> ExportError {
        match self {
            Self::Write(source) => ExportError::Write { records, source },
            Self::Parquet(source) => ExportError::Parquet { records, source },
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

impl From<csv::Error> for Failure {
    fn from(error: csv::Error) -> Self {
        // Its own conversion would hide what the system says.
        Self::Write(match error.into_kind() {
            csv::ErrorKind::Io(error) => error,
            other => io::Error::other(format!("{other:?}")),
        })
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Write(error.into())
    }
}

impl From<parquet::errors::ParquetError> for Failure {
    fn from(error: parquet::errors::ParquetError) -> Self {
        // A full disk comes wrapped as an error of Parquet, which it is not.
        match error {
            parquet::errors::ParquetError::External(cause) => match cause.downcast::<io::Error>() {
                Ok(io) => Self::Write(*io),
                Err(cause) => Self::Parquet(cause),
            },
            other => Self::Parquet(Box::new(other)),
        }
    }
}

impl From<arrow_schema::ArrowError> for Failure {
    fn from(error: arrow_schema::ArrowError) -> Self {
        Self::Parquet(Box::new(error))
    }
}
