//! Strings that recur are kept once: names, roles, outlets, rules.

use std::collections::{HashMap, HashSet};

use onrecord_model::ArticleRecord;
use rusqlite::{OptionalExtension as _, Transaction};

/// The numbers of strings that one transaction asked for.
#[derive(Default)]
pub(crate) struct Words {
    known: HashMap<String, i64>,
    names: HashMap<String, i64>,
    outlets: HashSet<i64>,
}

/// So many strings are kept in mind.
const MOST: usize = 50_000;

impl Words {
    /// The number of a string, which gets one if it has none.
    pub(crate) fn id(&mut self, db: &Transaction<'_>, word: &str) -> rusqlite::Result<i64> {
        if let Some(&id) = self.known.get(word) {
            return Ok(id);
        }
        let found = db
            .prepare_cached("SELECT id FROM words WHERE word = ?1")?
            .query_row([word], |row| row.get(0))
            .optional()?;
        let id = match found {
            Some(id) => id,
            None => {
                db.prepare_cached("INSERT INTO words (word) VALUES (?1)")?.execute([word])?;
                db.last_insert_rowid()
            }
        };
        if self.known.len() >= MOST {
            self.known.clear();
        }
        self.known.insert(word.to_owned(), id);
        Ok(id)
    }

    /// The number of a string that may be absent.
    pub(crate) fn id_of(&mut self, db: &Transaction<'_>, word: Option<&str>) -> rusqlite::Result<Option<i64>> {
        word.map(|word| self.id(db, word)).transpose()
    }

    /// The number of a record's outlet: as the record names it, else the host of its address.
    pub(crate) fn outlet_id(&mut self, db: &Transaction<'_>, record: &ArticleRecord) -> rusqlite::Result<Option<i64>> {
        let host = || host(record.document.url.as_deref().or(record.article.canonical_url.as_deref())?);
        let Some(outlet) = record.article.outlet.clone().or_else(host) else { return Ok(None) };
        let id = self.id(db, &outlet)?;
        if self.outlets.insert(id) {
            db.prepare_cached("INSERT OR IGNORE INTO outlets (id) VALUES (?1)")?.execute([id])?;
        }
        Ok(Some(id))
    }

    /// The number of an entity's name, which is also put where names are looked for.
    pub(crate) fn name_id(&mut self, db: &Transaction<'_>, name: &str) -> rusqlite::Result<i64> {
        if let Some(&id) = self.names.get(name) {
            return Ok(id);
        }
        let id = self.id(db, name)?;
        let sql = "SELECT count(*) FROM name_words WHERE rowid = ?1";
        if db.prepare_cached(sql)?.query_row([id], |row| row.get::<_, i64>(0))? == 0 {
            let words = name_words(name);
            db.prepare_cached("INSERT INTO name_words (rowid, name) VALUES (?1, ?2)")?
                .execute(rusqlite::params![id, words])?;
        }
        if self.names.len() >= MOST {
            self.names.clear();
        }
        self.names.insert(name.to_owned(), id);
        Ok(id)
    }
}

/// `news.example` of `https://www.news.example/a`.
fn host(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (!host.is_empty()).then(|| host.to_owned())
}

/// The words of a name as names are looked for: small letters, marks left out.
pub fn name_words(name: &str) -> String {
    let mut words = String::with_capacity(name.len());
    let parts = name.split(|letter: char| !letter.is_alphanumeric() && !is_apostrophe(letter));
    for part in parts.filter(|part| !part.is_empty()) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.extend(
            part.chars().filter(|&letter| !is_apostrophe(letter)).flat_map(char::to_lowercase).map(without_dots),
        );
    }
    words
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '\u{2019}' | '\u{2bc}' | '\u{2018}' | '`')
}

/// Russian io as ie: newspapers print the one for the other.
fn without_dots(letter: char) -> char {
    if letter == '\u{451}' { '\u{435}' } else { letter }
}
