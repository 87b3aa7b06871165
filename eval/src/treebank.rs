//! Treebanks of Universal Dependencies: their sentences, and the score of tags and lemmas on them.
//!
//! A word's features are right when its case, number, gender, animacy, person and tense are all right, and none is there
//! that the treebank does not give; lemmas are compared in their normal form. Treebanks of one language do not agree in
//! everything. Gold and answer alike are therefore counted by these rules ([`counted`]); the share without them is given
//! beside it (`as written`):
//!
//! 1. A number in figures, or in Roman numerals, has no features: GSD gives «5» the case of its noun, Taiga and PUD give none.
//! 2. Animacy counts with nouns and names, and with words that agree with them where it shows: in the accusative of the
//!    masculine and of the plural. GSD gives it to all participles, PUD to no pronoun, ParlaMint to «ми» and «я».
//! 3. Short forms («построен», «важна») have no case: GSD calls them nominatives.
//! 4. A pronoun without a person («что», «кто», «который») is counted by its case: PUD mostly gives no number and gender,
//!    Taiga gives both.

use std::collections::BTreeMap;

use onrecord_lang::{Case, normal};
use onrecord_morph::{Count, Example, Form, Gender, Pos, Tag, Tagged};
use sha2::{Digest as _, Sha256};

use crate::GoldError;

/// A treebank's sentences.
pub struct Treebank {
    /// Identifier and words of each sentence.
    pub sentences: Vec<(String, Example)>,
    /// The first sixteen hexadecimal digits of the file's SHA-256.
    pub digest: String,
}

/// Columns of a word that are read: form, lemma, part of speech, features.
const COLUMNS: [usize; 4] = [1, 2, 3, 5];

impl Treebank {
    /// Reads a file in the CoNLL-U format.
    ///
    /// # Errors
    /// Names the first line that is not of the form.
    pub fn read(text: &str) -> Result<Self, GoldError> {
        let (mut sentences, mut id, mut example) = (Vec::new(), String::new(), Example::default());
        for (n, line) in text.lines().chain([""]).enumerate() {
            if line.is_empty() && !example.words.is_empty() {
                sentences.push((std::mem::take(&mut id), std::mem::take(&mut example)));
            } else if let Some(name) = line.strip_prefix("# sent_id = ") {
                name.clone_into(&mut id);
            } else if !line.is_empty() && !line.starts_with('#') {
                let wrong = || GoldError { line: n + 1, reason: "it is not a word in CoNLL-U".to_owned() };
                add(line, &mut example).ok_or_else(wrong)?;
            }
        }
        let digest = Sha256::digest(text.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { sentences, digest })
    }
}

/// Adds a word; words that are parts of the text's words, or stand in no text, are passed over.
fn add(line: &str, example: &mut Example) -> Option<()> {
    let columns: Vec<&str> = line.split('\t').collect();
    if columns.first()?.contains(['-', '.']) {
        return Some(());
    }
    let [form, lemma, pos, features] = COLUMNS.map(|column| columns.get(column).copied());
    example.tags.push(Tag::read(pos?, features?)?);
    example.words.push(form?.to_owned());
    example.lemmas.push(lemma?.to_owned());
    Some(())
}

/// What treebanks of a language agree on: rules 1 to 3.
pub fn harmonised(mut tag: Tag, word: &str) -> Tag {
    if is_figure(word) && matches!(tag.pos, Pos::Numeral | Pos::Adjective) {
        return Tag::bare(tag.pos);
    }
    if matches!(tag.form, Some(Form::Short | Form::ShortParticiple)) {
        tag.case = None;
    }
    let shows = tag.case == Some(Case::Accusative)
        && (tag.number == Some(Count::Plural) || tag.gender == Some(Gender::Masculine) || tag.pos == Pos::Numeral);
    let keeps = match tag.pos {
        Pos::Noun | Pos::Name => true,
        Pos::Pronoun => false,
        _ => shows,
    };
    tag.animacy = tag.animacy.filter(|_| keeps);
    tag
}

/// The features of a word that are counted: rules 1 to 4.
pub fn counted(tag: Tag, word: &str) -> Tag {
    let tag = harmonised(tag, word);
    let is_bare = tag.pos == Pos::Pronoun && tag.person.is_none();
    if is_bare { Tag { number: None, gender: None, ..tag } } else { tag }
}

fn is_figure(word: &str) -> bool {
    word.chars().all(|letter| !letter.is_alphabetic() || "IVXLCDM".contains(letter))
}

/// How many words of a treebank were read right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MorphScores {
    n: usize,
    pos: usize,
    features: usize,
    as_written: usize,
    lemmas: usize,
}

impl MorphScores {
    /// Adds a sentence and what was read of it.
    pub fn add(&mut self, gold: &Example, found: &Tagged) {
        let words = gold.words.iter().zip(&gold.tags).zip(&gold.lemmas).zip(found.tags());
        for (at, (((word, &gold), lemma), &tag)) in words.enumerate() {
            self.n += 1;
            self.pos += usize::from(gold.pos == tag.pos);
            self.features += usize::from(counted(gold, word).has_features_of(counted(tag, word)));
            self.as_written += usize::from(gold.has_features_of(tag));
            self.lemmas += usize::from(normal(lemma) == found.lemma(at));
        }
    }

    /// How many words were added.
    pub fn words(&self) -> usize {
        self.n
    }

    /// The figures, in per cent of words with two decimals.
    pub fn figures(&self) -> BTreeMap<String, f64> {
        let percent = |n: usize| (10_000.0 * n as f64 / self.n.max(1) as f64).round() / 100.0;
        let figures = [
            ("part of speech", self.pos),
            ("features", self.features),
            ("features as written", self.as_written),
            ("lemmas", self.lemmas),
        ];
        figures.map(|(name, n)| (name.to_owned(), percent(n))).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: &str = "# sent_id = a\n1\tПять\tпять\tNUM\t_\tCase=Nom\t_\t_\t_\t_\n2-3\tих\t_\t_\t_\t_\t_\t_\t_\t_\n\n\
                       # sent_id = b\n1\t5\t5\tNUM\t_\tCase=Nom\t_\t_\t_\t_\n\n";

    #[test]
    fn a_sentence_ends_at_an_empty_line() {
        let bank = Treebank::read(TWO).expect("two sentences");
        let ids: Vec<&str> = bank.sentences.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(ids, ["a", "b"]);
        assert_eq!(bank.sentences[0].1.words, ["Пять"]);
    }

    #[test]
    fn a_line_that_is_no_word_is_named() {
        assert_eq!(Treebank::read("# text\n1\tПять\n").map(|_| ()).map_err(|error| error.line), Err(2));
    }

    #[test]
    fn a_figure_has_no_case_but_its_word_does() {
        let tag = Tag::read("NUM", "Case=Nom").expect("a known part of speech");
        assert_eq!(counted(tag, "пять").case, Some(Case::Nominative));
        assert_eq!(counted(tag, "5").case, None);
    }

    #[test]
    fn a_relative_pronoun_is_counted_by_its_case() {
        let tag = Tag::read("PRON", "Case=Nom|Gender=Masc|Number=Sing").expect("a known part of speech");
        assert_eq!(counted(tag, "который").to_string(), "PRON Nom");
        let tag = Tag::read("PRON", "Case=Nom|Gender=Masc|Number=Sing|Person=3").expect("a known part of speech");
        assert_eq!(counted(tag, "он").to_string(), "PRON Nom Masc Sing 3");
    }
}
