//! `cargo xtask lang check`: packs load, and the examples of their cue lists are read as they are marked.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use onrecord::Reader;
use onrecord_eval::{Example, check_example};
use onrecord_lang::Table;
use onrecord_model::{Body, Lang, Page};

use crate::say;

/// The lists whose examples are run.
const LISTS: [&str; 3] = ["cue_verbs.tsv", "cue_nouns.tsv", "cue_phrases.tsv"];

/// Language to list to the share of examples that must pass, in per cent.
type Floors = BTreeMap<String, BTreeMap<String, f64>>;

/// What the user asked for.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Wish {
    langs: Vec<String>,
    n_failures: usize,
    writes_floors: bool,
    allows_regression: bool,
}

/// What became of one list's examples.
struct Outcome {
    lang: Lang,
    list: &'static str,
    n_entries: usize,
    n_examples: usize,
    failures: Vec<String>,
}

impl Wish {
    /// Reads the words after `lang check`.
    pub(crate) fn parse(words: &[&str]) -> Result<Self> {
        let mut wish = Self::default();
        let mut words = words.iter();
        while let Some(&word) = words.next() {
            match word {
                "--failures" => {
                    let n = words.next().context("--failures needs a number")?;
                    wish.n_failures = n.parse().with_context(|| format!("--failures needs a number, not {n}"))?;
                }
                "--write-floors" => wish.writes_floors = true,
                "--allow-regression" => wish.allows_regression = true,
                code if Lang::new(code).is_some() => wish.langs.push(code.to_owned()),
                other => bail!("lang check does not know {other}"),
            }
        }
        Ok(wish)
    }

    fn wants(&self, lang: Lang) -> bool {
        self.langs.is_empty() || self.langs.iter().any(|code| code == lang.as_str())
    }
}

/// Checks the languages and compares with the floors.
pub(crate) fn run(root: &Path, wish: &Wish) -> Result<()> {
    let reader = Reader::new();
    let langs: Vec<Lang> = reader.packs().langs().filter(|&lang| wish.wants(lang)).collect();
    let mut outcomes = Vec::new();
    for lang in langs {
        if let Err(error) = reader.packs().check(lang) {
            bail!("the pack `{lang}` does not load: {error}");
        }
        for list in LISTS {
            outcomes.extend(check_list(&reader, lang, list)?);
        }
    }
    show(&outcomes, wish.n_failures);
    hold(&outcomes, &root.join("lang/floors.json"), wish)
}

fn check_list(reader: &Reader, lang: Lang, list: &'static str) -> Result<Option<Outcome>> {
    let file = onrecord_packs::FILES.iter().find(|(code, file, _)| *code == lang.as_str() && *file == list);
    let Some((_, _, text)) = file else { return Ok(None) };
    let table = Table::new(list, text);
    let (key, example) = (0, table.column("example")?);
    let rows = table.rows()?;
    let mut outcome = Outcome { lang, list, n_entries: rows.len(), n_examples: 0, failures: Vec::new() };
    for row in rows.iter().filter(|row| !row.cell(example).is_empty()) {
        outcome.n_examples += 1;
        let example = Example::parse(row.cell(example));
        let page = Page { lang: Some(lang), body: Body::Text(example.text.clone()), ..Page::default() };
        if let Err(why) = check_example(&example, &reader.read(&page)) {
            outcome.failures.push(format!("  {}: {}\n      {why}", row.cell(key), example.text));
        }
    }
    Ok(Some(outcome))
}

impl Outcome {
    fn n_passed(&self) -> usize {
        self.n_examples - self.failures.len()
    }

    /// The share that passes, in per cent with one decimal, rounded down so that a floor is never above it.
    fn share(&self) -> f64 {
        (1000.0 * self.n_passed() as f64 / self.n_examples.max(1) as f64).floor() / 10.0
    }
}

fn show(outcomes: &[Outcome], n_failures: usize) {
    say::line("lang  list             entries  examples  passed  share");
    for outcome in outcomes {
        let (lang, list, share) = (outcome.lang, outcome.list, outcome.share());
        let counts = (outcome.n_entries, outcome.n_examples, outcome.n_passed());
        say::line(&format!("{lang:4}  {list:15}  {:7}  {:8}  {:6}  {share:5.1}", counts.0, counts.1, counts.2));
        for failure in outcome.failures.iter().take(n_failures) {
            say::line(failure);
        }
    }
}

/// No share may sink below its floor.
fn hold(outcomes: &[Outcome], path: &Path, wish: &Wish) -> Result<()> {
    let mut floors = match fs::read_to_string(path) {
        Ok(text) => serde_json::from_str(&text).with_context(|| format!("cannot read {}", path.display()))?,
        Err(_) => Floors::new(),
    };
    let sunk = sunk(outcomes, &floors);
    if !sunk.is_empty() && !wish.allows_regression {
        bail!("{}\nhint: --failures 20 shows what fails", sunk.join("\n"));
    }
    if wish.writes_floors {
        for outcome in outcomes {
            let lists = floors.entry(outcome.lang.to_string()).or_default();
            lists.insert(outcome.list.to_owned(), outcome.share());
        }
        let text = serde_json::to_string_pretty(&floors)? + "\n";
        fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

fn sunk(outcomes: &[Outcome], floors: &Floors) -> Vec<String> {
    let floor =
        |outcome: &Outcome| floors.get(outcome.lang.as_str()).and_then(|lists| lists.get(outcome.list)).copied();
    let below = outcomes.iter().filter_map(|outcome| {
        let (share, floor) = (outcome.share(), floor(outcome)?);
        let line = format!(
            "{} {}: {share:.1} per cent of the examples pass; the floor is {floor:.1}",
            outcome.lang, outcome.list
        );
        (share < floor).then_some(line)
    });
    below.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_and_flags_are_told_apart() {
        let wish = Wish::parse(&["ru", "--failures", "5", "--write-floors"]).expect("good words");
        assert_eq!((wish.langs.as_slice(), wish.n_failures, wish.writes_floors), (&["ru".to_owned()][..], 5, true));
        assert!(Wish::parse(&["--failures"]).is_err() && Wish::parse(&["russian"]).is_err());
    }

    #[test]
    fn a_share_below_its_floor_is_named() {
        let outcome = Outcome {
            lang: Lang::new("ru").expect("a code"),
            list: LISTS[0],
            n_entries: 3,
            n_examples: 3,
            failures: vec![String::new()],
        };
        let floors = |floor| BTreeMap::from([("ru".to_owned(), BTreeMap::from([(LISTS[0].to_owned(), floor)]))]);
        assert!(sunk(std::slice::from_ref(&outcome), &floors(66.6)).is_empty());
        assert_eq!(sunk(&[outcome], &floors(66.7)).len(), 1);
    }
}
