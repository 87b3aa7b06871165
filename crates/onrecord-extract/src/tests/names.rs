//! What is a name and what is none, its nominative, and which names are one.

use super::found;

/// The entities of a text in the order of their first mentions: `kind name × mentions`, and their office.
fn names(code: &str, text: &str) -> Vec<String> {
    found(code, text, |article, findings| {
        let mut lines: Vec<(u32, String)> = Vec::new();
        for entity in &findings.entities {
            let first = entity.mentions.first().map_or(0, |mention| mention.span.start);
            let role = entity.roles.first().map_or(String::new(), |role| format!(" ({})", role.of(&article.text)));
            let (kind, times) = (&entity.kind.as_str()[..3], entity.mentions.len());
            lines.push((first, format!("{kind} {} {times}{role}", entity.name)));
        }
        lines.sort();
        lines.into_iter().map(|(_, line)| line).collect()
    })
}

fn check(code: &str, text: &str, wanted: &[&str]) {
    assert_eq!(names(code, text), wanted, "{text}");
}

#[test]
fn a_listed_name_is_put_into_the_nominative_of_its_list() {
    check("ru", "Порт в Балтийском море закрыт.", &["pla Балтийское море 1"]);
    check("ru", "Решения Европейского совета ждут.", &["org Европейский совет 1"]);
    check("uk", "У Раді ЄС чекають.", &["org Рада ЄС 1"]);
    check("uk", "Порт Великої Британії зачинено.", &["pla Велика Британія 1"]);
}

#[test]
fn a_surname_tells_the_case_where_the_given_name_never_changes() {
    check("ru", "Ждали Хайко Мааса. Маас приехал.", &["per Хайко Маас 2"]);
    check("ru", "Мы видели министра Джереми Ханта.", &["per Джереми Хант 1 (министра)"]);
    check("uk", "Зустріч з Алєксандром Яковенком скасували.", &["per Алєксандр Яковенко 1"]);
}

#[test]
fn a_mans_genitive_is_no_womans_name() {
    check("ru", "Он сменил Доминика Орлова.", &["per Доминик Орлов 1"]);
    check("uk", "Він змінив Домініка Орленка.", &["per Домінік Орленко 1"]);
}

#[test]
fn a_country_of_several_names_is_one() {
    check("ru", "Британия ждёт. Великобритания ждёт.", &["pla Британия 2"]);
    check("uk", "ФРН чекає. Німеччина чекає.", &["pla ФРН 2"]);
    check("en", "Britain waits. The United Kingdom waits.", &["pla Britain 2"]);
    check("ru", "Германия ждёт. ГДР ждала.", &["pla Германия 1", "pla ГДР 1"]);
}

#[test]
fn a_union_of_several_names_is_one() {
    check("ru", "ЕС ждёт. Евросоюз ждёт. Европейский союз ждёт.", &["org ЕС 3"]);
    check("uk", "ЄС чекає. Європейського Союзу чекають.", &["org ЄС 2"]);
    check("en", "The EU waits. The European Union waits.", &["org EU 2"]);
}

#[test]
fn a_title_is_one_in_every_case_and_with_every_dash() {
    check("ru", "Строят «Южный поток — 7». Сторонников «Южного потока-7» мало.", &["org Южный поток — 7 2"]);
    check("uk", "Суперечки за «Південним потоком-7». «Південний потік – 7» будують.", &["org Південний потік – 7 2"]);
}

#[test]
fn a_title_with_another_number_is_another() {
    check("ru", "Строят «Южный поток-7» и «Южный поток-8».", &["org Южный поток-7 1", "org Южный поток-8 1"]);
    check("uk", "Оператори Nord Stream AG та Nord Stream 2 AG.", &["org Nord Stream AG 1", "org Nord Stream 2 AG 1"]);
}

#[test]
fn a_country_is_no_channel_with_a_number() {
    check("ru", "Посол России ждёт.", &["pla Россия 1"]);
    check("uk", "Посол Росії чекає.", &["pla Росія 1"]);
    check("en", "The envoy of Russia waits.", &["pla Russia 1"]);
}

#[test]
fn an_event_is_no_body() {
    check("ru", "Сроки Brexit обсудили.", &["eve Brexit 1"]);
    check("uk", "Строки Brexit обговорили.", &["eve Brexit 1"]);
    check("en", "They spoke of Brexit.", &["eve Brexit 1"]);
}

#[test]
fn a_word_in_other_letters_is_no_part_of_a_name() {
    check(
        "ru",
        "Приехал министр по вопросам Brexit Иван Орлов.",
        &["eve Brexit 1", "per Иван Орлов 1 (министр по вопросам Brexit)"],
    );
    check(
        "uk",
        "Приїхав міністр у справах Brexit Іван Орленко.",
        &["eve Brexit 1", "per Іван Орленко 1 (міністр у справах Brexit)"],
    );
    check("ru", "Приехала Елизавета II.", &["per Елизавета II 1"]);
}

#[test]
fn a_foreign_passage_names_no_companies() {
    check("ru", "Он написал: We are so glad to see Peter Small and all of you. Мост открыт.", &[]);
    check("ru", "Запись: \"A little surprised\" to see Peter Small. Мост открыт.", &[]);
    check("uk", "Він написав: We are so glad to see Peter Small and all of you. Міст відкрито.", &[]);
}

#[test]
fn a_number_of_letters_is_no_name() {
    check("ru", "В IV квартале мост откроют.", &[]);
    check("ru", "Король Людовик XVI умер.", &["per Людовик XVI 1 (Король)"]);
    check("uk", "У IV кварталі міст відкриють.", &[]);
}

#[test]
fn letters_of_a_company_form_are_nobody() {
    check("ru", "Закрылась «Ромашка Трейд Б.В.».", &[]);
    check("uk", "Зачинилася «Ромашка Трейд Б.В.».", &[]);
}

#[test]
fn an_adjective_of_a_common_noun_is_nobody() {
    check("ru", "Дело решено Высоким судом.", &[]);
    check("uk", "Їхав Північним трактом.", &[]);
    check("uk", "Справу вирішено Вищим судом.", &[]);
}

#[test]
fn a_name_goes_to_its_closing_mark() {
    check("ru", "Глава НАК «Нафтогаз Украины» рад.", &["org НАК «Нафтогаз Украины» 1"]);
    check("uk", "Голова НАК «Нафтогаз України» радий.", &["org НАК «Нафтогаз України» 1"]);
    check("ru", "Пишет газета «Бильд ам зонтаг».", &["org Бильд ам зонтаг 1"]);
    check("uk", "Пише газета «Більд ам зонтаг».", &["org Більд ам зонтаг 1"]);
}

#[test]
fn a_clause_in_quotation_marks_is_no_name() {
    check("ru", "«Снова забастовки»: порт закрыт. «Не вынесла душа порта».", &[]);
    check("uk", "«Знову страйки»: порт зачинено. «Не витримала душа порту».", &[]);
}

#[test]
fn a_surname_alone_is_somebody_before_its_verb() {
    check("uk", "Бенкс ніяк не прокоментував чуток. Раніше Бенкс також визнав зустріч.", &["per Бенкс 2"]);
    check("ru", "Бенкс никак не прокомментировал слухи. Раньше Бенкс также признал встречу.", &["per Бенкс 2"]);
}

#[test]
fn an_office_ends_at_a_verb_a_bracket_or_another_noun() {
    check("ru", "Министром (с мая) назначен 44-летний Иван Орлов.", &["per Иван Орлов 1"]);
    check("ru", "Это случилось после отставки Ивана Орлова.", &["per Иван Орлов 1"]);
    check("uk", "Він дав послу телефонний номер команди Івана Орленка.", &["per Іван Орленко 1"]);
    check("uk", "Розмова з Путіним канцлера Ангели Коваль.", &["per Путін 1", "per Ангела Коваль 1 (канцлера)"]);
}
