//! Surnames known by their endings, in any case, and put back into the nominative.

use hashbrown::HashMap;

use crate::decline::{Noun, Paradigms, SOFT};
use crate::table::{PackError, Table};
use crate::{Features, normal};

/// What the ending of a surname tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Surname {
    /// The cases in which the form is a man's name; empty when no man can bear it.
    pub of_man: Features,
    /// The cases in which the form is a woman's name; empty when no woman can bear it.
    pub of_woman: Features,
}

impl Surname {
    /// Whether only men (`Some(true)`) or only women can be meant by the form in one of these cases.
    pub fn is_male(self, cases: Features) -> Option<bool> {
        match ((self.of_man & cases).is_empty(), (self.of_woman & cases).is_empty()) {
            (false, true) => Some(true),
            (true, false) => Some(false),
            _ => None,
        }
    }
}

/// One ending in one case.
#[derive(Clone, Debug, Default)]
struct Ending {
    male: Option<Box<str>>,
    female: Option<Box<str>>,
    of_man: Features,
    of_woman: Features,
}

/// All endings of `surnames.tsv`, declined.
#[derive(Default)]
pub(crate) struct Surnames {
    endings: HashMap<Box<str>, Ending>,
    longest: usize,
}

/// Stands for the part of a surname before its ending, so that paradigms see a word.
const BODY: &str = "x";

impl Surnames {
    pub(crate) fn load(table: Table<'_>, paradigms: &Paradigms) -> Result<Self, PackError> {
        let [ending, gender, like] = [table.column("ending")?, table.column("gender")?, table.column("like")?];
        let mut all = Self::default();
        for row in table.rows()? {
            let nominative = normal(row.cell(ending).trim_start_matches(['-', '*']));
            let frozen = row.cell(like) == "none";
            for sex in row.cell(gender).chars() {
                let gender = match (sex, frozen) {
                    ('m', true) => "ma0",
                    ('m', false) => "msa",
                    (_, true) => "fa0",
                    (_, false) => "fsa",
                };
                // Women's names that end in a consonant never change.
                let declines = paradigms.declines(&nominative, "f") && !nominative.ends_with(SOFT);
                let gender = if gender == "fsa" && !declines { "fa0" } else { gender };
                all.add(&nominative, gender, paradigms);
            }
        }
        Ok(all)
    }

    fn add(&mut self, nominative: &str, gender: &str, paradigms: &Paradigms) {
        let lemma = format!("{BODY}{nominative}");
        let Self { endings, longest } = self;
        paradigms.noun(Noun { lemma: &lemma, gender, ..Noun::default() }, |form, features| {
            let plural = features.nominal().0 & !Features::number(crate::Number::Plural).0 == 0;
            let Some(form) = form.strip_prefix(BODY).filter(|form| !plural && !form.is_empty()) else { return };
            let entry = endings.entry(form.into()).or_default();
            let (side, cases) = if gender.starts_with('m') {
                (&mut entry.male, &mut entry.of_man)
            } else {
                (&mut entry.female, &mut entry.of_woman)
            };
            side.get_or_insert_with(|| nominative.into());
            *cases |= features.nominal();
            *longest = (*longest).max(form.chars().count());
        });
    }

    fn find(&self, form: &str) -> Option<(usize, &Ending)> {
        let mut best = None;
        for (at, _) in form.char_indices().rev().take(self.longest).filter(|&(at, _)| at > 0) {
            if let Some(ending) = self.endings.get(&form[at..]) {
                best = Some((at, ending));
            }
        }
        best
    }

    pub(crate) fn get(&self, form: &str) -> Option<Surname> {
        let (_, ending) = self.find(form)?;
        Some(Surname { of_man: ending.of_man, of_woman: ending.of_woman })
    }

    /// The surname in the nominative of a man's or woman's name; `None` when no ending tells.
    pub(crate) fn nominative(&self, word: &str, is_male: Option<bool>) -> Option<String> {
        let form = normal(word);
        let (at, ending) = self.find(&form)?;
        let wanted = match is_male {
            Some(true) => ending.male.as_ref(),
            Some(false) => ending.female.as_ref(),
            None => ending.male.as_ref().or(ending.female.as_ref()),
        }?;
        let kept: String = word.chars().take(form[..at].chars().count()).collect();
        Some(format!("{kept}{wanted}"))
    }
}
