//! One zstd frame after another, also those packed with a dictionary that stands at the head of the file.

use std::io::{self, Read};

use zstd::stream::raw::{Decoder, InBuffer, Operation, OutBuffer};

use super::gzip::{BREAKS_OFF, Step};
use crate::tape::Tape;

/// How a frame begins.
pub(crate) const MAGIC: [u8; 4] = [0x28, 0xB5, 0x2F, 0xFD];
/// How the frame begins that holds the dictionary of a `.warc.zst`.
pub(crate) const DICTIONARY: [u8; 4] = [0x5D, 0x2A, 0x4D, 0x18];
/// The magic number and length of a frame that decoders pass over.
const SKIPPED_HEAD: usize = 8;
/// A larger dictionary is none.
const LARGEST_DICTIONARY: u32 = 64 * 1024 * 1024;
/// A block holds no more, packed or unpacked.
const LARGEST_BLOCK: u32 = 128 * 1024;

/// So many blocks of a damaged frame are passed over.
const MOST_BLOCKS: usize = 1 << 16;

/// Unpacks frames.
pub(crate) struct Zstandard {
    decoder: Decoder<'static>,
}

impl Zstandard {
    /// Takes the dictionary, if the file begins with one.
    pub(crate) fn new(tape: &mut Tape) -> io::Result<Self> {
        let decoder = match dictionary(tape) {
            Some(dictionary) => Decoder::with_dictionary(&dictionary?)?,
            None => Decoder::new()?,
        };
        Ok(Self { decoder })
    }

    /// Begins the frame here.
    pub(crate) fn begin(&mut self, tape: &mut Tape) -> Result<(), String> {
        if !tape.peek(MAGIC.len()).starts_with(&MAGIC) {
            return Err("no zstd frame begins here".to_owned());
        }
        self.reset()
    }

    pub(crate) fn reset(&mut self) -> Result<(), String> {
        self.decoder.reinit().map_err(|error| error.to_string())
    }

    /// Unpacks until `out` is full or the frame is over.
    pub(crate) fn step(&mut self, tape: &mut Tape, out: &mut [u8]) -> Step {
        let mut n_out = 0;
        while n_out < out.len() {
            let free = out.get_mut(n_out..).unwrap_or_default();
            let (n_read, n_new, is_over) = match self.feed(tape.peek(1), free) {
                Ok(fed) => fed,
                Err(why) => return Step::broken(n_out, &why),
            };
            tape.consume(n_read);
            n_out += n_new;
            if is_over {
                return Step { n_out, end: Some(Ok(())) };
            }
            if n_read == 0 && n_new == 0 {
                return Step::broken(n_out, BREAKS_OFF);
            }
        }
        Step { n_out, end: None }
    }

    /// Gives the decoder some bytes: how many it read, how many it wrote, and whether the frame is over.
    pub(crate) fn feed(&mut self, input: &[u8], out: &mut [u8]) -> Result<(usize, usize, bool), String> {
        let (mut input, mut out) = (InBuffer::around(input), OutBuffer::around(out));
        match self.decoder.run(&mut input, &mut out) {
            Ok(left) => Ok((input.pos(), out.pos(), left == 0)),
            Err(_) => Err("it does not unpack".to_owned()),
        }
    }
}

/// The dictionary at the head of the file, itself packed or not.
fn dictionary(tape: &mut Tape) -> Option<io::Result<Vec<u8>>> {
    let head = tape.peek(SKIPPED_HEAD).get(..SKIPPED_HEAD)?;
    let n_bytes = u32::from_le_bytes(head.strip_prefix(&DICTIONARY)?.try_into().ok()?);
    let n_bytes = (n_bytes <= LARGEST_DICTIONARY).then_some(n_bytes as usize)?;
    let bytes = tape.peek(SKIPPED_HEAD + n_bytes).get(SKIPPED_HEAD..SKIPPED_HEAD + n_bytes)?;
    if !bytes.starts_with(&MAGIC) {
        return Some(Ok(bytes.to_vec()));
    }
    let mut unpacked = Vec::new();
    let decoder = zstd::stream::read::Decoder::with_buffer(bytes);
    let read = decoder.and_then(|decoder| decoder.take(LARGEST_DICTIONARY.into()).read_to_end(&mut unpacked));
    Some(read.map(|_| unpacked))
}

/// The length of a frame here that decoders pass over, such as the one with the dictionary.
pub(crate) fn skipped_length(tape: &mut Tape) -> Option<u64> {
    let head = tape.peek(SKIPPED_HEAD).get(..SKIPPED_HEAD)?;
    let (magic, length) = head.split_at_checked(4)?;
    let is_skipped = magic.first()? & 0xF0 == 0x50 && magic.get(1..)? == DICTIONARY.get(1..)?;
    let length = u32::from_le_bytes(length.try_into().ok()?);
    is_skipped.then_some(SKIPPED_HEAD as u64 + u64::from(length))
}

/// Where the frame that begins at `start` ends, by the lengths that its blocks give; their content may be damaged, and so may its
/// head if it is known what kind of frame it is.
pub(crate) fn frame_end(tape: &mut Tape, start: u64, descriptor: Option<u8>) -> Option<u64> {
    tape.go_to(start);
    let here = *tape.peek(MAGIC.len() + 1).get(MAGIC.len())?;
    let descriptor = descriptor.unwrap_or(here);
    let mut at = start + MAGIC.len() as u64 + head_length(descriptor);
    for _ in 0..MOST_BLOCKS {
        tape.go_to(at);
        let head = tape.peek(3).get(..3)?;
        let head = u32::from_le_bytes([*head.first()?, *head.get(1)?, *head.get(2)?, 0]);
        let (is_last, kind, size) = (head & 1 == 1, head >> 1 & 3, head >> 3);
        if kind == 3 || size > LARGEST_BLOCK {
            return None;
        }
        // A run of one byte is stored as that byte.
        at += 3 + u64::from(if kind == 1 { 1 } else { size });
        if is_last {
            return Some(at + if descriptor & 4 == 0 { 0 } else { 4 });
        }
    }
    None
}

/// How long a frame's head is behind the magic number.
fn head_length(descriptor: u8) -> u64 {
    let is_one_segment = descriptor & 0x20 != 0;
    let window = if is_one_segment { 0 } else { 1 };
    let dictionary = [0, 1, 2, 4].get(usize::from(descriptor & 3)).copied().unwrap_or(0);
    let size = match descriptor >> 6 {
        0 => u64::from(is_one_segment),
        bits => 1 << bits,
    };
    1 + window + dictionary + size
}
