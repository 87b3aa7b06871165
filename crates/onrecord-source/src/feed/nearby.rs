//! The file that an entry links to, if it lies in the feed's own folder.

use std::path::{Component, Path, PathBuf};

use onrecord_model::Page;

use super::entries::Entry;
use crate::input::{Input, is_stdin};
use crate::open::{self, Way};
use crate::{Given, SourceError, whole};

/// The page in the file that an entry links to; `None` when it links to none that may be read.
pub(crate) fn page(feed: &Path, entry: &Entry, given: &Given) -> Option<Result<Page, SourceError>> {
    let path = path(feed, entry.local.as_deref()?)?;
    let input = Input::at(path).ok().filter(|input| !input.is_archive())?;
    match open::open(&input) {
        Err(error) => Some(Err(error)),
        Ok(Way::Unpacked(opened)) => Some(whole::page(opened, given)),
        Ok(Way::Tape(_)) => None,
    }
}

/// Where the file lies: a feed is a stranger's, and names nothing outside its folder.
fn path(feed: &Path, link: &str) -> Option<PathBuf> {
    if is_stdin(feed) {
        return None;
    }
    let folder = feed.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let named = PathBuf::from(unescaped(without_scheme(link)?)?);
    let is_plain = named.components().all(|part| !matches!(part, Component::ParentDir | Component::Prefix(_)));
    let path = folder.join(&named);
    let is_inside = is_plain && path.canonicalize().ok()?.starts_with(folder.canonicalize().ok()?);
    (is_inside && path.is_file()).then_some(path)
}

/// The path of a `file:` address or of a relative one, without what is asked of it or where in it.
fn without_scheme(link: &str) -> Option<&str> {
    let path = match link.strip_prefix("file:") {
        Some(rest) => rest.strip_prefix("//localhost").or(rest.strip_prefix("//")).unwrap_or(rest),
        None if link.split('/').next().is_some_and(|front| front.contains(':')) || link.starts_with("//") => {
            return None;
        }
        None => link,
    };
    path.split(['?', '#']).next().filter(|path| !path.is_empty())
}

/// `a%20b` is `a b`.
fn unescaped(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&byte, behind)) = rest.split_first() {
        let digits = behind.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()).filter(|_| byte == b'%') {
            Some(escaped) => {
                bytes.push(escaped);
                rest = behind.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(byte);
                rest = behind;
            }
        }
    }
    String::from_utf8(bytes).ok().filter(|path| !path.contains('\0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_to_a_file_is_a_path() {
        let check = |link: &str, expected: Option<&str>| {
            assert_eq!(without_scheme(link).and_then(unescaped).as_deref(), expected, "{link}");
        };
        check("a%20b/c.html?x#y", Some("a b/c.html"));
        check("file:///tmp/a.html", Some("/tmp/a.html"));
        check("file:a.html", Some("a.html"));
        check("100%", Some("100%"));
        check("ftp://a/b", None);
        check("//host/a", None);
        check("#top", None);
    }
}
