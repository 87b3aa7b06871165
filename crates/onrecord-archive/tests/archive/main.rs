//! Archives made from files of a test's own, asked, corrected, read again and taken apart.

mod adding;
mod correcting;
mod finding;
mod rereading;
mod support;
mod versions;
