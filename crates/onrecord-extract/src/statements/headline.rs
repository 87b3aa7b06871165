//! «Песков: переговоры трудны»: a source, a colon, and what it said, in headlines, leads and transcripts.

use std::ops::Range;

use onrecord_lang::{Case, Features, Tags};
use onrecord_model::BlockKind;
use onrecord_text::TokenKind;

use super::draft::{Draft, Shape, SourceKind};
use super::right::{has_finite, may_be_finite};
use super::source::trimmed;
use crate::noun_phrase::{NounPhrase, phrase_at};
use crate::view::View;

/// Longer than this many tokens before the colon, it is no source.
const LONGEST_SOURCE: usize = 10;

/// Adds the statement of a sentence that begins with a source and a colon.
pub(crate) fn read(view: &View<'_, '_>, sentence: Range<usize>, drafts: &mut Vec<Draft>) {
    after_dash(view, sentence.clone(), drafts);
    quote_first(view, sentence.clone(), drafts);
    let near = sentence.start..sentence.end.min(sentence.start + LONGEST_SOURCE);
    let Some(colon) = near.clone().find(|&at| view.kind(at) == Some(TokenKind::Colon)) else { return };
    let Some(source) = source(view, sentence.start..colon) else { return };
    let content = trimmed(view, colon + 1..sentence.end);
    if content.len() < 2 {
        return;
    }
    let shape = match view.text.block_kind(sentence.start) {
        BlockKind::Headline | BlockKind::Subhead => Shape::Headline,
        _ if opens_transcript(view, &source, colon) => Shape::Transcript,
        _ => return,
    };
    let mut draft = Draft::new(shape, colon, vec![colon..colon + 1], vec![content]);
    draft.source = Some(source);
    draft.source_kind = SourceKind::Plain;
    drafts.push(draft);
}

/// Whether a colon in running text follows somebody's name or a label that comes again: «Киев: …» is a dateline, «Автор:
/// …» a line of its own.
fn opens_transcript(view: &View<'_, '_>, source: &NounPhrase, colon: usize) -> bool {
    let person = view.names.within(source.tokens.clone()).any(|name| name.is_person());
    let place = view.names.at(source.head).is_some_and(|name| !name.is_person());
    let label = |start: usize| view.text.normal(start) == view.text.normal(source.tokens.start);
    let again = || {
        let lines = view.text.sentences.iter().map(|sentence| sentence.tokens.start).take(400);
        lines
            .filter(|&start| label(start) && view.kind(start + colon - source.tokens.start) == Some(TokenKind::Colon))
            .count()
            > 1
    };
    let quoted = view.kind(colon + 1) == Some(TokenKind::Open);
    person || view.initials(source.tokens.clone()).is_some() || quoted && !place || !place && again()
}

/// «"Только через мой труп": Иванов о парке»: in a headline, a quotation, a colon, and whose it is.
fn quote_first(view: &View<'_, '_>, sentence: Range<usize>, drafts: &mut Vec<Draft>) {
    let Some(close) = view.close_of(sentence.start).filter(|_| view.kind(sentence.start) == Some(TokenKind::Open))
    else {
        return;
    };
    let colon = close + 1;
    if view.kind(colon) != Some(TokenKind::Colon) || view.text.block_kind(colon) != BlockKind::Headline {
        return;
    }
    let Some(source) = phrase_at(view, colon + 1, sentence.end, Features::case(Case::Nominative)) else { return };
    if view.names.within(source.tokens.clone()).any(|name| name.is_person()) {
        let mut draft = Draft::new(Shape::Headline, colon, vec![colon..colon + 1], vec![sentence.start..close + 1]);
        draft.source = Some(source);
        draft.source_kind = SourceKind::Plain;
        drafts.push(draft);
    }
}

/// «Переходный период продлят — СМИ»: in a headline, the source after a dash.
fn after_dash(view: &View<'_, '_>, sentence: Range<usize>, drafts: &mut Vec<Draft>) {
    if view.text.block_kind(sentence.start) != BlockKind::Headline {
        return;
    }
    let from = sentence.end.saturating_sub(LONGEST_SOURCE).max(sentence.start + 3);
    let Some(dash) =
        (from..sentence.end).rev().find(|&at| view.kind(at) == Some(TokenKind::Dash) && view.depth(at) == 0)
    else {
        return;
    };
    let Some(source) = source(view, dash + 1..sentence.end).filter(|source| {
        view.names.at(source.head).is_some()
            || view.has(source.head, Tags(Tags::OUTLET.0 | Tags::ROLE.0 | Tags::GROUP.0))
    }) else {
        return;
    };
    let content = trimmed(view, sentence.start..dash);
    let clause = content.clone().any(|at| may_be_finite(view, at));
    // «… – в Финском заливе»: where it happened.
    let place = view.has(dash + 1, Tags::PREP) && view.has(source.head, Tags(Tags::PLACE.0 | Tags::PLACE_NOUN.0))
        || view.has(dash + 1, Tags::PREP) && view.names.at(source.head).is_some_and(|name| !name.is_person());
    if content.len() < 3 || !clause || place {
        return;
    }
    let mut draft = Draft::new(Shape::Headline, dash, vec![dash..dash + 1], vec![content]);
    draft.source = Some(source);
    draft.source_kind = SourceKind::Plain;
    drafts.push(draft);
}

fn source(view: &View<'_, '_>, before: Range<usize>) -> Option<NounPhrase> {
    if before.is_empty()
        || has_finite(view, before.clone())
        || before.clone().any(|at| view.has(at, Tags::CUE_VERB) && view.is(at, Features::FINITE))
    {
        return None;
    }
    if view.initials(before.clone()).is_some() {
        return Some(NounPhrase::new(before.clone(), before.start));
    }
    let nominative = Features::case(Case::Nominative);
    let inside = view.has(before.start, Tags::PREP);
    let phrase = if inside {
        let governed = view.token(before.start)?.word.features.nominal();
        phrase_at(view, before.start + 1, before.end, if governed.is_empty() { Features::ALL_CASES } else { governed })?
    } else {
        phrase_at(view, before.start, before.end, nominative)?
    };
    // «"Снова забастовки": Ryanair отменил рейсы»: quoted words are a name only where the article knows them as one.
    let quoted = view.kind(before.start) == Some(TokenKind::Open);
    if quoted && !is_known_title(view, phrase.head) {
        return None;
    }
    let whole = phrase.tokens.end == before.end;
    let thing = Tags(Tags::DOCUMENT.0 | Tags::ACT.0 | Tags::OTHER.0);
    let document = view.has(phrase.head, thing)
        && !view.has(phrase.head, Tags(Tags::ROLE.0 | Tags::GROUP.0))
        && view.names.at(phrase.head).is_none();
    let speech = view.kind(before.end + 1) == Some(TokenKind::Open);
    // «Почему …», "What we know": an explainer's heading, not words.
    let question = view.has(before.end + 1, Tags(Tags::WH.0 | Tags::WHETHER.0));
    let surname = phrase.tokens.len() == 1 && is_surname(view, phrase.head, speech);
    (whole && !question && (surname || is_known_speaker(view, phrase.head)) && !document).then_some(phrase)
}

/// Whether quoted words are a listed name, or are called by again.
fn is_known_title(view: &View<'_, '_>, head: usize) -> bool {
    view.names.at(head).is_some_and(|name| {
        name.listed.is_some() || view.names.all.iter().filter(|other| other.entity == name.entity).count() > 1
    })
}

/// A name, or a noun of a class that can speak: in a headline an unknown word is more often a topic.
fn is_known_speaker(view: &View<'_, '_>, head: usize) -> bool {
    view.names.at(head).is_some() || view.has(head, Tags::SPEAKER)
}

/// Whether an unknown capitalised word before a colon is somebody's name: what follows is quoted, or it ends as names do.
fn is_surname(view: &View<'_, '_>, at: usize, quoted: bool) -> bool {
    let unknown = view.token(at).is_some_and(|token| {
        token.is_capital && token.word.tags.0 == 0 && token.is(Features::GUESSED) && token.is(Features::NOUN)
    });
    unknown && (quoted || view.pack.surname(view.text.normal(at)).is_some())
}
