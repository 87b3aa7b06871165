//! Feeds and sitemaps: what they bring, what lies beside them, and what is not at hand.

mod support;

use std::fs;
use std::path::Path;

use onrecord_model::{Body, Page};
use onrecord_source::{Given, SourceError, pages};
use support::*;

fn read(path: &Path) -> Vec<Result<Page, SourceError>> {
    check_going_on(path, &Given::default());
    pages([path], &Given::default()).collect()
}

/// An entry's words, or the reason why there are none.
fn words(item: &Result<Page, SourceError>) -> String {
    match item {
        Ok(Page { body: Body::Text(words) | Body::Html(words), .. }) => words.clone(),
        Err(error) => format!("{}: {error}", error.reason()),
    }
}

fn check(name: &str, feed: &str, expected: &[&str]) -> Vec<Result<Page, SourceError>> {
    let all = read(&file(name, feed.as_bytes()));
    let found: Vec<String> = all.iter().map(words).collect();
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for (found, expected) in found.iter().zip(expected) {
        assert!(found.contains(expected), "{found} has not {expected}");
    }
    all
}

fn rss(items: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>Вісті</title><link>http://a.ua/</link>{items}</channel></rss>"
    )
}

#[test]
fn an_item_with_content_is_a_page() {
    let item = "<item><title>Міст &amp; дорога</title><link>http://a.ua/1</link><guid isPermaLink=\"false\">7</guid>\
                <pubDate>Wed, 12 Jan 2022 10:00:00 +0200</pubDate><description>Коротко.</description>\
                <content:encoded><![CDATA[<p>Міст відкриють.</p>]]></content:encoded></item>";
    let all = check("content.xml", &rss(item), &["<p>Міст відкриють.</p>"]);
    let page = all[0].as_ref().expect("a page");
    assert_eq!(page.url.as_deref(), Some("http://a.ua/1"));
    assert_eq!(page.title.as_deref(), Some("Міст & дорога"));
    assert_eq!(page.published.as_deref(), Some("2022-01-12T10:00:00+02:00"));
    assert!(page.file.as_deref().is_some_and(|file| file.ends_with("content.xml")));
    assert_eq!((page.outlet.as_deref(), page.name.as_deref()), (None, None));
}

#[test]
fn an_entry_of_atom_is_a_page() {
    let feed = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>News</title><link href=\"http://a/\"/>\
                <entry><title>One</title><link rel=\"self\" href=\"http://a/self\"/><link href=\"http://a/1?x=1&amp;y=2\"/>\
                <source><title>Elsewhere</title></source>\
                <published>2022-01-13T10:00:00Z</published><updated>2022-02-01T00:00:00Z</updated>\
                <content type=\"html\">&lt;p&gt;It rains&amp;nbsp;here.&lt;/p&gt;</content></entry>\
                <entry><title>Two</title><link href=\"http://a/2\"/><updated>2022-02-01T00:00:00Z</updated>\
                <content type=\"xhtml\"><div><p>It <b>snows</b>.</p></div></content></entry></feed>";
    let all = check("feed.atom", feed, &["<p>It rains&nbsp;here.</p>", "<div><p>It <b>snows</b>.</p></div>"]);
    let dates: Vec<_> = all.iter().flatten().map(|page| page.published.as_deref()).collect();
    assert_eq!(dates, [Some("2022-01-13T10:00:00Z"), Some("2022-02-01T00:00:00Z")]);
    assert_eq!(all[0].as_ref().ok().and_then(|page| page.url.as_deref()), Some("http://a/1?x=1&y=2"));
}

#[test]
fn a_long_summary_is_the_article_and_a_short_one_is_not() {
    let long = "Міст відкриють у травні. ".repeat(40);
    let items = format!(
        "<item><link>http://a/1</link><description>{long}</description></item>\
         <item><link>http://a/2</link><description>Коротко.</description></item>"
    );
    check("summary.rss", &rss(&items), &["Міст відкриють у травні.", "not-at-hand: cannot read http://a/2"]);
}

#[test]
fn a_date_in_words_of_another_language_is_passed_over_with_a_notice() {
    let item = "<item><link>http://a/1</link><pubDate>Ср, 12 янв 2022 10:00:00 +0300</pubDate>\
                <content:encoded>Слова.</content:encoded></item>";
    let all = check("localised.rss", &rss(item), &["Слова."]);
    let page = all[0].as_ref().expect("a page");
    assert_eq!((page.published.as_deref(), page.notices[0].code.as_ref()), (None, "bad-date"));
}

#[test]
fn a_sitemap_names_pages() {
    let map = "<?xml version=\"1.0\"?><urlset xmlns:news=\"x\"><url><loc>http://a/1</loc><lastmod>2022-01-13</lastmod></url>\
               <url><loc>one.html</loc><news:news><news:publication_date>2022-01-14</news:publication_date>\
               <news:title>Міст</news:title></news:news></url></urlset>";
    let folder = folder("sitemap");
    fs::write(folder.join("one.html"), "<html><p>Рядом.</p></html>").expect("a page");
    fs::write(folder.join("map.xml"), map).expect("a sitemap");
    let all = read(&folder.join("map.xml"));
    assert!(words(&all[0]).starts_with("not-at-hand"));
    let page = all[1].as_ref().expect("a page");
    assert_eq!((page.title.as_deref(), page.published.as_deref()), (Some("Міст"), Some("2022-01-14")));
    assert_eq!(page.name.as_deref(), Some("one"));
    let index = "<sitemapindex><sitemap><loc>http://a/map.xml</loc></sitemap></sitemapindex>";
    check("index.xml", index, &["not-at-hand: cannot read http://a/map.xml"]);
}

#[cfg(unix)]
#[test]
fn a_feed_reads_nothing_outside_its_folder() {
    let folder = folder("outside");
    let inside = folder.join("inside");
    fs::create_dir_all(&inside).expect("a folder");
    fs::write(folder.join("secret.txt"), "A secret.").expect("a file");
    fs::write(inside.join("own.txt"), "Our own.").expect("a file");
    std::os::unix::fs::symlink(folder.join("secret.txt"), inside.join("link.txt")).expect("a link");
    let links = [
        "own.txt",
        "../secret.txt",
        "link.txt",
        "file:///etc/hostname",
        "/etc/hostname",
        "%2e%2e/secret.txt",
        "feed.rss",
        ".",
    ];
    let items: String = links.iter().map(|link| format!("<item><link>{link}</link></item>")).collect();
    fs::write(inside.join("feed.rss"), rss(&items)).expect("a feed");
    let all: Vec<String> = read(&inside.join("feed.rss")).iter().map(words).collect();
    assert_eq!(all[0], "Our own.");
    assert!(all[1..].iter().all(|words| words.starts_with("not-at-hand")), "{all:?}");
    assert_eq!(all.len(), links.len());
}

#[test]
fn a_bomb_of_entities_stays_as_it_is_written() {
    let bomb = "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n<rss><channel><item><link>http://a/1</link>\
                <content:encoded>&b;&b; &lt;p&gt; &#1084;</content:encoded></item></channel></rss>";
    check("entities.rss", bomb, &["&b;&b; <p> м"]);
}

#[test]
fn broken_and_deep_markup_is_told_once() {
    let item = "<item><content:encoded>Words.</content:encoded></item>";
    check("cut.rss", &format!("<rss><channel>{item}<item"), &["Words.", "damaged"]);
    check("deep.rss", &format!("<rss><channel>{item}{}", "<a>".repeat(100_000)), &["Words.", "damaged"]);
    check("empty.rss", "", &[]);
    check("unclosed.rss", &format!("<rss><channel></b>{item}<title>AT&T</rss>"), &["Words."]);
}

#[test]
fn the_encoding_that_a_feed_declares_is_used() {
    let words = "Мэр города заявил, что мост через реку откроют в начале мая.";
    let feed = format!(
        "<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss><channel><item><content:encoded>{words}</content:encoded></item></channel></rss>"
    );
    let path = file("1251.rss", &encoding_rs::WINDOWS_1251.encode(&feed).0);
    let all = read(&path);
    assert_eq!(all_words(&all), [words]);
    assert_eq!(all[0].as_ref().ok().and_then(|page| page.name.as_deref()), Some("1251:1"));
}

fn all_words(all: &[Result<Page, SourceError>]) -> Vec<String> {
    all.iter().map(words).collect()
}
