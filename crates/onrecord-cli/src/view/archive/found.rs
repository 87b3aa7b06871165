//! Statements and articles that were found, corrections, and what changed between versions.

use anstyle::{AnsiColor, Style};
use onrecord_archive::{Change, Correction, Difference, FoundArticle, FoundStatement, Passage, Remedy, Said, Version};

use super::{BOLD, DIM, SPEAKER, facts, lines, piece};
use crate::output::Look;
use crate::view::wrap::Piece;

/// A statement in its sentence: who and when, the sentence with what was said marked, where it was read.
pub(crate) fn statement(found: &FoundStatement, width: usize, look: Look) -> String {
    let mut page = lines(&head(found), width, look);
    page.push_str(&lines(&sentence(&found.sentence, &found.content, look), width, look));
    let confidence = format!("sure {:.2}", found.confidence);
    let corrected = found.is_corrected.then_some("corrected");
    let article = &found.article;
    page.push_str(&facts(
        [
            Some(found.id.as_str()),
            Some(&found.kind),
            Some(&confidence),
            corrected,
            article.outlet.as_deref(),
            article.url.as_deref(),
        ],
        width,
        look,
    ));
    page
}

fn head(found: &FoundStatement) -> Vec<Piece> {
    let mut pieces = vec![piece(found.date.as_deref().unwrap_or("no date"), BOLD), piece("  ", Style::new())];
    pieces.push(piece(found.speaker.as_deref().unwrap_or("nobody named"), SPEAKER));
    if let Some(role) = &found.role {
        pieces.push(piece(&format!(", {role}"), Style::new()));
    }
    let how = [found.polarity.as_str(), found.modality.as_str()]
        .into_iter()
        .filter(|how| !matches!(*how, "pos" | "asserted"));
    let how: Vec<&str> = how.map(|how| if how == "neg" { "not said" } else { how }).collect();
    if !how.is_empty() {
        pieces.push(piece(&format!(" ({})", how.join(", ")), DIM));
    }
    pieces
}

/// A sentence with parts of it marked: underlined, or in brackets.
pub(super) fn sentence(sentence: &Passage, marked: &[Passage], look: Look) -> Vec<Piece> {
    let pieces = runs(sentence, marked).into_iter().map(|(words, is_marked)| match (is_marked, look) {
        (false, _) => piece(&words, Style::new()),
        (true, Look::Colour) => piece(&words, Style::new().underline()),
        (true, Look::Plain) => piece(&format!("[{words}]"), Style::new()),
    });
    pieces.collect()
}

/// The runs of a sentence, and whether each is one of the parts that are to be marked; parts that overlap are cut.
pub(super) fn runs(sentence: &Passage, marked: &[Passage]) -> Vec<(String, bool)> {
    let letters: Vec<char> = sentence.text.chars().collect();
    let place = |offset: u32| (offset.saturating_sub(sentence.start) as usize).min(letters.len());
    let words = |start: usize, end: usize| letters.get(start..end).unwrap_or_default().iter().collect::<String>();
    let (mut runs, mut at) = (Vec::new(), 0);
    for part in marked {
        let (start, end) = (place(part.start).max(at), place(part.end));
        if start < end {
            runs.push((words(at, start), false));
            runs.push((words(start, end), true));
            at = end;
        }
    }
    runs.push((words(at, letters.len()), false));
    runs
}

/// An article: title, date, where it was read, how it begins.
pub(crate) fn article(found: &FoundArticle, width: usize, look: Look) -> String {
    const BEGINNING: usize = 280;
    let article = &found.article;
    let title = article.title.as_deref().unwrap_or("without a title");
    let date = article.published.as_deref().map_or("no date", |date| date.get(..10).unwrap_or(date));
    let mut page = lines(&[piece(date, BOLD), piece("  ", Style::new()), piece(title, BOLD)], width, look);
    let text = found.text.strip_prefix(title).unwrap_or(&found.text).trim_start();
    let beginning: String = text.chars().take(BEGINNING).collect();
    let more = if beginning.len() < text.len() { "…" } else { "" };
    page.push_str(&lines(&[piece(&format!("{beginning}{more}"), Style::new())], width, look));
    let counts = format!("{}, {}", several(found.n_statements, "statement"), several(found.n_events, "event"));
    let version = (found.version > 1).then(|| format!("version {}", found.version));
    let known = [
        Some(article.document.as_str()),
        Some(&counts),
        version.as_deref(),
        article.outlet.as_deref(),
        article.url.as_deref(),
    ];
    page.push_str(&facts(known, width, look));
    page
}

/// `1 event`, `2 events`.
fn several(n: u64, thing: &str) -> String {
    if n == 1 { format!("{n} {thing}") } else { format!("{n} {thing}s") }
}

/// A correction: number, what it says, of which words, by whom.
pub(crate) fn correction(made: &Correction, width: usize, look: Look) -> String {
    let says = match &made.remedy {
        Remedy::Speaker { name } => format!("was said by {name}"),
        Remedy::NotAStatement => "is no statement".to_owned(),
        Remedy::Span(stretch) => format!("is: {}", stretch.words),
    };
    let head = format!("correction {}: ", made.number);
    let mut page = lines(&[piece(&head, BOLD), piece(&format!("“{}” {says}", made.quote), Style::new())], width, look);
    let orphaned = made.attached.is_none().then_some("orphaned: its statement is not there any more");
    page.push_str(&facts(
        [Some(made.statement.as_str()), orphaned, made.author.as_deref(), Some(&made.made), made.note.as_deref()],
        width,
        look,
    ));
    page
}

/// What changed between two versions of an article.
pub(crate) fn difference(difference: &Difference, width: usize, look: Look) -> String {
    let mut page = String::new();
    for (sign, version) in [("−", &difference.from), ("+", &difference.to)] {
        page.push_str(&lines(&[piece(&format!("{sign} {}", version_line(version)), BOLD)], width, look));
    }
    for change in &difference.changes {
        page.push('\n');
        page.push_str(&lines(&[piece(word(change), SPEAKER)], width, look));
        for (sign, said, colour) in [("− ", &change.before, AnsiColor::Red), ("+ ", &change.after, AnsiColor::Green)]
        {
            if let Some(said) = said {
                page.push_str(&lines(&[piece(&format!("{sign}{}", line(said)), colour.on_default())], width, look));
            }
        }
    }
    let is = if difference.n_same == 1 { "is" } else { "are" };
    page.push_str(&format!("\n{} {is} the same in both\n", several(difference.n_same as u64, "statement")));
    page
}

fn version_line(version: &Version) -> String {
    let when = version.fetched.as_deref().or(version.published.as_deref()).unwrap_or("no date");
    format!("version {}, {when}: {}", version.version, version.title.as_deref().unwrap_or(&version.document))
}

fn word(change: &Change) -> &'static str {
    match change.change {
        "changed" => "changed",
        "vanished" => "vanished",
        _ => "new",
    }
}

fn line(said: &Said) -> String {
    format!("{}: {} ({})", said.speaker.as_deref().unwrap_or("nobody named"), said.text, said.kind)
}
