//! Weights of taggers, each language loaded when it is first asked for.

use onrecord_model::Lang;
use onrecord_morph::Weights;

/// The weights that the program was built with.
#[cfg(feature = "ud-weights")]
pub(crate) struct LoadedWeights(Vec<Slot>);

/// A language, its file, and what is in it.
#[cfg(feature = "ud-weights")]
type Slot = (&'static str, &'static [u8], std::sync::OnceLock<Option<Weights>>);

#[cfg(feature = "ud-weights")]
impl LoadedWeights {
    /// Nothing is read before it is needed.
    pub(crate) fn new() -> Self {
        Self(onrecord_weights_ud::FILES.iter().map(|&(lang, file)| (lang, file, Default::default())).collect())
    }

    /// The weights of a language; `None` when there are none.
    pub(crate) fn get(&self, lang: Lang) -> Option<&Weights> {
        let (_, file, loaded) = self.0.iter().find(|(code, ..)| *code == lang.as_str())?;
        loaded.get_or_init(|| Weights::read(file)).as_ref()
    }
}

/// A program without weights.
#[cfg(not(feature = "ud-weights"))]
pub(crate) struct LoadedWeights;

#[cfg(not(feature = "ud-weights"))]
impl LoadedWeights {
    pub(crate) fn new() -> Self {
        Self
    }

    /// Nothing: the lists have to do.
    pub(crate) fn get(&self, _: Lang) -> Option<&Weights> {
        None
    }
}

#[cfg(test)]
mod tests {
    use onrecord_model::Lang;

    use crate::Reader;

    #[test]
    fn a_tagger_is_there_with_weights_and_without() {
        let reader = Reader::new();
        let lang = Lang::new("ru").expect("two letters");
        let tagger = reader.tagger(lang).expect("a language of the program");
        assert_eq!(tagger.tag(&["Министр", "заявил"]).lemma(0), "министр");
    }

    #[cfg(feature = "ud-weights")]
    #[test]
    fn every_file_of_weights_can_be_read() {
        for (lang, file) in onrecord_weights_ud::FILES {
            assert!(onrecord_morph::Weights::read(file).is_some(), "{lang}");
        }
    }
}
