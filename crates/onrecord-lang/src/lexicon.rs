//! One table of all word forms of a language, and what endings tell about the rest.

use std::hash::{BuildHasher, Hash};
use std::sync::OnceLock;

use hashbrown::{DefaultHashBuilder, HashMap, HashTable};

use crate::{Features, Tags};

/// No entry in a list.
pub const NO_ENTRY: u32 = u32::MAX;

/// What the lists say of one word form.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Word {
    /// Its readings.
    pub features: Features,
    /// Its classes.
    pub tags: Tags,
    /// Its lemma: a place in the lexicon's lemmas, or [`NO_ENTRY`].
    pub lemma: u32,
    /// The cue verb it is a form of, or [`NO_ENTRY`].
    pub verb: u32,
    /// The cue noun it is a form of, or [`NO_ENTRY`].
    pub noun: u32,
    /// The name it is a form of, or [`NO_ENTRY`].
    pub name: u32,
}

impl Default for Word {
    fn default() -> Self {
        Self { features: Features(0), tags: Tags(0), lemma: NO_ENTRY, verb: NO_ENTRY, noun: NO_ENTRY, name: NO_ENTRY }
    }
}

impl Word {
    /// Takes in what another list says of the same form.
    fn merge(&mut self, other: Word) {
        self.features |= other.features;
        self.tags |= other.tags;
        for (mine, theirs) in [
            (&mut self.lemma, other.lemma),
            (&mut self.verb, other.verb),
            (&mut self.noun, other.noun),
            (&mut self.name, other.name),
        ] {
            if *mine == NO_ENTRY {
                *mine = theirs;
            }
        }
    }
}

/// All word forms of a language.
#[derive(Default)]
pub(crate) struct Lexicon {
    /// Every form and lemma, one after another.
    letters: String,
    entries: Vec<(u32, u32, Word)>,
    by_form: HashTable<u32>,
    hasher: DefaultHashBuilder,
    lemmas: Vec<(u32, u32)>,
    endings: HashMap<Box<str>, Features>,
    longest_ending: usize,
    /// For each lemma its nominative plural (a place in `entries`), made when first asked for.
    plurals: OnceLock<HashMap<u32, u32>>,
    /// For each lemma its forms (places in `entries`), made when first asked for.
    forms: OnceLock<HashMap<u32, Vec<u32>>>,
}

impl Lexicon {
    /// Adds a form (already normal), or what is new about it.
    pub(crate) fn add(&mut self, form: &str, word: Word) {
        let hash = hash(&self.hasher, form);
        let (letters, entries) = (&self.letters, &self.entries);
        let found = self.by_form.find(hash, |&at| form_of(letters, entries[at as usize]) == form).copied();
        if let Some(at) = found {
            self.entries[at as usize].2.merge(word);
            return;
        }
        let start = self.letters.len() as u32;
        self.letters.push_str(form);
        let at = self.entries.len() as u32;
        self.entries.push((start, form.len() as u32, word));
        let (letters, entries, hasher) = (&self.letters, &self.entries, &self.hasher);
        let rehash = |&at: &u32| crate::lexicon::hash(hasher, form_of(letters, entries[at as usize]));
        self.by_form.insert_unique(hash, at, rehash);
    }

    /// Keeps a lemma and returns its place.
    pub(crate) fn lemma(&mut self, lemma: &str) -> u32 {
        let start = self.letters.len() as u32;
        self.letters.push_str(lemma);
        self.lemmas.push((start, lemma.len() as u32));
        self.lemmas.len() as u32 - 1
    }

    pub(crate) fn lemma_text(&self, place: u32) -> Option<&str> {
        let &(start, len) = self.lemmas.get(place as usize)?;
        self.letters.get(start as usize..(start + len) as usize)
    }

    /// All listed forms of a lemma.
    pub(crate) fn forms(&self, lemma: u32) -> impl Iterator<Item = &str> {
        let forms = self.forms.get_or_init(|| {
            let mut forms: HashMap<u32, Vec<u32>> = HashMap::new();
            for (at, (_, _, word)) in (0_u32..).zip(&self.entries) {
                if word.lemma != NO_ENTRY {
                    forms.entry(word.lemma).or_default().push(at);
                }
            }
            forms
        });
        let places = forms.get(&lemma).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(|&at| Some(form_of(&self.letters, *self.entries.get(at as usize)?)))
    }

    pub(crate) fn get(&self, form: &str) -> Option<&Word> {
        let hash = hash(&self.hasher, form);
        let at = self.by_form.find(hash, |&at| form_of(&self.letters, self.entries[at as usize]) == form)?;
        self.entries.get(*at as usize).map(|(_, _, word)| word)
    }

    pub(crate) fn add_ending(&mut self, ending: &str, features: Features) {
        *self.endings.entry(ending.into()).or_default() |= features;
        self.longest_ending = self.longest_ending.max(ending.chars().count());
    }

    /// What the longest known ending says.
    pub(crate) fn guess(&self, form: &str) -> Features {
        let mut starts = [0usize; 12];
        let mut n = 0;
        for (at, _) in form.char_indices().rev().take(self.longest_ending.min(12)) {
            starts[n] = at;
            n += 1;
        }
        // A word is never its own ending: at least one letter stays in front.
        let longest = starts[..n].iter().rev().filter(|&&at| at > 0);
        for &at in longest {
            if let Some(&features) = self.endings.get(&form[at..]) {
                return features | Features::GUESSED;
            }
        }
        self.endings.get("").copied().unwrap_or_default() | Features::GUESSED
    }

    /// The nominative plural of a lemma.
    pub(crate) fn plural_of(&self, lemma: u32) -> Option<&str> {
        let plurals = self.plurals.get_or_init(|| {
            let wanted = Features::of(crate::Case::Nominative, crate::Number::Plural);
            let listed = self.entries.iter().enumerate();
            let plural = listed.filter(|(_, (_, _, word))| word.lemma != NO_ENTRY && word.features.any(wanted));
            plural.map(|(at, (_, _, word))| (word.lemma, at as u32)).collect()
        });
        let at = *plurals.get(&lemma)? as usize;
        self.entries.get(at).map(|&entry| form_of(&self.letters, entry))
    }

    pub(crate) fn n_forms(&self) -> usize {
        self.entries.len()
    }
}

fn hash(hasher: &DefaultHashBuilder, form: &str) -> u64 {
    let mut state = hasher.build_hasher();
    form.hash(&mut state);
    std::hash::Hasher::finish(&state)
}

fn form_of(letters: &str, entry: (u32, u32, Word)) -> &str {
    &letters[entry.0 as usize..(entry.0 + entry.1) as usize]
}
