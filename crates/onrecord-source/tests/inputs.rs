//! Files, folders, patterns and streams, hostile ones among them, to inputs and pages.
#![cfg(unix)]

mod support;

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use onrecord_source::{Given, Input, InputKind, SourceError, digest, inputs, pages, pages_of, sha256};
use support::*;

/// The inputs' names below a folder, or the reasons why there are none.
fn names(paths: &[PathBuf], below: &Path) -> Vec<String> {
    let name = |path: &Path| path.strip_prefix(below).unwrap_or(path).display().to_string();
    let shown = |input: Result<Input, SourceError>| match input {
        Ok(input) => name(&input.path),
        Err(error) => format!("{} {}", error.reason(), name(error.path())),
    };
    inputs(paths).map(shown).collect()
}

fn check(folder: &Path, named: &[&str], expected: &[&str]) {
    let paths: Vec<PathBuf> = named.iter().map(|name| folder.join(name)).collect();
    assert_eq!(names(&paths, folder), expected);
    assert_eq!(names(&paths, folder), expected, "the second time");
}

fn write(folder: &Path, files: &[&str]) {
    for name in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, "Words.").expect("a file");
    }
}

#[test]
fn a_folder_is_read_by_name_and_depth_first() {
    let folder = folder("by_name");
    write(
        &folder,
        &["b.txt", "a/z.txt", "a/1.html.gz", "c.pdf", ".hidden.txt", ".git/x.txt", "B.TXT", "d.warc.gz", "e.xml"],
    );
    check(&folder, &["."], &["B.TXT", "a/1.html.gz", "a/z.txt", "b.txt", "ending c.pdf", "d.warc.gz", "e.xml"]);
}

#[test]
fn a_file_that_is_named_is_tried_whatever_its_ending() {
    let folder = folder("named");
    write(&folder, &["c.pdf", ".hidden.txt"]);
    check(&folder, &["c.pdf", ".hidden.txt", "none.txt"], &["c.pdf", ".hidden.txt", "open none.txt"]);
    let skipped = inputs([&folder]).next().and_then(Result::err).expect("a file that is passed over");
    assert!(skipped.is_expected() && !skipped.hint().is_empty());
}

#[test]
fn a_pattern_is_its_files() {
    let folder = folder("pattern");
    write(&folder, &["a1.txt", "a2.txt", "b.txt", ".a3.txt", "x/a4.txt", "x/y/a5.txt", "[q].txt"]);
    check(&folder, &["a*.txt"], &["a1.txt", "a2.txt"]);
    check(&folder, &["a[2-9].txt", "?.txt"], &["a2.txt", "b.txt"]);
    check(&folder, &["x/**/a*.txt"], &["x/a4.txt", "x/y/a5.txt"]);
    check(&folder, &["[q].txt"], &["[q].txt"]);
    check(&folder, &["c*.txt", "b.txt"], &["no-match c*.txt", "b.txt"]);
    check(&folder, &["x*"], &["x/a4.txt", "x/y/a5.txt"]);
}

#[test]
fn links_in_circles_are_cut() {
    let folder = folder("circles");
    write(&folder, &["a/one.txt", "b/two.txt"]);
    symlink(&folder, folder.join("a/up")).expect("a link");
    symlink(folder.join("b"), folder.join("a/to_b")).expect("a link");
    symlink(folder.join("a"), folder.join("b/to_a")).expect("a link");
    symlink("self.txt", folder.join("self.txt")).expect("a link");
    symlink("nowhere", folder.join("z.txt")).expect("a link");
    check(&folder, &["."], &["a/one.txt", "a/to_b/two.txt", "open self.txt", "open z.txt"]);
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_read() {
    let folder = folder("unreadable");
    write(&folder, &["a.txt", "closed/b.txt", "c.txt", "empty.txt"]);
    fs::write(folder.join("empty.txt"), "").expect("a file");
    let closed = folder.join("closed");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).expect("a closed folder");
    let found = names(std::slice::from_ref(&folder), &folder);
    let is_closed = fs::read_dir(&closed).is_err();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).expect("an open folder");
    // Whoever may read everything reads this too.
    let inside = if is_closed { "folder closed" } else { "closed/b.txt" };
    assert_eq!(
        found,
        ["a.txt", "c.txt", inside, "empty.txt"].map(str::to_owned).into_iter().collect::<Vec<_>>().sorted()
    );
}

trait Sorted {
    fn sorted(self) -> Self;
}

impl Sorted for Vec<String> {
    fn sorted(mut self) -> Self {
        self.sort_by_key(|name| name.trim_start_matches("folder ").to_owned());
        self
    }
}

#[test]
fn a_folder_that_vanishes_is_told() {
    let folder = folder("vanishing");
    write(&folder, &["a.txt", "b/c.txt", "d.txt"]);
    let mut all = inputs([&folder]);
    assert!(all.next().is_some_and(|input| input.is_ok()));
    fs::remove_dir_all(folder.join("b")).expect("removed");
    fs::remove_file(folder.join("d.txt")).expect("removed");
    let rest: Vec<&str> = all.map(|input| input.map_or_else(|error| error.reason(), |_| "read")).collect();
    assert_eq!(rest, ["ending", "open"]);
    fs::remove_dir_all(&folder).expect("removed");
    check(&folder, &["."], &["open "]);
}

#[test]
fn hostile_names_are_names() {
    let folder = folder("hostile_names");
    let names: [&[u8]; 4] = [b"new\nline.txt", b"\x1b[2Jclear.txt", b"not-utf8-\xFF\xFE.txt", b"--help.txt"];
    for name in names {
        fs::write(folder.join(OsStr::from_bytes(name)), "Words.").expect("a file");
    }
    let all: Vec<_> = pages([&folder], &Given::default()).collect();
    assert_eq!(all.len(), 4);
    assert!(all.iter().all(Result::is_ok), "{all:?}");
    fs::write(folder.join(OsStr::from_bytes(names[1])), b"%PDF-1").expect("a file");
    let error = pages([&folder], &Given::default()).find_map(Result::err).expect("an error");
    assert!(!error.to_string().contains('\u{1b}'), "{error}");
}

#[test]
fn a_pipe_in_a_folder_is_passed_over_and_a_named_one_is_read() {
    let folder = folder("pipes");
    let pipe = folder.join("pipe.txt");
    assert!(Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()));
    check(&folder, &["."], &["ending pipe.txt"]);
    for packed in ALL_PACKED {
        let bytes: Vec<u8> = (0..9).flat_map(|n| pack(&page(&format!("http://a/{n}"), "Words."), packed)).collect();
        let writer = std::thread::spawn({
            let pipe = folder.join(format!("{packed:?}.bin"));
            assert!(Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()));
            move || fs::write(pipe, bytes)
        });
        let input = Input::at(folder.join(format!("{packed:?}.bin"))).expect("a pipe");
        assert_eq!((input.kind, input.size, input.is_archive()), (InputKind::Stream, None, true));
        assert!(matches!(digest(&input), Err(SourceError::OnlyOnce { .. })));
        assert_eq!(pages_of(&input, 0, &Given::default()).filter(|item| item.page.is_ok()).count(), 9, "{packed:?}");
        assert!(writer.join().is_ok_and(|written| written.is_ok()));
    }
}

#[test]
fn an_input_knows_what_it_holds_and_its_digest() {
    let cases = [
        ("a.txt", "Words.", InputKind::Text, false),
        ("b.bin", "<html><p>", InputKind::Html, false),
        ("c.bin", "{\"text\": \"a\"}", InputKind::Lines, true),
        ("d.bin", "WARC/1.0\r\n", InputKind::Warc, true),
        ("e.xml", "<?xml version=\"1.0\"?><rss>", InputKind::Feed, true),
    ];
    for (name, words, kind, is_archive) in cases {
        let input = Input::at(file(name, words.as_bytes())).expect("an input");
        assert_eq!(
            (input.kind, input.is_archive(), input.size),
            (kind, is_archive, Some(words.len() as u64)),
            "{name}"
        );
        assert_eq!(digest(&input).expect("a digest"), sha256(words.as_bytes()));
    }
}

#[test]
fn documents_and_lines_can_be_gone_on_with() {
    let lines = "{\"text\": \"a\"}\n\nnot JSON\n{\"name\": \"b\", \"text\": \"b\"}\n{}\n{\"text\": \"last\"}";
    check_going_on(&file("go_on.ndjson", lines.as_bytes()), &Given::default());
    check_going_on(&file("go_on.ndjson.gz", &gzip(lines.as_bytes())), &Given::default());
    check_going_on(&file("go_on.ndjson.zst", &zstd_frame(lines.as_bytes(), b"")), &Given::default());
    check_going_on(&file("go_on.txt", b"Words."), &Given::default());
    let cut = gzip(lines.repeat(500).as_bytes());
    check_going_on(&file("go_on_cut.ndjson.gz", &cut[..cut.len() / 2]), &Given::default());
    let short = Given { max_bytes: 15, ..Given::default() };
    check_going_on(&file("go_on_long.ndjson", lines.as_bytes()), &short);
}

#[test]
fn three_bad_lines_of_a_million_are_three_errors() {
    let mut lines = "{\"text\":\"x\"}\n".repeat(1_000_000).into_bytes();
    for n in [0, 499_999, 999_999] {
        lines[n * 13] = b'#';
    }
    let path = file("million.ndjson", &lines);
    let (mut n_pages, mut bad) = (0, Vec::new());
    for page in pages([path], &Given::default()) {
        match page {
            Ok(_) => n_pages += 1,
            Err(SourceError::BadLine { line, .. }) => bad.push(line),
            Err(error) => panic!("{error}"),
        }
    }
    assert_eq!((n_pages, bad), (999_997, vec![1, 500_000, 1_000_000]));
}

#[test]
fn an_error_can_be_sent_to_another_thread() {
    fn sent<T: Send + 'static>() {}
    sent::<SourceError>();
    sent::<onrecord_source::Taken>();
    sent::<onrecord_source::PagesOf>();
    sent::<onrecord_source::Pages>();
}

#[test]
fn a_line_in_a_pipe_is_read_before_the_next_is_written() {
    let pipe = folder("slow_pipe").join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()));
    let (send, receive) = std::sync::mpsc::channel();
    let writer = std::thread::spawn({
        let pipe = pipe.clone();
        move || {
            let mut pipe = fs::File::create(pipe).expect("a pipe");
            std::io::Write::write_all(&mut pipe, b"{\"text\": \"first\"}\n").expect("written");
            let is_read = receive.recv_timeout(std::time::Duration::from_secs(20)).is_ok();
            std::io::Write::write_all(&mut pipe, b"{\"text\": \"second\"}\n").expect("written");
            is_read
        }
    });
    let mut all = pages([&pipe], &Given::default());
    assert!(all.next().is_some_and(|page| page.is_ok()));
    send.send(()).expect("told");
    assert_eq!(all.count(), 1);
    assert!(writer.join().is_ok_and(|is_read| is_read));
}

#[test]
fn lines_that_are_packed_twice_are_one_refusal() {
    let path = file("twice.ndjson.gz", &gzip(&gzip(b"{\"text\": \"It rains.\"}\n{\"text\": \"It snows.\"}\n")));
    let reasons: Vec<_> = pages([&path], &Given::default()).map(|page| page.map_err(|error| error.reason())).collect();
    assert!(matches!(reasons.as_slice(), [Err("packed-twice")]), "{reasons:?}");
}
