//! Figures, and the bars beside them.

use anyhow::{Context as _, Result};
use serde_json::{Map, Value, json};

use crate::say;

/// What must not be exceeded: a figure, one of its values, the most.
const BARS: [(&str, &str, f64); 10] = [
    ("search, all", "p50 ms", 10.0),
    ("search, all", "p99 ms", 80.0),
    ("articles, all", "p50 ms", 10.0),
    ("articles, all", "p99 ms", 80.0),
    ("timeline, all", "p50 ms", 50.0),
    ("one article added inside", "p50 ms", 20.0),
    ("memory of asking", "MB", 300.0),
    ("archive added", "memory MB", 300.0),
    ("small corpus added", "seconds", 4.0),
    ("small corpus added again", "seconds", 1.0),
];

/// Some values under one name.
pub(super) struct Figure {
    name: String,
    values: Map<String, Value>,
}

impl Figure {
    pub(super) fn new(name: &str, values: &[(&str, f64)]) -> Self {
        let rounded = |value: f64| (value * 100.0).round() / 100.0;
        let values = values.iter().map(|(key, value)| ((*key).to_owned(), json!(rounded(*value)))).collect();
        Self { name: name.to_owned(), values }
    }

    /// How milliseconds are spread.
    pub(super) fn spread(name: &str, mut times: Vec<f64>) -> Self {
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times.get(((times.len() as f64 * share) as usize).min(times.len().saturating_sub(1)));
        let value = |share| at(share).copied().unwrap_or_default();
        let values = [
            ("n", times.len() as f64),
            ("p50 ms", value(0.5)),
            ("p90 ms", value(0.9)),
            ("p99 ms", value(0.99)),
            ("most ms", value(1.0)),
        ];
        Self::new(name, &values)
    }

    /// Itself as a line of JSON.
    pub(super) fn line(&self) -> String {
        json!({ "figure": self.name, "values": self.values }).to_string()
    }

    /// What [`Self::line`] wrote.
    pub(super) fn parse(line: &str) -> Result<Self> {
        let value: Value = serde_json::from_str(line).with_context(|| format!("this is no figure: {line}"))?;
        let name = value["figure"].as_str().unwrap_or_default().to_owned();
        Ok(Self { name, values: value["values"].as_object().cloned().unwrap_or_default() })
    }

    fn row(&self) -> String {
        let cells = self.values.iter().map(|(key, value)| format!("{key} {value}{}", self.beside(key, value)));
        format!("{:<32} {}", self.name, cells.collect::<Vec<_>>().join("   "))
    }

    /// The bar of a value, and whether it is kept.
    fn beside(&self, key: &str, value: &Value) -> String {
        let bar = BARS.iter().find(|(name, of, _)| *name == self.name && *of == key);
        let is_kept = |most: f64| value.as_f64().is_some_and(|value| value <= most);
        bar.map_or_else(String::new, |(_, _, most)| {
            format!(" (bar {most}{})", if is_kept(*most) { "" } else { ", MISSED" })
        })
    }
}

/// All figures of a run; each is told when it is known.
#[derive(Default)]
pub(super) struct Figures(Vec<Figure>);

impl Figures {
    pub(super) fn add(&mut self, figure: Figure) {
        say::line(&figure.row());
        self.0.push(figure);
    }

    pub(super) fn json(&self) -> Result<String> {
        let all: Map<String, Value> =
            self.0.iter().map(|figure| (figure.name.clone(), Value::Object(figure.values.clone()))).collect();
        Ok(serde_json::to_string_pretty(&all)? + "\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_over_its_bar_is_told() {
        let figure = Figure::spread("search, all", vec![9.0, 11.0, 12.0]);
        let row = Figure::parse(&figure.line()).expect("a figure").row();
        assert!(row.contains("p50 ms 11.0 (bar 10, MISSED)") && row.contains("p99 ms 12.0 (bar 80)"), "{row}");
    }
}
