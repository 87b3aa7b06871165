//! A path to a stream of unpacked bytes.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

use crate::SourceError;
use crate::kind::{self, Kind};

/// An opened input: what it holds, and its unpacked bytes.
pub(crate) struct Opened {
    pub(crate) path: PathBuf,
    pub(crate) kind: Kind,
    pub(crate) bytes: Box<dyn BufRead + Send>,
}

const GZIP: [u8; 2] = [0x1F, 0x8B];
const ZSTD: [u8; 4] = [0x28, 0xB5, 0x2F, 0xFD];

/// Opens a path; `-` is standard input.
pub(crate) fn open(path: PathBuf) -> Result<Opened, SourceError> {
    let raw: Box<dyn Read + Send> =
        if path.as_os_str() == "-" { Box::new(io::stdin()) } else { Box::new(file(&path)?) };
    let broken = |source| SourceError::Read { path: path.clone(), offset: 0, source };
    let mut bytes = unpack(raw).map_err(broken)?;
    match kind::by_name(&path) {
        Some(kind) => Ok(Opened { path, kind, bytes }),
        None => {
            let head = first_line(&mut bytes).map_err(broken)?;
            let kind = kind::by_look(&head);
            Ok(Opened { path, kind, bytes: Box::new(Cursor::new(head).chain(bytes)) })
        }
    }
}

fn file(path: &Path) -> Result<File, SourceError> {
    let failed = |source| SourceError::Open { path: path.to_owned(), source };
    let file = File::open(path).map_err(failed)?;
    if file.metadata().map_err(failed)?.is_dir() {
        return Err(SourceError::Folder { path: path.to_owned() });
    }
    Ok(file)
}

/// Unpacks by what the bytes say: a `.gz` that somebody has unpacked already is read as it is.
fn unpack(mut raw: Box<dyn Read + Send>) -> io::Result<Box<dyn BufRead + Send>> {
    let mut head = Vec::with_capacity(ZSTD.len());
    raw.by_ref().take(ZSTD.len() as u64).read_to_end(&mut head)?;
    let (is_gzip, is_zstd) = (head.starts_with(&GZIP), head.starts_with(&ZSTD));
    let whole = BufReader::with_capacity(1 << 16, Cursor::new(head).chain(raw));
    Ok(if is_gzip {
        Box::new(BufReader::with_capacity(1 << 16, flate2::bufread::MultiGzDecoder::new(whole)))
    } else if is_zstd {
        Box::new(BufReader::with_capacity(1 << 16, zstd::stream::read::Decoder::with_buffer(whole)?))
    } else {
        Box::new(whole)
    })
}

/// The first line that is not blank, with what stands before it; cut at 8 KiB.
fn first_line(bytes: &mut impl BufRead) -> io::Result<Vec<u8>> {
    const ENOUGH: u64 = 8192;
    let mut head = Vec::new();
    loop {
        let room = ENOUGH.saturating_sub(head.len() as u64);
        let n_read = bytes.by_ref().take(room).read_until(b'\n', &mut head)?;
        let is_short = head.len() < 1024 && head.trim_ascii_start().starts_with(b"<");
        if n_read == 0 || !(head.trim_ascii().is_empty() || is_short) {
            return Ok(head);
        }
    }
}
