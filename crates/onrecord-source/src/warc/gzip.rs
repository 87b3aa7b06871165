//! One gzip member after another, each with a beginning and an end of its own.

use flate2::{Crc, Decompress, FlushDecompress, Status};

use crate::tape::Tape;

/// How a gzip member begins.
pub(crate) const MAGIC: [u8; 3] = [0x1F, 0x8B, 0x08];
/// The fixed part of a member's head.
pub(crate) const HEAD: usize = 10;
/// Checksum and length, which close a member.
const TAIL: usize = 8;
/// A file name or a comment in a member's head is no longer.
const LONGEST_WORD: usize = 4096;

const HAS_CRC: u8 = 2;
const HAS_EXTRA: u8 = 4;
const HAS_NAME: u8 = 8;
const HAS_COMMENT: u8 = 16;
const RESERVED: u8 = 0xE0;

/// Inflates members.
pub(crate) struct Gzip {
    inflate: Decompress,
    crc: Crc,
    n_out: u32,
}

/// What came of a step.
pub(crate) struct Step {
    pub(crate) n_out: usize,
    /// How the member ended, if it did.
    pub(crate) end: Option<Result<(), String>>,
}

impl Step {
    pub(crate) fn broken(n_out: usize, why: &str) -> Self {
        Self { n_out, end: Some(Err(why.to_owned())) }
    }
}

impl Gzip {
    pub(crate) fn new() -> Self {
        Self { inflate: Decompress::new(false), crc: Crc::new(), n_out: 0 }
    }

    /// Begins the member here.
    pub(crate) fn begin(&mut self, tape: &mut Tape) -> Result<(), String> {
        let n_head = head_length(tape).ok_or("no gzip member begins here")?;
        tape.consume(n_head);
        self.reset();
        Ok(())
    }

    pub(crate) fn reset(&mut self) {
        self.inflate.reset(false);
        self.crc.reset();
        self.n_out = 0;
    }

    /// Inflates until `out` is full or the member is over.
    pub(crate) fn step(&mut self, tape: &mut Tape, out: &mut [u8]) -> Step {
        let mut n_out = 0;
        let end = loop {
            let free = out.get_mut(n_out..).unwrap_or_default();
            if free.is_empty() {
                break None;
            }
            let (in_before, out_before) = (self.inflate.total_in(), self.inflate.total_out());
            let status = self.inflate.decompress(tape.peek(1), free, FlushDecompress::None);
            let n_read = (self.inflate.total_in() - in_before) as usize;
            let n_new = (self.inflate.total_out() - out_before) as usize;
            tape.consume(n_read);
            n_out += n_new;
            match status {
                Err(_) => break Some(Err("it does not inflate".to_owned())),
                Ok(Status::StreamEnd) => break Some(Ok(())),
                Ok(_) if n_read == 0 && n_new == 0 => break Some(Err(BREAKS_OFF.to_owned())),
                Ok(_) => {}
            }
        };
        self.count(out.get(..n_out).unwrap_or_default());
        Step { n_out, end: end.map(|end| end.and_then(|()| self.check_tail(tape))) }
    }

    /// Inflates the beginning of some bytes: how many bytes that gave, and whether they do not inflate.
    pub(crate) fn first_bytes(&mut self, packed: &[u8], out: &mut [u8]) -> (usize, bool) {
        let status = self.inflate.decompress(packed, out, FlushDecompress::None);
        let n_out = self.inflate.total_out() as usize;
        (n_out, status.is_err() || n_out < out.len() && !matches!(status, Ok(Status::StreamEnd)))
    }

    fn count(&mut self, out: &[u8]) {
        self.crc.update(out);
        self.n_out = self.n_out.wrapping_add(out.len() as u32);
    }

    fn check_tail(&self, tape: &mut Tape) -> Result<(), String> {
        let tail = tape.peek(TAIL);
        let number = |at: usize| tail.get(at..at + 4).and_then(|four| four.try_into().ok()).map(u32::from_le_bytes);
        let (crc, length) = (number(0), number(4));
        if crc.is_none() || length.is_none() {
            return Err(BREAKS_OFF.to_owned());
        }
        tape.consume(TAIL);
        let is_right = crc == Some(self.crc.sum()) && length == Some(self.n_out);
        if is_right { Ok(()) } else { Err(WRONG_CHECKSUM.to_owned()) }
    }
}

/// Said of a member that has no end.
pub(crate) const BREAKS_OFF: &str = "it breaks off";
/// Said of a member that ends, but holds other bytes than were packed.
pub(crate) const WRONG_CHECKSUM: &str = "its checksum is wrong";

/// How long the head of the member is that begins here; `None` when none does.
pub(crate) fn head_length(tape: &mut Tape) -> Option<usize> {
    let head = tape.peek(HEAD).get(..HEAD)?;
    let flags = *head.get(3)?;
    if !head.starts_with(&MAGIC) || flags & RESERVED != 0 {
        return None;
    }
    let mut length = HEAD;
    if flags & HAS_EXTRA != 0 {
        let n_extra = tape.peek(length + 2).get(length..length + 2)?;
        length += 2 + usize::from(u16::from_le_bytes(n_extra.try_into().ok()?));
    }
    for _ in 0..u32::from(flags & HAS_NAME != 0) + u32::from(flags & HAS_COMMENT != 0) {
        let word = tape.peek(length + LONGEST_WORD).get(length..)?;
        length += word.iter().take(LONGEST_WORD).position(|&byte| byte == 0)? + 1;
    }
    Some(if flags & HAS_CRC != 0 { length + 2 } else { length })
}
