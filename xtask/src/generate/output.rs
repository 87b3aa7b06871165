//! Where what is made goes: a file, packed as its name says, or standard output.

use std::fs::File;
use std::io::{self, BufWriter, Write};

use anyhow::{Context as _, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

/// Lines on their way out.
pub(super) enum Output {
    Plain(Box<dyn Write>),
    Gzip(Box<GzEncoder<BufWriter<File>>>),
    Zstd(Box<zstd::Encoder<'static, BufWriter<File>>>),
}

impl Output {
    /// Opens what the user named; `-` is standard output.
    pub(super) fn open(name: &str) -> Result<Self> {
        Ok(match name.rsplit_once('.').map(|(_, ending)| ending) {
            Some("gz") => Self::Gzip(Box::new(GzEncoder::new(file(name)?, Compression::fast()))),
            Some("zst") => Self::Zstd(Box::new(zstd::Encoder::new(file(name)?, 3)?)),
            _ => return Self::as_is(name),
        })
    }

    /// Opens what the user named, and packs nothing.
    pub(super) fn as_is(name: &str) -> Result<Self> {
        let is_standard = name == "-";
        let out: Box<dyn Write> =
            if is_standard { Box::new(BufWriter::new(io::stdout().lock())) } else { Box::new(file(name)?) };
        Ok(Self::Plain(out))
    }

    /// Writes a line and its end.
    pub(super) fn line(&mut self, line: &str) -> io::Result<()> {
        self.bytes(line.as_bytes())?;
        self.bytes(b"\n")
    }

    /// Writes bytes.
    pub(super) fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Plain(out) => out.write_all(bytes),
            Self::Gzip(out) => out.write_all(bytes),
            Self::Zstd(out) => out.write_all(bytes),
        }
    }

    /// Writes what is still on its way.
    pub(super) fn finish(self) -> io::Result<()> {
        match self {
            Self::Plain(mut out) => out.flush(),
            Self::Gzip(out) => out.finish()?.flush(),
            Self::Zstd(out) => out.finish()?.flush(),
        }
    }
}

fn file(name: &str) -> Result<BufWriter<File>> {
    let file = File::create(name).with_context(|| format!("cannot write {name}"))?;
    Ok(BufWriter::with_capacity(1 << 20, file))
}
