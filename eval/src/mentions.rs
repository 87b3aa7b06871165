//! Scores mentions and their lemmas against gold, as the evaluation folder's own script does (without its linking).
//!
//! - a mention is found when start, end and kind agree; persons, places and organisations count;
//! - the European Union counts as an organisation, and what has no capital letter is left out, on both sides;
//! - a lemma is right when the entity's name, case and yo folded, is gold's or ends with it.

use std::collections::BTreeMap;
use std::ops::Range;

use onrecord_model::{ArticleRecord, Body, EntityKind, Lang, MentionForm, Page};
use serde::Deserialize;

use crate::figures::round;
use crate::letters::Letters;
use crate::names::{is_union, plain};
use crate::{GoldError, Share, Three};

/// Texts with their mentions.
pub struct MentionGold {
    /// The texts, in order.
    pub documents: Vec<MentionDocument>,
}

/// One text.
#[derive(Deserialize)]
pub struct MentionDocument {
    doc: String,
    lang: String,
    text: String,
    mentions: Vec<Marked>,
}

#[derive(Deserialize)]
struct Marked {
    start: usize,
    end: usize,
    lemma: String,
    kind: String,
}

/// What was counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MentionScores {
    /// Mentions of persons, places and organisations.
    pub mentions: Three,
    /// Found mentions, and those whose entity has gold's lemma.
    pub lemmas: Share,
}

/// Mentions by span and kind, with the folded name.
type Named = BTreeMap<(usize, usize, &'static str), String>;

impl MentionGold {
    /// Reads gold, one text a line.
    ///
    /// # Errors
    /// Names the first line that is not of the form.
    pub fn read(file: &str) -> Result<Self, GoldError> {
        let lines = file.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let read = |(n, line): (usize, &str)| {
            serde_json::from_str(line).map_err(|error| GoldError { line: n + 1, reason: error.to_string() })
        };
        Ok(Self { documents: lines.map(read).collect::<Result<_, _>>()? })
    }
}

impl MentionDocument {
    /// Its language.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// The page that the annotators saw.
    pub fn page(&self) -> Page {
        let body = Body::Text(self.text.clone());
        Page {
            name: Some(self.doc.clone()),
            lang: Lang::new(&self.lang),
            body,
            sha256: "0".repeat(64),
            ..Page::default()
        }
    }

    fn gold(&self, letters: &Letters) -> Named {
        let mut named = Named::new();
        for mark in &self.mentions {
            let kind = match mark.kind.as_str() {
                _ if is_union(&mark.lemma) => Some("ORG"),
                "PER" => Some("PER"),
                "LOC" => Some("LOC"),
                "ORG" => Some("ORG"),
                _ => None,
            };
            if let Some(kind) = kind.filter(|_| has_capital(letters, mark.start..mark.end)) {
                named.insert((mark.start, mark.end, kind), plain(&mark.lemma));
            }
        }
        named
    }
}

impl MentionScores {
    /// Adds the record of a document.
    pub fn add(&mut self, document: &MentionDocument, record: &ArticleRecord) {
        let letters = Letters::new(&document.text);
        let (gold, found) = (document.gold(&letters), found(&letters, record));
        let both: Vec<_> = gold.iter().filter_map(|(place, lemma)| Some((lemma, found.get(place)?))).collect();
        self.mentions.add(both.len(), found.len(), gold.len());
        for (lemma, name) in both {
            self.lemmas.add(name.ends_with(lemma.as_str()), true);
        }
    }

    /// F of the mentions and the share of right lemmas, in per cent.
    pub fn percents(&self) -> [f64; 2] {
        let right = 100.0 * self.lemmas.right as f64 / self.lemmas.all.max(1) as f64;
        [self.mentions.percents()[2], round(right)]
    }
}

fn found(letters: &Letters, record: &ArticleRecord) -> Named {
    let mut named = Named::new();
    for entity in &record.entities {
        let kind = match entity.kind {
            _ if is_union(&entity.name) => "ORG",
            EntityKind::Person => "PER",
            EntityKind::Place => "LOC",
            EntityKind::Organisation => "ORG",
            _ => continue,
        };
        let is_bare = |form| !matches!(form, MentionForm::Pronoun | MentionForm::Description | MentionForm::Role);
        for mention in entity.mentions.iter().filter(|mention| is_bare(mention.form)) {
            let (start, end) = (mention.start as usize, mention.end as usize);
            if has_capital(letters, start..end) {
                named.insert((start, end, kind), plain(&entity.name));
            }
        }
    }
    named
}

fn has_capital(letters: &Letters, span: Range<usize>) -> bool {
    letters.slice(&span).iter().any(|letter| letter.is_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mentions_agree_in_span_and_kind() {
        let line = "{\"doc\": \"a\", \"lang\": \"ru\", \"text\": \"Иван Петров уехал в Париж.\", \"mentions\": [\
                    {\"start\": 0, \"end\": 11, \"lemma\": \"Иван Петров\", \"kind\": \"PER\"}, \
                    {\"start\": 20, \"end\": 25, \"lemma\": \"Париж\", \"kind\": \"LOC\"}]}";
        let gold = MentionGold::read(line).expect("a gold line");
        let document = &gold.documents[0];
        let mut scores = MentionScores::default();
        scores.add(document, &onrecord::Reader::new().read(&document.page()));
        assert_eq!(scores.percents(), [100.0, 100.0]);
    }
}
