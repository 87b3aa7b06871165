//! What is wrong with a record, each fault with its cause and the rule that made it: for whoever mends the rules.
//!
//! Causes are told from gold, record and text alone; what answers what was settled by `matched`, as for the scores.

mod cited;
mod dated;
mod furniture;
mod said;
mod sight;
mod span;
mod speaker;

use std::ops::Range;

use onrecord::Reader;
use serde::Serialize;
use serde_json::{Value, json};

use crate::GoldDocument;
use crate::answer::Answer;
use crate::letters::Letters;
use crate::matched::Matched;
use sight::Sight;

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FaultKind {
    /// A statement of gold that was not found.
    Missing,
    /// A found statement that gold does not have.
    Extra,
    /// Other content.
    Span,
    /// Another speaker, or none.
    Speaker,
    /// Direct, indirect or mixed.
    Kind,
    /// Polarity or modality.
    Label,
    /// Carriers and cited outlets.
    Provenance,
    /// Trigger, date or status of events.
    Events,
    /// Calendar expressions and their values.
    Times,
    /// What is not the article's.
    Furniture,
}

/// Every kind with its name and what it lists.
pub const FAULT_KINDS: [(FaultKind, &str, &str); 10] = [
    (FaultKind::Missing, "missing", "statements that were not found"),
    (FaultKind::Extra, "extra", "found statements that gold does not have"),
    (FaultKind::Span, "span", "content that begins or ends elsewhere"),
    (FaultKind::Speaker, "speaker", "statements given to nobody or to somebody else"),
    (FaultKind::Kind, "kind", "direct, indirect and mixed mistaken for each other"),
    (FaultKind::Label, "label", "wrong polarity or modality"),
    (FaultKind::Provenance, "provenance", "carriers and cited outlets, their scope and names"),
    (FaultKind::Events, "events", "triggers, dates and status of events"),
    (FaultKind::Times, "times", "calendar expressions and their values"),
    (FaultKind::Furniture, "furniture", "furniture kept, or text thrown out"),
];

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// The document.
    pub doc: String,
    /// The group it belongs to.
    pub cause: String,
    /// What else tells it from others of the group.
    pub detail: String,
    /// The rule of ours that made it; `-` where none of ours did anything.
    pub rule: String,
    /// Where it stands, in code points.
    pub at: usize,
    /// What gold has.
    pub gold: String,
    /// What the record has.
    pub ours: String,
    /// The sentence.
    pub context: String,
}

impl FaultKind {
    /// The kind of this name.
    pub fn parse(name: &str) -> Option<Self> {
        FAULT_KINDS.iter().find(|(_, word, _)| *word == name).map(|(kind, ..)| *kind)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        FAULT_KINDS.iter().find(|(kind, ..)| *kind == self).map_or("", |(_, word, _)| word)
    }
}

/// The record of a gold document, as JSON; its provenance tells its rules, which the public record leaves out.
pub fn record_with_rules(reader: &Reader, document: &GoldDocument) -> Value {
    let page = document.page();
    let reading = reader.look(&page);
    let rules = reading.findings.provenance.iter().map(|found| json!(found.rule));
    let mut record = json!(onrecord::record(&page, &reading, reader.packs()));
    for (entry, rule) in record["provenance"].as_array_mut().into_iter().flatten().zip(rules) {
        entry["rule"] = rule;
    }
    record
}

/// Everything that is wrong with the record of a gold document, in order of [`FAULT_KINDS`] and of the text.
///
/// Nothing is told of a document in a language without a pack, or of a record with another text.
pub fn faults(reader: &Reader, document: &GoldDocument, record: &Value) -> Vec<Fault> {
    let page = document.page();
    let article = reader.article(&page).article;
    let Some(pack) = reader.packs().get(article.lang).filter(|_| article.text == document.text) else {
        return Vec::new();
    };
    let letters = Letters::new(&document.text);
    let (gold, found) = (Answer::of(&document.row), Answer::of(record));
    let matched = Matched::of(&letters, &gold, &found);
    let text = onrecord_text::analyse(&article, pack);
    let sight = Sight::new(&text, pack, &letters);
    let mut finder = Finder { doc: &document.doc, sight: &sight, matched: &matched, faults: Vec::new() };
    finder.find();
    finder.faults.sort_by_key(|fault| (fault.kind, fault.at));
    finder.faults
}

/// Collects the faults of one document.
struct Finder<'f> {
    doc: &'f str,
    sight: &'f Sight<'f>,
    matched: &'f Matched<'f>,
    faults: Vec<Fault>,
}

/// Why something is wrong: cause, detail, and the rule.
struct Why {
    cause: String,
    detail: String,
    rule: Option<String>,
}

impl Finder<'_> {
    fn find(&mut self) {
        self.missing();
        self.extra();
        for (gold, found) in self.matched.pairs() {
            self.span(gold, found);
            self.speaker(gold, found);
            self.kind(gold, found);
            self.label(gold, found);
        }
        self.provenance();
        self.events();
        self.times();
        self.furniture();
    }

    fn add(&mut self, kind: FaultKind, span: Range<usize>, why: Why, gold: String, ours: String) {
        self.faults.push(Fault {
            kind,
            doc: self.doc.to_owned(),
            cause: why.cause,
            detail: why.detail,
            rule: why.rule.unwrap_or_else(|| "-".to_owned()),
            at: span.start,
            gold,
            ours,
            context: self.sight.around(&span),
        });
    }
}

/// What stands for nothing.
fn or_nothing(value: Option<&str>) -> String {
    value.filter(|value| !value.is_empty()).unwrap_or("nothing").to_owned()
}

#[cfg(test)]
mod tests;
