//! Styled words broken into lines that fit.

use anstyle::Style;
use unicode_width::UnicodeWidthChar as _;

use crate::output::Look;

/// Words in one style.
pub(crate) struct Piece {
    pub(crate) words: String,
    pub(crate) style: Style,
}

/// Breaks pieces at white space into lines of at most `width` columns; a longer word is cut.
pub(crate) fn wrap(pieces: &[Piece], width: usize, look: Look) -> String {
    let mut page = Wrapped { width: width.max(1), look, ..Wrapped::default() };
    for piece in pieces {
        for letter in piece.words.chars() {
            if letter.is_whitespace() && letter != '\u{a0}' && letter != '\u{202f}' {
                page.end_word();
                page.space = Some(piece.style);
            } else {
                page.push(letter, piece.style);
            }
        }
    }
    page.end_word();
    page.end_line();
    page.lines
}

/// The lines so far, the line and the word being made.
struct Wrapped {
    width: usize,
    look: Look,
    lines: String,
    line: Vec<(char, Style)>,
    line_width: usize,
    word: Vec<(char, Style)>,
    word_width: usize,
    /// White space that stands before the word.
    space: Option<Style>,
}

impl Default for Wrapped {
    fn default() -> Self {
        Self {
            width: 1,
            look: Look::Plain,
            lines: String::new(),
            line: Vec::new(),
            line_width: 0,
            word: Vec::new(),
            word_width: 0,
            space: None,
        }
    }
}

impl Wrapped {
    fn push(&mut self, letter: char, style: Style) {
        let width = letter.width().unwrap_or(0);
        if self.word_width + width > self.width {
            self.end_word();
        }
        self.word.push((letter, style));
        self.word_width += width;
    }

    fn end_word(&mut self) {
        if self.word.is_empty() {
            return;
        }
        let n_space = usize::from(self.space.is_some() && !self.line.is_empty());
        if self.line_width + n_space + self.word_width > self.width {
            self.end_line();
        } else if let Some(style) = self.space.filter(|_| n_space > 0) {
            self.line.push((' ', style));
            self.line_width += 1;
        }
        self.line.append(&mut self.word);
        self.line_width += self.word_width;
        (self.word_width, self.space) = (0, None);
    }

    fn end_line(&mut self) {
        if self.line.is_empty() {
            return;
        }
        let mut current = Style::new();
        for (letter, style) in self.line.drain(..) {
            if style != current && self.look == Look::Colour {
                self.lines.push_str(&format!("{}{}", current.render_reset(), style.render()));
                current = style;
            }
            self.lines.push(letter);
        }
        if current != Style::new() {
            self.lines.push_str(&current.render_reset().to_string());
        }
        self.lines.push('\n');
        self.line_width = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, width: usize, expected: &str) {
        let piece = Piece { words: words.to_owned(), style: Style::new().underline() };
        assert_eq!(wrap(&[piece], width, Look::Plain), expected);
    }

    #[test]
    fn lines_fit_and_long_words_are_cut() {
        check("мост откроют в мае", 9, "мост\nоткроют в\nмае\n");
        check("  abcdefgh ij", 5, "abcde\nfgh\nij\n");
        check("", 10, "");
    }

    #[test]
    fn style_ends_with_the_line() {
        let pieces = [
            Piece { words: "a ".into(), style: Style::new() },
            Piece { words: "b c".into(), style: Style::new().bold() },
        ];
        assert_eq!(wrap(&pieces, 3, Look::Colour), "a \u{1b}[1mb\u{1b}[0m\n\u{1b}[1mc\u{1b}[0m\n");
    }
}
