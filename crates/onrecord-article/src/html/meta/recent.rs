//! Days named without their year: "yesterday, 10:15", «13 січня, 14:05»; they are known only from the day of the fetch.

use onrecord_lang::{PageWords, StampWord, normal};

use crate::stamps::{Sign, Ymd, sign, stamp_line};

/// The day that a line names, if the line is a stamp and nothing else: the last such day up to the one of the fetch.
pub(super) fn day(line: &str, fetched: &str, words: &PageWords) -> Option<String> {
    stamp_line(line.trim(), words)?;
    let mut ago = line.split_whitespace().filter_map(|word| days_ago(word, words));
    match ago.next() {
        Some(0) => Some(fetched.to_owned()),
        Some(_) => day_before(fetched),
        None => without_year(line, fetched, words),
    }
}

fn days_ago(word: &str, words: &PageWords) -> Option<u8> {
    match words.stamp(&normal(word.trim_matches(|c: char| !c.is_alphanumeric())))? {
        StampWord::Day(ago) => Some(ago),
        _ => None,
    }
}

/// "13 January", "January 13".
fn without_year(line: &str, fetched: &str, words: &PageWords) -> Option<String> {
    let signs: Vec<Sign> =
        line.split_whitespace().map(|word| sign(word, words)).filter(|sign| *sign != Sign::Mark).collect();
    let (day, month) = signs.windows(2).find_map(|pair| match *pair {
        [Sign::Number(day, 1..=2), Sign::Month(month)] | [Sign::Month(month), Sign::Number(day, 1..=2)] => {
            Some((day, u32::from(month)))
        }
        _ => None,
    })?;
    let year: u32 = fetched.get(..4)?.parse().ok()?;
    let days = [year, year - 1].map(|year| Ymd::new(year, month, day).map(Ymd::iso));
    days.into_iter().flatten().find(|day| day.as_str() <= fetched)
}

fn day_before(day: &str) -> Option<String> {
    let mut parts = day.split('-').map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let before = match (month, day) {
        (_, 2..) => Ymd::new(year, month, day - 1),
        (2.., _) => (28..=31).rev().find_map(|last| Ymd::new(year, month - 1, last)),
        _ => Ymd::new(year - 1, 12, 31),
    };
    before.map(Ymd::iso)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::packs;

    fn check(line: &str, expected: Option<&str>) {
        assert_eq!(day(line, "2022-03-01", packs().page_words()).as_deref(), expected, "{line}");
    }

    #[test]
    fn today_and_yesterday_are_counted_from_the_fetch() {
        check("сегодня, 10:15", Some("2022-03-01"));
        check("вчора, 10:15", Some("2022-02-28"));
        check("Yesterday at 10:15", Some("2022-02-28"));
    }

    #[test]
    fn a_day_without_a_year_is_the_last_one() {
        check("13 січня, 14:05", Some("2022-01-13"));
        check("5 мая, 14:05", Some("2021-05-05"));
        check("Jan. 13, 14:05", Some("2022-01-13"));
    }

    #[test]
    fn a_sentence_names_no_day_of_its_own() {
        check("вчера в 10:15 мост закрыли", None);
        check("10:15", None);
    }
}
