//! Expressions made of several: a weekday with its date, a range.

use onrecord_lang::{TimeClass, TimeUnit};
use onrecord_text::TokenKind;

use super::calendar::Calendar;
use super::dates;
use super::relative::simple;
use super::value::{When, Year};
use super::words::Words;

/// An expression as it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// Its first token.
    pub(super) start: usize,
    /// One past its last token.
    pub(super) end: usize,
    /// What it says.
    pub(super) when: When,
    /// The end of a range.
    pub(super) to: Option<When>,
    /// The weekday that the text gives with a date.
    pub(super) weekday: Option<i8>,
}

impl Piece {
    /// The rule that found it.
    pub(super) fn rule(&self) -> &'static str {
        if self.to.is_some() {
            return "time.range";
        }
        match self.when {
            When::Day(..) => "time.date",
            When::Month(..) | When::MonthFromNow(..) => "time.month",
            When::Year(_) => "time.year",
            When::Season(..) | When::SeasonFromNow(..) => "time.season",
            When::Quarter(..) | When::Half(..) => "time.part-of-year",
            When::Weekday(..) | When::WeekdayOf(..) | When::Weekend(_) => "time.weekday",
            When::Unit(..) => "time.from-publication",
            When::Counted(..) => "time.counted",
            When::Named(..) | When::NamedPastDay => "time.named-before",
            When::Unknown => "time.without-value",
        }
    }
}

/// The longest expression that begins at a token.
pub(super) fn expression(words: &Words<'_, '_>, calendar: &Calendar, at: usize) -> Option<Piece> {
    let (end, when, to) = simple(words, at)?;
    let piece = Piece { start: at, end, when, to, weekday: None };
    if to.is_some() {
        return Some(with_preposition(words, piece));
    }
    let piece = with_apposition(words, calendar, piece);
    Some(range(words, piece).unwrap_or(piece))
}

/// «вторник, 13 ноября», "today, May 5", «9 июля (понедельник)», «28 сентября, в пятницу».
fn with_apposition(words: &Words<'_, '_>, calendar: &Calendar, piece: Piece) -> Piece {
    let bracket = words.is_kind(piece.end, TokenKind::OpenBracket);
    let comma = words.is_kind(piece.end, TokenKind::Comma);
    let mut next = piece.end + usize::from(bracket || comma);
    let led =
        !bracket && (words.is(next, TimeClass::In) || words.is(next, TimeClass::For) || words.is(next, TimeClass::Of));
    next += usize::from(led);
    let Some((end, when, None)) = simple(words, next).filter(|_| !words.is_inside_name(next)) else { return piece };
    if bracket && !words.is_kind(end, TokenKind::CloseBracket) {
        return piece;
    }
    let end = end + usize::from(bracket);
    match (piece.when, when) {
        (When::Weekday(day, None), When::Unit(TimeUnit::Week, by))
        | (When::Unit(TimeUnit::Week, by), When::Weekday(day, None)) => {
            Piece { end, when: When::WeekdayOf(day, by), ..piece }
        }
        _ if led && !comma => piece,
        (When::Weekday(day, _), When::Day(..)) => Piece { end, when, weekday: Some(day), ..piece },
        (When::Unit(..) | When::Weekend(_), When::Day(..)) => Piece { end, when, ..piece },
        (When::Day(..), When::Weekday(day, None)) if calendar.falls_on(piece.when, day) => {
            Piece { end, weekday: Some(day), ..piece }
        }
        (When::Day(..), When::Unit(..))
            if end == next + 1 && !comma && !bracket && words.is(next, TimeClass::Daypart) =>
        {
            Piece { end, ..piece }
        }
        _ => piece,
    }
}

/// «с 1998 по 2005 год», "from May 5 to May 9", "2000 – 2050".
fn range(words: &Words<'_, '_>, piece: Piece) -> Option<Piece> {
    let is_led = words.follows(piece.start, TimeClass::Since);
    let dash = words.is_kind(piece.end, TokenKind::Dash);
    let word = is_led && (words.is(piece.end, TimeClass::Range) || words.is(piece.end, TimeClass::And));
    if !dash && !word {
        return None;
    }
    if let (true, When::Year(Year::Is(first)), Some(last)) = (dash, piece.when, words.year_figure(piece.end + 1)) {
        let (end, to) = (piece.end + 2, Some(When::Year(Year::Is(last))));
        return (first < last).then_some(Piece { end: dates::after_year(words, end), to, ..piece });
    }
    let (end, to, None) = simple(words, piece.end + 1)? else { return None };
    let when = match (piece.when.year(), to.year()) {
        (Year::Open, year) => piece.when.with_year(year),
        _ => piece.when,
    };
    let fits = match (when, to) {
        (When::Day(..), When::Day(..)) | (When::Month(..), When::Month(..)) => true,
        (When::Year(Year::Is(first)), When::Year(Year::Is(last))) => first < last,
        (When::Weekday(..), When::Weekday(..)) => word,
        _ => false,
    };
    fits.then(|| with_preposition(words, Piece { end, when, to: Some(to), ..piece }))
}

/// A range that is spoken keeps the preposition before it: «с 5 по 9 мая».
fn with_preposition(words: &Words<'_, '_>, piece: Piece) -> Piece {
    let is_spoken = (piece.start..piece.end).any(|at| words.is(at, TimeClass::Range));
    match words.before(piece.start).filter(|&before| is_spoken && words.is(before, TimeClass::Since)) {
        Some(before) => Piece { start: before, ..piece },
        None => piece,
    }
}
