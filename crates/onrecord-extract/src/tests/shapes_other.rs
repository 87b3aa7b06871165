//! What phrases, nouns, colons and pointing words announce; each with a text that only looks like it.

use super::check;

#[test]
fn what_this_points_to_is_the_sentence_before() {
    check(
        "ru",
        "Мост откроют в пятницу. Об этом заявил Сергей Орлов.",
        "verb.points-back | indirect | Сергей Орлов | Мост откроют в пятницу",
    );
    check(
        "uk",
        "Міст відкриють у п'ятницю. Про це заявив Сергій Орленко.",
        "verb.points-back | indirect | Сергій Орленко | Міст відкриють у п'ятницю",
    );
}

#[test]
fn this_as_a_topic_points_back_to_nothing() {
    check("ru", "Мост откроют в пятницу. Об этом мечтал Сергей Орлов.", "");
    check("uk", "Міст відкриють у п'ятницю. Про це мріяв Сергій Орленко.", "");
}

#[test]
fn a_phrase_may_name_the_source() {
    check(
        "ru",
        "По словам Сергея Орлова, мост откроют завтра.",
        "phrase.source | indirect | Сергей Орлов | мост откроют завтра",
    );
    check(
        "ru",
        "Мост, по мнению экспертов, откроют не скоро.",
        "phrase.source | indirect | эксперты | Мост … откроют не скоро",
    );
    check(
        "uk",
        "За словами Сергія Орленка, міст відкриють завтра.",
        "phrase.source | indirect | Сергій Орленко | міст відкриють завтра",
    );
    check(
        "uk",
        "Міст, на думку експертів, відкриють не скоро.",
        "phrase.source | indirect | експерти | Міст … відкриють не скоро",
    );
    check(
        "en",
        "According to John Ellison, the bridge is open.",
        "phrase.source | indirect | John Ellison | the bridge is open",
    );
    check(
        "en",
        "The bridge is open, according to the mayor.",
        "phrase.source | indirect | the mayor | The bridge is open",
    );
}

#[test]
fn a_phrase_of_another_sense_names_no_source() {
    check("ru", "По улицам Киева едут трамваи.", "");
    check("uk", "За мостом Сергія Орленка, кажуть, добре.", "");
}

#[test]
fn a_noun_may_report() {
    check(
        "ru",
        "Сергей Орлов выразил надежду, что мост откроют.",
        "verb.that | indirect | Сергей Орлов | мост откроют",
    );
    check(
        "ru",
        "Заявление министра о том, что мост откроют, удивило всех.",
        "noun.content | indirect | министр | мост откроют",
    );
    check(
        "uk",
        "Сергій Орленко висловив сподівання, що міст відкриють.",
        "verb.that | indirect | Сергій Орленко | міст відкриють",
    );
    check(
        "uk",
        "Заява міністра про те, що міст відкриють, здивувала всіх.",
        "noun.content | indirect | міністр | міст відкриють",
    );
    check("ru", "Обещание мэра открыть мост удивило всех.", "noun.content | indirect | мэр | открыть мост");
    check("uk", "Обіцянка мера відкрити міст здивувала всіх.", "noun.content | indirect | мер | відкрити міст");
    check(
        "en",
        "The mayor's claim that the bridge is safe surprised everyone.",
        "noun.content | indirect | The mayor | the bridge is safe",
    );
}

#[test]
fn a_noun_without_anybody_behind_it_reports_nothing() {
    check("ru", "Есть надежда, что мост откроют.", "");
    check("uk", "Є надія, що міст відкриють.", "");
    check("en", "There is hope that the bridge will open.", "");
}

#[test]
fn a_headline_may_be_a_source_and_a_colon() {
    check(
        "ru",
        "# Орлов: мост откроют завтра\nСергей Орлов уехал.",
        "headline.colon | indirect | Сергей Орлов | мост откроют завтра",
    );
    check(
        "ru",
        "# Мост откроют завтра — министр\nИдёт снег.",
        "headline.colon | indirect | министр | Мост откроют завтра",
    );
    check(
        "uk",
        "# Орленко: міст відкриють завтра\nСергій Орленко поїхав.",
        "headline.colon | indirect | Сергій Орленко | міст відкриють завтра",
    );
    check(
        "uk",
        "# Міст відкриють завтра — міністр\nЙде сніг.",
        "headline.colon | indirect | міністр | Міст відкриють завтра",
    );
    check(
        "en",
        "# Ellison: the bridge will open\nJohn Ellison left.",
        "headline.colon | indirect | John Ellison | the bridge will open",
    );
    check(
        "en",
        "# Bridge will open soon - mayor\nIt rained.",
        "headline.colon | indirect | mayor | Bridge will open soon",
    );
}

#[test]
fn a_headline_about_a_thing_is_no_statement() {
    check("ru", "# Ответ мэрии: почему закрыт мост\nИдёт снег.", "");
    check("uk", "# Відповідь мерії: чому закрито міст\nЙде сніг.", "");
    check("en", "# The road ahead: why the bridge is shut\nIt rained.", "");
}

#[test]
fn a_line_of_a_transcript_is_a_statement() {
    check(
        "ru",
        "Сергей Орлов: Мост откроют завтра.",
        "line.speaker-colon | indirect | Сергей Орлов | Мост откроют завтра",
    );
    check(
        "uk",
        "Сергій Орленко: Міст відкриють завтра.",
        "line.speaker-colon | indirect | Сергій Орленко | Міст відкриють завтра",
    );
    check(
        "en",
        "John Ellison: The bridge will open.",
        "line.speaker-colon | indirect | John Ellison | The bridge will open",
    );
}
