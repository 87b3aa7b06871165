//! What an expression says, and the value that comes of it.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::Date;
use onrecord_lang::TimeUnit;

/// The year of an expression.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Year {
    /// Not said.
    Open,
    /// Said.
    Is(i16),
    /// Years from the year of publication.
    FromNow(i16),
    /// The year last named.
    Same,
}

/// What an expression says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum When {
    /// A day: year, month, day.
    Day(Year, i8, i8),
    /// A month.
    Month(Year, i8),
    /// A month before (-1), in (0) or after (1) the present one.
    MonthFromNow(i8, i16),
    /// A year.
    Year(Year),
    /// A season, winter 1.
    Season(Year, i8),
    /// The last, this, or the next such season.
    SeasonFromNow(i8, i16),
    /// A quarter of a year.
    Quarter(Year, i8),
    /// A half of a year.
    Half(Year, i8),
    /// A weekday, Monday 1; last, this, or next when the text says so.
    Weekday(i8, Option<i16>),
    /// A weekday of last, this, or next week.
    WeekdayOf(i8, i16),
    /// A weekend; last, this, or next when the text says so.
    Weekend(Option<i16>),
    /// This unit, or one so many units from now: "last week".
    Unit(TimeUnit, i16),
    /// A point so many units from now: "three weeks ago".
    Counted(TimeUnit, i32),
    /// The unit last named in the text, or one so many after it: "the next day".
    Named(TimeUnit, i16),
    /// The day last named that is not to come: «раніше цього дня».
    NamedPastDay,
    /// A time that the words alone do not fix.
    Unknown,
}

impl When {
    /// Whether its value is counted from the publication date.
    pub(super) fn needs_publication(self) -> bool {
        match self {
            Self::Day(year, ..) | Self::Month(year, _) | Self::Year(year) => !matches!(year, Year::Is(_) | Year::Same),
            Self::Season(year, _) | Self::Quarter(year, _) | Self::Half(year, _) => {
                !matches!(year, Year::Is(_) | Year::Same)
            }
            Self::Named(..) | Self::NamedPastDay | Self::Unknown => false,
            _ => true,
        }
    }

    /// The same with this year, when it says none.
    pub(super) fn with_year(self, year: Year) -> Self {
        match self {
            Self::Day(Year::Open, month, day) => Self::Day(year, month, day),
            Self::Month(Year::Open, month) => Self::Month(year, month),
            Self::Season(Year::Open, season) => Self::Season(year, season),
            Self::Quarter(Year::Open, quarter) => Self::Quarter(year, quarter),
            Self::Half(Year::Open, half) => Self::Half(year, half),
            other => other,
        }
    }

    /// The year it says.
    pub(super) fn year(self) -> Year {
        match self {
            Self::Day(year, ..) | Self::Month(year, _) | Self::Year(year) => year,
            Self::Season(year, _) | Self::Quarter(year, _) | Self::Half(year, _) => year,
            _ => Year::Open,
        }
    }
}

/// A value, as the record writes it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value {
    /// `2022-01-09`
    Day(Date),
    /// `2022-01`
    Month(i16, i8),
    /// `2022`
    Year(i16),
    /// `2022-01-09/2022-01-12`
    Days(Date, Date),
    /// `XXXX-01-09`
    OpenDay(i8, i8),
    /// `XXXX-01`
    OpenMonth(i8),
    /// `XXXX-01-09/XXXX-01-12`
    OpenDays((i8, i8), (i8, i8)),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Days(first, last) => write!(f, "{first}/{last}"),
            Self::OpenDay(month, day) => write!(f, "XXXX-{month:02}-{day:02}"),
            Self::OpenMonth(month) => write!(f, "XXXX-{month:02}"),
            Self::OpenDays(first, last) => {
                write!(f, "XXXX-{:02}-{:02}/XXXX-{:02}-{:02}", first.0, first.1, last.0, last.1)
            }
        }
    }
}

impl Value {
    /// The first and the last day.
    pub(super) fn days(self) -> Option<(Date, Date)> {
        Some(match self {
            Self::Day(day) => (day, day),
            Self::Month(year, month) => {
                let first = Date::new(year, month, 1).ok()?;
                (first, first.last_of_month())
            }
            Self::Year(year) => (Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?),
            Self::Days(first, last) => (first, last),
            _ => return None,
        })
    }

    /// The same day or month of the year before.
    pub(super) fn a_year_before(self) -> Self {
        match self {
            Self::Day(day) => Self::Day(day.checked_sub(1.year()).unwrap_or(day)),
            Self::Month(year, month) => Self::Month(year.saturating_sub(1), month),
            other => other,
        }
    }

    /// From the beginning of this to the end of `other`.
    pub(super) fn up_to(self, other: Self) -> Option<Self> {
        if let (Self::OpenDay(m1, d1), Self::OpenDay(m2, d2)) = (self, other) {
            return Some(Self::OpenDays((m1, d1), (m2, d2)));
        }
        let (first, last) = (self.days()?.0, other.days()?.1);
        (first <= last).then_some(Self::Days(first, last))
    }
}
