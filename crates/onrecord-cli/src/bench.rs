//! `onrecord bench`: pages and tokens a second on one core, stage by stage, and the memory it takes.

use std::io::Write as _;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use onrecord::{Reader, Reading, record};
use onrecord_model::{Lang, Page};
use onrecord_source::pages;
use serde_json::{Value, json};

use crate::args::BenchArgs;
use crate::output::Output;
use crate::view::grid;
use crate::{Outcome, json, say};

/// The stages, in the order a page goes through them.
const STAGES: [&str; 4] = ["article", "text", "extract", "record and JSON"];

/// What was measured.
#[derive(Default)]
struct Measured {
    n_pages: u64,
    n_tokens: u64,
    n_bytes: u64,
    spent: [Duration; STAGES.len()],
}

/// Reads the pages again and again until the time is over.
pub(crate) fn run(args: &BenchArgs, output: &Output) -> Result<Outcome> {
    let started = Instant::now();
    let (pages, outcome) = load_pages(args);
    let source = started.elapsed();
    if pages.is_empty() {
        bail!("cannot measure anything: no page could be read");
    }
    let reader = Reader::new();
    let loads = load_packs(&reader)?;
    let measured = measure(&reader, &pages, Duration::from_secs(args.seconds.into()));
    let report = report(&measured, &loads, pages.len(), source);
    let mut stdout = output.stdout();
    if output.is_json {
        stdout.write_all(&json::pretty(&report)?)?;
    } else {
        stdout.write_all(text(&report).as_bytes())?;
    }
    stdout.flush()?;
    Ok(outcome)
}

fn load_pages(args: &BenchArgs) -> (Vec<Page>, Outcome) {
    let (mut loaded, mut outcome) = (Vec::new(), Outcome::Done);
    for page in pages(&args.files, &onrecord_source::Given::default()) {
        match page {
            Ok(page) => loaded.push(page),
            Err(error) => {
                say::complaint(&error);
                outcome = Outcome::Wanting;
            }
        }
    }
    (loaded, outcome)
}

/// How long each language takes to load.
fn load_packs(reader: &Reader) -> Result<Vec<(Lang, Duration)>> {
    let langs: Vec<Lang> = reader.packs().langs().collect();
    let load = |lang| {
        let started = Instant::now();
        match reader.packs().check(lang) {
            Ok(_) => Ok((lang, started.elapsed())),
            Err(error) => bail!("cannot load the language `{lang}`: {error}"),
        }
    };
    langs.into_iter().map(load).collect()
}

fn measure(reader: &Reader, pages: &[Page], wanted: Duration) -> Measured {
    let mut measured = Measured::default();
    let started = Instant::now();
    for page in pages.iter().cycle() {
        measured.page(reader, page);
        if started.elapsed() >= wanted {
            break;
        }
    }
    measured
}

impl Measured {
    fn page(&mut self, reader: &Reader, page: &Page) {
        let packs = reader.packs();
        let (article, notices) = self.time(0, || onrecord_article::read_article(page, packs));
        self.n_bytes += article.text.len() as u64;
        let findings = match packs.get(article.lang) {
            Some(pack) => {
                let text = self.time(1, || onrecord_text::analyse(&article, pack));
                self.n_tokens += text.tokens.len() as u64;
                self.time(2, || onrecord_extract::find(&text, pack))
            }
            None => onrecord_extract::Findings::default(),
        };
        let reading = Reading { article, findings, notices };
        self.time(3, || serde_json::to_vec(&record(page, &reading, packs)).map(std::hint::black_box).is_ok());
        self.n_pages += 1;
    }

    fn time<T>(&mut self, stage: usize, work: impl FnOnce() -> T) -> T {
        let started = Instant::now();
        let done = work();
        self.spent[stage] += started.elapsed();
        done
    }
}

fn report(measured: &Measured, loads: &[(Lang, Duration)], n_pages: usize, source: Duration) -> Value {
    let whole: Duration = measured.spent.iter().sum();
    // A stage that did not run has no speed.
    let per_second = |n: u64, spent: Duration| (n as f64 / spent.as_secs_f64()).round();
    let per_second = |n, spent: Duration| if spent > Duration::from_micros(10) { per_second(n, spent) } else { 0.0 };
    let line = |name: &str, spent: Duration| {
        json!({
            "stage": name,
            "pages_per_second": per_second(measured.n_pages, spent),
            "tokens_per_second": per_second(measured.n_tokens, spent),
            "share": (100.0 * spent.as_secs_f64() / whole.as_secs_f64().max(1e-9)).round(),
        })
    };
    let mut stages: Vec<Value> = STAGES.iter().zip(measured.spent).map(|(name, spent)| line(name, spent)).collect();
    stages.push(line("whole", whole));
    let load = |(lang, spent): &(Lang, Duration)| json!({"lang": lang.as_str(), "milliseconds": millis(*spent)});
    json!({
        "pages": n_pages, "pages_read": measured.n_pages, "tokens_read": measured.n_tokens,
        "text_bytes_read": measured.n_bytes, "seconds": millis(whole) / 1000.0,
        "source_milliseconds": millis(source),
        "stages": stages,
        "packs": loads.iter().map(load).collect::<Vec<_>>(),
        "peak_memory_bytes": peak_memory(),
    })
}

fn millis(spent: Duration) -> f64 {
    (spent.as_secs_f64() * 10_000.0).round() / 10.0
}

/// The most memory this program has held, as Linux tells it.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}

fn text(report: &Value) -> String {
    let cell = |row: &Value, name: &str| match &row[name] {
        Value::String(word) => word.clone(),
        Value::Number(number) => number.as_f64().map(|number| format!("{number:.0}")).unwrap_or_default(),
        _ => String::new(),
    };
    let rows = report["stages"].as_array().into_iter().flatten();
    let columns = ["stage", "pages_per_second", "tokens_per_second", "share"];
    let rows: Vec<Vec<String>> = rows.map(|row| columns.map(|name| cell(row, name)).to_vec()).collect();
    let mut page = format!(
        "{} pages, read {:.1} times on one core in {} s: {} tokens, {} bytes of text\n",
        report["pages"],
        report["pages_read"].as_f64().unwrap_or(0.0) / report["pages"].as_f64().unwrap_or(1.0).max(1.0),
        report["seconds"],
        report["tokens_read"],
        report["text_bytes_read"],
    );
    page.push_str(&grid(&["stage", "pages a second", "tokens a second", "% of time"], &rows, 100));
    page.push_str(&format!("\nreading and decoding the files: {} ms\n", report["source_milliseconds"]));
    for pack in report["packs"].as_array().into_iter().flatten() {
        page.push_str(&format!("loading {}: {} ms\n", cell(pack, "lang"), pack["milliseconds"]));
    }
    if let Some(bytes) = report["peak_memory_bytes"].as_u64() {
        page.push_str(&format!("peak memory: {} MiB\n", bytes >> 20));
    }
    page
}
