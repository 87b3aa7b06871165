//! The cases: articles with their expected records, web pages with their gold, and lists of marked sentences; one named
//! test a file.
//!
//! `ONRECORD_UPDATE=1 cargo test -p onrecord --test cases` writes today's records into the articles' `record` blocks, and
//! marks in the pages' gold which lines are missing or extra; read the difference as if it were code. A list of sentences gives in its front how many must pass (`min: 20`).

mod pages;

use std::fmt::{self, Write as _};
use std::path::Path;

use datatest_stable::Result;
use onrecord::Reader;
use onrecord_eval::{Case, Example, check_example, record_lines};

/// What is wrong, shown as it is written: the harness prints errors for debugging.
struct Wrong(String);

impl fmt::Debug for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Wrong {}

/// An article must give exactly the record in its file.
fn article(path: &Path, file: String) -> Result<()> {
    let case = Case::parse(&file);
    let lines = record_lines(&Reader::new().read(&case.page(&case.text)));
    if lines == case.record {
        return Ok(());
    }
    if std::env::var_os("ONRECORD_UPDATE").is_some() {
        return Ok(std::fs::write(path, Case::with_record(&file, &lines))?);
    }
    Err(Wrong(difference(&case.record, &lines)).into())
}

/// So many sentences of a list must be read as they are marked.
fn sentences(_: &Path, file: String) -> Result<()> {
    let case = Case::parse(&file);
    let reader = Reader::new();
    let wanted: usize = case.front("min").ok_or("the front has no `min:`")?.parse()?;
    let (mut n_passed, mut failures) = (0, String::new());
    for (line, example) in case.sentences.iter().map(|(line, example)| (line, with_paragraphs(example))) {
        match check_example(&example, &reader.read(&case.page(&example.text))) {
            Ok(()) => n_passed += 1,
            Err(why) => writeln!(failures, "line {line}: {}\n    {why}", example.text)?,
        }
    }
    let summary = format!("{n_passed} of {} sentences pass; {wanted} must", case.sentences.len());
    match n_passed.cmp(&wanted) {
        std::cmp::Ordering::Less => Err(Wrong(format!("{summary}\n{failures}")).into()),
        std::cmp::Ordering::Equal => Ok(()),
        std::cmp::Ordering::Greater => raise(&summary, &failures),
    }
}

/// A list has one line a text: `¶ ` ends a paragraph. Two characters become two, so that the marks stay where they are.
fn with_paragraphs(example: &Example) -> Example {
    Example { text: example.text.replace("¶ ", "\n\n"), ..example.clone() }
}

/// More passing than asked for is a success; `ONRECORD_SHOW=1` tells of it, so that `min` can be raised.
fn raise(summary: &str, failures: &str) -> Result<()> {
    match std::env::var_os("ONRECORD_SHOW") {
        Some(_) => Err(Wrong(format!("{summary}: raise `min`\n{failures}")).into()),
        None => Ok(()),
    }
}

/// Lines that are expected but missing (`-`), and found but not expected (`+`).
fn difference(expected: &[String], found: &[String]) -> String {
    let missing = expected.iter().filter(|line| !found.contains(line)).map(|line| format!("- {line}\n"));
    let new = found.iter().filter(|line| !expected.contains(line)).map(|line| format!("+ {line}\n"));
    let lines: String = missing.chain(new).collect();
    let lines = if lines.is_empty() { "the same lines in another order\n".to_owned() } else { lines };
    format!("the record is another:\n{lines}ONRECORD_UPDATE=1 writes it into the file")
}

datatest_stable::harness! {
    { test = article, root = "../../cases", pattern = r"^[a-z]{2}/[^.]+\.md$" },
    { test = pages::page, root = "../../cases", pattern = r"^pages/[^/]+/page\.html$" },
    { test = sentences, root = "../../cases", pattern = r"\.sentences\.md$" },
}
