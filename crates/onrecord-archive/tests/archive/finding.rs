//! Finding: other forms of a word, phrases, names, dates, page after page.

use onrecord_archive::{Archive, Order, Question, What};

use crate::support::{add, file, folder, lines, open, said};

const NEWS: &str = r#"{"url": "https://ru.example/1", "outlet": "Северная газета", "published": "2022-01-12", "text": "Переговоры в Женеве\n\nМинистр Иван Петров заявил, что прямые переговоры пройдут в Женеве 20 января. Эксперт Олег Сидоров отметил, что решения не будет."}
{"url": "https://uk.example/1", "outlet": "Вечірній вісник", "published": "2022-01-13", "text": "Зустріч у Києві\n\nМіністр Іван Петренко заявив, що переговори пройдуть у Києві 21 січня. За словами міністра, сім’ї повернуться додому."}
{"url": "https://en.example/1", "outlet": "Harbour Times", "published": "2022-02-01", "text": "Dockers call off strike\n\nUnion leader Ruth Ashby said the strike was cancelled. \"We have an offer,\" Ashby told reporters on Monday. The vote will be held on February 20."}
"#;

fn archive(test: &str) -> Archive {
    let folder = folder(test);
    let mut archive = open(&folder);
    add(&mut archive, &[file(&folder, "news.ndjson", NEWS)]);
    archive
}

#[test]
fn a_word_finds_its_other_forms() {
    let archive = archive("forms");
    let find = |words: &str| said(&archive, words).join(" | ");
    assert!(find("переговорах").contains("переговоры пройдут в Женеве"));
    assert!(find("женевой").contains("пройдут в Женеве"));
    assert!(find("переговорів").contains("переговори пройдуть"));
    assert!(find("Київ").contains("у Києві"));
    assert!(find("сім'я").contains("сім’ї повернуться"));
    assert!(find("strikes").contains("the strike was cancelled"));
    assert_eq!(find("пароход"), "");
}

#[test]
fn quoted_words_stand_side_by_side() {
    let archive = archive("phrases");
    assert_eq!(said(&archive, "\"прямых переговоров\"").len(), 1);
    assert_eq!(said(&archive, "\"переговоры прямые\"").len(), 0);
    assert_eq!(said(&archive, "переговоры прямые").len(), 1);
}

#[test]
fn no_sign_is_an_operator() {
    let archive = archive("signs");
    let signs = [
        "AND",
        "OR NOT",
        "NEAR(",
        "*",
        "^a",
        "content:strike",
        "\"",
        "(",
        "-strike",
        "+",
        "{a}",
        "'",
        "🌉",
        "a\0b",
        "''",
        "\"\"",
    ];
    for sign in signs {
        said(&archive, sign);
        said(&archive, &format!("strike {sign}"));
    }
    assert_eq!(said(&archive, "* ( )"), Vec::<String>::new());
    said(&archive, &"длинное ".repeat(5_000));
}

#[test]
fn filters_hold_with_words_and_without() {
    let archive = archive("filters");
    let count =
        |question: Question| archive.search(&Question { limit: 100, ..question }).expect("an answer").results.len();
    let all = count(Question::default());
    assert!(all >= 6, "{all}");
    let speaker = |name: &str| Question { speaker: Some(name.to_owned()), ..Question::default() };
    assert_eq!(count(speaker("Олег Сидоров")), 1);
    assert_eq!(count(speaker("сидоров")), 1);
    assert_eq!(count(speaker("Рябков")), 0);
    assert_eq!(count(Question { terms: archive.terms("переговоры"), ..speaker("Олег Сидоров") }), 0);
    let outlet = |name: &str| count(Question { outlet: Some(name.to_owned()), ..Question::default() });
    assert_eq!(outlet("harbour") + outlet("газета") + outlet("вісник"), all);
    assert_eq!(outlet("nobody"), 0);
    let lang = |code: &str| count(Question { lang: onrecord_model::Lang::new(code), ..Question::default() });
    assert_eq!(lang("ru") + lang("uk") + lang("en"), all);
    let dates = |since: &str, until: &str| {
        count(Question { since: Some(since.to_owned()), until: Some(until.to_owned()), ..Question::default() })
    };
    assert_eq!(dates("2022-01", "2022-01") + dates("2022-02-01", "2022"), all);
    assert_eq!(dates("2022-01-13", "2022-01-13"), lang("uk"));
    assert!(archive.search(&Question { since: Some("soon".to_owned()), ..Question::default() }).is_err());
}

#[test]
fn pages_hold_everything_once() {
    let folder = folder("pages");
    let mut archive = open(&folder);
    add(&mut archive, &[file(&folder, "news.ndjson", lines(60))]);
    for order in [Order::Newest, Order::Oldest] {
        let whole = Question { terms: archive.terms("мост"), limit: 1_000, order, ..Question::default() };
        let all: Vec<String> =
            archive.search(&whole).expect("an answer").results.into_iter().map(|found| found.id).collect();
        let mut question = Question { limit: 7, ..whole };
        let mut paged = Vec::new();
        loop {
            let page = archive.search(&question).expect("an answer");
            paged.extend(page.results.into_iter().map(|found| found.id));
            question.cursor = page.next;
            if question.cursor.is_none() {
                break;
            }
        }
        assert_eq!(paged, all);
        assert!(all.len() >= 60);
    }
    assert!(archive.search(&Question { cursor: Some("x".to_owned()), ..Question::default() }).is_err());
}

#[test]
fn a_timeline_goes_by_dates_and_its_pages_hold_everything_once() {
    let archive = archive("timeline");
    let store = archive.store();
    let whole = Question { limit: 100, order: Order::Oldest, ..Question::default() };
    let all = store.timeline(&whole, (true, true)).expect("an answer").results;
    let dates: Vec<&str> = all.iter().map(|moment| moment.date.as_deref().expect("a date")).collect();
    assert!(dates.is_sorted(), "{dates:?}");
    let is_event = |what: &What, day: &str| matches!(what, What::Event(event) if event.when.as_deref() == Some(day));
    assert!(all.iter().any(|moment| is_event(&moment.what, "2022-01-20")), "{all:?}");
    let mut question = Question { limit: 2, ..whole };
    let mut paged = Vec::new();
    loop {
        let page = store.timeline(&question, (true, true)).expect("an answer");
        paged.extend(page.results);
        question.cursor = page.next;
        if question.cursor.is_none() {
            break;
        }
    }
    assert_eq!(paged, all);
    let about = Question { terms: archive.terms("Женевою"), limit: 100, ..Question::default() };
    assert!(!store.timeline(&about, (true, false)).expect("an answer").results.is_empty());
}

#[test]
fn a_dossier_tells_names_offices_and_words() {
    let archive = archive("who");
    let dossier = archive.store().who("Петров", &Question::default()).expect("a dossier");
    assert_eq!(dossier.names[0].name, "Иван Петров");
    assert_eq!(dossier.roles[0].role, "Министр");
    assert_eq!((dossier.names[0].n_statements, dossier.statements.results.len()), (1, 1));
    assert!(dossier.named_with.iter().any(|other| other.name == "Олег Сидоров"));
    assert!(archive.store().who("Nobody Atall", &Question::default()).is_err());
    assert!(archive.store().who("\"*", &Question::default()).is_err());
}
