//! Signs by which the language of a text is known: alphabets, small words, and endings.

use hashbrown::HashMap;
use onrecord_model::Lang;

use crate::normal;

/// A set of languages, by their places in [`LanguageSigns::langs`].
pub type LangSet = u64;

/// Alphabets and small words of all languages at hand and of their neighbours.
#[derive(Default)]
pub struct LanguageSigns {
    langs: Vec<Lang>,
    /// By code point: every alphabet of the lists lies among the first ones.
    letters: Vec<LangSet>,
    words: HashMap<Box<str>, LangSet>,
    endings: HashMap<Box<str>, LangSet>,
}

/// Letters past this code point are in no list.
const MOST_LETTERS: usize = 0x3000;
/// The letters of the longest listed ending.
const LONGEST_ENDING: usize = 5;

impl LanguageSigns {
    /// The languages that the sets speak of.
    pub fn langs(&self) -> &[Lang] {
        &self.langs
    }

    /// The languages whose alphabet has this letter, small or capital.
    pub fn letter(&self, letter: char) -> LangSet {
        self.letters.get(letter as usize).copied().unwrap_or_default()
    }

    /// The languages that have this small word (in its normal form).
    pub fn word(&self, form: &str) -> LangSet {
        self.words.get(form).copied().unwrap_or_default()
    }

    /// The languages whose longest known ending this word (in its normal form) has.
    pub fn ending(&self, form: &str) -> LangSet {
        let longest = form.char_indices().rev().take(LONGEST_ENDING).map(|(at, _)| at).filter(|&at| at > 0);
        longest.filter_map(|at| self.endings.get(&form[at..])).last().copied().unwrap_or_default()
    }

    pub(crate) fn add_letters(&mut self, lang: &str, letters: &str) {
        let set = self.set(lang);
        for letter in letters.chars().flat_map(|small| small.to_uppercase().chain([small])) {
            let place = letter as usize;
            if place >= self.letters.len() && place < MOST_LETTERS {
                self.letters.resize(place + 1, 0);
            }
            if let Some(known) = self.letters.get_mut(place) {
                *known |= set;
            }
        }
    }

    pub(crate) fn add_word(&mut self, word: &str, langs: &str) {
        for lang in langs.split_ascii_whitespace() {
            let set = self.set(lang);
            let (table, form) = match word.strip_prefix('-') {
                Some(ending) => (&mut self.endings, ending),
                None => (&mut self.words, word),
            };
            *table.entry(normal(form).into()).or_default() |= set;
        }
    }

    /// The set of one language; empty for a code that is none, or past the sixty-fourth language.
    fn set(&mut self, code: &str) -> LangSet {
        let Some(lang) = Lang::new(code) else { return 0 };
        let place = self.langs.iter().position(|&known| known == lang).unwrap_or_else(|| {
            self.langs.push(lang);
            self.langs.len() - 1
        });
        1u64.checked_shl(place as u32).unwrap_or(0)
    }
}
