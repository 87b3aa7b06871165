//! Small readings of XML: an attribute, the encoding that the first line declares.

use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

/// The declaration stands within so many bytes.
const DECLARATION: usize = 200;

/// The value of an attribute, whatever the case of its name.
pub(crate) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.html_attributes();
    let attributes = attributes.with_checks(false);
    let found = attributes.flatten().find(|attribute| attribute.key.as_ref().eq_ignore_ascii_case(name))?;
    let value = found.normalized_value(XmlVersion::Explicit1_0).ok()?;
    Some(value.trim().to_owned())
}

/// The encoding of `<?xml encoding="windows-1251"?>`, written as a server would.
pub(crate) fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..DECLARATION).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head);
    let declaration = head.split_once("?>")?.0;
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let name = value.get(1..)?.split(quote).next()?;
    Some(format!("application/xml; charset={name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_declaration_names_the_encoding() {
        let check = |head: &str, expected: Option<&str>| {
            let found = declared_encoding(head.as_bytes());
            assert_eq!(found.as_deref().and_then(|header| header.split_once('=')).map(|(_, name)| name), expected);
        };
        check("<?xml version=\"1.0\" encoding=\"windows-1251\"?>", Some("windows-1251"));
        check("<?xml version='1.0' encoding = 'koi8-u' ?><rss/>", Some("koi8-u"));
        check("<?xml version=\"1.0\"?><rss encoding=\"x\"/>", None);
        check("<rss>", None);
    }
}
