//! How fast an archive answers, all in one process.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::slice;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use onrecord_archive::{Access, Adding, Archive, Order, Question, StoreError};

use super::adding::{files, inside, peak};
use super::figures::Figure;

/// So many of the queries are the commonest words.
const N_COMMON: usize = 50;
/// So many people and outlets are asked for.
const N_NAMES: usize = 60;
/// Names are taken from so many statements.
const N_STATEMENTS: usize = 3000;
/// Slower questions are named, so that somebody can look why.
const SLOW: f64 = 80.0;

type Tell<'t> = &'t mut dyn FnMut(Figure);

/// Asks everything, then adds the new articles one by one.
pub(super) fn measure(store: &Path, queries: &Path, new: &Path, tell: Tell<'_>) -> Result<()> {
    let started = Instant::now();
    let mut archive = open(store, Access::Read)?;
    tell(Figure::new("archive opened", &[("ms", milliseconds(started))]));
    let text = fs::read_to_string(queries).with_context(|| format!("cannot read {}", queries.display()))?;
    let queries: Vec<&str> = text.lines().collect();
    first(&archive, &queries, tell)?;
    words(&archive, &queries, tell)?;
    names(&archive, &queries, tell)?;
    if let Some(memory) = peak("self") {
        tell(Figure::new("memory of asking", &[("MB", memory)]));
    }
    drop(archive);
    archive = open(store, Access::Write)?;
    tell(Figure::spread("one article added inside", add_each(&mut archive, new)?));
    Ok(())
}

fn open(store: &Path, access: Access) -> Result<Archive> {
    Ok(Archive::open(store, access, Duration::from_secs(60))?)
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1000.0
}

/// The first question loads the words of all languages, and the first pages of the file.
fn first(archive: &Archive, queries: &[&str], tell: Tell<'_>) -> Result<()> {
    let query = queries.last().context("there are no queries")?;
    let started = Instant::now();
    let terms = archive.terms(query);
    let loaded = milliseconds(started);
    archive.search(&Question { terms, ..Question::default() })?;
    tell(Figure::new("first question", &[("words ms", loaded), ("all ms", milliseconds(started))]));
    Ok(())
}

/// Words and phrases, in statements, in articles and by date.
fn words(archive: &Archive, queries: &[&str], tell: Tell<'_>) -> Result<()> {
    let about = |query: &str| Question { terms: archive.terms(query), ..Question::default() };
    let in_time = |query: &str| Question { order: Order::Oldest, ..about(query) };
    ask_all("search", queries, |query| known(archive.search(&about(query))), tell)?;
    ask_all("articles", queries, |query| known(archive.search_articles(&about(query))), tell)?;
    ask_all("timeline", queries, |query| known(archive.store().timeline(&in_time(query), (true, true))), tell)
}

/// Asks every query, and tells of the commonest words apart.
fn ask_all(
    name: &str,
    queries: &[&str],
    mut ask: impl FnMut(&str) -> Result<(), StoreError>,
    tell: Tell<'_>,
) -> Result<()> {
    let times = queries.iter().map(|query| timed(name, query, || ask(query))).collect::<Result<Vec<f64>>>()?;
    let common = times.iter().take(N_COMMON).copied().collect();
    tell(Figure::spread(&format!("{name}, all"), times));
    tell(Figure::spread(&format!("{name}, commonest words"), common));
    Ok(())
}

/// The milliseconds that a question takes.
fn timed(name: &str, query: &str, ask: impl FnOnce() -> Result<(), StoreError>) -> Result<f64> {
    let started = Instant::now();
    ask().with_context(|| format!("{name}: {query}"))?;
    let taken = milliseconds(started);
    if taken > SLOW {
        crate::say::error(&format!("{taken:7.1} ms  {name}: {query}"));
    }
    Ok(taken)
}

/// People and outlets, alone and with a common word.
fn names(archive: &Archive, queries: &[&str], tell: Tell<'_>) -> Result<()> {
    let found = archive.search(&Question { limit: N_STATEMENTS, ..Question::default() })?.results;
    let speakers = commonest(found.iter().filter_map(|statement| statement.speaker.clone()));
    let outlets = commonest(found.iter().filter_map(|statement| statement.article.outlet.clone()));
    let terms = |n: usize| queries.get(n % N_COMMON).map(|query| archive.terms(query)).unwrap_or_default();
    let each = |name: &str, of: &[String], ask: &dyn Fn(usize, &str) -> Result<(), StoreError>| {
        let times = of.iter().enumerate().map(|(n, word)| timed(name, word, || ask(n, word)));
        Ok::<_, anyhow::Error>(Figure::spread(name, times.collect::<Result<_>>()?))
    };
    tell(each("who", &speakers, &|_, name| known(archive.store().who(name, &Question::default())))?);
    let by = |speaker: &str| Question { speaker: Some(speaker.to_owned()), ..Question::default() };
    tell(each("search, a speaker", &speakers, &|_, name| known(archive.search(&by(name))))?);
    let both = |n, name: &str| Question { terms: terms(n), ..by(name) };
    tell(each("search, word and speaker", &speakers, &|n, name| known(archive.search(&both(n, name))))?);
    let from = |n, outlet: &str| Question { terms: terms(n), outlet: Some(outlet.to_owned()), ..Question::default() };
    tell(each("search, word and outlet", &outlets, &|n, name| known(archive.search(&from(n, name))))?);
    tell(each("articles, word and outlet", &outlets, &|n, name| known(archive.search_articles(&from(n, name))))?);
    Ok(())
}

/// Whoever is not known has been asked for all the same.
fn known<T>(answer: Result<T, StoreError>) -> Result<(), StoreError> {
    match answer {
        Ok(_) | Err(StoreError::Unknown { .. }) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Distinct names: half of them the commonest, half the rarest.
fn commonest(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    names.for_each(|name| *counts.entry(name).or_default() += 1);
    let mut names: Vec<(String, usize)> = counts.into_iter().collect();
    names.sort_by_key(|(_, n)| Reverse(*n));
    if names.len() > N_NAMES {
        names.drain(N_NAMES / 2..names.len() - N_NAMES / 2);
    }
    names.into_iter().map(|(name, _)| name).collect()
}

/// Adds the new articles, each by itself.
fn add_each(archive: &mut Archive, new: &Path) -> Result<Vec<f64>> {
    let (files, mut times) = (files(new)?, Vec::new());
    for path in inside(&files).0 {
        let started = Instant::now();
        archive.add(slice::from_ref(path), &Adding::default(), &mut ())?;
        times.push(milliseconds(started));
    }
    Ok(times)
}
