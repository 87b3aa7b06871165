//! Sentences with the answer marked inside them: `[source: The mayor] [cue: said] that [content: it rained].`

use std::ops::Range;

/// A sentence without its brackets, and what the brackets say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Example {
    /// The sentence to read.
    pub text: String,
    /// The marked words, in order of their ends.
    pub marks: Vec<Mark>,
    /// What follows ` => `: names and values, such as `kind` and `direct`.
    pub expected: Vec<(String, String)>,
}

/// Words with a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// `source`, `cue`, `content`, `time`, `event`, `name`, `role`…
    pub label: String,
    /// Where they stand, in code points of [`Example::text`].
    pub span: Range<usize>,
}

impl Example {
    /// Reads a marked sentence. Brackets without a label (`[sic]`) belong to the sentence; brackets may nest.
    ///
    /// ```
    /// use onrecord_eval::Example;
    /// let example = Example::parse("[source: He] [cue: said]: [content: \"No\"]. => speaker=none; kind=direct");
    /// assert_eq!(example.text, "He said: \"No\".");
    /// assert_eq!(example.spans("content").first(), Some(&(9..13)));
    /// assert_eq!(example.expected[1], ("kind".to_owned(), "direct".to_owned()));
    /// ```
    pub fn parse(written: &str) -> Self {
        let (sentence, expected) = written.rsplit_once(" => ").unwrap_or((written, ""));
        let mut example = Self { expected: pairs(expected), ..Self::default() };
        // A bracket of the sentence itself is open without a label.
        let mut open: Vec<Option<(String, usize)>> = Vec::new();
        let (mut rest, mut at) = (sentence.trim(), 0);
        while let Some(letter) = rest.chars().next() {
            if let Some((label, after)) = label(rest) {
                open.push(Some((label.to_owned(), at)));
                rest = after;
                continue;
            }
            rest = rest.get(letter.len_utf8()..).unwrap_or_default();
            if letter == '[' {
                open.push(None);
            }
            match open.pop_if(|_| letter == ']').flatten() {
                Some((label, start)) => example.marks.push(Mark { label, span: start..at }),
                None => {
                    example.text.push(letter);
                    at += 1;
                }
            }
        }
        example
    }

    /// Where the words with this label stand.
    pub fn spans(&self, label: &str) -> Vec<Range<usize>> {
        self.marks.iter().filter(|mark| mark.label == label).map(|mark| mark.span.clone()).collect()
    }
}

/// The label at the head of `[label: words]`, and the words.
fn label(rest: &str) -> Option<(&str, &str)> {
    let inside = rest.strip_prefix('[')?;
    let (label, words) = inside.split_once(':')?;
    let is_label = !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_lowercase());
    is_label.then(|| (label, words.strip_prefix(' ').unwrap_or(words)))
}

fn pairs(expected: &str) -> Vec<(String, String)> {
    let each = expected.split(';').filter_map(|pair| pair.split_once('='));
    each.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_may_nest_and_need_a_label() {
        let example = Example::parse("[content: Мост [sic] откроют [time: в мае]], [cue: сказал] мэр.");
        assert_eq!(example.text, "Мост [sic] откроют в мае, сказал мэр.");
        let first = |label: &str| example.spans(label).first().cloned();
        assert_eq!((first("content"), first("time")), (Some(0..24), Some(19..24)));
    }

    #[test]
    fn a_content_may_stand_in_two_pieces() {
        let example = Example::parse("[content: «Да], — [cue: сказал] он, — [content: и точка»].");
        assert_eq!(example.spans("content").len(), 2);
    }
}
