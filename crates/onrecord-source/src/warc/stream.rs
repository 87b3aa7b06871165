//! The unpacked bytes of an archive, member by member.

use std::io;
use std::path::Path;

use super::gzip::{self, Gzip};
use super::rescue::Rescue;
use super::zstandard::{self, Zstandard};
use crate::tape::Tape;

/// So much is unpacked at once.
const CHUNK: usize = 64 * 1024;

/// An archive as it is unpacked.
pub(crate) struct Stream {
    pub(crate) tape: Tape,
    packing: Packing,
    /// How to find the next record behind a damaged one.
    pub(crate) rescue: Rescue,
    out: Vec<u8>,
    from: usize,
    to: usize,
    /// How the member ended, if it did.
    end: Option<Result<(), String>>,
}

/// How an archive is packed.
enum Packing {
    /// Not at all: a record is all there is to a member.
    Plain,
    Gzip(Box<Gzip>),
    Zstd(Box<Zstandard>),
}

impl Stream {
    /// Looks at the beginning of a file to see how it is packed; where that is damaged, its name says it.
    pub(crate) fn new(path: &Path, mut tape: Tape) -> io::Result<Self> {
        let head = tape.peek(8).to_vec();
        let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
        let is_plain = head.starts_with(b"WARC/");
        let (packing, rescue) = if head.starts_with(&gzip::MAGIC) || ending == "gz" && !is_plain {
            (Packing::Gzip(Box::new(Gzip::new())), Rescue::gzip(&mut tape))
        } else if head.starts_with(&zstandard::MAGIC)
            || zstandard::skipped_length(&mut tape).is_some()
            || ending == "zst" && !is_plain
        {
            (Packing::Zstd(Box::new(Zstandard::new(&mut tape)?)), Rescue::zstd(&mut tape)?)
        } else {
            (Packing::Plain, Rescue::Plain)
        };
        tape.go_to(0);
        Ok(Self { tape, packing, rescue, out: Vec::new(), from: 0, to: 0, end: Some(Ok(())) })
    }

    pub(crate) fn is_packed(&self) -> bool {
        !matches!(self.packing, Packing::Plain)
    }

    /// Begins the member here.
    pub(crate) fn begin(&mut self) -> Result<(), String> {
        (self.from, self.to, self.end) = (0, 0, None);
        self.tape.set_mark();
        match &mut self.packing {
            Packing::Plain => Ok(()),
            Packing::Gzip(gzip) => gzip.begin(&mut self.tape),
            Packing::Zstd(frames) => frames.begin(&mut self.tape),
        }
    }

    /// The bytes from here on, at least `n` of them unless the member ends before.
    pub(crate) fn peek(&mut self, n: usize) -> Result<&[u8], String> {
        if !self.is_packed() {
            return Ok(self.tape.peek(n));
        }
        while self.to - self.from < n && self.end.is_none() {
            self.unpack_more();
        }
        if let Some(Err(why)) = &self.end
            && self.to - self.from < n
        {
            return Err(why.clone());
        }
        Ok(self.out.get(self.from..self.to).unwrap_or_default())
    }

    pub(crate) fn consume(&mut self, n: usize) {
        match self.packing {
            Packing::Plain => self.tape.consume(n),
            _ => self.from = (self.from + n).min(self.to),
        }
    }

    /// Puts bytes back that were read.
    pub(crate) fn unread(&mut self, mut bytes: Vec<u8>) {
        bytes.extend_from_slice(self.out.get(self.from..self.to).unwrap_or_default());
        (self.from, self.to) = (0, bytes.len());
        self.out = bytes;
    }

    fn unpack_more(&mut self) {
        self.out.copy_within(self.from..self.to, 0);
        (self.from, self.to) = (0, self.to - self.from);
        self.out.resize((self.to + 1).next_multiple_of(CHUNK), 0);
        let free = self.out.get_mut(self.to..).unwrap_or_default();
        let step = match &mut self.packing {
            Packing::Plain => return,
            Packing::Gzip(gzip) => gzip.step(&mut self.tape, free),
            Packing::Zstd(frames) => frames.step(&mut self.tape, free),
        };
        self.to += step.n_out;
        self.end = step.end;
    }
}
