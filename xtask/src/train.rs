//! `cargo xtask train morph`: the weights of the tagger, from treebanks.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use onrecord::Reader;
use onrecord_eval::harmonised;
use onrecord_lang::Pack;
use onrecord_model::Lang;
use onrecord_morph::train::{Settings, weights};
use onrecord_morph::{Example, Tagger, Weights};

use crate::morphology::{line, score};
use crate::say;
use crate::treebanks::{ARCHIVE, Files, LANGS, Treebanks};

const FOLDER: &str = "crates/onrecord-weights-ud/weights";

/// Trains every language.
pub(crate) fn run(root: &Path, flags: &[&str]) -> Result<()> {
    let is_held_out = match flags {
        [] => false,
        ["--held-out"] => true,
        _ => bail!("train morph does not know {}", flags.join(" ")),
    };
    let Some(banks) = Treebanks::open(root)? else { bail!("{ARCHIVE} is not there") };
    let reader = Reader::new();
    for files in &LANGS {
        let pack = Lang::new(files.lang).and_then(|lang| reader.packs().get(lang)).context("no language pack")?;
        if is_held_out {
            try_out(&banks, files, pack)?;
            continue;
        }
        let names: Vec<&str> = files.train.iter().chain(files.dev).copied().collect();
        let file = learn(&banks, &names, &[files.test], pack)?.write();
        let path = format!("{FOLDER}/{}.bin", files.lang);
        fs::write(root.join(&path), &file).with_context(|| format!("cannot write {path}"))?;
        say::line(&format!("{path}: {} bytes, from {}", file.len(), names.join(", ")));
    }
    Ok(())
}

/// Learns without the development sets and scores on them.
fn try_out(banks: &Treebanks, files: &Files, pack: &Pack) -> Result<()> {
    let apart: Vec<&str> = files.dev.iter().copied().chain([files.test]).collect();
    let weights = learn(banks, files.train, &apart, pack)?;
    for name in files.dev {
        let scores = score(&banks.get(name)?, Tagger::new(pack, Some(&weights)));
        say::line(&format!("{name}, held out: {}", line(&scores.figures())));
    }
    Ok(())
}

/// Learns from treebanks, save the sentences that stand in those kept apart too.
fn learn(banks: &Treebanks, names: &[&str], apart: &[&str], pack: &Pack) -> Result<Weights> {
    let mut left_out = BTreeSet::new();
    for name in apart {
        left_out.extend(banks.get(name)?.sentences.into_iter().map(|(id, _)| id));
    }
    let mut examples = Vec::new();
    for name in names {
        let sentences = banks.get(name)?.sentences.into_iter();
        // A sentence that two files hold is learnt from once.
        examples.extend(sentences.filter(|(id, _)| left_out.insert(id.clone())).map(|(_, example)| example));
    }
    // One treebank agrees with itself: only where there are several are their features made alike.
    let families: BTreeSet<Vec<&str>> = names.iter().map(|name| name.split(['_', '-']).take(2).collect()).collect();
    if families.len() > 1 {
        examples.iter_mut().for_each(harmonise);
    }
    Ok(weights(&examples, pack, Settings::default()))
}

fn harmonise(example: &mut Example) {
    for (tag, word) in example.tags.iter_mut().zip(&example.words) {
        *tag = harmonised(*tag, word);
    }
}
