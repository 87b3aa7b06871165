//! The other commands, and how the program ends.

use std::process::{Command, Stdio};

use serde_json::Value;

use crate::support::{ARTICLE, file, folder, run, run_with};

#[test]
fn explain_names_the_rule_and_everyone_weighed() {
    let run = run_with(&["explain", "-", "--lang", "ru"], ARTICLE.as_bytes());
    assert!(run.stdout.contains("\nstatement 1: ru."), "{}", run.stdout);
    assert!(run.stdout.contains("content    мост откроют в мае"), "{}", run.stdout);
    let run = run_with(&["explain", "-", "--lang", "ru", "--json"], ARTICLE.as_bytes());
    let explanation: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let statement = &explanation["statements"][0];
    let place = &statement["content"][0];
    let words: String = ARTICLE.chars().skip(place["start"].as_u64().expect("a place") as usize).take(5).collect();
    assert!(place["text"].as_str().is_some_and(|text| text.starts_with(&words)));
    assert!(statement["rule"].is_string() && statement["kind"].is_string());
}

#[test]
fn bench_measures_every_stage() {
    let folder = folder("bench_measures");
    let path = file(&folder, "a.txt", ARTICLE);
    let run = run(&["bench", &path, "--seconds", "1", "--json"]);
    let report: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let stages: Vec<_> =
        report["stages"].as_array().expect("stages").iter().map(|stage| stage["stage"].clone()).collect();
    assert_eq!(stages, ["article", "text", "extract", "record and JSON", "whole"]);
    assert!(report["packs"].as_array().is_some_and(|packs| packs.len() >= 3));
    assert!(report["pages_read"].as_u64().is_some_and(|n| n > 1));
}

#[test]
fn licences_hold_ours_and_those_of_the_lists() {
    let run = run(&["licences"]);
    for words in ["MIT License", "Apache License", "Word lists: ru", "Word lists: uk", "Word lists: en", "GeoNames"] {
        assert!(run.stdout.contains(words), "{words}");
    }
}

#[test]
fn every_shell_gets_a_script() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = run(&["completion", shell]);
        assert!(run.code == 0 && run.stdout.contains("onrecord"), "{shell}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let folder = folder("a_reader_that_goes");
    let lines: String =
        (0..2000).map(|n| format!("{{\"name\": \"n{n}\", \"lang\": \"ru\", \"text\": {ARTICLE:?}}}\n")).collect();
    let path = file(&folder, "many.ndjson", lines);
    let mut child = Command::new(env!("CARGO_BIN_EXE_onrecord"))
        .args(["read", &path, "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
}

#[test]
fn the_version_is_told() {
    let run = run(&["--version"]);
    assert_eq!((run.code, run.stdout.trim()), (0, concat!("onrecord ", env!("CARGO_PKG_VERSION"))));
}
