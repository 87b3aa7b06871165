//! Rust files as a reader of rules sees them: without comments and tests.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// All Rust files of a crate, in order.
pub(crate) fn rust_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            let is_own = !path.ends_with("target") && !path.join("Cargo.toml").is_file();
            if path.is_dir() && is_own {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Whether a file holds tests only.
pub(crate) fn is_test_file(path: &Path) -> bool {
    let is_test_folder = |part: &std::ffi::OsStr| matches!(part.to_str(), Some("tests" | "benches" | "examples"));
    path.components().any(|part| is_test_folder(part.as_os_str()))
        || path.file_stem().is_some_and(|stem| stem == "tests")
}

/// The lines of product code that hold a Cyrillic letter, from 1.
pub(crate) fn lines_with_words(file: &str) -> Vec<usize> {
    let product = file.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
    let code = without_comments(product);
    let is_letter = |letter: char| ('\u{400}'..='\u{52f}').contains(&letter);
    code.lines().enumerate().filter(|(_, line)| line.contains(is_letter)).map(|(n, _)| n + 1).collect()
}

/// Where we are in a Rust file.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Code,
    LineComment,
    /// Nested so deep.
    BlockComment(usize),
    Text,
    /// Closed by a quotation mark and so many hashes.
    RawText(usize),
}

/// The code with every comment blanked out; line feeds are kept.
fn without_comments(code: &str) -> String {
    let (mut kept, mut place) = (String::with_capacity(code.len()), Place::Code);
    let mut rest = code;
    while let Some(letter) = rest.chars().next() {
        let (n_bytes, next) = step(rest, letter, place);
        let taken = rest.get(..n_bytes).unwrap_or(rest);
        match place {
            Place::LineComment | Place::BlockComment(_) => kept.extend(taken.chars().filter(|letter| *letter == '\n')),
            _ if matches!(next, Place::LineComment | Place::BlockComment(_)) => {}
            _ => kept.push_str(taken),
        }
        place = next;
        rest = rest.get(n_bytes..).unwrap_or_default();
    }
    kept
}

/// How many bytes the next piece takes, and where we are after it.
fn step(rest: &str, letter: char, place: Place) -> (usize, Place) {
    let one = letter.len_utf8();
    match place {
        Place::Code => code_step(rest, one),
        Place::LineComment => (one, if letter == '\n' { Place::Code } else { place }),
        Place::BlockComment(depth) if rest.starts_with("*/") => {
            (2, if depth == 1 { Place::Code } else { Place::BlockComment(depth - 1) })
        }
        Place::BlockComment(depth) if rest.starts_with("/*") => (2, Place::BlockComment(depth + 1)),
        Place::Text if letter == '\\' => (one + rest.chars().nth(1).map_or(0, char::len_utf8), place),
        Place::Text if letter == '"' => (one, Place::Code),
        Place::RawText(n_hashes) if closes_raw(rest, n_hashes) => (1 + n_hashes, Place::Code),
        _ => (one, place),
    }
}

fn code_step(rest: &str, one: usize) -> (usize, Place) {
    if rest.starts_with("//") {
        return (2, Place::LineComment);
    }
    if rest.starts_with("/*") {
        return (2, Place::BlockComment(1));
    }
    if rest.starts_with("'\"'") || rest.starts_with("'\\'") {
        return (3, Place::Code);
    }
    if rest.starts_with("'\\\"'") || rest.starts_with("'\\\\'") {
        return (4, Place::Code);
    }
    if rest.starts_with('"') {
        return (1, Place::Text);
    }
    let n_hashes = rest.bytes().skip(1).take_while(|byte| *byte == b'#').count();
    if rest.starts_with('r') && rest.get(1 + n_hashes..).is_some_and(|tail| tail.starts_with('"')) {
        return (2 + n_hashes, Place::RawText(n_hashes));
    }
    (one, Place::Code)
}

fn closes_raw(rest: &str, n_hashes: usize) -> bool {
    rest.strip_prefix('"').is_some_and(|tail| tail.bytes().take_while(|byte| *byte == b'#').count() >= n_hashes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(code: &str, lines: &[usize]) {
        assert_eq!(lines_with_words(code), lines, "{code}");
    }

    #[test]
    fn words_in_comments_and_tests_are_allowed() {
        check("//! Слова.\nfn a() {} // слово\n/* да /* нет */\nда */\n", &[]);
        check("fn a() {}\n\n#[cfg(test)]\nmod tests { const A: &str = \"да\"; }\n", &[]);
    }

    #[test]
    fn words_in_product_code_are_found() {
        check("const A: &str = \"да\";\n", &[1]);
        check("const A: &str = \"// не комментарий\";\n", &[1]);
        check("const A: char = '\"'; // да\nconst B: &str = r#\"\n\" // да\"#;\n", &[3]);
        check("const A: &str = \"\\\"\"; const B: char = 'ж';", &[1]);
    }
}
