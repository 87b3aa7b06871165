//! When two speakers' names are the same: up to endings, with a missing first name forgiven.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use crate::letters::{is_blank, is_word};

/// The words that the definitions name, from `words.tsv`.
struct Words {
    complementisers: Vec<Vec<char>>,
    joiners: Vec<String>,
    letters: Vec<(char, char)>,
    /// Names of the European Union, plain.
    unions: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words { complementisers: Vec::new(), joiners: Vec::new(), letters: Vec::new(), unions: Vec::new() };
    for line in include_str!("../words.tsv").lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        match (cells.next(), cells.next(), cells.next()) {
            (Some("complementiser"), Some(word), _) => words.complementisers.push(word.chars().collect()),
            (Some("joiner"), Some(word), _) => words.joiners.push(format!(" {word} ")),
            (Some("union"), Some(name), _) => words.unions.push(name.to_owned()),
            (Some("letter"), Some(from), Some(to)) => words.letters.extend(from.chars().zip(to.chars())),
            _ => {}
        }
    }
    words
});

/// How many characters a complementiser takes at the head of a content, with the white space after it.
pub(crate) fn complementiser_len(slice: &[char]) -> usize {
    WORDS.complementisers.iter().map(|word| len_at_head(slice, word)).max().unwrap_or(0)
}

fn len_at_head(slice: &[char], word: &[char]) -> usize {
    let is_there = slice.len() > word.len() && slice.iter().zip(word).all(|(&a, &b)| a.to_lowercase().eq([b]));
    let n_blank = slice.get(word.len()..).unwrap_or_default().iter().take_while(|&&letter| is_blank(letter)).count();
    if is_there && n_blank > 0 { word.len() + n_blank } else { 0 }
}

/// Whether a found speaker is gold's: the same words up to endings, or the same people joined.
///
/// «Дмитрий Песков» and «Песков» are the same; «пилоты Ryanair» and «Ryanair» are not.
pub fn is_same_speaker(gold: Option<&str>, found: Option<&str>) -> bool {
    let (gold, found) = (gold.unwrap_or_default(), found.unwrap_or_default());
    if gold.is_empty() || found.is_empty() {
        return gold.is_empty() && found.is_empty();
    }
    if is_same_one(&words(gold), &words(found)) {
        return true;
    }
    let (gold, found) = (parts(gold), parts(found));
    let has = |one: &Vec<String>| found.iter().any(|other| is_same_one(one, other));
    gold.len() > 1 && gold.len() == found.len() && gold.iter().all(has)
}

/// A name in small letters, with the letters of one writing.
pub(crate) fn plain(name: &str) -> String {
    let one = |letter| WORDS.letters.iter().find(|(from, _)| *from == letter).map_or(letter, |&(_, to)| to);
    name.trim().chars().flat_map(char::to_lowercase).map(one).collect()
}

/// Whether a name is the European Union's, which counts as an organisation whatever gold says.
pub(crate) fn is_union(name: &str) -> bool {
    WORDS.unions.contains(&plain(name))
}

/// Whether two names have a word in common, up to endings.
pub(crate) fn shares_word(left: &str, right: &str) -> bool {
    let right: Vec<String> = words(right).iter().map(|word| stem(word)).collect();
    words(left).iter().filter(|word| word.chars().count() > 1).any(|word| right.contains(&stem(word)))
}

/// Same stems; or one a part of the other and what is extra is capitalised (a first name) or follows the same head noun.
fn is_same_one(gold: &[String], found: &[String]) -> bool {
    let stems = |words: &[String]| words.iter().map(|word| stem(word)).collect::<Vec<_>>();
    let (gold_stems, found_stems) = (stems(gold), stems(found));
    let is_in = |few: &[String], many: &[String]| few.iter().all(|stem| many.contains(stem));
    if is_in(&gold_stems, &found_stems) && is_in(&found_stems, &gold_stems) {
        return true;
    }
    let (few, many, spelled) =
        if gold.len() <= found.len() { (&gold_stems, &found_stems, found) } else { (&found_stems, &gold_stems, gold) };
    if few.is_empty() || !is_in(few, many) {
        return false;
    }
    let mut extra = spelled.iter().zip(many).filter(|(_, stem)| !few.contains(stem));
    let is_small = |word: &str| word.chars().next().is_some_and(char::is_lowercase);
    extra.all(|(word, _)| !is_small(word)) || gold_stems.first() == found_stems.first()
}

/// The word in small letters without its last two, four at least.
fn stem(word: &str) -> String {
    let small: Vec<char> = word.to_lowercase().chars().collect();
    let n_kept = small.len().saturating_sub(2).max(4).min(small.len());
    small.iter().take(n_kept).collect()
}

fn words(name: &str) -> Vec<String> {
    let plain = |letter| WORDS.letters.iter().find(|(from, _)| *from == letter).map_or(letter, |&(_, to)| to);
    let is_kept = |letter: char| is_word(letter) || matches!(letter, '\'' | ' ' | '-');
    let text: String = name.nfc().map(plain).map(|letter| if is_kept(letter) { letter } else { ' ' }).collect();
    text.split_whitespace().map(str::to_owned).collect()
}

/// The names of joint speakers, each by its words.
fn parts(name: &str) -> Vec<Vec<String>> {
    let mut parts = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(rest) = name.get(at..).filter(|rest| !rest.is_empty()) {
        match joiner_len(rest) {
            0 => at += rest.chars().next().map_or(1, char::len_utf8),
            n_bytes => {
                parts.push(words(name.get(start..at).unwrap_or_default()));
                at += n_bytes;
                start = at;
            }
        }
    }
    parts.push(words(name.get(start..).unwrap_or_default()));
    parts
}

/// The bytes of a joiner at the head of `rest`: a semicolon, a comma with white space after it, or a word for "and".
fn joiner_len(rest: &str) -> usize {
    let after = rest.trim_start_matches(is_blank);
    if let Some(tail) = after.strip_prefix(';') {
        return rest.len() - tail.trim_start_matches(is_blank).len();
    }
    if let Some(tail) = rest.strip_prefix(',') {
        let trimmed = tail.trim_start_matches(is_blank);
        return if trimmed.len() < tail.len() { rest.len() - trimmed.len() } else { 0 };
    }
    WORDS.joiners.iter().find(|joiner| rest.starts_with(joiner.as_str())).map_or(0, String::len)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(gold: &str, found: &str, expected: bool) {
        assert_eq!(is_same_speaker(Some(gold), Some(found)), expected, "{gold} / {found}");
    }

    #[test]
    fn a_missing_first_name_is_forgiven() {
        check("Дмитрий Песков", "Песков", true);
        check("Песков", "Дмитрий Песков", true);
        check("Ольга Громова", "Громову", true);
    }

    #[test]
    fn another_head_noun_is_another_speaker() {
        check("Ryanair", "пилоты Ryanair", false);
        check("министерство", "министерство обороны", true);
        check("Иван Петров", "Анна Петрова", false);
    }

    #[test]
    fn joint_speakers_are_compared_one_by_one() {
        check("Иван Петров; Анна Сидорова", "Сидорова и Петров", true);
        check("Иван Петров; Анна Сидорова", "Петров и Жуков", false);
        check("Anna Smith; John Doe", "John Doe, Anna Smith", true);
    }

    #[test]
    fn nobody_is_nobody() {
        assert!(is_same_speaker(None, Some("")));
        assert!(!is_same_speaker(None, Some("Песков")));
    }
}
