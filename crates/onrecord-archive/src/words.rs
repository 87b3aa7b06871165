//! The words articles are found by, and those of questions, made the same way: dictionary form where the lists know it, then the
//! stem. «Переговоры» finds «переговорах», and a word that no list has is still found in most of its forms.

use std::ops::Range;

use frostem::Stemmer;
use onrecord_lang::{Pack, Packs, normal_into};
use onrecord_model::{Article, ArticlePart, ArticleRecord, Block, CharIndex, CharSpan, Event, Lang, Span, Statement};
use onrecord_store::{EventWords, SearchWords, StatementWords, Term, name_words};
use onrecord_text::{Text, TokenKind};

/// Words to the form they are kept and looked for in, in one language.
pub struct Lemmas<'p> {
    pack: Option<&'p Pack>,
    stemmer: Option<Stemmer>,
    /// Words in Latin letters are names and English everywhere.
    latin: Option<(&'p Pack, Stemmer)>,
    normal: String,
}

const LATIN: &str = "en";

impl<'p> Lemmas<'p> {
    /// Those of a language; one without a pack keeps its words as they are.
    pub fn new(packs: &'p Packs, lang: Lang) -> Self {
        let stemmer = |code: &str| Stemmer::try_from_name(code).ok();
        let latin = Lang::new(LATIN).and_then(|lang| packs.get(lang)).zip(stemmer(LATIN));
        Self { pack: packs.get(lang), stemmer: stemmer(lang.as_str()), latin, normal: String::new() }
    }

    /// Appends the forms of a word, apart by spaces: of one with hyphens, each part.
    fn push(&mut self, word: &str, words: &mut String) {
        for part in word.split(|letter: char| !letter.is_alphanumeric() && !is_inside(letter)) {
            if part.chars().any(char::is_alphanumeric) {
                if !words.is_empty() {
                    words.push(' ');
                }
                self.push_one(part, words);
            }
        }
    }

    fn push_one(&mut self, word: &str, words: &mut String) {
        let mut normal = std::mem::take(&mut self.normal);
        normal_into(word, &mut normal);
        let (pack, stemmer) = match &self.latin {
            Some((pack, stemmer)) if normal.is_ascii() => (Some(*pack), Some(stemmer)),
            _ => (self.pack, self.stemmer.as_ref()),
        };
        let lemma = pack.and_then(|pack| pack.lemma(pack.word(&normal)?.lemma)).unwrap_or(&normal);
        let stem = stemmer.map(|stemmer| stemmer.stem(lemma));
        let stem = stem.as_deref().unwrap_or(lemma);
        words.extend(stem.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase));
        self.normal = normal;
    }
}

/// Apostrophes and stress marks stand inside words.
fn is_inside(letter: char) -> bool {
    matches!(letter, '\'' | '\u{2019}' | '\u{2bc}' | '\u{2018}' | '`' | '\u{301}' | '\u{ad}')
}

/// The words that a record's article, statements and events are found by.
pub fn search_words(record: &ArticleRecord, packs: &Packs) -> SearchWords {
    let mut lemmas = Lemmas::new(packs, record.article.lang);
    let article = article(&record.article);
    let Some(pack) = packs.get(record.article.lang) else { return of_unknown_language(record, &mut lemmas) };
    let text = onrecord_text::analyse(&article, pack);
    let sheet = Sheet::new(&text, &mut lemmas);
    let statements = record.statements.iter().map(|statement| sheet.statement(statement, &mut lemmas)).collect();
    let events = record.events.iter().map(|event| sheet.event(event, &mut lemmas)).collect();
    SearchWords { statements, events, article: sheet.words }
}

/// An article that no pack reads has no statements; its words are those between its marks.
fn of_unknown_language(record: &ArticleRecord, lemmas: &mut Lemmas<'_>) -> SearchWords {
    let mut words = SearchWords::default();
    lemmas.push(&record.article.text, &mut words.article);
    words
}

/// The words of a text, and where each stands.
struct Sheet {
    words: String,
    /// In code points of the text, and the bytes of its forms in `words`.
    places: Vec<(CharSpan, Range<usize>)>,
    sentences: Vec<CharSpan>,
}

impl Sheet {
    fn new(text: &Text<'_>, lemmas: &mut Lemmas<'_>) -> Self {
        let whole = &text.article.text;
        let index = CharIndex::new(whole);
        let mut words = String::with_capacity(whole.len());
        let mut places = Vec::with_capacity(text.tokens.len());
        for token in text.tokens.iter().filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number)) {
            let start = words.len();
            lemmas.push(token.span.of(whole), &mut words);
            places.push((index.span(whole, token.span), start..words.len()));
        }
        let sentences = text.sentences.iter().map(|sentence| index.span(whole, sentence.span)).collect();
        Self { words, places, sentences }
    }

    fn statement(&self, statement: &Statement, lemmas: &mut Lemmas<'_>) -> StatementWords {
        let mut found = StatementWords::default();
        statement.content.iter().for_each(|&span| self.collect(span, &mut found.content));
        statement.source.iter().for_each(|&span| self.collect(span, &mut found.source));
        if let Some(name) = &statement.speaker.name {
            lemmas.push(name, &mut found.source);
            found.speaker = name_words(name);
        }
        let spans = statement.content.iter().chain(&statement.source).chain(&statement.cue);
        found.sentence = self.sentences_around(spans.copied());
        found
    }

    fn event(&self, event: &Event, lemmas: &mut Lemmas<'_>) -> EventWords {
        let mut found = EventWords { sentence: self.sentences_around([event.trigger]), ..EventWords::default() };
        self.collect(found.sentence, &mut found.words);
        event.parties.iter().for_each(|party| lemmas.push(&party.name, &mut found.words));
        found
    }

    /// Appends the forms of all words in a span.
    fn collect(&self, span: CharSpan, words: &mut String) {
        let first = self.places.partition_point(|(place, _)| place.end <= span.start);
        let past = self.places.partition_point(|(place, _)| place.start < span.end);
        let Some(places) = self.places.get(first..past) else { return };
        let (Some((_, first)), Some((_, last))) = (places.first(), places.last()) else { return };
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(self.words.get(first.start..last.end).unwrap_or_default().trim_start());
    }

    /// The sentences that spans stand in, from the first to the last; the spans themselves where there is none.
    fn sentences_around(&self, spans: impl IntoIterator<Item = CharSpan>) -> CharSpan {
        let join = |a: CharSpan, b: CharSpan| CharSpan { start: a.start.min(b.start), end: a.end.max(b.end) };
        let Some(whole) = spans.into_iter().reduce(join) else { return CharSpan::default() };
        let first = self.sentences.partition_point(|sentence| sentence.end <= whole.start);
        let past = self.sentences.partition_point(|sentence| sentence.start < whole.end);
        let around = self.sentences.get(first..past).unwrap_or_default();
        around.iter().copied().fold(whole, join)
    }
}

/// The article of a record, as far as its tokens need it.
fn article(part: &ArticlePart) -> Article {
    let mut article = Article::new(part.lang, part.text.clone());
    let bytes: Vec<usize> = part.text.char_indices().map(|(at, _)| at).chain([part.text.len()]).collect();
    let at = |char: u32| bytes.get(char as usize).copied().unwrap_or(part.text.len());
    let blocks = part.blocks.iter().map(|block| Block {
        kind: block.kind,
        span: Span::new(at(block.start), at(block.end)),
        furniture: block.furniture,
    });
    article.blocks = blocks.collect();
    article
}

/// The words of a question as they may be kept, in every language: each word by itself, what stands inside quotation marks in its
/// order. No sign is an operator.
pub(crate) fn terms(question: &str, packs: &Packs) -> Vec<Term> {
    let mut lemmas: Vec<Lemmas<'_>> = packs.langs().map(|lang| Lemmas::new(packs, lang)).collect();
    pieces(question).into_iter().map(|piece| term(piece, &mut lemmas)).collect()
}

fn term(piece: &str, lemmas: &mut [Lemmas<'_>]) -> Term {
    let mut variants: Vec<Vec<String>> = Vec::new();
    for lemmas in lemmas {
        let mut words = String::new();
        lemmas.push(piece, &mut words);
        let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        if !words.is_empty() && !variants.contains(&words) {
            variants.push(words);
        }
    }
    Term { variants }
}

/// The words and the quoted phrases of a question; a mark without its partner is no mark.
fn pieces(question: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = question;
    while let Some((at, open)) = rest.char_indices().find(|&(_, letter)| is_open(letter)) {
        let after = rest.get(at + open.len_utf8()..).unwrap_or_default();
        let Some((end, close)) = after.char_indices().find(|&(_, letter)| is_close(open, letter)) else { break };
        pieces.extend(rest.get(..at).unwrap_or_default().split_whitespace());
        pieces.extend(after.get(..end).filter(|phrase| !phrase.trim().is_empty()));
        rest = after.get(end + close.len_utf8()..).unwrap_or_default();
    }
    pieces.extend(rest.split_whitespace());
    pieces
}

fn is_open(letter: char) -> bool {
    matches!(letter, '"' | '«' | '“' | '„')
}

fn is_close(open: char, letter: char) -> bool {
    match open {
        '«' => letter == '»',
        '„' => matches!(letter, '“' | '”'),
        '“' => letter == '”',
        _ => letter == open,
    }
}

#[cfg(test)]
mod tests {
    use onrecord::Reader;

    use super::*;

    fn forms(text: &str, lang: &str) -> String {
        let reader = Reader::new();
        let mut words = String::new();
        Lemmas::new(reader.packs(), Lang::new(lang).expect("a code")).push(text, &mut words);
        words
    }

    #[test]
    fn all_forms_of_a_word_are_one() {
        let same: [(&str, &[&str]); 9] = [
            ("ru", &["переговоры", "переговорах", "переговорам", "Переговорами", "ПЕРЕГОВОРОВ"]),
            ("ru", &["заявил", "заявила", "заявит", "заявить"]),
            ("ru", &["министр", "министра", "министром", "министры"]),
            ("ru", &["гибридный", "гибридных", "гибридную"]),
            ("uk", &["переговори", "переговорів", "переговорах", "переговорами"]),
            ("uk", &["міністр", "міністра", "міністром", "міністри"]),
            ("uk", &["сім’я", "сім'ї", "сімʼєю"]),
            ("en", &["talks", "talk"]),
            ("en", &["minister", "ministers", "minister's"]),
        ];
        for (lang, all) in same {
            let first = forms(all[0], lang);
            for form in all {
                assert_eq!(forms(form, lang), first, "{form}");
            }
        }
    }

    #[test]
    fn a_word_with_a_hyphen_is_its_parts() {
        assert_eq!(forms("премьер-министром", "ru"), forms("премьер министр", "ru"));
        assert_eq!(forms("Nord Stream 2", "ru"), "nord stream 2");
    }

    #[test]
    fn quotation_marks_hold_a_phrase_together() {
        assert_eq!(pieces("мост \"прямые переговоры\" май"), ["мост", "прямые переговоры", "май"]);
        assert_eq!(pieces("«через реку» “by May”"), ["через реку", "by May"]);
        assert_eq!(pieces("an \"open end"), ["an", "\"open", "end"]);
        assert_eq!(pieces("\"\" * AND ("), ["*", "AND", "("]);
    }
}
