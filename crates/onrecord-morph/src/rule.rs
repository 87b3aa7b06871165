//! How a lemma is made from a word: letters come off its front and end, others are put at the end.

/// One way to make a lemma.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Rule {
    /// So many letters come off the front («найкращий», «кращий»).
    pub(crate) front: u8,
    /// So many letters come off the end.
    pub(crate) end: u8,
    /// These letters are put at the end.
    pub(crate) add: Box<str>,
}

/// No prefix that a lemma goes without is longer.
const LONGEST_FRONT: usize = 3;

impl Rule {
    /// The rule that makes `lemma` from `form`.
    pub(crate) fn between(form: &str, lemma: &str) -> Self {
        let (word, wanted): (Vec<char>, Vec<char>) = (form.chars().collect(), lemma.chars().collect());
        let shared = |front: usize| word[front..].iter().zip(&wanted).take_while(|(one, other)| one == other).count();
        let fronts = 1..=LONGEST_FRONT.min(word.len());
        // Letters come off the front only where far more is shared without them.
        let front = fronts.max_by_key(|&front| shared(front)).filter(|&front| shared(front) >= shared(0) + 2 * front);
        let front = front.unwrap_or(0);
        let kept = shared(front);
        let end = (word.len() - front - kept).min(255);
        Self { front: front as u8, end: end as u8, add: wanted[kept..].iter().collect::<String>().into() }
    }

    /// Puts the lemma of `form` into `lemma`; false where the word is too short.
    pub(crate) fn apply(&self, form: &str, lemma: &mut String) -> bool {
        lemma.clear();
        let start = form.char_indices().nth(usize::from(self.front)).map(|(at, _)| at);
        let end = match self.end {
            0 => Some(form.len()),
            n => form.char_indices().rev().nth(usize::from(n) - 1).map(|(at, _)| at),
        };
        let kept = start.zip(end).and_then(|(start, end)| form.get(start..end));
        let Some(kept) = kept else { return false };
        lemma.push_str(kept);
        lemma.push_str(&self.add);
        !lemma.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(form: &str, lemma: &str, front: u8, end: u8, add: &str) {
        let rule = Rule::between(form, lemma);
        assert_eq!(rule, Rule { front, end, add: add.into() });
        let mut made = String::new();
        assert!(rule.apply(form, &mut made));
        assert_eq!(made, lemma);
    }

    #[test]
    fn an_ending_gives_way_to_another() {
        check("странах", "страна", 0, 1, "");
        check("сказал", "сказать", 0, 1, "ть");
    }

    #[test]
    fn a_superlative_loses_its_beginning() {
        check("найважливішої", "важливий", 3, 4, "ий");
    }

    #[test]
    fn a_word_that_is_too_short_has_no_lemma_by_the_rule() {
        assert!(!Rule::between("странах", "стол").apply("я", &mut String::new()));
    }
}
