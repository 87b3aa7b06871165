//! A line made ready for comparison: normal words, single spaces, and the way back to the text.

use onrecord_lang::normal_into;
use onrecord_model::Span;

/// The normal words of a line, one space between them.
#[derive(Default)]
pub(crate) struct Folded {
    /// The words.
    pub(crate) text: String,
    /// Each word: where it begins in `text`, and where it stands in the article.
    pub(crate) words: Vec<(usize, Span)>,
    form: String,
    /// What was folded.
    pub(crate) of: Option<Span>,
}

impl Folded {
    /// Folds the words of a span of the one text that this is for; a span that is folded already stays as it is.
    pub(crate) fn fold(&mut self, text: &str, span: Span) {
        if self.of.replace(span) == Some(span) {
            return;
        }
        self.text.clear();
        self.words.clear();
        let line = span.of(text);
        let mut at = 0;
        for word in line.split(char::is_whitespace) {
            let start = at;
            at += word.len();
            at += line[at..].chars().next().map_or(0, char::len_utf8);
            normal_into(word, &mut self.form);
            if self.form.is_empty() {
                continue;
            }
            if !self.text.is_empty() {
                self.text.push(' ');
            }
            let from = span.start as usize + start;
            self.words.push((self.text.len(), Span::new(from, from + word.len())));
            self.text.push_str(&self.form);
        }
    }

    /// The number of the word that holds a byte of `text`.
    pub(crate) fn word_at(&self, byte: usize) -> usize {
        self.words.partition_point(|&(at, _)| at <= byte).saturating_sub(1)
    }

    /// The article's bytes from word `from` up to word `to`; empty when there are none.
    pub(crate) fn span(&self, from: usize, to: usize) -> Span {
        match (self.words.get(from), self.words.get(to.wrapping_sub(1))) {
            (Some((_, first)), Some((_, last))) if from < to => first.join(*last),
            _ => Span::default(),
        }
    }

    /// A normal word.
    pub(crate) fn word(&self, place: usize) -> &str {
        let end = self.words.get(place + 1).map_or(self.text.len(), |&(at, _)| at - 1);
        self.words.get(place).and_then(|&(at, _)| self.text.get(at..end)).unwrap_or_default()
    }

    /// A word as written.
    pub(crate) fn written<'t>(&self, text: &'t str, place: usize) -> &'t str {
        self.words.get(place).map_or("", |(_, span)| span.of(text))
    }
}

/// The first bytes of a span, cut at a character; the whole span when it is shorter.
pub(crate) fn head(text: &str, span: Span, bytes: usize) -> Span {
    let end = (span.start as usize + bytes).min(span.end as usize);
    Span::new(span.start as usize, text.floor_char_boundary(end))
}

/// The last bytes of a span, cut at a word; the whole span when it is shorter.
pub(crate) fn tail(text: &str, span: Span, bytes: usize) -> Span {
    if span.len() <= bytes {
        return span;
    }
    let from = text.floor_char_boundary(span.end as usize - bytes);
    let rest = text.get(from..span.end as usize).unwrap_or_default();
    let skipped = rest.find(char::is_whitespace).unwrap_or(rest.len());
    Span::new(from + skipped, span.end as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_find_their_way_back() {
        let text = "—  Ещё\u{a0}один мост";
        let mut folded = Folded::default();
        folded.fold(text, Span::new(0, text.len()));
        assert_eq!(folded.text, "— еще один мост");
        assert_eq!(folded.span(1, 3).of(text), "Ещё\u{a0}один");
        assert_eq!(folded.word(folded.word_at("— е".len())), "еще");
    }

    #[test]
    fn a_tail_begins_with_a_whole_word() {
        let text = "первое второе";
        assert_eq!(tail(text, Span::new(0, text.len()), 14).of(text), " второе");
    }
}
