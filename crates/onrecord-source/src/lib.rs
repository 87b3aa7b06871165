//! Files, folders and streams to pages: plain text, HTML, newline-delimited JSON, web archives, feeds; also compressed.
//!
//! [`pages`] is the one main function. It reads as it is asked: memory stays within one page, whatever the archive's size.
//! What a file is, its ending says; standard input (`-`) and unknown endings are told apart by how they begin.
//! Whoever must be able to stop and go on asks [`inputs`] for the files and [`pages_of`] for the pages of each.
//!
//! ```
//! use onrecord_source::{Given, pages};
//! let file = std::env::temp_dir().join("onrecord-source-example.ndjson");
//! std::fs::write(&file, "{\"name\": \"a\", \"text\": \"It rains.\"}\nnot JSON\n{\"text\": \"It snows.\"}\n")?;
//! let all: Vec<_> = pages([&file], &Given::default()).collect();
//! assert_eq!(all.len(), 3);
//! assert!(all[1].as_ref().is_err_and(|error| error.to_string().contains("line 2")));
//! # Ok::<(), std::io::Error>(())
//! ```

mod charset;
mod dates;
mod decode;
mod error;
mod feed;
mod folder;
mod foreign;
mod given;
mod http;
mod input;
mod inputs;
mod kind;
mod lines;
mod open;
mod pages;
mod pages_of;
mod row;
mod tape;
mod warc;
mod whole;

pub use dates::date_as_far_as_known;
pub use error::{Skip, SourceError};
pub use given::{DEFAULT_MAX_BYTES, Given};
pub use input::{Input, digest};
pub use inputs::{Inputs, inputs};
pub use kind::{InputKind, stem};
pub use pages::{Pages, pages};
pub use pages_of::{PagesOf, Taken, pages_of};
pub use whole::page_of;

use sha2::{Digest, Sha256};

/// SHA-256 of `bytes` in lower-case hexadecimal: what `document.sha256` holds.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |four: u8| char::from(DIGITS[usize::from(four & 15)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(*byte)]).collect()
}
