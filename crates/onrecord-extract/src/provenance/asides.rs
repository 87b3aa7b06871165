//! Outlets that no draft told of: after a quotation that has its speaker, after words too short to be a statement, at
//! the end of a headline.

use std::ops::Range;

use onrecord_lang::{CueVerb, Features, Tags, Takes, Word};
use onrecord_model::BlockKind;
use onrecord_text::{Token, TokenKind};

use super::outlets::{self, is_outlet};
use super::{Carrier, cited};
use crate::noun_phrase::{NounPhrase, phrase_at};
use crate::statements::Draft;
use crate::subject::{self, Subject};
use crate::view::View;

/// So many words may stand between «как» and its verb: «как в свою очередь указывает».
const WIDEST_AS: usize = 4;

/// A content begins so many tokens before its cue's sentence at most, and so many drafts are looked at.
const FURTHEST: usize = 200;
const MOST: usize = 60;
/// A subject stands so many tokens before its verb at most.
const WIDEST_ACT: usize = 48;

/// Adds the outlets that report in an aside and are not known yet.
pub(super) fn find(view: &View<'_, '_>, drafts: &[Draft], carriers: &mut Vec<Carrier>) {
    let outlets = carriers.iter().flat_map(|known| {
        let cited = known.cited.iter().map(|phrase| &phrase.tokens);
        known.carrier.iter().chain(cited)
    });
    let mut known: Vec<Range<usize>> = outlets.cloned().collect();
    known.sort_by_key(|tokens| tokens.start);
    let is_known = |phrase: &NounPhrase| {
        let next = known.partition_point(|tokens| tokens.end <= phrase.tokens.start);
        known.get(next).is_some_and(|tokens| tokens.start < phrase.tokens.end)
    };
    for sentence in view.text.sentences.iter().filter(|sentence| outlets::may_name_one(view, &sentence.tokens)) {
        let acts = sentence.tokens.clone().filter_map(|at| act(view, at));
        for (at, outlet) in acts.chain(at_the_end(view, &sentence.tokens)) {
            if !is_known(&outlet) {
                let carrier = outlets::outlet_in(view, &outlet).unwrap_or_else(|| outlet.tokens.clone());
                let cited = cited::after(view, at, &outlet.tokens);
                let about = carried(view, drafts, at, &sentence.tokens);
                carriers.push(Carrier { carrier: Some(carrier), cited, about, rule: "provenance.aside" });
            }
        }
    }
}

/// A reporting verb in the author's words whose subject is an outlet.
pub(super) fn act(view: &View<'_, '_>, at: usize) -> Option<(usize, NounPhrase)> {
    let sentence = view.sentence(at);
    let token = view.token(at).filter(|token| token.depth == 0 && is_finite(token) && view.names.at(at).is_none())?;
    if !(tells(view, &token.word) || cited::is_verbal(view, at)) {
        return None;
    }
    let after = || subject::after(view, at + 1, sentence.end, token.word.features);
    let floor = at.saturating_sub(WIDEST_ACT).max(sentence.start);
    let before = || subject::before(view, at, floor, token.word.features);
    let fits = |found: &Subject| !found.is_carried && is_carrier(view, &found.phrase, at, &sentence);
    // "Lang told Reuters": where nothing declines, what follows the verb is whom it was told.
    let found = if view.has_cases() { after().filter(fits) } else { None };
    found.or_else(|| before().filter(fits)).map(|found| (at, found.phrase))
}

fn is_finite(token: &Token) -> bool {
    token.is(Features::FINITE) && !token.is(Features::GERUND)
}

/// Whether a word is a form of a verb that takes a clause or a quotation.
pub(super) fn tells(view: &View<'_, '_>, word: &Word) -> bool {
    let takes =
        |verb: &CueVerb| verb.takes.iter().any(|takes| matches!(takes, Takes::That | Takes::Quote | Takes::Aside));
    word.tags.has(Tags::CUE_VERB) && view.pack.verbs.get(word.verb as usize).is_some_and(takes)
}

/// An outlet, or what may be one after a word like «как».
fn is_carrier(view: &View<'_, '_>, phrase: &NounPhrase, verb: usize, sentence: &Range<usize>) -> bool {
    let is_introduced = || {
        let from = verb.saturating_sub(WIDEST_AS).max(sentence.start);
        (from..verb).any(|at| view.has(at, Tags::AS) && !view.has(at, Tags::COMP))
    };
    is_outlet(view, phrase) || outlets::is_titled(view, phrase) && is_introduced()
}

/// «P — Bloomberg»: a headline that ends with its outlet.
fn at_the_end(view: &View<'_, '_>, sentence: &Range<usize>) -> Option<(usize, NounPhrase)> {
    if view.text.block_kind(sentence.start) != BlockKind::Headline {
        return None;
    }
    let dash = sentence.clone().rev().take(8).find(|&at| view.kind(at) == Some(TokenKind::Dash))?;
    let outlet = phrase_at(view, dash + 1, sentence.end, Features::ALL_CASES)?;
    (outlet.tokens.end == sentence.end && is_outlet(view, &outlet)).then_some((dash, outlet))
}

/// The statements of the sentence that an aside is about; none, and it is the story's, where the sentence points back.
pub(super) fn carried(view: &View<'_, '_>, drafts: &[Draft], at: usize, sentence: &Range<usize>) -> Vec<usize> {
    let points_back = sentence.clone().take(2).any(|token| view.has(token, Tags::DEM)) && view.has_cases();
    if points_back || view.text.block_kind(at) == BlockKind::Headline {
        return Vec::new();
    }
    let is_here = |draft: &&Draft| sentence.contains(&draft.main) && super::has_speaker(view, draft);
    let all: Vec<&Draft> = near(drafts, sentence).filter(is_here).collect();
    // An aside at the head of its sentence is about what follows it.
    let before: Vec<&Draft> = all.iter().copied().filter(|draft| draft.main < at).collect();
    let about = if before.is_empty() { all } else { before };
    let (topics, said): (Vec<&Draft>, Vec<&Draft>) = about.into_iter().partition(|draft| draft.is_topic);
    let kept = if said.is_empty() { topics } else { said };
    kept.iter().map(|draft| draft.main).collect()
}

/// The drafts that may have their cues in a sentence: they stand in the order of their contents, which may begin some
/// sentences before.
pub(super) fn near<'d>(drafts: &'d [Draft], sentence: &Range<usize>) -> impl Iterator<Item = &'d Draft> {
    let from = drafts.partition_point(|draft| draft.start() < sentence.start.saturating_sub(FURTHEST));
    let end = sentence.end;
    drafts[from..].iter().take(MOST).take_while(move |draft| draft.start() < end)
}
