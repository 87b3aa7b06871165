//! Short texts for the unit tests: a line is a paragraph, and the packs are those of the project.

use std::sync::LazyLock;

use onrecord_lang::Packs;
use onrecord_model::{Article, Block, BlockKind, Lang, Span};

use crate::{Text, analyse};

static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::new(onrecord_packs::FILES.iter().copied()));

/// What `look` says of a text once it is analysed.
pub(crate) fn analysed<T>(code: &str, text: &str, look: impl FnOnce(&Text<'_>) -> T) -> T {
    let lang = Lang::new(code).expect("a code");
    let mut article = Article::new(lang, text.to_owned());
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.trim_end_matches('\n').len());
        article.blocks.push(Block { kind: BlockKind::Paragraph, span, furniture: None });
        start += line.len();
    }
    look(&analyse(&article, PACKS.get(lang).expect("a pack")))
}

#[test]
fn a_span_of_no_tokens_is_empty() {
    analysed("en", "It rains.", |text| {
        assert!(text.span(1..1).is_empty());
        assert!(text.span(7..9).is_empty());
        assert_eq!(text.word(99), "");
        assert_eq!(text.normal(99), "");
    });
}

#[test]
fn tokens_are_found_by_the_bytes_they_cover() {
    analysed("uk", "Дощ іде вдень.", |text| {
        let span = Span::new("Дощ ".len(), "Дощ іде".len());
        assert_eq!(text.tokens_in(span), 1..2);
        assert_eq!(text.token_at(span.start), 1);
        assert_eq!(text.tokens_in(text.article.blocks[0].span), 0..4);
        assert_eq!(text.token_at(10_000), 4);
    });
}

#[test]
fn the_outermost_quotation_is_the_one_around() {
    analysed("ru", "Он сказал: «Газета «День» закрылась», — и ушёл.", |text| {
        let around = |word: &str| {
            let at = (0..text.tokens.len()).find(|&at| text.word(at) == word).expect("a word of the text");
            text.quote_around(at).map(|quote| quote.span.of(&text.article.text))
        };
        assert_eq!(around("День"), Some("«Газета «День» закрылась»"));
        assert_eq!(around("закрылась"), Some("«Газета «День» закрылась»"));
        assert_eq!(around("ушёл"), None);
    });
}
