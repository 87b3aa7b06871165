//! The public record, schema 1: what was read from one document. Names are promises: fields are added, never renamed.
//!
//! All offsets are half-open and count Unicode code points of `article.text`.

use serde::{Deserialize, Serialize};

use crate::{BlockKind, CharSpan, Furniture, Lang, Link, PublishedFrom};

/// The number in every record's `schema`.
pub const SCHEMA: u32 = 1;

macro_rules! plain {
    ($($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal),+ $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$variant_meta])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// The word the record uses.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
            /// The value a word of the record stands for.
            pub fn parse(word: &str) -> Option<Self> {
                [$(Self::$variant),+].into_iter().find(|value| value.as_str() == word)
            }
        }
    )+};
}

plain! {
    /// Direct, indirect, mixed speech, or a speech act that only names its topic.
    StatementKind {
        /// All content stands inside quotation marks or a dash-introduced line.
        Direct = "direct",
        /// No content is quoted.
        Indirect = "indirect",
        /// Indirect with at least one quoted piece.
        Mixed = "mixed",
        /// A speech act without a proposition.
        Reported = "reported",
    }
    /// How the speaker is named.
    SpeakerForm {
        /// By name.
        Named = "named",
        /// By name and office.
        NamedRole = "named+role",
        /// By office or description.
        Description = "description",
        /// By a pronoun.
        Pronoun = "pronoun",
        /// Several people or a body speaking as one.
        Collective = "collective",
        /// A place or building that stands for a government.
        Metonym = "metonym",
        /// A source that is not named.
        Unnamed = "unnamed",
        /// A document.
        Document = "document",
        /// Not at all.
        None = "none",
    }
    /// Where in the article a statement stands.
    Zone {
        /// The headline or subhead.
        Headline = "headline",
        /// The running text.
        Body = "body",
        /// A caption.
        Caption = "caption",
        /// An embedded post.
        Embed = "embed",
    }
    /// Whether the act is asserted or denied.
    Polarity {
        /// It was said.
        Pos = "pos",
        /// It was not said, or the content was denied by the reporting words.
        Neg = "neg",
    }
    /// How the act is presented.
    Modality {
        /// As a fact.
        Asserted = "asserted",
        /// As something that may or might be said.
        Hypothetical = "hypothetical",
        /// As hearsay.
        Hearsay = "hearsay",
        /// As something to come.
        Future = "future",
        /// As a question.
        Question = "question",
    }
    /// What an entity is.
    EntityKind {
        /// A person.
        Person = "person",
        /// A body, company, outlet, party.
        Organisation = "organisation",
        /// A country, region, city, building.
        Place = "place",
        /// A product or project.
        Product = "product",
        /// A named event.
        EventName = "event_name",
    }
    /// How a mention names its entity.
    MentionForm {
        /// A name.
        Name = "name",
        /// An abbreviation.
        Acronym = "acronym",
        /// An office.
        Role = "role",
        /// A description.
        Description = "description",
        /// A pronoun.
        Pronoun = "pronoun",
    }
    /// Whether an event took place.
    EventStatus {
        /// It took place.
        Held = "held",
        /// It is to come.
        Planned = "planned",
        /// It was called off.
        Cancelled = "cancelled",
        /// It goes on.
        Ongoing = "ongoing",
    }
    /// What happened.
    EventKind {
        /// Negotiations and meetings.
        Talks = "talks",
        /// A visit.
        Visit = "visit",
        /// A summit or conference.
        Summit = "summit",
        /// An agreement signed or reached.
        Agreement = "agreement",
        /// A press conference, an announcement, an interview.
        StatementEvent = "statement_event",
        /// A vote, an election, a referendum.
        Vote = "vote",
        /// A court's or body's decision.
        Ruling = "ruling",
        /// An appointment.
        Appointment = "appointment",
        /// A resignation or dismissal.
        Resignation = "resignation",
        /// A strike of workers.
        Strike = "strike",
        /// A rally or protest.
        Protest = "protest",
        /// An attack.
        Attack = "attack",
        /// An accident.
        Accident = "accident",
        /// A natural disaster.
        Disaster = "disaster",
        /// A launch or opening.
        Launch = "launch",
        /// A publication.
        Publication = "publication",
        /// Flights, trains, ships.
        Transport = "transport",
        /// A match or race.
        Sport = "sport",
        /// Money, prices, contracts.
        Economy = "economy",
        /// Anything else.
        Other = "other",
    }
    /// What a time expression was counted from.
    Anchor {
        /// The publication date.
        Published = "published",
        /// Another time in the text, or the expression itself.
        Text = "text",
        /// Nothing.
        None = "none",
    }
}

/// All that was read from one document, with what made it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArticleRecord {
    /// Always [`SCHEMA`].
    pub schema: u32,
    /// The document.
    pub document: Document,
    /// The article in it.
    pub article: ArticlePart,
    /// People, organisations and places.
    pub entities: Vec<Entity>,
    /// Who said what.
    pub statements: Vec<Statement>,
    /// Calendar expressions.
    pub times: Vec<Time>,
    /// What happened when.
    pub events: Vec<Event>,
    /// Who has it from whom.
    pub provenance: Vec<Provenance>,
    /// What a reader of the record should know.
    pub notices: Vec<RecordNotice>,
    /// The program and packs that made it.
    pub made_by: MadeBy,
}

/// The document a record was read from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Digest of the source bytes, shortened.
    pub id: String,
    /// The document's own name.
    pub name: Option<String>,
    /// The file it came from.
    pub file: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Where it lies in a web archive.
    pub warc: Option<Warc>,
    /// SHA-256 of the source bytes.
    pub sha256: String,
    /// `text/plain` or `text/html`.
    pub media_type: String,
    /// When it was fetched.
    pub fetched: Option<String>,
}

/// A place in a web archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warc {
    /// The archive's file.
    pub file: String,
    /// Byte offset of the record.
    pub offset: u64,
}

/// The article, as the record shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticlePart {
    /// Its language.
    pub lang: Lang,
    /// Its words; all offsets point here.
    pub text: String,
    /// The page's or the given title.
    pub title: Option<String>,
    /// The headline in the text.
    pub headline: Option<CharSpan>,
    /// The subhead.
    pub subhead: Option<CharSpan>,
    /// The author line.
    pub byline: Option<String>,
    /// The authors.
    pub authors: Vec<String>,
    /// Publication date, RFC 3339.
    pub published: Option<String>,
    /// Where the date came from.
    pub published_from: Option<PublishedFrom>,
    /// Date of change.
    pub modified: Option<String>,
    /// The outlet.
    pub outlet: Option<String>,
    /// The address the page calls its own.
    pub canonical_url: Option<String>,
    /// The lead image.
    pub image: Option<ImagePart>,
    /// The outlet's section.
    pub section: Option<String>,
    /// The outlet's tags.
    pub tags: Vec<String>,
    /// The agency the text was taken from.
    pub syndicated_from: Option<String>,
    /// The parts of the text.
    pub blocks: Vec<BlockPart>,
    /// The page's links.
    pub links: Vec<Link>,
}

/// The lead image, as the record shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImagePart {
    /// Its address.
    pub url: Option<String>,
    /// Who made it.
    pub credit: Option<CharSpan>,
    /// Its caption.
    pub caption: Option<CharSpan>,
}

/// A part of the text, as the record shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockPart {
    /// What it is.
    pub kind: BlockKind,
    /// First code point.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// For furniture: what kind.
    pub furniture: Option<Furniture>,
    /// Where in the document it stands, for web pages whose bytes are UTF-8.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<ByteSpan>,
}

/// A half-open range of bytes of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByteSpan {
    /// The first byte.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// A person, organisation or place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// Local to the record: `e1`.
    pub id: String,
    /// Across the archive, once stored.
    pub archive_id: Option<String>,
    /// What it is.
    pub kind: EntityKind,
    /// The fullest name the article gives, nominative.
    pub name: String,
    /// The name by language.
    pub names: Names,
    /// ISO 3166 code of a country, or of the country a place is in.
    pub code: Option<String>,
    /// Offices the article gives it.
    pub roles: Vec<RoleMention>,
    /// Where it is named.
    pub mentions: Vec<Mention>,
}

/// A name by language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// Russian.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ru: Option<String>,
    /// Ukrainian.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub uk: Option<String>,
    /// English.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub en: Option<String>,
}

/// An office, as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleMention {
    /// The words.
    pub text: String,
    /// First code point.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// A place where an entity is named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// First code point.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// How it is named.
    pub form: MentionForm,
}

/// Somebody said something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// Digest of document, content and kind.
    pub id: String,
    /// Direct, indirect, mixed, reported.
    pub kind: StatementKind,
    /// What was said.
    pub content: Vec<CharSpan>,
    /// The pieces of it that are quoted word for word.
    pub quoted: Vec<CharSpan>,
    /// The words that name who said it.
    pub source: Option<CharSpan>,
    /// The words that signal the speech act.
    pub cue: Vec<CharSpan>,
    /// Who said it.
    pub speaker: Speaker,
    /// To whom.
    pub addressee: Option<CharSpan>,
    /// Where in the article.
    pub zone: Zone,
    /// Said or not said.
    pub polarity: Polarity,
    /// How it is presented.
    pub modality: Modality,
    /// The statement this one stands in.
    pub parent: Option<String>,
    /// The statement this one repeats.
    pub restates: Option<String>,
    /// When it was said.
    pub said: Option<When>,
    /// Outlets it came through, nearest first.
    pub via: Vec<String>,
    /// How sure, 0 to 1.
    pub confidence: f32,
    /// The rule that found it.
    pub rule: String,
    /// Set where a person has set the statement right; the fields above then say what that person says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrected: Option<Corrected>,
}

/// Who set a statement right, and when; never written by the program of its own accord.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrected {
    /// Who.
    pub author: Option<String>,
    /// When, RFC 3339.
    pub made: String,
    /// Why.
    pub note: Option<String>,
}

/// Who said it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The entities behind the name.
    pub entities: Vec<String>,
    /// The canonical name; `null` when there is nobody to hold responsible.
    pub name: Option<String>,
    /// How the source names it.
    pub form: SpeakerForm,
    /// The office, as written.
    pub role: Option<String>,
}

/// A date, with the words that gave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// `2022-01-09`, `2022-01`, `2022`, `a/b`, `XXXX-01-09`.
    pub value: Option<String>,
    /// First code point.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// A calendar expression.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Time {
    /// First code point.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// Its value, as far as known.
    pub value: Option<String>,
    /// What it was counted from.
    pub anchor: Anchor,
}

/// Something took place, will take place, or was called off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Digest of document and trigger.
    pub id: String,
    /// The words that name it.
    pub trigger: CharSpan,
    /// What it is.
    pub kind: EventKind,
    /// When.
    pub when: Option<When>,
    /// Where.
    pub place: Vec<EventPlace>,
    /// Who took part.
    pub parties: Vec<Party>,
    /// Whether it took place.
    pub status: EventStatus,
    /// How sure, 0 to 1.
    pub confidence: f32,
    /// The rule that found it.
    pub rule: String,
}

/// Where an event was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventPlace {
    /// The place's entity.
    pub entity: Option<String>,
    /// First code point.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// Who took part in an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// The entity.
    pub entity: Option<String>,
    /// Its name.
    pub name: String,
}

/// Who has it from whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// The outlet that carries it.
    pub carrier: Option<CharSpan>,
    /// The outlets, people or papers it cites.
    pub cited: Vec<CharSpan>,
    /// Names in order, this page first.
    pub chain: Vec<String>,
    /// `story`, `paragraph`, or a statement's id.
    pub scope: String,
}

/// A notice, as the record shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordNotice {
    /// A stable name.
    pub code: String,
    /// One sentence for people.
    pub text: String,
    /// First code point of the words it is about.
    pub start: Option<u32>,
    /// One past the last.
    pub end: Option<u32>,
}

/// What made a record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeBy {
    /// The program's version.
    pub version: String,
    /// Digest of each language pack used.
    pub packs: std::collections::BTreeMap<String, String>,
}
