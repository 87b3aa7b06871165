//! A small corpus of real articles, where it is there: added, added again, and its room beside that of packed sources.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use onrecord_model::Body;
use onrecord_source::{Given, pages};

use super::adding::{add, remove, size};
use super::figures::{Figure, Figures};
use crate::say;

const CORPUS: &str = "../shared/corpora/slavic_news.ndjson";
/// How much zstd tries.
const LEVEL: i32 = 3;

/// Measures the corpus.
pub(super) fn measure(root: &Path, program: &Path, place: &Path, figures: &mut Figures) -> Result<()> {
    let corpus = root.join(CORPUS);
    if !corpus.exists() {
        say::line(&format!("{} is not there; it is left out", corpus.display()));
        return Ok(());
    }
    let (store, copy) = (place.join("corpus.db"), place.join("copy.ndjson"));
    remove(&store);
    // Not `fs::copy`: the folder may be one that nothing is written to, and so would be the copy.
    fs::write(&copy, fs::read(&corpus)?).with_context(|| format!("cannot write {}", copy.display()))?;
    for (name, input) in [("added", &corpus), ("added again", &corpus), ("added as a copy", &copy)] {
        let taken = add(program, &store, &[input])?;
        let memory = taken.memory.map(|memory| ("memory MB", memory));
        let values: Vec<_> = [("seconds", taken.seconds)].into_iter().chain(memory).collect();
        figures.add(Figure::new(&format!("small corpus {name}"), &values));
    }
    let (each, whole) = packed(&corpus)?;
    let values = [
        ("MB", size(&store)?),
        ("sources MB", size(&corpus)?),
        ("texts packed each MB", each),
        ("file packed MB", whole),
    ];
    figures.add(Figure::new("small corpus, size", &values));
    Ok(())
}

/// Megabytes of all texts packed one by one, and of the file packed as a whole.
fn packed(corpus: &Path) -> Result<(f64, f64)> {
    let mut each = 0;
    for page in pages([corpus], &Given::default()) {
        if let Body::Text(text) = page?.body {
            each += zstd::bulk::compress(text.as_bytes(), LEVEL)?.len();
        }
    }
    let whole = zstd::bulk::compress(&fs::read(corpus)?, LEVEL)?.len();
    Ok((each as f64 / 1e6, whole as f64 / 1e6))
}
