//! Files and streams to pages: plain text, HTML and newline-delimited JSON, also compressed.
//!
//! [`pages`] is the one main function. It reads as it is asked: memory stays within one page, whatever the archive's size.
//! What a file is, its ending says; standard input (`-`) and unknown endings are told apart by how they begin.
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
mod foreign;
mod given;
mod kind;
mod lines;
mod open;
mod pages;
mod row;
mod whole;

pub use dates::date_as_far_as_known;
pub use error::SourceError;
pub use given::{DEFAULT_MAX_BYTES, Given};
pub use kind::stem;
pub use pages::{Pages, pages};
pub use whole::page_of;

use sha2::{Digest, Sha256};

/// SHA-256 of `bytes` in lower-case hexadecimal: what `document.sha256` holds.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
