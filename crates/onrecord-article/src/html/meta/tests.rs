//! Whole pages and what is read off them.

mod authors;
mod dates;

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
fn nothing_is_changed_before_it_is_published() {
    let html = r#"<meta property="article:published_time" content="2022-01-13"><meta property="article:modified_time" content="2022-01-10">"#;
    assert_eq!(meta(html).modified, None);
}

#[test]
fn the_first_image_that_is_no_logo_is_the_lead_image() {
    let image = |html: &str| meta(html).image_url;
    let html = r#"<meta property="og:image" content="/img/logo.png"><meta property="og:image" content="../pictures/bridge.jpg">"#;
    assert_eq!(image(html).as_deref(), Some("https://www.river-post.example/pictures/bridge.jpg"));
    let html = r#"<base href="https://img.example/a/"><link rel="image_src" href="bridge.jpg">"#;
    assert_eq!(image(html).as_deref(), Some("https://img.example/a/bridge.jpg"));
    let linked = |image: &str| {
        format!(r#"<script type="application/ld+json">{{"@type": "NewsArticle", "image": {image}}}</script>"#)
    };
    for written in [r#""/b.jpg""#, r#"["/b.jpg", "/c.jpg"]"#, r#"{"@type": "ImageObject", "url": "/b.jpg"}"#] {
        assert_eq!(image(&linked(written)).as_deref(), Some("https://www.river-post.example/b.jpg"));
    }
}

#[test]
fn the_sites_first_page_is_not_the_articles_address() {
    let html = r#"<link rel=canonical href="https://www.river-post.example/"><meta property="og:url" content="//river-post.example/news/bridge">"#;
    assert_eq!(meta(html).canonical_url.as_deref(), Some("https://river-post.example/news/bridge"));
    assert_eq!(meta(r#"<link rel=canonical href="http://bridge-opens">"#).canonical_url, None);
}

#[test]
fn the_trail_of_links_to_the_article_ends_in_its_section() {
    let section = |last: &str| {
        let html = format!(
            r#"<script type="application/ld+json">{{"@type": "BreadcrumbList", "itemListElement": [
            {{"@type": "ListItem", "item": {{"@id": "https://www.river-post.example/", "name": "Головна"}}}},
            {{"@type": "ListItem", "name": "Місто", "item": "https://www.river-post.example/city"}}{last}]}}</script>"#
        );
        meta(&html).section
    };
    let own = r#", {"@type": "ListItem", "name": "Міст", "item": "https://www.river-post.example/news/bridge"}"#;
    assert_eq!(section(own).as_deref(), Some("Місто"));
    assert_eq!(section(r#", {"@type": "ListItem", "name": "Міст"}"#).as_deref(), Some("Місто"));
    assert_eq!(section("").as_deref(), Some("Місто"));
}

#[test]
fn a_tag_is_named_once() {
    assert_eq!(meta(r#"<meta name="keywords" content="мост, Мост; река,">"#).tags, ["мост", "река"]);
}

#[test]
fn who_is_no_person_but_an_agency_is_where_the_text_is_from() {
    let from = |html: &str| meta(html).syndicated_from;
    assert_eq!(from(r#"<meta name="author" content="Anna Miller, Reuters">"#).as_deref(), Some("Reuters"));
    assert_eq!(from(r#"<meta name="author" content="Anna Miller">"#), None);
    let own = r#"<meta property="og:site_name" content="Reuters"><meta name="author" content="Reuters">"#;
    assert_eq!(from(own), None);
    let linked =
        |member: &str| format!(r#"<script type="application/ld+json">{{"@type": "NewsArticle", {member}}}</script>"#);
    assert_eq!(from(&linked(r#""sourceOrganization": {"name": "Reuters"}"#)).as_deref(), Some("Reuters"));
    assert_eq!(from(&linked(r#""sourceOrganization": {"name": "River Holding"}"#)), None);
    assert_eq!(from(&linked(r#""isBasedOn": "https://www.reuters.com/world/bridge""#)).as_deref(), Some("Reuters"));
    assert_eq!(from(&linked(r#""isBasedOn": "https://harbour.example/bridge""#)), None);
}

#[test]
fn a_text_whose_own_address_is_another_outlets_is_from_there() {
    let html = r#"<link rel=canonical href="https://www.reuters.com/world/bridge">"#;
    assert_eq!(meta(html).syndicated_from.as_deref(), Some("Reuters"));
    let html = r#"<meta name="syndication-source" content="https://www.reuters.com/world/bridge">"#;
    assert_eq!(meta(html).syndicated_from.as_deref(), Some("Reuters"));
}

#[test]
fn a_source_for_machines_is_where_the_text_is_from() {
    assert_eq!(
        meta(r#"<meta name="dc.source" content="РИА Новости">"#).syndicated_from.as_deref(),
        Some("РИА Новости")
    );
    assert_eq!(meta(r#"<meta name="dc.source" content="https://a.example/">"#).syndicated_from, None);
}
