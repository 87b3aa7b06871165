//! What the finders of statements look at: the text, its names, its times.

use std::ops::Range;

use onrecord_lang::{Features, Pack, Phrase, Tags};
use onrecord_text::{Text, Token, TokenKind};

use crate::FoundTime;
use crate::mentions::Names;

/// A text with its names and times at hand.
pub(crate) struct View<'v, 'a> {
    pub(crate) text: &'v Text<'a>,
    pub(crate) pack: &'v Pack,
    pub(crate) names: &'v Names,
    /// For each token: whether it is part of a calendar expression.
    in_time: Vec<bool>,
    /// For each entity: whether it is called a company, carrier or bank somewhere.
    companies: Vec<bool>,
}

impl<'v, 'a> View<'v, 'a> {
    pub(crate) fn new(text: &'v Text<'a>, pack: &'v Pack, names: &'v Names, times: &[FoundTime]) -> Self {
        let mut in_time = vec![false; text.tokens.len()];
        for time in times {
            for token in time.tokens.clone() {
                if let Some(mark) = in_time.get_mut(token) {
                    *mark = true;
                }
            }
        }
        Self { text, pack, names, in_time, companies: companies(text, names) }
    }

    /// Whether an entity is called a company, carrier or bank somewhere in the article.
    pub(crate) fn is_company(&self, entity: usize) -> bool {
        self.companies.get(entity).copied().unwrap_or_default()
    }

    pub(crate) fn token(&self, at: usize) -> Option<&'v Token> {
        self.text.tokens.get(at)
    }

    pub(crate) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.token(at).map(|token| token.kind)
    }

    pub(crate) fn has(&self, at: usize, tags: Tags) -> bool {
        self.token(at).is_some_and(|token| token.has(tags))
    }

    pub(crate) fn is(&self, at: usize, features: Features) -> bool {
        self.token(at).is_some_and(|token| token.is(features))
    }

    pub(crate) fn depth(&self, at: usize) -> u8 {
        self.token(at).map_or(0, |token| token.depth)
    }

    pub(crate) fn in_time(&self, at: usize) -> bool {
        self.in_time.get(at).copied().unwrap_or_default()
    }

    /// The tokens of the sentence that a token stands in.
    pub(crate) fn sentence(&self, at: usize) -> Range<usize> {
        let sentence = self.token(at).and_then(|token| self.text.sentences.get(token.sentence as usize));
        sentence.map_or(at..at, |sentence| sentence.tokens.clone())
    }

    /// The token of the closing mark of the quotation that opens at a token.
    pub(crate) fn close_of(&self, open: usize) -> Option<usize> {
        let place = self.text.quotes.binary_search_by_key(&open, |quote| quote.open).ok()?;
        self.text.quotes.get(place).map(|quote| quote.close)
    }

    /// The letters of «А. К.», "A.C.": two or three initials and nothing else.
    pub(crate) fn initials(&self, tokens: Range<usize>) -> Option<Vec<char>> {
        let words = || tokens.clone().map(|at| self.text.word(at));
        let single = words().all(|word| word.split('.').all(|part| part.chars().count() <= 1));
        let letters: Vec<char> = words().flat_map(str::chars).filter(|letter| letter.is_alphabetic()).collect();
        let capitals = letters.iter().all(|letter| letter.is_uppercase());
        (single && capitals && (2..=3).contains(&letters.len())).then_some(letters)
    }

    /// Whether the language declines nouns: where it does not, order alone tells subject from object.
    pub(crate) fn has_cases(&self) -> bool {
        self.pack.has_cases()
    }

    /// One past a bracketed insertion that opens at a token; the token itself when it never closes nearby.
    pub(crate) fn past_brackets(&self, open: usize) -> usize {
        let near = open + 1..(open + 40).min(self.text.tokens.len());
        near.clone().find(|&at| self.kind(at) == Some(TokenKind::CloseBracket)).map_or(open + 1, |close| close + 1)
    }

    /// The longest phrase without a source slot, of a kind that `wanted` accepts, that begins at a token; and its end.
    pub(crate) fn phrase(&self, at: usize, wanted: impl Fn(&Phrase) -> bool) -> Option<(&'v Phrase, usize)> {
        let form = self.text.normal(at);
        if form.is_empty() {
            return None;
        }
        let mut fitting = self.pack.phrases(form).filter(|phrase| wanted(phrase));
        fitting.find_map(|phrase| Some((phrase, self.matches(at, &phrase.words)?)))
    }

    /// One past the tokens that spell `words`, from a token on.
    pub(crate) fn matches(&self, at: usize, words: &[Box<str>]) -> Option<usize> {
        let mut next = at;
        for word in words {
            if !same_mark_or_word(self.text, next, word) {
                return None;
            }
            next += 1;
        }
        Some(next)
    }

    /// Whether a token may be skipped between a verb and what it governs: adverbs, particles, times, bracketed insertions.
    pub(crate) fn is_filler(&self, at: usize) -> bool {
        let filler = Tags(Tags::ADV.0 | Tags::PARTICLE.0 | Tags::NEG.0);
        self.token(at).is_some_and(|token| {
            token.is_word()
                && (token.has(filler) && !token.has(Tags::DET) || token.is(Features::ADV) && !token.is(Features::NOUN))
                || self.in_time(at)
        })
    }
}

fn companies(text: &Text<'_>, names: &Names) -> Vec<bool> {
    let n = names.all.iter().map(|name| name.entity + 1).max().unwrap_or(0);
    let mut companies = vec![false; n];
    for name in &names.all {
        let start = name.tokens.start;
        companies[name.entity] |= (start.saturating_sub(2)..start).any(|at| text.tokens[at].has(Tags::COMPANY));
    }
    companies
}

fn same_mark_or_word(text: &Text<'_>, at: usize, word: &str) -> bool {
    let form = text.normal(at);
    if form.is_empty() { text.word(at) == word && !word.is_empty() } else { form == word }
}
