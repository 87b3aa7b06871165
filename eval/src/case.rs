//! Case files: Markdown with a front, prose, a text, and the record it must give; or a list of marked sentences.

use onrecord_model::{Body, Lang, Page};

use crate::Example;

/// A case file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    front: Vec<(String, String)>,
    /// The article.
    pub text: String,
    /// The lines its record must give.
    pub record: Vec<String>,
    /// Marked sentences (lines that begin with `- `), with their line numbers.
    pub sentences: Vec<(usize, Example)>,
}

impl Case {
    /// Reads a case file: `name: value` lines at its head, then prose, fenced `text` and `record` blocks, and sentences.
    pub fn parse(file: &str) -> Self {
        let fenced = |name: &str| block(file, name).map(|(start, end)| file.get(start..end).unwrap_or_default());
        let text = fenced("text").unwrap_or_default();
        let is_sentence = |(n, line): (usize, &str)| Some((n + 1, Example::parse(line.strip_prefix("- ")?)));
        Self {
            front: front(file),
            text: text.strip_suffix('\n').unwrap_or(text).to_owned(),
            record: fenced("record").unwrap_or_default().lines().map(str::to_owned).collect(),
            sentences: file.lines().enumerate().filter_map(is_sentence).collect(),
        }
    }

    /// A value of the front.
    pub fn front(&self, name: &str) -> Option<&str> {
        self.front.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The page that `text` makes with what the front says of it.
    pub fn page(&self, text: &str) -> Page {
        let word = |name: &str| self.front(name).map(str::to_owned);
        Page {
            lang: self.front("lang").and_then(Lang::new),
            published: word("published"),
            url: word("url"),
            outlet: word("outlet"),
            title: word("title"),
            body: Body::Text(text.to_owned()),
            sha256: "0".repeat(64),
            ..Page::default()
        }
    }

    /// The file with other lines in its record block.
    pub fn with_record(file: &str, lines: &[String]) -> String {
        let body: String = lines.iter().map(|line| format!("{line}\n")).collect();
        match block(file, "record") {
            Some((start, end)) => {
                let (head, tail) = (file.get(..start).unwrap_or_default(), file.get(end..).unwrap_or_default());
                format!("{head}{body}{tail}")
            }
            None => format!("{}\n\n```record\n{body}```\n", file.trim_end()),
        }
    }
}

/// The bytes between the fences of a block.
fn block(file: &str, name: &str) -> Option<(usize, usize)> {
    let opening = format!("```{name}\n");
    let start =
        file.strip_prefix(&opening).map(|_| 0).or_else(|| file.find(&format!("\n{opening}")).map(|at| at + 1))?;
    let start = start + opening.len();
    let rest = file.get(start..)?;
    let end = if rest.starts_with("```") { 0 } else { rest.find("\n```").map_or(rest.len(), |at| at + 1) };
    Some((start, start + end))
}

/// The `name: value` lines at the head of the file, up to the first other line.
fn front(file: &str) -> Vec<(String, String)> {
    let lines = file.lines().skip_while(|line| line.trim() == "---");
    let pair = |line: &str| {
        let (name, value) = line.split_once(": ")?;
        let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase());
        is_name.then(|| (name.to_owned(), value.trim().to_owned()))
    };
    lines.map_while(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "lang: ru\npublished: 2022-01-13\n\n# A bridge\nProse.\n\n```text\nМост открыт.\n\nДа.\n```\n\n\
                        ```record\ntime - | x\n```\n\n- [cue: Сказал] он.\n";

    #[test]
    fn a_case_has_front_text_record_and_sentences() {
        let case = Case::parse(FILE);
        assert_eq!((case.front("lang"), case.front("published")), (Some("ru"), Some("2022-01-13")));
        assert_eq!(case.text, "Мост открыт.\n\nДа.");
        assert_eq!(case.record, ["time - | x"]);
        assert_eq!((case.sentences[0].0, case.sentences[0].1.text.as_str()), (17, "Сказал он."));
    }

    #[test]
    fn a_record_block_is_replaced_or_added() {
        let lines = ["one".to_owned(), "two".to_owned()];
        assert_eq!(Case::parse(&Case::with_record(FILE, &lines)).record, lines);
        assert_eq!(Case::parse(&Case::with_record("```text\na\n```\n", &lines)).record, lines);
        assert!(Case::parse(&Case::with_record(FILE, &[])).record.is_empty());
    }
}
