//! Where sentences end.
//!
//! A quotation inside a sentence belongs to it whole, however many periods it holds, so that what stands around it
//! («"…. …", — сказал он») stays together.

use onrecord_lang::{Features, NO_ENTRY, Pack, Tags};

use crate::text::{Sentence, Text, TokenKind};

/// No sentence is longer than this many tokens: what runs on is cut, so that work inside a sentence stays bounded.
const LONGEST: usize = 1_200;

/// Words that have a capital only where a sentence begins.
const OPENERS: Tags = Tags(Tags::SMALL.0 | Tags::PRON3.0 | Tags::PRON1.0 | Tags::POSS3.0 | Tags::DET.0 | Tags::DEM.0);

/// Fills in the sentences, and each token's sentence.
pub(crate) fn split(text: &mut Text<'_>, pack: &Pack) {
    let mut start = 0;
    for at in 0..text.tokens.len() {
        let last = at + 1 == text.tokens.len() || ends_block(text, at);
        if last
            || at + 1 - start >= LONGEST
            || ends_after(text, at)
            || pack.has_cases() && (lost_its_outlet(text, at) || lost_its_stop(text, start, at))
        {
            push(text, start, at + 1);
            start = at + 1;
        }
    }
}

fn push(text: &mut Text<'_>, start: usize, end: usize) {
    let number = text.sentences.len() as u32;
    let span = text.span(start..end);
    let block = text.tokens[start].block;
    for token in &mut text.tokens[start..end] {
        token.sentence = number;
    }
    text.sentences.push(Sentence { tokens: start..end, span, block });
}

/// Paragraphs end sentences, even inside a quotation that runs over several.
fn ends_block(text: &Text<'_>, at: usize) -> bool {
    text.tokens[at + 1].block != text.tokens[at].block
}

fn ends_after(text: &Text<'_>, at: usize) -> bool {
    let token = &text.tokens[at];
    let next = &text.tokens[at + 1];
    if next.depth > 0 && next.kind != TokenKind::Open || token.depth > 0 {
        return false;
    }
    match token.kind {
        TokenKind::Stop => starts_sentence(text, at + 1) && !is_abbreviation(text, at),
        TokenKind::Close | TokenKind::CloseBracket => {
            let stopped = at > 0 && text.tokens[at - 1].kind == TokenKind::Stop;
            starts_sentence(text, at + 1) && (stopped || next.has(OPENERS) && holds_clause(text, at))
        }
        // "… in the U.S. He left": a small word with a capital begins a sentence, "the U.S. Senate" goes on.
        TokenKind::Word => {
            text.word(at).ends_with('.')
                && !token.has(Tags::BEFORE)
                && next.is_word()
                && next.has(OPENERS)
                && starts_sentence(text, at + 1)
        }
        _ => false,
    }
}

/// Whether a quotation that closes here holds a clause: «… решать в Европе" Ранее …» lost its stop.
fn holds_clause(text: &Text<'_>, close: usize) -> bool {
    let mut quotes = text.quotes.iter().filter(|quote| quote.is_closed && quote.close == close);
    quotes.next().is_some_and(|quote| {
        let inside = &text.tokens[quote.open..close];
        inside.len() > 5 && inside.iter().any(|token| token.is(Features::FINITE) && !token.is_capital)
    })
}

/// «…, передает "Если переговоры …», «…, передає Цим людям …»: where the outlet's name was lost with its link, the
/// reporting verb ends its sentence, stop or no stop.
fn lost_its_outlet(text: &Text<'_>, at: usize) -> bool {
    let verb = &text.tokens[at];
    if verb.depth > 0 {
        return false;
    }
    let reports = verb.has(Tags::CUE_VERB) && verb.is(Features::PRES) && !verb.is_capital;
    let points = at > 0 && text.tokens[at - 1].has(Tags::DEM);
    if !reports || at == 0 || text.tokens[at - 1].kind != TokenKind::Comma && !points {
        return false;
    }
    let next = &text.tokens[at + 1];
    match next.kind {
        TokenKind::Open => {
            let place = text.quotes.partition_point(|quote| quote.open < at + 1);
            let close = text.quotes.get(place).filter(|quote| quote.open == at + 1).map_or(0, |quote| quote.close);
            close > at + LONGEST_NAME && text.tokens[at + 2].is_capital
        }
        TokenKind::Word if !next.is_capital => false,
        TokenKind::Word => next.has(OPENERS) && next.word.name == NO_ENTRY || has_own_verb(text, at + 1),
        _ => false,
    }
}

/// «… цитирует агентство Между тем мэр …»: a small word with a capital after a common word begins a sentence.
fn lost_its_stop(text: &Text<'_>, start: usize, at: usize) -> bool {
    let (token, next) = (&text.tokens[at], &text.tokens[at + 1]);
    let small = !token.is_capital && token.word.tags.0 & Tags::SMALL.0 == 0;
    let common = token.is_word() && token.depth == 0 && (small || token.has(Tags::OUTLET_NAME));
    let own = Tags(Tags::PRON1.0 | Tags::POSS3.0 | Tags::NOBILIARY.0 | Tags::GIVEN.0);
    let opener = next.is_word() && next.is_capital && !next.is_acronym && next.has(OPENERS) && !next.has(own);
    common && opener && next.word.name == NO_ENTRY && next.depth == 0 && at > start + 1 && goes_on_small(text, at + 2)
}

/// Whether a word in small letters follows, so that no title is cut.
fn goes_on_small(text: &Text<'_>, at: usize) -> bool {
    text.tokens.get(at..at + 3).is_some_and(|next| next.iter().any(|token| token.is_word() && !token.is_capital))
}

/// «…, передает Посол заявил …»: a capitalised word that a finite verb follows before any mark begins a sentence.
fn has_own_verb(text: &Text<'_>, from: usize) -> bool {
    let near = from + 1..text.tokens.len().min(from + 14);
    let mut words = near.map(|at| &text.tokens[at]).take_while(|token| {
        matches!(token.kind, TokenKind::Word | TokenKind::Number) && token.block == text.tokens[from].block
    });
    words.any(|token| {
        let sure = token.is(Features::FINITE) && !token.is(Features::NOUN);
        let likely = token.is(Features::PAST) && token.is(Features::GUESSED) && token.word.tags.0 == 0;
        (sure || likely) && !token.is_capital
    })
}

/// A quotation of more tokens than this is no outlet's name.
const LONGEST_NAME: usize = 8;

/// Whether a sentence can begin with this token.
fn starts_sentence(text: &Text<'_>, at: usize) -> bool {
    let token = &text.tokens[at];
    match token.kind {
        TokenKind::Word => token.is_capital && (token.after_space || !token.word.tags.has(Tags::ABBREVIATION)),
        TokenKind::Number => token.after_space,
        TokenKind::Open | TokenKind::StrayQuote | TokenKind::OpenBracket => {
            let first = text.tokens.get(at + 1);
            token.after_space && first.is_some_and(|first| first.is_capital || first.kind != TokenKind::Word)
        }
        TokenKind::Dash => token.after_space && text.tokens.get(at + 1).is_some_and(|next| next.is_capital),
        _ => false,
    }
}

/// Whether the period at `at` belongs to an abbreviation or an initial.
fn is_abbreviation(text: &Text<'_>, at: usize) -> bool {
    if text.word(at) != "." || at == 0 {
        return false;
    }
    let before = &text.tokens[at - 1];
    if before.span.end != text.tokens[at].span.start || before.kind != TokenKind::Word {
        return false;
    }
    let letters = text.word(at - 1).chars().count();
    // «До 2019 г. Об этом»: after a number the year, the million or the metre has been named, and the period is a stop.
    if at > 1 && text.tokens[at - 2].kind == TokenKind::Number {
        return false;
    }
    let initial = letters == 1 && before.is_capital && text.tokens[at + 1].kind == TokenKind::Word;
    initial || before.has(Tags::BEFORE)
}

#[cfg(test)]
mod tests {
    use crate::tests::analysed;

    /// The sentences of a text end where `marked` has a bar.
    fn check(code: &str, marked: &str) {
        let shown = analysed(code, &marked.replace('|', " "), |text| {
            let sentences = text.sentences.iter().map(|sentence| sentence.span.of(&text.article.text));
            sentences.collect::<Vec<_>>().join("|")
        });
        assert_eq!(shown, marked);
    }

    #[test]
    fn a_stop_before_a_capital_ends_a_sentence() {
        check("ru", "Снег сошёл.|Дождь пошёл!|Зачем?|Никто не знает…|Все молчат.");
        check("uk", "Сніг зійшов.|Дощ пішов!|Навіщо?|Ніхто не знає…|Усі мовчать.");
        check("en", "It snowed.|It rained!|Why?|Nobody knows ...|All are silent.");
    }

    #[test]
    fn a_stop_before_a_small_letter_ends_nothing() {
        check("ru", "Он подумал… и ушёл.");
        check("uk", "Він подумав… і пішов.");
        check("en", "He thought ... and left.");
    }

    #[test]
    fn an_abbreviation_ends_no_sentence() {
        check("ru", "Он жил в г. Киеве на ул. Садовой.|Потом уехал.");
        check("uk", "Він жив у м. Києві на вул. Садовій.|Потім поїхав.");
        check("en", "Dr. Smith met Mr. Brown and Gen. Lee.|They left.");
        check("en", "The U.S. Senate met.|It rained.");
        check("ru", "Цена 5 млн. рублей.|Это много.");
        check("ru", "Мост откроют в 2019 г.|Об этом сообщил мэр.");
    }

    #[test]
    fn initials_end_no_sentence() {
        check("ru", "Стихи А. С. Пушкина знают все.|Их учат.");
        check("ru", "Стихи А.С. Пушкина знают все.|Их учат.");
        check("uk", "Вірші Т. Г. Шевченка знають усі.|Їх учать.");
        check("en", "The books of J. Smith sell.|People read them.");
    }

    #[test]
    fn an_abbreviation_at_the_end_ends_its_sentence() {
        check("en", "He lives in the U.S.|He is happy.");
        check("en", "It opens at 5 p.m.|The band plays.");
        check("ru", "Там столы, стулья и т.д.|Он всё видел.");
        check("uk", "Там столи, стільці тощо.|Він усе бачив.");
    }

    #[test]
    fn a_quotation_belongs_to_its_sentence_whole() {
        check("ru", "«Снег сошёл. Дождь пошёл», — сказал он.|Все молчат.");
        check("uk", "«Сніг зійшов. Дощ пішов», – сказав він.|Усі мовчать.");
        check("en", "“It snowed. It rained,” he said.|All are silent.");
        check("ru", "«Снег сошёл. Дождь пошёл!» — сказал он.|Все молчат.");
        check("uk", "«Сніг зійшов?» – спитав він.|Усі мовчать.");
        check("en", "“Did it snow?” he asked.|All are silent.");
    }

    #[test]
    fn a_quotation_with_a_stop_inside_ends_its_sentence() {
        check("ru", "Он сказал: «Снег сошёл.»|Все молчат.");
        check("uk", "Він сказав: «Сніг зійшов!»|Усі мовчать.");
        check("en", "He said, “It snowed.”|All are silent.");
        check("en", "“It snowed.”|“It rained.”");
    }

    #[test]
    fn a_quotation_in_two_parts_is_one_sentence() {
        check("ru", "«Снег сошёл, — сказал он. — Дождь пошёл».|Все молчат.");
        check("uk", "«Сніг зійшов, – сказав він. – Дощ пішов».|Усі мовчать.");
        check("en", "“It snowed,” he said.|“It rained.”|All are silent.");
    }

    #[test]
    fn brackets_go_with_what_they_close() {
        check("ru", "Он ушёл (так сказали).|Все молчат.");
        check("uk", "Він пішов.|(Так сказали.)|Усі мовчать.");
        check("en", "He left.|(So they say.)|All are silent.");
    }

    #[test]
    fn a_sentence_may_begin_with_a_number() {
        check("ru", "Он ушёл.|15 человек остались.");
        check("uk", "Він пішов.|15 людей лишилися.");
        check("en", "He left.|15 people stayed.");
    }

    #[test]
    fn a_clause_in_quotation_marks_may_have_lost_its_stop() {
        check("ru", "Он сказал, что \"снег сойдёт и дождь пойдёт завтра\"|Ранее все молчали.");
    }

    #[test]
    fn a_reporting_verb_without_its_outlet_ends_a_sentence() {
        check("ru", "Снег сошёл, передает|\"Дождь пошёл ночью, и все реки вышли из берегов\", — сказал он.");
        check("uk", "Сніг зійшов, передає|Цим людям допоможуть.");
        check("uk", "Сніг зійшов, передає|Міністр пояснив причину.");
        check("ru", "Об этом сообщает|Мост открыли утром.");
        check("uk", "Сніг зійшов, цитує агенція|Водночас мер пояснив причину.");
        check("ru", "Об этом сообщает Укринформ со ссылкой на мэра.|Мост открыли.");
        check("ru", "Снег сошёл, передает \"Голос реки\".|Дождь пошёл.");
        check("uk", "Сніг зійшов, передає Укрінформ.|Дощ пішов.");
    }

    #[test]
    fn a_line_of_dialogue_is_a_sentence() {
        check("ru", "Он ушёл.|— Кто ушёл?|— Никто.");
        check("uk", "Він пішов.|— Хто пішов?|— Ніхто.");
    }

    #[test]
    fn a_paragraph_ends_a_sentence_even_inside_a_quotation() {
        let count = |code: &str, text: &str| analysed(code, text, |text| text.sentences.len());
        assert_eq!(count("ru", "«Снег сошёл.\nДождь пошёл», — сказал он."), 2);
        assert_eq!(count("uk", "Сніг\nДощ"), 2);
        assert_eq!(count("en", "Snow\n\nRain"), 2);
    }

    #[test]
    fn what_runs_on_is_cut() {
        let longest = |code: &str, text: &str| {
            analysed(code, text, |text| text.sentences.iter().map(|sentence| sentence.tokens.len()).max())
        };
        assert_eq!(longest("en", &"word ".repeat(5_000)), Some(super::LONGEST));
        assert_eq!(longest("ru", &"слово, ".repeat(5_000)), Some(super::LONGEST));
        assert_eq!(longest("uk", &format!("«{}»", "Слово. ".repeat(5_000))), Some(super::LONGEST));
    }
}
