//! What people set right, and answers that follow it.

use onrecord_model::{ArticleRecord, Statement};
use onrecord_store::{Correction, Remedy, StoreError, Stored, Stretch, apply};

use crate::Archive;
use crate::words::search_words;

impl Archive {
    /// Sets a statement right, in every article that was read from the same document, and gives the correction's number.
    ///
    /// # Errors
    /// There is no such statement, the store cannot be written, or the correction says nothing.
    pub fn correct(
        &mut self,
        id: &str,
        remedy: Remedy,
        with: impl FnOnce(&mut Correction),
        made: String,
    ) -> Result<i64, StoreError> {
        let stored = self.store.articles_of(id)?;
        let (record, statement) = find(&stored, id).ok_or_else(|| StoreError::Unknown { what: id.to_owned() })?;
        let mut correction = Correction::new(record, statement, remedy, made);
        with(&mut correction);
        let document = record.document.id.clone();
        let mut all = self.store.corrections(Some(&document))?;
        all.push(correction.clone());
        let mut batch = self.store.batch()?;
        let number = batch.add_correction(&correction)?;
        if let Some(last) = all.last_mut() {
            last.number = number;
        }
        for stored in stored.iter().filter(|stored| stored.record.document.id == document) {
            redraw(&mut batch, stored, &all, self.reader.packs())?;
        }
        batch.commit()?;
        Ok(number)
    }

    /// Takes a correction back; false when there is none of that number.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn take_back(&mut self, number: i64) -> Result<bool, StoreError> {
        let all = self.store.corrections(None)?;
        let Some(correction) = all.iter().find(|correction| correction.number == number) else { return Ok(false) };
        let left: Vec<Correction> = all
            .iter()
            .filter(|other| other.document == correction.document && other.number != number)
            .cloned()
            .collect();
        let stored = self.store.articles_of(&correction.document)?;
        let mut batch = self.store.batch()?;
        batch.remove_correction(number)?;
        for stored in &stored {
            redraw(&mut batch, stored, &left, self.reader.packs())?;
        }
        batch.commit()?;
        Ok(true)
    }

    /// A stretch of the text that a statement stands in.
    ///
    /// # Errors
    /// There is no such statement, or the text is shorter.
    pub fn stretch(&self, id: &str, start: u32, end: u32) -> Result<Stretch, StoreError> {
        let stored = self.store.articles_of(id)?;
        let (record, _) = find(&stored, id).ok_or_else(|| StoreError::Unknown { what: id.to_owned() })?;
        let why = || {
            format!(
                "{start}:{end} is no part of the text, which has {} characters",
                record.article.text.chars().count()
            )
        };
        Stretch::of(&record.article.text, start, end)
            .ok_or_else(|| StoreError::BadCorrection { id: id.to_owned(), why: why() })
    }
}

fn find<'s>(stored: &'s [Stored], id: &str) -> Option<(&'s ArticleRecord, &'s Statement)> {
    stored.iter().find_map(|stored| {
        let statement = stored.record.statements.iter().find(|statement| statement.id == id)?;
        Some((&stored.record, statement))
    })
}

fn redraw(
    batch: &mut onrecord_store::Batch<'_>,
    stored: &Stored,
    corrections: &[Correction],
    packs: &onrecord_lang::Packs,
) -> Result<(), StoreError> {
    let corrected = apply(&stored.record, corrections);
    let record = corrected.record.as_ref().unwrap_or(&stored.record);
    batch.redraw(stored.number, record, &search_words(record, packs), &corrected)
}
