//! Statements, times, events, sources and furniture against gold.
//!
//! - *content*: the union of a statement's content spans, without outer quotation marks, outer punctuation and a leading complementiser;
//! - *exact*: content covers the same characters; *overlap*: intersection over union is a half at least; *char*: over all covered characters;
//! - *speaker*: the names agree up to endings ([`crate::is_same_speaker`]); *full*: overlap, right speaker and right kind, the headline figure;
//! - statements of kind `reported` are left out on both sides, and a found one that lies on a gold `reported` is ignored;
//! - a time is found when the spans overlap by half, an event when the triggers overlap by a third or end in the same word.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;

use crate::answer::{Answer, Dated, Said};
use crate::letters::{Cover, Letters};
use crate::matched::{Covered, Matched};
use crate::{Figures, GoldDocument, is_same_speaker};

/// Counts, and what went wrong.
#[derive(Clone, Debug, Default)]
pub struct Scored {
    /// The counts.
    pub figures: Figures,
    /// Everything missed, wrong or too much, in order of the documents.
    pub misses: Vec<Miss>,
}

/// One thing that went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    /// The document.
    pub doc: String,
    /// `SPEAKER`, `SPAN`, `MISSED`, `EXTRA`, `TIME` or `TIME MISSED`.
    pub what: &'static str,
    /// The words that show it.
    pub details: Vec<String>,
}

/// Scores the records of gold documents; a document without one counts as missing.
pub fn score(gold: &[&GoldDocument], records: &BTreeMap<String, Value>) -> Scored {
    let mut scored = Scored::default();
    for document in gold {
        let record = records.get(&document.doc);
        scored.figures.documents += 1;
        scored.figures.missing += usize::from(record.is_none());
        let found = record.map(Answer::of).unwrap_or_default();
        let differs = found.text.as_ref().is_some_and(|text| *text != document.text);
        scored.figures.text_differs += usize::from(differs);
        let letters = Letters::new(&document.text);
        let gold = Answer::of(&document.row);
        let matched = Matched::of(&letters, &gold, &found);
        Marker { doc: &document.doc, letters: &letters, scored: &mut scored }.mark(&matched);
    }
    scored
}

/// Marks one document.
struct Marker<'m> {
    doc: &'m str,
    letters: &'m Letters,
    scored: &'m mut Scored,
}

impl Marker<'_> {
    fn mark(&mut self, matched: &Matched<'_>) {
        self.statements(matched);
        self.times(matched);
        self.events(matched);
        let n_cited = matched.sources.iter().flatten().count();
        let [gold, found] = [matched.gold, matched.found];
        self.scored.figures.provenance.add(n_cited, found.sources.len(), gold.sources.len());
        let (gold, found) = (self.letters.inked(&gold.furniture), self.letters.inked(&found.furniture));
        self.scored.figures.furniture.add(gold.n_common(&found), found.len(), gold.len());
    }

    fn miss(&mut self, what: &'static str, details: Vec<String>) {
        self.scored.misses.push(Miss { doc: self.doc.to_owned(), what, details });
    }

    fn statements(&mut self, matched: &Matched<'_>) {
        for (gold, found) in matched.pairs() {
            self.pair(gold, found);
        }
        for (n, statement) in matched.wanted.iter().enumerate() {
            self.expected(statement, matched.pairs.iter().any(|pair| pair.0 == n));
        }
        for (cover, said) in matched.extra() {
            let words = self.shown(cover);
            self.miss("EXTRA", vec![said.kind.clone(), words]);
        }
        self.characters(&matched.wanted, &matched.given);
        self.scored.figures.gold += matched.wanted.len();
        self.scored.figures.pred += matched.given.len();
    }

    /// A gold statement and the one that was found in its place.
    fn pair(&mut self, (gold_cover, gold): &Covered<'_>, (found_cover, found): &Covered<'_>) {
        let is_exact = gold_cover == found_cover;
        let is_speaker = is_same_speaker(gold.speaker.as_deref(), found.speaker.as_deref());
        let is_kind = gold.kind == found.kind;
        let is_special = gold.polarity == "neg" || gold.modality != "asserted";
        let is_named = found.speaker.as_ref().is_some_and(|name| !name.is_empty());
        let figures = &mut self.scored.figures;
        figures.overlap += 1;
        figures.exact += usize::from(is_exact);
        figures.speaker += usize::from(is_speaker);
        figures.wrong_speaker += usize::from(is_named && !is_speaker);
        figures.kind += usize::from(is_kind);
        figures.full += usize::from(is_speaker && is_kind);
        figures.exact_speaker += usize::from(is_speaker && is_exact);
        figures.polarity += usize::from(gold.polarity == found.polarity);
        figures
            .special
            .add(is_special && (&gold.polarity, &gold.modality) == (&found.polarity, &found.modality), is_special);
        for group in groups(gold) {
            let share = figures.by.entry(group).or_default();
            share.found += 1;
            share.speaker += usize::from(is_speaker);
        }
        self.source(gold, found);
        if !is_speaker {
            let start = gold_cover.hull().start;
            let words = self.letters.words(start..start + 60);
            self.miss("SPEAKER", vec![shown(&gold.speaker), shown(&found.speaker), words]);
        }
        if !is_exact {
            let words = vec![self.shown(gold_cover), self.shown(found_cover)];
            self.miss("SPAN", words);
        }
    }

    fn source(&mut self, gold: &Said, found: &Said) {
        let trim =
            |spans: &[Range<usize>]| spans.iter().map(|span| self.letters.trim(span.clone())).collect::<Vec<_>>();
        let is_given = !gold.source.is_empty();
        let is_same = is_given && trim(&gold.source) == trim(&found.source);
        self.scored.figures.source.add(is_same, is_given);
    }

    /// A gold statement, found or not.
    fn expected(&mut self, (cover, said): &Covered<'_>, is_found: bool) {
        for group in groups(said) {
            self.scored.figures.by.entry(group).or_default().gold += 1;
        }
        if !is_found {
            let words = self.shown(cover);
            self.miss("MISSED", vec![said.kind.clone(), said.form.clone(), words]);
        }
    }

    fn characters(&mut self, gold: &[Covered<'_>], found: &[Covered<'_>]) {
        let gold = Cover::union(gold.iter().map(|(cover, _)| cover));
        let found = Cover::union(found.iter().map(|(cover, _)| cover));
        self.scored.figures.chars.add(gold.n_common(&found), found.len(), gold.len());
    }

    fn times(&mut self, matched: &Matched<'_>) {
        let Matched { gold, found, times, .. } = matched;
        for ((span, value), hit) in gold.times.iter().zip(times) {
            match (hit.and_then(|n| found.times.get(n)), value.as_ref().filter(|value| !value.is_empty())) {
                (None, _) => self.miss("TIME MISSED", vec![self.letters.words(span.clone()), shown(value)]),
                (Some((_, other)), Some(_)) => {
                    self.scored.figures.values.add(value == other, true);
                    if value != other {
                        self.miss("TIME", vec![self.letters.words(span.clone()), shown(value), shown(other)]);
                    }
                }
                _ => {}
            }
        }
        self.scored.figures.times.add(times.iter().flatten().count(), found.times.len(), gold.times.len());
    }

    fn events(&mut self, matched: &Matched<'_>) {
        let Matched { gold, found, events, .. } = matched;
        let hits = gold.events.iter().zip(events).filter_map(|(event, hit)| Some((event, found.events.get((*hit)?)?)));
        let is_full = |(event, other): &(&Dated, &Dated)| event.value == other.value && event.status == other.status;
        let (n_gold, n_found) = (gold.events.len(), found.events.len());
        self.scored.figures.events_found.add(hits.clone().count(), n_found, n_gold);
        self.scored.figures.events.add(hits.filter(is_full).count(), n_found, n_gold);
    }

    fn shown(&self, cover: &Cover) -> String {
        let hull = cover.hull();
        self.letters.words(hull.start..hull.end.min(hull.start + 150))
    }
}

/// The groups that a statement counts in: its kind, and the form of its speaker.
fn groups(said: &Said) -> [String; 2] {
    [said.kind.clone(), format!("form {}", said.form)]
}

fn shown(value: &Option<String>) -> String {
    value.clone().unwrap_or_else(|| "None".to_owned())
}
