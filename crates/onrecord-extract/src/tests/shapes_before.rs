//! What is said before its verb or around it; each shape with a text that only looks like it.

use super::check;

#[test]
fn a_quotation_before_a_dash_is_direct() {
    check(
        "ru",
        "«Мы откроем мост завтра», — сказал Сергей Орлов.",
        "quote.dash | direct | Сергей Орлов | «Мы откроем мост завтра»",
    );
    check(
        "ru",
        "\"Денег хватит\", - отметила министр Анна Седова.",
        "quote.dash | direct | Анна Седова | \"Денег хватит\"",
    );
    check(
        "uk",
        "«Ми відкриємо міст завтра», – сказав Сергій Орленко.",
        "quote.dash | direct | Сергій Орленко | «Ми відкриємо міст завтра»",
    );
    check(
        "uk",
        "„Грошей вистачить“, — зазначила міністерка Анна Коваль.",
        "quote.dash | direct | Анна Коваль | „Грошей вистачить“",
    );
    check(
        "en",
        "“We will open the bridge,” said John Ellison.",
        "quote.dash | direct | John Ellison | “We will open the bridge,”",
    );
    check(
        "en",
        "\"There is enough money,\" Mary Stone said.",
        "quote.dash | direct | Mary Stone | \"There is enough money,\"",
    );
}

#[test]
fn a_quotation_before_a_verb_that_says_nothing_is_no_statement() {
    check("ru", "«Вечерний мост» — закрылся вчера.", "");
    check("uk", "«Вечірній міст» – закрився вчора.", "");
    check("en", "“Evening Bridge” closed yesterday.", "");
}

#[test]
fn a_quotation_cut_in_two_is_one_statement() {
    check(
        "ru",
        "«Мост откроют завтра, — сказал Сергей Орлов. — Денег на это хватит».",
        "quote.split | direct | Сергей Орлов | «Мост откроют завтра … Денег на это хватит»",
    );
    check(
        "uk",
        "«Міст відкриють завтра, – сказав Сергій Орленко. – Грошей на це вистачить».",
        "quote.split | direct | Сергій Орленко | «Міст відкриють завтра … Грошей на це вистачить»",
    );
    check(
        "ru",
        "«Мост, — пояснила Анна Седова, — откроют завтра».",
        "quote.split | direct | Анна Седова | «Мост … откроют завтра»",
    );
    check(
        "uk",
        "«Міст, – пояснила Анна Коваль, – відкриють завтра».",
        "quote.split | direct | Анна Коваль | «Міст … відкриють завтра»",
    );
}

#[test]
fn a_dash_inside_a_quotation_does_not_cut_it() {
    check(
        "ru",
        "«Мост — это наша гордость», — сказал Сергей Орлов.",
        "quote.dash | direct | Сергей Орлов | «Мост — это наша гордость»",
    );
    check(
        "uk",
        "«Міст – це наша гордість», – сказав Сергій Орленко.",
        "quote.dash | direct | Сергій Орленко | «Міст – це наша гордість»",
    );
    check(
        "en",
        "“The bridge — our pride — is open,” said John Ellison.",
        "quote.dash | direct | John Ellison | “The bridge — our pride — is open,”",
    );
}

#[test]
fn an_aside_after_a_clause_says_whose_it_is() {
    check(
        "ru",
        "Мост откроют завтра, сообщил Сергей Орлов.",
        "verb.aside | indirect | Сергей Орлов | Мост откроют завтра",
    );
    check(
        "ru",
        "Новый мост, отметил министр, откроют уже завтра.",
        "verb.aside | indirect | министр | Новый мост … откроют уже завтра",
    );
    check(
        "uk",
        "Міст відкриють завтра, повідомив Сергій Орленко.",
        "verb.aside | indirect | Сергій Орленко | Міст відкриють завтра",
    );
    check(
        "uk",
        "Новий міст, зазначив міністр, відкриють уже завтра.",
        "verb.aside | indirect | міністр | Новий міст … відкриють уже завтра",
    );
    check(
        "en",
        "The bridge will be open on Friday, John Ellison said.",
        "verb.aside | indirect | John Ellison | The bridge will be open on Friday",
    );
    check(
        "en",
        "The bridge is safe, according to engineers.",
        "phrase.source | indirect | engineers | The bridge is safe",
    );
}

#[test]
fn an_insertion_that_reports_nothing_is_no_aside() {
    check("ru", "Мост откроют завтра, приехал Сергей Орлов.", "");
    check("uk", "Міст відкриють завтра, приїхав Сергій Орленко.", "");
    check("en", "The bridge will be open on Friday, John Ellison left.", "");
}
