//! Arbitrary bytes, read as the program reads a file; every record must be sound.
//!
//! The first byte says what the file is called, the rest is the file.
#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use onrecord::Reader;
use onrecord_model::Body;
use onrecord_source::{Given, pages};
use onrecord_trials::check_record;

static READER: LazyLock<Reader> = LazyLock::new(Reader::new);

const ENDINGS: [&str; 4] = ["txt", "html", "ndjson", "gz"];

fuzz_target!(|bytes: &[u8]| {
    let Some((first, bytes)) = bytes.split_first() else { return };
    let ending = ENDINGS[usize::from(*first) % ENDINGS.len()];
    let path = file(ending);
    std::fs::write(&path, bytes).expect("a folder for temporary files");
    for page in pages([&path], &Given::default()).filter_map(Result::ok) {
        let record = READER.read(&page);
        // Of an HTML page only some of the text is the article's.
        let text = if let Body::Text(text) = &page.body { text } else { &record.article.text };
        if let Err(why) = check_record(text, &record) {
            panic!("{why}");
        }
    }
});

fn file(ending: &str) -> PathBuf {
    std::env::temp_dir().join(format!("onrecord-fuzz-{}.{ending}", std::process::id()))
}
