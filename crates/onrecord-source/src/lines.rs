//! An input with one JSON object a line, read line by line.

use std::io::{self, BufRead, Read};

use onrecord_model::Page;

use crate::kind::stem;
use crate::open::Opened;
use crate::pages_of::Taken;
use crate::row::{self, RowError};
use crate::{Given, SourceError};

/// The pages of an input that holds one object a line.
pub(crate) struct Lines {
    input: Opened,
    /// What a page without a name of its own is called, before `:LINE`.
    stem: String,
    line: u64,
    offset: u64,
    is_over: bool,
    buffer: Vec<u8>,
}

/// What the next line turned out to be.
enum Line {
    End,
    Whole,
    TooLong,
}

impl Lines {
    /// Begins `from` bytes after the beginning; the lines before are counted, since pages are named after theirs.
    pub(crate) fn new(mut input: Opened, from: u64) -> Result<Self, SourceError> {
        let is_stdin = input.path.as_os_str() == "-";
        let stem = if is_stdin { None } else { stem(&input.path) };
        let stem = stem.unwrap_or_else(|| "stdin".to_owned());
        let passed = pass(&mut input.bytes, from);
        let broken = |source| SourceError::Read { path: input.path.clone(), offset: 0, source };
        let line = passed.map_err(broken)?;
        Ok(Self { input, stem, line, offset: from, is_over: false, buffer: Vec::new() })
    }

    /// The next page, or why its line gave none; `None` at the end.
    pub(crate) fn next(&mut self, given: &Given) -> Option<Taken> {
        while !self.is_over {
            let page = match self.read_line(given.max_bytes) {
                Err(source) => {
                    self.is_over = true;
                    let (path, offset) = (self.input.path.clone(), self.offset);
                    return Some(Taken::last(Err(SourceError::Read { path, offset, source })));
                }
                Ok(Line::End) => {
                    self.is_over = true;
                    continue;
                }
                Ok(Line::TooLong) => {
                    let (path, line, limit) = (self.input.path.clone(), self.line, given.max_bytes);
                    Err(SourceError::LongLine { path, line, limit })
                }
                Ok(Line::Whole) if self.words().is_empty() => continue,
                Ok(Line::Whole) => self.page(given),
            };
            return Some(Taken { page, next: self.offset });
        }
        None
    }

    /// The line without white space around it and without a byte-order mark.
    fn words(&self) -> &[u8] {
        let line = if self.line == 1 { self.buffer.strip_prefix(b"\xEF\xBB\xBF") } else { None };
        line.unwrap_or(&self.buffer).trim_ascii()
    }

    fn page(&self, given: &Given) -> Result<Page, SourceError> {
        let (path, line) = (self.input.path.clone(), self.line);
        let mut page = row::page(self.words()).map_err(|error| match error {
            RowError::Binary(why) => SourceError::Binary { path, line: Some(line), offset: None, why },
            RowError::NoText => SourceError::NoText { path, line },
            RowError::Form(reason) => SourceError::BadLine { path, line, reason },
        })?;
        page.name.get_or_insert_with(|| format!("{}:{line}", self.stem));
        page.file = (self.input.path.as_os_str() != "-").then(|| self.input.path.display().to_string());
        given.over(&mut page);
        Ok(page)
    }

    /// Reads one line into the buffer; of a line past the limit only the length is kept in mind.
    fn read_line(&mut self, limit: u64) -> io::Result<Line> {
        self.buffer.clear();
        let reader = &mut self.input.bytes;
        let read = reader.by_ref().take(limit.saturating_add(1)).read_until(b'\n', &mut self.buffer);
        let n_read = self.buffer.len() as u64;
        self.offset += n_read;
        read?;
        if n_read == 0 {
            return Ok(Line::End);
        }
        self.line += 1;
        if n_read <= limit || self.buffer.ends_with(b"\n") {
            return Ok(Line::Whole);
        }
        self.buffer = Vec::new();
        self.offset += skip_line(reader)?;
        Ok(Line::TooLong)
    }
}

/// Passes over the rest of a line.
fn skip_line(reader: &mut impl BufRead) -> io::Result<u64> {
    let mut n_skipped = 0;
    loop {
        let chunk = reader.fill_buf()?;
        let end = chunk.iter().position(|&byte| byte == b'\n');
        let n_used = end.map_or(chunk.len(), |end| end + 1);
        let is_done = end.is_some() || chunk.is_empty();
        reader.consume(n_used);
        n_skipped += n_used as u64;
        if is_done {
            return Ok(n_skipped);
        }
    }
}

/// Passes over `n` bytes and counts the lines that end in them.
fn pass(reader: &mut impl BufRead, n: u64) -> io::Result<u64> {
    let (mut n_lines, mut n_left) = (0, n);
    while n_left > 0 {
        let chunk = reader.fill_buf()?;
        let n_used = usize::try_from(n_left).map_or(chunk.len(), |n| n.min(chunk.len()));
        if n_used == 0 {
            break;
        }
        n_lines += memchr::memchr_iter(b'\n', chunk.get(..n_used).unwrap_or_default()).count() as u64;
        reader.consume(n_used);
        n_left -= n_used as u64;
    }
    Ok(n_lines)
}
