//! Names that no list has and nobody bears: titles in quotation marks, words in foreign letters, names after «компания».

use std::ops::Range;

use onrecord_lang::{Features, NameKind, Pack, Tags};
use onrecord_text::{Quote, Text, Token, TokenKind};

use super::runs::same_place;
use super::{Name, NamedKind, Names};

/// The longest title, and the longest that no noun announces.
const LONGEST: usize = 6;
const LONGEST_ALONE: usize = 4;

/// Short quotations without a verb that begin with a capital: names of companies, papers, projects.
pub(super) fn quoted(text: &Text<'_>, passages: &Passages, names: &mut Names) {
    for quote in &text.quotes {
        let inside = quote.open + 1..quote.close;
        if !quote.is_closed || inside.is_empty() || inside.len() > LONGEST || !is_open(text, names, quote) {
            continue;
        }
        let announced = is_announced(text, quote);
        let stops =
            text.tokens[inside.clone()].iter().any(|token| matches!(token.kind, TokenKind::Stop | TokenKind::Comma));
        let short = announced || inside.len() <= LONGEST_ALONE && !tells_how(text, inside.clone());
        let foreign = passages.holds(inside.start);
        if text.tokens[inside.start].is_capital
            && !foreign
            && !stops
            && short
            && !is_clause(text, inside.clone(), announced)
        {
            names.give_up(inside.clone());
            names.claim(titled(inside));
        }
    }
    names.drop_empty();
}

fn titled(tokens: Range<usize>) -> Name {
    Name { tokens, kind: NamedKind::Titled, listed: None, n_given: 0, entity: 0 }
}

/// Whether the noun before says that a name comes.
fn is_announced(text: &Text<'_>, quote: &Quote) -> bool {
    quote.open > 0 && text.tokens[quote.open - 1].has(Tags(Tags::BODY.0 | Tags::OUTLET.0 | Tags::OTHER.0))
}

/// Whether a quotation may become a name: no name reaches into it, and none inside it is the whole of it; a shorter
/// one inside is part of the title: «Голос Америки» is no America.
fn is_open(text: &Text<'_>, names: &Names, quote: &Quote) -> bool {
    let inside = quote.open + 1..quote.close;
    if names.is_free(inside.clone()) {
        return true;
    }
    let mut within = inside.clone().filter_map(|at| names.at(at));
    let starts_with_body = names.starting(inside.start).is_some_and(|name| is_body(name.kind));
    let noun = quote.open > 0 && text.tokens[quote.open - 1].has(Tags(Tags::BODY.0 | Tags::OUTLET.0));
    (noun || starts_with_body)
        && within.all(|name| {
            name.tokens.start >= inside.start && name.tokens.end <= inside.end && name.tokens.len() < inside.len()
        })
}

fn is_body(kind: NamedKind) -> bool {
    use NameKind::{Body, Company, Outlet, Party, Team};
    matches!(kind, NamedKind::Listed(Body | Company | Outlet | Party | Team))
}

/// Whether the first of several words tells how or when, as no name does: «Снова забастовки».
fn tells_how(text: &Text<'_>, inside: Range<usize>) -> bool {
    let first = &text.tokens[inside.start];
    let adverb = Tags(Tags::ADV.0 | Tags::PARTICLE.0 | Tags::NEG.0);
    inside.len() > 1 && (first.has(adverb) || first.is(Features::ADV) && !first.is(Features::NOUN))
}

/// Whether words make a clause: a pronoun, a denial, a finite verb, a short participle; where no noun announces a name,
/// a form that might be one is enough.
fn is_clause(text: &Text<'_>, tokens: Range<usize>, announced: bool) -> bool {
    let first = tokens.start;
    let personal = Tags(Tags::PRON3.0 | Tags::PRON1.0);
    tokens.into_iter().any(|at| {
        let token = &text.tokens[at];
        let denied = at > first && token.has(Tags::NEG);
        let noun = token.is(Features::NOUN) && (announced || !token.is(Features::GUESSED));
        let verb = token.is(Features(Features::FINITE.0 | Features::SHORT.0)) && !noun && !token.is(Features::ADJ);
        token.has(personal) || denied || verb && (!token.is_capital || at == first && !announced && is_past(token))
    })
}

fn is_past(token: &Token) -> bool {
    token.is(Features::PAST) && !token.is(Features::GUESSED)
}

/// An unknown name after the noun that says what it is: «компании Норд-Стрим», "security firm Secunia.com".
pub(super) fn body_name(text: &Text<'_>, run: Range<usize>) -> Option<Name> {
    let before = run.start.checked_sub(1).filter(|&before| same_place(text, before, run.start))?;
    let body = text.tokens[before].has(Tags(Tags::BODY.0 | Tags::OUTLET.0)) && !text.tokens[before].is_capital;
    body.then(|| titled(run))
}

/// Where nothing declines: several capitals in a row, or capitals alone, are a title ("PC World", "NCLAN").
pub(super) fn capitals(text: &Text<'_>, pack: &Pack, run: Range<usize>) -> Option<Name> {
    let plain = run.clone().all(|at| text.tokens[at].is_word());
    let title = plain && !pack.has_cases() && (run.len() >= 2 || text.tokens[run.start].is_acronym);
    title.then(|| titled(run))
}

/// Latin words in a Cyrillic text: a company, a paper, a product.
pub(super) fn foreign(text: &Text<'_>, passages: &Passages, run: Range<usize>) -> Option<Name> {
    let latin = passages.in_cyrillic && run.clone().all(|at| is_latin(text, at));
    let name = latin && !passages.holds(run.start) && !(run.len() == 1 && is_roman_number(text.word(run.start)));
    name.then(|| titled(run.start..past_number(text, run.end)))
}

pub(super) fn is_latin(text: &Text<'_>, at: usize) -> bool {
    text.word(at).is_ascii() && text.word(at).chars().next().is_some_and(char::is_alphabetic)
}

/// «В I квартале», «Людовик XVI».
pub(super) fn is_roman_number(word: &str) -> bool {
    word.chars().all(|letter| "IVXLC".contains(letter))
}

/// Passages of a Cyrillic text that are written in Latin letters: a tweet, a quotation. Their capitals are no
/// companies.
pub(super) struct Passages {
    /// Whether the text itself is Cyrillic.
    pub(super) in_cyrillic: bool,
    all: Vec<Range<usize>>,
}

/// A passage has so many small words at least; names have fewer ("Bank of America").
const SMALL_WORDS: usize = 2;

impl Passages {
    pub(super) fn find(text: &Text<'_>) -> Self {
        let in_cyrillic = !text.article.text.chars().take(400).all(|c| c.is_ascii() || !c.is_alphabetic());
        let mut passages = Self { in_cyrillic, all: Vec::new() };
        let (mut start, mut small) = (0, 0);
        for at in 0..=text.tokens.len() {
            let goes_on = text.tokens.get(at).is_some_and(|token| !token.is_word() || is_latin(text, at));
            if goes_on {
                small += usize::from(text.tokens[at].is_word() && is_small(text.word(at)));
                continue;
            }
            if small >= SMALL_WORDS && in_cyrillic {
                passages.all.push(start..at);
            }
            (start, small) = (at + 1, 0);
        }
        passages
    }

    fn holds(&self, at: usize) -> bool {
        let after = self.all.partition_point(|passage| passage.end <= at);
        self.all.get(after).is_some_and(|passage| passage.contains(&at))
    }
}

/// Whether a word is written small throughout, and is no address.
fn is_small(word: &str) -> bool {
    word.chars().all(|letter| letter.is_ascii_lowercase())
}

/// «Nord Stream 2 AG»: a number and what follows it belong to a title in foreign letters.
fn past_number(text: &Text<'_>, end: usize) -> usize {
    let number =
        text.tokens.get(end).is_some_and(|token| token.kind == TokenKind::Number) && same_place(text, end - 1, end);
    let mut past = if number { end + 1 } else { end };
    while number
        && text.tokens.get(past).is_some_and(|token| token.is_capital && token.is_word() && text.word(past).is_ascii())
        && same_place(text, end, past)
    {
        past += 1;
    }
    past
}
