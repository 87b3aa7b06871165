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
    check("ru", "Вчера министр обороны Павел Орлов заявил, что мост открыт.", source, "министр обороны Павел Орлов");
    check("uk", "Учора міністр оборони Павло Орленко заявив, що міст відкрито.", source, "міністр оборони Павло Орленко");
    check("en", "On Monday Defence Minister John Baker said that the bridge is open.", source, "Defence Minister John Baker");
    check("ru", "В мэрии заявили, что мост открыт.", source, "В мэрии");
    check("uk", "У мерії заявили, що міст відкрито.", source, "У мерії");
    check("ru", "Приехал Орлов. По его словам, мост открыт.", source, "его");
    check("uk", "Приїхав Орленко. За його словами, міст відкрито.", source, "його");
}

#[test]
fn a_cue_takes_negation_and_adverbs() {
    check("ru", "Павел Орлов также добавил, что мост открыт.", cue, "также добавил");
    check("uk", "Павло Орленко також додав, що міст відкрито.", cue, "також додав");
    check("en", "John Baker also said that the bridge is open.", cue, "also said");
    check("ru", "Приехал Орлов. По его словам, мост открыт.", cue, "По … словам");
    check("uk", "Приїхав Орленко. За його словами, міст відкрито.", cue, "За … словами");
    check("en", "According to John Baker, the bridge is open.", cue, "According to");
}

#[test]
fn an_addressee_is_whom_it_is_said_to() {
    check("ru", "Павел Орлов сообщил журналистам, что мост открыт.", addressee, "журналистам");
    check("uk", "Павло Орленко повідомив журналістам, що міст відкрито.", addressee, "журналістам");
    check("en", "John Baker told reporters that the bridge is open.", addressee, "reporters");
    check("ru", "Павел Орлов заявил, что мост открыт.", addressee, "-");
    check("uk", "Павло Орленко заявив, що міст відкрито.", addressee, "-");
    check("en", "John Baker said that the bridge is open.", addressee, "-");
}

#[test]
fn what_was_not_said_is_negative() {
    check("ru", "Павел Орлов не заявлял, что мост открыт.", polarity, "neg");
    check("uk", "Павло Орленко не заявляв, що міст відкрито.", polarity, "neg");
    check("en", "John Baker did not say that the bridge is open.", polarity, "neg");
    check("ru", "Павел Орлов заявил, что мост не открыт.", polarity, "pos");
    check("uk", "Павло Орленко заявив, що міст не відкрито.", polarity, "pos");
    check("en", "John Baker said that the bridge is not open.", polarity, "pos");
}

#[test]
fn hearsay_is_no_assertion() {
    check("ru", "Павел Орлов якобы заявил, что мост открыт.", modality, "hearsay");
    check("uk", "Павло Орленко нібито заявив, що міст відкрито.", modality, "hearsay");
    check("en", "John Baker allegedly said that the bridge is open.", modality, "hearsay");
}

#[test]
fn what_may_be_said_is_no_assertion() {
    check("ru", "Павел Орлов заявил бы, что мост открыт.", modality, "hypothetical");
    check("uk", "Павло Орленко заявив би, що міст відкрито.", modality, "hypothetical");
    check("en", "John Baker might say that the bridge is open.", modality, "hypothetical");
    check("ru", "Павел Орлов заявит, что мост открыт.", modality, "future");
    check("uk", "Павло Орленко заявить, що міст відкрито.", modality, "future");
    check("en", "John Baker will say that the bridge is open.", modality, "future");
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
    check_nested("ru", "Павел Орлов заявил, что Анна Седова пообещала открыть мост.", &["- < Павел Орлов", "0 < Анна Седова"]);
    check_nested("uk", "Павло Орленко заявив, що Анна Коваль пообіцяла відкрити міст.", &["- < Павло Орленко", "0 < Анна Коваль"]);
    check_nested("en", "John Baker said that Mary Stone promised to open the bridge.", &["- < John Baker", "0 < Mary Stone"]);
}

#[test]
fn two_statements_side_by_side_do_not_nest() {
    check_nested("ru", "Павел Орлов заявил, что мост открыт. Анна Седова добавила, что школы закрыты.", &["- < Павел Орлов", "- < Анна Седова"]);
    check_nested("uk", "Павло Орленко заявив, що міст відкрито. Анна Коваль додала, що школи закрито.", &["- < Павло Орленко", "- < Анна Коваль"]);
    check_nested("en", "John Baker said that the bridge is open. Mary Stone added that schools are shut.", &["- < John Baker", "- < Mary Stone"]);
}

#[test]
fn a_headline_repeats_what_the_body_says() {
    let restates = |code: &str, text: &str| found(code, text, |_, findings| findings.statements[0].restates);
    assert_eq!(restates("ru", "# Орлов: мост откроют завтра\nПавел Орлов заявил, что мост откроют уже завтра."), Some(1));
    assert_eq!(restates("uk", "# Орленко: міст відкриють завтра\nПавло Орленко заявив, що міст відкриють уже завтра."), Some(1));
    assert_eq!(restates("en", "# Baker: bridge opens on Friday\nJohn Baker said that the bridge opens on Friday."), Some(1));
    assert_eq!(restates("ru", "# Орлов: мост откроют завтра\nПавел Орлов заявил, что денег хватит."), None);
    assert_eq!(restates("uk", "# Орленко: міст відкриють завтра\nАнна Коваль заявила, що міст відкриють завтра."), None);
}

#[test]
fn a_statement_knows_when_it_was_said() {
    let said = |article: &Article, statement: &FoundStatement| {
        found(article.lang.as_str(), &article.text, |article, findings| {
            statement.said.map_or("-".to_owned(), |said| findings.times[said].span.of(&article.text).to_owned())
        })
    };
    check("ru", "9 января 2021 года Павел Орлов заявил, что мост открыт.", said, "9 января 2021 года");
    check("uk", "9 січня 2021 року Павло Орленко заявив, що міст відкрито.", said, "9 січня 2021 року");
    check("en", "On January 9, 2021, John Baker said that the bridge is open.", said, "January 9, 2021");
    check("ru", "Павел Орлов заявил, что мост откроют 9 января 2021 года.", said, "-");
    check("uk", "Павло Орленко заявив, що міст відкриють 9 січня 2021 року.", said, "-");
    check("en", "John Baker said that the bridge opens on January 9, 2021.", said, "-");
}

#[test]
fn quoted_pieces_are_words_of_the_content() {
    let quoted = |article: &Article, statement: &FoundStatement| {
        statement.quoted.iter().map(|span| span.of(&article.text)).collect::<Vec<_>>().join(" … ")
    };
    check("ru", "Павел Орлов заявил, что мост «почти готов».", quoted, "«почти готов»");
    check("uk", "Павло Орленко заявив, що міст «майже готовий».", quoted, "«майже готовий»");
    check("en", "John Baker said that the bridge was “nearly ready”.", quoted, "“nearly ready”");
    check("en", "“The bridge is open,” said John Baker.", quoted, "“The bridge is open,”");
}
