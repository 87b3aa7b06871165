//! `onrecord completion`: a shell's completion script.

use std::io::Write as _;

use anyhow::Result;
use clap::CommandFactory as _;

use crate::Outcome;
use crate::args::{Cli, CompletionArgs};

/// Prints the script.
pub(crate) fn run(args: &CompletionArgs) -> Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "onrecord", &mut script);
    std::io::stdout().lock().write_all(&script)?;
    Ok(Outcome::Done)
}
