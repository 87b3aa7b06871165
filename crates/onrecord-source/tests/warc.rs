//! Web archives: what is read, what is passed over and how it is told.

mod support;

use onrecord_model::Body;
use onrecord_source::{Given, SourceError, pages, sha256};
use support::*;

/// The reasons and addresses of all items.
fn items(name: &str, bytes: &[u8]) -> Vec<String> {
    of_given(name, bytes, &Given::default())
}

fn of_given(name: &str, bytes: &[u8], given: &Given) -> Vec<String> {
    let path = file(name, bytes);
    check_going_on(&path, given);
    let what = |page: Result<onrecord_model::Page, SourceError>| match page {
        Ok(page) => page.url.unwrap_or_default(),
        Err(error) => error.reason().to_owned(),
    };
    pages([path], given).map(what).collect()
}

fn check(name: &str, records: &[Vec<u8>], expected: &[&str]) {
    for packed in ALL_PACKED {
        let bytes: Vec<u8> = records.iter().flat_map(|record| pack(record, packed)).collect();
        assert_eq!(items(&format!("{name}.{}", ending(packed)), &bytes), expected, "{name} {packed:?}");
    }
}

#[test]
fn a_page_knows_where_it_comes_from() {
    for packed in ALL_PACKED {
        let info = pack(&record("warcinfo", "", b"software: ours"), packed);
        let bytes = [info.clone(), pack(&page("<http://a.ua/1>", "Міст."), packed)].concat();
        let path = file(&format!("one.{}", ending(packed)), &bytes);
        let page = pages([&path], &Given::default()).next().expect("an item").expect("a page");
        let warc = page.warc.expect("a place");
        assert_eq!(
            (page.url.as_deref(), page.fetched.as_deref()),
            (Some("http://a.ua/1"), Some("2022-01-13T10:00:00Z"))
        );
        assert_eq!((warc.offset, warc.file), (info.len() as u64, path.display().to_string()));
        assert_eq!((page.name, page.file), (None, Some(path.display().to_string())));
        assert_eq!(page.sha256, sha256("<html><body><p>Міст.</p></body></html>".as_bytes()));
    }
}

#[test]
fn only_pages_are_read_and_the_rest_is_counted() {
    let head = |status: &str, media: &str| format!("HTTP/1.1 {status}\r\nContent-Type: {media}");
    let records = [
        record("warcinfo", "", b"x"),
        record("request", "", b"GET / HTTP/1.1\r\n\r\n"),
        page("http://a/1", "Yes."),
        response("http://a/2", &head("301 Moved", "text/html"), b"elsewhere"),
        response("http://a/3", &head("200 OK", "image/png"), b"\x89PNG"),
        record("revisit", "WARC-Target-URI: http://a/4\r\n", b"HTTP/1.1 200 OK\r\n\r\n"),
        record("metadata", "", b"x"),
        record("strange", "", b""),
        response("http://a/5", &head("200 OK", "text/html"), b""),
        response("http://a/6", &head("200 OK", "text/html"), b"%PDF-1.7 "),
        response("http://a/7", &head("200 OK", "text/plain; charset=utf-8"), b"It rains."),
        record("conversion", "WARC-Target-URI: http://a/8\r\nContent-Type: text/plain\r\n", b"It snows."),
        record("resource", "WARC-Target-URI: http://a/9\r\nContent-Type: text/html\r\n", b"<p>It hails."),
        response("http://a/10", "HTTP/1.1 200 OK", b"<html><p>Type unsaid."),
        record("response", "Content-Type: text/dns\r\n", b"dns"),
        record("response", "Content-Type: application/http\r\n", b"no head"),
    ];
    let expected = [
        "http://a/1",
        "status",
        "media-type",
        "revisit",
        "empty",
        "binary",
        "http://a/7",
        "http://a/8",
        "http://a/9",
        "http://a/10",
        "media-type",
        "binary",
    ];
    check("mixed", &records, &expected);
}

#[test]
fn what_any_archive_holds_is_expected() {
    let bytes = [page("http://a/1", "Yes."), record("revisit", "", b""), b"WARC/1.0\r\nbroken".to_vec()].concat();
    let path = file("expected.warc", &bytes);
    let errors: Vec<SourceError> = pages([path], &Given::default()).filter_map(Result::err).collect();
    let expected: Vec<(&str, bool)> = errors.iter().map(|error| (error.reason(), error.is_expected())).collect();
    assert_eq!(expected, [("revisit", true), ("damaged", false)]);
}

#[test]
fn the_server_s_encoding_is_used() {
    let words = "Мэр города заявил, что мост через реку откроют в начале мая.";
    let (body, ..) = encoding_rs::WINDOWS_1251.encode(words);
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1251";
    let path = file("1251.warc", &response("http://a/1", head, &body));
    let page = pages([path], &Given::default()).next().expect("an item").expect("a page");
    assert!(matches!(page.body, Body::Html(text) if text == words));
}

#[test]
fn codings_are_taken_off() {
    let html = "<html><p>Packed.";
    let chunked = format!("{:x}\r\n{html}\r\n0\r\n\r\n", html.len());
    let head = |fields: &str| format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{fields}");
    let records = [
        response("http://a/1", &head("Content-Encoding: gzip"), &gzip(html.as_bytes())),
        response("http://a/2", &head("Transfer-Encoding: chunked"), chunked.as_bytes()),
        response("http://a/3", &head("Transfer-Encoding: chunked"), html.as_bytes()),
    ];
    let path = file("coded.warc", &records.concat());
    let all: Vec<_> = pages([path], &Given::default()).map(|page| page.expect("a page").sha256).collect();
    assert_eq!(all, [sha256(html.as_bytes()), sha256(html.as_bytes()), sha256(html.as_bytes())]);
}

#[test]
fn a_bomb_in_a_coding_is_too_large() {
    let bomb = gzip(&gzip(&vec![b' '; 30_000_000]));
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip, gzip";
    let given = Given { max_bytes: 1_000_000, ..Given::default() };
    let bytes = [response("http://a/1", head, &bomb), page("http://a/2", "Yes.")].concat();
    assert_eq!(of_given("bomb.warc", &bytes, &given), ["too-large", "http://a/2"]);
}

#[test]
fn a_record_that_is_too_large_is_passed_over() {
    let given = Given { max_bytes: 1000, ..Given::default() };
    for packed in ALL_PACKED {
        let large = page("http://a/1", &"word ".repeat(600_000));
        let bytes = [pack(&large, packed), pack(&page("http://a/2", "Yes."), packed)].concat();
        assert_eq!(of_given(&format!("large.{}", ending(packed)), &bytes, &given), ["too-large", "http://a/2"]);
    }
}

fn with_length(claimed: &str) -> Vec<u8> {
    let sound = String::from_utf8(page("http://a/lie", "Words.")).expect("letters");
    let at = sound.find("Content-Length: ").expect("a length");
    let end = sound[at..].find('\r').expect("a line end") + at;
    format!("{}Content-Length: {claimed}{}", &sound[..at], &sound[end..]).into_bytes()
}

#[test]
fn lies_about_the_length_are_one_damaged_record_each() {
    let (before, after) = (page("http://a/1", "Before."), page("http://a/2", "After."));
    for claimed in ["9223372036854775808", "18446744073709551615", "99999999999999999999", "300", "40", "-1", "", "x"] {
        let records = [before.clone(), with_length(claimed), after.clone()];
        check("lie", &records, &["http://a/1", "damaged", "http://a/2"]);
    }
}

#[test]
fn heads_without_an_end_are_one_damaged_record_each() {
    let endless = [b"WARC/1.0\r\nX: ".to_vec(), vec![b'x'; 300_000]].concat();
    let many = [b"WARC/1.0\r\n".to_vec(), b"A: b\r\n".repeat(1_000_000), b"\r\n".to_vec()].concat();
    let garbage = b"GARBAGE/7.9 of another kind\r\n\r\nwords".to_vec();
    for damaged in [endless, many, garbage] {
        let damaged = [damaged, b"\r\n".to_vec()].concat();
        let records = [page("http://a/1", "Before."), damaged, page("http://a/2", "After.")];
        check("head", &records, &["http://a/1", "damaged", "http://a/2"]);
    }
}

#[test]
fn a_cut_archive_ends_with_one_damaged_record() {
    for packed in ALL_PACKED {
        let whole: Vec<u8> = (0..3).flat_map(|n| pack(&page(&format!("http://a/{n}"), "Words."), packed)).collect();
        let last = whole.len() - pack(&page("http://a/2", "Words."), packed).len();
        for n_bytes in [last + 1, last + 5, last + 30, whole.len() - 5] {
            let items = items(&format!("cut.{}", ending(packed)), &whole[..n_bytes]);
            assert_eq!(items, ["http://a/0", "http://a/1", "damaged"], "{packed:?} {n_bytes}");
        }
    }
}

#[test]
fn an_archive_packed_as_one_is_read_and_gone_on_with() {
    let records: Vec<u8> =
        (0..20).flat_map(|n| page(&format!("http://a/{n}"), &format!("{n}").repeat(n * 900))).collect();
    let expected: Vec<String> = (0..20).map(|n| format!("http://a/{n}")).collect();
    assert_eq!(items("whole.warc.gz", &gzip(&records)), expected);
    assert_eq!(items("whole.warc.zst", &zstd_frame(&records, b"")), expected);
    let halves = [gzip(&records), gzip(&records)].concat();
    assert_eq!(items("halves.warc.gz", &halves).len(), 40);
}

#[test]
fn a_lie_inside_an_archive_packed_as_one_costs_one_record() {
    for claimed in ["9223372036854775808", "900", "10"] {
        let records =
            [page("http://a/1", "Before."), with_length(claimed), page("http://a/2", "A."), page("http://a/3", "B.")];
        let items = items("lie_inside.warc.gz", &gzip(&records.concat()));
        let expected: &[&str] = if claimed.len() > 5 {
            // So much is not kept, and what was in it is lost.
            &["http://a/1", "damaged"]
        } else {
            &["http://a/1", "damaged", "http://a/2", "http://a/3"]
        };
        assert_eq!(items, expected, "{claimed}");
    }
}

#[test]
fn a_dictionary_at_the_head_of_the_file_is_used() {
    let dictionary = page("http://a/0", "The bridge across the river opens in May.");
    let frames: Vec<u8> =
        (0..5).flat_map(|n| zstd_frame(&page(&format!("http://a/{n}"), "The river."), &dictionary)).collect();
    let expected: Vec<String> = (0..5).map(|n| format!("http://a/{n}")).collect();
    for stored in [dictionary.clone(), zstd_frame(&dictionary, b"")] {
        let length = (stored.len() as u32).to_le_bytes();
        let bytes = [&[0x5D, 0x2A, 0x4D, 0x18], &length[..], &stored, &frames].concat();
        assert_eq!(items("dictionary.warc.zst", &bytes), expected);
    }
}

#[test]
fn an_archive_is_known_by_how_it_begins() {
    for packed in ALL_PACKED {
        let bytes = pack(&page("http://a/1", "Yes."), packed);
        assert_eq!(items(&format!("nameless_{}.bin", ending(packed)), &bytes), ["http://a/1"]);
    }
    let text = record("conversion", "WARC-Target-URI: http://a/1\r\nContent-Type: text/plain\r\n", b"Words.");
    assert_eq!(items("words.warc.wet.gz", &gzip(&text)), ["http://a/1"]);
}

#[test]
fn an_archive_in_an_archive_is_refused() {
    assert_eq!(items("twice.warc.gz", &gzip(&gzip(&page("http://a/1", "Yes.")))), ["packed-twice"]);
    let mut tar = vec![0; 1024];
    tar[..5].copy_from_slice(b"a.txt");
    tar[257..262].copy_from_slice(b"ustar");
    assert_eq!(items("files.tar", &tar), ["binary"]);
    assert_eq!(items("files.tar.gz", &gzip(&tar)), ["binary"]);
    assert_eq!(items("files.zip", b"PK\x03\x04 and so on"), ["binary"]);
}

#[test]
fn an_empty_archive_holds_nothing() {
    for packed in ALL_PACKED {
        assert!(items(&format!("empty.{}", ending(packed)), b"").is_empty());
    }
    let sound = gzip(&page("http://a/1", "Yes."));
    assert_eq!(items("with_empty.warc.gz", &[gzip(b""), sound, gzip(b"")].concat()), ["http://a/1"]);
}
