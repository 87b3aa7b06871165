//! Which phrases name an outlet.

use std::ops::Range;

use onrecord_lang::{NameKind, Tags};
use onrecord_text::TokenKind;

use crate::mentions::{Name, NamedKind};
use crate::noun_phrase::NounPhrase;
use crate::view::View;

/// Whether a phrase names an outlet, or outlets at large.
pub(super) fn is_outlet(view: &View<'_, '_>, phrase: &NounPhrase) -> bool {
    if let Some(name) = view.names.at(phrase.head) {
        return is_listed(name.kind)
            || name.kind == NamedKind::Titled
                && (after_outlet_noun(view, name.tokens.start) || is_listed_title(view, name));
    }
    view.has(phrase.head, Tags::OUTLET) && !view.has(phrase.head, Tags::ROLE)
}

/// Whether any word of a sentence can be an outlet's: the rest need not be looked at.
pub(super) fn may_name_one(view: &View<'_, '_>, sentence: &Range<usize>) -> bool {
    let is_outlet = |name: &Name| is_listed(name.kind) || name.kind == NamedKind::Titled;
    sentence.clone().any(|at| view.has(at, Tags(Tags::OUTLET.0 | Tags::OUTLET_NAME.0)))
        || view.names.within(sentence.clone()).any(is_outlet)
}

/// The words of a phrase that name an outlet: the phrase itself, or the outlet a paper is of («в материале Reuters»).
pub(super) fn outlet_in(view: &View<'_, '_>, phrase: &NounPhrase) -> Option<Range<usize>> {
    if is_outlet(view, phrase) {
        let tokens = without_preposition(view, phrase);
        return Some(tokens.start..end_of_name(view, phrase));
    }
    let is_paper = view.has(phrase.head, Tags(Tags::DOCUMENT.0 | Tags::CUE_NOUN.0 | Tags::ACT.0))
        && !view.has(phrase.head, Tags(Tags::ROLE.0 | Tags::PERSON.0 | Tags::GROUP.0));
    let name = view.names.within(phrase.tokens.clone()).find(|name| is_listed(name.kind)).filter(|_| is_paper)?;
    let noun = name.tokens.start.checked_sub(1).filter(|&at| view.has(at, Tags::OUTLET) && at > phrase.head);
    Some(noun.unwrap_or(name.tokens.start)..name.tokens.end)
}

/// The phrase without the preposition that it is said in: «в издании».
pub(super) fn without_preposition(view: &View<'_, '_>, phrase: &NounPhrase) -> Range<usize> {
    let inside = view.has(phrase.tokens.start, Tags::PREP) && phrase.head > phrase.tokens.start;
    phrase.tokens.start + usize::from(inside)..phrase.tokens.end
}

/// An outlet's name ends it; without one, what it owns ("The Economist's analysis"), brings («приводит телеканал текст
/// заявления») or whom it quotes («газета директора») is no part of it.
fn end_of_name(view: &View<'_, '_>, phrase: &NounPhrase) -> usize {
    let end = phrase.tokens.end;
    let is_own = |name: &&Name| name.tokens.start >= phrase.head && !name.is_person();
    if let Some(name) = view.names.within(phrase.tokens.clone()).find(is_own) {
        let past = name.tokens.end;
        return match view.kind(past) {
            Some(TokenKind::Close) => past + 1,
            Some(TokenKind::OpenBracket) => view.past_brackets(past).min(end),
            _ => past,
        };
    }
    let others = Tags(Tags::PREP.0 | Tags::CLITIC.0 | Tags::ROLE.0 | Tags::DOCUMENT.0 | Tags::CUE_NOUN.0);
    let is_other = |at: usize| {
        view.has(at, others) && !view.has(at, Tags::OUTLET)
            || view.names.starting(at).is_some_and(|name| name.is_person())
    };
    (phrase.head + 1..end).find(|&at| is_other(at)).unwrap_or(end)
}

/// Whether a name in quotation marks heads a phrase.
pub(super) fn is_titled(view: &View<'_, '_>, phrase: &NounPhrase) -> bool {
    view.names.at(phrase.head).is_some_and(|name| name.kind == NamedKind::Titled)
}

/// «Gazeta Wyborcza» in quotation marks is the outlet of the lists.
fn is_listed_title(view: &View<'_, '_>, name: &Name) -> bool {
    let tokens = || name.tokens.clone().map(|at| view.text.normal(at));
    let Some(first) = tokens().next() else { return false };
    let is_outlet = |place: u32| view.pack.names.get(place as usize).is_some_and(|info| info.kind == NameKind::Outlet);
    view.pack.long_names(first).any(|(words, place)| is_outlet(place) && words.iter().map(|word| &**word).eq(tokens()))
}

/// An unknown name or body, which may be an outlet where it does what outlets do.
pub(super) fn may_be_one(view: &View<'_, '_>, phrase: &NounPhrase) -> bool {
    match view.names.at(phrase.head) {
        Some(name) => !name.is_person() && !matches!(name.kind, NamedKind::Listed(kind) if kind.is_place()),
        None => view.has(phrase.head, Tags::BODY) && !view.has(phrase.head, Tags(Tags::ROLE.0 | Tags::COMPANY.0)),
    }
}

fn is_listed(kind: NamedKind) -> bool {
    matches!(kind, NamedKind::Listed(NameKind::Outlet))
}

fn after_outlet_noun(view: &View<'_, '_>, start: usize) -> bool {
    let before = (start.saturating_sub(2)..start).rev().find(|&at| view.kind(at) == Some(TokenKind::Word));
    before.is_some_and(|at| view.has(at, Tags::OUTLET))
}
