//! Web addresses: when two are the same, and an address given relative to its page.

/// Whether two addresses name the same page: scheme, `www.`, fragment and last stroke do not matter.
pub(super) fn is_same(a: &str, b: &str) -> bool {
    bare(a).eq_ignore_ascii_case(bare(b)) && !bare(a).is_empty()
}

fn bare(url: &str) -> &str {
    let url = url.trim().split('#').next().unwrap_or_default();
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    url.strip_prefix("www.").unwrap_or(url).trim_end_matches('/')
}

/// Whether an address is that of a site's first page.
pub(super) fn is_first_page(url: &str) -> bool {
    !bare(url).contains(['/', '?'])
}

/// Whether it is an address and no words.
pub(super) fn is_address(text: &str) -> bool {
    let text = text.trim();
    text.contains("://") || text.starts_with("//") || text.starts_with("www.") || text.starts_with('/')
}

/// The whole address of what a page names; `None` when it cannot be known.
pub(in crate::html) fn absolute(written: &str, page: Option<&str>) -> Option<String> {
    let written = written.trim();
    if written.is_empty() || written.len() > 2_000 || written.contains(char::is_whitespace) {
        return None;
    }
    let lower = |prefix: &str| written.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix));
    if lower("http://") || lower("https://") {
        return Some(written.to_owned());
    }
    let (scheme, rest) = page?.split_once("://")?;
    if written.starts_with("//") {
        return Some(format!("{scheme}:{written}"));
    }
    let has_scheme = written.split(['/', '?']).next().is_some_and(|head| head.contains(':'));
    let host = rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty() && !has_scheme)?;
    if written.starts_with('/') {
        return Some(format!("{scheme}://{host}{written}"));
    }
    let path = rest.split(['?', '#']).next().unwrap_or(rest);
    let folder = path.rfind('/').map_or(host, |at| &path[..at]);
    let (folder, written) = risen(folder, written);
    Some(format!("{scheme}://{folder}/{written}"))
}

/// A folder and what is given relative to it, without "./" and "../".
fn risen<'a>(mut folder: &'a str, mut written: &'a str) -> (&'a str, &'a str) {
    loop {
        if let Some(rest) = written.strip_prefix("./") {
            written = rest;
        } else if let Some(rest) = written.strip_prefix("../") {
            written = rest;
            folder = folder.rfind('/').map_or(folder, |at| &folder[..at]);
        } else {
            return (folder, written);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_page_has_several_addresses() {
        assert!(is_same("https://www.river.example/a/", "http://river.example/a#top"));
        assert!(!is_same("https://river.example/a", "https://river.example/b"));
        assert!(!is_same("", ""));
    }

    #[test]
    fn an_address_is_made_whole_by_its_page() {
        let check = |written, expected: Option<&str>| {
            assert_eq!(absolute(written, Some("https://river.example/news/a.html?x=1")).as_deref(), expected);
        };
        check("https://other.example/", Some("https://other.example/"));
        check("//img.example/a.jpg", Some("https://img.example/a.jpg"));
        check("/a.jpg", Some("https://river.example/a.jpg"));
        check("b.html", Some("https://river.example/news/b.html"));
        check("./b.html", Some("https://river.example/news/b.html"));
        check("../../b.html", Some("https://river.example/b.html"));
        check("data:image/png;base64,AA", None);
        check(" ", None);
    }

    #[test]
    fn without_the_pages_address_a_part_is_nothing() {
        assert_eq!(absolute("/a.jpg", None), None);
    }

    #[test]
    fn an_address_is_no_name() {
        assert!(is_address("https://www.facebook.example/anna"));
        assert!(!is_address("Anna Miller"));
    }
}
