//! Whether a record says what a marked sentence says.

use std::ops::Range;

use onrecord_model::{ArticleRecord, CharSpan, Provenance, Statement, StatementKind};

use crate::letters::Cover;
use crate::{Example, Letters};

/// Compares a record with the example it was read from.
///
/// The content of one statement must be the marked one, quotation marks and outer punctuation aside; its source must touch the marked one;
/// times, names, carriers and cited outlets must be marked exactly, an event's trigger and a role must touch. Without any mark but `source` and `cue`, no proposition
/// may be found. What follows ` => ` is compared word for word.
///
/// # Errors
/// What is different, in one line.
pub fn check_example(example: &Example, record: &ArticleRecord) -> Result<(), String> {
    let checker = Checker { example, record, letters: Letters::new(&example.text) };
    if record.article.text != example.text {
        return Err(format!("the text was read as `{}`", record.article.text));
    }
    let statement = checker.statement()?;
    checker.spans("time", record.times.iter().map(|time| time.start..time.end), |a, b| a == b)?;
    let mentions = record.entities.iter().flat_map(|entity| &entity.mentions);
    checker.spans("name", mentions.map(|mention| mention.start..mention.end), |a, b| a == b)?;
    let roles = record.entities.iter().flat_map(|entity| &entity.roles);
    checker.spans("role", roles.map(|role| role.start..role.end), touches)?;
    checker.spans("event", record.events.iter().map(|event| event.trigger.start..event.trigger.end), touches)?;
    let provenance = &record.provenance;
    checker.spans(
        "carrier",
        provenance.iter().filter_map(|entry| entry.carrier).map(|span| span.start..span.end),
        |a, b| a == b,
    )?;
    checker.spans(
        "cited",
        provenance.iter().flat_map(|entry| &entry.cited).map(|span| span.start..span.end),
        |a, b| a == b,
    )?;
    checker.expected(statement)
}

struct Checker<'c> {
    example: &'c Example,
    record: &'c ArticleRecord,
    letters: Letters,
}

impl<'c> Checker<'c> {
    /// The statement that the brackets mark; none when they mark none and none was found.
    fn statement(&self) -> Result<Option<&'c Statement>, String> {
        let content = self.example.spans("content");
        if content.is_empty() {
            return self.no_statement();
        }
        let wanted = self.letters.cover(&content);
        let same = self.record.statements.iter().filter(|statement| self.cover(statement) == wanted);
        let (with_source, without): (Vec<_>, Vec<_>) = same.partition(|statement| self.has_source(statement));
        match (with_source.first(), without.first()) {
            (Some(statement), _) => Ok(Some(statement)),
            (None, Some(other)) => Err(format!("the source was {}", self.shown(other.source.as_slice()))),
            (None, None) => Err(format!("the content was {}", self.contents())),
        }
    }

    fn no_statement(&self) -> Result<Option<&'c Statement>, String> {
        let is_about_others = self.example.marks.iter().any(|mark| !matches!(&*mark.label, "source" | "cue"));
        let mut statements = self.record.statements.iter();
        let is_none = statements.all(|statement| statement.kind == StatementKind::Reported);
        if is_none || is_about_others {
            return Ok(self.record.statements.first());
        }
        Err(format!("no statement is marked, but there was {}", self.contents()))
    }

    fn has_source(&self, statement: &Statement) -> bool {
        let marked = self.example.spans("source");
        let found = statement.source.map(range);
        marked.is_empty() || marked.iter().any(|span| found.as_ref().is_some_and(|found| touches(span, found)))
    }

    fn cover(&self, statement: &Statement) -> Cover {
        let spans: Vec<_> = statement.content.iter().map(|&span| range(span)).collect();
        self.letters.cover(&spans)
    }

    /// Every marked span of a kind must be among the found ones.
    fn spans(
        &self,
        label: &str,
        found: impl Iterator<Item = Range<u32>>,
        fits: impl Fn(&Range<usize>, &Range<usize>) -> bool,
    ) -> Result<(), String> {
        let found: Vec<Range<usize>> = found.map(|span| span.start as usize..span.end as usize).collect();
        let marked = self.example.spans(label);
        match marked.iter().find(|marked| !found.iter().any(|found| fits(marked, found))) {
            Some(missed) => Err(format!("the {label} `{}` was not found", self.letters.words(missed.clone()))),
            None => Ok(()),
        }
    }

    fn expected(&self, statement: Option<&Statement>) -> Result<(), String> {
        for (name, wanted) in &self.example.expected {
            let found = self.value(name, statement).ok_or_else(|| format!("nobody knows what `{name}` is"))?;
            if found != *wanted {
                return Err(format!("{name} was `{found}` instead of `{wanted}`"));
            }
        }
        Ok(())
    }

    /// A value by its name; `none` where there is none.
    fn value(&self, name: &str, statement: Option<&Statement>) -> Option<String> {
        let none = || Some("none".to_owned());
        let time = || self.example.spans("time").first().cloned();
        let event = || self.record.events.iter().find(|event| self.is_marked("event", event.trigger));
        match name {
            "value" => {
                let marked = time().or_else(|| Some(0..self.letters.len()))?;
                let found =
                    self.record.times.iter().find(|time| touches(&marked, &(time.start as usize..time.end as usize)));
                found.and_then(|time| time.value.clone()).or_else(none)
            }
            "status" => event().map(|event| event.status.as_str().to_owned()).or_else(none),
            "event" => event().map(|event| event.kind.as_str().to_owned()).or_else(none),
            "when" => event().and_then(|event| event.when.as_ref()?.value.clone()).or_else(none),
            "carrier" | "cited" | "scope" | "chain" => Some(self.provenance_value(name)),
            _ => statement.map_or_else(none, |statement| statement_value(name, statement)),
        }
    }

    /// A value of the entry whose carrier or cited outlet is marked; of the first, when none is.
    fn provenance_value(&self, name: &str) -> String {
        let named =
            |entry: &Provenance| entry.carrier.into_iter().chain(entry.cited.iter().copied()).collect::<Vec<_>>();
        let marked: Vec<_> = ["carrier", "cited"].iter().flat_map(|label| self.example.spans(label)).collect();
        let is_marked = |entry: &&Provenance| named(entry).iter().any(|span| marked.contains(&range(*span)));
        let entry = self.record.provenance.iter().find(is_marked).or_else(|| self.record.provenance.first());
        let words = |spans: &[CharSpan]| {
            spans.iter().map(|&span| self.letters.words(range(span))).collect::<Vec<_>>().join("; ")
        };
        let value = entry.map(|entry| match name {
            "carrier" => words(entry.carrier.as_slice()),
            "cited" => words(&entry.cited),
            "chain" => entry.chain.join(" <- "),
            _ if matches!(entry.scope.as_str(), "story" | "paragraph") => entry.scope.clone(),
            _ => "statement".to_owned(),
        });
        value.filter(|value| !value.is_empty()).unwrap_or_else(|| "none".to_owned())
    }

    fn is_marked(&self, label: &str, found: CharSpan) -> bool {
        let marked = self.example.spans(label);
        marked.is_empty() || marked.iter().any(|span| touches(span, &range(found)))
    }

    fn contents(&self) -> String {
        let all = self.record.statements.iter().map(|statement| self.shown(&statement.content));
        let all: Vec<String> = all.collect();
        if all.is_empty() { "not found".to_owned() } else { all.join(" and ") }
    }

    fn shown(&self, spans: &[CharSpan]) -> String {
        let words: Vec<String> = spans.iter().map(|&span| self.letters.words(range(span))).collect();
        if words.is_empty() { "not found".to_owned() } else { format!("`{}`", words.join(" … ")) }
    }
}

fn statement_value(name: &str, statement: &Statement) -> Option<String> {
    let value = match name {
        "speaker" => statement.speaker.name.clone().unwrap_or_else(|| "none".to_owned()),
        "form" => statement.speaker.form.as_str().to_owned(),
        "kind" => statement.kind.as_str().to_owned(),
        "polarity" => statement.polarity.as_str().to_owned(),
        "modality" => statement.modality.as_str().to_owned(),
        "via" if statement.via.is_empty() => "none".to_owned(),
        "via" => statement.via.join("; "),
        "zone" => statement.zone.as_str().to_owned(),
        "rule" => statement.rule.clone(),
        "said" => statement.said.as_ref().and_then(|said| said.value.clone()).unwrap_or_else(|| "none".to_owned()),
        _ => return None,
    };
    Some(value)
}

fn touches(left: &Range<usize>, right: &Range<usize>) -> bool {
    left.start < right.end && right.start < left.end
}

fn range(span: CharSpan) -> Range<usize> {
    span.start as usize..span.end as usize
}
