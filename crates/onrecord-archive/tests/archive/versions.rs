//! Versions: the newer stands in answers, the older is kept, what changed is told.

use onrecord_archive::{Version, compare};

use crate::support::{add, check, file, folder, open, said};

fn page(text: &str, fetched: &str) -> String {
    let html = format!(
        "<html><head><title>Мост</title></head><body><article><h1>Мост откроют</h1><p>{text}</p></article></body></html>"
    );
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}");
    format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/1\r\nWARC-Date: {fetched}\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: {}\r\n\r\n{head}\r\n\r\n",
        head.len()
    )
}

const OLD: &str = "Мэр Иван Петров заявил, что мост через реку откроют в начале мая. Инженер Олег Сидоров сказал, что краска уже высохла.";
const NEW: &str = "Мэр Иван Петров заявил, что мост через реку откроют в конце мая. Рабочий Пётр Кузнецов сообщил, что перила готовы.";

#[test]
fn the_later_crawl_stands_in_answers_whichever_comes_first() {
    for (test, first, second) in [("forth", (OLD, 1), (NEW, 2)), ("back", (NEW, 2), (OLD, 1))] {
        let folder = folder(&format!("crawls-{test}"));
        let mut archive = open(&folder);
        let mut warc = |name: &str, (text, day): (&str, u32)| {
            let path = file(&folder, name, page(text, &format!("2022-01-0{day}T10:00:00Z")));
            add(&mut archive, &[path]).counts
        };
        assert_eq!(warc("first.warc", first).added, 1, "{test}");
        assert_eq!(warc("second.warc", second).updated, 1, "{test}");
        assert_eq!((said(&archive, "перила").len(), said(&archive, "краска").len()), (1, 0), "{test}");
        check(&archive);
    }
}

#[test]
fn what_changed_between_versions_is_told() {
    let folder = folder("changes");
    let mut archive = open(&folder);
    let paths = [
        file(&folder, "1.warc", page(OLD, "2022-01-01T10:00:00Z")),
        file(&folder, "2.warc", page(NEW, "2022-01-02T10:00:00Z")),
    ];
    add(&mut archive, &paths);
    let stored = archive.store().articles_of("https://news.example/1").expect("versions");
    let version = |n: i64| Version { version: n, document: String::new(), published: None, fetched: None, title: None };
    let difference = compare((version(1), stored[0].answer()), (version(2), stored[1].answer()));
    let changes: Vec<(&str, Option<&str>)> = difference
        .changes
        .iter()
        .map(|change| {
            (change.change, change.after.as_ref().or(change.before.as_ref()).and_then(|said| said.speaker.as_deref()))
        })
        .collect();
    let expected =
        [("changed", Some("Иван Петров")), ("new", Some("Пётр Кузнецов")), ("vanished", Some("Олег Сидоров"))];
    assert_eq!(changes, expected);
}
