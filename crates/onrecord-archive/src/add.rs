//! Pages into the archive: read by several threads, written by one, in the order they came, a batch at a time.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use onrecord::Reader;
use onrecord_lang::Packs;
use onrecord_source::{Given, SourceError};
use onrecord_store::{Access, Batch, Counts, Entry, Outcome, Receipt, Store, StoreError, apply};

use crate::jobs::{Job, Jobs};
use crate::watch::{Progress, Watch};
use crate::words::search_words;
use crate::{Archive, work};

/// How pages are added.
#[derive(Clone, Debug)]
pub struct Adding {
    /// What is known of all pages.
    pub given: Given,
    /// How many threads read.
    pub n_jobs: usize,
    /// The time, for receipts, RFC 3339.
    pub now: String,
    /// Set by somebody else when no more is to be read; what was read is kept then.
    pub stop: Arc<AtomicBool>,
    /// The bytes of all inputs, where somebody wants to know how far it is.
    pub n_bytes: Option<u64>,
}

impl Default for Adding {
    fn default() -> Self {
        Self { given: Given::default(), n_jobs: 1, now: String::new(), stop: Arc::default(), n_bytes: None }
    }
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// What became of the pages.
    pub counts: Counts,
    /// How many were refused that somebody should look at: not the pictures and redirects that any web archive holds.
    pub n_unexpected: u64,
    /// Whether it was stopped before the end.
    pub is_interrupted: bool,
}

/// A batch is written when it has so many pages,
const N_PAGES: usize = 128;
/// or takes so many bytes,
const N_BYTES: usize = 8 << 20;
/// or its first page has waited so long.
const WAITED: Duration = Duration::from_secs(1);
/// Another program may write so long before anybody is told of it.
const PATIENCE: Duration = Duration::from_millis(300);

/// A job that was worked on.
enum Done {
    Entry(Box<Entry>, u64),
    Other(Job),
}

impl Archive {
    /// Adds the pages of files, folders, patterns and archives. What is counted as added is safe: whatever happens afterwards, it
    /// stays, and the same command goes on behind it.
    ///
    /// # Errors
    /// The store cannot be written. What could not be read is no error; it is counted, and told to `watch`.
    pub fn add(&mut self, paths: &[PathBuf], adding: &Adding, watch: &mut dyn Watch) -> Result<Added, StoreError> {
        let look_up = Store::open(self.store.path(), Access::Read, self.wait).ok();
        let jobs = Jobs::new(paths, &adding.given, look_up, &adding.now, Arc::clone(&adding.stop));
        let reader = &self.reader;
        let work = |job| match job {
            Job::Page(page, next) => Done::Entry(Box::new(entry(reader, *page)), next),
            other => Done::Other(other),
        };
        let mut writer = Writer::new(reader.packs(), &mut self.store, adding, watch);
        work::in_order(jobs, adding.n_jobs, work, |done| writer.take(done))?;
        writer.write()?;
        let added = Added { is_interrupted: adding.stop.load(Ordering::Relaxed), ..writer.added };
        self.store.settle(added.counts.added + added.counts.updated)?;
        Ok(added)
    }
}

/// Reads a page and makes it ready to be kept.
pub(crate) fn entry(reader: &Reader, page: onrecord_model::Page) -> Entry {
    let record = reader.read(&page);
    let words = search_words(&record, reader.packs());
    Entry::new(page, record, words)
}

/// The one that writes.
struct Writer<'a> {
    packs: &'a Packs,
    store: &'a mut Store,
    adding: &'a Adding,
    watch: &'a mut dyn Watch,
    waiting: Vec<Done>,
    n_bytes: usize,
    since: Instant,
    receipt: Option<Receipt>,
    added: Added,
    n_bytes_done: u64,
}

impl<'a> Writer<'a> {
    fn new(packs: &'a Packs, store: &'a mut Store, adding: &'a Adding, watch: &'a mut dyn Watch) -> Self {
        let (waiting, receipt, added) = (Vec::with_capacity(N_PAGES), None, Added::default());
        Self {
            packs,
            store,
            adding,
            watch,
            waiting,
            n_bytes: 0,
            since: Instant::now(),
            receipt,
            added,
            n_bytes_done: 0,
        }
    }

    fn take(&mut self, done: Done) -> Result<(), StoreError> {
        if self.waiting.is_empty() {
            self.since = Instant::now();
        }
        match &done {
            Done::Entry(entry, _) => self.n_bytes += entry.n_bytes(),
            Done::Other(Job::Refused(error, _)) if !error.is_expected() => self.watch.refused(error),
            Done::Other(_) => {}
        }
        self.waiting.push(done);
        let is_full = self.waiting.len() >= N_PAGES || self.n_bytes >= N_BYTES || self.since.elapsed() >= WAITED;
        if is_full { self.write() } else { Ok(()) }
    }

    /// Writes what waits, wholly or not at all, and counts it then.
    fn write(&mut self) -> Result<(), StoreError> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        if !self.store.is_free(PATIENCE)? {
            self.watch.waiting();
        }
        let mut batch = self.store.batch()?;
        let mut added = self.added.clone();
        let packs = self.packs;
        let mut tally = Tally {
            packs,
            batch: &mut batch,
            receipt: &mut self.receipt,
            added: &mut added,
            n_bytes_done: &mut self.n_bytes_done,
        };
        self.waiting.drain(..).try_for_each(|done| tally.put(done, self.adding))?;
        tally.write_receipt(&self.adding.now)?;
        batch.commit()?;
        self.n_bytes = 0;
        self.added = added;
        self.tell();
        Ok(())
    }

    fn tell(&mut self) {
        let within = self.receipt.as_ref().map_or(0, |receipt| receipt.position.min(receipt.size));
        let progress = Progress {
            counts: &self.added.counts,
            input: self.receipt.as_ref().map(|receipt| Path::new(&receipt.input)),
            done: self.adding.n_bytes.map(|all| ((self.n_bytes_done + within).min(all), all)),
        };
        self.watch.advance(&progress);
    }
}

/// A batch with its counts.
struct Tally<'t, 's> {
    packs: &'t Packs,
    batch: &'t mut Batch<'s>,
    receipt: &'t mut Option<Receipt>,
    added: &'t mut Added,
    n_bytes_done: &'t mut u64,
}

impl Tally<'_, '_> {
    fn put(&mut self, done: Done, adding: &Adding) -> Result<(), StoreError> {
        match done {
            Done::Entry(entry, next) => {
                let outcome = put(self.batch, &entry, self.packs)?;
                self.count(next, |counts| counts.add(outcome));
            }
            Done::Other(Job::Known(next)) => self.count(next, |counts| counts.add(Outcome::Same)),
            Done::Other(Job::Refused(error, next)) => self.refuse(&error, next),
            Done::Other(Job::Begin(receipt)) => *self.receipt = Some(*receipt),
            Done::Other(Job::Before(receipt)) => self.read_before(&receipt),
            Done::Other(Job::End) => self.end(&adding.now)?,
            Done::Other(Job::Passed(n_bytes)) => *self.n_bytes_done += n_bytes,
            // Pages have become entries.
            Done::Other(Job::Page(..)) => {}
        }
        Ok(())
    }

    fn count(&mut self, next: u64, count: impl Fn(&mut Counts)) {
        count(&mut self.added.counts);
        if let Some(receipt) = self.receipt.as_mut() {
            count(&mut receipt.counts);
            receipt.position = next;
        }
    }

    fn refuse(&mut self, error: &SourceError, next: u64) {
        self.added.n_unexpected += u64::from(!error.is_expected());
        self.count(next, |counts| counts.refuse(error.reason()));
    }

    /// What was read to its end before is all there.
    fn read_before(&mut self, receipt: &Receipt) {
        let counts = &receipt.counts;
        self.added.counts.same += counts.added + counts.same + counts.updated;
        for (reason, n) in &counts.refused {
            *self.added.counts.refused.entry(reason.clone()).or_default() += n;
        }
        *self.n_bytes_done += receipt.size;
    }

    fn end(&mut self, now: &str) -> Result<(), StoreError> {
        if let Some(receipt) = self.receipt.as_mut() {
            receipt.is_done = true;
            *self.n_bytes_done += receipt.size;
        }
        self.write_receipt(now)?;
        *self.receipt = None;
        Ok(())
    }

    fn write_receipt(&mut self, now: &str) -> Result<(), StoreError> {
        let Some(receipt) = self.receipt.as_mut() else { return Ok(()) };
        receipt.ended = Some(now.to_owned());
        self.batch.write_receipt(receipt)
    }
}

/// Puts a page; what people have set right in the same document before holds for it too.
fn put(batch: &mut Batch<'_>, entry: &Entry, packs: &Packs) -> Result<Outcome, StoreError> {
    let (outcome, number) = batch.put(entry)?;
    if let Some(number) = number {
        let made = batch.corrections(&entry.record().document.id)?;
        let corrected = apply(entry.record(), &made);
        if let Some(record) = &corrected.record {
            batch.redraw(number, record, &search_words(record, packs), &corrected)?;
        }
    }
    Ok(outcome)
}
