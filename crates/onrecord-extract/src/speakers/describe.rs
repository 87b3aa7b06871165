//! The speaker behind a noun phrase: a name in it, the holder of an office, a body, a document, or the words themselves.

use onrecord_lang::{Features, NameKind, Number, Tags};
use onrecord_model::{EntityKind, SpeakerForm};

use super::wording::{as_written, text_of, without_preposition};
use super::{Memory, Roles, antecedent, bodies, documents};
use crate::agreement::shares_case_with;
use crate::mentions::{Name, NamedKind};
use crate::noun_phrase::{NounPhrase, phrase_at};
use crate::statements::SourceKind;
use crate::view::View;
use crate::{Candidate, FoundEntity, FoundSpeaker};

/// People and bodies that may be meant: a place in the entities, a weight, the reasons for it.
pub(super) type Candidates = Vec<(usize, f32, Vec<&'static str>)>;

pub(super) fn speaker(
    view: &View<'_, '_>,
    entities: &[FoundEntity],
    roles: &Roles,
    memory: &Memory,
    source: &NounPhrase,
    kind: SourceKind,
) -> FoundSpeaker {
    if source.joint.len() > 1 && kind == SourceKind::Plain {
        return joint(view, entities, roles, memory, source);
    }
    if kind == SourceKind::Document {
        return documents::speaker(view, entities, roles, memory, source);
    }
    if let Some(owner) = documents::possessor(view, source) {
        return documents::made_by(entities, owner);
    }
    if let Some(name) = own_name(view, entities, source) {
        return named(view, entities, source, name, kind);
    }
    let inside_bare = kind == SourceKind::Inside && source.tokens.len() == 2;
    if view.has(source.head, Tags(Tags::OUTLET.0 | Tags::COMPANY.0))
        && (is_bare(view, source) || inside_bare)
        && let Some(found) = bodies::of_body(view, entities, memory, source)
    {
        return found;
    }
    if is_single_human(view, source.head)
        && !source.is_plural
        && kind == SourceKind::Plain
        && let Some(found) = holder(view, entities, roles, memory, source)
    {
        return found;
    }
    let known = same_description(view, memory, source).or_else(|| taken_up(view, memory, source));
    if let Some(found) = known.filter(|_| kind == SourceKind::Plain) {
        return found;
    }
    as_written(view, entities, memory, source, kind)
}

/// "The poster" after "One poster", «источник» after «источник в министерстве»: the same noun means the same source.
fn same_description(view: &View<'_, '_>, memory: &Memory, source: &NounPhrase) -> Option<FoundSpeaker> {
    let noun = |head: usize| onrecord_lang::stem(view.text.normal(head));
    let definite = view.has(source.tokens.start, Tags::DET) || view.has_cases();
    let short = source.tokens.end == source.head + 1
        && source.head - source.tokens.start <= 1
        && view.names.at(source.head).is_none();
    let (_, known) = memory
        .described
        .iter()
        .rev()
        .take(40)
        .find(|(head, _)| view.names.at(*head).is_none() && noun(*head) == noun(source.head))?;
    (definite && short).then(|| FoundSpeaker { role: None, ..known.clone() })
}

/// «Политик» after «премьер-министр Дании»: a general noun means whoever was only described and has just spoken.
fn taken_up(view: &View<'_, '_>, memory: &Memory, source: &NounPhrase) -> Option<FoundSpeaker> {
    let (last, cue) = memory.spoke.last().filter(|_| view.has(source.head, Tags::GENERAL) && !source.is_plural)?;
    let (head, _) = memory.described.iter().rev().find(|(_, known)| known.name == last.name)?;
    let near = view.token(source.head)?.sentence.saturating_sub(view.token(*cue)?.sentence) <= 2;
    let alone = last.entities.is_empty() && last.form == SpeakerForm::Description && is_single_human(view, *head);
    (near && alone && is_bare_human(view, source) && !is_plural_only(view, source.head))
        .then(|| FoundSpeaker { role: None, ..last.clone() })
}

/// Several speakers: all, in order.
fn joint(
    view: &View<'_, '_>,
    entities: &[FoundEntity],
    roles: &Roles,
    memory: &Memory,
    source: &NounPhrase,
) -> FoundSpeaker {
    let each: Vec<FoundSpeaker> = source
        .joint
        .iter()
        .map(|tokens| {
            let tokens = &listed_name(view, source, tokens);
            let head = phrase_at(view, tokens.start, tokens.end, Features::ALL_CASES)
                .map_or(tokens.start, |phrase| phrase.head);
            let one = NounPhrase::new(tokens.clone(), head);
            speaker(view, entities, roles, memory, &one, SourceKind::Plain)
        })
        .collect();
    let each = one_each(view, entities, memory, source, each);
    if let [one] = each.as_slice() {
        return one.clone();
    }
    let names: Vec<&str> = each.iter().filter_map(|speaker| speaker.name.as_deref()).collect();
    FoundSpeaker {
        entities: each.iter().flat_map(|speaker| speaker.entities.iter().copied()).collect(),
        name: Some(names.join("; ")),
        form: each.first().map_or(SpeakerForm::None, |speaker| speaker.form),
        role: None,
        candidates: each.iter().flat_map(|speaker| speaker.candidates.iter().cloned()).collect(),
    }
}

/// Two descriptions are not both one person: of a singular verb they are two offices of one («вице-премьер и глава
/// партии X предложил»), of a plural one the words stay as they are.
fn one_each(
    view: &View<'_, '_>,
    entities: &[FoundEntity],
    memory: &Memory,
    source: &NounPhrase,
    each: Vec<FoundSpeaker>,
) -> Vec<FoundSpeaker> {
    let twice = |speaker: &FoundSpeaker| {
        !speaker.entities.is_empty() && each.iter().filter(|other| other.entities == speaker.entities).count() > 1
    };
    let known = each.iter().filter(|speaker| !speaker.entities.is_empty()).count();
    let people = source.joint.iter().all(|tokens| (tokens.start..tokens.end).any(|at| view.has(at, Tags::ROLE)));
    if !source.is_plural && view.has_cases() && known == 1 && people {
        return each.into_iter().filter(|speaker| !speaker.entities.is_empty()).collect();
    }
    if !each.iter().any(twice) {
        return each;
    }
    if !source.is_plural && each.iter().all(twice) {
        return each.into_iter().take(1).collect();
    }
    let written = |(speaker, tokens): (&FoundSpeaker, &std::ops::Range<usize>)| {
        let named = view.names.within(tokens.clone()).next().is_some();
        if named || !twice(speaker) {
            return speaker.clone();
        }
        let phrase = NounPhrase::new(tokens.clone(), tokens.end - 1);
        as_written(view, entities, memory, &phrase, SourceKind::Plain)
    };
    each.iter().zip(&source.joint).map(written).collect()
}

/// «Партнёры A, B и C»: where a list goes on with names, its first member is a name too.
fn listed_name(view: &View<'_, '_>, list: &NounPhrase, member: &std::ops::Range<usize>) -> std::ops::Range<usize> {
    let names_only = list.joint.iter().skip(1).all(|tokens| view.names.starting(tokens.start).is_some());
    let plural = view.is(list.head, Features::number(Number::Plural)) && view.names.at(list.head).is_none();
    let name = view.names.at(member.end - 1).filter(|name| name.tokens.start > member.start);
    match name.filter(|_| names_only && plural && member.start == list.tokens.start) {
        Some(name) => name.tokens.clone(),
        None => member.clone(),
    }
}

/// The name in a phrase that the phrase is about: its head, or the name that stands in apposition to its head.
///
/// Of the human nouns before a name, the nearest that can share its case is the one it belongs to: «пресс-секретарь
/// президента Иван Ильин» names the secretary, «адвокат вдовы Анны Ильиной» the widow.
fn own_name<'n>(view: &View<'n, '_>, entities: &[FoundEntity], source: &NounPhrase) -> Option<&'n Name> {
    if let Some(name) = view.names.at(source.head) {
        return Some(name);
    }
    let mut humans: Vec<(usize, bool)> = vec![(source.head, true)];
    let mut best = None;
    for at in source.head..source.tokens.end {
        if let Some(name) = view.names.starting(at) {
            let beside = |&&(human, _): &&(usize, bool)| stands_beside(view, entities, human, name);
            if let Some((_, true)) = humans.iter().rev().find(beside) {
                best = Some(name);
                if name.is_person() {
                    break;
                }
            }
        } else if at > source.head && is_human(view, at) {
            humans.push((at, is_second_head(view, source.head, at)));
        }
    }
    best
}

fn is_human(view: &View<'_, '_>, at: usize) -> bool {
    view.has(at, Tags(Tags::ROLE.0 | Tags::PERSON.0 | Tags::DEMONYM.0)) && view.names.at(at).is_none()
}

/// «Глава делегации – заместитель министра X»: after a dash or comma the first human noun heads the phrase again.
fn is_second_head(view: &View<'_, '_>, head: usize, at: usize) -> bool {
    use onrecord_text::TokenKind::{Comma, Dash};
    let mark = (head..at).rev().find(|&before| matches!(view.kind(before), Some(Comma | Dash)));
    mark.is_some_and(|mark| !(mark..at).any(|between| is_human(view, between)))
}

/// Whether a name is in apposition to a head, not its genitive: «министр Иванов», not «спикер Путина»; «газета "День"».
fn stands_beside(view: &View<'_, '_>, entities: &[FoundEntity], head: usize, name: &Name) -> bool {
    let Some(first) = view.token(name.tokens.start) else { return false };
    let Some(noun) = view.token(head) else { return false };
    if name.is_person() {
        if noun.has(Tags(Tags::BODY.0 | Tags::OUTLET.0 | Tags::GROUP.0 | Tags::DOCUMENT.0)) && !noun.has(Tags::ROLE) {
            return false;
        }
        if !view.has_cases() {
            return !view.has(name.tokens.start - 1, Tags(Tags::PREP.0 | Tags::CLITIC.0));
        }
        return shares_case_with(view, head, name, entities[name.entity].is_male);
    }
    let body = noun.has(Tags(Tags::BODY.0 | Tags::OUTLET.0)) && !noun.has(Tags::ROLE);
    let adjacent = (head + 1..name.tokens.start).all(|at| {
        matches!(view.kind(at), Some(onrecord_text::TokenKind::Open | onrecord_text::TokenKind::OpenBracket))
            || view.has(at, Tags(Tags::BODY.0 | Tags::OUTLET.0))
    });
    let quoted = view.kind(name.tokens.start - 1) == Some(onrecord_text::TokenKind::Open);
    // «Администрация Трампа»: an unknown name that can be a genitive, without quotation marks, is the owner's.
    let owner = name.kind == NamedKind::Titled
        && !quoted
        && first.is(Features::case(onrecord_lang::Case::Genitive))
        && !view.text.word(name.tokens.start).is_ascii();
    let frozen = !owner && (name.kind == NamedKind::Titled || first.is_acronym || first.word.features.is_nominative())
        || !view.has_cases();
    let place = matches!(name.kind, NamedKind::Listed(kind) if kind.is_place());
    body && adjacent && frozen && !place && !view.has(name.tokens.start - 1, Tags::PREP)
}

fn named(
    view: &View<'_, '_>,
    entities: &[FoundEntity],
    source: &NounPhrase,
    name: &Name,
    kind: SourceKind,
) -> FoundSpeaker {
    let entity = &entities[name.entity];
    let extra = source.tokens.len()
        > name.tokens.len() + usize::from(kind == SourceKind::Inside) + 2 * usize::from(name.kind == NamedKind::Titled);
    let form = match (name.kind, kind) {
        (NamedKind::Listed(NameKind::Building), _) => SpeakerForm::Metonym,
        (_, SourceKind::Inside) => SpeakerForm::Collective,
        (NamedKind::Listed(listed), _) if listed.is_place() => SpeakerForm::Metonym,
        _ if extra && source.head != name.tokens.start => SpeakerForm::NamedRole,
        _ => SpeakerForm::Named,
    };
    let role = (form == SpeakerForm::NamedRole)
        .then(|| text_of(view, source.tokens.start..name.tokens.start))
        .filter(|role| !role.is_empty());
    // «пресс-служба Ryanair» is not Ryanair; but «МИД Польши» keeps its country.
    let whole = if name.is_person() || source.head != name.tokens.start || source.tokens.end <= name.tokens.end + 1 {
        entity.name.clone()
    } else {
        without_preposition(view, source, kind)
    };
    let candidate = Candidate { name: whole.clone(), score: 3.0, reasons: vec!["named beside the cue"] };
    FoundSpeaker { entities: vec![name.entity], name: Some(whole), form, role, candidates: vec![candidate] }
}

/// Whether a phrase is a noun with nothing but adjectives.
fn is_bare(view: &View<'_, '_>, source: &NounPhrase) -> bool {
    view.names.within(source.tokens.clone()).next().is_none() && source.tokens.end == source.head + 1
}

/// Whether a phrase is a human noun alone: no adjective or genitive says which or whose.
fn is_bare_human(view: &View<'_, '_>, source: &NounPhrase) -> bool {
    // An age tells nobody apart: «24-летний футболист».
    let age = |at: usize| view.text.word(at).starts_with(|letter: char| letter.is_ascii_digit());
    let plain = |at: usize| age(at) || view.has(at, Tags::DET) && !view.has(at, Tags(Tags::NUM.0 | Tags::POSS3.0));
    is_bare(view, source) && (source.tokens.start..source.head).all(plain)
}

fn is_single_human(view: &View<'_, '_>, head: usize) -> bool {
    view.has(head, Tags(Tags::ROLE.0 | Tags::PERSON.0)) && !is_plural_only(view, head)
}

/// Whether a noun's form is of the plural alone.
pub(super) fn is_plural_only(view: &View<'_, '_>, head: usize) -> bool {
    let features = view.token(head).map_or(Features(0), |token| token.word.features.nominal());
    features.0 & !Features::number(Number::Plural).0 == 0
}

/// The holder of the office, or for a bare office whoever of the right gender spoke last.
fn holder(
    view: &View<'_, '_>,
    entities: &[FoundEntity],
    roles: &Roles,
    memory: &Memory,
    source: &NounPhrase,
) -> Option<FoundSpeaker> {
    let mut candidates: Candidates = roles
        .holders(view, source.tokens.clone(), source.head)
        .into_iter()
        .map(|(entity, fit)| (entity, 1.0 + fit, vec!["holds an office of that name"]))
        .collect();
    for (place, (speaker, _)) in memory.spoke.iter().rev().take(3).enumerate() {
        let [entity] = speaker.entities[..] else { continue };
        if entities[entity].kind != EntityKind::Person {
            continue;
        }
        let bonus = 0.9 - 0.3 * place as f32;
        // «спикер президента»: who speaks for others and has just spoken.
        let spokes = place == 0 && view.has(source.head, Tags::SPOKES) && roles.speaks_for_others(view, entity);
        match candidates.iter_mut().find(|(known, ..)| *known == entity) {
            Some((_, score, reasons)) => {
                *score += bonus;
                reasons.push("spoke shortly before");
            }
            None if is_bare(view, source) || spokes => candidates.push((entity, bonus, vec!["spoke shortly before"])),
            None => {}
        }
    }
    let only = antecedent::only_person(view, entities, source.head);
    if let Some(entity) = only.filter(|&only| is_bare_human(view, source) && roles.allow(view, only, source)) {
        match candidates.iter_mut().find(|(known, ..)| *known == entity) {
            Some((_, score, reasons)) => {
                *score += 0.6;
                reasons.push("nobody else was named close by");
            }
            None => candidates.push((entity, 0.6, vec!["nobody else was named close by"])),
        }
    }
    let by_verb = gender_of_act(view, source);
    candidates.retain(|(entity, ..)| {
        let is_male = entities[*entity].is_male;
        fits_gender(view, source.head, is_male) && (by_verb.is_none() || is_male.is_none() || by_verb == is_male)
    });
    decide(entities, candidates, SpeakerForm::Description, Some(text_of(view, source.tokens.clone())))
}

/// The gender of a past beside a description: «адвокат заявил» is said of no woman.
fn gender_of_act(view: &View<'_, '_>, source: &NounPhrase) -> Option<bool> {
    let behind =
        (source.tokens.end..source.tokens.end + 4).take_while(|&at| view.is_filler(at) || view.is(at, Features::PAST));
    let before = (source.tokens.start.saturating_sub(3)..source.tokens.start).rev();
    let before = before.take_while(|&at| view.is_filler(at) || view.is(at, Features::PAST));
    let verb = behind.chain(before).find(|&at| view.is(at, Features::PAST) && view.has(at, Tags::CUE_VERB))?;
    match (view.is(verb, Features::V_M), view.is(verb, Features::V_F)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// Whether a noun's gender allows a person's: feminine nouns name women, «мужчина», «муж» men; masculine offices
/// name anybody.
fn fits_gender(view: &View<'_, '_>, head: usize, is_male: Option<bool>) -> bool {
    let features = view.token(head).map_or(Features(0), |token| token.word.features);
    let of = |number| features.any(Features::number(number));
    let feminine_only = view.has_cases() && of(Number::Feminine) && !of(Number::Masculine);
    let man = view.has_cases()
        && of(Number::Masculine)
        && !of(Number::Feminine)
        && view.has(head, Tags::PERSON)
        && !view.has(head, Tags(Tags::ROLE.0 | Tags::GENERAL.0));
    match is_male {
        Some(true) => !feminine_only,
        Some(false) => !man,
        None => true,
    }
}

/// The best candidate, unless the best two are close.
pub(super) fn decide(
    entities: &[FoundEntity],
    mut candidates: Candidates,
    form: SpeakerForm,
    role: Option<String>,
) -> Option<FoundSpeaker> {
    candidates.sort_by(|a, b| b.1.total_cmp(&a.1));
    let (best, score) = candidates.first().map(|(entity, score, _)| (*entity, *score))?;
    let close = candidates.get(1).is_some_and(|(_, second, _)| score - second < CLOSE);
    if close || score < 0.5 {
        return None;
    }
    let listed = candidates.iter().map(|(entity, score, reasons)| Candidate {
        name: entities[*entity].name.clone(),
        score: *score,
        reasons: reasons.clone(),
    });
    Some(FoundSpeaker {
        entities: vec![best],
        name: Some(entities[best].name.clone()),
        form,
        role,
        candidates: listed.collect(),
    })
}

/// Candidates nearer to each other than this are not told apart.
const CLOSE: f32 = 0.15;
