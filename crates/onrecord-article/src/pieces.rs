//! Lines to pieces: what in a line is the story's own, and what is furniture.

use onrecord_lang::{FurnitureKind, Pack, PageWords};
use onrecord_model::{Furniture, Span};

use crate::bylines::{self, Byline};
use crate::fold::{Folded, head, tail};
use crate::heads::{Head, HeadKind, HeadReader, head_span};
use crate::kinds::{ends_as_sentence, n_sentences};
use crate::phrases::{Found, PhraseReader, public_kind};
use crate::repeats::HeadlineWords;
use crate::stamps::{Ymd, date, stamp_line};

/// A part of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Piece {
    /// Where it stands.
    pub(crate) span: Span,
    /// The line it stands in.
    pub(crate) unit: usize,
    /// What it is.
    pub(crate) what: What,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum What {
    /// The story's own words.
    Body,
    /// Words that a list knows.
    Listed {
        /// The list's kind.
        kind: FurnitureKind,
        /// Whether only the announcement stands there.
        is_bare: bool,
    },
    /// Who made the picture, after its caption.
    PictureCredit,
    /// Other furniture.
    Other(Furniture),
}

impl What {
    /// The public kind of furniture; `None` for the story's own words.
    pub(crate) fn furniture(self) -> Option<Furniture> {
        match self {
            Self::Body => None,
            Self::Listed { kind, .. } => Some(public_kind(kind)),
            Self::PictureCredit => Some(Furniture::Credit),
            Self::Other(kind) => Some(kind),
        }
    }
}

/// How near to the first or last line furniture of a page's frame stands.
const NEAR_TOP: usize = 5;
const NEAR_END: usize = 4;
/// Lines longer than this, in bytes, are looked at only at their ends.
const SHORT: usize = 3_000;
/// How much of a line's beginning and end is looked at, in bytes.
const HEAD: usize = 900;
const TAIL: usize = 700;
/// A headline is no longer than this, in bytes.
const LONGEST_HEADLINE: usize = 500;
/// A sentence longer than this, in bytes, begins the story.
const SHORTEST_LEAD: usize = 120;

/// Everything that the lines gave.
#[derive(Default)]
pub(crate) struct Pieces {
    /// The pieces, in order.
    pub(crate) pieces: Vec<Piece>,
    /// Where among them the headline is.
    pub(crate) headline: Option<usize>,
    /// The first date that a stamp or a dateline gives.
    pub(crate) date: Option<Ymd>,
    /// The line that names the author.
    pub(crate) byline: Option<Byline>,
}

/// Divides lines; keeps what it learnt from the ones before.
pub(crate) struct Divider<'p> {
    text: &'p str,
    pack: Option<&'p Pack>,
    words: &'p PageWords,
    heads: HeadReader<'p>,
    phrases: PhraseReader<'p>,
    folded: Folded,
    headline_words: HeadlineWords,
    title: HeadlineWords,
    n_units: usize,
    unit: usize,
    has_paragraph: bool,
    out: Pieces,
}

impl<'p> Divider<'p> {
    /// A divider of `text`, whose page has a title of its own or not.
    pub(crate) fn new(text: &'p str, title: Option<&str>, words: &'p PageWords, pack: Option<&'p Pack>) -> Self {
        Self {
            text,
            pack,
            words,
            heads: HeadReader { text, words, pack },
            phrases: PhraseReader::new(words),
            folded: Folded::default(),
            headline_words: HeadlineWords::default(),
            title: HeadlineWords::new(title.unwrap_or_default()),
            n_units: 0,
            unit: 0,
            has_paragraph: false,
            out: Pieces::default(),
        }
    }

    /// Divides all lines.
    pub(crate) fn divide(mut self, units: &[Span]) -> Pieces {
        self.n_units = units.len();
        for (unit, &span) in units.iter().enumerate() {
            self.unit = unit;
            self.divide_unit(span);
        }
        self.out
    }

    fn is_near_top(&self) -> bool {
        self.unit < NEAR_TOP
    }

    fn is_near_end(&self) -> bool {
        self.unit + NEAR_END >= self.n_units
    }

    /// Whether the story's headline is known: seen, or given apart from the text.
    fn has_headline(&self) -> bool {
        self.out.headline.is_some() || !self.title.is_empty()
    }

    fn push(&mut self, span: Span, what: What) {
        let unit = self.unit;
        if !span.is_empty() {
            self.out.pieces.push(Piece { span, unit, what });
        }
    }

    fn divide_unit(&mut self, span: Span) {
        let line = span.of(self.text);
        if !line.contains(char::is_alphanumeric) {
            return;
        }
        match self.whole(span, line) {
            Some(what) => self.push(span, what),
            None => self.parts(span),
        }
    }

    /// What the line is when all of it is furniture.
    fn whole(&mut self, span: Span, line: &str) -> Option<What> {
        if (self.is_near_top() || self.is_near_end())
            && let Some(signs) = stamp_line(line, self.words)
        {
            self.learn_date(date(&signs));
            return Some(What::Other(Furniture::Navigation));
        }
        if span.len() > SHORT {
            return None;
        }
        // What makes a longer line furniture as a whole stands at its beginning.
        self.folded.fold(self.text, head(self.text, span, HEAD));
        if self.headline_words.is_repeat(&self.folded) {
            return Some(What::Other(Furniture::Navigation));
        }
        if let Some(Found { kind, is_bare, .. }) = self.phrases.line(&self.folded) {
            if kind == FurnitureKind::Byline {
                self.learn_byline(span);
            }
            return Some(What::Listed { kind, is_bare });
        }
        self.frame(span, line)
    }

    /// Lines that only stand around a story: a byline, the outlet's name, a counter.
    fn frame(&mut self, span: Span, line: &str) -> Option<What> {
        let is_after_headline = self.has_headline() && !self.has_paragraph && self.is_near_top();
        if (is_after_headline || self.is_near_end() && self.unit > 1)
            && let Some(byline) = bylines::line(self.text, span, &self.folded, self.words, self.pack, is_after_headline)
        {
            self.out.byline.get_or_insert(byline);
            return Some(What::Other(Furniture::Credit));
        }
        let is_frame = self.is_near_top() && self.has_headline() || self.is_near_end() && self.unit > 1;
        let is_counter = line.chars().all(|c| !c.is_alphabetic()) && self.folded.words.len() <= 4;
        let is_outlet = self.words.is_outlet(self.folded.text.trim_matches(|c: char| !c.is_alphanumeric()));
        (is_frame && (is_counter && !self.has_paragraph || is_outlet)).then_some(What::Other(Furniture::Navigation))
    }

    fn learn_date(&mut self, date: Option<Ymd>) {
        if self.is_near_top() && self.out.date.is_none() {
            self.out.date = date;
        }
    }

    fn learn_byline(&mut self, span: Span) {
        let byline = bylines::listed(self.text, span, self.words, self.pack);
        if let Some(byline) = byline
            && self.out.byline.as_ref().is_none_or(|known| known.authors.is_empty())
        {
            self.out.byline = Some(byline);
        }
    }

    /// A line that is at least partly the story's own: its head, its body, its tail.
    fn parts(&mut self, span: Span) {
        let mut body = span;
        self.folded.fold(self.text, head(self.text, span, HEAD));
        if self.is_comment() {
            self.push(span, What::Other(Furniture::Comment));
            return;
        }
        let found = if self.is_near_top() { self.heads.head(&self.folded) } else { None };
        if let Some(head) = found {
            body = self.take_head(body, head);
        } else if self.unit == 0
            && let Some((place, date)) = self.heads.middle_date(&self.folded)
        {
            body = self.take_middle(body, place, date);
        }
        let n_opening = self.opening();
        if found.is_none() && n_opening > 0 {
            self.push(self.folded.span(0, n_opening), What::Other(Furniture::Credit));
            body = self.folded.span(n_opening, self.folded.words.len()).join(Span { start: span.end, end: span.end });
        }
        self.body_and_tail(body);
    }

    /// Readers' comments each begin with a date and a time, after the story had its own.
    fn is_comment(&self) -> bool {
        let is_late = self.unit > 0 && self.out.date.is_some() && self.has_headline();
        let first = self.folded.text.chars().next();
        is_late && first.is_some_and(|c| c.is_ascii_digit()) && self.heads.opening_date(&self.folded).is_some()
    }

    /// A headline, a date, and the text on one line.
    fn take_middle(&mut self, body: Span, place: usize, date: Ymd) -> Span {
        let headline = self.folded.span(0, place);
        if !self.learn_headline(headline) {
            return body;
        }
        self.learn_date(Some(date));
        self.out.headline = Some(self.out.pieces.len());
        self.push(headline, What::Body);
        self.push(self.folded.span(place, place + 1), What::Other(Furniture::Navigation));
        let rest = self.folded.words.get(place + 1).map_or(body.end, |(_, word)| word.start);
        Span { start: rest, end: body.end }
    }

    fn take_head(&mut self, body: Span, head: Head) -> Span {
        if head.kind != HeadKind::Counter {
            self.learn_date(head.date);
        }
        let kind = if head.kind == HeadKind::Dateline { Furniture::Credit } else { Furniture::Navigation };
        self.push(head_span(&self.folded, head), What::Other(kind));
        let rest = self.folded.words.get(head.n_words).map_or(body.end, |(_, word)| word.start);
        Span { start: rest, end: body.end }
    }

    /// The words before the first sentence that stood under a picture: the headline again, a credit, a name.
    fn opening(&mut self) -> usize {
        if !self.is_near_top() || self.out.headline.is_none() {
            return 0;
        }
        let repeat = self.headline_words.opening(self.text, &self.folded);
        let credit = self.phrases.opening_credit(self.text, &self.folded, repeat);
        if credit > 0 {
            return credit;
        }
        if self.has_paragraph { 0 } else { self.headline_words.opening_name(self.text, &self.folded) }
    }

    fn body_and_tail(&mut self, body: Span) {
        self.folded.fold(self.text, tail(self.text, body, TAIL));
        let mut kept = body;
        let mut after = [None, None, None];
        if let Some(credit) = self.picture_credit(&mut kept) {
            after[0] = Some(credit);
        } else if let Some(Found { from, to, kind, is_bare }) = self.phrases.tail(self.text, &self.folded, self.pack) {
            let found = self.folded.span(from, to);
            let rest = self.folded.span(to, self.folded.words.len());
            kept = self.before(body, found);
            after = [None, Some((found, What::Listed { kind, is_bare })), Some((rest, What::Body))];
            self.folded.fold(self.text, tail(self.text, kept, TAIL));
            after[0] = self.picture_credit(&mut kept);
        }
        if after[0].is_none() {
            after[0] = self.tail_stamp(&mut kept);
        }
        if self.learn_headline(kept) {
            self.out.headline = Some(self.out.pieces.len());
        }
        self.push(kept, What::Body);
        for (span, what) in after.into_iter().flatten() {
            self.push(span, what);
        }
    }

    /// The credit of a picture at the end of what is kept (and folded).
    fn picture_credit(&mut self, kept: &mut Span) -> Option<(Span, What)> {
        let from = self.phrases.picture_credit(self.text, &self.folded)?;
        let span = self.folded.span(from, self.folded.words.len());
        *kept = self.before(*kept, span);
        Some((span, What::PictureCredit))
    }

    /// A headline's stamp at the end of what is kept (and folded).
    fn tail_stamp(&mut self, kept: &mut Span) -> Option<(Span, What)> {
        let may_have_stamp = self.unit < 2 && kept.len() <= LONGEST_HEADLINE;
        let n_stamp = if may_have_stamp { self.heads.tail_stamp(&self.folded) } else { 0 };
        let n = self.folded.words.len();
        let span = self.folded.span(n - n_stamp, n);
        if span.is_empty() {
            return None;
        }
        *kept = self.before(*kept, span);
        Some((span, What::Other(Furniture::Navigation)))
    }

    /// What of a span stands before another, without white space, strokes and brackets at its end.
    fn before(&self, body: Span, other: Span) -> Span {
        let start = body.start as usize;
        let words = self.text.get(start..other.start as usize).unwrap_or_default();
        let kept = words.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '/' | '|' | '(' | '['));
        Span::new(start, start + kept.len())
    }

    /// Whether these words are the headline; remembers it, and whether the story has begun.
    fn learn_headline(&mut self, body: Span) -> bool {
        let words = body.of(self.text);
        if words.is_empty() {
            return false;
        }
        let is_first = self.out.headline.is_none() && !self.has_paragraph && self.is_near_top();
        let is_headline = is_first && words.len() <= LONGEST_HEADLINE && self.is_headline(words);
        if is_headline {
            self.headline_words = HeadlineWords::new(words);
        } else {
            self.has_paragraph |= ends_as_sentence(words) && words.len() > SHORTEST_LEAD;
        }
        is_headline
    }

    /// With a given title the headline is what says the same; without one it is what stands first and is one sentence.
    fn is_headline(&self, words: &str) -> bool {
        if !self.title.is_empty() {
            return self.title.is_same(&HeadlineWords::new(words));
        }
        let is_only = self.n_units == 1;
        let ends = ends_as_sentence(words) && !words.ends_with(['!', '?', '…']);
        !(ends && (is_only || words.chars().count() > 160)) && n_sentences(words) <= 2
    }
}
