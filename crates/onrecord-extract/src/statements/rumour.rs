//! What is told by nobody: «Поговаривают, что …», "Rumour has it that …".

use std::ops::Range;

use onrecord_lang::{HedgeKind, Tags};
use onrecord_model::Modality;
use onrecord_text::TokenKind;

use super::draft::{Draft, Shape};
use super::hedges;
use super::source::trimmed;
use crate::view::View;

/// How far back the phrase may begin that a word belongs to.
const FARTHEST: usize = 5;

/// Adds the statement of a sentence that opens with a rumour and tells it in a clause.
pub(super) fn read(view: &View<'_, '_>, sentence: Range<usize>, drafts: &mut Vec<Draft>) {
    let near = sentence.start..sentence.end.min(sentence.start + FARTHEST);
    let Some((rumour, content)) = near.take_while(|&at| opens(view, at, &sentence)).find_map(|at| clause(view, at))
    else {
        return;
    };
    let end = (content..sentence.end).find(|&at| is_contrast(view, at)).unwrap_or(sentence.end);
    let content = trimmed(view, content..end);
    if content.len() > 1 {
        let mut draft = Draft::new(Shape::Rumour, rumour.start, vec![rumour], vec![content]);
        draft.modality = Modality::Hearsay;
        drafts.push(draft);
    }
}

/// Whether a rumour that begins at a token begins the sentence: «А говорят, что …».
fn opens(view: &View<'_, '_>, at: usize, sentence: &Range<usize>) -> bool {
    (sentence.start..at).all(|before| view.is_filler(before) || view.has(before, Tags::COORD))
}

/// Where the rumour begins that a word belongs to, when it is set off from its clause or opens one: the word is no cue
/// of anybody's then, and nobody's name.
pub(super) fn around(view: &View<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<usize> {
    let from = at.saturating_sub(FARTHEST).max(sentence.start);
    (from..=at).find(|&start| {
        let is_mark = |at: usize| matches!(view.kind(at), Some(TokenKind::Comma | TokenKind::Dash));
        let begins = start == sentence.start || is_mark(start - 1);
        match hedges::at(view, start) {
            Some((HedgeKind::Rumour, end)) if end > at => {
                begins && is_mark(end) || opens(view, start, sentence) && clause(view, start).is_some()
            }
            _ => false,
        }
    })
}

/// A rumour followed by a complementiser, and where its clause begins.
fn clause(view: &View<'_, '_>, start: usize) -> Option<(Range<usize>, usize)> {
    let (kind, end) = hedges::at(view, start).filter(|_| view.depth(start) == 0)?;
    if !matches!(kind, HedgeKind::Hearsay | HedgeKind::Rumour) {
        return None;
    }
    if view.has(end - 1, Tags::COMP) && end > start + 1 {
        return Some((start..end - 1, end));
    }
    let next = if view.kind(end) == Some(TokenKind::Comma) { end + 1 } else { end };
    view.has(next, Tags::COMP).then_some((start..end, next + 1))
}

fn is_contrast(view: &View<'_, '_>, at: usize) -> bool {
    view.depth(at) == 0 && view.kind(at) == Some(TokenKind::Comma) && view.has(at + 1, Tags::ADVERSATIVE)
}
