//! Page after page: read by several threads, written in order, what cannot be read told and counted.

use std::io::Write as _;
use std::path::PathBuf;

use anyhow::Result;
use onrecord_archive::work;
use onrecord_model::Page;
use onrecord_source::{Given, pages};

use crate::Outcome;
use crate::output::Output;
use crate::say::{self, Progress};

/// Draws every page of the files and writes the drawings, with `between` between two.
pub(crate) fn page(
    (files, given): (&[PathBuf], &Given),
    output: &Output,
    between: &str,
    draw: impl Fn(&Page) -> Result<Vec<u8>> + Sync,
) -> Result<Outcome> {
    let mut stdout = output.stdout();
    let mut progress = Progress::new(output);
    let (mut n_read, mut n_passed, mut n_failed) = (0_u64, 0_u64, 0_u64);
    let work = |page: Result<_, _>| page.map(|page| draw(&page));
    work::in_order(pages(files, given), output.n_jobs, work, |drawn| -> Result<()> {
        match drawn {
            Ok(drawn) => {
                if n_read > 0 {
                    stdout.write_all(between.as_bytes())?;
                }
                stdout.write_all(&drawn?)?;
                stdout.flush()?;
                n_read += 1;
            }
            // Pictures, redirects and the like are in every web archive.
            Err(error) if error.is_expected() => n_passed += 1,
            Err(error) => {
                progress.interrupt(|| say::complaint(&error));
                n_failed += 1;
            }
        }
        progress.advance();
        Ok(())
    })?;
    drop(progress);
    if n_failed + n_passed > 0 && n_read + n_failed + n_passed > 1 && !output.is_quiet {
        let passed = if n_passed > 0 { format!(", {n_passed} passed over that are no pages") } else { String::new() };
        say::line(&format!("{n_read} pages read, {n_failed} could not be read{passed}"));
    }
    Ok(if n_failed > 0 { Outcome::Wanting } else { Outcome::Done })
}
