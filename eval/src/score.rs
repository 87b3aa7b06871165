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
        Marker { doc: &document.doc, letters: &letters, scored: &mut scored }.mark(&gold, &found);
    }
    scored
}

/// Marks one document.
struct Marker<'m> {
    doc: &'m str,
    letters: &'m Letters,
    scored: &'m mut Scored,
}

type Covered<'a> = (Cover, &'a Said);

impl Marker<'_> {
    fn mark(&mut self, gold: &Answer, found: &Answer) {
        self.statements(&gold.statements, &found.statements);
        self.times(&gold.times, &found.times);
        self.events(&gold.events, &found.events);
        self.sources(&gold.sources, &found.sources);
        let (gold, found) = (self.letters.inked(&gold.furniture), self.letters.inked(&found.furniture));
        self.scored.figures.furniture.add(gold.n_common(&found), found.len(), gold.len());
    }

    fn miss(&mut self, what: &'static str, details: Vec<String>) {
        self.scored.misses.push(Miss { doc: self.doc.to_owned(), what, details });
    }

    fn statements(&mut self, gold: &[Said], found: &[Said]) {
        let (reported, gold): (Vec<_>, Vec<_>) =
            self.covered(gold).into_iter().partition(|(_, said)| is_reported(said));
        let mut found = self.covered(found);
        found.retain(|(cover, said)| !is_reported(said) && !lies_on_reported(cover, &reported, &gold));
        let pairs = pair(&gold, &found);
        for &(left, right) in &pairs {
            self.pair(&gold[left], &found[right]);
        }
        for (n, statement) in gold.iter().enumerate() {
            self.expected(statement, pairs.iter().any(|pair| pair.0 == n));
        }
        for (n, (cover, said)) in found.iter().enumerate() {
            if !pairs.iter().any(|pair| pair.1 == n) {
                let words = self.shown(cover);
                self.miss("EXTRA", vec![said.kind.clone(), words]);
            }
        }
        self.characters(&gold, &found);
        self.scored.figures.gold += gold.len();
        self.scored.figures.pred += found.len();
    }

    fn covered<'a>(&self, statements: &'a [Said]) -> Vec<Covered<'a>> {
        let covers = statements.iter().map(|said| (self.letters.cover(&said.content), said));
        covers.filter(|(cover, _)| !cover.is_empty()).collect()
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

    fn times(&mut self, gold: &[(Range<usize>, Option<String>)], found: &[(Range<usize>, Option<String>)]) {
        let mut used = vec![false; found.len()];
        let mut n_hit = 0;
        for (span, value) in gold {
            let hit = first_unused(&mut used, |n| found.get(n).is_some_and(|(other, _)| shares(span, other, 2)));
            n_hit += usize::from(hit.is_some());
            match (hit.and_then(|n| found.get(n)), value.as_ref().filter(|value| !value.is_empty())) {
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
        self.scored.figures.times.add(n_hit, found.len(), gold.len());
    }

    fn events(&mut self, gold: &[Dated], found: &[Dated]) {
        let mut used = vec![false; found.len()];
        let (mut n_hit, mut n_full) = (0, 0);
        for event in gold {
            let is_it =
                |n: usize| found.get(n).is_some_and(|other| self.is_same_trigger(&event.trigger, &other.trigger));
            if let Some(other) = first_unused(&mut used, is_it).and_then(|n| found.get(n)) {
                n_hit += 1;
                n_full += usize::from(event.value == other.value && event.status == other.status);
            }
        }
        self.scored.figures.events_found.add(n_hit, found.len(), gold.len());
        self.scored.figures.events.add(n_full, found.len(), gold.len());
    }

    /// A third in common; or some, the same last word, and nothing like a whole sentence.
    fn is_same_trigger(&self, gold: &Range<usize>, found: &Range<usize>) -> bool {
        let touches = gold.end.min(found.end) > gold.start.max(found.start);
        let is_short = length(found) < 3 * length(gold) + 20;
        let ends_alike = || self.letters.last_word(gold.clone()) == self.letters.last_word(found.clone());
        shares(gold, found, 3) || (touches && is_short && ends_alike())
    }

    fn sources(&mut self, gold: &[Range<usize>], found: &[Range<usize>]) {
        let mut used = vec![false; found.len()];
        let mut n_hit = 0;
        for span in gold {
            let hit = first_unused(&mut used, |n| found.get(n).is_some_and(|other| shares(span, other, 2)));
            n_hit += usize::from(hit.is_some());
        }
        self.scored.figures.provenance.add(n_hit, found.len(), gold.len());
    }

    fn shown(&self, cover: &Cover) -> String {
        let hull = cover.hull();
        self.letters.words(hull.start..hull.end.min(hull.start + 150))
    }
}

fn is_reported(said: &Said) -> bool {
    said.kind == "reported"
}

/// Whether a found statement lies on a gold `reported` one and on no other.
fn lies_on_reported(cover: &Cover, reported: &[Covered<'_>], gold: &[Covered<'_>]) -> bool {
    let is_on = |all: &[Covered<'_>]| all.iter().any(|(other, _)| cover.overlap(other) >= 0.5);
    is_on(reported) && !is_on(gold)
}

/// Pairs one to one, best overlap first; a half at least.
fn pair(gold: &[Covered<'_>], found: &[Covered<'_>]) -> Vec<(usize, usize)> {
    let mut all: Vec<(f64, usize, usize)> = Vec::new();
    for (left, (gold, _)) in gold.iter().enumerate() {
        let overlaps = found.iter().enumerate().map(|(right, (found, _))| (gold.overlap(found), left, right));
        all.extend(overlaps.filter(|(overlap, ..)| *overlap >= 0.5));
    }
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)).then(b.2.cmp(&a.2)));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, left, right) in all {
        if !pairs.iter().any(|pair| pair.0 == left || pair.1 == right) {
            pairs.push((left, right));
        }
    }
    pairs
}

/// Whether two spans have one part in `n` of their hull in common.
fn shares(left: &Range<usize>, right: &Range<usize>, n: i64) -> bool {
    let signed = |number: usize| i64::try_from(number).unwrap_or(i64::MAX / 8);
    let common = signed(left.end.min(right.end)) - signed(left.start.max(right.start));
    n * common >= signed(left.end.max(right.end)) - signed(left.start.min(right.start))
}

fn length(span: &Range<usize>) -> usize {
    span.end.saturating_sub(span.start)
}

/// The first place that is not used yet and fits; it is used from now on.
fn first_unused(used: &mut [bool], fits: impl Fn(usize) -> bool) -> Option<usize> {
    let place = (0..used.len()).find(|&n| !used[n] && fits(n))?;
    used[place] = true;
    Some(place)
}

/// The groups that a statement counts in: its kind, and the form of its speaker.
fn groups(said: &Said) -> [String; 2] {
    [said.kind.clone(), format!("form {}", said.form)]
}

fn shown(value: &Option<String>) -> String {
    value.clone().unwrap_or_else(|| "None".to_owned())
}
