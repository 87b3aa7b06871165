//! The formats of `read`, and what terminals must not be told.

use serde_json::Value;

use crate::support::{ARTICLE, file, folder, records, run, run_with};

#[test]
fn text_shows_head_article_and_tables() {
    let folder = folder("text_shows");
    let path = file(&folder, "bridge.txt", ARTICLE);
    let run = run(&["read", &path, "--lang", "ru", "--published", "2022-01-13", "--outlet", "Волна"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    for words in [
        "Мост откроют в мае\n",
        "outlet: Волна",
        "date: 2022-01-13, given",
        "language: ru",
        "document: bridge (",
        "Statements",
    ] {
        assert!(run.stdout.contains(words), "{words} in\n{}", run.stdout);
    }
}

#[test]
fn statements_are_numbered_brackets_without_colour() {
    let run = run_with(&["read", "-", "--lang", "ru"], ARTICLE.as_bytes());
    assert!(run.stdout.contains("[1\u{a0}"), "{}", run.stdout);
    assert!(!run.stdout.contains('\u{1b}'));
}

#[test]
fn statements_are_underlined_with_colour() {
    let run = run_with(&["read", "-", "--lang", "ru", "--color", "always"], ARTICLE.as_bytes());
    assert!(run.stdout.contains("\u{1b}[4m"), "{}", run.stdout);
    assert!(run.stdout.contains("[1]\u{a0}"));
}

#[test]
fn lines_keep_to_the_width() {
    let long = format!("{}\n\n{}\n", "Слово ".repeat(40), "ж".repeat(300));
    let run = run_with(&["read", "-", "--lang", "ru", "--width", "40"], long.as_bytes());
    let too_long = run.stdout.lines().find(|line| line.chars().count() > 40);
    assert_eq!(too_long, None);
}

#[test]
fn json_is_the_whole_record_and_ndjson_is_one_line() {
    let pretty = run_with(&["read", "-", "--lang", "ru", "--json"], ARTICLE.as_bytes());
    let record: Value = serde_json::from_str(&pretty.stdout).expect("JSON");
    assert_eq!((&record["schema"], &record["article"]["text"]), (&Value::from(1), &Value::from(ARTICLE)));
    assert!(pretty.stdout.lines().count() > 20);
    let line = run_with(&["read", "-", "--lang", "ru", "--format", "ndjson"], ARTICLE.as_bytes());
    assert_eq!(records(&line.stdout), [record]);
}

#[test]
fn markdown_is_a_document() {
    let run = run_with(&["read", "-", "--lang", "ru", "--format", "markdown"], ARTICLE.as_bytes());
    assert!(run.stdout.starts_with("# Мост откроют в мае\n"), "{}", run.stdout);
    assert!(run.stdout.contains("## Statements") && run.stdout.contains("<sup>[1]</sup><ins>"));
}

#[test]
fn strangers_cannot_steer_the_terminal() {
    let evil = "Заголовок \u{1b}[2J\u{1b}]0;title\u{7}\n\nМэр \u{9b}31m сказал: «Да\u{202e}ад».\u{7f}\n";
    for format in ["text", "markdown", "json", "ndjson"] {
        let run =
            run_with(&["read", "-", "--lang", "ru", "--format", format, "--title", "\u{1b}[31mA"], evil.as_bytes());
        let bad = run.stdout.chars().find(|letter| {
            (letter.is_control() && !matches!(letter, '\n' | '\t')) || ('\u{202a}'..='\u{202e}').contains(letter)
        });
        assert_eq!((run.code, bad), (0, None), "{format}");
    }
}

#[test]
fn several_documents_keep_their_order_on_many_threads() {
    let lines: String =
        (0..200).map(|n| format!("{{\"name\": \"n{n}\", \"lang\": \"ru\", \"text\": \"Да.\"}}\n")).collect();
    let run = run_with(&["read", "-", "--format", "ndjson", "--jobs", "7"], lines.as_bytes());
    let names: Vec<String> = records(&run.stdout)
        .iter()
        .map(|record| record["document"]["name"].as_str().expect("a name").to_owned())
        .collect();
    assert_eq!(names, (0..200).map(|n| format!("n{n}")).collect::<Vec<_>>());
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let lines: String =
        (0..20).map(|n| format!("{{\"name\": \"n{n}\", \"lang\": \"ru\", \"text\": {ARTICLE:?}}}\n")).collect();
    let one = run_with(&["read", "-", "--jobs", "1"], lines.as_bytes());
    let many = run_with(&["--jobs", "3", "read", "-"], lines.as_bytes());
    assert!(one.stdout == many.stdout && one.code == 0);
}

const PAGE: &str = "<!DOCTYPE html><html lang=en><head><title>Bridge &lt;b> shut</title></head><body><nav><a href=/>Home</a></nav>\
    <article><h1>Bridge &lt;b> shut</h1><p>The bridge was shut on Monday, the council said in the morning.</p>\
    <p><a href=/more>Read more: Ferry sails again after the storm</a></p><ul><li>Buses go round by Kiln Lane.</li>\
    <li>The ferry sails every hour.</li></ul><table><tr><th>Line<th>Buses</tr><tr><td>Kiln Lane<td>4</tr><tr><td>Mill Road<td>7</tr></table><p>It will open again when the piers are dry, an engineer said.</p>\
    </article></body></html>";

fn article(words: &[&str]) -> String {
    let run = run_with(&[&["article", "-"], words].concat(), PAGE.as_bytes());
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    run.stdout
}

#[test]
fn an_article_alone_is_text_markdown_html_or_json() {
    let text = article(&[]);
    assert!(text.starts_with("Bridge <b> shut\n\nThe bridge was shut on Monday"), "{text}");
    assert!(text.contains("\n\n• Buses go round by Kiln Lane.\n• The ferry"), "{text}");
    let markdown = article(&["--format", "markdown"]);
    assert!(markdown.starts_with("# Bridge &lt;b&gt; shut\n\nThe bridge"), "{markdown}");
    assert!(markdown.contains("| Line | Buses |\n| --- | --- |\n| Kiln Lane | 4 |"), "{markdown}");
    let html = article(&["--format", "html"]);
    assert!(html.contains("<h1>Bridge &lt;b&gt; shut</h1>") && html.contains("<td>Kiln Lane</td><td>4</td>"), "{html}");
    let json: serde_json::Value = serde_json::from_str(&article(&["--json"])).expect("JSON");
    assert_eq!(json["article"]["title"], "Bridge <b> shut");
    assert!(json.get("statements").is_none());
}

#[test]
fn furniture_is_shown_only_when_asked_for() {
    assert!(!article(&[]).contains("Ferry sails again"));
    assert!(article(&["--furniture"]).contains("[related] Read more: Ferry sails again"));
}
