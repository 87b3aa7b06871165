//! The rows of one record: what SQL and full text see of it. They say nothing that the record does not say.

use onrecord_model::{
    Anchor, ArticleRecord, BlockKind, CharSpan, Event, Mention, MentionForm, Modality, Polarity, Statement,
    StatementKind, Zone,
};
use rusqlite::{Transaction, params};

use crate::entry::{EventWords, SearchWords, StatementWords};
use crate::key;
use crate::words::Words;

/// What the rows of a record are made of.
pub(crate) struct Rows<'r> {
    /// The article's number.
    pub(crate) article: i64,
    /// The record as answers are to show it: with what people have set right.
    pub(crate) record: &'r ArticleRecord,
    /// The words it is to be found by.
    pub(crate) words: &'r SearchWords,
    /// The statements that people have set right.
    pub(crate) corrected: &'r [String],
    /// Whether it is to be found: old versions are not.
    pub(crate) is_current: bool,
    /// The id of its first statement; the others follow.
    pub(crate) first_statement: i64,
}

impl Rows<'_> {
    /// Writes all rows but the article's own.
    pub(crate) fn insert(&self, db: &Transaction<'_>, words: &mut Words) -> rusqlite::Result<()> {
        self.blocks(db, words)?;
        self.entities(db, words)?;
        self.times(db, words)?;
        self.provenance(db)?;
        let outlet = words.outlet_id(db, self.record)?.map_or_else(String::new, outlet_word);
        let none = StatementWords::default();
        for (n, statement) in self.record.statements.iter().enumerate() {
            let id = self.first_statement + n as i64;
            self.statement(db, words, (id, statement), self.words.statements.get(n).unwrap_or(&none), &outlet)?;
        }
        let none = EventWords::default();
        for (n, event) in self.record.events.iter().enumerate() {
            self.event(db, words, (n, event), self.words.events.get(n).unwrap_or(&none), &outlet)?;
        }
        Ok(())
    }

    fn blocks(&self, db: &Transaction<'_>, words: &mut Words) -> rusqlite::Result<()> {
        let mut insert = db.prepare_cached(
            "INSERT OR IGNORE INTO blocks (article, start, end, kind, furniture) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        for block in &self.record.article.blocks {
            let kind = (block.kind != BlockKind::Paragraph).then(|| name(&block.kind));
            let kind = words.id_of(db, kind.as_deref())?;
            let furniture = words.id_of(db, block.furniture.as_ref().map(name).as_deref())?;
            insert.execute(params![self.article, block.start, block.end, kind, furniture])?;
        }
        Ok(())
    }

    fn entities(&self, db: &Transaction<'_>, words: &mut Words) -> rusqlite::Result<()> {
        let sql = "INSERT INTO entities (article, n, kind, name, code, mentions) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let mut insert = db.prepare_cached(sql)?;
        let mut role_row = db.prepare_cached(
            "INSERT OR IGNORE INTO roles (article, entity, start, end, role) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        for (n, entity) in (1_i64..).zip(&self.record.entities) {
            let (name, kind) = (words.name_id(db, &entity.name)?, words.id(db, entity.kind.as_str())?);
            insert.execute(params![self.article, n, kind, name, entity.code, mentions(&entity.mentions)])?;
            for role in &entity.roles {
                role_row.execute(params![self.article, n, role.start, role.end, words.id(db, &role.text)?])?;
            }
        }
        Ok(())
    }

    fn times(&self, db: &Transaction<'_>, words: &mut Words) -> rusqlite::Result<()> {
        let mut insert = db.prepare_cached(
            "INSERT OR IGNORE INTO times (article, start, end, value, anchor) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        for time in &self.record.times {
            let anchor = (time.anchor != Anchor::Published).then(|| time.anchor.as_str());
            let anchor = words.id_of(db, anchor)?;
            insert.execute(params![self.article, time.start, time.end, time.value, anchor])?;
        }
        Ok(())
    }

    fn provenance(&self, db: &Transaction<'_>) -> rusqlite::Result<()> {
        let sql = "INSERT INTO provenance (article, n, carrier_start, carrier_end, cited, chain, scope) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let mut insert = db.prepare_cached(sql)?;
        for (n, provenance) in (0_i64..).zip(&self.record.provenance) {
            let (start, end) = ends(provenance.carrier);
            let chain = serde_json::to_string(&provenance.chain).unwrap_or_default();
            insert.execute(params![self.article, n, start, end, pairs(&provenance.cited), chain, provenance.scope])?;
        }
        Ok(())
    }

    fn statement(
        &self,
        db: &Transaction<'_>,
        words: &mut Words,
        (id, statement): (i64, &Statement),
        found_by: &StatementWords,
        outlet: &str,
    ) -> rusqlite::Result<()> {
        let said = statement.said.as_ref().and_then(|said| said.value.as_deref());
        let ((start, end), spans) = whole(&statement.content);
        let (cue_start, cue_end) = ends(extent(&statement.cue));
        let (source_start, source_end) = ends(statement.source);
        let is_mixed = statement.kind == StatementKind::Mixed;
        let sql = "INSERT INTO statements (id, article, public, kind, speaker, form, role, said, zone, polarity, modality, start, end,
                     spans, quoted, cue_start, cue_end, source_start, source_end, sentence_start, sentence_end, confidence, rule,
                     is_corrected)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)";
        db.prepare_cached(sql)?.execute(params![
            id,
            self.article,
            number(&statement.id),
            words.id(db, statement.kind.as_str())?,
            words.id_of(db, statement.speaker.name.as_deref())?,
            words.id(db, statement.speaker.form.as_str())?,
            words.id_of(db, statement.speaker.role.as_deref())?,
            said,
            words.id_of(db, (statement.zone != Zone::Body).then(|| statement.zone.as_str()))?,
            words.id_of(db, (statement.polarity != Polarity::Pos).then(|| statement.polarity.as_str()))?,
            words.id_of(db, (statement.modality != Modality::Asserted).then(|| statement.modality.as_str()))?,
            start,
            end,
            spans,
            is_mixed.then(|| pairs(&statement.quoted)),
            cue_start,
            cue_end,
            source_start,
            source_end,
            found_by.sentence.start,
            found_by.sentence.end,
            percent(statement.confidence),
            words.id(db, &statement.rule)?,
            self.corrected.contains(&statement.id).then_some(1),
        ])?;
        if self.is_current {
            let sql =
                "INSERT INTO statement_words (rowid, content, source, speaker, outlet) VALUES (?1, ?2, ?3, ?4, ?5)";
            let words = params![id, found_by.content, found_by.source, found_by.speaker, outlet];
            db.prepare_cached(sql)?.execute(words)?;
        }
        Ok(())
    }

    fn event(
        &self,
        db: &Transaction<'_>,
        words: &mut Words,
        (n, event): (usize, &Event),
        found_by: &EventWords,
        outlet: &str,
    ) -> rusqlite::Result<()> {
        let value = event.when.as_ref().and_then(|when| when.value.as_deref());
        let id = next_keys(db, "SELECT max(id) FROM events WHERE id BETWEEN ?1 AND ?2", key::day(value), 1)?;
        let when = event.when.as_ref().map(|when| CharSpan { start: when.start, end: when.end });
        let (when_start, when_end) = ends(when);
        let sql = "INSERT INTO events (id, article, n, public, kind, status, value, when_start, when_end, trigger_start, trigger_end,
                     sentence_start, sentence_end, confidence, rule)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";
        db.prepare_cached(sql)?.execute(params![
            id,
            self.article,
            n as i64,
            number(&event.id),
            words.id(db, event.kind.as_str())?,
            words.id(db, event.status.as_str())?,
            value,
            when_start,
            when_end,
            event.trigger.start,
            event.trigger.end,
            found_by.sentence.start,
            found_by.sentence.end,
            percent(event.confidence),
            words.id(db, &event.rule)?,
        ])?;
        event_parts(db, words, id, event)?;
        if self.is_current {
            let sql = "INSERT INTO event_words (rowid, words, outlet) VALUES (?1, ?2, ?3)";
            db.prepare_cached(sql)?.execute(params![id, found_by.words, outlet])?;
        }
        Ok(())
    }
}

fn event_parts(db: &Transaction<'_>, words: &mut Words, id: i64, event: &Event) -> rusqlite::Result<()> {
    let sql = "INSERT INTO event_parts (event, n, entity, name, start, end) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let mut insert = db.prepare_cached(sql)?;
    let mut n = 0_i64;
    for party in &event.parties {
        let name = words.id(db, &party.name)?;
        insert.execute(params![id, n, entity_number(party.entity.as_deref()), name, None::<u32>, None::<u32>])?;
        n += 1;
    }
    for place in &event.place {
        let entity = entity_number(place.entity.as_deref());
        insert.execute(params![id, n, entity, None::<i64>, place.start, place.end])?;
        n += 1;
    }
    Ok(())
}

/// Takes an article's rows away, and what finds them; the article's own row stays.
pub(crate) fn delete(db: &Transaction<'_>, article: i64) -> rusqlite::Result<()> {
    hide(db, article)?;
    for table in ["events", "blocks", "entities", "roles", "times", "provenance"] {
        db.prepare_cached(&format!("DELETE FROM {table} WHERE article = ?1"))?.execute([article])?;
    }
    let (first, last) = statements(db, article)?;
    db.prepare_cached("DELETE FROM statements WHERE id BETWEEN ?1 AND ?2")?.execute([first, last]).map(|_| ())
}

/// Takes an article out of full text.
pub(crate) fn hide(db: &Transaction<'_>, article: i64) -> rusqlite::Result<()> {
    let (first, last) = statements(db, article)?;
    db.prepare_cached("DELETE FROM statement_words WHERE rowid BETWEEN ?1 AND ?2")?.execute([first, last])?;
    let sql = "DELETE FROM event_words WHERE rowid IN (SELECT id FROM events WHERE article = ?1)";
    db.prepare_cached(sql)?.execute([article])?;
    let sql = "DELETE FROM article_words WHERE rowid = (SELECT key FROM articles WHERE id = ?1)";
    db.prepare_cached(sql)?.execute([article]).map(|_| ())
}

/// The ids of an article's first and last statement.
fn statements(db: &Transaction<'_>, article: i64) -> rusqlite::Result<(i64, i64)> {
    let sql = "SELECT first_statement, first_statement + n_statements - 1 FROM articles WHERE id = ?1";
    db.prepare_cached(sql)?.query_row([article], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Room for the statements of an article: the id of the first.
pub(crate) fn next_statements(db: &Transaction<'_>, record: &ArticleRecord) -> rusqlite::Result<i64> {
    let day = key::day(record.article.published.as_deref());
    next_keys(db, "SELECT max(id) FROM statements WHERE id BETWEEN ?1 AND ?2", day, record.statements.len() as i64)
}

/// Free numbers of a day, one after another: the first of them. A day that is full goes on in the next.
pub(crate) fn next_keys(db: &Transaction<'_>, last: &str, day: i64, n: i64) -> rusqlite::Result<i64> {
    for day in day.. {
        let keys = key::of_day(day);
        let last: Option<i64> = db.prepare_cached(last)?.query_row([keys.start(), keys.end()], |row| row.get(0))?;
        let first = last.map_or(*keys.start(), |last| last + 1);
        if first + n <= *keys.end() + 1 {
            return Ok(first);
        }
    }
    Ok(i64::MAX - n)
}

/// An id of 16 hexadecimal digits as a number.
pub(crate) fn number(id: &str) -> i64 {
    u64::from_str_radix(id, 16).unwrap_or_default().cast_signed()
}

/// The word by which full text knows an outlet.
pub(crate) fn outlet_word(id: i64) -> String {
    format!("o{id}")
}

pub(crate) fn percent(confidence: f32) -> i64 {
    (confidence * 100.0).round() as i64
}

/// Spans as JSON: `[[3,8]]`.
pub(crate) fn pairs(spans: &[CharSpan]) -> String {
    let pairs: Vec<String> = spans.iter().map(|span| format!("[{},{}]", span.start, span.end)).collect();
    format!("[{}]", pairs.join(","))
}

/// Where spans begin and end, and the spans themselves where they stand apart.
pub(crate) fn whole(spans: &[CharSpan]) -> ((u32, u32), Option<String>) {
    let extent = extent(spans).unwrap_or_default();
    ((extent.start, extent.end), (spans.len() != 1).then(|| pairs(spans)))
}

/// From the first of spans to the last.
fn extent(spans: &[CharSpan]) -> Option<CharSpan> {
    let join = |a: CharSpan, b: CharSpan| CharSpan { start: a.start.min(b.start), end: a.end.max(b.end) };
    spans.iter().copied().reduce(join)
}

/// Mentions as JSON: `[[3,8],[20,23,"pronoun"]]`.
fn mentions(mentions: &[Mention]) -> String {
    let one = |mention: &Mention| match mention.form {
        MentionForm::Name => format!("[{},{}]", mention.start, mention.end),
        form => format!("[{},{},\"{}\"]", mention.start, mention.end, form.as_str()),
    };
    format!("[{}]", mentions.iter().map(one).collect::<Vec<_>>().join(","))
}

fn ends(span: Option<CharSpan>) -> (Option<u32>, Option<u32>) {
    span.map_or((None, None), |span| (Some(span.start), Some(span.end)))
}

/// `e7` is 7.
fn entity_number(id: Option<&str>) -> Option<i64> {
    id?.strip_prefix('e')?.parse().ok()
}

/// The word that the record uses for a value that is an enumeration.
fn name(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
