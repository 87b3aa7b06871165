//! Who has it from whom: outlets that carry a statement or the story, and what they cite.
//!
//! An outlet that only carries somebody else's words is no speaker: «P, сообщает X», "P, X reported" where P has a
//! source of its own, and «Об этом сообщает X».

use std::ops::Range;

use onrecord_lang::{NameKind, Phrase, PhraseKind, Tags};
use onrecord_model::Span;
use onrecord_text::TokenKind;

use crate::mentions::NamedKind;
use crate::noun_phrase::{NounPhrase, is_speaker_like, phrase_at};
use crate::statements::{Draft, Shape, SourceKind};
use crate::view::View;
use crate::{FoundEntity, FoundProvenance, FoundStatement, Scope};

/// An outlet that carries, or something cited, before it is known which statement it is about.
pub(crate) struct Carrier {
    carrier: Option<Range<usize>>,
    cited: Vec<Range<usize>>,
    /// The cue of the statement it is about; none for the story.
    about: Option<usize>,
    rule: &'static str,
}

/// Takes the outlets' part out of the drafts: what they merely carry loses them as speakers, or is dropped.
pub(crate) fn settle(view: &View<'_, '_>, drafts: &mut Vec<Draft>) -> Vec<Carrier> {
    let mut carriers = Vec::new();
    drafts.retain(|draft| !draft.is_dropped && !draft.content.is_empty());
    drafts.sort_by_key(Draft::start);
    for at in 0..drafts.len() {
        let Some(source) = drafts[at]
            .source
            .clone()
            .filter(|source| is_outlet(view, source) || is_likely_outlet(view, drafts, at, source))
        else {
            continue;
        };
        let cited = cited_after(view, drafts[at].main);
        let outside =
            |phrase: &&NounPhrase| !drafts[at].content.iter().any(|range| range.contains(&phrase.tokens.start));
        let body = cited.iter().filter(outside).find(|phrase| !is_outlet(view, phrase)).cloned();
        let carried = carried_draft(view, drafts, at);
        let points_back = drafts[at].shape == Shape::PointsBack;
        let about = if points_back || drafts[at].is_dropped {
            None
        } else {
            Some(carried.map_or(drafts[at].main, |other| drafts[other].main))
        };
        let inside = drafts[at].source_kind == SourceKind::Inside || drafts[at].source_kind == SourceKind::Document;
        let carrier = source.tokens.start + usize::from(inside)..source.tokens.end;
        let cited_spans = cited.iter().map(|phrase| phrase.tokens.clone()).collect();
        carriers.push(Carrier { carrier: Some(carrier), cited: cited_spans, about, rule: "provenance.outlet" });
        // «P, передаёт X со ссылкой на Y»: where Y is an outlet too, nobody here claims P.
        let relayed = matches!(drafts[at].shape, Shape::Aside)
            && !cited.is_empty()
            && cited.iter().all(|phrase| is_outlet(view, phrase));
        if points_back || relayed || carried.is_some() {
            drafts[at].is_dropped = true;
        } else if let Some(body) = body {
            drafts[at].source = Some(body);
            drafts[at].source_kind = SourceKind::Plain;
        }
    }
    // "X reported, citing Y": the reference is the carrier's, not something X said of Y.
    let cites = |draft: &Draft| draft.is_topic && reference(view, draft.main, view.sentence(draft.main).end).is_some();
    drafts.retain(|draft| !draft.is_dropped && !cites(draft));
    references(view, drafts, &mut carriers);
    carriers
}

/// The draft whose words an outlet's aside carries: one whose cue stands in what the aside follows.
fn carried_draft(view: &View<'_, '_>, drafts: &[Draft], at: usize) -> Option<usize> {
    let outer = &drafts[at];
    if !matches!(outer.shape, Shape::Aside | Shape::QuoteBefore | Shape::SourcePhrase) {
        return None;
    }
    let near = at.saturating_sub(8)..(at + 8).min(drafts.len());
    let mut inside = near.filter(|&other| {
        other != at
            && drafts[other].source.as_ref().is_some_and(|source| is_speaker_like(view, source.head))
            && outer.content.iter().any(|range| range.contains(&drafts[other].main))
    });
    inside.next()
}

/// An unknown name or body in an aside to words that have a speaker of their own («X назвала это ошибкой, пишет RT»).
fn is_likely_outlet(view: &View<'_, '_>, drafts: &[Draft], at: usize, source: &NounPhrase) -> bool {
    let unknown = match view.names.at(source.head) {
        Some(name) => !name.is_person() && !matches!(name.kind, NamedKind::Listed(kind) if kind.is_place()),
        None => view.has(source.head, Tags::BODY) && !view.has(source.head, Tags(Tags::ROLE.0 | Tags::COMPANY.0)),
    };
    // "…, X reported, citing Y": whoever cites in an aside carries.
    let person = view.names.at(source.head).is_some_and(|name| name.is_person());
    if drafts[at].shape == Shape::Aside
        && !person
        && !view.has(source.head, Tags(Tags::PRON3.0 | Tags::GROUP.0))
        && !cited_after(view, drafts[at].main).is_empty()
    {
        return true;
    }
    drafts[at].shape == Shape::Aside
        && unknown
        && carried_draft(view, drafts, at)
            .is_some_and(|inner| !drafts[inner].is_topic || view.names.at(source.head).is_some())
}

/// Whether a phrase names an outlet, or outlets at large.
fn is_outlet(view: &View<'_, '_>, phrase: &NounPhrase) -> bool {
    if let Some(name) = view.names.at(phrase.head) {
        return matches!(name.kind, NamedKind::Listed(NameKind::Outlet))
            || name.kind == NamedKind::Titled && after_outlet_noun(view, name.tokens.start);
    }
    view.has(phrase.head, Tags::OUTLET) && !view.has(phrase.head, Tags::ROLE)
}

fn after_outlet_noun(view: &View<'_, '_>, start: usize) -> bool {
    let before = (start.saturating_sub(2)..start).rev().find(|&at| view.kind(at) == Some(TokenKind::Word));
    before.is_some_and(|at| view.has(at, Tags::OUTLET))
}

/// What is cited after a carrier in its sentence: «со ссылкой на Y», "citing Y".
fn cited_after(view: &View<'_, '_>, cue: usize) -> Vec<NounPhrase> {
    let sentence = view.sentence(cue);
    (sentence.start..sentence.end)
        .filter_map(|at| reference(view, at, sentence.end))
        .map(|(_, phrase)| phrase)
        .collect()
}

/// A reference phrase at a token, with what fills its slot; phrases built on a verb are the verbs' own affair.
fn reference(view: &View<'_, '_>, at: usize, limit: usize) -> Option<(usize, NounPhrase)> {
    let form = view.text.normal(at);
    if form.is_empty() || view.depth(at) > 0 {
        return None;
    }
    let fits = |phrase: &&Phrase| {
        phrase.kind == PhraseKind::Reference && phrase.words.last().is_some_and(|word| &**word == "*")
    };
    view.pack.phrases(form).filter(fits).find_map(|phrase| {
        let head = phrase.words.get(..phrase.words.len() - 1)?;
        let spoken = head.iter().any(|word| {
            view.pack.word(word).is_some_and(|word| {
                word.tags.has(Tags::CUE_VERB) && !word.features.any(onrecord_lang::Features::GERUND)
            })
        });
        if head.is_empty() || spoken {
            return None;
        }
        let start = view.matches(at, head)?;
        Some((start, phrase_at(view, start, limit, phrase.case)?))
    })
}

/// Whether a phrase that names where something was said stands at a token and fills the rest up to `limit`.
pub(crate) fn is_reference(view: &View<'_, '_>, at: usize, limit: usize) -> bool {
    reference(view, at, limit).is_some_and(|(_, phrase)| phrase.tokens.end == limit)
}

/// References that no carrier took: an interview's outlet, «со ссылкой на» without an outlet before it.
fn references(view: &View<'_, '_>, drafts: &[Draft], carriers: &mut Vec<Carrier>) {
    for sentence in &view.text.sentences {
        for at in sentence.tokens.clone() {
            let Some((_, phrase)) = reference(view, at, sentence.tokens.end) else { continue };
            let taken = carriers.iter().rev().take(60).any(|carrier| {
                carrier
                    .cited
                    .iter()
                    .chain(&carrier.carrier)
                    .any(|known| known.start < phrase.tokens.end && phrase.tokens.start < known.end)
            });
            let names_outlet =
                is_outlet(view, &phrase) || view.names.within(phrase.tokens.clone()).any(|name| !name.is_person());
            if taken || !names_outlet {
                continue;
            }
            let from = drafts.partition_point(|draft| draft.start() < sentence.tokens.start.saturating_sub(200));
            let near = drafts[from..].iter().take(60);
            let about = near.map(|draft| draft.main).find(|main| sentence.tokens.contains(main));
            carriers.push(Carrier { carrier: None, cited: vec![phrase.tokens], about, rule: "provenance.reference" });
        }
    }
}

/// The provenance of a text, in order; statements learn what they came through.
pub(crate) fn find(
    view: &View<'_, '_>,
    entities: &[FoundEntity],
    carriers: Vec<Carrier>,
    statements: &mut [FoundStatement],
) -> Vec<FoundProvenance> {
    // Every byte at which a cue's word begins, with its statement.
    let mut by_cue = hashbrown::HashMap::new();
    for (place, statement) in statements.iter().enumerate() {
        for token in statement.cue.iter().flat_map(|&span| view.text.tokens_in(span)) {
            by_cue.entry(view.text.tokens[token].span.start).or_insert(place);
        }
    }
    let mut found = Vec::new();
    for carrier in carriers {
        let cue = carrier.about.and_then(|about| view.token(about)).map(|token| token.span);
        let statement = cue.and_then(|cue| by_cue.get(&cue.start).copied());
        let names: Vec<String> =
            carrier.carrier.iter().chain(&carrier.cited).map(|tokens| name_of(view, entities, tokens)).collect();
        if let Some(statement) = statement {
            let speaker = statements[statement].speaker.name.clone();
            // "The Foreign Ministry" is the speaker Foreign Ministry.
            let speaks = |name: &&String| speaker.as_deref().is_some_and(|speaker| name.ends_with(speaker));
            statements[statement].via.extend(names.iter().filter(|name| !speaks(name)).cloned());
        }
        found.push(FoundProvenance {
            carrier: carrier.carrier.map(|tokens| view.text.span(tokens)),
            cited: carrier.cited.iter().map(|tokens| view.text.span(tokens.clone())).collect(),
            chain: names,
            scope: statement.map_or(Scope::Story, Scope::Statement),
            rule: format!("{}.{}", view.pack.lang, carrier.rule),
        });
    }
    found.sort_by_key(|provenance| {
        provenance.carrier.or(provenance.cited.first().copied()).map_or(0, |span: Span| span.start)
    });
    found.dedup_by(|a, b| a.carrier == b.carrier && a.cited == b.cited);
    found
}

/// The name of what carries or is cited: the outlet's own, else the words.
fn name_of(view: &View<'_, '_>, entities: &[FoundEntity], tokens: &Range<usize>) -> String {
    let name = view.names.within(tokens.clone()).find(|name| !name.is_person());
    name.map_or_else(
        || view.text.span(tokens.clone()).of(&view.text.article.text).to_owned(),
        |name| entities[name.entity].name.clone(),
    )
}
