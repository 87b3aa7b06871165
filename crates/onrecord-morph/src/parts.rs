//! The parts of a tag that are weighed apart, so that what is learnt of a case is learnt for all genders.

use crate::tag::{Form, Pos, Tag};

/// So many weights stand in a row for every trait of a word or its neighbours.
pub(crate) const WIDTH: usize = 128;
/// A tag has at most so many parts.
const MOST: usize = 11;
/// Where the values of each feature start, from the second on: 17 parts of speech, 12 forms, 7 cases, and so on.
const STARTS: [usize; 7] = [17, 29, 36, 39, 42, 44, 47];
/// Where cases with gender or number start.
const CELLS: usize = 50;
/// Where cases of kinds of words start.
const CASES: usize = CELLS + 7 * 5;
/// Where gender or number of verbs and adjectives start.
const AGREEMENTS: usize = CASES + 7 * 4;

/// The places in a row that belong to a tag.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parts {
    places: [u8; MOST],
    n: usize,
}

impl Parts {
    /// The parts of a tag.
    pub(crate) fn of(tag: Tag) -> Self {
        let mut parts = Self { places: [0; MOST], n: 0 };
        let [pos, values @ ..] = tag.codes().map(usize::from);
        parts.add(pos);
        for (start, value) in STARTS.into_iter().zip(values).filter(|&(_, value)| value > 0) {
            parts.add(start + value - 1);
        }
        let agreement = tag.agreement().map_or(4, |number| number as usize);
        if let Some(case) = tag.case.map(|case| case as usize) {
            parts.add(CELLS + case * 5 + agreement);
            parts.add(CASES + kind(tag.pos) * 7 + case);
        }
        match (tag.pos, tag.form) {
            (_, Some(Form::Finite | Form::Short | Form::ShortParticiple)) => parts.add(AGREEMENTS + agreement),
            (Pos::Adjective | Pos::Determiner | Pos::Verb, _) => parts.add(AGREEMENTS + 5 + agreement),
            _ => {}
        }
        parts
    }

    fn add(&mut self, place: usize) {
        self.places[self.n] = place as u8;
        self.n += 1;
    }

    /// The places, in order of adding.
    pub(crate) fn places(&self) -> &[u8] {
        &self.places[..self.n]
    }
}

/// Kinds of words that take their cases from different neighbours.
fn kind(pos: Pos) -> usize {
    match pos {
        Pos::Noun => 0,
        Pos::Name => 1,
        Pos::Adjective | Pos::Determiner | Pos::Verb | Pos::Numeral => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_its_place_in_a_row() {
        let all = Tag::read("PROPN", "Animacy=Inan|Case=Voc|Gender=Neut|Number=Ptan|Person=3|Tense=Fut|VerbForm=Part");
        let all = Parts::of(all.expect("a known part of speech"));
        assert!(all.places().iter().all(|&place| usize::from(place) < WIDTH));
        let adjective = Tag::read("ADJ", "Animacy=Anim|Case=Voc|Degree=Sup|Gender=Neut|Number=Plur|Person=3|Tense=Fut");
        assert_eq!(Parts::of(adjective.expect("a known part of speech")).places().len(), MOST);
    }
}
