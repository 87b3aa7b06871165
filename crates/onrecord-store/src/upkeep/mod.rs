//! Keeping the archive: checking it, copying it, taking things out of it for good.

mod backup;
mod forget;
mod settle;
mod verify;

pub use forget::Forgotten;
pub use verify::{Problem, Verified};
