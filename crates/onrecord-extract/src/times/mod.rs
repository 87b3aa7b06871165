//! Calendar expressions and their values.
//!
//! One pass over the tokens: a word of `time_words.tsv` or a figure starts the longest expression that the grammar
//! (`dates`, `relative`, `joined`) reads from there; `tense` and the publication date (`calendar`) give it a value.

mod calendar;
mod dates;
mod joined;
mod relative;
mod tense;
#[cfg(test)]
pub(crate) mod tests;
mod value;
mod words;

use onrecord_lang::{Pack, TimeClass};
use onrecord_model::Anchor;
use onrecord_text::{Text, TokenKind};

use crate::{Findings, FoundTime};
use calendar::Calendar;
use joined::Piece;
use value::{Value, When};
use words::Words;

/// Adds every calendar expression of the text.
pub(crate) fn find(text: &Text<'_>, pack: &Pack, findings: &mut Findings) {
    let mut words = Words::new(text, &pack.times);
    let published = text.article.published.as_ref().and_then(|published| calendar::published_day(&published.value));
    let mut calendar = Calendar::new(published);
    let mut weekdays = Vec::new();
    let mut at = 0;
    for (number, sentence) in text.sentences.iter().enumerate() {
        words.enter(sentence.tokens.start..end_of_reading(&words, number));
        at = at.max(sentence.tokens.start);
        while at < sentence.tokens.end {
            match words.starts(at).then(|| joined::expression(&words, &calendar, at)).flatten() {
                Some(piece) => {
                    at = piece.end.max(at + 1);
                    if !is_dateline(text, &piece) {
                        add(&words, piece, &mut calendar, &mut weekdays, findings);
                    }
                }
                None => at += 1,
            }
        }
    }
    apply_dated_weekdays(&calendar, &weekdays, findings);
}

/// The end of a sentence; that of the next one where «5 мар. 2015» was taken for two.
fn end_of_reading(words: &Words<'_, '_>, sentence: usize) -> usize {
    let sentences = &words.text.sentences;
    let end = sentences[sentence].tokens.end;
    match sentences.get(sentence + 1).filter(|next| next.block == sentences[sentence].block) {
        Some(next) if words.ends_in_month(end) && words.text.tokens[end].kind == TokenKind::Number => next.tokens.end,
        _ => end,
    }
}

/// A time whose value is a bare weekday: its place in the findings, and the weekday.
type BareWeekday = (usize, i8);

fn add(
    words: &Words<'_, '_>,
    piece: Piece,
    calendar: &mut Calendar,
    weekdays: &mut Vec<BareWeekday>,
    findings: &mut Findings,
) {
    let tense = tense::of(words, piece.start, piece.end);
    let value = calendar.resolve(&piece, tense);
    calendar.remember(&piece, value);
    if let (When::Weekday(day, None), None) = (piece.when, piece.to) {
        weekdays.push((findings.times.len(), day));
    }
    let tokens = piece.start..piece.end;
    findings.times.push(FoundTime {
        span: words.text.span(tokens.clone()),
        tokens,
        value: value.map(|value| value.to_string()),
        anchor: anchor(&piece, value),
        rule: piece.rule(),
    });
}

fn anchor(piece: &Piece, value: Option<Value>) -> Anchor {
    match value {
        None | Some(Value::OpenDay(..) | Value::OpenMonth(_) | Value::OpenDays(..)) => Anchor::None,
        Some(_) if piece.when.needs_publication() => Anchor::Published,
        Some(_) => Anchor::Text,
    }
}

/// A weekday that the article dates somewhere («в среду, 12 сентября») is that day everywhere.
fn apply_dated_weekdays(calendar: &Calendar, weekdays: &[BareWeekday], findings: &mut Findings) {
    for &(place, weekday) in weekdays {
        if let Some(day) = calendar.dated_weekday(weekday) {
            findings.times[place].value = Some(Value::Day(day).to_string());
        }
    }
}

/// Whether a date is all there is in its block, a clock beside it aside: the page's own dateline, not news.
fn is_dateline(text: &Text<'_>, piece: &Piece) -> bool {
    let block = text.tokens[piece.start].block;
    let in_block = |at: usize| text.tokens.get(at).is_some_and(|token| token.block == block);
    let starts = piece.start == 0 || !in_block(piece.start - 1);
    if !starts || !matches!(piece.when, When::Day(value::Year::Is(_), ..)) {
        return false;
    }
    let mut at = piece.end;
    let mut figures = 0;
    while in_block(at)
        && matches!(
            text.tokens[at].kind,
            TokenKind::Number | TokenKind::Colon | TokenKind::Comma | TokenKind::Mark | TokenKind::Dash
        )
    {
        figures += usize::from(text.tokens[at].kind == TokenKind::Number);
        at += 1;
    }
    !in_block(at) || figures >= 2
}

/// The classes a word must have to start an expression.
const STARTERS: &[TimeClass] = &[
    TimeClass::Month,
    TimeClass::MonthShort,
    TimeClass::Weekday,
    TimeClass::WeekdayShort,
    TimeClass::Day,
    TimeClass::Eve,
    TimeClass::Daypart,
    TimeClass::Mod,
    TimeClass::Same,
    TimeClass::Unit,
    TimeClass::Year,
    TimeClass::Season,
    TimeClass::Quarter,
    TimeClass::Part,
    TimeClass::PartWord,
    TimeClass::Through,
    TimeClass::Ahead,
    TimeClass::Number,
    TimeClass::Ordinal,
    TimeClass::Roman,
    TimeClass::Article,
    TimeClass::Approx,
    TimeClass::Sooner,
];
