//! Noun phrases: who speaks, in the words of the article.
//!
//! A phrase is read from left to right: modifiers that agree, a head in the wanted case, then what hangs on the head
//! (genitives, prepositional phrases, names). Agreement is intersection of the readings that lists and endings allow.

mod back;

use std::ops::Range;

use onrecord_lang::{Case, Features, Number, Tags};
use onrecord_text::{Token, TokenKind};

use crate::mentions::Name;
use crate::view::View;

/// A noun phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NounPhrase {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// The token that decides its case; the first token of a name.
    pub(crate) head: usize,
    /// Heads of the phrases joined to it by a conjunction.
    pub(crate) joint: Vec<Range<usize>>,
    /// Whether its verb is plural, so that it names several.
    pub(crate) is_plural: bool,
    /// Whether a word before it governs it, so that it is no nominative: «по словам главы».
    pub(crate) is_governed: bool,
}

impl NounPhrase {
    /// A phrase of one head.
    pub(crate) fn new(tokens: Range<usize>, head: usize) -> Self {
        Self { tokens, head, joint: Vec::new(), is_plural: false, is_governed: false }
    }
}

/// Longer phrases than this many tokens are not read: no subject is that long, and it bounds the work.
const LONGEST: usize = 48;

/// Reads the phrase that begins exactly at `at`, ends before `limit`, and whose head can stand in `case`.
pub(crate) fn phrase_at(view: &View<'_, '_>, at: usize, limit: usize, case: Features) -> Option<NounPhrase> {
    let limit = limit.min(at + LONGEST).min(view.text.tokens.len());
    let mut reader = PhraseReader {
        view,
        at,
        limit,
        depth: view.depth(at),
        agree: case.nominal(),
        strict: strict(case.nominal()),
        head: None,
        kept: at,
        first: at,
    };
    reader.read_front()?;
    reader.read_back();
    let head = reader.head?;
    let first = at..reader.kept;
    let mut phrase = NounPhrase::new(first, head);
    join(view, &mut phrase, limit, case);
    Some(phrase)
}

/// Adds «и Y», «, Y и Z» when Y stands in the same case.
fn join(view: &View<'_, '_>, phrase: &mut NounPhrase, limit: usize, case: Features) {
    let end = phrase.tokens.end;
    let is_and = view.has(end, Tags::COORD) && !view.has(end, Tags::ADV) && end + 1 < limit;
    if !is_and || view.has(phrase.head, Tags::PRON3) {
        return;
    }
    let Some(next) = phrase_at(view, end + 1, limit, case) else { return };
    if view.has(next.head, Tags(Tags::PRON3.0 | Tags::DEM.0)) || !is_speaker_like(view, next.head) {
        return;
    }
    phrase.joint.push(phrase.tokens.clone());
    if next.joint.is_empty() {
        phrase.joint.push(next.tokens.clone());
    } else {
        phrase.joint.extend(next.joint.iter().cloned());
    }
    phrase.tokens.end = next.tokens.end;
}

/// Whether a head can speak at all: a name, or a noun of a class that can.
pub(crate) fn is_speaker_like(view: &View<'_, '_>, head: usize) -> bool {
    let token = view.token(head);
    view.names.at(head).is_some()
        || token.is_some_and(|token| {
            token.has(Tags::SPEAKER) || token.is_capital && (head_is_mid_sentence(view, head) || is_unknown_name(token))
        })
}

/// A capitalised noun that no list holds.
fn is_unknown_name(token: &Token) -> bool {
    token.word.tags.0 == 0 && token.is(Features::GUESSED) && token.is(Features::NOUN)
}

fn head_is_mid_sentence(view: &View<'_, '_>, head: usize) -> bool {
    view.sentence(head).start != head
}

/// Where a feminine verb also admits masculine offices, what it admits of all other nouns.
fn strict(case: Features) -> Features {
    let she = Features::of(Case::Nominative, Number::Feminine);
    if case == she | Features::of(Case::Nominative, Number::Masculine) { she } else { case }
}

struct PhraseReader<'r, 'v, 'a> {
    view: &'r View<'v, 'a>,
    at: usize,
    limit: usize,
    depth: u8,
    agree: Features,
    /// What heads must be that are no offices.
    strict: Features,
    head: Option<usize>,
    /// One past the last token that surely belongs to the phrase.
    kept: usize,
    first: usize,
}

impl PhraseReader<'_, '_, '_> {
    fn token(&self) -> Option<&Token> {
        self.view.token(self.at).filter(|_| self.at < self.limit)
    }

    /// Modifiers and the head. `None` when no head in the wanted case comes.
    fn read_front(&mut self) -> Option<()> {
        loop {
            let token = self.token()?;
            if self.view.in_time(self.at) {
                return None;
            }
            if let Some(name) = self.view.names.starting(self.at) {
                let end = name.tokens.end;
                return self.name_fits(token, name).then(|| self.take_head(end));
            }
            match token.kind {
                TokenKind::Number => self.at += 1,
                TokenKind::Open => return self.titled_head(),
                TokenKind::Word if token.has(Tags::PRON3) => return self.pronoun(token.word.features),
                TokenKind::Word if self.is_adverb_of_modifier(token) => self.at += 1,
                TokenKind::Word if self.is_partitive(token) => {
                    self.take_head(self.at + 1);
                    return Some(());
                }
                TokenKind::Word if self.is_modifier() => self.take_modifier()?,
                TokenKind::Word => return self.noun_head(),
                _ => return None,
            }
        }
    }

    /// «"Газпром"» as a head of its own.
    fn titled_head(&mut self) -> Option<()> {
        let close = self.view.close_of(self.at)?;
        let name = self.view.names.at(self.at + 1)?;
        (name.tokens.end == close && close < self.limit).then(|| {
            self.take_head(close + 1);
            self.head = Some(name.tokens.start);
        })
    }

    fn pronoun(&mut self, features: Features) -> Option<()> {
        let fits = (features & self.strict).nominal().any(Features::ALL_CASES);
        fits.then(|| self.take_head(self.at + 1))
    }

    fn take_head(&mut self, end: usize) {
        self.head = Some(self.at);
        self.at = end;
        self.kept = end;
    }

    fn name_fits(&self, token: &Token, name: &Name) -> bool {
        let nominal = token.word.features.nominal();
        let sure = name.n_given > 0 && token.has(Tags::GIVEN)
            || token.has(Tags::PLACE) && !name.is_person() && !token.is_acronym;
        !sure || nominal.is_empty() || nominal.any(self.strict)
    }

    /// Adjectives, determiners, numerals and participles before the head.
    fn is_modifier(&self) -> bool {
        let Some(token) = self.token() else { return false };
        if token.has(Tags(Tags::DET.0 | Tags::NUM.0 | Tags::POSS3.0 | Tags::SELF.0))
            || token.has(Tags::REFL) && self.next_agrees(token)
        {
            return true;
        }
        if token.has(Tags::SMALL) || token.has(Tags::CUE_VERB) && !token.is(Features::PART) {
            return false;
        }
        let guess = if token.has(Tags::SPEAKER) {
            self.view.pack.guess(self.view.text.normal(self.at))
        } else {
            token.word.features
        };
        let listed = token.has(Tags::SPEAKER);
        let adjectival =
            guess.any(Features(Features::ADJ.0 | Features::PART.0)) && !(listed && guess.any(Features::NOUN));
        adjectival && (!token.is(Features::NOUN) || self.next_agrees(token))
    }

    /// «Один из сотрудников», "one of the guards": a number with a preposition after it heads the phrase.
    fn is_partitive(&self, token: &Token) -> bool {
        let number = token.has(Tags(Tags::NUM.0 | Tags::DET.0))
            && (token.word.features & self.agree).nominal().any(Features::ALL_CASES);
        let next = self.view.token(self.at + 1).filter(|_| self.at + 1 < self.limit);
        number
            && next.is_some_and(|next| next.has(Tags::PREP))
            && (2..4).any(|step| self.view.has(self.at + step, Tags(Tags::SPEAKER.0 | Tags::PRON3.0)))
    }

    /// «Радикально настроенные»: an adverb before an adjective that begins the phrase.
    fn is_adverb_of_modifier(&self, token: &Token) -> bool {
        let adverb =
            token.is(Features::ADV) && !token.has(Tags::SMALL) && token.is(Features::GUESSED) && self.view.has_cases();
        let next = self.view.token(self.at + 1).filter(|_| self.at + 1 < self.limit);
        adverb
            && next
                .is_some_and(|next| next.is(Features(Features::ADJ.0 | Features::PART.0)) && !next.is(Features::NOUN))
    }

    /// Whether the word after this one can be what it modifies.
    fn next_agrees(&self, token: &Token) -> bool {
        let next = self.view.token(self.at + 1).filter(|_| self.at + 1 < self.limit);
        next.is_some_and(|next| {
            let shared = token.word.features & next.word.features & self.agree;
            next.is_word()
                && !next.has(Tags::SMALL)
                && shared.nominal().any(Features::ALL_CASES)
                && !next.is(Features::FINITE)
        })
    }

    fn take_modifier(&mut self) -> Option<()> {
        let token = self.token()?;
        let nominal = token.word.features.nominal();
        let counts = token.has(Tags::NUM) || token.has(Tags::DET) && !token.is(Features::ADJ);
        if !nominal.is_empty() && !token.has(Tags::POSS3) {
            let agree = self.agree & nominal;
            if agree.is_empty() {
                return None;
            }
            // Numerals and «ряд», «часть» govern a genitive.
            let genitive = if counts && self.view.has_cases() { Features::case(Case::Genitive) } else { Features(0) };
            self.agree = agree | genitive;
        }
        self.at += 1;
        self.at_is_inside().then_some(())
    }

    fn at_is_inside(&self) -> bool {
        self.at < self.limit && self.view.depth(self.at) >= self.depth
    }

    fn noun_head(&mut self) -> Option<()> {
        let token = self.token()?;
        if token.has(Tags::SMALL) && !token.has(Tags::SPEAKER) || token.has(Tags(Tags::PRON1.0 | Tags::REFL.0)) {
            return None;
        }
        // «Этот заявил»: a determiner alone is no head unless it stands for people («многие заявили»).
        let nominal = token.word.features.nominal();
        let unknown = nominal.is_empty() && token.is_capital;
        let verb = token.is(Features::FINITE) && !token.is(Features::NOUN)
            || token.is(Features::INF) && !token.is(Features::NOUN);
        let agree = if token.has(Tags(Tags::ROLE.0 | Tags::PERSON.0)) || self.at > self.first {
            self.agree
        } else {
            self.agree & self.strict
        };
        let fits = nominal.any(agree) || unknown;
        // "Close to the talks": after a word of its phrase an English noun is no verb.
        let noun = self.at > self.first && !self.view.has_cases() && token.is(Features::NOUN);
        let cue = token.has(Tags::CUE_VERB) && !token.has(Tags(Tags::SPEAKER.0 | Tags::CUE_NOUN.0)) && !noun;
        if verb || !fits || cue {
            return None;
        }
        self.take_head(self.at + 1);
        Some(())
    }
}
