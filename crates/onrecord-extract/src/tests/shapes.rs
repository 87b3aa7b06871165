//! The shapes of content that a verb, noun or phrase announces; each with a text that only looks like it.

use super::check;

#[test]
fn a_clause_with_its_complementiser_is_what_was_said() {
    check("ru", "Министр Павел Орлов заявил, что мост открыт.", "verb.that | indirect | Павел Орлов | мост открыт");
    check("ru", "Мэрия сообщила, что школы закроют.", "verb.that | indirect | мэрия | школы закроют");
    check("uk", "Міністр Павло Орленко заявив, що міст відкрито.", "verb.that | indirect | Павло Орленко | міст відкрито");
    check("uk", "Поліція повідомила, що дорогу перекрили.", "verb.that | indirect | поліція | дорогу перекрили");
    check("en", "Mayor John Baker said that the bridge is open.", "verb.that | indirect | John Baker | the bridge is open");
    check("en", "Police announced that the road was closed.", "verb.that | indirect | Police | the road was closed");
}

#[test]
fn a_clause_that_nobody_says_is_no_statement() {
    check("ru", "Павел Орлов увидел, что мост открыт.", "");
    check("ru", "Хорошо, что мост открыт.", "");
    check("uk", "Павло Орленко побачив, що міст відкрито.", "");
    check("uk", "Добре, що міст відкрито.", "");
    check("en", "John Baker saw that the bridge was open.", "");
    check("en", "It is good that the bridge is open.", "");
}

#[test]
fn a_quotation_after_a_colon_is_direct() {
    check("ru", "Павел Орлов заявил: «Мы откроем мост завтра».", "verb.colon-quote | direct | Павел Орлов | «Мы откроем мост завтра»");
    check("ru", "Министр добавил: \"Денег хватит\".", "verb.colon-quote | direct | министр | \"Денег хватит\"");
    check("uk", "Павло Орленко заявив: «Ми відкриємо міст завтра».", "verb.colon-quote | direct | Павло Орленко | «Ми відкриємо міст завтра»");
    check("uk", "Міністерка додала: „Грошей вистачить“.", "verb.colon-quote | direct | міністерка | „Грошей вистачить“");
    check("en", "John Baker said: “We will open the bridge.”", "verb.colon-quote | direct | John Baker | “We will open the bridge.”");
    check("en", "The mayor added: \"There is enough money.\"", "verb.colon-quote | direct | The mayor | \"There is enough money.\"");
}

#[test]
fn a_colon_without_a_verb_of_saying_opens_no_quotation() {
    check("ru", "На двери висела табличка: «Закрыто на обед».", "");
    check("uk", "На дверях висіла табличка: «Зачинено на обід».", "");
    check("en", "On the door hung a sign: “Closed for lunch now.”", "");
}

#[test]
fn words_after_a_colon_are_indirect() {
    check("ru", "Павел Орлов подчеркнул: мост откроют завтра.", "verb.colon-text | indirect | Павел Орлов | мост откроют завтра");
    check("ru", "Она пояснила: денег хватит.", "verb.colon-text | indirect | - | денег хватит");
    check("uk", "Павло Орленко наголосив: міст відкриють завтра.", "verb.colon-text | indirect | Павло Орленко | міст відкриють завтра");
    check("uk", "Анна Коваль додала: грошей вистачить.", "verb.colon-text | indirect | Анна Коваль | грошей вистачить");
    check("en", "John Baker warned: the bridge may fall.", "verb.colon-text | indirect | John Baker | the bridge may fall");
    check("en", "Mary Stone added: there is enough money.", "verb.colon-text | indirect | Mary Stone | there is enough money");
}

#[test]
fn a_list_after_a_colon_is_no_statement() {
    check("ru", "В меню три супа: борщ, уха и щи.", "");
    check("uk", "У меню три супи: борщ, юшка та капусняк.", "");
    check("en", "The menu has three soups: leek, onion and tomato.", "");
}

#[test]
fn a_quotation_right_after_its_verb_is_mixed_or_direct() {
    check("ru", "Павел Орлов назвал план «большой и дорогой ошибкой».", "verb.called | mixed | Павел Орлов | план «большой и дорогой ошибкой»");
    check("uk", "Павло Орленко назвав план «великою і дорогою помилкою».", "verb.called | mixed | Павло Орленко | план «великою і дорогою помилкою»");
    check("en", "John Baker said, “The bridge will be open on Friday.”", "verb.quote-after | direct | John Baker | “The bridge will be open on Friday.”");
    check("en", "John Baker said “the bridge is as good as new”.", "verb.quote-after | direct | John Baker | “the bridge is as good as new”");
}

#[test]
fn a_title_after_a_verb_is_no_quotation() {
    check("ru", "Павел Орлов купил газету «Вечерний мост».", "");
    check("uk", "Павло Орленко купив газету «Вечірній міст».", "");
    check("en", "John Baker bought the paper “Evening Bridge”.", "");
}

#[test]
fn a_quotation_before_a_dash_is_direct() {
    check("ru", "«Мы откроем мост завтра», — сказал Павел Орлов.", "quote.dash | direct | Павел Орлов | «Мы откроем мост завтра»");
    check("ru", "\"Денег хватит\", - отметила министр Анна Седова.", "quote.dash | direct | Анна Седова | \"Денег хватит\"");
    check("uk", "«Ми відкриємо міст завтра», – сказав Павло Орленко.", "quote.dash | direct | Павло Орленко | «Ми відкриємо міст завтра»");
    check("uk", "„Грошей вистачить“, — зазначила міністерка Анна Коваль.", "quote.dash | direct | Анна Коваль | „Грошей вистачить“");
    check("en", "“We will open the bridge,” said John Baker.", "quote.dash | direct | John Baker | “We will open the bridge,”");
    check("en", "\"There is enough money,\" Mary Stone said.", "quote.dash | direct | Mary Stone | \"There is enough money,\"");
}

#[test]
fn a_quotation_before_a_verb_that_says_nothing_is_no_statement() {
    check("ru", "«Вечерний мост» — закрылся вчера.", "");
    check("uk", "«Вечірній міст» – закрився вчора.", "");
    check("en", "“Evening Bridge” closed yesterday.", "");
}

#[test]
fn a_quotation_cut_in_two_is_one_statement() {
    check("ru", "«Мост откроют завтра, — сказал Павел Орлов. — Денег на это хватит».",
        "quote.split | direct | Павел Орлов | «Мост откроют завтра … Денег на это хватит»");
    check("uk", "«Міст відкриють завтра, – сказав Павло Орленко. – Грошей на це вистачить».",
        "quote.split | direct | Павло Орленко | «Міст відкриють завтра … Грошей на це вистачить»");
    check("ru", "«Мост, — пояснила Анна Седова, — откроют завтра».",
        "quote.split | direct | Анна Седова | «Мост … откроют завтра»");
    check("uk", "«Міст, – пояснила Анна Коваль, – відкриють завтра».",
        "quote.split | direct | Анна Коваль | «Міст … відкриють завтра»");
    check("en", "“The bridge,” said John Baker, “will be open on Friday.”",
        "quote.dash | direct | John Baker | “The bridge,” … “will be open on Friday.”");
}

#[test]
fn a_dash_inside_a_quotation_does_not_cut_it() {
    check("ru", "«Мост — это наша гордость», — сказал Павел Орлов.", "quote.dash | direct | Павел Орлов | «Мост — это наша гордость»");
    check("uk", "«Міст – це наша гордість», – сказав Павло Орленко.", "quote.dash | direct | Павло Орленко | «Міст – це наша гордість»");
    check("en", "“The bridge — our pride — is open,” said John Baker.", "quote.dash | direct | John Baker | “The bridge — our pride — is open,”");
}

#[test]
fn an_aside_after_a_clause_says_whose_it_is() {
    check("ru", "Мост откроют завтра, сообщил Павел Орлов.", "verb.aside | indirect | Павел Орлов | Мост откроют завтра");
    check("ru", "Мост, отметил министр, откроют завтра.", "verb.aside | indirect | министр | Мост … откроют завтра");
    check("uk", "Міст відкриють завтра, повідомив Павло Орленко.", "verb.aside | indirect | Павло Орленко | Міст відкриють завтра");
    check("uk", "Міст, зазначив міністр, відкриють завтра.", "verb.aside | indirect | міністр | Міст … відкриють завтра");
    check("en", "The bridge will be open on Friday, John Baker said.", "verb.aside | indirect | John Baker | The bridge will be open on Friday");
    check("en", "The bridge is safe, according to engineers.", "phrase.source | indirect | engineers | The bridge is safe");
}

#[test]
fn an_insertion_that_reports_nothing_is_no_aside() {
    check("ru", "Мост откроют завтра, приехал Павел Орлов.", "");
    check("uk", "Міст відкриють завтра, приїхав Павло Орленко.", "");
    check("en", "The bridge will be open on Friday, John Baker left.", "");
}

#[test]
fn an_indirect_question_keeps_its_first_word() {
    check("ru", "Анна Седова спросила, открыт ли мост.", "verb.whether | indirect | Анна Седова | открыт ли мост");
    check("ru", "Павел Орлов поинтересовался, когда откроют мост.", "verb.whether | indirect | Павел Орлов | когда откроют мост");
    check("uk", "Анна Коваль запитала, чи відкритий міст.", "verb.whether | indirect | Анна Коваль | чи відкритий міст");
    check("uk", "Павло Орленко поцікавився, коли відкриють міст.", "verb.whether | indirect | Павло Орленко | коли відкриють міст");
    check("en", "Mary Stone asked whether the bridge was open.", "verb.whether | indirect | Mary Stone | whether the bridge was open");
    check("en", "John Baker asked when the bridge would open.", "verb.whether | indirect | John Baker | when the bridge would open");
}

#[test]
fn a_question_that_nobody_asks_is_no_statement() {
    check("ru", "Неясно, открыт ли мост.", "");
    check("uk", "Невідомо, чи відкритий міст.", "");
    check("en", "It is unclear whether the bridge is open.", "");
}

#[test]
fn an_infinitive_is_what_was_asked_or_promised() {
    check("ru", "Павел Орлов пообещал открыть мост завтра.", "verb.infinitive | indirect | Павел Орлов | открыть мост завтра");
    check("ru", "Анна Седова призвала не закрывать школы.", "verb.infinitive | indirect | Анна Седова | не закрывать школы");
    check("uk", "Павло Орленко пообіцяв відкрити міст завтра.", "verb.infinitive | indirect | Павло Орленко | відкрити міст завтра");
    check("uk", "Анна Коваль закликала не закривати школи.", "verb.infinitive | indirect | Анна Коваль | не закривати школи");
    check("en", "John Baker promised to open the bridge.", "verb.infinitive | indirect | John Baker | to open the bridge");
    check("en", "Mary Stone vowed not to close the schools.", "verb.infinitive | indirect | Mary Stone | not to close the schools");
}

#[test]
fn an_intention_is_no_statement() {
    check("ru", "Павел Орлов хочет открыть мост.", "");
    check("ru", "Анна Седова намерена закрыть школы.", "");
    check("uk", "Павло Орленко хоче відкрити міст.", "");
    check("uk", "Анна Коваль готова закрити школи.", "");
    check("en", "John Baker wants to open the bridge.", "");
    check("en", "Mary Stone plans to close the schools.", "");
}

#[test]
fn an_object_may_be_what_was_said() {
    check("ru", "Павел Орлов исключил закрытие моста.", "verb.object | indirect | Павел Орлов | закрытие моста");
    check("ru", "Анна Седова осудила решение суда.", "verb.object | indirect | Анна Седова | решение суда");
    check("uk", "Павло Орленко виключив закриття мосту.", "verb.object | indirect | Павло Орленко | закриття мосту");
    check("uk", "Анна Коваль засудила рішення суду.", "verb.object | indirect | Анна Коваль | рішення суду");
    check("en", "John Baker denied the claims.", "verb.object | indirect | John Baker | the claims");
    check("en", "Mary Stone condemned the ruling.", "verb.object | indirect | Mary Stone | the ruling");
}

#[test]
fn an_object_of_an_action_is_no_statement() {
    check("ru", "Павел Орлов закрыл мост.", "");
    check("uk", "Павло Орленко закрив міст.", "");
    check("en", "John Baker closed the bridge.", "");
}

#[test]
fn a_preposition_may_begin_what_was_said() {
    check("ru", "Павел Орлов призвал к миру.", "verb.preposition | indirect | Павел Орлов | к миру");
    check("ru", "Анна Седова обвинила банк в обмане.", "verb.preposition | indirect | Анна Седова | банк в обмане");
    check("uk", "Павло Орленко закликав до миру.", "verb.preposition | indirect | Павло Орленко | до миру");
    check("uk", "Анна Коваль звинуватила банк в обмані.", "verb.preposition | indirect | Анна Коваль | банк в обмані");
    check("en", "John Baker called for peace.", "verb.preposition | indirect | John Baker | for peace");
    check("en", "Mary Stone accused the bank of fraud.", "verb.preposition | indirect | Mary Stone | the bank of fraud");
}

#[test]
fn a_place_after_a_preposition_is_not_what_was_said() {
    check("ru", "Павел Орлов приехал к мосту.", "");
    check("uk", "Павло Орленко приїхав до мосту.", "");
    check("en", "John Baker left for Paris.", "");
}

#[test]
fn a_name_given_is_what_was_said() {
    check("ru", "Павел Орлов назвал проект ошибкой.", "verb.called | indirect | Павел Орлов | проект ошибкой");
    check("ru", "Анна Седова назвала переговоры успешными.", "verb.called | indirect | Анна Седова | переговоры успешными");
    check("uk", "Павло Орленко назвав проєкт помилкою.", "verb.called | indirect | Павло Орленко | проєкт помилкою");
    check("uk", "Анна Коваль назвала переговори успішними.", "verb.called | indirect | Анна Коваль | переговори успішними");
    check("en", "John Baker called the project a mistake.", "verb.called | indirect | John Baker | the project a mistake");
    check("en", "Mary Stone described the talks as successful.", "verb.called | indirect | Mary Stone | the talks as successful");
}

#[test]
fn a_clause_without_complementiser_is_what_was_said_in_english() {
    check("en", "John Baker said the bridge is open.", "verb.bare | indirect | John Baker | the bridge is open");
    check("en", "Police say he left the city.", "verb.bare | indirect | Police | he left the city");
    check("en", "John Baker told Reuters the bridge is open.", "verb.bare | indirect | John Baker | the bridge is open");
}

#[test]
fn a_thing_found_is_not_what_was_said() {
    check("en", "John Baker found a coin that was old.", "");
    check("en", "John Baker told the truth.", "");
}

#[test]
fn what_this_points_to_is_the_sentence_before() {
    check("ru", "Мост откроют в пятницу. Об этом заявил Павел Орлов.", "verb.points-back | indirect | Павел Орлов | Мост откроют в пятницу");
    check("ru", "Школы закроют на неделю. Об этом сообщили в мэрии.", "verb.points-back | indirect | мэрии | Школы закроют на неделю");
    check("uk", "Міст відкриють у п'ятницю. Про це заявив Павло Орленко.", "verb.points-back | indirect | Павло Орленко | Міст відкриють у п'ятницю");
    check("uk", "Школи закриють на тиждень. Про це повідомили в мерії.", "verb.points-back | indirect | мерії | Школи закриють на тиждень");
}

#[test]
fn this_as_a_topic_points_back_to_nothing() {
    check("ru", "Мост откроют в пятницу. Об этом мечтал Павел Орлов.", "");
    check("uk", "Міст відкриють у п'ятницю. Про це мріяв Павло Орленко.", "");
}

#[test]
fn a_topic_is_reported() {
    check("ru", "Павел Орлов рассказал о поездке.", "verb.topic | reported | Павел Орлов | поездке");
    check("ru", "Анна Седова прокомментировала решение.", "verb.topic | reported | Анна Седова | решение");
    check("uk", "Павло Орленко розповів про поїздку.", "verb.topic | reported | Павло Орленко | поїздку");
    check("uk", "Анна Коваль прокоментувала рішення.", "verb.topic | reported | Анна Коваль | рішення");
    check("en", "John Baker spoke about the trip.", "verb.topic | reported | John Baker | the trip");
    check("en", "Mary Stone discussed the ruling.", "verb.topic | reported | Mary Stone | the ruling");
}

#[test]
fn a_phrase_may_name_the_source() {
    check("ru", "По словам Павла Орлова, мост откроют завтра.", "phrase.source | indirect | Павел Орлов | мост откроют завтра");
    check("ru", "Мост, по мнению экспертов, откроют не скоро.", "phrase.source | indirect | экспертов | Мост … откроют не скоро");
    check("uk", "За словами Павла Орленка, міст відкриють завтра.", "phrase.source | indirect | Павло Орленко | міст відкриють завтра");
    check("uk", "Міст, на думку експертів, відкриють не скоро.", "phrase.source | indirect | експертів | Міст … відкриють не скоро");
    check("en", "According to John Baker, the bridge is open.", "phrase.source | indirect | John Baker | the bridge is open");
    check("en", "The bridge is open, according to the mayor.", "phrase.source | indirect | the mayor | The bridge is open");
}

#[test]
fn a_phrase_of_another_sense_names_no_source() {
    check("ru", "По улицам Киева едут трамваи.", "");
    check("uk", "За мостом Павла Орленка, кажуть, добре.", "");
    check("en", "The work went according to plan.", "");
}

#[test]
fn a_noun_may_report() {
    check("ru", "Павел Орлов выразил надежду, что мост откроют.", "noun.content | indirect | Павел Орлов | мост откроют");
    check("ru", "Заявление министра о том, что мост откроют, удивило всех.", "noun.content | indirect | министра | мост откроют");
    check("uk", "Павло Орленко висловив сподівання, що міст відкриють.", "noun.content | indirect | Павло Орленко | міст відкриють");
    check("uk", "Заява міністра про те, що міст відкриють, здивувала всіх.", "noun.content | indirect | міністра | міст відкриють");
    check("en", "John Baker expressed hope that the bridge would open.", "noun.content | indirect | John Baker | the bridge would open");
    check("en", "The mayor's claim that the bridge is safe surprised everyone.", "noun.content | indirect | The mayor | the bridge is safe");
}

#[test]
fn a_noun_without_anybody_behind_it_reports_nothing() {
    check("ru", "Есть надежда, что мост откроют.", "");
    check("uk", "Є надія, що міст відкриють.", "");
    check("en", "There is hope that the bridge will open.", "");
}

#[test]
fn a_headline_may_be_a_source_and_a_colon() {
    check("ru", "# Орлов: мост откроют завтра\nПавел Орлов уехал.", "headline.colon | indirect | Павел Орлов | мост откроют завтра");
    check("ru", "# Мост откроют завтра — министр\nИдёт снег.", "headline.colon | indirect | министр | Мост откроют завтра");
    check("uk", "# Орленко: міст відкриють завтра\nПавло Орленко поїхав.", "headline.colon | indirect | Павло Орленко | міст відкриють завтра");
    check("uk", "# Міст відкриють завтра — міністр\nЙде сніг.", "headline.colon | indirect | міністр | Міст відкриють завтра");
    check("en", "# Baker: the bridge will open\nJohn Baker left.", "headline.colon | indirect | John Baker | the bridge will open");
    check("en", "# Bridge will open soon - mayor\nIt rained.", "headline.colon | indirect | mayor | Bridge will open soon");
}

#[test]
fn a_headline_about_a_thing_is_no_statement() {
    check("ru", "# Ответ мэрии: почему закрыт мост\nИдёт снег.", "");
    check("uk", "# Відповідь мерії: чому закрито міст\nЙде сніг.", "");
    check("en", "# The road ahead: why the bridge is shut\nIt rained.", "");
}

#[test]
fn a_line_of_a_transcript_is_a_statement() {
    check("ru", "Павел Орлов: Мост откроют завтра.", "line.speaker-colon | indirect | Павел Орлов | Мост откроют завтра");
    check("uk", "Павло Орленко: Міст відкриють завтра.", "line.speaker-colon | indirect | Павло Орленко | Міст відкриють завтра");
    check("en", "John Baker: The bridge will open.", "line.speaker-colon | indirect | John Baker | The bridge will open");
}
