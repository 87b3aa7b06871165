//! Kills the program while it takes addresses out: each is gone wholly, or not at all.

use std::collections::BTreeSet;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use super::program::{Fate, copy_store};
use super::{Bench, State};

/// The lines of an export.
type Export = Vec<String>;

/// Deals the kills, and adds again what was taken out.
pub(super) fn kill(bench: &mut Bench<'_>) -> Result<()> {
    let n_kills = bench.trial.n_kills.div_ceil(5);
    let mut left = export(bench)?;
    let n_all = left.len();
    let distinct: BTreeSet<String> = left.iter().filter_map(|line| address_of(line)).collect();
    let mut addresses = Vec::from_iter(distinct);
    let mut next = |bench: &mut Bench<'_>| {
        ensure!(!addresses.is_empty(), "there are no more addresses to forget");
        Ok(addresses.swap_remove(bench.chance.below(addresses.len())))
    };
    let copy = bench.trial.place.join("forgetting.db");
    copy_store(&bench.killed, &copy)?;
    let first = next(bench)?;
    // Half of the kills come late: what follows the commit is short.
    let whole = bench.program.time(&copy, &["forget", "--yes", "--json", &first])?;
    while bench.dealt.forgetting.0 + bench.dealt.forgetting.1 < n_kills {
        let is_late = bench.dealt.forgetting.0 % 2 == 1;
        let after = if is_late { whole - bench.moment(whole / 8) } else { bench.moment(whole) };
        let address = next(bench)?;
        left = forget(bench, &address, after, left)
            .with_context(|| format!("forgetting {address}, killed after {after:?}"))?;
    }
    bench.program.run(&bench.killed, &bench.add())?;
    let state = bench.state()?.context("the store is gone")?;
    ensure!(state.articles == n_all as u64, "{} articles were added again of {n_all}", state.articles);
    Ok(())
}

/// Kills one run, and gives what is left.
fn forget(bench: &mut Bench<'_>, address: &str, after: Duration, before: Export) -> Result<Export> {
    let fate = bench.program.kill(&bench.killed, &["forget", "--yes", "--json", address], after)?.fate;
    let state: State = bench.state()?.context("the store is gone")?;
    let without: Export = before.iter().filter(|line| address_of(line).as_deref() != Some(address)).cloned().collect();
    let is_gone = state.articles == without.len() as u64;
    let expected = if is_gone { without } else { before };
    // The copy that was looked at is what the kill has left.
    ensure!(export(bench)? == expected, "it is neither there nor gone: {} articles are left", state.articles);
    match (fate, is_gone) {
        (Fate::Ended, true) => bench.dealt.forgetting.2 += 1,
        (Fate::Ended, false) => ensure!(is_gone, "the program ended, and nothing was forgotten"),
        (Fate::Killed, false) => bench.dealt.forgetting.0 += 1,
        (Fate::Killed, true) => bench.dealt.forgetting.1 += 1,
    }
    Ok(expected)
}

/// All records of the copy that was last looked at.
fn export(bench: &Bench<'_>) -> Result<Export> {
    let lines = bench.program.run(&bench.trial.place.join("copy.db"), &["export", "--versions"])?;
    Ok(String::from_utf8(lines)?.lines().map(str::to_owned).collect())
}

fn address_of(line: &str) -> Option<String> {
    let record: Value = serde_json::from_str(line).ok()?;
    Some(record["document"]["url"].as_str()?.to_owned())
}
