//! Drafts that tell the same thing twice are dropped.

use std::ops::Range;

use onrecord_lang::Tags;

use super::draft::{Draft, Shape, SourceKind};
use crate::view::View;

/// Drops drafts that another one covers, and contents that are no more than their own cue.
pub(crate) fn settle(view: &View<'_, '_>, drafts: &mut Vec<Draft>) {
    drafts.retain(|draft| !draft.is_dropped && !draft.content.is_empty() && can_speak(view, draft));
    for at in 0..drafts.len() {
        let near = at.saturating_sub(12)..(at + 12).min(drafts.len());
        let covered = near
            .clone()
            .any(|other| other != at && !drafts[other].is_dropped && beats(&drafts[other], &drafts[at], other < at));
        drafts[at].is_dropped = covered;
    }
    drafts.retain(|draft| !draft.is_dropped);
}

/// Whether the source is something that can speak: not a thing, an act, a bare «это».
fn can_speak(view: &View<'_, '_>, draft: &Draft) -> bool {
    let Some(source) = draft.source.as_ref().filter(|_| draft.source_kind == SourceKind::Plain) else { return true };
    // Tests and figures may show that something is so; they call nobody names and demand nothing.
    if draft.shape == Shape::That && !view.has(source.head, Tags(Tags::DEM.0 | Tags::TIME.0)) {
        return true;
    }
    if draft.shape == Shape::ColonText && view.has(source.head, Tags::DOCUMENT) && !view.has(source.head, Tags::ROLE) {
        return false;
    }
    let things = Tags(Tags::OTHER.0 | Tags::ACT.0 | Tags::PLACE_NOUN.0 | Tags::CHANNEL.0 | Tags::DEM.0 | Tags::TIME.0);
    let named = view.names.at(source.head).is_some();
    let unknown = view.token(source.head).is_some_and(|token| token.word.tags.0 == 0 && !token.is_capital);
    if draft.shape == Shape::SourcePhrase && unknown && !view.has(source.tokens.start, Tags::POSS3) {
        return false;
    }
    named || view.has(source.head, Tags::SPEAKER) || !view.has(source.head, things)
}

/// Whether `a` makes `b` superfluous: the same content, the surer shape (or the earlier one) stays.
fn beats(a: &Draft, b: &Draft, earlier: bool) -> bool {
    let carried = |outer: &Draft, inner: &Draft| {
        outer.shape == Shape::SourcePhrase && outer.content.iter().any(|range| range.contains(&inner.main))
    };
    // «По словам X, Y считает, что P»: the phrase carries both the speaker of P and the verb.
    if !overlap(&a.content, &b.content) || carried(a, b) || carried(b, a) {
        return false;
    }
    let points = |draft: &Draft| {
        (draft.shape.strength() * 100.0) as i32 + if draft.source.is_some() { 5 } else { 0 }
            - if draft.shape == Shape::PointsBack { 60 } else { 0 }
    };
    let (x, y) = (points(a), points(b));
    x > y || x == y && earlier
}

/// Whether two contents are nearly the same tokens.
fn overlap(a: &[Range<usize>], b: &[Range<usize>]) -> bool {
    let size = |ranges: &[Range<usize>]| ranges.iter().map(|range| range.len()).sum::<usize>();
    let shared: usize =
        a.iter().flat_map(|x| b.iter().map(move |y| x.end.min(y.end).saturating_sub(x.start.max(y.start)))).sum();
    let union = size(a) + size(b) - shared;
    shared * 10 > union * 8
}
