//! `onrecord article`: the article of each page alone, without what was found in it.

use anyhow::Result;
use onrecord::{Reader, record};
use onrecord_model::{ArticlePart, Document, MadeBy, Page, RecordNotice};
use serde::Serialize;

use crate::args::{ArticleArgs, ArticleFormat};
use crate::output::Output;
use crate::view::article::{html, markdown, text};
use crate::{Outcome, each, json};

/// What a record says of the article itself.
#[derive(Serialize)]
struct ArticleOnly {
    schema: u32,
    document: Document,
    article: ArticlePart,
    notices: Vec<RecordNotice>,
    made_by: MadeBy,
}

/// Writes every page's article; what cannot be read is told and counted.
pub(crate) fn run(args: &ArticleArgs, output: &Output) -> Result<Outcome> {
    let format = args.format.unwrap_or(if output.is_json { ArticleFormat::Json } else { ArticleFormat::Text });
    let reader = Reader::new();
    let draw = |page: &Page| {
        let record = record(page, &reader.article(page), reader.packs());
        let only = ArticleOnly {
            schema: record.schema,
            document: record.document,
            article: record.article,
            notices: record.notices,
            made_by: record.made_by,
        };
        match format {
            ArticleFormat::Text => Ok(text(&only.article, args.furniture).into_bytes()),
            ArticleFormat::Markdown => Ok(markdown(&only.article, args.furniture).into_bytes()),
            ArticleFormat::Html => Ok(html(&only.article, args.furniture).into_bytes()),
            ArticleFormat::Json => json::pretty(&only),
            ArticleFormat::Ndjson => json::compact(&only),
        }
    };
    each::page((&args.files, &args.given.to_given()), output, between(format), draw)
}

/// What stands between two articles.
fn between(format: ArticleFormat) -> &'static str {
    match format {
        ArticleFormat::Text => "\n\n",
        ArticleFormat::Markdown => "\n---\n\n",
        ArticleFormat::Html => "\n",
        ArticleFormat::Json | ArticleFormat::Ndjson => "",
    }
}
