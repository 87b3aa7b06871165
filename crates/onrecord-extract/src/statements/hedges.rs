//! Words that change what is claimed («якобы», "is expected to"), and how they stand to a verb.

use std::ops::Range;

use onrecord_lang::{HedgeKind, PhraseKind, Tags};
use onrecord_text::TokenKind;

use crate::view::View;

/// No hedge has more words than this.
const LONGEST: usize = 6;

/// How far before a verb's group a hedge still touches it.
const NEAR: usize = 4;

/// The longest hedge that begins at a token, and one past it.
pub(super) fn at(view: &View<'_, '_>, at: usize) -> Option<(HedgeKind, usize)> {
    of_length(view, at, None)
}

/// The longest hedge that ends right before a token, and where it begins.
pub(super) fn before(view: &View<'_, '_>, end: usize, floor: usize) -> Option<(HedgeKind, usize)> {
    let from = end.saturating_sub(LONGEST).max(floor);
    (from..end).find_map(|start| Some((of_length(view, start, Some(end - start))?.0, start)))
}

fn of_length(view: &View<'_, '_>, at: usize, length: Option<usize>) -> Option<(HedgeKind, usize)> {
    // "May" is also a name.
    if view.names.at(at).is_some() && view.has(at, Tags::AUX) {
        return None;
    }
    let (phrase, end) = view.phrase(at, |phrase| {
        matches!(phrase.kind, PhraseKind::Hedge(_)) && length.is_none_or(|length| phrase.words.len() == length)
    })?;
    match phrase.kind {
        PhraseKind::Hedge(kind) => Some((kind, end)),
        _ => None,
    }
}

/// The hedges around a verb: nearest before its group, in the same piece of the sentence. What was said (`content` is
/// its first token) and who said it have hedges of their own: "The alleged arsonist told the jury …".
pub(super) fn around(
    view: &View<'_, '_>,
    cue: &Range<usize>,
    main: usize,
    sentence: &Range<usize>,
    content: usize,
    source: &Range<usize>,
) -> Vec<HedgeKind> {
    let mut found = Vec::new();
    let from = cue.start.saturating_sub(NEAR).max(sentence.start);
    let to = (cue.end + 2).min(sentence.end).min(if content >= cue.end { content } else { usize::MAX });
    for token in from..to {
        let stops = is_stop(view, token);
        if stops && token >= cue.end {
            break;
        }
        if stops {
            found.clear();
        }
        // «Хотел мира и сказал»: what governs an infinitive does not reach a finite verb beyond a conjunction.
        if view.has(token, Tags::COORD) && !view.has(token, Tags::ADV) && token < cue.start {
            found.retain(|kind| !matches!(kind, HedgeKind::Irrealis | HedgeKind::Future));
        }
        // «Рассчитывает» hedges a verb that it governs, not itself.
        let foreign = token == main || source.contains(&token);
        if let Some((kind, _)) = at(view, token).filter(|&(kind, _)| !foreign && kind != HedgeKind::Rumour) {
            found.push(kind);
        }
    }
    found
}

/// The hedges that marks set off from the clause they belong to, among the tokens of a range, with one past each:
/// «По слухам, …», "the jockey, it is said, …", «Допустим, …».
pub(super) fn set_off(view: &View<'_, '_>, sentence: &Range<usize>, tokens: Range<usize>) -> Vec<(HedgeKind, usize)> {
    let begins = |token: usize| token == sentence.start || is_stop(view, token - 1);
    // «Как поговаривают, …»
    let opens = |token: usize| begins(token) || view.has(token - 1, Tags::AS) && begins(token - 1);
    let hedges = tokens.filter(|&token| view.depth(token) == 0 && opens(token)).filter_map(|token| at(view, token));
    hedges.filter(|&(_, end)| matches!(view.kind(end), Some(TokenKind::Comma | TokenKind::Dash))).collect()
}

fn is_stop(view: &View<'_, '_>, at: usize) -> bool {
    matches!(view.kind(at), Some(TokenKind::Comma | TokenKind::Colon | TokenKind::Dash | TokenKind::Open))
}
