//! Morphology: the case, number, gender, animacy, person and tense of every word of a sentence, and its lemma.
//!
//! [`Tagger::tag`] reads the words of one sentence. With [`Weights`] it searches for the tags that fit one another best,
//! weighing letters, lists, neighbours and the tags before; without them it rests on the lists of the language and on what
//! a preposition or an adjective asks for. [`train`] makes weights from sentences whose tags are known. Weights are data of
//! their own, under a licence of their own (`onrecord-weights-ud`); nothing here needs them.
//!
//! ```
//! use onrecord_lang::{Case, Pack};
//! use onrecord_morph::Tagger;
//! let words = "form\tclass\tfeatures\texample\nв\tprep\ta l\t\n";
//! let paradigms = "ending\tgender\tcut\tsg\tpl\texample\nа\tf\t1\tа ы е у ой е\tы ~ ам = ами ах\tстрана\n";
//! let nouns = "lemma\tgender\tstem\tgenpl\tclass\texample\nстрана\tf\t\t\tplace\t\n";
//! let pack = Pack::load("ru", &[("words.tsv", words), ("paradigms.tsv", paradigms), ("nouns.tsv", nouns)])?;
//! let tagged = Tagger::new(&pack, None).tag(&["в", "стране"]);
//! assert_eq!(tagged.tags()[1].case, Some(Case::Locative));
//! assert_eq!(tagged.lemma(1), "страна");
//! # Ok::<(), onrecord_lang::PackError>(())
//! ```

mod bytes;
mod facts;
mod hash;
mod known;
mod lemmas;
mod lists;
mod parts;
mod rule;
mod search;
mod table;
mod tag;
mod tagger;
pub mod train;
mod traits;
mod weights;

pub use tag::{Animacy, Count, Form, Gender, Person, Pos, Tag, Tense};
pub use tagger::{Tagged, Tagger};
pub use train::Example;
pub use weights::Weights;
