//! Records kept in one SQLite file, and what can be asked of them.
//!
//! A [`Store`] keeps the source bytes of every page, its whole record, and rows of what the record says, so that any SQLite tool
//! can read them. Full text is over dictionary forms, which whoever adds pages brings along ([`SearchWords`]).
//! Whatever is in a committed [`Batch`] stays; whatever is not is not there at all.

mod ask;
mod corrections;
mod entry;
mod error;
mod key;
mod open;
mod packs;
mod receipts;
mod rows;
mod stored;
mod text;
mod upkeep;
mod words;
mod write;

pub use ask::*;
pub use corrections::{Corrected, Correction, Remedy, Stretch, apply};
pub use entry::{Entry, EventWords, SearchWords, StatementWords};
pub use error::StoreError;
pub use key::{date, day};
pub use open::{Access, Store, VERSION};
pub use receipts::{Counts, Receipt};
pub use stored::{Articles, Source, Stored};
pub use upkeep::*;
pub use words::name_words;
pub use write::{Batch, Outcome};
