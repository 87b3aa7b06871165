//! What training saw: all tags, the tags of words, and the tags that words of an ending can have.

use hashbrown::HashMap;

use crate::facts::{Facts, N_ENDINGS};
use crate::hash::{key, mix};
use crate::tag::{Pos, Tag};

/// Stands for every word that training did not see.
pub(crate) const UNKNOWN: u64 = 1;

/// Tags as numbers, and which of them a word can have.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Known {
    /// Every tag, the most frequent first.
    pub(crate) tags: Vec<Tag>,
    /// Lists of tags, one after another, each with the most frequent first.
    pub(crate) lists: Vec<u16>,
    /// Word (its hash) to its list.
    pub(crate) words: HashMap<u32, List>,
    /// Ending, or shape (their hashes), to its list.
    pub(crate) endings: HashMap<u32, List>,
}

/// A place in the lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct List {
    pub(crate) start: u32,
    pub(crate) n: u16,
    /// A word of a closed class seen so often that it has no other tags.
    pub(crate) is_closed: bool,
    /// Its first tag can be trusted as the likely one.
    pub(crate) is_frequent: bool,
}

/// What is known of a word before its sentence is looked at.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Prospect {
    word: List,
    ending: List,
    /// Whether training saw the word.
    pub(crate) is_seen: bool,
    /// The tag to expect.
    pub(crate) likely: u16,
}

impl Prospect {
    /// Whether training saw the word often.
    pub(crate) fn is_frequent(&self) -> bool {
        self.word.is_frequent
    }
}

impl Known {
    /// Looks a word up.
    pub(crate) fn prospect(&self, facts: &Facts) -> Prospect {
        let word = self.words.get(&key(facts.word));
        let ending = if word.is_some_and(|word| word.is_closed) { List::default() } else { self.ending(facts) };
        let (is_seen, word) = (word.is_some(), word.copied().unwrap_or_default());
        let first = if word.is_frequent { word } else { ending };
        let likely = self.list(first).first().copied().unwrap_or_default();
        Prospect { word, ending, is_seen, likely }
    }

    /// The tags that a word may have: those it was seen with, and those of its ending.
    pub(crate) fn candidates(&self, prospect: Prospect, into: &mut Vec<u16>) {
        into.clear();
        into.extend(self.list(prospect.word));
        let n = into.len();
        for &tag in self.list(prospect.ending) {
            if !into[..n].contains(&tag) {
                into.push(tag);
            }
        }
        if into.is_empty() {
            into.push(0);
        }
    }

    pub(crate) fn list(&self, list: List) -> &[u16] {
        let start = list.start as usize;
        self.lists.get(start..start + usize::from(list.n)).unwrap_or_default()
    }

    fn ending(&self, facts: &Facts) -> List {
        let longest = (0..N_ENDINGS).rev().filter(|&n| facts.is_word && facts.endings[n] != 0);
        let mut found = longest.filter_map(|n| self.endings.get(&ending_key(facts, n)));
        found.next().or_else(|| self.endings.get(&shape_key(facts))).copied().unwrap_or_default()
    }
}

/// What the tags of words with this ending of `n + 1` letters are found by; words with a capital have tags of their own.
pub(crate) fn ending_key(facts: &Facts, n: usize) -> u32 {
    key(mix(facts.endings[n], u64::from(facts.is_capital())))
}

/// What stands for a word of which no ending is known: its shape, or the sign itself.
pub(crate) fn shape_key(facts: &Facts) -> u32 {
    key(mix(77, if facts.is_word { facts.shape } else { facts.word }))
}

/// Whether new words of this part of speech are met every day.
pub(crate) fn is_open(pos: Pos) -> bool {
    matches!(pos, Pos::Noun | Pos::Name | Pos::Adjective | Pos::Verb | Pos::Adverb | Pos::Numeral | Pos::Other)
}
