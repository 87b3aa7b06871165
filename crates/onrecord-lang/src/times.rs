//! Words of calendar expressions: `time_words.tsv` (its head describes the classes).

use hashbrown::HashMap;

use crate::normal;
use crate::table::{PackError, Row, Table};

macro_rules! words {
    ($(#[$meta:meta])* $name:ident: $what:literal { $($variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the values are described at the head of the list")]
        pub enum $name { $($variant),+ }

        impl $name {
            fn parse(row: &Row<'_>, word: &str) -> Result<Self, PackError> {
                match word { $($word => Ok(Self::$variant),)+ _ => Err(row.bad(word, $what)) }
            }
        }
    };
}

words! {
    /// What a word does in a calendar expression.
    TimeClass: "class of time word" {
        Month = "month", MonthShort = "month_short", Weekday = "weekday", WeekdayShort = "weekday_short", Day = "day",
        Eve = "eve", Daypart = "daypart", Mod = "mod", Same = "same", Unit = "unit", Units = "units", Year = "year",
        Season = "season", Quarter = "quarter", Part = "part", PartWord = "part_word", Ago = "ago", Through = "through",
        Number = "number", Ordinal = "ordinal", Roman = "roman", And = "and", Of = "of", Article = "article",
        Approx = "approx", Sooner = "sooner", Since = "since", Until = "until", For = "for", In = "in", Range = "range",
        Nth = "nth", DecadeEnd = "decade_end", YearEnd = "year_end", Future = "future",
        Past = "past", OddYear = "odd_year",
        Name = "name", Tail = "tail", Weak = "weak",
        Ahead = "ahead",
    }
}

words! {
    /// A span of the calendar.
    TimeUnit: "unit of time" {
        Hour = "hour", Day = "day", Week = "week", Weekend = "weekend", Month = "month", Quarter = "quarter",
        Half = "half", Year = "year", Fiscal = "fiscal", Decade = "decade",
    }
}

impl TimeUnit {
    const ALL: [Self; 10] = [
        Self::Hour,
        Self::Day,
        Self::Week,
        Self::Weekend,
        Self::Month,
        Self::Quarter,
        Self::Half,
        Self::Year,
        Self::Fiscal,
        Self::Decade,
    ];
}

/// A word of the list: a place in [`TimeWords`]; [`TimeWords::NONE`] is no word.
pub type TimePlace = u32;

/// All words of calendar expressions of a language.
#[derive(Default)]
pub struct TimeWords {
    by_form: HashMap<Box<str>, TimePlace>,
    entries: Vec<Entry>,
    /// Whether the month stands before the day: "May 5".
    pub month_first: bool,
    /// Whether names of months and weekdays are written with a capital.
    pub has_capitals: bool,
    /// Whether a present form may speak of the future: «откроют».
    pub has_perfective: bool,
}

#[derive(Default)]
struct Entry {
    mask: u64,
    values: Vec<(TimeClass, i16)>,
}

impl TimeWords {
    /// No word.
    pub const NONE: TimePlace = 0;

    /// Reads `time_words.tsv`.
    pub(crate) fn load(table: Table<'_>) -> Result<Self, PackError> {
        let [word, forms] = [table.column("word")?, table.column("forms")?];
        let [class, value] = [table.column("class")?, table.column("value")?];
        let mut all = Self { entries: vec![Entry::default()], ..Self::default() };
        for row in table.rows()? {
            if row.cell(class) == "rule" {
                all.set_rule(&row, row.cell(word))?;
                continue;
            }
            let mut classes = Vec::new();
            for name in row.cell(class).split_ascii_whitespace() {
                classes.push(TimeClass::parse(&row, name)?);
            }
            let value = parse_value(&row, row.cell(value))?;
            for form in row.cell(forms).split_ascii_whitespace().chain([row.cell(word)]) {
                all.add(&normal(form), &classes, value);
            }
        }
        Ok(all)
    }

    fn set_rule(&mut self, row: &Row<'_>, rule: &str) -> Result<(), PackError> {
        match rule {
            "month-day" => self.month_first = true,
            "capitals" => self.has_capitals = true,
            "perfective" => self.has_perfective = true,
            other => return Err(row.bad(other, "rule of dates")),
        }
        Ok(())
    }

    fn add(&mut self, form: &str, classes: &[TimeClass], value: i16) {
        let next = self.entries.len() as TimePlace;
        let place = *self.by_form.entry(form.into()).or_insert(next);
        if place == next {
            self.entries.push(Entry::default());
        }
        let entry = &mut self.entries[place as usize];
        for &class in classes {
            entry.mask |= 1 << class as u64;
            entry.values.push((class, value));
        }
    }

    /// The forms that name a part of the calendar whatever stands beside them: no name of a person holds one.
    pub(crate) fn plain_forms(&self) -> impl Iterator<Item = &str> {
        const PLAIN: [TimeClass; 7] = [
            TimeClass::Month,
            TimeClass::Weekday,
            TimeClass::Day,
            TimeClass::Daypart,
            TimeClass::Season,
            TimeClass::Unit,
            TimeClass::Units,
        ];
        let is_plain = |place| PLAIN.iter().any(|&class| self.is(place, class)) && !self.is(place, TimeClass::Weak);
        self.by_form.iter().filter(move |(_, place)| is_plain(**place)).map(|(form, _)| &**form)
    }

    /// The place of a form (see [`normal`]).
    pub fn place(&self, form: &str) -> TimePlace {
        self.by_form.get(form).copied().unwrap_or(Self::NONE)
    }

    /// Whether the word at a place is of a class.
    pub fn is(&self, place: TimePlace, class: TimeClass) -> bool {
        self.entries.get(place as usize).is_some_and(|entry| entry.mask & (1 << class as u64) != 0)
    }

    /// What the word at a place stands for in a class.
    pub fn value(&self, place: TimePlace, class: TimeClass) -> Option<i16> {
        let entry = self.entries.get(place as usize).filter(|entry| entry.mask & (1 << class as u64) != 0)?;
        entry.values.iter().find(|(each, _)| *each == class).map(|&(_, value)| value)
    }

    /// The unit that the word at a place names, alone or (`Units`) in the plural.
    pub fn unit(&self, place: TimePlace, class: TimeClass) -> Option<TimeUnit> {
        let value = self.value(place, class)?;
        TimeUnit::ALL.get(usize::try_from(value).ok()?).copied()
    }

    /// Whether an ending of figures, with or without its hyphen, is of a class: `-го`, "th".
    pub fn is_ending(&self, ending: &str, class: TimeClass) -> bool {
        self.is(self.place(ending), class)
    }
}

/// A number, the name of a unit, or nothing.
fn parse_value(row: &Row<'_>, cell: &str) -> Result<i16, PackError> {
    if cell.is_empty() {
        return Ok(0);
    }
    if cell.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Ok(TimeUnit::parse(row, cell)? as i16);
    }
    cell.parse().map_err(|_| row.bad(cell, "number"))
}
