//! The headline: of all that a page calls its title, what agrees best with the rest.

use onrecord_lang::normal;

use super::sites::Sites;

/// What a page calls its title.
#[derive(Default)]
pub(super) struct Titles<'p> {
    /// Headings of the first rank, in order.
    pub(super) headings: Vec<&'p str>,
    /// Titles for machines, the best first: OpenGraph, JSON-LD, Twitter and others.
    pub(super) heads: Vec<&'p str>,
    /// The page's `<title>`.
    pub(super) title: Option<&'p str>,
    /// The part of it that the page shows as a headline.
    pub(super) shown: Option<&'p str>,
}

/// How much a heading must agree with what the page's head says to be believed against it.
const ENOUGH: f32 = 0.35;
/// How much more a later heading must agree than an earlier one.
const BETTER: f32 = 0.15;
/// A heading of so many words that stands alone is a headline, whatever the page's head says.
const MANY_WORDS: usize = 7;
/// A heading longer than this, in bytes, is no headline.
const LONGEST: usize = 400;
/// A title with more marks than this is a list.
const MOST_MARKS: usize = 8;
/// A headline that a title holds has at least so many words.
pub(super) const FEW_WORDS: usize = 3;

/// The headline.
pub(super) fn headline(titles: &Titles<'_>, sites: &Sites) -> Option<String> {
    let heads: Vec<&str> = titles.heads.iter().copied().chain(titles.title).collect();
    let cut: Vec<&str> = heads.iter().map(|head| without_site(head, sites)).collect();
    let folded: Vec<Vec<String>> = cut.iter().map(|head| folded(head)).collect();
    let agreement = |text: &str| {
        let words = self::folded(text);
        folded.iter().map(|head| shared(&words, head)).fold(0.0, f32::max)
    };
    let is_heading = |text: &&str| text.len() <= LONGEST && !sites.is_name(text) && text.contains(char::is_alphabetic);
    let mut best: Option<(f32, &str)> = None;
    // What stands in a heading on a line of its own may be its date or its kicker.
    let lines = titles
        .headings
        .iter()
        .flat_map(|heading| std::iter::once(*heading).chain(heading.lines().filter(|_| heading.contains('\n'))));
    for heading in lines.filter(is_heading) {
        let score = agreement(heading);
        if best.is_none_or(|(known, _)| score > known + BETTER || known < ENOUGH && score > known) {
            best = Some((score, heading));
        }
    }
    let found = match best {
        Some((score, heading)) if score >= ENOUGH || heads.is_empty() => Some(heading),
        Some((_, heading)) if titles.headings.len() == 1 && heading.split_whitespace().count() >= MANY_WORDS => {
            Some(heading)
        }
        _ if titles.shown.is_some() => titles.shown,
        other => cut
            .iter()
            .copied()
            .find(|head| !head.is_empty() && !sites.is_name(head))
            .or(other.map(|(_, heading)| heading)),
    };
    found.map(|found| clean(found, sites)).filter(|found| !found.is_empty())
}

/// A title on one line, without the site's name.
fn clean(title: &str, sites: &Sites) -> String {
    let title = without_site(title, sites);
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The marks that stand between a headline and a site's name.
fn is_separator(word: &str) -> bool {
    matches!(
        word,
        "|" | "||"
            | "-"
            | "--"
            | "–"
            | "—"
            | "·"
            | "•"
            | "»"
            | "«"
            | "::"
            | ":"
            | "/"
            | "//"
            | "<"
            | ">"
            | "~"
            | "*"
            | "›"
            | "‹"
            | "⋆"
    )
}

/// A title without the parts at its end, or at its beginning, that are the site's name.
pub(super) fn without_site<'t>(title: &'t str, sites: &Sites) -> &'t str {
    let mut title = title.trim();
    for _ in 0..3 {
        let Some((head, tail)) = last_part(title) else { break };
        if !sites.is_like(tail) || sites.is_name(head) || head.is_empty() {
            break;
        }
        title = head;
    }
    title = without_section(title);
    match first_part(title) {
        Some((head, tail)) if sites.is_name(head) && !tail.is_empty() => tail,
        _ => title,
    }
}

/// A title without the few words behind its last `|`, which name a section or a kind of text: "… | Opinion".
fn without_section(title: &str) -> &str {
    let n_words = |text: &str| text.split_whitespace().count();
    match title.rsplit_once('|') {
        Some((head, tail)) if n_words(head) >= 4 && n_words(tail) <= 4 => head.trim_end(),
        _ => title,
    }
}

/// A title divided at its last separator.
fn last_part(title: &str) -> Option<(&str, &str)> {
    let mut end = title.len();
    for word in title.rsplit(char::is_whitespace) {
        let start = end - word.len();
        let is_stroke = word.len() > 1 && word.ends_with('|');
        if (is_separator(word) || is_stroke) && start > 0 {
            let head = if is_stroke { title.get(..end - 1)? } else { title.get(..start)? };
            return Some((head.trim_end(), title.get(end..)?.trim()));
        }
        end = start
            .saturating_sub(title.get(..start).and_then(|head| head.chars().next_back()).map_or(0, char::len_utf8));
    }
    title.rsplit_once('|').map(|(head, tail)| (head.trim_end(), tail.trim()))
}

/// The parts of a title between the marks that stand alone in it.
pub(super) fn parts(title: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut at) = (0, 0);
    for word in title.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        if is_separator(bare) || bare.len() > 1 && bare.ends_with('|') {
            let end = if is_separator(bare) { at } else { at + bare.len() - 1 };
            parts.extend(title.get(start..end).map(str::trim));
            start = at + word.len();
        }
        at += word.len();
    }
    parts.extend(title.get(start..).map(str::trim));
    parts.retain(|part| !part.is_empty());
    parts
}

/// A name without the quotation marks around all of it.
pub(super) fn unquoted(name: &str) -> &str {
    let name = name.trim();
    let pairs = [('«', '»'), ('“', '”'), ('„', '“'), ('"', '"')];
    let inner = pairs.iter().find_map(|(open, close)| name.strip_prefix(*open)?.strip_suffix(*close));
    inner.filter(|inner| !inner.contains(['«', '»', '“', '”', '"'])).unwrap_or(name)
}

/// A title without what stands before or behind a mark in it, when the page shows the rest alone as its headline.
pub(super) fn shown_alone<'t>(title: &'t str, is_shown: &dyn Fn(&str) -> bool) -> Option<&'t str> {
    let mut at = 0;
    let mut marks = Vec::new();
    for word in title.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        if is_separator(bare) {
            marks.push((at, at + word.len()));
        } else if bare.len() > 1 && bare.ends_with([':', '|']) {
            marks.push((at + bare.len() - 1, at + word.len()));
        }
        at += word.len();
    }
    if marks.is_empty() || marks.len() > MOST_MARKS || is_shown(title) {
        return None;
    }
    let heads = marks.iter().rev().filter_map(|(end, _)| title.get(..*end));
    let tails = marks.iter().filter_map(|(_, start)| title.get(*start..));
    let rest = heads.chain(tails).map(str::trim);
    rest.filter(|rest| rest.split_whitespace().count() >= FEW_WORDS).find(|rest| is_shown(rest))
}

/// A title divided at its first separator.
fn first_part(title: &str) -> Option<(&str, &str)> {
    let mut at = 0;
    for word in title.split(char::is_whitespace) {
        if is_separator(word) && at > 0 {
            return Some((title.get(..at)?.trim_end(), title.get(at + word.len()..)?.trim_start()));
        }
        if let Some(head) = word.strip_suffix(':') {
            return Some((title.get(..at + head.len())?, title.get(at + word.len()..)?.trim_start()));
        }
        at += word.len() + title.get(at + word.len()..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    None
}

/// What a title for machines leaves out of the page's title: the site's name.
pub(super) fn rest_of<'t>(title: &'t str, headline: &str) -> Option<&'t str> {
    let (title, headline) = (title.trim(), headline.trim());
    let rest =
        title.strip_prefix(headline).or_else(|| title.strip_suffix(headline)).filter(|_| !headline.is_empty())?;
    let name = rest.trim_matches(|c: char| !c.is_alphanumeric());
    let is_divided = rest.trim() != name;
    (is_divided && (1..=6).contains(&name.split_whitespace().count())).then_some(name)
}

/// The words of a title in small letters, sorted.
fn folded(title: &str) -> Vec<String> {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut words: Vec<String> = words.take(80).map(normal).collect();
    words.sort_unstable();
    words
}

/// The part of the words of both that they share, 0 to 1.
fn shared(a: &[String], b: &[String]) -> f32 {
    let (mut at_a, mut at_b, mut n_shared) = (0, 0, 0_u16);
    while let (Some(word_a), Some(word_b)) = (a.get(at_a), b.get(at_b)) {
        n_shared += u16::from(word_a == word_b);
        at_a += usize::from(word_a <= word_b);
        at_b += usize::from(word_b <= word_a);
    }
    let all = (a.len() + b.len()).max(1) as f32;
    2.0 * f32::from(n_shared) / all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(headings: &[&str], heads: &[&str], title: &str, expected: &str) {
        let sites = Sites::new(["Речная газета", "River Post"], Some("river-post.example"));
        let titles = Titles { headings: headings.to_vec(), heads: heads.to_vec(), title: Some(title), shown: None };
        assert_eq!(headline(&titles, &sites).as_deref(), Some(expected));
    }

    #[test]
    fn a_heading_that_the_head_agrees_with_is_the_headline() {
        check(
            &["Мост открыли раньше срока"],
            &[],
            "Мост открыли раньше срока | Речная газета",
            "Мост открыли раньше срока",
        );
        check(
            &["River Post", "Bridge opens early"],
            &["Bridge opens early"],
            "Bridge opens early",
            "Bridge opens early",
        );
    }

    #[test]
    fn a_heading_that_speaks_of_something_else_is_none() {
        check(&["Our blog"], &["Bridge opens early"], "Bridge opens early - River Post", "Bridge opens early");
        check(&[], &[], "Bridge opens early — river-post.example", "Bridge opens early");
    }

    #[test]
    fn what_the_page_shows_of_its_title_is_the_headline() {
        let check = |title: &str, shown: &[&str], expected: Option<&str>| {
            assert_eq!(shown_alone(title, &|part| shown.contains(&part)), expected, "{title}");
        };
        check("River :: Bridge opens early", &["Bridge opens early"], Some("Bridge opens early"));
        check("Bridge opens early - City - River", &["Bridge opens early"], Some("Bridge opens early"));
        check("Bridge — opens early - River", &["Bridge — opens early"], Some("Bridge — opens early"));
        check("To print: Bridge opens early", &["Bridge opens early"], Some("Bridge opens early"));
        check("City: Bridge opens early", &["City: Bridge opens early", "Bridge opens early"], None);
    }

    #[test]
    fn a_headline_keeps_its_own_dashes() {
        check(
            &[],
            &["Мост открыли — движение пущено"],
            "Мост открыли — движение пущено",
            "Мост открыли — движение пущено",
        );
    }

    #[test]
    fn a_section_behind_a_headline_is_cut() {
        check(&["Bridge opens earlier than planned | Opinion"], &[], "Bridge", "Bridge opens earlier than planned");
    }

    #[test]
    fn the_sites_name_may_stand_first() {
        check(&[], &[], "River Post: Bridge opens early", "Bridge opens early");
        check(&[], &[], "Речная газета | Мост открыли", "Мост открыли");
    }

    #[test]
    fn what_machines_leave_out_is_the_sites_name() {
        assert_eq!(rest_of("Harbour News: Bridge opens", "Bridge opens"), Some("Harbour News"));
        assert_eq!(rest_of("Мост открыли — Речная газета", "Мост открыли"), Some("Речная газета"));
        assert_eq!(rest_of("Bridge opens", "Bridge opens"), None);
        assert_eq!(rest_of("Bridge opens early", "Bridge opens"), None);
    }

    #[test]
    fn without_a_head_the_heading_is_all_there_is() {
        let titles = Titles { headings: vec!["Міст відкрили"], ..Titles::default() };
        assert_eq!(headline(&titles, &Sites::default()).as_deref(), Some("Міст відкрили"));
        assert_eq!(headline(&Titles::default(), &Sites::default()), None);
    }
}
