//! Records that try an export: three languages, signs beyond the first plane, missing values, and what breaks formats;
//! and what holds of every export, whatever the records.

use std::convert::Infallible;

use onrecord_model::ArticleRecord;
use onrecord_trials::Chance;
use oxjsonld::JsonLdParser;
use serde_json::{Value, json};

use crate::{Export, Format, Table, write};

/// A Ukrainian article with everything in it.
const UKRAINIAN: &str = "😀 Олена Ткач, міський голова, сказала: «Міст, який \"чекали\", відкриють 9 січня».\n\
    За її словами, гроші є,\nа 𝒟-день вже близько. Про це пише «Ранок». Ярмарок у Броварах скасували. Дощу не буде, заперечила вона.";

/// An English one with signs that break formats.
const ENGLISH: &str = "\"It is -12 degrees,\u{1}\tof 🥶 \"frost\"\r\n; really\", the office = \"weather\" said.";

/// A Russian one.
const RUSSIAN: &str = "Поговаривают, что мост «почти готов».";

/// What the statements say, in order.
pub(crate) const SPOKEN_LIST: [&str; 6] = [
    "Міст, який \"чекали\", відкриють 9 січня",
    "гроші є,\nа 𝒟-день … близько",
    "Дощу не буде",
    "-12 degrees,\u{1}\tof 🥶 \"frost\"\r\n; really",
    "",
    "мост «почти готов»",
];

/// The records.
pub(crate) fn records() -> Vec<ArticleRecord> {
    let all = [ukrainian(), english(), russian(), bare("e0", "")];
    all.into_iter().map(|record| serde_json::from_value(record).expect("the record is whole")).collect()
}

/// All of them in the form that `export` asks for.
pub(crate) fn exported(export: &Export) -> Vec<u8> {
    let mut out = Vec::new();
    write(records().into_iter().map(Ok::<_, Infallible>), export, &mut out).expect("memory takes all");
    out
}

/// A record in which everything that may be missing is.
fn bare(id: &str, text: &str) -> Value {
    json!({
        "schema": 1,
        "document": {"id": id, "sha256": format!("{id}ff"), "media_type": "text/plain"},
        "article": {"lang": "ru", "text": text, "authors": [], "tags": [], "blocks": [], "links": []},
        "entities": [], "statements": [], "times": [], "events": [], "provenance": [], "notices": [],
        "made_by": {"version": "0.1.0", "packs": {"ru": "abc"}},
    })
}

/// Where `words` stand first, in code points.
fn span(text: &str, words: &str) -> Value {
    let byte = text.find(words).expect("the words stand in the text");
    let start = text[..byte].chars().count();
    json!({"start": start, "end": start + words.chars().count()})
}

/// `object` with the fields of `more`.
fn with(mut object: Value, more: Value) -> Value {
    if let (Value::Object(object), Value::Object(more)) = (&mut object, more) {
        object.extend(more);
    }
    object
}

/// A statement with this content and nothing else in it.
fn statement(text: &str, id: &str, kind: &str, content: &[&str]) -> Value {
    json!({
        "id": id, "kind": kind, "content": content.iter().map(|words| span(text, words)).collect::<Vec<_>>(),
        "quoted": [], "cue": [], "speaker": {"entities": [], "form": "none"}, "zone": "body", "polarity": "pos",
        "modality": "asserted", "via": [], "confidence": 0.9, "rule": "uk.quote.verb",
    })
}

fn ukrainian() -> Value {
    let text = UKRAINIAN;
    let day = with(span(text, "9 січня"), json!({"value": "XXXX-01-09"}));
    let mayor = json!({"entities": ["e1"], "name": "Олена Ткач", "form": "named+role", "role": "міський голова"});
    let content = SPOKEN_LIST[0];
    let event = |id: &str, trigger: &str, status: &str, more: Value| {
        let event = json!({"id": id, "trigger": span(text, trigger), "kind": "launch", "place": [], "parties": [],
            "status": status, "confidence": 0.75, "rule": "uk.event.verb"});
        with(event, more)
    };
    let article = json!({
        "lang": "uk", "text": text, "title": "Міст, \"який чекали\"", "authors": ["Олена Ткач", "Ivan \"Vanya\" Hrim"],
        "published": "2022-01-08T10:00:00+02:00", "published_from": "json-ld", "modified": "2022-01", "outlet": "Вісті",
        "section": "Місто", "tags": ["міст", "гроші"], "syndicated_from": "УкрАгенція", "blocks": [], "links": [],
        "canonical_url": "https://visti.example/bridge",
    });
    let entities = json!([
        {"id": "e1", "kind": "person", "name": "Олена Ткач", "names": {"uk": "Олена Ткач", "en": "Olena Tkach"},
            "roles": [with(span(text, "міський голова"), json!({"text": "міський голова"}))],
            "mentions": [with(span(text, "Олена Ткач"), json!({"form": "name"}))]},
        {"id": "e2", "kind": "place", "name": "Бровари", "names": {}, "code": "UA", "roles": [],
            "mentions": [with(span(text, "Броварах"), json!({"form": "name"}))]},
    ]);
    let statements = json!([
        with(
            statement(text, "s1", "direct", &[content]),
            json!({
            "quoted": [span(text, content)], "source": span(text, "Олена Ткач, міський голова"),
            "cue": [span(text, "сказала")], "speaker": mayor, "said": day, "via": ["Ранок", "AFP"]})
        ),
        with(
            statement(text, "s2", "indirect", &["гроші є,\nа 𝒟-день", "близько"]),
            json!({
            "cue": [span(text, "За її словами")], "speaker": with(mayor.clone(), json!({"form": "pronoun"}))})
        ),
        with(
            statement(text, "s3", "indirect", &["Дощу не буде"]),
            json!({
            "polarity": "neg", "parent": "s1", "restates": "s2", "speaker": with(mayor, json!({"form": "pronoun"}))})
        ),
    ]);
    let events = json!([
        event(
            "v1",
            "відкриють",
            "planned",
            json!({"when": day, "parties": [{"entity": "e1", "name": "Олена Ткач"},
            {"name": "Гості"}], "place": [span(text, "Міст")]})
        ),
        event(
            "v2",
            "Ярмарок",
            "cancelled",
            json!({
            "place": [with(span(text, "Броварах"), json!({"entity": "e2"}))],
            "when": with(span(text, "9 січня"), json!({"value": "2022-01-09/2022-01-12"}))})
        ),
    ]);
    let carrier = span(text, "Ранок");
    with(
        bare("d0c1", text),
        json!({
            "document": {"id": "d0c1", "name": "bridge", "file": "news/bridge.html", "url": "https://visti.example/міст?a=1",
                "sha256": "0a1b", "media_type": "text/html"},
            "article": article, "entities": entities, "statements": statements, "events": events,
            "times": [with(day.clone(), json!({"anchor": "none"}))],
            "provenance": [
                {"carrier": carrier, "cited": [carrier], "chain": ["Вісті", "Ранок"], "scope": "story"},
                {"cited": [], "chain": ["Вісті", "Ранок", "AFP"], "scope": "s2"},
                {"cited": [], "chain": ["Вісті", "Plotka"], "scope": "paragraph"},
            ],
        }),
    )
}

fn english() -> Value {
    let office = json!({"entities": [], "name": "the office = \"weather\"", "form": "named"});
    let said = with(statement(ENGLISH, "s\"4", "mixed", &[SPOKEN_LIST[3]]), json!({"speaker": office}));
    let asked = with(statement(ENGLISH, "s5", "reported", &[]), json!({"cue": [span(ENGLISH, "said")]}));
    let record = bare("e\"x", ENGLISH);
    let article = with(record["article"].clone(), json!({"lang": "en", "published": "2022-01"}));
    let document = with(record["document"].clone(), json!({"url": "https://visti.example/\"}, {\n</script>"}));
    with(record, json!({"document": document, "article": article, "statements": [said, asked]}))
}

fn russian() -> Value {
    let rumour = with(
        statement(RUSSIAN, "s6", "mixed", &[SPOKEN_LIST[5]]),
        json!({"modality": "hearsay", "quoted": [span(RUSSIAN, "почти готов")], "confidence": 1.0}),
    );
    let record = bare("r1", RUSSIAN);
    let document = with(record["document"].clone(), json!({"url": "prov:used"}));
    with(record, json!({"document": document, "statements": [rumour]}))
}

/// What nobody would write where a name or an id is due.
const ODD: &[&str] =
    &["", "@id", "@type", "_:b", "a:b", "https://a b", "\0\r\n\"'", "\u{fffe}\u{10ffff}", "statement", "//"];

/// The record with other offsets, names, ids and addresses.
fn shaken(value: &mut Value, key: &str, chance: &mut Chance) {
    match value {
        Value::Object(fields) => fields.iter_mut().for_each(|(key, value)| shaken(value, key, chance)),
        Value::Array(items) => items.iter_mut().for_each(|item| shaken(item, key, chance)),
        Value::Number(_) if matches!(key, "start" | "end") => *value = chance.below(300).into(),
        Value::String(text) if chance.below(3) == 0 => match key {
            "id" | "url" | "sha256" | "name" | "scope" | "chain" | "code" | "rule" | "value" | "version"
            | "published" | "outlet" | "entity" | "media_type" => *text = (*chance.pick(ODD).unwrap_or(&"")).to_owned(),
            _ => {}
        },
        _ => {}
    }
}

/// Odd records in the form that `export` asks for.
fn exported_odd(seed: u64, export: &Export) -> Vec<u8> {
    let mut chance = Chance::new(seed);
    let odd = [ukrainian(), english(), russian(), bare("e0", "")].map(|mut record| {
        shaken(&mut record, "", &mut chance);
        serde_json::from_value::<ArticleRecord>(record)
    });
    let mut out = Vec::new();
    write(odd, export, &mut out).expect("the record is whole and memory takes all");
    out
}

#[test]
fn linked_data_of_any_record_can_be_read() {
    for seed in 0..200 {
        let document = exported_odd(seed, &Export::new(Format::JsonLd));
        let fault = JsonLdParser::new().for_slice(&document).find_map(Result::err);
        assert!(fault.is_none(), "{seed}: {fault:?}");
    }
}

#[test]
fn a_table_of_any_record_has_all_its_columns() {
    for (seed, &table) in (0..200).zip(Table::ALL.iter().cycle()) {
        let file = exported_odd(seed, &Export { table, ..Export::new(Format::Csv) });
        let rows = csv::Reader::from_reader(file.as_slice()).into_records().filter(Result::is_err).count();
        assert_eq!(rows, 0, "{seed} {table:?}");
        exported_odd(seed, &Export { table, ..Export::new(Format::Parquet) });
    }
}
