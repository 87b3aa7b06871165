//! What a word form may be: sets of grammatical features and of word classes, as bit masks.

use std::ops::{BitAnd, BitOr, BitOrAssign};

/// A grammatical case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the doc")]
pub enum Case {
    Nominative,
    Genitive,
    Dative,
    Accusative,
    Instrumental,
    Locative,
    Vocative,
}

/// A gender in the singular, or the plural.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the doc")]
pub enum Number {
    Masculine,
    Feminine,
    Neuter,
    Plural,
}

/// A set of readings of one word form: cases with gender or number, parts of speech, verb forms.
///
/// Agreement is intersection: an adjective fits a noun when their [`Features::nominal`] masks share a bit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Features(pub u64);

const CASES: u64 = (1 << 28) - 1;

impl Features {
    /// A noun.
    pub const NOUN: Self = Self(1 << 28);
    /// An adjective.
    pub const ADJ: Self = Self(1 << 29);
    /// A finite verb of the past.
    pub const PAST: Self = Self(1 << 30);
    /// A finite verb of the present or future.
    pub const PRES: Self = Self(1 << 31);
    /// An infinitive.
    pub const INF: Self = Self(1 << 32);
    /// A gerund (adverbial participle; English -ing).
    pub const GERUND: Self = Self(1 << 33);
    /// A full participle.
    pub const PART: Self = Self(1 << 34);
    /// A short adjective or participle.
    pub const SHORT: Self = Self(1 << 35);
    /// An adverb.
    pub const ADV: Self = Self(1 << 36);
    /// Masculine, feminine, neuter, plural agreement of a verb.
    pub const V_M: Self = Self(1 << 37);
    /// Feminine agreement of a verb.
    pub const V_F: Self = Self(1 << 38);
    /// Neuter agreement of a verb.
    pub const V_N: Self = Self(1 << 39);
    /// Plural agreement of a verb.
    pub const V_P: Self = Self(1 << 40);
    /// The form was not found in any list: an ending spoke.
    pub const GUESSED: Self = Self(1 << 41);
    /// An animate noun.
    pub const ANIMATE: Self = Self(1 << 42);
    /// A verb form without a subject: «сообщается», «сказано».
    pub const IMPERSONAL: Self = Self(1 << 43);
    /// A gerund of a finished act; a present form that is a future.
    pub const PERFECTIVE: Self = Self(1 << 44);
    /// A present form that is a present: of a verb whose acts go on.
    pub const LASTING: Self = Self(1 << 45);
    /// Any finite verb.
    pub const FINITE: Self = Self(Self::PAST.0 | Self::PRES.0);
    /// Any agreement of a verb.
    pub const V_ANY: Self = Self(0b1111 << 37);

    /// One case with one number.
    pub fn of(case: Case, number: Number) -> Self {
        Self(1 << (case as u64 * 4 + number as u64))
    }

    /// A case in all genders and numbers.
    pub fn case(case: Case) -> Self {
        Self(0b1111 << (case as u64 * 4))
    }

    /// A gender or number in all cases.
    pub fn number(number: Number) -> Self {
        Self((0..7).map(|case| 1 << (case * 4 + number as u64)).sum())
    }

    /// Every case and number.
    pub const ALL_CASES: Self = Self(CASES);

    /// Only the cases with gender or number.
    pub fn nominal(self) -> Self {
        Self(self.0 & CASES)
    }

    /// Whether the two share anything.
    pub fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether there is no reading at all.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the word can stand in the nominative.
    pub fn is_nominative(self) -> bool {
        self.any(Self::case(Case::Nominative))
    }

    /// What a verb with these features asks of its subject, as nominal features; everything when the verb does not tell.
    pub fn asked_of_subject(self) -> Self {
        let mut wanted = 0;
        for number in 0..4u64 {
            if self.0 & (1 << (37 + number)) != 0 {
                wanted |= 1 << number;
            }
        }
        if self.any(Self::PRES) && self.any(Self::V_M) {
            wanted |= 0b111;
        }
        Self(if wanted == 0 { 0b1111 } else { wanted })
    }

    /// Reads `nm gp` (case and number letters), `m f n p` (past, short), `s p` (present).
    pub(crate) fn parse(text: &str, pos: &str) -> Option<Self> {
        let mut all = Self::pos(pos)?;
        for item in text.split_ascii_whitespace() {
            all |= Self::parse_one(item, pos)?;
        }
        Some(all)
    }

    fn pos(pos: &str) -> Option<Self> {
        Some(match pos {
            "" => Self(0),
            "noun" => Self::NOUN,
            "adj" => Self::ADJ,
            "past" => Self::PAST,
            "pres" => Self::PRES,
            "inf" => Self::INF,
            "gerund" => Self::GERUND,
            "perfgerund" => Self(Self::GERUND.0 | Self::PERFECTIVE.0),
            "part" => Self::PART,
            "short" => Self::SHORT,
            "adv" => Self::ADV,
            _ => return None,
        })
    }

    fn parse_one(item: &str, pos: &str) -> Option<Self> {
        let mut letters = item.chars();
        match (letters.next()?, letters.next()) {
            (first, Some(second)) => {
                let case = "ngdailv".find(first)? as u64;
                let number = "mfnp".find(second)? as u64;
                Some(Self(1 << (case * 4 + number)))
            }
            ('s', None) => Some(Self(0b111 << 37)),
            (letter, None) if matches!(pos, "past" | "pres" | "short" | "") && "mfnp".contains(letter) => {
                let number = "mfnp".find(letter)? as u64;
                Some(Self(1 << (37 + number)))
            }
            (letter, None) => {
                let case = "ngdailv".find(letter)? as u64;
                Some(Self(0b1111 << (case * 4)))
            }
        }
    }
}

impl BitOr for Features {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Features {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl BitAnd for Features {
    type Output = Self;
    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

/// The classes the lists give a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tags(pub u64);

macro_rules! tags {
    ($($name:ident = $bit:literal, $word:literal;)+) => {
        #[allow(missing_docs, reason = "each name is a class described in lang/README.md")]
        impl Tags {
            $(pub const $name: Self = Self(1 << $bit);)+

            /// The class a list's word stands for.
            pub(crate) fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$name),)+ _ => None }
            }
        }
    };
}

tags! {
    ROLE = 0, "role"; PERSON = 1, "person"; GROUP = 2, "group"; BODY = 3, "body"; OUTLET = 4, "outlet";
    DOCUMENT = 5, "document"; CHANNEL = 6, "channel"; PLACE_NOUN = 7, "place"; ACT = 8, "act"; SOURCE = 9, "source";
    OTHER = 10, "other"; GIVEN = 11, "given"; PLACE = 12, "place_name"; ORG = 13, "org_name"; OUTLET_NAME = 14, "outlet_name";
    DEMONYM = 15, "demonym"; ADJ_PLACE = 16, "adj_place"; COMP = 17, "comp"; WHETHER = 18, "whether"; REL = 19, "rel";
    WH = 20, "wh"; SUB = 21, "sub"; COORD = 22, "coord"; PRON3 = 23, "pron3"; POSS3 = 24, "poss3"; PRON1 = 25, "pron1";
    REFL = 26, "refl"; SELF = 27, "self"; DEM = 28, "dem"; PREP = 29, "prep"; NEG = 30, "neg"; AUX = 31, "aux";
    ADV = 32, "adv"; PARTICLE = 33, "particle"; DET = 34, "det"; NUM = 35, "num"; CLITIC = 36, "clitic";
    CUE_VERB = 37, "cue_verb"; CUE_NOUN = 38, "cue_noun"; ABBREVIATION = 39, "abbreviation";
    BEFORE = 40, "before"; MAYBE = 41, "maybe"; MALE = 42, "male"; FEMALE = 43, "female"; BUILDING = 44, "building";
    EVENT = 45, "event"; TIME = 46, "time"; NOBILIARY = 47, "nobiliary"; VOICE = 48, "voice";
    PHASAL = 49, "phasal"; INFMARK = 50, "infmark"; BE = 51, "be"; COMPANY = 52, "company"; AS = 53, "as"; SPOKES = 54, "spokes"; MODAL = 55, "modal"; COND = 56, "cond"; GENERAL = 57, "general"; FORMER = 58, "former"; ADVERSATIVE = 59, "adversative"; AGENT = 60, "agent";
}

impl Tags {
    /// Any pronoun, determiner or small word that cannot head a noun phrase of its own.
    pub const SMALL: Self = Self(
        Self::COMP.0
            | Self::WHETHER.0
            | Self::REL.0
            | Self::SUB.0
            | Self::COORD.0
            | Self::PREP.0
            | Self::NEG.0
            | Self::AUX.0
            | Self::ADV.0
            | Self::PARTICLE.0
            | Self::WH.0,
    );
    /// A noun that can speak.
    pub const SPEAKER: Self = Self(
        Self::ROLE.0
            | Self::PERSON.0
            | Self::GROUP.0
            | Self::BODY.0
            | Self::OUTLET.0
            | Self::DOCUMENT.0
            | Self::SOURCE.0
            | Self::GIVEN.0
            | Self::PLACE.0
            | Self::ORG.0
            | Self::OUTLET_NAME.0
            | Self::DEMONYM.0,
    );
    /// A noun that names a human being.
    pub const HUMAN: Self = Self(Self::ROLE.0 | Self::PERSON.0 | Self::GIVEN.0 | Self::DEMONYM.0 | Self::SOURCE.0);
    /// A name of a list.
    pub const NAME: Self = Self(Self::GIVEN.0 | Self::PLACE.0 | Self::ORG.0 | Self::OUTLET_NAME.0);

    /// Whether the two share a class.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Tags {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Tags {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_past_feminine_asks_for_a_feminine_subject() {
        let said = Features::parse("f", "past").expect("a known form");
        let she = Features::parse("nf", "noun").expect("a known form");
        let he = Features::parse("nm", "noun").expect("a known form");
        assert!(said.asked_of_subject().any(she));
        assert!(!said.asked_of_subject().any(he));
    }
}
