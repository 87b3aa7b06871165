//! From what an expression says to a value: the publication date, the tense and the text decide what it leaves open.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use onrecord_lang::TimeUnit;

use super::joined::Piece;
use super::tense::Tense;
use super::value::{Value, When, Year};

/// The day in an RFC 3339 date or date-time.
pub(super) fn published_day(value: &str) -> Option<Date> {
    value.get(..10)?.parse().ok()
}

/// What the publication date and the text so far tell about open expressions.
pub(super) struct Calendar {
    published: Option<Date>,
    last_day: Option<Date>,
    /// The last that is not after the publication.
    last_past_day: Option<Date>,
    last_month: Option<(i16, i8)>,
    last_year: Option<i16>,
    dated_weekdays: [Option<Date>; 7],
}

impl Calendar {
    pub(super) fn new(published: Option<Date>) -> Self {
        Self {
            published,
            last_day: None,
            last_past_day: None,
            last_month: None,
            last_year: None,
            dated_weekdays: [None; 7],
        }
    }

    /// The value of an expression.
    pub(super) fn resolve(&self, piece: &Piece, tense: Tense) -> Option<Value> {
        let first = self.value(piece.when, tense)?;
        match piece.to {
            None => Some(first),
            Some(to) => {
                let last = self.value(to, tense)?;
                // "Between January 1 and September 18" does not end before it begins.
                first.up_to(last).or_else(|| first.a_year_before().up_to(last))
            }
        }
    }

    /// Keeps what later expressions may point back to.
    pub(super) fn remember(&mut self, piece: &Piece, value: Option<Value>) {
        match value {
            Some(Value::Day(day)) => {
                self.last_day = Some(day);
                if self.published.is_none_or(|published| day <= published) {
                    self.last_past_day = Some(day);
                }
                self.last_month = Some((day.year(), day.month()));
                self.last_year = Some(day.year());
            }
            Some(Value::Month(year, month)) => {
                self.last_month = Some((year, month));
                self.last_year = Some(year);
            }
            Some(Value::Year(year)) => self.last_year = Some(year),
            _ => {}
        }
        if let (Some(weekday), Some(Value::Day(day))) = (piece.weekday, value)
            && let Some(slot) = self.dated_weekdays.get_mut(weekday as usize - 1)
        {
            *slot = Some(day);
        }
    }

    /// The date that the text gives to a weekday, when that lies near the publication.
    pub(super) fn dated_weekday(&self, weekday: i8) -> Option<Date> {
        let day = self.dated_weekdays.get(usize::try_from(weekday).ok()?.checked_sub(1)?).copied().flatten()?;
        let is_near = self.published.is_none_or(|published| distance(day, published) <= 7);
        is_near.then_some(day)
    }

    /// Whether a date falls on a weekday, as far as can be told.
    pub(super) fn falls_on(&self, when: When, weekday: i8) -> bool {
        match self.value(when, Tense::Unknown) {
            Some(Value::Day(day)) => day.weekday().to_monday_one_offset() == weekday,
            _ => true,
        }
    }

    fn value(&self, when: When, tense: Tense) -> Option<Value> {
        match when {
            When::Day(Year::Open, month, day) => self.open_day(month, day, tense),
            When::Day(year, month, day) => Date::new(self.year(year)?, month, day).ok().map(Value::Day),
            When::Month(Year::Open, month) => Some(self.open_month(month, tense)),
            When::Month(year, month) => Some(Value::Month(self.year(year)?, month)),
            When::MonthFromNow(month, by) => self.month_from_now(month, by),
            When::Year(year) => self.year(year).map(Value::Year),
            When::Season(Year::Open, season) => self.open_season(season, tense),
            When::Season(year, season) => self.season(self.year(year)?, season, tense),
            When::SeasonFromNow(season, by) => self.season_from_now(season, by),
            When::Quarter(year, number) => self.part_of_year(year, number, 3, tense),
            When::Half(year, number) => self.part_of_year(year, number, 6, tense),
            When::Weekday(weekday, by) => self.weekday(weekday, by, tense).map(Value::Day),
            When::WeekdayOf(weekday, by) => {
                let days = i64::from(by) * 7 + i64::from(weekday) - 1;
                monday(self.published?)?.checked_add(days.days()).ok().map(Value::Day)
            }
            When::Weekend(by) => self.weekend(by, tense),
            When::Unit(unit, by) => unit_from(self.published?, unit, by),
            When::Counted(unit, by) => self.counted(unit, by, tense),
            When::Named(unit, by) => self.named(unit, by),
            When::NamedPastDay => self.last_past_day.or(self.published).map(Value::Day),
            When::Unknown => None,
        }
    }

    fn year(&self, year: Year) -> Option<i16> {
        match year {
            Year::Is(year) => Some(year),
            Year::FromNow(by) => Some(self.published?.year().saturating_add(by)),
            Year::Same => self.last_year,
            Year::Open => Some(self.published?.year()),
        }
    }

    /// The year that brings a day nearest to the publication, unless the tense speaks against it.
    fn open_day(&self, month: i8, day: i8, tense: Tense) -> Option<Value> {
        let Some(published) = self.published else {
            return Date::new(2000, month, day).ok().map(|_| Value::OpenDay(month, day));
        };
        let cost = |date: Date| distance(date, published) + if tense.opposes(date, published, 100) { 200 } else { 0 };
        let years = [0, -1, 1].into_iter().map(|by| published.year().saturating_add(by));
        let days = years.filter_map(|year| Date::new(year, month, day).ok());
        days.min_by_key(|&date| cost(date)).map(Value::Day)
    }

    fn open_month(&self, month: i8, tense: Tense) -> Value {
        let Some(published) = self.published else { return Value::OpenMonth(month) };
        let ahead = month - published.month();
        let by = match tense {
            // "In November", told in October in the past tense, more often is the month to come than that of last year.
            Tense::Past if ahead > 2 => -1,
            Tense::Future if ahead < 0 => 1,
            Tense::Unknown if ahead >= 6 => -1,
            Tense::Unknown if ahead < -6 => 1,
            _ => 0,
        };
        Value::Month(published.year().saturating_add(by), month)
    }

    fn month_from_now(&self, month: i8, by: i16) -> Option<Value> {
        let published = self.published?;
        let ahead = month - published.month();
        let by = match by {
            -1 if ahead < 0 => 0,
            1 if ahead > 0 => 0,
            other => other,
        };
        Some(Value::Month(published.year().saturating_add(by), month))
    }

    fn season(&self, year: i16, season: i8, tense: Tense) -> Option<Value> {
        let value = season_of(year, season)?;
        // "Winter 2018", told in the past in March 2018, began in 2017.
        match (season, self.published, value.days()) {
            (1, Some(published), Some((first, _))) if tense != Tense::Future && first > published => {
                season_of(year.saturating_sub(1), season)
            }
            _ => Some(value),
        }
    }

    fn open_season(&self, season: i8, tense: Tense) -> Option<Value> {
        let published = self.published?;
        let cost = |value: &Value| {
            let (first, last) = value.days().unwrap_or((published, published));
            let away = if first > published { distance(first, published) } else { 0.max(distance(published, last)) };
            let inside = first <= published && published <= last;
            let against = match tense {
                Tense::Past => first > published,
                Tense::Future => last < published,
                Tense::Unknown => false,
            };
            if inside { 0 } else { away + if against { 1000 } else { 0 } }
        };
        let years = [0, -1, 1].into_iter().map(|by| published.year().saturating_add(by));
        years.filter_map(|year| season_of(year, season)).min_by_key(cost)
    }

    fn season_from_now(&self, season: i8, by: i16) -> Option<Value> {
        let published = self.published?;
        let mut seasons =
            [-2, -1, 0, 1, 2].into_iter().filter_map(|by| season_of(published.year().saturating_add(by), season));
        match by {
            ..0 => seasons.rfind(|value| value.days().is_some_and(|(_, last)| last < published)),
            0 => self.open_season(season, Tense::Unknown),
            _ => seasons.find(|value| value.days().is_some_and(|(first, _)| first > published)),
        }
    }

    /// A quarter or half of a year; an open one is the latest begun, or the next when told in the future.
    fn part_of_year(&self, year: Year, number: i8, months: i8, tense: Tense) -> Option<Value> {
        let part = |year: i16| {
            let first = Date::new(year, (number - 1) * months + 1, 1).ok()?;
            let last = Date::new(year, number * months, 1).ok()?.last_of_month();
            Some((first, last))
        };
        let mut number_of_year = self.year(year)?;
        if let (Year::Open, Some(published)) = (year, self.published) {
            let (first, last) = part(number_of_year)?;
            if first > published && tense != Tense::Future {
                number_of_year = number_of_year.saturating_sub(1);
            } else if last < published && tense == Tense::Future {
                number_of_year = number_of_year.saturating_add(1);
            }
        }
        part(number_of_year).map(|(first, last)| Value::Days(first, last))
    }

    fn weekday(&self, weekday: i8, by: Option<i16>, tense: Tense) -> Option<Date> {
        let published = self.published?;
        let wanted = Weekday::from_monday_one_offset(weekday).ok()?;
        let ahead = i64::from(published.weekday().until(wanted));
        let back = i64::from(published.weekday().since(wanted));
        let days = match by {
            Some(..0) if back == 0 => -7,
            Some(..0) => -back,
            Some(0) => i64::from(weekday) - i64::from(published.weekday().to_monday_one_offset()),
            Some(_) if ahead == 0 => 7,
            Some(_) => ahead,
            None if tense == Tense::Future => ahead,
            None => -back,
        };
        published.checked_add(days.days()).ok()
    }

    fn weekend(&self, by: Option<i16>, tense: Tense) -> Option<Value> {
        let published = self.published?;
        let is_weekend = published.weekday().to_monday_one_offset() >= 6;
        let weeks = match by.unwrap_or(0) {
            0 if tense == Tense::Future || is_weekend => 0,
            0 => -1,
            by if by < 0 => -1,
            _ if is_weekend => 1,
            _ => 0,
        };
        let saturday = monday(published)?.checked_add(i64::from(weeks * 7 + 5).days()).ok()?;
        Some(Value::Days(saturday, saturday.tomorrow().ok()?))
    }

    fn counted(&self, unit: TimeUnit, by: i32, tense: Tense) -> Option<Value> {
        if by > 0 && tense == Tense::Past {
            return None;
        }
        let published = self.published?;
        let later = |span: jiff::Span| published.checked_add(span).ok();
        let by = i64::from(by.clamp(-9000, 9000));
        Some(match unit {
            TimeUnit::Hour => Value::Day(later((by / 24).days())?),
            TimeUnit::Day => Value::Day(later(by.days())?),
            TimeUnit::Week => Value::Day(later((by * 7).days())?),
            TimeUnit::Month => month_of(later(by.months())?),
            TimeUnit::Quarter => month_of(later((by * 3).months())?),
            TimeUnit::Half => month_of(later((by * 6).months())?),
            TimeUnit::Year => Value::Year(later(by.years())?.year()),
            TimeUnit::Decade => Value::Year(later((by.clamp(-900, 900) * 10).years())?.year()),
            TimeUnit::Weekend | TimeUnit::Fiscal => return None,
        })
    }

    fn named(&self, unit: TimeUnit, by: i16) -> Option<Value> {
        match unit {
            TimeUnit::Day => self.last_day?.checked_add(i64::from(by).days()).ok().map(Value::Day),
            TimeUnit::Month if by == 0 => self.last_month.map(|(year, month)| Value::Month(year, month)),
            TimeUnit::Year => self.last_year.map(|year| Value::Year(year.saturating_add(by))),
            _ => unit_from(self.last_day?, unit, by),
        }
    }
}

/// The unit that a day lies in, or one so many units later.
fn unit_from(day: Date, unit: TimeUnit, by: i16) -> Option<Value> {
    let by = i64::from(by);
    Some(match unit {
        TimeUnit::Day => Value::Day(day.checked_add(by.days()).ok()?),
        TimeUnit::Week => {
            let first = monday(day)?.checked_add((by * 7).days()).ok()?;
            Value::Days(first, first.checked_add(6.days()).ok()?)
        }
        TimeUnit::Month => month_of(day.first_of_month().checked_add(by.months()).ok()?),
        TimeUnit::Quarter => months_around(day, 3, by)?,
        TimeUnit::Half => months_around(day, 6, by)?,
        TimeUnit::Year => Value::Year(day.year().saturating_add(by as i16)),
        TimeUnit::Hour | TimeUnit::Weekend | TimeUnit::Fiscal | TimeUnit::Decade => return None,
    })
}

fn months_around(day: Date, months: i8, by: i64) -> Option<Value> {
    let first = Date::new(day.year(), (day.month() - 1) / months * months + 1, 1).ok()?;
    let first = first.checked_add((by * i64::from(months)).months()).ok()?;
    let last = first.checked_add(i64::from(months - 1).months()).ok()?.last_of_month();
    Some(Value::Days(first, last))
}

fn month_of(day: Date) -> Value {
    Value::Month(day.year(), day.month())
}

/// A season; winter is named by the year in which it begins.
fn season_of(year: i16, season: i8) -> Option<Value> {
    let month = if season == 1 { 12 } else { (season - 1) * 3 };
    let first = Date::new(year, month, 1).ok()?;
    let last = first.checked_add(2.months()).ok()?.last_of_month();
    Some(Value::Days(first, last))
}

fn monday(day: Date) -> Option<Date> {
    let back = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(back.days()).ok()
}

/// Days between two days.
pub(super) fn distance(a: Date, b: Date) -> i32 {
    a.since(b).map_or(i32::MAX / 4, |span| span.get_days().abs())
}
