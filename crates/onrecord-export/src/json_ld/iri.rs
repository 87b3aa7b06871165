//! Addresses of nodes: web addresses where they are sound, URNs of our own elsewhere.

use std::fmt::Write;

use onrecord_model::ArticleRecord;

/// The article's address: the document's where it is sound, else a URN made of the document's id.
pub(crate) fn article(record: &ArticleRecord) -> String {
    match record.document.url.as_deref().and_then(web) {
        Some(url) => url.to_owned(),
        None => urn("document", &[&record.document.id]),
    }
}

/// The address of an entity, which is known within its document only.
pub(crate) fn entity(record: &ArticleRecord, id: &str) -> String {
    urn("entity", &[&record.document.id, id])
}

/// The address of the document's bytes.
pub(crate) fn bytes(record: &ArticleRecord) -> String {
    format!("urn:sha256:{}", encoded(&record.document.sha256))
}

/// A URN of ours; the name space is not registered.
pub(crate) fn urn(kind: &str, names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| encoded(name)).collect();
    format!("urn:onrecord:{kind}:{}", names.join(":"))
}

/// Everything but letters, digits and `-._~` of ASCII as percent signs with two digits.
fn encoded(name: &str) -> String {
    let mut encoded = String::with_capacity(name.len());
    for &byte in name.as_bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            write!(encoded, "%{byte:02X}").expect("a string takes all that is written");
        }
    }
    encoded
}

/// The address itself if it is a web address by RFC 3987.
///
/// Others are never given as addresses: "prov:used" would be a term of the context, and a space would break the document.
/// Addresses with a user's name in them are refused too; they are there to mislead.
pub(crate) fn web(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let (before, fragment) = path.split_once('#').unwrap_or((path, ""));
    let (path, query) = before.split_once('?').unwrap_or((before, ""));
    let is_sound = is_host(host)
        && is_made_of(path, is_path)
        && is_made_of(query, |char| is_path(char) || char == '?' || is_private(char))
        && is_made_of(fragment, |char| is_path(char) || char == '?');
    is_sound.then_some(url)
}

fn is_host(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, ""));
    !name.is_empty()
        && is_made_of(name, |char| is_plain(char) || is_delimiter(char))
        && port.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether all of `part` is allowed, or a percent sign with two digits.
fn is_made_of(part: &str, allowed: impl Fn(char) -> bool) -> bool {
    let mut chars = part.chars();
    while let Some(char) = chars.next() {
        let is_escape = char == '%'
            && [chars.next(), chars.next()].iter().all(|digit| digit.is_some_and(|digit| digit.is_ascii_hexdigit()));
        if !is_escape && !allowed(char) {
            return false;
        }
    }
    true
}

fn is_path(char: char) -> bool {
    is_plain(char) || is_delimiter(char) || matches!(char, ':' | '@' | '/')
}

/// `iunreserved` of RFC 3987.
fn is_plain(char: char) -> bool {
    char.is_ascii_alphanumeric() || matches!(char, '-' | '.' | '_' | '~') || is_beyond_ascii(char)
}

/// `ucschar` of RFC 3987: no private use, no characters that are none, no tags.
fn is_beyond_ascii(char: char) -> bool {
    let point = u32::from(char);
    match point {
        0xA0..=0xD7FF | 0xF900..=0xFDCF | 0xFDF0..=0xFFEF => true,
        0x1_0000..=0xD_FFFF => point & 0xFFFF <= 0xFFFD,
        0xE_1000..=0xE_FFFD => true,
        _ => false,
    }
}

/// `iprivate` of RFC 3987.
fn is_private(char: char) -> bool {
    matches!(u32::from(char), 0xE000..=0xF8FF | 0xF_0000..=0xF_FFFD | 0x10_0000..=0x10_FFFD)
}

/// `sub-delims` of RFC 3987.
fn is_delimiter(char: char) -> bool {
    matches!(char, '!' | '$' | '&' | '\'' | '(' | ')' | '*' | '+' | ',' | ';' | '=')
}

#[cfg(test)]
mod tests {
    use onrecord_trials::Chance;

    use super::*;

    /// `url` can or cannot stand as an address.
    fn check(url: &str, is_sound: bool) {
        assert_eq!(web(url).is_some(), is_sound, "{url}");
    }

    #[test]
    fn addresses_of_the_web_stand_as_they_are() {
        check("https://visti.example/2022/01/09/?a=b&c=%D0%B0#top", true);
        check("http://вести.example:8080/мост", true);
        check("https://visti.example", true);
    }

    #[test]
    fn addresses_that_would_break_the_document_are_no_addresses() {
        check("https://visti.example/a b", false);
        check("https://visti.example/<script>", false);
        check("https://visti.example/\"},{", false);
        check("https://visti.example/%zz", false);
        check("https://visti.example/%", false);
        check("https://visti.example/\n", false);
        check("https://visti.example/#a#b", false);
        check("https://visti.example:port/", false);
        check("https://", false);
        check("https:///path", false);
    }

    #[test]
    fn what_is_no_web_address_is_none_here() {
        check("prov:used", false);
        check("@type", false);
        check("_:b0", false);
        check("javascript:alert(1)", false);
        check("/2022/01/09/", false);
        check("https://bank.example@evil.example/", false);
    }

    #[test]
    fn every_address_that_stands_is_one_by_the_standard() {
        let pieces =
            ["a", "/", "?", "#", ":", "@", "%41", "%", "й", " ", "<", "[", "]", "\u{e000}", "\u{fffe}", "|", "."];
        let (mut chance, mut n_sound) = (Chance::new(1), 0);
        for _ in 0..20_000 {
            let length = chance.below(9);
            let rest: String = (0..length).filter_map(|_| chance.pick(&pieces)).copied().collect();
            if let Some(url) = web(&format!("https://{rest}")) {
                assert!(oxiri::Iri::parse(url).is_ok(), "{url}");
                n_sound += 1;
            }
        }
        assert!(n_sound > 500, "{n_sound}");
    }

    #[test]
    fn names_in_urns_are_encoded() {
        assert_eq!(urn("outlet", &["Вісті: 1"]), "urn:onrecord:outlet:%D0%92%D1%96%D1%81%D1%82%D1%96%3A%201");
    }
}
