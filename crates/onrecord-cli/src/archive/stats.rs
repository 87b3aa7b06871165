//! `onrecord stats`: how much is in the archive.

use anyhow::Result;

use super::{Desk, told};
use crate::Outcome;
use crate::args::StatsArgs;
use crate::view::archive as view;

/// Shows counts, or the receipts of all inputs.
pub(super) fn run(args: &StatsArgs, desk: &Desk<'_>) -> Result<Outcome> {
    let archive = desk.to_ask()?;
    let width = desk.output.width(None);
    if args.inputs {
        let receipts = archive.store().receipts().map_err(told)?;
        return match desk.output.is_json {
            true => desk.write_json(&serde_json::json!({ "results": receipts, "next": null })),
            false => desk.write(&view::receipts(&receipts, width)),
        };
    }
    let stats = archive.store().stats().map_err(told)?;
    if desk.output.is_json { desk.write_json(&stats) } else { desk.write(&view::stats(&stats)) }
}
