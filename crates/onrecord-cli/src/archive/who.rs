//! `onrecord who`: what the archive knows of somebody.

use anyhow::Result;

use super::{Desk, question, told};
use crate::Outcome;
use crate::args::WhoArgs;
use crate::view::archive as view;

/// Shows names, offices, companions and statements.
pub(super) fn run(args: &WhoArgs, desk: &Desk<'_>) -> Result<Outcome> {
    let archive = desk.to_ask()?;
    let question = question(&args.filter, &args.page);
    let dossier = archive.store().who(&args.name.join(" "), &question).map_err(told)?;
    if desk.output.is_json {
        return desk.write_json(&dossier);
    }
    desk.write(&view::dossier(&dossier, desk.output.width(None), desk.output.look))
}
