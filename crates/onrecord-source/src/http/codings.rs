//! The codings of HTTP taken off, one after another, within limits.

use std::io::Read;

use flate2::bufread::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use onrecord_model::Notice;

use super::Answer;
use super::chunked::{Joined, joined};

/// Nobody packs a page more often.
const MOST_CODINGS: usize = 4;
/// Buffer of the brotli decoder.
const BUFFER: usize = 16 * 1024;

/// A content without its codings.
pub(crate) enum Uncoded {
    Sound(Vec<u8>),
    /// A coding breaks off; this came before.
    Part(Vec<u8>, Notice),
    /// There is more than allowed.
    TooLarge,
    /// The codings cannot be taken off, and why.
    Unknown(String),
}

/// The content of an answer; `record` begins with its head.
pub(crate) fn uncoded(answer: &Answer, mut record: Vec<u8>, limit: u64) -> Uncoded {
    record.drain(..answer.n_head.min(record.len()));
    let (mut bytes, mut broken) = match answer.is_chunked.then(|| joined(&record)) {
        None | Some(Joined::NotChunked) => (record, None),
        Some(Joined::Sound(bytes)) => (bytes, None),
        Some(Joined::Part(bytes)) => (bytes, Some("chunked".to_owned())),
    };
    if answer.codings.len() > MOST_CODINGS {
        return Uncoded::Unknown(format!("it is packed {} times over", answer.codings.len()));
    }
    for coding in answer.codings.iter().rev() {
        match unpacked(coding, &bytes, limit) {
            Unpacked::As(unpacked) => bytes = unpacked,
            Unpacked::AsItWas => {}
            Unpacked::Part(part) => (bytes, broken) = (part, Some(coding.clone())),
            Unpacked::TooLarge => return Uncoded::TooLarge,
            Unpacked::Not(why) => return Uncoded::Unknown(why),
        }
    }
    match broken {
        None => Uncoded::Sound(bytes),
        Some(coding) => Uncoded::Part(bytes, notice(&coding)),
    }
}

fn notice(coding: &str) -> Notice {
    Notice::new("broken-coding", format!("the coding `{coding}` breaks off; what came before was read"))
}

/// What one coding gives.
enum Unpacked {
    As(Vec<u8>),
    /// The archive's maker has taken it off.
    AsItWas,
    Part(Vec<u8>),
    TooLarge,
    Not(String),
}

fn unpacked(coding: &str, bytes: &[u8], limit: u64) -> Unpacked {
    match coding {
        _ if bytes.is_empty() => Unpacked::AsItWas,
        "gzip" | "x-gzip" if !bytes.starts_with(&[0x1F, 0x8B]) => Unpacked::AsItWas,
        "gzip" | "x-gzip" => read(MultiGzDecoder::new(bytes), coding, limit),
        "zstd" if !bytes.starts_with(&[0x28, 0xB5, 0x2F, 0xFD]) => Unpacked::AsItWas,
        "zstd" => match zstd::stream::read::Decoder::with_buffer(bytes) {
            Ok(decoder) => read(decoder, coding, limit),
            Err(error) => Unpacked::Not(format!("its coding zstd cannot be read: {error}")),
        },
        "deflate" => deflated(bytes, limit),
        "br" => brotli(bytes, limit),
        _ => Unpacked::Not("its content is in a coding that nobody here knows".to_owned()),
    }
}

/// Servers send `deflate` with the head of zlib, as they should, and without.
fn deflated(bytes: &[u8], limit: u64) -> Unpacked {
    match read(ZlibDecoder::new(bytes), "deflate", limit) {
        Unpacked::Not(_) => as_it_was_if_words(bytes, read(DeflateDecoder::new(bytes), "deflate", limit)),
        unpacked => unpacked,
    }
}

fn brotli(bytes: &[u8], limit: u64) -> Unpacked {
    as_it_was_if_words(bytes, read(brotli_decompressor::Decompressor::new(bytes, BUFFER), "br", limit))
}

/// Brotli and bare deflate have no head to know them by: markup that does not unpack was unpacked before.
fn as_it_was_if_words(bytes: &[u8], unpacked: Unpacked) -> Unpacked {
    match unpacked {
        Unpacked::Not(_) | Unpacked::Part(_) if bytes.trim_ascii_start().starts_with(b"<") => Unpacked::AsItWas,
        unpacked => unpacked,
    }
}

fn read(decoder: impl Read, coding: &str, limit: u64) -> Unpacked {
    let mut bytes = Vec::new();
    let read = decoder.take(limit.saturating_add(1)).read_to_end(&mut bytes);
    match read {
        _ if bytes.len() as u64 > limit => Unpacked::TooLarge,
        Ok(_) => Unpacked::As(bytes),
        Err(_) if bytes.is_empty() => Unpacked::Not(format!("its coding {coding} is damaged")),
        Err(_) => Unpacked::Part(bytes),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};

    use super::*;

    const PAGE: &[u8] = b"<html><p>The bridge opens in May.</p></html>";

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("packed")
    }

    fn of(codings: &[&str], content: &[u8], limit: u64) -> Uncoded {
        let codings = codings.iter().map(|&coding| coding.to_owned()).collect();
        uncoded(&Answer { codings, ..Answer::default() }, content.to_vec(), limit)
    }

    fn check(codings: &[&str], content: &[u8]) {
        assert!(matches!(of(codings, content, 1000), Uncoded::Sound(bytes) if bytes == PAGE), "{codings:?}");
    }

    #[test]
    fn every_coding_in_use_is_taken_off() {
        let mut zlib = ZlibEncoder::new(Vec::new(), Compression::default());
        let mut bare = DeflateEncoder::new(Vec::new(), Compression::default());
        check(&["gzip"], &gzip(PAGE));
        check(&["deflate"], &zlib.write_all(PAGE).and_then(|()| zlib.finish()).expect("packed"));
        check(&["deflate"], &bare.write_all(PAGE).and_then(|()| bare.finish()).expect("packed"));
        check(&["zstd"], &zstd::encode_all(PAGE, 3).expect("packed"));
        // A brotli stream that stores its bytes as they are: window bits, one stored block, the empty last one.
        check(&["br"], &stored_in_brotli(PAGE));
        check(&["gzip", "zstd"], &zstd::encode_all(gzip(PAGE).as_slice(), 3).expect("packed"));
    }

    fn stored_in_brotli(bytes: &[u8]) -> Vec<u8> {
        // Bits from the lowest: window 16 (0), not last (0), four nibbles (00), length less one, stored (1).
        let head = (bytes.len() as u32 - 1) << 4 | 1 << 20;
        let head = head.to_le_bytes();
        [&head[..3], bytes, &[3]].concat()
    }

    #[test]
    fn a_coding_that_was_taken_off_before_is_no_fault() {
        for coding in ["gzip", "zstd", "br", "deflate", "identity"] {
            if coding != "identity" {
                check(&[coding], PAGE);
            }
        }
    }

    #[test]
    fn a_broken_coding_gives_what_came_before() {
        let words: Vec<u8> =
            (0..20_000_u32).flat_map(|n| format!("{} ", n.wrapping_mul(2_654_435_761)).into_bytes()).collect();
        let packed = gzip(&words);
        let part = of(&["gzip"], &packed[..packed.len() / 2], 1_000_000);
        assert!(matches!(part, Uncoded::Part(bytes, _) if bytes.len() > 1000 && words.starts_with(&bytes)));
        assert!(matches!(of(&["gzip"], &packed[..8], 1000), Uncoded::Unknown(_)));
    }

    #[test]
    fn bombs_are_not_unpacked() {
        let bomb = gzip(&gzip(&vec![0; 10_000_000]));
        assert!(matches!(of(&["gzip", "gzip"], &bomb, 100_000), Uncoded::TooLarge));
        assert!(matches!(of(&["gzip"; 5], PAGE, 1000), Uncoded::Unknown(_)));
    }
}
