//! What of a record answers what of the gold: the one place where they are paired.
//!
//! The definitions stand in the head of `score`.

use std::ops::Range;

use crate::answer::{Answer, Said};
use crate::letters::{Cover, Letters};

/// A statement with the characters it covers.
pub(crate) type Covered<'a> = (Cover, &'a Said);

/// One document's gold and record, paired.
pub(crate) struct Matched<'a> {
    pub(crate) gold: &'a Answer,
    pub(crate) found: &'a Answer,
    /// Gold's statements that count.
    pub(crate) wanted: Vec<Covered<'a>>,
    /// The record's statements that count.
    pub(crate) given: Vec<Covered<'a>>,
    /// Places in `wanted` and `given`.
    pub(crate) pairs: Vec<(usize, usize)>,
    /// For every time of gold, the record's.
    pub(crate) times: Vec<Option<usize>>,
    /// For every event of gold, the record's.
    pub(crate) events: Vec<Option<usize>>,
    /// For every carrier and cited outlet of gold, the record's.
    pub(crate) sources: Vec<Option<usize>>,
}

impl<'a> Matched<'a> {
    /// Pairs the answers about one text.
    pub(crate) fn of(letters: &Letters, gold: &'a Answer, found: &'a Answer) -> Self {
        let (reported, wanted): (Vec<_>, Vec<_>) =
            covered(letters, &gold.statements).into_iter().partition(|(_, said)| is_reported(said));
        let mut given = covered(letters, &found.statements);
        given.retain(|(cover, said)| !is_reported(said) && !lies_on_reported(cover, &reported, &wanted));
        let pairs = pair(&wanted, &given);
        let times = firsts(&gold.times, &found.times, |(span, _), (other, _)| shares(span, other, 2));
        let events = firsts(&gold.events, &found.events, |event, other| {
            is_same_trigger(letters, &event.trigger, &other.trigger)
        });
        let sources = firsts(&gold.sources, &found.sources, |cited, other| shares(&cited.span, &other.span, 2));
        Self { gold, found, wanted, given, pairs, times, events, sources }
    }

    /// Gold's statements with the record's, best overlap first.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&Covered<'a>, &Covered<'a>)> {
        self.pairs.iter().map(|&(left, right)| (&self.wanted[left], &self.given[right]))
    }

    /// Gold's statements that nothing answers.
    pub(crate) fn missing(&self) -> impl Iterator<Item = &Covered<'a>> {
        let free = |n: usize| !self.pairs.iter().any(|pair| pair.0 == n);
        self.wanted.iter().enumerate().filter(move |(n, _)| free(*n)).map(|(_, statement)| statement)
    }

    /// The record's statements that answer nothing.
    pub(crate) fn extra(&self) -> impl Iterator<Item = &Covered<'a>> {
        let free = |n: usize| !self.pairs.iter().any(|pair| pair.1 == n);
        self.given.iter().enumerate().filter(move |(n, _)| free(*n)).map(|(_, statement)| statement)
    }
}

fn covered<'a>(letters: &Letters, statements: &'a [Said]) -> Vec<Covered<'a>> {
    let covers = statements.iter().map(|said| (letters.cover(&said.content), said));
    covers.filter(|(cover, _)| !cover.is_empty()).collect()
}

/// For each of gold, the first of the record that is not taken yet and fits.
fn firsts<G, F>(gold: &[G], found: &[F], fits: impl Fn(&G, &F) -> bool) -> Vec<Option<usize>> {
    let mut used = vec![false; found.len()];
    gold.iter().map(|one| first_unused(&mut used, |n| found.get(n).is_some_and(|other| fits(one, other)))).collect()
}

/// A third in common; or some, the same last word, and nothing like a whole sentence.
fn is_same_trigger(letters: &Letters, gold: &Range<usize>, found: &Range<usize>) -> bool {
    let touches = gold.end.min(found.end) > gold.start.max(found.start);
    let is_short = length(found) < 3 * length(gold) + 20;
    let ends_alike = || letters.last_word(gold.clone()) == letters.last_word(found.clone());
    shares(gold, found, 3) || (touches && is_short && ends_alike())
}

/// Whether a statement is a speech act without a proposition.
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
