//! People, organisations and places.

use std::borrow::Cow;

use onrecord_model::{ArticleRecord, Entity};

use super::{count, maybe, say, word};
use crate::column::{Definition, Rows};

/// A row for each entity of every article.
pub(crate) struct Entities;

impl Rows for Entities {
    type Item<'r> = &'r Entity;

    const COLUMNS: &'static [Definition<Self>] = &[
        Definition::text("document_id", say::DOCUMENT_ID, |on, _| word(&on.record.document.id)),
        Definition::text("id", "The entity, within its document.", |_, it| word(&it.id)),
        Definition::text("kind", "`person`, `organisation`, `place`, `product` or `event_name`.", |_, it| {
            word(it.kind.as_str())
        }),
        Definition::text("name", "The fullest name the article gives, nominative.", |_, it| word(&it.name)),
        Definition::text("code", "ISO 3166 code of a country, or of the country a place is in.", |_, it| {
            maybe(&it.code)
        }),
        Definition::texts("roles", "Offices the article gives it, as written.", |_, it| {
            it.roles.iter().map(|role| Cow::Borrowed(role.text.as_str())).collect()
        }),
        Definition::number("n_mentions", "How often it is named.", |_, it| count(&it.mentions)),
    ];

    fn items(record: &ArticleRecord) -> impl Iterator<Item = &Entity> {
        record.entities.iter()
    }
}
