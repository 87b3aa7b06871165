//! Content before its verb: «"…", — сказал он», «…, отметил он», and quotations that the verb cuts in two.

use std::ops::Range;

use onrecord_lang::{Features, Tags};
use onrecord_text::TokenKind;

use super::cue::Cue;
use super::draft::Shape;
use super::hedges;
use super::right::is_finite;
use super::source::trimmed;
use crate::view::View;

/// Content before a verb.
#[derive(Clone, Debug)]
pub(crate) struct Before {
    pub(crate) shape: Shape,
    pub(crate) content: Vec<Range<usize>>,
    /// The first token of the verb's own piece: a subject before the verb begins no earlier.
    pub(crate) act: usize,
}

/// Words between the mark and the verb that a subject may take.
const WIDEST_ACT: usize = 30;

/// The mark that sets the verb's piece off from what was said: a comma or dash to its left at its depth, or a question
/// or exclamation mark right before it («Кто знает? написал он»).
fn last_border(view: &View<'_, '_>, cue: &Cue<'_>, floor: usize) -> Option<usize> {
    let depth = view.depth(cue.main);
    let from = cue.tokens.start.saturating_sub(WIDEST_ACT).max(floor);
    (from..cue.tokens.start).rev().find(|&at| {
        let asked = view.kind(at) == Some(TokenKind::Stop) && at + 1 == cue.tokens.start && view.text.word(at) != ".";
        view.depth(at) == depth && (matches!(view.kind(at), Some(TokenKind::Comma | TokenKind::Dash)) || asked)
    })
}

/// The content before a verb; `floor` is where the sentence (or what is left of it) begins, `limit` where it ends.
pub(crate) fn content(view: &View<'_, '_>, cue: &Cue<'_>, floor: usize, limit: usize) -> Option<Before> {
    if !cue.takes_clause() || cue.is_gerund() {
        return None;
    }
    let inside = (floor..cue.tokens.start)
        .rev()
        .find(|&at| view.kind(at) == Some(TokenKind::Close) && view.depth(at) == view.depth(cue.main));
    let mut border =
        last_border(view, cue, floor).or(inside.filter(|&close| ends_inside(view, close)).map(|close| close + 1))?;
    // «Рябков, комментируя, отметил» has its own commas: the border is the first mark after the quotation, if there is one.
    let quote_close = (floor..cue.tokens.start)
        .rev()
        .find(|&at| view.kind(at) == Some(TokenKind::Close) && view.depth(at) == view.depth(cue.main));
    if let Some(close) = quote_close.filter(|&close| is_mark(view, close + 1) && close < border)
        && is_whole_quote(view, close, floor)
    {
        border = close + 1;
    }
    // "…," said X: where the comma stands inside the quotation, the mark itself is the border.
    if let Some(close) = quote_close
        .filter(|&close| !is_mark(view, close + 1) && ends_inside(view, close) && is_whole_quote(view, close, floor))
    {
        border = close + 1;
    }
    let act = (border..cue.tokens.start).find(|&at| !is_mark(view, at)).unwrap_or(cue.tokens.start);
    if opens_subordinate(view, act) {
        return None;
    }
    let mut end = border;
    while end > floor && is_mark(view, end - 1) {
        end -= 1;
    }
    let body = with_lost_quote(view, floor..end, floor);
    if body.is_empty() || ends_in_hedge(view, body.clone()) {
        return None;
    }
    let quoted = view.kind(body.end - 1) == Some(TokenKind::Close)
        || view.kind(body.end - 1) == Some(TokenKind::Stop)
            && body.len() > 1
            && view.kind(body.end - 2) == Some(TokenKind::Close);
    let dashed = is_dash_speech(view, floor);
    let shape = if quoted || dashed { Shape::QuoteBefore } else { Shape::Aside };
    if quoted && !lead_is_clause(view, body.clone(), floor) {
        return None;
    }
    let after = rest(view, cue, limit)
        .or_else(|| if shape == Shape::Aside { rest_after_comma(view, cue, body.clone(), limit) } else { None });
    let clause = is_clause(view, body.clone()) || after.as_ref().is_some_and(|rest| is_clause(view, rest.clone()));
    if shape == Shape::Aside && !(opens_aside(view, cue, act) && clause) {
        return None;
    }
    let mut content = vec![quote_only(view, body, floor)];
    content.extend(after);
    Some(Before { shape, content, act })
}

fn is_mark(view: &View<'_, '_>, at: usize) -> bool {
    matches!(view.kind(at), Some(TokenKind::Comma | TokenKind::Dash))
}

/// «По слухам, …», "The miller, it is said, …": what marks set off before a verb hedges it, and was not said.
fn ends_in_hedge(view: &View<'_, '_>, body: Range<usize>) -> bool {
    let hedge = hedges::before(view, body.end, body.start);
    hedge.is_some_and(|(_, start)| start == body.start || view.kind(start - 1) == Some(TokenKind::Comma))
}

/// «— Завтра отпустим, — сказал он»: a line that begins with a dash is speech.
pub(crate) fn is_dash_speech(view: &View<'_, '_>, floor: usize) -> bool {
    let opens_block =
        floor == 0 || view.token(floor - 1).map(|token| token.block) != view.token(floor).map(|token| token.block);
    opens_block && view.kind(floor) == Some(TokenKind::Dash)
}

/// Whether the last token inside a quotation is a comma or a stop.
fn ends_inside(view: &View<'_, '_>, close: usize) -> bool {
    close > 0 && matches!(view.kind(close - 1), Some(TokenKind::Comma | TokenKind::Stop))
}

/// Whether the quotation that closes at `close` begins the sentence.
fn is_whole_quote(view: &View<'_, '_>, close: usize, floor: usize) -> bool {
    open_of(view, close).is_some_and(|open| {
        (floor..open).all(|at| view.is_filler(at) || is_mark(view, at) || view.has(at, Tags::COORD))
    })
}

fn open_of(view: &View<'_, '_>, close: usize) -> Option<usize> {
    let before = view.text.quotes.partition_point(|quote| quote.open < close);
    let near = view.text.quotes[..before].iter().rev().take(64);
    near.filter(|quote| quote.is_closed).find(|quote| quote.close == close).map(|quote| quote.open)
}

/// «, который заявил», «, когда сказал»: the piece hangs on what stands before it.
fn opens_subordinate(view: &View<'_, '_>, act: usize) -> bool {
    view.has(act, Tags(Tags::REL.0 | Tags::COMP.0 | Tags::WHETHER.0))
        || view.has(act, Tags::SUB) && !view.has(act, Tags::WH) && !is_as(view, act)
        || view.has(act, Tags::COORD) && !view.has(act, Tags::ADV)
        || view.has(act, Tags::PREP) && view.has(act + 1, Tags::REL)
}

/// «…, как отметил министр»: "as" introduces an aside, not a clause of its own.
fn is_as(view: &View<'_, '_>, act: usize) -> bool {
    view.has(act, Tags::AS)
}

/// Whether a quotation at the end is all that was said, or the words before it are a clause: in "Bemoaning the
/// "system," he left" they are not.
fn lead_is_clause(view: &View<'_, '_>, body: Range<usize>, floor: usize) -> bool {
    let close = (body.start..body.end).rev().find(|&at| view.kind(at) == Some(TokenKind::Close));
    let Some(open) = close.and_then(|close| open_of(view, close)) else { return true };
    let whole = close.is_some_and(|close| is_whole_quote(view, close, floor));
    whole || view.has_cases() || (body.start..open).any(|at| is_finite(view, at) || view.is(at, Features::PAST))
}

/// «…, отметил он», «…, как отметил он»: where nouns decline, the verb comes first in an aside.
fn opens_aside(view: &View<'_, '_>, cue: &Cue<'_>, act: usize) -> bool {
    !view.has_cases()
        || (act..cue.tokens.start)
            .all(|at| view.is_filler(at) || view.has(at, Tags(Tags::AS.0 | Tags::DEM.0 | Tags::PREP.0)))
}

/// «… . …“, — отметил он»: a closing mark whose partner was lost takes in the paragraph's sentences before it.
fn with_lost_quote(view: &View<'_, '_>, body: Range<usize>, floor: usize) -> Range<usize> {
    let stray = body.end > body.start && view.kind(body.end - 1) == Some(TokenKind::StrayQuote);
    let Some(first) = view.token(body.start).filter(|_| stray && view.sentence(floor).start == floor) else {
        return body;
    };
    let block = view.text.tokens.partition_point(|token| token.block < first.block);
    let spoken = (block..floor).any(|at| view.has(at, Tags::CUE_VERB) && view.is(at, Features::FINITE));
    if spoken { body } else { block..body.end }
}

/// A quotation at the end of the body with only connecting words before it is the whole content.
fn quote_only(view: &View<'_, '_>, body: Range<usize>, floor: usize) -> Range<usize> {
    let close = (body.start..body.end).rev().find(|&at| view.kind(at) == Some(TokenKind::Close));
    let Some(close) = close.filter(|&close| close + 2 >= body.end) else { return body };
    match open_of(view, close) {
        Some(open) if is_whole_quote(view, close, floor) => open..body.end,
        _ => body,
    }
}

/// Whether words can be a proposition: a finite verb, or a predicate without one of some length.
fn is_clause(view: &View<'_, '_>, tokens: Range<usize>) -> bool {
    let verb = tokens
        .clone()
        .any(|at| super::right::may_be_finite(view, at) || view.is(at, Features::PAST) && view.names.at(at).is_none());
    let headline = view.text.block_kind(tokens.start) == onrecord_model::BlockKind::Headline;
    let infinitive = headline && !view.has_cases() && tokens.clone().any(|at| view.has(at, Tags::INFMARK));
    let short = view.has_cases()
        && tokens.len() >= 2
        && !view.has(tokens.start, Tags(Tags::PREP.0 | Tags::SUB.0 | Tags::COORD.0))
        && !view.in_time(tokens.start);
    let sure = tokens.clone().any(|at| is_finite(view, at));
    tokens.len() >= 2 && sure
        || tokens.len() >= 3 && (verb || infinitive)
        || short
        || tokens.len() >= 6 && view.has_cases()
}

/// What goes on after «…, сказал он, …».
fn rest(view: &View<'_, '_>, cue: &Cue<'_>, limit: usize) -> Option<Range<usize>> {
    // "…," she said, "…": a second quotation after a comma goes on with the first.
    let near = cue.end..limit.min(cue.end + WIDEST_ACT);
    let comma = near.clone().find(|&at| {
        view.depth(at) == 0 && view.kind(at) == Some(TokenKind::Comma) && view.kind(at + 1) == Some(TokenKind::Open)
    });
    if let Some(comma) =
        comma.filter(|&comma| view.depth(cue.main) == 0 && !(cue.end..comma).any(|at| is_finite(view, at)))
    {
        let close = view.close_of(comma + 1).unwrap_or(comma + 1);
        return Some(comma + 1..close + 1);
    }
    let depth = view.depth(cue.main);
    let near = cue.end..limit.min(cue.end + WIDEST_ACT);
    let mark = near.clone().find(|&at| {
        view.depth(at) == depth && matches!(view.kind(at), Some(TokenKind::Dash | TokenKind::Colon))
            || view.depth(at) < depth
    })?;
    let mut start = mark + 1;
    while start < limit && is_mark(view, start) {
        start += 1;
    }
    let rest = trimmed(view, start..limit);
    let quote = view.kind(rest.start) == Some(TokenKind::Open);
    let starts_dash = view.kind(mark) == Some(TokenKind::Dash)
        && mark > cue.end
        && (is_mark(view, mark - 1) || view.kind(mark - 1) == Some(TokenKind::Stop));
    (rest.len() >= 2 && (quote || starts_dash)).then_some(rest)
}

/// «Проект, намекают чиновники, скоро закроют»: the clause goes on after the aside's second comma.
fn rest_after_comma(view: &View<'_, '_>, cue: &Cue<'_>, body: Range<usize>, limit: usize) -> Option<Range<usize>> {
    let comma = (cue.end..limit.min(cue.end + 16))
        .find(|&at| view.depth(at) == 0 && view.kind(at) == Some(TokenKind::Comma))?;
    let next = comma + 1;
    let other = Tags(Tags::REL.0 | Tags::COMP.0 | Tags::COORD.0);
    let foreign = view.has(next, other)
        || view.is(next, Features::GERUND)
        || view.has(next, Tags::PREP) && view.has(next + 1, Tags::REL);
    let complete = body.clone().any(|at| is_finite(view, at)) && !view.has(next, Tags::SUB);
    let verbs = (cue.end..comma).any(|at| is_finite(view, at));
    let rest = trimmed(view, next..limit);
    (!foreign && !complete && !verbs && rest.len() >= 2).then_some(rest)
}

/// A verb inside a quotation that cuts it in two: «"A, — сказал он. — B"».
pub(crate) fn split_quote(view: &View<'_, '_>, cue: &Cue<'_>) -> Option<(Before, usize)> {
    let depth = view.depth(cue.main);
    let quote = view.text.quote_around(cue.main).filter(|_| depth == 1)?;
    let dash = (cue.tokens.start.saturating_sub(WIDEST_ACT).max(quote.open)..cue.tokens.start)
        .rev()
        .find(|&at| view.kind(at) == Some(TokenKind::Dash) && view.depth(at) == depth)?;
    let cut = matches!(view.kind(dash - 1), Some(TokenKind::Comma | TokenKind::Stop)) && dash - 1 > quote.open;
    let lower = view.token(dash + 1).is_some_and(|token| !token.is_capital || view.names.at(dash + 1).is_some());
    if !cut || !lower || (dash..cue.tokens.start).any(|at| view.has(at, Tags(Tags::PRON1.0 | Tags::COMP.0))) {
        return None;
    }
    let mut content = vec![trimmed(view, quote.open..dash)];
    let next = (cue.end..quote.close.min(cue.end + WIDEST_ACT)).find(|&at| view.kind(at) == Some(TokenKind::Dash));
    let end = match next.filter(|&next| matches!(view.kind(next - 1), Some(TokenKind::Comma | TokenKind::Stop))) {
        Some(next) => {
            content.push(next + 1..quote.close + 1);
            next
        }
        None => (cue.end..quote.close).find(|&at| view.kind(at) == Some(TokenKind::Stop)).unwrap_or(quote.close),
    };
    content.retain(|range| range.start < range.end);
    Some((Before { shape: Shape::QuoteSplit, content, act: dash + 1 }, end))
}
