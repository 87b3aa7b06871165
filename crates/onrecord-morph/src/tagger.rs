//! Words of a sentence in, their tags and lemmas out.

use onrecord_lang::Pack;

use crate::facts::Facts;
use crate::lemmas::Query;
use crate::lists;
use crate::search::{KEPT_READING, Lattice, Search};
use crate::tag::{Pos, Tag};
use crate::traits::{Seen, look};
use crate::weights::Weights;

/// Reads sentences of one language, by its lists, and by weights where there are any.
#[derive(Clone, Copy)]
pub struct Tagger<'t> {
    pack: &'t Pack,
    weights: Option<&'t Weights>,
}

/// A sentence that was read; given to [`Tagger::read`] again, it spares memory.
#[derive(Default)]
pub struct Tagged {
    tags: Vec<Tag>,
    /// All lemmas, one after another, and where each ends.
    lemmas: String,
    ends: Vec<usize>,
    facts: Vec<Facts>,
    seen: Vec<Seen>,
    lattice: Lattice,
    path: Vec<u16>,
    /// The words in their normal form, and perhaps some of an earlier sentence.
    forms: Vec<String>,
    lemma: String,
}

impl Tagged {
    /// What each word is.
    pub fn tags(&self) -> &[Tag] {
        &self.tags
    }

    /// The lemma of a word, in lower case, Russian io as ie; empty where there is no such word.
    pub fn lemma(&self, at: usize) -> &str {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(at).and_then(|&end| self.lemmas.get(start..end)).unwrap_or_default()
    }

    /// Adds the lemma of the next word: what the buffer holds.
    fn push_lemma(&mut self) {
        self.lemmas.push_str(&self.lemma);
        self.ends.push(self.lemmas.len());
    }
}

impl<'t> Tagger<'t> {
    /// A tagger for the language of a pack; the weights must be of the same language.
    pub fn new(pack: &'t Pack, weights: Option<&'t Weights>) -> Self {
        Self { pack, weights }
    }

    /// Reads the words of one sentence.
    pub fn tag(&self, words: &[&str]) -> Tagged {
        let mut tagged = Tagged::default();
        self.read(words, &mut tagged);
        tagged
    }

    /// Reads the words of one sentence into what was used before.
    pub fn read(&self, words: &[&str], tagged: &mut Tagged) {
        let Tagged { tags, lemmas, ends, facts, forms, .. } = &mut *tagged;
        tags.clear();
        lemmas.clear();
        ends.clear();
        facts.clear();
        forms.resize_with(forms.len().max(words.len()), String::new);
        facts.extend(words.iter().zip(forms).map(|(word, form)| Facts::of(word, self.pack, form)));
        match self.weights {
            Some(weights) => self.weigh(words.len(), weights, tagged),
            None => self.look_up(words, tagged),
        }
    }

    fn look_up(&self, words: &[&str], tagged: &mut Tagged) {
        lists::tags(words, &tagged.forms, self.pack, &mut tagged.tags);
        for at in 0..words.len() {
            lists::lemma(&tagged.forms[at], tagged.tags[at], self.pack, &mut tagged.lemma);
            tagged.push_lemma();
        }
    }

    fn weigh(&self, n: usize, weights: &Weights, tagged: &mut Tagged) {
        let Tagged { tags, facts, seen, lattice, path, .. } = &mut *tagged;
        let Weights { known, parts, table, .. } = weights;
        look(facts, known, |_| false, seen);
        Search { known, parts, table, kept: KEPT_READING }.run(seen, lattice, |_| None);
        match n.checked_sub(1) {
            Some(last) => lattice.path(last, path),
            None => path.clear(),
        }
        tags.extend(path.iter().map(|&tag| known.tags[usize::from(tag)]));
        for at in 0..n {
            self.weigh_lemma(at, weights, tagged);
            tagged.push_lemma();
        }
    }

    fn weigh_lemma(&self, at: usize, weights: &Weights, tagged: &mut Tagged) {
        let Tagged { tags, facts, forms, lemma, .. } = tagged;
        let (form, tag) = (&forms[at], tags[at]);
        let rule = weights.lemmas.remembered(form, tag).or_else(|| {
            // Foreign words and figures are their own lemmas.
            let is_word = facts[at].has_letters() && tag.pos != Pos::Other;
            if is_word { weights.lemmas.chosen(&Query::new(form, tag, self.pack), lemma) } else { None }
        });
        if !rule.is_some_and(|rule| rule.apply(form, lemma)) {
            lemma.clear();
            lemma.push_str(form);
        }
    }
}
