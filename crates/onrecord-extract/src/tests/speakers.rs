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
    check("ru", "Павел Орлов заявил, что мост открыт.", &["named Павел Орлов"]);
    check("uk", "Павло Орленко заявив, що міст відкрито.", &["named Павло Орленко"]);
    check("en", "John Baker said that the bridge is open.", &["named John Baker"]);
}

#[test]
fn an_office_comes_with_its_holder() {
    check("ru", "Министр обороны Павел Орлов заявил, что мост открыт.", &["named+role Павел Орлов"]);
    check("uk", "Міністр оборони Павло Орленко заявив, що міст відкрито.", &["named+role Павло Орленко"]);
    check("en", "Defence Minister John Baker said that the bridge is open.", &["named+role John Baker"]);
}

#[test]
fn a_surname_means_who_was_named_in_full() {
    check("ru", "Приехал Павел Орлов. Орлов заявил, что мост открыт.", &["named Павел Орлов"]);
    check("uk", "Приїхав Павло Орленко. Орленко заявив, що міст відкрито.", &["named Павло Орленко"]);
    check("en", "John Baker arrived. Baker said that the bridge is open.", &["named John Baker"]);
    check("ru", "Встретили Павла Орлова. Орлов заявил, что мост открыт.", &["named Павел Орлов"]);
    check("uk", "Зустріли Павла Орленка. Орленко заявив, що міст відкрито.", &["named Павло Орленко"]);
}

#[test]
fn an_office_means_its_holder() {
    check("ru", "Приехал министр обороны Павел Орлов. Министр заявил, что мост открыт.", &["description Павел Орлов"]);
    check("uk", "Приїхав міністр оборони Павло Орленко. Міністр заявив, що міст відкрито.", &["description Павло Орленко"]);
    check("en", "Defence Minister John Baker arrived. The minister said that the bridge is open.", &["description John Baker"]);
    check("en", "John Baker, the mayor of Paris, arrived. The mayor said that the bridge is open.", &["description John Baker"]);
    check("ru", "Приехал Павел Орлов, мэр Киева. Мэр заявил, что мост открыт.", &["description Павел Орлов"]);
    check("uk", "Приїхав Павло Орленко, мер Києва. Мер заявив, що міст відкрито.", &["description Павло Орленко"]);
}

#[test]
fn an_office_that_nobody_holds_stays_as_written() {
    check("ru", "Приехал министр обороны Павел Орлов. Мэр Киева заявил, что мост открыт.", &["description мэр Киева"]);
    check("uk", "Приїхав міністр оборони Павло Орленко. Мер Києва заявив, що міст відкрито.", &["description мер Києва"]);
    check("en", "Defence Minister John Baker arrived. The mayor of Paris said that the bridge is open.", &["description The mayor of Paris"]);
}

#[test]
fn an_office_that_two_hold_stays_as_written() {
    check("ru", "Встретились депутат Павел Орлов и депутат Иван Ильин. Депутат заявил, что мост открыт.", &["description депутат"]);
    check("uk", "Зустрілися депутат Павло Орленко і депутат Іван Ільченко. Депутат заявив, що міст відкрито.", &["description депутат"]);
    check("en", "Senator John Baker met Senator Paul Stone. The senator said that the bridge is open.", &["description The senator"]);
}

#[test]
fn a_pronoun_means_who_was_named_before() {
    check("ru", "Приехал Павел Орлов. Он заявил, что мост открыт.", &["pronoun Павел Орлов"]);
    check("uk", "Приїхав Павло Орленко. Він заявив, що міст відкрито.", &["pronoun Павло Орленко"]);
    check("en", "John Baker arrived. He said that the bridge is open.", &["pronoun John Baker"]);
}

#[test]
fn a_pronoun_means_somebody_of_its_gender() {
    check("ru", "Анна Седова встретила Павла Орлова. Она заявила, что мост открыт.", &["pronoun Анна Седова"]);
    check("ru", "Анна Седова встретила Павла Орлова. Он заявил, что мост открыт.", &["pronoun Павел Орлов"]);
    check("uk", "Анна Коваль зустріла Павла Орленка. Вона заявила, що міст відкрито.", &["pronoun Анна Коваль"]);
    check("uk", "Анна Коваль зустріла Павла Орленка. Він заявив, що міст відкрито.", &["pronoun Павло Орленко"]);
    check("en", "Mary Stone met John Baker. She said that the bridge is open.", &["pronoun Mary Stone"]);
    check("en", "Mary Stone met John Baker. He said that the bridge is open.", &["pronoun John Baker"]);
}

#[test]
fn a_possessive_means_the_same_as_its_pronoun() {
    check("ru", "Приехал Павел Орлов. По его словам, мост открыт.", &["pronoun Павел Орлов"]);
    check("uk", "Приїхала Анна Коваль. За її словами, міст відкрито.", &["pronoun Анна Коваль"]);
    check("en", "Mary Stone arrived. In her words, the bridge is open.", &["pronoun Mary Stone"]);
}

#[test]
fn a_pronoun_means_who_spoke_rather_than_who_was_spoken_of() {
    check("ru", "Павел Орлов заявил, что видел Ивана Ильина. Он добавил, что мост открыт.", &["named Павел Орлов", "pronoun Павел Орлов"]);
    check("uk", "Павло Орленко заявив, що бачив Івана Ільченка. Він додав, що міст відкрито.", &["named Павло Орленко", "pronoun Павло Орленко"]);
    check("en", "John Baker said that he saw Paul Stone. He added that the bridge is open.", &["named John Baker", "pronoun John Baker"]);
}

#[test]
fn a_pronoun_without_anybody_before_it_means_nobody() {
    check("ru", "Он заявил, что мост открыт.", &["none -"]);
    check("uk", "Вона заявила, що міст відкрито.", &["none -"]);
    check("en", "She said that the bridge is open.", &["none -"]);
}

#[test]
fn they_means_several() {
    check("ru", "Приехали врачи. Они заявили, что мост открыт.", &["pronoun врачи"]);
    check("uk", "Приїхали лікарі. Вони заявили, що міст відкрито.", &["pronoun лікарі"]);
    check("en", "Doctors arrived. They said that the bridge is open.", &["pronoun Doctors"]);
    check("ru", "Павел Орлов и Анна Седова заявили, что мост открыт. Они добавили, что школы закрыты.",
        &["named Павел Орлов; Анна Седова", "pronoun Павел Орлов; Анна Седова"]);
    check("uk", "Павло Орленко та Анна Коваль заявили, що міст відкрито. Вони додали, що школи закрито.",
        &["named Павло Орленко; Анна Коваль", "pronoun Павло Орленко; Анна Коваль"]);
    check("en", "John Baker and Mary Stone said that the bridge is open. They added that the schools are shut.",
        &["named John Baker; Mary Stone", "pronoun John Baker; Mary Stone"]);
}

#[test]
fn they_never_means_one_person() {
    check("ru", "Приехал Павел Орлов. Они заявили, что мост открыт.", &["none -"]);
    check("uk", "Приїхав Павло Орленко. Вони заявили, що міст відкрито.", &["none -"]);
}

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
    check("ru", "В отчёте ООН говорится, что мост открыт.", &["document ООН"]);
    check("uk", "У звіті ООН йдеться, що міст відкрито.", &["document ООН"]);
    check("en", "The UN's report said that the bridge is open.", &["document UN"]);
}

#[test]
fn a_document_without_an_owner_speaks_for_itself() {
    check("ru", "В отчёте говорится, что мост открыт.", &["document отчёте"]);
    check("uk", "У звіті йдеться, що міст відкрито.", &["document звіті"]);
    check("en", "The report said that the bridge is open.", &["document The report"]);
}

#[test]
fn a_relative_pronoun_means_what_stands_before_it() {
    check("ru", "Приехал Павел Орлов, который заявил, что мост открыт.", &["pronoun Павел Орлов"]);
    check("uk", "Приїхав Павло Орленко, який заявив, що міст відкрито.", &["pronoun Павло Орленко"]);
    check("en", "They met John Baker, who said that the bridge is open.", &["pronoun John Baker"]);
}

#[test]
fn several_speakers_are_all_named() {
    check("ru", "Павел Орлов и Анна Седова заявили, что мост открыт.", &["named Павел Орлов; Анна Седова"]);
    check("uk", "Павло Орленко і Анна Коваль заявили, що міст відкрито.", &["named Павло Орленко; Анна Коваль"]);
    check("en", "John Baker and Mary Stone said that the bridge is open.", &["named John Baker; Mary Stone"]);
}

#[test]
fn a_body_in_which_it_is_said_speaks() {
    check("ru", "В мэрии заявили, что мост открыт.", &["collective мэрии"]);
    check("uk", "У мерії заявили, що міст відкрито.", &["collective мерії"]);
    check("ru", "В Кремле заявили, что мост открыт.", &["collective Кремль"]);
    check("uk", "В ООН заявили, що міст відкрито.", &["collective ООН"]);
}

#[test]
fn a_place_may_speak_for_its_government() {
    check("ru", "Москва заявила, что мост открыт.", &["metonym Москва"]);
    check("uk", "Київ заявив, що міст відкрито.", &["metonym Київ"]);
    check("en", "London said that the bridge is open.", &["metonym London"]);
}

#[test]
fn a_source_without_a_name_is_unnamed() {
    check("ru", "Источник в мэрии сообщил, что мост открыт.", &["unnamed источник в мэрии"]);
    check("uk", "Джерело в мерії повідомило, що міст відкрито.", &["unnamed джерело в мерії"]);
    check("en", "A source in the government said that the bridge is open.", &["unnamed A source in the government"]);
}

#[test]
fn a_group_is_a_collective() {
    check("ru", "Местные жители рассказали, что мост открыт.", &["collective местные жители"]);
    check("uk", "Місцеві жителі розповіли, що міст відкрито.", &["collective місцеві жителі"]);
    check("en", "Local residents said that the bridge is open.", &["collective Local residents"]);
}

#[test]
fn who_speaks_for_somebody_is_not_that_somebody() {
    check("ru", "Пресс-секретарь Павла Орлова заявил, что мост открыт.", &["description пресс-секретарь Павла Орлова"]);
    check("uk", "Прессекретар Павла Орленка заявив, що міст відкрито.", &["description прессекретар Павла Орленка"]);
    check("en", "John Baker's spokesman said that the bridge is open.", &["description John Baker's spokesman"]);
}
