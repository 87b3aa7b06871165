//! A record as people have set it right.

use onrecord_model::{ArticleRecord, CharSpan, Corrected as Mark, SpeakerForm, Statement};

use super::{Correction, Remedy, Stretch};

/// What corrections make of a record.
#[derive(Clone, Debug, Default)]
pub struct Corrected {
    /// The record with the corrections in it; `None` when none applies.
    pub record: Option<ArticleRecord>,
    /// The statements that were set right.
    pub ids: Vec<String>,
    /// Which statement each correction applies to; none: it is orphaned.
    pub attachments: Vec<(i64, Option<String>)>,
}

/// How much of the text around a statement is kept with a correction, in code points.
const AROUND: usize = 32;

/// Applies corrections, in their order. One whose statement is gone is attached to the only statement with the same words, or
/// with the same words in the same surroundings; where there is none, or there are several, it is left aside.
pub fn apply(record: &ArticleRecord, corrections: &[Correction]) -> Corrected {
    if corrections.is_empty() {
        return Corrected::default();
    }
    let text: Vec<char> = record.article.text.chars().collect();
    let mut record = record.clone();
    let (mut ids, mut attachments, mut gone) = (Vec::new(), Vec::new(), Vec::new());
    for correction in corrections {
        let target = target(&record, &text, correction);
        let found = target.and_then(|n| {
            let statement = record.statements.get(n)?;
            let id = statement.id.clone();
            if let Some(statement) = record.statements.get_mut(n) {
                match set_right(statement, correction, &text) {
                    Right::Done => {}
                    Right::Gone => gone.push(id.clone()),
                    Right::Not => return None,
                }
            }
            Some(id)
        });
        ids.extend(found.clone());
        attachments.push((correction.number, found));
    }
    let entities: Vec<(String, String)> =
        record.entities.iter().map(|entity| (entity.name.clone(), entity.id.clone())).collect();
    for statement in record.statements.iter_mut().filter(|statement| statement.corrected.is_some()) {
        let name = statement.speaker.name.as_deref();
        statement.speaker.entities =
            entities.iter().filter(|(known, _)| Some(known.as_str()) == name).map(|(_, id)| id.clone()).collect();
    }
    record.statements.retain(|statement| !gone.contains(&statement.id));
    Corrected { record: (!ids.is_empty()).then_some(record), ids, attachments }
}

/// What became of a statement.
enum Right {
    Done,
    Gone,
    Not,
}

fn set_right(statement: &mut Statement, correction: &Correction, text: &[char]) -> Right {
    match &correction.remedy {
        Remedy::NotAStatement => return Right::Gone,
        Remedy::Speaker { name } => {
            statement.speaker.name = Some(name.clone());
            // The office was that of whoever was taken for the speaker.
            statement.speaker.role = None;
            if matches!(statement.speaker.form, SpeakerForm::None | SpeakerForm::Unnamed | SpeakerForm::NamedRole) {
                statement.speaker.form = SpeakerForm::Named;
            }
        }
        Remedy::Span(stretch) => match place(stretch, text) {
            Some(span) => {
                statement.content = vec![span];
                statement.quoted.retain(|quoted| span.start <= quoted.start && quoted.end <= span.end);
            }
            None => return Right::Not,
        },
    }
    let mark = Mark { author: correction.author.clone(), made: correction.made.clone(), note: correction.note.clone() };
    statement.corrected = Some(mark);
    Right::Done
}

/// Where a stretch is today: where it was, or the only place with its words.
fn place(stretch: &Stretch, text: &[char]) -> Option<CharSpan> {
    let words: Vec<char> = stretch.words.chars().collect();
    let was = CharSpan { start: stretch.start, end: stretch.end };
    if slice(text, was) == words {
        return Some(was);
    }
    let mut places = text.windows(words.len().max(1)).enumerate().filter(|(_, window)| *window == words.as_slice());
    match (places.next(), places.next()) {
        (Some((start, _)), None) => Some(CharSpan { start: start as u32, end: (start + words.len()) as u32 }),
        _ => None,
    }
}

/// The statement that a correction means.
fn target(record: &ArticleRecord, text: &[char], correction: &Correction) -> Option<usize> {
    let id = correction.attached.as_ref().unwrap_or(&correction.statement);
    let same_id = record.statements.iter().position(|statement| statement.id == *id);
    if same_id.is_some() {
        return same_id;
    }
    let same_words = |statement: &Statement| quote(text, &statement.content) == correction.quote;
    let with_words: Vec<usize> = positions(record, same_words);
    if let [only] = with_words.as_slice() {
        return Some(*only);
    }
    let around = |n: &usize| {
        let statement = record.statements.get(*n);
        statement.is_some_and(|statement| {
            surroundings(text, &statement.content) == (correction.before.clone(), correction.after.clone())
        })
    };
    match with_words.iter().filter(|n| around(n)).collect::<Vec<_>>().as_slice() {
        [only] => Some(**only),
        _ => None,
    }
}

fn positions(record: &ArticleRecord, is_so: impl Fn(&Statement) -> bool) -> Vec<usize> {
    record.statements.iter().enumerate().filter(|(_, statement)| is_so(statement)).map(|(n, _)| n).collect()
}

/// The words of a statement.
pub(crate) fn quote(text: &[char], content: &[CharSpan]) -> String {
    let words: Vec<String> = content.iter().map(|&span| slice(text, span).iter().collect()).collect();
    words.join(" … ")
}

/// The words before and after a statement.
pub(crate) fn surroundings(text: &[char], content: &[CharSpan]) -> (String, String) {
    let start = content.first().map_or(0, |span| span.start as usize).min(text.len());
    let end = content.last().map_or(0, |span| span.end as usize).min(text.len());
    let before = text.get(start.saturating_sub(AROUND)..start).unwrap_or_default();
    let after = text.get(end..(end + AROUND).min(text.len())).unwrap_or_default();
    (before.iter().collect(), after.iter().collect())
}

fn slice(text: &[char], span: CharSpan) -> &[char] {
    text.get(span.start as usize..span.end as usize).unwrap_or_default()
}

impl Correction {
    /// A correction of one statement of a record, not yet numbered.
    pub fn new(record: &ArticleRecord, statement: &Statement, remedy: Remedy, made: String) -> Self {
        let text: Vec<char> = record.article.text.chars().collect();
        let (before, after) = surroundings(&text, &statement.content);
        Self {
            number: 0,
            document: record.document.id.clone(),
            statement: statement.id.clone(),
            attached: Some(statement.id.clone()),
            remedy,
            note: None,
            author: None,
            made,
            kind: statement.kind.as_str().to_owned(),
            quote: quote(&text, &statement.content),
            before,
            after,
        }
    }
}

impl Stretch {
    /// The stretch of a text between two code points; `None` when it is empty or does not fit.
    pub fn of(text: &str, start: u32, end: u32) -> Option<Self> {
        let n = end.checked_sub(start).filter(|&n| n > 0)? as usize;
        let words: String = text.chars().skip(start as usize).take(n).collect();
        (words.chars().count() == n).then_some(Self { start, end, words })
    }
}
