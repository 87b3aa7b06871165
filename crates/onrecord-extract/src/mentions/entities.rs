//! Mentions of one person, organisation or place become one entity with a name in the nominative.

use hashbrown::HashMap;
use onrecord_lang::{NO_ENTRY, NameKind, Pack};
use onrecord_model::{EntityKind, MentionForm};
use onrecord_text::Text;

use super::gender::{gender, gender_of_surname};
use super::nominative::{self, head};
use super::{Name, NamedKind, Names, namesakes, same_name};
use crate::{Findings, FoundEntity, FoundMention};

/// Joins all names; each learns its entity.
pub(super) fn join(text: &Text<'_>, pack: &Pack, names: &mut Names, findings: &mut Findings) {
    let mut listed: HashMap<String, usize> = HashMap::new();
    let mut titled: HashMap<String, Vec<usize>> = HashMap::new();
    let mut people: HashMap<String, Vec<usize>> = HashMap::new();
    // Full names first, so that a bare surname finds its bearer wherever it stands.
    let mut order: Vec<usize> = (0..names.all.len()).collect();
    order.sort_by_key(|&at| names.all[at].is_person() && names.all[at].n_given == 0);
    let mut members: Vec<Vec<usize>> = Vec::new();
    for at in order {
        let name = &names.all[at];
        let fresh = findings.entities.len();
        let entity = match name.kind {
            NamedKind::Listed(_) => *listed.entry(key_of_listed(pack, name)).or_insert(fresh),
            NamedKind::Titled => {
                let near = titled.entry(first_letters(text, name)).or_default();
                let same = |&entity: &usize| same_title(text, pack, &names.all[members[entity][0]], name);
                near.iter().rev().take(MOST_TITLES).copied().find(same).unwrap_or_else(|| {
                    near.push(fresh);
                    fresh
                })
            }
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

/// What a listed name is found by: its country where one has several names («Британия», «Великобритания»).
fn key_of_listed(pack: &Pack, name: &Name) -> String {
    let listed = name.listed.unwrap_or(NO_ENTRY);
    let info = pack.names.get(listed as usize);
    let state = info.filter(|info| matches!(info.kind, NameKind::Country | NameKind::Union));
    state.and_then(|info| info.code.as_deref()).map_or_else(|| listed.to_string(), str::to_owned)
}

/// Titles with the same first letters are compared with the last so many of them.
const MOST_TITLES: usize = 40;

fn first_letters(text: &Text<'_>, name: &Name) -> String {
    text.normal(name.tokens.start).chars().take(3).collect()
}

/// Whether two titles have the same words in whatever case, and the same numbers, however dashes and spaces are set:
/// «Северный поток — 2», «Северного потока-2».
fn same_title(text: &Text<'_>, pack: &Pack, a: &Name, b: &Name) -> bool {
    let (mut a, mut b) = (parts(text, a), parts(text, b));
    loop {
        match (a.next(), b.next()) {
            (None, None) => return true,
            (Some(x), Some(y)) if same_part(pack, x, y) => {}
            _ => return false,
        }
    }
}

/// The words of a title, the numbers behind their hyphens apart.
fn parts<'t>(text: &'t Text<'_>, name: &Name) -> impl Iterator<Item = &'t str> {
    let tokens = name.tokens.clone().filter(|&at| text.word(at).chars().any(char::is_alphanumeric));
    tokens.flat_map(|at| {
        let form = if text.normal(at).is_empty() { text.word(at) } else { text.normal(at) };
        let word = head(form);
        std::iter::once(word).chain(form.get(word.len() + 1..))
    })
}

fn same_part(pack: &Pack, a: &str, b: &str) -> bool {
    let is_word = a.chars().chain(b.chars()).all(char::is_alphabetic);
    let lemma = |form: &str| pack.word(form).map(|word| word.lemma).filter(|&lemma| lemma != NO_ENTRY);
    a == b || same_name(a, b) || is_word && lemma(a).is_some() && lemma(a) == lemma(b)
}

fn found(text: &Text<'_>, pack: &Pack, name: &Name) -> FoundEntity {
    let info = name.listed.and_then(|listed| pack.names.get(listed as usize));
    let kind = match name.kind {
        NamedKind::Person => EntityKind::Person,
        NamedKind::Titled => EntityKind::Organisation,
        NamedKind::Listed(NameKind::Union) => EntityKind::Organisation,
        NamedKind::Listed(NameKind::Event) => EntityKind::EventName,
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
            written: matches!(name.kind, NamedKind::Listed(_)).then(|| nominative::of_mention(text, pack, name)),
        });
    }
    let names: Vec<&Name> = members.iter().map(|&member| &names.all[member]).collect();
    match names.first().map(|name| name.kind) {
        Some(NamedKind::Person) => {
            entity.is_male = gender(text, pack, &names).or_else(|| gender_of_surname(text, pack, &names));
            entity.name = nominative::of_person(text, pack, &names, entity.is_male);
        }
        Some(NamedKind::Listed(_)) => {
            let written = entity.mentions.iter().filter_map(|mention| mention.written.as_deref());
            entity.name = nominative::most_written(written).unwrap_or(&entity.name).to_owned();
        }
        _ => entity.name = nominative::of_title(text, pack, &names),
    }
}
