//! Tags, comments and text of a page's source, one after the other.

use memchr::{memchr, memmem};

/// A piece of a page's source; numbers are bytes of the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Token {
    /// Text up to the byte.
    Text(usize),
    /// A start tag: where its name ends, where it ends itself, whether it closes itself.
    Start { name: usize, end: usize, is_closed: bool },
    /// An end tag.
    End { name: usize, end: usize },
    /// A comment or declaration up to the byte.
    Comment(usize),
    /// A tag that the page's end cuts off.
    Cut,
}

/// The token that begins at a byte of the page; there must be one more byte.
pub(crate) fn token(page: &[u8], at: usize) -> Token {
    if page[at] != b'<' {
        return text(page, at);
    }
    match page.get(at + 1) {
        Some(byte) if byte.is_ascii_alphabetic() => start_tag(page, at + 1),
        Some(b'/') => match page.get(at + 2) {
            Some(byte) if byte.is_ascii_alphabetic() => end_tag(page, at + 2),
            Some(_) => Token::Comment(past(page, at + 2, b'>')),
            None => text(page, at),
        },
        Some(b'!') => comment(page, at + 2),
        Some(b'?') => Token::Comment(past(page, at + 2, b'>')),
        _ => text(page, at),
    }
}

/// Text: up to the next `<`, at least one byte.
fn text(page: &[u8], at: usize) -> Token {
    let rest = page.get(at + 1..).unwrap_or_default();
    Token::Text(memchr(b'<', rest).map_or(page.len(), |found| at + 1 + found))
}

/// One past the next such byte; the page's end when there is none.
fn past(page: &[u8], at: usize, byte: u8) -> usize {
    let rest = page.get(at..).unwrap_or_default();
    memchr(byte, rest).map_or(page.len(), |found| at + found + 1)
}

/// What begins with `<!`.
fn comment(page: &[u8], at: usize) -> Token {
    let rest = page.get(at..).unwrap_or_default();
    let Some(inside) = rest.strip_prefix(b"--") else { return Token::Comment(past(page, at, b'>')) };
    if inside.starts_with(b">") || inside.starts_with(b"->") {
        return Token::Comment(past(page, at, b'>'));
    }
    let plain = memmem::find(inside, b"-->").map(|found| at + 2 + found + 3);
    // `--!>` ends a comment too, but few pages have it: it is looked for only before the usual end.
    let odd_end = plain.unwrap_or(page.len()) - at - 2;
    let odd = memmem::find(&inside[..odd_end.min(inside.len())], b"--!>").map(|found| at + 2 + found + 4);
    Token::Comment(odd.or(plain).unwrap_or(page.len()))
}

/// One past the last byte of a name.
fn name_end(page: &[u8], at: usize) -> usize {
    let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>');
    page[at..].iter().position(ends).map_or(page.len(), |found| at + found)
}

fn start_tag(page: &[u8], at: usize) -> Token {
    let name = name_end(page, at);
    match tag_end(page, name) {
        Some(end) => Token::Start { name, end, is_closed: page[end - 2] == b'/' },
        None => Token::Cut,
    }
}

fn end_tag(page: &[u8], at: usize) -> Token {
    let name = name_end(page, at);
    tag_end(page, name).map_or(Token::Cut, |end| Token::End { name, end })
}

/// One past the `>` of a tag, from the end of its name; `None` when the page ends first.
fn tag_end(page: &[u8], name: usize) -> Option<usize> {
    let mut attributes = Attributes { page, at: name };
    while attributes.next().is_some() {}
    (page.get(attributes.at) == Some(&b'>')).then_some(attributes.at + 1)
}

/// The attributes of a tag: name and value as ranges of the page. Ends at the tag's `>` or the page's end.
pub(crate) struct Attributes<'p> {
    page: &'p [u8],
    at: usize,
}

/// One attribute: where its name and its value begin and end.
#[derive(Clone, Copy)]
pub(crate) struct Attribute {
    pub(crate) name: (usize, usize),
    pub(crate) value: (usize, usize),
}

impl<'p> Attributes<'p> {
    /// The attributes after the name of a tag, which ends at `at`.
    pub(crate) fn new(page: &'p [u8], at: usize) -> Self {
        Self { page, at }
    }

    fn byte(&self) -> Option<u8> {
        self.page.get(self.at).copied()
    }

    fn skip(&mut self, skips: impl Fn(u8) -> bool) {
        while self.byte().is_some_and(&skips) {
            self.at += 1;
        }
    }

    /// The value after `=`; `None` when its quotation mark is never closed.
    fn value(&mut self) -> Option<(usize, usize)> {
        self.at += 1;
        self.skip(|byte| byte.is_ascii_whitespace());
        let start = self.at;
        match self.byte() {
            Some(quote @ (b'"' | b'\'')) => {
                let Some(length) = memchr(quote, &self.page[start + 1..]) else {
                    self.at = self.page.len();
                    return None;
                };
                self.at = start + length + 2;
                Some((start + 1, start + 1 + length))
            }
            _ => {
                self.skip(|byte| !byte.is_ascii_whitespace() && byte != b'>');
                Some((start, self.at))
            }
        }
    }
}

impl Iterator for Attributes<'_> {
    type Item = Attribute;

    fn next(&mut self) -> Option<Attribute> {
        self.skip(|byte| byte.is_ascii_whitespace() || byte == b'/');
        let start = self.at;
        if matches!(self.byte(), None | Some(b'>')) {
            return None;
        }
        // A name may begin with `=`, but not go on with it.
        self.at += 1;
        self.skip(|byte| !byte.is_ascii_whitespace() && !matches!(byte, b'/' | b'>' | b'='));
        let name = (start, self.at);
        self.skip(|byte| byte.is_ascii_whitespace());
        let value = if self.byte() == Some(b'=') { self.value()? } else { (self.at, self.at) };
        Some(Attribute { name, value })
    }
}

/// Where the text of a raw element ends: before `</name`, or at the page's end.
pub(crate) fn raw_end(page: &[u8], from: usize, name: &[u8]) -> usize {
    let end = first_end(page, from, name);
    let text = page.get(from..end).unwrap_or_default();
    // A script in a comment in a script ends only itself. Few scripts hold a comment at all.
    let has_comment = name.eq_ignore_ascii_case(b"script") && memmem::find(text, b"<!--").is_some();
    let comment = if has_comment { memmem::rfind(text, b"<!--") } else { None };
    let comment = comment.and_then(|start| text.get(start..)).filter(|rest| memmem::find(rest, b"-->").is_none());
    match comment {
        Some(rest) if opens_script(rest) => first_end(page, (end + 2).min(page.len()), name),
        _ => end,
    }
}

fn opens_script(text: &[u8]) -> bool {
    let is_script = |at: usize| text.get(at + 1..at + 7).is_some_and(|name| name.eq_ignore_ascii_case(b"script"));
    memchr::memchr_iter(b'<', text).any(is_script)
}

/// Where the first end tag of a name stands, or the page's end.
fn first_end(page: &[u8], from: usize, name: &[u8]) -> usize {
    let mut at = from;
    while let Some(found) = memmem::find(&page[at..], b"</") {
        let start = at + found;
        let after = start + 2 + name.len();
        let is_name = page.get(start + 2..after).is_some_and(|found| found.eq_ignore_ascii_case(name));
        let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>');
        if is_name && page.get(after).is_none_or(ends) {
            return start;
        }
        at = start + 2;
    }
    page.len()
}
