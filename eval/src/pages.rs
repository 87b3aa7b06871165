//! Scores articles read from web pages: text, title, date, authors.
//!
//! The definitions are those of the evaluation folder's own script. Text: multisets of runs of four words, case kept; a
//! page's precision and recall are the shared runs over those found and over those of the gold; both are averaged over
//! pages, F1 is of the two means (article-extraction-benchmark, Zyte 2020). Title: equal when case, punctuation and white
//! space are folded. Date: the same day. Authors: the same set of names.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use onrecord_model::{Article, BlockKind};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization as _;

use crate::GoldError;

/// Words in a run.
const RUN: usize = 4;

/// What the gold says of pages.
pub struct PageGold {
    pages: HashMap<String, Row>,
    /// The first sixteen hexadecimal digits of the file's SHA-256.
    pub digest: String,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    text: Option<String>,
    title: Option<String>,
    date: Option<String>,
    #[serde(default)]
    authors: Names,
}

/// Names in one string, or in a list of them.
#[derive(Default, Deserialize)]
#[serde(untagged)]
enum Names {
    #[default]
    None,
    One(String),
    Many(Vec<String>),
}

/// The scores of the pages that were added.
#[derive(Clone, Debug, Default)]
pub struct PageScores {
    precisions: Vec<f64>,
    recalls: Vec<f64>,
    title: (u32, u32),
    date: (u32, u32),
    authors: (u32, u32),
}

impl PageGold {
    /// Reads gold, one page a line.
    ///
    /// # Errors
    /// Names the first line that is not of the form.
    pub fn read(text: &str) -> Result<Self, GoldError> {
        let row = |(n, line): (usize, &str)| {
            serde_json::from_str(line).map_err(|error| GoldError { line: n + 1, reason: error.to_string() })
        };
        let rows: Vec<Row> =
            text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(row).collect::<Result<_, _>>()?;
        let digest = Sha256::digest(text.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { pages: rows.into_iter().map(|row| (row.id.clone(), row)).collect(), digest })
    }

    /// Adds what was read from the page of this name; pages without gold count for nothing.
    pub fn score(&self, name: &str, article: &Article, scores: &mut PageScores) {
        let Some(gold) = self.pages.get(name) else { return };
        if let Some(text) = gold.text.as_deref().filter(|text| !text.is_empty()) {
            scores.add_text(&runs(text), &runs(&body(article)));
        }
        if let Some(title) = gold.title.as_deref().filter(|title| !title.is_empty()) {
            count(&mut scores.title, folded(title) == folded(article.title.as_deref().unwrap_or_default()));
        }
        if let Some(date) = gold.date.as_deref().filter(|date| !date.is_empty()) {
            let found = article.published.as_ref().map(|published| published.value.as_str()).unwrap_or_default();
            count(&mut scores.date, day(date) == day(found));
        }
        let authors = gold.authors.all();
        if !authors.is_empty() {
            count(&mut scores.authors, names(&authors) == names(&found_authors(article)));
        }
    }
}

impl Names {
    fn all(&self) -> String {
        match self {
            Self::None => String::new(),
            Self::One(name) => name.clone(),
            Self::Many(names) => names.join("; "),
        }
    }
}

impl PageScores {
    fn add_text(&mut self, gold: &HashMap<Vec<&str>, u32>, found: &HashMap<Vec<&str>, u32>) {
        let n = |runs: &HashMap<Vec<&str>, u32>| f64::from(runs.values().sum::<u32>());
        let shared: u32 = gold.iter().map(|(run, n)| (*n).min(found.get(run).copied().unwrap_or(0))).sum();
        self.recalls.push(f64::from(shared) / n(gold).max(1.0));
        if !found.is_empty() {
            self.precisions.push(f64::from(shared) / n(found));
        }
    }

    /// The figures in per cent, rounded to one place; those without gold are left out.
    pub fn figures(&self) -> BTreeMap<String, f64> {
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len().max(1) as f64;
        let (precision, recall) = (mean(&self.precisions), mean(&self.recalls));
        let text = (!self.recalls.is_empty()).then(|| 2.0 * precision * recall / (precision + recall).max(1e-9));
        let part = |(right, all): (u32, u32)| (all > 0).then(|| f64::from(right) / f64::from(all));
        let all =
            [("text", text), ("title", part(self.title)), ("date", part(self.date)), ("authors", part(self.authors))];
        let figure = |(name, value): (&str, Option<f64>)| Some((name.to_owned(), (value? * 1000.0).round() / 10.0));
        all.into_iter().filter_map(figure).collect()
    }
}

fn count((right, all): &mut (u32, u32), is_right: bool) {
    *all += 1;
    *right += u32::from(is_right);
}

/// The story's own words.
fn body(article: &Article) -> String {
    use BlockKind::{Embed, List, Paragraph, Quote, Subhead, Table};
    let own =
        article.blocks.iter().filter(|block| matches!(block.kind, Paragraph | List | Quote | Subhead | Embed | Table));
    own.map(|block| article.slice(block.span)).collect::<Vec<_>>().join("\n")
}

fn found_authors(article: &Article) -> String {
    match article.authors.as_slice() {
        [] => article.byline.map(|span| article.slice(span).to_owned()).unwrap_or_default(),
        authors => authors.join("; "),
    }
}

/// How often each run of words stands in a text; a text of fewer words is one run.
fn runs(text: &str) -> HashMap<Vec<&str>, u32> {
    let words: Vec<&str> = text.split(|c: char| !is_word(c)).filter(|word| !word.is_empty()).collect();
    let mut runs = HashMap::new();
    let all: Vec<&[&str]> = if words.len() < RUN { vec![&words] } else { words.windows(RUN).collect() };
    for run in all.into_iter().filter(|run| !run.is_empty()) {
        *runs.entry(run.to_vec()).or_default() += 1;
    }
    runs
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn folded(text: &str) -> String {
    let text: String = text.nfkc().flat_map(char::to_lowercase).collect();
    text.split(|c: char| !is_word(c)).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn day(date: &str) -> &str {
    date.get(..10).unwrap_or(date)
}

/// The words of a kind in `words.tsv`.
fn words(kind: &'static str) -> impl Iterator<Item = &'static str> {
    let cells = include_str!("../words.tsv").lines().filter_map(|line| line.split_once('\t'));
    cells.filter(move |cells| cells.0 == kind).filter_map(|cells| cells.1.split('\t').next())
}

/// The names in a list that is put together with marks or with words such as "and".
fn names(list: &str) -> BTreeSet<String> {
    let joined = words("author-joiner").fold(list.to_owned(), |list, word| list.replace(&format!(" {word} "), ";"));
    let bare = |name: &str| {
        let name = folded(name);
        let bare = words("author-lead").find_map(|lead| name.strip_prefix(lead)?.strip_prefix(' '));
        bare.map_or_else(|| name.clone(), str::to_owned)
    };
    joined.split([';', ',', '|', '/']).map(bare).filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use onrecord_model::{Block, Lang, Span};

    use super::*;

    fn article(text: &str) -> Article {
        let mut article = Article::new(Lang::UNKNOWN, text.to_owned());
        article.blocks.push(Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()), furniture: None });
        article
    }

    fn check(gold: &str, found: &Article, expected: &[(&str, f64)]) {
        let gold = PageGold::read(&format!("{{\"id\": \"a\", {gold}}}\n")).expect("gold");
        let mut scores = PageScores::default();
        gold.score("a", found, &mut scores);
        gold.score("not in the gold", found, &mut scores);
        let expected: BTreeMap<String, f64> =
            expected.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect();
        assert_eq!(scores.figures(), expected);
    }

    #[test]
    fn text_is_compared_by_runs_of_four_words() {
        check(r#""text": "one two three four""#, &article("One. two three four"), &[("text", 0.0)]);
        check(r#""text": "one two three four five""#, &article("one two three, four five"), &[("text", 100.0)]);
        check(r#""text": "one two three four five""#, &article("one two three four"), &[("text", 66.7)]);
    }

    #[test]
    fn names_are_compared_as_a_set() {
        let mut found = article("x");
        found.authors = vec!["Ann Roe".into(), "Іван Коваль".into()];
        check(r#""authors": "By Іван Коваль та ann roe""#, &found, &[("authors", 100.0)]);
        check(r#""authors": ["Ann Roe"]"#, &found, &[("authors", 0.0)]);
    }

    #[test]
    fn titles_are_folded() {
        let mut found = article("x");
        found.title = Some("«Мост» — закрыт!".into());
        check(r#""title": "Мост закрыт", "date": "2022-01-02""#, &found, &[("title", 100.0), ("date", 0.0)]);
    }
}
