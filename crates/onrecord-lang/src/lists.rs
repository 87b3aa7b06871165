//! What each list of a language adds to its pack.

use crate::cues::{CueNoun, CueVerb, Stance, Takes};
use crate::decline::Noun;
use crate::lexicon::{NO_ENTRY, Word};
use crate::pack::{FurnitureLine, Pack};
use crate::phrases::{Phrase, PhraseKind};
use crate::table::{PackError, Row, Table};
use crate::times::TimeWords;
use crate::{Features, Tags, normal};

impl Pack {
    pub(crate) fn add_words(&mut self, table: Table<'_>) -> Result<(), PackError> {
        let [form, class, features] = [table.column("form")?, table.column("class")?, table.column("features")?];
        for row in table.rows()? {
            let (mut tags, mut past) = (Tags::default(), Features(0));
            for word in row.cell(class).split_ascii_whitespace() {
                if word == "past" {
                    past = Features::PAST | Features::V_ANY;
                    continue;
                }
                tags |= Tags::parse(word).ok_or_else(|| row.bad(word, "word class"))?;
            }
            let cell = row.cell(features);
            let features = past | Features::parse(cell, "").ok_or_else(|| row.bad(cell, "feature"))?;
            let text = normal(row.cell(form));
            if text.contains(' ') {
                self.phrases.add(Phrase { words: words(&text), kind: PhraseKind::Small(tags), case: features });
            } else {
                self.lexicon.add(&text, Word { features, tags, ..Word::default() });
            }
        }
        Ok(())
    }

    pub(crate) fn add_endings(&mut self, table: Table<'_>) -> Result<(), PackError> {
        let [ending, pos, features] = [table.column("ending")?, table.column("pos")?, table.column("features")?];
        for row in table.rows()? {
            let text = row.cell(features);
            let features = Features::parse(text, row.cell(pos)).ok_or_else(|| row.bad(text, "feature"))?;
            self.lexicon.add_ending(row.cell(ending), features);
        }
        Ok(())
    }

    pub(crate) fn add_cue_verbs(&mut self, table: Table<'_>) -> Result<(), PackError> {
        let [lemma, past, present, other] =
            [table.column("lemma")?, table.column("past")?, table.column("present")?, table.column("other")?];
        let [stance, takes, example] = [table.column("stance")?, table.column("takes")?, table.column("example")?];
        for row in table.rows()? {
            let place = self.verbs.len() as u32;
            self.verbs.push(CueVerb {
                lemma: row.cell(lemma).into(),
                stance: parse_stance(&row, row.cell(stance))?,
                takes: Takes::parse_all(&row, row.cell(takes))?,
                example: row.cell(example).into(),
            });
            let cells = [past, present, other].map(|column| row.cell(column));
            self.add_verb_forms(place, row.cell(lemma), cells);
        }
        Ok(())
    }

    /// All forms of a cue verb. Of a lemma of several words only the first one inflects: «дал понять», "points out".
    fn add_verb_forms(&mut self, place: u32, lemma: &str, [past, present, other]: [&str; 3]) {
        let lemma_place = self.lexicon.lemma(lemma);
        let rest = normal(lemma.split_once(' ').map_or("", |(_, rest)| rest));
        self.add_pasts(&forms(past, &rest), place, lemma_place);
        let others = forms(other, &rest);
        let alone = self.verbs[place as usize].takes.first() == Some(&Takes::Doc) && self.has_cases();
        let kind = Features::PRES | self.aspect(&others) | if alone { Features::IMPERSONAL } else { Features(0) };
        let presents = forms(present, &rest);
        for (index, form) in presents.iter().enumerate() {
            let number = if index == 0 { Features(0b111 << 37) } else { Features::V_P };
            self.add_verb_form(form, kind | number, place, lemma_place);
        }
        // «Передает» beside «передаёт» is the same form spelled without its dots.
        for form in others.into_iter().filter(|form| !presents.contains(form)) {
            let features = Features(self.guess(&form).0 & !Features::GUESSED.0);
            let finite = Features(Features::PRES.0 | Features::SHORT.0 | Features::PAST.0);
            let alone = features.any(finite) && !features.any(Features::GERUND) && self.has_cases();
            let features = if alone { features | Features::IMPERSONAL } else { features };
            self.add_verb_form(&form, features, place, lemma_place);
        }
        self.add_futures(lemma, place, lemma_place);
        // Where nothing declines, the dictionary form is also the plural present.
        let plain = if self.has_cases() { Features::INF } else { Features::PRES | Features::INF | Features::V_P };
        self.add_verb_form(&normal(lemma), plain, place, lemma_place);
    }

    /// A verb whose only gerunds tell of finished acts («сказавши» and no «кажучи») has no present: what looks like one
    /// is its future.
    fn aspect(&self, others: &[String]) -> Features {
        let gerunds = others.iter().map(|form| self.guess(form.split(' ').next().unwrap_or_default()));
        let mut gerunds = gerunds.filter(|features| features.any(Features::GERUND)).peekable();
        let is_finished = gerunds.peek().is_some() && gerunds.all(|features| features.any(Features::PERFECTIVE));
        if is_finished { Features::PERFECTIVE } else { Features::LASTING }
    }

    /// «Нагадуватиме», «нагадуватимуть»: the future that paradigms make of an infinitive.
    fn add_futures(&mut self, lemma: &str, verb: u32, lemma_place: u32) {
        let (first, rest) = lemma.split_once(' ').unwrap_or((lemma, ""));
        for (form, number) in self.paradigms.future(&normal(first)) {
            let form = if rest.is_empty() { form } else { format!("{form} {}", normal(rest)) };
            self.add_verb_form(&form, Features::PRES | Features::PERFECTIVE | number, verb, lemma_place);
        }
    }

    /// The past: four forms as given, or the masculine with what paradigms make of it.
    fn add_pasts(&mut self, pasts: &[String], verb: u32, lemma: u32) {
        if pasts.len() == 4 {
            let agreement = [Features::V_M, Features::V_F, Features::V_N, Features::V_P];
            for (form, number) in pasts.iter().zip(agreement) {
                self.add_verb_form(form, Features::PAST | number, verb, lemma);
            }
        } else {
            for form in pasts {
                self.add_past(form, verb, lemma);
            }
        }
    }

    /// Adds a past form with the forms of the other genders, where the pack's paradigms give them.
    fn add_past(&mut self, form: &str, verb: u32, lemma: u32) {
        let (first, rest) = form.split_once(' ').unwrap_or((form, ""));
        let mut derived = Vec::new();
        self.paradigms.past(first, |form, number| derived.push((form.to_owned(), number)));
        if derived.len() == 1 {
            derived[0].1 = Features::V_ANY;
        }
        for (form, number) in derived {
            let form = if rest.is_empty() { form } else { format!("{form} {rest}") };
            self.add_verb_form(&form, Features::PAST | number, verb, lemma);
        }
    }

    fn add_verb_form(&mut self, form: &str, features: Features, verb: u32, lemma: u32) {
        if form.contains(' ') {
            self.phrases.add(Phrase {
                words: words(form),
                kind: PhraseKind::Verb(verb, features),
                case: Features::ALL_CASES,
            });
        } else {
            self.lexicon.add(form, Word { features, tags: Tags::CUE_VERB, lemma, verb, ..Word::default() });
        }
    }

    pub(crate) fn add_cue_nouns(&mut self, table: Table<'_>) -> Result<(), PackError> {
        let [lemma, all, support] = [table.column("lemma")?, table.column("forms")?, table.column("support")?];
        let [stance, takes, example] = [table.column("stance")?, table.column("takes")?, table.column("example")?];
        for row in table.rows()? {
            let noun = self.nouns.len() as u32;
            self.nouns.push(CueNoun {
                lemma: row.cell(lemma).into(),
                stance: parse_stance(&row, row.cell(stance))?,
                takes: Takes::parse_all(&row, row.cell(takes))?,
                support: row.cell(support).split_ascii_whitespace().map(Into::into).collect(),
                example: row.cell(example).into(),
            });
            let lemma_place = self.lexicon.lemma(row.cell(lemma));
            for form in row.cell(all).split_ascii_whitespace().chain([row.cell(lemma)]) {
                let form = normal(form);
                let features = Features(self.guess(&form).0 & !Features::GUESSED.0) | Features::NOUN;
                let word = Word { features, tags: Tags::CUE_NOUN, lemma: lemma_place, noun, ..Word::default() };
                self.lexicon.add(&form, word);
            }
        }
        Ok(())
    }

    pub(crate) fn add_sources(&mut self, table: Table<'_>, kind: PhraseKind) -> Result<(), PackError> {
        let [phrase, case] = [table.column("phrase")?, table.column("case")?];
        for row in table.rows()? {
            let case = parse_case(&row, row.cell(case))?;
            for variant in row.cell(phrase).split('|') {
                self.phrases.add(Phrase { words: words(&normal(variant.trim())), kind, case });
            }
        }
        Ok(())
    }

    pub(crate) fn add_marks(
        &mut self,
        table: Table<'_>,
        parse: impl Fn(&str) -> Option<PhraseKind>,
    ) -> Result<(), PackError> {
        let [phrase, kind] = [table.column("phrase")?, table.column("kind")?];
        for row in table.rows()? {
            let kind = parse(row.cell(kind)).ok_or_else(|| row.bad(row.cell(kind), "kind"))?;
            let text = normal(row.cell(phrase));
            let text = text.trim_end_matches([',', ':', '.']);
            self.phrases.add(Phrase { words: words(text), kind, case: Features::ALL_CASES });
        }
        Ok(())
    }

    pub(crate) fn add_nouns(&mut self, table: Table<'_>) -> Result<(), PackError> {
        let [lemma, gender, stem, genpl, class] = [
            table.column("lemma")?,
            table.column("gender")?,
            table.column("stem")?,
            table.column("genpl")?,
            table.column("class")?,
        ];
        for row in table.rows()? {
            let mut tags = Tags::default();
            for word in row.cell(class).split_ascii_whitespace() {
                tags |= Tags::parse(word).ok_or_else(|| row.bad(word, "noun class"))?;
            }
            let noun =
                Noun { lemma: row.cell(lemma), gender: row.cell(gender), stem: row.cell(stem), genpl: row.cell(genpl) };
            if noun.gender.is_empty() {
                return Err(row.bad("", "gender"));
            }
            self.add_noun(noun, tags, NO_ENTRY);
        }
        Ok(())
    }

    pub(crate) fn add_noun(&mut self, noun: Noun<'_>, tags: Tags, name: u32) {
        // Of several words the last is the head, and stands in the list by itself.
        if noun.lemma.contains(' ') {
            return;
        }
        let lemma = self.lexicon.lemma(noun.lemma);
        let Self { lexicon, paradigms, plurals, .. } = self;
        if paradigms.is_empty() {
            // No paradigms: one form for all cases, and a plural.
            let form = normal(noun.lemma);
            let sex = if noun.gender.starts_with('f') { Tags::FEMALE } else { Tags(0) };
            let singular = Features(0x0fff_ffff & !Features::number(crate::Number::Plural).0) | Features::NOUN;
            let plural = Features::number(crate::Number::Plural) | Features::NOUN;
            let own = if noun.gender.starts_with('p') { plural } else { singular };
            lexicon.add(&form, Word { features: own, tags: tags | sex, lemma, name, ..Word::default() });
            let several = if noun.genpl.is_empty() { plurals.of(&form) } else { normal(noun.genpl) };
            if name == NO_ENTRY && !noun.gender.starts_with('p') {
                lexicon.add(&several, Word { features: plural, tags, lemma, name, ..Word::default() });
            }
            return;
        }
        // A town has no plural: «Щукин» is nobody's genitive.
        let plural = Features::number(crate::Number::Plural);
        let singular = name != NO_ENTRY && !noun.gender.starts_with('p');
        paradigms.noun(noun, |form, features| {
            let features = if singular { Features(features.0 & !plural.0) } else { features };
            if !features.nominal().is_empty() {
                lexicon.add(form, Word { features, tags, lemma, name, ..Word::default() });
            }
        });
    }

    pub(crate) fn add_furniture(&mut self, table: Table<'_>) -> Result<(), PackError> {
        let [phrase, kind] = [table.column("phrase")?, table.column("kind")?];
        for row in table.rows()? {
            let text = row.cell(phrase);
            self.furniture.push(FurnitureLine {
                words: normal(text.trim_matches('*').trim()).into(),
                open_start: text.starts_with('*'),
                open_end: text.ends_with('*'),
                kind: row.cell(kind).into(),
            });
        }
        Ok(())
    }

    pub(crate) fn add_times(&mut self, table: Table<'_>) -> Result<(), PackError> {
        self.times = TimeWords::load(table)?;
        for form in self.times.plain_forms() {
            self.lexicon.add(form, Word { tags: Tags::TIME, ..Word::default() });
        }
        Ok(())
    }

    pub(crate) fn add_abbreviations(&mut self, table: Table<'_>) -> Result<(), PackError> {
        let [form, kind] = [table.column("form")?, table.column("kind")?];
        for row in table.rows()? {
            let tag = match row.cell(kind) {
                "before" => Tags::BEFORE,
                "maybe" => Tags::MAYBE,
                other => return Err(row.bad(other, "kind of abbreviation")),
            };
            let form = normal(row.cell(form).trim_end_matches('.'));
            self.lexicon.add(&form, Word { tags: Tags::ABBREVIATION | tag, ..Word::default() });
        }
        Ok(())
    }
}

fn parse_stance(row: &Row<'_>, word: &str) -> Result<Stance, PackError> {
    Stance::parse(word).ok_or_else(|| row.bad(word, "stance"))
}

fn parse_case(row: &Row<'_>, cell: &str) -> Result<Features, PackError> {
    use crate::Case;
    let mut all = Features(0);
    for word in cell.split(['|', ' ']).filter(|word| !word.is_empty()) {
        all |= Features::case(match word {
            "nom" => Case::Nominative,
            "gen" => Case::Genitive,
            "dat" => Case::Dative,
            "acc" => Case::Accusative,
            "ins" => Case::Instrumental,
            "loc" => Case::Locative,
            other => return Err(row.bad(other, "case")),
        });
    }
    Ok(if all.is_empty() { Features::ALL_CASES } else { all })
}

pub(crate) fn words(text: &str) -> Vec<Box<str>> {
    text.split_ascii_whitespace().map(Into::into).collect()
}

/// The forms in a cell, each with the words that follow the first one in its lemma.
fn forms(cell: &str, rest: &str) -> Vec<String> {
    let words = cell.split(['|', ' ', '/']).filter(|part| !part.is_empty()).map(normal);
    let mut forms: Vec<String> = Vec::new();
    // Spellings that differ in ё alone are one form.
    for form in words.map(|form| if rest.is_empty() { form } else { format!("{form} {rest}") }) {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    forms
}
