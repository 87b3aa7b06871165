//! What of a page is the story.

use onrecord_model::LinkKind;

use super::{LAST, LEAD, LEAD_EN, LEAD_UK, NEXT, check, parts, read};

fn story() -> String {
    format!("<p>{LEAD}</p><p>{NEXT}</p><p>{LAST}</p>")
}

fn paragraphs() -> [String; 3] {
    [LEAD, NEXT, LAST].map(|words| format!("paragraph: {words}"))
}

#[track_caller]
fn check_story(body: &str) {
    check(body, &paragraphs().each_ref().map(String::as_str));
}

#[test]
fn the_frame_of_a_page_is_left_out() {
    check_story(&format!(
        "<header><a href=/>Речная газета</a></header><nav><ul><li><a href=/a>Новости</a></ul></nav>\
         <article>{}</article><footer><p>Все права защищены. Перепечатка только со ссылкой на редакцию.</p></footer>",
        story()
    ));
}

#[test]
fn a_body_of_plain_blocks_is_found() {
    check_story(&format!("<div><div>{LEAD}</div><div>{NEXT}</div><div>{LAST}</div></div>"));
}

#[test]
fn lines_apart_by_breaks_are_paragraphs() {
    check_story(&format!("<div class=text>{LEAD}<br><br>{NEXT}<br />{LAST}</div>"));
}

#[test]
fn a_story_in_sections_is_whole() {
    let section = |words: &str| format!("<section><div class=inner><p>{words}</p></div></section>");
    check_story(&format!("<main>{}{}{}</main>", section(LEAD), section(NEXT), section(LAST)));
}

#[test]
fn a_page_laid_out_by_tables_is_read() {
    let menu = "<td><a href=/1>Новости</a><br><a href=/2>Спорт</a><br><a href=/3>Погода</a></td>";
    check_story(&format!("<table><tr>{menu}<td>{}</td></tr></table>", story()));
}

#[test]
fn a_sidebar_by_its_name_is_left_out() {
    check_story(&format!(
        "<div id=page><div class=content>{}</div><div class='right-sidebar'><p>В городе выбрали лучшую булочную года, \
         и победила пекарня у вокзала.</p></div></div>",
        story()
    ));
}

#[test]
fn a_name_of_furniture_on_the_whole_page_means_nothing() {
    check_story(&format!("<div class='page with-sidebar widget'><div class=menu-open>{}</div></div>", story()));
}

#[test]
fn related_links_inside_the_story_are_labelled() {
    check(
        &format!(
            "<article><p>{LEAD}</p><div class=related><a href=/2>Как строили старый мост</a></div><p>{NEXT}</p></article>"
        ),
        &[&format!("paragraph: {LEAD}"), "related: Как строили старый мост", &format!("paragraph: {NEXT}")],
    );
}

#[test]
fn a_paragraph_that_is_only_a_link_is_related() {
    check(
        &format!("<article><p>{LEAD}</p><p><a href=/2>Как строили старый мост</a></p><p>{NEXT}</p></article>"),
        &[&format!("paragraph: {LEAD}"), "related: Как строили старый мост", &format!("paragraph: {NEXT}")],
    );
}

#[test]
fn a_line_that_is_more_than_its_link_is_the_storys() {
    let line = "Номер 112 или <a href=/list>все телефоны городских служб</a>.";
    check(
        &format!("<article><p>{LEAD}</p><p>{line}</p><p>{NEXT}</p></article>"),
        &[
            &format!("paragraph: {LEAD}"),
            "paragraph: Номер 112 или все телефоны городских служб.",
            &format!("paragraph: {NEXT}"),
        ],
    );
}

#[test]
fn a_list_of_other_sites_is_the_storys_and_one_of_its_own_pages_is_not() {
    let list = |site: &str| format!("<ul><li><a href='{site}/a'>Рынок у реки</a><li><a href='{site}/b'>Школа</a></ul>");
    let page = |site: &str| format!("<article><p>{LEAD}</p>{}<p>{NEXT}</p></article>", list(site));
    let (lead, next) = (format!("paragraph: {LEAD}"), format!("paragraph: {NEXT}"));
    check(&page("https://rynok.example"), &[&lead, "list: Рынок у реки", "list: Школа", &next]);
    check(&page(""), &[&lead, "related: Рынок у реки", "related: Школа", &next]);
}

#[test]
fn short_lines_beside_the_last_sentence_end_the_story() {
    let contact = "<p>Телефон штаба 112</p>";
    check(
        &format!("<div><div class=text><p>{LEAD}</p><p>{NEXT}</p>{contact}</div><div><p>Лента дня</p></div></div>"),
        &[&format!("paragraph: {LEAD}"), &format!("paragraph: {NEXT}"), "paragraph: Телефон штаба 112"],
    );
}

#[test]
fn an_id_made_of_a_heading_says_nothing() {
    check_story(&format!(
        "<article><p>{LEAD}</p><div id=menu-and-prices-in-spring><p>{NEXT}</p></div><p>{LAST}</p></article>"
    ));
}

#[test]
fn comments_are_left_out_however_many() {
    let comment = |n: u32| {
        format!(
            "<div class=comment><p>Комментарий {n}: мост надо было чинить ещё в прошлом году, а не сейчас.</p></div>"
        )
    };
    let comments: String = (0..6).map(comment).collect();
    check_story(&format!("<div><div class=news-text>{}</div><div id=comments>{comments}</div></div>", story()));
}

#[test]
fn cards_with_linked_headings_are_left_out() {
    let card = |n: u32| {
        format!(
            "<div><h3><a href=/n/{n}>Другая новость {n}</a></h3><p>Немного слов о другой новости, номер {n}.</p></div>"
        )
    };
    let cards: String = (0..4).map(card).collect();
    check_story(&format!("<main><div>{}</div><div>{cards}</div></main>", story()));
}

#[test]
fn hidden_words_are_left_out() {
    check_story(&format!(
        "<article><p hidden>Скрытое.</p><p style='display: none'>Тоже скрытое.</p>{}\
         <p class=sr-only>И это скрыто.</p><template><p>Шаблон.</p></template><noscript><p>Без скриптов.</p></noscript></article>",
        story()
    ));
}

#[test]
fn a_hidden_word_inside_a_sentence_is_left_out() {
    check(
        &format!(
            "<article><p>{LEAD}<span hidden> Скрыто.</span> <span class=visually-hidden>Тоже.</span></p><p>{NEXT}</p></article>"
        ),
        &[&format!("paragraph: {LEAD}"), &format!("paragraph: {NEXT}")],
    );
}

#[test]
fn a_page_that_shows_itself_by_a_script_is_read() {
    check_story(&format!("<div hidden id='S:1'><div style='visibility:hidden'>{}</div></div>", story()));
}

#[test]
fn words_are_neither_glued_nor_split() {
    let (article, _) = read(&format!(
        "<article><p>Ста<b>рый</b> мост<a href=/a> закры</a>ли,<i> </i>сказа<wbr>л мэр&nbsp;города в&shy;чера вечером.</p><p>{LEAD}</p></article>"
    ));
    assert!(article.text.starts_with("Старый мост закрыли, сказал мэр\u{a0}города вчера вечером."), "{}", article.text);
}

#[test]
fn the_headline_before_the_body_is_read() {
    let (article, _) = read(&format!(
        "<title>Мост закрыт — Речная газета</title><header><h1>Мост закрыт</h1></header><div><p>{LEAD}</p><p>{NEXT}</p></div>"
    ));
    assert_eq!(article.headline.map(|span| article.slice(span)), Some("Мост закрыт"));
    assert_eq!(parts(&article).len(), 3);
}

#[test]
fn subheads_quotes_and_lists_keep_their_kinds() {
    check(
        &format!(
            "<article><p>{LEAD}</p><h2>Что дальше</h2><p>{NEXT}</p><ul><li>первый пролёт<li>второй пролёт</ul>\
             <blockquote><p>Мост простоит ещё сто лет.</p></blockquote><p>{LAST}</p></article>"
        ),
        &[
            &format!("paragraph: {LEAD}"),
            "subhead: Что дальше",
            &format!("paragraph: {NEXT}"),
            "list: первый пролёт",
            "list: второй пролёт",
            "quote: Мост простоит ещё сто лет.",
            &format!("paragraph: {LAST}"),
        ],
    );
}

#[test]
fn items_of_a_list_stand_on_lines_of_their_own() {
    let (article, _) =
        read(&format!("<article><p>{LEAD}</p><ul><li>один пролёт<li>два пролёта</ul><p>{NEXT}</p></article>"));
    assert!(article.text.contains(".\n\nодин пролёт\nдва пролёта\n\nРабочие"));
}

#[test]
fn a_table_is_one_block() {
    check(
        &format!(
            "<article><p>{LEAD}</p><table><tr><th>Пролёт<th>Длина<tr><td>первый<td>12 м</table><p>{NEXT}</p></article>"
        ),
        &[&format!("paragraph: {LEAD}"), "table: Пролёт\tДлина\nпервый\t12 м", &format!("paragraph: {NEXT}")],
    );
}

#[test]
fn words_under_a_picture_are_a_caption() {
    let (article, _) = read(&format!(
        "<article><p>{LEAD}</p><figure><img src=/m.jpg><figcaption>Старый мост весной</figcaption></figure><p>{NEXT}</p></article>"
    ));
    assert!(parts(&article).contains(&"caption: Старый мост весной".to_owned()));
    let caption = article.image.and_then(|image| image.caption).map(|span| span.of(&article.text).to_owned());
    assert_eq!(caption.as_deref(), Some("Старый мост весной"));
}

#[test]
fn links_are_kept_with_their_words() {
    let (article, _) = read(&format!(
        "<article><p>{LEAD} Об этом пишет <a href='https://rynok.example/?a=1&amp;b=2'>газета <b>Рынок</b></a>.</p>\
         <div class=related><a href=/2>Как строили мост</a></div><p>{NEXT}</p></article>"
    ));
    let links: Vec<_> = article.links.iter().map(|link| (link.url.as_str(), link.text.as_str(), link.kind)).collect();
    assert_eq!(
        links,
        [
            ("https://rynok.example/?a=1&b=2", "газета Рынок", LinkKind::Source),
            ("https://reka.example/2", "Как строили мост", LinkKind::Related)
        ]
    );
}

#[test]
fn a_page_that_carries_its_text_twice_is_read_once() {
    check_story(&format!("<main><div class=desktop>{}</div><div class=mobile>{}</div></main>", story(), story()));
}

#[test]
fn what_follows_the_story_in_a_box_of_its_own_is_left_out() {
    check_story(&format!(
        "<div><div class=text>{}</div><div class=box><p>Наш корреспондент пишет о реке с детства.</p></div></div>",
        story()
    ));
}

#[test]
fn a_list_that_ends_the_story_belongs_to_it() {
    check(
        &format!(
            "<article><p>{LEAD}</p><p>{NEXT}</p><h3>Закроют</h3><ul><li>первый пролёт<li>второй пролёт</ul></article>"
        ),
        &[
            &format!("paragraph: {LEAD}"),
            &format!("paragraph: {NEXT}"),
            "subhead: Закроют",
            "list: первый пролёт",
            "list: второй пролёт",
        ],
    );
}

#[test]
fn a_short_page_without_a_sentence_gives_its_paragraph() {
    check("<h1>Bridge</h1><p>The old bridge is open</p>", &["headline: Bridge", "paragraph: The old bridge is open"]);
    check(
        "<nav><p>Все новости дня</p></nav><h1>Мост</h1><p>Старый мост открыт</p><footer><p>Река сегодня</p></footer>",
        &["headline: Мост", "paragraph: Старый мост открыт"],
    );
}

#[test]
fn entries_under_a_time_keep_their_order() {
    let (article, _) = read(&format!(
        "<article><p>{LEAD}</p><div><h3>14:05</h3><p>{NEXT}</p></div><div><h3>14:01</h3><p>{LAST}</p></div></article>"
    ));
    assert_eq!(article.text, [LEAD, "14:05", NEXT, "14:01", LAST].join("\n\n"));
}

#[test]
fn answers_that_open_at_a_click_are_the_storys() {
    let answer =
        |question: &str, words: &str| format!("<details><summary>{question}</summary><p>{words}</p></details>");
    let (article, _) = read(&format!(
        "<article><p>{LEAD}</p>{}{}</article>",
        answer("Когда откроют мост", NEXT),
        answer("Кто платит за ремонт", "Город.")
    ));
    let expected = [LEAD, "Когда откроют мост", NEXT, "Кто платит за ремонт", "Город."].join("\n\n");
    assert_eq!(article.text, expected);
}

#[test]
fn terms_and_what_they_mean_stand_in_order() {
    let list = format!("<dl><dt>Длина</dt><dd>12 м</dd><dt>Ремонт</dt><dd>{NEXT}</dd></dl>");
    check(
        &format!("<article><p>{LEAD}</p>{list}</article>"),
        &[&format!("paragraph: {LEAD}"), "list: Длина", "list: 12 м", "list: Ремонт", &format!("list: {NEXT}")],
    );
}

#[test]
fn a_story_in_boxes_with_ads_between_is_whole_and_the_next_story_is_left_out() {
    let part = |words: &str| format!("<div class=text><p>{words}</p></div>");
    let next = format!("<h2><a href=/2>Рынок переехал</a></h2><div class=text><p>{LEAD_UK}</p></div>");
    let (article, _) = read(&format!(
        "<main><h1>Мост</h1>{}<div class=ad>Доски</div>{}<div class=banner>Краска</div>{}<div>{next}</div></main>",
        part(LEAD),
        part(NEXT),
        part(LAST)
    ));
    let own: Vec<_> = parts(&article).into_iter().filter(|part| part.starts_with("paragraph")).collect();
    assert_eq!(own, paragraphs());
    assert!(!article.text.contains("Рынок"), "{}", article.text);
}

#[test]
fn articles_with_a_headline_each_are_stories_of_their_own() {
    let article = |title: &str, words: [&str; 2]| {
        format!("<article><h1>{title}</h1><p>{}</p><p>{}</p></article>", words[0], words[1])
    };
    let (article, _) = read(&format!(
        "<main>{}{}</main>",
        article("Мост закрыт", [LEAD, &format!("{NEXT} {LAST}")]),
        article("Міст закрито", [LEAD_UK, "Рух містом лишиться таким самим, автобуси підуть в об'їзд."])
    ));
    assert!(article.text.ends_with(LAST), "{}", article.text);
}

#[test]
fn elements_of_the_pages_own_making_are_known_by_their_names() {
    check_story(&format!(
        "<amp-sidebar><ul><li>Меню</ul></amp-sidebar><article><p>{LEAD}</p><p>{NEXT}</p><p>{LAST}</p>\
         <amp-embed type=x><p>Читайте в других газетах о ремонте.</p></amp-embed><amp-consent><div>Мы используем куки, \
         чтобы сайт работал лучше.</div></amp-consent></article>"
    ));
}

#[test]
fn what_an_archive_puts_over_a_page_is_left_out() {
    for (id, words) in [
        ("wm-ipp-base", "The machine is an initiative of the archive; it has 41 captures of this page."),
        ("HEADER", "The archive saved this page from the web in May; all snapshots from the same host."),
        ("x__google-cache-hdr", "This is a cache of the page as it appeared on 1 May."),
    ] {
        check_story(&format!(
            "<div><div id={id}><table><tr><td>{words}</table></div><div id=CONTENT>{}</div></div>",
            story()
        ));
    }
}

#[test]
fn pages_in_all_languages_are_read_alike() {
    for (words, lang) in [(LEAD, "ru"), (LEAD_UK, "uk"), (LEAD_EN, "en")] {
        let (article, _) = read(&format!("<article><p>{words}</p></article>"));
        assert_eq!((article.text.as_str(), article.lang.as_str()), (words, lang));
    }
}

#[test]
fn furniture_that_only_its_words_tell_is_labelled() {
    check(
        &format!(
            "<article><p>{LEAD}</p><p>{NEXT}</p><p>Читайте также: Как строили старый мост</p><p>{LAST}</p></article>"
        ),
        &[
            &format!("paragraph: {LEAD}"),
            &format!("paragraph: {NEXT}"),
            "related: Читайте также: Как строили старый мост",
            &format!("paragraph: {LAST}"),
        ],
    );
}

#[test]
fn the_language_that_the_page_names_decides_when_its_words_do_not() {
    let (article, _) = read("<html lang=uk><body><p>Мост</p></body></html>");
    assert_eq!(article.lang.as_str(), "uk");
}
