//! Days and minutes, counted from 1970.

/// How many minutes a day has.
pub(super) const DAY: i64 = 1440;

/// A day of the calendar, as the count of days since the first of January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub(super) i64);

impl Day {
    /// Reads `2021-03-04`.
    pub fn parse(written: &str) -> Option<Self> {
        let mut parts = written.splitn(3, '-').map(|part| part.parse::<i64>().ok());
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        let counted = Self::of(year, month, day);
        (counted.date() == (year, month, day)).then_some(counted)
    }

    /// Years begin with March in this count, so that the day that comes every four years is the last.
    fn of(year: i64, month: i64, day: i64) -> Self {
        let year = if month <= 2 { year - 1 } else { year };
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        Self(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
    }

    /// Year, month and day.
    pub fn date(self) -> (i64, i64, i64) {
        let days = self.0 + 719_468;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let (day, month) = (of_year - (153 * month + 2) / 5 + 1, (month + 2) % 12 + 1);
        (year + era * 400 + i64::from(month <= 2), month, day)
    }

    /// `2021-03-04`, with another mark between the parts where asked for.
    pub(super) fn written(self, between: char) -> String {
        let (year, month, day) = self.date();
        format!("{year:04}{between}{month:02}{between}{day:02}")
    }
}

/// `2021-03-04T10:20:00+03:00`: a minute as clocks so many hours ahead show it.
pub(super) fn stamp(minute: i64, hours: i64) -> String {
    let local = minute + hours * 60;
    let (day, of_day) = (Day(local.div_euclid(DAY)).written('-'), local.rem_euclid(DAY));
    let zone = if hours == 0 { "Z".to_owned() } else { format!("+{hours:02}:00") };
    format!("{day}T{:02}:{:02}:00{zone}", of_day / 60, of_day % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_is_written_as_it_is_read() {
        for day in (0..40_000).map(Day) {
            assert_eq!(Day::parse(&day.written('-')), Some(day));
        }
        assert_eq!((Day::parse("2024-02-29"), Day::parse("1970-01-01")), (Some(Day(19_782)), Some(Day(0))));
        assert_eq!((Day::parse("2023-02-29"), Day::parse("today")), (None, None));
    }

    #[test]
    fn clocks_ahead_may_show_the_next_day() {
        assert_eq!(stamp(DAY - 60, 3), "1970-01-02T02:00:00+03:00");
        assert_eq!(stamp(DAY - 60, 0), "1970-01-01T23:00:00Z");
    }
}
