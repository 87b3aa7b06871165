//! What is known of a page besides its parts: title, date, author, language; and that nothing breaks.

use onrecord_lang::Packs;
use onrecord_model::{Notice, PublishedFrom};

use super::*;

#[test]
fn a_given_title_is_found_in_the_text_or_not() {
    let read = |title: &str, text: &str| {
        let page = Page { title: Some(title.to_owned()), ..page(text) };
        parts(&read_article(&page, &packs()).0)
    };
    let lead = format!("paragraph: {LEAD}");
    assert_eq!(read("Мост закрыт", &format!("Мост закрыт\n\n{LEAD}")), ["headline: Мост закрыт", &lead]);
    assert_eq!(read("Мост закрыт", LEAD), [lead]);
}

#[test]
fn a_stamp_gives_the_date_when_none_was_given() {
    let read = |text: &str, url: Option<&str>| {
        let page = Page { published: None, url: url.map(str::to_owned), ..page(text) };
        let (article, notices) = read_article(&page, &packs());
        let published = article.published.map(|published| (published.value, published.from));
        (published, notices.iter().any(|notice| notice.code == "no-date"))
    };
    let of = |value: &str, from| (Some((value.to_owned(), from)), false);
    let dated = format!("Мост закрыт\n13 января 2022, 14:05\n{LEAD}");
    assert_eq!(read(&dated, Some("https://r.example/2020/05/06/")), of("2022-01-13", PublishedFrom::Text));
    assert_eq!(
        read(&format!("Мост закрыт\n{LEAD}"), Some("https://r.example/2020/05/06/")),
        of("2020-05-06", PublishedFrom::Url)
    );
    assert_eq!(read(&format!("Bridge closed\nKYIV, Jan 13 (Reuters) - {LEAD_EN}"), None), (None, true));
    assert_eq!(
        read(&format!("Bridge closed\nFriday, May 7, 2021\n{LEAD_EN}"), None),
        of("2021-05-07", PublishedFrom::Text)
    );
}

#[test]
fn a_bad_given_date_is_noticed() {
    let page = Page { published: Some("soon".to_owned()), ..page(LEAD) };
    assert!(codes(&read_article(&page, &packs()).1).contains(&"bad-date"));
}

#[test]
fn a_source_line_says_whose_the_text_is() {
    let text = format!("Мост закрыт\n\n{LEAD}\n\nИсточник: РИА Новости");
    let (article, _) = read_article(&page(&text), &packs());
    assert_eq!(article.syndicated_from.as_deref(), Some("РИА Новости"));
}

#[test]
fn a_byline_names_the_author() {
    let text = format!("Bridge closed\n\nBy Anna Miller\n\n{LEAD_EN}");
    let (article, _) = read_article(&page(&text), &packs());
    assert_eq!(article.byline.map(|span| span.of(&text)), Some("By Anna Miller"));
    assert_eq!(article.authors, ["Anna Miller"]);
    assert_eq!(article.title.as_deref(), Some("Bridge closed"));
}

fn codes(notices: &[Notice]) -> Vec<&str> {
    notices.iter().map(|notice| notice.code.as_ref()).collect()
}

fn check_lang(text: &str, expected: &str) {
    let (article, notices) = read_article(&page(text), &packs());
    assert_eq!((article.lang.as_str(), codes(&notices)), (expected, Vec::new()), "{text}");
}

#[test]
fn russian_and_ukrainian_are_told_apart() {
    check_lang(LEAD, "ru");
    check_lang(LEAD_UK, "uk");
    check_lang(LEAD_EN, "en");
    check_lang(&format!("{LEAD_UK} «Мост закрыт до мая», — сказав мер російською."), "uk");
    check_lang(&format!("{LEAD} «Міст закрито до травня», — ответил сосед."), "ru");
}

fn check_foreign(text: &str, expected: &str) {
    let (article, notices) = read_article(&page(text), &packs());
    assert_eq!((article.lang.as_str(), codes(&notices)), (expected, vec!["unsupported-language"]), "{text}");
}

#[test]
fn neighbours_of_our_languages_are_not_ours() {
    check_foreign(
        "Міністр паведаміў, што дарога будзе зачынена на два месяцы, і людзі павінны ехаць праз вёску.",
        "be",
    );
    check_foreign(
        "Министърът каза, че пътят ще бъде затворен за два месеца и хората трябва да минават през селото.",
        "bg",
    );
    check_foreign("Министр жолдың екі айға жабылатынын және адамдар ауыл арқылы жүруі керек екенін айтты.", "kk");
    check_foreign("Der Minister sagte, dass die Straße gesperrt wird und die Menschen durch das Dorf fahren.", "de");
    check_foreign("Minister powiedział, że droga będzie zamknięta i ludzie muszą jeździć przez wieś.", "pl");
    check_foreign("الوزير قال إن الطريق سيغلق لمدة شهرين", "un");
}

#[test]
fn a_few_words_are_a_guess() {
    let (article, notices) = read_article(&page("Мост закрыт"), &packs());
    assert_eq!((article.lang.as_str(), codes(&notices)), ("ru", vec!["language-unsure"]));
}

#[test]
fn a_given_language_wins() {
    let page = Page { lang: onrecord_model::Lang::new("uk"), ..page(LEAD) };
    assert_eq!(read_article(&page, &packs()).0.lang.as_str(), "uk");
}

#[test]
fn markup_is_read() {
    let page = Page { body: Body::Html(format!("<h1>Мост закрыт</h1><p>{LEAD}</p>")), ..page("") };
    let (article, _) = read_article(&page, &packs());
    assert_eq!(article.text, format!("Мост закрыт\n\n{LEAD}"));
    assert_eq!(article.headline.map(|span| article.slice(span)), Some("Мост закрыт"));
}

/// Blocks in order, without overlap, trimmed, on character boundaries.
fn is_sound(article: &Article) -> bool {
    let mut end = 0;
    article.blocks.iter().all(|block| {
        let words = article.slice(block.span);
        let fits = block.span.start >= end && !words.is_empty() && words.trim() == words;
        end = block.span.end;
        fits
    })
}

#[test]
fn any_text_gives_sound_blocks() {
    const PIECES: &[&str] = &[
        "\n",
        "\n\n",
        " ",
        "\u{a0}",
        "13.01.2022",
        "14:05",
        ",",
        ".",
        "—",
        "КИЕВ.",
        "9 июля.",
        "УНН.",
        "Фото:",
        "Читайте также:",
        "Мост",
        "закрыт",
        "©",
        "By",
        "Anna",
        "Miller",
        "…",
        "«",
        "»",
        "(",
        "Reuters",
        ")",
        "- ",
        "Ctrl+Enter",
        "щ",
        "\u{ad}",
        "57",
        "0.",
        "İ",
        "ß",
        "Если вы нашли ошибку",
        "Читать далее",
        "?",
        "Q:",
        "• ",
        "/",
        "Источник:",
        "\r\n",
        "&nbsp;",
        "2022-01-13T14:05",
        "99999999999",
        "\u{feff}",
    ];
    let packs = packs();
    let mut seed = 7u64;
    for _ in 0..1500 {
        let mut text = String::new();
        for _ in 0..40 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(PIECES[(seed >> 33) as usize % PIECES.len()]);
            text.push_str([" ", "", " "][(seed >> 20) as usize % 3]);
        }
        let (article, _) = read_article(&page(&text), &packs);
        assert!(is_sound(&article), "{text:?} {:?}", parts(&article));
    }
}

#[test]
fn without_any_pack_there_is_still_an_article() {
    let (article, notices) = read_article(&page(LEAD), &Packs::new([]));
    assert_eq!((article.lang.as_str(), article.blocks.len()), ("un", 1));
    assert_eq!(codes(&notices), ["unsupported-language"]);
}
