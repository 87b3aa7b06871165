//! Who said what: cues are found, each claims its content and its source, and what is left over is looked at again.

mod cue;
mod draft;
mod ends;
mod finish;
mod fronted;
mod group;
mod headline;
mod hedges;
mod how;
mod left;
mod nested;
mod next_act;
mod nobody;
mod nominal;
mod phrases;
mod quoted;
mod right;
mod rumour;
mod source;
mod verbs;

pub(crate) use draft::{Draft, Shape, SourceKind};
pub(crate) use finish::settle;

use crate::view::View;

/// All statements of a text, without their speakers, in the order of their cues.
pub(crate) fn drafts(view: &View<'_, '_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for sentence in &view.text.sentences {
        let cues = cue::cues(view, sentence.tokens.clone());
        verbs::read(view, sentence.tokens.clone(), &cues, &mut drafts);
        rumour::read(view, sentence.tokens.clone(), &mut drafts);
        phrases::read(view, sentence.tokens.clone(), &mut drafts);
        nominal::read(view, sentence.tokens.clone(), &mut drafts);
        headline::read(view, sentence.tokens.clone(), &mut drafts);
    }
    quoted::read(view, &mut drafts);
    drafts
}
