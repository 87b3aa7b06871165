//! What must hold of every record, whatever the page.

use onrecord_model::{ArticleRecord, CharSpan, Statement};

/// Checks a record against the text it was read from.
///
/// The text comes back letter for letter; every place lies inside it and holds something; blocks stand in order and do not overlap; what
/// a record refers to is in the record; and the record survives being written as JSON.
///
/// # Errors
/// The first thing that does not hold, in one line.
pub fn check_record(text: &str, record: &ArticleRecord) -> Result<(), String> {
    hold(record.article.text == text, || "the text did not come back".to_owned())?;
    let check = Check { record, n_chars: text.chars().count() as u32 };
    check.article()?;
    check.blocks()?;
    check.entities()?;
    record.statements.iter().try_for_each(|statement| check.statement(statement))?;
    check.times_and_events()?;
    check.others()?;
    round_trip(record)
}

fn hold(is_so: bool, what: impl FnOnce() -> String) -> Result<(), String> {
    if is_so { Ok(()) } else { Err(what()) }
}

fn round_trip(record: &ArticleRecord) -> Result<(), String> {
    let json = serde_json::to_string(record).map_err(|error| format!("no JSON: {error}"))?;
    let back: ArticleRecord =
        serde_json::from_str(&json).map_err(|error| format!("JSON does not read back: {error}"))?;
    hold(back == *record, || "JSON reads back as another record".to_owned())
}

struct Check<'r> {
    record: &'r ArticleRecord,
    n_chars: u32,
}

impl Check<'_> {
    fn span(&self, what: &str, span: CharSpan) -> Result<(), String> {
        let is_inside = span.start < span.end && span.end <= self.n_chars;
        hold(is_inside, || format!("{what} is {}..{} of {}", span.start, span.end, self.n_chars))
    }

    fn place(&self, what: &str, start: u32, end: u32) -> Result<(), String> {
        self.span(what, CharSpan { start, end })
    }

    fn spans(&self, what: &str, spans: impl IntoIterator<Item = CharSpan>) -> Result<(), String> {
        spans.into_iter().try_for_each(|span| self.span(what, span))
    }

    fn article(&self) -> Result<(), String> {
        let article = &self.record.article;
        self.spans("the headline", article.headline)?;
        self.spans("the subhead", article.subhead)?;
        let image = article.image.as_ref();
        self.spans("an image's words", image.into_iter().flat_map(|image| [image.credit, image.caption]).flatten())
    }

    fn blocks(&self) -> Result<(), String> {
        let mut end = 0;
        for block in &self.record.article.blocks {
            self.place("a block", block.start, block.end)?;
            hold(end <= block.start, || format!("a block begins at {} before the last one's end {end}", block.start))?;
            end = block.end;
        }
        Ok(())
    }

    fn entities(&self) -> Result<(), String> {
        for entity in &self.record.entities {
            hold(!entity.name.trim().is_empty(), || format!("{} has no name", entity.id))?;
            hold(!entity.mentions.is_empty(), || format!("{} is nowhere mentioned", entity.id))?;
            for mention in &entity.mentions {
                self.place("a mention", mention.start, mention.end)?;
            }
            for role in &entity.roles {
                self.place("a role", role.start, role.end)?;
            }
        }
        Ok(())
    }

    fn statement(&self, statement: &Statement) -> Result<(), String> {
        hold(!statement.content.is_empty(), || "a statement says nothing".to_owned())?;
        self.spans("a content", statement.content.iter().copied())?;
        self.spans("a quoted piece", statement.quoted.iter().copied())?;
        self.spans("a cue", statement.cue.iter().copied())?;
        self.spans("a source", statement.source)?;
        self.spans("an addressee", statement.addressee)?;
        self.spans(
            "when it was said",
            statement.said.as_ref().map(|said| CharSpan { start: said.start, end: said.end }),
        )?;
        statement.speaker.entities.iter().try_for_each(|id| self.entity(id))?;
        let is_known = |id: &String| self.record.statements.iter().any(|other| other.id == *id);
        let others = [&statement.parent, &statement.restates];
        hold(others.into_iter().flatten().all(is_known), || format!("{} points to no statement", statement.id))?;
        hold((0.0..=1.0).contains(&statement.confidence), || format!("a confidence is {}", statement.confidence))?;
        hold(!statement.rule.is_empty(), || format!("{} has no rule", statement.id))
    }

    fn entity(&self, id: &str) -> Result<(), String> {
        let is_known = self.record.entities.iter().any(|entity| entity.id == id);
        hold(is_known, || format!("there is no entity {id}"))
    }

    fn times_and_events(&self) -> Result<(), String> {
        for time in &self.record.times {
            self.place("a time", time.start, time.end)?;
        }
        for event in &self.record.events {
            self.span("a trigger", event.trigger)?;
            hold(event.when.is_some(), || "an event has no date".to_owned())?;
            for place in &event.place {
                self.place("an event's place", place.start, place.end)?;
            }
            let places = event.place.iter().filter_map(|place| place.entity.as_deref());
            let parties = event.parties.iter().filter_map(|party| party.entity.as_deref());
            places.chain(parties).try_for_each(|id| self.entity(id))?;
        }
        Ok(())
    }

    fn others(&self) -> Result<(), String> {
        for provenance in &self.record.provenance {
            self.spans("a carrier", provenance.carrier)?;
            self.spans("a cited source", provenance.cited.iter().copied())?;
        }
        for notice in &self.record.notices {
            if let (Some(start), Some(end)) = (notice.start, notice.end) {
                self.place("a notice", start, end)?;
            }
        }
        Ok(())
    }
}
