//! `onrecord read`: pages to records, to look at or to hand on.

use std::io::Write as _;

use anyhow::Result;
use onrecord::Reader;
use onrecord_model::ArticleRecord;
use onrecord_source::pages;

use crate::args::{Format, ReadArgs};
use crate::output::Output;
use crate::say::{self, Progress};
use crate::{Outcome, json, view, work};

/// Reads every page and writes its record; what cannot be read is told and counted.
pub(crate) fn run(args: &ReadArgs, output: &Output) -> Result<Outcome> {
    let format = args.format.unwrap_or(if output.is_json { Format::Json } else { Format::Text });
    let width = output.width(args.width);
    let draw = |record: &ArticleRecord| match format {
        Format::Text => Ok(view::text(record, width, output.look).into_bytes()),
        Format::Markdown => Ok(view::markdown(record).into_bytes()),
        Format::Json => json::pretty(record),
        Format::Ndjson => json::compact(record),
    };
    let reader = Reader::new();
    let given = args.given.to_given();
    let mut stdout = output.stdout();
    let mut progress = Progress::new(output);
    let (mut n_read, mut n_failed) = (0_u64, 0_u64);
    let work = |page: Result<_, _>| page.map(|page| draw(&reader.read(&page)));
    work::in_order(pages(&args.files, &given), output.n_jobs, work, |drawn| {
        match drawn {
            Ok(drawn) => {
                if n_read > 0 {
                    stdout.write_all(between(format).as_bytes())?;
                }
                stdout.write_all(&drawn?)?;
                stdout.flush()?;
                n_read += 1;
            }
            Err(error) => {
                progress.interrupt(|| say::complaint(&error));
                n_failed += 1;
            }
        }
        progress.advance();
        Ok(())
    })?;
    drop(progress);
    if n_failed > 0 && n_read + n_failed > 1 && !output.is_quiet {
        say::line(&format!("{n_read} pages read, {n_failed} could not be read"));
    }
    Ok(if n_failed > 0 { Outcome::Wanting } else { Outcome::Done })
}

/// What stands between two documents.
fn between(format: Format) -> &'static str {
    match format {
        Format::Text => "\n\n",
        Format::Markdown => "\n---\n\n",
        Format::Json | Format::Ndjson => "",
    }
}
