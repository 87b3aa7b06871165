//! Places in a text, tried on texts made of pieces of news.

use onrecord_model::{CharIndex, CharSpan, Lang, Span};
use onrecord_trials::{Failure, holds_for_news};

fn check(is_so: bool, what: &str) -> Result<(), String> {
    if is_so { Ok(()) } else { Err(what.to_owned()) }
}

#[test]
fn code_points_are_counted_as_the_text_has_them() -> Result<(), Failure> {
    holds_for_news(300, |text| {
        let index = CharIndex::new(text);
        let mut places = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).enumerate();
        check(places.all(|(n, byte)| index.chars(text, byte as u32) == n as u32), "a place is counted wrongly")
    })
}

#[test]
fn a_span_and_its_code_points_are_the_same_words() -> Result<(), Failure> {
    holds_for_news(300, |text| {
        let index = CharIndex::new(text);
        let words: Vec<&str> = text.split_whitespace().collect();
        let is_same = |word: &&str| {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            let span = Span::new(start, start + word.len());
            let CharSpan { start, end } = index.span(text, span);
            let letters: String = text.chars().skip(start as usize).take((end - start) as usize).collect();
            letters == **word && span.of(text) == *word
        };
        check(words.iter().all(is_same), "a word is another one outside")
    })
}

#[test]
fn a_span_that_does_not_fit_holds_nothing() -> Result<(), Failure> {
    holds_for_news(300, |text| {
        let beyond = Span::new(text.len(), text.len() + 1);
        let backwards = Span { start: 5, end: 2 };
        check(beyond.of(text).is_empty() && backwards.of(text).is_empty() && backwards.is_empty(), "words from nowhere")
    })
}

#[test]
fn only_two_small_letters_are_a_language() -> Result<(), Failure> {
    holds_for_news(300, |text| {
        let code: String = text.chars().take(2).collect();
        let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase());
        check(Lang::new(&code).is_some() == is_code, "a code was misjudged")
    })
}
