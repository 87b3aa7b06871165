//! Who has it from whom: outlets that carry a statement or the story, and what they cite.
//!
//! An outlet that only carries somebody else's words is no speaker: «P, сообщает X», "P, X reported" where P has a
//! source of its own, and «Об этом сообщает X».

mod asides;
mod chain;
mod cited;
mod outlets;

use std::ops::Range;

use onrecord_lang::Tags;
use onrecord_model::Span;

use crate::noun_phrase::{NounPhrase, is_speaker_like};
use crate::statements::{Draft, Shape, SourceKind};
use crate::view::View;
use crate::{FoundEntity, FoundProvenance, FoundStatement, Scope};
use outlets::{is_outlet, outlet_in};

pub(crate) use cited::{begins as begins_reference, is_reference};

/// An outlet that carries, or something cited, before it is known which statements it is about.
pub(crate) struct Carrier {
    carrier: Option<Range<usize>>,
    cited: Vec<NounPhrase>,
    /// The cues of the statements it is about; none for the story.
    about: Vec<usize>,
    rule: &'static str,
}

/// A sentence has so many statements at most that an outlet is looked for beside; more are left alone.
const NEAR: usize = 8;

/// Takes the outlets' part out of the drafts: what they merely carry loses them as speakers, or is dropped.
pub(crate) fn settle(view: &View<'_, '_>, drafts: &mut Vec<Draft>) -> Vec<Carrier> {
    let mut carriers: Vec<Carrier> = Vec::new();
    drafts.retain(|draft| !draft.is_dropped && !draft.content.is_empty());
    // "X reported, citing Y": the reference is the carrier's, not something X said of Y.
    drafts.retain(|draft| !(draft.is_topic && cited::begins(view, draft.main)));
    drafts.sort_by_key(Draft::start);
    for at in 0..drafts.len() {
        if let Some(mut carrier) = carrier(view, drafts, at) {
            take_over(&mut carrier, &mut drafts[at], &mut carriers);
            add(&mut carriers, carrier);
        }
    }
    drafts.retain(|draft| !draft.is_dropped);
    asides::find(view, drafts, &mut carriers);
    cited::alone(view, drafts, &mut carriers);
    carriers
}

/// «Об этом сообщает X, передаёт Y»: Y has it from X.
fn take_over(carrier: &mut Carrier, draft: &mut Draft, carriers: &mut Vec<Carrier>) {
    if !matches!(draft.shape, Shape::Aside | Shape::QuoteBefore) {
        return;
    }
    let is_inside = |known: &Carrier| {
        let outlet = known.carrier.as_ref();
        outlet.is_some_and(|outlet| draft.content.iter().any(|range| range.contains(&outlet.start)))
    };
    let from = carriers.len().saturating_sub(NEAR);
    let Some(place) = (from..carriers.len()).find(|&place| is_inside(&carriers[place])) else { return };
    let known = carriers.remove(place);
    let outlet = known.carrier.map(|tokens| NounPhrase::new(tokens.clone(), tokens.start));
    carrier.cited.splice(0..0, outlet.into_iter().chain(known.cited));
    if known.about.is_empty() {
        carrier.about = known.about;
        draft.is_dropped = true;
    }
}

/// An outlet that carries several statements is one carrier; what it carries as a story is no statement of its own.
fn add(carriers: &mut Vec<Carrier>, carrier: Carrier) {
    match carriers.iter_mut().rev().take(NEAR).find(|known| known.carrier == carrier.carrier) {
        Some(known) if known.about.is_empty() => {}
        Some(known) => known.about.extend(carrier.about),
        None => carriers.push(carrier),
    }
}

/// The outlet that a draft took for its source.
fn carrier(view: &View<'_, '_>, drafts: &mut [Draft], at: usize) -> Option<Carrier> {
    let source = who_reports(view, &drafts[at])?;
    let outlet = match outlet_in(view, &source) {
        Some(outlet) => outlet,
        None if is_likely_outlet(view, drafts, at, &source) => outlets::without_preposition(view, &source),
        None => return None,
    };
    let draft = &drafts[at];
    let cited = cited::after(view, draft.main, &source.tokens);
    let carried = carried(view, drafts, at);
    let points_back = draft.shape == Shape::PointsBack;
    let about = match carried.as_slice() {
        _ if points_back || draft.is_dropped => Vec::new(),
        [] => vec![draft.main],
        carried => carried.iter().map(|&other| drafts[other].main).collect(),
    };
    // «P, передаёт X со ссылкой на Y»: where Y is an outlet too, nobody here claims P.
    let relays = !cited.is_empty() && cited.iter().all(|phrase| is_outlet(view, phrase));
    let outside = |phrase: &&NounPhrase| !draft.content.iter().any(|range| range.contains(&phrase.tokens.start));
    let body = cited.iter().filter(outside).find(|phrase| !is_outlet(view, phrase)).cloned();
    if points_back || relays && draft.shape == Shape::Aside || !carried.is_empty() {
        drafts[at].is_dropped = true;
    } else if let Some(body) = body {
        drafts[at].source = Some(body);
        drafts[at].source_kind = SourceKind::Plain;
    }
    Some(Carrier { carrier: Some(outlet), cited, about, rule: "provenance.outlet" })
}

/// The source of a draft; the verb's own outlet where the source is only what that cites («передаёт X со ссылкой на Y»).
fn who_reports(view: &View<'_, '_>, draft: &Draft) -> Option<NounPhrase> {
    let source = draft.source.clone()?;
    let is_cited = || {
        let cited = cited::after(view, draft.main, &(draft.main..draft.main));
        cited.iter().any(|phrase| phrase.head == source.head)
    };
    let own = (draft.source_kind != SourceKind::Plain && is_cited()).then(|| asides::act(view, draft.main)).flatten();
    Some(own.map_or(source, |(_, outlet)| outlet))
}

/// The drafts whose words an outlet's aside carries: those with their cues in what it follows, or with its content, and then
/// all that stand before it in the sentence.
fn carried(view: &View<'_, '_>, drafts: &[Draft], at: usize) -> Vec<usize> {
    let outer = &drafts[at];
    if !matches!(outer.shape, Shape::Aside | Shape::QuoteBefore | Shape::SourcePhrase) {
        return Vec::new();
    }
    let sentence = view.sentence(outer.main);
    let is_inside = |other: &Draft| outer.content.iter().any(|range| range.contains(&other.main));
    let shares = |other: &Draft| {
        let touches = |a: &Range<usize>| outer.content.iter().any(|b| a.start < b.end && b.start < a.end);
        other.content.iter().any(touches)
    };
    let is_before = |other: &Draft| sentence.contains(&other.main) && other.main < outer.main;
    let near = at.saturating_sub(NEAR)..(at + NEAR).min(drafts.len());
    let others = near.filter(|&other| other != at && !drafts[other].is_dropped && has_speaker(view, &drafts[other]));
    let (before, elsewhere): (Vec<usize>, Vec<usize>) = others.partition(|&other| is_before(&drafts[other]));
    let mut carried: Vec<usize> = elsewhere.into_iter().filter(|&other| is_inside(&drafts[other])).collect();
    if before.iter().any(|&other| is_inside(&drafts[other]) || shares(&drafts[other])) {
        carried.extend(before);
    }
    carried
}

/// Whether somebody is behind a draft who is no outlet: a name, a pronoun, an office.
fn has_speaker(view: &View<'_, '_>, draft: &Draft) -> bool {
    draft.source.as_ref().is_some_and(|source| {
        (is_speaker_like(view, source.head) || view.has(source.head, Tags::PRON3)) && !is_outlet(view, source)
    })
}

/// An unknown name or body in an aside to words that have a speaker of their own («X назвала это ошибкой, пишет RT»).
fn is_likely_outlet(view: &View<'_, '_>, drafts: &[Draft], at: usize, source: &NounPhrase) -> bool {
    if drafts[at].shape != Shape::Aside {
        return false;
    }
    let person = view.names.at(source.head).is_some_and(|name| name.is_person())
        || view.has(source.head, Tags(Tags::ROLE.0 | Tags::PERSON.0));
    // "…, X reported, citing Y": whoever cites in an aside carries.
    if !person
        && !view.has(source.head, Tags(Tags::PRON3.0 | Tags::GROUP.0))
        && !cited::after(view, drafts[at].main, &source.tokens).is_empty()
    {
        return true;
    }
    outlets::may_be_one(view, source)
        && carried(view, drafts, at)
            .first()
            .is_some_and(|&inner| !drafts[inner].is_topic || view.names.at(source.head).is_some())
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
        let names = chain::names(view, entities, carrier.carrier.as_ref(), &carrier.cited);
        let cues = carrier.about.iter().filter_map(|&about| view.token(about));
        let mut about: Vec<usize> = cues.filter_map(|cue| by_cue.get(&cue.span.start).copied()).collect();
        about.sort_unstable();
        about.dedup();
        for &statement in &about {
            let speaker = statements[statement].speaker.name.clone();
            // "The Foreign Ministry" is the speaker Foreign Ministry.
            let speaks = |name: &&String| speaker.as_deref().is_some_and(|speaker| name.ends_with(speaker));
            statements[statement].via.extend(names.iter().filter(|name| !speaks(name)).cloned());
        }
        let scopes = about.iter().map(|&statement| Scope::Statement(statement));
        let story = about.is_empty().then_some(Scope::Story);
        found.extend(scopes.chain(story).map(|scope| FoundProvenance {
            carrier: carrier.carrier.clone().map(|tokens| view.text.span(tokens)),
            cited: carrier.cited.iter().map(|phrase| view.text.span(phrase.tokens.clone())).collect(),
            chain: names.clone(),
            scope,
            rule: format!("{}.{}", view.pack.lang, carrier.rule),
        }));
    }
    found.sort_by_key(|provenance| {
        provenance.carrier.or(provenance.cited.first().copied()).map_or(0, |span: Span| span.start)
    });
    found.dedup_by(|a, b| a.carrier == b.carrier && a.cited == b.cited && a.scope == b.scope);
    found
}
