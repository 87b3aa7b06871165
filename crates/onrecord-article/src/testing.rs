//! What the tests of this crate share.

use onrecord_lang::Packs;

/// The packs of the project.
pub(crate) fn packs() -> Packs {
    Packs::new(onrecord_packs::FILES.iter().copied())
}
