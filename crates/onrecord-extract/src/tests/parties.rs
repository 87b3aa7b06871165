//! Where an event was, and who took part in it.

use super::found;

/// The first event of a text: its words, its places, its parties.
fn check(code: &str, text: &str, wanted: &str) {
    let shown = found(code, text, |article, findings| {
        let event = &findings.events[0];
        let places: Vec<_> = event.places.iter().map(|(_, span)| span.of(&article.text)).collect();
        let parties: Vec<_> = event.parties.iter().map(|(_, name)| name.as_str()).collect();
        format!("{} | {} | {}", event.trigger.of(&article.text), places.join(", "), parties.join(", "))
    });
    assert_eq!(shown, wanted, "{text}");
}

#[test]
fn every_place_of_a_list_is_a_place() {
    check(
        "ru",
        "Забастовка в Италии, Португалии и Испании была 9 марта.",
        "Забастовка | Италии, Португалии, Испании | ",
    );
    check("uk", "Страйк в Італії, Португалії та Іспанії був 9 березня.", "Страйк | Італії, Португалії, Іспанії | ");
    check("en", "The strike in Italy, Portugal and Spain was held on March 9.", "strike | Italy, Portugal, Spain | ");
}

#[test]
fn two_between_whom_it_was_are_parties() {
    check("ru", "Переговоры между Лондоном и Брюсселем прошли 9 марта.", "Переговоры |  | Лондон, Брюссель");
    check("uk", "Переговори між Лондоном і Брюсселем відбулися 9 березня.", "Переговори |  | Лондон, Брюссель");
}

#[test]
fn whoever_only_tells_of_it_is_no_party() {
    check("ru", "Сергей Орлов заявил, что Анна Седова подписала договор 9 марта.", "подписала |  | Анна Седова");
    check("uk", "Сергій Орленко заявив, що Анна Коваль підписала договір 9 березня.", "підписала |  | Анна Коваль");
    check("en", "John Ellison said that Mary Stone signed the treaty on March 9.", "signed |  | Mary Stone");
}

#[test]
fn an_event_takes_no_part_in_itself() {
    check("en", "The Harbour Expo took place on March 9.", "Harbour Expo |  | ");
}
