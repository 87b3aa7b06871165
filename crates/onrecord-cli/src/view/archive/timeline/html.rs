//! A timeline as an HTML page of its own: nothing of the sources' markup, every word escaped, no script.

use onrecord_archive::{Answers, FoundEvent, FoundStatement, Moment, Passage, What};

use super::super::found::runs;
use super::{days, mark};
use crate::view::article::{escaped, is_web};
use crate::view::safe::safe;

const STYLE: &str = "\
body{font:16px/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fdfdfb}\
h1{font-size:1.6rem;margin:0 0 .2rem}h2{font:600 1rem/1.4 system-ui,sans-serif;margin:2rem 0 .5rem;border-bottom:1px solid #ccc}\
ol{list-style:none;margin:0;padding:0}li{margin:.8rem 0;padding-left:1rem;border-left:3px solid #ddd}\
li.held{border-color:#2a7d4f}li.planned{border-color:#b8860b}li.cancelled{border-color:#b03030}li.ongoing{border-color:#3568a8}\
.status{font:600 .8rem system-ui,sans-serif;text-transform:uppercase;letter-spacing:.04em}\
mark{background:#fff1b8;color:inherit}footer,.note{font:.85rem/1.5 system-ui,sans-serif;color:#595959}a{color:#28549e}\
@media (prefers-color-scheme:dark){body{background:#181818;color:#ddd}mark{background:#5a4a00}footer,.note{color:#aaa}a{color:#9bb8f0}li{border-color:#444}}";

/// Writes the page.
pub(crate) fn html(title: &str, found: &Answers<Moment>) -> String {
    let title = words(title);
    let mut page = format!(
        "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>Timeline: {title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>Timeline: {title}</h1>\n\
         <p class=\"note\">As far as this archive knows. {} entries{}.</p>\n",
        found.results.len(),
        if found.next.is_some() { ", and there are more" } else { "" }
    );
    for (day, moments) in days(&found.results) {
        page.push_str(&format!("<h2>{}</h2>\n<ol>\n", heading(&words(&day))));
        for moment in moments {
            page.push_str(&match &moment.what {
                What::Event(event) => self::event(event),
                What::Statement(statement) => self::statement(statement),
            });
        }
        page.push_str("</ol>\n");
    }
    page.push_str("</body>\n</html>\n");
    page
}

/// Two days are no time that HTML knows.
fn heading(day: &str) -> String {
    if day.contains(' ') { day.to_owned() } else { format!("<time datetime=\"{day}\">{day}</time>") }
}

fn event(event: &FoundEvent) -> String {
    let status = words(&event.status);
    format!(
        "<li class=\"{status}\" id=\"{}\"><span class=\"status\">{} {status}</span> {}{}</li>\n",
        words(&event.id),
        mark(&event.status),
        marked(&event.sentence, std::slice::from_ref(&event.trigger)),
        source(&event.article, None)
    )
}

fn statement(statement: &FoundStatement) -> String {
    let speaker = words(statement.speaker.as_deref().unwrap_or("nobody named"));
    let role = statement.role.as_deref().map(|role| format!(", {}", words(role))).unwrap_or_default();
    format!(
        "<li id=\"{}\"><strong>{speaker}</strong>{role}: {}{}</li>\n",
        words(&statement.id),
        marked(&statement.sentence, &statement.content),
        source(&statement.article, statement.is_corrected.then_some("corrected"))
    )
}

fn source(article: &onrecord_archive::ArticleFacts, note: Option<&str>) -> String {
    let outlet = words(article.outlet.as_deref().unwrap_or(&article.document));
    let title = words(article.title.as_deref().unwrap_or_default());
    let link = match article.url.as_deref().filter(|url| is_web(url)) {
        Some(url) => format!("<a href=\"{}\" rel=\"nofollow noreferrer\" title=\"{title}\">{outlet}</a>", words(url)),
        None => outlet,
    };
    let published = article
        .published
        .as_deref()
        .map(|date| format!(", {}", words(date.get(..10).unwrap_or(date))))
        .unwrap_or_default();
    let note = note.map(|note| format!(", {note}")).unwrap_or_default();
    format!("<footer>{link}{published}{note}</footer>")
}

/// A sentence with parts of it marked.
fn marked(sentence: &Passage, parts: &[Passage]) -> String {
    let mark = |(run, is_marked): (String, bool)| match is_marked {
        true => format!("<mark>{}</mark>", words(&run)),
        false => words(&run),
    };
    runs(sentence, parts).into_iter().map(mark).collect()
}

fn words(words: &str) -> String {
    escaped(&safe(words))
}
