//! The words articles are found by, and those of questions.
//!
//! Kept is the Snowball stem of each word, which no list can change: what was added years ago is found as what was added today. A
//! question is widened instead: to the stems of all forms that the lists know of its words, so that «переговоры» finds
//! «переговорах» and "said" finds "says", and to what stems of unlisted words are mistaken for.

use std::ops::Range;

use frostem::Stemmer;
use onrecord_lang::{Pack, Packs, normal, normal_into};
use onrecord_model::{Article, ArticlePart, ArticleRecord, Block, CharIndex, CharSpan, Event, Lang, Span, Statement};
use onrecord_store::{EventWords, SearchWords, StatementWords, Term, name_words};
use onrecord_text::{Text, TokenKind};

/// Words to the stems they are kept by, in one language.
pub struct Stems {
    lang: Lang,
    stemmer: Option<Stemmer>,
    /// Words in Latin letters are names and English everywhere.
    latin: Option<Stemmer>,
    normal: String,
}

const LATIN: &str = "en";

impl Stems {
    /// Those of a language; one without a stemmer keeps its words as they are.
    pub fn new(lang: Lang) -> Self {
        let stemmer = |code: &str| Stemmer::try_from_name(code).ok();
        Self { lang, stemmer: stemmer(lang.as_str()), latin: stemmer(LATIN), normal: String::new() }
    }

    /// Appends the stems of a word, apart by spaces: of one with hyphens, each part.
    fn push(&mut self, word: &str, words: &mut String) {
        for part in parts(word) {
            if !words.is_empty() {
                words.push(' ');
            }
            let mut normal = std::mem::take(&mut self.normal);
            normal_into(part, &mut normal);
            self.push_stem(&normal, words);
            self.normal = normal;
        }
    }

    /// Appends the stem of a form that is normal.
    fn push_stem(&self, form: &str, words: &mut String) {
        let stemmer = if form.is_ascii() { &self.latin } else { &self.stemmer };
        let stem = stemmer.as_ref().map(|stemmer| stemmer.stem(form));
        let stem = stem.as_deref().unwrap_or(form);
        words.extend(stem.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase));
    }

    fn stem(&self, form: &str) -> String {
        let mut stem = String::new();
        self.push_stem(form, &mut stem);
        stem
    }
}

/// The parts of a word that stand apart: those between hyphens and other signs.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let parts = word.split(|letter: char| !letter.is_alphanumeric() && !is_inside(letter));
    parts.filter(|part| part.chars().any(char::is_alphanumeric))
}

/// Apostrophes and stress marks stand inside words.
fn is_inside(letter: char) -> bool {
    matches!(letter, '\'' | '\u{2019}' | '\u{2bc}' | '\u{2018}' | '`' | '\u{301}' | '\u{ad}')
}

/// The words that a record's article, statements and events are found by.
pub fn search_words(record: &ArticleRecord, packs: &Packs) -> SearchWords {
    let mut stems = Stems::new(record.article.lang);
    let article = article(&record.article);
    let Some(pack) = packs.get(record.article.lang) else { return of_unknown_language(record, &mut stems) };
    let text = onrecord_text::analyse(&article, pack);
    let sheet = Sheet::new(&text, &mut stems);
    let statements = record.statements.iter().map(|statement| sheet.statement(statement, &mut stems)).collect();
    let events = record.events.iter().map(|event| sheet.event(event, &mut stems)).collect();
    SearchWords { statements, events, article: sheet.words }
}

/// An article that no pack reads has no statements; its words are those between its marks.
fn of_unknown_language(record: &ArticleRecord, stems: &mut Stems) -> SearchWords {
    let mut words = SearchWords::default();
    stems.push(&record.article.text, &mut words.article);
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
    fn new(text: &Text<'_>, stems: &mut Stems) -> Self {
        let whole = &text.article.text;
        let index = CharIndex::new(whole);
        let mut words = String::with_capacity(whole.len());
        let mut places = Vec::with_capacity(text.tokens.len());
        for token in text.tokens.iter().filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number)) {
            let start = words.len();
            stems.push(token.span.of(whole), &mut words);
            places.push((index.span(whole, token.span), start..words.len()));
        }
        let sentences = text.sentences.iter().map(|sentence| index.span(whole, sentence.span)).collect();
        Self { words, places, sentences }
    }

    fn statement(&self, statement: &Statement, stems: &mut Stems) -> StatementWords {
        let mut found = StatementWords::default();
        statement.content.iter().for_each(|&span| self.collect(span, &mut found.content));
        statement.source.iter().for_each(|&span| self.collect(span, &mut found.source));
        if let Some(name) = &statement.speaker.name {
            stems.push(name, &mut found.source);
            found.speaker = name_words(name);
        }
        let spans = statement.content.iter().chain(&statement.source).chain(&statement.cue);
        found.sentence = self.sentences_around(spans.copied());
        found
    }

    fn event(&self, event: &Event, stems: &mut Stems) -> EventWords {
        let mut found = EventWords { sentence: self.sentences_around([event.trigger]), ..EventWords::default() };
        self.collect(found.sentence, &mut found.words);
        event.parties.iter().for_each(|party| stems.push(&party.name, &mut found.words));
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
    let pieces = pieces(question);
    if pieces.is_empty() {
        return Vec::new();
    }
    let langs: Vec<(Stems, Option<&Pack>)> = packs.langs().map(|lang| (Stems::new(lang), packs.get(lang))).collect();
    pieces.into_iter().map(|piece| term(piece, &langs)).collect()
}

/// A phrase has at most so many variants in a language.
const MOST_VARIANTS: usize = 64;

fn term(piece: &str, langs: &[(Stems, Option<&Pack>)]) -> Term {
    let mut variants: Vec<Vec<String>> = Vec::new();
    for (stems, pack) in langs {
        let words: Vec<Vec<String>> = parts(piece).map(|part| alternatives(&normal(part), stems, *pack)).collect();
        let new = combinations(&words).into_iter().filter(|words| !words.is_empty());
        for words in new {
            if !variants.contains(&words) {
                variants.push(words);
            }
        }
    }
    Term { variants }
}

/// What a word may be kept as: the stems of all its listed forms; of an unlisted word its stem, itself, and the stem of its stem,
/// since «пором» is cut to «пор», and «поромом» to «пором».
fn alternatives(form: &str, stems: &Stems, pack: Option<&Pack>) -> Vec<String> {
    const LONG: usize = 5;
    let mut found = vec![stems.stem(form)];
    // Latin letters are English wherever they stand.
    let pack = pack.filter(|_| form.is_ascii() == (stems.lang.as_str() == LATIN));
    let lemma =
        pack.and_then(|pack| Some((pack, pack.word(form)?.lemma))).filter(|(pack, lemma)| pack.lemma(*lemma).is_some());
    match lemma {
        Some((pack, lemma)) => found.extend(pack.forms(lemma).chain(pack.lemma(lemma)).map(|form| stems.stem(form))),
        None if form.is_ascii() => {}
        None => {
            found.push(form.chars().filter(|letter| letter.is_alphanumeric()).collect());
            let again = found.first().filter(|stem| stem.chars().count() >= LONG).map(|stem| stems.stem(stem));
            found.extend(again);
        }
    }
    found.sort();
    found.dedup();
    found
}

/// All ways to take one of the alternatives of each word, up to a bound.
fn combinations(words: &[Vec<String>]) -> Vec<Vec<String>> {
    let mut all = vec![Vec::new()];
    for alternatives in words {
        let longer = |done: &Vec<String>| -> Vec<Vec<String>> {
            alternatives.iter().map(|next| done.iter().chain([next]).cloned().collect()).collect()
        };
        all = all.iter().flat_map(longer).take(MOST_VARIANTS).collect();
    }
    all
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

    /// Whether a question of one word finds a text of another.
    fn finds(question: &str, word: &str, lang: &str) -> bool {
        let mut kept = String::new();
        Stems::new(Lang::new(lang).expect("a code")).push(word, &mut kept);
        let terms = terms(question, READER.packs());
        terms.iter().all(|term| term.variants.iter().any(|words| words.join(" ") == kept))
    }

    static READER: std::sync::LazyLock<Reader> = std::sync::LazyLock::new(Reader::new);

    #[test]
    fn every_form_of_a_word_finds_every_other() {
        let same: [(&str, &[&str]); 12] = [
            ("ru", &["переговоры", "переговорах", "переговорам", "Переговорами", "ПЕРЕГОВОРОВ"]),
            ("ru", &["заявил", "заявила", "заявит", "заявить"]),
            ("ru", &["министр", "министра", "министром", "министры"]),
            ("ru", &["гибридный", "гибридных", "гибридную"]),
            ("uk", &["переговори", "переговорів", "переговорах", "переговорами"]),
            ("uk", &["міністр", "міністра", "міністром", "міністри"]),
            ("uk", &["пором", "поромом", "пороми", "поромами"]),
            ("uk", &["сім’я", "сім'ї", "сімʼєю"]),
            ("uk", &["Київ", "Києва", "Києві"]),
            ("en", &["talks", "talk"]),
            ("en", &["minister", "ministers", "minister's"]),
            ("en", &["said", "says", "say"]),
        ];
        let mut missed = Vec::new();
        for (lang, all) in same {
            for (question, word) in all.iter().flat_map(|question| all.iter().map(move |word| (question, word))) {
                if !finds(question, word, lang) {
                    missed.push(format!("{question} does not find {word}"));
                }
            }
        }
        assert_eq!(missed, Vec::<String>::new());
    }

    #[test]
    fn other_words_are_not_found() {
        for (question, word, lang) in
            [("переговоры", "перегонка", "ru"), ("голова", "голосування", "uk"), ("vote", "voter", "en")]
        {
            assert!(!finds(question, word, lang), "{question} {word}");
        }
    }

    #[test]
    fn a_word_with_a_hyphen_is_its_parts() {
        assert!(finds("премьер-министром", "премьер-министр", "ru"));
        assert!(finds("Nord Stream", "nord", "ru") || finds("\"Nord Stream\"", "Nord-Stream", "ru"));
    }

    #[test]
    fn quotation_marks_hold_a_phrase_together() {
        assert_eq!(pieces("мост \"прямые переговоры\" май"), ["мост", "прямые переговоры", "май"]);
        assert_eq!(pieces("«через реку» “by May”"), ["через реку", "by May"]);
        assert_eq!(pieces("an \"open end"), ["an", "\"open", "end"]);
        assert_eq!(pieces("\"\" * AND ("), ["*", "AND", "("]);
    }
}
