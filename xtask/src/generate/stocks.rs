//! What archives are made of: the sentences of our cases and examples, and of the lists.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use onrecord_eval::{Case, Example};
use onrecord_lang::{NO_ENTRY, Pack, Packs, Row, Table, Tags, normal};
use onrecord_model::Lang;
use onrecord_trials::Stock;

/// The languages of an archive.
const LANGS: [&str; 3] = ["ru", "uk", "en"];
/// Lists whose examples tell what somebody said.
const SPEECH: [&str; 3] = ["cue_verbs.tsv", "cue_nouns.tsv", "cue_phrases.tsv"];
/// Lists whose examples tell something else.
const PLAIN: [&str; 7] = [
    "nouns.tsv",
    "places.tsv",
    "organisations.tsv",
    "demonyms.tsv",
    "hedges.tsv",
    "outlet_voice.tsv",
    "adjectives.tsv",
];
/// Lists whose words stay as they are: reading rests on them.
const KEPT: [&str; 6] =
    ["cue_verbs.tsv", "cue_nouns.tsv", "cue_phrases.tsv", "hedges.tsv", "references.tsv", "outlet_voice.tsv"];
/// So many sentences may begin or end in the same three words: those of the lists have often been written in rows.
const ALIKE: usize = 12;
/// The year of our cases and examples.
const YEAR: i64 = 2022;

/// The stocks of all languages.
pub(super) fn stocks(root: &Path) -> Result<Vec<Stock>> {
    let packs = Packs::new(onrecord_packs::FILES.iter().copied());
    LANGS.iter().map(|code| stock(root, code, &packs)).collect()
}

fn stock(root: &Path, code: &str, packs: &Packs) -> Result<Stock> {
    let mut stock = Stock { lang: code.to_owned(), year: YEAR, ..Stock::default() };
    for path in files(&root.join("cases").join(code), ".md")? {
        add_case(&mut stock, &Case::parse(&read(&path)?));
    }
    for path in files(&root.join("examples"), &format!(".{code}.txt"))? {
        add_article(&mut stock, &read(&path)?);
    }
    add_examples(&mut stock, code)?;
    stock.joints = joints(code)?;
    stock.names = names(code)?;
    stock.exchanged = exchanged(code)?;
    stock.given_names = given_names(code)?;
    let lang = Lang::new(code).context("the language has no code")?;
    let pack =
        packs.get(lang).with_context(|| format!("the pack `{code}` does not load; see `cargo xtask lang check`"))?;
    stock.kept = kept(&stock, code, pack)?;
    sort_out(&mut stock, pack);
    Ok(stock)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// The files of a folder that end so, by name.
fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>>>()?;
    files.retain(|path| path.to_string_lossy().ends_with(ending));
    files.sort();
    Ok(files)
}

fn add_case(stock: &mut Stock, case: &Case) {
    add_article(stock, &case.text);
    for (_, example) in &case.sentences {
        let text = example.text.replace("\u{b6} ", "\n\n").replace('\u{b6}', "\n\n");
        add(stock, Example { text, ..example.clone() });
    }
}

/// The paragraphs after the headline; each goes on telling what somebody says, more often than not.
fn add_article(stock: &mut Stock, text: &str) {
    let paragraphs = text.split('\n').skip(1).map(str::trim);
    let paragraphs = paragraphs.filter(|paragraph| paragraph.chars().count() > 50 && ends(paragraph));
    stock.speech.extend(paragraphs.map(str::to_owned));
}

/// Puts a sentence where it belongs, if it is one.
fn add(stock: &mut Stock, example: Example) {
    if !ends(&example.text) || example.text.chars().count() < 15 {
        return;
    }
    let has = |label: &str| !example.spans(label).is_empty();
    match (has("content"), has("carrier") || has("cited")) {
        (true, _) => stock.speech.push(example.text),
        (false, true) => stock.credits.push(example.text),
        (false, false) => stock.plain.push(example.text),
    }
}

fn ends(text: &str) -> bool {
    text.trim_end_matches(['"', '\u{bb}', '\u{201d}']).ends_with(['.', '!', '?'])
}

/// The examples of a language's lists.
fn add_examples(stock: &mut Stock, code: &str) -> Result<()> {
    for list in SPEECH.into_iter().chain(PLAIN) {
        for_rows(code, list, "example", |row, example| add(stock, Example::parse(row.cell(example))))?;
    }
    let credit = |row: &Row<'_>, example: usize| Example::parse(row.cell(example)).text;
    for_rows(code, "references.tsv", "example", |row, example| stock.credits.push(credit(row, example)))?;
    stock.credits.retain(|credit| ends(credit));
    Ok(())
}

/// Does something with every row of a list, and a column of it.
fn for_rows(code: &str, list: &str, column: &'static str, mut take: impl FnMut(&Row<'_>, usize)) -> Result<()> {
    let file = onrecord_packs::FILES.iter().find(|(lang, file, _)| *lang == code && *file == list);
    let (_, _, text) = file.with_context(|| format!("the language {code} has no {list}"))?;
    let table = Table::new(list, text);
    let column = table.column(column)?;
    table.rows()?.iter().for_each(|row| take(row, column));
    Ok(())
}

/// Given names that are one word and one gender's, and in no case another's: "Александра" is a woman or a man's name declined.
fn given_names(code: &str) -> Result<Vec<(String, bool)>> {
    let mut names = BTreeMap::new();
    for_rows(code, "given_names.tsv", "gender", |row, gender| {
        names.insert(row.cell(0).to_owned(), row.cell(gender).to_owned());
    })?;
    let is_declined = |name: &str| {
        let mut letters = name.chars();
        letters.next_back();
        names.get(letters.as_str()).is_some_and(|gender| gender == "m")
    };
    let is_plain = |name: &str| name.chars().all(char::is_alphabetic) && name.chars().count() > 3;
    let is_good = |(name, gender): &(&String, &String)| {
        is_plain(name) && (*gender == "m" || (*gender == "f" && !is_declined(name)))
    };
    Ok(names.iter().filter(is_good).map(|(name, gender)| (name.clone(), gender == "m")).collect())
}

/// Months and days of the week that may stand for each other: those whose forms are as many and end alike.
fn exchanged(code: &str) -> Result<Vec<Vec<String>>> {
    let mut lists: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
    for_rows(code, "time_words.tsv", "class", |row, class| {
        let word = row.cell(0);
        let forms: Vec<&str> = row.cell(1).split(' ').filter(|form| !form.is_empty()).collect();
        let ending = if forms.is_empty() { None } else { word.chars().next_back() };
        let class = row.cell(class);
        if matches!(class, "month" | "weekday") && !word.contains('-') {
            for (n, form) in std::iter::once(word).chain(forms.iter().copied()).enumerate() {
                // Months end in different letters, but are declined alike.
                let ending = ending.filter(|_| class == "weekday");
                lists.entry((class.to_owned(), forms.len(), ending, n)).or_default().insert(form.to_owned());
            }
        }
    })?;
    // A form that stands for two cases would be exchanged for either.
    Ok(lists.into_values().filter(|list| list.len() > 1).map(|list| list.into_iter().collect()).collect())
}

/// The words of the sentences that must stay.
fn kept(stock: &Stock, code: &str, pack: &Pack) -> Result<BTreeSet<String>> {
    let mut kept = BTreeSet::new();
    for list in KEPT {
        for_rows(code, list, "example", |row, example| {
            kept.extend((0..example).flat_map(|column| words(row.cell(column))));
        })?;
    }
    let sentences = stock.speech.iter().chain(&stock.plain).chain(&stock.credits);
    kept.extend(sentences.flat_map(|sentence| words(sentence)).filter(|word| matters(pack, word)));
    Ok(kept)
}

/// Sentences with a word that reports are not plain, and few of either may be alike.
fn sort_out(stock: &mut Stock, pack: &Pack) {
    let reports =
        |word: String| pack.word(&normal(&word)).is_some_and(|word| word.verb != NO_ENTRY || word.noun != NO_ENTRY);
    let (speech, plain) = std::mem::take(&mut stock.plain).into_iter().partition(|text| words(text).any(reports));
    stock.speech.extend::<Vec<String>>(speech);
    stock.plain = plain;
    let mut n_alike: BTreeMap<String, usize> = BTreeMap::new();
    let mut is_new = |text: &String| {
        let begin: Vec<&str> = text.split(' ').take(3).collect();
        let end: Vec<&str> = text.rsplit(' ').take(3).collect();
        let count = |words: Vec<&str>| *n_alike.entry(words.join(" ")).and_modify(|n| *n += 1).or_insert(1);
        [begin, end].map(count).iter().all(|&n| n <= ALIKE)
    };
    stock.plain.retain(&mut is_new);
    stock.speech.retain(&mut is_new);
}

/// Short words that join two sentences: one that only joins, of a letter if there is one, and those that set against: "and", "but".
fn joints(code: &str) -> Result<Vec<String>> {
    let (mut joining, mut setting_against) = (Vec::new(), Vec::new());
    for_rows(code, "words.tsv", "class", |row, class| match row.cell(class) {
        "coord" => joining.push(row.cell(0).to_owned()),
        "coord adversative" => setting_against.push(row.cell(0).to_owned()),
        _ => {}
    })?;
    joining.sort_by_key(|word| word.chars().count() > 1);
    joining.truncate(1);
    setting_against.retain(|word| word.chars().count() <= 3);
    Ok([joining, setting_against].concat())
}

/// Words of names, which keep their capital inside a sentence.
fn names(code: &str) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for list in ["places.tsv", "organisations.tsv"] {
        for_rows(code, list, "name", |row, name| {
            names.extend(row.cell(name).split(' ').next().map(str::to_owned));
        })?;
    }
    Ok(names)
}

/// The words of a text, in small letters.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Whether the lists say more of a word than that it is a noun.
fn matters(pack: &Pack, word: &str) -> bool {
    let form = normal(word);
    let says_more = pack.word(&form).is_some_and(|word| {
        let others = word.tags.0 & !Tags::OTHER.0;
        others != 0 || [word.verb, word.noun, word.name].iter().any(|&entry| entry != NO_ENTRY)
    });
    says_more || pack.events.of(&form).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_sentences_of_all_kinds() {
        for stock in stocks(&crate::root()).expect("our texts are there") {
            let counts = [stock.speech.len(), stock.plain.len(), stock.credits.len(), stock.given_names.len()];
            assert!(counts[0] > 800 && counts[1] > 500 && counts[2] > 50 && counts[3] > 1000, "{counts:?}");
            let all = stock.speech.iter().chain(&stock.plain);
            assert!(all.clone().all(|sentence| !sentence.contains("[content") && !sentence.contains('\u{b6}')));
            assert!(stock.exchanged.len() >= 2 && stock.kept.len() > 500);
        }
    }
}
