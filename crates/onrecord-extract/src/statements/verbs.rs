//! Statements whose cue is a verb.

use std::ops::Range;

use onrecord_lang::{Features, PhraseKind, Tags, Takes};
use onrecord_text::TokenKind;

use super::cue::Cue;
use super::draft::{Draft, Shape, SourceKind};
use super::ends::{content_after, end_of_embedded, keep_quotes};
use super::next_act::sibling;
use super::right::{self, Opening};
use super::source::{self, Source, trimmed};
use super::{fronted, how, left, nested};
use crate::noun_phrase::is_speaker_like;
use crate::view::View;

/// Adds the statements of a sentence's reporting verbs.
pub(crate) fn read(view: &View<'_, '_>, sentence: Range<usize>, cues: &[Cue<'_>], drafts: &mut Vec<Draft>) {
    for (place, cue) in cues.iter().enumerate() {
        let before = drafts.last().filter(|draft| sentence.contains(&draft.main)).cloned();
        let draft = match view.depth(cue.main) {
            _ if governs_next(view, cues, place, sentence.end) => None,
            0 => outside(view, &sentence, cues, place),
            _ => inside(view, cue).or_else(|| nested::clause(view, cue)),
        };
        let draft = draft
            .map(|draft| carried_on(view, cue, before.clone(), draft))
            .and_then(|draft| of_gerund(view, cue, before, draft));
        drafts.extend(draft.map(|draft| finished(view, cue, &sentence, draft)));
    }
}

/// «Отказалась подтвердить, что …», "is said to have promised that …": the verb that it governs opens the content.
fn governs_next(view: &View<'_, '_>, cues: &[Cue<'_>], place: usize, end: usize) -> bool {
    let cue = &cues[place];
    let next = cues.get(place + 1).filter(|next| next.tokens.contains(&cue.main));
    next.is_some_and(|next| right::opening(view, next, end).is_some_and(|opening| suits(next, opening)))
}

/// Whether a verb that reports only by what governs it may have such content: what was refused is often a thing
/// ("refused to disclose the records").
fn suits(cue: &Cue<'_>, opening: Opening) -> bool {
    is_clause(opening) && (opening.shape != Shape::Bare || !cue.is_refused)
}

/// Whether content is a clause or a quotation, not a thing or a deed.
fn is_clause(opening: Opening) -> bool {
    matches!(
        opening.shape,
        Shape::That | Shape::ColonQuote | Shape::ColonText | Shape::Whether | Shape::QuoteAfter | Shape::Bare
    )
}

/// «X сказал, что A, и добавил, что B»: a verb joined to the one before it, without a subject of its own, has that one's.
fn carried_on(view: &View<'_, '_>, cue: &Cue<'_>, before: Option<Draft>, mut draft: Draft) -> Draft {
    let joint = cue.tokens.start.checked_sub(1).is_some_and(|at| view.has(at, Tags::COORD) && !view.has(at, Tags::ADV));
    let own = draft.source.as_ref().is_some_and(|source| source.tokens.start >= cue.end);
    let Some(before) =
        before.filter(|before| joint && !own && before.source.is_some() && before.end() <= cue.tokens.start)
    else {
        return draft;
    };
    draft.source = before.source;
    draft.source_kind = before.source_kind;
    draft
}

/// A gerund has the subject of the main verb, which is never a thing; without one it says too little.
fn of_gerund(view: &View<'_, '_>, cue: &Cue<'_>, before: Option<Draft>, mut draft: Draft) -> Option<Draft> {
    let speaks = draft
        .source
        .as_ref()
        .is_some_and(|source| is_speaker_like(view, source.head) || view.has(source.head, Tags::PRON3));
    if !cue.is_gerund() || speaks || draft.is_topic {
        return Some(draft);
    }
    let before = before.filter(|before| before.source.is_some())?;
    draft.source = before.source;
    draft.source_kind = before.source_kind;
    Some(draft)
}

fn outside(view: &View<'_, '_>, sentence: &Range<usize>, cues: &[Cue<'_>], place: usize) -> Option<Draft> {
    let cue = &cues[place];
    let end = without_stop(view, sentence.clone());
    let floor = floor(view, sentence.start, cue);
    let mut limit = sibling(view, cues, place, end).unwrap_or(end);
    if cue.is_gerund() && view.has_cases() && !cue.takes_clause() {
        // «Рябков, комментируя шансы, отметил»: what a gerund only touches ends with its insertion.
        limit = (cue.end..limit)
            .find(|&at| view.depth(at) == 0 && view.kind(at) == Some(TokenKind::Comma))
            .unwrap_or(limit);
    }
    let after = right::opening(view, cue, limit);
    if let Some(stop) = after.and_then(|opening| end_of_embedded(view, cue, opening, floor, limit)) {
        limit = stop;
    }
    if cue.is_governed && !after.is_some_and(|opening| suits(cue, opening)) {
        return None;
    }
    let strong = after.is_some_and(|opening| is_clause(opening) || opening.shape == Shape::Infinitive);
    if let Some(draft) =
        as_told(view, cue, sentence, end).or_else(|| fronted::clause(view, cue, sentence, limit).filter(|_| !strong))
    {
        return Some(draft);
    }
    let quoted_twice = after.is_some_and(|opening| matches!(opening.shape, Shape::QuoteAfter | Shape::Bare));
    let before = || left::content(view, cue, floor, end);
    if (!strong || quoted_twice)
        && !cue.is_modal
        && let Some(before) = before().filter(|before| !quoted_twice || before.shape == Shape::QuoteBefore)
    {
        let act_limit = before.content.get(1).map_or(limit, |rest| rest.start);
        return Some(draft_before(view, cue, before, act_limit));
    }
    if let Some(opening) = after {
        return draft_after(view, cue, opening, floor, limit);
    }
    points_back(view, cue, sentence, floor, end)
}

fn without_stop(view: &View<'_, '_>, sentence: Range<usize>) -> usize {
    let mut end = sentence.end;
    while end > sentence.start && view.kind(end - 1) == Some(TokenKind::Stop) {
        end -= 1;
    }
    end
}

/// Where the verb's clause may begin at the earliest: after the complementiser that opened a clause around it.
fn floor(view: &View<'_, '_>, start: usize, cue: &Cue<'_>) -> usize {
    let comp = (start..cue.tokens.start)
        .rev()
        .take(40)
        .find(|&at| view.has(at, Tags::COMP) && view.depth(at) == view.depth(cue.main) && opens_clause(view, at));
    comp.map_or(start, |comp| comp + 1)
}

/// «, что»: a complementiser after a comma; «будто бы сказал» has none.
fn opens_clause(view: &View<'_, '_>, comp: usize) -> bool {
    !view.has_cases() || comp > 0 && matches!(view.kind(comp - 1), Some(TokenKind::Comma | TokenKind::Colon))
}

fn draft_before(view: &View<'_, '_>, cue: &Cue<'_>, before: left::Before, limit: usize) -> Draft {
    let source = source::of_verb(view, cue, before.act, limit);
    let content =
        before.content.into_iter().map(|range| keep_quotes(view, range)).filter(|range| !range.is_empty()).collect();
    with_source(Draft::new(before.shape, cue.main, vec![cue.tokens.clone()], content), source)
}

fn draft_after(view: &View<'_, '_>, cue: &Cue<'_>, opening: Opening, floor: usize, limit: usize) -> Option<Draft> {
    let gap = opening.gap_end.max(cue.end);
    let source = source::of_verb(view, cue, floor, gap);
    let mut start = opening.content;
    // «сообщил X, глава Y, Z»: what names the source is no content.
    let act_end = source::end_of_act(cue, &source, limit);
    if matches!(opening.shape, Shape::Object | Shape::Called | Shape::Topic | Shape::Preposition)
        && start < act_end
        && act_end > cue.end
    {
        start = act_end;
    }
    let content = content_after(view, cue, opening.shape, start, limit);
    if content.is_empty() {
        return None;
    }
    let mut draft = with_source(Draft::new(opening.shape, cue.main, vec![cue.tokens.clone()], vec![content]), source);
    draft.addressee = addressee(view, cue, &draft, opening.gap_end.max(start.min(limit)));
    Some(draft)
}

/// Whom the words are said to: a dative after the verb, or, where nothing declines, the noun before the content.
fn addressee(view: &View<'_, '_>, cue: &Cue<'_>, draft: &Draft, limit: usize) -> Option<Range<usize>> {
    let dative = if view.has_cases() { Features::case(onrecord_lang::Case::Dative) } else { Features::ALL_CASES };
    if !view.has_cases() && !cue.takes(&Takes::Addressee) {
        return None;
    }
    let source = draft.source.as_ref().map_or(0..0, |source| source.tokens.clone());
    let content = draft.start();
    (cue.end..limit.min(cue.end + 8))
        .filter(|at| !source.contains(at) && *at < content && !view.has(*at, Tags::PREP))
        .find_map(|at| {
            if at > cue.end && (view.has(at - 1, Tags::PREP) || view.is(at - 1, Features::ADJ)) {
                return None;
            }
            let phrase = crate::noun_phrase::phrase_at(view, at, limit.min(content), dative)?;
            let human =
                is_speaker_like(view, phrase.head) || view.has(phrase.head, Tags(Tags::PRON3.0 | Tags::PRON1.0));
            (human && phrase.tokens.end <= content).then_some(phrase.tokens)
        })
}

fn with_source(mut draft: Draft, source: Source) -> Draft {
    if let Some((phrase, kind)) = source {
        draft.source = Some(phrase);
        draft.source_kind = kind;
    }
    draft
}

/// A verb in the author's words inside a quotation.
fn inside(view: &View<'_, '_>, cue: &Cue<'_>) -> Option<Draft> {
    let (before, end) = left::split_quote(view, cue)?;
    let source = source::of_verb(view, cue, before.act, end);
    Some(with_source(Draft::new(before.shape, cue.main, vec![cue.tokens.clone()], before.content), source))
}

/// «Как отметила компания, …», "As X told Y, …": an aside that begins the sentence.
fn as_told(view: &View<'_, '_>, cue: &Cue<'_>, sentence: &Range<usize>, end: usize) -> Option<Draft> {
    let opens = view.has(sentence.start, Tags::AS);
    if !opens || !cue.takes_clause() || cue.tokens.start > sentence.start + 24 {
        return None;
    }
    let other = (sentence.start..cue.tokens.start)
        .any(|at| right::is_finite(view, at) || view.kind(at) == Some(TokenKind::Comma) && !view.in_time(at));
    let comma = (cue.end..end.min(cue.end + 30))
        .find(|&at| view.depth(at) == 0 && view.kind(at) == Some(TokenKind::Comma) && !view.in_time(at))?;
    let content = trimmed(view, past_insertion(view, comma, end)..end);
    let short = content.len() < 3 && !right::has_finite(view, content.clone());
    if other || short || content.len() < 2 {
        return None;
    }
    let source = source::of_verb(view, cue, sentence.start + 1, comma);
    Some(with_source(Draft::new(Shape::Aside, cue.main, vec![cue.tokens.clone()], vec![content]), source))
}

/// One past a comma, and past a participle's insertion that it opens: «…, опубликованном в среду, …».
fn past_insertion(view: &View<'_, '_>, comma: usize, end: usize) -> usize {
    let next = comma + 1;
    let inserted = view.is(next, Features::PART)
        || view.is(next, Features::GERUND) && view.has_cases() && !view.is(next, Features::NOUN)
        || view.has(next, Tags::REL)
        || view.is(next, Features::ADJ) && view.in_time(next + 1);
    let close = (next..end.min(next + 12)).find(|&at| view.depth(at) == 0 && view.kind(at) == Some(TokenKind::Comma));
    close.filter(|_| inserted).map_or(next, |close| close + 1)
}

/// «Об этом заявил X»: the content is the sentence before.
fn points_back(view: &View<'_, '_>, cue: &Cue<'_>, sentence: &Range<usize>, floor: usize, end: usize) -> Option<Draft> {
    let opens = view.has_cases() && sentence.clone().take(2).any(|at| points(view, at, sentence.start));
    if !opens || !cue.takes_clause() || cue.is_gerund() || floor != sentence.start {
        return None;
    }
    let number = view.token(sentence.start)?.sentence as usize;
    let before = view.text.sentences.get(number.checked_sub(1)?)?;
    let source = source::of_verb(view, cue, floor, end);
    source.as_ref()?;
    let content = before.tokens.start..without_stop(view, before.tokens.clone());
    let is_body = view.text.block_kind(content.start) != onrecord_model::BlockKind::Headline;
    (content.len() >= 3 && is_body)
        .then(|| with_source(Draft::new(Shape::PointsBack, cue.main, vec![cue.tokens.clone()], vec![content]), source))
}

/// Whether a word points to the sentence before: «об этом», «це»; «при этом» only goes on.
fn points(view: &View<'_, '_>, at: usize, start: usize) -> bool {
    let adverb = view.phrase(start, |phrase| matches!(phrase.kind, PhraseKind::Small(tags) if tags.has(Tags::ADV)));
    view.has(at, Tags::DEM) && view.depth(at) == 0 && adverb.is_none_or(|(_, end)| end <= at)
}

/// Negation, hedges, and the verb's place in its list.
fn finished(view: &View<'_, '_>, cue: &Cue<'_>, sentence: &Range<usize>, mut draft: Draft) -> Draft {
    draft.verb = Some(cue.place);
    (draft.polarity, draft.modality) = how::said(view, cue, sentence, &draft);
    let nobody = draft.source_kind == SourceKind::None;
    let aside = draft.shape == Shape::Aside && !cue.is_impersonal();
    let thing = |source: &crate::noun_phrase::NounPhrase| {
        let paper = view.has(source.head, Tags::DOCUMENT) && !view.has(source.head, Tags::ROLE);
        source.tokens.start >= cue.end && (paper || !is_speaker_like(view, source.head))
    };
    let odd = draft.shape == Shape::Aside
        && !view.has_cases()
        && draft.source.as_ref().is_some_and(|source| thing(source) && !view.has(source.head, Tags::PRON3));
    // «Не назвал даты»: what was not named is nothing said.
    let unnamed = draft.shape == Shape::Called && cue.is_negated && is_genitive_only(view, &draft);
    if odd || unnamed || nobody && (cue.is_opinion() || aside) {
        draft.is_dropped = true;
    }
    draft
}

/// Whether a content is an object in the genitive with nothing in the instrumental beside it.
fn is_genitive_only(view: &View<'_, '_>, draft: &Draft) -> bool {
    let instrumental = Features::case(onrecord_lang::Case::Instrumental);
    let genitive = Features::case(onrecord_lang::Case::Genitive);
    let Some(content) = draft.content.first().filter(|_| view.has_cases()) else { return false };
    view.is(content.start, genitive) && !content.clone().any(|at| view.is(at, instrumental))
}
