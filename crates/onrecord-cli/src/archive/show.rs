//! `onrecord show`: an article of the archive, by its address or the id of anything in it.

use std::io::Write as _;

use anyhow::Result;
use onrecord_archive::{Remedy, Stored};
use onrecord_model::ArticleRecord;
use serde::Serialize;

use super::{Desk, told};
use crate::Outcome;
use crate::args::ShowArgs;
use crate::view;
use crate::view::archive::correction;

/// A record of the archive as JSON.
#[derive(Serialize)]
struct Shown<'s> {
    version: i64,
    is_current: bool,
    address: Option<&'s str>,
    record: &'s ArticleRecord,
    corrections: &'s [onrecord_archive::Correction],
}

/// Shows the newest version, or all.
pub(super) fn run(args: &ShowArgs, desk: &Desk<'_>) -> Result<Outcome> {
    let archive = desk.to_ask()?;
    let mut found = archive.store().articles_of(&args.id).map_err(told)?;
    if !args.versions && found.iter().any(|stored| stored.is_current) {
        found.retain(|stored| stored.is_current);
    }
    if args.source {
        let mut stdout = desk.output.stdout();
        found.last().map_or(Ok(()), |stored| stdout.write_all(stored.source()))?;
        stdout.flush()?;
        return Ok(Outcome::Done);
    }
    if desk.output.is_json {
        let shown: Vec<Shown<'_>> = found.iter().map(shown).collect();
        return desk.write_json(&serde_json::json!({ "results": shown, "next": null }));
    }
    let drawn: Vec<String> = found.iter().map(|stored| draw(stored, &args.id, desk)).collect();
    desk.write(&drawn.join("\n\n"))
}

fn shown(stored: &Stored) -> Shown<'_> {
    Shown {
        version: stored.version,
        is_current: stored.is_current,
        address: stored.address.as_deref(),
        record: stored.answer(),
        corrections: &stored.corrections,
    }
}

fn draw(stored: &Stored, id: &str, desk: &Desk<'_>) -> String {
    let (width, look) = (desk.output.width(None), desk.output.look);
    let mut record = stored.answer().clone();
    // Asked for one statement, nothing else is marked.
    if record.statements.iter().any(|statement| statement.id == id) {
        record.statements.retain(|statement| statement.id == id);
    }
    let mut page = String::new();
    if stored.version > 1 || !stored.is_current {
        let old = if stored.is_current { "" } else { ", an old one" };
        page.push_str(&format!("version {}{old}\n", stored.version));
    }
    page.push_str(&view::text(&record, width, look));
    for made in &stored.corrections {
        page.push_str(&correction(made, width, look));
    }
    let gone = stored.corrections.iter().any(|made| made.statement == id && made.remedy == Remedy::NotAStatement);
    if gone {
        page.push_str(&format!("{id} is no statement, says a correction\n"));
    }
    page
}
