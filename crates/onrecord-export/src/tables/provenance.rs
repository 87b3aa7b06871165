//! Who has it from whom.

use std::borrow::Cow;

use onrecord_model::{ArticleRecord, Provenance};

use super::{list, say, word, words_of};
use crate::column::{Definition, Rows};

/// A row for each chain.
pub(crate) struct Provenances;

impl Rows for Provenances {
    type Item<'r> = &'r Provenance;

    const COLUMNS: &'static [Definition<Self>] = &[
        Definition::text("document_id", say::DOCUMENT_ID, |on, _| word(&on.record.document.id)),
        Definition::text("carrier", "The words that name the outlet that carries it.", |on, it| {
            words_of(on, it.carrier)
        }),
        Definition::texts("cited", "The words that name whom it cites.", |on, it| {
            it.cited.iter().map(|&span| Cow::Borrowed(on.of(span))).collect()
        }),
        Definition::texts("chain", "Names in order, this page first.", |_, it| list(&it.chain)),
        Definition::text("scope", "`story`, `paragraph`, or a statement's id.", |_, it| word(&it.scope)),
    ];

    fn items(record: &ArticleRecord) -> impl Iterator<Item = &Provenance> {
        record.provenance.iter()
    }
}
