//! Whole pages and when they were published.

use onrecord_model::{Page, PublishedFrom};

use super::super::{Meta, read};
use super::{at, check_authors, check_date, meta};
use crate::html::tree::Tree;
use crate::testing::packs;

#[test]
fn a_page_that_says_nothing_has_nothing() {
    let found = meta("");
    assert_eq!(found, Meta { base: found.base.clone(), ..Meta::default() });
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
    assert_eq!(published("https://river-post.example/bridge"), None);
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
fn a_page_written_anew_is_still_of_the_day_on_which_it_appeared() {
    let html = |shown: &str| {
        format!(
            r#"<meta property="article:published_time" content="2019-01-13"><meta property="article:modified_time" content="2022-05-05">
            <h1>Bridge</h1><p class="date">{shown}</p>"#
        )
    };
    check_date(&html("May 5, 2022"), Some(("2019-01-13", PublishedFrom::Meta)));
    check_date(&html("January 13, 2019"), Some(("2019-01-13", PublishedFrom::Meta)));
    check_date(&html("Updated May 5, 2022"), Some(("2019-01-13", PublishedFrom::Meta)));
}

#[test]
fn the_day_of_a_change_is_not_that_of_publication() {
    let shown = "<h1>Bridge opens early</h1><p>Updated: May 5, 2022</p><p>Published: January 13, 2022</p>";
    check_date(shown, Some(("2022-01-13", PublishedFrom::Visible)));
    let shown = "<h1>Міст відкрили</h1><p>Оновлено 5 травня 2022 року, опубліковано 13 січня 2022 року</p>";
    check_date(shown, Some(("2022-01-13", PublishedFrom::Visible)));
    let marked = "<h1>Bridge opens early</h1><p>Updated <time datetime=2022-05-05>May 5</time></p><time datetime=2022-01-13>January 13</time>";
    check_date(marked, Some(("2022-01-13", PublishedFrom::Visible)));
}

#[test]
fn where_no_other_day_is_named_that_of_the_change_is_all_there_is() {
    let shown = "<h1>Bridge opens early</h1><p>Last updated <b>May 5, 2022</b></p>";
    check_date(shown, Some(("2022-05-05", PublishedFrom::Visible)));
}

#[test]
fn a_day_without_its_year_is_known_from_the_fetch() {
    check_date("<h1>Міст відкрили</h1><p>13 січня, 14:05</p>", Some(("2022-01-13", PublishedFrom::Visible)));
    let html = "<h1>Мост открыли</h1><p>вчера, 10:15</p>";
    check_date(html, Some(("2022-05-31", PublishedFrom::Visible)));
    assert_eq!(read(&Tree::parse(html), &Page::default(), &packs()).published, None);
}

#[test]
fn a_date_that_may_be_read_two_ways_is_left_out() {
    let published = |lang: &str, shown: &str| {
        let html = format!("<html lang={lang}><h1>Bridge</h1><p class=date>{shown}</p>");
        at("https://river-post.com/bridge", &html).published.map(|published| published.value)
    };
    assert_eq!(published("en-US", "03/04/2022").as_deref(), Some("2022-03-04"));
    assert_eq!(published("en-GB", "03/04/2022").as_deref(), Some("2022-04-03"));
    assert_eq!(published("en", "03/04/2022"), None);
    assert_eq!(published("en", "03/25/2022").as_deref(), Some("2022-03-25"));
    let other = "03/04/2022</p><p class=date>25/03/2022";
    assert_eq!(published("en", other).as_deref(), Some("2022-04-03"));
}

#[test]
fn a_part_right_after_the_headline_is_the_articles_own() {
    let html = "<main><h1>Bridge opens early</h1><aside><p class=date>January 13, 2022</p><p>By Anna Miller</p></aside></main>";
    check_date(html, Some(("2022-01-13", PublishedFrom::Visible)));
    check_authors(html, &["Anna Miller"]);
}

#[test]
fn a_page_may_mark_its_date_in_other_vocabularies() {
    let html = r#"<h1>Bridge</h1><p property="dc:date" content="2022-01-13T10:00:00+02:00">today</p>"#;
    check_date(html, Some(("2022-01-13T10:00:00+02:00", PublishedFrom::Visible)));
    for name in ["DC.date.issued", "sailthru.date", "parsely-pub-date", "cXenseParse:recs:publishtime", "pubdate"] {
        let html = format!(r#"<meta name="{name}" content="2022-01-13T10:00:00+02:00">"#);
        check_date(&html, Some(("2022-01-13T10:00:00+02:00", PublishedFrom::Meta)));
    }
}

#[test]
fn a_layer_of_data_may_hold_the_date() {
    let html = r#"<h1>Мост</h1><script>dataLayer.push({'id': 5, 'publish_date': '2022-01-13'})</script>"#;
    check_date(html, Some(("2022-01-13", PublishedFrom::JsonLd)));
    check_date(r#"<script>dataLayer.push({'publish_date': '1970-01-01'})</script>"#, None);
}
