//! Quotation marks find their partners.
//!
//! The same glyph opens in one tradition and closes in another («“» closes „ in German and Ukrainian and opens in
//! English), so a mark is judged by the marks that stand open and by the characters beside it.

use onrecord_model::Span;

use crate::text::{Quote, Text, TokenKind};

/// Deeper quotations than this are not told apart; nobody writes them, and it bounds the work.
const DEEPEST: usize = 8;
/// How many paragraphs a quotation may run on before it closes.
const LONGEST: usize = 12;

struct OpenMark {
    token: usize,
    glyph: char,
}

/// What a mark may do where it stands.
#[derive(Clone, Copy)]
struct Side {
    may_open: bool,
    may_close: bool,
}

/// Pairs all marks, sets each token's depth, and lists the quotations.
pub(crate) fn pair(text: &mut Text<'_>) {
    let mut stack: Vec<OpenMark> = Vec::new();
    let mut pairs: Vec<(usize, usize, bool)> = Vec::new();
    let n = text.tokens.len();
    for at in 0..n {
        if text.tokens[at].kind == TokenKind::StrayQuote {
            judge(text, at, &mut stack, &mut pairs);
        }
        let last_of_block = at + 1 == n || text.tokens[at + 1].block != text.tokens[at].block;
        if last_of_block && !stack.is_empty() {
            end_of_block(text, at, &mut stack, &mut pairs);
        }
    }
    write_down(text, pairs);
}

fn judge(text: &Text<'_>, at: usize, stack: &mut Vec<OpenMark>, pairs: &mut Vec<(usize, usize, bool)>) {
    let glyph = glyph(text, at);
    let side = side(text, at);
    let partner = stack.iter().rposition(|open| closes(open.glyph, glyph));
    let top_fits = partner.is_some_and(|place| place + 1 == stack.len());
    let opens = match glyph {
        '«' | '„' | '‚' | '‹' => true,
        '»' | '›' => false,
        _ if partner.is_none() => side.may_open,
        '“' | '‘' | '‟' if stack.last().is_some_and(|open| matches!(open.glyph, '“' | '‘' | '‟')) => {
            side.may_open && !side.may_close
        }
        _ => side.may_open && !(top_fits && side.may_close),
    };
    if opens {
        if stack.len() < DEEPEST {
            stack.push(OpenMark { token: at, glyph });
        }
    } else if let Some(place) = partner.filter(|_| side.may_close || !is_apostrophe(glyph)) {
        pairs.push((stack[place].token, at, true));
        stack.truncate(place);
    }
}

/// Whether `close` can end what `open` began.
fn closes(open: char, close: char) -> bool {
    match open {
        '«' => close == '»',
        '‹' => close == '›',
        '„' => matches!(close, '“' | '”' | '"' | '‟'),
        '‚' => matches!(close, '‘' | '’' | '\''),
        '“' | '”' | '‟' => matches!(close, '”' | '"' | '“'),
        '"' => matches!(close, '"' | '”' | '“'),
        '‘' | '\'' | '’' => matches!(close, '’' | '\''),
        _ => false,
    }
}

fn is_apostrophe(glyph: char) -> bool {
    matches!(glyph, '\'' | '’' | '‘')
}

fn glyph(text: &Text<'_>, at: usize) -> char {
    text.word(at).chars().next().unwrap_or('"')
}

/// What the characters beside a mark allow.
fn side(text: &Text<'_>, at: usize) -> Side {
    let span = text.tokens[at].span;
    let block = text.article.blocks[text.tokens[at].block as usize].span;
    let whole = &text.article.text;
    let before = whole[block.start as usize..span.start as usize].chars().next_back();
    let after = whole[span.end as usize..block.end as usize].chars().next();
    let gap = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let may_open = !gap(after)
        && !letter(before)
        && (letter(after) || gap(before) || before.is_some_and(|c| !",.!?…»”".contains(c)));
    let may_close = !gap(before) && !letter(after);
    Side { may_open, may_close }
}

/// A quotation may run over paragraphs: it stays open when the next marks close it.
fn end_of_block(text: &Text<'_>, at: usize, stack: &mut Vec<OpenMark>, pairs: &mut Vec<(usize, usize, bool)>) {
    let open = &stack[0];
    let block = text.tokens[at].block as usize;
    let started = text.tokens[open.token].block as usize;
    if block - started < LONGEST && !is_apostrophe(open.glyph) && closes_later(text, at, open.glyph) {
        stack.truncate(1);
        return;
    }
    let opens_the_block = open.token == 0 || text.tokens[open.token - 1].block as usize != started;
    let body = text.block_kind(open.token) != onrecord_model::BlockKind::Headline;
    if opens_the_block && body && !is_apostrophe(open.glyph) && at - open.token > 3 {
        pairs.push((open.token, last_of(text, started, at), false));
    }
    stack.clear();
}

/// Whether the first mark after token `at` that could matter closes `open`.
fn closes_later(text: &Text<'_>, at: usize, open: char) -> bool {
    let limit = text.tokens[at].block as usize + LONGEST;
    let rest = text.tokens.iter().enumerate().skip(at + 1).take_while(|(_, token)| (token.block as usize) < limit);
    if let Some((next, _)) = rest.filter(|(_, token)| token.kind == TokenKind::StrayQuote).take(1).next() {
        let side = side(text, next);
        return closes(open, glyph(text, next)) && side.may_close && !side.may_open;
    }
    false
}

/// The last token of a block.
fn last_of(text: &Text<'_>, block: usize, at: usize) -> usize {
    let end = text.tokens[..=at].partition_point(|token| token.block as usize <= block);
    end.saturating_sub(1)
}

fn write_down(text: &mut Text<'_>, mut pairs: Vec<(usize, usize, bool)>) {
    pairs.sort_unstable();
    let mut ends: Vec<usize> = Vec::new();
    for &(open, close, is_closed) in &pairs {
        while ends.last().is_some_and(|&end| end <= open) {
            ends.pop();
        }
        let span = Span { start: text.tokens[open].span.start, end: text.tokens[close].span.end };
        let depth = ends.len().min(usize::from(u8::MAX)) as u8;
        text.quotes.push(Quote { open, close, is_closed, depth, span });
        ends.push(close);
        text.tokens[open].kind = TokenKind::Open;
        if is_closed {
            text.tokens[close].kind = TokenKind::Close;
        }
    }
    // Depth of every token in one pass: the list of pairs is sorted and properly nested.
    let mut next = 0;
    let mut ends: Vec<(usize, bool)> = Vec::new();
    for at in 0..text.tokens.len() {
        while ends.last().is_some_and(|&(end, is_closed)| if is_closed { end <= at } else { end < at }) {
            ends.pop();
        }
        text.tokens[at].depth = ends.len().min(usize::from(u8::MAX)) as u8;
        if next < pairs.len() && pairs[next].0 == at {
            ends.push((pairs[next].1, pairs[next].2));
            next += 1;
        }
    }
}
