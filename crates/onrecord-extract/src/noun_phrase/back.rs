//! What hangs on a head: names, quotations, brackets, prepositional phrases, genitives, compounds.

use onrecord_lang::{Case, Features, Number, Tags};
use onrecord_text::{Token, TokenKind};

use super::{PhraseReader, phrase_at};
use crate::mentions::{Name, NamedKind};

impl PhraseReader<'_, '_, '_> {
    /// What hangs on the head.
    pub(super) fn read_back(&mut self) {
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
