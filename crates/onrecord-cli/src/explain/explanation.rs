//! Findings with everything that spoke for them, ready to be printed.

use onrecord::Reading;
use onrecord_extract::{Candidate, FoundEntity, FoundEvent, FoundProvenance, FoundStatement, FoundTime, Scope};
use onrecord_model::{Article, CharIndex, Lang, Page, Span};
use serde::{Serialize, Serializer};

/// Everything that was found in one page, and why.
#[derive(Serialize)]
pub(crate) struct Explanation {
    /// The document's name.
    pub(crate) document: Option<String>,
    /// The language it was read as.
    pub(crate) lang: Lang,
    pub(crate) statements: Vec<Finding>,
    pub(crate) times: Vec<Finding>,
    pub(crate) events: Vec<Finding>,
    pub(crate) provenance: Vec<Finding>,
    pub(crate) entities: Vec<Finding>,
    pub(crate) notices: Vec<Noticed>,
}

/// One finding.
#[derive(Serialize, Default)]
pub(crate) struct Finding {
    /// The rule that found it.
    pub(crate) rule: Option<String>,
    /// How sure, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) confidence: Option<f32>,
    /// Its parts by name; those that are empty are left out.
    #[serde(flatten, serialize_with = "as_map")]
    pub(crate) facts: Vec<(&'static str, Fact)>,
    /// Everyone who was weighed as the speaker, best first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) candidates: Vec<Weighed>,
}

/// A part of a finding.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Fact {
    /// A value that was worked out.
    Value(String),
    /// Words of the text.
    Words(Vec<Words>),
}

/// Words of the text, with their place in code points.
#[derive(Serialize)]
pub(crate) struct Words {
    pub(crate) text: String,
    start: u32,
    end: u32,
}

/// Someone who might have said it.
#[derive(Serialize)]
pub(crate) struct Weighed {
    pub(crate) name: String,
    pub(crate) score: f32,
    pub(crate) reasons: Vec<&'static str>,
}

/// Something a reader should know.
#[derive(Serialize)]
pub(crate) struct Noticed {
    pub(crate) code: String,
    pub(crate) text: String,
}

/// Explains a page that was read.
pub(crate) fn explanation(page: &Page, reading: &Reading) -> Explanation {
    let teller = Teller { reading, index: CharIndex::new(&reading.article.text) };
    let findings = &reading.findings;
    let notices =
        reading.notices.iter().map(|notice| Noticed { code: notice.code.to_string(), text: notice.text.clone() });
    Explanation {
        document: page.name.clone().or_else(|| page.file.clone()),
        lang: reading.article.lang,
        statements: findings.statements.iter().map(|statement| teller.statement(statement)).collect(),
        times: findings.times.iter().map(|time| teller.time(time)).collect(),
        events: findings.events.iter().map(|event| teller.event(event)).collect(),
        provenance: findings.provenance.iter().map(|provenance| teller.provenance(provenance)).collect(),
        entities: findings.entities.iter().map(|entity| teller.entity(entity)).collect(),
        notices: notices.collect(),
    }
}

struct Teller<'r> {
    reading: &'r Reading,
    index: CharIndex,
}

impl Teller<'_> {
    fn article(&self) -> &Article {
        &self.reading.article
    }

    fn words(&self, spans: &[Span]) -> Fact {
        let words = spans.iter().map(|&span| {
            let place = self.index.span(&self.article().text, span);
            Words { text: self.article().slice(span).to_owned(), start: place.start, end: place.end }
        });
        Fact::Words(words.collect())
    }

    fn statement(&self, statement: &FoundStatement) -> Finding {
        let times = &self.reading.findings.times;
        let said = statement.said.and_then(|place| times.get(place)).map(|time| time.span);
        let speaker = &statement.speaker;
        let facts = vec![
            ("kind", value(statement.kind.as_str())),
            ("content", self.words(&statement.content)),
            ("quoted", self.words(&statement.quoted)),
            ("source", self.words(statement.source.as_slice())),
            ("cue", self.words(&statement.cue)),
            ("addressee", self.words(statement.addressee.as_slice())),
            ("said", self.words(said.as_slice())),
            ("zone", value(statement.zone.as_str())),
            ("polarity", value(statement.polarity.as_str())),
            ("modality", value(statement.modality.as_str())),
            ("parent", number(statement.parent)),
            ("restates", number(statement.restates)),
            ("via", value(&statement.via.join("; "))),
            ("speaker", value(speaker.name.as_deref().unwrap_or_default())),
            ("role", value(speaker.role.as_deref().unwrap_or_default())),
            ("form", value(speaker.form.as_str())),
        ];
        Finding {
            candidates: speaker.candidates.iter().map(weighed).collect(),
            ..finding(Some(&statement.rule), Some(statement.confidence), facts)
        }
    }

    fn time(&self, time: &FoundTime) -> Finding {
        let facts = vec![
            ("words", self.words(&[time.span])),
            ("value", value(time.value.as_deref().unwrap_or_default())),
            ("anchor", value(time.anchor.as_str())),
        ];
        finding(Some(time.rule), None, facts)
    }

    fn event(&self, event: &FoundEvent) -> Finding {
        let when = self.reading.findings.times.get(event.when);
        let places: Vec<Span> = event.places.iter().map(|&(_, span)| span).collect();
        let parties: Vec<&str> = event.parties.iter().map(|(_, name)| name.as_str()).collect();
        let facts = vec![
            ("kind", value(event.kind.as_str())),
            ("status", value(event.status.as_str())),
            ("trigger", self.words(&[event.trigger])),
            ("when", self.words(when.map(|time| time.span).as_slice())),
            ("value", value(when.and_then(|time| time.value.as_deref()).unwrap_or_default())),
            ("places", self.words(&places)),
            ("parties", value(&parties.join("; "))),
        ];
        finding(Some(&event.rule), Some(event.confidence), facts)
    }

    fn provenance(&self, provenance: &FoundProvenance) -> Finding {
        let scope = match provenance.scope {
            Scope::Story => "story".to_owned(),
            Scope::Paragraph => "paragraph".to_owned(),
            Scope::Statement(place) => format!("statement {}", place + 1),
        };
        let facts = vec![
            ("carrier", self.words(provenance.carrier.as_slice())),
            ("cited", self.words(&provenance.cited)),
            ("chain", value(&provenance.chain.join(" <- "))),
            ("scope", value(&scope)),
        ];
        finding(Some(&provenance.rule), None, facts)
    }

    fn entity(&self, entity: &FoundEntity) -> Finding {
        let mentions: Vec<Span> = entity.mentions.iter().map(|mention| mention.span).collect();
        let facts = vec![
            ("kind", value(entity.kind.as_str())),
            ("name", value(&entity.name)),
            ("code", value(entity.code.as_deref().unwrap_or_default())),
            ("roles", self.words(&entity.roles)),
            ("mentions", self.words(&mentions)),
        ];
        finding(None, None, facts)
    }
}

fn finding(rule: Option<&str>, confidence: Option<f32>, mut facts: Vec<(&'static str, Fact)>) -> Finding {
    facts.retain(|(_, fact)| match fact {
        Fact::Value(value) => !value.is_empty(),
        Fact::Words(words) => !words.is_empty(),
    });
    Finding { rule: rule.map(str::to_owned), confidence, facts, candidates: Vec::new() }
}

fn value(words: &str) -> Fact {
    Fact::Value(words.to_owned())
}

/// The statement's number as `explain` and `read` count them, from 1.
fn number(place: Option<usize>) -> Fact {
    Fact::Value(place.map(|place| format!("statement {}", place + 1)).unwrap_or_default())
}

fn weighed(candidate: &Candidate) -> Weighed {
    Weighed { name: candidate.name.clone(), score: candidate.score, reasons: candidate.reasons.clone() }
}

fn as_map<S: Serializer>(facts: &[(&'static str, Fact)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(facts.iter().map(|(name, fact)| (name, fact)))
}
