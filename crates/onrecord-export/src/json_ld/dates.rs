//! Dates that schema.org takes: complete ones, alone or as the ends of a range.

/// The first and the last day of `value`, as far as each is complete; the last only of a range.
pub(crate) fn days(value: &str) -> (Option<&str>, Option<&str>) {
    match value.split_once('/') {
        Some((first, last)) => (complete(first), complete(last)),
        None => (complete(value), None),
    }
}

/// The value itself if it is a day of the calendar, with or without a time of day.
pub(crate) fn complete(value: &str) -> Option<&str> {
    let (day, time) = value.split_once('T').map_or((value, None), |(day, time)| (day, Some(time)));
    (is_day(day) && time.is_none_or(is_time)).then_some(value)
}

fn is_day(day: &str) -> bool {
    let [year, month, day] = day.splitn(3, '-').collect::<Vec<_>>()[..] else { return false };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2)) else {
        return false;
    };
    (1..=days_in(year, month)).contains(&day)
}

fn number(digits: &str, length: usize) -> Option<u32> {
    let is_number = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { digits.parse().ok() } else { None }
}

fn days_in(year: u32, month: u32) -> u32 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => 0,
    }
}

/// A time of day begins with hour and minute; seconds and an offset may follow.
fn is_time(time: &str) -> bool {
    let has_hour = time.get(..5).is_some_and(|start| {
        start.split_once(':').is_some_and(|(hour, minute)| {
            number(hour, 2).is_some_and(|hour| hour < 24) && number(minute, 2).is_some_and(|minute| minute < 60)
        })
    });
    has_hour && time.bytes().all(|byte| byte.is_ascii_digit() || b":.+-Z".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_complete_day_may_have_a_time() {
        for value in ["2022-01-09", "2024-02-29", "2022-01-09T10:00:00+02:00", "2022-01-09T10:00Z"] {
            assert_eq!(complete(value), Some(value));
        }
    }

    #[test]
    fn what_is_known_in_part_is_no_day() {
        for value in ["XXXX-01-09", "2022-01", "2022", "2023-02-29", "2022-13-01", "2022-01-09T25:00", "", "2022-1-9"] {
            assert_eq!(complete(value), None, "{value}");
        }
    }

    #[test]
    fn a_range_gives_the_ends_that_are_complete() {
        assert_eq!(days("2022-01-09/2022-01-12"), (Some("2022-01-09"), Some("2022-01-12")));
        assert_eq!(days("2022-01/2022-01-12"), (None, Some("2022-01-12")));
        assert_eq!(days("2022-01-09"), (Some("2022-01-09"), None));
    }
}
