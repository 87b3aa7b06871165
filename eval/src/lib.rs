//! Scores records against gold, keeps the floors, and runs marked examples.
//!
//! The definitions stand in [`score`]'s head and are those of the evaluation folder's own script, figure for figure.
//! [`Example`] is the bracket notation of `lang/README.md`; [`Case`] is a whole article with its expected record.

mod answer;
mod calibration;
mod case;
mod check;
mod example;
mod faults;
mod figures;
mod floors;
mod gold;
mod letters;
mod lines;
mod matched;
mod mentions;
mod names;
mod pages;
mod score;
mod treebank;

pub use calibration::{Bin, Calibration, calibration};
pub use case::Case;
pub use check::check_example;
pub use example::{Example, Mark};
pub use faults::{FAULT_KINDS, Fault, FaultKind, faults, record_with_rules};
pub use figures::{Figures, Group, Share, Three};
pub use floors::{Floors, Sunk};
pub use gold::{Gold, GoldDocument, GoldError, predictions};
pub use letters::{Cover, Letters};
pub use lines::record_lines;
pub use mentions::{MentionGold, MentionScores};
pub use names::is_same_speaker;
pub use pages::{PageGold, PageScores};
pub use score::{Miss, Scored, score};
pub use treebank::{MorphScores, Treebank, counted, harmonised};
