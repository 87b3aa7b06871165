//! Calendar expressions.

use std::borrow::Cow;

use onrecord_model::{ArticleRecord, Time};

use super::{maybe, say, word};
use crate::column::{Definition, Rows};

/// A row for each calendar expression.
pub(crate) struct Times;

impl Rows for Times {
    type Item<'r> = &'r Time;

    const COLUMNS: &'static [Definition<Self>] = &[
        Definition::text("document_id", say::DOCUMENT_ID, |on, _| word(&on.record.document.id)),
        Definition::number("start", say::START, |_, it| Some(it.start)),
        Definition::number("end", say::END, |_, it| Some(it.end)),
        Definition::text("words", "The expression.", |on, it| Some(Cow::Borrowed(on.between(it.start, it.end)))),
        Definition::text("value", "Its value, as far as known; X for what is not known.", |_, it| maybe(&it.value)),
        Definition::text("anchor", "What it was counted from: `published`, `text` or `none`.", |_, it| {
            word(it.anchor.as_str())
        }),
    ];

    fn items(record: &ArticleRecord) -> impl Iterator<Item = &Time> {
        record.times.iter()
    }
}
