//! What the lists of given names, places, demonyms, organisations and outlets add to a pack.

use crate::decline::{Noun, Paradigms};
use crate::lexicon::{NO_ENTRY, Word};
use crate::lists::words;
use crate::names::{NameInfo, NameKind};
use crate::pack::Pack;
use crate::table::{PackError, Table};
use crate::{Features, Tags, normal};

impl Pack {
    pub(crate) fn add_given_names(&mut self, table: Table<'_>) -> Result<(), PackError> {
        let [name, gender] = [table.column("name")?, table.column("gender")?];
        for row in table.rows()? {
            for sex in row.cell(gender).chars() {
                let (gender, tag) = match sex {
                    'm' => ("ma", Tags::MALE),
                    'f' => ("fa", Tags::FEMALE),
                    _ => return Err(row.bad(row.cell(gender), "gender (m, f, mf)")),
                };
                let gender = indeclinable(row.cell(name), gender, &self.paradigms);
                self.add_given_name(Noun { lemma: row.cell(name), gender, ..Noun::default() }, Tags::GIVEN | tag);
            }
        }
        Ok(())
    }

    /// A given name in the singular: its plural would only blur its cases.
    fn add_given_name(&mut self, noun: Noun<'_>, tags: Tags) {
        let lemma = self.lexicon.lemma(noun.lemma);
        let Self { lexicon, paradigms, .. } = self;
        if paradigms.is_empty() {
            let features =
                Features(Features::ALL_CASES.0 & !Features::number(crate::Number::Plural).0) | Features::NOUN;
            lexicon.add(&normal(noun.lemma), Word { features, tags, lemma, ..Word::default() });
            return;
        }
        paradigms.noun(noun, |form, features| {
            let singular = Features(features.0 & !Features::number(crate::Number::Plural).0);
            if !singular.nominal().is_empty() {
                lexicon.add(form, Word { features: singular, tags, lemma, ..Word::default() });
            }
        });
    }

    pub(crate) fn add_places(&mut self, table: Table<'_>) -> Result<(), PackError> {
        let [name, code, kind, gender] =
            [table.column("name")?, table.column("code")?, table.column("kind")?, table.column("gender")?];
        for row in table.rows()? {
            let parsed = NameKind::parse(row.cell(kind)).ok_or_else(|| row.bad(row.cell(kind), "kind of place"))?;
            let tags = if parsed == NameKind::Building { Tags::PLACE | Tags::BUILDING } else { Tags::PLACE };
            let place = self.add_name(row.cell(name), parsed, row.cell(code));
            self.add_spelling(row.cell(name), row.cell(gender), tags, place);
        }
        Ok(())
    }

    fn add_name(&mut self, name: &str, kind: NameKind, code: &str) -> u32 {
        let code = (!code.is_empty()).then(|| code.into());
        self.names.push(NameInfo { name: name.into(), kind, code });
        self.names.len() as u32 - 1
    }

    /// The code that `places.tsv` gives a union of this name, so that both rows mean one thing.
    fn code_of_union(&self, name: &str, kind: NameKind) -> String {
        let same = |info: &&NameInfo| kind == NameKind::Union && info.kind == kind && &*info.name == name;
        let known = self.names.iter().find(same);
        known.and_then(|info| info.code.as_deref()).unwrap_or_default().to_owned()
    }

    /// One spelling of a listed name: a word with its forms, or a chain of words matched by their stems.
    fn add_spelling(&mut self, spelling: &str, gender: &str, tags: Tags, place: u32) {
        // «Россия-1» is one word that never changes: as a long name it would be a form of «Россия».
        let is_numbered = !spelling.contains(' ') && spelling.ends_with(|letter: char| letter.is_ascii_digit());
        if spelling.contains([' ', '-']) && !is_numbered {
            self.long_names.add(words(&normal(spelling)), place);
        }
        if !spelling.contains(' ') && !spelling.is_empty() {
            let capitals = spelling.chars().filter(|c| c.is_uppercase()).count();
            let latin = spelling.chars().any(|c| c.is_ascii_alphabetic());
            let fixed = capitals > 1 || latin || gender.is_empty();
            let gender = match (fixed, gender) {
                (true, gender) => match gender.chars().next() {
                    Some('f') => "f0",
                    Some('n') => "n0",
                    Some('p') => "p0",
                    _ => "m0",
                },
                (false, gender) => gender,
            };
            self.add_noun(Noun { lemma: spelling, gender, ..Noun::default() }, tags, place);
        }
    }

    pub(crate) fn add_demonyms(&mut self, table: Table<'_>) -> Result<(), PackError> {
        let [adjective, demonym, code] = [table.column("adjective")?, table.column("demonym")?, table.column("code")?];
        for row in table.rows()? {
            let lemma = self.lexicon.lemma(row.cell(adjective));
            self.adjective_codes.insert(lemma, row.cell(code).into());
            for each in row.cell(adjective).split_ascii_whitespace() {
                self.add_adjective(each, lemma, Tags::ADJ_PLACE);
            }
            for each in row.cell(demonym).split_ascii_whitespace() {
                let gender = self.paradigms.likely_gender(each);
                self.add_noun(Noun { lemma: each, gender, ..Noun::default() }, Tags::DEMONYM, NO_ENTRY);
            }
        }
        Ok(())
    }

    /// The names of one office.
    pub(crate) fn add_offices(&mut self, table: Table<'_>) -> Result<(), PackError> {
        let [office, same] = [table.column("office")?, table.column("same")?];
        let stems = |name: &str| normal(name).split_ascii_whitespace().map(|word| crate::stem(word).into()).collect();
        for row in table.rows()? {
            let names = std::iter::once(row.cell(office)).chain(row.cell(same).split('|'));
            self.offices.push(names.filter(|name| !name.is_empty()).map(stems).collect());
        }
        Ok(())
    }

    /// Adjectives of a class, in all their forms.
    pub(crate) fn add_adjectives(&mut self, table: Table<'_>) -> Result<(), PackError> {
        let [adjective, class] = [table.column("adjective")?, table.column("class")?];
        for row in table.rows()? {
            let tags = Tags::parse(row.cell(class)).ok_or_else(|| row.bad(row.cell(class), "word class"))?;
            let lemma = self.lexicon.lemma(row.cell(adjective));
            self.add_adjective(row.cell(adjective), lemma, tags);
        }
        Ok(())
    }

    fn add_adjective(&mut self, adjective: &str, lemma: u32, tags: Tags) {
        let Self { lexicon, paradigms, .. } = self;
        let word = Word { tags, lemma, ..Word::default() };
        if paradigms.is_empty() {
            lexicon.add(&normal(adjective), Word { features: Features::ADJ | Features::ALL_CASES, ..word });
        }
        paradigms.adjective(adjective, |form, features| lexicon.add(form, Word { features, ..word }));
    }

    pub(crate) fn add_organisations(&mut self, table: Table<'_>) -> Result<(), PackError> {
        let [name, kind, gender, aliases] =
            [table.column("name")?, table.column("kind")?, table.column("gender")?, table.column("aliases")?];
        for row in table.rows()? {
            let parsed =
                NameKind::parse(row.cell(kind)).ok_or_else(|| row.bad(row.cell(kind), "kind of organisation"))?;
            let tags = match parsed {
                NameKind::Outlet => Tags::OUTLET_NAME,
                NameKind::Event => Tags::EVENT,
                _ => Tags::ORG,
            };
            let code = self.code_of_union(row.cell(name), parsed);
            let place = self.add_name(row.cell(name), parsed, &code);
            self.add_spelling(row.cell(name), row.cell(gender), tags, place);
            for alias in row.cell(aliases).split('|').map(str::trim).filter(|alias| !alias.is_empty()) {
                self.add_spelling(alias, row.cell(gender), tags, place);
            }
        }
        Ok(())
    }

    pub(crate) fn add_outlets(&mut self, table: Table<'_>) -> Result<(), PackError> {
        let [name, domain, aliases] = [table.column("name")?, table.column("domain")?, table.column("aliases")?];
        for row in table.rows()? {
            let place = self.add_name(row.cell(name), NameKind::Outlet, "");
            for domain in row.cell(domain).split_ascii_whitespace() {
                self.domains.push((domain.into(), row.cell(name).into()));
                self.add_spelling(domain, "", Tags::OUTLET_NAME, place);
            }
            self.add_spelling(row.cell(name), "", Tags::OUTLET_NAME, place);
            for alias in row.cell(aliases).split('|').map(str::trim).filter(|alias| !alias.is_empty()) {
                self.add_spelling(alias, "", Tags::OUTLET_NAME, place);
            }
        }
        Ok(())
    }
}

/// Foreign women's names that end in a consonant, and names in a foreign vowel, never change.
fn indeclinable<'g>(name: &str, gender: &'g str, paradigms: &Paradigms) -> &'g str {
    match gender {
        "fa" if !paradigms.declines(name, "f") => "fa0",
        "ma" if !paradigms.declines(name, "m") => "ma0",
        _ => gender,
    }
}
