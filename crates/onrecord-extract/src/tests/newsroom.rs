//! Sentences of the news as they are usually built, whole.

use super::check;

#[test]
fn an_aside_may_begin_a_sentence() {
    check(
        "ru",
        "Как сообщил Сергей Орлов, новый мост открыт.",
        "verb.aside | indirect | Сергей Орлов | новый мост открыт",
    );
    check(
        "uk",
        "Як повідомив Сергій Орленко, новий міст відкрито.",
        "verb.aside | indirect | Сергій Орленко | новий міст відкрито",
    );
}

#[test]
fn what_was_reported_before_is_no_statement() {
    check("uk", "Як повідомлялося раніше, новий міст відкрито.", "");
    check("ru", "Ранее мост закрыли на ремонт.", "");
    check("en", "Earlier, the bridge was closed for repair.", "");
}

#[test]
fn the_place_of_a_saying_is_no_speaker() {
    check(
        "ru",
        "Сергей Орлов на брифинге в Киеве заявил, что новый мост открыт.",
        "verb.that | indirect | Сергей Орлов | новый мост открыт",
    );
    check(
        "uk",
        "Сергій Орленко на брифінгу у Львові заявив, що новий міст відкрито.",
        "verb.that | indirect | Сергій Орленко | новий міст відкрито",
    );
    check(
        "en",
        "Speaking in Paris, John Ellison said that the bridge is open.",
        "verb.that | indirect | John Ellison | the bridge is open",
    );
    check(
        "en",
        "The bank said in a statement that the bridge is open.",
        "verb.that | indirect | The bank | the bridge is open",
    );
}

#[test]
fn a_relative_clause_is_passed_over() {
    check(
        "ru",
        "Сергей Орлов, который вчера приехал в Киев, заявил, что новый мост открыт.",
        "verb.that | indirect | Сергей Орлов | новый мост открыт",
    );
    check(
        "uk",
        "Сергій Орленко, який учора приїхав до Львова, заявив, що новий міст відкрито.",
        "verb.that | indirect | Сергій Орленко | новий міст відкрито",
    );
    check(
        "en",
        "“It is open,” says Mary Stone, who runs the bridge.",
        "quote.dash | direct | Mary Stone | “It is open,”",
    );
}

#[test]
fn an_opinion_is_a_statement_and_knowledge_is_none() {
    check(
        "ru",
        "Анна Седова считает, что новый мост откроют.",
        "verb.that | indirect | Анна Седова | новый мост откроют",
    );
    check(
        "uk",
        "Анна Коваль вважає, що новий міст відкриють.",
        "verb.that | indirect | Анна Коваль | новий міст відкриють",
    );
    check(
        "en",
        "Mary Stone believes that the bridge will open.",
        "verb.that | indirect | Mary Stone | the bridge will open",
    );
    check(
        "ru",
        "Сергей Орлов уверен, что новый мост откроют.",
        "verb.that | indirect | Сергей Орлов | новый мост откроют",
    );
    check(
        "uk",
        "Сергій Орленко переконаний, що новий міст відкриють.",
        "verb.that | indirect | Сергій Орленко | новий міст відкриють",
    );
    check(
        "en",
        "Mary Stone is confident that the bridge will open.",
        "verb.that | indirect | Mary Stone | the bridge will open",
    );
    check("ru", "Сергей Орлов знает, что новый мост откроют.", "");
    check("uk", "Сергій Орленко знає, що новий міст відкриють.", "");
    check("en", "Mary Stone knows that the bridge will open.", "");
}

#[test]
fn a_poll_may_be_the_source() {
    check(
        "ru",
        "Согласно опросу, новый мост нравится всем.",
        "phrase.source | indirect | опрос | новый мост нравится всем",
    );
    check(
        "uk",
        "Згідно з опитуванням, новий міст подобається всім.",
        "phrase.source | indirect | опитування | новий міст подобається всім",
    );
    check(
        "en",
        "According to a poll, everyone likes the bridge.",
        "phrase.source | indirect | a poll | everyone likes the bridge",
    );
}

#[test]
fn an_office_before_a_name_in_the_genitive_names_its_holder() {
    check(
        "ru",
        "По словам мэра Киева Сергея Орлова, новый мост открыт.",
        "phrase.source | indirect | Сергей Орлов | новый мост открыт",
    );
    check(
        "uk",
        "За словами мера Києва Сергія Орленка, новий міст відкрито.",
        "phrase.source | indirect | Сергій Орленко | новий міст відкрито",
    );
}

#[test]
fn a_line_of_dialogue_is_direct() {
    check(
        "ru",
        "— Мост откроют завтра, — сказал Сергей Орлов.",
        "quote.dash | direct | Сергей Орлов | Мост откроют завтра",
    );
    check(
        "uk",
        "— Міст відкриють завтра, — сказав Сергій Орленко.",
        "quote.dash | direct | Сергій Орленко | Міст відкриють завтра",
    );
}

#[test]
fn a_demand_is_what_is_demanded() {
    check("ru", "Депутаты потребовали отставки мэра.", "verb.object | indirect | депутаты | отставки мэра");
    check("uk", "Депутати вимагали відставки мера.", "verb.object | indirect | депутати | відставки мера");
    check(
        "en",
        "Lawmakers demanded the mayor's resignation.",
        "verb.object | indirect | Lawmakers | the mayor's resignation",
    );
}

#[test]
fn a_countrys_office_before_a_name_names_its_holder() {
    check(
        "ru",
        "Президент США Джон Эллисон заявил, что новый мост открыт.",
        "verb.that | indirect | Джон Эллисон | новый мост открыт",
    );
    check(
        "uk",
        "Президент США Джон Еллісон заявив, що новий міст відкрито.",
        "verb.that | indirect | Джон Еллісон | новий міст відкрито",
    );
    check(
        "en",
        "U.S. President John Ellison said that the bridge is open.",
        "verb.that | indirect | John Ellison | the bridge is open",
    );
    check(
        "ru",
        "Глава МИД Польши Ян Новак заявил, что новый мост открыт.",
        "verb.that | indirect | Ян Новак | новый мост открыт",
    );
    check(
        "uk",
        "Глава МЗС Польщі Ян Новак заявив, що новий міст відкрито.",
        "verb.that | indirect | Ян Новак | новий міст відкрито",
    );
}

#[test]
fn a_quotation_of_one_word_may_be_speech() {
    check("ru", "«Да», — сказал Сергей Орлов.", "quote.dash | direct | Сергей Орлов | «Да»");
    check("uk", "«Так», – сказав Сергій Орленко.", "quote.dash | direct | Сергій Орленко | «Так»");
    check("en", "“Yes,” said John Ellison.", "quote.dash | direct | John Ellison | “Yes,”");
}

#[test]
fn an_english_addressee_may_stand_before_the_clause() {
    check(
        "en",
        "John Ellison told the court he saw the bridge.",
        "verb.bare | indirect | John Ellison | he saw the bridge",
    );
    check(
        "en",
        "John Ellison told reporters: “It is open.”",
        "verb.colon-quote | direct | John Ellison | “It is open.”",
    );
    check(
        "en",
        "“The bridge is open,” John Ellison told Reuters.",
        "quote.dash | direct | John Ellison | “The bridge is open,”",
    );
}

#[test]
fn a_quotation_goes_on_after_an_english_aside() {
    check(
        "en",
        "“It is open,” Mary Stone said, “and it is safe.”",
        "quote.dash | direct | Mary Stone | “It is open,” … “and it is safe.”",
    );
    check(
        "en",
        "“It is open,” Mary Stone said. “It is safe.”",
        "quote.dash | direct | Mary Stone | “It is open,” … “It is safe.”",
    );
    check(
        "en",
        "John Ellison said the bridge is open, adding that it is safe.",
        "verb.bare | indirect | John Ellison | the bridge is open\nverb.that | indirect | John Ellison | it is safe",
    );
}

#[test]
fn several_offices_speak_together() {
    check(
        "ru",
        "Министр обороны и глава МИД заявили, что новый мост открыт.",
        "verb.that | indirect | министр обороны; глава МИД | новый мост открыт",
    );
    check(
        "uk",
        "Міністр оборони та глава МЗС заявили, що новий міст відкрито.",
        "verb.that | indirect | міністр оборони; глава МЗС | новий міст відкрито",
    );
}

#[test]
fn a_quotation_after_another_act_is_a_statement_of_its_own() {
    check(
        "ru",
        "Министр пообещал, что работы начнутся в марте, и добавил: «Мост будет готов к осени».",
        "verb.that | indirect | министр | работы начнутся в марте
         verb.colon-quote | direct | министр | «Мост будет готов к осени»",
    );
    check(
        "uk",
        "Міністр пообіцяв, що роботи почнуться в березні, і додав: «Міст буде готовий до осені».",
        "verb.that | indirect | міністр | роботи почнуться в березні
         verb.colon-quote | direct | міністр | «Міст буде готовий до осені»",
    );
}

#[test]
fn what_is_denied_is_the_content() {
    check("ru", "Мэр опроверг, что мост закроют.", "verb.that | indirect | мэр | мост закроют");
    check("uk", "Мер спростував чутки про закриття мосту.", "verb.object | indirect | мер | чутки про закриття мосту");
    check("en", "The mayor denied closing the bridge.", "verb.object | indirect | The mayor | closing the bridge");
}

#[test]
fn an_eyewitness_may_be_the_source() {
    check("ru", "Со слов очевидцев, мост упал ночью.", "phrase.source | indirect | очевидцы | мост упал ночью");
    check("uk", "Зі слів очевидців, міст упав уночі.", "phrase.source | indirect | очевидці | міст упав уночі");
}

#[test]
fn where_it_was_written_is_no_speaker() {
    check(
        "ru",
        "Сергей Орлов написал в своём Telegram-канале, что мост закрыт.",
        "verb.that | indirect | Сергей Орлов | мост закрыт",
    );
    check(
        "uk",
        "Сергій Орленко написав у своєму Telegram-каналі, що міст зачинено.",
        "verb.that | indirect | Сергій Орленко | міст зачинено",
    );
    check(
        "en",
        "John Ellison wrote on Twitter that the bridge is open.",
        "verb.that | indirect | John Ellison | the bridge is open",
    );
}
