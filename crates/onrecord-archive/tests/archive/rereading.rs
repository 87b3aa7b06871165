//! Reading again, and stores of earlier versions.

use std::path::Path;
use std::time::Duration;

use onrecord_archive::{Access, Archive};

use crate::support::{add, check, file, folder, lines, open, records, said};

#[test]
fn pages_in_other_encodings_are_read_again_from_their_bytes() {
    let folder = folder("encodings");
    let mut archive = open(&folder);
    let html = "<html><head><meta charset=windows-1251></head><body><article><h1>Мост откроют</h1><p>Мэр Иван Петров заявил, что мост через реку откроют в начале мая.</p></article></body></html>";
    let bytes: Vec<u8> = html.chars().map(cp1251).collect();
    let path = file(&folder, "page.html", &bytes);
    add(&mut archive, &[path, file(&folder, "mark.txt", "\u{feff}Министр Анна Иванова заявила, что снега не будет.")]);
    let before = records(&archive);
    let stored = archive.store().articles(true).next().expect("an article").expect("an article");
    assert_eq!(stored.source(), bytes);
    check(&archive);
    let reread = archive.reread(true, 2, &Default::default(), &mut ()).expect("read again");
    assert_eq!((reread.read, reread.changed, reread.failed), (2, 0, 0));
    assert_eq!(records(&archive), before);
    check(&archive);
}

/// A letter in windows-1251.
fn cp1251(letter: char) -> u8 {
    match u32::from(letter) {
        code @ 0x410..=0x44F => (code - 0x410 + 0xC0) as u8,
        code => code as u8,
    }
}

#[test]
fn what_this_program_has_read_is_not_read_again() {
    let folder = folder("up-to-date");
    let mut archive = open(&folder);
    add(&mut archive, &[file(&folder, "news.ndjson", lines(5))]);
    assert_eq!(archive.reread(false, 1, &Default::default(), &mut ()).expect("read again").read, 0);
}

/// Stores of all versions, made by the programs of their time, open for ever: they are brought up to date and say the same.
#[test]
fn a_store_of_version_1_opens() {
    let folder = folder("version-1");
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/version-1.db.zst");
    if std::env::var_os("ONRECORD_UPDATE").is_some() {
        let mut archive = open(&folder);
        add(&mut archive, &[file(&folder, "news.ndjson", lines(6))]);
        drop(archive);
        let bytes = std::fs::read(folder.join("store.db")).expect("a store");
        std::fs::write(&fixture, zstd::bulk::compress(&bytes, 19).expect("packed")).expect("written");
    }
    let packed = std::fs::read(&fixture).expect("the fixture");
    let path = file(&folder, "old.db", zstd::bulk::decompress(&packed, 1 << 24).expect("unpacked"));
    let mut archive = Archive::open(&path, Access::Write, Duration::from_secs(1)).expect("an archive");
    assert_eq!(records(&archive).len(), 6);
    assert_eq!(said(&archive, "мосту").len(), 6);
    assert_eq!(archive.verify(false, |_| {}).expect("a report").problems, []);
    archive.reread(false, 1, &Default::default(), &mut ()).expect("read again");
    check(&archive);
}
