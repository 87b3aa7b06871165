//! Corrected articles in the form of the development gold: what people have set right becomes what the program is measured by.

use std::io::Write;

use anyhow::Result;
use onrecord_archive::{StoreError, Stored};
use onrecord_model::{ArticleRecord, BlockKind, CharSpan, Statement};
use serde_json::{Value, json};

use super::told;
use crate::json;

/// Writes the articles that have corrections, one a line, and counts them. Statements that nobody has looked at stand in them as the
/// program reads them: whoever makes gold of it goes through them first.
pub(super) fn write(stored: impl Iterator<Item = Result<Stored, StoreError>>, out: &mut impl Write) -> Result<u64> {
    let mut n = 0;
    for stored in stored {
        let stored = stored.map_err(told)?;
        if stored.corrected.record.is_some() {
            out.write_all(&json::compact(&document(stored.answer()))?)?;
            n += 1;
        }
    }
    Ok(n)
}

fn document(record: &ArticleRecord) -> Value {
    let article = &record.article;
    let furniture = article.blocks.iter().filter(|block| block.kind == BlockKind::Furniture);
    json!({
        "doc": record.document.name.as_deref().unwrap_or(&record.document.id),
        "lang": article.lang,
        "date": article.published.as_deref().map(|date| date.get(..10).unwrap_or(date)),
        "url": record.document.url,
        "text": article.text,
        "statements": record.statements.iter().map(|statement| self::statement(record, statement)).collect::<Vec<_>>(),
        "provenance": record.provenance.iter().map(|provenance| json!({
            "carrier": provenance.carrier.map(pair),
            "cited": provenance.cited.iter().copied().map(pair).collect::<Vec<_>>(),
            "scope": scope(record, &provenance.scope),
        })).collect::<Vec<_>>(),
        "times": record.times.iter().map(|time| json!({ "span": [time.start, time.end], "value": time.value })).collect::<Vec<_>>(),
        "events": record.events.iter().map(|event| json!({
            "trigger": pair(event.trigger),
            "when": event.when.as_ref().map(|when| [when.start, when.end]),
            "value": event.when.as_ref().and_then(|when| when.value.as_deref()),
            "place": event.place.iter().map(|place| [place.start, place.end]).collect::<Vec<_>>(),
            "participants": event.parties.iter().map(|party| &party.name).collect::<Vec<_>>(),
            "status": event.status,
        })).collect::<Vec<_>>(),
        "furniture": furniture.map(|block| [block.start, block.end]).collect::<Vec<_>>(),
    })
}

fn statement(record: &ArticleRecord, statement: &Statement) -> Value {
    json!({
        "id": scope(record, &statement.id),
        "kind": statement.kind,
        "content": statement.content.iter().copied().map(pair).collect::<Vec<_>>(),
        "source": statement.source.map(pair),
        "cue": statement.cue.iter().copied().map(pair).collect::<Vec<_>>(),
        "speaker": statement.speaker.name,
        "form": statement.speaker.form,
        "role": statement.speaker.role,
        "addressee": statement.addressee.map(pair),
        "zone": statement.zone,
        "polarity": statement.polarity,
        "modality": statement.modality,
        "parent": statement.parent.as_deref().map(|parent| scope(record, parent)),
        "corrected": statement.corrected,
    })
}

/// Statements are called `s1`, `s2`… in gold.
fn scope(record: &ArticleRecord, id: &str) -> String {
    let place = record.statements.iter().position(|statement| statement.id == id);
    place.map_or_else(|| id.to_owned(), |place| format!("s{}", place + 1))
}

fn pair(span: CharSpan) -> [u32; 2] {
    [span.start, span.end]
}
