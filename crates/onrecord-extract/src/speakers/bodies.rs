//! Which body a bare «издание», «компания», «авиакомпании» means.

use onrecord_lang::{NameKind, Tags};
use onrecord_model::{EntityKind, SpeakerForm};
use onrecord_text::TokenKind;

use super::Memory;
use super::antecedent::keep_best;
use super::describe::{Candidates, decide, is_plural_only};
use crate::mentions::{Name, NamedKind};
use crate::noun_phrase::NounPhrase;
use crate::view::View;
use crate::{Candidate, FoundEntity, FoundSpeaker};

/// A bare «издание» means the outlet named last; a bare «компания» the organisation named last or most.
pub(super) fn of_body(
    view: &View<'_, '_>,
    entities: &[FoundEntity],
    memory: &Memory,
    source: &NounPhrase,
) -> Option<FoundSpeaker> {
    let governed = view.has(source.tokens.start, Tags::PREP);
    if view.has_cases() && (source.is_plural && !governed || is_plural_only(view, source.head)) {
        return of_bodies(view, entities, source);
    }
    let wants_outlet = view.has(source.head, Tags::OUTLET) && !view.has(source.head, Tags::COMPANY);
    let spoke = |entity: usize| memory.spoke.iter().rev().take(60).any(|(speaker, _)| speaker.entities == [entity]);
    let end = view.names.all.partition_point(|name| name.tokens.end <= source.tokens.start);
    let mut candidates = Candidates::new();
    for (steps, name) in view.names.all[..end]
        .iter()
        .rev()
        .take(200)
        .filter(|name| is_body(view, name, wants_outlet) || name.kind == NamedKind::Titled && spoke(name.entity))
        .take(12)
        .enumerate()
    {
        let often = entities[name.entity].mentions.len().min(6) as f32;
        let weight = if wants_outlet { 0.05 } else { 0.4 };
        keep_best(
            &mut candidates,
            name.entity,
            2.0 - 0.25 * steps as f32 + weight * often,
            vec!["a body of that kind named before"],
        );
    }
    for (speaker, _) in memory.spoke.iter().rev().take(2) {
        if let [entity] = speaker.entities[..]
            && let Some((_, score, reasons)) = candidates.iter_mut().find(|(known, ..)| *known == entity)
        {
            *score += 0.8;
            reasons.push("spoke shortly before");
        }
    }
    if candidates.is_empty() {
        return only_company(view, entities).filter(|_| !wants_outlet);
    }
    decide(entities, candidates, SpeakerForm::Description, None)
}

/// The one company of the whole article, when it is named only later.
fn only_company(view: &View<'_, '_>, entities: &[FoundEntity]) -> Option<FoundSpeaker> {
    let mut companies = view.names.all.iter().filter(|name| is_body(view, name, false)).map(|name| name.entity);
    let first = companies.next()?;
    let alone = companies.all(|entity| entity == first);
    let only = vec![(first, 1.0, vec!["the only company of the article"])];
    alone.then(|| decide(entities, only, SpeakerForm::Description, None)).flatten()
}

fn is_body(view: &View<'_, '_>, name: &Name, wants_outlet: bool) -> bool {
    let noun = |tags: Tags| {
        let mut before = name.tokens.start;
        while before > 0 && matches!(view.kind(before - 1), Some(TokenKind::Open | TokenKind::OpenBracket)) {
            before -= 1;
        }
        before > 0 && view.has(before - 1, tags)
    };
    match name.kind {
        NamedKind::Listed(NameKind::Outlet) => wants_outlet,
        NamedKind::Titled if wants_outlet => noun(Tags::OUTLET),
        NamedKind::Titled => view.is_company(name.entity),
        NamedKind::Listed(NameKind::Company | NameKind::Party | NameKind::Team) => !wants_outlet,
        _ => false,
    }
}

/// «Авиакомпании» after «A (B), C и D»: the bodies that were named last in one list.
fn of_bodies(view: &View<'_, '_>, entities: &[FoundEntity], source: &NounPhrase) -> Option<FoundSpeaker> {
    let end = view.names.all.partition_point(|name| name.tokens.end <= source.tokens.start);
    let is_body = |name: &&Name| {
        matches!(entities[name.entity].kind, EntityKind::Organisation)
            && name.kind != NamedKind::Listed(NameKind::Outlet)
    };
    let mut list: Vec<&Name> = Vec::new();
    for name in view.names.all[..end].iter().rev().take(40).filter(is_body) {
        match list.last() {
            Some(next) if goes_on(view, name, next) => list.push(name),
            Some(_) if list.len() > 1 => break,
            _ => list = vec![name],
        }
    }
    list.reverse();
    let bracketed = |name: &Name| {
        let near = (name.tokens.start.saturating_sub(16)..name.tokens.start).rev();
        let mark = near
            .map(|at| view.kind(at))
            .find(|kind| matches!(kind, Some(TokenKind::OpenBracket | TokenKind::CloseBracket | TokenKind::Stop)));
        mark == Some(Some(TokenKind::OpenBracket))
    };
    let mut known = Vec::new();
    for name in list.iter().filter(|name| name.tokens.start == 0 || !bracketed(name)) {
        if !known.contains(&name.entity) {
            known.push(name.entity);
        }
    }
    let name = known.iter().map(|&entity| entities[entity].name.as_str()).collect::<Vec<_>>().join("; ");
    let candidate = Candidate { name: name.clone(), score: 1.5, reasons: vec!["named last in one list"] };
    (known.len() > 1).then(|| FoundSpeaker {
        entities: known,
        name: Some(name),
        form: SpeakerForm::Description,
        role: None,
        candidates: vec![candidate],
    })
}

/// Whether only a comma, a conjunction, brackets or quotation marks stand between two names.
fn goes_on(view: &View<'_, '_>, name: &Name, next: &Name) -> bool {
    use TokenKind::{Close, CloseBracket, Comma, Open, OpenBracket};
    let between = name.tokens.end..next.tokens.start;
    between.len() <= 5
        && between.clone().all(|at| {
            matches!(view.kind(at), Some(Comma | Open | Close | OpenBracket | CloseBracket))
                || view.has(at, Tags(Tags::COORD.0 | Tags::ADJ_PLACE.0))
        })
}
