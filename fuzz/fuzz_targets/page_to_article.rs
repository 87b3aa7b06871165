//! Arbitrary bytes, read as a web page; the article must be sound, and so must its record.
//!
//! Nothing is written to a file, so that this target is faster than `text_to_record`.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use onrecord::{Reader, record};
use onrecord_model::{Body, Page};
use onrecord_trials::check_record;

static READER: LazyLock<Reader> = LazyLock::new(Reader::new);

fuzz_target!(|bytes: &[u8]| {
    let html = String::from_utf8_lossy(bytes).into_owned();
    let page = Page { body: Body::Html(html), url: Some("https://a.example/b".to_owned()), ..Page::default() };
    let record = record(&page, &READER.article(&page), READER.packs());
    if let Err(why) = check_record(&record.article.text, &record) {
        panic!("{why}");
    }
});
