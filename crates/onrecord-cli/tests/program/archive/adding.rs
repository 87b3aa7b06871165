//! `add` and `re-read`: what is counted, refused, and kept once.

use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::shelf::{Shelf, bridge, ndjson, three};

/// The last line of `add --json`.
fn added(shelf: &Shelf, words: &[&str], stdin: &[u8]) -> (i32, Value) {
    let run = shelf.run_with(&[&["add", "--json"], words].concat(), stdin);
    let lines: Vec<Value> =
        run.stdout.lines().map(|line| serde_json::from_str(line).expect("every line is JSON")).collect();
    let last = lines.last().expect("a last line").clone();
    assert_eq!(last["event"], "ended");
    (run.code, last)
}

fn counts(ended: &Value) -> [u64; 3] {
    ["added", "same", "updated"].map(|name| ended[name].as_u64().unwrap_or_else(|| panic!("{name} in {ended}")))
}

/// Fails unless an addition ends well with these counts: added, same, updated.
fn check(shelf: &Shelf, words: &[&str], stdin: &[u8], expected: [u64; 3]) {
    let (code, ended) = added(shelf, words, stdin);
    assert_eq!((code, counts(&ended), ended.get("refused")), (0, expected, None), "{words:?}: {ended}");
}

fn n_articles(shelf: &Shelf) -> (u64, u64) {
    let stats = shelf.json(&["stats"]);
    (stats["articles"].as_u64().expect("a count"), stats["old_versions"].as_u64().expect("a count"))
}

#[test]
fn what_is_added_again_is_the_same() {
    let shelf = Shelf::new("added-again");
    let news = shelf.file("news.ndjson", ndjson(&three()));
    check(&shelf, &[&news], b"", [3, 0, 0]);
    check(&shelf, &[&news], b"", [0, 3, 0]);
    // The same pages in a file that is not known have no receipt; each is known by itself.
    let other = shelf.file("other.ndjson", ndjson(&three()));
    check(&shelf, &[&other], b"", [0, 3, 0]);
    assert_eq!(n_articles(&shelf), (3, 0));
    let run = shelf.run(&["add", &news]);
    assert!(run.stderr.starts_with("0 added, 3 same in "), "{}", run.stderr);
    assert_eq!((run.code, run.stdout.as_str(), shelf.run(&["add", &news, "--quiet"]).stderr.as_str()), (0, "", ""));
}

#[test]
fn a_changed_page_at_the_same_address_is_a_version() {
    let shelf = Shelf::with("changed-page", &[bridge()]);
    let mut later = bridge();
    later["text"] = "Мост откроют осенью\n\nМэр Иван Петров заявил, что мост через реку откроют осенью.".into();
    let later = shelf.file("later.ndjson", ndjson(&[later]));
    check(&shelf, &[&later], b"", [0, 0, 1]);
    assert_eq!(n_articles(&shelf), (1, 1));
    assert_eq!(shelf.found(&["мост"]), ["Мэр Иван Петров заявил, что мост через реку откроют осенью."]);
}

#[test]
fn folders_patterns_and_standard_input_are_added() {
    let shelf = Shelf::new("folders");
    std::fs::create_dir_all(shelf.folder.join("news/deep")).expect("a folder");
    shelf.file("news/a.txt", "Мост откроют весной, заявил мэр Иван Петров.");
    shelf.file(
        "news/deep/b.html",
        "<html><body><article><p>Пором ходитиме щогодини, заявила мер Олена Коваль.</p></article></body></html>",
    );
    shelf.file("news/deep/c.txt", "The strike is over, Mayor Ruth Ashby said.");
    let folder = shelf.folder.join("news").display().to_string();
    check(&shelf, &[&folder], b"", [3, 0, 0]);
    check(&shelf, &[&format!("{folder}/**/*.txt")], b"", [0, 2, 0]);
    check(&shelf, &["-"], ndjson(&[bridge()]).as_bytes(), [1, 0, 0]);
    check(&shelf, &["-", "--lang", "ru"], "Дорогу закроют в июле, сказала Анна Гончар.".as_bytes(), [1, 0, 0]);
    assert_eq!(n_articles(&shelf), (5, 0));
}

#[test]
fn packed_files_are_added_like_plain_ones() {
    let shelf = Shelf::new("packed");
    let [bridge, ferry, strike] = three();
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(ndjson(&[bridge, ferry.clone()]).as_bytes()).expect("memory");
    let gzip = shelf.file("a.ndjson.gz", gzip.finish().expect("memory"));
    let zstd = zstd::encode_all(ndjson(&[ferry, strike]).as_bytes(), 1).expect("memory");
    let zstd = shelf.file("b.ndjson.zst", zstd);
    check(&shelf, &[&gzip, &zstd], b"", [3, 1, 0]);
}

#[test]
fn bad_lines_are_told_and_counted_and_the_others_are_added() {
    let shelf = Shelf::new("bad-lines");
    let [bridge, ferry, strike] = three();
    let lines = format!("{bridge}\n{{\"text\": oops}}\n{ferry}\n{{\"title\": \"x\"}}\nnot json\n{strike}\n");
    let news = shelf.file("news.ndjson", lines);
    let run = shelf.run(&["add", &news]);
    assert!(run.stderr.contains("news.ndjson at line 2: ") && run.stderr.contains("at line 4: there is neither"));
    assert!(run.stderr.contains("\n3 added, 3 refused (2 bad-line, 1 no-text) in "), "{}", run.stderr);
    assert_eq!((run.code, n_articles(&shelf)), (1, (3, 0)));
    let (_, ended) = added(&shelf, &[&news], b"");
    assert_eq!((counts(&ended), &ended["refused"]), ([0, 3, 0], &json!({"bad-line": 2, "no-text": 1})));
}

#[test]
fn a_name_that_is_not_there_is_refused_and_the_others_are_added() {
    let shelf = Shelf::new("not-there");
    let news = shelf.file("news.ndjson", ndjson(&three()));
    let (missing, pattern) = (format!("{news}.txt"), shelf.folder.join("*.warc").display().to_string());
    let (code, ended) = added(&shelf, &[&missing, &pattern, &news], b"");
    assert_eq!((code, counts(&ended)), (1, [3, 0, 0]));
    assert_eq!(ended["refused"], json!({"no-match": 1, "open": 1}));
}

/// A web archive of one page, one picture and one redirect.
fn warc() -> Vec<u8> {
    let page = "<!DOCTYPE html><html lang=ru><head><title>Мост</title></head><body><article><h1>Мост откроют весной</h1>\
        <p>Мэр Иван Петров заявил, что мост через реку откроют весной.</p></article></body></html>";
    let responses = [
        ("https://volna.example/most", "200 OK", "text/html; charset=utf-8", page),
        ("https://volna.example/a.png", "200 OK", "image/png", "\u{1}PNG"),
        ("https://volna.example/old", "301 Moved", "text/html", ""),
    ];
    let record = |(url, status, media_type, body): (&str, &str, &str, &str)| {
        let http =
            format!("HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {}\r\n\r\n{body}", body.len());
        format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2022-01-13T10:00:00Z\r\n\
             WARC-Record-ID: <urn:uuid:{:032}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{http}\r\n\r\n",
            http.len(),
            http.len()
        )
    };
    responses.map(record).concat().into_bytes()
}

#[test]
fn the_pages_of_a_web_archive_are_added() {
    let shelf = Shelf::new("web-archive");
    let path = shelf.file("crawl.warc", warc());
    let (code, ended) = added(&shelf, &[&path], b"");
    // Pictures and redirects are in any web archive: they are counted, and nobody need look at them.
    assert_eq!((code, counts(&ended)), (0, [1, 0, 0]), "{ended}");
    assert_eq!(ended["refused"], json!({"media-type": 1, "status": 1}));
    assert_eq!(shelf.found(&["реки"]), ["Мэр Иван Петров заявил, что мост через реку откроют весной."]);
    let shown = shelf.json(&["show", "https://volna.example/most"]);
    assert_eq!(shown["results"][0]["record"]["document"]["fetched"], "2022-01-13T10:00:00Z");
}

#[test]
fn receipts_tell_what_came_of_every_archive() {
    let shelf = Shelf::with("receipts", &three());
    let receipts = shelf.json(&["stats", "--inputs"]);
    let receipt = &receipts["results"][0];
    assert_eq!((&receipt["is_done"], &receipt["counts"]["added"]), (&json!(true), &json!(3)));
    assert!(receipt["input"].as_str().is_some_and(|input| input.ends_with("news.ndjson")));
    let table = shelf.text(&["stats", "--inputs"]);
    assert!(table.contains("news.ndjson") && table.contains("last written"), "{table}");
    let stats = shelf.text(&["stats"]);
    for words in
        ["articles  3, 0 old versions", "1 en, 1 ru, 1 uk", "2022-01-13 to 2022-01-15", "1 of 1 read to the end"]
    {
        assert!(stats.contains(words), "{words} in\n{stats}");
    }
}

#[test]
fn two_additions_at_once_both_end_well() {
    let shelf = Shelf::new("two-at-once");
    let page = |n: usize| {
        json!({"name": format!("n{n}"), "lang": "ru", "published": "2022-01-13", "url": format!("https://volna.example/{n}"),
            "text": format!("Мэр Иван Петров заявил, что мост номер {n} откроют весной.")})
    };
    // Half of the pages are in both.
    let files = [0..200, 100..300].map(|numbers| {
        let pages: Vec<Value> = numbers.clone().map(page).collect();
        shelf.file(&format!("from-{}.ndjson", numbers.start), ndjson(&pages))
    });
    let children = files.each_ref().map(|news| {
        Command::new(env!("CARGO_BIN_EXE_onrecord"))
            .args(["add", news, "--store", &shelf.store])
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts")
    });
    for child in children {
        let output = child.wait_with_output().expect("the program ends");
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    }
    assert_eq!(n_articles(&shelf), (300, 0));
    assert!(shelf.text(&["verify"]).ends_with("all is well\n"));
}

#[test]
fn reading_again_needs_no_inputs_and_changes_nothing() {
    let shelf = Shelf::with("read-again", &three());
    std::fs::remove_file(shelf.folder.join("news.ndjson")).expect("it was there");
    let before = shelf.text(&["export"]);
    assert_eq!(shelf.json(&["re-read"])["read"], 0);
    let reread = shelf.json(&["re-read", "--all"]);
    assert_eq!((&reread["read"], &reread["changed"], &reread["failed"]), (&json!(3), &json!(0), &json!(0)));
    assert!(before == shelf.text(&["export"]));
}
