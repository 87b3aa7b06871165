//! Expressions counted from the day of publication or from a time in the text: "last week", «месяц назад».

use onrecord_lang::{Features, Tags, TimeClass, TimeUnit};
use onrecord_text::TokenKind;

use super::dates::{self, Read, after_particle, after_unit};
use super::tense::{self, Tense};
use super::value::{When, Year};
use super::words::Words;

/// The longest expression that begins at a token, without what may be joined to it.
pub(super) fn simple(words: &Words<'_, '_>, at: usize) -> Option<Read> {
    if words.is_figure(at) {
        return dates::in_figures(words, at)
            .or_else(|| dates::days_of_month(words, at))
            .or_else(|| dates::part_of_year(words, at))
            .or_else(|| ago(words, at))
            .or_else(|| dates::year(words, at));
    }
    const READERS: [fn(&Words<'_, '_>, usize) -> Option<Read>; 15] = [
        day_word,
        weekday,
        dates::month_and_days,
        dates::month_alone,
        with_modifier,
        named_before,
        dates::days_of_month,
        dates::part_of_year,
        half_of_period,
        dates::season,
        part,
        daypart,
        ago,
        ahead,
        unit_alone,
    ];
    READERS.iter().find_map(|read| read(words, at)).or_else(|| led(words, at))
}

/// What an article or "earlier" leads: "the end of March", "earlier today".
fn led(words: &Words<'_, '_>, at: usize) -> Option<Read> {
    let next = at + 1;
    if words.is(at, TimeClass::Sooner) {
        let leads = [TimeClass::Day, TimeClass::Mod, TimeClass::Daypart, TimeClass::Weekday];
        return leads.iter().any(|&class| words.is(next, class)).then(|| simple(words, next)).flatten();
    }
    if !words.is(at, TimeClass::Article) {
        return None;
    }
    if words.unit(next) == Some(TimeUnit::Weekend) {
        return Some((next + 1, When::Weekend(None), None));
    }
    let leads = [
        TimeClass::Part,
        TimeClass::Same,
        TimeClass::Ordinal,
        TimeClass::Quarter,
        TimeClass::Season,
        TimeClass::Mod,
        TimeClass::Unit,
    ];
    let figure = words.figure(next).is_some_and(|figure| !figure.ending.is_empty());
    (figure || leads.iter().any(|&class| words.is(next, class))).then(|| simple(words, next)).flatten()
}

/// «сегодня», "yesterday afternoon", «торік».
fn day_word(words: &Words<'_, '_>, at: usize) -> Option<Read> {
    if let Some(by) = words.value(at, TimeClass::Year) {
        return Some((at + 1, When::Year(Year::FromNow(by)), None));
    }
    let by = match words.value(at, TimeClass::Eve) {
        Some(by) if !is_preposition(words, at) => by,
        Some(_) => return None,
        None => words.value(at, TimeClass::Day)?,
    };
    Some((after_daypart(words, at + 1), When::Unit(TimeUnit::Day, by), None))
}

/// Whether «накануне» governs a genitive: «накануне выборов».
fn is_preposition(words: &Words<'_, '_>, at: usize) -> bool {
    let Some(next) = words.token(at + 1).filter(|next| next.is_word()) else { return false };
    let genitive = next.is(Features::case(onrecord_lang::Case::Genitive));
    let nominative = next.word.features.is_nominative() && (next.is_capital || !genitive);
    genitive
        && !nominative
        && !words.is(at + 1, TimeClass::Daypart)
        && !next.has(Tags::SMALL)
        && !next.is(Features::FINITE)
}

fn after_daypart(words: &Words<'_, '_>, at: usize) -> usize {
    if words.is(at, TimeClass::Daypart) { at + 1 } else { at }
}

/// «вторник», "Friday afternoon".
fn weekday(words: &Words<'_, '_>, at: usize) -> Option<Read> {
    if let Some(day) = words.value(at, TimeClass::WeekdayShort) {
        let end = words.after_period(at);
        let date = if words.is_kind(end, TokenKind::Comma) { end + 1 } else { end };
        let has_date = dates::days_of_month(words, date).or_else(|| dates::month_and_days(words, date)).is_some();
        return has_date.then_some((end, When::Weekday(day as i8, None), None));
    }
    let day = words.value(at, TimeClass::Weekday)?;
    let end = after_daypart(words, at + 1);
    let dated = || {
        let date = if words.is_kind(end, TokenKind::Comma) { end + 1 } else { end };
        dates::days_of_month(words, date).is_some()
    };
    let stands =
        !words.is(at, TimeClass::Weak) || words.is_introduced(at) || words.follows(at, TimeClass::Daypart) || dated();
    stands.then_some((end, When::Weekday(day as i8, None), None))
}

/// «прошлой неделе», "this Friday", «текущего 2019 года».
fn with_modifier(words: &Words<'_, '_>, at: usize) -> Option<Read> {
    let by = words.value(at, TimeClass::Mod)?;
    let next = at + 1;
    if let Some((end, year)) = dates::year_tail(words, at) {
        return Some((end, When::Year(year), None));
    }
    if words.is(next, TimeClass::OddYear) && words.unit(next + 1) == Some(TimeUnit::Year) {
        return Some((next + 2, When::Unknown, None));
    }
    if let Some(unit) = words.unit(next) {
        return modified_unit(words, at, unit, by).map(|when| (after_unit(words, next), when, None));
    }
    if let Some(day) = words.value(next, TimeClass::Weekday) {
        return Some((after_daypart(words, next + 1), When::Weekday(day as i8, Some(by)), None));
    }
    if words.is(next, TimeClass::Month) {
        return dates::month(words, next).map(|(month, end)| (end, When::MonthFromNow(month, by), None));
    }
    if let Some(season) = words.value(next, TimeClass::Season) {
        return Some((next + 1, When::SeasonFromNow(season as i8, by), None));
    }
    words.is(next, TimeClass::Daypart).then_some((next + 1, When::Unit(TimeUnit::Day, by.min(0)), None))
}

fn modified_unit(words: &Words<'_, '_>, at: usize, unit: TimeUnit, by: i16) -> Option<When> {
    match unit {
        TimeUnit::Day if by == 0 && words.follows(at, TimeClass::Past) => Some(When::NamedPastDay),
        TimeUnit::Day => Some(When::Named(TimeUnit::Day, by)),
        // "the next year" is counted from what was told; "over the last week" is no date.
        TimeUnit::Year if by != 0 && words.follows(at, TimeClass::Article) => Some(When::Named(unit, by)),
        TimeUnit::Week | TimeUnit::Month if by != 0 && words.follows(at, TimeClass::Article) => None,
        TimeUnit::Weekend => Some(When::Weekend(Some(by))),
        TimeUnit::Fiscal | TimeUnit::Decade => Some(When::Unknown),
        TimeUnit::Hour => None,
        unit => Some(When::Unit(unit, by)),
    }
}

/// «тот же день», "that year".
fn named_before(words: &Words<'_, '_>, at: usize) -> Option<Read> {
    if !words.is(at, TimeClass::Same) {
        return None;
    }
    let next = after_particle(words, at + 1);
    let unit = words.unit(next)?;
    let has_value = matches!(unit, TimeUnit::Day | TimeUnit::Week | TimeUnit::Month | TimeUnit::Year);
    has_value.then(|| (after_unit(words, next), When::Named(unit, 0), None))
}

/// «начало марта», "late Friday", «кінець року»: the value of what it is a part of.
fn part(words: &Words<'_, '_>, at: usize) -> Option<Read> {
    if !words.is(at, TimeClass::Part) {
        return None;
    }
    let has_of = words.is(at + 1, TimeClass::Of);
    if words.is(at, TimeClass::Weak) && !has_of {
        return None;
    }
    period(words, if has_of { at + 2 } else { at + 1 })
}

/// «вторая половина марта», "the first half of 2018".
fn half_of_period(words: &Words<'_, '_>, at: usize) -> Option<Read> {
    let half = match words.is(at, TimeClass::PartWord) {
        true => at,
        false => (words.is(at, TimeClass::Ordinal) && words.is(at + 1, TimeClass::PartWord)).then_some(at + 1)?,
    };
    period(words, if words.is(half + 1, TimeClass::Of) { half + 2 } else { half + 1 })
}

/// What something may be a part of.
fn period(words: &Words<'_, '_>, at: usize) -> Option<Read> {
    let at = if words.is(at, TimeClass::Article) { at + 1 } else { at };
    let at = if words.is(at, TimeClass::Tail) { at + 1 } else { at };
    // Parts of parts are not read, so that no text can make the reading deep.
    let nests = [TimeClass::Part, TimeClass::PartWord, TimeClass::Article];
    if words.is(at + 1, TimeClass::PartWord) || nests.iter().any(|&class| words.is(at, class)) {
        return None;
    }
    match words.unit(at) {
        // "the end of the day Saturday"
        Some(TimeUnit::Day) => weekday(words, at + 1).or_else(|| dates::days_of_month(words, at + 1)),
        Some(unit @ (TimeUnit::Week | TimeUnit::Month | TimeUnit::Quarter | TimeUnit::Year)) => {
            let unit_year = dates::year_tail(words, at + 1).filter(|_| unit == TimeUnit::Month);
            match unit_year {
                Some(_) => None,
                None => Some((after_unit(words, at), When::Unit(unit, 0), None)),
            }
        }
        _ => {
            let found = simple(words, at)?;
            (!matches!(found.1, When::Counted(..))).then_some(found)
        }
    }
}

/// «вечером», «вечером в субботу», «ночь на 5 мая».
fn daypart(words: &Words<'_, '_>, at: usize) -> Option<Read> {
    words.value(at, TimeClass::Daypart)?;
    let next = at + 1;
    // «о третій ночі в середу»: the hour is no part of the day's name.
    let is_weak = words.is(at, TimeClass::Weak);
    let is_led = !is_weak && words.is(next, TimeClass::In) || words.is(next, TimeClass::For);
    let day = if is_led { next + 1 } else { next };
    let found = weekday(words, day).or_else(|| dates::days_of_month(words, day)).or_else(|| day_word(words, day));
    if found.is_some() {
        return found;
    }
    (!is_weak).then_some((next, When::Unit(TimeUnit::Day, 0), None))
}

/// How many words of "just over" are read.
const APPROX: usize = 4;

/// «месяц назад», "just over 24 hours ago".
fn ago(words: &Words<'_, '_>, at: usize) -> Option<Read> {
    let mut next = at;
    while words.is(next, TimeClass::Approx) && next < at + APPROX {
        next += 1;
    }
    let (number, unit_at) = count(words, next);
    let unit = match number {
        Some(_) => words.any_unit(unit_at)?,
        None => words.unit(unit_at)?,
    };
    let mut end = after_unit(words, unit_at);
    if words.is(end, TimeClass::Same) && words.is(end + 1, TimeClass::Ago) {
        end += 1;
    }
    // «цього місяця тому, що»: a reason, not a date.
    let is_reason = words.token(end + 1).is_some_and(|token| token.has(Tags::COMP));
    (words.is(end, TimeClass::Ago) && !is_reason).then(|| (end + 1, When::Counted(unit, -number.unwrap_or(1)), None))
}

/// «через неделю»; "in two years", told of the future.
fn ahead(words: &Words<'_, '_>, at: usize) -> Option<Read> {
    let is_certain = words.is(at, TimeClass::Through);
    if !is_certain && !words.is(at, TimeClass::Ahead) {
        return None;
    }
    let mut next = at + 1;
    while words.is(next, TimeClass::Approx) && next < at + APPROX {
        next += 1;
    }
    let (number, unit_at) = count(words, next);
    let unit = if is_certain && number.is_none() {
        words.unit(unit_at)?
    } else {
        words.any_unit(unit_at).filter(|_| number.is_some())?
    };
    let end = after_unit(words, unit_at);
    let is_told = is_certain || tense::of(words, at, end) == Tense::Future;
    let counts_from_event = words.is(end, TimeClass::Since);
    (unit != TimeUnit::Hour && is_told && !counts_from_event)
        .then(|| (end, When::Counted(unit, number.unwrap_or(1)), None))
}

/// A number in figures or words, and the place after it.
fn count(words: &Words<'_, '_>, at: usize) -> (Option<i32>, usize) {
    if let Some(number) = words.number(at) {
        return (i32::try_from(number).ok(), at + 1);
    }
    if words.value(at, TimeClass::Article) == Some(1) {
        return (Some(1), at + 1);
    }
    let mut sum = None;
    let mut next = at;
    while let Some(number) = words.value(next, TimeClass::Number).filter(|_| next < at + 3) {
        sum = Some(sum.unwrap_or(0) + i32::from(number));
        next += 1;
    }
    (sum, next)
}

/// «на выходных»; "the day before yesterday".
fn unit_alone(words: &Words<'_, '_>, at: usize) -> Option<Read> {
    match words.unit(at)? {
        TimeUnit::Weekend if words.is_introduced(at) => Some((at + 1, When::Weekend(None), None)),
        TimeUnit::Day => {
            let by = words.value(at + 2, TimeClass::Day)?;
            let fits = by < 0 && words.is(at + 1, TimeClass::In) || by > 0 && words.is(at + 1, TimeClass::Since);
            fits.then(|| (at + 3, When::Unit(TimeUnit::Day, by * 2), None))
        }
        _ => None,
    }
}
