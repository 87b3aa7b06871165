//! `onrecord licences`: under what terms the program and its word lists may be used.

use std::io::Write as _;

use anyhow::Result;

use crate::Outcome;

include!(concat!(env!("OUT_DIR"), "/notices.rs"));

const MIT: &str = include_str!("../licences/MIT.txt");
const APACHE: &str = include_str!("../licences/APACHE-2.0.txt");

/// Prints everything.
pub(crate) fn run() -> Result<Outcome> {
    let mut stdout = std::io::stdout().lock();
    writeln!(stdout, "onrecord may be used under the MIT licence or the Apache licence 2.0, as you prefer.")?;
    writeln!(stdout, "Its word lists contain data of others, whose notices follow the two licences.")?;
    for (name, text) in [("MIT licence", MIT), ("Apache licence 2.0", APACHE)] {
        section(&mut stdout, name, text)?;
    }
    for (lang, text) in NOTICES {
        section(&mut stdout, &format!("Word lists: {lang}"), text)?;
    }
    #[cfg(feature = "ud-weights")]
    for (name, text) in
        [("Weights of the tagger", onrecord_weights_ud::NOTICE), ("CC BY-SA 4.0", onrecord_weights_ud::LICENCE)]
    {
        section(&mut stdout, name, text)?;
    }
    Ok(Outcome::Done)
}

fn section(out: &mut impl std::io::Write, name: &str, text: &str) -> std::io::Result<()> {
    writeln!(out, "\n{}\n{name}\n{}\n\n{}", "=".repeat(72), "=".repeat(72), text.trim())
}
