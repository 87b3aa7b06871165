//! Quotations that no verb claims, and quotations that go on.

use super::check;

#[test]
fn a_quotation_goes_on_after_its_attribution() {
    check("ru", "«Мост откроют завтра», — сказал Павел Орлов. «Денег на это точно хватит».",
        "quote.dash | direct | Павел Орлов | «Мост откроют завтра» … «Денег на это точно хватит»");
    check("uk", "«Міст відкриють завтра», – сказав Павло Орленко. «Грошей на це точно вистачить».",
        "quote.dash | direct | Павло Орленко | «Міст відкриють завтра» … «Грошей на це точно вистачить»");
    check("en", "“The bridge is open,” said John Baker. “There is enough money for it.”",
        "quote.dash | direct | John Baker | “The bridge is open,” … “There is enough money for it.”");
}

#[test]
fn a_paragraph_of_quoted_words_belongs_to_who_spoke_last() {
    check("ru", "«Мост откроют завтра», — сказал Павел Орлов.\n«Денег на это точно хватит».",
        "quote.dash | direct | Павел Орлов | «Мост откроют завтра»\nquote.loose | direct | Павел Орлов | «Денег на это точно хватит»");
    check("uk", "«Міст відкриють завтра», – сказав Павло Орленко.\n«Грошей на це точно вистачить».",
        "quote.dash | direct | Павло Орленко | «Міст відкриють завтра»\nquote.loose | direct | Павло Орленко | «Грошей на це точно вистачить»");
    check("en", "“The bridge is open,” said John Baker.\n“There is enough money for it.”",
        "quote.dash | direct | John Baker | “The bridge is open,”\nquote.loose | direct | John Baker | “There is enough money for it.”");
}

#[test]
fn a_quotation_may_run_over_paragraphs() {
    check("ru", "«Мост откроют завтра.\nДенег на это хватит», — сказал Павел Орлов.",
        "quote.dash | direct | Павел Орлов | «Мост откроют завтра.\nДенег на это хватит»".replace('\n', " ").as_str());
}

#[test]
fn quotations_far_from_any_speech_belong_to_nobody() {
    check("ru", "Идёт снег.\n«Денег на это точно хватит».", "quote.loose | direct | - | «Денег на это точно хватит»");
    check("uk", "Йде сніг.\n«Грошей на це точно вистачить».", "quote.loose | direct | - | «Грошей на це точно вистачить»");
    check("en", "It snowed.\n“There is enough money for it.”", "quote.loose | direct | - | “There is enough money for it.”");
}

#[test]
fn words_in_scare_quotes_are_no_statement() {
    check("ru", "Мост называют «дорогой жизни».\nЗакрылся магазин «Рыба».", "");
    check("uk", "Закрився магазин «Риба» та кав'ярня «Старе місто».", "");
    check("en", "The “smart” bridge is shut. The shop “Fish” closed.", "");
}

#[test]
fn quoted_words_inside_a_clause_make_it_mixed() {
    check("ru", "Павел Орлов заявил, что мост «почти готов».", "verb.that | mixed | Павел Орлов | мост «почти готов»");
    check("uk", "Павло Орленко заявив, що міст «майже готовий».", "verb.that | mixed | Павло Орленко | міст «майже готовий»");
    check("en", "John Baker said that the bridge was “nearly ready”.", "verb.that | mixed | John Baker | the bridge was “nearly ready”");
}

#[test]
fn a_name_in_quotation_marks_does_not_make_a_clause_mixed() {
    check("ru", "Павел Орлов заявил, что магазин «Рыба» закрыт.", "verb.that | indirect | Павел Орлов | магазин «Рыба» закрыт");
    check("uk", "Павло Орленко заявив, що магазин «Риба» зачинено.", "verb.that | indirect | Павло Орленко | магазин «Риба» зачинено");
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
    check("ru", "Павел Орлов заявил, что мост открыт, и добавил, что школы закрыты.",
        "verb.that | indirect | Павел Орлов | мост открыт\nverb.that | indirect | Павел Орлов | школы закрыты");
    check("uk", "Павло Орленко заявив, що міст відкрито, і додав, що школи закрито.",
        "verb.that | indirect | Павло Орленко | міст відкрито\nverb.that | indirect | Павло Орленко | школи закрито");
    check("en", "John Baker said that the bridge is open. He added that the schools are shut.",
        "verb.that | indirect | John Baker | the bridge is open\nverb.that | indirect | John Baker | the schools are shut");
}

#[test]
fn what_the_reporter_does_next_is_not_what_was_said() {
    check("ru", "Компания заявила, что мост открыт, и запросила деньги.", "verb.that | indirect | компания | мост открыт");
    check("uk", "Компанія заявила, що міст готовий, і попросила гроші.",
        "verb.that | indirect | компанія | міст готовий");
}

#[test]
fn text_without_end_is_read_in_one_pass() {
    for code in ["ru", "uk", "en"] {
        for piece in ["«", "заявил, что ", "said that ", "сказав: «", "— сказал ", "(", "По словам ", "Орлов, "] {
            super::found(code, &piece.repeat(2_000), |_, _| ());
        }
    }
}
