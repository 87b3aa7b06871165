//! Names of the lists: one word in any case, or several that are spelled out.

use std::ops::Range;

use onrecord_lang::{Case, Features, NO_ENTRY, NameKind, Pack, Tags};
use onrecord_text::{Text, TokenKind};

use super::runs::{is_within, same_place};
use super::{Name, NamedKind, Names};

/// Names of the lists, the longest first.
pub(super) fn listed(text: &Text<'_>, pack: &Pack, names: &mut Names) {
    let mut at = 0;
    while at < text.tokens.len() {
        at = match long_name(text, pack, at).or_else(|| short_name(text, pack, at)) {
            Some(name) => {
                let end = name.tokens.end;
                names.claim(name);
                end
            }
            None => at + 1,
        };
    }
}

fn long_name(text: &Text<'_>, pack: &Pack, at: usize) -> Option<Name> {
    let first = &text.tokens[at];
    if first.kind != TokenKind::Word || !(first.is_capital || first.word.name != NO_ENTRY) {
        return None;
    }
    let (tokens, listed) =
        pack.long_names(text.normal(at)).find_map(|(words, place)| Some((spelled(text, at, words)?, place)))?;
    let kind = NamedKind::Listed(pack.names.get(listed as usize)?.kind);
    Some(Name { tokens: past_quotation(text, tokens), kind, listed: Some(listed), n_given: 0, entity: 0 })
}

/// The tokens that spell `words` in any case, starting with the token `at`.
fn spelled(text: &Text<'_>, at: usize, words: &[Box<str>]) -> Option<Range<usize>> {
    let mut next = at;
    for (n, word) in words.iter().enumerate() {
        let word = word.trim_matches(QUOTES);
        while n > 0 && is_mark(text.tokens.get(next)?.kind) {
            next += 1;
        }
        let form = text.normal(next);
        if form.is_empty() || !super::same_name(form, word) {
            return None;
        }
        next += 1;
    }
    let last = next - 1;
    // Capitals decide where a word is also a common one: «южный парк» is no name.
    let all_small = (at..next).all(|token| !text.tokens[token].is_capital);
    (!all_small && (words.len() > 1 || text.tokens[last].is_capital)).then_some(at..next)
}

const QUOTES: &[char] = &['«', '»', '"', '“', '”', '„'];

fn is_mark(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Open | TokenKind::StrayQuote)
}

/// How many tokens a quotation may have after the words of a listed name that began before its opening mark.
const LONGEST_REST: usize = 3;

/// «НАК «Нафтогаз Украины»»: a name that takes an opening mark in takes in the closing one, and what is between.
fn past_quotation(text: &Text<'_>, tokens: Range<usize>) -> Range<usize> {
    let Some(open) = tokens.clone().rev().find(|&at| is_mark(text.tokens[at].kind)) else { return tokens };
    let closes = |at: usize| matches!(text.tokens[at].kind, TokenKind::Close | TokenKind::StrayQuote);
    let listed = text.quotes.binary_search_by_key(&open, |quote| quote.open).ok();
    let close = match listed.map(|place| &text.quotes[place]) {
        Some(quote) => quote.is_closed.then_some(quote.close),
        None => Some(tokens.end).filter(|&end| end < text.tokens.len() && closes(end)),
    };
    match close.filter(|&close| close >= tokens.end && close - tokens.end <= LONGEST_REST) {
        Some(close) => tokens.start..close + 1,
        None => tokens,
    }
}

/// A listed name of several words as the list spells it, in the letters of the text: «Европейского союза» is
/// «Европейский союз».
pub(super) fn as_listed(text: &Text<'_>, pack: &Pack, name: &Name) -> Option<String> {
    let listed = name.listed?;
    let first = name.tokens.start;
    let mut spellings = pack.long_names(text.normal(first)).filter(|&(_, place)| place == listed);
    let words = spellings.find_map(|(words, _)| spelled(text, first, words).map(|_| words))?;
    let mut words = words.iter().map(|word| word.trim_matches(QUOTES));
    let mut written = String::new();
    for at in name.tokens.clone() {
        if text.tokens[at].after_space && at > first {
            written.push(' ');
        }
        let is_word = !text.normal(at).is_empty();
        match if is_word { words.next() } else { None } {
            Some(word) => written.push_str(&in_letters_of(text, at, word)),
            None => written.push_str(text.word(at)),
        }
    }
    Some(written)
}

/// A word with the capitals that another form of it has in the text; that form itself where the two are one.
pub(super) fn in_letters_of(text: &Text<'_>, at: usize, word: &str) -> String {
    let token = &text.tokens[at];
    let mut letters = word.chars();
    match letters.next() {
        Some(_) if text.normal(at) == word => text.word(at).to_owned(),
        Some(_) if token.is_acronym => word.to_uppercase(),
        Some(first) if token.is_capital => first.to_uppercase().chain(letters).collect(),
        _ => word.to_owned(),
    }
}

fn short_name(text: &Text<'_>, pack: &Pack, at: usize) -> Option<Name> {
    let token = &text.tokens[at];
    let listed = token.word.name;
    if listed == NO_ENTRY || !token.is_capital {
        return None;
    }
    let kind = pack.names.get(listed as usize)?.kind;
    if token.has(Tags::GIVEN) && !(kind.is_place() && is_where(text, at)) {
        return None;
    }
    if is_weak(kind) && follows_given_name(text, at) {
        return None;
    }
    // A small town's name at the head of a sentence is more often a common word.
    let common = Tags(
        Tags::SMALL.0 | Tags::ROLE.0 | Tags::PRON3.0 | Tags::DEM.0 | Tags::CUE_VERB.0 | Tags::ACT.0 | Tags::DOCUMENT.0,
    );
    if token.has(common) && !token.is_acronym {
        return None;
    }
    Some(Name { tokens: at..at + 1, kind: NamedKind::Listed(kind), listed: Some(listed), n_given: 0, entity: 0 })
}

/// «В Милане»: within something stands a place, though a woman may be called so; not where a surname follows.
fn is_where(text: &Text<'_>, at: usize) -> bool {
    let surname = text.tokens.get(at + 1).is_some_and(|next| next.is_capital && same_place(text, at, at + 1));
    !surname && at > 0 && is_within(text, at - 1) && same_place(text, at - 1, at)
}

/// Names that people bear too.
fn is_weak(kind: NameKind) -> bool {
    use NameKind::{City, Company, Party, Region, Team, Water};
    matches!(kind, City | Region | Water | Team | Company | Party)
}

/// Whether a given name stands right before, or an office before and another capital after ("Minister Lowell Finch").
fn follows_given_name(text: &Text<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|&before| same_place(text, before, at)) else { return false };
    let given = text.tokens[before].has(Tags::GIVEN) && text.tokens[before].is_capital;
    let office = text.tokens[before].has(Tags::ROLE) && text.tokens[at].is(Features::case(Case::Nominative));
    let after = text.tokens.get(at + 1).is_some_and(|next| next.is_capital && next.is_word() && next.word.tags.0 == 0);
    given || office && after && same_place(text, at, at + 1)
}
