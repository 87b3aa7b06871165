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

use serde::Serialize;

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
