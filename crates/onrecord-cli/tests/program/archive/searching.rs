//! `search` and `who`: which words find what, page after page.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::shelf::{Shelf, list, three, word};

/// Fails unless a search finds sentences that hold these words, in this order.
fn check(shelf: &Shelf, words: &[&str], expected: &[&str]) {
    let found = shelf.found(words);
    let is_so = found.len() == expected.len() && found.iter().zip(expected).all(|(found, words)| found.contains(words));
    assert!(is_so, "{words:?} found {found:?}, not {expected:?}");
}

#[test]
fn another_form_of_a_word_finds_it() {
    let shelf = Shelf::with("other-form", &three());
    for words in ["реками", "весна", "МОСТАМИ"] {
        check(&shelf, &[words], &["Мэр Иван Петров заявил"]);
    }
    for words in ["порому", "ходив", "щогодини"] {
        check(&shelf, &[words], &["Мер Олена Коваль заявила"]);
    }
    for words in ["strike", "Strikes", "over"] {
        check(&shelf, &[words], &["Mayor Ruth Ashby said"]);
    }
    check(&shelf, &["мост", "весной"], &["Мэр Иван Петров заявил"]);
    check(&shelf, &["мост щогодини"], &[]);
}

#[test]
fn words_in_quotation_marks_stand_side_by_side() {
    let shelf = Shelf::with("phrases", &three());
    for phrase in ["\"через реку\"", "«через реку»", "“через реки”"] {
        check(&shelf, &[phrase], &["Мэр Иван Петров заявил"]);
    }
    check(&shelf, &["\"реку через\""], &[]);
    check(&shelf, &["реку через"], &["Мэр Иван Петров заявил"]);
}

#[test]
fn speakers_outlets_languages_kinds_and_days_narrow_a_search() {
    let shelf = Shelf::with("narrowed", &three());
    check(&shelf, &["--speaker", "Петров"], &["Мы ждали", "Мэр Иван Петров"]);
    check(&shelf, &["--speaker", "петров иван", "--kind", "indirect"], &["Мэр Иван Петров"]);
    // A name is given in the nominative; a dative finds nobody.
    check(&shelf, &["--speaker", "Петрову"], &[]);
    check(&shelf, &["--outlet", "harbour"], &["We have waited", "Mayor Ruth Ashby"]);
    check(&shelf, &["--outlet", "Anchor"], &[]);
    check(&shelf, &["--lang", "uk", "--kind", "direct"], &["Ми чекали"]);
    check(&shelf, &["--since", "2022-01-15", "--kind", "indirect"], &["Mayor Ruth Ashby"]);
    check(&shelf, &["--from", "2022-01-14", "--to", "2022-01-14", "--kind", "direct"], &["Ми чекали"]);
    check(&shelf, &["--until", "2022-01-13", "--oldest"], &["Мэр Иван Петров", "Мы ждали"]);
    check(&shelf, &["--until", "2021"], &[]);
    shelf.check_failure(&["search", "мост", "--since", "завтра"], "`завтра` is no date such as 2022-01-09");
    shelf.check_failure(&["search", "мост", "--cursor", "x"], "`x` is no cursor");
}

#[test]
fn articles_are_found_too() {
    let shelf = Shelf::with("articles-found", &three());
    let found = shelf.json(&["search", "--articles", "Женеве"]);
    assert_eq!(list(&found).iter().map(|found| word(&found["outlet"])).collect::<Vec<_>>(), ["Волна"]);
    let text = shelf.text(&["search", "--articles", "negotiation", "--lang", "en"]);
    assert!(text.starts_with("2022-01-15 Drivers end their strike\n"), "{text}");
    assert!(text.contains(" · 2 statements, 1 event · "), "{text}");
}

#[test]
fn nothing_found_is_no_failure() {
    let shelf = Shelf::with("nothing-found", &three());
    assert_eq!(shelf.text(&["search", "пароход"]), "nothing found\n");
    assert_eq!(shelf.json(&["search", "пароход"]), json!({"results": [], "next": null}));
    assert_eq!(shelf.text(&["timeline", "--about", "пароход"]), "nothing found\n");
    shelf.check_failure(&["who", "Никто"], "nobody called `Никто`");
    assert_eq!(shelf.run(&["search"]).code, 2);
}

#[test]
fn no_sign_is_an_operator() {
    let shelf = Shelf::with("no-operator", &three());
    let long = "щ".repeat(10_000);
    let many = "мост ".repeat(500);
    for words in [
        "AND",
        "OR",
        "NOT",
        "NEAR(",
        "NEAR(мост реку, 5)",
        "*",
        "мост*",
        "^мост",
        "content:мост",
        "\"",
        "\"\"",
        "(",
        "()",
        "-",
        "+",
        "{",
        "'",
        "мост AND NOT реку",
        "\\",
        "🌉",
        "{content}:мост",
        &long,
        &many,
        "\u{301}",
        "мост'; DROP TABLE words; --",
        "\u{202e}",
    ] {
        let run = shelf.run(&["search", "--", words]);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{words:.40}");
    }
    let signs = "AND OR ( * ^ : \" ' - + { NEAR(";
    for command in [
        &["search", "--articles", "--", signs][..],
        &["timeline", "--about", signs],
        &["search", "--speaker", signs],
        &["search", "--outlet", signs],
    ] {
        let run = shelf.run(command);
        assert_eq!((run.code, run.stdout.as_str()), (0, "nothing found\n"), "{command:?}");
    }
    shelf.check_failure(&["who", "--", signs], "nobody called");
    check(&shelf, &["мост", "*", "(", "AND"], &[]);
    check(&shelf, &["мост*"], &["Мэр Иван Петров"]);
    assert!(shelf.text(&["verify"]).ends_with("all is well\n"));
}

/// Twenty statements and events on four days.
fn many() -> Vec<Value> {
    let page = |n: usize| {
        json!({"name": format!("n{n}"), "lang": "ru", "published": format!("2022-01-1{}", n % 4), "url": format!("https://volna.example/{n}"),
            "text": format!("Мэр Иван Петров заявил, что мост номер {n} откроют весной.\n\nДорогу номер {n} закроют {} января 2022 года.", n % 4 + 1)})
    };
    (0..20).map(page).collect()
}

/// Every id of a question's answers, page after page.
fn pages(shelf: &Shelf, words: &[&str]) -> Vec<String> {
    let mut ids = Vec::new();
    let mut next = None::<String>;
    for _ in 0..100 {
        let cursor: Vec<&str> = next.as_deref().map_or_else(Vec::new, |next| vec!["--cursor", next]);
        let answer = shelf.json(&[words, &["-n", "7"], &cursor].concat());
        assert!(list(&answer).len() <= 7);
        ids.extend(list(&answer).iter().map(|found| word(&found["id"])));
        next = answer["next"].as_str().map(str::to_owned);
        if next.is_none() {
            return ids;
        }
    }
    panic!("the pages have no end");
}

#[test]
fn pages_go_through_all_answers_without_gaps_or_repeats() {
    let shelf = Shelf::with("pages", &many());
    for words in [
        &["search", "мост"][..],
        &["search", "мост", "--oldest"],
        &["search", "--lang", "ru"],
        &["timeline"],
        &["timeline", "--newest"],
    ] {
        let whole = shelf.json(&[words, &["-n", "1000"]].concat());
        let whole: Vec<String> = list(&whole).iter().map(|found| word(&found["id"])).collect();
        let paged = pages(&shelf, words);
        assert_eq!(paged, whole, "{words:?}");
        assert!(paged.len() >= 20 && paged.iter().collect::<BTreeSet<_>>().len() == paged.len(), "{words:?}");
    }
    let text = shelf.text(&["search", "мост", "-n", "19"]);
    let cursor = text.trim_end().rsplit(' ').next().expect("a cursor");
    assert!(text.contains("\nmore: --cursor "), "{text}");
    assert!(!shelf.text(&["search", "мост", "-n", "19", "--cursor", cursor]).contains("more:"));
}

#[test]
fn who_tells_names_offices_companions_and_statements() {
    let shelf = Shelf::with("who", &three());
    let who = shelf.json(&["who", "петров"]);
    assert_eq!((&who["names"][0]["name"], &who["names"][0]["n_statements"]), (&json!("Иван Петров"), &json!(2)));
    assert_eq!(who["roles"][0]["role"].as_str().map(str::to_lowercase).as_deref(), Some("мэр"));
    assert_eq!(who["named_with"][0]["name"], "Женева");
    assert_eq!((list(&who["statements"]).len(), &who["statements"]["next"]), (2, &Value::Null));
    let text = shelf.text(&["who", "Ruth", "Ashby", "--color", "always"]);
    assert!(text.contains("earliest here") && text.contains("Statements") && text.contains("\u{1b}["), "{text}");
}
