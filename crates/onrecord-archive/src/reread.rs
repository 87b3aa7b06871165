//! Records derived anew from the bytes that were kept: when the program or a language pack is newer, or to check that they still
//! come out the same.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use onrecord_model::{ArticleRecord, Page};
use onrecord_source::page_of;
use onrecord_store::{Access, Corrected, Counts, Entry, Source, Store, StoreError, Stored, Verified, apply};
use serde::Serialize;

use crate::watch::{Progress, Watch};
use crate::words::search_words;
use crate::{Archive, work};

/// What came of reading again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reread {
    /// Articles that were read again.
    pub read: u64,
    /// Those of them whose records are not what they were.
    pub changed: u64,
    /// Those whose bytes can no longer be read.
    pub failed: u64,
    /// Whether it was stopped before the end; the next run goes on.
    pub is_interrupted: bool,
}

/// So many articles are written at once.
const N_PAGES: usize = 64;

/// An article that was read again.
struct Fresh {
    number: i64,
    entry: Entry,
    corrected: Corrected,
    is_changed: bool,
}

impl Archive {
    /// Reads the articles again that another program or other language packs have read; all of them where `all` says so.
    ///
    /// # Errors
    /// The store cannot be read or written. What was read again by then is kept, and the next run goes on behind it.
    pub fn reread(
        &mut self,
        all: bool,
        n_jobs: usize,
        stop: &Arc<AtomicBool>,
        watch: &mut dyn Watch,
    ) -> Result<Reread, StoreError> {
        let numbers = if all {
            self.store.numbers()?
        } else {
            self.store.read_otherwise(env!("CARGO_PKG_VERSION"), &self.packs())?
        };
        let from = Store::open(self.store.path(), Access::Read, self.wait)?;
        let goes_on = |_: &&i64| !stop.load(Ordering::Relaxed);
        // What was forgotten meanwhile is passed over.
        let stored = numbers.iter().take_while(goes_on).filter_map(move |&number| from.article(number).transpose());
        let reader = &self.reader;
        let work = |stored: Result<Stored, StoreError>| stored.map(|stored| fresh(reader, stored));
        let (mut reread, mut waiting) = (Reread::default(), Vec::with_capacity(N_PAGES));
        let (store, n_all) = (&mut self.store, numbers.len() as u64);
        work::in_order(stored, n_jobs, work, |fresh| {
            match fresh? {
                Some(fresh) => waiting.push(fresh),
                None => reread.failed += 1,
            }
            if waiting.len() >= N_PAGES { write(store, &mut waiting, &mut reread, n_all, watch) } else { Ok(()) }
        })?;
        write(&mut self.store, &mut waiting, &mut reread, n_all, watch)?;
        self.store.sweep()?;
        self.store.settle(reread.read)?;
        Ok(Reread { is_interrupted: stop.load(Ordering::Relaxed), ..reread })
    }

    /// The digests of all language packs at hand.
    fn packs(&self) -> Vec<(String, String)> {
        let packs = self.reader.packs();
        packs.langs().filter_map(|lang| Some((lang.to_string(), packs.get(lang)?.digest.clone()))).collect()
    }

    /// Checks the archive; with `reread`, also whether every record still comes out of its bytes as it is.
    ///
    /// # Errors
    /// The store cannot be read at all; what is wrong in it is no error.
    pub fn verify(&self, reread: bool, mut tell: impl FnMut(u64)) -> Result<Verified, StoreError> {
        self.store.verify(|stored, verified| {
            tell(verified.articles);
            if reread {
                self.compare(stored, verified);
            }
        })
    }

    fn compare(&self, stored: &Stored, verified: &mut Verified) {
        let what = &stored.record.document.id;
        match page(stored.clone()) {
            None => verified.add(what, "the bytes can no longer be read"),
            Some(page) => {
                let record = self.reader.read(&page);
                let parts = differences(&stored.record, &record);
                if record.made_by != stored.record.made_by {
                    verified.add(
                        what,
                        "it was read by another program or other language packs; `onrecord re-read` reads it again",
                    );
                } else if !parts.is_empty() {
                    verified.add(what, format!("read again, it differs in {}", parts.join(", ")));
                }
            }
        }
    }
}

fn fresh(reader: &onrecord::Reader, stored: Stored) -> Option<Fresh> {
    let number = stored.number;
    let old = stored.record.clone();
    let made = stored.corrections.clone();
    let page = page(stored)?;
    let record = reader.read(&page);
    let corrected = apply(&record, &made);
    let words = search_words(corrected.record.as_ref().unwrap_or(&record), reader.packs());
    let is_changed = !differences(&old, &record).is_empty();
    Some(Fresh { number, entry: Entry::new(page, record, words), corrected, is_changed })
}

/// The page that a stored article was read from.
fn page(stored: Stored) -> Option<Page> {
    match stored.into_page() {
        Source::Ready(page) => Some(*page),
        Source::Bytes(page, bytes, is_html) => {
            let decoded = page_of(bytes, is_html, page.content_type.as_deref()).ok()?;
            Some(Page {
                body: decoded.body,
                body_at: decoded.body_at,
                bytes: decoded.bytes,
                notices: decoded.notices,
                ..*page
            })
        }
    }
}

/// The parts of a record that are not the same.
fn differences(old: &ArticleRecord, new: &ArticleRecord) -> Vec<&'static str> {
    let parts = [
        ("document", old.document == new.document),
        ("article", old.article == new.article),
        ("entities", old.entities == new.entities),
        ("statements", old.statements == new.statements),
        ("times", old.times == new.times),
        ("events", old.events == new.events),
        ("provenance", old.provenance == new.provenance),
        ("notices", old.notices == new.notices),
    ];
    parts.into_iter().filter(|(_, is_same)| !is_same).map(|(part, _)| part).collect()
}

fn write(
    store: &mut Store,
    waiting: &mut Vec<Fresh>,
    reread: &mut Reread,
    n_all: u64,
    watch: &mut dyn Watch,
) -> Result<(), StoreError> {
    if waiting.is_empty() {
        return Ok(());
    }
    let mut batch = store.batch()?;
    for fresh in waiting.iter() {
        batch.replace(fresh.number, &fresh.entry, &fresh.corrected)?;
    }
    batch.commit()?;
    for fresh in waiting.drain(..) {
        reread.read += 1;
        reread.changed += u64::from(fresh.is_changed);
    }
    let mut counts = Counts { updated: reread.changed, same: reread.read - reread.changed, ..Counts::default() };
    (0..reread.failed).for_each(|_| counts.refuse("bytes"));
    watch.advance(&Progress { counts: &counts, input: None, done: Some((reread.read + reread.failed, n_all)) });
    Ok(())
}
