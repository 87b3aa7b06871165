//! Drafts with their speakers become statements in bytes.

use std::ops::Range;

use onrecord_model::{BlockKind, Span, StatementKind, Zone};
use onrecord_text::TokenKind;

use crate::confidence;
use crate::statements::{Draft, Shape};
use crate::view::View;
use crate::{FoundEntity, FoundSpeaker, FoundStatement, FoundTime};

/// The statements of a text, in the order of their content.
pub(crate) fn statements(
    view: &View<'_, '_>,
    drafts: &[Draft],
    speakers: Vec<FoundSpeaker>,
    entities: &[FoundEntity],
    times: &[FoundTime],
) -> Vec<FoundStatement> {
    let speakers = speakers.into_iter().zip(drafts).map(|(speaker, draft)| as_named_here(speaker, draft, entities));
    let mut found: Vec<FoundStatement> =
        drafts.iter().zip(speakers).filter_map(|(draft, speaker)| statement(view, draft, speaker, times)).collect();
    found.sort_by_key(|statement| (statement.content[0].start, std::cmp::Reverse(statement.content[0].end)));
    nest(&mut found);
    restate(view, &mut found);
    found
}

/// A place or a body that the article calls by several names speaks under the one its source has.
fn as_named_here(mut speaker: FoundSpeaker, draft: &Draft, entities: &[FoundEntity]) -> FoundSpeaker {
    let Some(source) = &draft.source else { return speaker };
    let here = |&entity: &usize| {
        let mentions = &entities[entity].mentions;
        let first = mentions.partition_point(|mention| mention.token < source.tokens.start);
        let named = mentions.get(first).filter(|mention| mention.token < source.tokens.end);
        named.and_then(|mention| mention.written.as_deref()).unwrap_or(&entities[entity].name)
    };
    let joined = speaker.entities.iter().map(|&entity| entities[entity].name.as_str()).collect::<Vec<_>>().join("; ");
    if speaker.name.as_deref() == Some(&joined) {
        speaker.name = Some(speaker.entities.iter().map(here).collect::<Vec<_>>().join("; "));
    }
    speaker
}

fn statement(view: &View<'_, '_>, draft: &Draft, speaker: FoundSpeaker, times: &[FoundTime]) -> Option<FoundStatement> {
    let content: Vec<Span> =
        draft.content.iter().map(|range| view.text.span(range.clone())).filter(|span| !span.is_empty()).collect();
    if content.is_empty() {
        return None;
    }
    let quoted = quoted(view, &draft.content);
    let kind = kind(view, draft, &quoted);
    let confidence = confidence::of(draft.shape, &speaker);
    Some(FoundStatement {
        kind,
        content,
        quoted: quoted.iter().map(|range| view.text.span(range.clone())).collect(),
        source: draft.source.as_ref().map(|source| view.text.span(source.tokens.clone())),
        cue: draft.cue.iter().map(|range| view.text.span(range.clone())).filter(|span| !span.is_empty()).collect(),
        speaker,
        addressee: draft.addressee.clone().map(|tokens| view.text.span(tokens)),
        zone: zone(view, draft.start()),
        polarity: draft.polarity,
        modality: draft.modality,
        parent: None,
        restates: None,
        said: said(view, draft, times),
        via: Vec::new(),
        confidence,
        rule: format!("{}.{}", view.pack.lang, draft.shape.rule()),
    })
}

/// When it was said: the time in the cue's sentence that is no part of what was said and stands nearest to the cue.
fn said(view: &View<'_, '_>, draft: &Draft, times: &[FoundTime]) -> Option<usize> {
    let sentence = view.sentence(draft.main);
    let from = times.partition_point(|time| time.tokens.start < sentence.start);
    let inside = |time: &FoundTime| draft.content.iter().any(|range| range.contains(&time.tokens.start));
    let here = times[from..]
        .iter()
        .enumerate()
        .take_while(|(_, time)| time.tokens.end <= sentence.end)
        .filter(|(_, time)| !inside(time));
    let nearest = here.min_by_key(|(_, time)| time.tokens.start.abs_diff(draft.main))?;
    (nearest.1.tokens.start.abs_diff(draft.main) <= FARTHEST_TIME).then_some(from + nearest.0)
}

/// A time farther from the cue than this many tokens belongs to something else.
const FARTHEST_TIME: usize = 12;

/// A headline's statement repeats the one of the body by the same speaker with the most words in common.
fn restate(view: &View<'_, '_>, found: &mut [FoundStatement]) {
    let stems = |statement: &FoundStatement| -> hashbrown::HashSet<&str> {
        let tokens = statement.content.iter().flat_map(|&span| view.text.tokens_in(span)).take(200);
        tokens.map(|at| onrecord_lang::stem(view.text.normal(at))).filter(|stem| stem.len() > 4).collect()
    };
    let headlines: Vec<usize> = (0..found.len().min(8)).filter(|&at| found[at].zone == Zone::Headline).collect();
    for at in headlines {
        let own = stems(&found[at]);
        let same = |other: &FoundStatement| {
            other.zone == Zone::Body && other.speaker.name.is_some() && shares_speaker(&found[at], other)
        };
        let best = (0..found.len().min(60)).filter(|&other| same(&found[other])).map(|other| {
            let theirs = stems(&found[other]);
            (own.intersection(&theirs).count() * 100 / own.len().max(1), other)
        });
        let best = best.max_by_key(|&(shared, other)| (shared, std::cmp::Reverse(other)));
        found[at].restates = best.filter(|&(shared, _)| shared >= 40).map(|(_, other)| other);
    }
}

fn shares_speaker(a: &FoundStatement, b: &FoundStatement) -> bool {
    a.speaker.name == b.speaker.name || a.speaker.entities.iter().any(|entity| b.speaker.entities.contains(entity))
}

/// The quotations inside the content that are speech, not titles.
fn quoted(view: &View<'_, '_>, content: &[Range<usize>]) -> Vec<Range<usize>> {
    let inside = |open: usize, close: usize| {
        content.iter().any(|range| range.start <= open && close < range.end.max(close.min(range.end + 1)))
    };
    let within = |range: &Range<usize>| {
        let from = view.text.quotes.partition_point(|quote| quote.open < range.start);
        let end = range.end;
        view.text.quotes[from..].iter().take_while(move |quote| quote.open < end)
    };
    content
        .iter()
        .flat_map(within)
        .filter(|quote| inside(quote.open, quote.close))
        .filter(|quote| {
            !is_title(view, quote.open, quote.close)
                || content.iter().any(|range| range.start == quote.open && range.end == quote.close + 1)
        })
        .filter(|quote| quote.depth == 0)
        .map(|quote| quote.open..quote.close + 1)
        .collect()
}

fn is_title(view: &View<'_, '_>, open: usize, close: usize) -> bool {
    view.names.at(open + 1).is_some_and(|name| name.tokens.start == open + 1 && name.tokens.end == close)
}

fn kind(view: &View<'_, '_>, draft: &Draft, quoted: &[Range<usize>]) -> StatementKind {
    if draft.is_topic {
        return StatementKind::Reported;
    }
    if draft.shape == Shape::QuoteSplit || draft.shape == Shape::LooseQuote {
        return StatementKind::Direct;
    }
    if quoted.is_empty() {
        let dashed = draft.shape == Shape::QuoteBefore
            && draft.start() > 0
            && view.kind(draft.start() - 1) == Some(TokenKind::Dash);
        return if dashed { StatementKind::Direct } else { StatementKind::Indirect };
    }
    let bare = |at: usize| {
        let word = matches!(view.kind(at), Some(TokenKind::Word | TokenKind::Number));
        word && !quoted.iter().any(|range| range.contains(&at))
    };
    let outside = draft.content.iter().cloned().flatten().filter(|&at| bare(at)).count();
    // «заявил о "прогрессе"»: quoted words under a preposition are part of an indirect sentence.
    let governed =
        draft.shape == Shape::QuoteAfter && draft.start() > 0 && view.has(draft.start() - 1, onrecord_lang::Tags::PREP);
    if outside == 0 && !governed { StatementKind::Direct } else { StatementKind::Mixed }
}

fn zone(view: &View<'_, '_>, at: usize) -> Zone {
    match view.text.block_kind(at) {
        BlockKind::Headline => Zone::Headline,
        BlockKind::Caption => Zone::Caption,
        BlockKind::Embed => Zone::Embed,
        BlockKind::Subhead => Zone::Headline,
        _ => Zone::Body,
    }
}

/// A statement whose cue lies in another's content stands in that one; the innermost counts.
fn nest(found: &mut [FoundStatement]) {
    for at in 0..found.len() {
        let Some(&cue) = found[at].cue.first() else { continue };
        let size = |statement: &FoundStatement| statement.content.iter().map(Span::len).sum::<usize>();
        let near = at.saturating_sub(12)..(at + 12).min(found.len());
        // Strictly larger, so that no statement can stand in itself by way of another.
        let around = near.filter(|&other| {
            size(&found[other]) > size(&found[at]) && found[other].content.iter().any(|span| span.contains(cue))
        });
        let innermost = around.min_by_key(|&other| size(&found[other]));
        found[at].parent = innermost;
    }
}
