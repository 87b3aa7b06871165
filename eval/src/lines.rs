//! A record as short lines, for case files: one finding a line.

use onrecord_model::{ArticleRecord, BlockPart, CharSpan, Event, Furniture, Modality, Polarity, Provenance, Statement};

use crate::Letters;

/// What was found, one finding a line, in the order of the record's lists; empty cells at the end are left out.
pub fn record_lines(record: &ArticleRecord) -> Vec<String> {
    let letters = Letters::new(&record.article.text);
    let words = |span: CharSpan| letters.words(span.start as usize..span.end as usize).replace(['\n', '\r'], " ");
    let mut lines: Vec<String> = Vec::new();
    lines.extend(record.statements.iter().map(|statement| statement_line(statement, &words)));
    for time in &record.times {
        let span = CharSpan { start: time.start, end: time.end };
        lines.push(line(&format!("time {}", or_dash(time.value.as_deref())), &[words(span)]));
    }
    lines.extend(record.events.iter().map(|event| event_line(event, &words)));
    lines.extend(record.provenance.iter().map(|provenance| provenance_line(provenance, &words)));
    let furniture =
        |block: &BlockPart| Some((block.furniture?, words(CharSpan { start: block.start, end: block.end })));
    lines.extend(record.article.blocks.iter().filter_map(furniture).map(|(kind, words)| furniture_line(kind, words)));
    lines.extend(record.notices.iter().map(|notice| format!("notice {}", notice.code)));
    lines
}

fn statement_line(statement: &Statement, words: &dyn Fn(CharSpan) -> String) -> String {
    let mut act = Vec::new();
    if statement.polarity != Polarity::Pos {
        act.push(statement.polarity.as_str());
    }
    if statement.modality != Modality::Asserted {
        act.push(statement.modality.as_str());
    }
    let content: Vec<String> = statement.content.iter().map(|&span| words(span)).collect();
    let cells = [
        or_dash(statement.speaker.name.as_deref()),
        statement.source.map_or_else(|| "-".to_owned(), words),
        content.join(" … "),
        act.join(" "),
    ];
    line(&format!("statement {}", statement.kind.as_str()), &cells)
}

fn event_line(event: &Event, words: &dyn Fn(CharSpan) -> String) -> String {
    let when = event.when.as_ref().and_then(|when| when.value.as_deref());
    let places: Vec<String> =
        event.place.iter().map(|place| words(CharSpan { start: place.start, end: place.end })).collect();
    let parties: Vec<&str> = event.parties.iter().map(|party| party.name.as_str()).collect();
    let head = format!("event {} {}", event.status.as_str(), or_dash(when));
    line(&head, &[words(event.trigger), places.join("; "), parties.join("; ")])
}

fn provenance_line(provenance: &Provenance, words: &dyn Fn(CharSpan) -> String) -> String {
    if provenance.chain.len() > 1 {
        return format!("provenance {}", provenance.chain.join(" <- "));
    }
    let named = provenance.carrier.iter().chain(&provenance.cited).map(|&span| words(span));
    format!("provenance {}", named.collect::<Vec<_>>().join(" <- "))
}

fn furniture_line(kind: Furniture, words: String) -> String {
    let kind = serde_json::to_value(kind).ok().and_then(|kind| kind.as_str().map(str::to_owned));
    line(&format!("furniture {}", kind.unwrap_or_default()), &[words])
}

fn or_dash(word: Option<&str>) -> String {
    word.unwrap_or("-").to_owned()
}

fn line(head: &str, cells: &[String]) -> String {
    let n_filled = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |at| at + 1);
    let mut line = head.to_owned();
    for cell in cells.iter().take(n_filled) {
        line.push_str(" | ");
        line.push_str(cell);
    }
    line.trim_end().to_owned()
}
