//! The lines of a plain text, joined where a paragraph was wrapped by hand.

use onrecord_model::Span;

/// More lines than this are not told apart: no article has them.
const MOST_UNITS: usize = 20_000;
/// Lines that were wrapped by hand are about this long, in code points.
const WRAPPED: std::ops::RangeInclusive<usize> = 50..=110;

/// The lines or wrapped paragraphs of a text, trimmed, in order; and whether there were more than are told apart.
pub(crate) fn units(text: &str) -> (Vec<Span>, bool) {
    let mut units = Vec::new();
    let mut run: Vec<Span> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = trimmed(text, at, at + line.len());
        at += line.len();
        if span.is_empty() {
            close(text, &mut run, &mut units);
        } else {
            run.push(span);
        }
        if units.len() + run.len() >= MOST_UNITS {
            close(text, &mut run, &mut units);
            let rest = trimmed(text, at, text.len());
            units.extend((!rest.is_empty()).then_some(rest));
            return (units, !rest.is_empty());
        }
    }
    close(text, &mut run, &mut units);
    (units, false)
}

/// A range without the white space at its ends.
pub(crate) fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let words = text.get(start..end).unwrap_or_default();
    let is_blank = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}');
    let from = words.trim_start_matches(is_blank);
    let start = end - from.len();
    Span::new(start, start + from.trim_end_matches(is_blank).len())
}

/// Ends a run of lines without a blank line between them: one paragraph if it was wrapped, else one unit a line.
fn close(text: &str, run: &mut Vec<Span>, units: &mut Vec<Span>) {
    match (run.first(), run.last()) {
        (Some(first), Some(last)) if is_wrapped(text, run) => units.push(first.join(*last)),
        _ => units.extend_from_slice(run),
    }
    run.clear();
}

/// Whether the lines break inside sentences, all at about the same length.
fn is_wrapped(text: &str, run: &[Span]) -> bool {
    let Some((_, before_last)) = run.split_last().filter(|(_, rest)| !rest.is_empty()) else { return false };
    let has_length = |line: &Span| WRAPPED.contains(&line.of(text).chars().take(WRAPPED.end() + 1).count());
    let goes_on = run.windows(2).filter(|pair| is_mid_sentence(pair[0].of(text), pair[1].of(text))).count();
    before_last.iter().all(has_length) && 2 * goes_on > before_last.len()
}

fn is_mid_sentence(line: &str, next: &str) -> bool {
    let ends = line.ends_with(['.', '!', '?', '…', ':', ';']);
    !ends && next.chars().next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = units(text).0.into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn every_line_is_a_paragraph() {
        check(" Мост закрыт. \n\n\tОткроют в мае.\r\n", &["Мост закрыт.", "Откроют в мае."]);
    }

    #[test]
    fn a_hand_wrapped_paragraph_is_one() {
        let text = "The town council met on Monday to talk about the old bridge and\nabout the money that its repair would cost, the mayor's office\nsaid.\n\nNo vote was held.";
        check(text, &[text.split("\n\n").next().unwrap_or_default(), "No vote was held."]);
    }

    #[test]
    fn lines_that_end_as_sentences_are_paragraphs_of_their_own() {
        let lines = [
            "Міська рада в понеділок зібралася, щоб поговорити про старий міст.",
            "Голосування не було, повідомила пресслужба міської ради ввечері.",
        ];
        check(&lines.join("\n"), &lines);
    }

    #[test]
    fn headlines_in_a_row_stay_apart() {
        let lines = [
            "Мэр рассказал о ремонте моста, который начнётся уже этой весной",
            "Школы города получили новые автобусы, их хватит на все районы",
        ];
        check(&lines.join("\n"), &lines);
    }

    #[test]
    fn a_text_of_blanks_has_no_units() {
        check("\u{feff} \n\u{a0}\n", &[]);
    }

    #[test]
    fn a_million_lines_are_cut_short() {
        let text = "мост\n".repeat(1_000_000);
        let (units, is_cut) = units(&text);
        assert!(is_cut && units.len() == MOST_UNITS + 1);
        assert_eq!(units.last().map(|span| span.end as usize), Some(text.len() - 1));
    }
}
