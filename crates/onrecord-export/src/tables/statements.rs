//! Who said what.

use onrecord_model::{ArticleRecord, Statement};

use super::{list, maybe, say, word, words_joined, words_of};
use crate::column::{Definition, Rows};

/// A row for each statement.
pub(crate) struct Statements;

impl Rows for Statements {
    type Item<'r> = &'r Statement;

    const COLUMNS: &'static [Definition<Self>] = &[
        Definition::text("id", "The statement: digest of document, content and kind.", |_, it| word(&it.id)),
        Definition::text("document_id", say::DOCUMENT_ID, |on, _| word(&on.record.document.id)),
        Definition::text("url", say::URL, |on, _| maybe(&on.record.document.url)),
        Definition::text("outlet", say::OUTLET, |on, _| maybe(&on.record.article.outlet)),
        Definition::text("lang", say::LANG, |on, _| word(on.record.article.lang.as_str())),
        Definition::text("published", say::PUBLISHED, |on, _| maybe(&on.record.article.published)),
        Definition::text("title", "The article's title, or else its headline.", |on, _| on.title().and_then(word)),
        Definition::text("kind", "`direct`, `indirect`, `mixed` or `reported`.", |_, it| word(it.kind.as_str())),
        Definition::text("content", "What was said; \" … \" stands between pieces.", |on, it| {
            words_joined(on, &it.content)
        }),
        Definition::text("quoted", "The pieces of it that are quoted word for word.", |on, it| {
            words_joined(on, &it.quoted)
        }),
        Definition::text("source", "The words that name who said it.", |on, it| words_of(on, it.source)),
        Definition::text("cue", "The words that signal the speech act.", |on, it| words_joined(on, &it.cue)),
        Definition::text("speaker", "Who said it; nothing where nobody can be held responsible.", |_, it| {
            maybe(&it.speaker.name)
        }),
        Definition::text("speaker_form", "How the source names the speaker.", |_, it| word(it.speaker.form.as_str())),
        Definition::text("speaker_role", "The speaker's office, as written.", |_, it| maybe(&it.speaker.role)),
        Definition::text("addressee", "To whom.", |on, it| words_of(on, it.addressee)),
        Definition::text("zone", "Where in the article: `headline`, `body`, `caption`, `embed`.", |_, it| {
            word(it.zone.as_str())
        }),
        Definition::text("polarity", "`pos` where it was said, `neg` where it was not.", |_, it| {
            word(it.polarity.as_str())
        }),
        Definition::text("modality", "How the act is presented; as a fact where `asserted`.", |_, it| {
            word(it.modality.as_str())
        }),
        Definition::text("said", "When it was said, as far as known.", |_, it| {
            it.said.as_ref().and_then(|when| maybe(&when.value))
        }),
        Definition::texts("via", "Outlets it came through, nearest first.", |_, it| list(&it.via)),
        Definition::text("parent", "The statement this one stands in.", |_, it| maybe(&it.parent)),
        Definition::text("restates", "The statement this one repeats.", |_, it| maybe(&it.restates)),
        Definition::number("start", "First code point of what was said.", |_, it| {
            it.content.iter().map(|span| span.start).min()
        }),
        Definition::number("end", "One past its last code point; other words may stand between pieces.", |_, it| {
            it.content.iter().map(|span| span.end).max()
        }),
        Definition::share("confidence", say::CONFIDENCE, |_, it| it.confidence),
        Definition::text("rule", say::RULE, |_, it| word(&it.rule)),
    ];

    fn items(record: &ArticleRecord) -> impl Iterator<Item = &Statement> {
        record.statements.iter()
    }
}
