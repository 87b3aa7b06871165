//! Whole pages and what is read off them.

use onrecord_model::{Page, PublishedFrom};

use super::{Meta, read};
use crate::html::tree::Tree;
use crate::testing::packs;

fn at(url: &str, html: &str) -> Meta {
    let page = Page { url: Some(url.to_owned()), fetched: Some("2022-06-01T10:00:00Z".to_owned()), ..Page::default() };
    read(&Tree::parse(html), &page, &packs())
}

fn meta(html: &str) -> Meta {
    at("https://www.river-post.example/news/bridge", html)
}

fn check_date(html: &str, expected: Option<(&str, PublishedFrom)>) {
    let published = meta(html).published;
    assert_eq!(published.as_ref().map(|published| (published.value.as_str(), published.from)), expected);
}

fn check_authors(html: &str, expected: &[&str]) {
    assert_eq!(meta(html).authors, expected);
}

#[test]
fn linked_data_fills_every_field() {
    let meta = meta(
        r#"<html lang="ru"><head><title>Мост открыли | Речная газета</title><link rel="canonical" href="/news/bridge">
        <script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Мост открыли",
        "author": [{"@type": "Person", "name": "Анна Миронова"}, {"@type": "Person", "name": "Иван Петров"}],
        "datePublished": "2022-01-13T14:05:00+03:00", "dateModified": "2022-01-13T15:00:00+03:00", "articleSection": "Город",
        "keywords": "мост, река", "image": "/a.jpg", "publisher": {"@type": "Organization", "name": "Речная газета"},}</script></head>
        <body><h1>Мост открыли</h1></body></html>"#,
    );
    assert_eq!(meta.title.as_deref(), Some("Мост открыли"));
    assert_eq!(meta.authors, ["Анна Миронова", "Иван Петров"]);
    assert_eq!(meta.published.map(|published| published.value).as_deref(), Some("2022-01-13T14:05:00+03:00"));
    assert_eq!(meta.modified.as_deref(), Some("2022-01-13T15:00:00+03:00"));
    assert_eq!(meta.outlet.as_deref(), Some("Речная газета"));
    assert_eq!(meta.section.as_deref(), Some("Город"));
    assert_eq!(meta.tags, ["мост", "река"]);
    assert_eq!(meta.image_url.as_deref(), Some("https://www.river-post.example/a.jpg"));
    assert_eq!(meta.canonical_url.as_deref(), Some("https://www.river-post.example/news/bridge"));
    assert_eq!(meta.lang.map(|lang| lang.to_string()).as_deref(), Some("ru"));
}

#[test]
fn open_graph_fills_what_it_has() {
    let meta = meta(
        r#"<meta property="og:title" content="Bridge opens - River Post"><meta property="og:site_name" content="River Post">
        <meta property="og:image" content="//img.example/b.jpg"><meta property="article:tag" content="bridge">
        <meta property="article:tag" content="river"><meta property="article:section" content="City">
        <meta property="article:author" content="https://www.facebook.example/anna"><meta name="author" content="Anna Miller">"#,
    );
    assert_eq!(meta.title.as_deref(), Some("Bridge opens"));
    assert_eq!(meta.outlet.as_deref(), Some("River Post"));
    assert_eq!((meta.tags, meta.section.as_deref()), (vec!["bridge".to_owned(), "river".to_owned()], Some("City")));
    assert_eq!(meta.image_url.as_deref(), Some("https://img.example/b.jpg"));
    assert_eq!(meta.authors, ["Anna Miller"]);
}

#[test]
fn a_page_that_says_nothing_has_nothing() {
    assert_eq!(meta(""), Meta::default());
    assert_eq!(meta("<p>Дощ</p>").published, None);
}

#[test]
fn the_surest_date_for_machines_goes_first() {
    let html = r#"<meta name="date" content="2022-01-01"><meta property="article:published_time" content="2022-01-13T14:05:00+03:00">"#;
    check_date(html, Some(("2022-01-13T14:05:00+03:00", PublishedFrom::Meta)));
}

#[test]
fn an_item_may_give_the_date() {
    check_date(r#"<meta itemprop="datePublished" content="2022-01-13">"#, Some(("2022-01-13", PublishedFrom::Meta)));
    let html = r#"<h1>Bridge</h1><p itemprop="datePublished" content="2022-01-13">yesterday</p>"#;
    check_date(html, Some(("2022-01-13", PublishedFrom::Visible)));
}

#[test]
fn a_time_element_gives_the_date_with_its_zone() {
    let html = r#"<h1>Bridge</h1><time datetime="2022-01-13T14:05:00+02:00" pubdate>13 Jan</time>"#;
    check_date(html, Some(("2022-01-13T14:05:00+02:00", PublishedFrom::Visible)));
}

#[test]
fn a_shown_date_is_read_in_every_language() {
    for shown in
        ["13 января 2022, 14:05", "13 січня 2022 р., 14:05", "January 13, 2022", "13.01.2022", "13. Januar 2022"]
    {
        let html = format!("<h1>Bridge opens early</h1><div class='post-date'>{shown}</div>");
        check_date(&html, Some(("2022-01-13", PublishedFrom::Visible)));
        let html = format!("<h1>Bridge opens early</h1><p>{shown}</p>");
        check_date(&html, Some(("2022-01-13", PublishedFrom::Visible)));
    }
}

#[test]
fn the_date_of_a_teaser_is_not_the_articles() {
    let html =
        "<h1>Bridge</h1><p class='date'>13 січня 2022</p><div class='related'><p class='date'>14 січня 2022</p></div>";
    check_date(html, Some(("2022-01-13", PublishedFrom::Visible)));
    check_date("<h1>Bridge</h1><div class='related'><p class='date'>14 січня 2022</p></div>", None);
}

#[test]
fn the_date_that_is_nearest_to_the_headline_is_meant() {
    let filler = "<p>text</p>".repeat(200);
    let html = format!("<p class=date>May 1, 2022</p>{filler}<p>January 13, 2022</p><h1>Bridge opens early</h1>");
    check_date(&html, Some(("2022-01-13", PublishedFrom::Visible)));
}

#[test]
fn a_date_in_the_future_of_the_fetch_is_none() {
    check_date(r#"<meta property="article:published_time" content="2023-01-13">"#, None);
    check_date(
        r#"<meta property="article:published_time" content="2022-06-02">"#,
        Some(("2022-06-02", PublishedFrom::Meta)),
    );
}

#[test]
fn the_address_is_asked_last() {
    let published = |url| at(url, "<h1>Bridge</h1>").published.map(|published| published.value);
    assert_eq!(published("https://river-post.example/2022/01/13/bridge").as_deref(), Some("2022-01-13"));
    assert_eq!(published("https://river-post.example/bridge-20220113.html").as_deref(), Some("2022-01-13"));
    assert_eq!(published("https://river-post.example/2022/jan/13/bridge").as_deref(), Some("2022-01-13"));
    assert_eq!(published("https://river-post.example/bridge"), None);
}

#[test]
fn the_address_tells_the_day_from_the_month() {
    let html = "<html lang=en><h1>Bridge</h1><p class=date>03/04/2022</p>";
    let published = |url| at(url, html).published.map(|published| published.value);
    assert_eq!(published("https://river-post.example/2022/april/03/bridge").as_deref(), Some("2022-04-03"));
    assert_eq!(published("https://river-post.example/bridge").as_deref(), Some("2022-03-04"));
}

#[test]
fn a_moment_falls_on_the_day_of_its_place() {
    let html = r#"<meta property="article:published_time" content="2022-01-14T02:30:00Z">
        <time datetime="2022-01-13T22:00:00-05:00">10 pm</time>"#;
    let published = at("https://river-post.example/2022/01/13/bridge", html).published;
    assert_eq!(published.map(|published| published.value).as_deref(), Some("2022-01-13T21:30:00-05:00"));
}

#[test]
fn a_program_may_hold_the_date() {
    let html = r#"<script>window.state = {"id": 5, "datePublished" : "2022-01-13T10:00:00Z"}</script>"#;
    check_date(html, Some(("2022-01-13T10:00:00Z", PublishedFrom::JsonLd)));
}

#[test]
fn a_day_that_a_program_stamps_on_everything_loses_to_an_older_one() {
    let html = r#"<script type="application/ld+json">{"@type": "Article", "datePublished": "May 5, 2022", "dateModified": "May 5, 2022"}</script>
        <h1>Bridge</h1><p class="date">January 13, 2022</p>"#;
    check_date(html, Some(("2022-01-13", PublishedFrom::Visible)));
}

#[test]
fn a_page_written_anew_is_of_the_day_that_it_shows() {
    let html = |shown: &str| {
        format!(
            r#"<meta property="article:published_time" content="2019-01-13"><meta property="article:modified_time" content="2022-05-05">
            <h1>Bridge</h1><p class="date">{shown}</p>"#
        )
    };
    check_date(&html("May 5, 2022"), Some(("2022-05-05", PublishedFrom::Visible)));
    check_date(&html("January 13, 2019"), Some(("2019-01-13", PublishedFrom::Meta)));
    check_date(&html("Updated May 5, 2022"), Some(("2019-01-13", PublishedFrom::Meta)));
}

#[test]
fn nothing_is_changed_before_it_is_published() {
    let html = r#"<meta property="article:published_time" content="2022-01-13"><meta property="article:modified_time" content="2022-01-10">"#;
    assert_eq!(meta(html).modified, None);
}

#[test]
fn authors_are_read_off_marked_elements() {
    check_authors("<h1>Bridge</h1><a rel=author href=/a>Anna Miller</a>", &["Anna Miller"]);
    check_authors("<h1>Міст</h1><div class='post-author'>Авторка: Олена Бондар</div>", &["Олена Бондар"]);
    check_authors(
        "<h1>Мост</h1><span itemprop='author'><span itemprop='name'>Анна Миронова</span></span>",
        &["Анна Миронова"],
    );
    check_authors(
        "<h1>Bridge</h1><p class=byline>By <b>Anna Miller</b> and John Carter | May 5, 2022",
        &["Anna Miller", "John Carter"],
    );
}

#[test]
fn authors_are_read_off_lines_that_begin_as_bylines_do() {
    check_authors("<h1>Bridge opens early</h1><p>Written by Anna Miller</p>", &["Anna Miller"]);
    check_authors("<h1>Мост открыли раньше</h1><p>Текст: Иван Петров</p>", &["Иван Петров"]);
    check_authors("<h1>Міст відкрили раніше</h1><p>Автор: Іван Мельник</p>", &["Іван Мельник"]);
}

#[test]
fn who_only_reviewed_took_pictures_or_commented_is_no_author() {
    check_authors("<h1>Bridge opens early</h1><p>Reviewed by Anna Miller</p>", &[]);
    check_authors("<h1>Bridge opens early</h1><p>Photo by Anna Miller</p>", &[]);
    check_authors("<h1>Bridge</h1><div class=comments><b class=author>Anna Miller</b></div>", &[]);
}

#[test]
fn the_outlet_is_no_author() {
    let html = r#"<meta property="og:site_name" content="River Post"><meta name="author" content="River Post">"#;
    check_authors(html, &[]);
    check_authors(r#"<meta name="author" content="Редакция">"#, &[]);
    check_authors(r#"<meta name="author" content="Reuters">"#, &[]);
}

#[test]
fn a_person_may_have_a_site_of_the_same_name() {
    check_authors(
        r#"<meta property="og:site_name" content="Anna Miller"><meta name="author" content="Anna Miller">"#,
        &["Anna Miller"],
    );
}

#[test]
fn links_to_an_authors_page_are_believed_when_they_agree() {
    let filler = "<p>text</p>".repeat(200);
    let link = "<a href='/authors/anna-miller'>Anna Miller</a>";
    check_authors(&format!("<h1>Bridge opens early</h1>{filler}<p>{link}</p><p>{link}</p>"), &["Anna Miller"]);
    let other = "<a href='/authors/john-carter'>John Carter</a>";
    check_authors(&format!("<h1>Bridge opens early</h1>{filler}<p>{link}</p><p>{other}</p>"), &[]);
}

#[test]
fn a_list_that_knows_more_authors_is_taken() {
    let html = r#"<meta name="author" content="Anna Miller"><meta name="citation_author" content="Anna Miller">
        <meta name="citation_author" content="John Carter">"#;
    check_authors(html, &["Anna Miller", "John Carter"]);
}

#[test]
fn a_card_names_the_author_beside_its_label() {
    let html = r#"<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Anna Miller">"#;
    check_authors(html, &["Anna Miller"]);
    check_authors(
        r#"<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="Five Minutes">"#,
        &[],
    );
}

#[test]
fn a_source_for_machines_is_where_the_text_is_from() {
    assert_eq!(
        meta(r#"<meta name="dc.source" content="РИА Новости">"#).syndicated_from.as_deref(),
        Some("РИА Новости")
    );
    assert_eq!(meta(r#"<meta name="dc.source" content="https://a.example/">"#).syndicated_from, None);
}
