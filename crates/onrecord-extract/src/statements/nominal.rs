//! Statements whose cue is a noun: «выразил надежду, что», «заявление X о том, что», «угроза ввести санкции».

use std::ops::Range;

use onrecord_lang::{Case, CueNoun, Features, NO_ENTRY, Tags, Takes};
use onrecord_text::TokenKind;

use super::draft::{Draft, Shape, SourceKind};
use super::source::trimmed;
use crate::noun_phrase::phrase_at;
use crate::subject;
use crate::view::View;

/// Adds the statements of a sentence's reporting nouns.
pub(crate) fn read(view: &View<'_, '_>, sentence: Range<usize>, drafts: &mut Vec<Draft>) {
    for at in sentence.clone() {
        let place = view.token(at).map_or(NO_ENTRY, |token| token.word.noun);
        let Some(noun) = view.pack.nouns.get(place as usize).filter(|_| view.depth(at) == 0) else { continue };
        drafts.extend(draft(view, at, noun, &sentence));
    }
}

fn draft(view: &View<'_, '_>, at: usize, noun: &CueNoun, sentence: &Range<usize>) -> Option<Draft> {
    let mut end = sentence.end;
    while end > at + 1 && view.kind(end - 1) == Some(TokenKind::Stop) {
        end -= 1;
    }
    let genitive = phrase_at(view, at + 1, end, Features::case(Case::Genitive)).filter(|_| view.has_cases());
    let after = genitive.as_ref().map_or(at + 1, |phrase| phrase.tokens.end);
    let supported = support(view, at, noun, sentence);
    let start = content_start(view, after, noun).or_else(|| content_start(view, at + 1, noun))?;
    let content = trimmed(view, start..end);
    if content.is_empty() {
        return None;
    }
    let mut draft = Draft::new(Shape::Noun, at, vec![supported.as_ref().map_or(at..at + 1, |cue| cue.start..at + 1)], vec![content]);
    if let Some(verb) = supported {
        let features = view.token(verb.start)?.word.features;
        let subject = subject::before(view, verb.start, sentence.start, features).or_else(|| subject::after(view, verb.end, at, features));
        draft.source = subject.map(|subject| subject.phrase);
    } else {
        draft.source = genitive.filter(|phrase| crate::noun_phrase::is_speaker_like(view, phrase.head));
    }
    // A bare noun without anybody behind it says too little.
    draft.source.as_ref()?;
    draft.source_kind = SourceKind::Plain;
    Some(draft)
}

/// A verb before the noun that makes an act of it: «выразил надежду», «сделал заявление».
fn support(view: &View<'_, '_>, at: usize, noun: &CueNoun, sentence: &Range<usize>) -> Option<Range<usize>> {
    let from = at.saturating_sub(6).max(sentence.start);
    let verb = (from..at).rev().find(|&token| {
        let info = view.token(token).map(|token| token.word);
        let finite = view.is(token, Features::FINITE) || view.has(token, Tags::CUE_VERB);
        let lemma = info.and_then(|info| view.pack.lemma(info.lemma)).unwrap_or_default();
        finite && noun.support.iter().any(|support| lemma == &**support || crate::mentions::same_name(view.text.normal(token), support))
    })?;
    Some(verb..verb + 1)
}

fn content_start(view: &View<'_, '_>, at: usize, noun: &CueNoun) -> Option<usize> {
    let takes = |shape: &Takes| noun.takes.contains(shape);
    // «о том, что», ", что", "that".
    let mut comp = at;
    while comp < at + 3 && (view.has(comp, Tags(Tags::PREP.0 | Tags::DEM.0)) && !view.has(comp, Tags::COMP) || view.kind(comp) == Some(TokenKind::Comma)) {
        comp += 1;
    }
    if takes(&Takes::That) && view.has(comp, Tags::COMP) {
        return Some(comp + 1);
    }
    if takes(&Takes::Inf) && (view.is(at, Features::INF) && !view.is(at, Features::NOUN) && view.has_cases() || view.has(at, Tags::INFMARK)) {
        return Some(at);
    }
    None
}
