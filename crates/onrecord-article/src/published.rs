//! When it was published: as given, as the text says, or as the address does.

use onrecord_lang::PageWords;
use onrecord_model::{Notice, Page, Published, PublishedFrom};

use crate::stamps::{Ymd, date, date_in_figures, sign};

/// The publication date; what was given goes first, then a stamp in the text, then the address.
pub(crate) fn published(
    page: &Page,
    in_text: Option<Ymd>,
    words: &PageWords,
    notices: &mut Vec<Notice>,
) -> Option<Published> {
    let given = page.published.as_deref().map(str::trim).filter(|given| !given.is_empty());
    if let Some(given) = given {
        match normalised(given, words) {
            Some(value) => return Some(Published { value, from: PublishedFrom::Given }),
            None => {
                notices.push(Notice::new("bad-date", format!("`{}` is no date that we can read", shortened(given))))
            }
        }
    }
    let in_url = || page.url.as_deref().and_then(date_in_url).map(|date| (date, PublishedFrom::Url));
    let found = in_text.map(|date| (date, PublishedFrom::Text)).or_else(in_url);
    if found.is_none() {
        notices.push(Notice::new("no-date", "neither the page nor its address says when it was published"));
    }
    found.map(|(date, from)| Published { value: date.iso(), from })
}

fn shortened(given: &str) -> &str {
    &given[..given.floor_char_boundary(60)]
}

/// A given date in RFC 3339: with its time if it has an offset, else the day alone. Nothing is made up.
pub(crate) fn normalised(given: &str, words: &PageWords) -> Option<String> {
    if given.len() > 100 {
        return None;
    }
    if given.len() == 8
        && let Some(date) = compact(given)
    {
        return Some(date.iso());
    }
    let (day, rest) = given.split_at(given.floor_char_boundary(10));
    match date_in_figures(day) {
        Some(date) if rest.is_empty() => Some(date.iso()),
        Some(date) => match rest.strip_prefix(['T', 't', ' ']).map(time) {
            Some(Some(time)) => Some(format!("{}T{time}", date.iso())),
            _ => Some(date.iso()),
        },
        None => {
            let signs: Vec<_> = given.split_whitespace().map(|word| sign(word, words)).collect();
            date(&signs).map(Ymd::iso)
        }
    }
}

/// A time with its offset in RFC 3339; `None` when it has no offset or is no time.
fn time(rest: &str) -> Option<String> {
    let rest = rest.trim();
    let at = rest.find(['Z', 'z', '+', '-', ' '])?;
    let (clock, offset) = (rest.get(..at)?, rest.get(at..)?.trim());
    let offset = offset_of(offset)?;
    let (whole, fraction) = clock.split_once('.').map_or((clock, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut parts = whole.split(':').map(|part| part.parse::<u32>().ok().filter(|_| part.len() == 2));
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().unwrap_or(Some(0))?;
    let fits = hour < 24 && minute < 60 && second <= 60 && parts.next().is_none();
    let fraction =
        fraction.filter(|digits| (1..=9).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()));
    let fraction = fraction.map(|digits| format!(".{digits}")).unwrap_or_default();
    fits.then(|| format!("{hour:02}:{minute:02}:{second:02}{fraction}{offset}"))
}

/// "Z", "+03:00", "+0300", "+03", "UTC".
fn offset_of(offset: &str) -> Option<String> {
    if offset.eq_ignore_ascii_case("z") || offset == "UTC" || offset == "GMT" {
        return Some("Z".to_owned());
    }
    let sign = offset.chars().next().filter(|c| matches!(c, '+' | '-'))?;
    let digits: String = offset[1..].chars().filter(|&c| c != ':').collect();
    let is_clock = matches!(digits.len(), 2 | 4) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let (hours, minutes) = digits.split_at_checked(2).filter(|_| is_clock)?;
    let minutes = if minutes.is_empty() { "00" } else { minutes };
    let fits =
        hours.parse::<u32>().is_ok_and(|hours| hours < 24) && minutes.parse::<u32>().is_ok_and(|minutes| minutes < 60);
    fits.then(|| format!("{sign}{hours}:{minutes}"))
}

/// A date of eight digits.
fn compact(digits: &str) -> Option<Ymd> {
    if digits.len() != 8 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse().ok());
    let date = Ymd::new(number(0, 4)?, number(4, 6)?, number(6, 8)?)?;
    is_of_the_web(number(0, 4)?).then_some(date)
}

/// Addresses are no older than the web.
fn is_of_the_web(year: u32) -> bool {
    (1991..=2100).contains(&year)
}

/// The date in an address: `/2022/01/13/`, `/20220113/`, `/2022-01-13/`.
pub(crate) fn date_in_url(url: &str) -> Option<Ymd> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let after_scheme = path.split_once("://").map_or(path, |(_, rest)| rest);
    let parts: Vec<&str> = after_scheme.split('/').skip(1).take(20).collect();
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 4);
    let spread = parts.windows(3).find_map(|window| {
        let [year, month, day] = window else { return None };
        let is_year = year.len() == 4 && month.len() <= 2 && day.len() <= 2;
        let year = number(year).filter(|&year| is_year && is_of_the_web(year))?;
        Ymd::new(year, number(month)?, number(day)?)
    });
    let dashed = |part: &&str| part.get(..10).filter(|day| day.as_bytes()[4] == b'-').and_then(date_in_figures);
    spread.or_else(|| parts.iter().find_map(|part| compact(part))).or_else(|| parts.iter().find_map(dashed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::packs;

    fn check(given: &str, expected: Option<&str>) {
        let packs = packs();
        assert_eq!(normalised(given, packs.page_words()).as_deref(), expected, "{given}");
    }

    #[test]
    fn a_given_time_keeps_its_offset() {
        check("2022-01-13T14:05:00+03:00", Some("2022-01-13T14:05:00+03:00"));
        check("2022-01-13 14:05+0200", Some("2022-01-13T14:05:00+02:00"));
        check("2022-01-13T14:05:07.250Z", Some("2022-01-13T14:05:07.250Z"));
    }

    #[test]
    fn a_time_without_an_offset_is_left_out() {
        check("2022-01-13 14:05", Some("2022-01-13"));
    }

    #[test]
    fn a_given_day_may_be_written_in_many_ways() {
        check("2022-01-13", Some("2022-01-13"));
        check("20220113", Some("2022-01-13"));
        check("13.01.2022", Some("2022-01-13"));
        check("13 січня 2022", Some("2022-01-13"));
        check("Thu, 13 Jan 2022 14:05:00 +0300", Some("2022-01-13"));
    }

    #[test]
    fn what_is_no_date_is_not_read() {
        check("soon", None);
        check("2022-02-30", None);
        check("—————————————————————", None);
    }

    fn check_url(url: &str, expected: Option<&str>) {
        assert_eq!(date_in_url(url).map(Ymd::iso).as_deref(), expected, "{url}");
    }

    #[test]
    fn an_address_may_hold_the_date() {
        check_url("https://river.example/news/2022/1/13/bridge.html", Some("2022-01-13"));
        check_url("https://river.example/20220113/bridge", Some("2022-01-13"));
        check_url("https://river.example/2022-01-13-bridge?d=2020/05/05", Some("2022-01-13"));
    }

    #[test]
    fn a_number_in_an_address_is_no_date() {
        check_url("https://river.example/news/20221399/", None);
        check_url("https://river.example/46358068/12/11", None);
    }
}
