//! Faults of texts of our own.

use onrecord::Reader;
use serde_json::{Value, json};

use super::{FAULT_KINDS, FaultKind, faults, record_with_rules};
use crate::{Gold, Letters};

/// A gold document in which a statement is marked by its words.
fn gold(text: &str, statement: Value) -> Gold {
    let mut row = json!({"doc": "a", "lang": "ru", "text": text, "statements": []});
    if !statement.is_null() {
        row["statements"] = json!([statement]);
    }
    Gold::read(&row.to_string()).expect("a gold line")
}

fn span(text: &str, words: &str) -> [usize; 2] {
    let start = text.find(words).map(|at| Letters::new(&text[..at]).len()).expect("words of the text");
    [start, start + Letters::new(words).len()]
}

/// The kinds and causes of what is wrong.
fn check(text: &str, statement: Value, expected: &[(FaultKind, &str)]) {
    let reader = Reader::new();
    let gold = gold(text, statement);
    let record = record_with_rules(&reader, &gold.documents[0]);
    let found = faults(&reader, &gold.documents[0], &record);
    let found: Vec<_> = found.iter().map(|fault| (fault.kind, fault.cause.as_str())).collect();
    assert_eq!(found, expected);
}

const BRIDGE: &str = "Мэр Иван Петров сообщил, что мост через реку построят, и поблагодарил строителей.";

fn said(text: &str, content: &str, speaker: &str) -> Value {
    json!({"kind": "indirect", "content": [span(text, content)], "source": [span(text, "Мэр Иван Петров")],
        "cue": [span(text, "сообщил")], "speaker": speaker, "form": "named+role"})
}

#[test]
fn a_record_like_gold_has_no_faults() {
    let text = "Мэр Иван Петров сообщил, что мост откроют.";
    check(text, said(text, "мост откроют", "Иван Петров"), &[]);
}

#[test]
fn another_speaker_is_told_with_its_form() {
    let text = "Мэр Иван Петров сообщил, что мост откроют.";
    let cause = "named+role: another name of the article, source read";
    check(text, said(text, "мост откроют", "Анна Белова"), &[(FaultKind::Speaker, cause)]);
}

#[test]
fn a_boundary_is_told_with_what_stands_there() {
    let cause = "ends early at: comma, then coordinator";
    check(BRIDGE, said(BRIDGE, "мост через реку построят, и поблагодарил", "Иван Петров"), &[(FaultKind::Span, cause)]);
}

#[test]
fn a_statement_of_ours_alone_is_extra() {
    let text = "Мэр Иван Петров сообщил, что мост откроют.";
    check(text, Value::Null, &[(FaultKind::Extra, "indirect: gold has no statement there")]);
}

#[test]
fn a_missing_statement_is_told_with_its_cue() {
    let text = "Мэр Иван Петров начертил на доске мост.";
    let statement = json!({"kind": "indirect", "content": [span(text, "мост")], "cue": [span(text, "начертил")]});
    check(text, statement, &[(FaultKind::Missing, "indirect, unknown cue, nothing of ours there")]);
}

#[test]
fn kinds_have_names() {
    for (kind, name, _) in FAULT_KINDS {
        assert_eq!((FaultKind::parse(name), kind.name()), (Some(kind), name));
    }
    assert_eq!(FaultKind::parse("spelling"), None);
}
