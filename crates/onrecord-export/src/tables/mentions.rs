//! Where entities are named.

use std::borrow::Cow;

use onrecord_model::{ArticleRecord, Entity, Mention};

use super::{say, word};
use crate::column::{Definition, Rows};

/// A row for each place where an entity is named.
pub(crate) struct Mentions;

impl Rows for Mentions {
    type Item<'r> = (&'r Entity, &'r Mention);

    const COLUMNS: &'static [Definition<Self>] = &[
        Definition::text("document_id", say::DOCUMENT_ID, |on, _| word(&on.record.document.id)),
        Definition::text("entity", "The entity, within its document.", |_, (entity, _)| word(&entity.id)),
        Definition::number("start", say::START, |_, (_, it)| Some(it.start)),
        Definition::number("end", say::END, |_, (_, it)| Some(it.end)),
        Definition::text("words", "The words that name it.", |on, (_, it)| {
            Some(Cow::Borrowed(on.between(it.start, it.end)))
        }),
        Definition::text("form", "`name`, `acronym`, `role`, `description` or `pronoun`.", |_, (_, it)| {
            word(it.form.as_str())
        }),
    ];

    fn items(record: &ArticleRecord) -> impl Iterator<Item = (&Entity, &Mention)> {
        record.entities.iter().flat_map(|entity| entity.mentions.iter().map(move |mention| (entity, mention)))
    }
}
