//! Tags by the lists alone: what a word may be, narrowed by its preposition and by the words it agrees with.

use onrecord_lang::{Case, Features, Number, Pack, Tags, is_upper_first};

use crate::tag::{Animacy, Count, Form, Gender, Person, Pos, Tag, Tense};

/// A preposition governs the words behind it up to a noun, and so many at most.
const REACH: usize = 5;
/// Cases in the order in which they are expected where nothing decides.
const EXPECTED: [Case; 7] = [
    Case::Nominative,
    Case::Accusative,
    Case::Genitive,
    Case::Instrumental,
    Case::Dative,
    Case::Locative,
    Case::Vocative,
];
/// The same behind another noun: «заявление министра».
const BEHIND_NOUN: [Case; 7] = [
    Case::Genitive,
    Case::Nominative,
    Case::Accusative,
    Case::Instrumental,
    Case::Dative,
    Case::Locative,
    Case::Vocative,
];

/// The same behind a preposition: «в Москве» is where, and not Moscow's plural.
const GOVERNED: [Case; 7] = [
    Case::Locative,
    Case::Instrumental,
    Case::Dative,
    Case::Accusative,
    Case::Genitive,
    Case::Nominative,
    Case::Vocative,
];

/// What the lists say of a word in its sentence.
#[derive(Clone, Copy, Debug)]
struct Reading {
    pos: Pos,
    features: Features,
    tags: Tags,
    /// Cases with gender or number that are still possible.
    cells: u64,
    is_governed: bool,
}

/// The tag of every word; `forms` are the words in their normal form.
pub(crate) fn tags(words: &[&str], forms: &[String], pack: &Pack, into: &mut Vec<Tag>) {
    let read = |(at, (word, form)): (usize, (&&str, &String))| reading(word, form, at == 0, pack);
    let mut readings: Vec<Reading> = words.iter().zip(forms).enumerate().map(read).collect();
    govern(&mut readings);
    agree(&mut readings);
    let before = [None].into_iter().chain(readings.iter().map(|reading| Some(reading.pos)));
    let has_cases = pack.has_cases();
    into.extend(readings.iter().zip(before).map(|(reading, before)| {
        let tag = tag(*reading, before);
        let bare = Tag { case: None, gender: None, animacy: None, ..tag };
        if has_cases { tag } else { bare }
    }));
}

fn reading(word: &str, form: &str, is_first: bool, pack: &Pack) -> Reading {
    let listed = pack.word(form);
    let tags = listed.map_or(Tags::default(), |word| word.tags);
    let mut features = listed.map_or(Features(0), |word| word.features);
    let is_word = word.chars().any(char::is_alphabetic);
    if listed.is_none() && is_word {
        features = pack.guess(form);
    }
    let is_capital = is_upper_first(word) && !is_first;
    if let Some(surname) = pack.surname(form).filter(|_| listed.is_none() && is_capital) {
        features = Features((surname.of_man | surname.of_woman).0 | Features::NOUN.0 | Features::ANIMATE.0);
    }
    let pos = if is_word { pos(features, tags, is_capital) } else { sign(word) };
    let cells = if has_case(pos, features) { features.nominal().0 } else { 0 };
    Reading { pos, features, tags, cells, is_governed: false }
}

/// What has no letters is a number or a mark.
fn sign(word: &str) -> Pos {
    let is_number = word.chars().any(|letter| letter.is_ascii_digit());
    let is_symbol = word.chars().any(|letter| "%$€№+=§°".contains(letter));
    if is_number {
        Pos::Numeral
    } else if is_symbol {
        Pos::Symbol
    } else {
        Pos::Punctuation
    }
}

fn pos(features: Features, tags: Tags, is_capital: bool) -> Pos {
    let by_class = [
        (Tags::PREP, Pos::Preposition),
        (Tags::COORD, Pos::Coordinator),
        (Tags(Tags::COMP.0 | Tags::SUB.0 | Tags::WHETHER.0), Pos::Subordinator),
        (Tags(Tags::NEG.0 | Tags::PARTICLE.0 | Tags::COND.0), Pos::Particle),
        (Tags(Tags::PRON3.0 | Tags::PRON1.0 | Tags::REFL.0 | Tags::REL.0), Pos::Pronoun),
        (Tags(Tags::DEM.0 | Tags::DET.0 | Tags::POSS3.0 | Tags::SELF.0), Pos::Determiner),
        (Tags::NUM, Pos::Numeral),
        (Tags(Tags::AUX.0 | Tags::BE.0), Pos::Auxiliary),
        (Tags::ADV, Pos::Adverb),
    ];
    if let Some((_, pos)) = by_class.into_iter().find(|(class, _)| tags.has(*class)) {
        return pos;
    }
    let verb = Features(Features::FINITE.0 | Features::INF.0 | Features::GERUND.0 | Features::PART.0);
    let is_guess = features.any(Features::GUESSED);
    match () {
        () if is_capital && (tags.has(Tags::NAME) || is_guess) => Pos::Name,
        () if features.any(Features::NOUN) && !is_guess => Pos::Noun,
        () if features.any(verb) => Pos::Verb,
        () if features.any(Features(Features::ADJ.0 | Features::SHORT.0)) => Pos::Adjective,
        () if features.any(Features::ADV) => Pos::Adverb,
        () => Pos::Noun,
    }
}

fn has_case(pos: Pos, features: Features) -> bool {
    match pos {
        Pos::Noun | Pos::Name | Pos::Pronoun | Pos::Adjective | Pos::Determiner | Pos::Numeral => true,
        Pos::Verb => features.any(Features::PART) && !features.any(Features::SHORT),
        _ => false,
    }
}

/// Keeps the cases that a preposition governs.
fn govern(readings: &mut [Reading]) {
    for at in 0..readings.len() {
        if readings[at].pos != Pos::Preposition || readings[at].features.nominal().is_empty() {
            continue;
        }
        let governed = readings[at].features.nominal().0;
        for reading in readings[at + 1..].iter_mut().take(REACH).take_while(|reading| reading.cells != 0) {
            narrow(&mut reading.cells, governed);
            reading.is_governed = true;
            if matches!(reading.pos, Pos::Noun | Pos::Name | Pos::Pronoun) {
                break;
            }
        }
    }
}

/// Keeps what an adjective and the word behind it share, from the right to the left and back.
fn agree(readings: &mut [Reading]) {
    let is_before_noun = |pos| matches!(pos, Pos::Adjective | Pos::Determiner | Pos::Verb);
    for at in (1..readings.len()).rev() {
        let (left, right) = (readings[at - 1], readings[at]);
        if is_before_noun(left.pos) {
            narrow(&mut readings[at - 1].cells, right.cells);
            narrow(&mut readings[at].cells, left.cells);
        }
    }
}

/// Takes away what `by` does not hold, unless nothing were left.
fn narrow(cells: &mut u64, by: u64) {
    if *cells & by != 0 {
        *cells &= by;
    }
}

fn tag(reading: Reading, before: Option<Pos>) -> Tag {
    let Reading { pos, features, cells, is_governed, .. } = reading;
    let mut tag = Tag::bare(pos);
    if cells != 0 {
        let order = match before {
            _ if is_governed => GOVERNED,
            Some(Pos::Noun) => BEHIND_NOUN,
            _ => EXPECTED,
        };
        let case = order.into_iter().find(|&case| cells & Features::case(case).0 != 0);
        let number =
            case.and_then(|case| NUMBERS.into_iter().find(|&number| cells & Features::of(case, number).0 != 0));
        tag.case = case;
        number.into_iter().for_each(|number| tag.set(number));
    }
    match pos {
        Pos::Noun | Pos::Name => {
            let is_alive = features.any(Features::ANIMATE) || reading.tags.has(Tags::HUMAN);
            tag.animacy = Some(if is_alive { Animacy::Animate } else { Animacy::Inanimate });
        }
        Pos::Verb | Pos::Auxiliary => verb(&mut tag, features),
        Pos::Adjective if cells == 0 && features.any(Features::SHORT) => {
            tag.form = Some(Form::Short);
            agreement(features).into_iter().for_each(|number| tag.set(number));
        }
        Pos::Pronoun if reading.tags.has(Tags::PRON3) => tag.person = Some(Person::Third),
        _ => {}
    }
    tag
}

const NUMBERS: [Number; 4] = [Number::Masculine, Number::Feminine, Number::Neuter, Number::Plural];

/// The first gender or number that a verb agrees with.
fn agreement(features: Features) -> Option<Number> {
    NUMBERS.into_iter().find(|&number| features.0 & (Features::V_M.0 << number as u64) != 0)
}

fn verb(tag: &mut Tag, features: Features) {
    let (form, tense) = match () {
        () if features.any(Features::PAST) => (Form::Finite, Some(Tense::Past)),
        () if features.any(Features::PRES) && features.any(Features::PERFECTIVE) => (Form::Finite, Some(Tense::Future)),
        () if features.any(Features::PRES) => (Form::Finite, Some(Tense::Present)),
        () if features.any(Features::INF) => (Form::Infinitive, None),
        () if features.any(Features::GERUND) => (Form::Gerund, None),
        () if features.any(Features::SHORT) => (Form::ShortParticiple, Some(Tense::Past)),
        () if features.any(Features::PART) => (Form::Participle, None),
        () => return,
    };
    (tag.form, tag.tense) = (Some(form), tense);
    if form == Form::Finite || form == Form::ShortParticiple {
        agreement(features).into_iter().for_each(|number| tag.set(number));
    }
    if features.any(Features::PRES) && !features.any(Features::PAST) {
        tag.person = Some(Person::Third);
        tag.gender = None;
    }
}

impl Tag {
    fn set(&mut self, number: Number) {
        self.number = Some(if number == Number::Plural { Count::Plural } else { Count::Singular });
        self.gender = match number {
            Number::Masculine => Some(Gender::Masculine),
            Number::Feminine => Some(Gender::Feminine),
            Number::Neuter => Some(Gender::Neuter),
            Number::Plural => None,
        };
    }
}

/// The lemma by the lists, by the endings of adjectives, or the word itself.
pub(crate) fn lemma(form: &str, tag: Tag, pack: &Pack, into: &mut String) {
    into.clear();
    let listed = crate::lemmas::listed(form, tag, pack).map(onrecord_lang::normal);
    let by_rule = || match tag.pos {
        Pos::Adjective if tag.case.is_some() => pack.adjective_nominative(form, Number::Masculine),
        Pos::Name | Pos::Noun if tag.number == Some(Count::Singular) && tag.case != Some(Case::Nominative) => {
            pack.noun_singular(form, tag.gender != Some(Gender::Feminine), tag.case?)
        }
        _ => None,
    };
    into.push_str(listed.or_else(by_rule).as_deref().unwrap_or(form));
}
