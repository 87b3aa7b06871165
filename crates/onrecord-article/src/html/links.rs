//! Where the links of an article lead: whole addresses, each once, and what each is for.

use hashbrown::HashSet;
use onrecord_model::{Link, LinkKind};

use super::meta::absolute;
use crate::outlet::host;

/// More links than this no article has.
const MOST: usize = 1_000;

/// The links with their addresses made whole by the page's own, as far as that is known; without those that lead nowhere. A
/// link among the story's own words that leads to another site is a source.
pub(super) fn settled(links: Vec<Link>, base: Option<&str>) -> Vec<Link> {
    let own = base.and_then(host);
    let mut seen = HashSet::new();
    let settle = |link: Link| {
        let url = if leads(&link.url) { absolute(&link.url, base).unwrap_or(link.url) } else { return None };
        let is_elsewhere = host(&url).zip(own.as_ref()).is_some_and(|(host, own)| !is_same_site(&host, own));
        let kind = if link.kind == LinkKind::Other && is_elsewhere { LinkKind::Source } else { link.kind };
        seen.insert((url.clone(), link.text.clone())).then_some(Link { url, text: link.text, kind })
    };
    links.into_iter().filter_map(settle).take(MOST).collect()
}

/// Whether an address leads to a page: not a letter, a call, a script, or a place on the same page.
fn leads(url: &str) -> bool {
    let scheme = url.split(['/', '?', '#']).next().and_then(|head| head.split_once(':')).map(|(scheme, _)| scheme);
    scheme.is_none_or(|scheme| scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
        && !url.starts_with('#')
}

/// Whether two hosts are one, or one is part of the other.
fn is_same_site(a: &str, b: &str) -> bool {
    let is_part = |a: &str, b: &str| a.strip_suffix(b).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    is_part(a, b) || is_part(b, a)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(url: &str, expected: Option<(&str, LinkKind)>) {
        let link = Link { url: url.to_owned(), text: "a".to_owned(), kind: LinkKind::Other };
        let found = settled(vec![link.clone(), link], Some("https://www.river.example/news/1"));
        let found: Vec<(&str, LinkKind)> = found.iter().map(|link| (link.url.as_str(), link.kind)).collect();
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn addresses_are_made_whole() {
        check("/city/2", Some(("https://www.river.example/city/2", LinkKind::Other)));
        check("//img.river.example/2", Some(("https://img.river.example/2", LinkKind::Other)));
    }

    #[test]
    fn what_leads_to_another_site_is_a_source() {
        check("https://council.example/paper.pdf", Some(("https://council.example/paper.pdf", LinkKind::Source)));
    }

    #[test]
    fn letters_calls_and_scripts_are_no_links() {
        for url in ["mailto:a@river.example", "tel:+380", "javascript:void(0)", "#comments", "JavaScript:x()"] {
            check(url, None);
        }
    }
}
