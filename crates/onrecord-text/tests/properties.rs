//! What holds of every analysed text, tried on texts made of pieces of news.

use std::sync::LazyLock;

use onrecord_lang::Packs;
use onrecord_model::{Article, Block, BlockKind, Lang, Span};
use onrecord_text::{Text, TokenKind, analyse};
use onrecord_trials::{Failure, holds_for_news};

static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::new(onrecord_packs::FILES.iter().copied()));

/// An article whose lines are its paragraphs.
fn article(lang: Lang, text: &str) -> Article {
    let mut article = Article::new(lang, text.to_owned());
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let at = start + line.find(words).unwrap_or_default();
        start += line.len();
        if !words.is_empty() {
            let span = Span::new(at, at + words.len());
            article.blocks.push(Block { kind: BlockKind::Paragraph, span, furniture: None });
        }
    }
    article
}

fn check(property: impl Fn(&Text<'_>) -> Result<(), String>) -> Result<(), Failure> {
    for code in ["ru", "uk", "en"] {
        let lang = Lang::new(code).expect("a code");
        let pack = PACKS.get(lang).expect("a pack");
        holds_for_news(200, |text| property(&analyse(&article(lang, text), pack)))?;
    }
    Ok(())
}

fn hold(is_so: bool, what: &str) -> Result<(), String> {
    if is_so { Ok(()) } else { Err(what.to_owned()) }
}

#[test]
fn tokens_and_what_is_between_them_give_the_blocks_back() -> Result<(), Failure> {
    check(|text| {
        for (n, block) in text.article.blocks.iter().enumerate() {
            let mut end = block.span.start;
            for token in text.tokens.iter().filter(|token| token.block as usize == n) {
                let between = text.article.text.get(end as usize..token.span.start as usize);
                hold(between.is_some_and(is_blank), "words were lost between two tokens")?;
                hold(!token.span.is_empty() && !token.span.of(&text.article.text).is_empty(), "a token is empty")?;
                end = token.span.end;
            }
            let rest = text.article.text.get(end as usize..block.span.end as usize);
            hold(rest.is_some_and(is_blank), "words were lost at the end of a block")?;
        }
        Ok(())
    })
}

fn is_blank(between: &str) -> bool {
    !between.contains(char::is_alphanumeric)
}

#[test]
fn tokens_stand_in_order() -> Result<(), Failure> {
    check(|text| {
        let mut pairs = text.tokens.iter().zip(text.tokens.iter().skip(1));
        hold(pairs.all(|(left, right)| left.span.end <= right.span.start), "two tokens overlap")
    })
}

#[test]
fn every_token_stands_in_one_sentence() -> Result<(), Failure> {
    check(|text| {
        let mut next = 0;
        for (n, sentence) in text.sentences.iter().enumerate() {
            hold(sentence.tokens.start == next && sentence.tokens.end > next, "a token has no sentence or two")?;
            next = sentence.tokens.end;
            let tokens = text.tokens.get(sentence.tokens.clone()).unwrap_or_default();
            hold(tokens.iter().all(|token| token.sentence as usize == n), "a token names another sentence")?;
            hold(tokens.iter().all(|token| token.block == sentence.block), "a sentence stands in two blocks")?;
        }
        hold(next == text.tokens.len(), "tokens after the last sentence")
    })
}

#[test]
fn quotations_nest() -> Result<(), Failure> {
    check(|text| {
        let mut open: Vec<usize> = Vec::new();
        for quote in &text.quotes {
            hold(quote.open < quote.close, "a quotation ends before it begins")?;
            open.retain(|&close| close > quote.open);
            hold(open.iter().all(|&close| quote.close <= close), "two quotations cross")?;
            open.push(quote.close);
        }
        Ok(())
    })
}

#[test]
fn marks_of_quotations_are_marked_and_others_are_stray() -> Result<(), Failure> {
    check(|text| {
        let kind = |at: usize| text.tokens.get(at).map(|token| token.kind);
        let opens = |at: usize| kind(at) == Some(TokenKind::Open);
        let closes = |at: usize| kind(at) == Some(TokenKind::Close);
        hold(
            text.quotes.iter().all(|quote| opens(quote.open) && (!quote.is_closed || closes(quote.close))),
            "a mark is lost",
        )?;
        let n_opens = text.tokens.iter().filter(|token| token.kind == TokenKind::Open).count();
        hold(n_opens == text.quotes.len(), "a mark opens nothing")
    })
}

#[test]
fn furniture_has_no_tokens() {
    let lang = Lang::new("en").expect("a code");
    let mut article = article(lang, "It rained.\nRead more: nothing");
    article.blocks[1].kind = BlockKind::Furniture;
    let text = analyse(&article, PACKS.get(lang).expect("a pack"));
    assert!(text.tokens.iter().all(|token| token.block == 0));
}
