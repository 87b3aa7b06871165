//! A moment in universal time brought to the day on which its readers had it.

/// A moment in universal time, on the day (the one before, the same or the one after) on which the page puts it.
///
/// With the offset that the page uses elsewhere the time is kept; without one only the day is known.
pub(super) fn on_day(moment: &str, day: &str, offset: Option<&str>) -> Option<String> {
    if !is_universal(moment) || !is_beside(moment.get(..10)?, day) {
        return None;
    }
    let moved = offset.and_then(|offset| moved(moment, day, offset));
    moved.or_else(|| may_be_on(moment, day).then(|| day.to_owned()))
}

/// Whether somewhere on Earth, where many people live, the moment falls on the day before or after.
fn may_be_on(moment: &str, day: &str) -> bool {
    let hour = moment.get(11..13).and_then(|hour| hour.parse::<u32>().ok()).unwrap_or_default();
    if follows(day, moment.get(..10).unwrap_or_default()) { hour < 8 } else { hour >= 12 }
}

/// Whether a moment is given in universal time, which is no place's day.
pub(super) fn is_universal(moment: &str) -> bool {
    moment.len() > 10 && (moment.ends_with('Z') || moment.ends_with("+00:00"))
}

/// The offset of a moment, if it is that of a place.
pub(super) fn offset(moment: &str) -> Option<&str> {
    let offset = moment.get(moment.len().checked_sub(6)?..)?;
    let is_offset = moment.len() > 16 && offset.starts_with(['+', '-']) && offset.as_bytes()[3] == b':';
    (is_offset && offset != "+00:00").then_some(offset)
}

/// Whether one day comes right before or after another.
fn is_beside(a: &str, b: &str) -> bool {
    follows(a, b) || follows(b, a)
}

/// Whether the second day is the one after the first.
pub(super) fn follows(first: &str, second: &str) -> bool {
    let (Some((year, month, day)), Some((next_year, next_month, next_day))) = (numbers(first), numbers(second)) else {
        return false;
    };
    let in_month = (next_year, next_month, next_day) == (year, month, day + 1);
    let length = match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    in_month && next_day <= length
        || day == length && next_day == 1 && next_year * 12 + next_month == year * 12 + month + 1
}

fn numbers(day: &str) -> Option<(u32, u32, u32)> {
    let mut parts = day.split('-').map(|part| part.parse().ok());
    Some((parts.next()??, parts.next()??, parts.next()??))
}

/// The moment in an offset, if that brings it to the day.
fn moved(moment: &str, day: &str, offset: &str) -> Option<String> {
    let number = |text: &str, from: usize, to: usize| text.get(from..to)?.parse::<i32>().ok();
    let minutes = number(moment, 11, 13)? * 60 + number(moment, 14, 16)?;
    let size = number(offset, 1, 3)? * 60 + number(offset, 4, 6)?;
    let minutes = if offset.starts_with('-') { minutes - size } else { minutes + size };
    let is_there = match minutes {
        ..0 => follows(day, moment.get(..10)?),
        1440.. => follows(moment.get(..10)?, day),
        _ => false,
    };
    let minutes = minutes.rem_euclid(1440);
    let seconds =
        moment.get(17..19).filter(|seconds| seconds.bytes().all(|byte| byte.is_ascii_digit())).unwrap_or("00");
    is_there.then(|| format!("{day}T{:02}:{:02}:{seconds}{offset}", minutes / 60, minutes % 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(moment: &str, day: &str, offset: Option<&str>, expected: Option<&str>) {
        assert_eq!(on_day(moment, day, offset).as_deref(), expected);
    }

    #[test]
    fn the_offset_of_the_page_brings_a_moment_to_its_day() {
        check("2021-05-06T02:41:09Z", "2021-05-05", Some("-05:00"), Some("2021-05-05T21:41:09-05:00"));
        check("2021-05-05T22:30:00+00:00", "2021-05-06", Some("+03:00"), Some("2021-05-06T01:30:00+03:00"));
    }

    #[test]
    fn without_an_offset_the_day_alone_is_known() {
        check("2021-03-01T02:41:09Z", "2021-02-28", None, Some("2021-02-28"));
        check("2021-05-06T12:00:00Z", "2021-05-05", Some("+03:00"), None);
    }

    #[test]
    fn another_day_is_another_moment() {
        check("2021-05-06T02:41:09Z", "2021-05-01", None, None);
        check("2021-05-06T02:41:09+03:00", "2021-05-05", None, None);
        check("2021-05-06", "2021-05-05", None, None);
    }

    #[test]
    fn days_follow_each_other_over_months_and_years() {
        assert!(follows("2020-02-28", "2020-02-29") && follows("2020-02-29", "2020-03-01"));
        assert!(follows("2021-12-31", "2022-01-01"));
        assert!(!follows("2021-02-28", "2021-02-29") && !follows("2021-05-05", "2021-05-05"));
    }

    #[test]
    fn an_offset_is_that_of_a_place() {
        assert_eq!(offset("2021-05-06T02:41:09+03:00"), Some("+03:00"));
        assert_eq!(offset("2021-05-06T02:41:09Z"), None);
        assert_eq!(offset("2021-05-06"), None);
    }
}
