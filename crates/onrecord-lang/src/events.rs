//! Words by which a dated event is known: `event_words.tsv` (its head describes the classes).

use hashbrown::HashMap;
use onrecord_model::{EventKind, EventStatus};

use crate::normal;
use crate::table::{PackError, Table};

/// What a word does for an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventClass {
    /// It names an event.
    Noun,
    /// It is a verb that names an event.
    Verb,
    /// It is a verb that says that what a noun names took place, will, or goes on.
    Light,
    /// It gives its clause a status.
    Cue,
    /// It is a verb whose infinitive is the event.
    Modal,
    /// It is a verb that names no event.
    Never,
}

impl EventClass {
    fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "noun" => Self::Noun,
            "verb" => Self::Verb,
            "light" => Self::Light,
            "cue" => Self::Cue,
            "modal" => Self::Modal,
            "never" => Self::Never,
            _ => return None,
        })
    }
}

/// What the list says of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventWord {
    /// What it does.
    pub class: EventClass,
    /// What happened.
    pub kind: Option<EventKind>,
    /// The status it gives.
    pub status: Option<EventStatus>,
}

/// All event words of a language: forms, and stems that endings may follow.
#[derive(Default)]
pub struct EventWords {
    forms: HashMap<Box<str>, Vec<EventWord>>,
    stems: HashMap<Box<str>, Vec<EventWord>>,
}

/// How many letters may follow a stem, and how many a stem has at least.
const LONGEST_ENDING: usize = 6;
const SHORTEST_STEM: usize = 3;

impl EventWords {
    /// Reads `event_words.tsv`.
    pub(crate) fn load(table: Table<'_>) -> Result<Self, PackError> {
        let [word, class] = [table.column("word")?, table.column("class")?];
        let [kind, status] = [table.column("kind")?, table.column("status")?];
        let mut all = Self::default();
        for row in table.rows()? {
            let text = row.cell(class);
            let class = EventClass::parse(text).ok_or_else(|| row.bad(text, "class of event word"))?;
            let entry = EventWord {
                class,
                kind: optional(row.cell(kind), EventKind::parse)
                    .ok_or_else(|| row.bad(row.cell(kind), "kind of event"))?,
                status: optional(row.cell(status), EventStatus::parse)
                    .ok_or_else(|| row.bad(row.cell(status), "status of an event"))?,
            };
            for form in row.cell(word).split_ascii_whitespace() {
                match form.strip_suffix('*') {
                    Some(stem) => all.stems.entry(normal(stem).into()).or_default().push(entry),
                    None => all.forms.entry(normal(form).into()).or_default().push(entry),
                }
            }
        }
        Ok(all)
    }

    /// What the list says of a form (see [`normal`]): of the form itself, then of its stems, longest first.
    pub fn of<'w>(&'w self, form: &'w str) -> impl Iterator<Item = EventWord> + 'w {
        let whole = self.forms.get(form).into_iter().flatten();
        let cuts = form.char_indices().rev().map(|(at, _)| at).take(LONGEST_ENDING);
        let stems = std::iter::once(form.len()).chain(cuts).filter_map(|at| {
            let stem = &form[..at];
            let is_long_enough = stem.chars().nth(SHORTEST_STEM - 1).is_some();
            if is_long_enough { self.stems.get(stem) } else { None }
        });
        whole.chain(stems.flatten()).copied()
    }

    /// What the list says of the nouns whose dictionary form this is.
    pub fn of_lemma(&self, lemma: &str) -> impl Iterator<Item = EventWord> {
        let words = self.forms.get(lemma).into_iter().flatten();
        words.filter(|word| word.class == EventClass::Noun).copied()
    }
}

/// Nothing for an empty cell, else what it must parse to.
fn optional<T>(cell: &str, parse: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if cell.is_empty() { Some(None) } else { parse(cell).map(Some) }
}
