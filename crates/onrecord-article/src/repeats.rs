//! The headline said again: as a caption, a trail of links, or the text under a picture.

use onrecord_lang::normal;

use crate::fold::Folded;
use crate::phrases::ends_sentence;

/// A headline longer than this many words is none.
const MOST_WORDS: usize = 60;

/// The words of a headline, ready to be found again.
#[derive(Default)]
pub(crate) struct HeadlineWords(Vec<String>);

/// The normal form of a word without the marks around it; empty for a mark.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

impl HeadlineWords {
    /// The words of a headline.
    pub(crate) fn new(headline: &str) -> Self {
        let words = headline.split_whitespace().map(|word| bare(&normal(word)).to_owned());
        Self(words.filter(|word| !word.is_empty()).take(MOST_WORDS).collect())
    }

    /// Whether there is no headline.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a line is the headline again, whole or cut short by an ellipsis.
    pub(crate) fn is_repeat(&self, line: &Folded) -> bool {
        if self.is_empty() || line.words.len() > 2 * MOST_WORDS {
            return false;
        }
        let words = said(line).map(|(_, word)| word);
        let is_cut = line.text.ends_with('…') || line.text.ends_with("...");
        if is_cut { self.begins_with(words.collect()) } else { words.eq(self.0.iter().map(String::as_str)) }
    }

    /// Whether the words are the headline's first; the last one may be cut too.
    fn begins_with(&self, words: Vec<&str>) -> bool {
        let Some((last, whole)) = words.split_last() else { return false };
        let fits = whole.iter().zip(&self.0).all(|(word, own)| word == own);
        let goes_on = self.0.get(whole.len()).is_some_and(|own| own.starts_with(last));
        words.len() >= 3 && words.len() <= self.0.len() && fits && goes_on
    }

    /// Whether a given title is the same headline, perhaps with the outlet's name after it.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let n = self.0.len().min(other.0.len());
        let longest = self.0.len().max(other.0.len());
        n > 0 && 10 * n >= 7 * longest && self.0[..n] == other.0[..n]
    }

    /// The number of words of a line's first sentence when it is the headline again and more follows; zero when not.
    pub(crate) fn opening(&self, text: &str, line: &Folded) -> usize {
        if self.is_empty() {
            return 0;
        }
        let mut words = said(line);
        let same = self.0.iter().all(|own| words.next().is_some_and(|(_, word)| word == own));
        let end = words.next().map_or(line.words.len(), |(place, _)| place);
        let is_closed = end > 0 && ends_sentence(line.written(text, end - 1));
        if same && is_closed && end < line.words.len() { end } else { 0 }
    }

    /// The number of words of a first sentence that is only a name out of the headline: what stood under a picture.
    pub(crate) fn opening_name(&self, text: &str, line: &Folded) -> usize {
        let end = (0..line.words.len().min(3)).find(|&place| ends_sentence(line.written(text, place)));
        let Some(end) = end.map(|last| last + 1).filter(|&end| end < line.words.len()) else { return 0 };
        let name: Vec<_> = (0..end).map(|place| bare(line.word(place))).collect();
        let is_in = !name.contains(&"") && self.0.windows(end).any(|own| own.iter().eq(&name));
        let is_closed = line.word(end - 1).ends_with('.');
        if is_in && is_closed && end < self.0.len() { end } else { 0 }
    }
}

/// The words of a line without the marks that stand alone, and their places.
fn said(line: &Folded) -> impl Iterator<Item = (usize, &str)> {
    (0..line.words.len()).map(|place| (place, bare(line.word(place)))).filter(|(_, word)| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use onrecord_model::Span;

    use super::*;

    fn folded(line: &str) -> Folded {
        let mut folded = Folded::default();
        folded.fold(line, Span::new(0, line.len()));
        folded
    }

    fn check(headline: &str, line: &str, expected: bool) {
        assert_eq!(HeadlineWords::new(headline).is_repeat(&folded(line)), expected);
    }

    #[test]
    fn a_headline_is_repeated_with_a_period() {
        check("Мост закрыли на «ремонт»", "Мост закрыли на ремонт.", true);
    }

    #[test]
    fn a_headline_is_repeated_cut_short() {
        check("Міст закрили на ремонт до осені", "Міст закрили на рем…", true);
        check("Міст закрили на ремонт до осені", "Міст закрили до...", false);
    }

    #[test]
    fn a_sentence_that_goes_on_is_no_repeat() {
        check("The bridge is closed", "The bridge is closed until May.", false);
    }

    #[test]
    fn no_headline_is_never_repeated() {
        check("", "", false);
    }

    #[test]
    fn a_repeat_may_open_a_paragraph() {
        let line = "Мост закрыли. Фото: мэрия. Работы начались.";
        assert_eq!(HeadlineWords::new("Мост закрыли").opening(line, &folded(line)), 2);
        let line = "Старый мост. Работы начались.";
        assert_eq!(HeadlineWords::new("Закрыт старый мост").opening_name(line, &folded(line)), 2);
    }
}
