//! What the archive knows of somebody, to look at.

use onrecord_archive::Dossier;

use super::{BOLD, found, lines, next, piece};
use crate::output::Look;
use crate::view::safe::safe;
use crate::view::table::grid;

/// Names, offices, companions, statements.
pub(crate) fn dossier(dossier: &Dossier, width: usize, look: Look) -> String {
    let mut page = String::new();
    let names = dossier.names.iter().map(|name| {
        let (articles, statements) = (name.n_articles.to_string(), name.n_statements.to_string());
        vec![clean(&name.name), name.kind.clone(), articles, statements, day(&name.earliest), day(&name.latest)]
    });
    section(
        &mut page,
        "Names",
        &["name", "what", "articles", "statements", "earliest here", "latest"],
        names,
        width,
        look,
    );
    let roles = dossier.roles.iter().map(|role| {
        vec![clean(&role.role), clean(&role.name), role.n_articles.to_string(), day(&role.earliest), day(&role.latest)]
    });
    section(
        &mut page,
        "Offices, as articles write them",
        &["office", "of", "articles", "earliest here", "latest"],
        roles,
        width,
        look,
    );
    let others = dossier
        .named_with
        .iter()
        .map(|other| vec![clean(&other.name), other.kind.clone(), other.n_articles.to_string()]);
    section(&mut page, "Named in the same articles", &["name", "what", "articles"], others, width, look);
    page.push_str(&lines(&[piece("Statements", BOLD)], width, look));
    let said: Vec<String> = dossier.statements.results.iter().map(|said| found::statement(said, width, look)).collect();
    page.push_str(&if said.is_empty() { "none\n".to_owned() } else { said.join("\n") });
    page.push_str(&next(dossier.statements.next.as_deref()));
    page
}

fn section(
    page: &mut String,
    title: &str,
    columns: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
    width: usize,
    look: Look,
) {
    let rows: Vec<Vec<String>> = rows.collect();
    if rows.is_empty() {
        return;
    }
    page.push_str(&lines(&[piece(title, BOLD)], width, look));
    page.push_str(&grid(columns, &rows, width));
    page.push_str("\n\n");
}

fn clean(words: &str) -> String {
    safe(words).into_owned()
}

fn day(date: &Option<String>) -> String {
    date.as_deref().map(|date| clean(date.get(..10).unwrap_or(date))).unwrap_or_default()
}
