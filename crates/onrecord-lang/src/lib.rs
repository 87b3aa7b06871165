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

mod packs;
mod pack;
mod features;
mod table;
mod lexicon;
mod decline;
mod cues;
mod phrases;
mod names;
mod surnames;
mod letters;
mod furniture;
mod signs;
mod page_words;
mod times;
mod events;

pub use cues::{CueNoun, CueVerb, Stance, Takes};
pub use events::{EventClass, EventWord, EventWords};
pub use features::{Case, Features, Number, Tags};
pub use furniture::{FurnitureKind, FurniturePhrase, FurniturePhrases, PhraseHit};
pub use letters::{is_upper_first, normal, normal_into, stem, stem_len};
pub use lexicon::{NO_ENTRY, Word};
pub use names::{NameInfo, NameKind};
pub use page_words::{BylineWord, PageWords, StampWord};
pub use packs::Packs;
pub use pack::{FurnitureLine, Pack};
pub use phrases::{HedgeKind, Phrase, PhraseKind, VoiceKind};
pub use signs::{LangSet, LanguageSigns};
pub use surnames::Surname;
pub use table::{PackError, Row, Table};
pub use times::{TimeClass, TimePlace, TimeUnit, TimeWords};
