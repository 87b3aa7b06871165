//! What a word shows by itself: its letters, its shape, and what the lists say of it.

use onrecord_lang::{Features, Pack, Tags, normal_into};

use crate::hash::of_bytes;

/// Endings and beginnings are looked at up to so many letters.
pub(crate) const N_ENDINGS: usize = 6;
/// Letters of the longest beginning.
pub(crate) const N_STARTS: usize = 4;

/// One word, before anything is known of its sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Facts {
    /// The hash of the normal form.
    pub(crate) word: u64,
    /// Hashes of its last one to six letters; 0 where the word is shorter.
    pub(crate) endings: [u64; N_ENDINGS],
    /// Hashes of its first one to four letters; 0 where the word is shorter.
    pub(crate) starts: [u64; N_STARTS],
    /// Capitals, digits, alphabet.
    pub(crate) shape: u64,
    /// Whether it has a letter or digit.
    pub(crate) is_word: bool,
    /// Cases with gender or number, by the lists.
    pub(crate) cells: u64,
    /// Parts of speech and verb forms, by the lists.
    pub(crate) kinds: u64,
    /// Whether a list holds the word.
    pub(crate) is_listed: bool,
    /// Classes of the word, by the lists.
    pub(crate) classes: u64,
}

impl Facts {
    /// Looks at a word; `form` is a buffer that is reused.
    pub(crate) fn of(word: &str, pack: &Pack, form: &mut String) -> Self {
        normal_into(word, form);
        let mut facts = Self { word: of_bytes(0, form.as_bytes()), shape: shape(word), ..Self::default() };
        facts.is_word = facts.shape & (LETTER | DIGIT) != 0;
        if !facts.is_word {
            return facts;
        }
        facts.cut(form);
        facts.ask(form, pack);
        facts
    }

    fn cut(&mut self, form: &str) {
        let ends = form.char_indices().rev().take(N_ENDINGS);
        for (n, (at, _)) in ends.enumerate() {
            self.endings[n] = of_bytes(n as u64 + 1, &form.as_bytes()[at..]);
        }
        let starts = form.char_indices().skip(1).map(|(at, _)| at).chain([form.len()]).take(N_STARTS);
        for (n, end) in starts.enumerate() {
            self.starts[n] = of_bytes(n as u64 + 11, &form.as_bytes()[..end]);
        }
    }

    fn ask(&mut self, form: &str, pack: &Pack) {
        let listed = pack.word(form);
        let mut features = listed.map_or(Features(0), |word| word.features);
        self.is_listed = listed.is_some();
        self.classes = listed.map_or(0, |word| word.tags.0 & CLASSES.0);
        if features.is_empty() && !self.is_listed && self.has_letters() {
            features = pack.guess(form);
            if self.is_capital()
                && let Some(surname) = pack.surname(form)
            {
                features |= surname.of_man | surname.of_woman;
                self.classes = 1 << 63;
            }
        }
        self.cells = features.nominal().0;
        self.kinds = features.0 >> 28;
    }
}

/// Classes of the lists that say something of a word's grammar.
const CLASSES: Tags = Tags(
    Tags::GIVEN.0
        | Tags::PLACE.0
        | Tags::ORG.0
        | Tags::PREP.0
        | Tags::NUM.0
        | Tags::DEM.0
        | Tags::COMP.0
        | Tags::REL.0
        | Tags::WH.0
        | Tags::SUB.0
        | Tags::COORD.0
        | Tags::PRON3.0
        | Tags::POSS3.0
        | Tags::PRON1.0
        | Tags::REFL.0
        | Tags::NEG.0
        | Tags::AUX.0
        | Tags::ADV.0
        | Tags::PARTICLE.0
        | Tags::DET.0
        | Tags::ABBREVIATION.0
        | Tags::MALE.0
        | Tags::FEMALE.0
        | Tags::CUE_VERB.0
        | Tags::MODAL.0
        | Tags::BE.0,
);

const LETTER: u64 = 1;
const DIGIT: u64 = 1 << 1;
const LATIN: u64 = 1 << 2;
const HYPHEN: u64 = 1 << 3;
const PERIOD: u64 = 1 << 4;
const SIGN: u64 = 1 << 5;
/// The first letter is a capital, several are, all are.
const CAPITAL: u64 = 1 << 6;
const CAPITALS: u64 = 1 << 7;
const ALL_CAPITALS: u64 = 1 << 8;
const SINGLE: u64 = 1 << 9;

/// What the outside of a word shows.
fn shape(word: &str) -> u64 {
    let (mut shape, mut n_capitals, mut n) = (0, 0, 0u32);
    for letter in word.chars() {
        let (kind, is_capital) = kind(letter);
        shape |= kind | if n == 0 && is_capital { CAPITAL } else { 0 };
        n_capitals += u32::from(is_capital);
        n += 1;
    }
    shape
        | if n_capitals > 1 { CAPITALS } else { 0 }
        | if n_capitals == n { ALL_CAPITALS } else { 0 }
        | if n == 1 { SINGLE } else { 0 }
}

/// What one letter is, and whether it is a capital.
fn kind(letter: char) -> (u64, bool) {
    match letter {
        // Most letters of what we read; the rest is asked of tables.
        '\u{430}'..='\u{45f}' => (LETTER, false),
        '\u{400}'..='\u{42f}' => (LETTER, true),
        'a'..='z' => (LETTER | LATIN, false),
        'A'..='Z' => (LETTER | LATIN, true),
        '0'..='9' => (DIGIT, false),
        '-' | '‑' => (HYPHEN, false),
        '.' => (PERIOD, false),
        '\'' | '’' | 'ʼ' => (0, false),
        _ if letter.is_alphabetic() => (LETTER, letter.is_uppercase()),
        _ => (SIGN, false),
    }
}

impl Facts {
    /// Whether the word begins with a capital letter.
    pub(crate) fn is_capital(&self) -> bool {
        self.shape & CAPITAL != 0
    }

    /// Whether there is a letter in the word.
    pub(crate) fn has_letters(&self) -> bool {
        self.shape & LETTER != 0
    }
}
