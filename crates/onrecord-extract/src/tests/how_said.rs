//! How an act of speech is presented: who denies it, what governs it, what is only told, and what only looks so.

use super::found;

/// The first statement is `cue | source | content | polarity modality`; nothing when there is none.
fn check(code: &str, text: &str, wanted: &str) {
    let shown = found(code, text, |article, findings| {
        let statement = findings.statements.first()?;
        let words = |spans: &[onrecord_model::Span]| {
            spans.iter().map(|span| span.of(&article.text)).collect::<Vec<_>>().join(" … ")
        };
        let source = statement.source.map_or("-", |span| span.of(&article.text));
        let (polarity, modality) = (statement.polarity.as_str(), statement.modality.as_str());
        Some(format!("{} | {source} | {} | {polarity} {modality}", words(&statement.cue), words(&statement.content)))
    });
    super::same(&[shown.unwrap_or_default()], &[wanted.to_owned()], text);
}

#[test]
fn a_plan_or_a_duty_to_say_is_not_yet_said() {
    check(
        "en",
        "The minister is expected to say that the bridge is open.",
        "is expected to say | The minister | the bridge is open | pos future",
    );
    check(
        "ru",
        "Министр намерена объявить, что мост открыт.",
        "намерена объявить | Министр | мост открыт | pos future",
    );
    check("uk", "Міністр має заявити, що міст відкрито.", "має заявити | Міністр | міст відкрито | pos future");
    check(
        "ru",
        "Министр должен был сообщить, что мост закрыт.",
        "должен был сообщить | Министр | мост закрыт | pos hypothetical",
    );
    check("ru", "Министр собирается объявить сроки.", "");
}

#[test]
fn a_gerund_says_what_governs_it_lets_it_say() {
    check(
        "en",
        "The report stops short of saying that the bridge was shut.",
        "stops short of saying | The report | the bridge was shut | neg asserted",
    );
    check(
        "en",
        "The mayor never tires of saying that the bridge is old.",
        "never tires of saying | The mayor | the bridge is old | pos asserted",
    );
}

#[test]
fn what_was_refused_was_not_said() {
    check(
        "en",
        "The minister refused to say who would pay.",
        "refused to say | The minister | who would pay | neg asserted",
    );
    check(
        "ru",
        "Министр отказался подтвердить, что мост закрыт.",
        "отказался подтвердить | Министр | мост закрыт | neg asserted",
    );
    check("uk", "Міністр відмовився назвати суму.", "відмовився | Міністр | назвати суму | neg asserted");
    check(
        "en",
        "The minister refused to disclose the records.",
        "refused | The minister | to disclose the records | neg asserted",
    );
}

#[test]
fn what_was_hidden_was_not_said_and_what_was_not_hidden_was() {
    check("ru", "Министр скрывал, что мост закрыт.", "скрывал | Министр | мост закрыт | neg asserted");
    check("ru", "Министр не скрывает, что мост закрыт.", "не скрывает | Министр | мост закрыт | pos asserted");
    check(
        "en",
        "The minister did not hide that the bridge was shut.",
        "did not hide | The minister | the bridge was shut | pos asserted",
    );
}

#[test]
fn a_question_not_answered_is_what_was_not_said() {
    check(
        "ru",
        "Министр так и не ответил, когда откроют мост.",
        "так и не ответил | Министр | когда откроют мост | neg asserted",
    );
    check("uk", "Міністр не каже, чи відкриють міст.", "не каже | Міністр | чи відкриють міст | neg asserted");
}

#[test]
fn nobody_is_a_source_to_the_end_of_its_phrase() {
    check(
        "ru",
        "Ни мэр, ни министр не сказали, что мост закрыт.",
        "не сказали | Ни мэр, ни министр | мост закрыт | neg asserted",
    );
    check(
        "en",
        "Neither of the two drivers said that the bridge was shut.",
        "said | Neither of the two drivers | the bridge was shut | neg asserted",
    );
    check("en", "No driver said that the bridge was shut.", "said | No driver | the bridge was shut | neg asserted");
    check(
        "en",
        "At no time did the driver say that the bridge was shut.",
        "say | the driver | the bridge was shut | neg asserted",
    );
}

#[test]
fn a_rumour_is_a_statement_of_nobody() {
    check("ru", "Поговаривают, что мост закроют.", "Поговаривают | - | мост закроют | pos hearsay");
    check("en", "Rumour has it that the bridge will close.", "Rumour has it | - | the bridge will close | pos hearsay");
    check("uk", "Кажуть, що міст закриють, але мер мовчить.", "Кажуть | - | міст закриють | pos hearsay");
    check("ru", "Водители говорят, что мост закроют.", "говорят | Водители | мост закроют | pos asserted");
}

#[test]
fn a_rumour_between_commas_is_about_the_verb() {
    check("ru", "Министр, говорят, сказал мэру, что мост закроют.", "сказал | Министр | мост закроют | pos hearsay");
    check(
        "ru",
        "Если верить слухам, министр сказал, что мост закроют.",
        "сказал | министр | мост закроют | pos hearsay",
    );
    check(
        "ru",
        "По слухам, мост закроют, — сказал министр.",
        "сказал | министр | По слухам, мост закроют | pos asserted",
    );
}

#[test]
fn an_inverted_auxiliary_is_a_condition() {
    check(
        "en",
        "Had the driver told police that the bridge was shut, nobody would have died.",
        "told | the driver | the bridge was shut | pos hypothetical",
    );
    check(
        "en",
        "Were the minister to say that the bridge was shut, the town would protest.",
        "say | the minister | the bridge was shut | pos hypothetical",
    );
}

#[test]
fn a_hedge_of_the_source_is_no_hedge_of_the_act() {
    check("en", "The alleged thief told the court that he had slept.", "told | thief | he had slept | pos asserted");
    check("ru", "Министр хотел мира и сказал, что мост откроют.", "сказал | Министр | мост откроют | pos asserted");
}

#[test]
fn what_is_set_against_an_act_is_the_next_act() {
    check(
        "ru",
        "Министр мог сказать, что мост закрыт, но промолчал.",
        "мог сказать | Министр | мост закрыт | pos hypothetical",
    );
    check(
        "uk",
        "Міністр не лише визнав, що міст закрито, а й вибачився.",
        "не лише визнав | Міністр | міст закрито | pos asserted",
    );
    check(
        "ru",
        "Министр сказал, что мост закрыли, но открыли брод.",
        "сказал | Министр | мост закрыли, но открыли брод | pos asserted",
    );
}

#[test]
fn a_noun_is_denied_with_its_verb() {
    check(
        "en",
        "The minister gave no indication that the bridge was shut.",
        "gave no indication | The minister | the bridge was shut | neg asserted",
    );
    check(
        "ru",
        "Министр не давал обещаний, что мост откроют.",
        "давал обещаний | Министр | мост откроют | neg asserted",
    );
}

#[test]
fn what_only_looks_denied_is_asserted() {
    check(
        "ru",
        "Министр не мог не признать, что мост закрыт.",
        "не мог не признать | Министр | мост закрыт | pos asserted",
    );
    check("ru", "Не кто иной, как министр, сказал, что мост закрыт.", "сказал | министр | мост закрыт | pos asserted");
    check(
        "en",
        "Not the mayor but his lawyer said that the bridge was shut.",
        "said | his lawyer | the bridge was shut | pos asserted",
    );
    check(
        "en",
        "His grandfather would often say that a bridge has ears.",
        "would often say | His grandfather | a bridge has ears | pos asserted",
    );
}

#[test]
fn a_particle_of_questions_is_no_subject() {
    check("ru", "Заявил ли министр, что мост открыт?", "Заявил | министр | мост открыт | pos question");
    check("en", "Has the minister promised a new bridge?", "promised | the minister | a new bridge | pos question");
}

#[test]
fn a_verb_after_a_clause_does_not_go_on_with_it() {
    super::check(
        "ru",
        "Олег Орлов заявил, что истица выехала из страны, добавив, что суд закрыт.",
        "verb.that | indirect | Олег Орлов | истица выехала из страны
        verb.that | indirect | Олег Орлов | суд закрыт",
    );
}

#[test]
fn an_act_inside_a_question_or_a_purpose_is_no_assertion() {
    check("ru", "Неизвестно, говорил ли мэр, что мост закрыт.", "говорил | мэр | мост закрыт | pos question");
    check(
        "en",
        "It is unclear whether the mayor said that the bridge was shut.",
        "said | the mayor | the bridge was shut | pos question",
    );
    check("uk", "Щоб мер визнав, що міст гнилий, потрібен суд.", "визнав | мер | міст гнилий | pos hypothetical");
    check("uk", "Мер чи міністр сказав, що міст гнилий.", "сказав | Мер чи міністр | міст гнилий | pos asserted");
}

#[test]
fn what_nobody_was_told_was_not_said() {
    check(
        "en",
        "The mayor told nobody that the bridge was shut.",
        "told | The mayor | the bridge was shut | neg asserted",
    );
    check(
        "en",
        "Nothing suggests that the bridge was shut.",
        "suggests | Nothing | the bridge was shut | neg asserted",
    );
}
