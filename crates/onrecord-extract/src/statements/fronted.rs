//! Content before its verb as a clause of its own: «О том, что мост закроют, рассказал инженер».

use std::ops::Range;

use onrecord_lang::{Tags, Takes};
use onrecord_text::TokenKind;

use super::cue::Cue;
use super::draft::{Draft, Shape};
use super::right::has_finite;
use super::source::{self, trimmed};
use crate::view::View;

/// The clause that opens a sentence behind «о том, что», with the verb after the comma that closes it.
pub(super) fn clause(view: &View<'_, '_>, cue: &Cue<'_>, sentence: &Range<usize>, end: usize) -> Option<Draft> {
    if !view.has_cases() || !cue.takes_clause() && !cue.verb.takes.iter().any(|takes| matches!(takes, Takes::Prep(_))) {
        return None;
    }
    let start = opening(view, sentence)?;
    let comma = |at: &usize| view.depth(*at) == 0 && view.kind(*at) == Some(TokenKind::Comma);
    let close = (start + 1..cue.tokens.start).rev().find(comma)?;
    let content = trimmed(view, start..close);
    if has_finite(view, close + 1..cue.tokens.start) || !has_finite(view, content.clone()) {
        return None;
    }
    let source = source::of_verb(view, cue, close + 1, end);
    let (phrase, kind) = source?;
    let mut draft = Draft::new(Shape::That, cue.main, vec![cue.tokens.clone()], vec![content]);
    draft.source = Some(phrase);
    draft.source_kind = kind;
    Some(draft)
}

/// The first word of the clause behind «о том, что», «те, що».
fn opening(view: &View<'_, '_>, sentence: &Range<usize>) -> Option<usize> {
    let first = (sentence.start..sentence.end).find(|&at| !view.has(at, Tags(Tags::PREP.0 | Tags::ADV.0)))?;
    let near = first < sentence.start + 3 && view.has(first, Tags::DEM);
    let marked = view.kind(first + 1) == Some(TokenKind::Comma) && view.has(first + 2, Tags::COMP);
    (near && marked).then_some(first + 3)
}
