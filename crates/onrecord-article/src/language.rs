//! Which language a text is in: by its letters, its small words and its endings.

use onrecord_lang::{LangSet, LanguageSigns, Packs, normal_into};
use onrecord_model::Lang;

/// The language of a text, and how sure that is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Guess {
    /// The language; [`Lang::UNKNOWN`] when the signs fit none.
    pub(crate) lang: Lang,
    /// Whether there were signs enough.
    pub(crate) sureness: Sureness,
}

/// Whether the signs were enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sureness {
    /// They were.
    Sure,
    /// Too few words, or two languages fit alike.
    Unsure,
}

/// How much of a text is looked at, in bytes: its beginning and its middle, half each.
const ENOUGH: usize = 2_400;
/// With fewer words than this a language is a guess.
const FEW_WORDS: usize = 5;
/// With fewer words than this a text may be a headline.
const A_PARAGRAPH: usize = 15;
/// An ending tells less than a whole word.
const ENDING_WEIGHT: f32 = 0.4;
/// A language of whose signs a paragraph has fewer than this is not its language.
const LEAST_SIGNS: f32 = 0.15;
/// The same for a headline.
const FEW_SIGNS: f32 = 0.05;
/// A language whose alphabet fits fewer of the words than this is not the text's.
const LEAST_FIT: f32 = 0.45;
/// Two languages nearer to each other than this cannot be told apart.
const LEAST_LEAD: f32 = 0.03;

/// Guesses the language of a text.
pub(crate) fn guess(text: &str, packs: &Packs) -> Guess {
    let signs = &packs.page_words().signs;
    let mut tally = Tally::new(signs, packs);
    for part in samples(text) {
        tally.read(part);
    }
    tally.decide()
}

/// The text, or its beginning and its middle when it is long.
fn samples(text: &str) -> impl Iterator<Item = &str> {
    let parts = if text.len() <= ENOUGH {
        [text, ""]
    } else {
        let middle = text.len() / 2;
        [piece(text, 0, ENOUGH / 2), piece(text, middle, middle + ENOUGH / 2)]
    };
    parts.into_iter()
}

fn piece(text: &str, start: usize, end: usize) -> &str {
    text.get(text.floor_char_boundary(start)..text.floor_char_boundary(end)).unwrap_or_default()
}

/// What the words of a text say of each language.
struct Tally<'s> {
    signs: &'s LanguageSigns,
    /// For each language: whether there is a pack of it.
    is_ours: Vec<bool>,
    n_words: usize,
    /// For each language: small words and endings that it has, each shared among the languages that have it.
    signs_of: Vec<f32>,
    /// For each language: words that are small words of it or end as its words do.
    n_signs: Vec<u32>,
    /// For each language: words that its alphabet can write.
    fits: Vec<u32>,
}

impl<'s> Tally<'s> {
    fn new(signs: &'s LanguageSigns, packs: &Packs) -> Self {
        let n = signs.langs().len();
        let is_ours = signs.langs().iter().map(|&lang| packs.langs().any(|ours| ours == lang)).collect();
        Self { signs, is_ours, n_words: 0, signs_of: vec![0.0; n], n_signs: vec![0; n], fits: vec![0; n] }
    }

    fn read(&mut self, text: &str) {
        let mut form = String::new();
        let mut word: Option<(usize, LangSet)> = None;
        for (at, c) in text.char_indices() {
            let set = self.signs.letter(c);
            if set != 0 || !c.is_ascii() && c.is_alphabetic() {
                let (start, fits) = word.unwrap_or((at, LangSet::MAX));
                word = Some((start, fits & set));
            } else if !is_inside(c)
                && let Some((start, fits)) = word.take()
            {
                normal_into(&text[start..at], &mut form);
                self.add(&form, fits);
            }
        }
        if let Some((start, fits)) = word {
            normal_into(&text[start..], &mut form);
            self.add(&form, fits);
        }
    }

    /// Counts a word (normal) that these languages' alphabets can write.
    fn add(&mut self, form: &str, fits: LangSet) {
        self.n_words += 1;
        let (small, ending) = (self.signs.word(form), self.signs.ending(form));
        let (listed, full) = if small == 0 { (ending, ENDING_WEIGHT) } else { (small, 1.0) };
        let weight = full / listed.count_ones().max(1) as f32;
        for place in places(fits, self.fits.len()) {
            self.fits[place] += 1;
        }
        for place in places(listed & fits, self.fits.len()) {
            self.signs_of[place] += weight;
            self.n_signs[place] += 1;
        }
    }

    /// Signs a word, less the words that do not fit; and what we begin with: most texts that reach us are in ours.
    fn score(&self, place: usize) -> f32 {
        let prior = if self.is_ours[place] { 2.0 / (self.n_words.max(1) as f32) } else { 0.0 };
        prior + 3.0 * self.signs_of[place] / self.n_words.max(1) as f32 - 2.0 * (1.0 - self.fit_share(place))
    }

    /// How many of the words are signs of the language, perhaps of others too.
    fn sign_share(&self, place: usize) -> f32 {
        self.n_signs[place] as f32 / self.n_words.max(1) as f32
    }

    fn fit_share(&self, place: usize) -> f32 {
        self.fits[place] as f32 / self.n_words.max(1) as f32
    }

    fn decide(&self) -> Guess {
        let unknown = Guess { lang: Lang::UNKNOWN, sureness: Sureness::Unsure };
        let langs = self.signs.langs();
        let mut places: Vec<usize> = (0..langs.len()).collect();
        places.sort_by(|&a, &b| self.score(b).total_cmp(&self.score(a)));
        let Some(&best) = places.first().filter(|_| self.n_words > 0) else { return unknown };
        let lead = places.get(1).map_or(1.0, |&second| self.score(best) - self.score(second));
        let is_long = self.n_words >= FEW_WORDS;
        if self.fit_share(best) < LEAST_FIT || is_long && !self.has_signs(best) {
            return Guess { sureness: Sureness::Sure, ..unknown };
        }
        let is_sure = is_long && lead >= LEAST_LEAD;
        Guess { lang: langs[best], sureness: if is_sure { Sureness::Sure } else { Sureness::Unsure } }
    }

    /// Whether the best language is one at all. A headline may lack signs, a paragraph does not.
    fn has_signs(&self, place: usize) -> bool {
        let least = if self.n_words < A_PARAGRAPH { FEW_SIGNS } else { LEAST_SIGNS };
        self.sign_share(place) >= least
    }
}

/// The places in a set of languages, of `n` languages.
fn places(mut set: LangSet, n: usize) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = set.trailing_zeros() as usize;
        set &= set.wrapping_sub(1);
        (place < n).then_some(place)
    })
}

/// What stands inside words: apostrophes, stress marks, soft hyphens.
fn is_inside(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '`' | '\u{301}' | '\u{ad}')
}
