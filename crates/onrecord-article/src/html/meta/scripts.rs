//! The dates that programs on a page hold of its article: `"datePublished":"2022-01-13"`, `pubDate = '…'`.

use memchr::memmem;

/// Names under which programs keep the day of publication, in small letters without marks; the surer goes first.
const NAMES: [&str; 18] = [
    "datepublished",
    "publishedat",
    "firstpublished",
    "firstpublishdate",
    "firstpublisheddate",
    "firstpublishedat",
    "datefirstpublished",
    "originallypublishedat",
    "publishedtime",
    "publisheddate",
    "publishdate",
    "publicationdate",
    "publishtime",
    "pubdate",
    "articlepublicationdate",
    "articlepublishtime",
    "articlepubdate",
    "isopubdate",
];
/// Every one of the names holds one of these parts, in these letters.
const PARTS: [&str; 5] = ["ublish", "ublicat", "pubDate", "pubdate", "pub_date"];
/// More names than this are those of a list of stories.
const MOST: usize = 200;
/// A value that is longer is no date; a name neither.
const LONGEST: usize = 40;

/// What stands under such names in a page's source, the surest first.
pub(super) fn dates(source: &str) -> Vec<&str> {
    let places = PARTS.iter().flat_map(|part| memmem::find_iter(source.as_bytes(), part).take(MOST));
    let mut found: Vec<(usize, usize, &str)> = places.filter_map(|at| named(source, at)).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, _, value)| value).collect()
}

/// The rank of the name around a place, the place, and the value that the name has.
fn named(source: &str, at: usize) -> Option<(usize, usize, &str)> {
    let is_in_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let before = source.get(source.floor_char_boundary(at.saturating_sub(LONGEST))..at)?;
    let after = source.get(at..)?;
    let head = before.rsplit(|c| !is_in_name(c)).next().unwrap_or_default();
    let tail = after.find(|c| !is_in_name(c)).filter(|&end| end <= LONGEST)?;
    let name = head.chars().chain(after[..tail].chars()).filter(char::is_ascii_alphanumeric);
    let name: String = name.map(|c| c.to_ascii_lowercase()).collect();
    let rank = NAMES.iter().position(|known| *known == name)?;
    Some((rank, at, value(&after[tail..])?))
}

/// The value behind a name: text in quotation marks, which may stand in a text themselves, or a number.
fn value(rest: &str) -> Option<&str> {
    let is_quote = |c: char| matches!(c, '"' | '\'' | '\\');
    let rest = rest.trim_start_matches(is_quote).trim_start();
    let rest = rest.strip_prefix([':', '='])?.trim_start().trim_start_matches(is_quote);
    let end = rest.find(|c| is_quote(c) || matches!(c, ';' | '}' | '<' | '>')).filter(|&end| end <= LONGEST)?;
    rest.get(..end).map(|value| value.trim().trim_end_matches(','))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_name_the_day_in_many_ways() {
        assert_eq!(dates(r#"{"datePublished":"2022-01-13T10:00:00Z"}"#), ["2022-01-13T10:00:00Z"]);
        assert_eq!(dates(r#"{\"published_at\":\"2022-01-13\"}"#), ["2022-01-13"]);
        assert_eq!(dates("layer.content.pubDate = '2022-01-13';"), ["2022-01-13"]);
        assert_eq!(dates(r#"{"publishedTime": 1642082700, "id": "5"}"#), ["1642082700"]);
    }

    #[test]
    fn the_surest_name_goes_first() {
        assert_eq!(dates(r#"{"pubDate":"2022-01-14","datePublished":"2022-01-13"}"#), ["2022-01-13", "2022-01-14"]);
    }

    #[test]
    fn other_names_and_other_values_are_none() {
        assert_eq!(
            dates(r#"{"last_published_date":"2022-01-13","isPublished":true,"publisher":"River Post"}"#),
            [""; 0]
        );
        assert_eq!(dates("published with pride"), [""; 0]);
    }
}
