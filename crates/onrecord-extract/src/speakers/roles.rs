//! Offices and their holders: «глава МИД Польши Яцек Чапутович», "Paul Dewar, an Ottawa MP".

use std::ops::Range;

use onrecord_lang::{Case, Features, NO_ENTRY, Tags, stem};
use onrecord_text::TokenKind;

use crate::FoundEntity;
use crate::agreement::shares_case_with;
use crate::mentions::Name;
use crate::noun_phrase::NounPhrase;
use crate::view::View;

/// An office somewhere in the text, with the entity of its holder.
#[derive(Clone, Debug)]
pub(crate) struct Role {
    /// Its tokens, without the holder's name.
    pub(crate) tokens: Range<usize>,
    /// The noun that names it.
    pub(crate) head: usize,
    /// The holder.
    pub(crate) entity: usize,
}

/// How many offices are compared with a description, the last of the text first.
const MOST: usize = 200;

/// How well a description fits the office that stands beside its holder's name.
const BESIDE: f32 = 3.0;

/// How well a description fits an office of another name: «глава правительства», «премьер-министр».
const RENAMED: f32 = 1.2;

/// All offices of a text.
pub(crate) struct Roles {
    pub(crate) all: Vec<Role>,
}

impl Roles {
    /// Reads the words beside every person's name, and writes the offices into the entities.
    pub(crate) fn find(view: &View<'_, '_>, entities: &mut [FoundEntity]) -> Self {
        let mut all = Vec::new();
        for name in view.names.all.iter().filter(|name| name.is_person()) {
            let found = before(view, name, entities[name.entity].is_male)
                .or_else(|| after(view, name.tokens.end))
                .or_else(|| before_comma(view, name));
            if let Some((tokens, head)) = found {
                entities[name.entity].roles.push(view.text.span(tokens.clone()));
                all.push(Role { tokens, head, entity: name.entity });
            }
        }
        Self { all }
    }

    /// Whether somebody is called a spokesman of sorts.
    pub(crate) fn speaks_for_others(&self, view: &View<'_, '_>, entity: usize) -> bool {
        self.all.iter().take(4 * MOST).any(|role| role.entity == entity && view.has(role.head, Tags::SPOKES))
    }

    /// Whether the offices a person is known by allow a bare noun to mean them: «директор» is not the minister.
    pub(crate) fn allow(&self, view: &View<'_, '_>, entity: usize, source: &NounPhrase) -> bool {
        if !view.has(source.head, Tags::ROLE) || view.has(source.head, Tags::GENERAL) {
            return true;
        }
        let mut known = self.all.iter().take(4 * MOST).filter(|role| role.entity == entity);
        known.any(|role| {
            !view.has(role.head, Tags::ROLE)
                || one_office(view, role.head, source.head)
                || is_renamed(view, role, source.tokens.clone())
        })
    }

    /// Holders of an office that a description names, the best fit first: same noun, and nothing in the description
    /// that speaks against it.
    pub(crate) fn holders(&self, view: &View<'_, '_>, description: Range<usize>, head: usize) -> Vec<(usize, f32)> {
        let mut found: Vec<(usize, f32)> = Vec::new();
        for role in self.all.iter().rev().take(MOST) {
            // The words of the description are the office itself: "the landlord, Oliver Leeds,".
            let own = (role.head == head).then_some(BESIDE);
            let Some(fit) = own.or_else(|| self.fit(view, role, description.clone(), head)) else { continue };
            match found.iter_mut().find(|(entity, _)| *entity == role.entity) {
                Some((_, best)) => *best = best.max(fit),
                None => found.push((role.entity, fit)),
            }
        }
        found.sort_by(|a, b| b.1.total_cmp(&a.1));
        found
    }

    /// How well a description fits an office: 1 for the same noun, more for every further word in common; `None` when
    /// each says something that the other does not («министр обороны», «министр культуры»).
    fn fit(&self, view: &View<'_, '_>, role: &Role, description: Range<usize>, head: usize) -> Option<f32> {
        // «Адвокат X» is not X.
        let owner = |name: &Name| name.entity == role.entity;
        if description.contains(&role.head) || view.names.within(description.clone()).any(owner) {
            return None;
        }
        if is_renamed(view, role, description.clone()) {
            return Some(RENAMED);
        }
        let same_noun = one_office(view, role.head, head);
        let shares =
            |at: usize| telling(view, role.tokens.clone(), role.head).any(|other| self.is_same(view, at, other));
        let described = telling(view, description.clone(), head);
        let (mut shared, mut foreign) = (0.0, 0.0);
        for at in described {
            if shares(at) { shared += 1.0 } else { foreign += 1.0 }
        }
        // «Бывший министр» is not the minister, nor the other way round.
        let past = |tokens: Range<usize>| tokens.into_iter().any(|at| view.has(at, Tags::FORMER));
        if past(description.clone()) != past(role.tokens.clone()) {
            return None;
        }
        let own = telling(view, role.tokens.clone(), role.head).count();
        let another = !same_noun && (shared == 0.0 || view.has(head, Tags::ROLE) && view.has(role.head, Tags::ROLE));
        if another || foreign > shared + 0.5 || foreign > 0.0 && shared == 0.0 && own > 0 {
            return None;
        }
        let base = if same_noun { 1.0 } else { 0.2 };
        Some(base + 0.5 * shared - 0.4 * foreign)
    }

    /// Whether two words of offices mean the same: one stem, one country, or a person and the office they hold
    /// («спикер Градова», «пресс-секретарь президента»).
    fn is_same(&self, view: &View<'_, '_>, at: usize, other: usize) -> bool {
        let holds = |name: &Name| {
            let mut offices = self.all.iter().take(MOST).filter(|role| role.entity == name.entity);
            offices.any(|role| one_word(view, role.head, other))
        };
        one_word(view, at, other)
            || same_place(view, at, other)
            || view.names.at(at).is_some_and(|name| name.is_person() && holds(name))
    }
}

/// The words of an office or description that tell it from others of its kind.
fn telling<'v>(view: &'v View<'_, '_>, tokens: Range<usize>, head: usize) -> impl Iterator<Item = usize> + 'v {
    tokens.filter(move |&at| {
        at != head
            && view
                .token(at)
                .is_some_and(|token| token.is_word() && !token.has(Tags(Tags::SMALL.0 | Tags::DET.0 | Tags::CLITIC.0)))
    })
}

/// Whether the lists know a description and an office as names of one office, articles and places aside; where both
/// name a place, it must be one.
fn is_renamed(view: &View<'_, '_>, role: &Role, description: Range<usize>) -> bool {
    let places = |tokens: Range<usize>| tokens.filter(|&at| view.has(at, Tags(Tags::ADJ_PLACE.0 | Tags::PLACE.0)));
    let elsewhere = places(role.tokens.clone()).next().is_some()
        && places(description.clone()).next().is_some()
        && !places(description.clone()).any(|at| places(role.tokens.clone()).any(|other| same_place(view, at, other)));
    if elsewhere {
        return false;
    }
    let aside = Tags(Tags::DET.0 | Tags::ADJ_PLACE.0 | Tags::PLACE.0 | Tags::CLITIC.0);
    let words = |tokens: Range<usize>| -> Vec<&str> {
        tokens
            .filter(|&at| !view.has(at, aside))
            .map(|at| view.text.normal(at))
            .filter(|form| !form.is_empty())
            .collect()
    };
    view.pack.is_one_office(&words(role.tokens.clone()), &words(description))
}

/// Whether two tokens are forms of one word: by the lists, else by their stems.
fn one_word(view: &View<'_, '_>, a: usize, b: usize) -> bool {
    let lemma = |at: usize| view.token(at).map(|token| token.word.lemma).filter(|&lemma| lemma != NO_ENTRY);
    lemma(a).is_some() && lemma(a) == lemma(b) || stem(view.text.normal(a)) == stem(view.text.normal(b))
}

fn one_office(view: &View<'_, '_>, a: usize, b: usize) -> bool {
    view.has(a, Tags::SPOKES) && view.has(b, Tags::SPOKES) || same_office(view, a, b)
}

/// Whether two nouns name one office: the same word, or one is the first part of the other («премьер», «премьер-министр»).
fn same_office(view: &View<'_, '_>, a: usize, b: usize) -> bool {
    if one_word(view, a, b) {
        return true;
    }
    let (a, b) = (view.text.normal(a), view.text.normal(b));
    // «Премьер-министр» is «премьер»; «вице-премьер» and «экс-премьер» are not.
    let part = |long: &str, short: &str| {
        long.split('-').next().is_some_and(|first| first.len() < long.len() && stem(first) == stem(short))
    };
    part(a, b) || part(b, a)
}

/// «британский» and «Великобритании»; a building and the country it stands for.
fn same_place(view: &View<'_, '_>, a: usize, b: usize) -> bool {
    let code = |at: usize| {
        view.names
            .at(at)
            .and_then(|name| name.listed)
            .and_then(|listed| view.pack.names[listed as usize].code.as_deref())
            .or_else(|| view.pack.adjective_code(view.token(at)?.word.lemma))
    };
    if code(a).is_some() && code(a) == code(b) {
        return true;
    }
    // «Страны», «країни»: the country that the article is about.
    let any_country = |at: usize| view.has(at, Tags::PLACE_NOUN) && view.names.at(at).is_none();
    if code(a).is_some() && any_country(b) || code(b).is_some() && any_country(a) {
        return true;
    }
    let place = |at: usize| view.has(at, Tags(Tags::ADJ_PLACE.0 | Tags::PLACE.0));
    let letters = |at: usize| view.text.normal(at).chars().take(4).collect::<String>();
    place(a) && place(b) && letters(a) == letters(b)
}

/// The office before a name: the nearest human noun that can share its case, with what stands between, and its adjectives.
fn before(view: &View<'_, '_>, name: &Name, is_male: Option<bool>) -> Option<(Range<usize>, usize)> {
    let start = name.tokens.start;
    let sentence = view.sentence(start);
    let from = start.saturating_sub(20).max(sentence.start);
    let mut at = start;
    while at > from {
        at -= 1;
        let token = view.token(at)?;
        // «После» is a preposition before it is an ambassador's locative.
        let human = token.has(Tags(Tags::ROLE.0 | Tags::PERSON.0))
            && !token.has(Tags::SMALL)
            && view.names.at(at).is_none()
            && !(token.has(Tags::CUE_VERB) && token.is(Features::FINITE));
        if human && shares_case_with(view, at, name, is_male) && is_one_phrase(view, at + 1..start) {
            return Some((with_adjectives(view, at, sentence.start)..start, at));
        }
        if ends_office(view, at) {
            break;
        }
    }
    None
}

/// Whether no office goes past a token: a mark, a bracket, a verb, a conjunction, an age («44-летний»), somebody's name.
fn ends_office(view: &View<'_, '_>, at: usize) -> bool {
    use TokenKind::{CloseBracket, Colon, Comma, Dash, OpenBracket, Stop};
    let Some(token) = view.token(at) else { return true };
    let mark = matches!(token.kind, Comma | Colon | Stop | Dash | OpenBracket | CloseBracket);
    let participle = token.is(Features::SHORT) && !token.is(Features(Features::NOUN.0 | Features::ADJ.0));
    let verb = token.is(Features::FINITE) && !token.is(Features::NOUN) || participle;
    let age = token.is_word() && view.text.word(at).starts_with(|letter: char| letter.is_ascii_digit());
    let joins = token.has(Tags(Tags::COMP.0 | Tags::COORD.0 | Tags::REL.0));
    mark || verb || age || joins || view.names.at(at).is_some_and(Name::is_person)
}

/// Whether the words between an office and its holder can all belong to the office: after a preposition anything may,
/// otherwise no noun that is nominative and no genitive: not «послу РФ в Лондоне телефонный номер команды».
fn is_one_phrase(view: &View<'_, '_>, between: Range<usize>) -> bool {
    let mut governed = false;
    for at in between {
        let Some(token) = view.token(at) else { return false };
        let nominal = token.is(Features(Features::NOUN.0 | Features::ADJ.0)) && !token.is_capital;
        let nominative = token.word.features.is_nominative() && !token.is(Features::case(Case::Genitive));
        let named = view.names.at(at).is_some() || token.is_acronym;
        if nominal && nominative && !governed && !named && view.has_cases() {
            return false;
        }
        // What a preposition governs ends with its noun; a genitive may follow.
        governed = token.has(Tags::PREP) || governed && !token.is(Features::NOUN);
    }
    true
}

pub(super) fn with_adjectives(view: &View<'_, '_>, head: usize, floor: usize) -> usize {
    let mut start = head;
    while start > floor {
        let before = start - 1;
        let adjective = view.is(before, Features(Features::ADJ.0 | Features::PART.0))
            && !view.has(before, Tags::SMALL)
            && view.names.at(before).is_none_or(|name| !name.is_person())
            && agrees(view, before, head);
        let compound = !view.has_cases()
            && view.token(before).is_some_and(|token| {
                token.is_word() && !token.has(Tags::SMALL) && !token.has(Tags::DET) && !token.has(Tags::CUE_VERB)
            });
        if !(adjective || compound) {
            break;
        }
        start = before;
    }
    start
}

/// "The archbishop's spokesman, Ivo Sommers, faced …": where nothing declines, the office before a comma and a name
/// that another comma closes.
fn before_comma(view: &View<'_, '_>, name: &Name) -> Option<(Range<usize>, usize)> {
    let comma = name.tokens.start.checked_sub(1).filter(|&at| view.kind(at) == Some(TokenKind::Comma))?;
    let closed = view.kind(name.tokens.end) == Some(TokenKind::Comma);
    let head = comma.checked_sub(1).filter(|&at| view.has(at, Tags::ROLE) && view.names.at(at).is_none())?;
    let floor = view.sentence(head).start;
    let own = |at: usize| {
        view.has(at, Tags(Tags::CLITIC.0 | Tags::DET.0))
            || view
                .token(at)
                .is_some_and(|token| token.is_word() && !token.has(Tags::SMALL) && !token.is(Features::FINITE))
    };
    let start = (floor..head).rev().take_while(|&at| own(at)).last().unwrap_or(head);
    (closed && !view.has_cases()).then_some((start..comma, head))
}

/// Whether an adjective can stand in the case of its noun; where either does not tell, it can.
fn agrees(view: &View<'_, '_>, adjective: usize, head: usize) -> bool {
    let nominal = |at: usize| view.token(at).map(|token| token.word.features.nominal()).unwrap_or_default();
    let (own, noun) = (nominal(adjective), nominal(head));
    let cases = |features: Features| (0..7u64).filter(move |case| features.0 & (0b1111 << (case * 4)) != 0);
    own.is_empty() || noun.is_empty() || cases(own).any(|case| cases(noun).any(|other| other == case))
}

/// The office after a name: «X, глава Y,».
fn after(view: &View<'_, '_>, end: usize) -> Option<(Range<usize>, usize)> {
    if view.kind(end) != Some(TokenKind::Comma) {
        return None;
    }
    let sentence = view.sentence(end);
    let is_office = |at: usize| view.has(at, Tags::ROLE) && !view.has(at, Tags::PREP);
    let head = (end + 1..(end + 6).min(sentence.end)).find(|&at| is_office(at))?;
    let plain = (end + 1..head).all(|at| {
        view.is(at, Features::ADJ)
            || view.has(at, Tags::DET)
            || !view.has_cases() && view.token(at).is_some_and(|token| token.is_word() && !token.has(Tags::SMALL))
    });
    let close = (head..sentence.end).find(|&at| {
        let mark =
            matches!(view.kind(at), Some(TokenKind::Comma | TokenKind::Stop | TokenKind::Dash | TokenKind::Colon));
        let verb = view.has_cases()
            && view.is(at, Features::FINITE)
            && !view.is(at, Features(Features::NOUN.0 | Features::GUESSED.0));
        mark || at > head && verb || view.kind(at) == Some(TokenKind::OpenBracket)
    });
    plain.then(|| (end + 1..close.unwrap_or(sentence.end), head))
}
