//! An archive of records: pages added with several threads and one writer, read again when the program is newer, checked, corrected,
//! and found by their words.
//!
//! ```
//! use std::time::Duration;
//! use onrecord_archive::{Access, Adding, Archive, Question};
//!
//! let folder = std::env::temp_dir().join(format!("onrecord-archive-example-{}", std::process::id()));
//! std::fs::create_dir_all(&folder)?;
//! std::fs::write(folder.join("a.txt"), "Переговоры пройдут в мае, заявил мэр Иван Петров.")?;
//! let mut archive = Archive::open(&folder.join("store.db"), Access::Create, Duration::from_secs(1))?;
//! let added = archive.add(&[folder.join("a.txt")], &Adding::default(), &mut ())?;
//! assert_eq!(added.counts.added, 1);
//! let question = Question { terms: archive.terms("переговорах"), ..Question::default() };
//! assert_eq!(archive.search(&question)?.results[0].speaker.as_deref(), Some("Иван Петров"));
//! # std::fs::remove_dir_all(folder)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod add;
mod ask;
mod correct;
mod jobs;
mod reread;
mod watch;
mod words;
pub mod work;

use std::path::Path;
use std::time::Duration;

use onrecord::Reader;

pub use add::{Added, Adding};
pub use onrecord_store::*;
pub use reread::Reread;
pub use watch::{Progress, Watch};
pub use words::{Stems, search_words};

/// A store, and a reader that fills it.
pub struct Archive {
    store: Store,
    reader: Reader,
    wait: Duration,
}

impl Archive {
    /// Opens an archive; `wait` is how long to wait for another program that writes.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open(path: &Path, access: Access, wait: Duration) -> Result<Self, StoreError> {
        Ok(Self { store: Store::open(path, access, wait)?, reader: Reader::new(), wait })
    }

    /// The store.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The store, to be written.
    pub fn store_mut(&mut self) -> &mut Store {
        &mut self.store
    }

    /// The reader.
    pub fn reader(&self) -> &Reader {
        &self.reader
    }
}
