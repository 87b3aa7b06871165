//! A news page in, its record out: who said what, what happened when, and according to whom.
//!
//! ```
//! use onrecord::Reader;
//! use onrecord_model::{Body, Page};
//!
//! let page = Page { body: Body::Text("\"Дорогу откроют в мае\", — сказал мэр Иван Петров.".into()), ..Page::default() };
//! let record = Reader::new().read(&page);
//! assert_eq!(record.article.lang.as_str(), "ru");
//! ```

mod assemble;
mod taggers;

pub use assemble::record;
pub use onrecord_extract::Findings;
pub use onrecord_lang::{Pack, PackError, Packs};
pub use onrecord_model as model;
pub use onrecord_morph::{Tagged, Tagger};

use onrecord_model::{Article, ArticleRecord, Lang, Notice, Page};

use taggers::LoadedWeights;

/// Reads pages. Loads a language when the first page in it comes; cheap to share between threads.
pub struct Reader {
    packs: Packs,
    weights: LoadedWeights,
}

/// One page, read, with everything between the page and its record: what `onrecord explain` looks at.
pub struct Reading {
    /// The article in the page.
    pub article: Article,
    /// What was found in it, in bytes.
    pub findings: Findings,
    /// What a reader of the record should know.
    pub notices: Vec<Notice>,
}

impl Default for Reader {
    fn default() -> Self {
        Self::new()
    }
}

impl Reader {
    /// A reader with the languages built into the program.
    pub fn new() -> Self {
        Self::with_packs(Packs::new(onrecord_packs::FILES.iter().copied()))
    }

    /// A reader with other languages.
    pub fn with_packs(packs: Packs) -> Self {
        Self { packs, weights: LoadedWeights::new() }
    }

    /// The languages at hand.
    pub fn packs(&self) -> &Packs {
        &self.packs
    }

    /// What tells the case, number, gender, person, tense and lemma of words: by the lists of the language, and by
    /// weights where the program was built with them (feature `ud-weights`).
    pub fn tagger(&self, lang: Lang) -> Option<Tagger<'_>> {
        Some(Tagger::new(self.packs.get(lang)?, self.weights.get(lang)))
    }

    /// Reads a page into its record. Total: whatever the page, there is a record.
    pub fn read(&self, page: &Page) -> ArticleRecord {
        let reading = self.look(page);
        assemble::record(page, &reading, &self.packs)
    }

    /// Reads only the article in a page: nothing is looked for in its words.
    pub fn article(&self, page: &Page) -> Reading {
        let (article, mut notices) = onrecord_article::read_article(page, &self.packs);
        notices.extend(page.notices.iter().cloned());
        Reading { article, findings: Findings::default(), notices }
    }

    /// Reads a page and keeps what stands between the page and the record.
    pub fn look(&self, page: &Page) -> Reading {
        let Reading { article, mut notices, .. } = self.article(page);
        let findings = match self.packs.get(article.lang) {
            Some(pack) => onrecord_extract::find(&onrecord_text::analyse(&article, pack), pack),
            None => {
                if !notices.iter().any(|notice| notice.code == "unsupported-language") {
                    let text = format!("no language pack for `{}`: nothing was read from the text", article.lang);
                    notices.push(Notice::new("unsupported-language", text));
                }
                Findings::default()
            }
        };
        Reading { article, findings, notices }
    }
}
