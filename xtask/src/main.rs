//! The project's own checks: `cargo xtask check` is what a change must pass, and exactly what a server would run.

mod bench;
mod causes;
mod check;
mod errors;
mod evaluation;
mod generate;
mod gold;
mod kills;
mod lang;
mod manifests;
mod morphology;
mod pages;
mod peers;
mod program;
mod report;
mod say;
mod soak;
mod soak_archive;
mod sources;
mod tidy;
mod train;
mod treebanks;
mod warc;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask COMMAND

  check                 everything below, and format, clippy, tests and documentation
  tidy                  layers of the crates, shared lints, file heads, no words of a language in code
  eval                  scores on ../shared/eval against eval/floors.json; says so when the folder is not there
                        articles, pages, and Cyrillic pages in other encodings; tags and lemmas on treebanks
  eval --write-floors   raises the floors (--allow-regression lowers them too)
  errors [--lang CODE] [--kind KIND]
                        what the records have wrong against gold, by cause and rule (errors --help)
  report                writes eval/REPORT.md: figures and their bars, frequent causes, confidence, speed
      --no-speed          keeps the speed that was measured
      --check             only says whether its figures are today's
  lang check [CODE…]    loads the language packs and reads the examples of their cue lists
      --failures N        shows the first N examples of each list that fail
      --write-floors      raises lang/floors.json (--allow-regression lowers it too)
  eval morph            only tags and lemmas
  train morph           learns the weights of the tagger from ../shared/data/nlp.tar.zst, writes crates/onrecord-weights-ud
      --held-out          learns without the development sets, scores on them, and writes nothing
  soak [--seconds N]    reads damaged documents for N seconds (60), and measures how the time grows with the text
      --from N            begins with document N
  soak archive          kills the program while it adds an archive, again and again, and checks after every kill that
                        nothing is lost; at the end the store is that of a run that nobody disturbed
      --kills N           how many kills (50); a fifth as many while it reads again, and while it forgets
      --articles N        how many articles (3000), as NDJSON and as a web archive
      --seed S            another number, other articles and moments (1)
      --program PATH      the program to kill, instead of one built for it
  bench archive         how fast an archive is filled and asked, beside the bars it is to keep; run it optimised:
                        cargo run --release -p xtask -- bench archive
      --articles N        how many articles (200000)
      --queries N         how many queries (1000), the 50 commonest words among them
      --program PATH      the program that adds, instead of one built for it
      --keep DIR          keeps articles and store there, and takes the articles from there the next time
      --json FILE         writes the figures as JSON too
  peers PAGES.ndjson    speed of reading articles against trafilatura's, in one run (needs Python with trafilatura)
      --python PATH       the Python to use (python3)
      --pages N           how many pages to read (150)
  gen articles          makes a news archive of sentences of ours, a line of NDJSON an article; the same bytes
                        for the same flags, as long as our sentences and lists stay as they are
      --count N           how many articles (1000)
      --seed S            another number, another archive (1)
      --outlets N         how many outlets (140)
      --reprints P        how many of a hundred are reprints (20); one of a hundred is a later version
      --from DAY --to DAY the days it tells of (2019-01-01, 2024-12-31)
      --out FILE          .ndjson, also .zst or .gz; - is standard output (-)
  gen warc              the same articles as a web archive, a gzip member a page: --out FILE.warc.gz
  gen queries FILE      distinct queries for an archive, one a line: words of all frequencies, two words of a sentence,
                        phrases in quotation marks and names; --count N, --seed S, --out FILE
  gen broken-ndjson     short lines, --bad N (3) of them bad, whose numbers go to standard error; --count N, --out FILE
  fuzz                  how to run the fuzz targets, which live in a workspace of their own";

/// How to fuzz: the targets need a nightly compiler, so `check` leaves them alone.
const FUZZ: &str = "\
The fuzz targets stand in fuzz/, outside this workspace, and need cargo-fuzz and a nightly compiler:
  cargo +nightly fuzz list
  cargo +nightly fuzz run TARGET -- -max_total_time=600";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say::error(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[String]) -> Result<()> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["check"] => check::run(&root()),
        ["tidy"] => tidy::run(&root()),
        ["eval", "morph", flags @ ..] => morphology::run(&root(), flags),
        ["train", "morph", flags @ ..] => train::run(&root(), flags),
        ["eval", flags @ ..] => evaluation::run(&root(), flags),
        ["errors", words @ ..] => errors::run(&root(), &errors::Wish::parse(words)?),
        ["report", words @ ..] => report::run(&root(), report::Wish::parse(words)?),
        ["peers", words @ ..] => peers::run(&root(), &peers::Wish::parse(words)?),
        ["lang", "check", flags @ ..] => lang::run(&root(), &lang::Wish::parse(flags)?),
        ["gen", words @ ..] => generate::run(&root(), &generate::Wish::parse(words)?),
        ["bench", "archive", flags @ ..] => bench::run(&root(), &bench::Wish::parse(flags)?),
        ["bench", "questions", store, queries, new] => bench::questions(store, queries, new),
        ["soak", "archive", flags @ ..] => soak_archive::run(&root(), &soak_archive::Wish::parse(flags)?),
        ["soak", flags @ ..] => soak::run(&root(), &soak::Wish::parse(flags)?),
        ["fuzz"] => {
            say::line(FUZZ);
            Ok(())
        }
        [] | ["help" | "--help" | "-h"] => {
            say::line(HELP);
            Ok(())
        }
        _ => bail!("there is no such command: {}\n\n{HELP}", words.join(" ")),
    }
}

/// The workspace's folder.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}
