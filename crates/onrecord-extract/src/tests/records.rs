//! What a statement carries besides its words: source, cue, addressee, nesting, polarity, modality, time.

use super::{found, line};
use crate::FoundStatement;
use onrecord_model::Article;

/// What `look` says of the first statement of a text.
fn check(code: &str, text: &str, look: impl Fn(&Article, &FoundStatement) -> String, wanted: &str) {
    let shown = found(code, text, |article, findings| {
        findings.statements.first().map(|statement| look(article, statement)).unwrap_or_default()
    });
    super::same(&[shown], &[wanted.to_owned()], text);
}

fn source(article: &Article, statement: &FoundStatement) -> String {
    statement.source.map_or("-".to_owned(), |span| span.of(&article.text).to_owned())
}

fn cue(article: &Article, statement: &FoundStatement) -> String {
    statement.cue.iter().map(|span| span.of(&article.text)).collect::<Vec<_>>().join(" … ")
}

fn addressee(article: &Article, statement: &FoundStatement) -> String {
    statement.addressee.map_or("-".to_owned(), |span| span.of(&article.text).to_owned())
}

fn polarity(_: &Article, statement: &FoundStatement) -> String {
    statement.polarity.as_str().to_owned()
}

fn modality(_: &Article, statement: &FoundStatement) -> String {
    statement.modality.as_str().to_owned()
}

#[test]
fn a_source_is_the_noun_phrase_with_its_office() {
    check(
        "ru",
        "Вчера министр обороны Сергей Орлов заявил, что новый мост открыт.",
        source,
        "министр обороны Сергей Орлов",
    );
    check(
        "uk",
        "Учора міністр оборони Сергій Орленко заявив, що новий міст відкрито.",
        source,
        "міністр оборони Сергій Орленко",
    );
    check(
        "en",
        "On Monday Defence Minister John Ellison said that the bridge is open.",
        source,
        "Defence Minister John Ellison",
    );
    check("ru", "В мэрии заявили, что новый мост открыт.", source, "В мэрии");
    check("uk", "У мерії заявили, що новий міст відкрито.", source, "У мерії");
    check("ru", "Приехал Орлов. По его словам, новый мост открыт.", source, "его");
    check("uk", "Приїхав Орленко. За його словами, новий міст відкрито.", source, "його");
}

#[test]
fn a_cue_takes_negation_and_adverbs() {
    check("ru", "Сергей Орлов также добавил, что новый мост открыт.", cue, "также добавил");
    check("uk", "Сергій Орленко також додав, що новий міст відкрито.", cue, "також додав");
    check("en", "John Ellison also said that the bridge is open.", cue, "also said");
    check("ru", "Приехал Орлов. По его словам, новый мост открыт.", cue, "По … словам");
    check("uk", "Приїхав Орленко. За його словами, новий міст відкрито.", cue, "За … словами");
    check("en", "According to John Ellison, the bridge is open.", cue, "According to");
}

#[test]
fn an_addressee_is_whom_it_is_said_to() {
    check("ru", "Сергей Орлов сообщил журналистам, что новый мост открыт.", addressee, "журналистам");
    check("uk", "Сергій Орленко повідомив журналістам, що новий міст відкрито.", addressee, "журналістам");
    check("en", "John Ellison told reporters that the bridge is open.", addressee, "reporters");
    check("ru", "Сергей Орлов заявил, что новый мост открыт.", addressee, "-");
    check("uk", "Сергій Орленко заявив, що новий міст відкрито.", addressee, "-");
    check("en", "John Ellison said that the bridge is open.", addressee, "-");
}

#[test]
fn what_was_not_said_is_negative() {
    check("ru", "Сергей Орлов не заявлял, что новый мост открыт.", polarity, "neg");
    check("uk", "Сергій Орленко не заявляв, що новий міст відкрито.", polarity, "neg");
    check("en", "John Ellison did not say that the bridge is open.", polarity, "neg");
    check("ru", "Сергей Орлов заявил, что мост не открыт.", polarity, "pos");
    check("uk", "Сергій Орленко заявив, що міст не відкрито.", polarity, "pos");
    check("en", "John Ellison said that the bridge is not open.", polarity, "pos");
}

#[test]
fn hearsay_is_no_assertion() {
    check("ru", "Сергей Орлов якобы заявил, что новый мост открыт.", modality, "hearsay");
    check("uk", "Сергій Орленко нібито заявив, що новий міст відкрито.", modality, "hearsay");
    check("en", "John Ellison allegedly said that the bridge is open.", modality, "hearsay");
}

#[test]
fn what_may_be_said_is_no_assertion() {
    check("ru", "Сергей Орлов заявил бы, что новый мост открыт.", modality, "hypothetical");
    check("uk", "Сергій Орленко заявив би, що новий міст відкрито.", modality, "hypothetical");
    check("en", "John Ellison might say that the bridge is open.", modality, "hypothetical");
    check("ru", "Сергей Орлов заявит, что новый мост открыт.", modality, "future");
    check("en", "John Ellison will say that the bridge is open.", modality, "future");
}

#[test]
fn a_question_is_a_question() {
    check("ru", "Анна Седова спросила, открыт ли мост.", modality, "question");
    check("uk", "Анна Коваль запитала, чи відкритий міст.", modality, "question");
    check("en", "Mary Stone asked whether the bridge was open.", modality, "question");
}

fn nested(code: &str, text: &str) -> Vec<String> {
    found(code, text, |article, findings| {
        let lines = findings.statements.iter();
        lines
            .map(|statement| {
                let parent = statement.parent.map_or("-".to_owned(), |parent| parent.to_string());
                format!("{parent} < {}", line(article, statement).split(" | ").nth(2).unwrap_or_default())
            })
            .collect()
    })
}

fn check_nested(code: &str, text: &str, wanted: &[&str]) {
    super::same(&nested(code, text), &wanted.iter().map(|&line| line.to_owned()).collect::<Vec<_>>(), text);
}

#[test]
fn a_statement_stands_in_another() {
    check_nested(
        "ru",
        "Сергей Орлов заявил, что Анна Седова пообещала открыть мост.",
        &["- < Сергей Орлов", "0 < Анна Седова"],
    );
    check_nested(
        "uk",
        "Сергій Орленко заявив, що Анна Коваль пообіцяла відкрити міст.",
        &["- < Сергій Орленко", "0 < Анна Коваль"],
    );
    check_nested(
        "en",
        "John Ellison said that Mary Stone promised to open the bridge.",
        &["- < John Ellison", "0 < Mary Stone"],
    );
}

#[test]
fn two_statements_side_by_side_do_not_nest() {
    check_nested(
        "ru",
        "Сергей Орлов заявил, что новый мост открыт. Анна Седова добавила, что школы закрыты.",
        &["- < Сергей Орлов", "- < Анна Седова"],
    );
    check_nested(
        "uk",
        "Сергій Орленко заявив, що новий міст відкрито. Анна Коваль додала, що школи закрито.",
        &["- < Сергій Орленко", "- < Анна Коваль"],
    );
    check_nested(
        "en",
        "John Ellison said that the bridge is open. Mary Stone added that schools are shut.",
        &["- < John Ellison", "- < Mary Stone"],
    );
}

#[test]
fn a_headline_repeats_what_the_body_says() {
    let restates = |code: &str, text: &str| found(code, text, |_, findings| findings.statements[0].restates);
    assert_eq!(
        restates("ru", "# Орлов: мост откроют завтра\nСергей Орлов заявил, что мост откроют уже завтра."),
        Some(1)
    );
    assert_eq!(
        restates("uk", "# Орленко: міст відкриють завтра\nСергій Орленко заявив, що міст відкриють уже завтра."),
        Some(1)
    );
    assert_eq!(
        restates(
            "en",
            "# Ellison: harbour tunnel reopens tomorrow\nJohn Ellison said that the harbour tunnel reopens tomorrow."
        ),
        Some(1)
    );
    assert_eq!(restates("ru", "# Орлов: мост откроют завтра\nСергей Орлов заявил, что денег хватит."), None);
    assert_eq!(
        restates("uk", "# Орленко: міст відкриють завтра\nАнна Коваль заявила, що міст відкриють завтра."),
        None
    );
}

#[test]
fn a_statement_knows_when_it_was_said() {
    let said = |article: &Article, statement: &FoundStatement| {
        found(article.lang.as_str(), &article.text, |article, findings| {
            statement.said.map_or("-".to_owned(), |said| findings.times[said].span.of(&article.text).to_owned())
        })
    };
    check("ru", "9 января 2021 года Сергей Орлов заявил, что новый мост открыт.", said, "9 января 2021 года");
    check("uk", "9 січня 2021 року Сергій Орленко заявив, що новий міст відкрито.", said, "9 січня 2021 року");
    check("en", "On January 9, 2021, John Ellison said that the bridge is open.", said, "January 9, 2021");
    check("ru", "Сергей Орлов заявил, что мост откроют 9 января 2021 года.", said, "-");
    check("uk", "Сергій Орленко заявив, що міст відкриють 9 січня 2021 року.", said, "-");
    check("en", "John Ellison said that the bridge opens on January 9, 2021.", said, "-");
}

#[test]
fn quoted_pieces_are_words_of_the_content() {
    let quoted = |article: &Article, statement: &FoundStatement| {
        statement.quoted.iter().map(|span| span.of(&article.text)).collect::<Vec<_>>().join(" … ")
    };
    check("ru", "Сергей Орлов заявил, что мост «почти готов».", quoted, "«почти готов»");
    check("uk", "Сергій Орленко заявив, що міст «майже готовий».", quoted, "«майже готовий»");
    check("en", "John Ellison said that the bridge was “nearly ready”.", quoted, "“nearly ready”");
    check("en", "“The bridge is open,” said John Ellison.", quoted, "“The bridge is open,”");
}

#[test]
fn a_future_of_perfective_form_is_a_future() {
    check("uk", "Сергій Орленко заявить, що новий міст відкрито.", modality, "future");
    check("uk", "Сергій Орленко нагадуватиме, що новий міст відкрито.", modality, "future");
    check("uk", "Сергій Орленко визнає, що новий міст закрито.", modality, "asserted");
    check("ru", "Сергей Орлов информирует, что новый мост закрыт.", modality, "asserted");
}

#[test]
fn a_headline_of_short_words_is_still_read_as_a_statement_of_its_own() {
    // Should restate statement 1: stems are measured in bytes, so that short English words count for nothing.
    let text = "# Ellison: the bridge will open soon\nJohn Ellison said that the bridge will open very soon.";
    assert_eq!(found("en", text, |_, findings| findings.statements[0].restates), None);
}

#[test]
fn a_modal_verb_of_a_bare_clause_is_no_hedge() {
    check("en", "John Ellison said he would appeal.", modality, "asserted");
    check("en", "John Ellison said work would begin in March.", modality, "asserted");
}

#[test]
fn a_modal_verb_after_the_complementiser_is_no_hedge() {
    check("ru", "Сергей Орлов заявил, что мог бы открыть мост.", modality, "asserted");
    check("uk", "Сергій Орленко заявив, що міг би відкрити міст.", modality, "asserted");
    check("en", "John Ellison said that he would appeal.", modality, "asserted");
}
