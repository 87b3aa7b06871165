//! Quotation marks find their partners.
//!
//! The same glyph opens in one tradition and closes in another («“» closes „ in German and Ukrainian and opens in
//! English), so a mark is judged by the marks that stand open and by the characters beside it.

use onrecord_model::Span;

use crate::text::{Quote, Text, TokenKind};

/// Deeper quotations than this are not told apart; nobody writes them, and it bounds the work.
const DEEPEST: usize = 8;
/// How many paragraphs a quotation may run on before it closes.
const LONGEST: usize = 12;

struct OpenMark {
    token: usize,
    glyph: char,
}

/// What a mark may do where it stands.
#[derive(Clone, Copy)]
struct Side {
    may_open: bool,
    may_close: bool,
}

/// Pairs all marks, sets each token's depth, and lists the quotations.
pub(crate) fn pair(text: &mut Text<'_>) {
    let mut stack: Vec<OpenMark> = Vec::new();
    let mut pairs: Vec<(usize, usize, bool)> = Vec::new();
    let n = text.tokens.len();
    for at in 0..n {
        if text.tokens[at].kind == TokenKind::StrayQuote {
            judge(text, at, &mut stack, &mut pairs);
        }
        let last_of_block = at + 1 == n || text.tokens[at + 1].block != text.tokens[at].block;
        if last_of_block && !stack.is_empty() {
            end_of_block(text, at, &mut stack, &mut pairs);
        }
    }
    write_down(text, pairs);
}

fn judge(text: &Text<'_>, at: usize, stack: &mut Vec<OpenMark>, pairs: &mut Vec<(usize, usize, bool)>) {
    let glyph = glyph(text, at);
    let side = side(text, at);
    let partner = stack.iter().rposition(|open| closes(open.glyph, glyph));
    let top_fits = partner.is_some_and(|place| place + 1 == stack.len());
    let opens = match glyph {
        '«' | '„' | '‚' | '‹' => true,
        '»' | '›' => false,
        _ if partner.is_none() => side.may_open,
        '“' | '‘' | '‟' if stack.last().is_some_and(|open| matches!(open.glyph, '“' | '‘' | '‟')) => {
            side.may_open && !side.may_close
        }
        _ => side.may_open && !(top_fits && side.may_close),
    };
    if opens {
        if stack.len() < DEEPEST {
            stack.push(OpenMark { token: at, glyph });
        }
    } else if let Some(place) = partner.filter(|_| side.may_close || !is_apostrophe(glyph)) {
        pairs.push((stack[place].token, at, true));
        stack.truncate(place);
    }
}

/// Whether `close` can end what `open` began.
fn closes(open: char, close: char) -> bool {
    match open {
        '«' => close == '»',
        '‹' => close == '›',
        '„' => matches!(close, '“' | '”' | '"' | '‟'),
        '‚' => matches!(close, '‘' | '’' | '\''),
        '“' | '”' | '‟' => matches!(close, '”' | '"' | '“'),
        '"' => matches!(close, '"' | '”' | '“'),
        '‘' | '\'' | '’' => matches!(close, '’' | '\''),
        _ => false,
    }
}

fn is_apostrophe(glyph: char) -> bool {
    matches!(glyph, '\'' | '’' | '‘')
}

fn glyph(text: &Text<'_>, at: usize) -> char {
    text.word(at).chars().next().unwrap_or('"')
}

/// What the characters beside a mark allow.
fn side(text: &Text<'_>, at: usize) -> Side {
    let span = text.tokens[at].span;
    let block = text.article.blocks[text.tokens[at].block as usize].span;
    let whole = &text.article.text;
    let before = whole[block.start as usize..span.start as usize].chars().next_back();
    let after = whole[span.end as usize..block.end as usize].chars().next();
    let gap = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let may_open = !gap(after)
        && !letter(before)
        && (letter(after) || gap(before) || before.is_some_and(|c| !",.!?…»”".contains(c)));
    // «… значение ", — пояснил он»: a mark before a comma or a dash closes, a space before it or not.
    let rest = whole[span.end as usize..block.end as usize].trim_start();
    let ends = after.is_some_and(|c| ",.;".contains(c)) || gap(after) && rest.starts_with(['-', '–', '—']);
    let may_close = !gap(before) && !letter(after) || ends;
    Side { may_open: may_open && !ends, may_close }
}

/// A quotation may run over paragraphs: it stays open when the next marks close it.
fn end_of_block(text: &Text<'_>, at: usize, stack: &mut Vec<OpenMark>, pairs: &mut Vec<(usize, usize, bool)>) {
    let open = &stack[0];
    let block = text.tokens[at].block as usize;
    let started = text.tokens[open.token].block as usize;
    if block - started < LONGEST && !is_apostrophe(open.glyph) && closes_later(text, at, open.glyph) {
        stack.truncate(1);
        return;
    }
    let opens_the_block = open.token == 0 || text.tokens[open.token - 1].block as usize != started;
    let body = text.block_kind(open.token) != onrecord_model::BlockKind::Headline;
    if opens_the_block && body && !is_apostrophe(open.glyph) && at - open.token > 3 {
        pairs.push((open.token, last_of(text, started, at), false));
    }
    stack.clear();
}

/// Whether the first mark after token `at` that could matter closes `open`.
fn closes_later(text: &Text<'_>, at: usize, open: char) -> bool {
    let limit = text.tokens[at].block as usize + LONGEST;
    let rest = text.tokens.iter().enumerate().skip(at + 1).take_while(|(_, token)| (token.block as usize) < limit);
    if let Some((next, _)) = rest.filter(|(_, token)| token.kind == TokenKind::StrayQuote).take(1).next() {
        let side = side(text, next);
        return closes(open, glyph(text, next)) && side.may_close && !side.may_open;
    }
    false
}

/// The last token of a block.
fn last_of(text: &Text<'_>, block: usize, at: usize) -> usize {
    let end = text.tokens[..=at].partition_point(|token| token.block as usize <= block);
    end.saturating_sub(1)
}

fn write_down(text: &mut Text<'_>, mut pairs: Vec<(usize, usize, bool)>) {
    pairs.sort_unstable();
    let mut ends: Vec<usize> = Vec::new();
    for &(open, close, is_closed) in &pairs {
        while ends.last().is_some_and(|&end| end <= open) {
            ends.pop();
        }
        let span = Span { start: text.tokens[open].span.start, end: text.tokens[close].span.end };
        let depth = ends.len().min(usize::from(u8::MAX)) as u8;
        text.quotes.push(Quote { open, close, is_closed, depth, span });
        ends.push(close);
        text.tokens[open].kind = TokenKind::Open;
        if is_closed {
            text.tokens[close].kind = TokenKind::Close;
        }
    }
    // Depth of every token in one pass: the list of pairs is sorted and properly nested.
    let mut next = 0;
    let mut ends: Vec<(usize, bool)> = Vec::new();
    for at in 0..text.tokens.len() {
        while ends.last().is_some_and(|&(end, is_closed)| if is_closed { end <= at } else { end < at }) {
            ends.pop();
        }
        text.tokens[at].depth = ends.len().min(usize::from(u8::MAX)) as u8;
        if next < pairs.len() && pairs[next].0 == at {
            ends.push((pairs[next].1, pairs[next].2));
            next += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::TokenKind;
    use crate::tests::analysed;

    /// A text with its opening marks as `<`, closing marks as `>`, stray marks as `~`, and `/` after a quotation that
    /// its paragraph ends.
    fn check(code: &str, text: &str, wanted: &str) {
        let shown = analysed(code, text, |text| {
            let mut shown = String::new();
            let mut end = 0;
            for (at, token) in text.tokens.iter().enumerate() {
                shown += &text.article.text[end..token.span.start as usize];
                shown += match token.kind {
                    TokenKind::Open => "<",
                    TokenKind::Close => ">",
                    TokenKind::StrayQuote => "~",
                    _ => text.word(at),
                };
                shown += if text.quotes.iter().any(|quote| !quote.is_closed && quote.close == at) { "/" } else { "" };
                end = token.span.end as usize;
            }
            shown
        });
        assert_eq!(shown, wanted, "{text}");
    }

    fn depths(code: &str, text: &str) -> Vec<u8> {
        analysed(code, text, |text| text.tokens.iter().map(|token| token.depth).collect())
    }

    #[test]
    fn a_mark_before_a_comma_or_dash_closes() {
        check("ru", "\"Снег сошёл \", — сказал он.", "<Снег сошёл >, — сказал он.");
        check("uk", "\"Сніг зійшов \" – сказав він.", "<Сніг зійшов > – сказав він.");
    }

    #[test]
    fn every_pair_of_marks_is_a_quotation() {
        for (open, close) in [
            ("«", "»"),
            ("„", "“"),
            ("„", "”"),
            ("„", "\""),
            ("“", "”"),
            ("”", "”"),
            ("\"", "\""),
            ("‟", "”"),
            ("‹", "›"),
            ("‚", "‘"),
            ("‘", "’"),
            ("'", "'"),
            ("“", "\""),
            ("\"", "”"),
        ] {
            check("ru", &format!("{open}Мост открыт{close}, — сказал он."), "<Мост открыт>, — сказал он.");
            check("uk", &format!("Він сказав: {open}Міст відкрито{close}."), "Він сказав: <Міст відкрито>.");
            check("en", &format!("He said, {open}It is open.{close}"), "He said, <It is open.>");
        }
    }

    #[test]
    fn quotations_stand_inside_quotations() {
        check("ru", "«Газета «День» закрыта», — сказал он.", "<Газета <День> закрыта>, — сказал он.");
        check("ru", "«Газета „День“ закрыта».", "<Газета <День> закрыта>.");
        check("uk", "“Газета „День“ закрита”, – сказав він.", "<Газета <День> закрита>, – сказав він.");
        check("uk", "\"Газета «День» закрита\"", "<Газета <День> закрита>");
        check("en", "“He called it ‘a pity’ twice,” she said.", "<He called it <a pity> twice,> she said.");
        check("en", "\"He said 'no' to me,\" she said.", "<He said <no> to me,> she said.");
        check("ru", "\"Газета \"День\" закрыта\".", "<Газета <День> закрыта>.");
    }

    #[test]
    fn a_mark_counts_as_outside_of_its_own_quotation() {
        assert_eq!(depths("ru", "Он: «Я и «Ты» вместе»."), [0, 0, 0, 1, 1, 1, 2, 1, 1, 0, 0]);
        assert_eq!(depths("uk", "„Так“, – він."), [0, 1, 0, 0, 0, 0, 0]);
        assert_eq!(depths("en", "“Yes,” he said."), [0, 1, 1, 0, 0, 0, 0]);
    }

    #[test]
    fn a_mark_without_a_partner_is_stray() {
        check("ru", "Мост открыт», — сказал он.", "Мост открыт~, — сказал он.");
        check("uk", "Міст «відкрито, – сказав він.", "Міст ~відкрито, – сказав він.");
        check("en", "The 12\" disc", "The 12~ disc");
        check("ru", "ЗАО «Холдинг «Ромашка» подало иск.", "ЗАО ~Холдинг <Ромашка> подало иск.");
    }

    #[test]
    fn an_apostrophe_is_no_quotation() {
        check("en", "The dogs' tails and the cats' ears", "The dogs~ tails and the cats~ ears");
        check("en", "Rock 'n' roll of the ’90s", "Rock <n> roll of the ~90s");
        check("uk", "П’ять об’єктів", "П’ять об’єктів");
        check("en", "“The boys’ school is shut,” he said.", "<The boys~ school is shut,> he said.");
    }

    #[test]
    fn a_word_cut_short_and_a_plural_possessor_are_still_read_as_a_quotation() {
        // Should be "~Tis the workers~ day", but nothing in the marks tells.
        check("en", "'Tis the workers' day", "<Tis the workers> day");
    }

    #[test]
    fn a_quotation_may_run_over_paragraphs() {
        check("ru", "«Первый день.\nВторой день», — сказал он.", "<Первый день.\nВторой день>, — сказал он.");
        check("uk", "„Перший день.\nДругий день“, – сказав він.", "<Перший день.\nДругий день>, – сказав він.");
        check(
            "en",
            "“It was the first day.\n“It was the last,” he said.",
            "<It was the first day./\n<It was the last,> he said.",
        );
        check(
            "ru",
            "«Это был первый день.\n«Это был второй», — сказал он.",
            "<Это был первый день./\n<Это был второй>, — сказал он.",
        );
    }

    #[test]
    fn a_quotation_never_closed_ends_with_its_paragraph() {
        check("ru", "«Мы открыли этот мост.\nПошёл дождь.", "<Мы открыли этот мост./\nПошёл дождь.");
        check("uk", "«Ми відкрили цей міст.\nПішов дощ.", "<Ми відкрили цей міст./\nПішов дощ.");
        check("en", "“We opened this bridge.\nIt rained.", "<We opened this bridge./\nIt rained.");
        check("en", "He said “we opened it.\nIt rained.", "He said ~we opened it.\nIt rained.");
    }

    #[test]
    fn a_quotation_is_short_lived_without_its_end() {
        let many = format!("«Начало слов и ещё слова.{}\nконец».", "\nСлово.".repeat(40));
        analysed("ru", &many, |text| assert!(text.quotes.iter().all(|quote| !quote.is_closed)));
    }

    #[test]
    fn two_quotations_in_a_row_are_two() {
        check("ru", "«Да». «Нет».", "<Да>. <Нет>.");
        check("uk", "„Так“ і „ні“", "<Так> і <ні>");
        check("en", "\"Yes\" \"no\" (\"perhaps\")", "<Yes> <no> (<perhaps>)");
        check("ru", "\"Да\",\"нет\"", "<Да>,<нет>");
    }

    #[test]
    fn a_dash_before_a_mark_does_not_close_it() {
        check("en", "He said—“yes”—and left.", "He said—<yes>—and left.");
        check("ru", "Он —\"да\"— и ушёл", "Он —<да>— и ушёл");
    }

    #[test]
    fn deep_quotations_are_read_in_one_pass() {
        let deep = format!("{}слово{}", "«".repeat(10_000), "»".repeat(10_000));
        let most = depths("ru", &deep).into_iter().max();
        assert!(most.is_some_and(|most| most <= 8));
        let deep = "„так “ні".repeat(5_000);
        assert!(depths("uk", &deep).into_iter().max().is_some_and(|most| most <= 8));
        let deep = "\"a 'b ".repeat(5_000);
        assert!(depths("en", &deep).into_iter().max().is_some_and(|most| most <= 8));
    }
}
