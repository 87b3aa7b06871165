//! `cargo xtask eval`: scores on the evaluation material, which lives outside the repository.

use std::path::Path;

use anyhow::{Result, bail};

use crate::check::cargo;
use crate::gold::STATEMENTS as GOLD;
use crate::{morphology, pages, say};

/// Scores the articles and looks at the floors; without the material nothing is measured, which is told and no failure.
pub(crate) fn run(root: &Path, flags: &[&str]) -> Result<()> {
    if let Some(flag) = flags.iter().find(|flag| !matches!(**flag, "--write-floors" | "--allow-regression")) {
        bail!("eval does not know {flag}");
    }
    morphology::run(root, flags)?;
    if !root.join(GOLD).is_file() {
        say::line(&format!("{GOLD} is not there: nothing was measured"));
        return Ok(());
    }
    pages::run(root, flags)?;
    let words = format!("run --quiet -p onrecord-cli -- eval {GOLD} --floors eval/floors.json");
    let words = flags.iter().fold(words, |words, flag| format!("{words} {flag}"));
    cargo(root, &words, &[])
}
