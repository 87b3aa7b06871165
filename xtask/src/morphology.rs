//! `cargo xtask eval morph`: tags and lemmas on treebanks, by the lists alone and with weights.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context as _, Result, ensure};
use onrecord::Reader;
use onrecord_eval::{Floors, MorphScores, Treebank};
use onrecord_lang::Pack;
use onrecord_model::Lang;
use onrecord_morph::{Example, Tagged, Tagger, Weights};

use crate::say;
use crate::treebanks::{ARCHIVE, LANGS, Treebanks};

const FLOORS: &str = "eval/floors.json";
/// Figures of the lists alone stand under the language with this behind it.
const BY_LISTS: &str = "by lists";
/// For the speed all is read so many times.
const TIMES: usize = 10;
/// So many sentences are timed together.
const STRETCH: usize = 50;

/// Scores every language and looks at the floors; without the archive nothing is measured, which is told and no failure.
pub(crate) fn run(root: &Path, flags: &[&str]) -> Result<()> {
    let Some(banks) = Treebanks::open(root)? else {
        say::line(&format!("{ARCHIVE} is not there: tags and lemmas were not measured"));
        return Ok(());
    };
    let path = root.join(FLOORS);
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read {FLOORS}"))?;
    let mut floors: Floors = serde_json::from_str(&text).with_context(|| format!("cannot read {FLOORS}"))?;
    let (reader, mut sunk) = (Reader::new(), Vec::new());
    for files in &LANGS {
        let pack = Lang::new(files.lang).and_then(|lang| reader.packs().get(lang)).context("no language pack")?;
        let bank = banks.get(files.test)?;
        for (way, figures) in measure(&bank, files.lang, files.test, pack)? {
            let below = floors.sunk(&bank.digest, &way, &figures);
            sunk.extend(below.into_iter().map(|sunk| {
                format!(
                    "{}, {way}: {} sank to {:.2}; its floor is {:.2}",
                    files.test, sunk.figure, sunk.now, sunk.floor
                )
            }));
            floors.set(&bank.digest, files.test, &way, figures);
        }
    }
    ensure!(sunk.is_empty() || flags.contains(&"--allow-regression"), "{}", sunk.join("\n"));
    if flags.contains(&"--write-floors") {
        let mut text = serde_json::to_string_pretty(&floors)?;
        text.push('\n');
        fs::write(&path, text).with_context(|| format!("cannot write {FLOORS}"))?;
    }
    Ok(())
}

/// The figures of a treebank by the lists and with weights, under the names of their floors.
fn measure(bank: &Treebank, lang: &str, name: &str, pack: &Pack) -> Result<Vec<(String, BTreeMap<String, f64>)>> {
    let file = onrecord_weights_ud::of(lang).context("there are no weights of this language")?;
    let weights = Weights::read(file).with_context(|| format!("the weights of {lang} are of another version"))?;
    let ways = [(format!("{lang} {BY_LISTS}"), None), (lang.to_owned(), Some(&weights))];
    let each = ways.map(|(way, weights)| {
        let tagger = Tagger::new(pack, weights);
        let scores = score(bank, tagger);
        let speed = speed(bank, tagger) / 1000.0;
        let told = if weights.is_some() { "with weights" } else { BY_LISTS };
        let figures = scores.figures();
        say::line(&format!("{name}, {told}: {}{} words, {speed:.0} thousand a second", line(&figures), scores.words()));
        (way, figures)
    });
    Ok(each.into())
}

/// Figures in one line.
pub(crate) fn line(figures: &BTreeMap<String, f64>) -> String {
    figures.iter().map(|(name, value)| format!("{name} {value:.2}  ")).collect()
}

/// The scores of a tagger on a treebank.
pub(crate) fn score(bank: &Treebank, tagger: Tagger<'_>) -> MorphScores {
    let (mut scores, mut tagged) = (MorphScores::default(), Tagged::default());
    for (_, example) in &bank.sentences {
        tagger.read(&words(example), &mut tagged);
        scores.add(example, &tagged);
    }
    scores
}

fn words(example: &Example) -> Vec<&str> {
    example.words.iter().map(String::as_str).collect()
}

/// Words a second on one core, lemmas and all. All is read several times, and of every stretch of sentences the fastest
/// reading counts, so that what else the machine does is left out.
fn speed(bank: &Treebank, tagger: Tagger<'_>) -> f64 {
    let sentences: Vec<Vec<&str>> = bank.sentences.iter().map(|(_, example)| words(example)).collect();
    let mut fastest = vec![f64::INFINITY; sentences.len().div_ceil(STRETCH)];
    let mut tagged = Tagged::default();
    for _ in 0..TIMES {
        for (stretch, fastest) in sentences.chunks(STRETCH).zip(&mut fastest) {
            let started = Instant::now();
            stretch.iter().for_each(|words| tagger.read(words, &mut tagged));
            *fastest = started.elapsed().as_secs_f64().min(*fastest);
        }
    }
    sentences.iter().map(Vec::len).sum::<usize>() as f64 / fastest.iter().sum::<f64>()
}
