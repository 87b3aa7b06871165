//! `onrecord search`: statements or articles by their words.

use anyhow::Result;
use onrecord_archive::{Answers, Archive, FoundArticle, FoundStatement, Order, Question};

use super::{Desk, question, terms, told};
use crate::Outcome;
use crate::args::SearchArgs;
use crate::say;
use crate::view::archive as view;

/// Finds statements, or articles.
pub(super) fn run(args: &SearchArgs, desk: &Desk<'_>) -> Result<Outcome> {
    let archive = desk.to_ask()?;
    let question = Question {
        terms: terms(&archive, &args.words.join(" ")),
        speaker: args.speaker.clone(),
        kind: args.kind,
        order: if args.oldest { Order::Oldest } else { Order::Newest },
        ..question(&args.filter, &args.page)
    };
    if args.articles { articles(&archive, &question, desk) } else { statements(&archive, &question, desk) }
}

fn statements(archive: &Archive, question: &Question, desk: &Desk<'_>) -> Result<Outcome> {
    let found: Answers<FoundStatement> = archive.search(question).map_err(told)?;
    if desk.output.is_json {
        return desk.write_json(&found);
    }
    let look = desk.output.look;
    let drawn: Vec<String> =
        found.results.iter().map(|found| view::statement(found, desk.output.width(None), look)).collect();
    write(&drawn, found.next.as_deref(), question, desk)
}

fn articles(archive: &Archive, question: &Question, desk: &Desk<'_>) -> Result<Outcome> {
    let found: Answers<FoundArticle> = archive.search_articles(question).map_err(told)?;
    if desk.output.is_json {
        return desk.write_json(&found);
    }
    let look = desk.output.look;
    let drawn: Vec<String> =
        found.results.iter().map(|found| view::article(found, desk.output.width(None), look)).collect();
    write(&drawn, found.next.as_deref(), question, desk)
}

fn write(drawn: &[String], next: Option<&str>, question: &Question, desk: &Desk<'_>) -> Result<Outcome> {
    if drawn.is_empty() {
        let outcome = desk.write("nothing found\n")?;
        if question.speaker.is_some() && !desk.output.is_quiet {
            say::line("hint: a speaker is named in the nominative, in the letters of the article's language");
        }
        return Ok(outcome);
    }
    let order = match question.order {
        Order::Newest => "",
        Order::Oldest => "The earliest in this archive first.\n\n",
    };
    desk.write(&format!("{order}{}{}", drawn.join("\n"), view::next(next)))
}
