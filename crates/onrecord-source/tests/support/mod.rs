//! Files for the tests: folders of their own, web archives made on the spot.
#![allow(dead_code)] // Every test program uses a part.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use onrecord_source::{Given, Input, Taken, pages_of};

/// How an archive is packed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Packed {
    Not,
    Gzip,
    Zstd,
}

pub(crate) const ALL_PACKED: [Packed; 3] = [Packed::Not, Packed::Gzip, Packed::Zstd];

/// An empty folder.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

pub(crate) fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).expect("a file for the test");
    path
}

pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("packed")
}

/// A frame that says how long it is and has a checksum, as the specification of `.warc.zst` wants it.
pub(crate) fn zstd_frame(bytes: &[u8], dictionary: &[u8]) -> Vec<u8> {
    let mut encoder = zstd::stream::write::Encoder::with_dictionary(Vec::new(), 1, dictionary).expect("an encoder");
    encoder.include_checksum(true).expect("a checksum");
    encoder.set_pledged_src_size(Some(bytes.len() as u64)).expect("a size");
    encoder.write_all(bytes).expect("packed");
    encoder.finish().expect("packed")
}

pub(crate) fn pack(record: &[u8], packed: Packed) -> Vec<u8> {
    match packed {
        Packed::Not => record.to_vec(),
        Packed::Gzip => gzip(record),
        Packed::Zstd => zstd_frame(record, b""),
    }
}

pub(crate) fn ending(packed: Packed) -> &'static str {
    match packed {
        Packed::Not => "warc",
        Packed::Gzip => "warc.gz",
        Packed::Zstd => "warc.zst",
    }
}

/// A record with any content.
pub(crate) fn record(kind: &str, fields: &str, content: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2022-01-13T10:00:00Z\r\n{fields}Content-Length: {}\r\n\r\n",
        content.len()
    );
    [head.as_bytes(), content, b"\r\n\r\n"].concat()
}

/// An answer of a server.
pub(crate) fn response(url: &str, http_head: &str, body: &[u8]) -> Vec<u8> {
    let fields = format!("WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\n");
    record("response", &fields, &[http_head.as_bytes(), b"\r\n\r\n", body].concat())
}

pub(crate) fn page(url: &str, words: &str) -> Vec<u8> {
    let body = format!("<html><body><p>{words}</p></body></html>");
    response(url, "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8", body.as_bytes())
}

/// Everything in a file, from a position on.
pub(crate) fn taken(path: &Path, from: u64, given: &Given) -> Vec<Taken> {
    let input = Input::at(path).expect("an input");
    pages_of(&input, from, given).collect()
}

/// What an item is, in a word that two runs must have in common.
pub(crate) fn shown(taken: &Taken) -> String {
    match &taken.page {
        Ok(page) => format!("{:?} {:?} {:?} {} {}", page.url, page.name, page.warc, page.sha256, taken.next),
        Err(error) => format!("{} {error} {}", error.reason(), taken.next),
    }
}

/// Reading that goes on at any item is the same as reading on.
pub(crate) fn check_going_on(path: &Path, given: &Given) {
    let all: Vec<Taken> = taken(path, 0, given);
    let one_run: Vec<String> = all.iter().map(shown).collect();
    for (n, item) in all.iter().enumerate() {
        let rest: Vec<String> = taken(path, item.next, given).iter().map(shown).collect();
        assert_eq!(rest, one_run[n + 1..], "{} after item {n}", path.display());
    }
}
