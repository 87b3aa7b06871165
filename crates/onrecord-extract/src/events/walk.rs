//! The way from a time to the words around it: what is stepped over, and where a clause ends.

use std::ops::Range;

use onrecord_lang::{EventClass, EventWord, Tags};
use onrecord_text::{Text, TokenKind};

use super::role::ends_clause;
use crate::FoundTime;

/// How far a word may stand from its time, and how many clause marks may stand between.
const REACH: usize = 22;
const CROSSINGS: u32 = 2;

/// A bracket or an insertion longer than this is not stepped over.
const LONGEST_INSERTION: usize = 12;
/// «как запланировано» between commas.
const LONGEST_ASIDE: usize = 3;

/// A word on the way.
pub(super) struct Step {
    pub(super) at: usize,
    /// Clause marks between it and the time.
    pub(super) crossed: u32,
    pub(super) distance: usize,
}

/// The words of a time's sentence, outward from it on both sides.
pub(super) fn around(text: &Text<'_>, in_name: &[bool], time: &FoundTime) -> Vec<Step> {
    let Some(first) = text.tokens.get(time.tokens.start) else { return Vec::new() };
    let sentence = text.sentences[first.sentence as usize].tokens.clone();
    let way = Way { text, in_name, is_bracketed: is_bracketed(text, time) };
    let mut steps = Vec::new();
    way.walk(sentence.start..time.tokens.start, Direction::Left, &mut steps);
    way.walk(past_comma(text, &sentence, time)..sentence.end, Direction::Right, &mut steps);
    steps
}

/// Whether a time stands in brackets right after what it dates: «заседание (25 ноября)».
pub(super) fn is_bracketed(text: &Text<'_>, time: &FoundTime) -> bool {
    let before = time.tokens.start.checked_sub(1).map(|at| text.tokens[at].kind);
    before == Some(TokenKind::OpenBracket)
}

/// The first token after a time, or after the comma behind it where that ends no clause: behind a time at the head of
/// its sentence, and before «на который» that means the time.
fn past_comma(text: &Text<'_>, sentence: &Range<usize>, time: &FoundTime) -> usize {
    let end = time.tokens.end;
    let is_comma = text.tokens.get(end).is_some_and(|token| token.kind == TokenKind::Comma);
    let fronted = time.tokens.start <= sentence.start + 1;
    let has = |at: usize, tags: Tags| text.tokens.get(at).is_some_and(|token| token.has(tags));
    let means_it = has(end + 1, Tags::PREP) && has(end + 2, Tags::REL);
    match is_comma {
        true if means_it => end + 3,
        true if fronted => end + 1,
        _ => end,
    }
}

/// How many tokens before a time the words «по состоянию на» and the like may stand.
const NO_DATE: usize = 2;

/// Whether a time only says as of when, or compared with what: «по состоянию на 1 мая», «по сравнению с 2017 годом».
pub(super) fn dates_nothing(text: &Text<'_>, time: &FoundTime, words: impl Fn(usize) -> Vec<EventWord>) -> bool {
    let Some(at) = time.tokens.start.checked_sub(NO_DATE) else { return false };
    let (word, preposition) = (&text.tokens[at], &text.tokens[at + 1]);
    let never = words(at).iter().any(|word| word.class == EventClass::Never);
    preposition.has(Tags::PREP) && !word.is_capital && word.is_word() && never
}

#[derive(Clone, Copy, PartialEq)]
enum Direction {
    Left,
    Right,
}

struct Way<'w, 'a> {
    text: &'w Text<'a>,
    in_name: &'w [bool],
    is_bracketed: bool,
}

impl Way<'_, '_> {
    fn walk(&self, tokens: Range<usize>, direction: Direction, steps: &mut Vec<Step>) {
        let (mut crossed, mut at_mark, mut distance) = (0, false, 0);
        let mut left = tokens.clone();
        while distance < REACH && !left.is_empty() {
            let at = if direction == Direction::Left { left.end - 1 } else { left.start };
            let past = self.past_insertion(at, direction, &tokens);
            left = if direction == Direction::Left { left.start..past } else { past..left.end };
            if past != at && past != at + 1 {
                continue;
            }
            // A comma with the conjunction after it is one mark.
            let is_mark = self.is_mark(at);
            crossed += u32::from(is_mark && !at_mark);
            at_mark = is_mark;
            if crossed > CROSSINGS {
                break;
            }
            steps.push(Step { at, crossed, distance });
            distance += 1;
        }
    }

    /// Whether a clause may end at a token; not within a name, nor at the comma between two («в Италии, Испании»).
    fn is_mark(&self, at: usize) -> bool {
        let name = |at: usize| self.in_name.get(at).copied().unwrap_or_default();
        let token = &self.text.tokens[at];
        let within = at > 0 && name(at - 1) && name(at + 1) && token.kind != TokenKind::Stop;
        ends_clause(token) && !name(at) && !within
    }

    /// One past a token in a direction, or past the brackets or the short aside between commas that begin at it.
    fn past_insertion(&self, at: usize, direction: Direction, bounds: &Range<usize>) -> usize {
        use TokenKind::{CloseBracket, Comma, OpenBracket};
        let (one, end) = match direction {
            Direction::Left => (at, at.saturating_sub(LONGEST_INSERTION).max(bounds.start)..at),
            Direction::Right => (at + 1, at + 1..(at + 1 + LONGEST_INSERTION).min(bounds.end)),
        };
        let kind = self.text.tokens[at].kind;
        let partner = match (kind, direction) {
            (CloseBracket, Direction::Left) => OpenBracket,
            (OpenBracket, Direction::Right) => CloseBracket,
            (Comma, _) => Comma,
            _ => return one,
        };
        let is_partner = |&other: &usize| self.text.tokens[other].kind == partner;
        let found = match direction {
            Direction::Left => end.rev().find(is_partner),
            Direction::Right => end.into_iter().find(is_partner),
        };
        let is_short =
            |other: usize| other.abs_diff(at) <= LONGEST_ASIDE + 1 && self.is_aside(at.min(other) + 1..at.max(other));
        match found.filter(|&other| kind != Comma || is_short(other)) {
            Some(other) if !self.is_bracketed || kind == Comma => {
                if direction == Direction::Left {
                    other
                } else {
                    other + 1
                }
            }
            _ => one,
        }
    }

    /// «как запланировано», «конечно»: between commas, and begun by a conjunction of comparison or a particle.
    fn is_aside(&self, inside: Range<usize>) -> bool {
        let first = &self.text.tokens[inside.start];
        !inside.is_empty()
            && first.has(Tags(Tags::WH.0 | Tags::AS.0 | Tags::PARTICLE.0 | Tags::ADV.0))
            && !first.has(Tags::REL)
    }
}
