//! `onrecord who`: what the archive knows of somebody.

use anyhow::{Result, anyhow};
use onrecord_archive::StoreError;

use super::{Desk, question, told};
use crate::Outcome;
use crate::args::WhoArgs;
use crate::view::archive as view;

/// Shows names, offices, companions and statements.
pub(super) fn run(args: &WhoArgs, desk: &Desk<'_>) -> Result<Outcome> {
    let archive = desk.to_ask()?;
    let question = question(&args.filter, &args.page);
    let name = args.name.join(" ");
    let dossier = archive.store().who(&name, &question).map_err(|error| match error {
        StoreError::Unknown { .. } => {
            anyhow!("nobody called `{name}` is in the archive\nhint: write the name in the nominative, as articles do")
        }
        other => told(other),
    })?;
    if desk.output.is_json {
        return desk.write_json(&dossier);
    }
    desk.write(&view::dossier(&dossier, desk.output.width(None), desk.output.look))
}
