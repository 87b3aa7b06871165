//! What is to be done, in order: the pages of every input, between its beginning and its end.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use onrecord_model::Page;
use onrecord_source::{Given, Input, Inputs, PagesOf, SourceError, digest, inputs, pages_of, sha256};
use onrecord_store::{Counts, Receipt, Store};

/// One thing to do.
pub(crate) enum Job {
    /// An archive begins: what its receipt says so far.
    Begin(Box<Receipt>),
    /// An archive was read to its end before, by this program.
    Before(Box<Receipt>),
    /// A page.
    Page(Box<Page>, u64),
    /// A page that is in the archive.
    Known(u64),
    /// Something that gave no page.
    Refused(Box<SourceError>, u64),
    /// An archive is read to its end.
    End,
    /// A file of one document is done: its bytes.
    Passed(u64),
}

/// The jobs of an addition.
pub(crate) struct Jobs {
    inputs: Inputs,
    given: Given,
    /// Knows receipts and pages; the writer has a connection of its own.
    store: Option<Store>,
    program: String,
    now: String,
    stop: Arc<AtomicBool>,
    reading: Option<Reading>,
}

struct Reading {
    pages: PagesOf,
    is_archive: bool,
    size: u64,
}

impl Jobs {
    pub(crate) fn new(
        paths: &[PathBuf],
        given: &Given,
        store: Option<Store>,
        now: &str,
        stop: Arc<AtomicBool>,
    ) -> Self {
        Self {
            inputs: inputs(paths),
            given: given.clone(),
            store,
            program: program(given),
            now: now.to_owned(),
            stop,
            reading: None,
        }
    }

    fn begin(&mut self, input: &Input) -> Job {
        let size = input.size.unwrap_or_default();
        let from_start = |pages| Reading { pages, is_archive: false, size };
        // Standard input can neither be read twice nor be gone on with.
        if !input.is_archive() || input.size.is_none() {
            self.reading = Some(from_start(pages_of(input, 0, &self.given)));
            return Job::Passed(0);
        }
        let receipt = match self.receipt(input, size) {
            Ok(receipt) => receipt,
            Err(error) => return Job::Refused(Box::new(error), 0),
        };
        if receipt.is_done {
            return Job::Before(Box::new(receipt));
        }
        self.reading = Some(Reading { pages: pages_of(input, receipt.position, &self.given), is_archive: true, size });
        Job::Begin(Box::new(receipt))
    }

    /// The receipt of an earlier run of this program over these bytes, or a new one.
    fn receipt(&self, input: &Input, size: u64) -> Result<Receipt, SourceError> {
        let (name, sha256) = (input.path.display().to_string(), digest(input)?);
        let earlier = self.store.as_ref().and_then(|store| store.receipt(&name, size, &sha256).ok().flatten());
        Ok(earlier.filter(|receipt| receipt.program == self.program).unwrap_or_else(|| Receipt {
            input: name,
            size,
            sha256,
            program: self.program.clone(),
            position: 0,
            is_done: false,
            counts: Counts::default(),
            began: self.now.clone(),
            ended: None,
        }))
    }

    fn page(&self, page: Page, next: u64) -> Job {
        let is_known = self.store.as_ref().is_some_and(|store| store.has(&page).unwrap_or(false));
        if is_known { Job::Known(next) } else { Job::Page(Box::new(page), next) }
    }
}

/// The program, and what is given about the pages where anything is: with something else given they are other pages.
fn program(given: &Given) -> String {
    let (version, given, nothing) =
        (env!("CARGO_PKG_VERSION"), format!("{given:?}"), format!("{:?}", Given::default()));
    match given == nothing {
        true => version.to_owned(),
        false => format!("{version}, given {}", sha256(given.as_bytes()).get(..8).unwrap_or_default()),
    }
}

impl Iterator for Jobs {
    type Item = Job;

    fn next(&mut self) -> Option<Job> {
        if self.stop.load(Ordering::Relaxed) {
            return None;
        }
        let Some(reading) = &mut self.reading else {
            return Some(match self.inputs.next()? {
                Ok(input) => self.begin(&input),
                Err(error) => Job::Refused(Box::new(error), 0),
            });
        };
        match reading.pages.next() {
            Some(taken) => Some(match taken.page {
                Ok(page) => self.page(page, taken.next),
                Err(error) => Job::Refused(Box::new(error), taken.next),
            }),
            None => {
                let job = if reading.is_archive { Job::End } else { Job::Passed(reading.size) };
                self.reading = None;
                Some(job)
            }
        }
    }
}
