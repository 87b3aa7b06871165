//! The pages of a web archive.

use std::path::{Path, PathBuf};

use onrecord_model::Page;

use super::payload;
use super::records::{Found, Records};
use crate::pages_of::Taken;
use crate::tape::Tape;
use crate::{Given, SourceError};

/// The pages of one archive.
pub(crate) struct WarcPages {
    path: PathBuf,
    /// `None` once there is no more.
    records: Option<Records>,
    /// Why the archive cannot be read at all.
    refusal: Option<SourceError>,
}

impl WarcPages {
    pub(crate) fn new(path: &Path, tape: Tape, from: u64, limit: u64) -> Self {
        let (records, refusal) = match begin(path, tape, from, limit) {
            Ok(records) => (Some(records), None),
            Err(error) => (None, Some(error)),
        };
        Self { path: path.to_owned(), records, refusal }
    }

    /// The next page, or what stands in its place; records that never hold pages are passed over.
    pub(crate) fn next(&mut self, given: &Given) -> Option<Taken> {
        if let Some(error) = self.refusal.take() {
            return Some(Taken::last(Err(error)));
        }
        let records = self.records.as_mut()?;
        while let Some(found) = records.next(given.max_bytes) {
            if let Some((offset, source)) = records.failure() {
                self.records = None;
                return Some(Taken::last(Err(SourceError::Read { path: self.path.clone(), offset, source })));
            }
            let next = found.next;
            if let Some(page) = page(&self.path, found, given) {
                return Some(Taken { page, next });
            }
        }
        let failure = records.failure();
        self.records = None;
        let (offset, source) = failure?;
        Some(Taken::last(Err(SourceError::Read { path: self.path.clone(), offset, source })))
    }
}

fn begin(path: &Path, tape: Tape, from: u64, limit: u64) -> Result<Records, SourceError> {
    let records = Records::new(path, tape, from, limit);
    let mut records = records.map_err(|source| SourceError::Read { path: path.to_owned(), offset: from, source })?;
    let twice = if from == 0 { records.first_bytes().and_then(|bytes| packing(&bytes)) } else { None };
    twice.map_or(Ok(records), |what| Err(SourceError::PackedTwice { path: path.to_owned(), what }))
}

/// What packed bytes begin as.
pub(crate) fn packing(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0x1F, 0x8B, ..] => Some("another file packed with gzip"),
        [0x28, 0xB5, 0x2F, 0xFD] => Some("another file packed with zstd"),
        [b'P', b'K', 3, 4] => Some("a ZIP archive"),
        _ => None,
    }
}

fn page(path: &Path, found: Found, given: &Given) -> Option<Result<Page, SourceError>> {
    match found.record {
        Ok(record) => payload::page(path, found.offset, record, given),
        Err(why) => Some(Err(SourceError::Damaged { path: path.to_owned(), offset: found.offset, why })),
    }
}
