//! What holds of every record, tried on texts made of pieces of news.

use std::sync::LazyLock;

use onrecord::Reader;
use onrecord_model::{ArticleRecord, Body, Lang, Page};
use onrecord_trials::{Failure, check_record, holds_for_news};

static READER: LazyLock<Reader> = LazyLock::new(Reader::new);

fn page(text: &str, lang: Option<&str>) -> Page {
    let published = Some("2022-01-13".to_owned());
    Page { lang: lang.and_then(Lang::new), published, body: Body::Text(text.to_owned()), ..Page::default() }
}

fn read(text: &str, lang: Option<&str>) -> ArticleRecord {
    READER.read(&page(text, lang))
}

fn check(lang: Option<&str>) -> Result<(), Failure> {
    holds_for_news(400, |text| check_record(text, &read(text, lang)))
}

#[test]
fn every_russian_record_is_sound() -> Result<(), Failure> {
    check(Some("ru"))
}

#[test]
fn every_ukrainian_record_is_sound() -> Result<(), Failure> {
    check(Some("uk"))
}

#[test]
fn every_english_record_is_sound() -> Result<(), Failure> {
    check(Some("en"))
}

#[test]
fn a_record_is_sound_when_nobody_tells_the_language() -> Result<(), Failure> {
    check(None)
}

#[test]
fn reading_twice_gives_the_same_record() -> Result<(), Failure> {
    let other = Reader::new();
    holds_for_news(150, |text| {
        let is_same = read(text, None) == other.read(&page(text, None));
        if is_same { Ok(()) } else { Err("two readings differ".to_owned()) }
    })
}

#[test]
fn a_reader_remembers_nothing_of_earlier_pages() {
    let text = "Мэр Иван Петров заявил, что мост откроют 7 мая.";
    let before = read(text, None);
    for other in ["He said no.", "Вона сказала: «Так».", ""] {
        read(other, None);
    }
    assert_eq!(read(text, None), before);
}
