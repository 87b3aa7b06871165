//! What is looked for, and how that is put to full text: every word inside quotation marks, so that nothing a user types is an
//! operator.

use std::ops::RangeInclusive;

use onrecord_model::{Lang, StatementKind};
use rusqlite::Connection;

use crate::rows::outlet_word;
use crate::words::name_words;
use crate::{StoreError, key};

/// A word or a phrase that must stand in what is found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// What it may be kept as: in each language, the stems of its words in their order.
    pub variants: Vec<Vec<String>>,
}

/// Which end of the archive comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The newest first.
    #[default]
    Newest,
    /// The earliest in this archive first.
    Oldest,
}

/// What is looked for.
#[derive(Clone, Debug)]
pub struct Question {
    /// The words.
    pub terms: Vec<Term>,
    /// Words of the speaker's name, as written in the nominative.
    pub speaker: Option<String>,
    /// Words of the outlet's name.
    pub outlet: Option<String>,
    /// The language of the article.
    pub lang: Option<Lang>,
    /// The kind of statement.
    pub kind: Option<StatementKind>,
    /// The first day: `2022-01-09`, or a month or year that begins with it.
    pub since: Option<String>,
    /// The last day: `2022-01-09`, or a month or year that ends with it.
    pub until: Option<String>,
    /// Which comes first.
    pub order: Order,
    /// How many answers a page has.
    pub limit: usize,
    /// Where the page begins: `next` of the page before.
    pub cursor: Option<String>,
}

impl Default for Question {
    fn default() -> Self {
        Self {
            terms: Vec::new(),
            speaker: None,
            outlet: None,
            lang: None,
            kind: None,
            since: None,
            until: None,
            order: Order::default(),
            limit: 20,
            cursor: None,
        }
    }
}

/// What full text is asked for.
pub(crate) enum Match {
    /// Everything.
    All,
    /// What an expression finds.
    Words(String),
    /// Nothing: there is no such outlet.
    Nothing,
}

impl Question {
    /// The question in the language of full text; `columns` are those that the words may stand in.
    pub(crate) fn expression(&self, db: &Connection, columns: &str, with_speaker: bool) -> rusqlite::Result<Match> {
        let mut parts: Vec<String> = self.terms.iter().filter_map(|term| term.expression(columns)).collect();
        if let Some(speaker) = self.speaker.as_deref().filter(|_| with_speaker) {
            let words = name_words(speaker);
            parts.extend(words.split_whitespace().map(of_speaker));
        }
        if let Some(outlet) = &self.outlet {
            let outlets = outlets(db, outlet)?;
            if outlets.is_empty() {
                return Ok(Match::Nothing);
            }
            let any: Vec<String> = outlets.into_iter().map(|id| quoted(&outlet_word(id))).collect();
            parts.push(format!("outlet : ({})", any.join(" OR ")));
        }
        // Whoever asks for marks alone asks for nothing.
        let is_asked = !self.terms.is_empty() || with_speaker && self.speaker.is_some();
        Ok(match parts.is_empty() {
            true if is_asked => Match::Nothing,
            true => Match::All,
            false => Match::Words(parts.join(" AND ")),
        })
    }

    /// The keys that may be answers: those of the days asked for, past the cursor.
    pub(crate) fn keys(&self) -> Result<RangeInclusive<i64>, StoreError> {
        let days = self.days()?;
        let (mut first, mut last) = (*key::of_day(*days.start()).start(), *key::of_day(*days.end()).end());
        if let Some(cursor) = &self.cursor {
            let bad = |_| StoreError::BadQuestion { why: format!("`{cursor}` is no cursor of this question") };
            let cursor: i64 = cursor.parse().map_err(bad)?;
            match self.order {
                Order::Newest => last = last.min(cursor.saturating_sub(1)),
                Order::Oldest => first = first.max(cursor.saturating_add(1)),
            }
        }
        Ok(first..=last)
    }

    /// The days asked for.
    pub(crate) fn days(&self) -> Result<RangeInclusive<i64>, StoreError> {
        let bad = |date: &str| StoreError::BadQuestion {
            why: format!("`{date}` is no date such as 2022-01-09, 2022-01 or 2022"),
        };
        let first = match self.since.as_deref() {
            Some(date) => Some(key::day(Some(date))).filter(|&day| day > 0).ok_or_else(|| bad(date))?,
            None => 0,
        };
        let last = match self.until.as_deref() {
            Some(date) => key::last_day(date).ok_or_else(|| bad(date))?,
            None => key::MOST,
        };
        Ok(first..=last)
    }

    /// How SQL is to sort keys.
    pub(crate) fn direction(&self) -> &'static str {
        match self.order {
            Order::Newest => "DESC",
            Order::Oldest => "ASC",
        }
    }
}

impl Term {
    fn expression(&self, columns: &str) -> Option<String> {
        let variants: Vec<String> =
            self.variants.iter().filter(|words| !words.is_empty()).map(|words| phrase(words)).collect();
        (!variants.is_empty()).then(|| format!("{columns} : ({})", variants.join(" OR ")))
    }
}

/// A word of a speaker's name.
pub(super) fn of_speaker(word: &str) -> String {
    format!("speaker : {}", quoted(word))
}

fn phrase(words: &[String]) -> String {
    quoted(&words.join(" "))
}

fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('"', "\"\""))
}

/// The outlets whose names hold all words of a name.
fn outlets(db: &Connection, name: &str) -> rusqlite::Result<Vec<i64>> {
    let wanted = name_words(name);
    let sql = "SELECT o.id, w.word FROM outlets o JOIN words w ON w.id = o.id";
    let mut list = db.prepare_cached(sql)?;
    let all = list.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
    let mut found = Vec::new();
    for outlet in all {
        let (id, outlet) = outlet?;
        let known = name_words(&outlet);
        if !wanted.is_empty() && wanted.split(' ').all(|word| known.split(' ').any(|known| known == word)) {
            found.push(id);
        }
    }
    Ok(found)
}
