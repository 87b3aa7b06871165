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
    /// A folder cannot be listed.
    #[error("cannot list the folder {}: {source}", show(.path))]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// No file is named so, nor like it.
    #[error("cannot find any file like {}", show(.path))]
    NoMatch {
        /// The pattern.
        path: PathBuf,
    },
    /// Standard input or a pipe was asked for twice.
    #[error("cannot read {} twice: it is a stream", show(.path))]
    OnlyOnce {
        /// The stream.
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
    #[error("cannot read {}{}{}: {why}", show(.path), at(.line), record(.offset))]
    Binary {
        /// The input.
        path: PathBuf,
        /// The line, for line-by-line inputs.
        line: Option<u64>,
        /// Where its record begins, for web archives.
        offset: Option<u64>,
        /// What it is instead, or how that shows.
        why: String,
    },
    /// A file, or one record of a web archive, is larger than allowed.
    #[error("cannot read {}{}: it holds more than {limit} bytes", show(.path), record(.offset))]
    TooLarge {
        /// The input.
        path: PathBuf,
        /// Where its record begins, for web archives.
        offset: Option<u64>,
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
    /// A record of a web archive is damaged; reading goes on with the next one.
    #[error("cannot read the record at byte {offset} of {}: {why}", show(.path))]
    Damaged {
        /// The archive.
        path: PathBuf,
        /// Where the record, or the packed member that holds it, begins in the file.
        offset: u64,
        /// What is wrong with it.
        why: String,
    },
    /// Inside the packing there is another one.
    #[error("cannot read {}: inside it is {what}", show(.path))]
    PackedTwice {
        /// The input.
        path: PathBuf,
        /// What is inside.
        what: &'static str,
    },
    /// A feed or a sitemap names a page that is not at hand.
    #[error("cannot read {url}, which {} names: it is not at hand", show(.path))]
    NotAtHand {
        /// The feed.
        path: PathBuf,
        /// The page's address, as the feed writes it.
        url: String,
    },
    /// Passed over, as every folder and archive holds things that are no articles.
    #[error("passed over {}{}: {what}", show(.path), record(.offset))]
    Skipped {
        /// The file or archive.
        path: PathBuf,
        /// Where its record begins, for web archives.
        offset: Option<u64>,
        /// What kind of thing it is.
        skip: Skip,
        /// What it is, for people.
        what: String,
    },
}

/// What is passed over without a complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Skip {
    /// A file in a folder whose ending is none of ours.
    Ending,
    /// A record that says that a page is as it was at an earlier visit.
    Revisit,
    /// An answer of the server that is not the page: a redirect, an error.
    Status,
    /// A picture, a script, a style sheet.
    MediaType,
    /// An answer without content.
    Empty,
}

impl Skip {
    fn reason(self) -> &'static str {
        match self {
            Self::Ending => "ending",
            Self::Revisit => "revisit",
            Self::Status => "status",
            Self::MediaType => "media-type",
            Self::Empty => "empty",
        }
    }
}

impl SourceError {
    /// The input it is about, as the user wrote it.
    pub fn path(&self) -> &Path {
        match self {
            Self::Open { path, .. } | Self::Folder { path, .. } | Self::NoMatch { path } | Self::OnlyOnce { path } => {
                path
            }
            Self::Read { path, .. } | Self::Binary { path, .. } | Self::TooLarge { path, .. } => path,
            Self::LongLine { path, .. } | Self::BadLine { path, .. } | Self::NoText { path, .. } => path,
            Self::Damaged { path, .. } | Self::PackedTwice { path, .. } | Self::NotAtHand { path, .. } => path,
            Self::Skipped { path, .. } => path,
        }
    }

    /// A short name that stays the same, for counting.
    pub fn reason(&self) -> &'static str {
        match self {
            Self::Open { .. } => "open",
            Self::Folder { .. } => "folder",
            Self::NoMatch { .. } => "no-match",
            Self::OnlyOnce { .. } => "only-once",
            Self::Read { .. } => "read",
            Self::Binary { .. } => "binary",
            Self::TooLarge { .. } => "too-large",
            Self::LongLine { .. } => "long-line",
            Self::BadLine { .. } => "bad-line",
            Self::NoText { .. } => "no-text",
            Self::Damaged { .. } => "damaged",
            Self::PackedTwice { .. } => "packed-twice",
            Self::NotAtHand { .. } => "not-at-hand",
            Self::Skipped { skip, .. } => skip.reason(),
        }
    }

    /// Whether it is what any folder, feed or archive holds, so that it is counted and nobody needs a complaint.
    pub fn is_expected(&self) -> bool {
        match self {
            Self::Skipped { .. } | Self::NotAtHand { .. } => true,
            // Servers send pictures and documents as `text/html`.
            Self::Binary { offset, .. } => offset.is_some(),
            _ => false,
        }
    }

    /// What to try.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Open { .. } => "check the name and whether you may read it; `-` is standard input",
            Self::Folder { .. } => "check whether it is still there and whether you may list it",
            Self::NoMatch { .. } => "check the pattern: `*` and `?` stand for letters of one name, `**` for folders",
            Self::OnlyOnce { .. } => "write it to a file first",
            Self::Read { .. } => "the file may be incomplete or damaged; compare its size with the original",
            Self::Binary { .. } => "unpack it, or turn it into text or HTML first, for example with pdftotext",
            Self::TooLarge { .. } => "split it, write one JSON object a line, or raise --max-bytes",
            Self::LongLine { .. } => "check that every object stands on a line of its own, or raise --max-bytes",
            Self::BadLine { .. } => "every line must be one JSON object; `jq -c .` writes them so",
            Self::Damaged { .. } => "compare the archive with the original; its other records are read",
            Self::PackedTwice { .. } => "unpack it once, and give what comes out",
            Self::NotAtHand { .. } => "fetch the page and give its file; nothing is loaded from the network",
            Self::Skipped { skip: Skip::Ending, .. } => "name the file itself to have it read",
            Self::Skipped { .. } => "nothing need be done; only pages with words are read",
            Self::NoText { .. } => "put the article's words into `text`, or the page into `html`",
        }
    }
}

/// A path for people: `-` is standard input, and what terminals would obey is written out.
fn show(path: &Path) -> String {
    if path.as_os_str() == "-" {
        return "standard input".to_owned();
    }
    let mut shown = String::new();
    for letter in path.display().to_string().chars() {
        if letter.is_control() { shown.extend(letter.escape_default()) } else { shown.push(letter) }
    }
    shown
}

fn at(line: &Option<u64>) -> String {
    line.map(|line| format!(" at line {line}")).unwrap_or_default()
}

fn record(offset: &Option<u64>) -> String {
    offset.map(|offset| format!(" at byte {offset}")).unwrap_or_default()
}
