//! Why a page could not be read, where, and what to try.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// Why an input, or one line of it, gave no page. Reading goes on with the next line or input.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum SourceError {
    /// The input cannot be opened.
    #[error("cannot open {}: {source}", show(.path))]
    Open {
        /// The input.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The input is a folder.
    #[error("cannot read {}: it is a folder", show(.path))]
    Folder {
        /// The folder.
        path: PathBuf,
    },
    /// Reading or unpacking broke off.
    #[error("cannot read {} past byte {offset}: {source}", show(.path))]
    Read {
        /// The input.
        path: PathBuf,
        /// Bytes read before, after unpacking.
        offset: u64,
        /// What the system or the decompressor says.
        source: io::Error,
    },
    /// The bytes are no text.
    #[error("cannot read {}{}: {why}", show(.path), at(.line))]
    Binary {
        /// The input.
        path: PathBuf,
        /// The line, for line-by-line inputs.
        line: Option<u64>,
        /// What it is instead, or how that shows.
        why: String,
    },
    /// A file is larger than allowed.
    #[error("cannot read {}: it holds more than {limit} bytes", show(.path))]
    TooLarge {
        /// The input.
        path: PathBuf,
        /// The limit.
        limit: u64,
    },
    /// A line is longer than allowed.
    #[error("cannot read {} at line {line}: the line is longer than {limit} bytes", show(.path))]
    LongLine {
        /// The input.
        path: PathBuf,
        /// The line, from 1.
        line: u64,
        /// The limit.
        limit: u64,
    },
    /// A line is not a JSON object of the expected form.
    #[error("cannot read {} at line {line}: {reason}", show(.path))]
    BadLine {
        /// The input.
        path: PathBuf,
        /// The line, from 1.
        line: u64,
        /// What is wrong with it.
        reason: String,
    },
    /// A JSON object brings no words.
    #[error("cannot read {} at line {line}: there is neither `text` nor `html`", show(.path))]
    NoText {
        /// The input.
        path: PathBuf,
        /// The line, from 1.
        line: u64,
    },
}

impl SourceError {
    /// The input it is about, as the user wrote it.
    pub fn path(&self) -> &Path {
        match self {
            Self::Open { path, .. } | Self::Folder { path } | Self::Read { path, .. } | Self::Binary { path, .. } => {
                path
            }
            Self::TooLarge { path, .. } | Self::LongLine { path, .. } | Self::BadLine { path, .. } => path,
            Self::NoText { path, .. } => path,
        }
    }

    /// What to try.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Open { .. } => "check the name and whether you may read it; `-` is standard input",
            Self::Folder { .. } => "name its files, for example with a pattern: FOLDER/*.txt",
            Self::Read { .. } => "the file may be incomplete or damaged; compare its size with the original",
            Self::Binary { .. } => "unpack it, or turn it into text or HTML first, for example with pdftotext",
            Self::TooLarge { .. } => "split it, write one JSON object a line, or raise --max-bytes",
            Self::LongLine { .. } => "check that every object stands on a line of its own, or raise --max-bytes",
            Self::BadLine { .. } => "every line must be one JSON object; `jq -c .` writes them so",
            Self::NoText { .. } => "put the article's words into `text`, or the page into `html`",
        }
    }
}

/// A path for people: `-` is standard input.
fn show(path: &Path) -> String {
    if path.as_os_str() == "-" { "standard input".to_owned() } else { path.display().to_string() }
}

fn at(line: &Option<u64>) -> String {
    line.map(|line| format!(" at line {line}")).unwrap_or_default()
}
