//! What holds of all findings, tried on texts made of pieces of news.

use std::sync::LazyLock;

use onrecord_extract::{Findings, find};
use onrecord_lang::Packs;
use onrecord_model::{Article, Body, Lang, Page, Span};
use onrecord_text::{Text, analyse};
use onrecord_trials::{Failure, holds_for_news};

static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::new(onrecord_packs::FILES.iter().copied()));

fn article(text: &str, lang: Lang) -> Article {
    let published = Some("2022-01-13".to_owned());
    let page = Page { lang: Some(lang), published, body: Body::Text(text.to_owned()), ..Page::default() };
    onrecord_article::read_article(&page, &PACKS).0
}

fn check(property: impl Fn(&Text<'_>, &Findings) -> Result<(), String>) -> Result<(), Failure> {
    for code in ["ru", "uk", "en"] {
        let lang = Lang::new(code).expect("a code");
        let pack = PACKS.get(lang).expect("a pack");
        holds_for_news(200, |text| {
            let article = article(text, lang);
            let text = analyse(&article, pack);
            property(&text, &find(&text, pack))
        })?;
    }
    Ok(())
}

fn hold(is_so: bool, what: &str) -> Result<(), String> {
    if is_so { Ok(()) } else { Err(what.to_owned()) }
}

/// Whether a span lies on character boundaries and holds words.
fn is_sound(text: &Text<'_>, span: Span) -> bool {
    text.article.text.get(span.range()).is_some_and(|words| !words.trim().is_empty())
}

#[test]
fn every_piece_of_a_statement_is_words_of_the_text() -> Result<(), Failure> {
    check(|text, findings| {
        for statement in &findings.statements {
            let pieces = statement.content.iter().chain(&statement.quoted).chain(&statement.cue);
            let pieces = pieces.chain(&statement.source).chain(&statement.addressee);
            hold(pieces.into_iter().all(|&span| is_sound(text, span)), "a piece of a statement is nothing")?;
        }
        Ok(())
    })
}

#[test]
fn statements_stand_in_the_order_of_their_content() -> Result<(), Failure> {
    check(|_, findings| {
        let starts: Vec<_> = findings.statements.iter().map(|statement| statement.content.first()).collect();
        hold(starts.is_sorted_by_key(|span| span.map(|span| span.start)), "two statements are out of order")?;
        hold(findings.statements.iter().all(|statement| !statement.content.is_empty()), "a statement says nothing")
    })
}

#[test]
fn the_pieces_of_a_content_do_not_overlap() -> Result<(), Failure> {
    check(|_, findings| {
        for statement in &findings.statements {
            let mut pairs = statement.content.iter().zip(statement.content.iter().skip(1));
            hold(pairs.all(|(left, right)| left.end <= right.start), "a content says something twice")?;
        }
        Ok(())
    })
}

#[test]
fn no_statement_stands_in_itself() -> Result<(), Failure> {
    check(|_, findings| {
        for (n, statement) in findings.statements.iter().enumerate() {
            let (mut above, mut n_steps) = (statement.parent, 0);
            while let Some(parent) = above {
                n_steps += 1;
                hold(parent != n && n_steps <= findings.statements.len(), "a statement is its own parent")?;
                above = findings.statements.get(parent).ok_or("a parent is nowhere")?.parent;
            }
        }
        Ok(())
    })
}

#[test]
fn speakers_and_parties_are_entities() -> Result<(), Failure> {
    check(|_, findings| {
        let n = findings.entities.len();
        let speakers = findings.statements.iter().flat_map(|statement| statement.speaker.entities.iter().copied());
        let places = findings.events.iter().flat_map(|event| event.places.iter().filter_map(|(entity, _)| *entity));
        let parties = findings.events.iter().flat_map(|event| event.parties.iter().filter_map(|(entity, _)| *entity));
        hold(speakers.chain(places).chain(parties).all(|entity| entity < n), "an entity is nowhere")
    })
}

#[test]
fn times_stand_in_order_and_their_tokens_are_their_words() -> Result<(), Failure> {
    check(|text, findings| {
        let mut pairs = findings.times.iter().zip(findings.times.iter().skip(1));
        hold(pairs.all(|(left, right)| left.span.end <= right.span.start), "two times overlap")?;
        hold(findings.times.iter().all(|time| text.span(time.tokens.clone()) == time.span), "tokens and words differ")
    })
}

#[test]
fn events_have_a_date_and_a_trigger() -> Result<(), Failure> {
    check(|text, findings| {
        let has_date = |when: usize| findings.times.get(when).is_some();
        let mut events = findings.events.iter();
        hold(events.all(|event| has_date(event.when) && is_sound(text, event.trigger)), "an event without a date")
    })
}

#[test]
fn every_finding_says_which_rule_spoke() -> Result<(), Failure> {
    check(|text, findings| {
        let statements = findings.statements.iter().map(|statement| statement.rule.as_str());
        let provenance = findings.provenance.iter().map(|provenance| provenance.rule.as_str());
        let lang = format!("{}.", text.article.lang);
        hold(statements.chain(provenance).all(|rule| rule.starts_with(&lang)), "a rule is not named for its language")?;
        hold(findings.events.iter().all(|event| !event.rule.is_empty()), "an event has no rule")
    })
}

#[test]
fn mentions_are_words_of_the_text() -> Result<(), Failure> {
    check(|text, findings| {
        for entity in &findings.entities {
            hold(!entity.mentions.is_empty() && !entity.name.trim().is_empty(), "an entity is nowhere mentioned")?;
            let mentions = entity.mentions.iter().map(|mention| mention.span);
            hold(
                mentions.chain(entity.roles.iter().copied()).all(|span| is_sound(text, span)),
                "a mention is nothing",
            )?;
        }
        Ok(())
    })
}
