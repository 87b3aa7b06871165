//! The evaluation material, which lives outside the repository, and our records of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use onrecord::Reader;
use onrecord_eval::{Gold, GoldDocument, record_with_rules};
use serde_json::Value;

/// The articles with their statements, seen from the workspace.
pub(crate) const STATEMENTS: &str = "../shared/eval/statements_dev.jsonl";

/// Gold, and the records of its articles.
pub(crate) struct Read {
    /// The gold.
    pub(crate) gold: Gold,
    /// The records by their documents' names.
    pub(crate) records: BTreeMap<String, Value>,
}

impl Read {
    /// Reads the articles of a gold file, in one language or all.
    pub(crate) fn new(reader: &Reader, path: &Path, lang: Option<&str>) -> Result<Self> {
        let text = fs::read_to_string(path).with_context(|| {
            format!("cannot read {}\nhint: the evaluation material lives outside the repository", path.display())
        })?;
        let gold = Gold::read(&text).with_context(|| format!("cannot read gold in {}", path.display()))?;
        let record = |document: &GoldDocument| (document.doc.clone(), record_with_rules(reader, document));
        let records = gold.of_lang(lang).into_iter().map(record).collect();
        Ok(Self { gold, records })
    }

    /// The documents of a language with their records.
    pub(crate) fn of_lang(&self, lang: Option<&str>) -> impl Iterator<Item = (&GoldDocument, &Value)> {
        self.gold.of_lang(lang).into_iter().filter_map(|document| Some((document, self.records.get(&document.doc)?)))
    }
}
