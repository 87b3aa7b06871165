//! A path to a stream of unpacked bytes.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

use crate::SourceError;
use crate::input::{Input, first_line, is_stdin};
use crate::kind::{self, InputKind};
use crate::tape::Tape;
use crate::warc::packing;

/// An opened input: what it holds, and its unpacked bytes.
pub(crate) struct Opened {
    pub(crate) path: PathBuf,
    pub(crate) kind: InputKind,
    pub(crate) bytes: Box<dyn BufRead + Send>,
}

/// An input as it is read.
pub(crate) enum Way {
    /// Unpacked.
    Unpacked(Opened),
    /// As it lies there: a web archive is unpacked record by record.
    Tape(Tape),
}

const GZIP: [u8; 2] = [0x1F, 0x8B];
const ZSTD: [u8; 4] = [0x28, 0xB5, 0x2F, 0xFD];
/// So many packed bytes hold the first line, which tells what a stream is.
const HEAD: usize = 8 * 1024;

/// Opens an input.
pub(crate) fn open(input: &Input) -> Result<Way, SourceError> {
    let path = input.path.clone();
    match input.kind {
        InputKind::Warc => Ok(Way::Tape(Tape::of_file(file(&path)?))),
        InputKind::Stream => stream(path),
        kind => {
            let mut bytes = unpack(Box::new(file(&path)?)).map_err(broken(&path))?;
            // Lines of a file that is packed once more would each be refused by themselves.
            let twice = bytes.fill_buf().ok().and_then(|head| packing(head.get(..4)?));
            match twice {
                Some(what) if kind == InputKind::Lines => Err(SourceError::PackedTwice { path, what }),
                _ => Ok(Way::Unpacked(Opened { path, kind, bytes })),
            }
        }
    }
}

pub(crate) fn file(path: &Path) -> Result<File, SourceError> {
    File::open(path).map_err(|source| SourceError::Open { path: path.to_owned(), source })
}

fn broken(path: &Path) -> impl Fn(io::Error) -> SourceError {
    |source| SourceError::Read { path: path.to_owned(), offset: 0, source }
}

/// A stream is told by how it begins; no more of it is waited for than is needed.
fn stream(path: PathBuf) -> Result<Way, SourceError> {
    let mut raw: Box<dyn Read + Send> = if is_stdin(&path) { Box::new(io::stdin()) } else { Box::new(file(&path)?) };
    let head = stream_head(&mut raw).map_err(broken(&path))?;
    let kind = kind_of(&head, &path);
    let whole = Box::new(Cursor::new(head).chain(raw));
    if kind == InputKind::Warc {
        return Ok(Way::Tape(Tape::of_stream(whole)));
    }
    let bytes = unpack(whole).map_err(broken(&path))?;
    Ok(Way::Unpacked(Opened { path, kind, bytes }))
}

/// So much of a stream that what it holds can be seen: the first line of one that is not packed.
fn stream_head(raw: &mut Box<dyn Read + Send>) -> io::Result<Vec<u8>> {
    let mut head = Vec::with_capacity(ZSTD.len());
    raw.take(ZSTD.len() as u64).read_to_end(&mut head)?;
    if [&GZIP[..], &ZSTD, &crate::warc::DICTIONARY].iter().any(|magic| head.starts_with(magic)) {
        raw.take(HEAD as u64).read_to_end(&mut head)?;
        return Ok(head);
    }
    // A byte at a time, as what was read too far could not be put back.
    first_line(&mut Cursor::new(head).chain(BufReader::with_capacity(1, raw)))
}

/// What the beginning says, unpacked as far as it goes.
fn kind_of(packed: &[u8], path: &Path) -> InputKind {
    // The first frame of a packed web archive may hold its dictionary.
    if packed.starts_with(&crate::warc::DICTIONARY) {
        return InputKind::Warc;
    }
    let mut head = Vec::new();
    if let Ok(bytes) = unpack(Box::new(Cursor::new(packed.to_vec()))) {
        // What is packed breaks off here; what came before is enough.
        let _ = bytes.take(HEAD as u64).read_to_end(&mut head);
    }
    kind::by_name(path).unwrap_or_else(|| kind::by_look(&head))
}

/// Unpacks by what the bytes say: a `.gz` that somebody has unpacked already is read as it is.
pub(crate) fn unpack(mut raw: Box<dyn Read + Send>) -> io::Result<Box<dyn BufRead + Send>> {
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
