//! `eval`: figures, and the floors under them.

use serde_json::{Value, json};

use crate::support::{file, folder, run};

const TEXT: &str = "Мост открыт, сказал мэр Петров.";

fn gold() -> String {
    let statement = json!({"id": "s1", "kind": "indirect", "content": [[0, 11]], "source": [20, 30], "cue": [[13, 19]],
        "speaker": "Петров", "form": "named+role", "polarity": "pos", "modality": "asserted"});
    let document = json!({"doc": "a", "lang": "ru", "date": "2022-01-13", "text": TEXT, "statements": [statement],
        "times": [], "events": [], "provenance": [], "furniture": []});
    document.to_string() + "\n"
}

fn record(speaker: &str) -> String {
    let statement = json!({"kind": "indirect", "content": [{"start": 0, "end": 12}], "source": {"start": 20, "end": 30},
        "speaker": {"name": speaker}, "polarity": "pos", "modality": "asserted"});
    json!({"document": {"name": "a"}, "article": {"text": TEXT, "blocks": []}, "statements": [statement]}).to_string()
        + "\n"
}

#[test]
fn figures_are_those_of_the_records() {
    let folder = folder("figures_are");
    let (gold, good) = (file(&folder, "gold.jsonl", gold()), file(&folder, "good.ndjson", record("Пётр Петров")));
    let run = run(&["eval", &gold, "--pred", &good, "--json"]);
    let results: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let figures = &results["results"][0]["figures"];
    assert_eq!((&figures["full"], &figures["exact"]), (&json!([100.0, 100.0, 100.0]), &json!([100.0, 100.0, 100.0])));
    assert_eq!((run.code, &results["results"][0]["lang"]), (0, &json!("ru")));
}

#[test]
fn articles_are_read_when_there_are_no_records() {
    let folder = folder("articles_are_read");
    let gold = file(&folder, "gold.jsonl", gold());
    let run = run(&["eval", &gold]);
    assert!(run.stdout.contains("documents 1  missing 0  text differs 0  statements gold 1"), "{}", run.stdout);
}

#[test]
fn what_went_wrong_is_listed() {
    let folder = folder("what_went_wrong");
    let (gold, bad) = (file(&folder, "gold.jsonl", gold()), file(&folder, "bad.ndjson", record("Жуков")));
    let run = run(&["eval", &gold, "--pred", &bad, "--errors", "5"]);
    assert!(run.stdout.contains("a | SPEAKER | Петров | Жуков | "), "{}", run.stdout);
}

#[test]
fn a_figure_below_its_floor_fails_and_is_named() {
    let folder = folder("a_figure_below");
    let gold = file(&folder, "gold.jsonl", gold());
    let good = file(&folder, "good.ndjson", record("Петров"));
    let bad = file(&folder, "bad.ndjson", record("Жуков"));
    let floors = folder.join("floors.json").display().to_string();
    let eval = |pred: &str, more: &[&str]| run(&[&["eval", &gold, "--pred", pred, "--floors", &floors], more].concat());

    assert_eq!(eval(&good, &[]).code, 1, "there is no floors file yet");
    assert_eq!(eval(&good, &["--write-floors"]).code, 0);
    assert_eq!(eval(&good, &[]).code, 0);
    for more in [&[][..], &["--write-floors"]] {
        let run = eval(&bad, more);
        assert!(run.stderr.contains("ru: full sank to 0.0; its floor is 100.0"), "{}", run.stderr);
        assert_eq!(run.code, 1);
    }
    assert_eq!(eval(&bad, &["--write-floors", "--allow-regression"]).code, 0);
    assert_eq!(eval(&bad, &[]).code, 0);
}

#[test]
fn broken_gold_is_told_with_its_line() {
    let folder = folder("broken_gold");
    let path = file(&folder, "gold.jsonl", gold() + "{\"doc\": \"b\"}\n");
    let run = run(&["eval", &path]);
    assert!(run.stderr.contains("gold.jsonl: line 2: there is no `lang`"), "{}", run.stderr);
    assert_eq!(run.code, 1);
}
