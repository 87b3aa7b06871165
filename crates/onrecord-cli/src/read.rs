//! `onrecord read`: pages to records, to look at or to hand on.

use anyhow::Result;
use onrecord::Reader;
use onrecord_model::Page;

use crate::args::{Format, ReadArgs};
use crate::output::Output;
use crate::{Outcome, each, json, view};

/// Reads every page and writes its record; what cannot be read is told and counted.
pub(crate) fn run(args: &ReadArgs, output: &Output) -> Result<Outcome> {
    let format = args.format.unwrap_or(if output.is_json { Format::Json } else { Format::Text });
    let width = output.width(args.width);
    let reader = Reader::new();
    let draw = |page: &Page| {
        let record = reader.read(page);
        match format {
            Format::Text => Ok(view::text(&record, width, output.look).into_bytes()),
            Format::Markdown => Ok(view::markdown(&record).into_bytes()),
            Format::Json => json::pretty(&record),
            Format::Ndjson => json::compact(&record),
        }
    };
    each::page((&args.files, &args.given.to_given()), output, between(format), draw)
}

/// What stands between two documents.
fn between(format: Format) -> &'static str {
    match format {
        Format::Text => "\n\n",
        Format::Markdown => "\n---\n\n",
        Format::Json | Format::Ndjson => "",
    }
}
