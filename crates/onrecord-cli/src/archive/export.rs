//! `onrecord export`: the archive for other programs.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::{Result, anyhow, bail};
use onrecord_archive::Archive;
use onrecord_export::{Export, Format, Table, write};
use onrecord_model::ArticleRecord;

use super::{Desk, gold};
use crate::Outcome;
use crate::args::{ExportArgs, ExportFormat, ExportTable};
use crate::say;

/// Writes the archive, with what people have set right.
pub(super) fn run(args: &ExportArgs, desk: &Desk<'_>) -> Result<Outcome> {
    let archive = desk.to_ask()?;
    let n = match &args.out {
        None if args.format == ExportFormat::Parquet && is_terminal() => {
            bail!("a terminal cannot show Parquet\nhint: name a file with --out")
        }
        None => {
            // Parquet wants an output that may change threads, which a lock cannot.
            let mut stdout = BufWriter::with_capacity(1 << 16, std::io::stdout());
            let n = send(args, &archive, &mut stdout)?;
            stdout.flush()?;
            return Ok(told_rows(n, desk, None));
        }
        Some(path) => to_file(path, |file| send(args, &archive, file))?,
    };
    Ok(told_rows(n, desk, args.out.as_deref()))
}

fn is_terminal() -> bool {
    std::io::IsTerminal::is_terminal(&std::io::stdout())
}

fn told_rows(n: u64, desk: &Desk<'_>, file: Option<&Path>) -> Outcome {
    if let Some(file) = file.filter(|_| !desk.output.is_quiet) {
        say::line(&format!("{}: {n} rows", file.display()));
    }
    Outcome::Done
}

/// The file appears under its name when it is whole.
fn to_file(path: &Path, send: impl FnOnce(&mut BufWriter<File>) -> Result<u64>) -> Result<u64> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".partial");
    let partial = path.with_file_name(name);
    let failed =
        |error| anyhow!("cannot write {}: {error}\nhint: check the folder and who may write to it", path.display());
    let file = File::create(&partial).map_err(failed)?;
    let mut file = BufWriter::with_capacity(1 << 16, file);
    let sent = send(&mut file).and_then(|n| {
        file.flush()?;
        Ok(n)
    });
    let sent = sent.and_then(|n| fs::rename(&partial, path).map(|()| n).map_err(failed));
    if sent.is_err() {
        let _ = fs::remove_file(&partial);
    }
    sent
}

fn send<W: Write + Send>(args: &ExportArgs, archive: &Archive, out: &mut W) -> Result<u64> {
    let stored = archive.store().articles(args.versions);
    if args.format == ExportFormat::Gold {
        return gold::write(stored, out);
    }
    let records = stored.map(|stored| stored.map(|stored| -> ArticleRecord { stored.into_answer() }));
    let export = Export { table: table(args.table), ..Export::new(format(args.format)) };
    let counts = write(records, &export, out).map_err(|error| anyhow::anyhow!("{error}"))?;
    Ok(counts.rows)
}

fn format(format: ExportFormat) -> Format {
    match format {
        ExportFormat::Csv => Format::Csv,
        ExportFormat::Parquet => Format::Parquet,
        ExportFormat::Jsonld => Format::JsonLd,
        ExportFormat::Ndjson | ExportFormat::Gold => Format::Ndjson,
    }
}

fn table(table: ExportTable) -> Table {
    match table {
        ExportTable::Statements => Table::Statements,
        ExportTable::Events => Table::Events,
        ExportTable::Articles => Table::Articles,
        ExportTable::Entities => Table::Entities,
        ExportTable::Mentions => Table::Mentions,
        ExportTable::Times => Table::Times,
        ExportTable::Provenance => Table::Provenance,
    }
}
