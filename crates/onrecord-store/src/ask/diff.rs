//! What changed between two versions of an article: which statements were reworded, vanished or came.

use onrecord_model::{ArticleRecord, CharSpan, Statement};
use serde::Serialize;

use crate::text::cut;

/// What changed between two versions.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// The older version.
    pub from: Version,
    /// The newer version.
    pub to: Version,
    /// How many statements are the same in both.
    pub n_same: usize,
    /// What changed, in the order of the newer version; what vanished last.
    pub changes: Vec<Change>,
}

/// Which version of an article it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Version {
    /// Its number, from 1.
    pub version: i64,
    /// The document's id.
    pub document: String,
    /// When it was published.
    pub published: Option<String>,
    /// When it was fetched.
    pub fetched: Option<String>,
    /// Its title.
    pub title: Option<String>,
}

/// A statement that is not the same in both versions.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// `changed`, `vanished` or `new`.
    pub change: &'static str,
    /// The statement in the older version.
    pub before: Option<Said>,
    /// The statement in the newer version.
    pub after: Option<Said>,
}

/// A statement, as far as versions are compared by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Said {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// Who said it.
    pub speaker: Option<String>,
    /// What was said.
    pub text: String,
}

/// With such a part of their words in common (Jaccard), two statements are one, reworded.
const ALIKE: f64 = 0.5;

/// Compares the statements of two versions. Those with the same words are the same statement; of the others, each is matched with
/// the likest that is left.
pub fn compare((from, old): (Version, &ArticleRecord), (to, new): (Version, &ArticleRecord)) -> Difference {
    let (mut before, after) = (said(old), said(new));
    let mut n_same = 0;
    let mut left = Vec::new();
    for statement in after {
        match before.iter().position(|other| is_same(other, &statement)) {
            Some(at) => {
                before.remove(at);
                n_same += 1;
            }
            None => left.push(statement),
        }
    }
    let mut changes: Vec<Change> = left.into_iter().map(|statement| matched(&mut before, statement)).collect();
    changes.extend(before.into_iter().map(|gone| Change { change: "vanished", before: Some(gone), after: None }));
    Difference { from, to, n_same, changes }
}

fn is_same(a: &Said, b: &Said) -> bool {
    (&a.kind, &a.speaker, &a.text) == (&b.kind, &b.speaker, &b.text)
}

fn matched(before: &mut Vec<Said>, after: Said) -> Change {
    let alike = before.iter().enumerate().map(|(at, other)| (at, likeness(&other.text, &after.text)));
    let best = alike.filter(|(_, alike)| *alike >= ALIKE).max_by(|a, b| a.1.total_cmp(&b.1));
    match best {
        Some((at, _)) => Change { change: "changed", before: Some(before.remove(at)), after: Some(after) },
        None => Change { change: "new", before: None, after: Some(after) },
    }
}

fn likeness(a: &str, b: &str) -> f64 {
    let set = |text: &str| -> std::collections::BTreeSet<String> {
        text.split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let (a, b) = (set(a), set(b));
    let n_common = a.intersection(&b).count();
    n_common as f64 / (a.len() + b.len() - n_common).max(1) as f64
}

fn said(record: &ArticleRecord) -> Vec<Said> {
    let text = &record.article.text;
    let words = |statement: &Statement| {
        let parts: Vec<&str> =
            statement.content.iter().map(|&CharSpan { start, end }| cut(text, CharSpan { start, end })).collect();
        parts.join(" … ")
    };
    let said = record.statements.iter().map(|statement| Said {
        id: statement.id.clone(),
        kind: statement.kind.as_str().to_owned(),
        speaker: statement.speaker.name.clone(),
        text: words(statement),
    });
    said.collect()
}
