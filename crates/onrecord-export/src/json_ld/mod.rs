//! Linked data: articles, statements and events in the terms of schema.org, Web Annotation and PROV.
//!
//! The document is written node by node; what a term means stands in `context.json`, which goes in front of them.

use std::io::Write;

use onrecord_model::ArticleRecord;
use serde_json::Value;

use crate::error::Failure;
use crate::reading::Reading;
use crate::write::Writer;

mod annotations;
mod articles;
mod dates;
mod entities;
mod events;
mod iri;
mod node;
mod origins;
mod statements;

/// What the terms of the document mean.
const CONTEXT: &str = include_str!("context.json");

/// Records as one graph.
pub(crate) struct LinkedData<W: Write> {
    out: W,
    nodes: u64,
}

impl<W: Write> LinkedData<W> {
    /// Writes what comes before the first node.
    pub(crate) fn begin(mut out: W) -> Result<Self, Failure> {
        write!(out, "{{\"@context\": {},\n\"@graph\": [", CONTEXT.trim_end())?;
        Ok(Self { out, nodes: 0 })
    }

    fn node(&mut self, node: &Value) -> Result<(), Failure> {
        self.out.write_all(if self.nodes == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut self.out, node)?;
        self.nodes += 1;
        Ok(())
    }
}

impl<W: Write> Writer for LinkedData<W> {
    fn record(&mut self, record: &ArticleRecord) -> Result<u64, Failure> {
        let before = self.nodes;
        for node in nodes(&Reading::new(record)) {
            self.node(&node)?;
        }
        Ok(self.nodes - before)
    }

    fn finish(mut self: Box<Self>) -> Result<(), Failure> {
        self.out.write_all(b"\n]}\n")?;
        Ok(self.out.flush()?)
    }
}

/// The nodes of one record: the article, who and what is named in it, what was said, what happened.
fn nodes<'n>(on: &'n Reading<'n>) -> impl Iterator<Item = Value> + 'n {
    let record = on.record;
    let said = record
        .statements
        .iter()
        .flat_map(|it| std::iter::once(statements::statement(on, it)).chain(annotations::of_statement(on, it)));
    let happened =
        record.events.iter().flat_map(|it| std::iter::once(events::event(on, it)).chain(annotations::of_event(on, it)));
    std::iter::once(articles::article(on))
        .chain(record.entities.iter().map(|entity| entities::entity(record, entity)))
        .chain(said)
        .chain(happened)
}

#[cfg(test)]
mod tests;
