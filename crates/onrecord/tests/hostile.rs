//! Texts that nobody wrote: each has a record, and the record is sound.
//!
//! How the time grows with the text is measured by `cargo xtask soak`, not here.

use std::sync::LazyLock;

use onrecord::Reader;
use onrecord_model::{ArticleRecord, Body, Lang, Page};
use onrecord_trials::{PAGES, SHAPES, check_record};

static READER: LazyLock<Reader> = LazyLock::new(Reader::new);

/// An article of ours in each language.
const ARTICLES: [(&str, &str); 3] = [
    ("ru", include_str!("../../../examples/dam.ru.txt")),
    ("uk", include_str!("../../../examples/hospital.uk.txt")),
    ("en", include_str!("../../../examples/port.en.txt")),
];

fn page(text: &str, lang: Option<&str>) -> Page {
    Page { lang: lang.and_then(Lang::new), body: Body::Text(text.to_owned()), ..Page::default() }
}

/// Reads a text that comes without a date, and checks the record.
fn check(text: &str, lang: Option<&str>) -> ArticleRecord {
    let record = READER.read(&page(text, lang));
    if let Err(why) = check_record(text, &record) {
        panic!("{why} in {:?}", text.chars().take(200).collect::<String>());
    }
    record
}

fn codes(record: &ArticleRecord) -> Vec<&str> {
    record.notices.iter().map(|notice| notice.code.as_str()).collect()
}

#[test]
fn every_shape_has_a_sound_record_in_every_language() {
    for (lang, article) in ARTICLES {
        for shape in SHAPES {
            for n in [100, 20_000] {
                check(&(shape.build)(n, article), Some(lang));
            }
        }
    }
}

#[test]
fn every_page_of_such_a_shape_has_a_sound_record() {
    for (lang, article) in ARTICLES {
        for shape in PAGES {
            for n in [100, 20_000] {
                let page = Page { body: Body::Html((shape.build)(n, article)), ..page("", Some(lang)) };
                let record = READER.read(&page);
                assert_eq!(check_record(&record.article.text, &record), Ok(()), "{}", shape.name);
            }
        }
    }
}

#[test]
fn an_empty_text_has_an_empty_record() {
    for text in ["", " ", "\n\n\n", "\u{feff}", "\u{a0}\u{ad}"] {
        let record = check(text, Some("ru"));
        assert!(record.statements.is_empty() && record.events.is_empty());
    }
}

#[test]
fn a_line_of_two_megabytes_is_read() {
    let (_, article) = ARTICLES[0];
    check(&article.replace('\n', " ").repeat(2_000_000 / article.len()), None);
}

#[test]
fn a_megabyte_without_a_space_is_read() {
    check(&"слово".repeat(100_000), None);
    check(&"word".repeat(250_000), None);
}

#[test]
fn ten_thousand_quotations_inside_each_other_are_read() {
    check(&format!("Он сказал: {}да{}.", "«".repeat(10_000), "»".repeat(10_000)), None);
    check(&format!("He said: {}no{}.", "“".repeat(10_000), "”".repeat(10_000)), None);
    check(&"Він сказав: «".repeat(10_000), None);
}

#[test]
fn two_hundred_thousand_short_lines_are_read_and_the_cut_is_told() {
    let record = check(&"да\n".repeat(200_000), Some("ru"));
    assert!(codes(&record).contains(&"too-many-lines"), "{:?}", codes(&record));
}

#[test]
fn zero_bytes_are_letters_like_others() {
    check("Мэр\0 сказал\0: «Да\0».\0", None);
    check(&"\0".repeat(50_000), None);
}

#[test]
fn quotation_marks_without_partners_do_no_harm() {
    for text in ["«", "»", "\"", "„Так“ „", "» сказал он «", "“No, he said.\n\nYes”", "'", "‘’’’"]
    {
        check(text, Some("ru"));
        check(text, Some("en"));
    }
}

#[test]
fn a_language_that_is_not_read_gives_the_text_and_a_notice() {
    let record = check("Der Bürgermeister sagte am Montag, die Brücke werde im Mai geöffnet.", Some("de"));
    assert!(codes(&record).contains(&"unsupported-language"), "{:?}", codes(&record));
    assert!(record.statements.is_empty());
}

#[test]
fn days_without_a_year_stay_open_when_there_is_no_date() {
    let record = check("Мост откроют 9 января, сообщила мэр.", Some("ru"));
    let values: Vec<_> = record.times.iter().map(|time| time.value.as_deref()).collect();
    assert_eq!(values, [Some("XXXX-01-09")]);
}

#[test]
fn a_given_date_that_is_no_date_does_no_harm() {
    for published in ["", "yesterday", "2022-13-45", "0000-00-00", "9999-12-31", "-1-1-1", "2022-01-13T99:99:99Z"] {
        let page = Page {
            published: Some(published.to_owned()), ..page("Вчера он сказал: «Да».", Some("ru"))
        };
        let record = READER.read(&page);
        assert_eq!(check_record("Вчера он сказал: «Да».", &record), Ok(()), "{published}");
    }
}

#[test]
fn numbers_of_any_length_are_no_dates() {
    check(&format!("{} января {} года", "9".repeat(1000), "2".repeat(1000)), Some("ru"));
    check("99999999999999999999.99999999999999.9999999999", Some("ru"));
    check("January 4294967296, 18446744073709551616", Some("en"));
}
