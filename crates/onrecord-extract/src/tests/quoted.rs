//! Quotations that no verb claims, and quotations that go on.

use super::check;

#[test]
fn a_quotation_goes_on_after_its_attribution() {
    check(
        "ru",
        "«Мост откроют завтра», — сказал Сергей Орлов. «Денег на это точно хватит».",
        "quote.dash | direct | Сергей Орлов | «Мост откроют завтра» … «Денег на это точно хватит»",
    );
    check(
        "uk",
        "«Міст відкриють завтра», – сказав Сергій Орленко. «Грошей на це точно вистачить».",
        "quote.dash | direct | Сергій Орленко | «Міст відкриють завтра» … «Грошей на це точно вистачить»",
    );
    check(
        "en",
        "“The bridge is open,” said John Ellison. “There is enough money for it.”",
        "quote.dash | direct | John Ellison | “The bridge is open,” … “There is enough money for it.”",
    );
}

#[test]
fn a_paragraph_of_quoted_words_belongs_to_who_spoke_last() {
    check(
        "ru",
        "«Мост откроют завтра», — сказал Сергей Орлов.\n«Денег на это точно хватит».",
        "quote.dash | direct | Сергей Орлов | «Мост откроют завтра»\nquote.loose | direct | Сергей Орлов | «Денег на это точно хватит»",
    );
    check(
        "uk",
        "«Міст відкриють завтра», – сказав Сергій Орленко.\n«Грошей на це точно вистачить».",
        "quote.dash | direct | Сергій Орленко | «Міст відкриють завтра»\nquote.loose | direct | Сергій Орленко | «Грошей на це точно вистачить»",
    );
    check(
        "en",
        "“The bridge is open,” said John Ellison.\n“There is enough money for it.”",
        "quote.dash | direct | John Ellison | “The bridge is open,”\nquote.loose | direct | John Ellison | “There is enough money for it.”",
    );
}

#[test]
fn a_quotation_may_run_over_paragraphs() {
    check(
        "ru",
        "«Мост откроют завтра.\nДенег на это хватит», — сказал Сергей Орлов.",
        "quote.dash | direct | Сергей Орлов | «Мост откроют завтра. / Денег на это хватит»",
    );
    check(
        "uk",
        "«Міст відкриють завтра.\nГрошей на це вистачить», – сказав Сергій Орленко.",
        "quote.dash | direct | Сергій Орленко | «Міст відкриють завтра. / Грошей на це вистачить»",
    );
}

#[test]
fn quotations_far_from_any_speech_belong_to_nobody() {
    check("ru", "Идёт снег.\n«Денег на это точно хватит».", "quote.loose | direct | - | «Денег на это точно хватит»");
    check(
        "uk",
        "Йде сніг.\n«Грошей на це точно вистачить».",
        "quote.loose | direct | - | «Грошей на це точно вистачить»",
    );
    check(
        "en",
        "It snowed.\n“There is enough money for it.”",
        "quote.loose | direct | - | “There is enough money for it.”",
    );
}

#[test]
fn words_in_scare_quotes_are_no_statement() {
    check("ru", "Мост называют «дорогой жизни».\nЗакрылся магазин «Рыба».", "");
    check("uk", "Закрився магазин «Риба» та кав'ярня «Старе місто».", "");
    check("en", "The “smart” bridge is shut. The shop “Fish” closed.", "");
}

#[test]
fn quoted_words_inside_a_clause_make_it_mixed() {
    check(
        "ru",
        "Сергей Орлов заявил, что мост «почти готов».",
        "verb.that | mixed | Сергей Орлов | мост «почти готов»",
    );
    check(
        "uk",
        "Сергій Орленко заявив, що міст «майже готовий».",
        "verb.that | mixed | Сергій Орленко | міст «майже готовий»",
    );
    check(
        "en",
        "John Ellison said that the bridge was “nearly ready”.",
        "verb.that | mixed | John Ellison | the bridge was “nearly ready”",
    );
}

#[test]
fn a_name_in_quotation_marks_does_not_make_a_clause_mixed() {
    check(
        "ru",
        "Сергей Орлов заявил, что магазин «Рыба» закрыт.",
        "verb.that | indirect | Сергей Орлов | магазин «Рыба» закрыт",
    );
    check(
        "uk",
        "Сергій Орленко заявив, що магазин «Риба» зачинено.",
        "verb.that | indirect | Сергій Орленко | магазин «Риба» зачинено",
    );
}

#[test]
fn the_outlet_speaking_to_its_reader_is_no_statement() {
    check("ru", "Напомним, что мост закрыли в мае.", "");
    check("ru", "Напомним, мост закрыли в мае.", "");
    check("uk", "Нагадаємо, що міст закрили в травні.", "");
    check("uk", "Як повідомлялося, міст закрили в травні.", "");
}

#[test]
fn two_verbs_of_saying_are_two_statements() {
    check(
        "ru",
        "Сергей Орлов заявил, что новый мост открыт, и добавил, что школы закрыты.",
        "verb.that | indirect | Сергей Орлов | новый мост открыт\nverb.that | indirect | Сергей Орлов | школы закрыты",
    );
    check(
        "uk",
        "Сергій Орленко заявив, що новий міст відкрито, і додав, що школи закрито.",
        "verb.that | indirect | Сергій Орленко | новий міст відкрито\nverb.that | indirect | Сергій Орленко | школи закрито",
    );
    check(
        "en",
        "John Ellison said that the bridge is open. He added that the schools are shut.",
        "verb.that | indirect | John Ellison | the bridge is open\nverb.that | indirect | John Ellison | the schools are shut",
    );
}

#[test]
fn what_the_reporter_does_next_is_not_what_was_said() {}

#[test]
fn text_without_end_is_read_in_one_pass() {
    for code in ["ru", "uk", "en"] {
        for piece in ["«", "заявил, что ", "said that ", "сказав: «", "— сказал ", "(", "По словам ", "Орлов, "]
        {
            super::found(code, &piece.repeat(2_000), |_, _| ());
        }
    }
}
