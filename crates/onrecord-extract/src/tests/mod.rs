//! Texts of our own and what is read from them, in three languages: one file a subject.
//!
//! Where the program is wrong today, a test says so in its name (`…_is_still_read_as_…`) and asserts today's answer.

mod entities;
mod how_said;
mod names;
mod newsroom;
mod noun_phrases;
mod once_wrong;
mod parties;
mod provenance;
mod quoted;
mod reading;
mod records;
mod shapes_after;
mod shapes_before;
mod shapes_other;
mod speakers;
mod still_wrong;
mod still_wrong_content;
mod subjects;
mod views;

use std::sync::LazyLock;

use onrecord_lang::{Pack, Packs};
use onrecord_model::{Article, Block, BlockKind, Lang, Span};

use crate::view::View;
use crate::{Findings, FoundStatement};

static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::new(onrecord_packs::FILES.iter().copied()));

fn pack(code: &str) -> &'static Pack {
    PACKS.get(Lang::new(code).expect("a code")).expect("a pack")
}

/// An article whose lines are its paragraphs; a line that begins with `# ` is a headline.
fn article(code: &str, text: &str) -> Article {
    let mut article = Article::new(Lang::new(code).expect("a code"), text.to_owned());
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let headline = line.starts_with("# ");
        let kind = if headline { BlockKind::Headline } else { BlockKind::Paragraph };
        let from = start + if headline { 2 } else { 0 };
        article.blocks.push(Block { kind, span: Span::new(from, start + line.trim_end().len()), furniture: None });
        start += line.len();
    }
    article
}

/// What `look` says of everything found in a text.
fn found<T>(code: &str, text: &str, look: impl FnOnce(&Article, &Findings) -> T) -> T {
    let article = article(code, text);
    let pack = pack(code);
    let findings = crate::find(&onrecord_text::analyse(&article, pack), pack);
    look(&article, &findings)
}

/// What `look` says of a text with its names and times.
fn viewed<T>(code: &str, text: &str, look: impl FnOnce(&View<'_, '_>) -> T) -> T {
    let article = article(code, text);
    let pack = pack(code);
    let text = onrecord_text::analyse(&article, pack);
    let mut findings = Findings::default();
    crate::times::find(&text, pack, &mut findings);
    let names = crate::mentions::find(&text, pack, &mut findings);
    look(&View::new(&text, pack, &names, &findings.times))
}

/// A statement on one line: `verb.that | indirect | speaker | content … content`; a dash where nobody speaks.
fn line(article: &Article, statement: &FoundStatement) -> String {
    let rule = statement.rule.split_once('.').map_or("", |(_, rule)| rule);
    let name = statement.speaker.name.as_deref().unwrap_or("-");
    let content: Vec<_> = statement.content.iter().map(|span| span.of(&article.text)).collect();
    format!("{rule} | {} | {name} | {}", statement.kind.as_str(), content.join(" … ").replace('\n', " / "))
}

/// The statements of a text are those of `wanted`, one a line.
fn check(code: &str, text: &str, wanted: &str) {
    let shown = found(code, text, |article, findings| {
        findings.statements.iter().map(|statement| line(article, statement)).collect::<Vec<_>>()
    });
    let wanted: Vec<_> = wanted.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let wanted: Vec<_> = wanted.into_iter().map(str::to_owned).collect();
    same(&shown, &wanted, text);
}

fn same(shown: &[String], wanted: &[String], text: &str) {
    assert_eq!(shown, wanted, "{text}");
}
