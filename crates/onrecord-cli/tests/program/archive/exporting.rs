//! `export`: every format can be read by those who read it.

use serde_json::{Value, json};

use super::shelf::{Shelf, bridge, ndjson, three};
use crate::support::{records, run};

#[test]
fn records_come_out_one_a_line() {
    let shelf = Shelf::with("export-ndjson", &three());
    let records = records(&shelf.text(&["export"]));
    let names: Vec<&Value> = records.iter().map(|record| &record["document"]["name"]).collect();
    assert_eq!(names, ["most", "porom", "strike"]);
    assert!(records.iter().all(|record| record["schema"] == 1));
}

#[test]
fn a_table_has_a_header_and_a_row_for_each() {
    let shelf = Shelf::with("export-csv", &three());
    let table = shelf.text(&["export", "--format", "csv"]);
    let mut lines = table.lines();
    let header = lines.next().expect("a header");
    assert!(header.split(',').any(|column| column == "speaker"), "{header}");
    assert_eq!(lines.count(), 6, "{table}");
    for name in ["statements", "events", "articles", "entities", "mentions", "times", "provenance"] {
        let table = shelf.text(&["export", "--format", "csv", "--table", name]);
        assert!(table.lines().next().is_some_and(|header| header.contains(',')), "{name}");
    }
}

#[test]
fn parquet_goes_to_a_file_that_is_whole_when_it_is_there() {
    let shelf = Shelf::with("export-parquet", &three());
    let path = shelf.folder.join("statements.parquet");
    let run = shelf.run(&["export", "--format", "parquet", "--out", &path.display().to_string()]);
    let bytes = std::fs::read(&path).expect("the file");
    assert!(run.code == 0 && run.stderr.ends_with("statements.parquet: 6 rows\n"), "{}", run.stderr);
    assert!(bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1"));
    assert!(!shelf.folder.join("statements.parquet.partial").exists());
    let run = shelf.run(&["export", "--out", &shelf.folder.join("none/a.ndjson").display().to_string()]);
    assert!(
        run.code == 1 && run.stderr.starts_with("cannot write ") && run.stderr.contains("\nhint: "),
        "{}",
        run.stderr
    );
}

#[test]
fn json_ld_is_one_document() {
    let shelf = Shelf::with("export-jsonld", &three());
    let graph: Value = serde_json::from_str(&shelf.text(&["export", "--format", "jsonld"])).expect("JSON");
    assert!(graph.get("@context").is_some() && graph["@graph"].as_array().is_some_and(|nodes| nodes.len() >= 3));
}

#[test]
fn old_versions_are_exported_when_asked_for() {
    let shelf = Shelf::with("export-versions", &[bridge()]);
    let mut later = bridge();
    later["text"] = "Мэр Иван Петров заявил, что мост закроют.".into();
    shelf.text(&["add", &shelf.file("later.ndjson", ndjson(&[later]))]);
    assert_eq!(shelf.text(&["export"]).lines().count(), 1);
    assert_eq!(shelf.text(&["export", "--versions"]).lines().count(), 2);
}

#[test]
fn corrected_articles_are_read_by_the_evaluation() {
    let shelf = Shelf::with("export-gold", &three());
    assert_eq!(shelf.text(&["export", "--format", "gold"]), "");
    shelf.text(&["correct", &shelf.statement("Мэр Иван Петров"), "--speaker", "Анна Гончар"]);
    let path = shelf.folder.join("gold.jsonl").display().to_string();
    shelf.text(&["export", "--format", "gold", "--out", &path]);
    let eval = run(&["eval", &path, "--json"]);
    let results: Value = serde_json::from_str(&eval.stdout).unwrap_or_else(|_| panic!("{}", eval.stderr));
    let result = &results["results"][0];
    assert_eq!((eval.code, &result["lang"]), (0, &json!("ru")));
    // One of two speakers is not whom the program reads.
    assert_eq!(result["figures"]["exact+speaker"], json!([50.0, 50.0, 50.0]), "{result}");
}
