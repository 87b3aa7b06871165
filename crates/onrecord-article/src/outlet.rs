//! Who published it, and from whom a whole text was taken.

use onrecord_lang::{BylineWord, PageWords, normal};
use onrecord_model::{Lang, Page, Span};

use crate::fold::Folded;

/// The outlet: as given, by the address, or by a copyright line.
pub(crate) fn outlet(page: &Page, lang: Lang, copyright: Option<&str>, words: &PageWords) -> Option<String> {
    let given = page.outlet.as_deref().map(str::trim).filter(|given| !given.is_empty());
    let by_url = || page.url.as_deref().and_then(host).map(|host| by_host(&host, lang, words));
    given.map(str::to_owned).or_else(by_url).or_else(|| copyright.and_then(|line| holder(line, words)))
}

/// The host of an address in small letters, without its port and `www.`.
pub(crate) fn host(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (host.contains('.') && host.len() <= 253).then(|| host.to_owned())
}

/// The outlet that the lists know at a host or at what it is a part of; else the host.
pub(crate) fn by_host(host: &str, lang: Lang, words: &PageWords) -> String {
    let mut domain = host;
    loop {
        if let Some(name) = words.outlet_at(domain, lang) {
            return name.trim_matches(['«', '»', '"']).to_owned();
        }
        match domain.split_once('.') {
            Some((_, parent)) if parent.contains('.') => domain = parent,
            _ => return host.to_owned(),
        }
    }
}

/// The holder in a copyright line: «© 2005-2018, Речная газета. Все права…».
pub(crate) fn holder(line: &str, words: &PageWords) -> Option<String> {
    let (before, rest) = line.split_once('©')?;
    let is_right = |word: &str| words.byline(&normal(word)) == Some(BylineWord::Rights);
    let is_short = before.split_whitespace().all(|word| is_right(word.trim_matches(|c: char| !c.is_alphabetic())));
    let mut rest = begun(rest);
    while let Some(first) = rest.split(|c: char| !c.is_alphabetic()).next().filter(|first| is_right(first)) {
        rest = begun(rest.get(first.len()..)?);
    }
    let end = rest.char_indices().find(|&(at, c)| {
        let next = rest[at + c.len_utf8()..].chars().next();
        matches!(c, ',' | '|' | ';' | '/' | '(' | '\n')
            || c == '.' && next.is_none_or(char::is_whitespace)
            || c.is_ascii_digit()
    });
    let name = rest[..end.map_or(rest.len(), |(at, _)| at)].trim();
    let inner = name.strip_prefix('«').and_then(|name| name.strip_suffix('»'));
    let name = inner.filter(|inner| !inner.contains(['«', '»'])).unwrap_or(name);
    let begins = name.chars().find(|c| c.is_alphabetic());
    let is_name = (1..=4).contains(&name.split_whitespace().count()) && begins.is_some_and(char::is_uppercase);
    (is_name && is_short).then(|| name.to_owned())
}

/// What follows years and marks; a quotation mark begins a name.
fn begun(rest: &str) -> &str {
    rest.trim_start_matches(|c: char| !c.is_alphabetic() && c != '«')
}

/// The outlet that a source line names («Источник: Речная газета», "Source: Reuters").
pub(crate) fn source(text: &str, span: Span, words: &PageWords) -> Option<String> {
    let mut folded = Folded::default();
    folded.fold(text, span);
    let first = folded.word(0).trim_end_matches(':');
    let is_source = words.byline(first) == Some(BylineWord::Source) && folded.words.len() <= 7;
    let from = if folded.word(0).ends_with(':') { 1 } else { 2 };
    let name = folded.span(from, folded.words.len()).of(text);
    let is_quoted = name.trim_start().starts_with(['«', '"', '“', '„']);
    let name = bare(name);
    let is_marked = from == 1 || folded.word(1).chars().all(|c| !c.is_alphanumeric());
    let is_name = words.is_outlet(&normal(name))
        || name.contains('.') && !name.contains(char::is_whitespace)
        || is_title(name)
        || is_quoted && name.split_whitespace().count() <= 4;
    (is_source && is_marked && is_name && !name.is_empty()).then(|| name.to_owned())
}

/// A name without marks around it; quotation marks that hold only a part of it stay.
fn bare(name: &str) -> &str {
    let is_quote = |c: char| matches!(c, '«' | '»' | '"' | '“' | '”' | '„');
    let bare = name.trim_matches(|c: char| !c.is_alphanumeric());
    let rest = name.get(bare.len() + (bare.as_ptr().addr() - name.as_ptr().addr())..).unwrap_or_default();
    let end = rest.chars().next().filter(|&c| is_quote(c) && bare.contains(is_quote)).map_or(0, char::len_utf8);
    let start = bare.as_ptr().addr() - name.as_ptr().addr();
    name.get(start..start + bare.len() + end).unwrap_or(bare)
}

/// Whether every word has a capital.
fn is_title(name: &str) -> bool {
    name.split_whitespace().count() <= 4
        && name.split_whitespace().all(|word| word.chars().next().is_some_and(|c| !c.is_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::packs;

    fn check(url: &str, copyright: Option<&str>, expected: Option<&str>) {
        let packs = packs();
        let page = Page { url: Some(url.to_owned()), ..Page::default() };
        let lang = Lang::new("ru").unwrap_or(Lang::UNKNOWN);
        assert_eq!(outlet(&page, lang, copyright, packs.page_words()).as_deref(), expected);
    }

    #[test]
    fn a_known_domain_gives_the_outlet_its_name() {
        check("https://www.regnum.ru/news/1.html", None, Some("REGNUM"));
    }

    #[test]
    fn a_part_of_a_known_domain_is_the_same_outlet() {
        check("http://amp.regnum.ru:80/news", None, Some("REGNUM"));
    }

    #[test]
    fn an_unknown_host_is_its_own_name() {
        check("https://www.river-post.example/a", None, Some("river-post.example"));
    }

    #[test]
    fn without_an_address_the_copyright_line_tells() {
        check("", Some("© 2005-2018, Речная газета. Все права защищены"), Some("Речная газета"));
        check("", Some("Все права защищены"), None);
        check("", Some("© Copyright 2001-2022 River Newspapers (a division)"), Some("River Newspapers"));
        check("", Some("Copyright © 1998 River Post."), Some("River Post"));
        check("", Some("© 2009–2024 «Пятница». Все права"), Some("Пятница"));
        check("", Some("© Газета «Холмы»"), Some("Газета «Холмы»"));
    }

    #[test]
    fn a_source_line_names_whose_text_it_is() {
        let packs = packs();
        let check = |line: &str, expected: Option<&str>| {
            assert_eq!(source(line, Span::new(0, line.len()), packs.page_words()).as_deref(), expected, "{line}");
        };
        check("Источник: РИА Новости", Some("РИА Новости"));
        check("Джерело: Укрінформ.", Some("Укрінформ"));
        check("Source: Reuters", Some("Reuters"));
        check("Источник: ИА «Плёс».", Some("ИА «Плёс»"));
        check("Источник: «Речная газета»", Some("Речная газета"));
        check("Источник сообщил о переговорах", None);
    }
}
