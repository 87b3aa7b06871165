//! Cues and markers of several words, found by their first word.

use hashbrown::HashMap;

use crate::Features;

/// What a phrase does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhraseKind {
    /// It names a source: «по словам *».
    Source,
    /// It names where the article has something from: «со ссылкой на *».
    Reference,
    /// It changes what is claimed: «якобы».
    Hedge(HedgeKind),
    /// The outlet speaks to its reader: «Напомним».
    Voice(VoiceKind),
    /// A form of a cue verb of several words, with the verb's place and its agreement.
    Verb(u32, Features),
    /// A small word of several words: «так как».
    Small(crate::Tags),
}

/// How a word changes what is claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the values are described in lang/README.md")]
pub enum HedgeKind {
    Hearsay,
    Negation,
    Condition,
    Irrealis,
    Affirmed,
    Future,
    Question,
    Rumour,
}

impl HedgeKind {
    pub(crate) fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "hearsay" => Self::Hearsay,
            "negation" => Self::Negation,
            "condition" => Self::Condition,
            "irrealis" => Self::Irrealis,
            "affirmed" => Self::Affirmed,
            "future" => Self::Future,
            "question" => Self::Question,
            "rumour" => Self::Rumour,
            _ => return None,
        })
    }
}

/// What the outlet does when it speaks to its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the values are described in lang/README.md")]
pub enum VoiceKind {
    Recall,
    Gloss,
    Background,
}

impl VoiceKind {
    pub(crate) fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "recall" => Self::Recall,
            "gloss" => Self::Gloss,
            "background" => Self::Background,
            _ => return None,
        })
    }
}

/// A phrase of a list.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// Its words, normal; `*` stands for a source.
    pub words: Vec<Box<str>>,
    /// What it does.
    pub kind: PhraseKind,
    /// The case its source stands in; all when the list does not say.
    pub case: Features,
}

/// All phrases of a language.
#[derive(Default)]
pub(crate) struct Phrases {
    all: Vec<Phrase>,
    by_first: HashMap<Box<str>, Vec<u32>>,
}

impl Phrases {
    pub(crate) fn add(&mut self, phrase: Phrase) {
        let Some(first) = phrase.words.iter().find(|word| &***word != "*") else { return };
        self.by_first.entry(first.clone()).or_default().push(self.all.len() as u32);
        self.all.push(phrase);
    }

    /// The longest phrases first.
    pub(crate) fn sort(&mut self) {
        for places in self.by_first.values_mut() {
            places.sort_by_key(|&at| std::cmp::Reverse(self.all[at as usize].words.len()));
        }
    }

    pub(crate) fn starting(&self, word: &str) -> impl Iterator<Item = &Phrase> {
        self.by_first.get(word).into_iter().flatten().map(|&at| &self.all[at as usize])
    }
}
