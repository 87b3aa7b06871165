//! How an act of speech is presented: denied, asked about, told by hearsay, to come, or plainly.

use std::ops::Range;

use onrecord_lang::{HedgeKind, Stance, Tags, Takes};
use onrecord_model::{Modality, Polarity};
use onrecord_text::TokenKind;

use super::cue::Cue;
use super::draft::{Draft, Shape};
use super::group::small_words;
use super::hedges;
use super::right::has_finite;
use crate::view::View;

/// What marks set off farther before an act than this no longer touches it.
const FARTHEST: usize = 60;

/// The act itself, be its cue a verb or a noun with a verb.
struct Act {
    tokens: Range<usize>,
    main: usize,
    end: usize,
    asks: bool,
    is_told: bool,
    is_future: bool,
    is_modal: bool,
}

/// The polarity and the modality of a verb's statement.
pub(super) fn said(view: &View<'_, '_>, cue: &Cue<'_>, sentence: &Range<usize>, draft: &Draft) -> (Polarity, Modality) {
    let act = Act {
        tokens: cue.tokens.clone(),
        main: cue.main,
        end: cue.end,
        asks: cue.verb.stance == Stance::Asks,
        is_told: cue.takes(&Takes::Addressee),
        is_future: cue.is_future(),
        is_modal: cue.is_modal,
    };
    let denied = is_refusal(cue, draft) != cue.is_negated || is_of_nobody(view, &act, sentence, draft);
    (polarity(denied), modality(view, &act, sentence, draft))
}

/// The polarity and the modality of a noun's statement, whose verb is given: «не давал обещаний, что …», "gave no hint that".
pub(super) fn said_by_noun(
    view: &View<'_, '_>,
    verb: Range<usize>,
    sentence: &Range<usize>,
    draft: &Draft,
) -> (Polarity, Modality) {
    let end = draft.main + 1;
    let tokens = small_words(view, verb.start, verb.end, sentence).start..end;
    let has = |tag| tokens.clone().any(|at| view.has(at, tag));
    let is_affirmed = tokens.clone().any(|at| matches!(hedges::at(view, at), Some((HedgeKind::Affirmed, _))));
    let denied = has(Tags::NEG) && !is_affirmed;
    let act = Act {
        main: verb.start,
        end,
        asks: false,
        is_told: false,
        is_future: false,
        is_modal: has(Tags::MODAL) && !is_affirmed,
        tokens,
    };
    let denied = denied || is_of_nobody(view, &act, sentence, draft);
    (polarity(denied), modality(view, &act, sentence, draft))
}

fn polarity(is_denied: bool) -> Polarity {
    if is_denied { Polarity::Neg } else { Polarity::Pos }
}

/// "Declined to comment", «отказался отвечать»: what was refused was not said, nor what was hidden.
fn is_refusal(cue: &Cue<'_>, draft: &Draft) -> bool {
    match cue.verb.stance {
        Stance::Denies => matches!(draft.shape, Shape::Infinitive | Shape::Whether),
        Stance::Hides => true,
        _ => false,
    }
}

/// Whether the subject, or what opens the clause before it, denies the act: "nobody", "in none of her letters did she say".
fn is_of_nobody(view: &View<'_, '_>, act: &Act, sentence: &Range<usize>, draft: &Draft) -> bool {
    let is_negation = |at: usize| matches!(hedges::at(view, at), Some((HedgeKind::Negation, _)));
    let is_one_clause = || draft.start() >= act.end && !(sentence.start..act.main).any(|at| ends_denial(view, at));
    // "Told nobody that …".
    let is_to_nobody = act.is_told && !view.has_cases() && draft.start() > act.end && is_negation(act.end);
    is_to_nobody
        || draft.source.as_ref().is_some_and(|source| is_negation(source.tokens.start))
        || is_negation(sentence.start) && is_one_clause()
}

/// What a denial at the head of a sentence does not reach beyond: a mark, a clause of its own ("Hardly anyone was
/// surprised when …"), the other of two ("Not the owner but his lawyer").
fn ends_denial(view: &View<'_, '_>, at: usize) -> bool {
    let is_clause = view.has(at, Tags::SUB) && !view.has(at, Tags(Tags::PREP.0 | Tags::ADV.0));
    is_clause || view.has(at, Tags::ADVERSATIVE) || matches!(view.kind(at), Some(TokenKind::Comma | TokenKind::Dash))
}

fn modality(view: &View<'_, '_>, act: &Act, sentence: &Range<usize>, draft: &Draft) -> Modality {
    let mut hedges = hedges::around(view, &act.tokens, act.main, sentence, draft.start(), &described(view, draft));
    hedges.extend(openers(view, act, sentence, draft));
    let has = |kind| hedges.contains(&kind);
    let is_conditional = has(HedgeKind::Condition) || is_inverted(view, sentence, act.main);
    if draft.shape == Shape::Whether && act.asks
        || is_asked(view, act, sentence, draft)
        || is_in_doubt(view, act, sentence)
    {
        Modality::Question
    } else if has(HedgeKind::Hearsay) || is_relayed(view, act) {
        Modality::Hearsay
    } else if has(HedgeKind::Irrealis) || is_conditional && !draft.content.iter().any(|range| range.start < act.main) {
        Modality::Hypothetical
    } else if has(HedgeKind::Future) || act.is_future {
        Modality::Future
    } else if act.is_modal {
        Modality::Hypothetical
    } else {
        Modality::Asserted
    }
}

/// The words of the source, with a word that describes it: "The alleged arsonist told the jury …".
fn described(view: &View<'_, '_>, draft: &Draft) -> Range<usize> {
    // "Unconfirmed reports said …": what describes a paper is true of its words.
    let paper = Tags(Tags::DOCUMENT.0 | Tags::CUE_NOUN.0);
    let Some(source) = draft.source.as_ref().filter(|source| !view.has(source.head, paper)) else { return 0..0 };
    let start = source.tokens.start;
    let is_described = start > 1 && view.has(start - 2, Tags::DET) && !view.has(start - 1, Tags::ADV);
    if is_described { start - 1..source.tokens.end } else { source.tokens.clone() }
}

/// What marks set off before the act: «По слухам, …», «Наездник, говорят, признался, …», «Допустим, вахтёр скажет, …».
fn openers(view: &View<'_, '_>, act: &Act, sentence: &Range<usize>, draft: &Draft) -> Vec<HedgeKind> {
    // «По слухам, мост закроют, — сообщил мэр»: what opens the content belongs to it.
    let from = if draft.start() < act.main { draft.end().min(act.main) } else { sentence.start };
    let from = act.tokens.start.saturating_sub(FARTHEST).max(from);
    let found = hedges::set_off(view, sentence, from..act.tokens.start);
    let kinds = found.into_iter().filter_map(|(kind, end)| match kind {
        HedgeKind::Hearsay | HedgeKind::Rumour => Some(HedgeKind::Hearsay),
        HedgeKind::Irrealis if !has_finite(view, end..act.tokens.start) => Some(kind),
        _ => None,
    });
    kinds.collect()
}

/// Whether the sentence itself asks if it was said: «Разве мэр говорил, что…?»
fn is_asked(view: &View<'_, '_>, act: &Act, sentence: &Range<usize>, draft: &Draft) -> bool {
    let Some(last) = sentence.end.checked_sub(1) else { return false };
    let is_told = matches!(
        draft.shape,
        Shape::That
            | Shape::Whether
            | Shape::Infinitive
            | Shape::Noun
            | Shape::Bare
            | Shape::Object
            | Shape::Preposition
            | Shape::Called
    );
    is_told && view.depth(act.main) == 0 && view.text.word(last).contains('?') && draft.start() >= act.end
}

/// Whether a question embeds the act: «Неизвестно, говорил ли мэр, что …», "It is unclear whether the mayor said that …".
fn is_in_doubt(view: &View<'_, '_>, act: &Act, sentence: &Range<usize>) -> bool {
    let from = act.tokens.start.saturating_sub(FARTHEST).max(sentence.start);
    let near = (from..act.tokens.start).rev().take_while(|&at| !is_clause_mark(view, at));
    let asks = |at: usize| view.has(at, Tags::WHETHER) && !view.has(at, Tags::COND);
    // «Вряд ли» asks nothing; «мэр чи міністр» are two.
    let opens = |at: usize| !view.has(at, Tags::COORD) || at == sentence.start || is_clause_mark(view, at - 1);
    let hedged =
        |at: usize| hedges::before(view, at + 1, sentence.start).is_some_and(|(kind, _)| kind == HedgeKind::Negation);
    view.depth(act.main) == 0
        && (view.has_cases() && asks(act.end) && !view.has(act.end, Tags::COORD)
            || near.into_iter().any(|at| asks(at) && opens(at) && !hedged(at)))
}

fn is_clause_mark(view: &View<'_, '_>, at: usize) -> bool {
    matches!(view.kind(at), Some(TokenKind::Comma | TokenKind::Dash | TokenKind::Colon)) || view.has(at, Tags::COMP)
}

/// "Had the skipper told …", "Should the judge say …": where nothing declines, an auxiliary that opens a sentence
/// which asks nothing opens a condition.
pub(super) fn is_inverted(view: &View<'_, '_>, sentence: &Range<usize>, main: usize) -> bool {
    let last = sentence.end.saturating_sub(1);
    let opens = view.has(sentence.start, Tags::AUX) && !view.has(sentence.start, Tags::NEG);
    let one_clause = || (sentence.start..main).all(|at| view.kind(at) != Some(TokenKind::Comma));
    opens && !view.has_cases() && one_clause() && !view.text.word(last).contains('?')
}

/// Whether the content is handed on as somebody's words: «ответил, мол, …».
fn is_relayed(view: &View<'_, '_>, act: &Act) -> bool {
    let hearsay = |at: usize| matches!(hedges::at(view, at), Some((HedgeKind::Hearsay, _)));
    view.kind(act.end) == Some(TokenKind::Comma) && hearsay(act.end + 1)
}
