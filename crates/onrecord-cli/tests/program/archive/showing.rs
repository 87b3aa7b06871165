//! `show` and `diff`: articles and their versions.

use serde_json::json;

use super::shelf::{Shelf, bridge, list, ndjson, three, word};

#[test]
fn an_article_is_shown_by_any_id_in_it_and_by_its_address() {
    let shelf = Shelf::with("shown-by", &three());
    let whole = shelf.json(&["show", "https://volna.example/most"]);
    let record = &whole["results"][0]["record"];
    let ids = [&record["statements"][0]["id"], &record["events"][0]["id"], &record["document"]["id"]].map(word);
    for id in &ids {
        assert_eq!(shelf.json(&["show", id]), whole, "{id}");
    }
    // The address as others write it.
    assert_eq!(shelf.json(&["show", "HTTPS://VOLNA.example:443/most#top"]), whole);
    assert_eq!((list(&whole).len(), &whole["next"], &whole["results"][0]["version"]), (1, &json!(null), &json!(1)));
}

#[test]
fn asked_for_a_statement_nothing_else_is_marked() {
    let shelf = Shelf::with("one-marked", &[bridge()]);
    let text = shelf.text(&["show", &shelf.statement("Мы ждали")]);
    assert!(text.contains("[1\u{a0}\"Мы ждали этого\"]") && !text.contains("[2\u{a0}"), "{text}");
    assert!(shelf.text(&["show", "https://volna.example/most"]).contains("[2\u{a0}"));
}

#[test]
fn what_is_not_there_is_a_failure_with_a_hint() {
    let shelf = Shelf::with("not-shown", &[bridge()]);
    for what in ["0000000000000000", "https://volna.example/other", "", "'", "%"] {
        shelf.check_failure(&["show", what], &format!("there is nothing with the address or id `{what}`"));
    }
    shelf.check_failure(&["diff", "https://volna.example/other"], "there is nothing with the address");
}

#[test]
fn the_source_is_byte_for_byte_what_was_added() {
    let shelf = Shelf::new("source");
    let page =
        "<html><body>\r\n<article><p>Мост откроют весной, заявил мэр Иван Петров.</p></article>\n\n</body></html>\n";
    let path = shelf.file("a.html", page);
    shelf.text(&["add", &path, "--url", "https://volna.example/most"]);
    assert_eq!(shelf.text(&["show", "https://volna.example/most", "--source"]), page);
}

#[test]
fn two_versions_are_compared() {
    let shelf = Shelf::with("versions", &[bridge()]);
    shelf.check_failure(&["diff", "https://volna.example/most"], "there is one version of https://volna.example/most");
    let mut later = bridge();
    later["text"] = "Мост откроют осенью\n\nМэр Иван Петров заявил, что мост через реку откроют осенью. Инженер Анна Гончар заявила, что опоры высохли.".into();
    shelf.text(&["add", &shelf.file("later.ndjson", ndjson(&[later]))]);

    let difference = shelf.json(&["diff", "https://volna.example/most"]);
    let changes = difference["changes"].as_array().expect("changes");
    let kinds: Vec<String> = changes.iter().map(|change| word(&change["change"])).collect();
    assert_eq!((kinds, &difference["n_same"]), (["changed", "new", "vanished"].map(str::to_owned).to_vec(), &json!(0)));
    assert_eq!(changes[0]["before"]["text"], "мост через реку откроют весной");
    assert_eq!(changes[0]["after"]["text"], "мост через реку откроют осенью");
    let text = shelf.text(&["diff", "https://volna.example/most"]);
    for words in [
        "− version 1",
        "+ version 2",
        "vanished\n− Иван Петров: \"Мы ждали этого\" (direct)",
        "new\n+ Анна Гончар: опоры высохли",
    ] {
        assert!(text.contains(words), "{words} in\n{text}");
    }
    // The other way round.
    let back = shelf.json(&["diff", "https://volna.example/most", "--from", "2", "--to", "1"]);
    assert_eq!(back["changes"][0]["after"], changes[0]["before"]);
    shelf.check_failure(&["diff", "https://volna.example/most", "--from", "7"], "there is no version 7");

    assert_eq!(list(&shelf.json(&["show", "https://volna.example/most"])).len(), 1);
    let versions = shelf.json(&["show", "https://volna.example/most", "--versions"]);
    let numbers: Vec<_> = list(&versions).iter().map(|shown| (&shown["version"], &shown["is_current"])).collect();
    assert_eq!(numbers, [(&json!(1), &json!(false)), (&json!(2), &json!(true))]);
}
