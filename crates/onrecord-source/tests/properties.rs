//! Files of any bytes, tried on damaged texts.

use std::fs;
use std::path::{Path, PathBuf};

use onrecord_model::{Body, Page};
use onrecord_source::{Given, SourceError, pages, sha256};
use onrecord_trials::{Chance, Failure, damage, holds_for_news, news};

fn check(is_so: bool, what: &str) -> Result<(), String> {
    if is_so { Ok(()) } else { Err(what.to_owned()) }
}

fn read(path: &Path, bytes: &[u8]) -> Vec<Result<Page, SourceError>> {
    fs::write(path, bytes).expect("a file for the test");
    pages([path], &Given::default()).collect()
}

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

#[test]
fn a_sound_text_comes_back_but_for_its_mark() -> Result<(), Failure> {
    let path = file("sound.txt");
    holds_for_news(300, |text| {
        let text = text.replace('\0', "");
        let all = read(&path, text.as_bytes());
        let Some(Ok(page)) = all.first() else { return Err("no page".to_owned()) };
        let Body::Text(words) = &page.body else { return Err("no text".to_owned()) };
        check(*words == *text.strip_prefix('\u{feff}').unwrap_or(&text), "other words")?;
        check(all.len() == 1 && page.sha256 == sha256(text.as_bytes()), "another digest")
    })
}

#[test]
fn any_bytes_are_one_page_or_one_error() {
    for ending in ["txt", "html", "txt.gz", "txt.zst"] {
        let path = file(&format!("any.{ending}"));
        for seed in 0..150 {
            let mut chance = Chance::new(seed);
            let (text, other) = (news(&mut chance), news(&mut chance));
            let bytes = damage(text.as_bytes(), other.as_bytes(), &mut chance);
            assert_eq!(read(&path, &bytes).len(), 1, "{ending} {seed}");
        }
    }
}

#[test]
fn every_line_with_words_is_a_page_or_an_error() {
    let path = file("lines.ndjson");
    for seed in 0..300 {
        let mut chance = Chance::new(seed);
        let lines = "{\"text\": \"Дождь.\"}\n{\"id\": 5, \"html\": \"<p>\"}\n\n".repeat(3);
        let bytes = damage(lines.as_bytes(), news(&mut chance).as_bytes(), &mut chance);
        let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
        let n_lines = body.split(|&byte| byte == b'\n').filter(|line| !line.trim_ascii().is_empty()).count();
        assert_eq!(read(&path, &bytes).len(), n_lines, "{seed}");
    }
}

#[test]
fn an_error_never_ends_the_reading() {
    let path = file("after.ndjson");
    for seed in 0..150 {
        let mut chance = Chance::new(seed);
        let line = damage(b"{\"text\": \"x\"}", news(&mut chance).as_bytes(), &mut chance);
        let bytes = [line.as_slice(), b"\n{\"text\": \"last\"}\n"].concat();
        let last = read(&path, &bytes).pop();
        assert!(matches!(last, Some(Ok(Page { body: Body::Text(text), .. })) if text == "last"), "{seed}");
    }
}
