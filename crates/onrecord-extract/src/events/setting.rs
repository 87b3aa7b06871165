//! Where an event was, and who took part in it.

use onrecord_lang::{Case, Features, Tags};
use onrecord_model::{EntityKind, Span};
use onrecord_text::{Text, Token, TokenKind};

use super::trigger::{Clauses, Trigger};
use crate::Findings;

/// Places and parties of an event: entities named in its sentence.
type Setting = (Vec<(Option<usize>, Span)>, Vec<(Option<usize>, String)>);

/// How many parties an event has at most.
const MOST: usize = 6;

/// A place or a party stands at most so many words from the event.
const FARTHEST: usize = 40;

/// The places around the nearest one and the parties named in the sentence of an event.
pub(super) fn around(clauses: &Clauses<'_, '_>, findings: &Findings, trigger: &Trigger) -> Setting {
    let text = clauses.text;
    let sentence = text.tokens[trigger.tokens.start].sentence as usize;
    let tokens = text.sentences[sentence].tokens.clone();
    let from = trigger.tokens.start.saturating_sub(FARTHEST).max(tokens.start);
    let near = from..(trigger.tokens.end + FARTHEST).min(tokens.end);
    let first = clauses.mentions.partition_point(|&(token, ..)| token < near.start);
    let here: Vec<_> = clauses.mentions[first..].iter().copied().take_while(|&(token, ..)| token < near.end).collect();
    let settings = lists_of_places(text, findings, &here);
    let distance = |&(token, ..): &Mention| token.abs_diff(trigger.tokens.start);
    let nearest = settings.iter().min_by_key(|list| list.iter().map(distance).min());
    let places = nearest.map(|list| list.iter().map(|&(_, entity, span)| (Some(entity), span)).collect());
    let mut parties: Vec<usize> = Vec::new();
    for mention in &here {
        let (_, entity, span) = *mention;
        let is_place = settings.iter().flatten().any(|place| place == mention);
        let is_event = span.overlaps(trigger.span(text));
        let may_act = !is_event
            && acts(findings.entities[entity].kind)
            && !is_place
            && !clauses.only_tells(findings, trigger, span);
        if may_act && parties.len() < MOST && !parties.contains(&entity) && in_one_clause(text, mention.0, trigger) {
            parties.push(entity);
        }
    }
    let parties = parties.into_iter().map(|entity| (Some(entity), findings.entities[entity].name.clone())).collect();
    (places.unwrap_or_default(), parties)
}

/// A mention: its first token, its entity, its words.
type Mention = (usize, usize, Span);

/// Places that say where, each with those listed after it: «в Италии, Португалии и Испании».
fn lists_of_places(text: &Text<'_>, findings: &Findings, here: &[Mention]) -> Vec<Vec<Mention>> {
    let mut lists: Vec<Vec<Mention>> = Vec::new();
    let mut last: Option<Span> = None;
    for &mention in here {
        let (token, entity, span) = mention;
        let is_place = findings.entities[entity].kind == EntityKind::Place;
        let follows = last.is_some_and(|last| is_listed_after(text, last, token));
        last = None;
        if is_place && is_setting(text, token) {
            lists.push(vec![mention]);
            last = Some(span);
        } else if let Some(list) = lists.last_mut().filter(|_| is_place && follows) {
            list.push(mention);
            last = Some(span);
        }
    }
    lists
}

/// Whether only a comma or a conjunction stands between two places.
fn is_listed_after(text: &Text<'_>, last: Span, token: usize) -> bool {
    let joins = |at: usize| text.tokens[at].kind == TokenKind::Comma || text.tokens[at].has(Tags::COORD);
    let between = (token.saturating_sub(2)..token).filter(|&at| text.tokens[at].span.start >= last.end);
    let near = token.checked_sub(2).is_some_and(|at| text.tokens[at].span.start <= last.end + 1);
    let mut between = between.peekable();
    near && between.peek().is_some() && between.all(joins)
}

/// Whether no clause of another subject begins or ends between a party and the event: no «что», no colon, no bracket.
fn in_one_clause(text: &Text<'_>, party: usize, trigger: &Trigger) -> bool {
    let between = party.min(trigger.tokens.start)..party.max(trigger.tokens.start);
    let parts = [TokenKind::Colon, TokenKind::OpenBracket, TokenKind::CloseBracket];
    !text.tokens[between].iter().any(|token| {
        token.has(Tags(Tags::COMP.0 | Tags::SUB.0)) && !token.has(Tags::REL) || parts.contains(&token.kind)
    })
}

/// Whether an entity can take part in an event.
fn acts(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Person | EntityKind::Organisation | EntityKind::Place)
}

/// Whether a preposition stands before a place: «в Брюсселе»; without one it acts: «Лондон опубликует». So it does as
/// one of two under an instrumental: «между Лондоном и Брюсселем».
fn is_setting(text: &Text<'_>, token: usize) -> bool {
    let before = |by: usize| token.checked_sub(by).and_then(|at| text.tokens.get(at));
    let instrumental = Features::case(Case::Instrumental);
    let with = |other: &Token| other.is(instrumental) && !other.is(Features::case(Case::Locative));
    let joined = text.tokens.get(token + 1).is_some_and(|next| next.has(Tags::COORD));
    let is_one_of_two = |other: &Token| joined && with(other) && text.tokens[token].is(instrumental);
    let has_preposition = |by: usize| before(by).is_some_and(|token| token.has(Tags::PREP) && !is_one_of_two(token));
    has_preposition(1) || has_preposition(2) && before(1).is_some_and(|next| next.is_word())
}
