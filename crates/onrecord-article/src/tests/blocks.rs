//! What each part of a page is.

use super::*;

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
