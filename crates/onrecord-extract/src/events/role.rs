//! What a word of a clause is to an event: a noun that names one, a verb, a verb of speech.

use onrecord_lang::{EventClass, EventWord, Features, Tags};
use onrecord_text::{Token, TokenKind};

use super::trigger::Clauses;

/// What a word is to an event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Role {
    /// A noun of the list, or one that names an act.
    Noun,
    /// A finite verb or a short participle.
    Verb,
    /// A word that may be a verb, or a noun that no list has.
    Doubtful,
    /// An infinitive: an event under a modal verb.
    Infinitive,
    /// A full participle: an event beside its time only.
    Participle,
    /// A verb that says that a noun's event took place.
    Light,
    /// A verb of speech.
    Speech,
    /// A verb whose infinitive is the event.
    Modal,
}

impl Clauses<'_, '_> {
    /// What a word is to an event, what the list says of it, and whether it says anything.
    pub(super) fn role(&self, at: usize) -> Option<(Role, Option<EventWord>, bool)> {
        let token = &self.text.tokens[at];
        if self.is_name(at) {
            // «Форум безопасности», "Fan Expo": a name with the noun of an event names one.
            let mut nouns = self.words(at).filter(|word| word.class == EventClass::Noun);
            return self.title_at(at).and_then(|_| nouns.next()).map(|word| (Role::Noun, Some(word), true));
        }
        let listed = listed_role(token);
        let is_noun = token.has(Tags::ACT)
            || !token.is(Features::FINITE) && (token.is(Features::NOUN) || token.word.features.is_empty());
        let own_noun = || self.pack.events.of(self.text.normal(at)).any(|word| word.class == EventClass::Noun);
        let is_gerund = token.is(Features::GERUND) && token.has(Tags::CUE_VERB) && !own_noun();
        let mut is_no_event = false;
        for word in self.words(at) {
            let role = match (word.class, listed) {
                // "Talking" is no noun of talks.
                (EventClass::Noun, _) if is_noun && !is_gerund => Role::Noun,
                // «назначили министра»: without a noun that names an event the verb is one itself.
                (EventClass::Verb, Some(role)) => role,
                (EventClass::Light, Some(Role::Participle)) => return None,
                (EventClass::Light, Some(_)) => Role::Light,
                (EventClass::Modal, Some(_)) => Role::Modal,
                (EventClass::Cue | EventClass::Never, Some(_)) => {
                    is_no_event = true;
                    continue;
                }
                _ => continue,
            };
            return Some((role, Some(word), true));
        }
        if is_no_event {
            return None;
        }
        if token.has(Tags::CUE_VERB) {
            return Some((Role::Speech, None, false));
        }
        if token.has(Tags::ACT) {
            return Some((Role::Noun, None, false));
        }
        let is_small = token.has(Tags(Tags::SMALL.0 | Tags::CUE_NOUN.0 | Tags::ROLE.0 | Tags::NAME.0 | Tags::CLITIC.0));
        let has_letters_only = self.text.normal(at).chars().all(|c| c.is_alphabetic() || c == '\'');
        let is_plain = !is_small && !token.is_acronym && has_letters_only;
        self.verb_role(at).filter(|_| is_plain).map(|role| (role, None, false))
    }

    /// The verb form that a word of no list may be.
    fn verb_role(&self, at: usize) -> Option<Role> {
        let features = self.text.tokens[at].word.features;
        let is_guessed = features.any(Features::GUESSED);
        let is_nominal = features.any(Features(Features::NOUN.0 | Features::ADJ.0));
        if is_nominal && !is_guessed && !features.any(Features::PART) {
            return None;
        }
        // An English word in -s is a plural more often than a verb.
        let finite = if is_nominal && !self.pack.times.has_perfective { Features::PAST } else { Features::FINITE };
        if features.any(Features(finite.0 | Features::SHORT.0)) {
            return Some(if is_nominal { Role::Doubtful } else { Role::Verb });
        }
        if features.any(Features::INF) {
            return Some(Role::Infinitive);
        }
        // "The site was not loading."
        let goes_on = (at.saturating_sub(AUXILIARY_REACH)..at).any(|at| self.text.tokens[at].has(Tags::BE));
        if features.any(Features::GERUND) && goes_on && !self.pack.has_cases() {
            return Some(Role::Verb);
        }
        features.any(Features::PART).then_some(Role::Participle)
    }

    /// What the list says of a word or of its lemma.
    pub(super) fn words(&self, at: usize) -> impl Iterator<Item = EventWord> {
        let lemma = self.pack.lemma(self.text.tokens[at].word.lemma).unwrap_or_default();
        self.pack.events.of(self.text.normal(at)).chain(self.pack.events.of_lemma(lemma))
    }

    /// Whether a word stands in a name: «Мишель Барнье», "Fan Expo".
    fn is_name(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        let first = self.text.sentences[token.sentence as usize].tokens.start;
        let after_mark = at.checked_sub(1).is_some_and(|before| !self.text.tokens[before].is_word());
        self.in_name[at] || token.is_capital && !token.is_acronym && at != first && !after_mark
    }
}

/// How far before its gerund "was" may stand.
const AUXILIARY_REACH: usize = 3;

/// The verb form that a word of the list of event verbs is; none when it is surely a noun.
fn listed_role(token: &Token) -> Option<Role> {
    let features = token.word.features;
    if features.any(Features(Features::FINITE.0 | Features::SHORT.0)) {
        return Some(Role::Verb);
    }
    if features.any(Features::INF) {
        return Some(Role::Infinitive);
    }
    if features.any(Features(Features::PART.0 | Features::ADJ.0)) {
        return Some(Role::Participle);
    }
    (!features.any(Features::NOUN) || features.any(Features::GUESSED)).then_some(Role::Verb)
}

/// Whether a clause may end at a token.
pub(super) fn ends_clause(token: &Token) -> bool {
    let marks = [
        TokenKind::Comma,
        TokenKind::Colon,
        TokenKind::Dash,
        TokenKind::Stop,
        TokenKind::OpenBracket,
        TokenKind::CloseBracket,
    ];
    marks.contains(&token.kind) || token.has(Tags(Tags::COMP.0 | Tags::REL.0))
}
