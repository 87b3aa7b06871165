//! The rows of one record: what SQL and full text see of it. They say nothing that the record does not say.

use onrecord_model::{
    Anchor, ArticleRecord, BlockKind, CharSpan, Event, MentionForm, Modality, Polarity, Statement, Zone,
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
}

impl Rows<'_> {
    /// Writes all rows but the article's own.
    pub(crate) fn insert(&self, db: &Transaction<'_>, words: &mut Words) -> rusqlite::Result<()> {
        self.blocks(db)?;
        self.entities(db, words)?;
        self.times(db)?;
        self.provenance(db)?;
        let outlet = words.outlet_id(db, self.record)?.map_or_else(String::new, outlet_word);
        let none = StatementWords::default();
        for (n, statement) in self.record.statements.iter().enumerate() {
            self.statement(db, words, (n, statement), self.words.statements.get(n).unwrap_or(&none), &outlet)?;
        }
        let none = EventWords::default();
        for (n, event) in self.record.events.iter().enumerate() {
            self.event(db, words, (n, event), self.words.events.get(n).unwrap_or(&none), &outlet)?;
        }
        Ok(())
    }

    fn blocks(&self, db: &Transaction<'_>) -> rusqlite::Result<()> {
        let mut insert = db.prepare_cached(
            "INSERT OR IGNORE INTO blocks (article, start, end, kind, furniture) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        for block in &self.record.article.blocks {
            let kind = (block.kind != BlockKind::Paragraph).then(|| name(&block.kind));
            let furniture = block.furniture.as_ref().map(name);
            insert.execute(params![self.article, block.start, block.end, kind, furniture])?;
        }
        Ok(())
    }

    fn entities(&self, db: &Transaction<'_>, words: &mut Words) -> rusqlite::Result<()> {
        let mut insert =
            db.prepare_cached("INSERT INTO entities (article, n, kind, name, code) VALUES (?1, ?2, ?3, ?4, ?5)")?;
        let mut role_row = db.prepare_cached(
            "INSERT OR IGNORE INTO roles (article, entity, start, end, role) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        let mut mention_row = db.prepare_cached(
            "INSERT OR IGNORE INTO mentions (article, entity, start, end, form) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        for (n, entity) in (1_i64..).zip(&self.record.entities) {
            let name = words.name_id(db, &entity.name)?;
            insert.execute(params![self.article, n, entity.kind.as_str(), name, entity.code])?;
            for role in &entity.roles {
                role_row.execute(params![self.article, n, role.start, role.end, words.id(db, &role.text)?])?;
            }
            for mention in &entity.mentions {
                let form = (mention.form != MentionForm::Name).then(|| mention.form.as_str());
                mention_row.execute(params![self.article, n, mention.start, mention.end, form])?;
            }
        }
        Ok(())
    }

    fn times(&self, db: &Transaction<'_>) -> rusqlite::Result<()> {
        let mut insert = db.prepare_cached(
            "INSERT OR IGNORE INTO times (article, start, end, value, anchor) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        for time in &self.record.times {
            let anchor = (time.anchor != Anchor::Published).then(|| time.anchor.as_str());
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
        (n, statement): (usize, &Statement),
        found_by: &StatementWords,
        outlet: &str,
    ) -> rusqlite::Result<()> {
        let id = next_key(db, "SELECT max(id) FROM statements WHERE id BETWEEN ?1 AND ?2", self.day_said(statement))?;
        let said = statement.said.as_ref().and_then(|said| said.value.as_deref());
        let (source_start, source_end) = ends(statement.source);
        let sql = "INSERT INTO statements (id, article, n, public, kind, speaker, form, role, said, zone, polarity, modality, content,
                     quoted, cue, source_start, source_end, sentence_start, sentence_end, confidence, rule, is_corrected)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)";
        db.prepare_cached(sql)?.execute(params![
            id,
            self.article,
            n as i64,
            public(&statement.id),
            statement.kind.as_str(),
            words.id_of(db, statement.speaker.name.as_deref())?,
            statement.speaker.form.as_str(),
            words.id_of(db, statement.speaker.role.as_deref())?,
            said,
            (statement.zone != Zone::Body).then(|| statement.zone.as_str()),
            (statement.polarity != Polarity::Pos).then(|| statement.polarity.as_str()),
            (statement.modality != Modality::Asserted).then(|| statement.modality.as_str()),
            pairs(&statement.content),
            (!statement.quoted.is_empty()).then(|| pairs(&statement.quoted)),
            (!statement.cue.is_empty()).then(|| pairs(&statement.cue)),
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

    /// The day a statement was made: where the article says so, that day, else the article's own.
    fn day_said(&self, statement: &Statement) -> i64 {
        let published = key::day(self.record.article.published.as_deref());
        let said = statement.said.as_ref().and_then(|said| said.value.as_deref()).filter(|value| value.len() == 10);
        match key::day(said) {
            // Announced speech is dated by its announcement.
            said if said > 0 && (said <= published || published == 0) => said,
            _ => published,
        }
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
        let id = next_key(db, "SELECT max(id) FROM events WHERE id BETWEEN ?1 AND ?2", key::day(value))?;
        let when = event.when.as_ref().map(|when| CharSpan { start: when.start, end: when.end });
        let (when_start, when_end) = ends(when);
        let sql = "INSERT INTO events (id, article, n, public, kind, status, value, when_start, when_end, trigger_start, trigger_end,
                     sentence_start, sentence_end, confidence, rule)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";
        db.prepare_cached(sql)?.execute(params![
            id,
            self.article,
            n as i64,
            public(&event.id),
            event.kind.as_str(),
            event.status.as_str(),
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
    let sql = "INSERT INTO event_parts (event, n, part, entity, name, start, end) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let mut insert = db.prepare_cached(sql)?;
    let mut n = 0_i64;
    for party in &event.parties {
        let name = words.id(db, &party.name)?;
        insert.execute(params![
            id,
            n,
            "party",
            entity_number(party.entity.as_deref()),
            name,
            None::<u32>,
            None::<u32>
        ])?;
        n += 1;
    }
    for place in &event.place {
        let entity = entity_number(place.entity.as_deref());
        insert.execute(params![id, n, "place", entity, None::<i64>, place.start, place.end])?;
        n += 1;
    }
    Ok(())
}

/// Takes an article's rows away, and what finds them; the article's own row stays.
pub(crate) fn delete(db: &Transaction<'_>, article: i64) -> rusqlite::Result<()> {
    hide(db, article)?;
    for table in ["statements", "events", "blocks", "entities", "roles", "mentions", "times", "provenance"] {
        db.prepare_cached(&format!("DELETE FROM {table} WHERE article = ?1"))?.execute([article])?;
    }
    Ok(())
}

/// Takes an article out of full text.
pub(crate) fn hide(db: &Transaction<'_>, article: i64) -> rusqlite::Result<()> {
    for (words, rows) in [("statement_words", "statements"), ("event_words", "events")] {
        let sql = format!("DELETE FROM {words} WHERE rowid IN (SELECT id FROM {rows} WHERE article = ?1)");
        db.prepare_cached(&sql)?.execute([article])?;
    }
    let sql = "DELETE FROM article_words WHERE rowid = (SELECT key FROM articles WHERE id = ?1)";
    db.prepare_cached(sql)?.execute([article]).map(|_| ())
}

/// The next free number of a day.
pub(crate) fn next_key(db: &Transaction<'_>, last: &str, day: i64) -> rusqlite::Result<i64> {
    let keys = key::of_day(day);
    let last: Option<i64> = db.prepare_cached(last)?.query_row([keys.start(), keys.end()], |row| row.get(0))?;
    Ok(last.map_or(*keys.start(), |last| last + 1))
}

/// An id of 16 hexadecimal digits as a number.
pub(crate) fn public(id: &str) -> i64 {
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
