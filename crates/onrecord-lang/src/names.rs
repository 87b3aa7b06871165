//! Names of places, organisations and outlets that the lists know.

use hashbrown::HashMap;

/// What a listed name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the values are described in lang/README.md")]
pub enum NameKind {
    Country,
    Region,
    City,
    Union,
    Building,
    Water,
    Body,
    Party,
    Company,
    Outlet,
    Team,
    Event,
}

impl NameKind {
    pub(crate) fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "country" => Self::Country,
            "region" => Self::Region,
            "city" => Self::City,
            "union" => Self::Union,
            "building" => Self::Building,
            "water" => Self::Water,
            "body" => Self::Body,
            "party" => Self::Party,
            "company" => Self::Company,
            "outlet" => Self::Outlet,
            "team" => Self::Team,
            "event" => Self::Event,
            _ => return None,
        })
    }

    /// Whether it is a place.
    pub fn is_place(self) -> bool {
        matches!(self, Self::Country | Self::Region | Self::City | Self::Building | Self::Water)
    }
}

/// A listed name.
#[derive(Clone, Debug)]
pub struct NameInfo {
    /// The name the list gives first.
    pub name: Box<str>,
    /// What it names.
    pub kind: NameKind,
    /// ISO 3166-1 code, when known.
    pub code: Option<Box<str>>,
}

/// What the first word of a name is looked up by: its first three letters, which no case changes.
fn key(word: &str) -> &str {
    word.char_indices().nth(3).map_or(word, |(end, _)| &word[..end])
}

/// Listed names of several words, found by the beginning of their first word.
#[derive(Default)]
pub(crate) struct LongNames {
    by_first: HashMap<Box<str>, Vec<LongName>>,
}

/// The words of a name, and its place.
type LongName = (Vec<Box<str>>, u32);

impl LongNames {
    /// Adds a spelling (normal words) of the name at `place`.
    pub(crate) fn add(&mut self, words: Vec<Box<str>>, place: u32) {
        let Some(first) = words.first() else { return };
        self.by_first.entry(key(first).into()).or_default().push((words, place));
    }

    pub(crate) fn sort(&mut self) {
        for names in self.by_first.values_mut() {
            names.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
    }

    /// Spellings whose first word has this word's stem, longest first.
    pub(crate) fn starting(&self, word: &str) -> impl Iterator<Item = (&[Box<str>], u32)> {
        self.by_first.get(key(word)).into_iter().flatten().map(|(words, place)| (words.as_slice(), *place))
    }
}
