//! Whether a name means a man or a woman: by its given name, its ending, its case, its title, its verb.

use onrecord_lang::{Case, Features, Number, Pack, Tags};
use onrecord_text::{Text, Token};

use super::Name;

/// Given names tell a person's gender.
pub(super) fn gender(text: &Text<'_>, pack: &Pack, names: &[&Name]) -> Option<bool> {
    names.iter().find_map(|name| gender_of_given(text, pack, name))
}

fn gender_of_given(text: &Text<'_>, pack: &Pack, name: &Name) -> Option<bool> {
    let given = name.tokens.start..name.tokens.start + name.n_given;
    given.into_iter().find_map(|given| {
        let token = &text.tokens[given];
        match (token.has(Tags::MALE), token.has(Tags::FEMALE)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            (true, true) if is_mans_form(text, name) => Some(true),
            (true, true) => gender_by_form(token).or_else(|| gender_by_case(text, pack, name, token)),
            _ => None,
        }
    })
}

/// «Посаду Домініка Рабе», «сменил Мартина Лохера»: a given name that is a man's genitive and a woman's nominative stands
/// where no woman's nominative can: after a man's office, or as the object of a verb that asks for a man.
pub(super) fn is_mans_form(text: &Text<'_>, name: &Name) -> bool {
    let given = &text.tokens[name.tokens.start];
    let both = given.has(Tags::GIVEN)
        && given.is(Features::of(Case::Genitive, Number::Masculine))
        && given.is(Features::of(Case::Nominative, Number::Feminine));
    if !both || name.n_given == 0 {
        return false;
    }
    // «Домініка» is a country too, and no woman's name.
    let no_woman = given.has(Tags::MALE) && !given.has(Tags::FEMALE);
    let before = name.tokens.start.checked_sub(1).map(|before| &text.tokens[before]);
    let did = |verb: &Token| {
        let past = verb.is(Features::PAST) && (!verb.is(Features::NOUN) || verb.is(Features::GUESSED));
        past && verb.is(Features::V_M) && !verb.is(Features::V_F) && verb.sentence == given.sentence
    };
    let of_man = |office: usize| {
        let office = text.tokens[office].word.features;
        office.any(Features::of(Case::Genitive, Number::Masculine)) && !office.is_nominative()
    };
    no_woman || before.is_some_and(did) || office_before(text, name).is_some_and(of_man)
}

/// How far before a name its office may stand.
const OFFICE_REACH: usize = 6;

/// The nearest noun of an office before a name, nothing but words of its phrase between.
pub(super) fn office_before(text: &Text<'_>, name: &Name) -> Option<usize> {
    let start = name.tokens.start;
    let phrase = |&at: &usize| {
        let token = &text.tokens[at];
        token.is_word()
            && token.sentence == text.tokens[start].sentence
            && (!token.is(Features::FINITE) || token.is(Features::NOUN))
    };
    let before = (start.saturating_sub(OFFICE_REACH)..start).rev().take_while(phrase);
    before.into_iter().find(|&at| text.tokens[at].has(Tags::ROLE))
}

/// «Петро»: of a name of either gender only the man's has this form, address aside.
fn gender_by_form(given: &Token) -> Option<bool> {
    let address = Features::case(Case::Vocative);
    let told = Features(given.word.features.nominal().0 & !address.0);
    match (told.any(Features::number(Number::Masculine)), told.any(Features::number(Number::Feminine))) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// «Юлию Стриж»: a given name of either gender in an oblique case, before a surname that a man would decline.
fn gender_by_case(text: &Text<'_>, pack: &Pack, name: &Name, given: &Token) -> Option<bool> {
    let surname = name.tokens.end - 1;
    let oblique = given.word.features.nominal();
    if name.n_given == name.tokens.len() || oblique.is_empty() || oblique.is_nominative() || !pack.has_cases() {
        return None;
    }
    let form = text.normal(surname);
    let told = pack.surname(form).and_then(|surname| surname.is_male(oblique));
    told.or_else(|| pack.name_declines(form, true).then_some(false))
}

/// A surname that only men or only women bear tells, where a given name stands before it.
pub(super) fn gender_of_surname(text: &Text<'_>, pack: &Pack, names: &[&Name]) -> Option<bool> {
    let full = names.iter().find(|name| name.n_given > 0)?;
    pack.surname(text.normal(full.tokens.end - 1))?.is_male(Features::ALL_CASES)
}

/// What the words around a bare surname tell of its bearer: a woman's title, the surname's form where its case is
/// known, the gender of the verb beside it.
pub(super) fn gender_of_bare(text: &Text<'_>, pack: &Pack, name: &Name) -> Option<bool> {
    let surname = name.tokens.end - 1;
    let form = || pack.surname(text.normal(surname));
    let governed = is_governed(text, name);
    let cases = if governed {
        Features(Features::ALL_CASES.0 & !Features::case(Case::Nominative).0)
    } else {
        Features::ALL_CASES
    };
    let beside = |at: usize| text.tokens.get(at).filter(|token| token.sentence == text.tokens[surname].sentence);
    let before = name.tokens.start.checked_sub(1).and_then(beside);
    let by_title = before.and_then(|title| gender_of_title(title, pack.has_cases()));
    let by_verb = || beside(name.tokens.end).and_then(gender_of_verb).or_else(|| before.and_then(gender_of_verb));
    by_title
        .or_else(|| form().and_then(|surname| surname.is_male(cases)))
        .or_else(|| if governed || !pack.has_cases() { None } else { by_verb() })
}

/// «Соседка», "Mrs": a noun that names women only; where nothing declines, also one that names men only.
fn gender_of_title(title: &Token, has_cases: bool) -> Option<bool> {
    if !title.has(Tags(Tags::ROLE.0 | Tags::PERSON.0)) || !title.is(Features::NOUN) {
        return None;
    }
    let cases = title.word.features.nominal();
    let of = |number| cases.any(Features::number(number));
    let woman = if has_cases {
        of(Number::Feminine) && !of(Number::Masculine)
    } else {
        title.has(Tags::FEMALE) && !title.has(Tags::MALE)
    };
    let man = !has_cases && title.has(Tags::MALE) && !title.has(Tags::FEMALE);
    if woman { Some(false) } else { man.then_some(true) }
}

fn gender_of_verb(token: &Token) -> Option<bool> {
    if !token.is(Features::PAST) || token.is_capital || token.is(Features::NOUN) {
        return None;
    }
    match (token.is(Features::V_M), token.is(Features::V_F)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// Whether a preposition or a noun that is no office stands right before: «по словам Ивана Орлова», «слова Орлова».
pub(super) fn is_governed(text: &Text<'_>, name: &Name) -> bool {
    let Some(before) = name.tokens.start.checked_sub(1).map(|before| &text.tokens[before]) else { return false };
    let thing = before.is(Features::NOUN)
        && before.has(Tags(Tags::CUE_NOUN.0 | Tags::OTHER.0 | Tags::DOCUMENT.0 | Tags::ACT.0))
        && !before.has(Tags(Tags::ROLE.0 | Tags::PERSON.0));
    (before.has(Tags::PREP) || thing)
        && !before.is_capital
        && before.sentence == text.tokens[name.tokens.start].sentence
}
