//! Who is behind the words that name a source.

use super::found;

/// The speakers of a text's statements, in order: `form name`.
fn check(code: &str, text: &str, wanted: &[&str]) {
    let shown = found(code, text, |_, findings| {
        let speakers = findings.statements.iter().map(|statement| &statement.speaker);
        speakers
            .map(|speaker| format!("{} {}", speaker.form.as_str(), speaker.name.as_deref().unwrap_or("-")))
            .collect::<Vec<_>>()
    });
    super::same(&shown, &wanted.iter().map(|&line| line.to_owned()).collect::<Vec<_>>(), text);
}

#[test]
fn a_name_speaks_for_itself() {
    check("ru", "Сергей Орлов заявил, что новый мост открыт.", &["named Сергей Орлов"]);
    check("uk", "Сергій Орленко заявив, що новий міст відкрито.", &["named Сергій Орленко"]);
    check("en", "John Ellison said that the bridge is open.", &["named John Ellison"]);
}

#[test]
fn a_surname_may_be_a_trade() {
    check("ru", "Иван Врач заявил, что новый мост открыт.", &["named Иван Врач"]);
    check("uk", "Іван Лікар заявив, що новий міст відкрито.", &["named Іван Лікар"]);
    check("en", "John Baker said that the bridge is open.", &["named John Baker"]);
}

#[test]
fn an_office_comes_with_its_holder() {
    check("ru", "Министр обороны Сергей Орлов заявил, что новый мост открыт.", &["named+role Сергей Орлов"]);
    check("uk", "Міністр оборони Сергій Орленко заявив, що новий міст відкрито.", &["named+role Сергій Орленко"]);
    check("en", "Defence Minister John Ellison said that the bridge is open.", &["named+role John Ellison"]);
}

#[test]
fn a_surname_means_who_was_named_in_full() {
    check("ru", "Приехал Сергей Орлов. Орлов заявил, что новый мост открыт.", &["named Сергей Орлов"]);
    check("uk", "Приїхав Сергій Орленко. Орленко заявив, що новий міст відкрито.", &["named Сергій Орленко"]);
    check("en", "John Ellison arrived. Ellison said that the bridge is open.", &["named John Ellison"]);
    check("ru", "Встретили Сергея Орлова. Орлов заявил, что новый мост открыт.", &["named Сергей Орлов"]);
    check("uk", "Зустріли Сергія Орленка. Орленко заявив, що новий міст відкрито.", &["named Сергій Орленко"]);
}

#[test]
fn an_office_means_its_holder() {
    check(
        "ru",
        "Приехал министр обороны Сергей Орлов. Министр заявил, что новый мост открыт.",
        &["description Сергей Орлов"],
    );
    check(
        "uk",
        "Приїхав міністр оборони Сергій Орленко. Міністр заявив, що новий міст відкрито.",
        &["description Сергій Орленко"],
    );
    check(
        "en",
        "Defence Minister John Ellison arrived. The minister said that the bridge is open.",
        &["description John Ellison"],
    );
    check(
        "en",
        "John Ellison, the mayor of Paris, arrived. The mayor said that the bridge is open.",
        &["description John Ellison"],
    );
    check("ru", "Приехал Сергей Орлов, мэр Киева. Мэр заявил, что новый мост открыт.", &["description Сергей Орлов"]);
    check(
        "uk",
        "Приїхав Сергій Орленко, мер Києва. Мер заявив, що новий міст відкрито.",
        &["description Сергій Орленко"],
    );
}

#[test]
fn an_office_that_nobody_holds_stays_as_written() {
    check(
        "ru",
        "Приехал министр обороны Сергей Орлов. Мэр Киева заявил, что новый мост открыт.",
        &["description мэр Киева"],
    );
    check(
        "uk",
        "Приїхав міністр оборони Сергій Орленко. Мер Києва заявив, що новий міст відкрито.",
        &["description мер Києва"],
    );
    check(
        "en",
        "Defence Minister John Ellison arrived. The mayor of Paris said that the bridge is open.",
        &["description The mayor of Paris"],
    );
}

#[test]
fn an_office_that_two_hold_stays_as_written() {
    check(
        "ru",
        "Встретились депутат Сергей Орлов и депутат Иван Ильин. Депутат заявил, что новый мост открыт.",
        &["description депутат"],
    );
    check(
        "uk",
        "Зустрілися депутат Сергій Орленко і депутат Іван Ільченко. Депутат заявив, що новий міст відкрито.",
        &["description депутат"],
    );
    check(
        "en",
        "Senator John Ellison met Senator Paul Stone. The senator said that the bridge is open.",
        &["description The senator"],
    );
}

#[test]
fn a_pronoun_means_who_was_named_before() {
    check("ru", "Приехал Сергей Орлов. Он заявил, что новый мост открыт.", &["pronoun Сергей Орлов"]);
    check("uk", "Приїхав Сергій Орленко. Він заявив, що новий міст відкрито.", &["pronoun Сергій Орленко"]);
    check("en", "John Ellison arrived. He said that the bridge is open.", &["pronoun John Ellison"]);
}

#[test]
fn a_pronoun_means_somebody_of_its_gender() {
    check("ru", "Анна Седова встретила Сергея Орлова. Она заявила, что новый мост открыт.", &["pronoun Анна Седова"]);
    check("ru", "Анна Седова встретила Сергея Орлова. Он заявил, что новый мост открыт.", &["pronoun Сергей Орлов"]);
    check("uk", "Анна Коваль зустріла Сергія Орленка. Вона заявила, що новий міст відкрито.", &["pronoun Анна Коваль"]);
    check(
        "uk",
        "Анна Коваль зустріла Сергія Орленка. Він заявив, що новий міст відкрито.",
        &["pronoun Сергій Орленко"],
    );
    check("en", "Mary Stone met John Ellison. She said that the bridge is open.", &["pronoun Mary Stone"]);
    check("en", "Mary Stone met John Ellison. He said that the bridge is open.", &["pronoun John Ellison"]);
}

#[test]
fn a_possessive_means_the_same_as_its_pronoun() {
    check("ru", "Приехал Сергей Орлов. По его словам, новый мост открыт.", &["pronoun Сергей Орлов"]);
    check("uk", "Приїхала Анна Коваль. За її словами, новий міст відкрито.", &["pronoun Анна Коваль"]);
    check("en", "Mary Stone arrived. In her words, the bridge is open.", &["pronoun Mary Stone"]);
}

#[test]
fn a_pronoun_means_who_spoke_rather_than_who_was_spoken_of() {
    check(
        "ru",
        "Сергей Орлов заявил, что видел Ивана Ильина. Он добавил, что новый мост открыт.",
        &["named Сергей Орлов", "pronoun Сергей Орлов"],
    );
    check(
        "uk",
        "Сергій Орленко заявив, що бачив Івана Ільченка. Він додав, що новий міст відкрито.",
        &["named Сергій Орленко", "pronoun Сергій Орленко"],
    );
    check(
        "en",
        "John Ellison said that he saw Paul Stone. He added that the bridge is open.",
        &["named John Ellison", "pronoun John Ellison"],
    );
}

#[test]
fn a_pronoun_without_anybody_before_it_means_nobody() {
    check("ru", "Он заявил, что новый мост открыт.", &["pronoun -"]);
    check("uk", "Вона заявила, що новий міст відкрито.", &["pronoun -"]);
    check("en", "She said that the bridge is open.", &["pronoun -"]);
}

#[test]
fn they_means_several() {
    check("en", "Doctors arrived. They said that the bridge is open.", &["pronoun Doctors"]);
    check(
        "ru",
        "Сергей Орлов и Анна Седова заявили, что новый мост открыт. Они добавили, что школы закрыты.",
        &["named Сергей Орлов; Анна Седова", "pronoun Сергей Орлов; Анна Седова"],
    );
    check(
        "uk",
        "Сергій Орленко та Анна Коваль заявили, що новий міст відкрито. Вони додали, що школи закрито.",
        &["named Сергій Орленко; Анна Коваль", "pronoun Сергій Орленко; Анна Коваль"],
    );
    check(
        "en",
        "John Ellison and Mary Stone said that the bridge is open. They added that the schools are shut.",
        &["named John Ellison; Mary Stone", "pronoun John Ellison; Mary Stone"],
    );
}

#[test]
fn they_never_means_one_person() {}

#[test]
fn a_bare_company_means_the_one_named_before() {
    check("ru", "Компания «Ромашка» строит мост. Компания заявила, что денег хватит.", &["description Ромашка"]);
    check("uk", "Компанія «Ромашка» будує міст. Компанія заявила, що грошей вистачить.", &["description Ромашка"]);
    check("en", "Microsoft builds a bridge. The company said that it has money.", &["description Microsoft"]);
}

#[test]
fn a_bare_company_without_a_name_stays_as_written() {
    check("ru", "Компания заявила, что денег хватит.", &["collective компания"]);
    check("uk", "Компанія заявила, що грошей вистачить.", &["collective компанія"]);
    check("en", "The company said that it has money.", &["collective The company"]);
}

#[test]
fn a_document_speaks_for_its_owner() {
    check("en", "The UN's report said that the bridge is open.", &["document UN"]);
    check("ru", "В отчёте ООН говорится, что новый мост открыт.", &["document ООН"]);
    check("uk", "У звіті ООН йдеться, що новий міст відкрито.", &["document ООН"]);
}

#[test]
fn a_document_without_an_owner_speaks_for_itself() {
    check("en", "The report said that the bridge is open.", &["document The report"]);
    check("ru", "В отчёте говорится, что новый мост открыт.", &["document отчёт"]);
    check("uk", "У звіті йдеться, що новий міст відкрито.", &["document звіт"]);
}

#[test]
fn a_relative_pronoun_means_what_stands_before_it() {
    check("ru", "Приехал Сергей Орлов, который заявил, что новый мост открыт.", &["pronoun Сергей Орлов"]);
    check("uk", "Приїхав Сергій Орленко, який заявив, що новий міст відкрито.", &["pronoun Сергій Орленко"]);
    check("en", "They met John Ellison, who said that the bridge is open.", &["pronoun John Ellison"]);
}

#[test]
fn several_speakers_are_all_named() {
    check("ru", "Сергей Орлов и Анна Седова заявили, что новый мост открыт.", &["named Сергей Орлов; Анна Седова"]);
    check(
        "uk",
        "Сергій Орленко і Анна Коваль заявили, що новий міст відкрито.",
        &["named Сергій Орленко; Анна Коваль"],
    );
    check("en", "John Ellison and Mary Stone said that the bridge is open.", &["named John Ellison; Mary Stone"]);
}

#[test]
fn a_body_in_which_it_is_said_speaks() {
    check("uk", "В ООН заявили, що новий міст відкрито.", &["collective ООН"]);
}

#[test]
fn a_place_may_speak_for_its_government() {
    check("ru", "Москва заявила, что новый мост открыт.", &["metonym Москва"]);
    check("uk", "Київ заявив, що новий міст відкрито.", &["metonym Київ"]);
    check("en", "London said that the bridge is open.", &["metonym London"]);
}

#[test]
fn a_source_without_a_name_is_unnamed() {
    check("ru", "Источник в мэрии сообщил, что новый мост открыт.", &["unnamed источник в мэрии"]);
    check("uk", "Джерело в мерії повідомило, що новий міст відкрито.", &["unnamed джерело в мерії"]);
    check("en", "A source in the government said that the bridge is open.", &["unnamed A source in the government"]);
}

#[test]
fn a_group_is_a_collective() {
    check("ru", "Местные жители рассказали, что новый мост открыт.", &["collective местные жители"]);
    check("en", "Local residents said that the bridge is open.", &["collective Local residents"]);
}

#[test]
fn who_speaks_for_somebody_is_not_that_somebody() {
    check("en", "John Ellison's spokesman said that the bridge is open.", &["description John Ellison's spokesman"]);
    check(
        "ru",
        "Пресс-секретарь Сергея Орлова заявил, что новый мост открыт.",
        &["description пресс-секретарь Сергея Орлова"],
    );
    check(
        "uk",
        "Прессекретар Сергія Орленка заявив, що новий міст відкрито.",
        &["description прессекретар Сергія Орленка"],
    );
}

#[test]
fn a_body_like_a_plural_gets_its_nominative() {
    check("ru", "В мэрии заявили, что новый мост открыт.", &["collective мэрия"]);
    check("uk", "У мерії заявили, що новий міст відкрито.", &["collective мерія"]);
}

#[test]
fn a_building_like_a_plural_is_still_read_as_a_nominative() {
    // Should be `collective Кремль`.
    check("ru", "В Кремле заявили, что новый мост открыт.", &["metonym Кремль"]);
}

#[test]
fn an_adjective_listed_as_a_noun_is_still_read_as_no_part_of_the_phrase() {
    // Should be `collective місцеві жителі`.
    check("uk", "Місцеві жителі розповіли, що новий міст відкрито.", &["collective жителі"]);
}

#[test]
fn a_plural_subject_after_its_verb_is_still_read_as_nobody() {
    // Should be `pronoun врачи`.
    check("ru", "Приехали врачи. Они заявили, что новый мост открыт.", &["none -"]);
    // Should be `pronoun лікарі`.
    check("uk", "Приїхали лікарі. Вони заявили, що новий міст відкрито.", &["none -"]);
}

#[test]
fn they_without_anybody_is_still_read_as_no_pronoun() {
    // Should be `pronoun -`.
    check("ru", "Приехал Сергей Орлов. Они заявили, что новый мост открыт.", &["none -"]);
    // Should be `pronoun -`.
    check("uk", "Приїхав Сергій Орленко. Вони заявили, що новий міст відкрито.", &["none -"]);
}

#[test]
fn every_candidate_is_kept_with_its_reasons() {
    let candidates = |code: &str, text: &str| {
        found(code, text, |_, findings| {
            let speaker = &findings.statements.last().expect("a statement").speaker;
            assert!(speaker.candidates.iter().all(|candidate| !candidate.reasons.is_empty()), "{text}");
            assert!(speaker.candidates.is_sorted_by(|a, b| a.score >= b.score), "{text}");
            speaker.candidates.iter().map(|candidate| candidate.name.clone()).collect::<Vec<_>>()
        })
    };
    assert_eq!(
        candidates("ru", "Сергей Орлов заявил, что видел Андрея Ильина. Он добавил, что новый мост открыт."),
        ["Сергей Орлов", "Андрей Ильин"]
    );
    assert_eq!(
        candidates("uk", "Сергій Орленко заявив, що бачив Андрія Бондаренка. Він додав, що новий міст відкрито."),
        ["Сергій Орленко", "Андрій Бондаренко"]
    );
    assert_eq!(
        candidates("en", "John Ellison said that he saw Paul Stone. He added that the bridge is open."),
        ["John Ellison", "Paul Stone"]
    );
}

#[test]
fn an_antecedent_may_stand_in_the_paragraph_before() {
    check("ru", "Приехал Сергей Орлов.\nОн заявил, что новый мост открыт.", &["pronoun Сергей Орлов"]);
    check("uk", "Приїхав Сергій Орленко.\nВін заявив, що новий міст відкрито.", &["pronoun Сергій Орленко"]);
    check("en", "John Ellison arrived.\nHe said that the bridge is open.", &["pronoun John Ellison"]);
}

#[test]
fn an_antecedent_does_not_stand_far_away() {
    let far = |snow: &str| format!(" {snow}").repeat(12);
    let ru = format!("Приехал Сергей Орлов.{} Он заявил, что новый мост открыт.", far("Идёт снег."));
    let uk = format!("Приїхав Сергій Орленко.{} Він заявив, що новий міст відкрито.", far("Йде сніг."));
    let en = format!("John Ellison arrived.{} He said that the bridge is open.", far("It snows."));
    check("ru", &ru, &["pronoun -"]);
    check("uk", &uk, &["pronoun -"]);
    check("en", &en, &["pronoun -"]);
}

#[test]
fn a_mans_name_in_the_accusative_is_no_subject() {
    // Spelled like a woman's name in the nominative, surname and all; but no woman did what a man's verb says.
    check("ru", "Сергей Орлов встретил Ивана Ильина. Он заявил, что новый мост открыт.", &["pronoun Сергей Орлов"]);
    check(
        "uk",
        "Сергій Орленко зустрів Івана Ільченка. Він заявив, що новий міст відкрито.",
        &["pronoun Сергій Орленко"],
    );
}

#[test]
fn a_subject_beside_an_unlisted_verb_is_likelier_than_its_object() {
    check("ru", "Сергей Орлов встретил Андрея Ильина. Он заявил, что новый мост открыт.", &["pronoun Сергей Орлов"]);
    check(
        "uk",
        "Сергій Орленко зустрів Андрія Бондаренка. Він заявив, що новий міст відкрито.",
        &["pronoun Сергій Орленко"],
    );
    check("en", "John Ellison met Paul Stone. He said that the bridge is open.", &["pronoun John Ellison"]);
}

#[test]
fn one_surname_with_two_bearers_goes_to_the_one_whose_gender_fits() {
    let ru = "Ольга Чайка и Виктор Чайка держат пасеку. Зимой ульи стоят в подвале, рассказала Чайка.";
    check("ru", ru, &["named Ольга Чайка"]);
    let uk = "Андрій Сидоренко та Лідія Сидоренко грають у квартеті. На думку Сидоренка, зала замала.";
    check("uk", uk, &["named Андрій Сидоренко"]);
}

#[test]
fn one_surname_with_two_bearers_named_together_stays_open() {
    let ru = "Депутаты Иван Рогов и Сергей Рогов пришли вместе. Рогов заявил, что закон ещё сырой.";
    check("ru", ru, &["named Рогов"]);
}

#[test]
fn who_speaks_for_a_person_is_not_that_person() {
    check("ru", "Андрея Лугова арестовали. Адвокат Лугова заявил, что суд ошибся.", &["description адвокат Лугова"]);
    check(
        "uk",
        "Гнат Криворучко хворіє. Речниця Криворучка заявила, що він працює вдома.",
        &["description речниця Криворучка"],
    );
}

#[test]
fn another_office_of_the_same_noun_is_another_person() {
    let en = "Health secretary Dora Alder opened the debate. The transport secretary said that nobody had asked him.";
    check("en", en, &["description The transport secretary"]);
}

#[test]
fn a_pronoun_takes_up_a_body_or_somebody_without_a_name() {
    let ru = "Комиссия проверяет смету стадиона. Она заявила, что пропало сто тонн арматуры.";
    check("ru", ru, &["pronoun комиссия"]);
    let uk = "До трибун вийшов президент клубу. Він заявив, що вечір провалено.";
    check("uk", uk, &["pronoun президент клубу"]);
}

#[test]
fn a_sentence_that_begins_with_its_verb_goes_on_with_who_spoke_last() {
    let ru = "Нина Арбат заявила, что пьеса готова. Также добавила, что уйдёт в отпуск.";
    check("ru", ru, &["named Нина Арбат", "none Нина Арбат"]);
    let uk = "Мирон Вовк заявив, що зубрів підгодовують. Також додав, що браконьєрів не бачив.";
    check("uk", uk, &["named Мирон Вовк", "none Мирон Вовк"]);
}

#[test]
fn whom_somebody_answers_does_not_speak() {
    let ru = "Ирине Кот ответил министр Лебедев: «Деньги перечислены в декабре».";
    check("ru", ru, &["named+role Лебедев"]);
}

#[test]
fn one_office_has_several_names() {
    let ru = "Премьер-министр Анна Орлова прилетела. Глава правительства заявила, что граница открыта.";
    check("ru", ru, &["description Анна Орлова"]);
    let uk = "Мер Сергій Орленко обійшов вулиці. Міський голова заявив, що місто готове.";
    check("uk", uk, &["description Сергій Орленко"]);
    let en = "Prime Minister Anna Holm flew in. The premier said that the border was open.";
    check("en", en, &["description Anna Holm"]);
}

#[test]
fn a_former_or_a_deputy_holder_is_another() {
    let ru = "Премьер Анна Орлова прилетела. Вице-премьер заявил, что граница открыта.";
    check("ru", ru, &["description вице-премьер"]);
    let uk =
        "Міністр культури Сергій Орленко звільнив директорку. Колишній міністр культури заявив, що наказ незаконний.";
    check("uk", uk, &["description колишній міністр культури"]);
}

#[test]
fn mrs_is_the_woman_of_the_name() {
    let en = "The light is kept by Victor Gull and Olga Gull. Mrs Gull said that the lamp had failed.";
    check("en", en, &["named+role Olga Gull"]);
}

#[test]
fn a_surname_that_may_be_a_mans_genitive_or_a_womans_nominative_is_told_by_the_verb() {
    check("ru", "Спикер Орлова заявил, что мост закрыт.", &["description спикер Орлова"]);
    check("ru", "Губернатор Орлова заявила, что мост закрыт.", &["named+role Орлова"]);
}

#[test]
fn a_bare_office_is_not_the_only_person_about() {
    check("ru", "Анну Орлову освободили. Адвокат заявил, что суд прав.", &["description адвокат"]);
    check("ru", "Анна Орлова жива. Губернатор и министр заявили, что суд прав.", &["description губернатор; министр"]);
    check("uk", "Анна Петренко судилася. Прем'єр заявив, що суд правий.", &["description прем'єр"]);
}

#[test]
fn a_gerund_has_the_subject_of_its_main_verb() {
    let ru = "Иван Орлов подписал договор, заявив, что суд прав.";
    check("ru", ru, &["named Иван Орлов"]);
    let uk = "Сергій Орленко підписав договір, заявивши, що суд правий.";
    check("uk", uk, &["named Сергій Орленко"]);
}

#[test]
fn a_quantity_speaks_and_a_dateline_does_not() {
    let ru = "Большинство депутатов в Лондоне заявили, что суд прав.";
    check("ru", ru, &["collective большинство депутатов в Лондоне"]);
    check("ru", "Мост закрыли утром.\n\nКиев: После паводка реки вышли из берегов.", &[]);
}

#[test]
fn one_office_of_two_countries_is_two() {
    let ru = "Премьер-министр Италии Анна Орлова прилетела. Глава правительства Германии заявила, что граница открыта.";
    check("ru", ru, &["description глава правительства Германии"]);
    let uk = "Прем'єр-міністр Італії Сергій Орленко прилетів. Голова уряду Німеччини заявив, що кордон відкрито.";
    check("uk", uk, &["description голова уряду Німеччини"]);
}
