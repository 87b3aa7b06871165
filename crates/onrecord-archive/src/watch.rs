//! Who watches long work: how far it is, and what could not be read.

use std::path::Path;

use onrecord_source::SourceError;
use onrecord_store::Counts;

/// How far long work is.
#[derive(Clone, Copy, Debug)]
pub struct Progress<'p> {
    /// What is kept by now: counted once it is safe.
    pub counts: &'p Counts,
    /// The input that was last written from.
    pub input: Option<&'p Path>,
    /// How much is done, of how much: bytes of inputs when pages are added, articles when they are read again; `None` where that is
    /// not known.
    pub done: Option<(u64, u64)>,
}

/// Somebody who watches; all methods may be left out.
pub trait Watch {
    /// Something was kept.
    fn advance(&mut self, _: &Progress<'_>) {}

    /// Something could not be read; it was counted.
    fn refused(&mut self, _: &SourceError) {}

    /// Another program is writing; this one waits.
    fn waiting(&mut self) {}
}

/// Nobody watches.
impl Watch for () {}
