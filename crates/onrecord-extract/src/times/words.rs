//! The tokens of a text, each with what the list of time words says of it.

use std::ops::Range;

use onrecord_lang::{TimeClass, TimePlace, TimeUnit, TimeWords};
use onrecord_text::{Text, Token, TokenKind};

use super::STARTERS;

/// The words of a text as a calendar sees them. Reads one sentence at a time: what lies outside is no word.
pub(super) struct Words<'w, 'a> {
    pub(super) text: &'w Text<'a>,
    pub(super) times: &'w TimeWords,
    places: Vec<TimePlace>,
    sentence: Range<usize>,
}

/// A word that begins with digits: `9`, `2015-ом`, `24-25`.
#[derive(Clone, Copy)]
pub(super) struct Figure<'w> {
    /// The number, or a value larger than any date.
    pub(super) number: u32,
    /// How many digits it has.
    pub(super) digits: usize,
    /// What follows the digits.
    pub(super) ending: &'w str,
}

impl<'w, 'a> Words<'w, 'a> {
    pub(super) fn new(text: &'w Text<'a>, times: &'w TimeWords) -> Self {
        let place = |(at, token): (usize, &Token)| match token.is_word() {
            true => times.place(text.normal(at)),
            false => TimeWords::NONE,
        };
        let places = text.tokens.iter().enumerate().map(place).collect();
        Self { text, times, places, sentence: 0..0 }
    }

    /// Goes on to a sentence.
    pub(super) fn enter(&mut self, sentence: Range<usize>) {
        self.sentence = sentence;
    }

    /// Whether an abbreviated month and its period end before a token.
    pub(super) fn ends_in_month(&self, end: usize) -> bool {
        end.checked_sub(2).is_some_and(|at| self.times.is(self.places[at], TimeClass::MonthShort))
    }

    fn place(&self, at: usize) -> TimePlace {
        if self.sentence.contains(&at) { self.places[at] } else { TimeWords::NONE }
    }

    /// The token, when it lies in the sentence.
    pub(super) fn token(&self, at: usize) -> Option<&'w Token> {
        if self.sentence.contains(&at) { self.text.tokens.get(at) } else { None }
    }

    /// The token before, when it lies in the sentence.
    pub(super) fn before(&self, at: usize) -> Option<usize> {
        at.checked_sub(1).filter(|&before| self.sentence.contains(&before))
    }

    /// Whether an expression may begin here.
    pub(super) fn starts(&self, at: usize) -> bool {
        let place = self.place(at);
        if place != TimeWords::NONE {
            return STARTERS.iter().any(|&class| self.times.is(place, class)) && !self.is_inside_name(at);
        }
        self.is_figure(at)
    }

    /// Whether the token begins with a digit.
    pub(super) fn is_figure(&self, at: usize) -> bool {
        self.token(at).is_some() && self.text.normal(at).starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether the list has the word.
    pub(super) fn is_listed(&self, at: usize) -> bool {
        self.place(at) != TimeWords::NONE
    }

    /// Whether the word is of a class.
    pub(super) fn is(&self, at: usize, class: TimeClass) -> bool {
        self.times.is(self.place(at), class)
    }

    /// Whether the word before is of a class.
    pub(super) fn follows(&self, at: usize, class: TimeClass) -> bool {
        self.before(at).is_some_and(|before| self.is(before, class))
    }

    /// What the word stands for in a class.
    pub(super) fn value(&self, at: usize, class: TimeClass) -> Option<i16> {
        self.times.value(self.place(at), class)
    }

    /// The unit that the word names in the singular.
    pub(super) fn unit(&self, at: usize) -> Option<TimeUnit> {
        self.times.unit(self.place(at), TimeClass::Unit)
    }

    /// The unit that the word names in any number.
    pub(super) fn any_unit(&self, at: usize) -> Option<TimeUnit> {
        self.unit(at).or_else(|| self.times.unit(self.place(at), TimeClass::Units))
    }

    /// Whether a token is of a kind.
    pub(super) fn is_kind(&self, at: usize, kind: TokenKind) -> bool {
        self.token(at).is_some_and(|token| token.kind == kind)
    }

    /// The place after a word and, if there is one, the period of its abbreviation.
    pub(super) fn after_period(&self, at: usize) -> usize {
        let touches = |next: &Token| self.token(at).is_some_and(|token| token.span.end == next.span.start);
        let next = self.token(at + 1).filter(|next| next.kind == TokenKind::Stop && touches(next));
        if next.is_some() && self.text.word(at + 1) == "." { at + 2 } else { at + 1 }
    }

    /// The figure a token begins with.
    pub(super) fn figure(&self, at: usize) -> Option<Figure<'w>> {
        self.token(at)?;
        figure(self.text.normal(at))
    }

    /// A figure that is a whole number and nothing else.
    pub(super) fn number(&self, at: usize) -> Option<u32> {
        self.figure(at).filter(|figure| figure.ending.is_empty()).map(|figure| figure.number)
    }

    /// A figure of four digits and nothing else that can be a year.
    pub(super) fn year_figure(&self, at: usize) -> Option<i16> {
        let figure = self.figure(at).filter(|figure| figure.ending.is_empty() && figure.digits == 4)?;
        (1000..2200).contains(&figure.number).then_some(figure.number as i16)
    }

    /// Whether a preposition of time stands before, perhaps with an article between.
    pub(super) fn is_introduced(&self, at: usize) -> bool {
        const PREPOSITIONS: [TimeClass; 5] =
            [TimeClass::In, TimeClass::Since, TimeClass::Until, TimeClass::For, TimeClass::Of];
        let Some(before) = self.before(at) else { return false };
        let known = |at| PREPOSITIONS.iter().any(|&class| self.is(at, class));
        known(before) || (self.is(before, TimeClass::Article) && self.before(before).is_some_and(known))
    }

    /// Whether a calendar word is written as a part of a name: «Черная пятница», "Theresa May".
    pub(super) fn is_inside_name(&self, at: usize) -> bool {
        if self.follows(at, TimeClass::Name) && (self.is(at, TimeClass::Weekday) || self.is(at, TimeClass::Season)) {
            return true;
        }
        if self.is(at, TimeClass::WeekdayShort) && !self.is(at, TimeClass::Weekday) {
            return self
                .before(at)
                .and_then(|before| self.token(before))
                .is_some_and(|before| before.is_word() && before.is_capital);
        }
        let calendar = [TimeClass::Month, TimeClass::Weekday, TimeClass::Day, TimeClass::Season, TimeClass::Daypart];
        if !calendar.iter().any(|&class| self.is(at, class)) {
            return false;
        }
        let is_name = self.is(at, TimeClass::Month) || self.is(at, TimeClass::Weekday);
        let is_capital = self.token(at).is_some_and(|token| token.is_capital);
        if self.times.has_capitals && is_name {
            return !is_capital || self.is_given_name(at);
        }
        is_capital && !self.may_be_capital(at) && !self.before(at).is_some_and(|before| self.is_figure(before))
    }

    /// Whether a month is somebody's given name: "April Smith".
    fn is_given_name(&self, at: usize) -> bool {
        let next = self.token(at + 1).is_some_and(|next| next.is_word() && next.is_capital);
        next && self.is(at, TimeClass::Month)
            && !self.is_introduced(at)
            && !self.follows(at, TimeClass::Mod)
            && !self.is_listed(at + 1)
            && !self.before(at).is_some_and(|before| self.is_figure(before))
    }

    /// Whether a capital letter here says nothing: the beginning of a sentence or of a quotation.
    fn may_be_capital(&self, at: usize) -> bool {
        match self.before(at).and_then(|before| self.token(before)) {
            None => true,
            Some(before) => match before.kind {
                // «Сегодня» alone in its marks is a newspaper.
                TokenKind::Open => !self.is_kind(at + 1, TokenKind::Close),
                TokenKind::Word | TokenKind::Comma => false,
                _ => true,
            },
        }
    }
}

/// The figure that a word begins with.
pub(super) fn figure(word: &str) -> Option<Figure<'_>> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return None;
    }
    let number = word[..digits].parse().unwrap_or(u32::MAX);
    Some(Figure { number, digits, ending: &word[digits..] })
}
