//! Events and statements in the order of their dates.

use rusqlite::{Row, ToSql};
use serde::Serialize;

use super::question::{Match, Order, Question};
use super::search::{ARTICLE, ArticleFacts, FoundStatement, Passage, article_facts, hex, passage};
use super::sheets::Sheets;
use super::{Answers, one_more};
use crate::{Store, StoreError, key};

/// An event that was found, in its sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FoundEvent {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: String,
    /// `held`, `planned`, `cancelled` or `ongoing`.
    pub status: String,
    /// When, as far as known.
    pub when: Option<String>,
    /// The words that name it.
    pub trigger: Passage,
    /// Its sentence.
    pub sentence: Passage,
    /// Who took part.
    pub parties: Vec<String>,
    /// Where it was, as written.
    pub places: Vec<String>,
    /// How sure, 0 to 1.
    pub confidence: f64,
    /// The rule that found it.
    pub rule: String,
    /// Where it was read.
    pub article: ArticleFacts,
}

/// One entry of a timeline.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Moment {
    /// When, as far as known: `2022-01-09`, `2022-01` or `2022`; of what took longer, when it began; of statements, when they were
    /// printed.
    pub date: Option<String>,
    /// What happened or was said.
    #[serde(flatten)]
    pub what: What,
}

/// What happened or was said.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", tag = "type")]
pub enum What {
    /// Something took place, will, or was called off.
    Event(Box<FoundEvent>),
    /// Somebody said something.
    Statement(Box<FoundStatement>),
}

/// Where the next page begins: the last event and the last statement shown.
struct Cursor {
    event: Option<String>,
    statement: Option<String>,
}

impl Cursor {
    fn parse(cursor: Option<&str>) -> Result<Self, StoreError> {
        let Some(cursor) = cursor else { return Ok(Self { event: None, statement: None }) };
        let bad = || StoreError::BadQuestion { why: format!("`{cursor}` is no cursor of a timeline") };
        let (event, statement) = cursor.split_once('.').ok_or_else(bad)?;
        let key = |key: &str| (!key.is_empty()).then(|| key.to_owned());
        Ok(Self { event: key(event), statement: key(statement) })
    }

    fn write(&self) -> String {
        format!("{}.{}", self.event.as_deref().unwrap_or_default(), self.statement.as_deref().unwrap_or_default())
    }
}

impl Store {
    /// The dated events and the statements that a question is about, merged by day, events first. What has no day is left out.
    ///
    /// # Errors
    /// The store cannot be read, or the question's dates or cursor are none.
    pub fn timeline(&self, question: &Question, with: (bool, bool)) -> Result<Answers<Moment>, StoreError> {
        let mut cursor = Cursor::parse(question.cursor.as_deref())?;
        let question =
            Question { since: question.since.clone().or_else(|| Some("0001-01-01".to_owned())), ..question.clone() };
        let keys = |cursor: &Option<String>| Question { cursor: cursor.clone(), ..question.clone() }.keys();
        let (event_keys, statement_keys) = (keys(&cursor.event)?, keys(&cursor.statement)?);
        let find = || -> rusqlite::Result<_> {
            let events =
                if with.0 { self.events(&question, (*event_keys.start(), *event_keys.end()))? } else { Vec::new() };
            let statements = if with.1 {
                self.statements(&question, (*statement_keys.start(), *statement_keys.end()))?
            } else {
                Vec::new()
            };
            Ok((events, statements))
        };
        let (events, statements) = find().map_err(|error| self.error(error))?;
        Ok(merged(events, statements, &question, &mut cursor))
    }

    /// Up to one event more than the question's limit, with their keys.
    fn events(&self, question: &Question, keys: (i64, i64)) -> rusqlite::Result<Vec<(i64, FoundEvent)>> {
        // A speaker or a kind of statement says nothing of events.
        let expression = match question.expression(&self.db, "words", false)? {
            Match::Nothing => return Ok(Vec::new()),
            Match::All => None,
            Match::Words(expression) => Some(expression),
        };
        let lang = question.lang.map(|lang| lang.to_string());
        let sql = sql(expression.is_some(), question.direction());
        let values: [&dyn ToSql; 4] = [&keys.0, &keys.1, &lang, &one_more(question.limit)];
        self.answers(&sql, &values, expression.as_ref(), |row, sheets| Ok((row.get("id")?, self.event(row, sheets)?)))
    }

    fn event(&self, row: &Row<'_>, sheets: &mut Sheets<'_>) -> rusqlite::Result<FoundEvent> {
        let text: i64 = row.get("text_blob")?;
        let (mut parties, mut places) = (Vec::new(), Vec::new());
        let sql = "SELECT w.word, p.start, p.end FROM event_parts p LEFT JOIN words w ON w.id = p.name WHERE p.event = ?1 ORDER BY p.n";
        let mut parts = self.db.prepare_cached(sql)?;
        let mut rows = parts.query([row.get::<_, i64>("id")?])?;
        while let Some(part) = rows.next()? {
            match (part.get(0)?, part.get(1)?, part.get(2)?) {
                (Some(name), ..) => parties.push(name),
                (None, Some(start), Some(end)) => places.push(passage(sheets, text, start, end)?.text),
                _ => {}
            }
        }
        Ok(FoundEvent {
            id: hex(row.get("public")?),
            kind: row.get("kind")?,
            status: row.get("status")?,
            when: row.get("value")?,
            trigger: passage(sheets, text, row.get("trigger_start")?, row.get("trigger_end")?)?,
            sentence: passage(sheets, text, row.get("sentence_start")?, row.get("sentence_end")?)?,
            parties,
            places,
            confidence: row.get::<_, i64>("confidence")? as f64 / 100.0,
            rule: row.get("rule")?,
            article: article_facts(row, sheets)?,
        })
    }
}

fn sql(has_words: bool, direction: &str) -> String {
    let (from, key, is_so) = match has_words {
        true => ("event_words f CROSS JOIN events e ON e.id = f.rowid", "f.rowid", "event_words MATCH ?5 AND"),
        false => ("events e", "e.id", ""),
    };
    format!(
        "SELECT e.id, e.public, k.word AS kind, t.word AS status, e.value, e.trigger_start, e.trigger_end, e.sentence_start, e.sentence_end,
           e.confidence, u.word AS rule, {ARTICLE}
         FROM {from} CROSS JOIN articles a ON a.id = e.article LEFT JOIN words o ON o.id = a.outlet LEFT JOIN words u ON u.id = e.rule
           LEFT JOIN words k ON k.id = e.kind LEFT JOIN words t ON t.id = e.status
         WHERE {is_so} {key} BETWEEN ?1 AND ?2 AND (?3 IS NULL OR a.lang = ?3) AND a.is_current
         ORDER BY {key} {direction} LIMIT ?4"
    )
}

/// The first moments of both kinds, by day.
fn merged(
    events: Vec<(i64, FoundEvent)>,
    statements: Vec<(i64, FoundStatement)>,
    question: &Question,
    cursor: &mut Cursor,
) -> Answers<Moment> {
    let (mut events, mut statements) = (events.into_iter().peekable(), statements.into_iter().peekable());
    let mut results = Vec::new();
    while results.len() < question.limit {
        let days =
            (events.peek().map(|(key, _)| key::day_of(*key)), statements.peek().map(|(key, _)| key::day_of(*key)));
        let is_event = match days {
            (Some(event), Some(statement)) if question.order == Order::Newest => event >= statement,
            (Some(event), Some(statement)) => event <= statement,
            (event, None) => event.is_some(),
            (None, Some(_)) => false,
        };
        let (key, what) = match is_event {
            true => events.next().map(|(key, event)| (key, What::Event(Box::new(event)))),
            false => statements.next().map(|(key, statement)| (key, What::Statement(Box::new(statement)))),
        }
        .unzip();
        let (Some(key), Some(what)) = (key, what) else { break };
        let place = if is_event { &mut cursor.event } else { &mut cursor.statement };
        *place = Some(key.to_string());
        results.push(Moment { date: date(&what), what });
    }
    let is_last = events.peek().is_none() && statements.peek().is_none();
    Answers { results, next: (!is_last).then(|| cursor.write()) }
}

/// An event's date as far as it is known, the day a statement was printed.
fn date(what: &What) -> Option<String> {
    match what {
        What::Event(event) => event.when.as_deref().and_then(|when| when.split('/').next()).map(str::to_owned),
        What::Statement(statement) => {
            statement.article.published.as_deref().and_then(|date| date.get(..10)).map(str::to_owned)
        }
    }
}
