//! Feeds and sitemaps: the pages that they bring with them or that lie beside them; all others are told as not at hand.

mod entries;
mod markup;
mod nearby;

use std::path::{Path, PathBuf};

use onrecord_model::{Body, Notice, Page};

use crate::dates::moment_in_mail;
use crate::decode::{self, Form};
use crate::kind::stem;
use crate::open::Opened;
use crate::pages_of::Taken;
use crate::{Given, SourceError, date_as_far_as_known, sha256, whole};
use entries::{Entry, Found, entries};

/// A shorter summary only announces the article.
const LONG_SUMMARY: usize = 500;

/// The entries of a feed or a sitemap.
pub(crate) struct Feed {
    path: PathBuf,
    entries: std::vec::IntoIter<Found>,
    /// How many entries came before the next one.
    n_passed: u64,
}

impl Feed {
    /// Reads a whole feed, and passes over the first `from` entries.
    pub(crate) fn read(mut input: Opened, from: u64, given: &Given) -> Result<Self, SourceError> {
        let bytes = whole::read(&mut input, given.max_bytes)?;
        let encoding = markup::declared_encoding(&bytes);
        let decoded = decode::text(&bytes, Form::Html(encoding.as_deref()));
        let binary = |why| SourceError::Binary { path: input.path.clone(), line: None, offset: None, why };
        let text = decoded.map_err(|no_text| binary(no_text.why))?.text;
        let mut entries = entries(&text).into_iter();
        let n_passed = entries.by_ref().take(usize::try_from(from).unwrap_or(usize::MAX)).count() as u64;
        Ok(Self { path: input.path, entries, n_passed })
    }

    /// The page of the next entry, or why there is none.
    pub(crate) fn next(&mut self, given: &Given) -> Option<Taken> {
        let found = self.entries.next()?;
        self.n_passed += 1;
        let page = match found {
            Found::Entry(entry) => self.page(*entry, given),
            Found::Broken { offset, why } => Err(SourceError::Damaged { path: self.path.clone(), offset, why }),
        };
        Some(Taken { page, next: self.n_passed })
    }

    fn page(&self, mut entry: Entry, given: &Given) -> Result<Page, SourceError> {
        let mut page = match words(&mut entry) {
            Some(words) => self.page_of_words(words),
            None => match nearby::page(&self.path, &entry, given) {
                Some(page) => page?,
                None => return Err(self.not_at_hand(entry)),
            },
        };
        page.url = entry.url;
        page.title = entry.title.or(page.title);
        if let Some(written) = entry.published {
            set_date(&mut page, &written);
        }
        if page.url.is_none() && page.name.is_none() {
            page.name = Some(format!("{}:{}", stem(&self.path).unwrap_or_default(), self.n_passed));
        }
        given.over(&mut page);
        Ok(page)
    }

    fn page_of_words(&self, words: String) -> Page {
        let mut page = Page { sha256: sha256(words.as_bytes()), body_at: Some(0), ..Page::default() };
        page.file = file(&self.path);
        page.body = if words.contains('<') { Body::Html(words) } else { Body::Text(words) };
        page
    }

    fn not_at_hand(&self, entry: Entry) -> SourceError {
        let url = entry.url.or(entry.local).or(entry.title).unwrap_or_else(|| "an entry without a link".to_owned());
        // Terminals obey some signs.
        let url = url.chars().filter(|letter| !letter.is_control()).collect();
        SourceError::NotAtHand { path: self.path.clone(), url }
    }
}

fn file(path: &Path) -> Option<String> {
    (path.as_os_str() != "-").then(|| path.display().to_string())
}

/// The article that an entry brings with it.
fn words(entry: &mut Entry) -> Option<String> {
    let is_article = |words: &String| !words.trim().is_empty();
    let is_long = |words: &String| words.chars().count() >= LONG_SUMMARY;
    entry.content.take().filter(is_article).or_else(|| entry.summary.take().filter(is_long))
}

/// Feeds write dates as mail does, sitemaps as RFC 3339; in other languages than English nobody here can read them.
fn set_date(page: &mut Page, written: &str) {
    match moment_in_mail(written).or_else(|| date_as_far_as_known(written)) {
        Some(known) => page.published = Some(known),
        None => {
            let text = format!("the feed's date `{written}` is in no known form; it was passed over");
            page.notices.push(Notice::new("bad-date", text));
        }
    }
}
