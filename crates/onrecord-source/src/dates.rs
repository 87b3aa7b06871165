//! Dates as archives write them, brought to RFC 3339.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};

/// A date, or a date-time with its offset; a time of day without an offset is dropped, since nobody knows when it was.
pub fn date_as_far_as_known(written: &str) -> Option<String> {
    let written = written.trim();
    if let Ok(date) = written.parse::<Date>()
        && written.len() == 10
    {
        return Some(date.to_string());
    }
    let with_t = with_t(written);
    if with_t.parse::<Timestamp>().is_ok() {
        return Some(with_t);
    }
    with_t.parse::<DateTime>().ok().map(|moment| moment.date().to_string())
}

/// A moment as mail and feeds write it, `Wed, 12 Jan 2022 10:00:00 +0300`; the day of the week may be in any language.
pub(crate) fn moment_in_mail(written: &str) -> Option<String> {
    let written = written.trim();
    let without_weekday = written.split_once(',').map_or(written, |(_, rest)| rest.trim());
    let moment = jiff::fmt::rfc2822::parse(without_weekday).ok()?;
    Some(moment.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
}

/// `2022-01-13 10:00` with a `T` between date and time.
fn with_t(written: &str) -> String {
    match written.split_once(' ') {
        Some((date, time)) if date.len() == 10 => format!("{date}T{}", time.replace(' ', "")),
        _ => written.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_kept_as_far_as_it_is_known() {
        let cases = [
            ("2022-01-13", Some("2022-01-13")),
            (" 2022-01-13T10:00:00+03:00", Some("2022-01-13T10:00:00+03:00")),
            ("2022-01-13 10:00:00 +0300", Some("2022-01-13T10:00:00+0300")),
            ("2022-01-13T10:00:00Z", Some("2022-01-13T10:00:00Z")),
            ("2022-01-13 10:00", Some("2022-01-13")),
            ("2022-13-01", None),
            ("yesterday", None),
            ("", None),
        ];
        for (written, known) in cases {
            assert_eq!(date_as_far_as_known(written).as_deref(), known, "{written}");
        }
    }

    #[test]
    fn a_moment_in_a_feed_keeps_its_offset() {
        let cases = [
            ("Wed, 12 Jan 2022 10:00:00 +0300", Some("2022-01-12T10:00:00+03:00")),
            ("Ср, 12 Jan 2022 10:00:00 +0300", Some("2022-01-12T10:00:00+03:00")),
            ("12 Jan 2022 10:00 GMT", Some("2022-01-12T10:00:00+00:00")),
            // Whose months are these? The words of languages do not stand in code.
            ("Ср, 12 янв 2022 10:00:00 +0300", None),
            ("", None),
        ];
        for (written, known) in cases {
            assert_eq!(moment_in_mail(written).as_deref(), known, "{written}");
        }
    }
}
