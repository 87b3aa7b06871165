//! `correct`: every answer follows what people set right.

use serde_json::{Value, json};

use super::shelf::{Shelf, bridge, list, three};

/// The speakers a search for these words finds.
fn speakers(shelf: &Shelf, words: &str) -> Vec<Value> {
    list(&shelf.json(&["search", words])).iter().map(|found| found["speaker"].clone()).collect()
}

#[test]
fn another_speaker_is_in_every_answer_and_stays_when_pages_are_read_again() {
    let shelf = Shelf::with("speaker", &three());
    let id = shelf.statement("Мэр Иван Петров");
    let made =
        shelf.json(&["correct", &id, "--speaker", " Анна Гончар ", "--note", "она сказала", "--author", "O. D."]);
    assert_eq!((&made["number"], &made["author"], &made["note"]), (&json!(1), &json!("O. D."), &json!("она сказала")));
    for _ in 0..2 {
        assert_eq!(speakers(&shelf, "весной"), ["Анна Гончар"]);
        assert_eq!(list(&shelf.json(&["search", "--speaker", "Гончар"])).len(), 1);
        assert_eq!(list(&shelf.json(&["search", "--speaker", "Петров"])).len(), 1);
        let shown = shelf.json(&["show", &id]);
        assert_eq!(shown["results"][0]["record"]["statements"][0]["speaker"]["name"], "Анна Гончар");
        assert_eq!(list(&shelf.json(&["timeline", "--statements", "--speaker", "Гончар"])).len(), 1);
        assert!(shelf.text(&["export"]).contains("Анна Гончар"));
        assert!(shelf.text(&["search", "весной"]).contains(" · corrected · "));
        assert!(shelf.text(&["verify", "--reread"]).ends_with("all is well\n"));
        assert_eq!(shelf.json(&["re-read", "--all"])["read"], 3);
    }
}

#[test]
fn what_is_no_statement_is_gone_until_that_is_taken_back() {
    let shelf = Shelf::with("no-statement", &three());
    let id = shelf.statement("Мэр Иван Петров");
    let run = shelf.run(&["correct", &id, "--not-a-statement"]);
    assert_eq!(run.stderr, "correction 1 is made; `onrecord correct --take-back 1` takes it back\n");
    assert!(speakers(&shelf, "весной").is_empty());
    assert!(!shelf.text(&["timeline", "--statements"]).contains("Мэр Иван Петров"));
    shelf.text(&["re-read", "--all"]);
    assert!(speakers(&shelf, "весной").is_empty());
    assert!(shelf.text(&["verify", "--reread"]).ends_with("all is well\n"));
    shelf.text(&["correct", "--take-back", "1"]);
    assert_eq!(speakers(&shelf, "весной"), ["Иван Петров"]);
    shelf.check_failure(&["correct", "--take-back", "1"], "there is no correction 1");
}

#[test]
fn other_words_are_what_was_said() {
    let shelf = Shelf::with("span", &[bridge()]);
    let id = shelf.statement("Мэр Иван Петров");
    let text = bridge()["text"].as_str().expect("a text").to_owned();
    let byte = text.find("откроют весной.").expect("it is there");
    let start = text[..byte].chars().count();
    let span = format!("{start}:{}", start + "откроют весной".chars().count());
    shelf.text(&["correct", &id, "--span", &span]);
    let found = shelf.json(&["search", "весной"]);
    assert_eq!(found["results"][0]["content"][0]["text"], "откроют весной");
    shelf.check_failure(&["correct", &id, "--span", "5:5000"], "5:5000 is no part of the text, which has");
    for bad in ["5", "7:5", "5:5", "a:b", ":"] {
        assert_eq!(shelf.run(&["correct", &id, "--span", bad]).code, 2, "{bad}");
    }
}

#[test]
fn corrections_are_listed() {
    let shelf = Shelf::with("listed", &[bridge()]);
    assert_eq!(shelf.text(&["correct", "--list"]), "no corrections\n");
    let id = shelf.statement("Мэр Иван Петров");
    shelf.text(&["correct", &id, "--speaker", "Анна Гончар", "--author", "O. D.", "--note", "см. запись"]);
    let text = shelf.text(&["correct", "--list"]);
    assert!(text.starts_with("correction 1: “мост через реку откроют весной” was said by Анна Гончар\n"), "{text}");
    assert!(text.contains("O. D.") && text.contains("см. запись"), "{text}");
    let listed = shelf.json(&["correct", "--list"]);
    assert_eq!((list(&listed).len(), &listed["results"][0]["statement"]), (1, &json!(id)));
}

#[test]
fn what_cannot_be_corrected_is_told() {
    let shelf = Shelf::with("not-corrected", &[bridge()]);
    let id = shelf.statement("Мэр Иван Петров");
    shelf.check_failure(
        &["correct", "0000000000000000", "--not-a-statement"],
        "there is nothing with the address or id",
    );
    shelf.check_failure(&["correct", &id, "--speaker", " "], "a speaker has a name");
    for words in [
        &["correct", &id][..],
        &["correct", "--not-a-statement"],
        &["correct", &id, "--speaker", "A", "--not-a-statement"],
    ] {
        assert_eq!(shelf.run(words).code, 2, "{words:?}");
    }
}
