//! Who has it from whom, and that a carrier is no speaker.

use super::found;
use crate::Scope;

/// The provenance of a text: `carrier < cited (story | statement n)`; a dash where nothing is named.
fn check(code: &str, text: &str, wanted: &[&str]) {
    let shown = found(code, text, |article, findings| {
        let words = |span: &onrecord_model::Span| span.of(&article.text).to_owned();
        let lines = findings.provenance.iter().map(|provenance| {
            let carrier = provenance.carrier.as_ref().map_or("-".to_owned(), words);
            let cited = provenance.cited.iter().map(words).collect::<Vec<_>>().join(", ");
            let scope = match provenance.scope {
                Scope::Story => "story".to_owned(),
                Scope::Paragraph => "paragraph".to_owned(),
                Scope::Statement(place) => format!("statement {place}"),
            };
            format!("{carrier} < {} ({scope})", if cited.is_empty() { "-" } else { &cited })
        });
        lines.collect::<Vec<_>>()
    });
    super::same(&shown, &wanted.iter().map(|&line| line.to_owned()).collect::<Vec<_>>(), text);
}

#[test]
fn an_outlet_that_points_back_carries_the_story() {
    let (ru, uk) = (
        "Новый мост открыт. Об этом сообщает агентство «Вести моста».",
        "Новий міст відкрито. Про це повідомляє агентство «Вісті мосту».",
    );
    check("ru", ru, &["агентство «Вести моста» < - (story)"]);
    check("uk", uk, &["агентство «Вісті мосту» < - (story)"]);
    super::check("ru", ru, "");
    super::check("uk", uk, "");
}

#[test]
fn an_outlet_with_a_reference_cites() {
    check("ru", "Новый мост открыт. Об этом сообщает Reuters со ссылкой на мэрию.", &["Reuters < мэрию (story)"]);
    check("uk", "Новий міст відкрито. Про це повідомляє Reuters з посиланням на мерію.", &["Reuters < мерію (story)"]);
    check(
        "en",
        "The bridge is open, Reuters reported, citing the Foreign Ministry.",
        &["Reuters < the Foreign Ministry (statement 0)"],
    );
}

#[test]
fn who_is_cited_by_an_outlet_is_the_speaker() {
    super::check(
        "ru",
        "Мост откроют завтра, сообщает Reuters со ссылкой на мэрию.",
        "verb.aside | indirect | мэрия | Мост откроют завтра",
    );
    super::check(
        "uk",
        "Міст відкриють завтра, повідомляє Reuters з посиланням на мерію.",
        "verb.aside | indirect | мерія | Міст відкриють завтра",
    );
}

#[test]
fn an_outlet_that_relays_another_outlet_says_nothing_itself() {
    super::check("ru", "Мост откроют завтра, передаёт Reuters со ссылкой на BBC.", "");
    super::check("uk", "Міст відкриють завтра, передає Reuters з посиланням на BBC.", "");
}

#[test]
fn an_outlet_that_carries_a_statement_is_not_its_speaker() {
    let (ru, uk) = (
        "Сергей Орлов заявил, что новый мост открыт, сообщает Reuters.",
        "Сергій Орленко заявив, що новий міст відкрито, повідомляє Reuters.",
    );
    super::check("ru", ru, "verb.that | indirect | Сергей Орлов | новый мост открыт");
    super::check("uk", uk, "verb.that | indirect | Сергій Орленко | новий міст відкрито");
    let (ru, uk) = (
        "«Мост откроют завтра», — сказал Сергей Орлов, передаёт Reuters.",
        "«Міст відкриють завтра», – сказав Сергій Орленко, передає Reuters.",
    );
    super::check("ru", ru, "quote.dash | direct | Сергей Орлов | «Мост откроют завтра»");
    super::check("uk", uk, "quote.dash | direct | Сергій Орленко | «Міст відкриють завтра»");
}

#[test]
fn an_outlet_that_claims_something_itself_is_both() {
    super::check(
        "ru",
        "Как пишет Reuters, мост откроют завтра.",
        "verb.aside | indirect | Reuters | мост откроют завтра",
    );
    super::check(
        "uk",
        "Як пише Reuters, міст відкриють завтра.",
        "verb.aside | indirect | Reuters | міст відкриють завтра",
    );
    super::check(
        "en",
        "As Reuters reported, the bridge will open soon.",
        "verb.aside | indirect | Reuters | the bridge will open soon",
    );
    check("ru", "Как пишет Reuters, мост откроют завтра.", &["Reuters < - (statement 0)"]);
    check("uk", "Як пише Reuters, міст відкриють завтра.", &["Reuters < - (statement 0)"]);
    check("en", "As Reuters reported, the bridge will open soon.", &["Reuters < - (statement 0)"]);
}

#[test]
fn an_interview_names_its_outlet() {
    check("ru", "Сергей Орлов в интервью Reuters заявил, что новый мост открыт.", &["- < Reuters (statement 0)"]);
    check("uk", "Сергій Орленко в інтерв'ю Reuters заявив, що новий міст відкрито.", &["- < Reuters (statement 0)"]);
    check("en", "John Ellison told Reuters that the bridge is open.", &[]);
}

#[test]
fn a_person_is_no_outlet() {
    check("ru", "Новый мост открыт. Об этом сообщает Сергей Орлов.", &[]);
    check("uk", "Новий міст відкрито. Про це повідомляє Сергій Орленко.", &[]);
    check("en", "The bridge is open, John Ellison reported.", &[]);
}

#[test]
fn a_statement_knows_what_it_came_through() {
    let via = |code: &str, text: &str| found(code, text, |_, findings| findings.statements[0].via.clone());
    assert_eq!(via("ru", "Сергей Орлов в интервью Reuters заявил, что новый мост открыт."), ["Reuters"]);
    assert_eq!(via("uk", "Сергій Орленко в інтерв'ю Reuters заявив, що новий міст відкрито."), ["Reuters"]);
    assert_eq!(via("en", "The bridge is open, Reuters reported, citing the Foreign Ministry."), ["Reuters"]);
}

#[test]
fn an_outlet_after_a_clause_carries_it() {
    check("ru", "Сергей Орлов заявил, что новый мост открыт, сообщает Reuters.", &["Reuters < - (statement 0)"]);
    check("uk", "Сергій Орленко заявив, що новий міст відкрито, повідомляє Reuters.", &["Reuters < - (statement 0)"]);
    check("en", "John Ellison said that the bridge is open, Reuters reported.", &["Reuters < - (statement 0)"]);
}

#[test]
fn an_outlet_after_a_quotation_carries_it() {
    check("ru", "«Мост откроют завтра», — сказал Сергей Орлов, передаёт Reuters.", &["Reuters < - (statement 0)"]);
    check("uk", "«Міст відкриють завтра», – сказав Сергій Орленко, передає Reuters.", &["Reuters < - (statement 0)"]);
}

#[test]
fn an_outlet_carries_every_statement_of_its_sentence() {
    let both = ["Reuters < - (statement 0)", "Reuters < - (statement 1)"];
    check("ru", "Орлов сказал, что мост открыт, добавив, что дорога закрыта, передаёт Reuters.", &both);
    check("uk", "Орленко сказав, що міст відкрито, додавши, що дорогу закрито, передає Reuters.", &both);
    check("en", "Ellison said the bridge was open, adding that the road was closed, Reuters reported.", &both);
}

#[test]
fn a_short_story_has_its_outlet() {
    check("ru", "Мост открыт. Об этом сообщает Reuters.", &["Reuters < - (story)"]);
    check("uk", "Міст відкрито. Про це повідомляє Reuters.", &["Reuters < - (story)"]);
    check("ru", "# Мост откроют завтра\nОб этом сообщает Reuters.", &["Reuters < - (story)"]);
    check("uk", "# Міст відкриють завтра\nПро це повідомляє Reuters.", &["Reuters < - (story)"]);
}

#[test]
fn an_outlet_that_has_it_from_another_cites_it() {
    check("ru", "Новый мост открыт. Об этом сообщает BBC, передаёт Reuters.", &["Reuters < BBC (story)"]);
    check("uk", "Новий міст відкрито. Про це повідомляє BBC, передає Reuters.", &["Reuters < BBC (story)"]);
}

#[test]
fn what_follows_an_outlet_is_no_part_of_its_name() {
    check("en", "The Economist's analysis concluded that the mine is poor.", &["The Economist < - (statement 0)"]);
    check("ru", "Мост открыт, сообщает Reuters в среду вечером.", &["Reuters < - (statement 0)"]);
}

#[test]
fn a_body_that_speaks_is_no_provenance() {
    check("en", "The fleet will be sold, according to the Foreign Ministry.", &[]);
    check("en", "John Ellison told Reuters that the bridge is open.", &[]);
}
