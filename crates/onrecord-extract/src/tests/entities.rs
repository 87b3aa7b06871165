//! Names of people, organisations and places, joined.

use super::found;

/// The entities of a text, in order: `kind name × mentions`.
fn check(code: &str, text: &str, wanted: &[&str]) {
    let shown = found(code, text, |_, findings| {
        let entities = findings.entities.iter();
        let mut lines: Vec<_> = entities
            .map(|entity| {
                let first = entity.mentions.first().map_or(0, |mention| mention.span.start);
                (first, format!("{} {} {}", entity.kind.as_str(), entity.name, entity.mentions.len()))
            })
            .collect();
        lines.sort();
        lines.into_iter().map(|(_, line)| line).collect::<Vec<_>>()
    });
    super::same(&shown, &wanted.iter().map(|&line| line.to_owned()).collect::<Vec<_>>(), text);
}

#[test]
fn a_full_name_and_its_surname_are_one_person() {
    check("ru", "Сергей Орлов приехал. Орлова ждали.", &["person Сергей Орлов 2"]);
    check("uk", "Сергій Орленко приїхав. Орленка чекали.", &["person Сергій Орленко 2"]);
    check("en", "John Ellison arrived. They met Ellison.", &["person John Ellison 2"]);
}

#[test]
fn a_name_in_another_case_is_put_into_the_nominative() {
    check("ru", "Мы ждали Сергея Орлова.", &["person Сергей Орлов 1"]);
    check("ru", "Мы говорили с Анной Седовой.", &["person Анна Седова 1"]);
    check("uk", "Ми чекали на Сергія Орленка.", &["person Сергій Орленко 1"]);
    check("uk", "Ми говорили з Оленою Шевченко.", &["person Олена Шевченко 1"]);
}

#[test]
fn a_husband_and_wife_are_two() {
    check("ru", "Сергей Орлов и Анна Орлова приехали.", &["person Сергей Орлов 1", "person Анна Орлова 1"]);
    check("uk", "Сергій Коваль і Анна Коваль приїхали.", &["person Сергій Коваль 1", "person Анна Коваль 1"]);
    check("en", "John Ellison and Mary Ellison arrived.", &["person John Ellison 1", "person Mary Ellison 1"]);
}

#[test]
fn initials_belong_to_a_name() {
    check("en", "We read J. Ellison today.", &["person J. Ellison 1"]);
}

#[test]
fn a_place_is_known_in_every_case() {
    check("ru", "Он жил в Киеве и уехал из Киева.", &["place Киев 2"]);
    check("en", "He lived in London and left London.", &["place London 2"]);
}

#[test]
fn a_channel_with_a_number_does_not_take_the_country_s_name() {
    // «Россия-1» of the outlets was once read as a form of «Россия».
    check("ru", "Россия молчит. Он уехал из России.", &["place Россия 2"]);
    check("ru", "Это показала Россия-1.", &["organisation Россия-1 1"]);
}

#[test]
fn a_title_in_quotation_marks_is_an_organisation() {
    check("ru", "Закрылась компания «Вечерний мост».", &["organisation Вечерний мост 1"]);
    check("uk", "Закрилася компанія «Вечірній міст».", &["organisation Вечірній міст 1"]);
}

#[test]
fn a_quotation_is_no_title() {
    check("ru", "Он сказал: «Мы откроем мост».", &[]);
    check("uk", "Він сказав: «Ми відкриємо міст».", &[]);
    check("en", "He said: “We will open it.”", &[]);
}

#[test]
fn a_common_word_at_the_head_of_a_sentence_is_no_name() {
    check("ru", "Новый мост открыт. Вчера шёл снег.", &[]);
    check("uk", "Новий міст відкрито. Учора йшов сніг.", &[]);
    check("en", "Bridges are open. Snow fell.", &[]);
}

#[test]
fn a_foreign_name_in_a_cyrillic_text_is_an_organisation() {
    check("ru", "Компания Bluebridge закрыта.", &["organisation Bluebridge 1"]);
    check("uk", "Компанія Bluebridge зачинена.", &["organisation Bluebridge 1"]);
}

#[test]
fn an_unknown_name_after_an_office_is_a_person() {
    check("ru", "Приехал министр Ламбертуччи.", &["person Ламбертуччи 1"]);
    check("uk", "Приїхав міністр Ламбертуччі.", &["person Ламбертуччі 1"]);
    check("en", "They met Senator Lambertucci.", &["person Lambertucci 1"]);
}

#[test]
fn a_particle_stays_in_its_name() {
    check("ru", "Приехал Ян ван Бюрен.", &["person Ян ван Бюрен 1"]);
    check("uk", "Приїхав Ян ван Бюрен.", &["person Ян ван Бюрен 1"]);
    check("en", "They met John van Buren.", &["person John van Buren 1"]);
}

#[test]
fn a_ukrainian_city_with_a_changing_vowel_is_a_place() {
    check("uk", "Він жив у Києві та поїхав із Києва.", &["place Київ 2"]);
}

#[test]
fn initials_after_the_first_word_are_still_read_as_no_name() {
    // Should be `person А. С. Пушкин 1`.
    check("ru", "Стихи А. С. Пушкина знают все.", &["place Пушкино 1"]);
    // Should be `person Т. Г. Шевченко 1`.
    check("uk", "Вірші Т. Г. Шевченка знають усі.", &[]);
}

/// What `look` says of the first entity of a text.
fn first<T>(code: &str, text: &str, look: impl Fn(&onrecord_model::Article, &crate::FoundEntity) -> T) -> Option<T> {
    found(code, text, |article, findings| findings.entities.first().map(|entity| look(article, entity)))
}

#[test]
fn a_given_name_tells_a_man_from_a_woman() {
    let gender = |code: &str, text: &str| first(code, text, |_, entity| entity.is_male).flatten();
    assert_eq!(gender("ru", "Сергей Орлов приехал."), Some(true));
    assert_eq!(gender("ru", "Анна Седова приехала."), Some(false));
    assert_eq!(gender("uk", "Сергій Орленко приїхав."), Some(true));
    assert_eq!(gender("uk", "Анна Коваль приїхала."), Some(false));
    assert_eq!(gender("en", "John Ellison arrived."), Some(true));
    assert_eq!(gender("en", "Mary Stone arrived."), Some(false));
    assert_eq!(gender("en", "They met Senator Lambertucci."), None);
}

#[test]
fn an_office_beside_a_name_is_its_bearers() {
    let role = |code: &str, text: &str| {
        let words = |article: &onrecord_model::Article, entity: &crate::FoundEntity| {
            entity.roles.first().map_or(String::new(), |role| role.of(&article.text).to_owned())
        };
        first(code, text, words).unwrap_or_default()
    };
    assert_eq!(role("ru", "Приехал министр обороны Сергей Орлов."), "министр обороны");
    assert_eq!(role("uk", "Приїхав міністр оборони Сергій Орленко."), "міністр оборони");
    assert_eq!(role("en", "Defence Minister John Ellison arrived."), "Defence Minister");
    assert_eq!(role("ru", "Сергей Орлов, глава совета, приехал."), "глава совета");
    assert_eq!(role("uk", "Сергій Орленко, голова ради, приїхав."), "голова ради");
    assert_eq!(role("en", "John Ellison, head of the council, arrived."), "head of the council");
    assert_eq!(role("ru", "Сергей Орлов видел министра."), "");
    assert_eq!(role("uk", "Сергій Орленко бачив міністра."), "");
    assert_eq!(role("en", "John Ellison saw the minister."), "");
}

#[test]
fn a_body_in_capitals_is_an_acronym() {
    let form = |code: &str, text: &str| first(code, text, |_, entity| entity.mentions[0].form.as_str());
    assert_eq!(form("ru", "Доклад ООН вышел."), Some("acronym"));
    assert_eq!(form("uk", "Доповідь ООН вийшла."), Some("acronym"));
    assert_eq!(form("en", "The UN report is out."), Some("acronym"));
    assert_eq!(form("ru", "Он любит Москву."), Some("name"));
    assert_eq!(form("uk", "Він любить Одесу."), Some("name"));
    assert_eq!(form("en", "He loves London."), Some("name"));
}

#[test]
fn a_place_knows_its_country() {
    let code = |lang: &str, text: &str| first(lang, text, |_, entity| entity.code.clone()).flatten();
    assert_eq!(code("ru", "Он уехал во Францию.").as_deref(), Some("FR"));
    assert_eq!(code("uk", "Він поїхав до Франції.").as_deref(), Some("FR"));
    assert_eq!(code("en", "He left for France.").as_deref(), Some("FR"));
}
