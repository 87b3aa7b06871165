//! Stamps: the dates and times by which a page says when it was published.

use onrecord_lang::{PageWords, StampWord, normal};

/// What a word is in a stamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// A bare number, and how many digits it has.
    Number(u32, usize),
    /// A time of day.
    Time,
    /// A whole date in figures.
    Date(Ymd),
    /// A month by name.
    Month(u8),
    /// A day of the week.
    Weekday,
    /// Today, yesterday.
    Day,
    /// A word around the rest.
    Filler,
    /// Only punctuation.
    Mark,
    /// Anything else.
    Other,
}

/// A calendar date that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ymd {
    year: u32,
    month: u32,
    day: u32,
}

impl Ymd {
    /// The date, if the calendar has it and news can be from it.
    pub(crate) fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        let is_leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
        let days = match month {
            2 if is_leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        ((1800..=2200).contains(&year) && (1..=days).contains(&day)).then_some(Self { year, month, day })
    }

    /// The date in ISO 8601.
    pub(crate) fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// What a word (as written) is in a stamp.
pub(crate) fn sign(word: &str, words: &PageWords) -> Sign {
    let word = word.trim_start_matches("&nbsp;").trim_start_matches("&nbsp");
    let core = word.trim_matches(|c: char| !c.is_alphanumeric());
    if core.is_empty() {
        return Sign::Mark;
    }
    // What is longer is no stamp, however long it is.
    if core.len() > 40 {
        return Sign::Other;
    }
    if core.starts_with(|c: char| c.is_ascii_digit()) {
        return figures(core).unwrap_or(Sign::Other);
    }
    match words.stamp(&normal(core)) {
        Some(StampWord::Month(month)) => Sign::Month(month),
        Some(StampWord::Weekday) => Sign::Weekday,
        Some(StampWord::Day(_)) => Sign::Day,
        Some(StampWord::Filler | StampWord::Changed) => Sign::Filler,
        None => Sign::Other,
    }
}

/// A word that begins with a digit: a number, a time, a date.
fn figures(core: &str) -> Option<Sign> {
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let value = |part: &str| part.parse::<u32>().ok();
    // "21st", "9-го" are numbers of days; "5pm" is a time without being one that we read.
    let digits = core.trim_end_matches(|c: char| c.is_ascii_lowercase());
    if is_digits(digits) {
        return Some(Sign::Number(value(digits)?, digits.len()));
    }
    if core.contains(':') {
        let (date, time) = core.split_once('T').unwrap_or(("", core));
        let clock = time.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let parts: Vec<_> = clock.split(['+', '-']).next()?.split(':').collect();
        let is_time = (2..=3).contains(&parts.len()) && parts.iter().all(|part| is_digits(part) && part.len() <= 2);
        return is_time.then(|| date_in_figures(date).map_or(Sign::Time, Sign::Date));
    }
    date_in_figures(core).map(Sign::Date)
}

/// A date such as 13.01.2022, 13/01/22 or 2022-01-13. With strokes the day goes first, unless only the month can.
pub(crate) fn date_in_figures(core: &str) -> Option<Ymd> {
    let separator = core.chars().find(|c| matches!(c, '.' | '/' | '-'))?;
    let mut parts = core.split(separator).map(|part| (part.parse::<u32>().ok(), part.len()));
    let (Some((Some(a), a_len)), Some((Some(b), b_len)), Some((Some(c), c_len)), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return None;
    };
    if b_len > 2 {
        return None;
    }
    match (a_len, c_len) {
        (4, 1..=2) => Ymd::new(a, b, c),
        (1..=2, 4) => Ymd::new(c, b, a).or(Ymd::new(c, a, b).filter(|_| separator == '/')),
        (2, 2) if separator == '.' => Ymd::new(2000 + c, b, a),
        _ => None,
    }
}

/// The date that signs make, if it is whole: day, month and year.
pub(crate) fn date(signs: &[Sign]) -> Option<Ymd> {
    let in_figures = signs.iter().find_map(|sign| match sign {
        Sign::Date(date) => Some(*date),
        _ => None,
    });
    in_figures.or_else(|| {
        let at = signs.iter().position(|sign| matches!(sign, Sign::Month(_)))?;
        let Sign::Month(month) = signs[at] else { return None };
        let number = |place: Option<usize>| match place.and_then(|place| signs.get(place)) {
            Some(&Sign::Number(value, _)) => Some(value),
            _ => None,
        };
        let (before, after) = (number(at.checked_sub(1)), number(Some(at + 1)));
        let year_after_day = number(Some(at + 2));
        let month = u32::from(month);
        before.and_then(|day| Ymd::new(after?, month, day)).or_else(|| Ymd::new(year_after_day?, month, after?))
    })
}

/// Whether signs hold a time, a date in figures, a day with its month, or a day named today or yesterday.
pub(crate) fn is_stamp(signs: &[Sign]) -> bool {
    let has = |wanted: fn(&Sign) -> bool| signs.iter().any(wanted);
    let has_day = has(|sign| matches!(sign, Sign::Number(1..=31, 1..=2)));
    has(|sign| matches!(sign, Sign::Time | Sign::Date(_))) || has_day && has(|sign| matches!(sign, Sign::Month(_)))
}

/// The signs of a line that is a stamp and nothing else.
pub(crate) fn stamp_line(line: &str, words: &PageWords) -> Option<Vec<Sign>> {
    if line.len() > 120 {
        return None;
    }
    let signs: Vec<_> = line.split_whitespace().map(|word| sign(word, words)).collect();
    let is_all = !signs.contains(&Sign::Other);
    let has_time = signs.iter().any(|sign| matches!(sign, Sign::Time | Sign::Date(_)));
    // "12 мая": a heading as well as a stamp. "12 мая 2021": a stamp.
    (is_all && is_stamp(&signs) && (has_time || date(&signs).is_some())).then_some(signs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::packs;

    fn check(line: &str, expected: Option<&str>) {
        let packs = packs();
        let signs = stamp_line(line, packs.page_words());
        assert_eq!(signs.and_then(|signs| date(&signs)).map(Ymd::iso).as_deref(), expected);
    }

    #[test]
    fn a_stamp_is_read_in_every_language() {
        check("13 января 2022, 14:05", Some("2022-01-13"));
        check("Четвер, 13 січня 2022 р., 14:05", Some("2022-01-13"));
        check("Friday, August 21, 2015", Some("2015-08-21"));
    }

    #[test]
    fn a_stamp_may_stand_in_figures() {
        check("13.01.2022 | 14:05", Some("2022-01-13"));
        check("2022-01-13T14:05:00+03:00", Some("2022-01-13"));
        check("Published: 3/22/2021", Some("2021-03-22"));
    }

    #[test]
    fn a_counter_may_follow_a_stamp() {
        check("14 мая 2019, 17:43 168", Some("2019-05-14"));
    }

    #[test]
    fn a_sentence_with_a_date_is_no_stamp() {
        check("13 января 2022 года мост закрыли", None);
        check("The bridge opened on May 3, 2021.", None);
    }

    #[test]
    fn a_day_that_no_calendar_has_is_no_date() {
        check("31.02.2022 14:05", None);
    }

    #[test]
    fn a_day_without_a_year_is_no_date() {
        check("13 января, 14:05", None);
    }
}
