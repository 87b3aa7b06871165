//! The article's paragraphs, cut where statements and their sources begin and end.

use onrecord_model::{ArticleRecord, BlockKind, BlockPart, CharSpan};

use super::characters::Characters;
use super::safe::safe;

/// A part of the article's own text.
pub(crate) struct Paragraph {
    pub(crate) kind: BlockKind,
    pub(crate) runs: Vec<Run>,
}

/// Words that are all marked alike.
pub(crate) struct Run {
    /// The words, harmless.
    pub(crate) words: String,
    /// Statements whose content begins here, by their numbers from 1, outermost first.
    pub(crate) opens: Vec<usize>,
    /// How many contents end after these words.
    pub(crate) n_closes: usize,
    /// Whether they are part of a content.
    pub(crate) is_content: bool,
    /// Whether they name who said something.
    pub(crate) is_source: bool,
}

/// A marked stretch of the text: a content with its statement's number, or a source.
#[derive(Clone, Copy)]
struct Stretch {
    span: CharSpan,
    statement: Option<usize>,
}

impl Paragraph {
    /// A paragraph without marks.
    pub(crate) fn plain(kind: BlockKind, words: &str) -> Self {
        let run = Run { words: words.to_owned(), opens: Vec::new(), n_closes: 0, is_content: false, is_source: false };
        Self { kind, runs: vec![run] }
    }
}

/// The paragraphs of a record, furniture left out; every line when nobody knows the parts of the text.
pub(crate) fn paragraphs(record: &ArticleRecord, characters: &Characters<'_>) -> Vec<Paragraph> {
    let lines;
    let blocks = match record.article.blocks.as_slice() {
        [] => {
            lines = line_blocks(&record.article.text);
            &lines
        }
        blocks => blocks,
    };
    let stretches = stretches(record);
    let (mut next, mut open): (usize, Vec<Stretch>) = (0, Vec::new());
    let mut paragraphs = Vec::new();
    for block in blocks.iter().filter(|block| block.start < block.end) {
        while let Some(stretch) = stretches.get(next).filter(|stretch| stretch.span.start < block.end) {
            open.push(*stretch);
            next += 1;
        }
        open.retain(|stretch| stretch.span.end > block.start);
        if block.kind != BlockKind::Furniture {
            paragraphs.push(Paragraph { kind: block.kind, runs: runs(block, &open, characters) });
        }
    }
    paragraphs
}

fn line_blocks(text: &str) -> Vec<BlockPart> {
    let mut start = 0;
    let line = |line: &str| {
        let n_letters = u32::try_from(line.chars().count()).unwrap_or(u32::MAX);
        let block = BlockPart {
            kind: BlockKind::Paragraph,
            start,
            end: start.saturating_add(n_letters),
            furniture: None,
            page: None,
        };
        start = start.saturating_add(n_letters);
        (!line.trim().is_empty()).then_some(block)
    };
    text.split_inclusive('\n').filter_map(line).collect()
}

/// All contents and sources, in order; of those that begin together the longest first.
fn stretches(record: &ArticleRecord) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    for (n, statement) in record.statements.iter().enumerate() {
        let contents = statement.content.iter().map(|&span| Stretch { span, statement: Some(n + 1) });
        stretches.extend(contents.chain(statement.source.map(|span| Stretch { span, statement: None })));
    }
    stretches.retain(|stretch| stretch.span.start < stretch.span.end);
    stretches.sort_by_key(|stretch| (stretch.span.start, std::cmp::Reverse(stretch.span.end)));
    stretches
}

/// Cuts a block wherever a stretch begins or ends.
fn runs(block: &BlockPart, stretches: &[Stretch], characters: &Characters<'_>) -> Vec<Run> {
    let clipped: Vec<Stretch> = stretches.iter().map(|stretch| stretch.clipped(block)).collect();
    let mut cuts: Vec<u32> = clipped.iter().flat_map(|stretch| [stretch.span.start, stretch.span.end]).collect();
    cuts.extend([block.start, block.end]);
    cuts.sort_unstable();
    cuts.dedup();
    let (mut later, mut open, mut runs) = (clipped.as_slice(), Vec::new(), Vec::new());
    for pair in cuts.windows(2) {
        let &[start, end] = pair else { continue };
        let (new, rest) = later.split_at(later.iter().take_while(|stretch| stretch.span.start <= start).count());
        later = rest;
        open.extend_from_slice(new);
        runs.push(Run {
            words: safe(characters.between(start, end)).into_owned(),
            opens: new.iter().filter_map(|stretch| stretch.statement).collect(),
            n_closes: open.iter().filter(|stretch| stretch.statement.is_some() && stretch.span.end <= end).count(),
            is_content: open.iter().any(|stretch| stretch.statement.is_some()),
            is_source: open.iter().any(|stretch| stretch.statement.is_none()),
        });
        open.retain(|stretch| stretch.span.end > end);
    }
    runs
}

impl Stretch {
    /// As much of it as lies in the block.
    fn clipped(self, block: &BlockPart) -> Self {
        let span = CharSpan { start: self.span.start.max(block.start), end: self.span.end.min(block.end) };
        Self { span, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, stretches: &[(u32, u32, Option<usize>)], expected: &str) {
        let block = BlockPart {
            kind: BlockKind::Paragraph,
            start: 0,
            end: text.chars().count() as u32,
            furniture: None,
            page: None,
        };
        let stretches: Vec<Stretch> = stretches
            .iter()
            .map(|&(start, end, statement)| Stretch { span: CharSpan { start, end }, statement })
            .collect();
        let mut drawn = String::new();
        for run in runs(&block, &stretches, &Characters::new(text)) {
            run.opens.iter().for_each(|number| drawn.push_str(&format!("[{number} ")));
            drawn.push_str(if run.is_source { "*" } else { "" });
            drawn.push_str(&run.words);
            drawn.push_str(&"]".repeat(run.n_closes));
        }
        assert_eq!(drawn, expected);
    }

    #[test]
    fn contents_and_sources_are_cut_out() {
        check("«Да», — сказал мэр.", &[(0, 4, Some(1)), (15, 18, None)], "[1 «Да»], — сказал *мэр.");
    }

    #[test]
    fn a_content_inside_a_content_nests() {
        check("abcdef", &[(0, 6, Some(1)), (2, 4, Some(2))], "[1 ab[2 cd]ef]");
    }

    #[test]
    fn a_stretch_past_the_paragraph_is_clipped() {
        check("abc", &[(1, 99, Some(1))], "a[1 bc]");
    }
}
