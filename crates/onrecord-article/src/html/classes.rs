//! What the class and the id of an element say it is for.

use std::sync::OnceLock;

use hashbrown::HashMap;
use onrecord_model::{BlockKind, Furniture};

/// What an element is for, as its class, id, role or name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// The article's body.
    Body,
    /// Words under a picture.
    Caption,
    /// Who made a picture.
    Credit,
    /// A post of another site.
    Embed,
    /// Not to be seen.
    Hidden,
    /// It stands between the reader and the story.
    Wall,
    /// A part of the story of this kind.
    Part(BlockKind),
    /// Not the story's own.
    Furniture(Furniture),
}

/// The list of words; parsed when first asked for.
const LIST: &str = include_str!("page_classes.tsv");

/// A word of a class longer than this is none of ours.
const LONGEST: usize = 24;

/// The purpose of an element whose `class` or `id` is this; `Hidden` wins, then `Body`, then furniture.
pub(super) fn purpose(value: &str) -> Option<Purpose> {
    let mut found = None;
    for token in value.split_ascii_whitespace().take(16) {
        match of_token(token) {
            Some(Purpose::Hidden) => return Some(Purpose::Hidden),
            Some(Purpose::Body) => found = Some(Purpose::Body),
            other => found = found.or(other),
        }
    }
    found
}

/// The purpose of one class: as a whole, or else by one of its words, or two that stand together.
fn of_token(token: &str) -> Option<Purpose> {
    let words = words();
    let mut word = [0u8; LONGEST];
    let mut whole = [0u8; LONGEST];
    if let Some(purpose) = words.get(element(token.as_bytes(), &mut whole), &mut word) {
        return Some(purpose);
    }
    let (mut rest, mut before, mut part_of_story) = (token.as_bytes(), &[][..], None);
    while let Some(part) = next_word(&mut rest) {
        // «is-hidden» may be the state of something that a click shows, «article-comment-body» of anything.
        let known = words.get_pair(before, part, &mut word).or_else(|| words.get(part, &mut word));
        if matches!(
            known,
            Some(Purpose::Furniture(_) | Purpose::Caption | Purpose::Credit | Purpose::Embed | Purpose::Wall)
        ) {
            return known;
        }
        // «pull-share» is a bar: what a part of the story is called says least.
        part_of_story = part_of_story.or(known.filter(|known| matches!(known, Purpose::Part(_))));
        before = part;
    }
    part_of_story
}

/// A class as one name: of `news__text--wide` it is `news_text` that says what it is for.
fn element<'c>(token: &'c [u8], out: &'c mut [u8; LONGEST]) -> &'c [u8] {
    let is_stroke = |byte: u8| matches!(byte, b'-' | b'_');
    let doubled = token.windows(2).position(|pair| pair[0] == pair[1] && is_stroke(pair[0]));
    let Some(at) = doubled.filter(|&at| at > 0) else { return token };
    let (block, rest) = (&token[..at], &token[at + 2..]);
    if token[at] == b'-' {
        return block;
    }
    let name = rest.windows(2).position(|pair| pair == b"--").map_or(rest, |end| &rest[..end]);
    let len = at + 1 + name.len();
    if len >= LONGEST {
        return token;
    }
    out[..at].copy_from_slice(block);
    out[at] = b'_';
    out[at + 1..len].copy_from_slice(name);
    &out[..len]
}

/// Takes the next word off a class: up to a mark, a digit, or a capital after a small letter.
fn next_word<'c>(rest: &mut &'c [u8]) -> Option<&'c [u8]> {
    let start = rest.iter().position(u8::is_ascii_alphabetic)?;
    let from = &rest[start..];
    let ends =
        |pair: &[u8]| !pair[1].is_ascii_alphabetic() || pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase();
    let end = from.windows(2).position(ends).map_or(from.len(), |last| last + 1);
    *rest = &from[end..];
    Some(&from[..end])
}

/// A word in small letters, its strokes as `-`; `None` when it is too long.
fn folded<'w>(word: &[u8], out: &'w mut [u8; LONGEST]) -> Option<&'w [u8]> {
    let out = out.get_mut(..word.len())?;
    for (to, from) in out.iter_mut().zip(word) {
        *to = if *from == b'_' { b'-' } else { from.to_ascii_lowercase() };
    }
    Some(out)
}

/// The words of the list.
struct Words {
    purposes: HashMap<&'static [u8], Purpose>,
    /// For each first letter, which lengths a word may have: nearly every class is none of ours.
    lengths: [u32; 32],
}

impl Words {
    fn new() -> Self {
        let purposes: HashMap<_, _> = LIST.lines().skip(1).filter_map(row).collect();
        let mut lengths = [0; 32];
        for word in purposes.keys() {
            lengths[first(word)] |= 1 << word.len();
        }
        Self { purposes, lengths }
    }

    /// The purpose of a word in any case, which is folded into `out`.
    fn get(&self, word: &[u8], out: &mut [u8; LONGEST]) -> Option<Purpose> {
        if word.len() >= LONGEST || self.lengths[first(word)] & 1 << word.len() == 0 {
            return None;
        }
        self.purposes.get(folded(word, out)?).copied()
    }

    /// The purpose of two words that stand together, as `author-bio` in `m-authorBio__text`.
    fn get_pair(&self, before: &[u8], word: &[u8], out: &mut [u8; LONGEST]) -> Option<Purpose> {
        let len = before.len() + 1 + word.len();
        if before.is_empty() || len >= LONGEST || self.lengths[first(before)] & 1 << len == 0 {
            return None;
        }
        let mut pair = [b'-'; LONGEST];
        pair[..before.len()].copy_from_slice(before);
        pair[before.len() + 1..len].copy_from_slice(word);
        self.purposes.get(folded(&pair[..len], out)?).copied()
    }
}

/// A number for the first letter of a word, whatever its case.
fn first(word: &[u8]) -> usize {
    word.first().map_or(0, |byte| usize::from(byte & 31))
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(Words::new)
}

fn row(line: &'static str) -> Option<(&'static [u8], Purpose)> {
    let mut cells = line.split('\t');
    let (word, kind) = (cells.next()?, cells.next()?);
    Some((word.as_bytes(), parse(kind)?))
}

fn parse(kind: &str) -> Option<Purpose> {
    Some(match kind {
        "body" => Purpose::Body,
        "caption" => Purpose::Caption,
        "picture-credit" => Purpose::Credit,
        "embed" => Purpose::Embed,
        "hidden" => Purpose::Hidden,
        "wall" => Purpose::Wall,
        "subhead" => Purpose::Part(BlockKind::Subhead),
        "quote" => Purpose::Part(BlockKind::Quote),
        "question" => Purpose::Part(BlockKind::Question),
        "related" => Purpose::Furniture(Furniture::Related),
        "promo" => Purpose::Furniture(Furniture::Promo),
        "credit" => Purpose::Furniture(Furniture::Credit),
        "copyright" => Purpose::Furniture(Furniture::Copyright),
        "navigation" => Purpose::Furniture(Furniture::Navigation),
        "comment" => Purpose::Furniture(Furniture::Comment),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &str, expected: Option<Purpose>) {
        assert_eq!(purpose(value), expected, "{value}");
    }

    #[test]
    fn every_row_of_the_list_is_read_and_its_example_holds_it() {
        for line in LIST.lines().skip(1) {
            let (word, purpose) = row(line).expect("the row has a word and a kind");
            let example = line.rsplit('\t').next().unwrap_or_default();
            let value = example.split('"').nth(1).unwrap_or_default();
            assert_eq!(super::purpose(value), Some(purpose), "{}", String::from_utf8_lossy(word));
        }
    }

    #[test]
    fn words_inside_a_class_are_known() {
        check("b-article__relatedNews", Some(Purpose::Furniture(Furniture::Related)));
        check("news_comments_2", Some(Purpose::Furniture(Furniture::Comment)));
        check("shared headline", None);
        check("m-storyAuthorBio__text", Some(Purpose::Furniture(Furniture::Credit)));
        check("author bios", None);
    }

    #[test]
    fn a_hidden_class_wins_but_not_inside_another_word() {
        check("share sr-only", Some(Purpose::Hidden));
        check("overflow-hidden", None);
    }

    #[test]
    fn a_body_is_known_by_its_whole_name() {
        check("wide article__body article_body", Some(Purpose::Body));
        check("comment-body", Some(Purpose::Furniture(Furniture::Comment)));
    }
}
