//! Sentences that were once read wrongly.

use super::check;

#[test]
fn a_verb_at_the_head_of_a_sentence_is_no_part_of_a_name() {
    check(
        "ru",
        "Встретили Павла Орлова. Орлов заявил, что новый мост открыт.",
        "verb.that | indirect | Павел Орлов | новый мост открыт",
    );
}

#[test]
fn officials_of_a_country_speak_and_not_the_country() {
    check(
        "en",
        "US officials said that the bridge is open.",
        "verb.that | indirect | US officials | the bridge is open",
    );
    check("en", "EU leaders said that the bridge is open.", "verb.that | indirect | EU leaders | the bridge is open");
    check(
        "en",
        "London police said that the bridge is open.",
        "verb.that | indirect | London police | the bridge is open",
    );
    check(
        "en",
        "White House officials said that the bridge is open.",
        "verb.that | indirect | White House officials | the bridge is open",
    );
}

#[test]
fn what_is_possessed_speaks() {
    check(
        "en",
        "John Ellison's spokesman said that the bridge is open.",
        "verb.that | indirect | John Ellison's spokesman | the bridge is open",
    );
    check("en", "The UN's report said that the bridge is open.", "verb.that | indirect | UN | the bridge is open");
}

#[test]
fn a_surname_that_is_a_trade_is_a_name() {
    check("en", "John Baker said that the bridge is open.", "verb.that | indirect | John Baker | the bridge is open");
    check(
        "en",
        "Defence Minister John Baker said that the bridge is open.",
        "verb.that | indirect | John Baker | the bridge is open",
    );
}

#[test]
fn a_short_clause_may_be_what_was_said() {
    check(
        "en",
        "“The bridge,” said John Ellison, “is open now.”",
        "quote.dash | direct | John Ellison | “The bridge,” … “is open now.”",
    );
}

#[test]
fn a_quotation_goes_on_after_said_and_a_name() {
    check(
        "en",
        "“The old bridge over the river,” said John Ellison, “will be open on Friday.”",
        "quote.dash | direct | John Ellison | “The old bridge over the river,” … “will be open on Friday.”",
    );
    check(
        "en",
        "“The bridge over the river is open,” said John Ellison, “and it is safe.”",
        "quote.dash | direct | John Ellison | “The bridge over the river is open,” … “and it is safe.”",
    );
}

#[test]
fn a_subject_may_follow_a_condition() {
    check("ru", "Если министр заявит, что мост открыт, его закроют.", "verb.that | indirect | министр | мост открыт");
    check(
        "uk",
        "Якщо міністр заявить, що міст відкрито, його закриють.",
        "verb.that | indirect | міністр | міст відкрито",
    );
}

#[test]
fn a_mans_name_in_the_genitive_gets_its_nominative() {
    check(
        "ru",
        "По словам Ивана Орлова, новый мост открыт.",
        "phrase.source | indirect | Иван Орлов | новый мост открыт",
    );
    check(
        "ru",
        "По словам Александра Орлова, новый мост открыт.",
        "phrase.source | indirect | Александр Орлов | новый мост открыт",
    );
    check(
        "uk",
        "За словами Олександра Орленка, новий міст відкрито.",
        "phrase.source | indirect | Олександр Орленко | новий міст відкрито",
    );
}

#[test]
fn a_surname_alone_in_the_genitive_gets_its_nominative() {
    check("ru", "По словам Орлова, новый мост открыт.", "phrase.source | indirect | Орлов | новый мост открыт");
    check("ru", "По словам Седовой, новый мост открыт.", "phrase.source | indirect | Седова | новый мост открыт");
    check("uk", "За словами Орленка, новий міст відкрито.", "phrase.source | indirect | Орленко | новий міст відкрито");
}

#[test]
fn a_ukrainian_city_in_which_it_is_said_keeps_its_vowel() {
    check("uk", "У Києві заявили, що новий міст відкрито.", "verb.that | indirect | Київ | новий міст відкрито");
}

#[test]
fn a_common_noun_with_its_genitive_is_no_given_name() {
    check(
        "uk",
        "Влада міста заявила, що новий міст відкрито.",
        "verb.that | indirect | влада міста | новий міст відкрито",
    );
    check("uk", "Влада США заявила, що новий міст відкрито.", "verb.that | indirect | влада США | новий міст відкрито");
}

#[test]
fn a_body_or_a_document_in_which_it_is_said_gets_its_nominative() {
    check("ru", "В мэрии заявили, что новый мост открыт.", "verb.that | indirect | мэрия | новый мост открыт");
    check("uk", "У мерії заявили, що новий міст відкрито.", "verb.that | indirect | мерія | новий міст відкрито");
    check("ru", "В отчёте говорится, что новый мост открыт.", "verb.that | indirect | отчёт | новый мост открыт");
    check("uk", "У звіті йдеться, що новий міст відкрито.", "verb.that | indirect | звіт | новий міст відкрито");
    check(
        "uk",
        "У пресслужбі мерії повідомили, що новий міст відкрито.",
        "verb.that | indirect | пресслужба мерії | новий міст відкрито",
    );
}

#[test]
fn an_outlet_after_a_clause_is_no_part_of_it() {
    check(
        "en",
        "John Ellison said that the bridge is open, Reuters reported.",
        "verb.that | indirect | John Ellison | the bridge is open",
    );
    check(
        "en",
        "The mayor said the bridge is open, Reuters reported.",
        "verb.bare | indirect | The mayor | the bridge is open",
    );
}

#[test]
fn a_predicate_without_a_listed_verb_is_a_clause() {
    check("ru", "Пострадавших нет, уточнили в полиции.", "verb.aside | indirect | полиция | Пострадавших нет");
    check(
        "ru",
        "Решение ошибочно, считает адвокат Анна Седова.",
        "verb.aside | indirect | Анна Седова | Решение ошибочно",
    );
    check("ru", "Никаких проблем нет, заверил Иван Ильин.", "verb.aside | indirect | Иван Ильин | Никаких проблем нет");
    check("ru", "Мост открыт, сообщил Сергей Орлов.", "verb.aside | indirect | Сергей Орлов | Мост открыт");
    check("uk", "Постраждалих немає, уточнили в поліції.", "verb.aside | indirect | поліція | Постраждалих немає");
    check("uk", "Рішення помилкове, вважає Анна Коваль.", "verb.aside | indirect | Анна Коваль | Рішення помилкове");
    check(
        "uk",
        "Немає жодних проблем, запевнив Іван Ільченко.",
        "verb.aside | indirect | Іван Ільченко | Немає жодних проблем",
    );
}

#[test]
fn the_first_word_of_a_bare_clause_is_no_adverb_of_the_verb() {
    check("en", "Police said there were no injuries.", "verb.bare | indirect | Police | there were no injuries");
}

#[test]
fn a_short_quotation_after_an_attribution_goes_on_with_it() {
    check(
        "en",
        "“I heard a loud noise,” said Mary Stone. “I ran.”",
        "quote.dash | direct | Mary Stone | “I heard a loud noise,” … “I ran.”",
    );
    check(
        "ru",
        "«Мост откроют завтра», — сказал Сергей Орлов. «Денег хватит».",
        "quote.dash | direct | Сергей Орлов | «Мост откроют завтра» … «Денег хватит»",
    );
    check(
        "uk",
        "«Міст відкриють завтра», – сказав Сергій Орленко. «Грошей вистачить».",
        "quote.dash | direct | Сергій Орленко | «Міст відкриють завтра» … «Грошей вистачить»",
    );
}

#[test]
fn a_speaker_after_a_ukrainian_city_is_no_part_of_it() {
    check(
        "uk",
        "У Харкові Павло Орленко заявив, що новий міст відкрито.",
        "verb.that | indirect | Павло Орленко | новий міст відкрито",
    );
}

#[test]
fn an_outlet_that_cites_does_not_comment_on_what_it_cites() {
    check(
        "en",
        "The bridge is open, Reuters reported, citing the mayor.",
        "verb.aside | indirect | the mayor | The bridge is open",
    );
    check("en", "The bridge is open, Reuters reported, citing the BBC.", "");
}
