//! What the user says about the pages, which stands above what the pages say about themselves.

use onrecord_model::{Lang, Page};

/// The largest plain file and the longest line that is read unless the user says otherwise: 64 MiB.
pub const DEFAULT_MAX_BYTES: u64 = 64 * 1024 * 1024;

/// What the user says about every page that is read.
#[derive(Clone, Debug)]
pub struct Given {
    /// When they were published: a date or a date-time.
    pub published: Option<String>,
    /// Their language.
    pub lang: Option<Lang>,
    /// Their address.
    pub url: Option<String>,
    /// Who published them.
    pub outlet: Option<String>,
    /// Their title.
    pub title: Option<String>,
    /// What the server said of them, such as `text/html; charset=windows-1251`.
    pub content_type: Option<String>,
    /// The largest plain file, after decompression, and the longest line, in bytes.
    pub max_bytes: u64,
}

impl Default for Given {
    fn default() -> Self {
        Self {
            published: None,
            lang: None,
            url: None,
            outlet: None,
            title: None,
            content_type: None,
            max_bytes: DEFAULT_MAX_BYTES,
        }
    }
}

impl Given {
    /// Writes what is given over what was found.
    pub(crate) fn over(&self, page: &mut Page) {
        replace(&mut page.published, &self.published);
        replace(&mut page.url, &self.url);
        replace(&mut page.outlet, &self.outlet);
        replace(&mut page.title, &self.title);
        page.lang = self.lang.or(page.lang);
    }
}

fn replace(found: &mut Option<String>, given: &Option<String>) {
    if given.is_some() {
        found.clone_from(given);
    }
}
