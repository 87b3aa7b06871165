//! What the archive knows of somebody: names, offices, whom they are named with, what they said.

use rusqlite::params;
use serde::Serialize;

use super::Answers;
use super::question::{Question, of_speaker};
use super::search::FoundStatement;
use crate::words::name_words;
use crate::{Store, StoreError};

/// What the archive knows of the bearers of a name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Dossier {
    /// The names that hold the words asked for, the most frequent first; different people may bear them.
    pub names: Vec<NameFound>,
    /// The offices that articles give them, the most frequent first.
    pub roles: Vec<RoleFound>,
    /// Who is named in the same articles, the most frequent first.
    pub named_with: Vec<NamedWith>,
    /// What they said.
    pub statements: Answers<FoundStatement>,
}

/// A name in the archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NameFound {
    /// The name, nominative.
    pub name: String,
    /// `person`, `organisation`, `place`…: what most articles take it for.
    pub kind: String,
    /// How many articles name it.
    pub n_articles: u64,
    /// How many statements it made.
    pub n_statements: u64,
    /// The date of the earliest article in this archive that names it.
    pub earliest: Option<String>,
    /// The date of the latest.
    pub latest: Option<String>,
}

/// An office as articles write it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoleFound {
    /// The words.
    pub role: String,
    /// Whose it is.
    pub name: String,
    /// How many articles say so.
    pub n_articles: u64,
    /// The date of the earliest in this archive.
    pub earliest: Option<String>,
    /// The date of the latest.
    pub latest: Option<String>,
}

/// Somebody or something named in the same articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NamedWith {
    /// The name.
    pub name: String,
    /// What it is.
    pub kind: String,
    /// In how many articles.
    pub n_articles: u64,
}

/// So many names, offices and companions are told.
const MOST: i64 = 20;
/// Companions are counted in so many articles.
const N_LOOKED_AT: i64 = 2_000;

impl Store {
    /// What the archive knows of whoever has these words in their name; `question` narrows and pages the statements.
    ///
    /// # Errors
    /// The store cannot be read, the question is none, or nobody has such a name.
    pub fn who(&self, name: &str, question: &Question) -> Result<Dossier, StoreError> {
        let names = self.names(name).map_err(|error| self.error(error))?;
        if names.is_empty() {
            return Err(StoreError::Unknown { what: name.to_owned() });
        }
        let ids: Vec<i64> = names.iter().map(|(id, _)| *id).collect();
        let ids = serde_json::to_string(&ids).unwrap_or_default();
        let question = Question { speaker: Some(name.to_owned()), ..question.clone() };
        Ok(Dossier {
            roles: self.roles(&ids).map_err(|error| self.error(error))?,
            named_with: self.named_with(&ids).map_err(|error| self.error(error))?,
            statements: self.search(&question)?,
            names: names.into_iter().map(|(_, name)| name).collect(),
        })
    }

    fn names(&self, name: &str) -> rusqlite::Result<Vec<(i64, NameFound)>> {
        let words: Vec<String> = name_words(name).split_whitespace().map(|word| format!("\"{word}\"")).collect();
        if words.is_empty() {
            return Ok(Vec::new());
        }
        // The most frequent names first: only of these is more looked up.
        let sql = "WITH found AS (SELECT rowid AS id FROM name_words WHERE name_words MATCH ?1 LIMIT 1000),
                   best AS (SELECT f.id FROM found f JOIN entities e ON e.name = f.id GROUP BY f.id ORDER BY count(*) DESC LIMIT ?2)
                   SELECT w.id, w.word, k.word, count(DISTINCT e.article) AS n, min(a.published), max(a.published)
                   FROM best b JOIN words w ON w.id = b.id JOIN entities e ON e.name = w.id JOIN words k ON k.id = e.kind
                     JOIN articles a ON a.id = e.article
                   WHERE a.is_current GROUP BY w.id ORDER BY n DESC, w.word";
        let mut find = self.db.prepare_cached(sql)?;
        let mut rows = find.query(params![words.join(" AND "), MOST])?;
        let mut names = Vec::new();
        while let Some(row) = rows.next()? {
            let (id, name): (i64, String) = (row.get(0)?, row.get(1)?);
            let found = NameFound {
                n_statements: self.n_statements(id, &name)?,
                name,
                kind: row.get(2)?,
                n_articles: row.get::<_, i64>(3)?.cast_unsigned(),
                earliest: row.get(4)?,
                latest: row.get(5)?,
            };
            names.push((id, found));
        }
        Ok(names)
    }

    /// How many statements the bearer of a name made.
    fn n_statements(&self, id: i64, name: &str) -> rusqlite::Result<u64> {
        let words = name_words(name);
        let expression: Vec<String> = words.split_whitespace().map(of_speaker).collect();
        let sql = "SELECT count(*) FROM statement_words x CROSS JOIN statements s ON s.id = x.rowid
                   WHERE statement_words MATCH ?1 AND s.speaker = ?2";
        let count =
            self.db.prepare_cached(sql)?.query_row(params![expression.join(" AND "), id], |row| row.get::<_, i64>(0));
        count.map(i64::cast_unsigned)
    }

    fn roles(&self, names: &str) -> rusqlite::Result<Vec<RoleFound>> {
        let sql = "SELECT r.word, w.word, count(DISTINCT e.article) AS n, min(a.published), max(a.published)
                   FROM entities e JOIN roles l ON l.article = e.article AND l.entity = e.n JOIN words r ON r.id = l.role
                     JOIN words w ON w.id = e.name JOIN articles a ON a.id = e.article
                   WHERE e.name IN (SELECT value FROM json_each(?1)) AND a.is_current
                   GROUP BY r.id, w.id ORDER BY n DESC, r.word LIMIT ?2";
        let mut find = self.db.prepare_cached(sql)?;
        let rows = find.query_map(params![names, MOST], |row| {
            Ok(RoleFound {
                role: row.get(0)?,
                name: row.get(1)?,
                n_articles: row.get::<_, i64>(2)?.cast_unsigned(),
                earliest: row.get(3)?,
                latest: row.get(4)?,
            })
        })?;
        rows.collect()
    }

    fn named_with(&self, names: &str) -> rusqlite::Result<Vec<NamedWith>> {
        let sql = "WITH near AS (SELECT DISTINCT e.article FROM entities e JOIN articles a ON a.id = e.article
                     WHERE e.name IN (SELECT value FROM json_each(?1)) AND a.is_current ORDER BY e.article DESC LIMIT ?3)
                   SELECT w.word, k.word, count(*) AS n FROM near JOIN entities e ON e.article = near.article JOIN words w ON w.id = e.name
                     JOIN words k ON k.id = e.kind
                   WHERE e.name NOT IN (SELECT value FROM json_each(?1)) GROUP BY e.name ORDER BY n DESC, w.word LIMIT ?2";
        let mut find = self.db.prepare_cached(sql)?;
        let rows = find.query_map(params![names, MOST, N_LOOKED_AT], |row| {
            Ok(NamedWith { name: row.get(0)?, kind: row.get(1)?, n_articles: row.get::<_, i64>(2)?.cast_unsigned() })
        })?;
        rows.collect()
    }
}
