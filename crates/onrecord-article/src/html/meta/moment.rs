//! Dates and times as machines write them, brought to RFC 3339.

use onrecord_lang::PageWords;

use super::days::{self, Order};
use crate::published::normalised;
use crate::stamps::Ymd;

/// What is longer is no date.
const LONGEST: usize = 80;

/// A date, or a date-time with its offset. A time without an offset is left out: nobody knows when it was.
pub(super) fn moment(written: &str, words: &PageWords, order: Order) -> Option<String> {
    let written = written.trim().trim_matches(['"', '\'']);
    if written.len() < 6 || written.len() > LONGEST {
        return None;
    }
    if written.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits(written);
    }
    if let Some(found) = iso(written, words) {
        return Some(found);
    }
    let day = days::first(written, words, order)?.iso();
    Some(match clock(written) {
        Some(time) => format!("{day}T{time}"),
        None => day,
    })
}

/// What begins as ISO 8601 does, with or without strokes in it.
fn iso(written: &str, words: &PageWords) -> Option<String> {
    let head = written.as_bytes().get(..8)?;
    if head.iter().all(u8::is_ascii_digit) {
        let day = compact(written.get(..8)?)?.iso();
        let rest = written.get(8..)?;
        return normalised(&format!("{day}{rest}"), words).or(Some(day));
    }
    let is_iso = head[..4].iter().all(u8::is_ascii_digit) && head[4] == b'-';
    is_iso.then(|| normalised(written, words)).flatten()
}

/// A date of digits alone: `20220113`, `20220113140500`, seconds or milliseconds since 1970.
pub(super) fn digits(written: &str) -> Option<String> {
    match written.len() {
        8 | 12 | 14 => Some(compact(written.get(..8)?)?.iso()),
        10 => since_1970(written.parse().ok()?),
        13 => since_1970(written.parse::<u64>().ok()? / 1000),
        _ => None,
    }
}

fn compact(digits: &str) -> Option<Ymd> {
    let number = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse().ok());
    let year = number(0, 4).filter(|year| (1991..=2100).contains(year))?;
    Ymd::new(year, number(4, 6)?, number(6, 8)?)
}

/// The moment so many seconds after the beginning of 1970, as of the web's time.
fn since_1970(seconds: u64) -> Option<String> {
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    // Days since 1 March 0000; a year then ends with its leap day.
    let day = days + 719_468;
    let (era, of_era) = (day / 146_097, day % 146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day_of_month = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    let small = |number: u64| u32::try_from(number).ok();
    let date = Ymd::new(small(year).filter(|year| (1991..=2100).contains(year))?, small(month)?, small(day_of_month)?)?;
    Some(format!("{}T{:02}:{:02}:{:02}Z", date.iso(), rest / 3_600, rest / 60 % 60, rest % 60))
}

/// The time of day with its offset in RFC 3339, if both are there: "14:05:00 +0300", "10:01 EDT", "00:23:33 GMT+0000".
fn clock(written: &str) -> Option<String> {
    let mut parts = written.split_whitespace().skip_while(|part| !part.contains(':'));
    let time = parts.next()?;
    let (time, attached) = time.split_at(time.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(time.len()));
    let zone = if attached.is_empty() { parts.next()? } else { attached };
    let mut numbers = time.split(':').map(|part| part.parse::<u32>().ok().filter(|_| part.len() <= 2));
    let (hour, minute) = (numbers.next()??, numbers.next()??);
    let second = numbers.next().unwrap_or(Some(0))?;
    let fits = hour < 24 && minute < 60 && second <= 60 && numbers.next().is_none();
    let offset = offset(zone).filter(|_| fits)?;
    Some(format!("{hour:02}:{minute:02}:{second:02}{offset}"))
}

/// The zones that RFC 2822 names.
const ZONES: [(&str, &str); 11] = [
    ("z", "Z"),
    ("gmt", "Z"),
    ("utc", "Z"),
    ("edt", "-04:00"),
    ("est", "-05:00"),
    ("cdt", "-05:00"),
    ("cst", "-06:00"),
    ("mdt", "-06:00"),
    ("mst", "-07:00"),
    ("pdt", "-07:00"),
    ("pst", "-08:00"),
];

fn offset(zone: &str) -> Option<String> {
    let zone = zone.trim_matches(|c: char| matches!(c, ',' | ';' | ')' | '('));
    if let Some((_, offset)) = ZONES.iter().find(|(name, _)| zone.eq_ignore_ascii_case(name)) {
        return Some((*offset).to_owned());
    }
    let at = zone.find(['+', '-'])?;
    let (name, numbers) = zone.split_at(at);
    let is_name = ZONES.iter().take(3).any(|(known, _)| name.eq_ignore_ascii_case(known)) || name.is_empty();
    let digits: String = numbers.chars().skip(1).filter(|&c| c != ':').collect();
    let is_clock = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let (hours, minutes) = digits.split_at_checked(2).filter(|_| is_name && is_clock)?;
    let fits = hours < "24" && minutes < "60";
    fits.then(|| format!("{}{hours}:{minutes}", &numbers[..1]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::packs;

    fn check(written: &str, expected: Option<&str>) {
        let packs = packs();
        assert_eq!(moment(written, packs.page_words(), Order::DayFirst).as_deref(), expected, "{written}");
    }

    #[test]
    fn a_time_keeps_its_offset() {
        check("2022-01-13T14:05:00+03:00", Some("2022-01-13T14:05:00+03:00"));
        check("2022-01-13 14:05:00 +0200", Some("2022-01-13T14:05:00+02:00"));
        check("20220113T11:02:35Z", Some("2022-01-13T11:02:35Z"));
        check("Thu, 13 Jan 2022 07:34:36 GMT", Some("2022-01-13T07:34:36Z"));
        check("Thu, Jan 13 2022 10:01:41 EDT", Some("2022-01-13T10:01:41-04:00"));
        check("Thu Jan 13 2022 00:23:33 GMT+0000 (Some Time)", Some("2022-01-13T00:23:33+00:00"));
    }

    #[test]
    fn a_time_without_an_offset_is_left_out() {
        check("2022-01-13T14:05:00", Some("2022-01-13"));
        check("13.01.2022 14:05", Some("2022-01-13"));
    }

    #[test]
    fn seconds_since_1970_are_a_time() {
        check("1642082700", Some("2022-01-13T14:05:00Z"));
        check("1642082700000", Some("2022-01-13T14:05:00Z"));
        check("951827696", None);
        check("1709208000", Some("2024-02-29T12:00:00Z"));
    }

    #[test]
    fn digits_alone_may_be_a_day() {
        check("20220113", Some("2022-01-13"));
        check("20220113140500", Some("2022-01-13"));
        check("20221399", None);
    }

    #[test]
    fn a_machine_may_write_as_people_do() {
        check("13 января 2022 г., 14:05", Some("2022-01-13"));
        check("13 січня 2022", Some("2022-01-13"));
        check("04:25:06 PM IST Jan 13, 2022", Some("2022-01-13"));
        check("2022/01/13 15:05:21", Some("2022-01-13"));
        check("2022-01-13|00h23", Some("2022-01-13"));
    }

    #[test]
    fn a_broken_time_leaves_the_day() {
        check("2022-01-13T25:00:00Z", Some("2022-01-13"));
        check("2022-01-13T23:15:0Z", Some("2022-01-13"));
    }

    #[test]
    fn what_is_no_date_is_not_read() {
        check("", None);
        check("0000-00-00", None);
        check("tomorrow", None);
        check("{{ date }}", None);
    }
}
