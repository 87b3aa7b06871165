//! What is added while the program is killed: lines of NDJSON and a web archive, some of whose pages are later versions.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use onrecord_trials::Archive;

use crate::warc;

/// The seed that names of records are made from.
const SEED: u64 = 1;

/// Writes articles of an archive into a folder: three quarters of them as NDJSON, and the later half as pages.
pub(crate) fn inputs(archive: &Archive, count: u64, folder: &Path) -> Result<Vec<PathBuf>> {
    let (lines, pages) = (folder.join("articles.ndjson"), folder.join("pages.warc.gz"));
    write(&lines, |out| write_lines(archive, 0..count * 3 / 4, out))?;
    write(&pages, |out| write_pages(archive, count / 2..count, out))?;
    Ok(vec![lines, pages])
}

fn write(path: &Path, fill: impl FnOnce(&mut BufWriter<File>) -> std::io::Result<()>) -> Result<()> {
    let write = || {
        let mut out = BufWriter::new(File::create(path)?);
        fill(&mut out)?;
        out.flush()
    };
    write().with_context(|| format!("cannot write {}", path.display()))
}

fn write_lines(archive: &Archive, mut numbers: Range<u64>, out: &mut BufWriter<File>) -> std::io::Result<()> {
    numbers.try_for_each(|number| writeln!(out, "{}", archive.story(number).line()))
}

fn write_pages(archive: &Archive, mut numbers: Range<u64>, out: &mut BufWriter<File>) -> std::io::Result<()> {
    out.write_all(&warc::head()?)?;
    numbers.try_for_each(|number| out.write_all(&warc::response(&archive.story(number), number, SEED)?))
}
