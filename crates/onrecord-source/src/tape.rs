//! A file or a stream as it lies there, with a way back to where a record began.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

/// So much is read at once.
const CHUNK: usize = 128 * 1024;
/// So much of a stream is kept to go back to; a file is read again.
const KEPT: u64 = 8 * 1024 * 1024;

/// Bytes with a position in them.
pub(crate) struct Tape {
    source: Source,
    buffer: Vec<u8>,
    /// Where the buffer begins.
    start: u64,
    /// The position, from the buffer's beginning.
    at: usize,
    /// Where a stream can be asked to go back to.
    mark: u64,
    /// How long a file is.
    size: Option<u64>,
    /// Whether the end was read.
    is_over: bool,
    failure: Option<io::Error>,
}

enum Source {
    File(File),
    Stream(Box<dyn Read + Send>),
}

impl Tape {
    pub(crate) fn of_file(file: File) -> Self {
        let size = file.metadata().ok().map(|about| about.len());
        Self { size, ..Self::new(Source::File(file)) }
    }

    pub(crate) fn of_stream(stream: Box<dyn Read + Send>) -> Self {
        Self::new(Source::Stream(stream))
    }

    fn new(source: Source) -> Self {
        Self { source, buffer: Vec::new(), start: 0, at: 0, mark: 0, size: None, is_over: false, failure: None }
    }

    pub(crate) fn position(&self) -> u64 {
        self.start + self.at as u64
    }

    /// How many bytes follow, when it is a file.
    pub(crate) fn left(&self) -> Option<u64> {
        self.size.map(|size| size.saturating_sub(self.position()))
    }

    /// Whether this is where it ends.
    pub(crate) fn is_end(&mut self, position: u64) -> bool {
        self.position() == position && self.size.is_none_or(|size| size == position) && self.peek(1).is_empty()
    }

    /// The bytes from here on, at least `n` of them unless the end is near.
    pub(crate) fn peek(&mut self, n: usize) -> &[u8] {
        while self.buffer.len() - self.at < n && self.read_on() > 0 {}
        self.buffer.get(self.at..).unwrap_or_default()
    }

    /// Passes over bytes that were seen.
    pub(crate) fn consume(&mut self, n: usize) {
        self.at = (self.at + n).min(self.buffer.len());
    }

    /// Asks to be able to come back here.
    pub(crate) fn set_mark(&mut self) {
        self.mark = self.position();
    }

    /// Goes to a position, or in a stream as near to it as what is kept reaches.
    pub(crate) fn go_to(&mut self, position: u64) {
        let end = self.start + self.buffer.len() as u64;
        if (self.start..=end).contains(&position) {
            self.at = usize::try_from(position - self.start).unwrap_or(self.buffer.len());
            return;
        }
        match &mut self.source {
            Source::File(file) => {
                self.failure = file.seek(SeekFrom::Start(position)).err();
                self.is_over = false;
                (self.start, self.at) = (position, 0);
                self.buffer.clear();
            }
            Source::Stream(_) if position < self.start => self.at = 0,
            Source::Stream(_) => self.pass_to(position),
        }
    }

    fn pass_to(&mut self, position: u64) {
        self.mark = position;
        while self.position() < position {
            let n_here = self.peek(1).len();
            if n_here == 0 {
                return;
            }
            self.consume(usize::try_from(position - self.position()).map_or(n_here, |n| n.min(n_here)));
        }
    }

    /// Why reading broke off, once.
    pub(crate) fn failure(&mut self) -> Option<io::Error> {
        self.failure.take()
    }

    /// Reads another chunk; what was passed is let go, but for what a stream may be asked for again.
    fn read_on(&mut self) -> usize {
        if self.is_over || self.failure.is_some() {
            return 0;
        }
        let keep_from = match self.source {
            Source::File(_) => self.position(),
            Source::Stream(_) => self.mark.max(self.position().saturating_sub(KEPT)).min(self.position()),
        };
        let n_gone = usize::try_from(keep_from.saturating_sub(self.start)).unwrap_or(0);
        self.buffer.drain(..n_gone);
        self.start += n_gone as u64;
        self.at -= n_gone;
        self.append()
    }

    fn append(&mut self) -> usize {
        let n_before = self.buffer.len();
        self.buffer.resize(n_before + CHUNK, 0);
        let read = loop {
            let free = self.buffer.get_mut(n_before..).unwrap_or_default();
            let read = match &mut self.source {
                Source::File(file) => file.read(free),
                Source::Stream(stream) => stream.read(free),
            };
            match read {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        let n_read = read.unwrap_or_else(|error| {
            self.failure = Some(error);
            0
        });
        self.is_over = n_read == 0 && self.failure.is_none();
        self.buffer.truncate(n_before + n_read);
        n_read
    }
}
