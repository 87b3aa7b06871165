//! The days that words and figures on a page name.

use onrecord_lang::{PageWords, StampWord, normal};

use crate::stamps::{Sign, Ymd, sign};

/// Which goes first in a date of three small numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// 13/01/2022.
    DayFirst,
    /// 01/13/2022, in the United States.
    MonthFirst,
    /// Nobody knows: 03/04/2022 is no day then, 01/13/2022 is.
    Unknown,
}

/// A day that a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) day: Ymd,
    /// Whether the text says that something was changed then: "Updated January 13, 2022".
    pub(super) is_of_change: bool,
}

/// The first day that a text names.
pub(super) fn first(text: &str, words: &PageWords, order: Order) -> Option<Ymd> {
    all(text, words, order).next().map(|found| found.day)
}

/// The days that a text names, in order.
pub(super) fn all(text: &str, words: &PageWords, order: Order) -> impl Iterator<Item = Day> {
    let mut window = Window::default();
    let mut found = Vec::new();
    let mut after = 0;
    let mut at = 0;
    for word in text.split_inclusive(|c: char| c.is_whitespace() || matches!(c, '|' | '(' | ')')) {
        let start = at;
        at += word.len();
        if start >= after
            && word.contains(|c: char| c.is_ascii_digit())
            && let Some((day, length)) = text.get(start..).and_then(|rest| in_figures(rest, order))
        {
            found.push(Day { day, is_of_change: window.is_of_change });
            after = start + length;
            window = Window::default();
            continue;
        }
        let is_of_change = window.is_of_change;
        found.extend(window.take_word(word, words).map(|day| Day { day, is_of_change }));
    }
    found.into_iter()
}

/// The last signs before a place, to find "13 January 2022" and "January 13, 2022".
#[derive(Default)]
struct Window {
    signs: [Option<Sign>; 4],
    /// Whether a word has said that the next day is that of a change.
    is_of_change: bool,
}

impl Window {
    fn take_word(&mut self, word: &str, words: &PageWords) -> Option<Ymd> {
        let mut found = None;
        // "13-Jan-2022", "Jan/13/2022"
        for part in word.split(|c: char| matches!(c, '-' | '/' | ',' | '.') || c.is_whitespace()) {
            let sign = sign(without_glue(part), words);
            // "13 de enero de 2022": small words stand between.
            let is_small =
                sign == Sign::Mark || matches!(sign, Sign::Other | Sign::Filler) && part.chars().count() <= 3;
            self.is_of_change |= sign == Sign::Filler && is_changed(part, words);
            if is_small {
                continue;
            }
            found = found.or(self.push(sign));
        }
        found
    }

    fn push(&mut self, sign: Sign) -> Option<Ymd> {
        self.signs.rotate_left(1);
        self.signs[3] = Some(sign);
        let found = match self.signs {
            [_, Some(Sign::Number(day, 1..=2)), Some(Sign::Month(month)), Some(Sign::Number(year, 4))] => {
                Ymd::new(year, u32::from(month), day)
            }
            [_, Some(Sign::Month(month)), Some(Sign::Number(day, 1..=2)), Some(Sign::Number(year, 4))] => {
                Ymd::new(year, u32::from(month), day)
            }
            // "Thu Jan 13 10:01:41 2022"
            [
                Some(Sign::Month(month)),
                Some(Sign::Number(day, 1..=2)),
                Some(Sign::Time),
                Some(Sign::Number(year, 4)),
            ] => Ymd::new(year, u32::from(month), day),
            [_, Some(Sign::Number(year, 4)), Some(Sign::Month(month)), Some(Sign::Number(day, 1..=2))] => {
                Ymd::new(year, u32::from(month), day)
            }
            _ => None,
        };
        if found.is_some() {
            *self = Self::default();
        }
        found
    }
}

/// Whether a word says that what follows is the day of a change.
pub(super) fn is_changed(word: &str, words: &PageWords) -> bool {
    words.stamp(&normal(word.trim_matches(|c: char| !c.is_alphanumeric()))) == Some(StampWord::Changed)
}

/// A year without the word that lost the space before it: "2022Anna".
fn without_glue(part: &str) -> &str {
    match part.split_at_checked(4) {
        Some((year, rest))
            if rest.starts_with(char::is_uppercase) && year.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            year
        }
        _ => part,
    }
}

/// The day in figures within the first word, and how many bytes of the text it takes up to its end.
fn in_figures(text: &str, order: Order) -> Option<(Ymd, usize)> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let mut figures = Figures { text, at: start };
    let (a, a_len) = figures.number()?;
    let first_gap = figures.gap()?;
    let (b, b_len) = figures.number()?;
    let second_gap = figures.gap()?;
    let (c, c_len) = figures.number()?;
    if b_len > 2 || first_gap != second_gap && first_gap.is_ascii() {
        return None;
    }
    let day = match (a_len, c_len) {
        (4, 1..=2) => Ymd::new(a, b, c),
        (1..=2, 4) => small_first(a, b, c, if first_gap == '.' { Order::DayFirst } else { order }),
        // The year in two digits.
        (1..=2, 2) if b_len == 2 && matches!(first_gap, '.' | '/') => small_first(a, b, 2000 + c, order),
        _ => None,
    }?;
    Some((day, figures.at))
}

/// A date whose year comes last: by the order that is usual, or the only one that there is.
fn small_first(a: u32, b: u32, year: u32, order: Order) -> Option<Ymd> {
    let (day_first, month_first) = (Ymd::new(year, b, a), Ymd::new(year, a, b));
    match order {
        Order::DayFirst => day_first.or(month_first),
        Order::MonthFirst => month_first.or(day_first),
        Order::Unknown if month_first.is_some() && day_first.is_some() => day_first.filter(|_| a == b),
        Order::Unknown => day_first.or(month_first),
    }
}

/// The order in which a text has the only date in figures that tells: "25/03/2022", not "03/04/2022".
pub(super) fn order_in(text: &str) -> Option<Order> {
    let mut strokes = text.match_indices('/').map(|(at, _)| at).filter(|&at| at > 0);
    strokes.find_map(|at| {
        let start = text.get(..at)?.rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + 1);
        let mut figures = Figures { text, at: start };
        let (a, a_len) = figures.number()?;
        figures.gap()?;
        let (b, _) = figures.number()?;
        figures.gap()?;
        let (_, year_len) = figures.number()?;
        let is_date = a_len <= 2 && year_len == 4 && a.min(b) > 0;
        match (a, b) {
            (13..=31, 1..=12) if is_date => Some(Order::DayFirst),
            (1..=12, 13..=31) if is_date => Some(Order::MonthFirst),
            _ => None,
        }
    })
}

struct Figures<'t> {
    text: &'t str,
    at: usize,
}

impl Figures<'_> {
    /// A number of up to four digits, and how many they are.
    fn number(&mut self) -> Option<(u32, usize)> {
        let rest = self.text.get(self.at..)?;
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=4).contains(&length) {
            return None;
        }
        self.at += length;
        Some((rest.get(..length)?.parse().ok()?, length))
    }

    /// What stands between two numbers of a date: a mark or one letter of another script, and spaces.
    fn gap(&mut self) -> Option<char> {
        let rest = self.text.get(self.at..)?;
        let end = rest.find(|c: char| c.is_ascii_digit())?;
        let gap = rest.get(..end)?;
        let mut marks = gap.chars().filter(|c| !c.is_whitespace());
        let mark = marks.next()?;
        let is_mark =
            matches!(mark, '.' | '/' | '-' | '\u{2010}'..='\u{2013}') || !mark.is_ascii() && mark.is_alphabetic();
        if !is_mark || marks.next().is_some() || gap.chars().count() > 3 {
            return None;
        }
        self.at += end;
        Some(mark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::packs;

    fn check(text: &str, expected: &[&str]) {
        let packs = packs();
        let found: Vec<_> = all(text, packs.page_words(), Order::DayFirst).map(|found| found.day.iso()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_day_is_read_in_every_language() {
        check("Опубликовано: 13 января 2022 г. в 14:05", &["2022-01-13"]);
        check("Четвер, 13 січня 2022, 14:05", &["2022-01-13"]);
        check("Updated on January 13th, 2022 at 2 pm", &["2022-01-13"]);
        check("13-Jan-2022", &["2022-01-13"]);
        check("Jan 13, 2022Anna Miller", &["2022-01-13"]);
    }

    #[test]
    fn a_day_may_stand_in_figures() {
        check("13.01.2022 | 14:05", &["2022-01-13"]);
        check("(2022/1/13)", &["2022-01-13"]);
        check("2022年1月13日", &["2022-01-13"]);
        check("2022. 1. 13.", &["2022-01-13"]);
        check("13.01.22", &["2022-01-13"]);
    }

    #[test]
    fn all_days_are_read_in_order() {
        check("Posted 2022-01-13, updated 14 Jan 2022", &["2022-01-13", "2022-01-14"]);
    }

    #[test]
    fn numbers_of_other_things_are_no_days() {
        check("192.168.1.1", &[]);
        check("version 10.15.7", &[]);
        check("+380 44 123-45-67", &[]);
        check("31.02.2022", &[]);
        check("5–3", &[]);
    }

    #[test]
    fn in_the_united_states_the_month_goes_first() {
        let packs = packs();
        let day = |order| first("03/04/2022", packs.page_words(), order).map(Ymd::iso);
        assert_eq!(day(Order::MonthFirst).as_deref(), Some("2022-03-04"));
        assert_eq!(day(Order::DayFirst).as_deref(), Some("2022-04-03"));
        assert_eq!(day(Order::Unknown), None);
    }

    #[test]
    fn a_date_that_can_only_be_read_one_way_tells_how_the_others_are_read() {
        assert_eq!(order_in("03/04/2022, 25/03/2022"), Some(Order::DayFirst));
        assert_eq!(order_in("on 3/25/2022"), Some(Order::MonthFirst));
        assert_eq!(order_in("03/04/2022 and/or 1/2"), None);
        assert_eq!(order_in("/news/2022/03/25/"), None);
    }
}
