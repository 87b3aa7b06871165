//! What `read` accepts, and what it says of what it cannot.

use std::io::Write as _;

use crate::support::{ARTICLE, Run, file, folder, records, run, run_with};

fn ndjson(words: &[&str], stdin: &[u8]) -> Run {
    run_with(&[&["read", "--format", "ndjson", "--lang", "ru"], words].concat(), stdin)
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

/// Fails unless the run gave exactly one record with this notice.
fn check_notice(run: &Run, code: &str) {
    let records = records(&run.stdout);
    let notices = records[0]["notices"].as_array().expect("notices");
    assert!(notices.iter().any(|notice| notice["code"] == code), "{code} in {notices:?}");
    assert_eq!((run.code, records.len()), (0, 1));
}

/// Fails unless the run failed with these words and a hint.
fn check_failure(run: &Run, words: &str) {
    assert!(run.stderr.contains(words), "{words} in\n{}", run.stderr);
    assert!(run.stderr.contains("\nhint: "), "{}", run.stderr);
    assert_eq!(run.code, 1);
}

#[test]
fn packed_files_are_read_like_plain_ones() {
    let folder = folder("packed_files");
    let mut twice = gzip(ARTICLE.as_bytes());
    twice.extend(gzip("Второй кусок.\n".as_bytes()));
    let zstd = zstd::encode_all(ARTICLE.as_bytes(), 1).expect("memory");
    let files = [
        file(&folder, "a.txt", ARTICLE),
        file(&folder, "b.txt.gz", gzip(ARTICLE.as_bytes())),
        file(&folder, "c.txt.zst", zstd),
        file(&folder, "d.txt.gz", twice),
    ];
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let records = records(&ndjson(&files, b"").stdout);
    let names: Vec<_> = records.iter().map(|record| record["document"]["name"].as_str().expect("a name")).collect();
    assert_eq!(names, ["a", "b", "c", "d"]);
    for record in &records[..3] {
        assert_eq!(record["article"]["text"], ARTICLE);
        assert_eq!(record["document"]["sha256"], records[0]["document"]["sha256"]);
    }
    assert!(records[3]["article"]["text"].as_str().is_some_and(|text| text.ends_with("Второй кусок.\n")));
}

#[test]
fn standard_input_is_told_apart_by_its_beginning() {
    let html = "<!DOCTYPE html><html><body><article><p>Мост открыли вчера утром.</p></article></body></html>";
    let cases = [
        (ARTICLE.as_bytes().to_vec(), "text/plain", "stdin"),
        (html.as_bytes().to_vec(), "text/html", "stdin"),
        ("{\"text\": \"Да.\"}\n".as_bytes().to_vec(), "text/plain", "stdin:1"),
        (gzip("{\"html\": \"<p>Да.</p>\", \"id\": 7}".as_bytes()), "text/html", "7"),
    ];
    for (stdin, media_type, name) in cases {
        let run = ndjson(&["-"], &stdin);
        let document = &records(&run.stdout)[0]["document"];
        assert_eq!((&document["media_type"], &document["name"]), (&media_type.into(), &name.into()));
    }
}

#[test]
fn what_is_given_stands_above_what_is_found() {
    let line = "{\"text\": \"Да.\", \"lang\": \"uk\", \"published\": \"2020-01-01\", \"url\": \"https://a.example/\"}";
    let words = ["--published", "2022-01-13", "--url", "https://b.example/"];
    let run = ndjson(&[&["-"], &words[..]].concat(), line.as_bytes());
    let record = &records(&run.stdout)[0];
    assert_eq!((&record["article"]["lang"], &record["article"]["published"]), (&"ru".into(), &"2022-01-13".into()));
    assert_eq!(record["document"]["url"], "https://b.example/");
}

#[test]
fn a_bad_line_is_told_and_the_others_are_read() {
    let folder = folder("a_bad_line");
    let path = file(
        &folder,
        "news.ndjson",
        "{\"text\": \"Раз.\"}\n{\"text\": oops}\n\n{\"title\": \"x\"}\n{\"text\": \"Два.\"}\n",
    );
    let run = ndjson(&[&path], b"");
    assert_eq!(records(&run.stdout).len(), 2);
    check_failure(&run, "news.ndjson at line 2: expected value");
    check_failure(&run, "news.ndjson at line 4: there is neither `text` nor `html`");
    check_failure(&run, "2 pages read, 2 could not be read");
}

#[test]
fn an_endless_line_is_passed_over() {
    let mut lines = b"{\"text\": \"".to_vec();
    lines.resize(300_000, b'a');
    lines.extend_from_slice("\"}\n{\"text\": \"Да.\"}\n".as_bytes());
    let run = ndjson(&["-", "--max-bytes", "64K"], &lines);
    assert_eq!(records(&run.stdout)[0]["document"]["name"], "stdin:2");
    check_failure(&run, "standard input at line 1: the line is longer than 65536 bytes");
}

#[test]
fn a_file_past_the_limit_is_not_read() {
    let run = run_with(&["read", "-", "--max-bytes", "1K"], "слово ".repeat(500).as_bytes());
    check_failure(&run, "cannot read standard input: it holds more than 1024 bytes\nhint: split it");
}

#[test]
fn an_empty_file_gives_an_empty_record() {
    check_notice(&ndjson(&["-"], b""), "empty");
    check_notice(&ndjson(&["-"], b" \n\n"), "empty");
}

#[test]
fn damaged_and_foreign_encodings_are_read_with_a_notice() {
    let mut damaged = "Мост открыли ".as_bytes().to_vec();
    damaged.extend_from_slice(b"\xD0\xFF");
    check_notice(&ndjson(&["-"], &damaged), "broken-utf8");
    // «Мост через реку откроют весной» in windows-1251.
    let foreign: Vec<u8> = "Мост через реку откроют весной".chars().map(in_1251).collect();
    let run = ndjson(&["-"], &foreign);
    check_notice(&run, "decoded-from");
    assert_eq!(records(&run.stdout)[0]["article"]["text"], "Мост через реку откроют весной");
}

fn in_1251(letter: char) -> u8 {
    match u32::from(letter) {
        code @ 0x410..=0x44f => u8::try_from(code - 0x410 + 0xc0).expect("one byte"),
        code => u8::try_from(code).expect("ASCII"),
    }
}

#[test]
fn binary_and_missing_files_are_told() {
    let folder = folder("binary_files");
    let picture = file(&folder, "photo.txt", b"\x89PNG\0\0");
    check_failure(&ndjson(&[&picture], b""), "photo.txt: it is a picture, not text");
    let binary = file(&folder, "table.txt", b"1234\0\0");
    check_failure(&ndjson(&[&binary], b""), "table.txt: it is not text (a zero byte at 4)");
    check_failure(&ndjson(&["no-such-file.txt"], b""), "cannot open no-such-file.txt: ");
    // A folder is all that is in it.
    check_failure(&ndjson(&[&folder.display().to_string()], b""), "0 pages read, 2 could not be read");
}

#[test]
fn a_broken_archive_is_told_with_what_was_read_before() {
    let folder = folder("a_broken_archive");
    let lines: String =
        (0..5000).map(|n| format!("{{\"name\": \"n{n}\", \"text\": \"Да {}.\"}}\n", n * 7919)).collect();
    let mut packed = gzip(lines.as_bytes());
    packed.truncate(packed.len() / 2);
    let path = file(&folder, "cut.ndjson.gz", packed);
    let run = ndjson(&[&path], b"");
    check_failure(&run, "cut.ndjson.gz past byte");
    assert!(records(&run.stdout).len() > 100);
}

#[test]
fn a_language_without_a_pack_gives_a_record_that_says_so() {
    let run = run_with(&["read", "-", "--lang", "fi", "--format", "ndjson"], "Silta avataan toukokuussa.".as_bytes());
    check_notice(&run, "unsupported-language");
}

#[test]
fn a_wrong_command_line_is_another_failure_than_a_wrong_file() {
    for words in [
        &["read"][..],
        &["read", "-", "--lang", "russian"],
        &["read", "-", "--published", "yesterday"],
        &["read", "-", "--format", "xml"],
        &["publish", "-"],
        &["read", "-", "--jobs", "0"],
    ] {
        let run = run(words);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{words:?}");
        assert!(run.stderr.contains("error:"), "{}", run.stderr);
    }
}
