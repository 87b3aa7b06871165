//! The figures that may not sink, by the digest of the gold they were measured on.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// All floors: what `eval/floors.json` holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Floors(BTreeMap<String, GoldFloors>);

/// The floors of one gold file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct GoldFloors {
    /// The file's name, for people.
    file: String,
    /// Language to figure to floor.
    floors: BTreeMap<String, BTreeMap<String, f64>>,
}

/// A figure below its floor.
#[derive(Clone, Debug, PartialEq)]
pub struct Sunk {
    /// The language.
    pub lang: String,
    /// The figure.
    pub figure: String,
    /// What it may not go below.
    pub floor: f64,
    /// What it is.
    pub now: f64,
}

impl Floors {
    /// The figures of this gold and language that lie below their floors. No floor, none below.
    pub fn sunk(&self, digest: &str, lang: &str, now: &BTreeMap<String, f64>) -> Vec<Sunk> {
        let floors = self.0.get(digest).and_then(|gold| gold.floors.get(lang));
        let each = floors.into_iter().flatten().filter_map(|(figure, &floor)| {
            let now = now.get(figure).copied().unwrap_or(0.0);
            (now < floor).then(|| Sunk { lang: lang.to_owned(), figure: figure.clone(), floor, now })
        });
        each.collect()
    }

    /// Whether there are floors for this gold and language.
    pub fn covers(&self, digest: &str, lang: &str) -> bool {
        self.0.get(digest).is_some_and(|gold| gold.floors.contains_key(lang))
    }

    /// Writes today's figures as the new floors.
    pub fn set(&mut self, digest: &str, file: &str, lang: &str, now: BTreeMap<String, f64>) {
        let gold = self.0.entry(digest.to_owned()).or_default();
        gold.file = file.to_owned();
        gold.floors.insert(lang.to_owned(), now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(full: f64) -> BTreeMap<String, f64> {
        BTreeMap::from([("full".to_owned(), full)])
    }

    #[test]
    fn a_figure_below_its_floor_is_named() {
        let mut floors = Floors::default();
        floors.set("d1", "gold.jsonl", "ru", figures(40.0));
        assert!(floors.sunk("d1", "ru", &figures(40.0)).is_empty());
        let sunk = floors.sunk("d1", "ru", &figures(39.9));
        assert_eq!(sunk, [Sunk { lang: "ru".into(), figure: "full".into(), floor: 40.0, now: 39.9 }]);
    }

    #[test]
    fn other_gold_has_other_floors() {
        let mut floors = Floors::default();
        floors.set("d1", "gold.jsonl", "ru", figures(40.0));
        assert!(floors.sunk("d2", "ru", &figures(0.0)).is_empty());
        assert!(!floors.covers("d1", "uk"));
    }
}
