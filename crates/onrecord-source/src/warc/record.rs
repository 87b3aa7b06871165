//! One record: its head, its content, and whether what follows is what should.

use memchr::memmem;

use super::head::{Head, RecordKind};
use super::stream::Stream;

/// A longer head is none.
const LONGEST_HEAD: usize = 64 * 1024;
/// So much is set aside for content before any of it is seen.
const FIRST_ROOM: u64 = 256 * 1024;
/// So many empty lines may follow a record, as letters.
const MOST_ENDS: usize = 16;

/// A record that is whole.
pub(crate) struct Record {
    pub(crate) head: Head,
    /// Empty where nobody wants it; `None` when it is larger than allowed.
    pub(crate) content: Option<Vec<u8>>,
}

/// A record that is not.
pub(crate) struct Fault {
    pub(crate) why: String,
    /// What was read as its content: perhaps there are other records in it.
    pub(crate) content: Vec<u8>,
    /// Head and content were there, and the damage shows only behind them.
    pub(crate) is_whole: bool,
}

impl From<String> for Fault {
    fn from(why: String) -> Self {
        Self { why, content: Vec::new(), is_whole: false }
    }
}

/// Reads the record here. Content past the limit is not kept, whatever its length is said to be.
pub(crate) fn read(stream: &mut Stream, limit: u64) -> Result<Record, Fault> {
    let head = head(stream)?;
    if stream.tape.left().is_some_and(|left| !stream.is_packed() && head.length > left) {
        return Err(Fault::from("its Content-Length is longer than the file".to_owned()));
    }
    let is_wanted = !matches!(head.kind, RecordKind::Revisit | RecordKind::Other);
    let mut content = Vec::new();
    if head.length > limit || !is_wanted {
        pass(stream, head.length)?;
    } else if let Err(why) = fill(stream, head.length, &mut content) {
        return Err(Fault { why, content, is_whole: false });
    }
    let is_too_large = is_wanted && head.length > limit;
    match end(stream) {
        Ok(()) => Ok(Record { head, content: (!is_too_large).then_some(content) }),
        Err(fault) => Err(Fault { content, ..fault }),
    }
}

fn head(stream: &mut Stream) -> Result<Head, String> {
    let mut n_wanted = 8;
    loop {
        let bytes = stream.peek(n_wanted)?;
        if !bytes.starts_with(b"WARC/") {
            return Err("it does not begin with `WARC/`".to_owned());
        }
        if let Some(n_head) = head_end(bytes) {
            let head = Head::of_lines(bytes.get(..n_head).unwrap_or_default());
            stream.consume(n_head);
            return head;
        }
        if bytes.len() < n_wanted {
            return Err("its head breaks off".to_owned());
        }
        if bytes.len() > LONGEST_HEAD {
            return Err(format!("its head is longer than {LONGEST_HEAD} bytes"));
        }
        n_wanted = bytes.len() + 1;
    }
}

/// Behind the empty line that closes a head.
fn head_end(bytes: &[u8]) -> Option<usize> {
    let bytes = bytes.get(..2 * LONGEST_HEAD).unwrap_or(bytes);
    let end = memmem::find(bytes, b"\r\n\r\n").map(|at| at + 4);
    let bare = memmem::find(bytes.get(..end.unwrap_or(bytes.len()))?, b"\n\n").map(|at| at + 2);
    bare.or(end)
}

fn fill(stream: &mut Stream, length: u64, content: &mut Vec<u8>) -> Result<(), String> {
    content.reserve(length.min(FIRST_ROOM) as usize);
    each_chunk(stream, length, |chunk| content.extend_from_slice(chunk))
}

fn pass(stream: &mut Stream, length: u64) -> Result<(), String> {
    each_chunk(stream, length, |_| {})
}

fn each_chunk(stream: &mut Stream, length: u64, mut take: impl FnMut(&[u8])) -> Result<(), String> {
    let mut n_left = length;
    while n_left > 0 {
        let chunk = stream.peek(1)?;
        let n_here = usize::try_from(n_left).map_or(chunk.len(), |n| n.min(chunk.len()));
        if n_here == 0 {
            return Err("it ends before its Content-Length".to_owned());
        }
        take(chunk.get(..n_here).unwrap_or_default());
        stream.consume(n_here);
        n_left -= n_here as u64;
    }
    Ok(())
}

/// Two line ends close a record; the end of its member will do.
fn end(stream: &mut Stream) -> Result<(), Fault> {
    for n_ends in 0..MOST_ENDS {
        let here = stream.peek(1).map_err(|why| Fault { why, content: Vec::new(), is_whole: n_ends > 1 })?;
        match here.first() {
            Some(b'\r' | b'\n') => stream.consume(1),
            Some(b'W') | None => return Ok(()),
            Some(_) if n_ends > 1 => return Ok(()),
            Some(_) => return Err(Fault::from("it goes on behind its Content-Length".to_owned())),
        }
    }
    Ok(())
}
