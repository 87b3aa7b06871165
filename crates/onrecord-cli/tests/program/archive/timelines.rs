//! `timeline` in all its formats: nothing that strangers wrote ends a value early or becomes a tag.

use serde_json::{Value, json};

use super::shelf::{Shelf, list, three, word};

/// A page whose facts were made to break formats.
fn hostile() -> Value {
    json!({"name": "h", "lang": "ru", "published": "2022-01-16", "url": "javascript:alert(1)", "outlet": "<script>alert(1)</script>\"'&",
        "title": "</title><script>alert(2)</script>\r\nEND:VCALENDAR", "text": "Переговоры пройдут 21 января 2022 года в Женеве; раунд, <b>*второй*</b> [тут](javascript:alert(3)).\n\n\
            Мэр Иван Петров заявил, что <img src=x onerror=alert(4)> мост откроют весной."})
}

#[test]
fn days_follow_one_another() {
    let shelf = Shelf::with("timeline-text", &three());
    let text = shelf.text(&["timeline"]);
    let places: Vec<usize> = ["2022-01-13\n", "2022-01-14\n", "2022-01-15\n", "2022-01-20\n"]
        .iter()
        .map(|day| text.find(day).unwrap_or_else(|| panic!("{day} in\n{text}")))
        .collect();
    assert!(places.is_sorted(), "{text}");
    assert!(text.contains("planned [Переговоры] пройдут 20 января 2022 года в Женеве."), "{text}");
    let answer = shelf.json(&["timeline", "--from", "2022-01-20", "--to", "2022-01-20"]);
    let kinds: Vec<_> = list(&answer).iter().map(|moment| (word(&moment["type"]), word(&moment["date"]))).collect();
    assert_eq!(kinds, vec![("event".to_owned(), "2022-01-20".to_owned()); 2]);
    let spoken = shelf.json(&["timeline", "--statements", "--speaker", "Ashby", "--newest"]);
    assert!(list(&spoken).len() == 2 && list(&spoken).iter().all(|moment| moment["speaker"] == "Ruth Ashby"));
    assert_eq!(list(&shelf.json(&["timeline", "--about", "переговорах", "--events"])).len(), 1);
}

#[test]
fn a_month_is_no_day() {
    let page = json!({"name": "m", "lang": "ru", "published": "2022-01-13", "text": "Мост откроют в мае 2022 года.\n\nПереговоры пройдут 1 мая 2022 года.\n\nПаром откроют весной 2022 года."});
    let shelf = Shelf::with("timeline-month", &[page]);
    let text = shelf.text(&["timeline"]);
    assert!(
        text.contains("2022-05\n○ planned Мост") && text.contains("\n2022-05-01\n○ planned [Переговоры]"),
        "{text}"
    );
    assert!(shelf.text(&["timeline", "--format", "markdown"]).contains("\n## 2022-05\n"));
    assert!(shelf.text(&["timeline", "--format", "html"]).contains("<time datetime=\"2022-05\">"));
    assert!(text.starts_with("2022-03-01 – 2022-05-31\n○ planned"), "{text}");
    // A calendar has no place for what has no day.
    assert_eq!(shelf.text(&["timeline", "--format", "ics"]).matches("BEGIN:VEVENT").count(), 2);
}

#[test]
fn a_calendar_keeps_to_its_rules() {
    let shelf = Shelf::with("timeline-ics", &[&three()[..], &[hostile()]].concat());
    let calendar = shelf.text(&["timeline", "--format", "ics"]);
    assert!(calendar.ends_with("END:VCALENDAR\r\n") && calendar.matches("END:VCALENDAR").count() == 1, "{calendar}");
    assert_eq!(calendar.matches('\n').count(), calendar.matches("\r\n").count());
    let long = calendar.split("\r\n").find(|line| line.len() > 75);
    assert_eq!(long, None);
    let unfolded = calendar.replace("\r\n ", "");
    let names = [
        "BEGIN",
        "VERSION",
        "PRODID",
        "CALSCALE",
        "X-WR-CALNAME",
        "UID",
        "DTSTAMP",
        "DTSTART;VALUE=DATE",
        "DTEND;VALUE=DATE",
        "SUMMARY",
        "DESCRIPTION",
        "STATUS",
        "CATEGORIES",
        "LOCATION",
        "URL",
        "END",
    ];
    for line in unfolded.trim_end().split("\r\n") {
        assert!(names.iter().any(|name| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(':'))), "{line}");
    }
    assert!(unfolded.contains("DTSTART;VALUE=DATE:20220120\r\nDTEND;VALUE=DATE:20220121\r\n"), "{unfolded}");
    assert!(unfolded.contains("в Женеве\\; раунд\\, <b>*второй*</b>"), "{unfolded}");
    assert!(!unfolded.contains("URL:javascript"));
}

#[test]
fn an_html_page_holds_no_tag_of_strangers() {
    let shelf = Shelf::with("timeline-html", &[&three()[..], &[hostile()]].concat());
    let page = shelf.text(&["timeline", "--format", "html"]);
    for words in ["<script", "<img", "<b>", "href=\"javascript", "</title><"] {
        assert!(!page.contains(words), "{words} in\n{page}");
    }
    assert!(
        page.contains("&lt;script&gt;alert(1)&lt;/script&gt;")
            && page.contains("<a href=\"https://volna.example/most\"")
    );
    assert!(page.contains("<mark>мост через реку откроют весной</mark>"), "{page}");
    let about = shelf.text(&["timeline", "--format", "html", "--about", "<script>"]);
    assert!(about.contains("<h1>Timeline: &lt;script&gt;</h1>"), "{about}");
}

#[test]
fn markdown_shows_the_words_of_strangers_as_they_are() {
    let shelf = Shelf::with("timeline-markdown", &[&three()[..], &[hostile()]].concat());
    let page = shelf.text(&["timeline", "--format", "markdown", "--about", ""]);
    assert!(
        page.starts_with("# Timeline: ") && page.contains("\n## 2022-01-20\n\n- *planned*: Переговоры пройдут"),
        "{page}"
    );
    assert!(page.contains("([Волна](<https://volna.example/most>))"), "{page}");
    assert!(page.contains("\\<b\\>\\*второй\\*\\</b\\> \\[тут\\](javascript:alert(3))"), "{page}");
    assert!(!page.contains("](<javascript") && !page.contains(" <script"), "{page}");
}

#[test]
fn strangers_cannot_steer_the_terminal_from_the_archive() {
    let mut page = hostile();
    page["outlet"] = "\u{1b}[31mA\u{7}".into();
    page["text"] = "Мэр Иван Петров заявил, что \u{1b}[2J мост\u{202e} откроют \u{9b}весной.".into();
    let shelf = Shelf::with("timeline-terminal", &[page]);
    let id = shelf.statement("Мэр");
    shelf.text(&["correct", &id, "--speaker", "\u{1b}[31mB", "--note", "\u{1b}[2J"]);
    for words in [
        &["search", "мост"][..],
        &["search", "--articles", "мост"],
        &["show", &id],
        &["timeline"],
        &["timeline", "--format", "markdown"],
        &["timeline", "--format", "html"],
        &["correct", "--list"],
        &["stats"],
        &["search", "мост", "--json"],
    ] {
        let text = shelf.text(words);
        let bad = text
            .chars()
            .find(|letter| (letter.is_control() && *letter != '\n') || ('\u{202a}'..='\u{202e}').contains(letter));
        assert_eq!(bad, None, "{words:?}");
    }
}
