//! `cargo xtask check`: every check, one after another; all are run, even when one fails.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, bail, ensure};

use crate::{evaluation, lang, report, say, tidy};

type Step<'s> = (&'s str, Box<dyn Fn() -> Result<()> + 's>);

/// Runs everything and names what failed.
pub(crate) fn run(root: &Path) -> Result<()> {
    let cargo = |words: &'static str| Box::new(move || cargo(root, words, &[])) as Box<dyn Fn() -> Result<()>>;
    let steps: [Step<'_>; 9] = [
        ("format", cargo("fmt --all --check")),
        ("tidy", Box::new(|| tidy::run(root))),
        ("clippy", cargo("clippy --workspace --all-targets --quiet -- -D warnings")),
        ("clippy, with weights", cargo("clippy -p onrecord-cli --features ud-weights --quiet -- -D warnings")),
        ("tests", cargo("test --workspace --quiet --no-fail-fast")),
        ("lang check", Box::new(|| lang::run(root, &lang::Wish::default()))),
        (
            "documentation",
            Box::new(|| self::cargo(root, "doc --workspace --no-deps --quiet", &[("RUSTDOCFLAGS", "-D warnings")])),
        ),
        ("eval", Box::new(|| evaluation::run(root, &[]))),
        ("report", Box::new(|| report::run(root, report::Wish::Check))),
    ];
    let mut failed = Vec::new();
    for (name, step) in &steps {
        say::line(&format!("== {name}"));
        let started = Instant::now();
        if let Err(error) = step() {
            say::error(&format!("{error:#}"));
            failed.push(*name);
        }
        say::line(&format!("   {:.1} s", started.elapsed().as_secs_f64()));
    }
    match failed.as_slice() {
        [] => say::line("all checks passed"),
        failed => bail!("failed: {}", failed.join(", ")),
    }
    Ok(())
}

/// Runs cargo in the workspace; its words are split at spaces.
pub(crate) fn cargo(root: &Path, words: &str, environment: &[(&str, &str)]) -> Result<()> {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(program)
        .args(words.split(' '))
        .envs(environment.iter().copied())
        .current_dir(root)
        .status()
        .with_context(|| format!("cannot run cargo {words}"))?;
    ensure!(status.success(), "cargo {words} failed");
    Ok(())
}
