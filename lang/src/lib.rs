//! The language packs: every file of every language folder, as text; no logic.

include!(concat!(env!("OUT_DIR"), "/files.rs"));
