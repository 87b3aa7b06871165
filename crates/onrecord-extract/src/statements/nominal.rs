//! Statements whose cue is a noun: «выразил надежду, что», «заявление X о том, что», «угроза ввести санкции».

use std::ops::Range;

use onrecord_lang::{Case, CueNoun, Features, NO_ENTRY, Tags, Takes};
use onrecord_text::TokenKind;

use super::draft::{Draft, Shape, SourceKind};
use super::how;
use super::right::may_be_finite;
use super::source::trimmed;
use crate::noun_phrase::{NounPhrase, phrase_at};
use crate::subject;
use crate::view::View;

/// Adds the statements of a sentence's reporting nouns.
pub(crate) fn read(view: &View<'_, '_>, sentence: Range<usize>, drafts: &mut Vec<Draft>) {
    for at in sentence.clone() {
        let place = view.token(at).map_or(NO_ENTRY, |token| token.word.noun);
        let Some(noun) = view.pack.nouns.get(place as usize).filter(|_| view.depth(at) <= 1) else { continue };
        let plain = if view.depth(at) == 0 { draft(view, at, noun, &sentence) } else { None };
        let found = plain
            .or_else(|| quoting(view, at, noun, &sentence))
            .or_else(|| if view.depth(at) == 0 { points_back(view, at, noun, &sentence) } else { None });
        drafts.extend(found);
    }
}

fn draft(view: &View<'_, '_>, at: usize, noun: &CueNoun, sentence: &Range<usize>) -> Option<Draft> {
    let mut end = sentence.end;
    while end > at + 1 && view.kind(end - 1) == Some(TokenKind::Stop) {
        end -= 1;
    }
    let owner = owner(view, at, end, sentence.start);
    let after = owner.as_ref().map_or(at + 1, |phrase| phrase.tokens.end).max(at + 1);
    let supported = support(view, at, noun, sentence);
    let start = content_start(view, after, noun).or_else(|| content_start(view, at + 1, noun))?;
    let end = if supported.is_some() { end } else { end_before_main_verb(view, start, end) };
    let content = trimmed(view, start..end);
    if content.len() < 2 {
        return None;
    }
    let cue = supported.as_ref().map_or(at..at + 1, |verb| verb.start.min(at)..verb.end.max(at + 1));
    let mut draft = Draft::new(Shape::Noun, at, vec![cue], vec![content]);
    if let Some(verb) = supported.clone() {
        let features = view.token(verb.start)?.word.features;
        let subject = subject::before(view, verb.start, sentence.start, features)
            .or_else(|| subject::after(view, verb.end, at, features));
        draft.source = subject.map(|subject| subject.phrase);
    } else {
        draft.source = owner.filter(|phrase| crate::noun_phrase::is_speaker_like(view, phrase.head));
    }
    // A bare noun without anybody behind it says too little.
    draft.source.as_ref()?;
    draft.source_kind = SourceKind::Plain;
    if let Some(verb) = supported {
        (draft.polarity, draft.modality) = how::said_by_noun(view, verb, sentence, &draft);
    }
    Some(draft)
}

/// Whose word it is: a genitive after the noun, or, where nothing declines, a possessor before it.
fn owner(view: &View<'_, '_>, at: usize, end: usize, floor: usize) -> Option<NounPhrase> {
    if view.has_cases() {
        return phrase_at(view, at + 1, end, Features::case(Case::Genitive));
    }
    if view.has(at + 1, Tags::PREP) {
        let after = phrase_at(view, at + 2, end, Features::ALL_CASES)?;
        return crate::noun_phrase::is_speaker_like(view, after.head).then_some(after);
    }
    let clitic = at.checked_sub(1).filter(|&before| view.has(before, Tags::CLITIC))?;
    let from = clitic.saturating_sub(8).max(floor);
    (from..clitic).find_map(|start| {
        phrase_at(view, start, clitic, Features::ALL_CASES).filter(|phrase| phrase.tokens.end == clitic)
    })
}

/// «Заявление министра о том, что P, удивило»: P ends at the comma before the verb that the noun is subject of;
/// «обещание мэра построить дом выполнено»: at that verb itself.
fn end_before_main_verb(view: &View<'_, '_>, start: usize, end: usize) -> usize {
    let is_clause = view.has(start - 1, Tags::COMP);
    let comma = (start..end).find(|&at| {
        view.depth(at) == 0
            && view.kind(at) == Some(TokenKind::Comma)
            && (at + 1..(at + 5).min(end)).any(|next| may_be_finite(view, next))
    });
    if is_clause && view.has_cases() {
        return comma.unwrap_or(end);
    }
    // «beams were»: what may be a noun is one right before a sure verb.
    let finite = |at: usize| {
        let noun = view.is(at, Features::NOUN) && super::right::is_finite(view, at + 1);
        may_be_finite(view, at) && !noun && view.depth(at) == 0
    };
    // "was rigged" is one verb: a participle right after its auxiliary counts with it.
    let verbs: Vec<usize> = (start..end)
        .filter(|&at| finite(at) && !(at > start && finite(at - 1) && view.has(at - 1, Tags::AUX)))
        .collect();
    let main = if is_clause { verbs.get(1) } else { verbs.first() };
    let mut stop = main.copied().unwrap_or(end);
    while stop < end && stop > start + 1 && view.is_filler(stop - 1) {
        stop -= 1;
    }
    stop.min(comma.unwrap_or(end))
}

/// «"…", — приводит слова министра газета», «приводит его слова»: whose words a quotation is.
fn quoting(view: &View<'_, '_>, at: usize, noun: &CueNoun, sentence: &Range<usize>) -> Option<Draft> {
    if !noun.takes.contains(&Takes::Quote) {
        return None;
    }
    let verb = support(view, at, noun, sentence)?;
    let possessive = at.checked_sub(1).filter(|&before| view.has(before, Tags::POSS3));
    let owner = match possessive {
        Some(before) => NounPhrase::new(before..before + 1, before),
        None => up_to_name(view, owner(view, at, sentence.end, sentence.start)?),
    };
    let quote = view
        .text
        .quotes
        .iter()
        .find(|quote| quote.depth == 0 && sentence.contains(&quote.open) && quote.close - quote.open > 3)?;
    let inside = quote.open < at && at < quote.close;
    let content = if inside {
        split_around(view, quote.open..quote.close + 1, verb.start.min(at), at)
    } else {
        vec![quote.open..quote.close + 1]
    };
    let mut draft = Draft::new(
        if inside { Shape::QuoteSplit } else { Shape::QuoteBefore },
        at,
        vec![verb.start.min(at)..at + 1],
        content,
    );
    draft.source_kind = if possessive.is_some() { SourceKind::Possessive } else { SourceKind::Plain };
    draft.source = Some(owner);
    Some(draft)
}

/// «Слова Сергея Орлова Reuters»: the phrase ends with the person's name.
fn up_to_name(view: &View<'_, '_>, mut owner: NounPhrase) -> NounPhrase {
    if let Some(name) = view.names.within(owner.tokens.clone()).find(|name| name.is_person()) {
        owner.tokens.end = name.tokens.end;
    }
    owner
}

/// The two parts of a quotation around the author's words between dashes.
fn split_around(view: &View<'_, '_>, quote: Range<usize>, verb: usize, noun: usize) -> Vec<Range<usize>> {
    let dash = |at: &usize| view.kind(*at) == Some(TokenKind::Dash);
    let before = (quote.start..verb).rev().find(dash).unwrap_or(verb);
    let mut parts = vec![trimmed(view, quote.start..before)];
    parts.extend((noun..quote.end.min(noun + 20)).find(dash).map(|after| after + 1..quote.end));
    parts
}

/// «Такое заявление сделал X»: the content is the sentence before.
fn points_back(view: &View<'_, '_>, at: usize, noun: &CueNoun, sentence: &Range<usize>) -> Option<Draft> {
    // «Такое заявление сделал X», «с таким заявлением выступил X».
    let first = sentence.start + usize::from(view.has(sentence.start, Tags::PREP));
    let such = at == first + 1 && view.has(first, Tags::DET) && view.has_cases();
    let verb = (at + 1..sentence.end.min(at + 12)).find(|&token| is_support(view, token, noun)).filter(|_| such)?;
    let before = view.text.sentences.get((view.token(at)?.sentence as usize).checked_sub(1)?)?;
    let subject = subject::after(view, verb + 1, sentence.end, view.token(verb)?.word.features)?;
    let mut end = before.tokens.end;
    while end > before.tokens.start && view.kind(end - 1) == Some(TokenKind::Stop) {
        end -= 1;
    }
    let mut draft =
        Draft::new(Shape::PointsBack, at, vec![sentence.start..at + 1, verb..verb + 1], vec![before.tokens.start..end]);
    draft.source = Some(subject.phrase);
    draft.source_kind = SourceKind::Plain;
    Some(draft)
}

/// A verb before the noun that makes an act of it: «выразил надежду», «сделал заявление».
fn support(view: &View<'_, '_>, at: usize, noun: &CueNoun, sentence: &Range<usize>) -> Option<Range<usize>> {
    let from = at.saturating_sub(6).max(sentence.start);
    let verb = (from..at).rev().find(|&token| is_support(view, token, noun))?;
    Some(verb..verb + 1)
}

fn is_support(view: &View<'_, '_>, token: usize, noun: &CueNoun) -> bool {
    let info = view.token(token).map(|token| token.word);
    if !view.has_cases() {
        return noun.support.iter().any(|support| view.text.normal(token) == &**support);
    }
    let lemma = info.and_then(|info| view.pack.lemma(info.lemma)).unwrap_or_default();
    let finite = view.is(token, Features::FINITE) || view.has(token, Tags::CUE_VERB);
    let named = |support: &str| lemma == support || crate::mentions::same_name(view.text.normal(token), support);
    finite && noun.support.iter().any(|support| named(support))
}

fn content_start(view: &View<'_, '_>, at: usize, noun: &CueNoun) -> Option<usize> {
    let takes = |shape: &Takes| noun.takes.contains(shape);
    // «о том, что», ", что", "that".
    let mut comp = at;
    while comp < at + 3
        && (view.has(comp, Tags(Tags::PREP.0 | Tags::DEM.0)) && !view.has(comp, Tags::COMP)
            || view.kind(comp) == Some(TokenKind::Comma))
    {
        comp += 1;
    }
    if takes(&Takes::That) && view.has(comp, Tags::COMP) {
        return Some(comp + 1);
    }
    if takes(&Takes::Inf) && super::right::opens_infinitive(view, at) {
        return Some(at);
    }
    None
}
