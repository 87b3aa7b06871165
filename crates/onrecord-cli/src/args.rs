//! The commands and their flags: what `--help` says, and what it accepts.

mod archive;

use std::path::PathBuf;

use clap::{Args, ColorChoice, Parser, Subcommand, ValueEnum};
use onrecord_model::Lang;
use onrecord_source::{Given, date_as_far_as_known};

pub(crate) use archive::*;

const EXIT_CODES: &str = "\
Exit codes:
  0    everything went well (also when the reader of our output went away)
  1    some inputs could not be read, nothing of that name is there, something is wrong with the store, or figures lie below their
       floors
  2    the command line is wrong
  130  stopped by Ctrl-C; what was done is kept

Data goes to standard output, words to standard error.";

const READ_EXAMPLES: &str = "\
Examples:
  onrecord read article.txt
  onrecord read --lang uk --published 2022-01-13 article.html
  onrecord read --format ndjson archive.jsonl.gz > records.ndjson
  curl -s https://example.org/news/1 | onrecord read - --url https://example.org/news/1";

const ARTICLE_EXAMPLES: &str = "\
Examples:
  onrecord article page.html
  onrecord article --format markdown page.html > article.md
  onrecord article --format ndjson pages.ndjson.zst > articles.ndjson
  curl -s https://example.org/news/1 | onrecord article - --url https://example.org/news/1";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  onrecord explain article.txt
  onrecord explain --json article.txt | jq '.statements[].candidates'";

const EVAL_EXAMPLES: &str = "\
Examples:
  onrecord eval gold.jsonl
  onrecord eval gold.jsonl --lang ru --errors 20
  onrecord eval gold.jsonl --pred records.ndjson --json
  onrecord eval gold.jsonl --floors eval/floors.json
  onrecord eval gold.jsonl --floors eval/floors.json --write-floors";

const BENCH_EXAMPLES: &str = "\
Examples:
  onrecord bench archive.ndjson
  onrecord bench --seconds 20 --json archive.ndjson.zst";

const COMPLETION_EXAMPLES: &str = "\
Examples:
  onrecord completion bash > ~/.local/share/bash-completion/completions/onrecord
  onrecord completion fish > ~/.config/fish/completions/onrecord.fish";

/// Reads news pages and records who said what, what happened when, and according to whom.
///
/// Russian, Ukrainian and English; plain text, HTML and newline-delimited JSON. Every fact in a record points to the exact characters it
/// was read from.
#[derive(Debug, Parser)]
#[command(name = "onrecord", version, after_help = EXIT_CODES, max_term_width = 100, propagate_version = true)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Flags that every command takes, before or after its name.
#[derive(Debug, Args)]
#[command(next_help_heading = "Flags of every command")]
pub(crate) struct Global {
    /// The store: one file that holds the archive
    #[arg(long, global = true, value_name = "PATH", default_value = "onrecord.db")]
    pub(crate) store: PathBuf,
    /// Write JSON
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Say nothing on standard error but errors
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: ColorChoice,
    /// How many pages to read at once [default: one a core]
    #[arg(long, short, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) jobs: Option<u16>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read pages and show or write their records
    ///
    /// Inputs are .txt, .html, .ndjson and .jsonl files, each also .gz or .zst; `-` is standard input, whose kind is seen from its
    /// beginning. An NDJSON line is {"name", "published", "url", "lang", "title", "outlet", "text" or "html"}; only `text` or `html` is
    /// needed; `doc` and `id` are read as `name`, `date` as `published`.
    #[command(after_help = READ_EXAMPLES)]
    Read(ReadArgs),
    /// Write the article of each page alone: its text and what the page says of it, without menus, teasers and advertisements
    #[command(after_help = ARTICLE_EXAMPLES)]
    Article(ArticleArgs),
    /// Show why each finding was made: the rule, the words, and every speaker that was weighed
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain(ExplainArgs),
    /// Add the pages of files, folders and web archives to the store
    ///
    /// Reads .txt, .html, .ndjson and .warc files, each also .gz or .zst, feeds and sitemaps (the pages that are at hand), folders and
    /// patterns. Every page is kept once, with its bytes and its record; a new version of an address stands beside the old.
    #[command(after_help = ADD_EXAMPLES)]
    Add(AddArgs),
    /// Find statements, or articles, by their words, speakers, outlets and dates
    #[command(after_help = SEARCH_EXAMPLES)]
    Search(SearchArgs),
    /// Show an article of the archive with its record
    #[command(after_help = SHOW_EXAMPLES)]
    Show(ShowArgs),
    /// Show events and statements in the order of their dates
    #[command(after_help = TIMELINE_EXAMPLES)]
    Timeline(TimelineArgs),
    /// Show what the archive knows of somebody: names, offices, statements
    #[command(after_help = WHO_EXAMPLES)]
    Who(WhoArgs),
    /// Show which statements changed between two versions of an address
    #[command(after_help = DIFF_EXAMPLES)]
    Diff(DiffArgs),
    /// Set a statement right: its speaker, its words, or that it is none
    #[command(after_help = CORRECT_EXAMPLES)]
    Correct(CorrectArgs),
    /// Write the archive as NDJSON, CSV, Parquet or JSON-LD
    #[command(after_help = EXPORT_EXAMPLES)]
    Export(ExportArgs),
    /// Say how much is in the archive, and what came of every input
    #[command(after_help = "Examples:\n  onrecord stats\n  onrecord stats --inputs --json")]
    Stats(StatsArgs),
    /// Check the archive: file, digests, spans, rows, and with --reread the records
    #[command(after_help = VERIFY_EXAMPLES)]
    Verify(VerifyArgs),
    /// Read pages again that an older program or older word lists have read
    #[command(after_help = REREAD_EXAMPLES)]
    ReRead(RereadArgs),
    /// Copy the store to a new file, while others go on using it
    #[command(after_help = "Examples:\n  onrecord backup monday.db")]
    Backup(BackupArgs),
    /// Take an article out for good: its bytes, its record, its words
    #[command(after_help = FORGET_EXAMPLES)]
    Forget(ForgetArgs),
    /// Score records against gold, and keep the floors below which figures may not sink
    #[command(after_help = EVAL_EXAMPLES)]
    Eval(EvalArgs),
    /// Measure speed and memory on one core
    #[command(after_help = BENCH_EXAMPLES)]
    Bench(BenchArgs),
    /// Print the licences and notices of the program and its word lists
    #[command(after_help = "Examples:\n  onrecord licences | less")]
    Licences,
    /// Print a shell's completion script
    #[command(after_help = COMPLETION_EXAMPLES)]
    Completion(CompletionArgs),
}

/// What the user knows about the pages; it stands above what the pages say.
#[derive(Debug, Args)]
#[command(next_help_heading = "About the pages (stands above what they say themselves)")]
pub(crate) struct GivenArgs {
    /// When they were published: 2022-01-13 or 2022-01-13T10:00:00+03:00
    #[arg(long, value_name = "DATE", value_parser = published)]
    published: Option<String>,
    /// Their language: ru, uk, en
    #[arg(long, value_name = "CODE", value_parser = lang)]
    lang: Option<Lang>,
    /// Their address
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    /// Who published them
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,
    /// Their headline, when it is not in the text
    #[arg(long, value_name = "WORDS")]
    title: Option<String>,
    /// What the server said of them: "text/html; charset=windows-1251"
    #[arg(long, value_name = "TYPE")]
    content_type: Option<String>,
    /// The largest file and the longest line to read, in bytes (K, M and G are understood)
    #[arg(long, value_name = "N", value_parser = n_bytes, default_value = "64M")]
    max_bytes: u64,
}

/// What `read` takes.
#[derive(Debug, Args)]
pub(crate) struct ReadArgs {
    /// Files to read; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// How to write the records [default: text, or json with --json]
    #[arg(long, short, value_enum, value_name = "FORMAT")]
    pub(crate) format: Option<Format>,
    /// How wide the text may be [default: the terminal's width, or 100]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub(crate) width: Option<u16>,
    #[command(flatten)]
    pub(crate) given: GivenArgs,
}

/// How records are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// To look at: the article with its statements marked, then tables
    Text,
    /// One pretty JSON object a document
    Json,
    /// One JSON object a line
    Ndjson,
    /// A Markdown document
    Markdown,
}

/// What `article` takes.
#[derive(Debug, Args)]
pub(crate) struct ArticleArgs {
    /// Files to read; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// How to write the articles [default: text, or json with --json]
    #[arg(long, short, value_enum, value_name = "FORMAT")]
    pub(crate) format: Option<ArticleFormat>,
    /// Show also what stands in the story and is not its own: related links, promotions, credits
    #[arg(long)]
    pub(crate) furniture: bool,
    #[command(flatten)]
    pub(crate) given: GivenArgs,
}

/// How articles are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ArticleFormat {
    /// Plain text, a paragraph a line
    Text,
    /// A Markdown document
    Markdown,
    /// One pretty JSON object a document: the article's part of its record
    Json,
    /// The same, one object a line
    Ndjson,
    /// An HTML page of its own
    Html,
}

/// What `explain` takes.
#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// Files to explain; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) given: GivenArgs,
}

/// What `eval` takes.
#[derive(Debug, Args)]
pub(crate) struct EvalArgs {
    /// Gold files, one document a line
    #[arg(required = true, value_name = "GOLD")]
    pub(crate) gold: Vec<PathBuf>,
    /// Score this file of records instead of reading the articles
    #[arg(long, value_name = "FILE")]
    pub(crate) pred: Option<PathBuf>,
    /// Score the documents of one language only
    #[arg(long, value_name = "CODE", value_parser = lang)]
    pub(crate) lang: Option<Lang>,
    /// List the first N things that went wrong in each language
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) errors: usize,
    /// Fail when a figure lies below its floor in this file
    #[arg(long, value_name = "FILE")]
    pub(crate) floors: Option<PathBuf>,
    /// Raise the floors to today's figures
    #[arg(long, requires = "floors")]
    pub(crate) write_floors: bool,
    /// Let --write-floors lower them too; say in the commit what was bought
    #[arg(long, requires = "write_floors")]
    pub(crate) allow_regression: bool,
}

/// What `bench` takes.
#[derive(Debug, Args)]
pub(crate) struct BenchArgs {
    /// Files whose pages are read again and again
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// How long to measure
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..=3600))]
    pub(crate) seconds: u16,
}

/// What `completion` takes.
#[derive(Debug, Args)]
pub(crate) struct CompletionArgs {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub(crate) shell: clap_complete::Shell,
}

impl GivenArgs {
    /// The same, for the source.
    pub(crate) fn to_given(&self) -> Given {
        Given {
            published: self.published.clone(),
            lang: self.lang,
            url: self.url.clone(),
            outlet: self.outlet.clone(),
            title: self.title.clone(),
            content_type: self.content_type.clone(),
            max_bytes: self.max_bytes,
        }
    }
}

fn published(written: &str) -> Result<String, String> {
    date_as_far_as_known(written).ok_or_else(|| "write it as 2022-01-13 or 2022-01-13T10:00:00+03:00".to_owned())
}

fn lang(code: &str) -> Result<Lang, String> {
    Lang::new(code).ok_or_else(|| "a language is two small letters, such as uk".to_owned())
}

fn n_bytes(written: &str) -> Result<u64, String> {
    let (digits, factor) = match written.as_bytes().last().map(u8::to_ascii_uppercase) {
        Some(b'K') => (written.len() - 1, 1 << 10),
        Some(b'M') => (written.len() - 1, 1 << 20),
        Some(b'G') => (written.len() - 1, 1 << 30),
        _ => (written.len(), 1),
    };
    let number: Option<u64> = written.get(..digits).and_then(|digits| digits.parse().ok());
    let bytes = number.and_then(|number| number.checked_mul(factor)).filter(|&bytes| bytes > 0);
    bytes.ok_or_else(|| "a number of bytes, such as 500000 or 64M".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;
    use onrecord_source::DEFAULT_MAX_BYTES;

    #[test]
    fn the_commands_are_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn the_default_limit_is_that_of_the_source() {
        assert_eq!(n_bytes("64M"), Ok(DEFAULT_MAX_BYTES));
        assert!(n_bytes("0").is_err() && n_bytes("M").is_err() && n_bytes("99999999999G").is_err());
    }

    #[test]
    fn global_flags_stand_on_either_side() {
        for line in ["onrecord --quiet --store a.db read x", "onrecord read x --quiet --store a.db"] {
            let cli = Cli::try_parse_from(line.split(' ')).expect("a good line");
            assert!(cli.global.quiet && cli.global.store == *"a.db");
        }
    }
}
