//! What reading articles against their records brought to light.

use super::check;

#[test]
fn a_clause_may_stand_before_its_verb() {
    check(
        "ru",
        "О том, что мост закроют, журналистам рассказал инженер Сергей Орлов.",
        "verb.that | indirect | Сергей Орлов | мост закроют",
    );
    check(
        "uk",
        "Про те, що міст закриють, журналістам розповів інженер Сергій Орленко.",
        "verb.that | indirect | Сергій Орленко | міст закриють",
    );
}

#[test]
fn speech_inside_a_quotation_is_a_statement_of_its_own() {
    check(
        "ru",
        "«Мэр сообщила, что мост закроют», — говорится в заявлении совета.",
        "quote.dash | direct | совет | «Мэр сообщила, что мост закроют»\nverb.that | indirect | мэр | мост закроют",
    );
    check(
        "uk",
        "«Я вважаю, що міст закриють», — сказав Сергій Орленко.",
        "quote.dash | direct | Сергій Орленко | «Я вважаю, що міст закриють»",
    );
}

#[test]
fn what_was_not_named_is_nothing_said() {
    check("ru", "Сергей Орлов не назвал даты открытия.", "");
}

#[test]
fn whom_the_paper_quotes_speaks() {
    check(
        "ru",
        "«Мост откроют завтра», — приводит слова Сергея Орлова Reuters.",
        "quote.dash | direct | Сергей Орлов | «Мост откроют завтра»",
    );
    check(
        "uk",
        "«Міст відкриють завтра», — цитує міністра Сергія Орленка газета.",
        "quote.dash | direct | Сергій Орленко | «Міст відкриють завтра»",
    );
}

#[test]
fn a_paper_speaks_through_its_maker() {
    check("ru", "В заявлении профсоюза говорится, что мост закроют.", "verb.that | indirect | профсоюз | мост закроют");
    check(
        "ru",
        "Мэр подписал заявление. В нём говорится, что мост закроют.",
        "verb.that | indirect | заявление | мост закроют",
    );
    check(
        "ru",
        "«Мост закроют», — говорится в полученном редакцией документе.",
        "quote.dash | direct | полученный редакцией документ | «Мост закроют»",
    );
}

#[test]
fn a_body_in_the_genitive_like_a_plural_is_put_into_its_nominative() {
    check("ru", "По данным мэрии, новый мост открыт.", "phrase.source | indirect | мэрия | новый мост открыт");
    check("uk", "За даними мерії, новий міст відкрито.", "phrase.source | indirect | мерія | новий міст відкрито");
}

#[test]
fn a_relative_clause_between_subject_and_verb_is_passed() {
    check(
        "ru",
        "Семь профсоюзов, в которых состоят рабочие, заявили, что мост закроют.",
        "verb.that | indirect | семь профсоюзов | мост закроют",
    );
    check(
        "ru",
        "Сергей Орлов отметил, что мост, строительство которого идёт, угрожает реке.",
        "verb.that | indirect | Сергей Орлов | мост, строительство которого идёт, угрожает реке",
    );
}

#[test]
fn an_office_with_its_holder_begins_a_phrase() {
    check(
        "ru",
        "По результатам совещания премьер Анна Орлова объявила, что мост закроют.",
        "verb.that | indirect | Анна Орлова | мост закроют",
    );
    check(
        "uk",
        "«Ми готові», — повідомив міністр культури, молоді та спорту Австрії Сергій Орленко.",
        "quote.dash | direct | Сергій Орленко | «Ми готові»",
    );
}

#[test]
fn a_verb_that_agrees_with_the_speaker_ends_an_infinitive() {
    check(
        "uk",
        "Рада вимагає припинити роботи і погрожує судом.",
        "verb.infinitive | indirect | Рада | припинити роботи\nverb.object | indirect | Рада | судом",
    );
}

#[test]
fn a_purpose_is_no_content() {
    check(
        "ru",
        "Сергей Орлов объяснил перенос желанием дать людям время, чтобы они уехали.",
        "verb.topic | reported | Сергей Орлов | перенос желанием дать людям время, чтобы они уехали",
    );
}

#[test]
fn of_an_unknown_name_in_the_locative_people_speak() {
    check("ru", "В Минводхозе заявили, что мост закроют.", "verb.that | indirect | Минводхозе | мост закроют");
}

#[test]
fn a_quoted_phrase_before_a_headlines_colon_is_nobody() {
    check("ru", "«Снова забастовки»: Ryanair отменил рейсы\n\nПилоты не вышли на работу.", "");
}
