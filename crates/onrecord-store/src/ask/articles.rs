//! Articles by their words, outlets and dates.

use rusqlite::{Row, ToSql};
use serde::Serialize;

use super::question::{Match, Question};
use super::search::{ARTICLE, ArticleFacts, article_facts};
use super::sheets::Sheets;
use super::{Answers, one_more};
use crate::{Store, StoreError};

/// An article that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FoundArticle {
    /// What is known of it.
    #[serde(flatten)]
    pub article: ArticleFacts,
    /// Which version of its address it is, from 1.
    pub version: i64,
    /// How many statements were read from it.
    pub n_statements: u64,
    /// How many events.
    pub n_events: u64,
    /// Its words; left out of JSON, which has the record for them.
    #[serde(skip)]
    pub text: String,
}

impl Store {
    /// The articles that a question is about; the words may stand anywhere in them.
    ///
    /// # Errors
    /// The store cannot be read, or the question's dates or cursor are none.
    pub fn search_articles(&self, question: &Question) -> Result<Answers<FoundArticle>, StoreError> {
        let keys = question.keys()?;
        let found = self.found_articles(question, (*keys.start(), *keys.end()));
        found.map(|found| Answers::page(found, question.limit)).map_err(|error| self.error(error))
    }

    fn found_articles(&self, question: &Question, keys: (i64, i64)) -> rusqlite::Result<Vec<(i64, FoundArticle)>> {
        let expression = match question.expression(&self.db, "words", false)? {
            Match::Words(expression) => Some(expression),
            Match::Nothing => return Ok(Vec::new()),
            Match::All => None,
        };
        let lang = question.lang.map(|lang| lang.to_string());
        let sql = sql(expression.is_some(), question.direction());
        let values: [&dyn ToSql; 4] = [&keys.0, &keys.1, &lang, &one_more(question.limit)];
        self.answers(&sql, &values, expression.as_ref(), |row, sheets| Ok((row.get("key")?, article(row, sheets)?)))
    }
}

fn article(row: &Row<'_>, sheets: &mut Sheets<'_>) -> rusqlite::Result<FoundArticle> {
    Ok(FoundArticle {
        article: article_facts(row, sheets)?,
        version: row.get("version")?,
        n_statements: row.get::<_, i64>("n_statements")?.cast_unsigned(),
        n_events: row.get::<_, i64>("n_events")?.cast_unsigned(),
        text: sheets.text(row.get("text_blob")?)?.to_owned(),
    })
}

fn sql(has_words: bool, direction: &str) -> String {
    let (from, key, is_so) = match has_words {
        true => ("article_words f CROSS JOIN articles a ON a.key = f.rowid", "f.rowid", "article_words MATCH ?5 AND"),
        false => ("articles a", "a.key", ""),
    };
    format!(
        "SELECT a.key, a.version, a.n_statements, (SELECT count(*) FROM events e WHERE e.article = a.id) AS n_events, {ARTICLE}
         FROM {from} LEFT JOIN words o ON o.id = a.outlet
         WHERE {is_so} {key} BETWEEN ?1 AND ?2 AND (?3 IS NULL OR a.lang = ?3) AND a.is_current
         ORDER BY {key} {direction} LIMIT ?4"
    )
}
