//! `cargo xtask soak`: reads damaged documents for a while, and measures how the time grows with the text.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use onrecord::Reader;
use onrecord_model::{Body, Lang, Page};
use onrecord_source::{Given, pages};
use onrecord_trials::{Chance, PAGES, SHAPES, check_record, damage};

use crate::say;

/// The size of a text whose reading is timed, in bytes; and then twice that.
const SIZE: usize = 60_000;
/// The same for a page: what grows with the number of its elements shows late.
const PAGE_SIZE: usize = 400_000;
/// Twice the text may take so many times as long; two would be exact, but other programs run too.
const MOST: f64 = 4.0;
/// The languages, and the article of each that shapes are made from.
const ARTICLES: [(&str, &str); 3] = [("ru", "dam.ru.txt"), ("uk", "hospital.uk.txt"), ("en", "port.en.txt")];
/// What a damaged document may be called: the source goes by the ending.
const ENDINGS: [&str; 3] = ["txt", "html", "ndjson"];

/// What the user asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Wish {
    seconds: u64,
    /// The number of the first damaged document.
    from: u64,
}

impl Wish {
    /// Reads the words after `soak`.
    pub(crate) fn parse(words: &[&str]) -> Result<Self> {
        let mut wish = Self { seconds: 60, from: 0 };
        for pair in words.chunks(2) {
            let number =
                |value: &str| value.parse().with_context(|| format!("{} needs a number, not {value}", pair[0]));
            match pair {
                ["--seconds", value] => wish.seconds = number(value)?,
                ["--from", value] => wish.from = number(value)?,
                other => bail!("soak does not know {}", other.join(" ")),
            }
        }
        Ok(wish)
    }
}

/// Times every shape in every language, then reads damaged documents for the time asked for.
pub(crate) fn run(root: &Path, wish: &Wish) -> Result<()> {
    let reader = Reader::new();
    times(root, &reader)?;
    // The shapes take a minute or more by themselves, without optimisation; the time asked for is that of the documents.
    let end = Instant::now() + Duration::from_secs(wish.seconds);
    let documents = documents(root)?;
    let place = std::env::temp_dir().join(format!("onrecord-soak-{}", std::process::id()));
    fs::create_dir_all(&place).with_context(|| format!("cannot make {}", place.display()))?;
    let outcome = damaged(&reader, &documents, &place, wish.from, end);
    // What is left behind there does no harm.
    let _ = fs::remove_dir_all(&place);
    outcome
}

/// How the time grows with the text, for every shape and language.
fn times(root: &Path, reader: &Reader) -> Result<()> {
    let mut wrong = Vec::new();
    for (code, file) in ARTICLES {
        let path = root.join("examples").join(file);
        let article = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let lang = Lang::new(code);
        read(reader, lang, Body::default());
        let texts = SHAPES.iter().map(|shape| (shape, SIZE, Body::Text as fn(String) -> Body));
        let pages = PAGES.iter().map(|shape| (shape, PAGE_SIZE, Body::Html as fn(String) -> Body));
        for (shape, size, body) in texts.chain(pages) {
            let growth = growth(reader, lang, size, |n| body((shape.build)(n, &article)));
            if growth > MOST {
                wrong.push(format!("{code}: {}: twice the text takes {growth:.1} times as long", shape.name));
            }
        }
    }
    ensure!(wrong.is_empty(), "reading is not linear:\n{}", wrong.join("\n"));
    let (n, n_langs) = (SHAPES.len() + PAGES.len(), ARTICLES.len());
    say::line(&format!(
        "{n} shapes in {n_langs} languages: twice {SIZE} bytes (of pages {PAGE_SIZE}) take at most {MOST} times as long"
    ));
    Ok(())
}

/// How many times as long twice the text takes; measured again, up to three times, when it seems too long.
fn growth(reader: &Reader, lang: Option<Lang>, size: usize, build: impl Fn(usize) -> Body) -> f64 {
    let mut least = f64::INFINITY;
    for _ in 0..3 {
        let [one, two] = [size, 2 * size].map(|n| read(reader, lang, build(n)).as_secs_f64());
        // What takes a few milliseconds at most says nothing.
        least = least.min(if two < 0.01 { 0.0 } else { two / one });
        if least <= MOST {
            break;
        }
    }
    least
}

fn read(reader: &Reader, lang: Option<Lang>, body: Body) -> Duration {
    let page = Page { lang, body, ..Page::default() };
    let started = Instant::now();
    std::hint::black_box(reader.read(&page));
    started.elapsed()
}

/// What is damaged: the examples and the cases.
fn documents(root: &Path) -> Result<Vec<Vec<u8>>> {
    let mut documents = Vec::new();
    let mut folders = vec![root.join("examples"), root.join("cases")];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
        let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        paths.sort();
        for path in paths {
            if path.is_dir() {
                folders.push(path);
            } else {
                documents.push(fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?);
            }
        }
    }
    Ok(documents)
}

/// Reads one damaged document after another until the time is over.
fn damaged(reader: &Reader, documents: &[Vec<u8>], place: &Path, from: u64, end: Instant) -> Result<()> {
    let (mut n_read, mut n_pages) = (0_u64, 0_usize);
    while n_read == 0 || Instant::now() < end {
        let seed = from + n_read;
        let mut chance = Chance::new(seed);
        let (document, other) = (chance.pick(documents), chance.below(documents.len()));
        let other = documents.get(other).map_or(&[][..], Vec::as_slice);
        let bytes = damage(document.context("there is nothing to damage")?, other, &mut chance);
        let path = place.join(format!("document.{}", chance.pick(&ENDINGS).unwrap_or(&"txt")));
        fs::write(&path, &bytes).with_context(|| format!("cannot write {}", path.display()))?;
        let outcome = catch_unwind(AssertUnwindSafe(|| read_file(reader, &path)));
        n_pages += match outcome.unwrap_or_else(|_| Err("the program panicked".to_owned())) {
            Ok(n_pages) => n_pages,
            Err(why) => {
                bail!("document {seed}: {why}\nhint: cargo xtask soak --from {seed} --seconds 1 reads it first")
            }
        };
        n_read += 1;
    }
    say::line(&format!("{n_read} damaged documents gave {n_pages} pages; every record is sound"));
    Ok(())
}

/// Reads a file as the program does, and checks every record.
fn read_file(reader: &Reader, path: &Path) -> Result<usize, String> {
    let mut n_pages = 0;
    for page in pages([path], &Given::default()).filter_map(Result::ok) {
        let record = reader.read(&page);
        // Of an HTML page only some of the text is the article's.
        let text = if let Body::Text(text) = &page.body { text } else { &record.article.text };
        check_record(text, &record)?;
        n_pages += 1;
    }
    Ok(n_pages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_have_numbers() {
        assert_eq!(Wish::parse(&["--seconds", "5", "--from", "7"]).ok(), Some(Wish { seconds: 5, from: 7 }));
        for words in [&["--seconds"][..], &["--seconds", "long"], &["--other", "1"]] {
            assert!(Wish::parse(words).is_err(), "{words:?}");
        }
    }
}
