//! Contents that are read wrongly today, with today's answer and, in a comment, the right one.

use super::check;

#[test]
fn a_wish_not_to_be_named_is_still_read_as_a_statement() {
    // Should be `verb.that | indirect | свидетель | мост упал`.
    check(
        "ru",
        "Свидетель, пожелавший остаться неназванным, рассказал, что мост упал.",
        "verb.infinitive | indirect | свидетель | остаться неназванным\nverb.that | indirect | свидетель | мост упал",
    );
    // Should be `verb.that | indirect | свідок | міст упав`.
    check(
        "uk",
        "Свідок, який побажав залишитися неназваним, розповів, що міст упав.",
        "verb.infinitive | indirect | свідок | залишитися неназваним\nverb.that | indirect | свідок | міст упав",
    );
    // Should be `verb.bare | indirect | A witness | the bridge fell at night`.
    check(
        "en",
        "A witness who asked not to be named said the bridge fell at night.",
        "verb.infinitive | indirect | A witness who | not to be named said the bridge fell at night\nverb.bare | indirect | A witness who | the bridge fell at night",
    );
}

#[test]
fn an_outlet_that_is_told_is_still_read_as_the_teller() {
    // Should be `verb.aside | indirect | Сергей Орлов | работы начнутся в марте`.
    check(
        "ru",
        "Как рассказал «Вестям моста» мэр Сергей Орлов, работы начнутся в марте.",
        "verb.aside | indirect | «Вестям моста» мэр Сергей Орлов | работы начнутся в марте",
    );
    // Should be `verb.aside | indirect | Сергій Орленко | роботи почнуться в березні`.
    check(
        "uk",
        "Як розповів «Вістям мосту» мер Сергій Орленко, роботи почнуться в березні.",
        "verb.aside | indirect | Вістям мосту | роботи почнуться в березні",
    );
}

#[test]
fn a_name_after_its_office_and_a_comma_is_still_read_as_left_out() {
    // Should be `quote.dash | direct | Mary Stone | “The bridge is safe,”`.
    check(
        "en",
        "“The bridge is safe,” insisted the company's chief executive, Mary Stone.",
        "quote.dash | direct | the company's chief executive | “The bridge is safe,”",
    );
}

#[test]
fn an_owner_named_between_dashes_is_still_read_as_a_description() {
    // Should be `verb.that | indirect | Ромашка | мост закрыт`.
    check(
        "ru",
        "Владелец моста — компания «Ромашка» — заявила, что мост закрыт.",
        "verb.that | indirect | владелец моста — компания «Ромашка» | мост закрыт",
    );
}

#[test]
fn a_verb_inside_a_relative_clause_is_still_read_as_nothing() {
    // Should be `verb.bare | indirect | engineers | is safe`.
    check("en", "The bridge, which engineers say is safe, is open.", "");
}
