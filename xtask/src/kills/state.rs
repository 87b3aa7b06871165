//! What a store says of itself: that all is well, how many articles it has, and how far its inputs are read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use super::program::Program;

/// What is in a store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct State {
    /// Articles, old versions included.
    pub(super) articles: u64,
    /// How many inputs were read to their ends.
    pub(super) n_done: usize,
    /// How far each input is read, and how many of its pages are counted.
    inputs: BTreeMap<String, (u64, u64)>,
}

impl State {
    /// Opens a store and checks all of it.
    pub(super) fn of(program: &Program<'_>, store: &Path) -> Result<Self> {
        let verified = program.json(store, &["verify", "--json"])?;
        let problems = verified["problems"].as_array().context("verify tells no problems, nor that there are none")?;
        ensure!(problems.is_empty(), "verify finds {} problems, first {}", problems.len(), problems[0]);
        let receipts = receipts(program, store)?;
        let inputs = receipts.iter().map(|receipt| {
            let name = receipt["input"].as_str().unwrap_or_default().to_owned();
            (name, (receipt["position"].as_u64().unwrap_or_default(), n_counted(&receipt["counts"])))
        });
        Ok(Self {
            articles: verified["articles"].as_u64().context("verify counts no articles")?,
            n_done: receipts.iter().filter(|receipt| receipt["is_done"] == true).count(),
            inputs: inputs.collect(),
        })
    }

    /// Whether all is still there that was there before, and all that the program has told since.
    pub(super) fn holds(&self, before: &Self, told: Option<&Value>) -> Result<()> {
        let n_new = told.map_or(0, |told| ["added", "updated"].iter().filter_map(|of| told[of].as_u64()).sum());
        let least = before.articles + n_new;
        ensure!(self.articles >= least, "{} articles are in the store, and {least} were told", self.articles);
        ensure!(self.n_done >= before.n_done, "{} inputs were done, and {} are now", before.n_done, self.n_done);
        for (input, was) in &before.inputs {
            let is = self.inputs.get(input).with_context(|| format!("the receipt of {input} is gone"))?;
            ensure!(is.0 >= was.0 && is.1 >= was.1, "{input} was read to {was:?}, and is now to {is:?}");
        }
        if let Some(told) = told {
            let (n_told, n_counted) = (n_counted(told), self.inputs.values().map(|(_, n)| n).sum::<u64>());
            ensure!(n_counted >= n_told, "{n_counted} pages are counted, and {n_told} were told");
        }
        Ok(())
    }

    /// How much of the inputs' bytes is read, from 0 to 1.
    pub(super) fn share(&self, inputs: &[PathBuf]) -> Result<f64> {
        let sizes = inputs.iter().map(|path| Ok(std::fs::metadata(path)?.len()));
        let size: u64 = sizes.sum::<Result<u64>>()?;
        let read: u64 = self.inputs.values().map(|(position, _)| position).sum();
        Ok((read as f64 / size.max(1) as f64).min(1.0))
    }
}

/// All pages of a count; what was refused is a number, or numbers by reason.
fn n_counted(counts: &Value) -> u64 {
    let refused = match &counts["refused"] {
        Value::Object(reasons) => reasons.values().filter_map(Value::as_u64).sum(),
        n => n.as_u64().unwrap_or_default(),
    };
    ["added", "same", "updated"].iter().filter_map(|of| counts[of].as_u64()).sum::<u64>() + refused
}

/// The receipts of a store, without their times.
pub(super) fn receipts(program: &Program<'_>, store: &Path) -> Result<Vec<Value>> {
    let mut answer = program.json(store, &["stats", "--inputs", "--json"])?;
    let receipts = answer["results"].as_array_mut().context("stats tells no receipts, nor that there are none")?;
    for receipt in receipts.iter_mut() {
        receipt["began"] = json!(null);
        receipt["ended"] = json!(null);
    }
    Ok(std::mem::take(receipts))
}
