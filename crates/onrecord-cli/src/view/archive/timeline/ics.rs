//! A timeline as a calendar (RFC 5545): the events that have a day.

use onrecord_archive::{Answers, FoundEvent, Moment, What};

use crate::view::safe::safe;

/// Writes the calendar; `now` is when it was made, RFC 3339.
pub(crate) fn ics(title: &str, found: &Answers<Moment>, now: &str) -> String {
    let mut calendar = String::new();
    for text in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//onrecord//timeline//EN", "CALSCALE:GREGORIAN"] {
        line(&mut calendar, text);
    }
    line(&mut calendar, &format!("X-WR-CALNAME:{}", text(title)));
    for moment in &found.results {
        if let What::Event(event) = &moment.what
            && let Some((start, end)) = days(event)
        {
            self::event(&mut calendar, event, (&start, &end), now);
        }
    }
    line(&mut calendar, "END:VCALENDAR");
    calendar
}

fn event(calendar: &mut String, event: &FoundEvent, (start, end): (&str, &str), now: &str) {
    // RFC 5545 knows no event that is over: what was held is confirmed.
    let status = match event.status.as_str() {
        "planned" => "TENTATIVE",
        "cancelled" => "CANCELLED",
        _ => "CONFIRMED",
    };
    let stamp: String = now.chars().filter(|letter| letter.is_ascii_alphanumeric()).collect();
    let lines = [
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@onrecord", event.id),
        format!("DTSTAMP:{stamp}"),
        format!("DTSTART;VALUE=DATE:{start}"),
        format!("DTEND;VALUE=DATE:{end}"),
        format!("SUMMARY:{}", text(&summary(event))),
        format!("DESCRIPTION:{}", text(&event.sentence.text)),
        format!("STATUS:{status}"),
        format!("CATEGORIES:{}", text(&event.kind)),
    ];
    lines.iter().for_each(|words| line(calendar, words));
    if !event.places.is_empty() {
        line(calendar, &format!("LOCATION:{}", text(&event.places.join(", "))));
    }
    let is_plain =
        |url: &&str| (url.starts_with("https://") || url.starts_with("http://")) && !url.contains(char::is_whitespace);
    if let Some(url) = event.article.url.as_deref().filter(is_plain) {
        line(calendar, &format!("URL:{}", safe(url)));
    }
    line(calendar, "END:VEVENT");
}

fn summary(event: &FoundEvent) -> String {
    match event.parties.as_slice() {
        [] => event.trigger.text.clone(),
        parties => format!("{}: {}", event.trigger.text, parties.join(", ")),
    }
}

/// The first day, and the day after the last; none where the day is not known.
fn days(event: &FoundEvent) -> Option<(String, String)> {
    let value = event.when.as_deref()?;
    let (first, last) = value.split_once('/').unwrap_or((value, value));
    let day = |date: &str| date.get(..10)?.parse::<jiff::civil::Date>().ok();
    let (first, last) = (day(first)?, day(last)?);
    let written = |date: jiff::civil::Date| date.strftime("%Y%m%d").to_string();
    Some((written(first), written(last.tomorrow().ok()?)))
}

/// Words as a value: what would end it is escaped.
fn text(words: &str) -> String {
    let mut value = String::with_capacity(words.len());
    for letter in safe(words).chars() {
        match letter {
            '\\' | ';' | ',' => value.extend(['\\', letter]),
            _ => value.push(letter),
        }
    }
    value
}

/// A line, folded so that none has more than 75 bytes.
fn line(calendar: &mut String, words: &str) {
    const MOST: usize = 75;
    let mut n = 0;
    for letter in words.chars() {
        if n + letter.len_utf8() > MOST {
            calendar.push_str("\r\n ");
            n = 1;
        }
        calendar.push(letter);
        n += letter.len_utf8();
    }
    calendar.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_letters() {
        let mut calendar = String::new();
        line(&mut calendar, &"ж".repeat(100));
        assert!(calendar.lines().all(|line| line.len() <= 75));
        assert_eq!(calendar.replace("\r\n ", "").trim_end(), "ж".repeat(100));
    }

    #[test]
    fn nothing_ends_a_value_early() {
        assert_eq!(text("a;b,c\\d\ne"), "a\\;b\\,c\\\\d e");
    }
}
