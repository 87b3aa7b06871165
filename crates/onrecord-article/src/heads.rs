//! What stands before the first sentence of a story on its own line: a stamp, a counter, a dateline.

use onrecord_lang::{Pack, PageWords, Tags, normal};
use onrecord_model::Span;

use crate::fold::Folded;
use crate::phrases::{ends_sentence, section_at};
use crate::stamps::{Sign, Ymd, date, is_stamp, sign};

/// How many words of a line a head may take.
const LONGEST_HEAD: usize = 16;

/// The beginning of a line that is not the story's own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Head {
    /// Its words, counted from the beginning of the line.
    pub(crate) n_words: usize,
    /// The date it gives, when it is whole.
    pub(crate) date: Option<Ymd>,
    /// What it is.
    pub(crate) kind: HeadKind,
}

/// What the beginning of a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HeadKind {
    /// A date or a time.
    Stamp,
    /// Views, comments.
    Counter,
    /// Place, date, agency.
    Dateline,
}

/// A word at the beginning or the end of a line.
struct HeadWord<'t> {
    written: &'t str,
    core: &'t str,
    sign: Sign,
}

impl HeadWord<'_> {
    /// Whether a sentence can begin here.
    fn starts(&self) -> bool {
        let first = self.written.chars().next();
        first.is_some_and(|c| c.is_uppercase() || matches!(c, '"' | '«' | '„' | '“' | '”' | '\'' | '‘'))
    }

    /// Whether all letters are capitals: «КИЕВ», «INTERFAX.RU».
    fn is_capitals(&self) -> bool {
        let mut letters = self.core.chars().filter(|c| c.is_alphabetic());
        letters.clone().count() >= 2 && letters.all(char::is_uppercase)
    }

    fn ends_with(&self, marks: &[char]) -> bool {
        self.written.ends_with(marks)
    }

    fn is_dash(&self) -> bool {
        self.sign == Sign::Mark && self.written.chars().all(|c| matches!(c, '-' | '–' | '—' | '―' | ':'))
    }
}

/// Reads the heads of lines.
#[derive(Clone, Copy)]
pub(crate) struct HeadReader<'p> {
    pub(crate) text: &'p str,
    pub(crate) words: &'p PageWords,
    pub(crate) pack: Option<&'p Pack>,
}

impl<'p> HeadReader<'p> {
    /// The head of a folded line.
    pub(crate) fn head(&self, folded: &Folded) -> Option<Head> {
        let words = self.head_words(folded);
        let mut head = self.stamp(&words).or_else(|| self.counter(&words)).or_else(|| self.dateline(&words))?;
        head.n_words += self.section_after(folded, &words, head);
        (head.n_words < folded.words.len()).then_some(head)
    }

    /// The date of the stamp with date and time that a line begins with, whatever follows: readers' comments do.
    pub(crate) fn opening_date(&self, folded: &Folded) -> Option<Ymd> {
        let words = self.head_words(folded);
        let signs: Vec<_> = words.iter().take_while(|word| is_stamp_part(word)).map(|word| word.sign).collect();
        let goes_on = signs.len() < folded.words.len() && signs.contains(&Sign::Time);
        date(&signs).filter(|_| goes_on)
    }

    /// The place of a date between a headline and the text on the same line: «Мост закрыт 03.11.2018 Мэр города…».
    pub(crate) fn middle_date(&self, folded: &Folded) -> Option<(usize, Ymd)> {
        let n = folded.words.len().min(30);
        for place in 1..n {
            let (before, written) = (folded.written(self.text, place - 1), folded.written(self.text, place));
            if ends_sentence(before) {
                return None;
            }
            let goes_on = folded.written(self.text, place + 1).chars().next().is_some_and(char::is_uppercase);
            let is_bare = written.ends_with(|c: char| c.is_ascii_digit());
            if let Sign::Date(date) = sign(written, self.words)
                && place > 2
                && is_bare
                && goes_on
                && is_apart(before)
            {
                return Some((place, date));
            }
        }
        None
    }

    /// The number of words of a stamp that ends a headline: «Мост закрыт 07:46», «Мост закрыт Вчера, 23:34».
    pub(crate) fn tail_stamp(&self, folded: &Folded) -> usize {
        let n = folded.words.len();
        let sign_at = |place: usize| sign(folded.written(self.text, place), self.words);
        let mut tail: Vec<Sign> = Vec::new();
        for place in (1..n).rev().take(6) {
            let here = sign_at(place);
            let is_day = tail.last().is_some_and(|next| matches!(next, Sign::Month(_)))
                || matches!(sign_at(place - 1), Sign::Month(_));
            match here {
                Sign::Time | Sign::Date(_) | Sign::Day | Sign::Weekday | Sign::Month(_) => tail.push(here),
                Sign::Number(..) if is_day => tail.push(here),
                _ => break,
            }
        }
        let has_clock = tail.iter().any(|sign| matches!(sign, Sign::Time | Sign::Date(_)));
        let is_free = tail.len() < n && is_apart(folded.written(self.text, n - tail.len() - 1));
        if has_clock && is_free { tail.len() } else { 0 }
    }

    fn head_words(&self, folded: &Folded) -> Vec<HeadWord<'p>> {
        let n = folded.words.len().min(LONGEST_HEAD);
        let written = (0..n).map(|place| folded.written(self.text, place));
        written.map(|written| HeadWord { written, core: core(written), sign: sign(written, self.words) }).collect()
    }

    /// «11.01.2019 01:05 :», «15:30», «20:02, 9 Июль, 2018», «, 04:12 REGNUM».
    fn stamp(&self, words: &[HeadWord<'_>]) -> Option<Head> {
        let n = words.iter().take_while(|word| is_stamp_part(word)).count();
        // The stamp ends where a sentence can begin; a number may begin one too.
        let before_capital = (1..=n).rev().find(|&end| words.get(end).is_some_and(HeadWord::starts));
        let before_number = || {
            let is_clock = |word: &HeadWord<'_>| matches!(word.sign, Sign::Time | Sign::Date(_));
            (1..n).find(|&end| is_clock(&words[end - 1]) && matches!(words[end].sign, Sign::Number(..)))
        };
        let mut end = before_capital.or_else(before_number)?;
        let signs: Vec<_> = words[..end].iter().map(|word| word.sign).collect();
        let has_clock = signs.contains(&Sign::Time);
        let is_closed = words[end - 1].ends_with(&['.', ':', '|', '—', '–']);
        let whole = date(&signs);
        if !(has_clock || whole.is_some() && is_closed) {
            return None;
        }
        let begins = |word: &HeadWord<'_>| word.starts() || matches!(word.sign, Sign::Number(..));
        if words.get(end).is_some_and(|word| self.is_outlet(word)) && words.get(end + 1).is_some_and(begins) {
            end += 1;
        }
        Some(Head { n_words: end, date: whole, kind: HeadKind::Stamp })
    }

    /// «119 0. Энергетика»: two counters before a section.
    fn counter(&self, words: &[HeadWord<'_>]) -> Option<Head> {
        let [first, second, third, ..] = words else { return None };
        let are_numbers = matches!((first.sign, second.sign), (Sign::Number(..), Sign::Number(..)));
        let is_counter = are_numbers && second.ends_with(&['.']) && third.starts();
        is_counter.then_some(Head { n_words: 2, date: None, kind: HeadKind::Counter })
    }

    /// After a stamp or a counter the name of a section may follow: «Новини туризму», «Роздрукувати».
    fn section_after(&self, folded: &Folded, words: &[HeadWord<'_>], head: Head) -> usize {
        if head.kind == HeadKind::Dateline {
            return 0;
        }
        let n = section_at(self.words, folded, head.n_words);
        let goes_on = words.get(head.n_words + n).is_some_and(HeadWord::starts);
        if goes_on { n } else { 0 }
    }

    /// «КИЕВ. 9 июля. УНН.», «МОСКВА, 15 янв – РИА Новости.», "KYIV, Jan 13 (Reuters) -", "LONDON (AP) —".
    fn dateline(&self, words: &[HeadWord<'_>]) -> Option<Head> {
        let n_place = self.place(words)?;
        let n_day = day(&words[n_place..]);
        let at = n_place + n_day;
        let end = match self.agency(&words[at..], n_day > 0) {
            0 => self.bare_end(words, n_place, n_day)?,
            n => at + n,
        };
        let signs: Vec<_> = words[n_place..at].iter().map(|word| word.sign).collect();
        let goes_on = words.get(end).is_some_and(|word| word.starts() || matches!(word.sign, Sign::Number(..)));
        goes_on.then_some(Head { n_words: end, date: date(&signs), kind: HeadKind::Dateline })
    }

    /// Where a dateline without an agency ends: after «Берлин, 9 января.», «БЕРЛИН.» and "LONDON —".
    fn bare_end(&self, words: &[HeadWord<'_>], n_place: usize, n_day: usize) -> Option<usize> {
        let end = n_place + n_day;
        let last = &words[end - 1];
        let dash = usize::from(words.get(end).is_some_and(HeadWord::is_dash));
        let is_shouted = words[..n_place].iter().all(HeadWord::is_capitals);
        let is_closed = last.ends_with(&['.', ':']) || dash > 0;
        (is_closed && (n_day > 0 || is_shouted && self.is_known(&words[..n_place]))).then_some(end + dash)
    }

    /// One to three words that name a place (or, «УНН.», an outlet), up to a comma, a period, a bracket or a dash.
    fn place(&self, words: &[HeadWord<'_>]) -> Option<usize> {
        let closes = |word: &HeadWord<'_>| word.ends_with(&[',', '.']);
        let is_next = |word: &HeadWord<'_>| word.is_dash() || word.written.starts_with(['(', '/']);
        let end =
            (1..=words.len().min(3)).find(|&end| closes(&words[end - 1]) || words.get(end).is_some_and(is_next))?;
        let name = &words[..end];
        let is_shouted = name.iter().all(HeadWord::is_capitals);
        (is_shouted || self.is_known(name)).then_some(end)
    }

    /// Whether the lists know the words as a place or an outlet.
    fn is_known(&self, name: &[HeadWord<'_>]) -> bool {
        let is_place = |word: &HeadWord<'_>| {
            let form = normal(word.core);
            word.starts()
                && self.pack.and_then(|pack| pack.word(&form)).is_some_and(|found| found.tags.has(Tags::PLACE))
        };
        name.iter().all(is_place) || matches!(name, [only] if only.is_capitals() && self.is_outlet(only))
    }

    fn is_outlet(&self, word: &HeadWord<'_>) -> bool {
        self.words.is_outlet(&normal(word.core))
    }

    /// The words of the agency after place and day, with the marks around it.
    fn agency(&self, words: &[HeadWord<'_>], has_day: bool) -> usize {
        let Some(first) = words.first() else { return 0 };
        if first.written.starts_with(['(', '/']) {
            return self.bracketed(words);
        }
        let dash = usize::from(first.is_dash());
        let ends = |word: &HeadWord<'_>| word.written == "." || word.ends_with(&['.']) && word.core.chars().count() > 1;
        let is_name = |word: &HeadWord<'_>| word.starts() || word.sign == Sign::Mark;
        let name = words[dash..].iter().take(5).take_while(|word| is_name(word));
        let closing = name.clone().position(|word| ends(word) || word.is_dash());
        let Some(closing) = closing else { return self.open_agency(words, dash) };
        let is_agency = words[dash..].first().is_some_and(|word| word.is_capitals() || self.is_outlet(word));
        let end = dash + closing + 1;
        let then_dash = usize::from(words.get(end).is_some_and(HeadWord::is_dash));
        if is_agency && (has_day || then_dash > 0 || dash > 0 || words[end - 1].is_dash()) || has_day && dash > 0 {
            end + then_dash
        } else {
            0
        }
    }

    /// An agency that nothing closes but the capital or quotation mark after it: «30 мая ПРАЙМ "Газпром" передал».
    fn open_agency(&self, words: &[HeadWord<'_>], dash: usize) -> usize {
        let is_agency = words.get(dash).is_some_and(|word| word.is_capitals() && self.is_outlet(word));
        let goes_on = words.get(dash + 1).is_some_and(HeadWord::starts);
        if is_agency && goes_on { dash + 1 } else { 0 }
    }

    /// «/Корр. ТАСС/.», "(Reuters) -".
    fn bracketed(&self, words: &[HeadWord<'_>]) -> usize {
        let closes = |word: &HeadWord<'_>| word.written.trim_end_matches(['.', ',']).ends_with([')', '/']);
        let Some(last) = words.iter().take(5).position(closes) else { return 0 };
        let dash = usize::from(words.get(last + 1).is_some_and(HeadWord::is_dash));
        let is_closed = dash > 0 || words[last].ends_with(&['.', '/']);
        if is_closed { last + 1 + dash } else { 0 }
    }
}

/// The span of the head's words.
pub(crate) fn head_span(folded: &Folded, head: Head) -> Span {
    folded.span(0, head.n_words)
}

/// Whether what follows a word may stand by itself: «в 07:46» and «поезд, 07:46» belong to the sentence.
fn is_apart(before: &str) -> bool {
    let is_small = before.chars().count() <= 3 && before.chars().all(char::is_lowercase);
    !is_small && !before.ends_with([',', ':', '-', '–', '—', '('])
}

fn core(written: &str) -> &str {
    written.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Small words («в», "at") begin sentences as well as stamps: only longer ones are taken for part of a stamp here.
fn is_stamp_part(word: &HeadWord<'_>) -> bool {
    match word.sign {
        Sign::Other => false,
        Sign::Filler => word.core.chars().count() > 3 || word.ends_with(&['.', ':']),
        _ => true,
    }
}

/// How many of the words are a day, its month and perhaps the year: «9 июля.», "Jan 13, 2022".
fn day(words: &[HeadWord<'_>]) -> usize {
    let signs: Vec<_> = words.iter().take(4).map(|word| word.sign).collect();
    let n = match signs[..] {
        [Sign::Number(1..=31, _), Sign::Month(_), Sign::Number(_, 4), ..] => 3,
        [Sign::Month(_), Sign::Number(1..=31, _), Sign::Number(_, 4), ..] => 3,
        [Sign::Number(1..=31, _), Sign::Month(_), ..] | [Sign::Month(_), Sign::Number(1..=31, _), ..] => 2,
        _ => 0,
    };
    let has_filler = n == 3 && signs.get(3) == Some(&Sign::Filler);
    if is_stamp(&signs[..n]) { n + usize::from(has_filler) } else { 0 }
}
