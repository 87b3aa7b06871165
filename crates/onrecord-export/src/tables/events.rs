//! What happened when and where.

use std::borrow::Cow;

use onrecord_model::{ArticleRecord, Event};

use super::{maybe, say, word, words_of};
use crate::column::{Definition, Rows};

/// A row for each event.
pub(crate) struct Events;

impl Rows for Events {
    type Item<'r> = &'r Event;

    const COLUMNS: &'static [Definition<Self>] = &[
        Definition::text("id", "The event: digest of document and trigger.", |_, it| word(&it.id)),
        Definition::text("document_id", say::DOCUMENT_ID, |on, _| word(&on.record.document.id)),
        Definition::text("url", say::URL, |on, _| maybe(&on.record.document.url)),
        Definition::text("outlet", say::OUTLET, |on, _| maybe(&on.record.article.outlet)),
        Definition::text("lang", say::LANG, |on, _| word(on.record.article.lang.as_str())),
        Definition::text("published", say::PUBLISHED, |on, _| maybe(&on.record.article.published)),
        Definition::text("kind", "What it is: `talks`, `visit`, `vote`…", |_, it| word(it.kind.as_str())),
        Definition::text("when", "Its date, as far as known; `a/b` for a range, X for what is not known.", |_, it| {
            it.when.as_ref().and_then(|when| maybe(&when.value))
        }),
        Definition::text("status", "`held`, `planned`, `cancelled` or `ongoing`.", |_, it| word(it.status.as_str())),
        Definition::text("trigger", "The words that name it.", |on, it| words_of(on, Some(it.trigger))),
        Definition::texts("places", "Where, as written.", |on, it| {
            it.place.iter().map(|place| Cow::Borrowed(on.between(place.start, place.end))).collect()
        }),
        Definition::texts("parties", "Who took part.", |_, it| {
            it.parties.iter().map(|party| Cow::Borrowed(party.name.as_str())).collect()
        }),
        Definition::share("confidence", say::CONFIDENCE, |_, it| it.confidence),
        Definition::text("rule", say::RULE, |_, it| word(&it.rule)),
    ];

    fn items(record: &ArticleRecord) -> impl Iterator<Item = &Event> {
        record.events.iter()
    }
}
