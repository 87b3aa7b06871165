//! Noun phrases: who speaks, in the words of the article.
//!
//! A phrase is read from left to right: modifiers that agree, a head in the wanted case, then what hangs on the head
//! (genitives, prepositional phrases, names). Agreement is intersection of the readings that lists and endings allow.

use std::ops::Range;

use onrecord_lang::{Case, Features, Number, Tags};
use onrecord_text::{Token, TokenKind};

use crate::mentions::{Name, NamedKind};
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

    /// What hangs on the head.
    fn read_back(&mut self) {
        let cases = self.view.has_cases();
        while let Some(token) = self.token() {
            if self.view.in_time(self.at) {
                break;
            }
            if let Some(name) = self.view.names.starting(self.at) {
                if !self.name_goes_on(token, name) {
                    break;
                }
                self.at = name.tokens.end;
                self.kept = self.at;
                continue;
            }
            let goes_on = match token.kind {
                TokenKind::Open => self.quoted_part(),
                TokenKind::OpenBracket => self.bracketed_part(),
                TokenKind::Number => cases && self.step(false),
                TokenKind::Word if token.has(Tags::CLITIC) => self.step(true),
                TokenKind::Word if token.has(Tags::PREP) && !token.has(Tags::COORD) => self.prepositional_part(),
                TokenKind::Word if cases => self.genitive_part(),
                TokenKind::Word => self.compound_part(),
                _ => false,
            };
            if !goes_on {
                break;
            }
        }
    }

    /// Whether a name belongs to the phrase. In an oblique phrase a name that can only be nominative is somebody
    /// else: «в заявлении Дэвис написал».
    fn name_goes_on(&self, token: &Token, name: &Name) -> bool {
        let oblique = !self.agree.any(Features::case(Case::Nominative));
        if !oblique
            || !self.view.has_cases()
            || token.is_acronym
            || !name.is_person() && (name.tokens.len() > 1 || name.kind == NamedKind::Titled)
        {
            return true;
        }
        let singular = Features(token.word.features.nominal().0 & !Features::number(Number::Plural).0);
        // «У Києві Марко…»: a form that is only nominative, accusative or vocative is governed by nothing before it.
        let own = [Case::Nominative, Case::Accusative, Case::Vocative];
        let can_be_oblique = Features(own.iter().fold(singular.0, |left, &case| left & !Features::case(case).0));
        let after_office = self.at > self.first && self.view.has(self.at - 1, Tags(Tags::ROLE.0 | Tags::PERSON.0));
        singular.is_empty() || !can_be_oblique.is_empty() || after_office || !singular.is_nominative()
    }

    fn step(&mut self, keeps: bool) -> bool {
        self.at += 1;
        if keeps {
            self.kept = self.at;
        }
        true
    }

    fn quoted_part(&mut self) -> bool {
        let Some(close) = self.view.close_of(self.at).filter(|&close| close < self.limit) else { return false };
        let named = self.view.names.at(self.at + 1).is_some() && close - self.at <= 8;
        // «прихильники "жорсткого" Brexit»: a word in scare quotes inside the phrase.
        let follows = self.view.token(close + 1).filter(|_| close + 1 < self.limit);
        let scare = close - self.at <= 3
            && follows.is_some_and(|next| next.is_word() && !next.has(Tags::SMALL) && !next.is(Features::FINITE));
        if !(named || scare) {
            return false;
        }
        self.at = close + 1;
        self.kept = self.at;
        true
    }

    fn bracketed_part(&mut self) -> bool {
        let past = self.view.past_brackets(self.at);
        if past > self.limit || past == self.at + 1 || past - self.at > 12 {
            return false;
        }
        self.at = past;
        self.kept = past;
        true
    }

    /// A preposition with its noun: kept when it names where the head belongs, or when a name follows.
    fn prepositional_part(&mut self) -> bool {
        let Some(head) = self.head else { return false };
        if self.view.has(head, Tags::PRON3) {
            return false;
        }
        // "Over 345 pilgrims": a word before a number counts and joins nothing to the head.
        let counts = self.view.has(self.at, Tags::NUM) && self.view.kind(self.at + 1) == Some(TokenKind::Number);
        if counts {
            return false;
        }
        let governed = self.token().map_or(Features(0), |token| token.word.features.nominal());
        let governed = if governed.is_empty() { Features::ALL_CASES } else { governed };
        let Some(object) = phrase_at(self.view, self.at + 1, self.limit, governed) else { return false };
        let end = object.tokens.end;
        let loose = if self.view.has_cases() { Tags(Tags::CHANNEL.0 | Tags::ACT.0) } else { Tags::CHANNEL };
        // «Компании со своей стороны»: what is somebody's own names nobody else.
        let own = object.tokens.clone().any(|at| self.view.has(at, Tags::REFL));
        let circumstance =
            own || self.view.has(object.head, loose) && !self.view.has(object.head, Tags(Tags::BODY.0 | Tags::ROLE.0));
        let belongs = !self.view.has_cases()
            || self.view.names.at(object.head).is_some()
            || self.view.token(object.head).is_some_and(|object| object.is_capital)
            || self.view.has(object.head, Tags(Tags::BODY.0 | Tags::PLACE.0 | Tags::GROUP.0 | Tags::PLACE_NOUN.0));
        // «координатор ЕС на переговорах о выходе Мишель Барнье»: a person's name at the end is the head's own.
        let office = self.view.has(head, Tags(Tags::ROLE.0 | Tags::PERSON.0));
        let names_holder = office && self.view.names.at(end - 1).is_some_and(Name::is_person);
        self.at = end;
        if belongs && !circumstance || names_holder {
            self.kept = end;
        }
        true
    }

    /// A noun or adjective in the genitive, or a word that never changes.
    fn genitive_part(&mut self) -> bool {
        let Some(token) = self.token() else { return false };
        if token.has(Tags::SMALL) || token.has(Tags::CUE_VERB) && !token.has(Tags(Tags::SPEAKER.0 | Tags::CUE_NOUN.0)) {
            return false;
        }
        if token.has(Tags(Tags::PRON3.0 | Tags::PRON1.0 | Tags::DEM.0)) && !token.has(Tags::POSS3) {
            return false;
        }
        let Some(head) = self.head else { return false };
        if self.view.has(head, Tags::PRON3) && !token.has(Tags::SELF) {
            return false;
        }
        if self.opens_another(token) {
            return false;
        }
        let genitive = token.is(Features::case(Case::Genitive));
        let frozen = token.word.features.nominal().is_empty() && token.is_capital || token.is_acronym;
        let verb = token.is(Features::FINITE)
            && token.is(Features::GUESSED)
            && !token.is_capital
            && self.agrees_with_head(token);
        if !(genitive || frozen) || verb {
            return false;
        }
        self.step(true)
    }

    /// «По результатам совещания премьер Анна Попова…»: an office in the nominative with its holder behind it begins
    /// a phrase of its own.
    fn opens_another(&self, token: &Token) -> bool {
        let oblique = !self.agree.any(Features::case(Case::Nominative));
        let office = token.has(Tags::ROLE) && token.is(Features::case(Case::Nominative));
        let holder = self.view.names.starting(self.at + 1).filter(|name| name.is_person() && name.n_given > 0);
        oblique
            && office
            && holder.is_some_and(|name| {
                let given = self.view.token(name.tokens.start);
                given.is_some_and(|given| {
                    given.is(Features::case(Case::Nominative))
                        && !given.is(Features::of(Case::Genitive, Number::Masculine))
                })
            })
    }

    fn agrees_with_head(&self, verb: &Token) -> bool {
        let head = self.head.and_then(|head| self.view.token(head));
        let asked = verb.word.features.asked_of_subject();
        head.is_some_and(|head| head.word.features.any(asked))
    }

    /// Where nothing declines: noun after noun, the last one the head.
    fn compound_part(&mut self) -> bool {
        let Some(token) = self.token() else { return false };
        let verb = token.is(Features::FINITE) && !token.is(Features::NOUN)
            || token.has(Tags::CUE_VERB) && !token.has(Tags::SPEAKER);
        let pronoun = token.has(Tags(Tags::PRON3.0 | Tags::PRON1.0 | Tags::DEM.0)) && !token.has(Tags::POSS3);
        if verb || pronoun || token.has(Tags::SMALL) && !token.is(Features::NOUN) {
            return false;
        }
        // «the minister the paper»: a determiner opens another phrase.
        if token.has(Tags::DET) && self.at > self.first {
            return false;
        }
        // "IMF chief economist", "Trump campaign spokesman": a name before a listed noun only says whose.
        let own = |head: usize| self.view.names.at(head).is_none() || token.has(Tags::SPEAKER) && !token.is_capital;
        let in_front = self.head.is_some_and(|head| own(head) && self.kept == self.at);
        if in_front && !self.has_preposition() {
            self.head = Some(self.at);
        }
        self.step(true)
    }

    fn has_preposition(&self) -> bool {
        (self.first..self.at).any(|at| self.view.has(at, Tags::PREP) && !self.view.is(at, Features::NOUN))
    }
}
