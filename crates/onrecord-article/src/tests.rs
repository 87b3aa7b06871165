//! Whole pages, small ones: what each part of them is.

use onrecord_lang::Packs;
use onrecord_model::{Article, Body, Notice, Page, PublishedFrom};

use crate::read_article;
use crate::testing::packs;

fn page(text: &str) -> Page {
    Page { body: Body::Text(text.to_owned()), published: Some("2022-01-13".to_owned()), ..Page::default() }
}

/// Each block as its kind (of furniture) and its words.
fn parts(article: &Article) -> Vec<String> {
    let kind = |block: &onrecord_model::Block| match block.furniture {
        Some(furniture) => format!("{furniture:?}").to_lowercase(),
        None => format!("{:?}", block.kind).to_lowercase(),
    };
    article.blocks.iter().map(|block| format!("{}: {}", kind(block), article.slice(block.span))).collect()
}

fn check(text: &str, expected: &[&str]) {
    let (article, _) = read_article(&page(text), &packs());
    assert_eq!(article.text, text);
    assert_eq!(parts(&article), expected);
}

const LEAD: &str =
    "Старый мост через реку закрыли на ремонт до конца мая, сообщила пресс-служба городского управления.";
const LEAD_UK: &str =
    "Старий міст через річку закрили на ремонт до кінця травня, повідомила пресслужба міського управління.";
const LEAD_EN: &str =
    "The old bridge over the river was closed for repairs until the end of May, the city's press office said.";

/// Checks the lines around a lead; an expected line `-` stands for the lead.
fn check_around(lead: &str, before: &str, after: &str, expected: &[&str]) {
    let lead_part = format!("paragraph: {lead}");
    let expected: Vec<_> = expected.iter().map(|&line| if line == "-" { lead_part.as_str() } else { line }).collect();
    check(&format!("{before}{lead}{after}"), &expected);
}

#[test]
fn the_first_line_is_the_headline() {
    check_around(LEAD, "Мост закрыт\n\n", "", &["headline: Мост закрыт", "-"]);
    check_around(LEAD_UK, "Міст закрито\n\n", "", &["headline: Міст закрито", "-"]);
    check_around(LEAD_EN, "Bridge closed\n\n", "", &["headline: Bridge closed", "-"]);
}

#[test]
fn one_sentence_alone_is_a_paragraph() {
    check(LEAD, &[&format!("paragraph: {LEAD}")]);
}

#[test]
fn a_short_line_under_the_headline_is_a_subhead() {
    let expected = ["headline: Мост закрыт", "subhead: Движение пустят в объезд", "-"];
    check_around(LEAD, "Мост закрыт\nДвижение пустят в объезд\n\n", "", &expected);
}

#[test]
fn a_fragment_before_missing_link_text_is_no_subhead() {
    let text = format!("Мост закрыт\n\nРабочие осмотрели опоры и\n\nнашли трещины. {LEAD}");
    let last = format!("paragraph: нашли трещины. {LEAD}");
    check(&text, &["headline: Мост закрыт", "paragraph: Рабочие осмотрели опоры и", &last]);
}

#[test]
fn a_heading_between_paragraphs_is_a_subhead() {
    let after = "\n\nWhat comes next\n\nThe city will ask for bids in June, and the work will take a year.";
    let expected = [
        "headline: Bridge closed",
        "-",
        "subhead: What comes next",
        "paragraph: The city will ask for bids in June, and the work will take a year.",
    ];
    check_around(LEAD_EN, "Bridge closed\n\n", after, &expected);
}

#[test]
fn a_stamp_before_the_headline_is_furniture() {
    let expected = ["navigation: 14:05", "headline: Мост закрыли на ремонт", "-"];
    check_around(LEAD, "14:05 Мост закрыли на ремонт\n\n", "", &expected);
    let expected = ["navigation: 13.01.2022 14:05 :", "headline: Міст закрили на ремонт", "-"];
    check_around(LEAD_UK, "13.01.2022 14:05 : Міст закрили на ремонт\n\n", "", &expected);
}

#[test]
fn a_stamp_after_the_headline_is_furniture() {
    let expected = ["headline: Мост закрыли на ремонт", "navigation: Вчера, 23:34", "-"];
    check_around(LEAD, "Мост закрыли на ремонт Вчера, 23:34\n\n", "", &expected);
}

#[test]
fn a_time_inside_a_headline_stays() {
    check_around(LEAD, "Поезд отправится в 07:46\n\n", "", &["headline: Поезд отправится в 07:46", "-"]);
}

#[test]
fn a_sentence_that_begins_with_a_day_stays() {
    let first = "9 января 2022 года Иван Петров открыл новый мост через реку.";
    check(
        &format!("Мост открыт\n\n{first}\n\n{LEAD}"),
        &["headline: Мост открыт", &format!("paragraph: {first}"), &format!("paragraph: {LEAD}")],
    );
}

#[test]
fn a_dateline_is_furniture() {
    check_around(
        LEAD,
        "Мост закрыт\n\nКИЕВ. 9 июля. УНН. ",
        "",
        &["headline: Мост закрыт", "credit: КИЕВ. 9 июля. УНН.", "-"],
    );
    let expected = ["headline: Мост закрыт", "credit: МОСКВА, 15 янв – РИА Новости.", "-"];
    check_around(LEAD, "Мост закрыт\n\nМОСКВА, 15 янв – РИА Новости. ", "", &expected);
    let expected = ["headline: Міст закрито", "credit: КИЇВ. 9 липня. УНН.", "-"];
    check_around(LEAD_UK, "Міст закрито\n\nКИЇВ. 9 липня. УНН. ", "", &expected);
    let expected = ["headline: Bridge closed", "credit: KYIV, Jan 13 (Reuters) -", "-"];
    check_around(LEAD_EN, "Bridge closed\n\nKYIV, Jan 13 (Reuters) - ", "", &expected);
    let expected = ["headline: Bridge closed", "credit: LONDON (AP) —", "-"];
    check_around(LEAD_EN, "Bridge closed\n\nLONDON (AP) — ", "", &expected);
}

#[test]
fn a_country_in_capitals_begins_a_sentence_as_well() {
    let first = "США 9 июля ввели новые пошлины на сталь, и ЕС ответил тем же.";
    check(&format!("Пошлины выросли\n\n{first}"), &["headline: Пошлины выросли", &format!("paragraph: {first}")]);
}

#[test]
fn the_headline_said_again_is_furniture() {
    let expected =
        ["headline: Мост закрыли на ремонт до мая", "navigation: Мост закрыли на ремонт…", "credit: Фото: мэрия", "-"];
    check_around(LEAD, "Мост закрыли на ремонт до мая\n\nМост закрыли на ремонт…\nФото: мэрия\n\n", "", &expected);
}

#[test]
fn a_lead_that_goes_on_from_the_headline_stays() {
    let lead = "Мост закрыли на ремонт. Об этом сообщил мэр города на встрече с жителями.";
    check(
        &format!("Мост закрыли на ремонт\n\n{lead}"),
        &["headline: Мост закрыли на ремонт", &format!("paragraph: {lead}")],
    );
}

#[test]
fn a_picture_has_a_caption_and_a_credit() {
    let text = format!("Bridge closed\n\nThe bridge seen from the north. Photo: Anna Miller.\n\n{LEAD_EN}");
    let (article, _) = read_article(&page(&text), &packs());
    let expected = [
        "headline: Bridge closed",
        "caption: The bridge seen from the north.",
        "credit: Photo: Anna Miller.",
        &format!("paragraph: {LEAD_EN}"),
    ];
    assert_eq!(parts(&article), expected);
    let image = article.image.unwrap_or_default();
    assert_eq!(image.credit.map(|span| span.of(&text)), Some("Photo: Anna Miller."));
    assert_eq!(image.caption.map(|span| span.of(&text)), Some("The bridge seen from the north."));
}

#[test]
fn a_colon_after_a_picture_word_in_a_sentence_is_no_credit() {
    let lead = "Жители прислали в редакцию фото: на них видно, что опоры моста покрылись трещинами.";
    check(&format!("Мост треснул\n\n{lead}"), &["headline: Мост треснул", &format!("paragraph: {lead}")]);
}

#[test]
fn teasers_under_their_announcement_are_furniture() {
    let after = "\n\nЧитайте также:\nШкола получила автобус\nПарк откроют в июне";
    let expected = [
        "headline: Мост закрыт",
        "-",
        "related: Читайте также:",
        "related: Школа получила автобус",
        "related: Парк откроют в июне",
    ];
    check_around(LEAD, "Мост закрыт\n\n", after, &expected);
}

#[test]
fn the_story_goes_on_after_teasers() {
    let after = "\n\nЧитайте також:\nШкола отримала автобус\n\nРоботи почнуться в понеділок, сказав мер.";
    let expected = [
        "headline: Міст закрито",
        "-",
        "related: Читайте також:",
        "related: Школа отримала автобус",
        "paragraph: Роботи почнуться в понеділок, сказав мер.",
    ];
    check_around(LEAD_UK, "Міст закрито\n\n", after, &expected);
}

#[test]
fn the_foot_of_a_page_is_furniture() {
    let after = "\n\nПодписывайтесь на наш канал в сети\nВсё о городе на одной странице\nСлово";
    let expected = [
        "headline: Мост закрыт",
        "-",
        "promo: Подписывайтесь на наш канал в сети",
        "navigation: Всё о городе на одной странице",
        "navigation: Слово",
    ];
    check_around(LEAD, "Мост закрыт\n\n", after, &expected);
}

#[test]
fn an_error_report_line_is_furniture() {
    let line = "Якщо ви помітили помилку, виділіть її та натисніть Ctrl + Enter.";
    check_around(
        LEAD_UK,
        "Міст закрито\n\n",
        &format!("\n\n{line}"),
        &["headline: Міст закрито", "-", &format!("navigation: {line}")],
    );
}

#[test]
fn furniture_may_end_a_paragraph() {
    let expected = ["headline: Мост закрыт", "-", "promo: Если вы нашли ошибку, выделите её и нажмите Ctrl+Enter"];
    check_around(LEAD, "Мост закрыт\n\n", " Если вы нашли ошибку, выделите её и нажмите Ctrl+Enter", &expected);
}

#[test]
fn the_outlets_own_voice_ends_furniture_in_a_paragraph() {
    let after = " Читайте также: Школа получила автобус Напомним, зимой закрыли и паром";
    let expected = [
        "headline: Мост закрыт",
        "-",
        "related: Читайте также: Школа получила автобус",
        "paragraph: Напомним, зимой закрыли и паром",
    ];
    check_around(LEAD, "Мост закрыт\n\n", after, &expected);
}

#[test]
fn a_copyright_line_is_furniture() {
    let line = "© 2005-2018, Речная газета. Использование материалов сайта разрешено со ссылкой. Мнение авторов может не совпадать с мнением редакции.";
    check_around(
        LEAD,
        "Мост закрыт\n\n",
        &format!("\n\n{line}"),
        &["headline: Мост закрыт", "-", &format!("copyright: {line}")],
    );
}

#[test]
fn sources_at_the_end_are_furniture() {
    let after = "\n\nSources\n\n\"Bridge shut\" — River Post, May 3, 2021";
    let expected =
        ["headline: Bridge closed", "-", "credit: Sources", "credit: \"Bridge shut\" — River Post, May 3, 2021"];
    check_around(LEAD_EN, "Bridge closed\n\n", after, &expected);
}

#[test]
fn comments_of_readers_are_furniture() {
    let after = "\n\n13 января 2022 15:01. ivan: давно пора\n\n13 января 2022 15:07. А паром?";
    let expected = [
        "navigation: 13.01.2022 14:05 :",
        "headline: Мост закрыли на ремонт",
        "-",
        "comment: 13 января 2022 15:01. ivan: давно пора",
        "comment: 13 января 2022 15:07. А паром?",
    ];
    check_around(LEAD, "13.01.2022 14:05 : Мост закрыли на ремонт\n\n", after, &expected);
}

#[test]
fn counters_before_a_section_are_furniture() {
    let expected = ["headline: Міст закрито", "navigation: 57 0. Новини туризму", "-"];
    check_around(LEAD_UK, "Міст закрито\n\n57 0. Новини туризму ", "", &expected);
}

#[test]
fn a_story_that_begins_with_two_numbers_stays() {
    let lead = "2022 2000 школ получили новые автобусы, рассказали в городском управлении.";
    check(&format!("Новые автобусы\n\n{lead}"), &["headline: Новые автобусы", &format!("paragraph: {lead}")]);
}

#[test]
fn a_teaser_of_the_same_story_is_furniture() {
    let text = format!("Мост через реку закрыт {LEAD} Читать далее\n\n{LEAD}");
    let expected = [
        "headline: Мост через реку закрыт",
        &format!("related: {LEAD}"),
        "related: Читать далее",
        &format!("paragraph: {LEAD}"),
    ];
    check(&text, &expected);
}

#[test]
fn a_date_may_divide_headline_and_text() {
    let text = format!("Мост через реку закрыт 13.01.2022 {LEAD}");
    check(&text, &["headline: Мост через реку закрыт", "navigation: 13.01.2022", &format!("paragraph: {LEAD}")]);
}

#[test]
fn questions_of_an_interview_are_told_apart() {
    let after = "\n\n— Когда откроют мост?\n\n— В мае, если не помешает погода.";
    let expected = [
        "headline: Разговор с мэром",
        "-",
        "question: — Когда откроют мост?",
        "paragraph: — В мае, если не помешает погода.",
    ];
    check_around(LEAD, "Разговор с мэром\n\n", after, &expected);
    let after = "\n\nQ: When will the bridge open?\n\nA: In May, if the weather holds.";
    let expected = [
        "headline: A talk with the mayor",
        "-",
        "question: Q: When will the bridge open?",
        "paragraph: A: In May, if the weather holds.",
    ];
    check_around(LEAD_EN, "A talk with the mayor\n\n", after, &expected);
}

#[test]
fn list_items_are_told_apart() {
    let after = "\n\n• перший проліт;\n• другий проліт.";
    let expected = ["headline: Міст закрито", "-", "list: • перший проліт;", "list: • другий проліт."];
    check_around(LEAD_UK, "Міст закрито\n\n", after, &expected);
}

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

fn codes(notices: &[Notice]) -> Vec<&'static str> {
    notices.iter().map(|notice| notice.code).collect()
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
fn markup_is_kept_and_not_read() {
    let page = Page { body: Body::Html("<p>Bridge</p>".to_owned()), ..page("") };
    let (article, notices) = read_article(&page, &packs());
    assert!(
        article.blocks.is_empty() && article.text == "<p>Bridge</p>" && codes(&notices).contains(&"html-not-read-yet")
    );
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
