//! `onrecord re-read`: records derived anew from the bytes that were kept.

use anyhow::Result;
use onrecord_archive::Access;

use super::{Desk, stopper, told};
use crate::Outcome;
use crate::args::RereadArgs;
use crate::say::{self, Meter};

/// Reads again what is out of date.
pub(super) fn run(args: &RereadArgs, desk: &Desk<'_>) -> Result<Outcome> {
    let mut archive = desk.to_write(Access::Write, args.wait.wait)?;
    let mut meter = Meter::for_people(desk.output);
    let reread = archive.reread(args.all, desk.output.n_jobs, &stopper()?, &mut meter).map_err(told);
    let seconds = meter.end();
    let reread = reread?;
    if desk.output.is_json {
        desk.write_json(&reread)?;
    } else if !desk.output.is_quiet {
        let failed =
            if reread.failed > 0 { format!(", {} cannot be read any more", reread.failed) } else { String::new() };
        say::line(&format!(
            "{} read again, {} of them changed{failed}, in {seconds:.1} s",
            reread.read, reread.changed
        ));
    }
    Ok(match (reread.is_interrupted, reread.failed) {
        (true, _) => Outcome::Interrupted,
        (false, 0) => Outcome::Done,
        _ => Outcome::Wanting,
    })
}
