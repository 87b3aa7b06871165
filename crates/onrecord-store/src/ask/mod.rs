//! What can be asked of the archive.

mod articles;
mod diff;
mod question;
mod search;
mod sheets;
mod stats;
mod timeline;
mod who;

pub use articles::FoundArticle;
pub use diff::{Change, Difference, Said, Version, compare};
pub use question::{Order, Question, Term};
pub use search::{ArticleFacts, FoundStatement, Passage};
pub use stats::Stats;
pub use timeline::{FoundEvent, Moment, What};
pub use who::{Dossier, NameFound, NamedWith, RoleFound};

use rusqlite::{Row, ToSql, params_from_iter};
use serde::Serialize;

use crate::Store;
use sheets::Sheets;

/// A page of answers, and where the next begins.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answers<T> {
    /// The answers.
    pub results: Vec<T>,
    /// What to ask with for the next page; `null` on the last.
    pub next: Option<String>,
}

impl<T> Answers<T> {
    /// The first so many of what was found; one more was looked for to see whether there is a next page.
    fn page(mut found: Vec<(i64, T)>, limit: usize) -> Self {
        let is_last = found.len() <= limit;
        found.truncate(limit);
        let next = found.last().filter(|_| !is_last).map(|(key, _)| key.to_string());
        Self { results: found.into_iter().map(|(_, answer)| answer).collect(), next }
    }
}

impl Store {
    /// Runs a question: its values, the expression for full text last where there is one; what is made of each row, with its key.
    fn answers<T>(
        &self,
        sql: &str,
        values: &[&dyn ToSql],
        expression: Option<&String>,
        mut answer: impl FnMut(&Row<'_>, &mut Sheets<'_>) -> rusqlite::Result<(i64, T)>,
    ) -> rusqlite::Result<Vec<(i64, T)>> {
        let mut sheets = Sheets::new(&self.db);
        let mut find = self.db.prepare_cached(sql)?;
        let values = values.iter().copied().chain(expression.map(|expression| expression as &dyn ToSql));
        let mut rows = find.query(params_from_iter(values))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(answer(row, &mut sheets)?);
        }
        Ok(found)
    }
}

/// One answer more than asked for tells whether there is a next page.
fn one_more(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1)
}
