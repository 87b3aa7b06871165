//! `onrecord timeline`: what happened and was said, by date.

use anyhow::Result;
use onrecord_archive::{Order, Question};

use super::{Desk, now, question, terms, told};
use crate::Outcome;
use crate::args::{TimelineArgs, TimelineFormat};
use crate::view::archive::timeline as view;

/// Shows events and statements by date.
pub(super) fn run(args: &TimelineArgs, desk: &Desk<'_>) -> Result<Outcome> {
    let archive = desk.to_ask()?;
    let question = Question {
        terms: terms(&archive, args.about.as_deref().unwrap_or_default()),
        speaker: args.speaker.clone(),
        order: if args.newest { Order::Newest } else { Order::Oldest },
        ..question(&args.filter, &args.page)
    };
    let format = args.format.unwrap_or(if desk.output.is_json { TimelineFormat::Json } else { TimelineFormat::Text });
    // A calendar holds events alone.
    let with = (!args.statements, !args.events && format != TimelineFormat::Ics);
    let found = archive.store().timeline(&question, with).map_err(told)?;
    let title = args.about.as_deref().unwrap_or("everything");
    match format {
        TimelineFormat::Json => desk.write_json(&found),
        TimelineFormat::Text => desk.write(&view::text(&found, desk.output.width(None), desk.output.look)),
        TimelineFormat::Markdown => desk.write(&view::markdown(title, &found)),
        TimelineFormat::Html => desk.write(&view::html(title, &found)),
        TimelineFormat::Ics => desk.write(&view::ics(title, &found, &now())),
    }
}
