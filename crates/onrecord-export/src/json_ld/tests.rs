//! The document is sound, its terms are defined, and its words are the article's.

use std::collections::HashMap;

use oxjsonld::JsonLdParser;
use serde_json::{Map, Value};

use super::CONTEXT;
use crate::tests::{SPOKEN_LIST, exported, records};
use crate::{Export, Format};

const SCHEMA: &str = "https://schema.org/";
const OWN: &str = "urn:onrecord:ns:";
const ARTICLE: &str = "https://visti.example/міст?a=1";

fn document() -> Value {
    serde_json::from_slice(&exported(&Export::new(Format::JsonLd))).expect("the document is JSON")
}

/// What stands at `path` in the node with the address `id`.
fn check(id: &str, path: &str, expected: impl Into<Value>) {
    let document = document();
    let nodes = document["@graph"].as_array().expect("a graph");
    let node = nodes.iter().find(|node| node["@id"] == id).expect("the node is there");
    assert_eq!(node.pointer(path).cloned().unwrap_or_default(), expected.into(), "{path} in {node:#}");
}

#[test]
fn an_article_is_a_news_article_of_its_outlet() {
    check(ARTICLE, "/@type", "NewsArticle");
    check(ARTICLE, "/headline", "Міст, \"який чекали\"");
    check(ARTICLE, "/publisher/name", "Вісті");
    check(ARTICLE, "/author/1/name", "Ivan \"Vanya\" Hrim");
    check(ARTICLE, "/datePublished", "2022-01-08T10:00:00+02:00");
    check(ARTICLE, "/mentions/1", "urn:onrecord:entity:d0c1:e2");
    check(ARTICLE, "/encoding/@id", "urn:sha256:0a1b");
}

#[test]
fn what_is_taken_from_others_is_based_on_them() {
    check(ARTICLE, "/isBasedOn/0/publisher/name", "Ранок");
    check(ARTICLE, "/isBasedOn/1/publisher/name", "УкрАгенція");
    check(ARTICLE, "/hadPrimarySource/0/name", "Ранок");
    check("urn:onrecord:statement:s2", "/hadPrimarySource/0/name", "AFP");
    check("urn:onrecord:statement:s2", "/isBasedOn/0/publisher/name", "Ранок");
}

#[test]
fn what_one_paragraph_has_from_others_is_not_said_of_the_article() {
    check(ARTICLE, "/hadPrimarySource/1", Value::Null);
    check(ARTICLE, "/provenance/1/chain/1", "Plotka");
    check(ARTICLE, "/provenance/1/scope", "paragraph");
}

#[test]
fn direct_speech_is_a_quotation_of_its_speaker() {
    check("urn:onrecord:statement:s1", "/@type", "Quotation");
    check("urn:onrecord:statement:s1", "/text", SPOKEN_LIST[0]);
    check("urn:onrecord:statement:s1", "/spokenByCharacter/0/@id", "urn:onrecord:entity:d0c1:e1");
    check("urn:onrecord:statement:s1", "/spokenByCharacter/0/jobTitle", "міський голова");
    check("urn:onrecord:statement:s1", "/isPartOf", ARTICLE);
    check("urn:onrecord:statement:s1", "/confidence", 0.9);
}

#[test]
fn reported_speech_is_a_claim_of_its_author() {
    check("urn:onrecord:statement:s2", "/@type", "Claim");
    check("urn:onrecord:statement:s2", "/author/0/name", "Олена Ткач");
    check("urn:onrecord:statement:s2", "/appearance", ARTICLE);
}

#[test]
fn what_was_denied_is_nobodys_claim() {
    check("urn:onrecord:statement:s3", "/author", Value::Null);
    check("urn:onrecord:statement:s3", "/attributedTo/0/name", "Олена Ткач");
    check("urn:onrecord:statement:s3", "/polarity", "neg");
    check("urn:onrecord:statement:s3", "/parent", "urn:onrecord:statement:s1");
}

#[test]
fn a_date_known_in_part_is_no_start_date() {
    check("urn:onrecord:event:v1", "/startDate", Value::Null);
    check("urn:onrecord:event:v1", "/when", "XXXX-01-09");
    check("urn:onrecord:event:v1", "/eventStatus", "schema:EventScheduled");
    check("urn:onrecord:event:v1", "/about/1/name", "Гості");
}

#[test]
fn a_range_has_a_start_and_an_end() {
    check("urn:onrecord:event:v2", "/startDate", "2022-01-09");
    check("urn:onrecord:event:v2", "/endDate", "2022-01-12");
    check("urn:onrecord:event:v2", "/eventStatus", "schema:EventCancelled");
    check("urn:onrecord:event:v2", "/location/0/name", "Бровари");
}

#[test]
fn a_finding_says_what_made_it_and_from_which_bytes() {
    check("urn:onrecord:event:v1", "/wasDerivedFrom", "urn:sha256:0a1b");
    check("urn:onrecord:event:v1", "/wasGeneratedBy/rule", "uk.event.verb");
    check("urn:onrecord:event:v1", "/wasGeneratedBy/wasAssociatedWith/softwareVersion", "0.1.0");
}

#[test]
fn an_address_that_is_none_stays_words() {
    check("urn:onrecord:document:r1", "/url", Value::Null);
    check("urn:onrecord:document:r1", "/urlAsGiven", "prov:used");
    check("urn:onrecord:document:e%22x", "/urlAsGiven", "https://visti.example/\"}, {\n</script>");
    check("urn:onrecord:statement:s%224", "/appearance", "urn:onrecord:document:e%22x");
}

#[test]
fn selectors_choose_the_same_words_by_text_and_by_place() {
    let texts: HashMap<String, Vec<char>> =
        records().iter().map(|it| (super::iri::article(it), it.article.text.chars().collect())).collect();
    let mut n_selected = 0;
    every_object(&document(), &mut |object| {
        let Some([quote, place]) = object.get("selector").and_then(Value::as_array).map(Vec::as_slice) else { return };
        let text = &texts[object["source"].as_str().expect("a source")];
        let at = |field: &str| place[field].as_u64().expect("an offset") as usize;
        let words = |part: &[char]| Value::String(part.iter().collect());
        assert_eq!(quote["exact"], words(&text[at("start")..at("end")]));
        assert_eq!(quote["prefix"], words(&text[at("start").saturating_sub(32)..at("start")]));
        assert_eq!(quote["suffix"], words(&text[at("end")..text.len().min(at("end") + 32)]));
        n_selected += 1;
    });
    assert_eq!(n_selected, 12, "six pieces of content, four that say whose they are, two events");
}

#[test]
fn every_property_and_type_is_defined() {
    let context: Map<String, Value> = serde_json::from_str(CONTEXT).expect("the context is JSON");
    let is_defined = |name: &str| {
        name.starts_with('@')
            || context.contains_key(name)
            || name.split_once(':').is_some_and(|(prefix, _)| context.contains_key(prefix))
    };
    let document = document();
    assert_eq!(document["@context"], Value::Object(context.clone()));
    every_object(&document["@graph"], &mut |object| {
        let types = object.get("@type").map(|types| types.as_array().cloned().unwrap_or(vec![types.clone()]));
        let types = types.into_iter().flatten().filter_map(|kind| kind.as_str().map(str::to_owned));
        for name in object.keys().cloned().chain(types) {
            assert!(is_defined(&name), "{name} is not defined");
        }
    });
}

/// Shows `see` every object in `value`.
fn every_object(value: &Value, see: &mut dyn FnMut(&Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            see(object);
            object.values().for_each(|value| every_object(value, see));
        }
        Value::Array(values) => values.iter().for_each(|value| every_object(value, see)),
        _ => {}
    }
}

/// The triples of the document, as N-Triples has them but for the full stop.
fn triples() -> Vec<String> {
    let document = exported(&Export::new(Format::JsonLd));
    let quads = JsonLdParser::new().for_slice(&document);
    quads.map(|quad| quad.expect("the document is JSON-LD").to_string()).collect()
}

#[test]
fn a_foreign_reader_finds_the_triples() {
    let triples = triples();
    let has =
        |triple: &str| assert!(triples.iter().any(|it| it.starts_with(triple)), "{triple}\n{}", triples.join("\n"));
    let statement = "<urn:onrecord:statement:s1>";
    has(&format!("{statement} <{SCHEMA}spokenByCharacter> <urn:onrecord:entity:d0c1:e1>"));
    has(&format!("{statement} <{SCHEMA}isPartOf> <{ARTICLE}>"));
    has(&format!("{statement} <{OWN}confidence> \"9.0E-1\"^^<http://www.w3.org/2001/XMLSchema#double>"));
    has(&format!("{statement} <http://www.w3.org/ns/prov#wasDerivedFrom> <urn:sha256:0a1b>"));
    has("<urn:onrecord:event:v2> <https://schema.org/eventStatus> <https://schema.org/EventCancelled>");
    has("<urn:onrecord:annotation:trigger:v2> <http://www.w3.org/ns/oa#hasBody> <urn:onrecord:event:v2>");
    has("<urn:onrecord:statement:s6> <https://schema.org/text> \"мост «почти готов»\"");
}

#[test]
fn an_address_that_reads_as_a_term_is_not_taken_for_one() {
    let is_taken = |triple: &String| triple.contains("schema.org/url> <http://www.w3.org/ns/prov#used>");
    assert!(!triples().iter().any(is_taken));
}

#[test]
fn an_export_of_nothing_is_a_document_too() {
    let mut out = Vec::new();
    let none: [Result<onrecord_model::ArticleRecord, std::fmt::Error>; 0] = [];
    crate::write(none, &Export::new(Format::JsonLd), &mut out).expect("memory takes all");
    let document: Value = serde_json::from_slice(&out).expect("the document is JSON");
    assert_eq!(document["@graph"], Value::Array(Vec::new()));
}
