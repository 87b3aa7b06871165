//! Language packs: a folder of word lists, loaded, checked, and looked up.
//!
//! [`Pack::load`] reads the lists of one language (formats in `lang/README.md`) and builds one table of word forms.
//! Code that reads text asks the pack; nothing else in the program knows a word of any language.
//!
//! ```
//! use onrecord_lang::{Pack, Tags};
//! let words = "form\tclass\tfeatures\texample\nчто\tcomp\t\t\n";
//! let pack = Pack::load("ru", &[("words.tsv", words)])?;
//! assert!(pack.word("что").is_some_and(|word| word.tags.has(Tags::COMP)));
//! # Ok::<(), onrecord_lang::PackError>(())
//! ```

mod cues;
mod decline;
mod events;
mod features;
mod furniture;
mod letters;
mod lexicon;
mod lists;
mod name_lists;
mod names;
mod pack;
mod packs;
mod page_words;
mod phrases;
mod signs;
mod surnames;
mod table;
mod times;

pub use cues::{CueNoun, CueVerb, Stance, Takes};
pub use events::{EventClass, EventWord, EventWords};
pub use features::{Case, Features, Number, Tags};
pub use furniture::{FurnitureKind, FurniturePhrase, FurniturePhrases, PhraseHit};
pub use letters::{is_upper_first, normal, normal_into, stem, stem_len};
pub use lexicon::{NO_ENTRY, Word};
pub use names::{NameInfo, NameKind};
pub use pack::{FurnitureLine, Pack};
pub use packs::Packs;
pub use page_words::{BylineWord, PageWords, StampWord};
pub use phrases::{HedgeKind, Phrase, PhraseKind, VoiceKind};
pub use signs::{LangSet, LanguageSigns};
pub use surnames::Surname;
pub use table::{PackError, Row, Table};
pub use times::{TimeClass, TimePlace, TimeUnit, TimeWords};
