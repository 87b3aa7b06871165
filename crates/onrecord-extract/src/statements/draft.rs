//! A statement before its speaker is known, in tokens.

use std::ops::Range;

use onrecord_model::{Modality, Polarity};

use crate::noun_phrase::NounPhrase;

/// A statement in the making.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// What was said.
    pub(crate) content: Vec<Range<usize>>,
    /// The words of the speech act.
    pub(crate) cue: Vec<Range<usize>>,
    /// The verb, noun or first word of the cue.
    pub(crate) main: usize,
    /// The words that name the source, and what stands in them.
    pub(crate) source: Option<NounPhrase>,
    /// How the source was found.
    pub(crate) source_kind: SourceKind,
    /// The shape the content was found by.
    pub(crate) shape: Shape,
    /// Where the cue is a listed verb: its place in the pack.
    pub(crate) verb: Option<u32>,
    /// To whom.
    pub(crate) addressee: Option<Range<usize>>,
    /// Said or not said.
    pub(crate) polarity: Polarity,
    /// How it is presented.
    pub(crate) modality: Modality,
    /// Whether only a topic is named.
    pub(crate) is_topic: bool,
    /// Whether the draft is to be dropped (another one tells the same).
    pub(crate) is_dropped: bool,
}

/// How a source stands to its cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SourceKind {
    /// The subject of a verb, or the noun of a phrase.
    Plain,
    /// «В МИД заявили»: a body in a prepositional phrase, the preposition included.
    Inside,
    /// «В документе говорится».
    Document,
    /// A possessive: «его слова», «по его словам».
    Possessive,
    /// A relative pronoun: «который заявил».
    Relative,
    /// No words name it.
    None,
}

/// The shape by which a content was found: the rule's family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub(crate) enum Shape {
    That,
    ColonQuote,
    ColonText,
    QuoteAfter,
    QuoteBefore,
    QuoteSplit,
    Aside,
    Whether,
    Infinitive,
    Object,
    Preposition,
    Called,
    Bare,
    PointsBack,
    Topic,
    SourcePhrase,
    Rumour,
    Noun,
    Headline,
    LooseQuote,
    Transcript,
}

impl Shape {
    /// The rule's name, after the language code.
    pub(crate) fn rule(self) -> &'static str {
        match self {
            Self::That => "verb.that",
            Self::ColonQuote => "verb.colon-quote",
            Self::ColonText => "verb.colon-text",
            Self::QuoteAfter => "verb.quote-after",
            Self::QuoteBefore => "quote.dash",
            Self::QuoteSplit => "quote.split",
            Self::Aside => "verb.aside",
            Self::Whether => "verb.whether",
            Self::Infinitive => "verb.infinitive",
            Self::Object => "verb.object",
            Self::Preposition => "verb.preposition",
            Self::Called => "verb.called",
            Self::Bare => "verb.bare",
            Self::PointsBack => "verb.points-back",
            Self::Topic => "verb.topic",
            Self::SourcePhrase => "phrase.source",
            Self::Rumour => "phrase.rumour",
            Self::Noun => "noun.content",
            Self::Headline => "headline.colon",
            Self::LooseQuote => "quote.loose",
            Self::Transcript => "line.speaker-colon",
        }
    }

    /// How strong the shape is where two drafts claim the same words, 0 to 1.
    pub(crate) fn strength(self) -> f32 {
        match self {
            Self::QuoteBefore | Self::QuoteSplit | Self::That | Self::ColonQuote => 0.9,
            Self::SourcePhrase | Self::Aside | Self::QuoteAfter | Self::Bare | Self::Headline | Self::Transcript => 0.8,
            Self::ColonText | Self::Whether | Self::Infinitive | Self::Called => 0.7,
            Self::Rumour | Self::PointsBack | Self::Preposition | Self::Object | Self::Noun => 0.6,
            Self::LooseQuote | Self::Topic => 0.5,
        }
    }
}

impl Draft {
    /// A draft with a plain act: said, asserted, nothing dropped.
    pub(crate) fn new(shape: Shape, main: usize, cue: Vec<Range<usize>>, content: Vec<Range<usize>>) -> Self {
        Self {
            content,
            cue,
            main,
            source: None,
            source_kind: SourceKind::None,
            shape,
            verb: None,
            addressee: None,
            polarity: Polarity::Pos,
            modality: Modality::Asserted,
            is_topic: shape == Shape::Topic,
            is_dropped: false,
        }
    }

    /// The first token of the content.
    pub(crate) fn start(&self) -> usize {
        self.content.first().map_or(0, |range| range.start)
    }

    /// One past the last token of the content.
    pub(crate) fn end(&self) -> usize {
        self.content.last().map_or(0, |range| range.end)
    }
}
