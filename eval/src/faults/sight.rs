//! The article as the rules saw it, looked at by code points: sentences, clauses, cues, and what stands at a boundary.

use std::ops::Range;

use onrecord_lang::{Features, Pack, PhraseKind, Tags};
use onrecord_text::{Text, Token, TokenKind};

use crate::letters::Letters;

/// As much of a sentence is shown on either side of the words in question.
const AROUND: usize = 140;

/// Word classes in the order in which they are looked for.
const CLASSES: [(Tags, &str); 11] = [
    (Tags::COMP, "complementiser"),
    (Tags::WHETHER, "word for whether"),
    (Tags::REL, "relative word"),
    (Tags::WH, "question word"),
    (Tags::SUB, "subordinator"),
    (Tags::COORD, "coordinator"),
    (Tags::PREP, "preposition"),
    (Tags::NEG, "negation"),
    (Tags::PARTICLE, "particle"),
    (Tags::CUE_VERB, "cue verb"),
    (Tags(Tags::PRON3.0 | Tags::PRON1.0 | Tags::DEM.0), "pronoun"),
];
/// Readings, looked for after the classes.
const READINGS: [(Features, &str); 7] = [
    (Features::GERUND, "gerund"),
    (Features::PART, "participle"),
    (Features::FINITE, "finite verb"),
    (Features::INF, "infinitive"),
    (Features::ADV, "adverb"),
    (Features::NOUN, "noun"),
    (Features::ADJ, "adjective"),
];

/// One article.
pub(super) struct Sight<'a> {
    text: &'a Text<'a>,
    pack: &'a Pack,
    pub(super) letters: &'a Letters,
    /// The byte at which each code point begins.
    bytes: Vec<u32>,
}

impl<'a> Sight<'a> {
    pub(super) fn new(text: &'a Text<'a>, pack: &'a Pack, letters: &'a Letters) -> Self {
        let byte = |(byte, _): (usize, char)| u32::try_from(byte).unwrap_or(u32::MAX);
        Self { text, pack, letters, bytes: text.article.text.char_indices().map(byte).collect() }
    }

    fn byte(&self, at: usize) -> u32 {
        self.bytes.get(at).copied().unwrap_or(u32::MAX)
    }

    /// The first token at or after a code point.
    fn token(&self, at: usize) -> usize {
        self.text.token_at(self.byte(at))
    }

    fn tokens(&self, span: &Range<usize>) -> &'a [Token] {
        let (start, end) =
            (self.token(span.start), self.text.tokens.partition_point(|token| token.span.start < self.byte(span.end)));
        self.text.tokens.get(start..end).unwrap_or_default()
    }

    /// The number of the sentence at a code point.
    pub(super) fn sentence(&self, at: usize) -> usize {
        let last = self.text.sentences.len();
        self.text.tokens.get(self.token(at)).map_or(last, |token| token.sentence as usize)
    }

    /// The words of a span on one line; the middle is left out where it is long.
    pub(super) fn words(&self, span: &Range<usize>) -> String {
        if span.len() <= 2 * AROUND {
            return self.line(span.clone());
        }
        let (head, tail) = (span.start..span.start + AROUND, span.end - AROUND..span.end);
        format!("{} … {}", self.line(head), self.line(tail))
    }

    fn line(&self, span: Range<usize>) -> String {
        self.letters.words(span).replace(['\n', '\r'], " ")
    }

    /// The line around a span, as much of it as helps, with the span in brackets.
    pub(super) fn around(&self, span: &Range<usize>) -> String {
        let is_end = |at: usize| self.letters.slice(&(at..at + 1)).first().is_none_or(|letter| *letter == '\n');
        let mut before = (span.start.saturating_sub(AROUND)..span.start).rev().take_while(|&at| !is_end(at));
        let after = (span.end..span.end + AROUND).take_while(|&at| !is_end(at)).last();
        let (start, end) = (before.by_ref().last().unwrap_or(span.start), after.map_or(span.end, |at| at + 1));
        format!("{}⟦{}⟧{}", self.line(start..span.start), self.words(span), self.line(span.end..end))
    }

    /// Whether the pack gives a word of a span one of these classes.
    pub(super) fn has(&self, span: &Range<usize>, tags: Tags) -> bool {
        self.tokens(span).iter().any(|token| token.has(tags))
    }

    /// Whether the lists know a word of a span as one that names an event.
    pub(super) fn has_event_word(&self, span: &Range<usize>) -> bool {
        let start = self.token(span.start);
        let lemma = |at: usize| self.text.tokens.get(at).and_then(|token| self.pack.lemma(token.word.lemma));
        let is_noun = |at: usize| lemma(at).is_some_and(|lemma| self.pack.events.of_lemma(lemma).next().is_some());
        let names =
            |at: usize| is_noun(at) || self.pack.events.of(self.text.normal(at)).any(|word| word.kind.is_some());
        (start..start + self.tokens(span).len()).any(names)
    }

    /// How many clauses end between two code points, as far as marks tell.
    pub(super) fn n_clauses(&self, span: &Range<usize>) -> usize {
        let is_end = |kind| matches!(kind, TokenKind::Comma | TokenKind::Colon | TokenKind::Dash | TokenKind::Stop);
        self.tokens(span).iter().filter(|token| is_end(token.kind)).count()
    }

    /// What stands between the word before a code point and the word at or after it, and the class of that word.
    pub(super) fn boundary(&self, at: usize) -> String {
        let tokens = &self.text.tokens;
        let is_word = |token: &Token| matches!(token.kind, TokenKind::Word | TokenKind::Number);
        let from = self.token(at);
        let next = (from..tokens.len()).find(|&n| is_word(&tokens[n])).unwrap_or(tokens.len());
        let before = (0..next).rev().find(|&n| is_word(&tokens[n]));
        let marks = tokens.get(before.map_or(0, |n| n + 1)..next).unwrap_or_default();
        let block = |n: usize| tokens.get(n).map(|token| token.block);
        if before.is_some_and(|n| block(n) != block(next)) {
            return "paragraph end".to_owned();
        }
        if marks.iter().any(|mark| mark.kind == TokenKind::Stop) {
            return "sentence end".to_owned();
        }
        let mark = marks.iter().map(|mark| mark_name(mark.kind)).collect::<Vec<_>>().join(" ");
        let class = tokens.get(next).map_or("nothing", class);
        let before = before.and_then(|n| tokens.get(n)).map_or("nothing", self::class);
        if mark.is_empty() { format!("{before}, then {class}") } else { format!("{mark}, then {class}") }
    }

    /// Whether a quotation mark or a dash at the head of a line stands in a span.
    pub(super) fn has_quotation(&self, span: &Range<usize>) -> bool {
        self.tokens(span).iter().any(|token| matches!(token.kind, TokenKind::Open | TokenKind::StrayQuote))
    }

    /// Whether a span begins inside a quotation.
    pub(super) fn is_quoted(&self, span: &Range<usize>) -> bool {
        self.tokens(span).first().is_some_and(|token| token.depth > 0)
    }

    /// Whether the pack knows the words of a cue.
    pub(super) fn cue(&self, spans: &[Range<usize>]) -> &'static str {
        let tokens: Vec<&Token> = spans.iter().flat_map(|span| self.tokens(span)).collect();
        let has = |tags| tokens.iter().any(|token| token.has(tags));
        let has_phrase = spans.iter().any(|span| self.has_phrase(span));
        match () {
            () if tokens.is_empty() => "no cue",
            () if has(Tags::CUE_VERB) => "known verb",
            () if has_phrase => "known phrase",
            () if has(Tags::CUE_NOUN) => "known noun",
            () if tokens.iter().all(|token| !token.is_word()) => "a mark alone",
            () => "unknown cue",
        }
    }

    /// Whether a phrase of the lists begins in a span.
    fn has_phrase(&self, span: &Range<usize>) -> bool {
        let start = self.token(span.start);
        (start..start + self.tokens(span).len()).any(|at| {
            let mut phrases = self.pack.phrases(self.text.normal(at));
            phrases.any(|phrase| {
                let is_cue = matches!(phrase.kind, PhraseKind::Source | PhraseKind::Reference | PhraseKind::Verb(..));
                let mut words = phrase.words.iter().enumerate();
                is_cue && words.all(|(n, word)| &**word == "*" || &**word == self.text.normal(at + n))
            })
        })
    }
}

fn mark_name(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::Comma => "comma",
        TokenKind::Colon => "colon",
        TokenKind::Dash => "dash",
        TokenKind::Open => "opening quotation mark",
        TokenKind::Close => "closing quotation mark",
        TokenKind::StrayQuote => "stray quotation mark",
        TokenKind::OpenBracket | TokenKind::CloseBracket => "bracket",
        _ => "mark",
    }
}

fn class(token: &Token) -> &'static str {
    if token.kind == TokenKind::Number {
        return "number";
    }
    let by_class = CLASSES.iter().find(|(tags, _)| token.has(*tags)).map(|(_, name)| *name);
    let by_reading = || READINGS.iter().find(|(features, _)| token.is(*features)).map(|(_, name)| *name);
    let name = || token.is_capital.then_some("name");
    by_class.or_else(name).or_else(by_reading).unwrap_or("other word")
}
