//! What was found, as tables of words.

use onrecord_model::{ArticleRecord, Event, Modality, Polarity, Provenance, Statement};

use super::characters::Characters;
use super::safe::safe;
use super::sheet::word;

/// A table: its name, its columns, and its rows.
pub(crate) struct Table {
    pub(crate) title: &'static str,
    pub(crate) columns: &'static [&'static str],
    pub(crate) rows: Vec<Vec<String>>,
}

/// All tables that have rows; that of the statements in any case.
pub(crate) fn tables(record: &ArticleRecord, characters: &Characters<'_>) -> Vec<Table> {
    let tables = [
        statements(record, characters),
        times(record, characters),
        events(record, characters),
        sources(record, characters),
        entities(record, characters),
        notices(record),
    ];
    let is_shown = |table: &Table| table.title == "Statements" || !table.rows.is_empty();
    let harmless = |table: Table| {
        let rows = table.rows.into_iter().map(|row| row.iter().map(|cell| cell_words(cell)).collect());
        Table { rows: rows.collect(), ..table }
    };
    tables.into_iter().filter(is_shown).map(harmless).collect()
}

fn statements(record: &ArticleRecord, characters: &Characters<'_>) -> Table {
    let row = |(n, statement): (usize, &Statement)| {
        let kind = match act(statement) {
            act if act.is_empty() => statement.kind.as_str().to_owned(),
            act => format!("{} ({act})", statement.kind.as_str()),
        };
        vec![
            (n + 1).to_string(),
            kind,
            statement.speaker.name.clone().unwrap_or_else(|| "–".to_owned()),
            statement.speaker.form.as_str().to_owned(),
            shorten(&characters.of_all(&statement.content), 90),
            statement.rule.clone(),
            format!("{:.2}", statement.confidence),
        ]
    };
    let rows = record.statements.iter().enumerate().map(row).collect();
    Table { title: "Statements", columns: &["no.", "kind", "speaker", "form", "content", "rule", "sure"], rows }
}

/// What is not plain about the act: `neg`, `hearsay`, `neg future`.
fn act(statement: &Statement) -> String {
    let polarity = (statement.polarity != Polarity::Pos).then(|| statement.polarity.as_str());
    let modality = (statement.modality != Modality::Asserted).then(|| statement.modality.as_str());
    polarity.into_iter().chain(modality).collect::<Vec<_>>().join(" ")
}

fn times(record: &ArticleRecord, characters: &Characters<'_>) -> Table {
    let rows = record.times.iter().map(|time| {
        let value = time.value.clone().unwrap_or_else(|| "–".to_owned());
        vec![characters.between(time.start, time.end).to_owned(), value, time.anchor.as_str().to_owned()]
    });
    Table { title: "Times", columns: &["words", "value", "counted from"], rows: rows.collect() }
}

fn events(record: &ArticleRecord, characters: &Characters<'_>) -> Table {
    let row = |event: &Event| {
        let when = event.when.as_ref().and_then(|when| when.value.clone());
        let places = event.place.iter().map(|place| characters.between(place.start, place.end));
        let parties = event.parties.iter().map(|party| party.name.as_str());
        vec![
            when.unwrap_or_else(|| "–".to_owned()),
            event.status.as_str().to_owned(),
            event.kind.as_str().to_owned(),
            shorten(characters.of(event.trigger), 60),
            places.collect::<Vec<_>>().join("; "),
            parties.collect::<Vec<_>>().join("; "),
            event.rule.clone(),
            format!("{:.2}", event.confidence),
        ]
    };
    let columns = &["when", "status", "kind", "words", "place", "parties", "rule", "sure"];
    Table { title: "Events", columns, rows: record.events.iter().map(row).collect() }
}

fn sources(record: &ArticleRecord, characters: &Characters<'_>) -> Table {
    let row = |provenance: &Provenance| {
        let carrier = provenance.carrier.map(|span| characters.of(span).to_owned());
        let number = record.statements.iter().position(|statement| statement.id == provenance.scope);
        let scope = number.map_or_else(|| provenance.scope.clone(), |n| format!("statement {}", n + 1));
        vec![provenance.chain.join(" ← "), carrier.unwrap_or_default(), characters.of_all(&provenance.cited), scope]
    };
    let rows = record.provenance.iter().map(row).collect();
    Table { title: "Sources", columns: &["chain", "carried by", "cited", "about"], rows }
}

fn entities(record: &ArticleRecord, characters: &Characters<'_>) -> Table {
    let rows = record.entities.iter().map(|entity| {
        let mut roles: Vec<&str> = entity.roles.iter().map(|role| role.text.as_str()).collect();
        roles.dedup();
        let mut forms: Vec<&str> =
            entity.mentions.iter().map(|mention| characters.between(mention.start, mention.end)).collect();
        forms.sort_unstable();
        forms.dedup();
        let code = entity.code.as_ref().map(|code| format!(" ({code})")).unwrap_or_default();
        vec![
            format!("{}{code}", entity.name),
            word(&entity.kind),
            shorten(&roles.join("; "), 80),
            entity.mentions.len().to_string(),
            shorten(&forms.join(", "), 60),
        ]
    });
    Table { title: "Entities", columns: &["name", "kind", "roles", "mentions", "as"], rows: rows.collect() }
}

fn notices(record: &ArticleRecord) -> Table {
    let rows = record.notices.iter().map(|notice| vec![notice.code.clone(), notice.text.clone()]);
    Table { title: "Notices", columns: &["code", "what it means"], rows: rows.collect() }
}

/// Harmless words that may be broken at every space.
fn cell_words(words: &str) -> String {
    safe(words).replace(['\u{a0}', '\u{202f}'], " ")
}

/// At most `n` characters of whole words; what is cut off is shown by dots, the beginning and the end are kept.
fn shorten(words: &str, n: usize) -> String {
    let letters: Vec<char> = words.chars().collect();
    if letters.len() <= n {
        return words.to_owned();
    }
    let n_tail = n / 3;
    let n_head = n.saturating_sub(n_tail + 3);
    let (head, rest) = letters.split_at(n_head.min(letters.len()));
    let tail = rest.get(rest.len().saturating_sub(n_tail)..).unwrap_or_default();
    let head_end = head.iter().rposition(|letter| letter.is_whitespace()).unwrap_or(head.len());
    let tail_start = tail.iter().position(|letter| letter.is_whitespace()).unwrap_or(0);
    let (head, tail) = (head.iter().take(head_end), tail.iter().skip(tail_start));
    format!("{} … {}", String::from_iter(head), String::from_iter(tail).trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_contents_keep_their_ends_in_whole_words() {
        assert_eq!(shorten("один два три четыре пять шесть семь", 24), "один два три … семь");
        assert_eq!(shorten("коротко", 24), "коротко");
        assert_eq!(shorten(&"ж".repeat(40), 12), "жжжжж … жжжж");
    }
}
