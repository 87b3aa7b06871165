//! Who speaks: the subject of a reporting verb, or the body or document it is said in.

use std::ops::Range;

use onrecord_lang::{Case, Features, Tags, Takes};
use onrecord_text::TokenKind;

use super::cue::Cue;
use super::draft::SourceKind;
use super::nobody;
use super::right;
use crate::noun_phrase::{NounPhrase, phrase_at};
use crate::subject;
use crate::view::View;

/// A source, and how it stands to its cue.
pub(crate) type Source = Option<(NounPhrase, SourceKind)>;

/// The source of a verb; `floor` bounds the search to the left, `limit` to the right.
pub(crate) fn of_verb(view: &View<'_, '_>, cue: &Cue<'_>, floor: usize, limit: usize) -> Source {
    let mut source = find(view, cue, floor, limit);
    if let Some((phrase, _)) = &mut source {
        phrase.is_plural = view.has_cases()
            && cue.features.any(Features::V_P)
            && !cue.features.any(Features(Features::V_ANY.0 & !Features::V_P.0));
    }
    source
}

fn find(view: &View<'_, '_>, cue: &Cue<'_>, floor: usize, limit: usize) -> Source {
    // "was told", "were found": the subject is no speaker, and who is, is not said.
    if cue.is_passive && !view.has_cases() {
        return by_agent(view, cue, limit);
    }
    if let Some(quoted) = quoted_person(view, cue, limit) {
        return Some((quoted, SourceKind::Plain));
    }
    if cue.is_impersonal() {
        let found = inside(view, cue, floor, limit, true).or_else(|| agentive(view, cue, limit));
        return found.or_else(|| personal(view, cue, limit));
    }
    let relative = relative(view, cue, floor);
    if relative.is_some() {
        return relative;
    }
    if let Some(subject) = of_main_verb(view, cue, floor) {
        return Some((subject, SourceKind::Plain));
    }
    if is_the_other(view, cue, floor) {
        return None;
    }
    let own = subject::before(view, cue.tokens.start, floor, cue.features)
        .filter(|found| !is_aside_of_clause(view, cue, floor, found.phrase.tokens.end));
    match own {
        Some(found) if !found.is_carried => {
            return Some((nobody::past_dummy(view, cue, found.phrase, floor), SourceKind::Plain));
        }
        _ => {}
    }
    // "The keeper, who has not conceded, told reporters": whom something is told does not tell it.
    let is_told = !view.has_cases() && cue.takes(&Takes::Addressee);
    let unlikely = if own.is_none() { nobody::source(view, cue, floor) } else { None };
    let is_known = is_told && (own.is_some() || unlikely.is_some());
    let after = if is_known { None } else { subject::after(view, past_question(view, cue), limit, cue.features) };
    let named = after.as_ref().is_some_and(|found| crate::noun_phrase::is_speaker_like(view, found.phrase.head));
    if cue.features.any(Features::V_P)
        && view.has_cases()
        && !named
        && let Some(body) = inside(view, cue, floor, limit, false).or_else(|| at_work(view, cue, floor))
    {
        return Some(body);
    }
    if let Some(found) = after {
        return Some((found.phrase, SourceKind::Plain));
    }
    if own.is_none()
        && cue.takes(&Takes::Doc)
        && let Some(paper) = inside(view, cue, floor, limit, true)
    {
        return Some(paper);
    }
    let carried = |found: subject::Subject| (nobody::past_dummy(view, cue, found.phrase, floor), SourceKind::Plain);
    let named = || beside(view, cue, floor).map(|phrase| (phrase, SourceKind::Plain));
    unlikely.or_else(|| own.map(carried)).or_else(named)
}

/// "Was told by the landlord": whoever a passive names behind its preposition.
fn by_agent(view: &View<'_, '_>, cue: &Cue<'_>, limit: usize) -> Source {
    let by = (cue.end..limit.min(cue.end + 3)).find(|&at| view.has(at, Tags::AGENT))?;
    let phrase = phrase_at(view, by + 1, limit, Features::ALL_CASES)?;
    crate::noun_phrase::is_speaker_like(view, phrase.head).then_some((phrase, SourceKind::Plain))
}

/// «Процитировал доклад, заявив»: a gerund has the subject of the finite verb before it, never that verb's object.
fn of_main_verb(view: &View<'_, '_>, cue: &Cue<'_>, floor: usize) -> Option<NounPhrase> {
    if !cue.is_gerund() || !view.has_cases() {
        return None;
    }
    let depth = view.depth(cue.main);
    let floor = if depth == 0 { view.sentence(cue.main).start } else { floor };
    let opener = Tags(Tags::COMP.0 | Tags::REL.0 | Tags::SUB.0 | Tags::WHETHER.0);
    let subordinate = |verb: usize| {
        let clause = (floor..verb).rev().take_while(|&at| view.kind(at) != Some(TokenKind::Comma));
        clause.into_iter().any(|at| view.has(at, opener))
    };
    let main = (floor..cue.tokens.start)
        .rev()
        .find(|&at| view.depth(at) == depth && right::is_finite(view, at) && !subordinate(at))?;
    let features = view.token(main)?.word.features;
    let people = |found: &subject::Subject| {
        crate::noun_phrase::is_speaker_like(view, found.phrase.head) || view.has(found.phrase.head, Tags::PRON3)
    };
    let before = || subject::before(view, main, floor, features).filter(people);
    let after = || subject::after(view, main + 1, cue.tokens.start, features).filter(people);
    // «…, сказал он, добавив»: a pronoun right behind the verb is its subject.
    let found = if view.has(main + 1, Tags::PRON3) { after().or_else(before) } else { before().or_else(after) }?;
    Some(found.phrase)
}

/// «…, и тот заявил»: the other one of two, whom nothing here tells.
fn is_the_other(view: &View<'_, '_>, cue: &Cue<'_>, floor: usize) -> bool {
    let before = (floor..cue.tokens.start).rev().find(|&at| !view.is_filler(at));
    let verb = cue.features.asked_of_subject();
    before.is_some_and(|at| {
        let token = view.token(at).map_or(Features(0), |token| token.word.features.nominal());
        let gendered = Features(
            Features::of(Case::Nominative, onrecord_lang::Number::Masculine).0
                | Features::of(Case::Nominative, onrecord_lang::Number::Feminine).0,
        );
        view.has_cases()
            && view.has(at, Tags(Tags::DEM.0 | Tags::DET.0))
            && !view.has(at, Tags(Tags::PRON3.0 | Tags::NUM.0))
            && (token & gendered).any(verb)
    })
}

/// «В оповещении Ryanair добавила»: a name that never declines, right before a verb without another subject.
fn beside(view: &View<'_, '_>, cue: &Cue<'_>, floor: usize) -> Option<NounPhrase> {
    let last = cue.tokens.start.checked_sub(1).filter(|&last| last >= floor && view.has_cases())?;
    let last = if view.kind(last) == Some(TokenKind::Close) { last.checked_sub(1)? } else { last };
    let name = view.names.at(last).filter(|name| name.tokens.end == last + 1)?;
    let frozen = view.text.word(last).is_ascii() || view.token(last).is_some_and(|token| token.is_acronym);
    let singular = cue.features.any(Features(Features::V_ANY.0 & !Features::V_P.0));
    (frozen && singular).then(|| NounPhrase::new(name.tokens.clone(), name.tokens.start))
}

/// «Цитирует газета министра»: whom a verb of quoting has as its object speaks.
fn quoted_person(view: &View<'_, '_>, cue: &Cue<'_>, limit: usize) -> Option<NounPhrase> {
    if !view.has_cases() || !cue.takes(&Takes::Whose) {
        return None;
    }
    // «Процитировал он поэта»: somebody who quotes aloud speaks; an outlet that quotes does not.
    let people = Tags(Tags::PRON3.0 | Tags::ROLE.0 | Tags::PERSON.0);
    let quotes = |found: &subject::Subject| {
        view.has(found.phrase.head, people) || view.names.at(found.phrase.head).is_some_and(|name| name.is_person())
    };
    let sentence = view.sentence(cue.main);
    let before = subject::before(view, cue.tokens.start, sentence.start, cue.features).filter(quotes);
    if before.or_else(|| subject::after(view, cue.end, limit, cue.features).filter(quotes)).is_some() {
        return None;
    }
    let accusative = Features::case(Case::Accusative);
    let human = |at: usize| {
        view.names.starting(at).is_some_and(|name| name.is_person())
            || view.has(at, Tags(Tags::ROLE.0 | Tags::PERSON.0)) && !view.is(at, Features::case(Case::Nominative))
    };
    let at = (cue.end..limit.min(cue.end + 10)).find(|&at| human(at))?;
    let mut phrase = phrase_at(view, at, limit, accusative)?;
    let outlet = |name: &&crate::mentions::Name| view.has(name.tokens.start, Tags::OUTLET_NAME);
    if let Some(name) = view.names.within(phrase.tokens.clone()).find(|name| name.is_person()) {
        phrase.tokens.end = name.tokens.end;
    } else if let Some(name) = view.names.within(phrase.head + 1..phrase.tokens.end).find(outlet) {
        phrase.tokens.end = name.tokens.start;
    }
    Some(NounPhrase { is_governed: true, ..phrase })
}

/// «Мэр объявил, что правительство готовится, передаёт …»: a verb that a comma alone joins to a что-clause does not
/// go on with that clause.
fn is_aside_of_clause(view: &View<'_, '_>, cue: &Cue<'_>, floor: usize, subject_end: usize) -> bool {
    let is_clause = view.has_cases() && floor > 0 && view.has(floor - 1, Tags::COMP);
    let between = subject_end.min(cue.tokens.start)..cue.tokens.start;
    let is_told = !between.clone().any(|at| view.has(at, Tags::REL)) && super::right::has_finite(view, between);
    is_clause && is_told && view.kind(cue.tokens.start - 1) == Some(TokenKind::Comma)
}

/// «Признавал ли хоть один чиновник»: one past the particle of a question.
fn past_question(view: &View<'_, '_>, cue: &Cue<'_>) -> usize {
    (cue.end..).find(|&at| !view.has(at, Tags::WHETHER)).unwrap_or(cue.end)
}

fn at_work(view: &View<'_, '_>, cue: &Cue<'_>, floor: usize) -> Source {
    Some((nobody::at_work(view, cue, floor)?, SourceKind::Inside))
}

/// «— признаётся капитан»: a form that may be impersonal, with somebody who can speak after it.
fn personal(view: &View<'_, '_>, cue: &Cue<'_>, limit: usize) -> Source {
    let found = subject::after(view, cue.end, limit.min(cue.end + 12), cue.features)?;
    let people = Tags(Tags::ROLE.0 | Tags::PERSON.0 | Tags::GROUP.0 | Tags::PRON3.0);
    let speaks = view.names.at(found.phrase.head).is_some() || view.has(found.phrase.head, people);
    speaks.then_some((found.phrase, SourceKind::Plain))
}

/// «который заявил»: the relative pronoun is the source as written.
fn relative(view: &View<'_, '_>, cue: &Cue<'_>, floor: usize) -> Source {
    let mut at = cue.tokens.start;
    while at > floor && cue.tokens.start - at < 6 {
        at -= 1;
        if view.has(at, Tags::REL) && view.is(at, Features::case(Case::Nominative))
            || view.has(at, Tags::REL) && !view.has_cases()
        {
            let opens = at == floor || matches!(view.kind(at - 1), Some(TokenKind::Comma));
            return opens.then(|| (NounPhrase::new(at..at + 1, at), SourceKind::Relative));
        }
        if !view.is_filler(at) && !view.has(at, Tags(Tags::AUX.0 | Tags::PREP.0)) {
            return None;
        }
    }
    None
}

/// «В МИД заявили», «в документе говорится»: a body or document after a preposition, before or after the verb.
fn inside(view: &View<'_, '_>, cue: &Cue<'_>, floor: usize, limit: usize, is_document: bool) -> Source {
    let before =
        (floor..cue.tokens.start).rev().take(40).find_map(|at| body_at(view, at, cue.tokens.start, is_document));
    let found = before.or_else(|| {
        let near = cue.end..limit.min(cue.end + 12);
        near.clone()
            .take_while(|&at| view.kind(at) != Some(TokenKind::Comma))
            .find_map(|at| body_at(view, at, limit, is_document))
    });
    let (phrase, is_paper) = found?;
    Some((phrase, if is_paper { SourceKind::Document } else { SourceKind::Inside }))
}

fn body_at(view: &View<'_, '_>, at: usize, limit: usize, is_document: bool) -> Option<(NounPhrase, bool)> {
    let token = view.token(at)?;
    if !token.has(Tags::PREP) || view.in_time(at + 1) {
        return None;
    }
    let governed = token.word.features.nominal();
    // «С Брюсселем», «по плану»: nobody speaks there.
    let within = governed.any(Features::case(Case::Locative)) && !governed.any(Features::case(Case::Dative));
    if !governed.is_empty() && !within {
        return None;
    }
    // «Обратились в ведомство»: where to is not who.
    let governed = governed & Features::case(Case::Locative);
    let governed = if governed.is_empty() { Features::ALL_CASES } else { governed };
    // «В нём говорится»: the pronoun means a paper.
    if is_document && view.has(at + 1, Tags::PRON3) && view.has_cases() && at + 1 < limit {
        return Some((NounPhrase::new(at..at + 2, at + 1), true));
    }
    let object = phrase_at(view, at + 1, limit, governed);
    let is_thing = object.as_ref().is_none_or(|object| !view.has(object.head, Tags::DOCUMENT));
    if let Some(paper) = past_participle(view, at + 1, limit).filter(|_| is_thing) {
        return Some((NounPhrase::new(at..paper + 1, paper), true));
    }
    let object = object?;
    let is_paper = view.has(object.head, Tags(Tags::DOCUMENT.0 | Tags::CUE_NOUN.0))
        || is_document && view.has(object.head, Tags(Tags::CHANNEL.0 | Tags::OUTLET.0));
    let body = Tags(Tags::BODY.0 | Tags::OUTLET.0 | Tags::GROUP.0 | Tags::ORG.0 | Tags::OUTLET_NAME.0 | Tags::PLACE.0);
    let named = view.names.at(object.head).is_some_and(|name| !name.is_person());
    let place =
        view.has(object.head, Tags::CHANNEL) || view.has(object.head, Tags(Tags::PLACE_NOUN.0 | Tags::ACT.0)) && !named;
    // «В Минводхозе»: of an unknown name in a locative people speak, as of any body.
    let unknown = view.has_cases()
        && !is_document
        && object.head == at + 1
        && view
            .token(object.head)
            .is_some_and(|head| head.is_capital && head.word.tags.0 == 0 && head.is(Features::case(Case::Locative)));
    let speaks = view.has(object.head, body) || named || unknown;
    (is_paper || speaks && !place).then(|| {
        let phrase = NounPhrase { tokens: at..object.tokens.end, ..object };
        (phrase, is_paper)
    })
}

/// «В полученном редакцией документе»: the paper behind a participle and what hangs on it.
fn past_participle(view: &View<'_, '_>, at: usize, limit: usize) -> Option<usize> {
    let locative = Features::case(Case::Locative);
    let participle = view.is(at, Features(Features::PART.0 | Features::ADJ.0)) && view.is(at, locative);
    if !view.has_cases() || !participle || view.has(at, Tags::SPEAKER) {
        return None;
    }
    let near = at + 1..limit.min(at + 9);
    let paper = near.clone().find(|&noun| view.has(noun, Tags::DOCUMENT) && view.is(noun, locative))?;
    let whole = (at + 1..paper).all(|inside| view.kind(inside) == Some(TokenKind::Word));
    whole.then_some(paper)
}

/// «Сообщается пресс-службой», "it was said by officials": not read yet in languages with cases.
fn agentive(view: &View<'_, '_>, cue: &Cue<'_>, limit: usize) -> Source {
    let instrumental = Features::case(Case::Instrumental);
    if !view.has_cases() || cue.takes(&Takes::Doc) && cue.features.any(Features::PRES) {
        return None;
    }
    let at = cue.end;
    let phrase = phrase_at(view, at, limit, instrumental)?;
    view.has(phrase.head, Tags::SPEAKER).then_some((phrase, SourceKind::Plain))
}

/// The end of the verb's own words: the source or the verb, whichever comes last before `limit`.
pub(crate) fn end_of_act(cue: &Cue<'_>, source: &Source, limit: usize) -> usize {
    let source_end = source.as_ref().map_or(cue.end, |(phrase, _)| phrase.tokens.end);
    if source_end > cue.end && source_end <= limit { source_end } else { cue.end }
}

/// A range with its last marks cut off.
pub(crate) fn trimmed(view: &View<'_, '_>, mut tokens: Range<usize>) -> Range<usize> {
    let loose = |at: usize| {
        matches!(
            view.kind(at),
            Some(TokenKind::Comma | TokenKind::Colon | TokenKind::Dash | TokenKind::Stop | TokenKind::StrayQuote)
        )
    };
    while tokens.start < tokens.end && loose(tokens.end - 1) {
        tokens.end -= 1;
    }
    while tokens.start < tokens.end && loose(tokens.start) {
        tokens.start += 1;
    }
    tokens
}
