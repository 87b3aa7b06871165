//! The best tags of a sentence: from left to right, with a few of the best beginnings kept.

use crate::known::Known;
use crate::parts::Parts;
use crate::table::{Sums, Table, row};
use crate::traits::{History, Seen, of_tags, of_word};

/// So many beginnings of a sentence are kept at every word while weights are learnt.
pub(crate) const KEPT_LEARNING: usize = 4;
/// And so many when they are used: two are a quarter faster than four, and as often right.
pub(crate) const KEPT_READING: usize = 2;
/// So many tags of a word, the best by the word and its neighbours, are tried with every beginning.
const TRIED: usize = 4;

/// A beginning of a sentence with tags.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct State {
    pub(crate) score: i32,
    pub(crate) tag: u16,
    /// Its place among the states of the word before.
    from: u16,
    history: History,
}

/// What stays the same from sentence to sentence.
pub(crate) struct Search<'t, T> {
    pub(crate) known: &'t Known,
    pub(crate) parts: &'t [Parts],
    pub(crate) table: &'t T,
    /// So many beginnings are kept.
    pub(crate) kept: usize,
}

/// The beginnings that were kept, and buffers that are reused.
#[derive(Default)]
pub(crate) struct Lattice {
    /// The states of every word, the best first.
    states: Vec<State>,
    /// Where the states of a word start.
    starts: Vec<usize>,
    next: Vec<State>,
    candidates: Vec<u16>,
    /// What each candidate weighs by the word and its neighbours.
    weighed: Vec<(i32, u16)>,
}

impl<T: Table> Search<'_, T> {
    /// Fills the lattice; a word is also given its `wanted` tag to choose from.
    pub(crate) fn run(&self, seen: &[Seen], lattice: &mut Lattice, wanted: impl Fn(usize) -> Option<u16>) {
        lattice.states.clear();
        lattice.starts.clear();
        for at in 0..seen.len() {
            self.known.candidates(seen[at].prospect, &mut lattice.candidates);
            let wanted = wanted(at);
            if let Some(tag) = wanted.filter(|tag| !lattice.candidates.contains(tag)) {
                lattice.candidates.push(tag);
            }
            self.weigh(seen, at, wanted, lattice);
            self.step(seen, at, lattice);
        }
    }

    fn weigh(&self, seen: &[Seen], at: usize, wanted: Option<u16>, lattice: &mut Lattice) {
        let Lattice { candidates, weighed, .. } = lattice;
        weighed.clear();
        if let [tag] = candidates[..] {
            weighed.push((0, tag));
            return;
        }
        let mut sums = T::Sums::none();
        of_word(seen, at, |hash| self.table.add(row(hash), &mut sums));
        weighed.extend(candidates.iter().map(|&tag| (sums.of(&self.parts[usize::from(tag)]), tag)));
        if weighed.len() > TRIED {
            weighed.select_nth_unstable_by_key(TRIED, |&(weight, tag)| (Some(tag) != wanted, -weight, tag));
            weighed.truncate(TRIED);
        }
    }

    fn step(&self, seen: &[Seen], at: usize, lattice: &mut Lattice) {
        let Lattice { states, starts, next, weighed, .. } = lattice;
        next.clear();
        let start = starts.last().map_or(states.len(), |&start| start);
        let none = [State::default()];
        let before = if at == 0 { &none[..] } else { &states[start..] };
        for (from, state) in before.iter().enumerate() {
            let from = from as u16;
            if let [(_, tag)] = weighed[..] {
                next.push(State { tag, from, ..*state });
                continue;
            }
            let mut sums = T::Sums::none();
            of_tags(state.history, seen, at).into_iter().for_each(|hash| self.table.add(row(hash), &mut sums));
            next.extend(weighed.iter().map(|&(weight, tag)| {
                let score = state.score + weight + sums.of(&self.parts[usize::from(tag)]);
                State { score, tag, from, ..*state }
            }));
        }
        next.sort_by_key(|state| -state.score);
        self.keep(lattice);
    }

    /// Of beginnings that look the same to all that follows the better one is enough.
    fn keep(&self, lattice: &mut Lattice) {
        let Lattice { states, starts, next, .. } = lattice;
        let start = states.len();
        for state in next.iter() {
            let history = state.history.then(state.tag, self.known.tags[usize::from(state.tag)]);
            if states[start..].iter().all(|kept| kept.history != history) {
                states.push(State { history, ..*state });
            }
            if states.len() == start + self.kept {
                break;
            }
        }
        starts.push(start);
    }

    /// What each beginning of the sentence weighs with the given tags.
    pub(crate) fn weights_of(&self, seen: &[Seen], tags: &[u16]) -> Vec<i32> {
        let (mut history, mut score, mut candidates) = (History::default(), 0, Vec::new());
        let each = tags.iter().enumerate().map(|(at, &tag)| {
            self.known.candidates(seen[at].prospect, &mut candidates);
            if candidates != [tag] {
                let mut sums = T::Sums::none();
                of_word(seen, at, |hash| self.table.add(row(hash), &mut sums));
                of_tags(history, seen, at).into_iter().for_each(|hash| self.table.add(row(hash), &mut sums));
                score += sums.of(&self.parts[usize::from(tag)]);
            }
            history = history.then(tag, self.known.tags[usize::from(tag)]);
            score
        });
        each.collect()
    }
}

impl Lattice {
    /// The score of the best beginning that ends at a word.
    pub(crate) fn best(&self, at: usize) -> i32 {
        self.states[self.starts[at]].score
    }

    /// The tags that lead to the best state of the word at `at`.
    pub(crate) fn path(&self, at: usize, into: &mut Vec<u16>) {
        into.clear();
        let mut place = 0;
        for &start in self.starts[..=at].iter().rev() {
            let state = &self.states[start + place];
            into.push(state.tag);
            place = usize::from(state.from);
        }
        into.reverse();
    }
}
