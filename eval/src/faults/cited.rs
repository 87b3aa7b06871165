//! Provenance: carriers and cited outlets that are missing or too much, and those with another part, scope or name.

use onrecord_lang::Tags;

use super::{FaultKind, Finder, Why};
use crate::answer::Cited;
use crate::names;

impl Finder<'_> {
    /// Compares every carrier and cited outlet.
    pub(super) fn provenance(&mut self) {
        let matched = self.matched;
        for (gold, hit) in matched.gold.sources.iter().zip(&matched.sources) {
            match hit.and_then(|n| matched.found.sources.get(n)) {
                None => self.cited_missing(gold),
                Some(found) => self.cited_otherwise(gold, found),
            }
        }
        for (n, found) in matched.found.sources.iter().enumerate() {
            if !matched.sources.contains(&Some(n)) {
                let cause = format!("{} of ours alone, {}", found.part, self.known(found));
                let why = Why {
                    cause,
                    detail: format!("{}, scope {}", self.taken_for(found), self.scope(&found.scope, false).0),
                    rule: found.rule.clone(),
                };
                let words = self.sight.words(&found.span);
                self.add(FaultKind::Provenance, found.span.clone(), why, "nothing".to_owned(), words);
            }
        }
    }

    fn cited_missing(&mut self, gold: &Cited) {
        let touched = self.matched.found.sources.iter().find(|found| touches(found, gold));
        let is_source = self
            .matched
            .found
            .statements
            .iter()
            .find(|said| said.source.iter().any(|span| span.start < gold.span.end && gold.span.start < span.end));
        let cause = match (touched, is_source) {
            (Some(_), _) => format!("{} found with other words", gold.part),
            (None, Some(_)) => format!("{} taken for a speaker", gold.part),
            (None, None) => format!("{} missing, {}", gold.part, self.known(gold)),
        };
        let detail = format!("gold's scope {}", self.scope(&gold.scope, true).0);
        let rule =
            touched.and_then(|found| found.rule.clone()).or_else(|| is_source.and_then(|said| said.rule.clone()));
        let ours = touched.map_or_else(|| "nothing".to_owned(), |found| self.sight.words(&found.span));
        let words = self.sight.words(&gold.span);
        self.add(FaultKind::Provenance, gold.span.clone(), Why { cause, detail, rule }, words, ours);
    }

    fn cited_otherwise(&mut self, gold: &Cited, found: &Cited) {
        let words = self.sight.words(&gold.span);
        if gold.part != found.part {
            let cause = format!("{} taken for {}", gold.part, found.part);
            self.cited(gold, found, cause, words.clone(), self.sight.words(&found.span));
        }
        let ((wanted, wanted_at), (given, given_at)) = (self.scope(&gold.scope, true), self.scope(&found.scope, false));
        if wanted != given || wanted_at != given_at {
            let other = if wanted == given { "another " } else { "" };
            let cause = format!("scope {wanted} taken for {other}{given}");
            self.cited(gold, found, cause, gold.scope.clone(), found.scope.clone());
        }
        let name = found.name.clone().unwrap_or_default();
        if !names::shares_word(&words, &name) {
            self.cited(gold, found, "name in the chain without a word of gold's".to_owned(), words, name);
        }
    }

    fn cited(&mut self, gold: &Cited, found: &Cited, cause: String, wanted: String, given: String) {
        let why = Why { cause, detail: String::new(), rule: found.rule.clone() };
        self.add(FaultKind::Provenance, gold.span.clone(), why, wanted, given);
    }

    /// `story`, `paragraph` or `statement`; of a statement, gold's number where it is paired.
    fn scope(&self, scope: &str, is_gold: bool) -> (&'static str, Option<usize>) {
        match scope {
            "story" => ("story", None),
            "paragraph" => ("paragraph", None),
            "" => ("nothing", None),
            id => {
                let mut pairs = self.matched.pairs.iter();
                let place = pairs.find(|&&(left, right)| {
                    let said = if is_gold { self.matched.wanted[left].1 } else { self.matched.given[right].1 };
                    said.id == id
                });
                ("statement", place.map(|pair| pair.0))
            }
        }
    }

    /// Whether the lists know it.
    fn known(&self, cited: &Cited) -> &'static str {
        match () {
            () if self.sight.has(&cited.span, Tags::OUTLET_NAME) => "an outlet of the lists",
            () if self.sight.has(&cited.span, Tags::OUTLET) => "a word for outlets",
            () => "no outlet of the lists",
        }
    }

    /// What gold has where we have a carrier.
    fn taken_for(&self, found: &Cited) -> &'static str {
        let is_source = self
            .matched
            .gold
            .statements
            .iter()
            .any(|said| said.source.iter().any(|span| span.start < found.span.end && found.span.start < span.end));
        if is_source { "gold has a speaker there" } else { "gold has nothing there" }
    }
}

fn touches(one: &Cited, other: &Cited) -> bool {
    one.span.start < other.span.end && other.span.start < one.span.end
}
