//! All languages of the program, each loaded when it is first asked for.

use std::sync::OnceLock;

use onrecord_model::Lang;

use crate::{Pack, PackError, PageWords};

/// The language packs at hand.
pub struct Packs {
    slots: Vec<Slot>,
    page_words: OnceLock<PageWords>,
}

struct Slot {
    lang: Lang,
    files: Vec<(String, String)>,
    pack: OnceLock<Result<Pack, PackError>>,
}

impl Packs {
    /// The packs in a list of `(language, file, text)`; nothing is read before it is needed.
    pub fn new<'f>(files: impl IntoIterator<Item = (&'f str, &'f str, &'f str)>) -> Self {
        let mut slots: Vec<Slot> = Vec::new();
        for (code, file, text) in files {
            let Some(lang) = Lang::new(code) else { continue };
            let file = (file.to_owned(), text.to_owned());
            match slots.iter_mut().find(|slot| slot.lang == lang) {
                Some(slot) => slot.files.push(file),
                None => slots.push(Slot { lang, files: vec![file], pack: OnceLock::new() }),
            }
        }
        Self { slots, page_words: OnceLock::new() }
    }

    /// What the lists of all languages say about pages; read when first asked for, without loading a pack.
    pub fn page_words(&self) -> &PageWords {
        self.page_words.get_or_init(|| {
            let lists = self.slots.iter().flat_map(|Slot { lang, files, .. }| {
                files.iter().map(move |(file, text)| (*lang, file.as_str(), text.as_str()))
            });
            PageWords::new(&lists.collect::<Vec<_>>())
        })
    }

    /// The codes of all languages at hand.
    pub fn langs(&self) -> impl Iterator<Item = Lang> {
        self.slots.iter().map(|slot| slot.lang)
    }

    /// The pack of a language; `None` when there is none or its lists are broken (see [`Packs::check`]).
    pub fn get(&self, lang: Lang) -> Option<&Pack> {
        self.load(lang)?.as_ref().ok()
    }

    /// Loads a language and says what is wrong with its lists.
    ///
    /// # Errors
    /// The first list that is not in the form that `lang/README.md` describes.
    pub fn check(&self, lang: Lang) -> Result<&Pack, &PackError> {
        const NONE: &PackError = &PackError::Missing;
        self.load(lang).map_or(Err(NONE), Result::as_ref)
    }

    fn load(&self, lang: Lang) -> Option<&Result<Pack, PackError>> {
        let slot = self.slots.iter().find(|slot| slot.lang == lang)?;
        Some(slot.pack.get_or_init(|| {
            let files: Vec<_> = slot.files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
            Pack::load(slot.lang.as_str(), &files)
        }))
    }
}
