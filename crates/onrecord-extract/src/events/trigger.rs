//! The word of a clause that names what happened at its time.

use std::ops::Range;

use onrecord_lang::{Case, EventClass, EventWord, Features, Pack, Tags};
use onrecord_model::{EntityKind, EventKind, EventStatus, Span};
use onrecord_text::{Text, Token};

use super::role::Role;
use super::walk::{Step, around, dates_nothing, is_bracketed};
use crate::{Findings, FoundTime};

/// The words that name an event.
#[derive(Clone, Debug)]
pub(super) struct Trigger {
    /// The words themselves.
    pub(super) tokens: Range<usize>,
    /// What it is.
    pub(super) kind: EventKind,
    /// The status that its own word or its verb gives it.
    pub(super) status: Option<EventStatus>,
    /// Which kind of word it is.
    pub(super) rule: &'static str,
    score: f32,
}

impl Trigger {
    /// Its words, in bytes.
    pub(super) fn span(&self, text: &Text<'_>) -> Span {
        text.span(self.tokens.clone())
    }

    /// Whether a noun names it.
    pub(super) fn is_noun(&self) -> bool {
        self.rule.starts_with("event.noun")
    }

    /// How well it fits its time.
    pub(super) fn score(&self) -> f32 {
        self.score
    }

    /// How sure, 0 to 1.
    pub(super) fn confidence(&self) -> f32 {
        (0.3 + self.score / 8.0).clamp(0.1, 0.95)
    }
}

/// A word of the clause, weighed.
struct Candidate {
    at: usize,
    role: Role,
    kind: EventKind,
    status: Option<EventStatus>,
    is_listed: bool,
    /// Clause marks between it and the time.
    crossed: u32,
    distance: usize,
}

/// So many carriers of an article are looked through.
const MOST_CARRIERS: usize = 40;
/// Below this a time has no event.
const ENOUGH: f32 = 0.9;
/// So many words are kept for a time, in case its best ones go to other times.
const CHOICES: usize = 3;

/// A text in which events are looked for.
pub(super) struct Clauses<'c, 'a> {
    pub(super) text: &'c Text<'a>,
    pub(super) pack: &'c Pack,
    /// For each token whether it belongs to a time.
    in_time: Vec<bool>,
    /// Every mention: its first token, its entity, its words; in order.
    pub(super) mentions: Vec<(usize, usize, Span)>,
    /// For each token whether it belongs to a name.
    pub(super) in_name: Vec<bool>,
    /// Names that no list has, not of people: their tokens, in order.
    titles: Vec<Range<usize>>,
    /// For each token the innermost statement whose content it is part of.
    said: Vec<Option<usize>>,
}

impl<'c, 'a> Clauses<'c, 'a> {
    pub(super) fn new(text: &'c Text<'a>, pack: &'c Pack, findings: &Findings) -> Self {
        let mut in_time = vec![false; text.tokens.len()];
        for time in &findings.times {
            in_time[time.tokens.clone()].fill(true);
        }
        let mut in_name = vec![false; text.tokens.len()];
        let (mut mentions, mut titles) = (Vec::new(), Vec::new());
        for (number, entity) in findings.entities.iter().enumerate() {
            for mention in entity.mentions.iter().filter(|mention| mention.token < text.tokens.len()) {
                let rest = &text.tokens[mention.token..];
                let n_tokens = rest.iter().take_while(|token| token.span.end <= mention.span.end).count();
                in_name[mention.token..mention.token + n_tokens].fill(true);
                mentions.push((mention.token, number, mention.span));
                if entity.kind == EntityKind::Organisation && mention.written.is_none() {
                    titles.push(mention.token..mention.token + n_tokens);
                }
            }
        }
        mentions.sort_unstable();
        titles.sort_unstable_by_key(|title| title.start);
        let mut said = vec![None; text.tokens.len()];
        for (number, statement) in findings.statements.iter().enumerate() {
            statement.content.iter().for_each(|&span| said[text.tokens_in(span)].fill(Some(number)));
        }
        Self { text, pack, in_time, mentions, in_name, titles, said }
    }

    /// The name of no list that a token belongs to.
    pub(super) fn title_at(&self, at: usize) -> Option<Range<usize>> {
        let place = self.titles.partition_point(|title| title.end <= at);
        self.titles.get(place).filter(|title| title.contains(&at)).cloned()
    }

    /// Whether a name stands for whoever tells of an event: the source of the statement it is part of, an outlet that
    /// carries it.
    pub(super) fn only_tells(&self, findings: &Findings, trigger: &Trigger, name: Span) -> bool {
        let statement = self.said[trigger.tokens.start].and_then(|number| findings.statements.get(number));
        let source = statement.and_then(|statement| statement.source);
        let carries = |carrier: Option<Span>| carrier.is_some_and(|carrier| carrier.overlaps(name));
        source.is_some_and(|source| source.overlaps(name))
            || findings
                .provenance
                .iter()
                .take(MOST_CARRIERS)
                .any(|each| carries(each.carrier) || each.cited.iter().any(|cited| cited.overlaps(name)))
    }

    /// What may be the event of a time, the best first.
    pub(super) fn triggers_of(&self, time: &FoundTime) -> Vec<Trigger> {
        if dates_nothing(self.text, time, |at| self.words(at).collect()) {
            return Vec::new();
        }
        let candidates = self.candidates(time);
        let light =
            candidates.iter().filter(|each| each.role == Role::Light).min_by_key(|each| (each.crossed, each.distance));
        let modal = candidates.iter().any(|each| each.role == Role::Modal && each.crossed == 0);
        let speech = candidates
            .iter()
            .filter(|each| each.role == Role::Speech && each.crossed == 0)
            .map(|each| each.distance)
            .min();
        let score = |each: &Candidate| self.score(each, time, light, modal, speech);
        // Of equals the last speaks: it stands after the time.
        let mut scored: Vec<(f32, &Candidate)> = candidates.iter().rev().map(|each| (score(each), each)).collect();
        scored.retain(|(score, _)| *score >= ENOUGH);
        scored.sort_by(|a, b| b.0.total_cmp(&a.0));
        scored.truncate(CHOICES);
        scored.into_iter().map(|(score, each)| self.trigger(each, score, light)).collect()
    }

    fn candidates(&self, time: &FoundTime) -> Vec<Candidate> {
        let mut found = Vec::new();
        for Step { at, crossed, distance } in around(self.text, &self.in_name, time) {
            if self.in_time[at] || !self.text.tokens[at].is_word() {
                continue;
            }
            if let Some((role, word, is_listed)) = self.role(at) {
                let kind = word.and_then(|word| word.kind).unwrap_or(EventKind::Other);
                let status = word.and_then(|word| word.status);
                found.push(Candidate { at, role, kind, status, is_listed, crossed, distance });
            }
        }
        found
    }

    fn score(
        &self,
        each: &Candidate,
        time: &FoundTime,
        light: Option<&Candidate>,
        modal: bool,
        speech: Option<usize>,
    ) -> f32 {
        let base = match (each.role, each.is_listed) {
            (Role::Noun, true) => 1.7,
            (Role::Noun, false) => 0.9,
            (Role::Verb, true) => 3.0,
            (Role::Verb, false) => 2.2,
            (Role::Doubtful, _) => 1.6,
            (Role::Infinitive, listed) if modal => {
                if listed {
                    3.0
                } else {
                    2.2
                }
            }
            (Role::Infinitive, _) => 0.8,
            // «согласованного на прошлой неделе проекта»
            (Role::Participle, true) if each.crossed == 0 && each.distance < 3 && each.at < time.tokens.start => 2.6,
            (Role::Participle, true) if each.crossed == 0 && each.distance < 3 => 1.8,
            (Role::Participle, false) if each.crossed == 0 && each.distance < 3 => 1.0,
            (Role::Light, _) => 2.0,
            _ => return f32::MIN,
        };
        let is_noun = each.role == Role::Noun;
        // «провели переговоры во вторник»
        let carried = light.is_some_and(|light| is_noun && carries(light, each));
        // «переговоры на следующей неделе»
        let bracketed = is_noun && self.is_dated_in_brackets(each, time);
        let beside = bracketed || is_noun && self.stands_before(each, time);
        // «запланированные на вторник переговоры», «страйк, оголошений на середу»
        let planned = is_noun && !carried && self.is_planned_beside(each, time);
        let bonus = if planned { 1.8 } else { 0.0 } + if carried { 2.5 } else { 0.0 } + if beside { 1.5 } else { 0.0 };
        // «Во вторник министр заявил»: the time is that of the act of speaking.
        let spoken = speech.is_some_and(|speech| !beside && speech < each.distance);
        // «переговоры об условиях выхода»: what a noun governs is not what took place.
        let governed = is_noun && !beside && self.is_governed(each.at);
        let crossed = if carried || planned || bracketed { 0.0 } else { each.crossed as f32 };
        let penalty =
            each.distance as f32 * 0.06 + crossed + if governed { 1.2 } else { 0.0 } + if spoken { 2.0 } else { 0.0 };
        base + bonus - penalty
    }

    /// Whether a noun stands right before its time, a preposition or an adjective between at most.
    fn stands_before(&self, each: &Candidate, time: &FoundTime) -> bool {
        each.at < time.tokens.start && each.distance <= 2 && each.crossed == 0
    }

    /// «заседание совета (25 ноября)»: what is dated in brackets stands before them.
    fn is_dated_in_brackets(&self, each: &Candidate, time: &FoundTime) -> bool {
        is_bracketed(self.text, time) && each.at < time.tokens.start && each.distance <= 5 && each.crossed <= 1
    }

    /// Whether «запланированный» or the like stands before the preposition of a time and beside a noun.
    fn is_planned_beside(&self, noun: &Candidate, time: &FoundTime) -> bool {
        let Some(cue) = time.tokens.start.checked_sub(2).filter(|&at| self.is_planned(at)) else { return false };
        let follows = noun.at >= time.tokens.end && noun.at - time.tokens.end <= 3;
        let precedes = noun.at < cue && cue - noun.at <= 3;
        follows && noun.crossed == 0 || precedes && noun.crossed <= 1
    }

    fn is_planned(&self, at: usize) -> bool {
        self.words(at).any(|word| word.status == Some(EventStatus::Planned))
    }

    /// Whether a noun stands in the genitive after another noun.
    fn is_governed(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        let genitive = token.is(Features::case(Case::Genitive)) && !token.word.features.is_nominative();
        let before = |by: usize| at.checked_sub(by).map(|at| &self.text.tokens[at]).filter(|before| before.is_word());
        let is_head = |before: &Token| before.is(Features::NOUN) && !before.is(Features::GUESSED);
        genitive
            && (before(1).is_some_and(is_head)
                || before(1).is_some_and(|next| next.is(Features::ADJ)) && before(2).is_some_and(is_head))
    }

    fn trigger(&self, best: &Candidate, score: f32, light: Option<&Candidate>) -> Trigger {
        let carried = light.filter(|light| best.role == Role::Noun && carries(light, best));
        let rule = match best.role {
            Role::Noun if carried.is_some() => "event.noun-and-verb",
            Role::Noun => "event.noun",
            Role::Participle => "event.participle",
            Role::Light => "event.light-verb",
            _ => "event.verb",
        };
        let tokens = match best.role {
            Role::Noun => {
                let group = self.title_at(best.at).or_else(|| self.resignation(best));
                group.unwrap_or(best.at..best.at + 1)
            }
            Role::Infinitive => best.at..best.at + 1,
            _ => self.verb_group(best.at),
        };
        let kind = if best.kind == EventKind::Other { self.object_kind(tokens.clone()) } else { best.kind };
        // «назначили» without a noun is an appointment that was made.
        let own = best.status.filter(|&status| best.role != Role::Light || status != EventStatus::Planned);
        let status = own.or_else(|| carried.and_then(|light| light.status));
        Trigger { tokens, kind, status, rule, score }
    }

    /// A verb with what belongs to it: «не», "was", and the noun of «ушел в отставку».
    fn verb_group(&self, at: usize) -> Range<usize> {
        let tokens = &self.text.tokens;
        let sentence = tokens[at].sentence;
        let mut start = at;
        while let Some(before) =
            start.checked_sub(1).filter(|&before| at - before <= 2 && tokens[before].sentence == sentence)
        {
            // "took place"
            let light = |at: usize| self.words(at).any(|word| word.class == EventClass::Light);
            let joins = tokens[before].has(Tags(Tags::AUX.0 | Tags::NEG.0)) || light(before) && light(at);
            if !joins || self.in_time[before] {
                break;
            }
            start = before;
        }
        let next = if tokens.get(at + 1).is_some_and(|next| next.has(Tags::PREP)) { at + 2 } else { at + 1 };
        let is_resignation =
            |word: EventWord| word.class == EventClass::Noun && word.kind == Some(EventKind::Resignation);
        let belongs =
            tokens.get(next).is_some_and(|token| token.sentence == sentence) && self.words(next).any(is_resignation);
        start..if belongs { next + 1 } else { at + 1 }
    }

    /// «ушёл в отставку»: the noun of a resignation with the verb before it.
    fn resignation(&self, noun: &Candidate) -> Option<Range<usize>> {
        let before = |by: usize| noun.at.checked_sub(by).map(|at| (at, &self.text.tokens[at]));
        let (_, next) = before(1).filter(|_| noun.kind == EventKind::Resignation)?;
        let (at, verb) = if next.has(Tags::PREP) { before(2)? } else { before(1)? };
        let is_verb = verb.is(Features::FINITE) && verb.sentence == next.sentence && !verb.has(Tags::AUX);
        is_verb.then(|| at..noun.at + 1)
    }

    /// The kind that a noun in the group gives it.
    fn object_kind(&self, tokens: Range<usize>) -> EventKind {
        let words = tokens.flat_map(|at| self.words(at));
        words.filter(|word| word.class == EventClass::Noun).find_map(|word| word.kind).unwrap_or(EventKind::Other)
    }
}

/// Whether a light verb speaks of a noun: in its clause, or over «который» right before the verb.
fn carries(light: &Candidate, noun: &Candidate) -> bool {
    light.crossed == noun.crossed || noun.at < light.at && light.at - noun.at <= 3
}
