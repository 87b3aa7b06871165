//! A copy of the store, whole and compact, while others go on writing.

use std::fs;
use std::path::Path;

use crate::{Store, StoreError};

impl Store {
    /// Copies the store to a new file and returns its bytes. The file appears when it is whole, and not before.
    ///
    /// # Errors
    /// There is a file already, the disk is full, or the store cannot be read.
    pub fn backup(&self, to: &Path) -> Result<u64, StoreError> {
        let io = |source| StoreError::Io { path: to.to_owned(), source };
        if to.exists() {
            return Err(StoreError::Exists { path: to.to_owned() });
        }
        let mut name = to.file_name().unwrap_or_default().to_owned();
        name.push(".partial");
        let partial = to.with_file_name(name);
        let _ = fs::remove_file(&partial);
        let copied = self.db.execute("VACUUM INTO ?1", [partial.to_string_lossy()]);
        if let Err(error) = copied {
            let _ = fs::remove_file(&partial);
            return Err(crate::error::of_sqlite(to, error));
        }
        let synced = fs::File::open(&partial).and_then(|file| file.sync_all());
        synced.and_then(|()| fs::rename(&partial, to)).map_err(io)?;
        fs::metadata(to).map(|file| file.len()).map_err(io)
    }
}
