//! A language pack: all lists of one language, ready to be asked.

use hashbrown::HashMap;
use onrecord_model::Lang;
use sha2::{Digest, Sha256};

use crate::cues::{CueNoun, CueVerb};
use crate::decline::{Paradigms, Plurals, SOFT};
use crate::events::EventWords;
use crate::lexicon::{Lexicon, Word};
use crate::names::{LongNames, NameInfo};
use crate::phrases::{HedgeKind, Phrase, PhraseKind, Phrases, VoiceKind};
use crate::surnames::{Surname, Surnames};
use crate::table::{PackError, Table};
use crate::times::TimeWords;
use crate::{Case, Features, Number, normal};

/// A pattern of `furniture.tsv`.
#[derive(Clone, Debug)]
pub struct FurnitureLine {
    /// The words, normal, without stars.
    pub words: Box<str>,
    /// Words may follow.
    pub open_end: bool,
    /// Words may stand before.
    pub open_start: bool,
    /// The list's kind: `related`, `promo`, `credit`…
    pub kind: Box<str>,
}

/// All lists of one language.
pub struct Pack {
    /// The language.
    pub lang: Lang,
    /// SHA-256 of the lists, shortened to 16 hexadecimal digits.
    pub digest: String,
    /// Lines that are not part of an article.
    pub furniture: Vec<FurnitureLine>,
    /// Cue verbs, in the order of their list.
    pub verbs: Vec<CueVerb>,
    /// Cue nouns, in the order of their list.
    pub nouns: Vec<CueNoun>,
    /// Listed names.
    pub names: Vec<NameInfo>,
    /// Outlets by web domain.
    pub domains: Vec<(Box<str>, Box<str>)>,
    /// Words of calendar expressions.
    pub times: TimeWords,
    /// Words by which events are known.
    pub events: EventWords,
    /// Every list as text, for modules that read their own (`time_words.tsv`).
    lists: Vec<(Box<str>, Box<str>)>,
    /// Names of one office, each as the stems of its words.
    pub(crate) offices: Vec<Vec<Vec<Box<str>>>>,
    /// ISO codes of the countries that adjectives stand for, by lemma.
    pub(crate) adjective_codes: HashMap<u32, Box<str>>,
    pub(crate) surnames: Surnames,
    pub(crate) lexicon: Lexicon,
    pub(crate) paradigms: Paradigms,
    pub(crate) plurals: Plurals,
    pub(crate) phrases: Phrases,
    pub(crate) long_names: LongNames,
}

impl Pack {
    /// Reads the lists (file name, text) of a language.
    ///
    /// # Errors
    /// When a list is not in the form that `lang/README.md` describes.
    pub fn load(code: &str, files: &[(&str, &str)]) -> Result<Self, PackError> {
        let lang = Lang::new(code).ok_or_else(|| PackError::NoPack(code.to_owned()))?;
        let mut pack = Self::empty(lang, files);
        if let Some((file, text)) = files.iter().find(|(name, _)| *name == "paradigms.tsv") {
            pack.paradigms = Paradigms::load(&format!("{code}/{file}"), text)?;
        }
        if let Some((file, text)) = files.iter().find(|(name, _)| *name == "plurals.tsv") {
            pack.plurals = Plurals::load(&format!("{code}/{file}"), text)?;
        }
        // What endings tell is asked for while the other lists are read; a word that names a country and a company
        // means the country.
        let first = |(file, _): &&(&str, &str)| matches!(*file, "endings.tsv" | "places.tsv");
        let rest = |entry: &&(&str, &str)| !first(entry);
        for (file, text) in files.iter().filter(first).chain(files.iter().filter(rest)) {
            let path = format!("{code}/{file}");
            let table = Table::new(&path, text);
            match *file {
                "words.tsv" => pack.add_words(table)?,
                "endings.tsv" => pack.add_endings(table)?,
                "cue_verbs.tsv" => pack.add_cue_verbs(table)?,
                "cue_nouns.tsv" => pack.add_cue_nouns(table)?,
                "cue_phrases.tsv" => pack.add_sources(table, PhraseKind::Source)?,
                "references.tsv" => pack.add_sources(table, PhraseKind::Reference)?,
                "hedges.tsv" => pack.add_marks(table, |kind| HedgeKind::parse(kind).map(PhraseKind::Hedge))?,
                "outlet_voice.tsv" => pack.add_marks(table, |kind| VoiceKind::parse(kind).map(PhraseKind::Voice))?,
                "nouns.tsv" => pack.add_nouns(table)?,
                "given_names.tsv" => pack.add_given_names(table)?,
                "surnames.tsv" => pack.surnames = Surnames::load(table, &pack.paradigms)?,
                "places.tsv" => pack.add_places(table)?,
                "demonyms.tsv" => pack.add_demonyms(table)?,
                "offices.tsv" => pack.add_offices(table)?,
                "adjectives.tsv" => pack.add_adjectives(table)?,
                "organisations.tsv" => pack.add_organisations(table)?,
                "outlets.tsv" => pack.add_outlets(table)?,
                "furniture.tsv" => pack.add_furniture(table)?,
                "abbreviations.tsv" => pack.add_abbreviations(table)?,
                "time_words.tsv" => pack.add_times(table)?,
                "event_words.tsv" => pack.events = EventWords::load(table)?,
                _ => {}
            }
        }
        pack.phrases.sort();
        pack.long_names.sort();
        Ok(pack)
    }

    fn empty(lang: Lang, files: &[(&str, &str)]) -> Self {
        let mut digest = Sha256::new();
        for (name, text) in files {
            digest.update(name);
            digest.update([0]);
            digest.update(text);
        }
        let digest = digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let own = |name: &str| name.starts_with("time_") || name.starts_with("event_");
        Self {
            lang,
            digest,
            furniture: Vec::new(),
            verbs: Vec::new(),
            nouns: Vec::new(),
            names: Vec::new(),
            domains: Vec::new(),
            times: TimeWords::default(),
            events: EventWords::default(),
            lists: files
                .iter()
                .filter(|(name, _)| own(name))
                .map(|(name, text)| ((*name).into(), (*text).into()))
                .collect(),
            offices: Vec::new(),
            adjective_codes: HashMap::new(),
            surnames: Surnames::default(),
            lexicon: Lexicon::default(),
            paradigms: Paradigms::default(),
            plurals: Plurals::default(),
            phrases: Phrases::default(),
            long_names: LongNames::default(),
        }
    }

    /// What the lists say of a form (see [`normal`](crate::normal)).
    pub fn word(&self, form: &str) -> Option<&Word> {
        self.lexicon.get(form)
    }

    /// What the ending of an unlisted form says.
    pub fn guess(&self, form: &str) -> Features {
        self.lexicon.guess(form)
    }

    /// The lemma at a place of the lexicon.
    pub fn lemma(&self, place: u32) -> Option<&str> {
        self.lexicon.lemma_text(place)
    }

    /// The forms that the lists give of the lemma at a place.
    pub fn forms(&self, lemma: u32) -> impl Iterator<Item = &str> {
        self.lexicon.forms(lemma)
    }

    /// Phrases whose first word is this one, longest first.
    pub fn phrases(&self, first: &str) -> impl Iterator<Item = &Phrase> {
        self.phrases.starting(first)
    }

    /// Listed names of several words whose first word may be this one: their words, and the place of the name.
    pub fn long_names(&self, first: &str) -> impl Iterator<Item = (&[Box<str>], u32)> {
        self.long_names.starting(first)
    }

    /// A list that a module reads by itself (`time_words.tsv`, `event_words.tsv`).
    pub fn list(&self, file: &str) -> Option<&str> {
        self.lists.iter().find(|(name, _)| &**name == file).map(|(_, text)| &**text)
    }

    /// What the ending of a surname (normal form, any case) tells; `None` when it ends as no listed surname does.
    pub fn surname(&self, form: &str) -> Option<Surname> {
        self.surnames.get(form)
    }

    /// Whether the language's nouns have cases.
    pub fn has_cases(&self) -> bool {
        !self.paradigms.is_empty()
    }

    /// A surname put into the nominative: by the endings of `surnames.tsv`, else by the paradigms of its bearer's
    /// gender and the case that `features` (of a given name beside it) tell; as it stands where neither does.
    pub fn surname_nominative(&self, word: &str, is_male: Option<bool>, features: Features) -> String {
        let nominative = features.is_empty() || features.is_nominative();
        // «Министра Рааба»: an ending that is no genitive of its list («Скиба») says nothing of one.
        let known = self.surname(&normal(word));
        let of_bearer = known.map(|known| match is_male {
            Some(true) => known.of_man,
            Some(false) => known.of_woman,
            None => known.of_man | known.of_woman,
        });
        let fits = of_bearer.is_none_or(|cases| nominative || cases.is_empty() || cases.any(features.nominal()));
        if let Some(listed) = self.surnames.nominative(word, is_male).filter(|_| fits) {
            return listed;
        }
        let case = (1..6usize).find(|case| features.0 & (0b0111 << (case * 4)) != 0);
        let (Some(case), Some(is_male), false) = (case, is_male, nominative) else { return word.to_owned() };
        let found = self.paradigms.nominative(word, if is_male { "m" } else { "f" }, case);
        found.unwrap_or_else(|| word.to_owned())
    }

    /// Whether two descriptions (normal forms, in any case) are names of one office: «глава правительства»,
    /// «премьер-министр».
    pub fn is_one_office(&self, a: &[&str], b: &[&str]) -> bool {
        let is = |words: &[&str], office: &[Box<str>]| {
            words.len() == office.len() && words.iter().zip(office).all(|(word, stem)| crate::stem(word) == &**stem)
        };
        self.offices.iter().any(|names| {
            let has = |words: &[&str]| names.iter().any(|office| is(words, office));
            has(a) && has(b)
        })
    }

    /// The ISO 3166-1 code of the country of a place's adjective («британский»), by its lemma.
    pub fn adjective_code(&self, lemma: u32) -> Option<&str> {
        self.adjective_codes.get(&lemma).map(|code| &**code).filter(|code| !code.is_empty())
    }

    /// Whether a name given in the nominative changes from case to case as a man's or a woman's name.
    pub fn name_declines(&self, name: &str, is_male: bool) -> bool {
        self.paradigms.declines(name, if is_male { "m" } else { "f" }) && (is_male || !name.ends_with(SOFT))
    }

    /// The nominative that a man's or woman's name has by the paradigms, from its form in a case of the singular.
    pub fn noun_singular(&self, form: &str, is_male: bool, case: Case) -> Option<String> {
        self.paradigms.nominative(form, if is_male { "m" } else { "f" }, case as usize)
    }

    /// A noun's nominative, singular or plural, from any of its forms; `None` when the lists do not know it.
    pub fn noun_nominative(&self, form: &str, is_plural: bool) -> Option<&str> {
        let word = self.word(form).filter(|word| word.features.any(Features::NOUN))?;
        if is_plural { self.lexicon.plural_of(word.lemma) } else { self.lemma(word.lemma) }
    }

    /// An adjective's nominative from any of its forms (lower case).
    pub fn adjective_nominative(&self, form: &str, number: Number) -> Option<String> {
        self.paradigms.adjective_nominative(form, number as usize)
    }

    /// How many word forms the lists give.
    pub fn n_forms(&self) -> usize {
        self.lexicon.n_forms()
    }
}
