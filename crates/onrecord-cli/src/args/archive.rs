//! The commands that keep records and ask for them.

use std::path::PathBuf;

use clap::{ArgGroup, Args, ValueEnum};
use onrecord_model::{Lang, StatementKind};

use super::{GivenArgs, lang};

pub(super) const ADD_EXAMPLES: &str = "\
Examples:
  onrecord add news/                                 every page in a folder
  onrecord add CC-NEWS-20220113.warc.gz archive.ndjson.zst
  onrecord add 'crawl/*.warc.gz' --store talks.db
  onrecord add export.ndjson --json | tail -1

Run the same command again and it goes on where it was broken off; what is there already is not added twice.";

pub(super) const SEARCH_EXAMPLES: &str = "\
Examples:
  onrecord search talks Geneva
  onrecord search '\"direct talks\"' --speaker Ashby --since 2022-01
  onrecord search --speaker 'Ruth Ashby' --json | jq '.results[].sentence.text'
  onrecord search strike --articles --outlet 'Harbour Times' --lang en

A word finds its other forms; words inside quotation marks stand side by side. No sign is an operator.";

pub(super) const SHOW_EXAMPLES: &str = "\
Examples:
  onrecord show ef6daa33e35f1225                     a statement, in its article
  onrecord show https://example.org/news/1 --json    the record of an address";

pub(super) const TIMELINE_EXAMPLES: &str = "\
Examples:
  onrecord timeline --about 'talks Geneva' --from 2022-01 --to 2022-02
  onrecord timeline --about strike --events --format ics > strike.ics
  onrecord timeline --about strike --format html > strike.html";

pub(super) const WHO_EXAMPLES: &str = "\
Examples:
  onrecord who Ashby
  onrecord who 'Ruth Ashby' --since 2022 --json";

pub(super) const DIFF_EXAMPLES: &str = "\
Examples:
  onrecord diff https://example.org/news/1           the last two versions
  onrecord diff https://example.org/news/1 --from 1 --to 3";

pub(super) const VERIFY_EXAMPLES: &str = "\
Examples:
  onrecord verify                                    file, digests, spans, rows
  onrecord verify --reread                           also whether every record still comes out of its bytes";

pub(super) const EXPORT_EXAMPLES: &str = "\
Examples:
  onrecord export > records.ndjson
  onrecord export --format csv --table statements > statements.csv
  onrecord export --format parquet --table events --out events.parquet
  onrecord export --format jsonld --out archive.jsonld
  onrecord export --format gold > corrected.jsonl    corrected articles, as the evaluation reads them";

pub(super) const CORRECT_EXAMPLES: &str = "\
Examples:
  onrecord correct ef6daa33e35f1225 --speaker 'Ruth Ashby' --note 'she is named a paragraph before'
  onrecord correct ef6daa33e35f1225 --not-a-statement
  onrecord correct ef6daa33e35f1225 --span 56:117
  onrecord correct --list
  onrecord correct --take-back 3";

pub(super) const REREAD_EXAMPLES: &str = "\
Examples:
  onrecord re-read                                   what another program or other word lists have read
  onrecord re-read --all";

pub(super) const FORGET_EXAMPLES: &str = "\
Examples:
  onrecord forget https://example.org/news/1         all versions of an address
  onrecord forget 625614137e8a78ef --yes             a document, without being asked";

/// What `add` takes.
#[derive(Debug, Args)]
pub(crate) struct AddArgs {
    /// Files, folders and patterns; `-` is standard input
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) wait: WaitArgs,
    #[command(flatten)]
    pub(crate) given: GivenArgs,
}

/// How long whoever writes waits for others.
#[derive(Debug, Args)]
pub(crate) struct WaitArgs {
    /// How many seconds to wait for another program that writes to the store
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    pub(crate) wait: u64,
}

/// What is looked for, beside words.
#[derive(Debug, Args)]
#[command(next_help_heading = "Only what")]
pub(crate) struct FilterArgs {
    /// …comes from an outlet with these words in its name
    #[arg(long, value_name = "NAME")]
    pub(crate) outlet: Option<String>,
    /// …is in this language: ru, uk, en
    #[arg(long, value_name = "CODE", value_parser = lang)]
    pub(crate) lang: Option<Lang>,
    /// …was said or happened on this day or later: 2022-01-13, 2022-01 or 2022
    #[arg(long, visible_alias = "from", value_name = "DATE")]
    pub(crate) since: Option<String>,
    /// …was said or happened on this day or earlier
    #[arg(long, visible_alias = "to", value_name = "DATE")]
    pub(crate) until: Option<String>,
}

/// Which part of the answers is wanted.
#[derive(Debug, Args)]
#[command(next_help_heading = "Pages")]
pub(crate) struct PageArgs {
    /// How many answers
    #[arg(long, short = 'n', value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) limit: u16,
    /// Where to go on: `next` of the answers before
    #[arg(long, value_name = "NEXT")]
    pub(crate) cursor: Option<String>,
}

/// What `search` takes.
#[derive(Debug, Args)]
pub(crate) struct SearchArgs {
    /// Words that all stand in the statement or its source; "quoted words" stand side by side
    #[arg(value_name = "WORDS", required_unless_present_any = ["speaker", "outlet", "kind", "since", "until", "lang"])]
    pub(crate) words: Vec<String>,
    /// Find articles, not statements
    #[arg(long, conflicts_with_all = ["speaker", "kind"])]
    pub(crate) articles: bool,
    /// Only what somebody with these words in their name has said, in the nominative
    #[arg(long, value_name = "NAME")]
    pub(crate) speaker: Option<String>,
    /// Only statements of this kind: direct, indirect, mixed, reported
    #[arg(long, value_name = "KIND", value_parser = kind)]
    pub(crate) kind: Option<StatementKind>,
    /// The earliest in this archive first
    #[arg(long)]
    pub(crate) oldest: bool,
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
    #[command(flatten)]
    pub(crate) page: PageArgs,
}

/// What `show` takes.
#[derive(Debug, Args)]
pub(crate) struct ShowArgs {
    /// The id of a statement, an event or a document, or an address
    #[arg(value_name = "ID|URL")]
    pub(crate) id: String,
    /// Show old versions too
    #[arg(long)]
    pub(crate) versions: bool,
    /// Show the bytes that the record was read from, and nothing else
    #[arg(long)]
    pub(crate) source: bool,
}

/// What `timeline` takes.
#[derive(Debug, Args)]
pub(crate) struct TimelineArgs {
    /// Words that all stand in the event's sentence or the statement
    #[arg(long, value_name = "WORDS")]
    pub(crate) about: Option<String>,
    /// Only what somebody with these words in their name has said (and all events)
    #[arg(long, value_name = "NAME")]
    pub(crate) speaker: Option<String>,
    /// Events alone
    #[arg(long, conflicts_with = "statements")]
    pub(crate) events: bool,
    /// Statements alone
    #[arg(long)]
    pub(crate) statements: bool,
    /// The latest first
    #[arg(long)]
    pub(crate) newest: bool,
    /// How to write it [default: text, or json with --json]
    #[arg(long, short, value_enum, value_name = "FORMAT")]
    pub(crate) format: Option<TimelineFormat>,
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
    #[command(flatten)]
    pub(crate) page: PageArgs,
}

/// How timelines are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TimelineFormat {
    /// To look at
    Text,
    /// A Markdown document
    Markdown,
    /// An HTML page of its own
    Html,
    /// A calendar (RFC 5545): the events alone
    Ics,
    /// One JSON object
    Json,
}

/// What `who` takes.
#[derive(Debug, Args)]
pub(crate) struct WhoArgs {
    /// Words of a name, in the nominative
    #[arg(required = true, value_name = "NAME")]
    pub(crate) name: Vec<String>,
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
    #[command(flatten)]
    pub(crate) page: PageArgs,
}

/// What `diff` takes.
#[derive(Debug, Args)]
pub(crate) struct DiffArgs {
    /// The address
    #[arg(value_name = "URL")]
    pub(crate) url: String,
    /// The older version [default: the one before the last]
    #[arg(long, value_name = "N")]
    pub(crate) from: Option<i64>,
    /// The newer version [default: the last]
    #[arg(long, value_name = "N")]
    pub(crate) to: Option<i64>,
}

/// What `stats` takes.
#[derive(Debug, Args)]
pub(crate) struct StatsArgs {
    /// Show the receipts of all inputs
    #[arg(long)]
    pub(crate) inputs: bool,
}

/// What `verify` takes.
#[derive(Debug, Args)]
pub(crate) struct VerifyArgs {
    /// Read every page again and compare the records
    #[arg(long)]
    pub(crate) reread: bool,
}

/// What `re-read` takes.
#[derive(Debug, Args)]
pub(crate) struct RereadArgs {
    /// Read everything again, not only what another program or other word lists have read
    #[arg(long)]
    pub(crate) all: bool,
    #[command(flatten)]
    pub(crate) wait: WaitArgs,
}

/// What `export` takes.
#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    /// How to write it
    #[arg(long, short, value_enum, value_name = "FORMAT", default_value = "ndjson")]
    pub(crate) format: ExportFormat,
    /// Which table, for csv and parquet
    #[arg(long, value_enum, value_name = "TABLE", default_value = "statements")]
    pub(crate) table: ExportTable,
    /// The file to write [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Old versions too
    #[arg(long)]
    pub(crate) versions: bool,
}

/// How exports are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// One record a line
    Ndjson,
    /// A table with a header (RFC 4180)
    Csv,
    /// A Parquet file
    Parquet,
    /// schema.org, Web Annotation and PROV in one JSON-LD document
    Jsonld,
    /// Articles with corrections, in the form that `eval` reads
    Gold,
}

/// The tables of exports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportTable {
    /// Who said what
    Statements,
    /// What happened when
    Events,
    /// The articles
    Articles,
    /// People, organisations, places
    Entities,
    /// Where they are named
    Mentions,
    /// Calendar expressions
    Times,
    /// Who has it from whom
    Provenance,
}

/// What `backup` takes.
#[derive(Debug, Args)]
pub(crate) struct BackupArgs {
    /// The file to write; it must not be there
    #[arg(value_name = "FILE")]
    pub(crate) to: PathBuf,
}

/// What `forget` takes.
#[derive(Debug, Args)]
pub(crate) struct ForgetArgs {
    /// An address, or the id of a document
    #[arg(value_name = "URL|ID")]
    pub(crate) what: String,
    /// Do not ask
    #[arg(long, short)]
    pub(crate) yes: bool,
    #[command(flatten)]
    pub(crate) wait: WaitArgs,
}

/// What `correct` takes.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("remedy").args(["speaker", "not_a_statement", "span", "list", "take_back"]).required(true))]
pub(crate) struct CorrectArgs {
    /// The id of a statement
    #[arg(value_name = "ID", required_unless_present_any = ["list", "take_back"])]
    pub(crate) id: Option<String>,
    /// Who said it, in the nominative
    #[arg(long, value_name = "NAME")]
    pub(crate) speaker: Option<String>,
    /// It is no statement
    #[arg(long)]
    pub(crate) not_a_statement: bool,
    /// Where what was said begins and ends, in characters of the article's text
    #[arg(long, value_name = "A:B", value_parser = stretch)]
    pub(crate) span: Option<(u32, u32)>,
    /// Why
    #[arg(long, value_name = "WORDS")]
    pub(crate) note: Option<String>,
    /// Who corrects [default: $ONRECORD_AUTHOR, else $USER]
    #[arg(long, value_name = "NAME")]
    pub(crate) author: Option<String>,
    /// Show all corrections
    #[arg(long)]
    pub(crate) list: bool,
    /// Take a correction back, by its number
    #[arg(long, value_name = "N")]
    pub(crate) take_back: Option<i64>,
    #[command(flatten)]
    pub(crate) wait: WaitArgs,
}

fn kind(word: &str) -> Result<StatementKind, String> {
    StatementKind::parse(word).ok_or_else(|| "a kind is direct, indirect, mixed or reported".to_owned())
}

fn stretch(written: &str) -> Result<(u32, u32), String> {
    let ends = written.split_once(':').and_then(|(start, end)| start.parse().ok().zip(end.parse().ok()));
    ends.filter(|(start, end)| start < end).ok_or_else(|| "write it as 56:117".to_owned())
}
