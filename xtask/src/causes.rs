//! Faults grouped by their causes, the most frequent first.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use onrecord_eval::{Fault, FaultKind};

/// Faults with the same cause.
pub(crate) struct Group {
    /// What is wrong.
    pub(crate) kind: FaultKind,
    /// Why.
    pub(crate) cause: String,
    /// All of them, in order of the documents.
    pub(crate) faults: Vec<Fault>,
}

/// Groups faults by kind and cause.
pub(crate) fn groups(faults: Vec<Fault>) -> Vec<Group> {
    let mut by_cause: BTreeMap<(FaultKind, String), Vec<Fault>> = BTreeMap::new();
    for fault in faults {
        by_cause.entry((fault.kind, fault.cause.clone())).or_default().push(fault);
    }
    let group = |((kind, cause), faults)| Group { kind, cause, faults };
    let mut groups: Vec<Group> = by_cause.into_iter().map(group).collect();
    groups.sort_by_key(|group| Reverse(group.faults.len()));
    groups
}

impl Group {
    /// The rules that made them, with how many each, the most frequent first.
    pub(crate) fn rules(&self) -> Vec<(&str, usize)> {
        counted(self.faults.iter().map(|fault| fault.rule.as_str()))
    }

    /// What else tells them apart, with how many each.
    pub(crate) fn details(&self) -> Vec<(&str, usize)> {
        counted(self.faults.iter().map(|fault| fault.detail.as_str()).filter(|detail| !detail.is_empty()))
    }
}

fn counted<'w>(words: impl Iterator<Item = &'w str>) -> Vec<(&'w str, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, n)| Reverse(*n));
    counts
}

/// `ru.verb.that 3, ru.verb.clause`: a count of one is left out.
pub(crate) fn list(counted: &[(&str, usize)]) -> String {
    let one = |(word, n): &(&str, usize)| if *n == 1 { (*word).to_owned() } else { format!("{word} {n}") };
    counted.iter().map(one).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(cause: &str, rule: &str) -> Fault {
        Fault {
            kind: FaultKind::Span,
            doc: String::new(),
            cause: cause.to_owned(),
            detail: String::new(),
            rule: rule.to_owned(),
            at: 0,
            gold: String::new(),
            ours: String::new(),
            context: String::new(),
        }
    }

    #[test]
    fn the_most_frequent_cause_comes_first() {
        let groups = groups(vec![fault("a", "r1"), fault("b", "r1"), fault("b", "r2"), fault("b", "r2")]);
        let causes: Vec<_> = groups.iter().map(|group| (group.cause.as_str(), group.faults.len())).collect();
        assert_eq!(causes, [("b", 3), ("a", 1)]);
        assert_eq!(list(&groups[0].rules()), "r2 2, r1");
    }
}
