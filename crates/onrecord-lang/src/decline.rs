//! Word forms from a lemma: endings come from the pack's `paradigms.tsv`.

use crate::table::{PackError, Table};
use crate::{Features, normal};

/// One row of `paradigms.tsv`.
struct Paradigm {
    ending: String,
    gender: String,
    cut: usize,
    singular: Vec<String>,
    plural: Vec<String>,
}

/// How the words of a language decline.
#[derive(Default)]
pub(crate) struct Paradigms {
    rows: Vec<Paradigm>,
}

/// What a list says of a noun's forms.
#[derive(Clone, Copy, Default)]
pub(crate) struct Noun<'t> {
    /// Nominative, any case of letters.
    pub(crate) lemma: &'t str,
    /// `m f n p`, then `a` when animate, then `0` when it never changes.
    pub(crate) gender: &'t str,
    /// Stem before oblique endings, when irregular.
    pub(crate) stem: &'t str,
    /// Genitive plural, when irregular.
    pub(crate) genpl: &'t str,
}

impl Paradigms {
    pub(crate) fn load(file: &str, text: &str) -> Result<Self, PackError> {
        let table = Table::new(file, text);
        let [ending, gender, cut, sg, pl] = [
            table.column("ending")?,
            table.column("gender")?,
            table.column("cut")?,
            table.column("sg")?,
            table.column("pl")?,
        ];
        let mut rows = Vec::new();
        for row in table.rows()? {
            let words = |column| row.cell(column).split_ascii_whitespace().map(str::to_owned).collect();
            rows.push(Paradigm {
                ending: row.cell(ending).to_owned(),
                gender: row.cell(gender).to_owned(),
                cut: row.cell(cut).parse().map_err(|_| row.bad(row.cell(cut), "number of letters"))?,
                singular: words(sg),
                plural: words(pl),
            });
        }
        // The longest ending first, so that the first that fits speaks.
        rows.sort_by_key(|row: &Paradigm| std::cmp::Reverse(row.ending.len()));
        Ok(Self { rows })
    }

    fn find(&self, lemma: &str, gender: &str) -> Option<&Paradigm> {
        self.rows.iter().find(|row| row.gender == gender && lemma.ends_with(&row.ending))
    }

    /// Whether the language declines nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether a name of this gender changes: some paradigm does more than repeat it, and a woman's name must end
    /// in a letter that its paradigm takes off.
    pub(crate) fn declines(&self, name: &str, gender: &str) -> bool {
        let Some(row) = self.find(&normal(name), gender) else { return false };
        let frozen = row.singular.iter().all(|cell| cell == "~");
        !frozen && (gender != "f" || row.cut > 0)
    }

    /// The gender (`m`, `f`, `p`) whose paradigms fit a lemma by an ending of its own.
    pub(crate) fn likely_gender(&self, lemma: &str) -> &'static str {
        let lemma = normal(lemma);
        let fits = |gender: &str| self.find(&lemma, gender).is_some_and(|row| row.cut > 0 && !row.ending.is_empty());
        match () {
            () if fits("p") => "pa",
            () if fits("f") && !lemma.ends_with(SOFT) => "fa",
            () => "ma",
        }
    }

    /// The paradigm of a noun; surnames (`ms`, `fs`) have some of their own and share the rest.
    fn row_of(&self, lemma: &str, noun: Noun<'_>) -> Option<&Paradigm> {
        let gender = noun.gender;
        // A given stem says what changes in the stem, so that the row must change none of it.
        if !noun.stem.is_empty() {
            let plain =
                |row: &&Paradigm| gender.starts_with(&row.gender) && lemma.ends_with(&row.ending) && row.cut <= 1;
            return self.rows.iter().find(plain);
        }
        let letters = gender.get(..2).filter(|letters| letters.ends_with('s'));
        let own = letters.and_then(|letters| self.find(lemma, letters));
        own.or_else(|| self.find(lemma, gender.get(..1).unwrap_or_default()))
    }

    /// Calls `each` with every form of a noun and its features.
    pub(crate) fn noun(&self, noun: Noun<'_>, mut each: impl FnMut(&str, Features)) {
        let lemma = normal(noun.lemma);
        let number = noun.gender.chars().next().and_then(|c| "mfnp".find(c)).unwrap_or(0);
        let animate = noun.gender.contains('a');
        let kind = Features::NOUN | if animate { Features::ANIMATE } else { Features(0) };
        if noun.gender.contains('0') || self.rows.is_empty() {
            each(&lemma, kind | Features::number(NUMBERS[number]));
            return;
        }
        let Some(row) = self.row_of(&lemma, noun) else {
            each(&lemma, kind | Features::of(crate::Case::Nominative, NUMBERS[number]));
            return;
        };
        let base = cut(&lemma, row.cut);
        // A given stem stands before every ending that is not the lemma's own.
        let given = if noun.stem.is_empty() { None } else { Some(normal(noun.stem)) };
        let genpl = (!noun.genpl.is_empty()).then(|| normal(noun.genpl));
        for (endings, number) in [(&row.singular, number), (&row.plural, 3)] {
            let build = |case: usize, ending: &str| -> String {
                if case == 0 && number != 3 {
                    return lemma.clone();
                }
                // Where a case sounds like the nominative, it is the lemma itself.
                if number != 3 && endings.first().is_some_and(|first| first == ending) {
                    return lemma.clone();
                }
                let base = given.as_deref().unwrap_or(&base);
                if ending == "~" { base.to_owned() } else { format!("{base}{ending}") }
            };
            for (case, cell) in endings.iter().enumerate().filter(|(_, cell)| *cell != "-") {
                let source = if cell == "=" { if animate { 1 } else { 0 } } else { case };
                let is_genpl = number == 3 && source == 1;
                if let Some(genpl) = genpl.as_deref().filter(|_| is_genpl) {
                    each(genpl, kind | bit(case, number));
                    continue;
                }
                let Some(cell) = endings.get(source) else { continue };
                for ending in cell.split('/') {
                    let nominative = source == 0 && number == 3 && noun.gender.starts_with('p');
                    let form = if nominative { lemma.clone() } else { build(source, ending) };
                    each(&form, kind | bit(case, number));
                }
            }
        }
    }

    /// The nominative that the paradigms of a gender give an oblique singular form; `case` counts from the nominative.
    pub(crate) fn nominative(&self, form: &str, gender: &str, case: usize) -> Option<String> {
        let mut best: Option<(usize, String)> = None;
        for row in self.rows.iter().filter(|row| row.gender == gender) {
            let Some(cell) = row.singular.get(case).filter(|cell| *cell != "=" && *cell != "-") else { continue };
            let tail = cut(&row.ending, row.cut);
            for ending in cell.split('/') {
                let ending = ending.trim_matches('~');
                let Some(base) =
                    form.strip_suffix(ending).filter(|base| base.ends_with(&tail) && base.chars().count() > 1)
                else {
                    continue;
                };
                let weight = ending.len() + tail.len();
                let back: String = row.ending.chars().skip(tail.chars().count()).collect();
                if best.as_ref().is_none_or(|(known, _)| weight >= *known) {
                    best = Some((weight, format!("{base}{back}")));
                }
            }
        }
        best.map(|(_, lemma)| lemma)
    }

    /// An adjective put into the nominative of a gender or number (0 to 3), from any of its forms.
    pub(crate) fn adjective_nominative(&self, form: &str, number: usize) -> Option<String> {
        let mut best: Option<(usize, &str, &str)> = None;
        for row in self.rows.iter().filter(|row| row.gender.starts_with("adj.")) {
            // The letters that the ending shares with every form: «кий» fits only where a «к» stays.
            let tail = cut(&row.ending, row.cut);
            let cells = row.singular.iter().chain(&row.plural).flat_map(|cell| cell.split('/'));
            for ending in cells.filter(|ending| *ending != "=") {
                let base = form.strip_suffix(ending).filter(|base| base.ends_with(&tail));
                let weight = ending.len() + tail.len();
                if let Some(base) = base.filter(|_| best.is_none_or(|(known, ..)| weight >= known)) {
                    best = Some((weight, base, &row.ending));
                }
            }
        }
        let (_, base, ending) = best?;
        let gender = ["adj.m", "adj.f", "adj.n", "adj.p"][number.min(3)];
        let row = self.rows.iter().find(|row| row.gender == gender && row.ending == ending)?;
        let cell = if number == 3 { row.plural.first() } else { row.singular.first() }?;
        Some(format!("{base}{}", cell.split('/').next().unwrap_or_default()))
    }

    /// Calls `each` with every form of an adjective given in the masculine.
    pub(crate) fn adjective(&self, lemma: &str, mut each: impl FnMut(&str, Features)) {
        let lemma = normal(lemma);
        for (number, gender) in ["adj.m", "adj.f", "adj.n", "adj.p"].into_iter().enumerate() {
            let Some(row) = self.find(&lemma, gender) else { continue };
            let base = cut(&lemma, row.cut);
            let endings = if number == 3 { &row.plural } else { &row.singular };
            for (case, cell) in endings.iter().enumerate() {
                let sources: &[usize] = if cell == "=" { &[0, 1] } else { &[usize::MAX] };
                for &source in sources {
                    let cell = endings.get(source).unwrap_or(cell);
                    for ending in cell.split('/') {
                        each(&format!("{base}{ending}"), Features::ADJ | bit(case, number));
                    }
                }
            }
        }
    }

    /// Feminine, neuter and plural of a masculine past, each with its verb feature.
    pub(crate) fn past(&self, masculine: &str, mut each: impl FnMut(&str, Features)) {
        each(masculine, Features::V_M);
        let Some(row) = self.find(masculine, "past") else { return };
        let base = cut(masculine, row.cut);
        let parts = row.singular.iter().zip([Features::V_F, Features::V_N, Features::V_P]);
        for (cell, number) in parts {
            for ending in cell.split('/') {
                each(&format!("{base}{ending}"), number);
            }
        }
    }

    /// The future that a language makes of an infinitive: singular and plural, each with its verb feature.
    pub(crate) fn future(&self, infinitive: &str) -> Vec<(String, Features)> {
        let Some(row) = self.find(infinitive, "future") else { return Vec::new() };
        let base = cut(infinitive, row.cut);
        let singular = Features::V_M | Features::V_F | Features::V_N;
        let forms = row.singular.iter().zip([singular, Features::V_P]);
        forms.map(|(ending, number)| (format!("{base}{ending}"), number)).collect()
    }
}

/// How nouns make their plural where nothing else declines: `plurals.tsv`.
#[derive(Default)]
pub(crate) struct Plurals {
    /// Ending, letters to cut, letters to add; the longest ending first.
    rows: Vec<(String, usize, String)>,
}

impl Plurals {
    pub(crate) fn load(file: &str, text: &str) -> Result<Self, PackError> {
        let table = Table::new(file, text);
        let [ending, letters, add] = [table.column("ending")?, table.column("cut")?, table.column("add")?];
        let mut rows = Vec::new();
        for row in table.rows()? {
            let letters = row.cell(letters).parse().map_err(|_| row.bad(row.cell(letters), "number of letters"))?;
            rows.push((row.cell(ending).to_owned(), letters, row.cell(add).to_owned()));
        }
        rows.sort_by_key(|(ending, ..): &(String, usize, String)| std::cmp::Reverse(ending.len()));
        Ok(Self { rows })
    }

    /// The plural of a lemma in its normal form.
    pub(crate) fn of(&self, lemma: &str) -> String {
        let row = self.rows.iter().find(|(ending, ..)| lemma.ends_with(ending.as_str()));
        row.map_or_else(|| lemma.to_owned(), |(_, letters, add)| format!("{}{add}", cut(lemma, *letters)))
    }
}

use crate::Number::{Feminine, Masculine, Neuter, Plural};
/// The soft sign, which ends nouns of both genders.
pub(crate) const SOFT: char = '\u{44c}';
const NUMBERS: [crate::Number; 4] = [Masculine, Feminine, Neuter, Plural];

fn bit(case: usize, number: usize) -> Features {
    Features(1 << (case * 4 + number))
}

/// `word` without its last `n` characters.
fn cut(word: &str, n: usize) -> String {
    let keep = word.chars().count().saturating_sub(n);
    word.chars().take(keep).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Case;

    const ROWS: &str = "ending\tgender\tcut\tsg\tpl\texample\n\tm\t0\t~ а у = ом е\tы ов ам = ами ах\tстол\nа\tf\t1\tа ы е у ой е\tы ~ ам = ами ах\tстрана\n";

    fn check(lemma: &str, gender: &str, form: &str, wanted: Features) {
        let paradigms = Paradigms::load("test", ROWS).expect("the rows above are well formed");
        let mut found = Features(0);
        let noun = Noun { lemma, gender, ..Noun::default() };
        paradigms.noun(noun, |each, features| {
            if each == form {
                found |= features.nominal()
            }
        });
        assert_eq!(found, wanted);
    }

    #[test]
    fn an_animate_accusative_is_the_genitive() {
        let both = Features::of(Case::Genitive, Masculine) | Features::of(Case::Accusative, Masculine);
        check("министр", "ma", "министра", both);
    }

    #[test]
    fn an_inanimate_accusative_is_the_nominative() {
        let both = Features::of(Case::Nominative, Masculine) | Features::of(Case::Accusative, Masculine);
        check("стол", "m", "стол", both);
    }

    #[test]
    fn a_feminine_has_a_genitive_plural_without_ending() {
        check("страна", "f", "стран", Features::of(Case::Genitive, Plural));
    }
}
