//! Text to findings: times, mentions, statements with their speakers, provenance, and dated events.
//!
//! [`find`] is the one main function. Its modules run in the order below; each may read what the earlier ones found.

mod agreement;
mod assemble;
mod confidence;
mod events;
mod findings;
mod mentions;
mod noun_phrase;
mod provenance;
mod speakers;
mod statements;
mod subject;
#[cfg(test)]
mod tests;
mod times;
mod view;

pub use findings::*;

use onrecord_lang::Pack;
use onrecord_text::Text;

/// Finds everything in a text. Total: whatever the text, there is an answer, perhaps an empty one.
pub fn find(text: &Text<'_>, pack: &Pack) -> Findings {
    let mut findings = Findings::default();
    times::find(text, pack, &mut findings);
    let names = mentions::find(text, pack, &mut findings);
    let view = view::View::new(text, pack, &names, &findings.times);
    let roles = speakers::Roles::find(&view, &mut findings.entities);
    let mut drafts = statements::drafts(&view);
    let carriers = provenance::settle(&view, &mut drafts);
    statements::settle(&view, &mut drafts);
    let speakers = speakers::resolve(&view, &findings.entities, &roles, &drafts);
    findings.statements = assemble::statements(&view, &drafts, speakers, &findings.entities, &findings.times);
    findings.provenance = provenance::find(&view, &findings.entities, carriers, &mut findings.statements);
    events::find(text, pack, &mut findings);
    findings
}
