//! The commands of the archive, each test on a store of its own.

mod adding;
mod correcting;
mod exporting;
mod keeping;
mod searching;
mod shelf;
mod showing;
mod stores;
mod timelines;
