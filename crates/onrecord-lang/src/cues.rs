//! Words that report speech: verbs and nouns, with the shapes of content they take.

use crate::table::{PackError, Row};

/// What kind of act a cue reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the values are described in lang/README.md")]
pub enum Stance {
    Says,
    Writes,
    Opines,
    Asks,
    Orders,
    Promises,
    Denies,
    Hides,
    Judges,
    Knows,
    Topic,
}

impl Stance {
    pub(crate) fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "says" => Self::Says,
            "writes" => Self::Writes,
            "opines" => Self::Opines,
            "asks" => Self::Asks,
            "orders" => Self::Orders,
            "promises" => Self::Promises,
            "denies" => Self::Denies,
            "hides" => Self::Hides,
            "judges" => Self::Judges,
            "knows" => Self::Knows,
            "topic" => Self::Topic,
            _ => return None,
        })
    }
}

/// A shape of content.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the values are described in lang/README.md")]
pub enum Takes {
    Quote,
    That,
    Bare,
    Aside,
    Whether,
    Inf,
    Noun,
    Prep(Box<str>),
    As,
    Doc,
    Addressee,
    Whose,
    Topic,
    TopicPrep(Box<str>),
}

impl Takes {
    /// Reads one word of a `takes` cell.
    pub(crate) fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "quote" => Self::Quote,
            "that" => Self::That,
            "bare" => Self::Bare,
            "aside" => Self::Aside,
            "whether" => Self::Whether,
            "inf" => Self::Inf,
            "noun" => Self::Noun,
            "as" => Self::As,
            "doc" => Self::Doc,
            "addr" => Self::Addressee,
            "whose" => Self::Whose,
            "topic" => Self::Topic,
            _ => match word.split_once(':')? {
                ("prep", preposition) => Self::Prep(preposition.into()),
                ("topic", preposition) => Self::TopicPrep(preposition.into()),
                _ => return None,
            },
        })
    }

    pub(crate) fn parse_all(row: &Row<'_>, cell: &str) -> Result<Vec<Self>, PackError> {
        cell.split_ascii_whitespace()
            .map(|word| Self::parse(word).ok_or_else(|| row.bad(word, "shape of content")))
            .collect()
    }
}

/// A verb that reports.
#[derive(Clone, Debug)]
pub struct CueVerb {
    /// Its dictionary form.
    pub lemma: Box<str>,
    /// What it does.
    pub stance: Stance,
    /// What it takes.
    pub takes: Vec<Takes>,
    /// A sentence that shows it, with brackets.
    pub example: Box<str>,
}

impl CueVerb {
    /// Whether it takes this shape.
    pub fn takes(&self, shape: &Takes) -> bool {
        self.takes.contains(shape)
    }
}

/// A noun that reports.
#[derive(Clone, Debug)]
pub struct CueNoun {
    /// Its nominative.
    pub lemma: Box<str>,
    /// What it does.
    pub stance: Stance,
    /// What it takes.
    pub takes: Vec<Takes>,
    /// Lemmas of the verbs that make a speech act with it.
    pub support: Vec<Box<str>>,
    /// A sentence that shows it, with brackets.
    pub example: Box<str>,
}
