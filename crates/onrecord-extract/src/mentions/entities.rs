//! Mentions of one person, organisation or place become one entity with a name in the nominative.

use hashbrown::HashMap;
use onrecord_lang::{Case, Features, NO_ENTRY, NameKind, Number, Pack, Tags};
use onrecord_model::{EntityKind, MentionForm};
use onrecord_text::Text;

use super::{Name, NamedKind, Names, same_name};
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
            NamedKind::Person => person(text, names, &members, name, &mut people, fresh),
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

/// The entity of a person: one whose surname and given name are compatible, or a fresh one.
fn person(
    text: &Text<'_>,
    names: &Names,
    members: &[Vec<usize>],
    name: &Name,
    people: &mut HashMap<String, Vec<usize>>,
    fresh: usize,
) -> usize {
    let surname = name.tokens.end - 1;
    let key: String = text.normal(surname).chars().take(3).collect();
    let known = people.entry(key).or_default();
    let fits = |&&entity: &&usize| {
        members[entity].first().is_some_and(|&first| {
            let other = &names.all[first];
            let (own, theirs) = (text.normal(surname), text.normal(other.tokens.end - 1));
            same_name(own, theirs) && compatible(text, name, other)
        })
    };
    // Nearly always one bearer; when a family shares the news, whoever was named in full last before this mention.
    let bearers = known.iter().rev().take(20).filter(fits);
    let here = name.tokens.start;
    let before = |entity: usize| {
        let full = members[entity].iter().map(|&member| names.all[member].tokens.start);
        full.filter(|&start| start < here).max().map_or(0, |start| start + 1)
    };
    if let Some(&entity) = bearers.max_by_key(|&&entity| (before(entity), std::cmp::Reverse(entity))) {
        return entity;
    }
    known.push(fresh);
    // A given name alone means whoever was named by it in full.
    if name.tokens.len() > 1 && name.n_given > 0 {
        let given: String = text.normal(name.tokens.start).chars().take(3).collect();
        people.entry(format!("{given}-")).or_default().push(fresh);
    } else if name.tokens.len() == 1 && text.tokens[surname].has(Tags::GIVEN) {
        let given: String = text.normal(surname).chars().take(3).collect();
        let bearers = people.entry(format!("{given}-")).or_default();
        let named = |&&entity: &&usize| {
            members[entity]
                .first()
                .is_some_and(|&first| same_name(text.normal(names.all[first].tokens.start), text.normal(surname)))
        };
        if let Some(&entity) = bearers.iter().rev().take(20).find(named) {
            people.entry(text.normal(surname).chars().take(3).collect()).or_default().pop();
            return entity;
        }
    }
    fresh
}

/// Whether two given names can be one: one is missing, an initial of the other, or another case of it.
fn compatible(text: &Text<'_>, a: &Name, b: &Name) -> bool {
    if a.n_given == 0 || b.n_given == 0 {
        return true;
    }
    let (x, y) = (text.normal(a.tokens.start), text.normal(b.tokens.start));
    let initial = |x: &str| x.chars().count() == 1;
    if initial(x) || initial(y) { x.chars().next() == y.chars().next() } else { same_name(x, y) }
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
            entity.is_male = gender(text, &names).or_else(|| gender_of_surname(text, pack, &names));
            entity.name = full_name(text, pack, &names, entity.is_male);
        }
        Some(NamedKind::Listed(_)) => entity.name = as_written(text, pack, &names, &entity.name),
        _ => entity.name = nominative_of(text, &names),
    }
}

/// Given names tell a person's gender.
fn gender(text: &Text<'_>, names: &[&Name]) -> Option<bool> {
    let givens = names.iter().flat_map(|name| name.tokens.start..name.tokens.start + name.n_given);
    for given in givens {
        let token = &text.tokens[given];
        match (token.has(Tags::MALE), token.has(Tags::FEMALE)) {
            (true, false) => return Some(true),
            (false, true) => return Some(false),
            _ => {}
        }
    }
    None
}

/// A surname that only men or only women bear tells, where it stands in the nominative.
fn gender_of_surname(text: &Text<'_>, pack: &Pack, names: &[&Name]) -> Option<bool> {
    let full = names.iter().find(|name| name.n_given > 0)?;
    let surname = pack.surname(text.normal(full.tokens.end - 1))?;
    match (surname.is_male, surname.is_female) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// The fullest name of a person, nominative: the fullest mention that is nominative already, else its words put into it.
fn full_name(text: &Text<'_>, pack: &Pack, names: &[&Name], is_male: Option<bool>) -> String {
    let n_words = |name: &Name| name.tokens.clone().filter(|&at| text.word(at).chars().count() > 1).count();
    let Some(fullest) = names.iter().map(|name| n_words(name)).max() else { return String::new() };
    let full: Vec<_> = names.iter().filter(|name| n_words(name) == fullest).collect();
    if let Some(name) = full.iter().find(|name| is_nominative(text, name)) {
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

/// Whether a preposition or a noun that is no office stands right before: «по словам Ивана Орлова», «слова Орлова».
fn is_governed(text: &Text<'_>, name: &Name) -> bool {
    let Some(before) = name.tokens.start.checked_sub(1).map(|before| &text.tokens[before]) else { return false };
    let thing = before.is(Features::NOUN)
        && before.has(Tags(Tags::CUE_NOUN.0 | Tags::OTHER.0 | Tags::DOCUMENT.0 | Tags::ACT.0))
        && !before.has(Tags(Tags::ROLE.0 | Tags::PERSON.0));
    (before.has(Tags::PREP) || thing)
        && !before.is_capital
        && before.sentence == text.tokens[name.tokens.start].sentence
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
