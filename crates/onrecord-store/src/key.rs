//! Numbers that sort by date: the rows of statements, events and articles carry them, so that full text finds the newest first
//! and can stop early.

use jiff::civil::Date;

/// So many bits number what has one date.
const NUMBER_BITS: u32 = 22;

/// Days between 0000-01-01 and a date; 0 where no day is known.
///
/// Reads the beginning of `2022-01-09T10:00:00+03:00`, `2022-01-09`, `2022-01`, `2022` and `2022-01-09/2022-01-12`: of a month
/// or a year, its first day. `XXXX-01-09` has no day.
pub fn day(value: Option<&str>) -> i64 {
    let Some(value) = value else { return 0 };
    let mut parts = value.split(['T', '/', ' ']).next().unwrap_or_default().splitn(3, '-');
    let year = parts.next().and_then(|year| year.parse::<i16>().ok());
    let month = parts.next().map_or(Some(1), |month| month.parse::<i8>().ok());
    let day = parts.next().map_or(Some(1), |day| day.parse::<i8>().ok());
    let date = match (year, month, day) {
        (Some(year @ 1..), Some(month), Some(day)) => Date::new(year, month, day).ok(),
        _ => None,
    };
    date.map_or(0, |date| i64::from((date - Date::constant(0, 1, 1)).get_days()))
}

/// A day after all others.
pub(crate) const MOST: i64 = 9999 * 366;

/// The last day of `2022-01-09`, `2022-01` or `2022`; `None` for what is no date.
pub(crate) fn last_day(value: &str) -> Option<i64> {
    let first = day(Some(value));
    let date =
        Date::constant(0, 1, 1).checked_add(jiff::Span::new().try_days(first).ok()?).ok().filter(|_| first > 0)?;
    let last = match value.split(['T', '/', ' ']).next().unwrap_or_default().split('-').count() {
        1 => date.last_of_year(),
        2 => date.last_of_month(),
        _ => date,
    };
    Some(day(Some(&last.to_string())))
}

/// The keys of a day.
pub(crate) fn of_day(day: i64) -> std::ops::RangeInclusive<i64> {
    let first = day << NUMBER_BITS;
    first..=first + (1 << NUMBER_BITS) - 1
}

/// The day of a key.
pub(crate) fn day_of(key: i64) -> i64 {
    key >> NUMBER_BITS
}

/// A day as `2022-01-09`; `None` for the unknown day.
pub fn date(day: i64) -> Option<String> {
    let days = i32::try_from(day).ok().filter(|&days| days > 0)?;
    Date::constant(0, 1, 1).checked_add(jiff::Span::new().try_days(days).ok()?).ok().map(|date| date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_far_as_it_is_known() {
        let same = ["2022-01-09", "2022-01-09T23:59:00+03:00", "2022-01-09/2022-01-12"];
        assert!(same.iter().all(|value| day(Some(value)) == day(Some("2022-01-09"))));
        assert_eq!(day(Some("2022-01")), day(Some("2022-01-01")));
        assert_eq!(day(Some("2022")), day(Some("2022-01-01")));
        assert_eq!(day(Some("2022-01-10")), day(Some("2022-01-09")) + 1);
        for unknown in [Some("XXXX-01-09"), Some("soon"), Some(""), Some("2022-13-01"), Some("-5-01-01"), None] {
            assert_eq!(day(unknown), 0, "{unknown:?}");
        }
    }

    #[test]
    fn a_month_and_a_year_end_with_their_last_day() {
        for (value, last) in [("2022", "2022-12-31"), ("2020-02", "2020-02-29"), ("2022-01-09", "2022-01-09")] {
            assert_eq!(last_day(value), Some(day(Some(last))), "{value}");
        }
        assert_eq!(last_day("soon"), None);
    }

    #[test]
    fn a_day_is_written_as_it_was_read() {
        for value in ["0001-01-01", "1999-12-31", "2022-01-09", "9999-12-31"] {
            assert_eq!(date(day(Some(value))).as_deref(), Some(value));
        }
        assert_eq!(date(0), None);
    }
}
