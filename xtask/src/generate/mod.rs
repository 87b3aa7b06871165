//! `cargo xtask gen`: archives of any size to try the program with, and questions to put to them.

mod broken;
mod output;
mod queries;
mod stocks;

use std::path::Path;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use onrecord_trials::{Archive, Day, Plan};

use self::output::Output;
pub(crate) use self::queries::queries;
use crate::{say, warc};

/// What is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Articles,
    Warc,
    Queries,
    Broken,
}

/// What the user asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Wish {
    what: What,
    plan: Plan,
    n_bad: u64,
    /// The archive that questions are put to.
    file: Option<String>,
    out: String,
}

impl Wish {
    /// Reads the words after `gen`.
    pub(crate) fn parse(words: &[&str]) -> Result<Self> {
        let (what, mut words) = match words {
            ["articles", rest @ ..] => (What::Articles, rest.iter()),
            ["warc", rest @ ..] => (What::Warc, rest.iter()),
            ["queries", rest @ ..] => (What::Queries, rest.iter()),
            ["broken-ndjson", rest @ ..] => (What::Broken, rest.iter()),
            _ => bail!("gen makes articles, warc, queries or broken-ndjson"),
        };
        let day = |written: &str| Day::parse(written).with_context(|| format!("{written} is no day: 2021-03-04 is"));
        let mut wish = Self { what, plan: plan(1000, 1), n_bad: 3, file: None, out: "-".to_owned() };
        while let Some(&word) = words.next() {
            if !word.starts_with("--") {
                wish.file = Some(word.to_owned());
                continue;
            }
            let value = *words.next().with_context(|| format!("{word} needs a value"))?;
            let number = || value.parse::<u64>().with_context(|| format!("{word} needs a number, not {value}"));
            match word {
                "--count" => wish.plan.count = number()?,
                "--seed" => wish.plan.seed = number()?,
                "--outlets" => wish.plan.outlets = number()?.max(1) as usize,
                "--reprints" => wish.plan.reprints = number()?.min(95) as usize,
                "--from" => wish.plan.from = day(value)?,
                "--to" => wish.plan.to = day(value)?,
                "--bad" => wish.n_bad = number()?,
                "--out" => wish.out = value.to_owned(),
                other => bail!("gen does not know {other}"),
            }
        }
        wish.checked()
    }

    fn checked(self) -> Result<Self> {
        match (self.what, &self.file) {
            (What::Queries, None) => bail!("gen queries needs an archive: gen queries FILE.ndjson"),
            (What::Articles | What::Warc | What::Broken, Some(file)) => {
                bail!("gen reads no {file}; --out says where to")
            }
            _ if self.plan.from > self.plan.to => bail!("--from is later than --to"),
            _ => Ok(self),
        }
    }
}

/// Makes what was asked for, and tells how long it took.
pub(crate) fn run(root: &Path, wish: &Wish) -> Result<()> {
    let start = Instant::now();
    // The records of a web archive are packed one by one, and the whole is not packed again.
    let mut out = if wish.what == What::Warc { Output::as_is(&wish.out)? } else { Output::open(&wish.out)? };
    let count = match wish.what {
        What::Articles => articles(root, &wish.plan, &mut out)?,
        What::Warc => web_archive(root, &wish.plan, &mut out)?,
        What::Queries => ask(wish, &mut out)?,
        What::Broken => break_some(wish, &mut out)?,
    };
    out.finish().with_context(|| format!("cannot write {}", wish.out))?;
    let seconds = start.elapsed().as_secs_f64();
    say::error(&format!("{count} in {seconds:.1} s, {:.0} a second", count as f64 / seconds.max(1e-9)));
    Ok(())
}

/// So many articles of the usual kind.
pub(crate) fn plan(count: u64, seed: u64) -> Plan {
    let day = |written| Day::parse(written).expect("it is a day");
    Plan { count, seed, outlets: 140, reprints: 20, from: day("2019-01-01"), to: day("2024-12-31") }
}

/// The archive of a plan, of our sentences.
pub(crate) fn archive(root: &Path, plan: &Plan) -> Result<Archive> {
    Ok(Archive::new(plan.clone(), &stocks::stocks(root)?))
}

/// Writes the articles of a plan, a line of NDJSON each.
pub(crate) fn write_articles(root: &Path, plan: &Plan, path: &Path) -> Result<()> {
    let name = path.to_str().context("the name of the file is not UTF-8")?;
    let mut out = Output::as_is(name)?;
    articles(root, plan, &mut out)?;
    out.finish().with_context(|| format!("cannot write {name}"))
}

fn articles(root: &Path, plan: &Plan, out: &mut Output) -> Result<u64> {
    for story in archive(root, plan)?.stories() {
        out.line(&story.line())?;
    }
    Ok(plan.count)
}

fn web_archive(root: &Path, plan: &Plan, out: &mut Output) -> Result<u64> {
    out.bytes(&warc::head()?)?;
    for (number, story) in (0..).zip(archive(root, plan)?.stories()) {
        out.bytes(&warc::response(&story, number, plan.seed)?)?;
    }
    Ok(plan.count)
}

fn ask(wish: &Wish, out: &mut Output) -> Result<u64> {
    let file = Path::new(wish.file.as_deref().unwrap_or("-"));
    let queries = queries(file, wish.plan.count as usize, wish.plan.seed)?;
    for query in &queries {
        out.line(query)?;
    }
    Ok(queries.len() as u64)
}

fn break_some(wish: &Wish, out: &mut Output) -> Result<u64> {
    let bad = broken::places(wish.plan.count, wish.n_bad);
    for number in 1..=wish.plan.count {
        out.line(&broken::line(number, &bad))?;
    }
    say::error(&format!("bad lines: {}", bad.iter().map(u64::to_string).collect::<Vec<_>>().join(" ")));
    Ok(wish.plan.count)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn flags_are_read_and_wrong_ones_are_named() {
        let wish =
            Wish::parse(&["articles", "--count", "5", "--from", "2020-02-01", "--out", "a.ndjson"]).expect("good");
        assert_eq!((wish.plan.count, wish.plan.reprints, wish.out.as_str()), (5, 20, "a.ndjson"));
        for bad in [&["articles", "--count"][..], &["warc", "x"], &["queries"], &["articles", "--to", "2018-01-01"]] {
            assert!(Wish::parse(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn few_words_are_everywhere_and_many_come_once() {
        let wish = Wish::parse(&["articles", "--count", "5000"]).expect("good words");
        let archive = archive(&crate::root(), &wish.plan).expect("our texts are there");
        let mut counts: HashMap<String, u64> = HashMap::new();
        let mut n_letters = 0;
        for story in archive.stories() {
            n_letters += story.text.chars().count();
            queries::words(&story.text).for_each(|word| *counts.entry(word).or_default() += 1);
        }
        let mut all: Vec<u64> = counts.into_values().collect();
        all.sort_unstable_by(|a, b| b.cmp(a));
        let (whole, head): (u64, u64) = (all.iter().sum(), all.iter().take(10).sum());
        let n_once = all.iter().filter(|&&n| n == 1).count();
        let figures = format!("{whole} words, {head} of ten, {} types, {n_once} once", all.len());
        assert!(10 * head > whole && 3 * n_once > all.len(), "{figures}");
        assert!((1200..1800).contains(&(n_letters / 5000)), "{n_letters} letters; {figures}");
    }
}
