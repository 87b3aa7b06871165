//! What a word is in its sentence: part of speech and grammatical features, in the terms of Universal Dependencies.

use std::fmt;

use onrecord_lang::Case;

/// Declares a feature with the names its values have in treebanks.
macro_rules! feature {
    ($(#[$doc:meta])+ $name:ident { $($value:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs, reason = "the names are the doc")]
        pub enum $name { $($value),+ }

        impl $name {
            /// All values, in order.
            pub const ALL: &[Self] = &[$(Self::$value),+];

            /// The value of this name.
            pub fn parse(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$value),)+ _ => None }
            }

            /// The name treebanks give it.
            pub fn name(self) -> &'static str {
                match self { $(Self::$value => $text),+ }
            }
        }
    };
}

feature! {
    /// A part of speech.
    Pos {
        Noun = "NOUN", Name = "PROPN", Pronoun = "PRON", Adjective = "ADJ", Determiner = "DET", Numeral = "NUM",
        Verb = "VERB", Auxiliary = "AUX", Adverb = "ADV", Preposition = "ADP", Coordinator = "CCONJ",
        Subordinator = "SCONJ", Particle = "PART", Interjection = "INTJ", Punctuation = "PUNCT", Symbol = "SYM",
        Other = "X",
    }
}

feature! {
    /// The form of a verb or an adjective that is not an ordinary one.
    Form {
        Finite = "Fin", Imperative = "Imp", Conditional = "Cnd", Infinitive = "Inf", Participle = "Part",
        ShortParticiple = "ShortPart", Gerund = "Conv", Impersonal = "Imps", EnglishGerund = "Ger",
        Short = "Short", Comparative = "Cmp", Superlative = "Sup",
    }
}

feature! {
    /// A grammatical number; some nouns have no singular.
    Count { Singular = "Sing", Plural = "Plur", PluralOnly = "Ptan" }
}

feature! {
    /// A gender.
    Gender { Masculine = "Masc", Feminine = "Fem", Neuter = "Neut" }
}

feature! {
    /// Whether a noun names somebody alive.
    Animacy { Animate = "Anim", Inanimate = "Inan" }
}

feature! {
    /// A person of a verb or pronoun.
    Person { First = "1", Second = "2", Third = "3" }
}

feature! {
    /// A tense.
    Tense { Past = "Past", Present = "Pres", Future = "Fut" }
}

/// The names of the cases, in the order of [`Case`].
const CASES: [(&str, Case); 7] = [
    ("Nom", Case::Nominative),
    ("Gen", Case::Genitive),
    ("Dat", Case::Dative),
    ("Acc", Case::Accusative),
    ("Ins", Case::Instrumental),
    ("Loc", Case::Locative),
    ("Voc", Case::Vocative),
];

/// What a word is; a feature that the word does not have is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the types are the doc")]
pub struct Tag {
    pub pos: Pos,
    pub form: Option<Form>,
    pub case: Option<Case>,
    pub number: Option<Count>,
    pub gender: Option<Gender>,
    pub animacy: Option<Animacy>,
    pub person: Option<Person>,
    pub tense: Option<Tense>,
}

impl Tag {
    /// A word of this part of speech without any feature.
    pub fn bare(pos: Pos) -> Self {
        let (form, case, number, gender) = (None, None, None, None);
        Self { pos, form, case, number, gender, animacy: None, person: None, tense: None }
    }

    /// Reads the part of speech and the features of a treebank (`Case=Nom|Number=Sing`, `_`); other features are left out.
    pub fn read(pos: &str, features: &str) -> Option<Self> {
        let mut tag = Self::bare(Pos::parse(pos)?);
        let (mut is_short, mut mood, mut degree) = (false, None, None);
        for (name, value) in features.split('|').filter_map(|feature| feature.split_once('=')) {
            match name {
                "Case" => tag.case = case(value),
                "Number" => tag.number = Count::parse(value),
                "Gender" => tag.gender = Gender::parse(value),
                "Animacy" => tag.animacy = Animacy::parse(value),
                "Person" => tag.person = Person::parse(value),
                "Tense" => tag.tense = Tense::parse(value),
                "VerbForm" => tag.form = Form::parse(value),
                "Mood" => mood = Form::parse(value),
                "Degree" => degree = Form::parse(value),
                "Variant" => is_short = value == "Short",
                _ => {}
            }
        }
        tag.form = match tag.form {
            Some(Form::Participle) if is_short => Some(Form::ShortParticiple),
            Some(Form::Finite) | None if mood.is_some() => mood,
            None if is_short => Some(Form::Short),
            None => degree,
            form => form,
        };
        Some(tag)
    }

    /// The features that agreement rests on, by name, as treebanks write them.
    pub fn features(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let case = self.case.map(|case| CASES[case as usize].0);
        let each = [
            ("Animacy", self.animacy.map(Animacy::name)),
            ("Case", case),
            ("Gender", self.gender.map(Gender::name)),
            ("Number", self.number.map(Count::name)),
            ("Person", self.person.map(Person::name)),
            ("Tense", self.tense.map(Tense::name)),
        ];
        each.into_iter().filter_map(|(name, value)| Some((name, value?)))
    }

    /// Whether two words have the same features, whatever their part of speech.
    pub fn has_features_of(self, other: Self) -> bool {
        let of = |tag: Self| (tag.case, tag.number, tag.gender, tag.animacy, tag.person, tag.tense);
        of(self) == of(other)
    }

    /// Gender in the singular or the plural, as one of four; `None` when the word shows neither.
    pub fn agreement(self) -> Option<onrecord_lang::Number> {
        use onrecord_lang::Number;
        match (self.number, self.gender) {
            (Some(Count::Plural | Count::PluralOnly), _) => Some(Number::Plural),
            (_, Some(Gender::Masculine)) => Some(Number::Masculine),
            (_, Some(Gender::Feminine)) => Some(Number::Feminine),
            (_, Some(Gender::Neuter)) => Some(Number::Neuter),
            (_, None) => None,
        }
    }

    /// The tag as eight small numbers, 0 for what it does not have.
    pub(crate) fn codes(self) -> [u8; 8] {
        [
            self.pos as u8,
            self.form.map_or(0, |form| form as u8 + 1),
            self.case.map_or(0, |case| case as u8 + 1),
            self.number.map_or(0, |number| number as u8 + 1),
            self.gender.map_or(0, |gender| gender as u8 + 1),
            self.animacy.map_or(0, |animacy| animacy as u8 + 1),
            self.person.map_or(0, |person| person as u8 + 1),
            self.tense.map_or(0, |tense| tense as u8 + 1),
        ]
    }

    /// The tag of [`Tag::codes`].
    pub(crate) fn of_codes(codes: [u8; 8]) -> Option<Self> {
        fn value<T: Copy>(all: &[T], code: u8) -> Option<Option<T>> {
            if code == 0 { Some(None) } else { all.get(code as usize - 1).copied().map(Some) }
        }
        let [pos, form, case, number, gender, animacy, person, tense] = codes;
        Some(Self {
            pos: *Pos::ALL.get(pos as usize)?,
            form: value(Form::ALL, form)?,
            case: value(&CASES.map(|(_, case)| case), case)?,
            number: value(Count::ALL, number)?,
            gender: value(Gender::ALL, gender)?,
            animacy: value(Animacy::ALL, animacy)?,
            person: value(Person::ALL, person)?,
            tense: value(Tense::ALL, tense)?,
        })
    }
}

fn case(name: &str) -> Option<Case> {
    // A partitive («чаю») is a genitive to everything that agrees with it.
    let name = if name == "Par" { "Gen" } else { name };
    CASES.iter().find(|(known, _)| *known == name).map(|(_, case)| *case)
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.pos.name())?;
        if let Some(form) = self.form {
            write!(f, " {}", form.name())?;
        }
        for (_, value) in self.features() {
            write!(f, " {value}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_read_from_a_treebank_and_kept_in_eight_numbers() {
        let tag = Tag::read("VERB", "Aspect=Perf|Gender=Fem|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin");
        let tag = tag.expect("a known part of speech");
        assert_eq!(tag.to_string(), "VERB Fin Fem Sing Past");
        assert_eq!(Tag::of_codes(tag.codes()), Some(tag));
    }

    #[test]
    fn a_short_participle_is_a_form_of_its_own() {
        let tag = Tag::read("VERB", "Gender=Fem|Number=Sing|Tense=Past|Variant=Short|VerbForm=Part");
        assert_eq!(tag.and_then(|tag| tag.form), Some(Form::ShortParticiple));
    }
}
