//! Statements that are missing or too much, and those of another kind or label.

use super::{FaultKind, Finder, Why};
use crate::answer::Said;
use crate::matched::Covered;

impl Finder<'_> {
    /// Gold's statements that nothing answers: was the cue known, and did anything of ours lie there?
    pub(super) fn missing(&mut self) {
        for (cover, said) in self.matched.missing() {
            let hull = cover.hull();
            let near = self.matched.given.iter().find(|(other, _)| cover.n_common(other) > 0);
            let cue = match self.sight.cue(&said.cue) {
                "no cue" if self.sight.has_quotation(&hull) => "no cue, a quotation",
                cue => cue,
            };
            let taken = match near.map(|(other, _)| cover.overlap(other)) {
                Some(share) if share >= 0.5 => "another of gold took ours",
                Some(_) => "ours has some of it",
                None => "nothing of ours there",
            };
            let is_inside = said.cue.iter().any(|cue| self.sight.is_quoted(cue)) && said.kind != "direct";
            let inside = if is_inside { " inside a quotation" } else { "" };
            let after = said.cue.last().map(|cue| format!("after the cue: {}", self.sight.boundary(cue.end)));
            let why = Why {
                cause: format!("{}{}, {cue}{inside}, {taken}", said.kind, zone(said)),
                detail: after.unwrap_or_default(),
                rule: near.and_then(|(_, other)| other.rule.clone()),
            };
            let ours = near.map_or_else(|| "nothing".to_owned(), |(other, _)| self.sight.words(&other.hull()));
            self.add(FaultKind::Missing, hull.clone(), why, self.sight.words(&hull), ours);
        }
    }

    /// The record's statements that answer nothing: do they lie on something of gold's, and what cue made them?
    pub(super) fn extra(&mut self) {
        for (cover, said) in self.matched.extra() {
            let hull = cover.hull();
            let near = self.matched.wanted.iter().filter(|(other, _)| cover.n_common(other) > 0);
            let near = near.max_by(|a, b| cover.overlap(&a.0).total_cmp(&cover.overlap(&b.0)));
            let is_free = |near: &Covered<'_>| self.matched.missing().any(|free| free.0 == near.0);
            let place = match near {
                None => "gold has no statement there",
                Some(near) if is_free(near) => "too little in common with gold's",
                Some(_) => "another of ours answers gold's",
            };
            let why = Why {
                cause: format!("{}{}: {place}", said.kind, zone(said)),
                detail: self.sight.cue(&said.cue).to_owned(),
                rule: said.rule.clone(),
            };
            let gold = near.map_or_else(|| "nothing".to_owned(), |(other, _)| self.sight.words(&other.hull()));
            self.add(FaultKind::Extra, hull.clone(), why, gold, self.sight.words(&hull));
        }
    }

    /// Direct, indirect, mixed.
    pub(super) fn kind(&mut self, (cover, gold): &Covered<'_>, (_, found): &Covered<'_>) {
        if gold.kind != found.kind {
            let why = Why {
                cause: format!("{} taken for {}", gold.kind, found.kind),
                detail: self.sight.cue(&gold.cue).to_owned(),
                rule: found.rule.clone(),
            };
            self.add(FaultKind::Kind, cover.hull(), why, gold.kind.clone(), found.kind.clone());
        }
    }

    /// Polarity and modality.
    pub(super) fn label(&mut self, (cover, gold): &Covered<'_>, (_, found): &Covered<'_>) {
        for (name, wanted, given) in
            [("polarity", &gold.polarity, &found.polarity), ("modality", &gold.modality, &found.modality)]
        {
            if wanted != given {
                let why = Why {
                    cause: format!("{name} {wanted} taken for {given}"),
                    detail: self.sight.cue(&gold.cue).to_owned(),
                    rule: found.rule.clone(),
                };
                self.add(FaultKind::Label, cover.hull(), why, wanted.clone(), given.clone());
            }
        }
    }
}

/// The zone, where it is not the body.
fn zone(said: &Said) -> String {
    if said.zone == "body" { String::new() } else { format!(" in {}", said.zone) }
}
