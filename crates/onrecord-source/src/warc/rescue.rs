//! Where the next record begins behind a damaged one, be it damaged too.
//!
//! A record that lost its first bytes must still be counted, so beginnings are looked for that are only like those of the file.

use std::io;

use super::gzip::{self, Gzip, Step};
use super::zstandard::{self, Zstandard};
use crate::tape::Tape;

/// How a record begins.
const RECORD: &[u8; 15] = b"WARC/1.0\r\nWARC-";
/// So many of its bytes tell it.
const ENOUGH_OF_RECORD: usize = 9;
/// So many bytes of a member's head are compared; when it was packed is not.
const ENOUGH_OF_GZIP: usize = 2;
/// So many bytes of the magic number and of what follows it.
const ENOUGH_OF_ZSTD: usize = 2;
/// A window of the file that is searched at once.
const WINDOW: usize = 256 * 1024;
/// The first sound member stands within so many bytes.
const FIRST: u64 = 16 * 1024 * 1024;
/// So many packed bytes hold the beginning of a record: zstd unpacks a block at a time.
const ONE_BLOCK: usize = 132 * 1024;

/// Finds the beginning of records.
pub(crate) enum Rescue {
    Plain,
    Gzip { probe: Box<Gzip>, usual: [u8; gzip::HEAD] },
    Zstd { probe: Box<Zstandard>, usual: [u8; 5] },
}

/// Unpacking is tried where only a few bytes are like a beginning, so often and then once in so many bytes: in packed bytes chance
/// makes fewer such places, and whoever makes more wants to waste our time.
const FEW_TRIED: u64 = 16;
const BYTES_A_TRIAL: u64 = 1024;
/// The packed beginning of a record is in so many bytes of a gzip member.
const BEGINNING: usize = 4096;

/// No packed record is smaller.
const SMALLEST: u64 = 64;

/// Where something looks like the beginning of a record.
enum Like {
    Here(usize),
    /// Nothing does, so many bytes long.
    Behind(usize),
}

/// So much of a member is inflated at once to see whether it is sound, and so often.
const PART: usize = 64 * 1024;
const MOST_PARTS: usize = 16;

/// What unpacking a beginning gives.
#[derive(PartialEq)]
enum Beginning {
    /// That of a record, or like one.
    Record,
    Other,
    /// It does not unpack.
    Broken,
}

impl Rescue {
    pub(crate) fn is_plain(&self) -> bool {
        matches!(self, Self::Plain)
    }

    pub(crate) fn is_zstd(&self) -> bool {
        matches!(self, Self::Zstd { .. })
    }

    /// Learns how members of this file begin, from its first sound one.
    pub(crate) fn gzip(tape: &mut Tape) -> Self {
        let unknown = [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0xFF];
        let mut rescue = Self::Gzip { probe: Box::new(Gzip::new()), usual: unknown };
        if let Some(head) = rescue.first_sound(tape)
            && let Self::Gzip { usual, .. } = &mut rescue
        {
            *usual = head;
        }
        rescue
    }

    /// Learns how frames of this file begin, from its first sound one.
    pub(crate) fn zstd(tape: &mut Tape) -> io::Result<Self> {
        tape.go_to(0);
        let probe = Box::new(Zstandard::new(tape)?);
        let mut rescue = Self::Zstd { probe, usual: [0x28, 0xB5, 0x2F, 0xFD, 0] };
        if let Some(head) = rescue.first_sound(tape)
            && let Self::Zstd { usual, .. } = &mut rescue
        {
            *usual = head;
        }
        Ok(rescue)
    }

    /// The first bytes of the first member that is sound as far as its beginning shows.
    fn first_sound<const N: usize>(&mut self, tape: &mut Tape) -> Option<[u8; N]> {
        let mut at = 0;
        while at < FIRST {
            tape.go_to(at);
            let near = match self.first_like(tape.peek(WINDOW))? {
                Like::Behind(n_bytes) => {
                    at += n_bytes as u64;
                    continue;
                }
                Like::Here(near) => at + near as u64,
            };
            tape.go_to(near);
            if self.is_sound(tape) {
                tape.go_to(near);
                return tape.peek(N).get(..N)?.try_into().ok();
            }
            at = near + 1;
        }
        None
    }

    fn is_sound(&mut self, tape: &mut Tape) -> bool {
        match self {
            Self::Plain => true,
            Self::Gzip { probe, .. } => probe.begin(tape).is_ok() && inflated(probe, tape) == Beginning::Record,
            Self::Zstd { probe, .. } => {
                tape.peek(4).starts_with(&zstandard::MAGIC) && unpacked(probe, tape) == Beginning::Record
            }
        }
    }

    /// Goes to the next beginning of a record at `from` or behind it, or to the end of the file.
    pub(crate) fn go_to_next(&mut self, tape: &mut Tape, from: u64) {
        tape.go_to(from);
        let mut at = tape.position();
        let mut n_tried = 0;
        loop {
            tape.go_to(at);
            let near = match self.first_like(tape.peek(WINDOW)) {
                None => return tape.consume(WINDOW),
                Some(Like::Behind(n_bytes)) => {
                    at += n_bytes as u64;
                    continue;
                }
                Some(Like::Here(near)) => at + near as u64,
            };
            tape.go_to(near);
            let is_worth_it = self.has_magic(tape) || n_tried < FEW_TRIED + (near - from.min(near)) / BYTES_A_TRIAL;
            n_tried += 1;
            if is_worth_it && self.is_beginning(tape) {
                return tape.go_to(near);
            }
            at = near + 1;
        }
    }

    fn has_magic(&self, tape: &mut Tape) -> bool {
        match self {
            Self::Plain => true,
            Self::Gzip { .. } => tape.peek(4).starts_with(&gzip::MAGIC),
            Self::Zstd { .. } => tape.peek(4).starts_with(&zstandard::MAGIC),
        }
    }

    /// Where in the window something looks like a beginning, or where to search on; `None` when the file is at its end.
    fn first_like(&self, window: &[u8]) -> Option<Like> {
        let n_shape = match self {
            Self::Plain => RECORD.len() + 1,
            Self::Gzip { .. } => gzip::HEAD,
            Self::Zstd { .. } => 5,
        };
        let mut places = window.windows(n_shape);
        let found = match self {
            Self::Plain => places.position(is_like_record).map(|at| at + 1),
            Self::Gzip { usual, .. } => places.position(|here| likeness_of_gzip(here, usual) >= ENOUGH_OF_GZIP),
            Self::Zstd { usual, .. } => places.position(|here| likeness(here, usual) >= ENOUGH_OF_ZSTD),
        };
        match found {
            Some(at) => Some(Like::Here(at)),
            None if window.len() < WINDOW => None,
            None => Some(Like::Behind(window.len() + 1 - n_shape)),
        }
    }

    /// Whether a record begins here.
    fn is_beginning(&mut self, tape: &mut Tape) -> bool {
        match self {
            Self::Plain => true,
            Self::Gzip { probe, usual } => {
                let is_usual = likeness_of_gzip(tape.peek(gzip::HEAD), usual) == 6;
                let n_head = gzip::head_length(tape);
                tape.consume(n_head.unwrap_or(gzip::HEAD));
                probe.reset();
                let is_usual = is_usual && n_head.is_some();
                match inflated(probe, tape) {
                    Beginning::Other if is_usual => {
                        probe.reset();
                        !is_sound_to_its_end(|out| probe.step(tape, out))
                    }
                    beginning => is_one(beginning, is_usual),
                }
            }
            Self::Zstd { probe, usual } => {
                let is_usual = tape.peek(usual.len()).starts_with(usual);
                match unpacked(probe, tape) {
                    Beginning::Other if is_usual => {
                        probe.begin(tape).is_err() || !is_sound_to_its_end(|out| probe.step(tape, out))
                    }
                    beginning => is_one(beginning, is_usual),
                }
            }
        }
    }

    /// Where the member that began at `start` ends, if that is known although it is damaged; `here` is where unpacking stopped,
    /// when it came to an end.
    pub(crate) fn end_of_member(
        &mut self,
        tape: &mut Tape,
        start: u64,
        here: Option<u64>,
        is_whole: bool,
    ) -> Option<u64> {
        let (ends, magic): ([Option<u64>; 2], &[u8]) = match self {
            Self::Plain => return None,
            Self::Gzip { .. } => ([here, None], &gzip::MAGIC),
            Self::Zstd { usual, .. } => {
                let usual = usual.last().copied();
                ([None, usual].map(|descriptor| zstandard::frame_end(tape, start, descriptor)), &zstandard::MAGIC)
            }
        };
        let mut ends = ends.into_iter().flatten();
        if let Some(end) = ends.clone().find(|&end| is_end_or(tape, end, magic)) {
            return Some(end);
        }
        let end = ends.find(|&end| is_whole || self.is_followed_by_frame(tape, end))?;
        // Where bytes are missing or too many, the next member begins before or behind where this one seems to end.
        self.go_to_next(tape, end.saturating_sub(SMALLEST).max(start + 1));
        let next = tape.position();
        Some(if next < end + SMALLEST { next } else { end })
    }

    /// Whether a frame that lost its first bytes begins at `start`: whether there is another where it would end.
    fn is_followed_by_frame(&self, tape: &mut Tape, start: u64) -> bool {
        let Self::Zstd { usual, .. } = self else { return false };
        [None, usual.last().copied()].into_iter().any(|descriptor| {
            let end = zstandard::frame_end(tape, start, descriptor);
            end.is_some_and(|end| is_end_or(tape, end, &zstandard::MAGIC))
        })
    }
}

/// Whether the file ends here or goes on with these bytes.
fn is_end_or(tape: &mut Tape, position: u64, magic: &[u8]) -> bool {
    tape.go_to(position);
    // A position behind the end of the file is none.
    tape.is_end(position) || tape.peek(magic.len()).starts_with(magic)
}

/// A beginning that does not unpack is that of a damaged record when it looks just like those of the others.
fn is_one(beginning: Beginning, is_usual: bool) -> bool {
    beginning == Beginning::Record || beginning == Beginning::Broken && is_usual
}

fn is_like_record(here: &[u8]) -> bool {
    let (before, here) = here.split_first().map_or((0, here), |(before, here)| (*before, here));
    before == b'\n' && (here.starts_with(b"WARC/1.") || likeness(here, RECORD) >= ENOUGH_OF_RECORD)
}

/// How many bytes are the same.
fn likeness(here: &[u8], usual: &[u8]) -> usize {
    here.iter().zip(usual).filter(|(here, usual)| here == usual).count()
}

/// The same, without the time of packing.
fn likeness_of_gzip(here: &[u8], usual: &[u8; gzip::HEAD]) -> usize {
    let (Some(front), Some(back)) = (here.get(..4), here.get(8..10)) else { return 0 };
    likeness(front, usual) + likeness(back, usual.get(8..).unwrap_or_default())
}

/// What the member here unpacks to; the tape stands behind its head.
fn inflated(probe: &mut Gzip, tape: &mut Tape) -> Beginning {
    let mut out = [0; RECORD.len()];
    let packed = tape.peek(BEGINNING);
    let (n_out, is_broken) = probe.first_bytes(packed.get(..BEGINNING).unwrap_or(packed), &mut out);
    of_bytes(out.get(..n_out).unwrap_or_default(), is_broken)
}

/// What the frame here unpacks to, with its magic number put right.
fn unpacked(probe: &mut Zstandard, tape: &mut Tape) -> Beginning {
    let mut out = [0; RECORD.len()];
    let is_begun = probe.reset().is_ok() && probe.feed(&zstandard::MAGIC, &mut []).is_ok();
    let Some(packed) = tape.peek(ONE_BLOCK).get(zstandard::MAGIC.len()..).filter(|_| is_begun) else {
        return Beginning::Broken;
    };
    let packed = packed.get(..ONE_BLOCK).unwrap_or(packed);
    let (mut n_in, mut n_out) = (0, 0);
    while n_out < out.len() {
        let (input, free) = (packed.get(n_in..).unwrap_or_default(), out.get_mut(n_out..).unwrap_or_default());
        match probe.feed(input, free) {
            Err(_) => return of_bytes(out.get(..n_out).unwrap_or_default(), true),
            Ok((n_read, n_new, is_over)) if is_over || n_read == 0 && n_new == 0 => {
                return of_bytes(out.get(..n_out + n_new).unwrap_or_default(), !is_over);
            }
            Ok((n_read, n_new, _)) => (n_in, n_out) = (n_in + n_read, n_out + n_new),
        }
    }
    of_bytes(&out, false)
}

/// Whether a member is sound to its end, which each step unpacks a part of: a page that is stored as it came may hold one.
fn is_sound_to_its_end(mut step: impl FnMut(&mut [u8]) -> Step) -> bool {
    let mut out = vec![0; PART];
    for _ in 0..MOST_PARTS {
        if let Some(end) = step(&mut out).end {
            return end.is_ok();
        }
    }
    true
}

fn of_bytes(bytes: &[u8], is_broken: bool) -> Beginning {
    if bytes.starts_with(b"WARC/") || likeness(bytes, RECORD) >= ENOUGH_OF_RECORD {
        Beginning::Record
    } else if is_broken || bytes.iter().any(|byte| !byte.is_ascii_graphic() && !byte.is_ascii_whitespace()) {
        // Whatever else is packed inside a page that is stored as it came, such as HTML, begins with words.
        Beginning::Broken
    } else {
        Beginning::Other
    }
}
