//! The page sets of the evaluation material: scores against their floors, and Cyrillic pages in other encodings.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use encoding_rs::{Encoding, KOI8_U, WINDOWS_1251};
use onrecord::Reader;
use onrecord_eval::{Floors, PageGold, PageScores};
use onrecord_model::{Body, Page};
use onrecord_source::{Given, pages};

use crate::say;

const FOLDER: &str = "../shared/eval/pages";
const FLOORS: &str = "eval/floors.json";
const SETS: [&str; 3] = ["scrapinghub", "wcxb_dev", "htmldate_mediacloud"];
/// Under this name the floors of a set stand: its pages are in several languages.
const ALL: &str = "all";
/// A page with as many Cyrillic letters is read in other encodings too.
const CYRILLIC: usize = 400;
/// What a page in another encoding says of it: nothing, or something wrong.
const DECLARED: [Option<&str>; 3] = [None, Some("utf-8"), Some("iso-8859-1")];

/// Scores every set, and looks at the floors.
pub(crate) fn run(root: &Path, flags: &[&str]) -> Result<()> {
    let reader = Reader::new();
    let path = root.join(FLOORS);
    let mut floors: Floors = serde_json::from_str(&read(&path)?).with_context(|| format!("cannot read {FLOORS}"))?;
    let (mut sunk, mut encoded) = (Vec::new(), Encoded::new()?);
    for set in SETS {
        let file = format!("pages_{set}.gold.jsonl");
        let gold = PageGold::read(&read(&root.join(FOLDER).join(&file))?).context(file.clone())?;
        let mut scores = PageScores::default();
        let given = Given { max_bytes: 1 << 30, ..Given::default() };
        for page in pages([root.join(FOLDER).join(format!("pages_{set}.jsonl.zst"))], &given) {
            let page = page?;
            let article = reader.article(&page).article;
            gold.score(page.name.as_deref().unwrap_or_default(), &article, &mut scores);
            encoded.check(&reader, &page, &article.text)?;
        }
        let figures = scores.figures();
        say::line(&format!(
            "pages of {set}: {}",
            figures.iter().map(|(name, value)| format!("{name} {value}  ")).collect::<String>()
        ));
        sunk.extend(
            floors
                .sunk(&gold.digest, ALL, &figures)
                .into_iter()
                .map(|sunk| format!("{set}: {} sank to {:.1}; its floor is {:.1}", sunk.figure, sunk.now, sunk.floor)),
        );
        floors.set(&gold.digest, &file, ALL, figures);
    }
    encoded.tell()?;
    ensure!(sunk.is_empty() || flags.contains(&"--allow-regression"), "{}", sunk.join("\n"));
    if flags.contains(&"--write-floors") {
        let mut text = serde_json::to_string_pretty(&floors)?;
        text.push('\n');
        fs::write(&path, text).with_context(|| format!("cannot write {FLOORS}"))?;
    }
    Ok(())
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Cyrillic pages written in one byte a letter: the same text must be read from them.
struct Encoded {
    place: PathBuf,
    n_read: usize,
    different: Vec<String>,
}

impl Encoded {
    fn new() -> Result<Self> {
        let place = std::env::temp_dir().join(format!("onrecord-encoded-{}.html", std::process::id()));
        Ok(Self { place, n_read: 0, different: Vec::new() })
    }

    /// Writes a page in every encoding, with every declaration, and reads it again.
    fn check(&mut self, reader: &Reader, page: &Page, text: &str) -> Result<()> {
        let Body::Html(html) = &page.body else { return Ok(()) };
        if text.chars().filter(|c| matches!(c, '\u{400}'..='\u{4ff}')).count() < CYRILLIC {
            return Ok(());
        }
        for encoding in [WINDOWS_1251, KOI8_U] {
            // What an encoding has no letter for is lost on the way there, and no fault of the reader.
            let there =
                reader.article(&Page { body: Body::Html(through(html, encoding)), ..page.clone() }).article.text;
            for declared in DECLARED {
                fs::write(&self.place, encoding.encode(&declaring(html, declared)).0)?;
                let given = Given { url: page.url.clone(), ..Given::default() };
                for read in pages([&self.place], &given) {
                    let is_same = reader.article(&read?).article.text == there;
                    self.n_read += 1;
                    let name = page.name.as_deref().unwrap_or_default();
                    self.different.extend((!is_same).then(|| format!("{name} in {} as {declared:?}", encoding.name())));
                }
            }
        }
        Ok(())
    }

    fn tell(&self) -> Result<()> {
        // What cannot be removed does no harm there.
        let _ = fs::remove_file(&self.place);
        let n_same = self.n_read - self.different.len();
        say::line(&format!("Cyrillic pages in other encodings: {n_same} of {} give the same text", self.n_read));
        ensure!(self.different.is_empty(), "other text from: {}", self.different.join(", "));
        Ok(())
    }
}

/// A page as it comes out of an encoding that it was put into.
fn through(html: &str, encoding: &'static Encoding) -> String {
    let bytes = encoding.encode(html).0;
    encoding.decode_without_bom_handling(&bytes).0.into_owned()
}

/// A page whose every declaration of an encoding says something else, or nothing.
fn declaring(html: &str, declared: Option<&str>) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find("charset=").or_else(|| rest.find("CHARSET=")) {
        let (before, after) = rest.split_at(at);
        let value = after["charset=".len()..].trim_start_matches(['"', '\'']);
        let n_quote = after.len() - "charset=".len() - value.len();
        let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).unwrap_or(value.len());
        out.push_str(before);
        match declared {
            Some(name) => {
                out.push_str(&format!("charset={}{name}", &after["charset=".len().."charset=".len() + n_quote]))
            }
            None => out.push_str(&format!("none={}", &after["charset=".len().."charset=".len() + n_quote])),
        }
        rest = &value[end..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_declaration_is_changed_or_taken_away() {
        let html = "<meta charset=\"utf-8\"><meta content='text/html; charset=utf-8'>";
        assert_eq!(declaring(html, Some("koi8-r")), html.replace("utf-8", "koi8-r"));
        assert_eq!(declaring(html, None), "<meta none=\"\"><meta content='text/html; none='>");
    }
}
