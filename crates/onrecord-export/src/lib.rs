//! Records to files that other programs read: NDJSON, CSV, Parquet and JSON-LD.
//!
//! [`write()`] is the one main function. Records come one after another and leave the same way; memory stays within a
//! row group, whatever the archive's size. This is where the heavy dependencies stop: nothing is built upon this crate but programs.
//!
//! ```
//! use std::convert::Infallible;
//! use onrecord_export::{Export, Format, Table, write};
//! # use onrecord_model::{ArticlePart, ArticleRecord, Document, Lang, MadeBy, SCHEMA};
//! # let article = ArticlePart {
//! #     lang: Lang::new("en").unwrap_or(Lang::UNKNOWN), text: "It rains.".into(), title: Some("Rain, again".into()),
//! #     headline: None, subhead: None, byline: None, authors: vec!["A. Writer".into(), "B. Clerk".into()],
//! #     published: None, published_from: None, modified: None, outlet: None, canonical_url: None, image: None,
//! #     section: None, tags: vec![], syndicated_from: None, blocks: vec![], links: vec![],
//! # };
//! # let record = ArticleRecord {
//! #     schema: SCHEMA, document: Document { id: "d1".into(), ..Default::default() }, article, entities: vec![],
//! #     statements: vec![], times: vec![], events: vec![], provenance: vec![], notices: vec![], made_by: MadeBy::default(),
//! # };
//! let mut csv = Vec::new();
//! let export = Export { table: Table::Articles, ..Export::new(Format::Csv) };
//! let counts = write([Ok::<_, Infallible>(record)], &export, &mut csv)?;
//! assert_eq!(counts.rows, 1);
//! assert!(String::from_utf8_lossy(&csv).contains(r#","Rain, again",A. Writer; B. Clerk,"#));
//! # Ok::<(), onrecord_export::ExportError>(())
//! ```
//!
//! # Tables
//!
//! CSV and Parquet hold one [`Table`] a file, with the same columns in the same order; [`Table::columns`] tells what
//! each says. Tables are joined by `document_id`, and mentions to entities by `document_id` and `entity` = `id`.
//! Offsets count Unicode code points of the `text` of `articles`. Dates are words: they may be known in part (`XXXX-01-09`).
//!
//! ```
//! use onrecord_export::Table;
//! let columns: Vec<&str> = Table::Times.columns().iter().map(|column| column.name).collect();
//! assert_eq!(columns, ["document_id", "start", "end", "words", "value", "anchor"]);
//! ```
//!
//! CSV is UTF-8 without a byte-order mark. An empty cell is an empty or a missing value, and items of a list stand in
//! one cell, with "; " between them; Parquet tells these apart. **A cell of a CSV holds the exact words**, also where
//! they begin with `=`, `+`, `-` or `@`, which a spreadsheet takes for a formula. Whoever opens news of strangers in a
//! spreadsheet should ask for [`Formulas::Guarded`].
//!
//! # Linked data
//!
//! An article is a `NewsArticle`, direct speech a `Quotation`, other speech a `Claim`, an event an `Event` of schema.org.
//! A Web Annotation ties each to its words in the article, another to the words that say whose they are, both by the
//! words themselves and by code points; PROV says which program found it by which rule in which bytes. What these have
//! no terms for stands under `urn:onrecord:ns:`.
//! The `text` of speech in several pieces has " … " between them; the annotation has each piece as it stands.
//! Speech that is denied, hypothetical, hearsay, asked or to come is attributed by `attributedTo` of ours, never by
//! `spokenByCharacter` or `author`, so that nobody who knows only schema.org takes it for said.

mod column;
mod comma_separated;
mod error;
mod format;
mod json_ld;
mod ndjson;
mod parquet;
mod reading;
mod tables;
#[cfg(test)]
mod tests;
mod write;

pub use column::{CellKind, Column};
pub use error::ExportError;
pub use format::{Export, Format, Formulas, Table};
pub use write::{Counts, write};
