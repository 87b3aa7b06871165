//! Content that begins or ends elsewhere: by how much, and what stands at the place where one of the two is cut.

use std::cmp::Ordering;
use std::ops::Range;

use super::{FaultKind, Finder, Why};
use crate::matched::Covered;

impl Finder<'_> {
    /// Compares what two statements cover.
    pub(super) fn span(&mut self, (gold, _): &Covered<'_>, (found, said): &Covered<'_>) {
        if gold == found {
            return;
        }
        let (wanted, given) = (gold.hull(), found.hull());
        let begins = self.side("begins", wanted.start.cmp(&given.start), wanted.start, given.start);
        let ends = self.side("ends", wanted.end.cmp(&given.end), wanted.end, given.end);
        let holes = || {
            let more = if gold.len() > found.len() { "leaves words out" } else { "takes words in" };
            (format!("{more} in the middle"), String::new())
        };
        let sides: Vec<_> = begins.into_iter().chain(ends).collect();
        for (cause, detail) in if sides.is_empty() { vec![holes()] } else { sides } {
            let why = Why { cause, detail, rule: said.rule.clone() };
            self.add(FaultKind::Span, wanted.clone(), why, self.sight.words(&wanted), self.sight.words(&given));
        }
    }

    /// The side on which they differ; the boundary is the inner one, where the shorter of the two is cut.
    fn side(&self, verb: &str, order: Ordering, wanted: usize, given: usize) -> Option<(String, String)> {
        let when = match order {
            Ordering::Less => "late",
            Ordering::Equal => return None,
            Ordering::Greater => "early",
        };
        let between = wanted.min(given)..wanted.max(given);
        let inner = if verb == "begins" { between.end } else { between.start };
        let boundary = self.sight.boundary(inner);
        Some((format!("{verb} {when} at: {boundary}"), self.by(&between)))
    }

    fn by(&self, between: &Range<usize>) -> String {
        match self.sight.n_clauses(between) {
            0 => "within a clause".to_owned(),
            1 => "by a clause".to_owned(),
            n => format!("by {n} clauses"),
        }
    }
}
