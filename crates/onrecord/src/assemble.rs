//! The public record from what the stages found: bytes become code points, places become ids.

use onrecord_extract::{Findings, FoundEntity, FoundEvent, FoundProvenance, FoundStatement, Scope};
use onrecord_lang::Packs;
use onrecord_model::{
    Article, ArticlePart, ArticleRecord, BlockPart, Body, ByteSpan, CharIndex, CharSpan, Document, Entity, Event,
    EventPlace, ImagePart, MadeBy, Mention, Names, Notice, Page, Party, Provenance, RecordNotice, RoleMention, SCHEMA,
    Span, Speaker, Statement, Time, When,
};
use sha2::{Digest, Sha256};

use crate::Reading;

/// The record of a page that was read.
pub fn record(page: &Page, reading: &Reading, packs: &Packs) -> ArticleRecord {
    let maker = Maker::new(page, reading);
    let findings = &reading.findings;
    ArticleRecord {
        schema: SCHEMA,
        document: maker.document(page),
        article: maker.article(page),
        entities: findings.entities.iter().enumerate().map(|(n, entity)| maker.entity(n, entity)).collect(),
        statements: findings.statements.iter().map(|statement| maker.statement(statement)).collect(),
        times: findings.times.iter().map(|time| maker.time(time)).collect(),
        events: findings.events.iter().map(|event| maker.event(event)).collect(),
        provenance: findings.provenance.iter().map(|provenance| maker.provenance(provenance)).collect(),
        notices: reading.notices.iter().map(|notice| maker.notice(notice)).collect(),
        made_by: made_by(&reading.article, packs),
    }
}

fn made_by(article: &Article, packs: &Packs) -> MadeBy {
    let digest = packs.get(article.lang).map(|pack| (article.lang.to_string(), pack.digest.clone()));
    MadeBy { version: env!("CARGO_PKG_VERSION").to_owned(), packs: digest.into_iter().collect() }
}

struct Maker<'r> {
    article: &'r Article,
    findings: &'r Findings,
    index: CharIndex,
    document_id: String,
    statement_ids: Vec<String>,
}

impl<'r> Maker<'r> {
    fn new(page: &Page, reading: &'r Reading) -> Self {
        let article = &reading.article;
        let document_id: String = page.sha256.chars().take(16).collect();
        let mut maker = Self {
            article,
            findings: &reading.findings,
            index: CharIndex::new(&article.text),
            document_id,
            statement_ids: Vec::new(),
        };
        maker.statement_ids = maker.findings.statements.iter().map(|statement| maker.statement_id(statement)).collect();
        maker
    }

    fn span(&self, span: Span) -> CharSpan {
        self.index.span(&self.article.text, span)
    }

    fn spans(&self, spans: &[Span]) -> Vec<CharSpan> {
        spans.iter().map(|&span| self.span(span)).collect()
    }

    /// Digest of document, content and kind, so that re-reading gives the same statement the same id.
    fn statement_id(&self, statement: &FoundStatement) -> String {
        let mut digest = Sha256::new();
        digest.update(&self.document_id);
        digest.update(statement.kind.as_str());
        for span in self.spans(&statement.content) {
            digest.update(span.start.to_le_bytes());
            digest.update(span.end.to_le_bytes());
        }
        short(digest)
    }

    fn document(&self, page: &Page) -> Document {
        let media_type = match page.body {
            Body::Text(_) => "text/plain",
            Body::Html(_) => "text/html",
        };
        Document {
            id: self.document_id.clone(),
            name: page.name.clone(),
            file: page.file.clone(),
            url: page.url.clone(),
            warc: page.warc.clone(),
            sha256: page.sha256.clone(),
            media_type: media_type.to_owned(),
            fetched: page.fetched.clone(),
        }
    }

    /// Where in the document's bytes words of the article stand.
    fn in_page(&self, page: &Page, span: Span) -> Option<ByteSpan> {
        let (at, found) = (page.body_at?, self.article.in_page(span)?);
        Some(ByteSpan { start: at.checked_add(found.start)?, end: at.checked_add(found.end)? })
    }

    fn article(&self, page: &Page) -> ArticlePart {
        let article = self.article;
        let blocks = article.blocks.iter().map(|block| {
            let CharSpan { start, end } = self.span(block.span);
            BlockPart { kind: block.kind, start, end, furniture: block.furniture, page: self.in_page(page, block.span) }
        });
        ArticlePart {
            lang: article.lang,
            text: article.text.clone(),
            title: article.title.clone(),
            headline: article.headline.map(|span| self.span(span)),
            subhead: article.subhead.map(|span| self.span(span)),
            byline: article.byline.map(|span| article.slice(span).to_owned()),
            authors: article.authors.clone(),
            published: article.published.as_ref().map(|published| published.value.clone()),
            published_from: article.published.as_ref().map(|published| published.from),
            modified: article.modified.clone(),
            outlet: article.outlet.clone(),
            canonical_url: article.canonical_url.clone(),
            image: article.image.as_ref().map(|image| ImagePart {
                url: image.url.clone(),
                credit: image.credit.map(|span| self.span(span)),
                caption: image.caption.map(|span| self.span(span)),
            }),
            section: article.section.clone(),
            tags: article.tags.clone(),
            syndicated_from: article.syndicated_from.clone(),
            blocks: blocks.collect(),
            links: article.links.clone(),
        }
    }

    fn entity(&self, number: usize, entity: &FoundEntity) -> Entity {
        let mut names = Names::default();
        match self.article.lang.as_str() {
            "ru" => names.ru = Some(entity.name.clone()),
            "uk" => names.uk = Some(entity.name.clone()),
            "en" => names.en = Some(entity.name.clone()),
            _ => {}
        }
        let roles = entity.roles.iter().map(|&role| {
            let CharSpan { start, end } = self.span(role);
            RoleMention { text: self.article.slice(role).to_owned(), start, end }
        });
        let mentions = entity.mentions.iter().map(|mention| {
            let CharSpan { start, end } = self.span(mention.span);
            Mention { start, end, form: mention.form }
        });
        Entity {
            id: entity_id(number),
            archive_id: None,
            kind: entity.kind,
            name: entity.name.clone(),
            names,
            code: entity.code.clone(),
            roles: roles.collect(),
            mentions: mentions.collect(),
        }
    }

    fn statement(&self, statement: &FoundStatement) -> Statement {
        let said = statement.said.and_then(|place| self.findings.times.get(place)).map(|time| self.when(time));
        Statement {
            id: self.statement_id(statement),
            kind: statement.kind,
            content: self.spans(&statement.content),
            quoted: self.spans(&statement.quoted),
            source: statement.source.map(|span| self.span(span)),
            cue: self.spans(&statement.cue),
            speaker: Speaker {
                entities: statement.speaker.entities.iter().map(|&n| entity_id(n)).collect(),
                name: statement.speaker.name.clone(),
                form: statement.speaker.form,
                role: statement.speaker.role.clone(),
            },
            addressee: statement.addressee.map(|span| self.span(span)),
            zone: statement.zone,
            polarity: statement.polarity,
            modality: statement.modality,
            parent: statement.parent.and_then(|n| self.statement_ids.get(n).cloned()),
            restates: statement.restates.and_then(|n| self.statement_ids.get(n).cloned()),
            said,
            via: statement.via.clone(),
            confidence: (statement.confidence * 100.0).round() / 100.0,
            rule: statement.rule.clone(),
            corrected: None,
        }
    }

    fn when(&self, time: &onrecord_extract::FoundTime) -> When {
        let CharSpan { start, end } = self.span(time.span);
        When { value: time.value.clone(), start, end }
    }

    fn time(&self, time: &onrecord_extract::FoundTime) -> Time {
        let CharSpan { start, end } = self.span(time.span);
        Time { start, end, value: time.value.clone(), anchor: time.anchor }
    }

    fn event(&self, event: &FoundEvent) -> Event {
        let trigger = self.span(event.trigger);
        let mut digest = Sha256::new();
        digest.update(&self.document_id);
        digest.update(trigger.start.to_le_bytes());
        let places = event.places.iter().map(|&(entity, span)| {
            let CharSpan { start, end } = self.span(span);
            EventPlace { entity: entity.map(entity_id), start, end }
        });
        let parties =
            event.parties.iter().map(|(entity, name)| Party { entity: entity.map(entity_id), name: name.clone() });
        Event {
            id: short(digest),
            trigger,
            kind: event.kind,
            when: self.findings.times.get(event.when).map(|time| self.when(time)),
            place: places.collect(),
            parties: parties.collect(),
            status: event.status,
            confidence: (event.confidence * 100.0).round() / 100.0,
            rule: event.rule.clone(),
        }
    }

    fn provenance(&self, provenance: &FoundProvenance) -> Provenance {
        let page = self.article.outlet.clone();
        let scope = match provenance.scope {
            Scope::Story => "story".to_owned(),
            Scope::Paragraph => "paragraph".to_owned(),
            Scope::Statement(place) => self.statement_ids.get(place).cloned().unwrap_or_else(|| "paragraph".to_owned()),
        };
        let mut chain: Vec<String> = page.into_iter().collect();
        chain.extend(
            provenance
                .chain
                .iter()
                .filter(|name| !chain.first().is_some_and(|page| page.eq_ignore_ascii_case(name)))
                .cloned()
                .collect::<Vec<_>>(),
        );
        Provenance {
            carrier: provenance.carrier.map(|span| self.span(span)),
            cited: self.spans(&provenance.cited),
            chain,
            scope,
        }
    }

    fn notice(&self, notice: &Notice) -> RecordNotice {
        let span = notice.span.map(|span| self.span(span));
        RecordNotice {
            code: notice.code.to_string(),
            text: notice.text.clone(),
            start: span.map(|span| span.start),
            end: span.map(|span| span.end),
        }
    }
}

fn entity_id(number: usize) -> String {
    format!("e{}", number + 1)
}

/// The first 16 hexadecimal digits of a digest.
fn short(digest: Sha256) -> String {
    digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
