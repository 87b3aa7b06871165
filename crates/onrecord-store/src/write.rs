//! Putting pages into the store: each once, a new version beside the old, a batch wholly or not at all.

use std::time::Duration;

use onrecord_model::{ArticleRecord, CharSpan};
use rusqlite::{OptionalExtension as _, Transaction, TransactionBehavior, params};
use serde::{Deserialize, Serialize};

use crate::corrections::{self, Corrected, Correction};
use crate::entry::{Entry, SearchWords, address};
use crate::packs::{Kind, OpenPacks, Place};
use crate::rows::{self, Rows};
use crate::text::cut;
use crate::words::Words;
use crate::{Store, StoreError, key};

/// What became of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It is new.
    Added,
    /// It was there already: the same bytes, and the same said of them.
    Same,
    /// Its address was there with other words; both versions are kept.
    Updated,
}

/// One transaction: what is put is kept when [`Batch::commit`] has returned, and not before.
pub struct Batch<'s> {
    db: Transaction<'s>,
    path: &'s std::path::Path,
    packs: OpenPacks,
    words: Words,
}

impl Store {
    /// Begins a batch. While it lasts nobody else can write; everybody can ask.
    ///
    /// # Errors
    /// Another program writes for longer than this one waits, or the store cannot be written.
    pub fn batch(&mut self) -> Result<Batch<'_>, StoreError> {
        let path = &self.path;
        let db = self.db.transaction_with_behavior(TransactionBehavior::Immediate);
        let db = db.map_err(|error| crate::error::of_sqlite(path, error))?;
        Ok(Batch { db, path, packs: OpenPacks::default(), words: Words::default() })
    }

    /// Whether nobody else is writing; waits up to `wait` for them to be done.
    ///
    /// # Errors
    /// The store cannot be written at all.
    pub fn is_free(&mut self, wait: Duration) -> Result<bool, StoreError> {
        let usual: i64 =
            self.db.query_row("PRAGMA busy_timeout", [], |row| row.get(0)).map_err(|error| self.error(error))?;
        self.db.busy_timeout(wait).map_err(|error| self.error(error))?;
        let tried = self.db.transaction_with_behavior(TransactionBehavior::Immediate).map(drop);
        let usual = Duration::from_millis(usual.unsigned_abs());
        self.db.busy_timeout(usual).map_err(|error| self.error(error))?;
        match tried.map_err(|error| self.error(error)) {
            Ok(()) => Ok(true),
            Err(StoreError::Busy { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// The version of an address that stands in answers.
struct Current {
    id: i64,
    fetched: Option<String>,
}

impl Batch<'_> {
    /// Puts a page, and says which number it got where it was not there before.
    ///
    /// # Errors
    /// The store cannot be written; the batch is lost then.
    pub fn put(&mut self, entry: &Entry) -> Result<(Outcome, Option<i64>), StoreError> {
        self.try_put(entry).map_err(|error| crate::error::of_sqlite(self.path, error))
    }

    /// Keeps what was put.
    ///
    /// # Errors
    /// The store cannot be written; then nothing of the batch is in it.
    pub fn commit(mut self) -> Result<(), StoreError> {
        let path = self.path;
        let written = self.packs.write(&self.db).and_then(|()| self.db.commit());
        written.map_err(|error| crate::error::of_sqlite(path, error))
    }

    /// What people have set right in a document.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn corrections(&self, document: &str) -> Result<Vec<Correction>, StoreError> {
        corrections::list(&self.db, Some(document)).map_err(|error| crate::error::of_sqlite(self.path, error))
    }

    /// The transaction, for the other rooms of this crate.
    pub(crate) fn db(&self) -> &Transaction<'_> {
        &self.db
    }

    pub(crate) fn path(&self) -> &std::path::Path {
        self.path
    }

    fn try_put(&mut self, entry: &Entry) -> rusqlite::Result<(Outcome, Option<i64>)> {
        if self.is_known(&entry.page_digest)? {
            return Ok((Outcome::Same, None));
        }
        let address = address(&entry.record);
        let other = match &address {
            Some(address) => self.current(address)?,
            None => None,
        };
        let is_current = other.as_ref().is_none_or(|other| !is_older(entry, other));
        if let Some(other) = other.as_ref().filter(|_| is_current) {
            rows::hide(&self.db, other.id)?;
            self.db.prepare_cached("UPDATE articles SET is_current = 0 WHERE id = ?1")?.execute([other.id])?;
        }
        let version = match &address {
            Some(address) => self.n_versions(address)? + 1,
            None => 1,
        };
        let article = self.insert_article(entry, address.as_deref(), version, is_current)?;
        let first_statement = self.place_statements(article, &entry.record)?;
        let rows =
            Rows { article, record: &entry.record, words: &entry.words, corrected: &[], is_current, first_statement };
        self.insert_rows(&rows)?;
        Ok((if other.is_some() { Outcome::Updated } else { Outcome::Added }, Some(article)))
    }

    fn is_known(&self, page_digest: &[u8]) -> rusqlite::Result<bool> {
        self.db.prepare_cached("SELECT 1 FROM articles WHERE page_digest = ?1")?.exists([page_digest])
    }

    fn current(&self, address: &str) -> rusqlite::Result<Option<Current>> {
        let sql = "SELECT id, fetched FROM articles WHERE address = ?1 AND is_current";
        let found = self
            .db
            .prepare_cached(sql)?
            .query_row([address], |row| Ok(Current { id: row.get(0)?, fetched: row.get(1)? }));
        found.optional()
    }

    fn n_versions(&self, address: &str) -> rusqlite::Result<i64> {
        let sql = "SELECT coalesce(max(version), 0) FROM articles WHERE address = ?1";
        self.db.prepare_cached(sql)?.query_row([address], |row| row.get(0))
    }

    fn insert_article(
        &mut self,
        entry: &Entry,
        address: Option<&str>,
        version: i64,
        is_current: bool,
    ) -> rusqlite::Result<i64> {
        let article = &entry.record.article;
        let (source, text) = self.put_words(entry)?;
        let place = self.packs.put(&self.db, Kind::Record, &entry.json)?;
        let day = key::day(article.published.as_deref());
        let key = rows::next_keys(&self.db, LAST_KEY, day, 1)?;
        let (title, headline) = title(&entry.record);
        let sql = "INSERT INTO articles (key, document, page_digest, address, version, is_current, lang, title, headline_start, headline_end,
                     published, fetched, outlet, source, text, record_pack, record_start, record_n_bytes, maker, first_statement, n_statements)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, 0, 0)";
        self.db.prepare_cached(sql)?.execute(params![
            key,
            rows::number(&entry.record.document.id),
            entry.page_digest,
            address,
            version,
            is_current,
            article.lang.as_str(),
            title,
            headline.map(|span| span.start),
            headline.map(|span| span.end),
            article.published,
            entry.record.document.fetched,
            self.words.outlet_id(&self.db, &entry.record)?,
            source,
            text,
            place.pack,
            place.start,
            place.n_bytes,
            maker(&self.db, &entry.record)?,
        ])?;
        Ok(self.db.last_insert_rowid())
    }

    /// Puts the source bytes and the text, each once in the whole store.
    fn put_words(&mut self, entry: &Entry) -> rusqlite::Result<(i64, i64)> {
        let text = entry.record.article.text.as_bytes();
        let digest = bytes_of_hex(&entry.record.document.sha256);
        if digest == entry.text_sha256 {
            let text = self.blob(Kind::Text, &digest, text)?;
            return Ok((text, text));
        }
        let source = self.blob(Kind::Source, &digest, entry.page.source())?;
        Ok((source, self.blob(Kind::Text, &entry.text_sha256, text)?))
    }

    fn blob(&mut self, kind: Kind, sha256: &[u8], bytes: &[u8]) -> rusqlite::Result<i64> {
        let digest = sha256.get(..16).unwrap_or(sha256);
        let find = self
            .db
            .prepare_cached("SELECT id FROM blobs WHERE digest = ?1")?
            .query_row([digest], |row| row.get(0))
            .optional()?;
        if let Some(id) = find {
            return Ok(id);
        }
        let Place { pack, start, n_bytes } = self.packs.put(&self.db, kind, bytes)?;
        let sql = "INSERT INTO blobs (digest, pack, start, n_bytes) VALUES (?1, ?2, ?3, ?4)";
        self.db.prepare_cached(sql)?.execute(params![digest, pack, start, n_bytes])?;
        Ok(self.db.last_insert_rowid())
    }

    /// Finds room for an article's statements and writes down where they are.
    fn place_statements(&self, article: i64, record: &ArticleRecord) -> rusqlite::Result<i64> {
        let first = rows::next_statements(&self.db, record)?;
        let sql = "UPDATE articles SET first_statement = ?2, n_statements = ?3 WHERE id = ?1";
        self.db.prepare_cached(sql)?.execute([article, first, record.statements.len() as i64])?;
        Ok(first)
    }

    fn insert_rows(&mut self, rows: &Rows<'_>) -> rusqlite::Result<()> {
        if rows.is_current {
            let outlet = self.words.outlet_id(&self.db, rows.record)?.map(rows::outlet_word);
            let sql = "INSERT INTO article_words (rowid, words, outlet) SELECT key, ?2, ?3 FROM articles WHERE id = ?1";
            self.db.prepare_cached(sql)?.execute(params![rows.article, rows.words.article, outlet])?;
        }
        rows.insert(&self.db, &mut self.words)
    }

    /// Puts a new reading of a page in the place of the old one, and draws its rows anew.
    ///
    /// # Errors
    /// The store cannot be written; the batch is lost then.
    pub fn replace(&mut self, article: i64, entry: &Entry, corrected: &Corrected) -> Result<(), StoreError> {
        let replaced = self.update_article(article, entry).and_then(|()| {
            let record = corrected.record.as_ref().unwrap_or(&entry.record);
            self.try_redraw(article, record, &entry.words, corrected)
        });
        replaced.map_err(|error| crate::error::of_sqlite(self.path, error))
    }

    /// Draws an article's rows anew, with what people have set right in it, and notes which statements corrections apply to.
    ///
    /// # Errors
    /// The store cannot be written; the batch is lost then.
    pub fn redraw(
        &mut self,
        article: i64,
        record: &ArticleRecord,
        words: &SearchWords,
        corrected: &Corrected,
    ) -> Result<(), StoreError> {
        self.try_redraw(article, record, words, corrected).map_err(|error| crate::error::of_sqlite(self.path, error))
    }

    fn try_redraw(
        &mut self,
        article: i64,
        record: &ArticleRecord,
        words: &SearchWords,
        corrected: &Corrected,
    ) -> rusqlite::Result<()> {
        let sql = "SELECT is_current FROM articles WHERE id = ?1";
        let is_current: bool = self.db.prepare_cached(sql)?.query_row([article], |row| row.get(0))?;
        rows::delete(&self.db, article)?;
        corrections::attach(&self.db, &corrected.attachments)?;
        let first_statement = self.place_statements(article, record)?;
        self.insert_rows(&Rows { article, record, words, corrected: &corrected.ids, is_current, first_statement })
    }

    fn update_article(&mut self, article: i64, entry: &Entry) -> rusqlite::Result<()> {
        // Full text knows the article by the key that may change here.
        rows::hide(&self.db, article)?;
        let (source, text) = self.put_words(entry)?;
        let place = self.packs.put(&self.db, Kind::Record, &entry.json)?;
        let read = &entry.record.article;
        // The key follows the date.
        let day = key::day(read.published.as_deref());
        let old: i64 = self.db.query_row("SELECT key FROM articles WHERE id = ?1", [article], |row| row.get(0))?;
        let key = match key::day_of(old) == day {
            true => old,
            false => rows::next_keys(&self.db, LAST_KEY, day, 1)?,
        };
        let sql = "UPDATE articles SET key = ?2, address = ?3, lang = ?4, title = ?5, published = ?6, outlet = ?7, source = ?8, text = ?9,
                     record_pack = ?10, record_start = ?11, record_n_bytes = ?12, maker = ?13, headline_start = ?14, headline_end = ?15
                   WHERE id = ?1";
        let (title, headline) = title(&entry.record);
        let outlet = self.words.outlet_id(&self.db, &entry.record)?;
        let values = params![
            article,
            key,
            address(&entry.record),
            read.lang.as_str(),
            title,
            read.published,
            outlet,
            source,
            text,
            place.pack,
            place.start,
            place.n_bytes,
            maker(&self.db, &entry.record)?,
            headline.map(|span| span.start),
            headline.map(|span| span.end),
        ];
        self.db.prepare_cached(sql)?.execute(values).map(|_| ())
    }
}

/// Whether a page is older than the version in the archive; where that is not known, what comes later is newer.
fn is_older(entry: &Entry, other: &Current) -> bool {
    match (&entry.record.document.fetched, &other.fetched) {
        (Some(fetched), Some(other)) => fetched < other,
        _ => false,
    }
}

/// What an article is called in lists: its title, where that is not the headline that stands in the text.
fn title(record: &ArticleRecord) -> (Option<&str>, Option<CharSpan>) {
    let article = &record.article;
    let title = article.title.as_deref();
    match article.headline {
        Some(span) if title.is_none_or(|title| title == cut(&article.text, span)) => (None, Some(span)),
        _ => (title, None),
    }
}

/// The last number of an article on a day.
const LAST_KEY: &str = "SELECT max(key) FROM articles WHERE key BETWEEN ?1 AND ?2";

fn maker(db: &Transaction<'_>, record: &ArticleRecord) -> rusqlite::Result<i64> {
    let packs = serde_json::to_string(&record.made_by.packs).unwrap_or_default();
    let program = &record.made_by.version;
    let sql = "SELECT id FROM makers WHERE program = ?1 AND packs = ?2";
    if let Some(id) = db.prepare_cached(sql)?.query_row([program, &packs], |row| row.get(0)).optional()? {
        return Ok(id);
    }
    db.execute("INSERT INTO makers (program, packs) VALUES (?1, ?2)", [program, &packs])?;
    Ok(db.last_insert_rowid())
}

/// Hexadecimal digits as bytes; a pair that is none counts as zero.
pub(crate) fn bytes_of_hex(hex: &str) -> Vec<u8> {
    let pairs = hex.as_bytes().chunks(2);
    pairs
        .map(|pair| {
            std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok()).unwrap_or_default()
        })
        .collect()
}
