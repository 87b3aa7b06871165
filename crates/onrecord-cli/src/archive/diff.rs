//! `onrecord diff`: which statements changed between two versions of an address.

use anyhow::{Result, anyhow, bail};
use onrecord_archive::{Stored, Version, compare};

use super::{Desk, told};
use crate::Outcome;
use crate::args::DiffArgs;
use crate::view::archive as view;

/// Compares two versions, the last two unless others are asked for.
pub(super) fn run(args: &DiffArgs, desk: &Desk<'_>) -> Result<Outcome> {
    let archive = desk.to_ask()?;
    let versions = archive.store().articles_of(&args.url).map_err(told)?;
    let (last, before) = match versions.as_slice() {
        [.., before, last] => (last.version, before.version),
        _ => {
            bail!("there is one version of {} in the archive\nhint: a later version is kept when it is added", args.url)
        }
    };
    let from = version(&versions, args.from.unwrap_or(before))?;
    let to = version(&versions, args.to.unwrap_or(last))?;
    let difference = compare((facts(from), from.answer()), (facts(to), to.answer()));
    if desk.output.is_json {
        return desk.write_json(&difference);
    }
    desk.write(&view::difference(&difference, desk.output.width(None), desk.output.look))
}

fn version(versions: &[Stored], number: i64) -> Result<&Stored> {
    let found = versions.iter().find(|stored| stored.version == number);
    found.ok_or_else(|| anyhow!("there is no version {number}\nhint: there are {} versions, from 1", versions.len()))
}

fn facts(stored: &Stored) -> Version {
    let record = stored.answer();
    Version {
        version: stored.version,
        document: record.document.id.clone(),
        published: record.article.published.clone(),
        fetched: record.document.fetched.clone(),
        title: record.article.title.clone(),
    }
}
