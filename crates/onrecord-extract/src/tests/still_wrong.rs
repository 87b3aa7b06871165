//! What is read wrongly today, with today's answer; each name says what is mistaken for what, each comment what it should be.

use super::check;

#[test]
fn a_verb_outside_the_lists_is_still_read_as_a_noun() {
    // Should be `verb.that | indirect | эксперты | новый мост открыт`.
    check(
        "ru",
        "Приехали эксперты. Они заявили, что новый мост открыт.",
        "verb.that | indirect | - | новый мост открыт",
    );
    // Should be `verb.that | indirect | лікарі | новий міст відкрито`.
    check(
        "uk",
        "Приїхали лікарі. Вони заявили, що новий міст відкрито.",
        "verb.that | indirect | - | новий міст відкрито",
    );
    // Should be `verb.that | indirect | компания | новый мост открыт`.
    check(
        "ru",
        "Компания заявила, что новый мост открыт, и запросила деньги.",
        "verb.that | indirect | компания | новый мост открыт, и запросила деньги",
    );
}

#[test]
fn a_common_noun_like_a_given_name_is_still_read_as_a_person() {
    // Should be `verb.that | indirect | - | новый мост открыт`.
    check(
        "ru",
        "Роман опубликован в мае. Он заявил, что новый мост открыт.",
        "verb.that | indirect | Роман | новый мост открыт",
    );
}

#[test]
fn a_joined_act_is_still_read_as_part_of_what_was_said() {
    // Should be `verb.that | indirect | компанія | міст готовий`.
    check(
        "uk",
        "Компанія заявила, що міст готовий, і попросила гроші.",
        "verb.that | indirect | компанія | міст готовий, і попросила гроші\nverb.object | indirect | - | гроші",
    );
}

#[test]
fn a_short_clause_is_still_read_as_nothing() {
    // Should be `verb.aside | indirect | министр | Дождь … прошёл`.
    check("ru", "Дождь, отметил министр, прошёл.", "");
    // Should be `verb.aside | indirect | міністр | Дощ … минув`.
    check("uk", "Дощ, зазначив міністр, минув.", "");
    // Should be `verb.aside | indirect | John Ellison | It works`.
    check("en", "It works, John Ellison said.", "");
}

#[test]
fn a_clause_that_points_back_after_a_comma_is_still_read_as_an_aside() {
    // Should be `verb.points-back | indirect | министр | Новый мост откроют завтра`.
    check(
        "ru",
        "Новый мост откроют завтра, об этом сообщил министр.",
        "verb.aside | indirect | министр | Новый мост откроют завтра",
    );
    // Should be `verb.points-back | indirect | міністр | Новий міст відкриють завтра`.
    check(
        "uk",
        "Новий міст відкриють завтра, про це повідомив міністр.",
        "verb.aside | indirect | міністр | Новий міст відкриють завтра",
    );
}

#[test]
fn somebody_asked_is_still_read_as_asking() {
    // Should be `verb.bare | indirect | John Ellison | it was open`.
    check(
        "en",
        "Asked about the bridge, John Ellison said it was open.",
        "verb.topic | reported | - | the bridge, John Ellison said it was open\nverb.bare | indirect | John Ellison | it was open",
    );
    // Should be `verb.bare | indirect | John Ellison | it was open`.
    check(
        "en",
        "When asked about the bridge, John Ellison said it was open.",
        "verb.topic | reported | - | the bridge, John Ellison said it was open\nverb.bare | indirect | John Ellison | it was open",
    );
}

#[test]
fn a_subject_after_if_is_still_read_as_nobody() {
    // Should be `verb.that | indirect | The minister | the bridge is open`.
    check(
        "en",
        "If the minister says that the bridge is open, it will close.",
        "verb.that | indirect | the minister | the bridge is open",
    );
}

#[test]
fn nobody_is_still_read_as_somebody() {
    // Should be `verb.that | indirect | - | новый мост открыт`.
    check("ru", "Никто не сказал, что новый мост открыт.", "verb.that | indirect | Никто | новый мост открыт");
    // Should be `verb.that | indirect | - | новий міст відкрито`.
    check("uk", "Ніхто не сказав, що новий міст відкрито.", "verb.that | indirect | Ніхто | новий міст відкрито");
    // Should be `verb.that | indirect | - | the bridge is open`.
    check("en", "Nobody said that the bridge is open.", "verb.that | indirect | Nobody | the bridge is open");
}

#[test]
fn some_and_many_are_still_read_as_nobody() {
    // Should be `verb.that | indirect | многие | новый мост открыт`.
    check("ru", "Многие говорят, что новый мост открыт.", "verb.that | indirect | - | новый мост открыт");
    // Should be `verb.that | indirect | Some | the bridge is open`.
    check("en", "Some say that the bridge is open.", "");
    // Should be `verb.that | indirect | One of the men | the bridge is open`.
    check("en", "One of the men said that the bridge is open.", "verb.that | indirect | - | the bridge is open");
}

#[test]
fn a_surname_that_is_only_quoted_is_still_read_in_its_accusative() {
    // Should be `quote.dash | direct | Орлов | «Мост откроют завтра»`.
    check(
        "ru",
        "«Мост откроют завтра», — цитирует Орлова Reuters.",
        "quote.dash | direct | Орлова | «Мост откроют завтра»",
    );
    // Should be `quote.dash | direct | Орленко | «Міст відкриють завтра»`.
    check(
        "uk",
        "«Міст відкриють завтра», — цитує Орленка Reuters.",
        "quote.dash | direct | Орленка | «Міст відкриють завтра»",
    );
}

#[test]
fn a_gerund_of_comment_is_still_read_past_its_insertion_in_ukrainian() {
    // Should be `verb.topic | reported | міністр транспорту | закриття мосту` and `verb.that | indirect | міністр транспорту | новий міст відкрито`.
    check(
        "uk",
        "Міністр транспорту, коментуючи закриття мосту, заявив, що новий міст відкрито.",
        "verb.topic | reported | міністр транспорту | закриття мосту, заявив, що новий міст відкрито\nverb.that | indirect | міністр транспорту | новий міст відкрито",
    );
}

#[test]
fn readiness_is_still_read_as_a_topic_or_an_order() {
    // Should be `verb.preposition | indirect | министр | о готовности открыть мост`.
    check(
        "ru",
        "Министр заявил о готовности открыть мост.",
        "verb.topic | reported | министр | готовности открыть мост",
    );
    // Should be `verb.preposition | indirect | міністр | про готовність відкрити міст`.
    check("uk", "Міністр заявив про готовність відкрити міст.", "verb.infinitive | indirect | міністр | відкрити міст");
}

#[test]
fn an_english_noun_between_verb_and_clause_is_still_read_as_another_statement() {
    // Should be `noun.content | indirect | John Ellison | the bridge would open`.
    check(
        "en",
        "John Ellison expressed hope that the bridge would open.",
        "verb.object | indirect | John Ellison | hope that the bridge would open\nnoun.content | indirect | John Ellison | the bridge would open",
    );
    // Should be `verb.object | indirect | John Ellison | responsibility for the bridge`.
    check(
        "en",
        "John Ellison claimed responsibility for the bridge.",
        "verb.preposition | indirect | John Ellison | for the bridge",
    );
}

#[test]
fn an_infinitive_after_an_english_noun_is_still_read_as_nothing() {
    // Should be `noun.content | indirect | The mayor | to open the bridge`.
    check("en", "The mayor's promise to open the bridge surprised everyone.", "");
}

#[test]
fn a_circumstance_before_a_bare_clause_is_still_read_as_its_end() {
    // Should be `verb.bare | indirect | The bank | the bridge is open`.
    check("en", "The bank said in a statement on Monday the bridge is open.", "");
}

#[test]
fn a_plan_is_still_read_as_a_source() {
    // Should be nothing.
    check("en", "The work went according to plan.", "phrase.source | indirect | plan | The work went");
}

#[test]
fn a_thing_found_is_still_read_as_a_statement() {
    // Should be nothing.
    check("en", "John Ellison found a coin that was old.", "verb.bare | indirect | John Ellison | a coin that was old");
}

#[test]
fn what_was_reported_before_is_still_read_as_a_statement_in_russian() {
    // Should be nothing.
    check("ru", "Как сообщалось ранее, новый мост открыт.", "verb.aside | indirect | - | новый мост открыт");
}

#[test]
fn an_adjective_listed_as_a_noun_is_still_read_as_another_word() {
    // Should be `verb.that | indirect | місцеві жителі | новий міст відкрито`.
    check(
        "uk",
        "Місцеві жителі розповіли, що новий міст відкрито.",
        "verb.that | indirect | жителі | новий міст відкрито",
    );
}

#[test]
fn a_given_name_that_is_an_auxiliary_is_still_read_as_one() {
    // Should be `verb.that | indirect | Will Smith | the bridge is open`.
    check("en", "Will Smith said that the bridge is open.", "verb.that | indirect | Smith | the bridge is open");
}

#[test]
fn a_quotation_opened_again_in_its_next_paragraph_is_still_read_as_two() {
    // Should be `quote.dash | direct | John Ellison | “The bridge is open. … “There is enough money for it,”`.
    check(
        "en",
        "“The bridge is open.\n“There is enough money for it,” said John Ellison.",
        "quote.loose | direct | - | “The bridge is open.\nquote.dash | direct | John Ellison | “There is enough money for it,”",
    );
    // Should be `quote.dash | direct | Сергей Орлов | «Новый мост уже открыт. … «Денег на это хватит»`.
    check(
        "ru",
        "«Новый мост уже открыт.\n«Денег на это хватит», — сказал Сергей Орлов.",
        "quote.loose | direct | - | «Новый мост уже открыт.\nquote.dash | direct | Сергей Орлов | «Денег на это хватит»",
    );
    // Should be `quote.dash | direct | Сергій Орленко | «Новий міст уже відкрито. … «Грошей на це вистачить»`.
    check(
        "uk",
        "«Новий міст уже відкрито.\n«Грошей на це вистачить», – сказав Сергій Орленко.",
        "quote.loose | direct | - | «Новий міст уже відкрито.\nquote.dash | direct | Сергій Орленко | «Грошей на це вистачить»",
    );
}
