//! What was found in a text, in bytes, with the rule that found it.

use std::ops::Range;

use onrecord_model::{
    Anchor, EntityKind, EventKind, EventStatus, MentionForm, Modality, Polarity, Span, SpeakerForm, StatementKind, Zone,
};

/// Everything that one text gave.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// Calendar expressions, in order.
    pub times: Vec<FoundTime>,
    /// People, organisations, places.
    pub entities: Vec<FoundEntity>,
    /// Who said what, in order of content.
    pub statements: Vec<FoundStatement>,
    /// What happened when.
    pub events: Vec<FoundEvent>,
    /// Who has it from whom.
    pub provenance: Vec<FoundProvenance>,
}

/// A calendar expression.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundTime {
    /// Its words, without a leading preposition.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// `2022-01-09`, `2022-01`, `2022`, `a/b`, `XXXX-01-09`; none when the words do not tell.
    pub value: Option<String>,
    /// What it was counted from.
    pub anchor: Anchor,
    /// The rule that found it.
    pub rule: &'static str,
}

/// A person, organisation or place.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundEntity {
    /// What it is.
    pub kind: EntityKind,
    /// The fullest name in the article, nominative.
    pub name: String,
    /// ISO 3166-1 code.
    pub code: Option<String>,
    /// Offices the article gives it.
    pub roles: Vec<Span>,
    /// Where it is named.
    pub mentions: Vec<FoundMention>,
    /// Whether a man (`Some(true)`) or a woman is meant, when the article tells.
    pub is_male: Option<bool>,
}

impl FoundEntity {
    /// Whether the article names it by more than one word or gives it an office, so that it is surely somebody.
    pub(crate) fn is_well_named(&self) -> bool {
        self.name.contains(' ') || !self.roles.is_empty()
    }
}

/// A place where an entity is named.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundMention {
    /// The bare name.
    pub span: Span,
    /// Its first token.
    pub token: usize,
    /// How it is named.
    pub form: MentionForm,
    /// The words of this mention in the nominative, where an entity has several names («Британия», «Великобритания»).
    pub written: Option<String>,
}

/// Somebody said something.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundStatement {
    /// Direct, indirect, mixed, reported.
    pub kind: StatementKind,
    /// What was said.
    pub content: Vec<Span>,
    /// The quoted pieces of it.
    pub quoted: Vec<Span>,
    /// The words that name who said it.
    pub source: Option<Span>,
    /// The words that signal the act.
    pub cue: Vec<Span>,
    /// Who said it.
    pub speaker: FoundSpeaker,
    /// To whom.
    pub addressee: Option<Span>,
    /// Where in the article.
    pub zone: Zone,
    /// Said or not said.
    pub polarity: Polarity,
    /// How it is presented.
    pub modality: Modality,
    /// The statement it stands in.
    pub parent: Option<usize>,
    /// The statement it repeats.
    pub restates: Option<usize>,
    /// When it was said: a place in `times`.
    pub said: Option<usize>,
    /// Outlets it came through, nearest first.
    pub via: Vec<String>,
    /// How sure, 0 to 1.
    pub confidence: f32,
    /// The rule that found it, such as `ru.verb.that`.
    pub rule: String,
}

/// Who said it, and who else might have.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundSpeaker {
    /// Places in `entities`.
    pub entities: Vec<usize>,
    /// The canonical name.
    pub name: Option<String>,
    /// How the source names it.
    pub form: SpeakerForm,
    /// The office, as written.
    pub role: Option<String>,
    /// All candidates that were weighed, best first.
    pub candidates: Vec<Candidate>,
}

/// Someone who might have said it.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The name.
    pub name: String,
    /// The higher, the likelier; comparable within one statement only.
    pub score: f32,
    /// What spoke for and against.
    pub reasons: Vec<&'static str>,
}

/// Something took place, will take place, or was called off.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundEvent {
    /// The words that name it.
    pub trigger: Span,
    /// What it is.
    pub kind: EventKind,
    /// When: a place in `times`.
    pub when: usize,
    /// Where: a place in `entities`, and the words.
    pub places: Vec<(Option<usize>, Span)>,
    /// Who took part: a place in `entities`, and the name.
    pub parties: Vec<(Option<usize>, String)>,
    /// Whether it took place.
    pub status: EventStatus,
    /// How sure, 0 to 1.
    pub confidence: f32,
    /// The rule that found it.
    pub rule: String,
}

/// Who has it from whom.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundProvenance {
    /// The outlet that carries it.
    pub carrier: Option<Span>,
    /// What it cites.
    pub cited: Vec<Span>,
    /// Names in order, nearest to this page first.
    pub chain: Vec<String>,
    /// What it is about.
    pub scope: Scope,
    /// The rule that found it.
    pub rule: String,
}

/// What a provenance is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The whole article.
    Story,
    /// The paragraph it stands in.
    Paragraph,
    /// One statement: its place in `statements`.
    Statement(usize),
}
