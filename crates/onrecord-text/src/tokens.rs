//! Words, numbers and marks of a block.
//!
//! Word bounds are those of Unicode Standard Annex 29 (`unicode-segmentation`), with three habits of newspapers on
//! top: compounds with hyphens are one word, a period between two sentences without a space ends a word, and a
//! possessive clitic is a token of its own.

use onrecord_lang::{Pack, Tags, Word, normal_into};
use onrecord_model::Span;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::{Text, Token, TokenKind};

/// Adds the tokens of a block.
pub(crate) fn read_block(text: &mut Text<'_>, pack: &Pack, block: usize) {
    let span = text.article.blocks[block].span;
    let words = span.of(&text.article.text);
    let mut reader = Reader { text, pack, block: block as u32, after_space: true, form: String::new() };
    let mut pending: Option<Span> = None;
    for (at, piece) in words.split_word_bound_indices() {
        let start = span.start as usize + at;
        let here = Span::new(start, start + piece.len());
        pending = match pending {
            Some(word) if word.end == here.start && joins(reader.text, word, here) => Some(word.join(here)),
            Some(word) => {
                reader.push_word(trimmed(reader.text, word));
                reader.push_tail(word);
                reader.start(here)
            }
            None => reader.start(here),
        };
    }
    if let Some(word) = pending {
        reader.push_word(trimmed(reader.text, word));
        reader.push_tail(word);
    }
}

/// Whether `next` goes on with the word: a hyphen inside a compound, or what follows such a hyphen.
fn joins(text: &Text<'_>, word: Span, next: Span) -> bool {
    let whole = &text.article.text;
    let (head, piece) = (word.of(whole), next.of(whole));
    let after_hyphen = head.ends_with(HYPHENS);
    if piece.chars().all(|c| HYPHENS.contains(&c)) && piece.chars().count() == 1 {
        let follows = whole[next.end as usize..].chars().next();
        return !after_hyphen && follows.is_some_and(char::is_alphanumeric);
    }
    // "U.S.-backed" is one word.
    if piece == "." && is_initials(head) {
        let mut rest = whole[next.end as usize..].chars();
        return rest.next().is_some_and(|c| HYPHENS.contains(&c)) && rest.next().is_some_and(char::is_alphanumeric);
    }
    after_hyphen && piece.chars().next().is_some_and(char::is_alphanumeric)
}

/// Hyphen-minus, hyphen, non-breaking hyphen.
const HYPHENS: &[char] = &['-', '\u{2010}', '\u{2011}'];

const NARROW_SPACE: char = '\u{202f}';

fn trimmed(text: &Text<'_>, word: Span) -> Span {
    let kept = word.of(&text.article.text).trim_end_matches(HYPHENS).len();
    Span::new(word.start as usize, word.start as usize + kept)
}

/// "U.S", "p.m": single letters with periods between them.
fn is_initials(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.chars().count() == 1)
}

struct Reader<'r, 'a> {
    text: &'r mut Text<'a>,
    pack: &'r Pack,
    block: u32,
    after_space: bool,
    form: String,
}

impl Reader<'_, '_> {
    /// Begins with a new piece: a word stays pending, everything else is pushed.
    fn start(&mut self, here: Span) -> Option<Span> {
        let piece = here.of(&self.text.article.text);
        let first = piece.chars().next()?;
        if first.is_whitespace() || first == '\u{200b}' || first == '\u{feff}' {
            self.after_space = true;
            return None;
        }
        if first.is_alphanumeric() || piece.chars().any(char::is_alphanumeric) {
            return Some(here);
        }
        self.push_mark(here, first);
        None
    }

    fn push_mark(&mut self, here: Span, first: char) {
        let kind = match first {
            ',' | ';' => TokenKind::Comma,
            ':' => TokenKind::Colon,
            '.' | '!' | '?' | '…' => TokenKind::Stop,
            '—' | '–' | '−' | '―' | '‒' => TokenKind::Dash,
            '-' | '\u{2010}' | '\u{2011}' => TokenKind::Dash,
            '(' | '[' | '{' => TokenKind::OpenBracket,
            ')' | ']' | '}' => TokenKind::CloseBracket,
            '"' | '«' | '»' | '„' | '“' | '”' | '‟' | '‘' | '’' | '\'' | '‚' | '‹' | '›' => {
                TokenKind::StrayQuote
            }
            _ => TokenKind::Mark,
        };
        if first == '.' && !self.after_space && self.ends_initials(here) {
            return;
        }
        // "17:46" is no sentence with a colon.
        let kind = if kind == TokenKind::Colon && !self.after_space && self.beside_digits(here) {
            TokenKind::Mark
        } else {
            kind
        };
        // "..." and "?!" are one mark.
        if kind == TokenKind::Stop
            && !self.after_space
            && let Some(last) = self.text.tokens.last_mut().filter(|last| last.kind == TokenKind::Stop)
        {
            last.span = last.span.join(here);
            return;
        }
        self.push(here, kind, Word::default());
    }

    /// "U.S." and "U.N." keep their last period.
    fn ends_initials(&mut self, here: Span) -> bool {
        let whole = &self.text.article.text;
        let Some(last) =
            self.text.tokens.last_mut().filter(|last| last.kind == TokenKind::Word && last.span.end == here.start)
        else {
            return false;
        };
        let initials = is_initials(last.span.of(whole));
        if initials {
            last.span = last.span.join(here);
        }
        initials
    }

    fn beside_digits(&self, here: Span) -> bool {
        let whole = &self.text.article.text;
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        digit(whole[..here.start as usize].chars().next_back()) && digit(whole[here.end as usize..].chars().next())
    }

    /// What a trimmed hyphen left behind.
    fn push_tail(&mut self, word: Span) {
        let kept = trimmed(self.text, word);
        if kept.end < word.end {
            self.push(Span { start: kept.end, end: word.end }, TokenKind::Dash, Word::default());
        }
    }

    fn push_word(&mut self, here: Span) {
        let word = here.of(&self.text.article.text);
        // A narrow no-break space binds words together for Annex 29; for a reader it parts them.
        if let Some((left, right)) = word.split_once(NARROW_SPACE) {
            let (start, end) = (here.start as usize, here.end as usize);
            self.push_word(Span::new(start, start + left.len()));
            self.after_space = true;
            return self.push_word(Span::new(end - right.len(), end));
        }
        if let Some(at) = glued(word) {
            let stop = here.start as usize + at;
            self.push_word(Span::new(here.start as usize, stop));
            self.push_mark(Span::new(stop, stop + 1), '.');
            self.push_word(Span::new(stop + 1, here.end as usize));
            return;
        }
        normal_into(word, &mut self.form);
        if let Some(at) = self.clitic(word) {
            let cut = here.start as usize + at;
            self.push_word(Span::new(here.start as usize, cut));
            self.push_word(Span::new(cut, here.end as usize));
            return;
        }
        let is_number = word.chars().all(|c| c.is_numeric() || matches!(c, '.' | ',' | '\''));
        let kind = if is_number { TokenKind::Number } else { TokenKind::Word };
        let info = if is_number { Word::default() } else { self.look_up() };
        self.push(here, kind, info);
    }

    /// What the pack says of the form; a compound is what its last part is.
    fn look_up(&self) -> Word {
        if let Some(word) = self.pack.word(&self.form) {
            let mut word = *word;
            if word.features.is_empty() && !word.tags.has(Tags::SMALL) {
                word.features = self.pack.guess(&self.form);
            }
            return word;
        }
        if let Some((_, last)) = self.form.rsplit_once('-')
            && let Some(word) =
                self.pack.word(last).filter(|word| word.tags.has(Tags(Tags::ROLE.0 | Tags::BODY.0 | Tags::GIVEN.0)))
        {
            return Word { features: word.features, tags: word.tags, ..Word::default() };
        }
        Word { features: self.pack.guess(&self.form), ..Word::default() }
    }

    /// Where a possessive clitic begins.
    fn clitic(&self, word: &str) -> Option<usize> {
        let at = self.form.rfind('\'').filter(|&at| at > 0)?;
        let is_clitic = self.pack.word(&self.form[at..]).is_some_and(|word| word.tags.has(Tags::CLITIC));
        is_clitic.then(|| word.rfind(['\'', '’', 'ʼ', '‘', '`'])).flatten()
    }

    fn push(&mut self, span: Span, kind: TokenKind, word: Word) {
        let written = span.of(&self.text.article.text);
        let letters = &mut self.text.letters;
        let start = letters.len();
        let (mut is_capital, mut is_acronym) = (false, false);
        if matches!(kind, TokenKind::Word | TokenKind::Number) {
            normal_into(written, &mut self.form);
            letters.push_str(&self.form);
            is_capital = written.chars().next().is_some_and(char::is_uppercase);
            let capitals = written.chars().filter(|c| c.is_uppercase()).count();
            let small = written.chars().filter(|c| c.is_lowercase()).count();
            is_acronym = capitals >= 2 && small == 0;
        }
        let normal = Span::new(start, letters.len());
        let after_space = std::mem::replace(&mut self.after_space, false);
        let (block, sentence, depth) = (self.block, 0, 0);
        let token = Token { span, kind, word, is_capital, is_acronym, after_space, block, sentence, depth, normal };
        self.text.tokens.push(token);
    }
}

/// Where a period glues two sentences or an abbreviation and a word: «слово.Слово», «г.Киев»; not in `Depo.ua`, `U.S.`.
fn glued(word: &str) -> Option<usize> {
    let at = word.find('.')?;
    let before = word[..at].chars().next_back()?;
    let after = word[at + 1..].chars().next()?;
    let is_latin = |c: char| c.is_ascii_alphabetic();
    let splits = after.is_uppercase() && (before.is_lowercase() || !is_latin(before)) && !before.is_numeric();
    (splits && before.is_alphabetic()).then_some(at)
}

#[cfg(test)]
mod tests {
    use crate::TokenKind::{self, *};
    use crate::tests::analysed;

    /// The tokens of a text are the words of `wanted`.
    fn check(code: &str, text: &str, wanted: &str) {
        let words =
            analysed(code, text, |text| (0..text.tokens.len()).map(|at| text.word(at)).collect::<Vec<_>>().join(" "));
        assert_eq!(words, wanted, "{text}");
    }

    fn check_kinds(code: &str, text: &str, wanted: &[TokenKind]) {
        let kinds = analysed(code, text, |text| text.tokens.iter().map(|token| token.kind).collect::<Vec<_>>());
        assert_eq!(kinds, wanted, "{text}");
    }

    #[test]
    fn a_compound_is_one_word() {
        check("ru", "Пресс-секретарь 24-летнего вице-мэра", "Пресс-секретарь 24-летнего вице-мэра");
        check("uk", "Прес-секретарка екс-мера, 5-го разу", "Прес-секретарка екс-мера , 5-го разу");
        check("en", "A Kyiv-based ex-mayor of Covid-19", "A Kyiv-based ex-mayor of Covid-19");
        check("en", "non\u{2011}breaking state\u{2010}run", "non\u{2011}breaking state\u{2010}run");
    }

    #[test]
    fn a_loose_hyphen_is_a_dash() {
        check("ru", "Орёл - птица", "Орёл - птица");
        check_kinds("ru", "Орёл - птица", &[Word, Dash, Word]);
        check("uk", "теле- і радіо", "теле - і радіо");
        check("en", "pre- and post-war", "pre - and post-war");
        check_kinds("en", "pre- and", &[Word, Dash, Word]);
        check("ru", "когда-либо --- никогда", "когда-либо - - - никогда");
    }

    #[test]
    fn every_long_dash_is_a_dash() {
        for dash in ["—", "–", "―", "−", "‒"] {
            check_kinds("ru", &format!("Да {dash} нет"), &[Word, Dash, Word]);
            check_kinds("uk", &format!("Так{dash}ні"), &[Word, Dash, Word]);
        }
    }

    #[test]
    fn initials_of_a_country_keep_their_periods() {
        check("en", "The U.S. and the U.N. agree", "The U.S. and the U.N. agree");
        check("en", "He came at 5 p.m. today", "He came at 5 p.m. today");
        check("en", "The U.S.-backed plan", "The U.S.-backed plan");
        check("ru", "Это т.е. то", "Это т.е. то");
        check("uk", "Це т.зв. план", "Це т.зв . план");
    }

    #[test]
    fn initials_of_a_person_stand_apart() {
        check("ru", "«А. С. Пушкин»", "« А . С . Пушкин »");
        check("ru", "А.С.Пушкин", "А . С . Пушкин");
        check("uk", "Т. Г. Шевченко", "Т . Г . Шевченко");
        check("en", "J. Smith", "J . Smith");
        check("en", "J.K. Rowling", "J.K. Rowling");
    }

    #[test]
    fn a_possessive_clitic_is_a_token() {
        check("en", "The bank's boss", "The bank 's boss");
        check("en", "The bank’s boss", "The bank ’s boss");
        check("en", "The O'Brien family", "The O'Brien family");
    }

    #[test]
    fn an_apostrophe_inside_a_word_is_a_letter() {
        check("uk", "П'ять об’єктів, комп\u{2bc}ютер", "П'ять об’єктів , комп\u{2bc}ютер");
        check("ru", "Д'Артаньян из Кот-д'Ивуара", "Д'Артаньян из Кот-д'Ивуара");
        check("en", "It didn't rain", "It didn't rain");
    }

    #[test]
    fn a_glued_period_ends_a_word() {
        check("ru", "Снег сошёл.Дождь пошёл", "Снег сошёл . Дождь пошёл");
        check("ru", "г.Киев", "г . Киев");
        check("uk", "Сніг зійшов.Дощ пішов", "Сніг зійшов . Дощ пішов");
        check("en", "It rained.Then it stopped.", "It rained . Then it stopped .");
    }

    #[test]
    fn a_domain_is_one_word() {
        check("ru", "Это пишет Depo.ua сегодня", "Это пишет Depo.ua сегодня");
        check("uk", "Сайт Novyny.ua не працює", "Сайт Novyny.ua не працює");
        check("en", "Visit example.com now", "Visit example.com now");
    }

    #[test]
    fn a_number_with_its_fraction_is_one_token() {
        check_kinds("ru", "Рост 3,5 процента", &[Word, Number, Word]);
        check_kinds("uk", "1.5 млн", &[Number, Word]);
        check_kinds("en", "It lost 10,000 dollars.", &[Word, Word, Number, Word, Stop]);
        check("en", "Up 5% to $20", "Up 5 % to $ 20");
        check("ru", "Дом №5", "Дом № 5");
    }

    #[test]
    fn a_time_of_day_has_no_colon() {
        check_kinds("ru", "В 17:46 мск", &[Word, Number, Mark, Number, Word]);
        check_kinds("uk", "О 17:46", &[Word, Number, Mark, Number]);
        check_kinds("en", "At 9:30 a.m.", &[Word, Number, Mark, Number, Word]);
        check_kinds("ru", "Счёт: 5", &[Word, Colon, Number]);
    }

    #[test]
    fn several_stops_are_one() {
        check("ru", "Как?! Так... Да…", "Как ?! Так ... Да …");
        check("uk", "Що?.. Так!", "Що ?.. Так !");
        check("en", "What ...? Yes!!!", "What ...? Yes !!!");
        check("en", "Yes. . .", "Yes . . .");
    }

    #[test]
    fn a_soft_hyphen_stays_in_its_word() {
        check("ru", "пере\u{ad}говоры", "пере\u{ad}говоры");
        analysed("ru", "пере\u{ad}говоры", |text| assert_eq!(text.normal(0), "переговоры"));
        analysed("uk", "ЗАЯ\u{ad}ВА", |text| assert_eq!(text.normal(0), "заява"));
    }

    #[test]
    fn blanks_of_every_kind_are_space() {
        for blank in ['\u{a0}', '\u{202f}', '\u{200b}', '\t'] {
            check("en", &format!("one{blank}two"), "one two");
            analysed("uk", &format!("раз{blank}два"), |text| assert!(text.tokens[1].after_space));
        }
    }

    #[test]
    fn capitals_make_an_acronym() {
        let acronym = |code: &str, text: &str| analysed(code, text, |text| text.tokens[0].is_acronym);
        assert!(acronym("ru", "МИД") && acronym("uk", "ЗСУ") && acronym("en", "U.S.") && !acronym("en", "a.m."));
        assert!(!acronym("ru", "Мид") && !acronym("uk", "Я") && !acronym("en", "A"));
    }

    #[test]
    fn odd_text_has_tokens_too() {
        check("en", "", "");
        check("en", "- -", "- -");
        check("ru", "😀 да", "😀 да");
        check("uk", "e\u{301}х", "e\u{301}х");
        analysed("en", &"a-".repeat(10_000), |text| assert_eq!(text.tokens.len(), 2));
        analysed("ru", &"а.А".repeat(3_000), |text| assert!(text.tokens.len() > 3_000));
    }
}
