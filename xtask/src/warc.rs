//! A web archive of the same articles: a page each, a gzip member each.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use flate2::Compression;
use flate2::write::GzEncoder;
use onrecord_trials::Story;

/// The first record: what the file is.
pub(super) fn head() -> io::Result<Vec<u8>> {
    let body = "software: onrecord xtask gen\r\nformat: WARC File Format 1.0\r\n";
    let fields = format!(
        "WARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:{}>\r\nWARC-Date: {}\r\nContent-Type: application/warc-fields\r\n",
        id(u64::MAX, 0),
        "2025-01-01T00:00:00Z",
    );
    record(&fields, body.as_bytes())
}

/// The record of an article: the server's answer with the page.
pub(super) fn response(story: &Story, number: u64, seed: u64) -> io::Result<Vec<u8>> {
    let page = page(story);
    let answer = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\r\n{page}",
        page.len()
    );
    let fields = format!(
        "WARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{}>\r\nWARC-Date: {}\r\nWARC-Target-URI: {}\r\n\
         Content-Type: application/http; msgtype=response\r\n",
        id(number, seed),
        fetched(&story.published),
        story.url
    );
    record(&fields, answer.as_bytes())
}

/// A record as a gzip member of its own.
fn record(fields: &str, body: &[u8]) -> io::Result<Vec<u8>> {
    let mut member = GzEncoder::new(Vec::new(), Compression::fast());
    write!(member, "WARC/1.0\r\n{fields}Content-Length: {}\r\n\r\n", body.len())?;
    member.write_all(body)?;
    member.write_all(b"\r\n\r\n")?;
    member.finish()
}

/// Pages are fetched at the end of the day they were published on.
fn fetched(published: &str) -> String {
    format!("{}T23:59:59Z", published.get(..10).unwrap_or("2025-01-01"))
}

/// A name like those that are drawn by lot, made from two numbers.
fn id(number: u64, seed: u64) -> String {
    let (high, low) = (number >> 16, number & 0xFFFF);
    format!("{:08x}-{:04x}-4000-8000-{:012x}", high & 0xFFFF_FFFF, low, seed & 0xFFFF_FFFF_FFFF)
}

/// The page of an article: its own head, a menu, the story, a foot.
fn page(story: &Story) -> String {
    let [title, outlet, published, url] =
        [&story.title, &story.outlet, &story.published, &story.url].map(|s| escaped(s));
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title} - {outlet}</title>\n\
         <link rel=\"canonical\" href=\"{url}\">\n<meta property=\"og:title\" content=\"{title}\">\n\
         <meta property=\"og:site_name\" content=\"{outlet}\">\n\
         <meta property=\"article:published_time\" content=\"{published}\">\n</head>\n<body>\n\
         <nav><a href=\"/\">{outlet}</a> <a href=\"/1\">1</a> <a href=\"/2\">2</a></nav>\n<article>\n<h1>{title}</h1>\n\
         <time datetime=\"{published}\">{published}</time>\n",
        story.lang
    );
    for paragraph in story.text.split("\n\n") {
        writeln!(page, "<p>{}</p>", escaped(paragraph)).expect("a string takes whatever is written to it");
    }
    page + "</article>\n<footer><a href=\"/about\">&copy;</a></footer>\n</body>\n</html>\n"
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn a_record_is_as_long_as_it_says() {
        let member = record("WARC-Type: response\r\n", b"body").expect("a record in memory");
        let mut text = String::new();
        flate2::read::GzDecoder::new(member.as_slice()).read_to_string(&mut text).expect("a gzip member");
        assert_eq!(text, "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 4\r\n\r\nbody\r\n\r\n");
    }
}
