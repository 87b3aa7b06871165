//! The weights of the tagger, as bytes; no logic. Licensed under CC BY-SA 4.0, unlike the rest of the project.

/// `(language, weights)` of every language, for `onrecord_morph::Weights::read`.
pub const FILES: &[(&str, &[u8])] = &[
    ("en", include_bytes!("../weights/en.bin")),
    ("ru", include_bytes!("../weights/ru.bin")),
    ("uk", include_bytes!("../weights/uk.bin")),
];

/// What the weights were made from, and under what terms they may be used.
pub const NOTICE: &str = include_str!("../README.md");

/// The licence of the weights.
pub const LICENCE: &str = include_str!("../LICENSE");

/// The weights of a language.
pub fn of(lang: &str) -> Option<&'static [u8]> {
    FILES.iter().find(|(code, _)| *code == lang).map(|(_, file)| *file)
}
