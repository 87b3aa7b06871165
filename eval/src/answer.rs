//! What a gold line or a record says, in the one form that is scored.

use std::ops::Range;

use serde_json::Value;

/// The statements, times, events, sources and furniture of one document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answer {
    /// The article's text, when the answer brings it.
    pub(crate) text: Option<String>,
    pub(crate) statements: Vec<Said>,
    pub(crate) times: Vec<(Range<usize>, Option<String>)>,
    pub(crate) events: Vec<Dated>,
    /// Carriers and cited outlets.
    pub(crate) sources: Vec<Cited>,
    pub(crate) furniture: Vec<Range<usize>>,
    /// Names and where they stand; records only.
    pub(crate) entities: Vec<(String, Vec<Range<usize>>)>,
}

/// A statement.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub(crate) kind: String,
    pub(crate) content: Vec<Range<usize>>,
    pub(crate) source: Vec<Range<usize>>,
    pub(crate) cue: Vec<Range<usize>>,
    pub(crate) speaker: Option<String>,
    /// Whether the speaker is one of the article's entities.
    pub(crate) is_entity: bool,
    pub(crate) form: String,
    pub(crate) zone: String,
    pub(crate) polarity: String,
    pub(crate) modality: String,
    pub(crate) id: String,
    /// Records only.
    pub(crate) rule: Option<String>,
    /// Records only.
    pub(crate) confidence: Option<f64>,
}

/// An event.
#[derive(Clone, Debug)]
pub(crate) struct Dated {
    pub(crate) trigger: Range<usize>,
    pub(crate) value: Option<String>,
    pub(crate) status: Option<String>,
    /// Where its date stands.
    pub(crate) when: Option<Range<usize>>,
    /// Records only.
    pub(crate) rule: Option<String>,
}

/// What carries, or is cited.
#[derive(Clone, Debug)]
pub(crate) struct Cited {
    pub(crate) span: Range<usize>,
    /// `carrier` or `cited`.
    pub(crate) part: &'static str,
    /// `story`, `paragraph`, or a statement's id.
    pub(crate) scope: String,
    /// Its name in the chain; records only.
    pub(crate) name: Option<String>,
    /// Records only, and only where the reader of the article put it there.
    pub(crate) rule: Option<String>,
}

impl Answer {
    /// Reads a record, or a gold line, which has furniture and texts in other places.
    pub(crate) fn of(row: &Value) -> Self {
        let blocks = list(row, "/article/blocks").filter(|block| word(block, "kind").as_deref() == Some("furniture"));
        let furniture = blocks.map(spans).chain(list(row, "/furniture").map(spans)).flatten();
        Self {
            text: row.pointer("/article/text").and_then(Value::as_str).map(str::to_owned),
            statements: list(row, "/statements").map(|statement| said(statement, row)).collect(),
            times: list(row, "/times").filter_map(timed).collect(),
            events: list(row, "/events").filter_map(dated).collect(),
            sources: list(row, "/provenance").flat_map(sources).collect(),
            furniture: furniture.collect(),
            entities: list(row, "/entities")
                .filter_map(|entity| Some((word(entity, "name")?, spans(&entity["mentions"]))))
                .collect(),
        }
    }
}

fn said(statement: &Value, row: &Value) -> Said {
    let word_or = |key: &str, default: &str| word(statement, key).unwrap_or_else(|| default.to_owned());
    Said {
        kind: word_or("kind", ""),
        content: spans(&statement["content"]),
        source: spans(&statement["source"]),
        cue: spans(&statement["cue"]),
        speaker: speaker(&statement["speaker"], row),
        is_entity: list(statement, "/speaker/entities").next().is_some(),
        form: word_or("form", "None"),
        zone: word_or("zone", "body"),
        polarity: word_or("polarity", "pos"),
        modality: word_or("modality", "asserted"),
        id: word_or("id", ""),
        rule: word(statement, "rule"),
        confidence: statement.get("confidence").and_then(Value::as_f64),
    }
}

/// The carrier and what is cited; the chain ends with their names.
fn sources(entry: &Value) -> Vec<Cited> {
    let parts = [("carrier", spans(&entry["carrier"])), ("cited", spans(&entry["cited"]))];
    let parts: Vec<_> =
        parts.into_iter().flat_map(|(part, spans)| spans.into_iter().map(move |span| (part, span))).collect();
    let chain: Vec<&Value> = list(entry, "/chain").collect();
    let n_before = chain.len().saturating_sub(parts.len());
    let named = parts.into_iter().enumerate().map(|(n, (part, span))| Cited {
        span,
        part,
        scope: word(entry, "scope").unwrap_or_default(),
        name: chain.get(n_before + n).and_then(|name| name.as_str()).map(str::to_owned),
        rule: word(entry, "rule"),
    });
    named.collect()
}

/// A speaker is an object with a name, an entity's id, or a name.
fn speaker(value: &Value, row: &Value) -> Option<String> {
    match value {
        Value::Object(_) => word(value, "name"),
        Value::String(id) => {
            let entity = list(row, "/entities").find(|entity| word(entity, "id").as_ref() == Some(id));
            entity.map_or_else(|| Some(id.clone()), |entity| word(entity, "name"))
        }
        _ => None,
    }
}

fn timed(time: &Value) -> Option<(Range<usize>, Option<String>)> {
    let span =
        if time.get("start").is_some() { pair(&time["start"], &time["end"]) } else { spans(&time["span"]).pop() };
    Some((span?, word(time, "value")))
}

fn dated(event: &Value) -> Option<Dated> {
    let pieces = spans(&event["trigger"]);
    let start = pieces.iter().map(|span| span.start).min()?;
    let end = pieces.iter().map(|span| span.end).max()?;
    let value = if event["when"].is_object() { word(&event["when"], "value") } else { word(event, "value") };
    Some(Dated {
        trigger: start..end,
        value,
        status: word(event, "status"),
        when: spans(&event["when"]).pop(),
        rule: word(event, "rule"),
    })
}

/// Spans as `{"start", "end"}`, `[start, end]`, or a list of either.
fn spans(value: &Value) -> Vec<Range<usize>> {
    match value {
        Value::Object(_) => pair(&value["start"], &value["end"]).into_iter().collect(),
        Value::Array(items) => match items.as_slice() {
            [start, end] if start.is_number() => pair(start, end).into_iter().collect(),
            items => items.iter().flat_map(spans).collect(),
        },
        _ => Vec::new(),
    }
}

fn pair(start: &Value, end: &Value) -> Option<Range<usize>> {
    let number = |value: &Value| value.as_i64().map(|number| usize::try_from(number).unwrap_or(0));
    Some(number(start)?..number(end)?)
}

fn list<'v>(row: &'v Value, pointer: &str) -> impl Iterator<Item = &'v Value> {
    row.pointer(pointer).and_then(Value::as_array).into_iter().flatten()
}

fn word(row: &Value, key: &str) -> Option<String> {
    row.get(key).and_then(Value::as_str).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn gold_lines_and_records_give_the_same_answer() {
        let gold = json!({
            "statements": [{"kind": "direct", "content": [[1, 4], [6, 9]], "source": [10, 12], "speaker": "Анна", "form": "named"}],
            "times": [{"span": [3, 5], "value": "2022"}],
            "events": [{"trigger": [1, 2], "when": [3, 5], "value": "2022", "status": "held"}],
            "furniture": [[20, 30]],
        });
        let record = json!({
            "statements": [{"kind": "direct", "content": [{"start": 1, "end": 4}, {"start": 6, "end": 9}],
                "source": {"start": 10, "end": 12}, "speaker": {"name": "Анна", "form": "named"}}],
            "times": [{"start": 3, "end": 5, "value": "2022"}],
            "events": [{"trigger": {"start": 1, "end": 2}, "when": {"value": "2022", "start": 3, "end": 5}, "status": "held"}],
            "article": {"text": "…", "blocks": [{"kind": "furniture", "start": 20, "end": 30}, {"kind": "paragraph", "start": 0, "end": 20}]},
        });
        let (gold, record) = (Answer::of(&gold), Answer::of(&record));
        assert_eq!(gold.statements[0].content, record.statements[0].content);
        assert_eq!(gold.statements[0].source, record.statements[0].source);
        assert_eq!(gold.statements[0].speaker, record.statements[0].speaker);
        assert_eq!((gold.times, gold.furniture), (record.times, record.furniture));
        assert_eq!(gold.events[0].value, record.events[0].value);
    }
}
