//! Questions in words, and their answers.

use onrecord_store::{Answers, FoundArticle, FoundStatement, Question, StoreError, Term};

use crate::{Archive, words};

impl Archive {
    /// The words of a question as they may be kept: each word by itself, what stands inside quotation marks in its order.
    pub fn terms(&self, question: &str) -> Vec<Term> {
        words::terms(question, self.reader.packs())
    }

    /// As [`onrecord_store::Store::search`].
    ///
    /// # Errors
    /// The store cannot be read, or the question's dates or cursor are none.
    pub fn search(&self, question: &Question) -> Result<Answers<FoundStatement>, StoreError> {
        self.store.search(question)
    }

    /// As [`onrecord_store::Store::search_articles`].
    ///
    /// # Errors
    /// The store cannot be read, or the question's dates or cursor are none.
    pub fn search_articles(&self, question: &Question) -> Result<Answers<FoundArticle>, StoreError> {
        self.store.search_articles(question)
    }
}
