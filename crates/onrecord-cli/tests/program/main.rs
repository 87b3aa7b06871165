//! The program from outside: what it prints, where, and with which exit code.

mod archive;
mod evaluation;
mod formats;
mod inputs;
mod others;
mod support;
