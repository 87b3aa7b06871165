//! Counts, and the figures they make, to print and to store.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use serde_json::{Value, json};

/// Everything that is counted when records are scored.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// Gold documents.
    pub documents: usize,
    /// Those without a record.
    pub missing: usize,
    /// Those whose record has another text.
    pub text_differs: usize,
    /// Gold statements with a proposition.
    pub gold: usize,
    /// Found statements that count.
    pub pred: usize,
    /// Found with half the content in common.
    pub overlap: usize,
    /// Found with the same content.
    pub exact: usize,
    /// Of the found: with the right speaker.
    pub speaker: usize,
    /// Of the found: given to somebody else.
    pub wrong_speaker: usize,
    /// Of the found: of the right kind.
    pub kind: usize,
    /// Of the found: right speaker and kind.
    pub full: usize,
    /// Exact, with the right speaker.
    pub exact_speaker: usize,
    /// Of the found: with the right polarity.
    pub polarity: usize,
    /// Negated or not asserted statements, and those labelled right.
    pub special: Share,
    /// Statements with a source, and those whose source is exact.
    pub source: Share,
    /// By kind and by form of the speaker.
    pub by: BTreeMap<String, Group>,
    /// Characters covered by statements.
    pub chars: Three,
    /// Times.
    pub times: Three,
    /// Times with a value, and those with the right one.
    pub values: Share,
    /// Events with date and status.
    pub events: Three,
    /// Events, whatever their date.
    pub events_found: Three,
    /// Carriers and cited outlets.
    pub provenance: Three,
    /// Characters of furniture.
    pub furniture: Three,
}

/// How many of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// So many right.
    pub right: usize,
    /// So many in all.
    pub all: usize,
}

/// Hits, found and gold, from which precision, recall and F come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Three {
    /// In both.
    pub hit: usize,
    /// Found.
    pub pred: usize,
    /// In gold.
    pub gold: usize,
}

/// A group of gold statements.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// So many in gold.
    pub gold: usize,
    /// Of these found.
    pub found: usize,
    /// Of the found: with the right speaker.
    pub speaker: usize,
}

impl Share {
    pub(crate) fn add(&mut self, is_right: bool, counts: bool) {
        self.right += usize::from(is_right);
        self.all += usize::from(counts);
    }

    fn percent(self) -> f64 {
        percent(self.right, self.all)
    }
}

impl Three {
    pub(crate) fn add(&mut self, hit: usize, pred: usize, gold: usize) {
        self.hit += hit;
        self.pred += pred;
        self.gold += gold;
    }

    /// Precision, recall and F, in per cent with one decimal.
    pub fn percents(self) -> [f64; 3] {
        let share = |all: usize| if all == 0 { 0.0 } else { self.hit as f64 / all as f64 };
        let (p, r) = (share(self.pred), share(self.gold));
        let f = if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
        [round(100.0 * p), round(100.0 * r), round(100.0 * f)]
    }
}

impl Figures {
    fn three(&self, hit: usize) -> [f64; 3] {
        Three { hit, pred: self.pred, gold: self.gold }.percents()
    }

    fn of_found(&self, n: usize) -> f64 {
        percent(n, self.overlap)
    }

    fn statement_lines(&self) -> [(&'static str, [f64; 3]); 6] {
        [
            ("exact", self.three(self.exact)),
            ("overlap", self.three(self.overlap)),
            ("char", self.chars.percents()),
            ("overlap+speaker", self.three(self.speaker)),
            ("exact+speaker", self.three(self.exact_speaker)),
            ("full", self.three(self.full)),
        ]
    }

    /// The figures that may not sink, each the better the higher.
    pub fn floors(&self) -> BTreeMap<String, f64> {
        let mut floors: BTreeMap<String, f64> =
            self.statement_lines().into_iter().map(|(name, [.., f])| (name.to_owned(), f)).collect();
        let others = [
            ("times", self.times.percents()[2]),
            ("time values", self.values.percent()),
            ("events", self.events.percents()[2]),
            ("events found", self.events_found.percents()[2]),
            ("provenance", self.provenance.percents()[2]),
            ("furniture", self.furniture.percents()[2]),
            ("speaker right or none", round(100.0 - self.of_found(self.wrong_speaker))),
        ];
        floors.extend(others.map(|(name, value)| (name.to_owned(), value)));
        floors
    }

    /// The figures as the evaluation folder's script names them.
    pub fn to_json(&self) -> Value {
        let by = self.by.iter().map(|(name, group)| {
            let found = percent(group.found, group.gold);
            (name.clone(), json!({"gold": group.gold, "found": found, "speaker": percent(group.speaker, group.found)}))
        });
        let mut times = self.times.percents().to_vec();
        times.push(self.values.percent());
        let mut figures = json!({
            "documents": self.documents, "missing": self.missing, "text differs": self.text_differs,
            "gold": self.gold, "pred": self.pred,
            "of found": {
                "speaker": self.of_found(self.speaker), "kind": self.of_found(self.kind),
                "polarity": self.of_found(self.polarity), "source exact": self.source.percent(),
            },
            "by": by.collect::<serde_json::Map<_, _>>(),
            "times": times,
            "wrong speaker": self.of_found(self.wrong_speaker),
            "negated or not asserted, right": format!("{} of {}", self.special.right, self.special.all),
            "provenance": self.provenance.percents(), "furniture": self.furniture.percents(),
            "events": self.events.percents(), "events found": self.events_found.percents(),
        });
        for (name, three) in self.statement_lines() {
            figures[name] = json!(three);
        }
        figures
    }

    fn write_found(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shares = [("speaker", self.speaker), ("kind", self.kind), ("polarity", self.polarity)];
        let mut line = String::from("of the found, right:");
        for (name, n) in shares {
            write!(line, " {name} {:.1} ", self.of_found(n))?;
        }
        writeln!(f, "{line} source exact {:.1}", self.source.percent())?;
        let wrong = self.of_found(self.wrong_speaker);
        let Share { right, all } = self.special;
        writeln!(f, "wrong speaker {wrong:.1} of the found; negated or not asserted, labelled right {right} of {all}")?;
        for (name, group) in &self.by {
            let (found, speaker) = (percent(group.found, group.gold), percent(group.speaker, group.found));
            writeln!(f, "  {name:22} gold {:4}  found {found:5.1}  speaker right {speaker:5.1}", group.gold)?;
        }
        Ok(())
    }

    fn write_others(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [p, r, time_f] = self.times.percents();
        writeln!(f, "times            P {p:5.1}  R {r:5.1}  F {time_f:5.1}  value right {:.1}", self.values.percent())?;
        let ([.., found], [p, r, full]) = (self.events_found.percents(), self.events.percents());
        writeln!(f, "events found     F {found:5.1}   with date and status  P {p:5.1}  R {r:5.1}  F {full:5.1}")?;
        let ([p, r, cited], [.., furniture]) = (self.provenance.percents(), self.furniture.percents());
        writeln!(f, "provenance       P {p:5.1}  R {r:5.1}  F {cited:5.1}   furniture characters F {furniture:5.1}")
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { documents, missing, text_differs, gold, pred, .. } = self;
        write!(f, "documents {documents}  missing {missing}  text differs {text_differs}  ")?;
        writeln!(f, "statements gold {gold} predicted {pred}")?;
        for (name, [p, r, full]) in self.statement_lines() {
            writeln!(f, "{name:16} P {p:5.1}  R {r:5.1}  F {full:5.1}")?;
        }
        self.write_found(f)?;
        self.write_others(f)
    }
}

/// So many of at least one, in per cent with one decimal.
fn percent(n: usize, all: usize) -> f64 {
    round(100.0 * n as f64 / all.max(1) as f64)
}

/// One decimal, ties to even: `round(x, 1)` in Python.
pub(crate) fn round(number: f64) -> f64 {
    format!("{number:.1}").parse().unwrap_or(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_round_as_the_script_does() {
        let cases = [(12.25, 12.2), (12.75, 12.8), (0.35, 0.3), (66.666, 66.7), (100.0, 100.0)];
        for (number, rounded) in cases {
            assert_eq!(round(number), rounded);
        }
    }

    #[test]
    fn nothing_found_is_no_division_by_nothing() {
        assert_eq!(Three::default().percents(), [0.0; 3]);
        assert_eq!(Figures::default().floors()["full"], 0.0);
    }
}
