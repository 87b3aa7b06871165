//! One input: a file or a stream, and what it holds.

use std::fs::Metadata;
use std::io::{self, BufRead, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::kind::{self, InputKind};
use crate::{SourceError, hexadecimal, open};

/// A file or a stream that holds pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Where it lies, as the user wrote it; `-` is standard input.
    pub path: PathBuf,
    /// Its size in bytes as it lies there; `None` for streams.
    pub size: Option<u64>,
    /// What it holds.
    pub kind: InputKind,
}

impl Input {
    /// The input at a path: what it holds its ending says, or else its first bytes.
    ///
    /// # Errors
    /// There is no such file, it cannot be read, or it is a folder: see [`inputs`](crate::inputs).
    pub fn at(path: impl Into<PathBuf>) -> Result<Self, SourceError> {
        let path = path.into();
        if is_stdin(&path) {
            return Ok(Self { path, size: None, kind: InputKind::Stream });
        }
        let about = about(&path)?;
        if about.is_dir() {
            return Err(SourceError::Folder { path, source: io::ErrorKind::IsADirectory.into() });
        }
        if !about.is_file() {
            return Ok(Self { path, size: None, kind: InputKind::Stream });
        }
        let kind = kind::by_name(&path).map_or_else(|| look(&path), Ok)?;
        Ok(Self { path, size: Some(about.len()), kind })
    }

    /// Whether it may hold many pages; a stream may.
    pub fn is_archive(&self) -> bool {
        !matches!(self.kind, InputKind::Text | InputKind::Html)
    }
}

/// SHA-256 of an input's bytes as they lie there, in lower-case hexadecimal.
///
/// # Errors
/// It is a stream, which can be read only once, or it cannot be read.
pub fn digest(input: &Input) -> Result<String, SourceError> {
    if input.kind == InputKind::Stream {
        return Err(SourceError::OnlyOnce { path: input.path.clone() });
    }
    let mut digest = Sha256::new();
    let mut file = open::file(&input.path)?;
    let read = io::copy(&mut file, &mut digest);
    read.map_err(|source| SourceError::Read { path: input.path.clone(), offset: 0, source })?;
    Ok(hexadecimal(&digest.finalize()))
}

pub(crate) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn about(path: &Path) -> Result<Metadata, SourceError> {
    path.metadata().map_err(|source| SourceError::Open { path: path.to_owned(), source })
}

fn look(path: &Path) -> Result<InputKind, SourceError> {
    let broken = |source| SourceError::Read { path: path.to_owned(), offset: 0, source };
    let mut bytes = open::unpack(Box::new(open::file(path)?)).map_err(broken)?;
    // What does not unpack is looked at again when it is read, and told then.
    Ok(first_line(&mut bytes).map_or(InputKind::Text, |head| kind::by_look(&head)))
}

/// The first line that is not blank, with what stands before it; cut at 8 KiB.
pub(crate) fn first_line(bytes: &mut impl BufRead) -> io::Result<Vec<u8>> {
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
