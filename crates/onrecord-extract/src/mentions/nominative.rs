//! An entity's name in the nominative, from mentions that may all be oblique.

use onrecord_lang::{Case, Features, NO_ENTRY, Number, Pack, Tags};
use onrecord_text::Text;

use super::gender::{is_governed, is_mans_form, office_before};
use super::listed::{as_listed, in_letters_of};
use super::{Name, same_name};

/// The fullest name of a person, nominative: the fullest mention that is nominative already, else its words put into it.
pub(super) fn of_person(text: &Text<'_>, pack: &Pack, names: &[&Name], is_male: Option<bool>) -> String {
    let n_words = |name: &Name| name.tokens.clone().filter(|&at| text.word(at).chars().count() > 1).count();
    let Some(fullest) = names.iter().map(|name| n_words(name)).max() else { return String::new() };
    let full: Vec<_> = names.iter().filter(|name| n_words(name) == fullest).collect();
    // Of surnames alone the shortest form is likeliest the nominative: «Туск», not «Туска».
    let length =
        |name: &&&&Name| if name.n_given == 0 && pack.has_cases() { words_of(text, name).chars().count() } else { 0 };
    let nominative = |name: &&&&Name| is_nominative(text, pack, names, name, is_male);
    if let Some(name) = full.iter().filter(nominative).min_by_key(length) {
        return words_of(text, name);
    }
    let Some(name) = full.first() else { return String::new() };
    let mut words = Vec::new();
    for at in name.tokens.clone() {
        words.push(nominative_word(text, pack, names, at, at < name.tokens.start + name.n_given, is_male));
    }
    words.retain(|word| !word.is_empty());
    words.join(" ")
}

fn words_of(text: &Text<'_>, name: &Name) -> String {
    text.span(name.tokens.clone()).of(&text.article.text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a mention stands in the nominative, as far as its given name and the other mentions tell.
fn is_nominative(text: &Text<'_>, pack: &Pack, names: &[&Name], name: &Name, is_male: Option<bool>) -> bool {
    let first = &text.tokens[name.tokens.start];
    let listed = first.has(Tags::GIVEN) && name.n_given > 0;
    let oblique = listed && !first.is(Features::case(Case::Nominative));
    // «Хайко Мааса»: a given name that never changes leaves the case to the surname.
    let tells = listed && !first.is(Features::case(Case::Genitive));
    let shorter = !tells && pack.has_cases() && is_male != Some(false) && has_shorter(text, names, name);
    let of_office = || office_before(text, name).map(|office| text.tokens[office].word.features.nominal());
    let beside_oblique =
        !tells && name.n_given > 0 && of_office().is_some_and(|office| !office.is_nominative() && !office.is_empty());
    !oblique
        && !shorter
        && !beside_oblique
        && !is_governed(text, name)
        && !mans_form_elsewhere(text, names, name)
        && (listed || name.tokens.len() == 1 || name.n_given > 0)
}

/// Whether the surname of a full name stands elsewhere in a shorter form: «Маас».
fn has_shorter(text: &Text<'_>, names: &[&Name], name: &Name) -> bool {
    let surname = name.tokens.end - 1;
    let length = |at: usize| text.word(at).chars().count();
    let mut others = names.iter().take(MOST_COMPARED).map(|name| name.tokens.end - 1);
    name.n_given > 0
        && others.any(|other| {
            let (own, theirs) = (text.normal(surname), text.normal(other));
            length(other) < length(surname) && own.starts_with(theirs) && same_name(own, theirs)
        })
}

/// Whether this form of a given name is a man's wherever a mention tells.
fn mans_form_elsewhere(text: &Text<'_>, names: &[&Name], name: &Name) -> bool {
    names.iter().take(MOST_COMPARED).any(|other| same_given(text, name, other) && is_mans_form(text, other))
}

fn same_given(text: &Text<'_>, a: &Name, b: &Name) -> bool {
    b.n_given > 0 && text.normal(a.tokens.start) == text.normal(b.tokens.start)
}

fn nominative_word(
    text: &Text<'_>,
    pack: &Pack,
    names: &[&Name],
    at: usize,
    is_given: bool,
    is_male: Option<bool>,
) -> String {
    let token = &text.tokens[at];
    if !token.is_word() {
        return String::new();
    }
    let name = names.iter().find(|name| name.tokens.contains(&at) && name.n_given > 0);
    if is_given {
        return nominative_given(text, pack, names, at, is_male);
    }
    let case = name.map(|name| case_of(text, names, name)).unwrap_or_default();
    let nominative = pack.surname_nominative(text.word(at), is_male, case);
    // «Майкла О'Лири»: an ending as names have that never change is left alone, unless a list says how it declines or
    // more than its vowel would change.
    let vowel_only = nominative.chars().count() == text.word(at).chars().count();
    let unlisted = pack.surname(text.normal(at)).is_none() && !pack.name_declines(text.normal(at), true);
    let frozen = is_male == Some(true) && vowel_only && unlisted;
    if nominative != text.word(at) && !frozen {
        return nominative;
    }
    // Another mention of the surname that is no longer is likely its nominative.
    let form = text.normal(at);
    let others = names
        .iter()
        .map(|name| name.tokens.end - 1)
        .filter(|&other| other != at && same_name(text.normal(other), form));
    let shortest = others.chain([at]).min_by_key(|&other| text.word(other).chars().count()).unwrap_or(at);
    text.word(shortest).to_owned()
}

fn nominative_given(text: &Text<'_>, pack: &Pack, names: &[&Name], at: usize, is_male: Option<bool>) -> String {
    let token = &text.tokens[at];
    let name = names.iter().find(|name| name.tokens.contains(&at));
    // «Ивана» is a man's genitive before it is a woman's name.
    let mans = token.is(Features::of(Case::Genitive, Number::Masculine))
        && token.is(Features::of(Case::Nominative, Number::Feminine))
        && names.iter().any(|name| {
            text.normal(name.tokens.start) == text.normal(at) && (is_governed(text, name) || is_mans_form(text, name))
        });
    if mans && let Some(nominative) = pack.noun_singular(text.word(at), true, Case::Genitive) {
        return nominative;
    }
    if token.has(Tags::MALE) && token.has(Tags::FEMALE) && !token.word.features.is_nominative() {
        return given_name_of(text, pack, at, is_male);
    }
    if token.word.lemma == NO_ENTRY
        && let Some(name) = name
    {
        return unlisted_given(text, pack, name, at, is_male);
    }
    if let Some(lemma) = pack.lemma(token.word.lemma).filter(|_| !token.is(Features::case(Case::Nominative))) {
        return lemma.to_owned();
    }
    text.word(at).to_owned()
}

/// The cases a person's name stands in: those of a given name that tells, else those of the office before it.
fn case_of(text: &Text<'_>, names: &[&Name], name: &Name) -> Features {
    let given = &text.tokens[name.tokens.start];
    let own = given.word.features;
    let tells = given.has(Tags::GIVEN) && !(own.is_nominative() && own.any(Features::case(Case::Genitive)));
    if tells && !own.nominal().is_empty() {
        return own;
    }
    if mans_form_elsewhere(text, names, name) {
        return Features::of(Case::Genitive, Number::Masculine);
    }
    let office = office_before(text, name).map(|office| text.tokens[office].word.features);
    office.filter(|office| !office.is_nominative()).unwrap_or(own)
}

/// «Алєксандром Яковенком»: a given name of no list in the case that its surname shows.
fn unlisted_given(text: &Text<'_>, pack: &Pack, name: &Name, at: usize, is_male: Option<bool>) -> String {
    let word = text.word(at);
    let (Some(is_male), Some(surname)) = (is_male, pack.surname(text.normal(name.tokens.end - 1))) else {
        return word.to_owned();
    };
    let cases = if is_male { surname.of_man } else { surname.of_woman };
    let oblique = [Case::Instrumental, Case::Dative, Case::Genitive, Case::Accusative, Case::Locative];
    let mut fitting = oblique.into_iter().filter(|&case| !cases.is_nominative() && cases.any(Features::case(case)));
    fitting.find_map(|case| pack.noun_singular(word, is_male, case)).unwrap_or_else(|| word.to_owned())
}

/// «Юлию»: a form of a man's and of a woman's name, put into the nominative of the bearer's gender.
fn given_name_of(text: &Text<'_>, pack: &Pack, at: usize, is_male: Option<bool>) -> String {
    let token = &text.tokens[at];
    let listed = || pack.lemma(token.word.lemma).unwrap_or(text.word(at)).to_owned();
    let Some(is_male) = is_male else { return listed() };
    let own = Features::number(if is_male { Number::Masculine } else { Number::Feminine });
    let cases = [Case::Genitive, Case::Dative, Case::Accusative, Case::Instrumental, Case::Locative];
    let readings = cases.into_iter().filter(|&case| token.is(Features(Features::case(case).0 & own.0)));
    let mut names = readings.filter_map(|case| pack.noun_singular(text.word(at), is_male, case));
    names
        .find(|name| pack.word(&onrecord_lang::normal(name)).is_some_and(|word| word.tags.has(Tags::GIVEN)))
        .unwrap_or_else(listed)
}

/// The first of the spellings that occur most.
pub(super) fn most_written<'w>(written: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let written: Vec<&str> = written.take(MOST_COMPARED).collect();
    let count = |form: &str| written.iter().filter(|other| **other == form).count();
    // `max_by_key` takes the last of equals.
    written.iter().rev().copied().max_by_key(|form| count(form))
}

/// So many mentions of one entity are compared for the form of its name.
const MOST_COMPARED: usize = 60;

/// One mention of a listed name, in the nominative.
pub(super) fn of_mention(text: &Text<'_>, pack: &Pack, name: &Name) -> String {
    let at = name.tokens.start;
    let token = &text.tokens[at];
    let singular = Features(Features::case(Case::Nominative).0 & !Features::number(Number::Plural).0);
    let as_it_stands = || words_of(text, name);
    if name.tokens.len() == 1 && (token.is_acronym || token.is(singular)) {
        return as_it_stands();
    }
    if name.tokens.len() > 1 || token.word.name == NO_ENTRY {
        return as_listed(text, pack, name).unwrap_or_else(as_it_stands);
    }
    let lemma = pack.lemma(token.word.lemma).unwrap_or(text.word(at));
    // «Минфина»: capitals inside a name are its own.
    let own = lemma.chars().skip(1).any(char::is_uppercase);
    if own { lemma.to_owned() } else { in_letters_of(text, at, &onrecord_lang::normal(lemma)) }
}

/// A title as the article has it in the nominative, else its adjectives and noun put into it.
pub(super) fn of_title(text: &Text<'_>, pack: &Pack, names: &[&Name]) -> String {
    if !pack.has_cases() {
        return names.first().map(|name| words_of(text, name)).unwrap_or_default();
    }
    let found = names.iter().find(|name| phrase(text, pack, name).is_some_and(|put| put == words_of(text, name)));
    if let Some(name) = found {
        return words_of(text, name);
    }
    let put = names.iter().find_map(|name| phrase(text, pack, name));
    put.or_else(|| names.first().map(|name| words_of(text, name))).unwrap_or_default()
}

/// «Северного потока — 2» as «Северный поток — 2»: adjectives and the listed noun after them; none when the words are
/// made otherwise.
fn phrase(text: &Text<'_>, pack: &Pack, name: &Name) -> Option<String> {
    let listed = |at: usize| pack.word(head(text.normal(at))).filter(|word| word.features.any(Features::NOUN));
    let noun = name.tokens.clone().find(|&at| listed(at).is_some())?;
    let adjectives = name.tokens.start..noun;
    if !adjectives.clone().all(|at| text.tokens[at].is(Features::ADJ)) {
        return None;
    }
    let word = listed(noun)?;
    let agrees = |features: Features| adjectives.clone().all(|at| text.tokens[at].is(features));
    let nominative = Features(word.features.nominal().0 & Features::case(Case::Nominative).0);
    if nominative.any(nominative) && agrees(nominative) {
        return Some(words_of(text, name));
    }
    let plural = Features::number(Number::Plural);
    let singular = Features(word.features.nominal().0 & !plural.0);
    let is_plural = singular.is_empty() || !agrees(singular);
    let lemma = pack.noun_nominative(head(text.normal(noun)), is_plural)?;
    let genders = [Number::Masculine, Number::Feminine, Number::Neuter];
    let number = genders.into_iter().find(|&number| !is_plural && singular.any(Features::number(number)));
    let mut written = String::new();
    for at in name.tokens.clone() {
        if text.tokens[at].after_space && at > name.tokens.start {
            written.push(' ');
        }
        let adjective = || pack.adjective_nominative(text.normal(at), number.unwrap_or(Number::Plural));
        let tail = text.word(at).get(head(text.word(at)).len()..).unwrap_or_default();
        match at {
            at if at < noun => written.push_str(&in_letters_of(text, at, &adjective()?)),
            at if at == noun => {
                written.push_str(&format!("{}{tail}", in_letters_of(text, at, &onrecord_lang::normal(lemma))))
            }
            at => written.push_str(text.word(at)),
        }
    }
    Some(written)
}

/// A word without its number: «потоком-2».
pub(super) fn head(word: &str) -> &str {
    let (head, tail) = word.split_once('-').unwrap_or((word, ""));
    if !tail.is_empty() && tail.chars().all(|letter| letter.is_ascii_digit()) { head } else { word }
}
