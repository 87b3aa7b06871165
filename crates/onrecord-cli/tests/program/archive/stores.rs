//! What is no store, or one that this program must leave alone.

use std::fs;
#[cfg(unix)]
use std::os::unix::fs::PermissionsExt as _;

use super::shelf::{Shelf, bridge, ndjson, three};

/// Fails unless asking and adding both fail with these words and leave the file as it is.
fn check(shelf: &Shelf, why: &str) {
    let news = shelf.file("news.ndjson", ndjson(&three()));
    let before = fs::read(&shelf.store).ok();
    let commands: [&[&str]; 6] =
        [&["search", "мост"], &["stats"], &["verify"], &["timeline"], &["add", &news], &["re-read"]];
    for words in commands {
        shelf.check_failure(words, why);
        assert!(before == fs::read(&shelf.store).ok(), "{words:?}");
    }
}

#[test]
fn a_text_file_is_no_store() {
    let shelf = Shelf::new("text-file");
    shelf.file("store.db", "Мост откроют весной.\n".repeat(100));
    check(&shelf, "it is no SQLite file");
}

#[test]
fn the_database_of_another_program_is_left_alone() {
    let shelf = Shelf::with("foreign", &[bridge()]);
    // The bytes that say whose it is: those of another program.
    set(&shelf, 68, 0x1234_5678);
    check(&shelf, "it is an SQLite file of another program");
}

#[test]
fn a_newer_store_is_left_alone() {
    let shelf = Shelf::with("newer", &[bridge()]);
    set(&shelf, 60, 99);
    check(&shelf, "it is a store of version 99, and this program knows versions up to 1");
}

/// Sets a number in the head of the file.
fn set(shelf: &Shelf, place: usize, number: u32) {
    let mut bytes = fs::read(&shelf.store).expect("the store");
    bytes[place..place + 4].copy_from_slice(&number.to_be_bytes());
    for end in ["-wal", "-shm"] {
        let _ = fs::remove_file(format!("{}{end}", shelf.store));
    }
    fs::write(&shelf.store, bytes).expect("the store");
}

#[test]
fn only_an_addition_makes_a_store() {
    let shelf = Shelf::new("no-store");
    for words in [
        &["search", "мост"][..],
        &["re-read"],
        &["verify"],
        &["forget", "x", "--yes"],
        &["backup", "x.db"],
        &["correct", "--list"],
    ] {
        shelf.check_failure(words, "there is no store\nhint: make one with `onrecord add FILE…`");
    }
    assert!(!fs::exists(&shelf.store).expect("a folder that can be read"));
}

#[cfg(unix)]
#[test]
fn a_store_that_may_only_be_read_can_be_asked() {
    let shelf = Shelf::with("read-only", &[bridge()]);
    let news = shelf.file("more.ndjson", ndjson(&three()));
    let (file, folder) = (shelf.store.as_str(), shelf.folder.display().to_string());
    let set = |path: &str, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("our own file");
    set(file, 0o444);
    let is_bound = fs::OpenOptions::new().append(true).open(file).is_err();
    for folder_mode in [0o755, 0o555] {
        set(&folder, folder_mode);
        assert_eq!(shelf.found(&["весной"]).len(), 1);
        // For the superuser permissions do not hold.
        if is_bound {
            shelf.check_failure(&["add", &news], "cannot write");
        }
    }
    set(&folder, 0o755);
    set(file, 0o644);
    assert!(shelf.text(&["verify"]).ends_with("all is well\n"));
}
