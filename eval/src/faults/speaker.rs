//! Statements given to nobody or to somebody else: how gold's source is worded, what we gave, and how far away the right one stood.

use super::{FaultKind, Finder, Why, or_nothing};
use crate::answer::Said;
use crate::matched::Covered;
use crate::{is_same_speaker, names};

impl Finder<'_> {
    /// Compares the speakers of two statements.
    pub(super) fn speaker(&mut self, (cover, gold): &Covered<'_>, (_, found): &Covered<'_>) {
        if is_same_speaker(gold.speaker.as_deref(), found.speaker.as_deref()) {
            return;
        }
        let why = Why {
            cause: format!("{}: {}, {}", gold.form.to_lowercase(), self.gave(gold, found), source(gold, found)),
            detail: self.right_one(gold, cover.hull().start),
            rule: found.rule.clone(),
        };
        let (wanted, given) = (or_nothing(gold.speaker.as_deref()), or_nothing(found.speaker.as_deref()));
        let shown = gold.source.first().cloned().unwrap_or_else(|| cover.hull());
        self.add(FaultKind::Speaker, shown, why, wanted, given);
    }

    fn gave(&self, gold: &Said, found: &Said) -> &'static str {
        let Some(name) = found.speaker.as_deref().filter(|name| !name.is_empty()) else { return "nobody" };
        let Some(wanted) = gold.speaker.as_deref() else { return "somebody for nobody" };
        let is_source =
            found.source.iter().any(|span| names::shares_word(&self.sight.letters.words(span.clone()), name));
        match () {
            () if wanted.contains("; ") != name.contains("; ") => "one for several or several for one",
            () if names::shares_word(wanted, name) => "the same in other words",
            () if found.is_entity => "another name of the article",
            () if is_source => "the words of the source",
            () => "other words",
        }
    }

    /// Where the right speaker stands among the article's entities, seen from the source.
    fn right_one(&self, gold: &Said, content: usize) -> String {
        let is_right = |name: &str| is_same_speaker(gold.speaker.as_deref(), Some(name));
        let entities = self.matched.found.entities.iter().filter(|(name, _)| is_right(name));
        let places: Vec<usize> = entities.flat_map(|(_, mentions)| mentions.iter().map(|span| span.start)).collect();
        if places.is_empty() {
            return "right one no entity".to_owned();
        }
        let from = gold.source.first().map_or(content, |span| span.start);
        let in_source = |place: &&usize| gold.source.iter().any(|span| span.contains(place));
        if places.iter().find(in_source).is_some() {
            return "right one in the source".to_owned();
        }
        let here = self.sight.sentence(from);
        match places
            .iter()
            .filter(|place| **place <= from)
            .max()
            .map(|&place| here.saturating_sub(self.sight.sentence(place)))
        {
            Some(0) => "right one in the sentence".to_owned(),
            Some(n @ 1..=3) => format!("right one {n} back"),
            Some(4..=8) => "right one 4 to 8 back".to_owned(),
            Some(_) => "right one further back".to_owned(),
            None => "right one only later".to_owned(),
        }
    }
}

/// Whether we read the source that gold has.
fn source(gold: &Said, found: &Said) -> &'static str {
    let touches = |a: &std::ops::Range<usize>| found.source.iter().any(|b| a.start < b.end && b.start < a.end);
    match (gold.source.is_empty(), found.source.is_empty()) {
        (true, true) => "no source",
        (true, false) => "a source of ours alone",
        (false, true) => "source not read",
        _ if gold.source.iter().any(touches) => "source read",
        _ => "another source read",
    }
}
