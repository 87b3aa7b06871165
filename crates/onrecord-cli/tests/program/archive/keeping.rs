//! `verify`, `backup` and `forget`: what is kept stays what it was, and what is forgotten is gone.

use std::fs;

use serde_json::json;

use super::shelf::{Shelf, bridge, list, three};
use crate::support::run;

#[test]
fn a_whole_archive_is_well() {
    let shelf = Shelf::with("verify-well", &three());
    assert!(shelf.text(&["verify"]).starts_with("3 articles, "));
    let verified = shelf.json(&["verify", "--reread"]);
    assert_eq!((&verified["articles"], &verified["problems"]), (&json!(3), &json!([])));
}

/// The bytes of a page of the file.
const PAGE: usize = 4096;
/// How many bytes are made bad.
const N_BAD: usize = 200;

#[test]
fn damage_is_told_wherever_it_is() {
    let shelf = Shelf::with("verify-damage", &three());
    let whole = fs::read(&shelf.store).expect("the store");
    // A page is filled from its end. Whether its bytes are used is the file's own affair: of many places, most must show.
    let places: Vec<usize> = (1..12).map(|part| (whole.len() / PAGE * part / 12 + 1) * PAGE - N_BAD).collect();
    let mut n_told = 0;
    for place in &places {
        let mut bytes = whole.clone();
        bytes[*place..place + N_BAD].fill(0xA5);
        let _ = fs::remove_file(format!("{}-wal", shelf.store));
        fs::write(&shelf.store, bytes).expect("a damaged store");
        let run = shelf.run(&["verify"]);
        assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
        if run.code == 0 {
            assert!(run.stdout.ends_with("all is well\n"), "{}", run.stdout);
            continue;
        }
        n_told += 1;
        let is_told = run.stdout.contains("problem") || run.stderr.contains("\nhint: ");
        assert!(run.code == 1 && is_told, "at {place}: {}\n{}", run.stdout, run.stderr);
    }
    assert!(n_told * 2 > places.len(), "{n_told} of {}", places.len());
}

#[test]
fn a_backup_opens_and_is_well() {
    let shelf = Shelf::with("backup", &three());
    let copy = shelf.folder.join("copy.db").display().to_string();
    shelf.text(&["backup", &copy]);
    let verified = run(&["verify", "--store", &copy]);
    assert!(verified.code == 0 && verified.stdout.ends_with("all is well\n"), "{}", verified.stderr);
    assert_eq!(run(&["export", "--store", &copy]).stdout, shelf.text(&["export"]));
    let before = fs::read(&copy).expect("the copy");
    shelf.check_failure(&["backup", &copy], "there is a file of that name");
    assert!(before == fs::read(&copy).expect("the copy"));
}

/// Whether words stand in any file of the store.
fn holds(shelf: &Shelf, words: &str) -> bool {
    let files =
        ["", "-wal", "-shm", "-journal"].map(|end| fs::read(format!("{}{end}", shelf.store)).unwrap_or_default());
    files.iter().any(|bytes| bytes.windows(words.len()).any(|window| window == words.as_bytes()))
}

#[test]
fn what_is_forgotten_is_nowhere_in_the_files() {
    let shelf = Shelf::with("forget", &three());
    let document =
        shelf.json(&["show", "https://volna.example/most"])["results"][0]["record"]["document"]["id"].clone();
    let id = shelf.statement("Мэр Иван Петров");
    shelf.text(&["correct", &id, "--speaker", "Анна Гончар", "--note", "тайна"]);
    // Names, addresses and notes stand in the file as they are, so that the search for them can fail.
    let words = [
        "Иван Петров",
        "Анна Гончар",
        "Женева",
        "volna.example",
        "Волна",
        "тайна",
        "Мост откроют весной",
        document.as_str().expect("an id"),
        "мост через реку",
    ];
    assert!(words[..6].iter().all(|words| holds(&shelf, words)));
    let forgotten = shelf.json(&["forget", "https://volna.example/most", "--yes"]);
    assert_eq!((&forgotten["articles"], &forgotten["corrections"]), (&json!(1), &json!(1)));
    for words in words {
        assert!(!holds(&shelf, words), "{words} is still there");
    }
    shelf.check_failure(&["show", &id], "there is nothing with the address or id");
    assert!(shelf.found(&["мост"]).is_empty());
    assert!(shelf.text(&["verify", "--reread"]).ends_with("all is well\n"));
    assert!(holds(&shelf, "Ruth Ashby"));
    // Nothing is remembered of it: the input that held it brings it back.
    let news = shelf.folder.join("news.ndjson").display().to_string();
    let run = shelf.run(&["add", &news]);
    assert!(run.stderr.starts_with("1 added, 2 same"), "{}", run.stderr);
}

#[test]
fn nothing_is_forgotten_without_a_yes() {
    let shelf = Shelf::with("forget-asks", &[bridge()]);
    shelf.check_failure(&["forget", "https://volna.example/most"], "this cannot be undone");
    // A pipe is no person, whatever it says.
    assert_eq!(shelf.run_with(&["forget", "https://volna.example/most"], b"yes\n").code, 1);
    shelf.check_failure(&["forget", "https://volna.example/other", "--yes"], "there is nothing with the address or id");
    assert_eq!(list(&shelf.json(&["show", "https://volna.example/most"])).len(), 1);
}
