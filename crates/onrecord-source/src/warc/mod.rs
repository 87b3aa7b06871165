//! Web archives to pages: records found, damaged ones counted, the pages in them unpacked.
//!
//! A record is read as far as it is whole. Where one is damaged, reading goes on at the next: see `rescue`.

mod gzip;
mod head;
mod pages;
mod payload;
mod place;
mod record;
mod records;
mod rescue;
mod stream;
mod zstandard;

pub(crate) use pages::{WarcPages, packing};
pub(crate) use zstandard::DICTIONARY;
