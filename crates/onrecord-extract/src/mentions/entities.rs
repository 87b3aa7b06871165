//! Mentions of one person, organisation or place become one entity with a name in the nominative.

use hashbrown::HashMap;
use onrecord_lang::{Case, Features, NO_ENTRY, NameKind, Number, Pack, Tags};
use onrecord_model::{EntityKind, MentionForm};
use onrecord_text::Text;

use super::gender::{gender, gender_of_surname, is_governed};
use super::{Name, NamedKind, Names, namesakes, same_name};
use crate::{Findings, FoundEntity, FoundMention};

/// Joins all names; each learns its entity.
pub(super) fn join(text: &Text<'_>, pack: &Pack, names: &mut Names, findings: &mut Findings) {
    let mut listed: HashMap<u32, usize> = HashMap::new();
    let mut titled: HashMap<String, usize> = HashMap::new();
    let mut people: HashMap<String, Vec<usize>> = HashMap::new();
    // Full names first, so that a bare surname finds its bearer wherever it stands.
    let mut order: Vec<usize> = (0..names.all.len()).collect();
    order.sort_by_key(|&at| names.all[at].is_person() && names.all[at].n_given == 0);
    let mut members: Vec<Vec<usize>> = Vec::new();
    for at in order {
        let name = &names.all[at];
        let fresh = findings.entities.len();
        let entity = match name.kind {
            NamedKind::Listed(_) => *listed.entry(name.listed.unwrap_or(NO_ENTRY)).or_insert(fresh),
            NamedKind::Titled => *titled.entry(key_of_title(text, name)).or_insert(fresh),
            NamedKind::Person => {
                let known = namesakes::Known { text, pack, names, members: &members };
                namesakes::entity(&known, name, &mut people, fresh)
            }
        };
        if entity == fresh {
            findings.entities.push(found(text, pack, name));
            members.push(Vec::new());
        }
        members[entity].push(at);
        names.all[at].entity = entity;
    }
    for (entity, members) in findings.entities.iter_mut().zip(&mut members) {
        members.sort_unstable();
        finish(text, pack, names, members, entity);
    }
}

fn key_of_title(text: &Text<'_>, name: &Name) -> String {
    let words: Vec<&str> = name.tokens.clone().map(|at| text.normal(at)).filter(|word| !word.is_empty()).collect();
    words.iter().map(|word| onrecord_lang::stem(word)).collect::<Vec<_>>().join(" ")
}

fn found(text: &Text<'_>, pack: &Pack, name: &Name) -> FoundEntity {
    let info = name.listed.and_then(|listed| pack.names.get(listed as usize));
    let kind = match name.kind {
        NamedKind::Person => EntityKind::Person,
        NamedKind::Titled => EntityKind::Organisation,
        NamedKind::Listed(NameKind::Union) => EntityKind::Organisation,
        NamedKind::Listed(kind) if kind.is_place() => EntityKind::Place,
        NamedKind::Listed(_) => EntityKind::Organisation,
    };
    FoundEntity {
        kind,
        name: info.map_or_else(
            || text.span(name.tokens.clone()).of(&text.article.text).to_owned(),
            |info| info.name.to_string(),
        ),
        code: info.and_then(|info| info.code.as_deref().map(str::to_owned)),
        roles: Vec::new(),
        mentions: Vec::new(),
        is_male: None,
    }
}

/// Fills in mentions, name and gender once all members are known.
fn finish(text: &Text<'_>, pack: &Pack, names: &Names, members: &[usize], entity: &mut FoundEntity) {
    for &member in members {
        let name = &names.all[member];
        let acronym = name.tokens.len() == 1 && text.tokens[name.tokens.start].is_acronym;
        entity.mentions.push(FoundMention {
            span: text.span(name.tokens.clone()),
            token: name.tokens.start,
            form: if acronym { MentionForm::Acronym } else { MentionForm::Name },
        });
    }
    let names: Vec<&Name> = members.iter().map(|&member| &names.all[member]).collect();
    match names.first().map(|name| name.kind) {
        Some(NamedKind::Person) => {
            entity.is_male = gender(text, pack, &names).or_else(|| gender_of_surname(text, pack, &names));
            entity.name = full_name(text, pack, &names, entity.is_male);
        }
        Some(NamedKind::Listed(_)) => entity.name = as_written(text, pack, &names, &entity.name),
        _ => entity.name = nominative_of(text, &names),
    }
}

/// The fullest name of a person, nominative: the fullest mention that is nominative already, else its words put into it.
fn full_name(text: &Text<'_>, pack: &Pack, names: &[&Name], is_male: Option<bool>) -> String {
    let n_words = |name: &Name| name.tokens.clone().filter(|&at| text.word(at).chars().count() > 1).count();
    let Some(fullest) = names.iter().map(|name| n_words(name)).max() else { return String::new() };
    let full: Vec<_> = names.iter().filter(|name| n_words(name) == fullest).collect();
    // Of surnames alone the shortest form is likeliest the nominative: «Туск», not «Туска».
    let length =
        |name: &&&&Name| if name.n_given == 0 && pack.has_cases() { words_of(text, name).chars().count() } else { 0 };
    if let Some(name) = full.iter().filter(|name| is_nominative(text, name)).min_by_key(length) {
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

/// Whether a mention stands in the nominative, as far as its given name tells.
fn is_nominative(text: &Text<'_>, name: &Name) -> bool {
    let first = &text.tokens[name.tokens.start];
    let listed = first.has(Tags::GIVEN) && name.n_given > 0;
    let oblique = listed && !first.is(Features::case(Case::Nominative));
    !oblique && !is_governed(text, name) && (listed || name.tokens.len() == 1 || name.n_given > 0)
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
    if is_given {
        // «Ивана» is a man's genitive before it is a woman's name.
        let mans = token.is(Features::of(Case::Genitive, Number::Masculine))
            && token.is(Features::case(Case::Nominative))
            && names.iter().any(|name| name.tokens.start == at && is_governed(text, name));
        if mans && let Some(nominative) = pack.noun_singular(text.word(at), true, Case::Genitive) {
            return nominative;
        }
        if token.has(Tags::MALE) && token.has(Tags::FEMALE) && !token.word.features.is_nominative() {
            return given_name_of(text, pack, at, is_male);
        }
        if let Some(lemma) = pack.lemma(token.word.lemma).filter(|_| !token.is(Features::case(Case::Nominative))) {
            return lemma.to_owned();
        }
        return text.word(at).to_owned();
    }
    let given = names
        .iter()
        .find(|name| name.tokens.contains(&at) && name.n_given > 0)
        .map(|name| text.tokens[name.tokens.start].word.features);
    let nominative = pack.surname_nominative(text.word(at), is_male, given.unwrap_or_default());
    if nominative != text.word(at) {
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

/// A listed name as the article writes it most fully, in the nominative of the list unless it stands there itself.
fn as_written(text: &Text<'_>, pack: &Pack, names: &[&Name], listed: &str) -> String {
    let written = names.iter().map(|name| words_of(text, name)).collect::<Vec<_>>();
    if written.iter().any(|name| name == listed) {
        return listed.to_owned();
    }
    // An alias («Старий Світ» for a body) keeps its own words.
    let single = names.iter().find(|name| {
        let token = &text.tokens[name.tokens.start];
        let singular = Features(Features::case(Case::Nominative).0 & !Features::number(Number::Plural).0);
        name.tokens.len() == 1 && (token.is_acronym || token.is(singular))
    });
    match single {
        Some(name) => words_of(text, name),
        None if names.iter().all(|name| name.tokens.len() > 1) => {
            written.into_iter().max_by_key(String::len).unwrap_or_default()
        }
        None => {
            let single = names.iter().find(|name| name.tokens.len() == 1);
            let lemma = single.and_then(|name| pack.lemma(text.tokens[name.tokens.start].word.lemma));
            lemma.unwrap_or(listed).to_owned()
        }
    }
}

fn nominative_of(text: &Text<'_>, names: &[&Name]) -> String {
    let governed = |name: &&&Name| name.tokens.start > 0 && text.tokens[name.tokens.start - 1].has(Tags::PREP);
    let best = names.iter().find(|name| !governed(name)).or(names.first());
    best.map(|name| words_of(text, name)).unwrap_or_default()
}
