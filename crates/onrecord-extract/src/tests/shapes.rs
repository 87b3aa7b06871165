//! The shapes of content that a verb, noun or phrase announces; each with a text that only looks like it.

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
    check(
        "en",
        "“The old bridge over the river,” said John Ellison, “will be open on Friday.”",
        "quote.dash | direct | John Ellison | “The old bridge over the river,” … “will be open on Friday.”",
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
    check("en", "John Ellison found a coin that was old.", "");
    check("en", "John Ellison told the truth.", "");
}

#[test]
fn what_this_points_to_is_the_sentence_before() {
    check(
        "ru",
        "Мост откроют в пятницу. Об этом заявил Сергей Орлов.",
        "verb.points-back | indirect | Сергей Орлов | Мост откроют в пятницу",
    );
    check(
        "ru",
        "Школы закроют на неделю. Об этом сообщили в мэрии.",
        "verb.points-back | indirect | мэрия | Школы закроют на неделю",
    );
    check(
        "uk",
        "Міст відкриють у п'ятницю. Про це заявив Сергій Орленко.",
        "verb.points-back | indirect | Сергій Орленко | Міст відкриють у п'ятницю",
    );
    check(
        "uk",
        "Школи закриють на тиждень. Про це повідомили в мерії.",
        "verb.points-back | indirect | мерія | Школи закриють на тиждень",
    );
}

#[test]
fn this_as_a_topic_points_back_to_nothing() {
    check("ru", "Мост откроют в пятницу. Об этом мечтал Сергей Орлов.", "");
    check("uk", "Міст відкриють у п'ятницю. Про це мріяв Сергій Орленко.", "");
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
    check("en", "The work went according to plan.", "");
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
        "The mayor's promise to open the bridge surprised everyone.",
        "noun.content | indirect | The mayor | to open the bridge",
    );
    check(
        "en",
        "John Ellison expressed hope that the bridge would open.",
        "noun.content | indirect | John Ellison | the bridge would open",
    );
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
