//! Timelines: as text, Markdown, an HTML page, and a calendar.

mod html;
mod ics;

pub(crate) use html::html;
pub(crate) use ics::ics;

use std::collections::BTreeMap;

use anstyle::AnsiColor;
use onrecord_archive::{Answers, FoundEvent, FoundStatement, Moment, What};

use super::found::sentence;
use super::{BOLD, DIM, SPEAKER, facts, lines, next, piece};
use crate::output::Look;
use crate::view::article::is_web;
use crate::view::safe::safe;

/// To look at: a heading for each day.
pub(crate) fn text(found: &Answers<Moment>, width: usize, look: Look) -> String {
    if found.results.is_empty() {
        return "nothing found\n".to_owned();
    }
    let mut page = String::new();
    for (day, moments) in days(&found.results) {
        page.push_str(&lines(&[piece(&day, BOLD)], width, look));
        for moment in moments {
            page.push_str(&match &moment.what {
                What::Event(event) => event_text(event, width, look),
                What::Statement(statement) => statement_text(statement, width, look),
            });
            page.push('\n');
        }
    }
    page.push_str(next(found.next.as_deref()).trim_start());
    page
}

fn event_text(event: &FoundEvent, width: usize, look: Look) -> String {
    let status = AnsiColor::Yellow.on_default();
    let mut pieces = vec![piece(&format!("{} {} ", mark(&event.status), event.status), status)];
    pieces.extend(sentence(&event.sentence, std::slice::from_ref(&event.trigger), look));
    let parties = event.parties.join(", ");
    let mut page = lines(&pieces, width, look);
    page.push_str(&facts(
        [
            Some(event.id.as_str()),
            Some(&event.kind),
            event.when.as_deref(),
            Some(&parties),
            event.article.outlet.as_deref(),
            event.article.url.as_deref(),
        ],
        width,
        look,
    ));
    page
}

fn statement_text(statement: &FoundStatement, width: usize, look: Look) -> String {
    let mut pieces = vec![piece(statement.speaker.as_deref().unwrap_or("nobody named"), SPEAKER), piece(": ", DIM)];
    pieces.extend(sentence(&statement.sentence, &statement.content, look));
    let mut page = lines(&pieces, width, look);
    let article = &statement.article;
    page.push_str(&facts(
        [Some(statement.id.as_str()), article.outlet.as_deref(), article.url.as_deref()],
        width,
        look,
    ));
    page
}

/// A sign beside the word, for those who skim.
fn mark(status: &str) -> &'static str {
    match status {
        "held" => "●",
        "planned" => "○",
        "cancelled" => "×",
        _ => "◐",
    }
}

/// The moments of each day, under its name. What is known by its month, or by its first and last day, stands beside the day it
/// begins, under a name of its own: an event in May is not on the first of May.
fn days(moments: &[Moment]) -> Vec<(String, Vec<&Moment>)> {
    let mut days = Vec::new();
    for chunk in moments.chunk_by(|a, b| a.date == b.date) {
        let mut known: BTreeMap<&str, Vec<&Moment>> = BTreeMap::new();
        for moment in chunk {
            known.entry(day(moment)).or_default().push(moment);
        }
        days.extend(known.into_iter().map(|(day, moments)| (day.replace('/', " – "), moments)));
    }
    days
}

/// The day of a moment, as far as known.
fn day(moment: &Moment) -> &str {
    let date = moment.date.as_deref().unwrap_or("no date");
    let is_wider = |when: &&str| date.starts_with(when) || when.starts_with(date) && when.contains('/');
    match &moment.what {
        What::Event(event) => event.when.as_deref().filter(is_wider).unwrap_or(date),
        What::Statement(_) => date,
    }
}

/// A Markdown document: a heading for each day, a list item for each moment.
pub(crate) fn markdown(title: &str, found: &Answers<Moment>) -> String {
    let mut page = format!("# Timeline: {}\n", escaped(title));
    for (day, moments) in days(&found.results) {
        page.push_str(&format!("\n## {}\n\n", escaped(&day)));
        for moment in moments {
            let (words, article) = match &moment.what {
                What::Event(event) => {
                    (format!("*{}*: {}", event.status, escaped(&event.sentence.text)), &event.article)
                }
                What::Statement(statement) => {
                    let speaker = escaped(statement.speaker.as_deref().unwrap_or("nobody named"));
                    (format!("**{speaker}**: {}", escaped(&statement.sentence.text)), &statement.article)
                }
            };
            let outlet = escaped(article.outlet.as_deref().unwrap_or(&article.document));
            let link = match article.url.as_deref().filter(|url| is_web(url)) {
                Some(url) => format!("[{outlet}](<{}>)", url.replace(['<', '>', '\n', ' '], "")),
                None => outlet,
            };
            page.push_str(&format!("- {words} ({link})\n"));
        }
    }
    page
}

/// Words that Markdown shows as they are.
fn escaped(words: &str) -> String {
    let mut safe_words = String::with_capacity(words.len());
    for letter in safe(words).chars() {
        if "\\`*_{}[]<>#|!&~".contains(letter) {
            safe_words.push('\\');
        }
        safe_words.push(letter);
    }
    safe_words
}
