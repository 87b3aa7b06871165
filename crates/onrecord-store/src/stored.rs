//! What lies in the store, taken out again: articles with their records, and the pages they were read from.

use onrecord_model::{ArticleRecord, Body, Page};
use rusqlite::{OptionalExtension as _, Row, params};

use crate::corrections;
use crate::entry::{Kept, page_digest};
use crate::packs::{PackReader, Place};
use crate::{Corrected, Correction, Store, StoreError, apply};

/// An article of the archive, with its record as answers show it.
#[derive(Clone, Debug)]
pub struct Stored {
    /// Its number in the archive.
    pub number: i64,
    /// Its address; `None` for what had none.
    pub address: Option<String>,
    /// Which version of the address it is, from 1.
    pub version: i64,
    /// Whether it stands in answers; another version of the same address does otherwise.
    pub is_current: bool,
    /// The record, as it was read.
    pub record: ArticleRecord,
    /// What people have set right in it.
    pub corrections: Vec<Correction>,
    /// What they have made of it.
    pub corrected: Corrected,
    page: Page,
    is_html: bool,
    is_decoded: bool,
    source: Vec<u8>,
}

/// The source of a page that is to be read again.
#[derive(Debug)]
pub enum Source {
    /// The page is what it was: its words are its bytes.
    Ready(Box<Page>),
    /// The bytes are to be decoded anew: the page without its words, its bytes, and whether they are HTML.
    Bytes(Box<Page>, Vec<u8>, bool),
}

impl Stored {
    /// The record as answers show it: with corrections.
    pub fn answer(&self) -> &ArticleRecord {
        self.corrected.record.as_ref().unwrap_or(&self.record)
    }

    /// The same, taken out.
    pub fn into_answer(self) -> ArticleRecord {
        self.corrected.record.unwrap_or(self.record)
    }

    /// The bytes the record was read from.
    pub fn source(&self) -> &[u8] {
        &self.source
    }

    /// The page the record was read from.
    pub fn into_page(self) -> Source {
        let mut page = self.page;
        if self.is_decoded {
            return Source::Bytes(Box::new(page), self.source, self.is_html);
        }
        let words = String::from_utf8(self.source).unwrap_or_default();
        page.body = if self.is_html { Body::Html(words) } else { Body::Text(words) };
        Source::Ready(Box::new(page))
    }
}

const COLUMNS: &str = "id, address, version, is_current, source, text, record_pack, record_start, record_n_bytes";

/// A row of `articles`.
struct Shelf {
    number: i64,
    address: Option<String>,
    version: i64,
    is_current: bool,
    source: i64,
    text: i64,
    record: Place,
}

fn place(row: &Row<'_>) -> rusqlite::Result<Shelf> {
    Ok(Shelf {
        number: row.get(0)?,
        address: row.get(1)?,
        version: row.get(2)?,
        is_current: row.get(3)?,
        source: row.get(4)?,
        text: row.get(5)?,
        record: Place { pack: row.get(6)?, start: row.get(7)?, n_bytes: row.get(8)? },
    })
}

impl Store {
    /// The article of a number.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn article(&self, number: i64) -> Result<Option<Stored>, StoreError> {
        let mut packs = PackReader::new(&self.db);
        let sql = format!("SELECT {COLUMNS} FROM articles WHERE id = ?1");
        let found = self.db.prepare_cached(&sql).and_then(|mut find| find.query_row([number], place).optional());
        let found = found.map_err(|error| self.error(error))?;
        found.map(|row| self.stored(&mut packs, row)).transpose()
    }

    /// The articles with an address or a document id, oldest version first; also that of a statement or an event by its id.
    ///
    /// # Errors
    /// The store cannot be read, or there is none.
    pub fn articles_of(&self, what: &str) -> Result<Vec<Stored>, StoreError> {
        let mut packs = PackReader::new(&self.db);
        let rows = self.rows_of(what).map_err(|error| self.error(error))?;
        if rows.is_empty() {
            return Err(StoreError::Unknown { what: what.to_owned() });
        }
        rows.into_iter().map(|row| self.stored(&mut packs, row)).collect()
    }

    fn rows_of(&self, what: &str) -> rusqlite::Result<Vec<Shelf>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM articles WHERE document = ?3 OR address = ?2 OR address = ?1
               OR id IN (SELECT article FROM statements WHERE public = ?3)
               OR document IN (SELECT value FROM json_each(?4))
               OR id IN (SELECT article FROM events WHERE public = ?3)
             ORDER BY address, coalesce(fetched, ''), version"
        );
        let public = id_number(what);
        let corrected = self.corrected_documents(what)?;
        let mut find = self.db.prepare_cached(&sql)?;
        find.query_map(params![what, crate::entry::normal_address(what), public, corrected], place)?.collect()
    }

    /// The documents in which a person has corrected a statement, as JSON: one that is none any more has no row of its own.
    fn corrected_documents(&self, statement: &str) -> rusqlite::Result<String> {
        let sql = "SELECT document FROM corrections WHERE statement = ?1 OR attached = ?1";
        let mut find = self.db.prepare_cached(sql)?;
        let documents: rusqlite::Result<Vec<String>> = find.query_map([statement], |row| row.get(0))?.collect();
        let documents: Vec<i64> = documents?.iter().filter_map(|document| id_number(document)).collect();
        Ok(serde_json::to_string(&documents).unwrap_or_default())
    }

    fn stored(&self, packs: &mut PackReader<'_>, row: Shelf) -> Result<Stored, StoreError> {
        let damaged = |why: String| StoreError::Damaged { path: self.path.clone(), why };
        let kept: Kept = serde_json::from_slice(packs.get(row.record).map_err(|error| self.error(error))?)
            .map_err(|error| damaged(format!("the record of article {} cannot be read: {error}", row.number)))?;
        let mut record = kept.record;
        let text = packs.blob(row.text).map_err(|error| self.error(error))?.to_vec();
        record.article.text =
            String::from_utf8(text).map_err(|_| damaged(format!("the text of article {} is broken", row.number)))?;
        let source = match row.source == row.text {
            true => record.article.text.clone().into_bytes(),
            false => packs.blob(row.source).map_err(|error| self.error(error))?.to_vec(),
        };
        let made = corrections::list(&self.db, Some(&record.document.id)).map_err(|error| self.error(error))?;
        Ok(Stored {
            number: row.number,
            address: row.address,
            version: row.version,
            is_current: row.is_current,
            corrected: apply(&record, &made),
            corrections: made,
            record,
            page: kept.page,
            is_html: kept.is_html,
            is_decoded: kept.is_decoded,
            source,
        })
    }

    /// All articles, in the order they came; old versions too where they are asked for.
    pub fn articles(&self, with_old: bool) -> Articles<'_> {
        Articles { store: self, packs: PackReader::new(&self.db), last: 0, with_old, waiting: Vec::new() }
    }

    /// Whether a page is in the archive: the same bytes, and the same said of them.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn has(&self, page: &Page) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM articles WHERE page_digest = ?1";
        let found = self.db.prepare_cached(sql).and_then(|mut find| find.exists([page_digest(page)]));
        found.map_err(|error| self.error(error))
    }

    /// How many articles there are.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn n_articles(&self, with_old: bool) -> Result<u64, StoreError> {
        let count = self
            .db
            .query_row("SELECT count(*) FROM articles WHERE is_current OR ?1", [with_old], |row| row.get::<_, i64>(0));
        count.map(i64::cast_unsigned).map_err(|error| self.error(error))
    }

    /// The numbers of all articles, old versions too.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn numbers(&self) -> Result<Vec<i64>, StoreError> {
        let find = || -> rusqlite::Result<Vec<i64>> {
            self.db.prepare("SELECT id FROM articles ORDER BY id")?.query_map([], |row| row.get(0))?.collect()
        };
        find().map_err(|error| self.error(error))
    }

    /// The numbers of the articles that were read by another program or other language packs than these: a program's version, and
    /// the digest of each language's pack.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn read_otherwise(&self, version: &str, packs: &[(String, String)]) -> Result<Vec<i64>, StoreError> {
        let find = || -> rusqlite::Result<Vec<i64>> {
            let today: Vec<String> =
                packs.iter().map(|(lang, digest)| serde_json::json!({ lang: digest }).to_string()).collect();
            let today = serde_json::to_string(&today).unwrap_or_default();
            let sql = "SELECT a.id FROM articles a JOIN makers m ON m.id = a.maker
                       WHERE m.program <> ?1 OR (m.packs <> '{}' AND m.packs NOT IN (SELECT value FROM json_each(?2))) ORDER BY a.id";
            self.db.prepare(sql)?.query_map([version, today.as_str()], |row| row.get(0))?.collect()
        };
        find().map_err(|error| self.error(error))
    }
}

/// An id of 16 hexadecimal digits as the store keeps it.
fn id_number(id: &str) -> Option<i64> {
    (id.len() == 16).then(|| u64::from_str_radix(id, 16).ok().map(u64::cast_signed)).flatten()
}

/// The articles that [`Store::articles`] takes out, a few at a time.
pub struct Articles<'s> {
    store: &'s Store,
    packs: PackReader<'s>,
    last: i64,
    with_old: bool,
    waiting: Vec<Shelf>,
}

/// So many rows are read at once.
const N_ROWS: usize = 256;

impl Articles<'_> {
    fn fill(&mut self) -> rusqlite::Result<()> {
        let sql =
            format!("SELECT {COLUMNS} FROM articles WHERE id > ?1 AND (is_current OR ?2) ORDER BY id LIMIT {N_ROWS}");
        let mut find = self.store.db.prepare_cached(&sql)?;
        self.waiting = find.query_map(params![self.last, self.with_old], place)?.collect::<rusqlite::Result<_>>()?;
        self.waiting.reverse();
        Ok(())
    }
}

impl Iterator for Articles<'_> {
    type Item = Result<Stored, StoreError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.waiting.is_empty()
            && let Err(error) = self.fill()
        {
            return Some(Err(self.store.error(error)));
        }
        let row = self.waiting.pop()?;
        self.last = row.number;
        Some(self.store.stored(&mut self.packs, row))
    }
}
