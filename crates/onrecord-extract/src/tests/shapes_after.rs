//! What is said after its verb, by each shape; each with a text that only looks like it.

use super::check;

#[test]
fn a_clause_with_its_complementiser_is_what_was_said() {
    check(
        "ru",
        "Министр Сергей Орлов заявил, что новый мост открыт.",
        "verb.that | indirect | Сергей Орлов | новый мост открыт",
    );
    check("ru", "Мэрия сообщила, что школы закроют.", "verb.that | indirect | мэрия | школы закроют");
    check(
        "uk",
        "Міністр Сергій Орленко заявив, що новий міст відкрито.",
        "verb.that | indirect | Сергій Орленко | новий міст відкрито",
    );
    check("uk", "Поліція повідомила, що дорогу перекрили.", "verb.that | indirect | поліція | дорогу перекрили");
    check(
        "en",
        "Mayor John Ellison said that the bridge is open.",
        "verb.that | indirect | John Ellison | the bridge is open",
    );
    check("en", "Police announced that the road was closed.", "verb.that | indirect | Police | the road was closed");
}

#[test]
fn a_clause_that_nobody_says_is_no_statement() {
    check("ru", "Сергей Орлов увидел, что новый мост открыт.", "");
    check("ru", "Хорошо, что новый мост открыт.", "");
    check("uk", "Сергій Орленко побачив, що новий міст відкрито.", "");
    check("uk", "Добре, що новий міст відкрито.", "");
    check("en", "John Ellison saw that the bridge was open.", "");
    check("en", "It is good that the bridge is open.", "");
}

#[test]
fn a_quotation_after_a_colon_is_direct() {
    check(
        "ru",
        "Сергей Орлов заявил: «Мы откроем мост завтра».",
        "verb.colon-quote | direct | Сергей Орлов | «Мы откроем мост завтра»",
    );
    check("ru", "Министр добавил: \"Денег хватит\".", "verb.colon-quote | direct | министр | \"Денег хватит\"");
    check(
        "uk",
        "Сергій Орленко заявив: «Ми відкриємо міст завтра».",
        "verb.colon-quote | direct | Сергій Орленко | «Ми відкриємо міст завтра»",
    );
    check(
        "uk",
        "Міністерка додала: „Грошей вистачить“.",
        "verb.colon-quote | direct | міністерка | „Грошей вистачить“",
    );
    check(
        "en",
        "John Ellison said: “We will open the bridge.”",
        "verb.colon-quote | direct | John Ellison | “We will open the bridge.”",
    );
    check(
        "en",
        "The mayor added: \"There is enough money.\"",
        "verb.colon-quote | direct | The mayor | \"There is enough money.\"",
    );
}

#[test]
fn a_colon_without_a_verb_of_saying_opens_no_quotation() {
    check("ru", "На двери висела табличка: «Закрыто на обед».", "");
    check("uk", "На дверях висіла табличка: «Зачинено на обід».", "");
    check("en", "On the door hung a sign: “Closed for lunch now.”", "");
}

#[test]
fn words_after_a_colon_are_indirect() {
    check(
        "ru",
        "Сергей Орлов подчеркнул: мост откроют завтра.",
        "verb.colon-text | indirect | Сергей Орлов | мост откроют завтра",
    );
    check("ru", "Она пояснила: денег хватит.", "verb.colon-text | indirect | - | денег хватит");
    check(
        "uk",
        "Сергій Орленко наголосив: міст відкриють завтра.",
        "verb.colon-text | indirect | Сергій Орленко | міст відкриють завтра",
    );
    check("uk", "Анна Коваль додала: грошей вистачить.", "verb.colon-text | indirect | Анна Коваль | грошей вистачить");
    check(
        "en",
        "John Ellison warned: the bridge may fall.",
        "verb.colon-text | indirect | John Ellison | the bridge may fall",
    );
    check(
        "en",
        "Mary Stone added: there is enough money.",
        "verb.colon-text | indirect | Mary Stone | there is enough money",
    );
}

#[test]
fn a_list_after_a_colon_is_no_statement() {
    check("ru", "В меню три супа: борщ, уха и щи.", "");
    check("uk", "У меню три супи: борщ, юшка та капусняк.", "");
    check("en", "The menu has three soups: leek, onion and tomato.", "");
}

#[test]
fn a_quotation_right_after_its_verb_is_mixed_or_direct() {
    check(
        "ru",
        "Сергей Орлов назвал план «большой и дорогой ошибкой».",
        "verb.called | mixed | Сергей Орлов | план «большой и дорогой ошибкой»",
    );
    check(
        "uk",
        "Сергій Орленко назвав план «великою і дорогою помилкою».",
        "verb.called | mixed | Сергій Орленко | план «великою і дорогою помилкою»",
    );
    check(
        "en",
        "John Ellison said, “The bridge will be open on Friday.”",
        "verb.quote-after | direct | John Ellison | “The bridge will be open on Friday.”",
    );
    check(
        "en",
        "John Ellison said “the bridge is as good as new”.",
        "verb.quote-after | direct | John Ellison | “the bridge is as good as new”",
    );
}

#[test]
fn a_title_after_a_verb_is_no_quotation() {
    check("ru", "Сергей Орлов купил газету «Вечерний мост».", "");
    check("uk", "Сергій Орленко купив газету «Вечірній міст».", "");
    check("en", "John Ellison bought the paper “Evening Bridge”.", "");
}

#[test]
fn an_indirect_question_keeps_its_first_word() {
    check("ru", "Анна Седова спросила, открыт ли мост.", "verb.whether | indirect | Анна Седова | открыт ли мост");
    check(
        "ru",
        "Сергей Орлов поинтересовался, когда откроют мост.",
        "verb.whether | indirect | Сергей Орлов | когда откроют мост",
    );
    check(
        "uk",
        "Анна Коваль запитала, чи відкритий міст.",
        "verb.whether | indirect | Анна Коваль | чи відкритий міст",
    );
    check(
        "uk",
        "Сергій Орленко поцікавився, коли відкриють міст.",
        "verb.whether | indirect | Сергій Орленко | коли відкриють міст",
    );
    check(
        "en",
        "Mary Stone asked whether the bridge was open.",
        "verb.whether | indirect | Mary Stone | whether the bridge was open",
    );
    check(
        "en",
        "John Ellison asked when the bridge would open.",
        "verb.whether | indirect | John Ellison | when the bridge would open",
    );
}

#[test]
fn a_question_that_nobody_asks_is_no_statement() {
    check("ru", "Неясно, открыт ли мост.", "");
    check("uk", "Невідомо, чи відкритий міст.", "");
    check("en", "It is unclear whether the bridge is open.", "");
}

#[test]
fn an_infinitive_is_what_was_asked_or_promised() {
    check(
        "ru",
        "Сергей Орлов пообещал открыть мост завтра.",
        "verb.infinitive | indirect | Сергей Орлов | открыть мост завтра",
    );
    check(
        "ru",
        "Анна Седова призвала не закрывать школы.",
        "verb.infinitive | indirect | Анна Седова | не закрывать школы",
    );
    check(
        "uk",
        "Сергій Орленко пообіцяв відкрити міст завтра.",
        "verb.infinitive | indirect | Сергій Орленко | відкрити міст завтра",
    );
    check(
        "uk",
        "Анна Коваль закликала не закривати школи.",
        "verb.infinitive | indirect | Анна Коваль | не закривати школи",
    );
    check(
        "en",
        "John Ellison promised to open the bridge.",
        "verb.infinitive | indirect | John Ellison | to open the bridge",
    );
    check(
        "en",
        "Mary Stone vowed not to close the schools.",
        "verb.infinitive | indirect | Mary Stone | not to close the schools",
    );
}

#[test]
fn an_intention_is_no_statement() {
    check("ru", "Сергей Орлов хочет открыть мост.", "");
    check("ru", "Анна Седова намерена закрыть школы.", "");
    check("uk", "Сергій Орленко хоче відкрити міст.", "");
    check("uk", "Анна Коваль готова закрити школи.", "");
    check("en", "John Ellison wants to open the bridge.", "");
    check("en", "Mary Stone plans to close the schools.", "");
}

#[test]
fn an_object_may_be_what_was_said() {
    check("ru", "Сергей Орлов исключил закрытие моста.", "verb.object | indirect | Сергей Орлов | закрытие моста");
    check("ru", "Анна Седова осудила решение суда.", "verb.object | indirect | Анна Седова | решение суда");
    check("uk", "Сергій Орленко виключив закриття мосту.", "verb.object | indirect | Сергій Орленко | закриття мосту");
    check("uk", "Анна Коваль засудила рішення суду.", "verb.object | indirect | Анна Коваль | рішення суду");
    check("en", "John Ellison denied the claims.", "verb.object | indirect | John Ellison | the claims");
    check("en", "Mary Stone condemned the ruling.", "verb.object | indirect | Mary Stone | the ruling");
}

#[test]
fn an_object_of_an_action_is_no_statement() {
    check("ru", "Сергей Орлов закрыл мост.", "");
    check("uk", "Сергій Орленко закрив міст.", "");
    check("en", "John Ellison closed the bridge.", "");
}

#[test]
fn a_preposition_may_begin_what_was_said() {
    check("ru", "Сергей Орлов призвал к миру.", "verb.preposition | indirect | Сергей Орлов | к миру");
    check("ru", "Анна Седова обвинила банк в обмане.", "verb.preposition | indirect | Анна Седова | банк в обмане");
    check("uk", "Сергій Орленко закликав до миру.", "verb.preposition | indirect | Сергій Орленко | до миру");
    check("uk", "Анна Коваль звинуватила банк в обмані.", "verb.preposition | indirect | Анна Коваль | банк в обмані");
    check(
        "en",
        "Mary Stone accused the bank of fraud.",
        "verb.preposition | indirect | Mary Stone | the bank of fraud",
    );
}

#[test]
fn a_place_after_a_preposition_is_not_what_was_said() {
    check("ru", "Сергей Орлов приехал к мосту.", "");
    check("uk", "Сергій Орленко приїхав до мосту.", "");
    check("en", "John Ellison left for Paris.", "");
}

#[test]
fn a_name_given_is_what_was_said() {
    check("ru", "Сергей Орлов назвал проект ошибкой.", "verb.called | indirect | Сергей Орлов | проект ошибкой");
    check(
        "ru",
        "Анна Седова назвала переговоры успешными.",
        "verb.called | indirect | Анна Седова | переговоры успешными",
    );
    check("uk", "Сергій Орленко назвав проєкт помилкою.", "verb.called | indirect | Сергій Орленко | проєкт помилкою");
    check(
        "uk",
        "Анна Коваль назвала переговори успішними.",
        "verb.called | indirect | Анна Коваль | переговори успішними",
    );
    check(
        "en",
        "John Ellison called the project a mistake.",
        "verb.called | indirect | John Ellison | the project a mistake",
    );
    check(
        "en",
        "Mary Stone described the talks as successful.",
        "verb.called | indirect | Mary Stone | the talks as successful",
    );
}

#[test]
fn a_clause_without_complementiser_is_what_was_said_in_english() {
    check("en", "John Ellison said the bridge is open.", "verb.bare | indirect | John Ellison | the bridge is open");
    check("en", "Police say he left the city.", "verb.bare | indirect | Police | he left the city");
    check(
        "en",
        "John Ellison told Reuters the bridge is open.",
        "verb.bare | indirect | John Ellison | the bridge is open",
    );
}

#[test]
fn a_thing_found_is_not_what_was_said() {
    check("en", "John Ellison told the truth.", "");
}

#[test]
fn a_topic_is_reported() {
    check("ru", "Сергей Орлов рассказал о поездке.", "verb.topic | reported | Сергей Орлов | поездке");
    check("ru", "Анна Седова прокомментировала решение.", "verb.topic | reported | Анна Седова | решение");
    check("uk", "Сергій Орленко розповів про поїздку.", "verb.topic | reported | Сергій Орленко | поїздку");
    check("uk", "Анна Коваль прокоментувала рішення.", "verb.topic | reported | Анна Коваль | рішення");
    check("en", "John Ellison spoke about the trip.", "verb.topic | reported | John Ellison | the trip");
    check("en", "Mary Stone discussed the ruling.", "verb.topic | reported | Mary Stone | the ruling");
}
