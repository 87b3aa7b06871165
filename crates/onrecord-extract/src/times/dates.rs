//! Expressions that name a day, month, quarter, season, year or decade.

use onrecord_lang::{Tags, TimeClass, TimeUnit};
use onrecord_text::TokenKind;

use super::value::{When, Year};
use super::words::{Words, figure};

/// What was read: one past its last token, and what it says; the end of a range in the third place.
pub(super) type Read = (usize, When, Option<When>);

/// A date in figures: 09.01.2022, 2022-01-09, 13/1/2022.
pub(super) fn in_figures(words: &Words<'_, '_>, at: usize) -> Option<Read> {
    let (end, [a, b, c]) = one_word_date(words, at).or_else(|| slashed(words, at))?;
    let (year, month, day) = order(words, a, b, c)?;
    let is_day = (1..=12).contains(&month.0) && (1..=31).contains(&day.0) && (1900..2200).contains(&year.0);
    is_day.then(|| (after_year(words, end), When::Day(Year::Is(year.0 as i16), month.0 as i8, day.0 as i8), None))
}

/// A number and how many digits it has.
type Part = (u32, usize);

fn one_word_date(words: &Words<'_, '_>, at: usize) -> Option<(usize, [Part; 3])> {
    words.token(at)?;
    let word = words.text.normal(at);
    let mark =
        word.trim_start_matches(|c: char| c.is_ascii_digit()).chars().next().filter(|c| matches!(c, '.' | '-'))?;
    let mut parts = word.split(mark).map(|part| figure(part).filter(|figure| figure.ending.is_empty()));
    let mut next = || parts.next().flatten().map(|figure| (figure.number, figure.digits));
    let date = [next()?, next()?, next()?];
    parts.next().is_none().then_some((at + 1, date))
}

fn slashed(words: &Words<'_, '_>, at: usize) -> Option<(usize, [Part; 3])> {
    let part = |at: usize| {
        words.figure(at).filter(|figure| figure.ending.is_empty()).map(|figure| (figure.number, figure.digits))
    };
    let is_slash = |at: usize| words.is_kind(at, TokenKind::Mark) && words.text.word(at) == "/";
    let date = [part(at)?, part(at + 2)?, part(at + 4)?];
    (is_slash(at + 1) && is_slash(at + 3)).then_some((at + 5, date))
}

/// Year, month and day in the order of the language; an order that leaves a doubt is no date.
fn order(words: &Words<'_, '_>, a: Part, b: Part, c: Part) -> Option<(Part, Part, Part)> {
    if a.1 == 4 {
        return Some((a, b, c));
    }
    let year = match c.1 {
        4 => c,
        // Two digits are of the century that is nearer to today's news.
        2 => (if c.0 < 60 { 2000 + c.0 } else { 1900 + c.0 }, 4),
        _ => return None,
    };
    match (a.0 > 12, b.0 > 12, words.times.month_first) {
        (false, true, _) => Some((year, a, b)),
        (true, false, _) | (false, false, false) => Some((year, b, a)),
        _ => None,
    }
}

/// Days with their month: «9 января», «25 и 26 июля 2018 года», "the 5th of May".
pub(super) fn days_of_month(words: &Words<'_, '_>, at: usize) -> Option<Read> {
    let (mut end, first, mut last) = day_or_pair(words, at)?;
    let may_span = is_from(words, at);
    while let Some((next, _, day)) = after_joint(words, end, may_span).and_then(|next| day_or_pair(words, next)) {
        if day <= last {
            break;
        }
        (end, last) = (next, day);
    }
    let at_month = if words.is(end, TimeClass::Of) { end + 1 } else { end };
    let (month, end) = month(words, at_month)?;
    Some(with_year(words, end, month, first, last))
}

/// "May 5, 2018", "Aug. 5 and 6", where the language writes so.
pub(super) fn month_and_days(words: &Words<'_, '_>, at: usize) -> Option<Read> {
    if !words.times.month_first {
        return None;
    }
    let (month, next) = month(words, at)?;
    let (mut end, first, mut last) = day_or_pair(words, next)?;
    if let Some((next, _, day)) = after_joint(words, end, true).and_then(|next| day_or_pair(words, next)) {
        // "May 5 and 6 people", "May 5 to June 9".
        if day > last && self::month(words, next).is_none() && !is_counted_noun(words, next) {
            (end, last) = (next, day);
        }
    }
    let year = words.is_kind(end, TokenKind::Comma).then(|| words.year_figure(end + 1)).flatten();
    match year {
        Some(year) => Some(day_read(end + 2, Year::Is(year), month, first, last)),
        None => Some(with_year(words, end, month, first, last)),
    }
}

fn with_year(words: &Words<'_, '_>, end: usize, month: i8, first: i8, last: i8) -> Read {
    let (end, year) = year_tail(words, end).unwrap_or((end, Year::Open));
    day_read(end, year, month, first, last)
}

fn day_read(end: usize, year: Year, month: i8, first: i8, last: i8) -> Read {
    let to = (first < last).then_some(When::Day(year, month, last));
    (end, When::Day(year, month, first), to)
}

/// A day of a month, or two in one word: the end, the first, the last.
fn day_or_pair(words: &Words<'_, '_>, at: usize) -> Option<(usize, i8, i8)> {
    if let Some((first, last)) = pair(words, at).filter(|&(first, last)| first < last && last <= 31) {
        return Some((at + 1, first as i8, last as i8));
    }
    let (day, end) = day(words, at)?;
    Some((end, day, day))
}

/// Two numbers in one word: `24-25`, `1998-2005`.
fn pair(words: &Words<'_, '_>, at: usize) -> Option<(u32, u32)> {
    let first = words.figure(at)?;
    let last = figure(first.ending.strip_prefix(['-', '\u{2010}', '\u{2011}'])?)?;
    last.ending.is_empty().then_some((first.number, last.number))
}

fn day(words: &Words<'_, '_>, at: usize) -> Option<(i8, usize)> {
    if let Some(figure) = words.figure(at) {
        let fits = (1..=31).contains(&figure.number) && figure.digits <= 2;
        let ends = figure.ending.is_empty() || words.times.is_ending(figure.ending, TimeClass::Nth);
        return (fits && ends).then_some((figure.number as i8, at + 1));
    }
    if let Some(day) = words.value(at, TimeClass::Ordinal) {
        return Some((day as i8, at + 1));
    }
    let tens = words.value(at, TimeClass::Number).filter(|&tens| tens == 20 || tens == 30)?;
    let ones = words.value(at + 1, TimeClass::Ordinal).filter(|&ones| ones < 10)?;
    Some(((tens + ones) as i8, at + 2))
}

/// The place after what joins two days of one month.
fn after_joint(words: &Words<'_, '_>, at: usize, may_span: bool) -> Option<usize> {
    let joins = words.is(at, TimeClass::And)
        || words.is_kind(at, TokenKind::Comma)
        || words.is_kind(at, TokenKind::Dash)
        || may_span && words.is(at, TimeClass::Range);
    let next = if words.is(at + 1, TimeClass::Article) { at + 2 } else { at + 1 };
    joins.then_some(next)
}

/// Whether «с» or "from the" stands before.
fn is_from(words: &Words<'_, '_>, at: usize) -> bool {
    words.follows(at, TimeClass::Since)
        || words
            .before(at)
            .is_some_and(|before| words.is(before, TimeClass::Article) && words.follows(before, TimeClass::Since))
}

/// The name of a month, or its abbreviation with the period.
pub(super) fn month(words: &Words<'_, '_>, at: usize) -> Option<(i8, usize)> {
    let is_capital = words.token(at)?.is_capital;
    if words.times.has_capitals && !is_capital {
        return None;
    }
    if let Some(month) = words.value(at, TimeClass::Month) {
        return Some((month as i8, at + 1));
    }
    let month = words.value(at, TimeClass::MonthShort)?;
    Some((month as i8, words.after_period(at)))
}

/// A month without a day: «ноябрь 2010 года», "in March".
pub(super) fn month_alone(words: &Words<'_, '_>, at: usize) -> Option<Read> {
    let (month, end) = month(words, at)?;
    let comma = words.times.month_first && words.is_kind(end, TokenKind::Comma);
    let tail = year_tail(words, end).or_else(|| {
        let year = words.year_figure(end + 1).filter(|_| comma)?;
        Some((end + 2, Year::Is(year)))
    });
    if let Some((end, year)) = tail {
        return Some((end, When::Month(year, month), None));
    }
    let is_whole = words.is(at, TimeClass::Month);
    let is_weak = words.is(at, TimeClass::Weak);
    let stands = words.is_introduced(at) || words.follows(at, TimeClass::Mod) || words.follows(at, TimeClass::Part);
    (is_whole && (!is_weak || stands)).then_some((end, When::Month(Year::Open, month), None))
}

/// The year after a month, season or quarter: «2018 года», «прошлого года», "of last year".
pub(super) fn year_tail(words: &Words<'_, '_>, at: usize) -> Option<(usize, Year)> {
    let at = if words.is(at, TimeClass::Of) { at + 1 } else { at };
    if let Some((end, year, has_unit)) = numbered_year(words, at) {
        let is_plain = has_unit || (1900..2100).contains(&year) && !(year % 50 == 0 && is_counted_noun(words, end));
        return is_plain.then_some((end, Year::Is(year)));
    }
    if let Some(by) = words.value(at, TimeClass::Year) {
        return Some((at + 1, Year::FromNow(by)));
    }
    if let Some(by) = words.value(at, TimeClass::Mod) {
        if let Some((end, year, true)) = numbered_year(words, at + 1) {
            return Some((end, Year::Is(year)));
        }
        return (words.unit(at + 1) == Some(TimeUnit::Year)).then(|| (after_unit(words, at + 1), Year::FromNow(by)));
    }
    let unit = words.is(at, TimeClass::Same).then(|| after_particle(words, at + 1))?;
    (words.unit(unit) == Some(TimeUnit::Year)).then(|| (after_unit(words, unit), Year::Same))
}

/// A year in figures, its end, and whether a word or an ending says that it is one.
fn numbered_year(words: &Words<'_, '_>, at: usize) -> Option<(usize, i16, bool)> {
    let figure = words.figure(at).filter(|figure| figure.digits == 4 && (1000..2200).contains(&figure.number))?;
    let has_ending = words.times.is_ending(figure.ending, TimeClass::YearEnd);
    if !figure.ending.is_empty() && !has_ending {
        return None;
    }
    let year = figure.number as i16;
    if words.any_unit(at + 1) == Some(TimeUnit::Year) {
        return Some((after_unit(words, at + 1), year, true));
    }
    Some((at + 1, year, has_ending))
}

/// The place after the word of a unit; the period of «г.» belongs to it.
pub(super) fn after_unit(words: &Words<'_, '_>, at: usize) -> usize {
    let is_short = words.text.normal(at).chars().nth(2).is_none();
    if is_short { words.after_period(at) } else { at + 1 }
}

/// The place after the word "year", if it is there.
pub(super) fn after_year(words: &Words<'_, '_>, at: usize) -> usize {
    if words.any_unit(at) == Some(TimeUnit::Year) { after_unit(words, at) } else { at }
}

/// The place after «же», if it is there.
pub(super) fn after_particle(words: &Words<'_, '_>, at: usize) -> usize {
    if words.token(at).is_some_and(|token| token.has(Tags::PARTICLE)) { at + 1 } else { at }
}

/// A year, a range of years, or a decade.
pub(super) fn year(words: &Words<'_, '_>, at: usize) -> Option<Read> {
    if let Some((first, last)) = pair(words, at) {
        return year_pair(words, at, first, last);
    }
    if let Some(read) = decade(words, at) {
        return Some(read);
    }
    let (end, year, has_unit) = numbered_year(words, at)?;
    (has_unit || is_bare_year(words, at, year)).then_some((end, When::Year(Year::Is(year)), None))
}

fn year_pair(words: &Words<'_, '_>, at: usize, first: u32, last: u32) -> Option<Read> {
    let last = if last < 100 { first / 100 * 100 + last } else { last };
    let fits = |year: u32| (1900..2100).contains(&year);
    let end = after_year(words, at + 1);
    let years = fits(first) && fits(last) && first < last;
    years.then_some((end, When::Year(Year::Is(first as i16)), Some(When::Year(Year::Is(last as i16)))))
}

/// «1990-х», «90-е годы», "the 1990s": a time without a value.
fn decade(words: &Words<'_, '_>, at: usize) -> Option<Read> {
    let figure = words.figure(at)?;
    if figure.number % 10 != 0 || !words.times.is_ending(figure.ending, TimeClass::DecadeEnd) {
        return None;
    }
    let has_years = words.any_unit(at + 1) == Some(TimeUnit::Year);
    let end = if has_years { after_unit(words, at + 1) } else { at + 1 };
    let is_decade = figure.digits == 4 && (1000..2100).contains(&figure.number) || figure.digits == 2 && has_years;
    is_decade.then_some((end, When::Unknown, None))
}

/// Whether four digits without the word "year" are one: by what stands on either side.
fn is_bare_year(words: &Words<'_, '_>, at: usize, year: i16) -> bool {
    if !(1900..2100).contains(&year) || words.is_kind(at + 1, TokenKind::Mark) || is_counted_noun(words, at + 1) {
        return false;
    }
    let Some(before) = words.before(at) else { return false };
    let spans = words.is_kind(at + 1, TokenKind::Dash) && words.year_figure(at + 2).is_some();
    let is_capital = |at: usize| words.token(at).is_some_and(|token| token.is_word() && token.is_capital);
    let in_brackets =
        words.is_kind(before, TokenKind::OpenBracket) && (spans || words.is_kind(at + 1, TokenKind::CloseBracket));
    let has_preposition = [TimeClass::In, TimeClass::Since, TimeClass::Until, TimeClass::For, TimeClass::Range];
    let is_led = has_preposition.iter().any(|&class| words.is(before, class));
    let after_word =
        [TimeClass::Part, TimeClass::Mod, TimeClass::And, TimeClass::Of, TimeClass::Unit, TimeClass::Season];
    is_led
        || in_brackets
        || spans
        || year != 2000 && after_word.iter().any(|&class| words.is(before, class))
        || words.is(before, TimeClass::Article) && is_capital(at + 1)
        || year != 2000 && is_capital(before) && !is_capital(at + 1)
}

/// Whether a figure before this token counts something: a plain noun follows.
fn is_counted_noun(words: &Words<'_, '_>, at: usize) -> bool {
    let Some(token) = words.token(at) else { return false };
    if token.kind == TokenKind::Number {
        return true;
    }
    let is_small = token.has(Tags(Tags::SMALL.0 | Tags::NEG.0 | Tags::PRON3.0 | Tags::DEM.0 | Tags::DET.0));
    let is_verb = token.word.features.any(onrecord_lang::Features::FINITE)
        && !token.word.features.any(onrecord_lang::Features::NOUN);
    token.is_word() && !token.is_capital && !is_small && !is_verb && !words.is_listed(at)
}

/// A quarter or half of a year: «первый квартал 2018 года», "Q1 2020".
pub(super) fn part_of_year(words: &Words<'_, '_>, at: usize) -> Option<Read> {
    if let Some(number) = words.value(at, TimeClass::Quarter) {
        let (end, year) = year_tail(words, at + 1).unwrap_or((at + 1, Year::Open));
        return Some((end, When::Quarter(year, number as i8), None));
    }
    let (number, next, is_certain) = small_ordinal(words, at)?;
    let unit = words.unit(next)?;
    let tail = year_tail(words, next + 1);
    if !is_certain && tail.is_none() {
        return None;
    }
    let (end, year) = tail.unwrap_or((next + 1, Year::Open));
    match unit {
        TimeUnit::Quarter if number <= 4 => Some((end, When::Quarter(year, number), None)),
        TimeUnit::Half if number <= 2 => Some((end, When::Half(year, number), None)),
        _ => None,
    }
}

/// "first", «I», «1-й», or a bare figure (not certain).
fn small_ordinal(words: &Words<'_, '_>, at: usize) -> Option<(i8, usize, bool)> {
    let word = words.value(at, TimeClass::Ordinal).or_else(|| words.value(at, TimeClass::Roman));
    if let Some(number) = word {
        return Some((number as i8, at + 1, true));
    }
    let figure = words.figure(at).filter(|figure| (1..=4).contains(&figure.number))?;
    let is_ordinal = words.times.is_ending(figure.ending, TimeClass::Nth);
    (is_ordinal || figure.ending.is_empty()).then_some((figure.number as i8, at + 1, is_ordinal))
}

/// «летом 2018 года», "the summer of 2018", «весной».
pub(super) fn season(words: &Words<'_, '_>, at: usize) -> Option<Read> {
    let season = words.value(at, TimeClass::Season)? as i8;
    if let Some((end, year)) = year_tail(words, at + 1) {
        return Some((end, When::Season(year, season), None));
    }
    let stands = words.is_introduced(at) || words.follows(at, TimeClass::Part);
    (stands || !words.is(at, TimeClass::Weak)).then_some((at + 1, When::Season(Year::Open, season), None))
}
