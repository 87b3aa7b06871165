//! Statements by their words, speakers, outlets and dates.

use onrecord_model::CharSpan;
use rusqlite::{Row, ToSql};
use serde::Serialize;

use super::question::{Match, Question};
use super::sheets::Sheets;
use super::{Answers, one_more};
use crate::{Store, StoreError, key};

/// A statement that was found, in its sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FoundStatement {
    /// Its id.
    pub id: String,
    /// `direct`, `indirect`, `mixed` or `reported`.
    pub kind: String,
    /// The day it was made as far as this archive knows: the one the article names, else the article's own.
    pub date: Option<String>,
    /// Who said it.
    pub speaker: Option<String>,
    /// How the source names them.
    pub form: String,
    /// Their office, as written.
    pub role: Option<String>,
    /// What was said: its places.
    pub content: Vec<Passage>,
    /// The words that name the source.
    pub source: Option<Passage>,
    /// The sentences it stands in.
    pub sentence: Passage,
    /// `pos` or `neg`.
    pub polarity: String,
    /// `asserted`, or how else it is presented.
    pub modality: String,
    /// How sure, 0 to 1.
    pub confidence: f64,
    /// The rule that found it.
    pub rule: String,
    /// Whether a person has set it right.
    pub is_corrected: bool,
    /// Where it was read.
    pub article: ArticleFacts,
}

/// Words of an article, and their place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// The words.
    pub text: String,
    /// The first code point.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// What an answer says of the article it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArticleFacts {
    /// The document's id.
    pub document: String,
    /// Its title or headline.
    pub title: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// When.
    pub published: Option<String>,
    /// In which language.
    pub lang: String,
}

/// The columns of `articles a` and `words o` that make [`ArticleFacts`].
pub(super) const ARTICLE: &str = "a.document, a.title AS article_title, a.headline_start, a.headline_end, a.address, o.word AS outlet, a.published, a.lang, a.text AS text_blob";

/// The facts of an article in a row with the columns [`ARTICLE`].
pub(super) fn article_facts(row: &Row<'_>, sheets: &mut Sheets<'_>) -> rusqlite::Result<ArticleFacts> {
    let headline: (Option<u32>, Option<u32>) = (row.get("headline_start")?, row.get("headline_end")?);
    let title = match headline.0.zip(headline.1) {
        Some((start, end)) => Some(sheets.words(row.get("text_blob")?, CharSpan { start, end })?),
        None => row.get("article_title")?,
    };
    Ok(ArticleFacts {
        document: hex(row.get("document")?),
        title,
        url: row.get("address")?,
        outlet: row.get("outlet")?,
        published: row.get("published")?,
        lang: row.get("lang")?,
    })
}

impl Store {
    /// The statements that a question is about.
    ///
    /// # Errors
    /// The store cannot be read, or the question's dates or cursor are none.
    pub fn search(&self, question: &Question) -> Result<Answers<FoundStatement>, StoreError> {
        let keys = question.keys()?;
        let found = self.statements(question, (*keys.start(), *keys.end()));
        found.map(|found| Answers::page(found, question.limit)).map_err(|error| self.error(error))
    }

    /// Up to one statement more than the question's limit, with their keys.
    pub(super) fn statements(
        &self,
        question: &Question,
        keys: (i64, i64),
    ) -> rusqlite::Result<Vec<(i64, FoundStatement)>> {
        let expression = match question.expression(&self.db, "{content source}", true)? {
            Match::Nothing => return Ok(Vec::new()),
            Match::All => None,
            Match::Words(expression) => Some(expression),
        };
        let (lang, kind) = (question.lang.map(|lang| lang.to_string()), question.kind.map(|kind| kind.as_str()));
        let sql = sql(expression.is_some(), question.direction());
        let values: [&dyn ToSql; 5] = [&keys.0, &keys.1, &lang, &kind, &one_more(question.limit)];
        self.answers(&sql, &values, expression.as_ref(), |row, sheets| Ok((row.get("id")?, statement(row, sheets)?)))
    }
}

/// Full text first: in the order of the keys, so that it can stop at the limit.
fn sql(has_words: bool, direction: &str) -> String {
    let (from, key, is_so) = match has_words {
        true => {
            ("statement_words x CROSS JOIN statements s ON s.id = x.rowid", "x.rowid", "statement_words MATCH ?6 AND")
        }
        false => ("statements s", "s.id", ""),
    };
    format!(
        "SELECT s.id, s.public, k.word AS kind, w.word AS speaker, f.word AS form, r.word AS role, s.said, s.start, s.end, s.spans,
           s.source_start, s.source_end, s.sentence_start, s.sentence_end, coalesce(p.word, 'pos') AS polarity,
           coalesce(m.word, 'asserted') AS modality, s.confidence, u.word AS rule, s.is_corrected IS NOT NULL AS is_corrected, {ARTICLE}
         FROM {from} CROSS JOIN articles a ON a.id = s.article LEFT JOIN words o ON o.id = a.outlet LEFT JOIN words k ON k.id = s.kind
           LEFT JOIN words w ON w.id = s.speaker LEFT JOIN words f ON f.id = s.form LEFT JOIN words r ON r.id = s.role
           LEFT JOIN words p ON p.id = s.polarity LEFT JOIN words m ON m.id = s.modality LEFT JOIN words u ON u.id = s.rule
         WHERE {is_so} {key} BETWEEN ?1 AND ?2 AND (?3 IS NULL OR a.lang = ?3)
           AND (?4 IS NULL OR s.kind = (SELECT id FROM words WHERE word = ?4)) AND a.is_current
         ORDER BY {key} {direction} LIMIT ?5"
    )
}

pub(super) fn statement(row: &Row<'_>, sheets: &mut Sheets<'_>) -> rusqlite::Result<FoundStatement> {
    let text: i64 = row.get("text_blob")?;
    let content = content(row)?;
    let source: (Option<u32>, Option<u32>) = (row.get("source_start")?, row.get("source_end")?);
    let content: rusqlite::Result<Vec<Passage>> =
        content.into_iter().map(|(start, end)| passage(sheets, text, start, end)).collect();
    let source = source.0.zip(source.1).map(|(start, end)| passage(sheets, text, start, end)).transpose()?;
    Ok(FoundStatement {
        id: hex(row.get("public")?),
        kind: row.get("kind")?,
        date: date(row)?,
        speaker: row.get("speaker")?,
        form: row.get("form")?,
        role: row.get("role")?,
        content: content?,
        source,
        sentence: passage(sheets, text, row.get("sentence_start")?, row.get("sentence_end")?)?,
        polarity: row.get("polarity")?,
        modality: row.get("modality")?,
        confidence: row.get::<_, i64>("confidence")? as f64 / 100.0,
        rule: row.get("rule")?,
        is_corrected: row.get("is_corrected")?,
        article: article_facts(row, sheets)?,
    })
}

/// Where what was said stands.
fn content(row: &Row<'_>) -> rusqlite::Result<Vec<(u32, u32)>> {
    let spans: Option<String> = row.get("spans")?;
    Ok(match spans {
        Some(spans) => serde_json::from_str(&spans).unwrap_or_default(),
        None => vec![(row.get("start")?, row.get("end")?)],
    })
}

/// The day the article names, else its own.
fn date(row: &Row<'_>) -> rusqlite::Result<Option<String>> {
    let (said, published): (Option<String>, Option<String>) = (row.get("said")?, row.get("published")?);
    let is_day = |date: &String| date.len() == 10 && key::day(Some(date)) > 0;
    Ok(said.filter(is_day).or_else(|| published.and_then(|date| date.get(..10).map(str::to_owned))))
}

pub(super) fn passage(sheets: &mut Sheets<'_>, text: i64, start: u32, end: u32) -> rusqlite::Result<Passage> {
    Ok(Passage { text: sheets.words(text, CharSpan { start, end })?, start, end })
}

/// A public id as people write it.
pub(super) fn hex(public: i64) -> String {
    format!("{:016x}", public.cast_unsigned())
}
