//! What the figures must reach, and what is hoped for.

/// A figure of a language, as the scorer names it, with what it must reach and what is hoped for.
pub(super) struct Bar {
    /// `full`, `times`…
    pub(super) figure: &'static str,
    /// How the report calls it.
    pub(super) name: &'static str,
    /// By language: must and hope. No bar, nothing to compare with.
    pub(super) of: [(&'static str, Option<(f64, f64)>); 3],
}

const fn all(must: f64, hope: f64) -> [(&'static str, Option<(f64, f64)>); 3] {
    [("ru", Some((must, hope))), ("uk", Some((must, hope))), ("en", Some((must, hope)))]
}

/// Every figure of the articles.
pub(super) const BARS: [Bar; 10] = [
    Bar {
        figure: "full",
        name: "statements, full F",
        of: [("ru", Some((74.0, 88.0))), ("uk", Some((72.0, 88.0))), ("en", Some((66.0, 82.0)))],
    },
    Bar {
        figure: "exact",
        name: "statements, exact F",
        of: [("ru", Some((72.0, 85.0))), ("uk", Some((68.0, 82.0))), ("en", None)],
    },
    Bar { figure: "overlap", name: "statements, overlap F", of: [("ru", None), ("uk", None), ("en", None)] },
    Bar { figure: "speaker right or none", name: "not given to a wrong speaker, % of found", of: all(94.0, 97.0) },
    Bar { figure: "times", name: "times F", of: all(95.0, 98.0) },
    Bar { figure: "time values", name: "values of times right, %", of: all(95.0, 98.0) },
    Bar { figure: "events", name: "events with date and status F", of: all(45.0, 65.0) },
    Bar { figure: "events found", name: "events F", of: [("ru", None), ("uk", None), ("en", None)] },
    Bar { figure: "provenance", name: "provenance F", of: all(65.0, 80.0) },
    Bar { figure: "furniture", name: "furniture characters F", of: all(85.0, 95.0) },
];
/// Mentions in Russian and Ukrainian articles: strict micro F.
pub(super) const MENTIONS: (f64, f64) = (76.0, 86.0);
/// Of the found mentions: with the right lemma.
pub(super) const LEMMAS: (f64, f64) = (85.0, 93.0);
/// Articles a second on one core.
pub(super) const SPEED: (f64, f64) = (500.0, 1500.0);

/// Where a figure stands, in words.
pub(super) fn standing(now: f64, (must, hope): (f64, f64)) -> String {
    match now {
        _ if now >= hope => "hope reached".to_owned(),
        _ if now >= must => format!("must reached, {:.1} to hope", hope - now),
        _ => format!("**{:.1} below must**", must - now),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standing_is_told_in_words() {
        let told = [60.0, 70.0, 90.0].map(|now| standing(now, (65.0, 80.0)));
        assert_eq!(told, ["**5.0 below must**", "must reached, 10.0 to hope", "hope reached"]);
    }
}
