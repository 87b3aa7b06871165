//! Word forms and lists, tried on texts made of pieces of news.

use std::sync::LazyLock;

use onrecord_lang::{Pack, PackError, Packs, Table, normal, stem};
use onrecord_model::Lang;
use onrecord_trials::{Failure, holds_for_news};

static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::new(onrecord_packs::FILES.iter().copied()));

fn check(is_so: bool, what: &str) -> Result<(), String> {
    if is_so { Ok(()) } else { Err(what.to_owned()) }
}

fn packs() -> impl Iterator<Item = &'static Pack> {
    ["ru", "uk", "en"].into_iter().filter_map(|code| PACKS.get(Lang::new(code)?))
}

#[test]
fn a_normal_form_is_its_own_normal_form() -> Result<(), Failure> {
    holds_for_news(300, |text| {
        text.split_whitespace().try_for_each(|word| check(normal(&normal(word)) == normal(word), word))
    })
}

#[test]
fn a_stem_begins_its_word() -> Result<(), Failure> {
    holds_for_news(300, |text| text.split_whitespace().try_for_each(|word| check(word.starts_with(stem(word)), word)))
}

#[test]
fn every_word_can_be_looked_up_and_guessed() -> Result<(), Failure> {
    assert_eq!(packs().count(), 3);
    holds_for_news(300, |text| {
        for word in text.split_whitespace().map(normal) {
            for pack in packs() {
                let first = pack.guess(&word);
                check(first == pack.guess(&word) && pack.word(&word).is_some() == pack.word(&word).is_some(), &word)?;
            }
        }
        Ok(())
    })
}

#[test]
fn any_text_is_a_list_or_an_error_that_names_it() -> Result<(), Failure> {
    let lists = onrecord_packs::FILES.iter().filter(|(code, _, _)| *code == "ru").map(|(_, file, _)| *file);
    let lists: Vec<&str> = lists.collect();
    holds_for_news(60, |text| {
        for list in &lists {
            let headed = format!("{}\n{text}", header(list));
            for text in [text, headed.as_str()] {
                if let Err(
                    PackError::Columns { file, .. } | PackError::Value { file, .. } | PackError::NoColumn { file, .. },
                ) = Pack::load("ru", &[(list, text)])
                {
                    check(file == format!("ru/{list}"), &format!("{file} is blamed for {list}"))?;
                }
            }
        }
        Ok(())
    })
}

/// The header of a list of ours.
fn header(list: &str) -> &'static str {
    let file = onrecord_packs::FILES.iter().find(|(code, file, _)| *code == "ru" && *file == list);
    let lines = file.map_or("", |(_, _, text)| *text).lines();
    lines.into_iter().find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or_default()
}

#[test]
fn rows_have_the_cells_of_their_header() -> Result<(), Failure> {
    holds_for_news(300, |text| {
        let table = Table::new("a.tsv", text);
        let rows = table.rows().unwrap_or_default();
        check(rows.iter().all(|row| row.number() > 0 && row.cell(usize::MAX).is_empty()), "a cell from nowhere")
    })
}
