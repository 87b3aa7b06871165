//! Furniture that was kept, and text that was thrown out, line by line.

use std::ops::Range;

use super::{FaultKind, Finder, Why};

impl Finder<'_> {
    /// Compares the lines that gold and record set apart.
    pub(super) fn furniture(&mut self) {
        let (gold, found) = (&self.matched.gold.furniture, &self.matched.found.furniture);
        for (wanted, others, cause) in [(gold, found, "furniture kept"), (found, gold, "text thrown out")] {
            let lines: Vec<_> = wanted.iter().flat_map(|span| self.lines(span)).collect();
            for line in lines {
                let (all, common) =
                    (self.sight.letters.inked(std::slice::from_ref(&line)), self.sight.letters.inked(others));
                // A line of which most is set apart on both sides is no fault of its own.
                if 2 * all.n_common(&common) >= all.len() {
                    continue;
                }
                let why = Why { cause: cause.to_owned(), detail: self.place(&line).to_owned(), rule: None };
                let words = self.sight.words(&line);
                let nothing = "nothing".to_owned();
                let (left, right) = if cause == "furniture kept" { (words, nothing) } else { (nothing, words) };
                self.add(FaultKind::Furniture, line, why, left, right);
            }
        }
    }

    /// The lines of a span that hold something.
    fn lines(&self, span: &Range<usize>) -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        let mut start = span.start;
        for (n, letter) in self.sight.letters.slice(span).iter().enumerate() {
            if *letter == '\n' {
                lines.push(start..span.start + n);
                start = span.start + n + 1;
            }
        }
        lines.push(start..span.end.min(self.sight.letters.len()));
        lines.retain(|line| !self.sight.letters.inked(std::slice::from_ref(line)).is_empty());
        lines
    }

    /// Which third of the article a line stands in.
    fn place(&self, line: &Range<usize>) -> &'static str {
        match 3 * line.start / self.sight.letters.len().max(1) {
            0 => "in the first third",
            1 => "in the middle",
            _ => "in the last third",
        }
    }
}
