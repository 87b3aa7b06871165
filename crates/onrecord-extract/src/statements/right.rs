//! Content after its verb: что-clauses, quotations after a colon, infinitives, objects.

use std::ops::Range;

use onrecord_lang::{Case, Features, HedgeKind, Tags, Takes};
use onrecord_text::TokenKind;

use super::cue::Cue;
use super::draft::Shape;
use super::hedges;
use crate::noun_phrase::phrase_at;
use crate::view::View;

/// Where content begins, and by which shape.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Opening {
    pub(crate) shape: Shape,
    /// The first token of the content.
    pub(crate) content: usize,
    /// Where what lies between verb and content ends: a subject after the verb is looked for before this token.
    pub(crate) gap_end: usize,
}

/// How far after the verb its content may begin.
const FARTHEST: usize = 48;

/// The content that opens after a verb, if any.
pub(crate) fn opening(view: &View<'_, '_>, cue: &Cue<'_>, limit: usize) -> Option<Opening> {
    let depth = view.depth(cue.main);
    let stop = limit.min(cue.end + FARTHEST);
    let mut at = cue.end;
    while at < stop {
        if view.depth(at) < depth {
            return None;
        }
        match view.kind(at) {
            Some(TokenKind::Comma) => match after_comma(view, cue, at, stop) {
                Step::Found(opening) => return Some(opening),
                Step::Skip(next) => at = next,
                Step::Stop => return plain(view, cue, at),
            },
            Some(TokenKind::Colon) => return after_colon(view, cue, at, limit),
            Some(TokenKind::Open) if view.depth(at) == depth => match at_quote(view, cue, at) {
                Step::Found(opening) => return Some(opening),
                Step::Skip(next) => at = next,
                Step::Stop => return plain(view, cue, at),
            },
            Some(TokenKind::OpenBracket) => at = view.past_brackets(at),
            Some(TokenKind::Dash | TokenKind::Stop) => return plain(view, cue, at),
            _ if !view.has_cases() && is_comp(view, at) && cue.takes(&Takes::That) => {
                return found(Shape::That, at + 1, at);
            }
            _ if !view.has_cases() && cue.takes_question() && view.has(at, Tags(Tags::WHETHER.0 | Tags::WH.0)) => {
                return found(Shape::Whether, at, at);
            }
            _ if !view.has_cases() && at == past_addressee(view, cue, stop) && opens_bare(view, cue, at, limit) => {
                return found(Shape::Bare, at, cue.end);
            }
            _ if cue.takes(&Takes::Inf) && opens_infinitive(view, at) => return found(Shape::Infinitive, at, at),
            _ if view.has(at, Tags::COORD) && !view.has(at, Tags::ADV) && joins_verbs(view, at) => {
                return plain(view, cue, at);
            }
            _ if is_other_verb(view, at) => return plain(view, cue, at),
            _ => at += 1,
        }
    }
    plain(view, cue, at)
}

fn found(shape: Shape, content: usize, gap_end: usize) -> Option<Opening> {
    Some(Opening { shape, content, gap_end })
}

enum Step {
    Found(Opening),
    Skip(usize),
    Stop,
}

/// «, что …», «, готов ли он», or an insertion to be skipped.
fn after_comma(view: &View<'_, '_>, cue: &Cue<'_>, comma: usize, stop: usize) -> Step {
    let next = comma + 1;
    let opening = |shape, content| Step::Found(Opening { shape, content, gap_end: comma });
    if is_purpose(view, cue, comma) {
        return Step::Stop;
    }
    if is_comp(view, next) && (cue.takes(&Takes::That) || cue.takes(&Takes::Quote) || cue.takes(&Takes::Inf)) {
        return opening(Shape::That, next + 1);
    }
    if cue.takes_question()
        && (view.has(next, Tags(Tags::WHETHER.0 | Tags::WH.0))
            || (next..next + 4).any(|at| view.has(at, Tags::WHETHER) && view.has_cases()))
    {
        return opening(Shape::Whether, next);
    }
    if view.kind(next) == Some(TokenKind::Open)
        && view.depth(next) == view.depth(cue.main)
        && cue.takes(&Takes::Quote)
        && !view.has_cases()
    {
        return opening(Shape::QuoteAfter, next);
    }
    // «Рябков, комментируя шансы, отметил»; «сообщил X, глава Y, что …»: jump to the comma before the complementiser.
    let depth = view.depth(cue.main);
    let closing = (next..stop).find(|&at| view.depth(at) <= depth && matches!(view.kind(at), Some(TokenKind::Comma)));
    match closing {
        Some(closing) if is_comp(view, closing + 1) && !has_finite(view, next..closing) => Step::Skip(closing),
        _ => Step::Stop,
    }
}

/// «Объяснил перенос желанием дать время, чтобы …»: after an object in the instrumental the clause says what for.
fn is_purpose(view: &View<'_, '_>, cue: &Cue<'_>, comma: usize) -> bool {
    let instrumental = Features::case(Case::Instrumental);
    let object = |at: usize| {
        let governed = at > cue.end && view.has(at - 1, Tags::PREP);
        view.is(at, Features::NOUN) && view.is(at, instrumental) && !governed && view.names.at(at).is_none()
    };
    let clause = view.has_cases() && view.has(comma + 1, Tags::COMP);
    clause && view.has(comma + 1, Tags::SUB) && (cue.end..comma).any(object) || clause && has_object(view, cue, comma)
}

/// «Предложил создание зоны, что обрадовало всех»: after a thing as its object the clause says what came of it.
fn has_object(view: &View<'_, '_>, cue: &Cue<'_>, comma: usize) -> bool {
    let no_thing = Tags(Tags::SPEAKER.0 | Tags::CUE_NOUN.0 | Tags::DEM.0 | Tags::CHANNEL.0);
    let at = cue.end;
    let accusative = view.is(at, Features::NOUN) && view.is(at, Features::case(Case::Accusative));
    let small = view.token(at).is_some_and(|token| !token.is_capital);
    let thing = accusative && small && !view.in_time(at) && !view.has(at, no_thing) && view.names.at(at).is_none();
    at < comma && thing
}

fn is_comp(view: &View<'_, '_>, at: usize) -> bool {
    view.has(at, Tags::COMP)
}

pub(crate) fn has_finite(view: &View<'_, '_>, tokens: Range<usize>) -> bool {
    tokens.into_iter().any(|at| is_finite(view, at))
}

/// Whether a token is surely or most likely a finite verb.
pub(crate) fn is_finite(view: &View<'_, '_>, at: usize) -> bool {
    let finite = view.is(at, Features(Features::FINITE.0 | Features::SHORT.0)) || view.has(at, Tags::AUX);
    if !finite || view.in_time(at) || view.names.at(at).is_some() {
        return false;
    }
    !view.is(at, Features::NOUN) || view.has(at, Tags::AUX) || is_likely_past(view, at)
}

/// «Приехал», «встретила»: of an unlisted word whose ending is a past's and a noun's, the past is likelier, unless
/// something before it governs or modifies a noun.
fn is_likely_past(view: &View<'_, '_>, at: usize) -> bool {
    let guessed = view.is(at, Features::PAST) && view.is(at, Features::GUESSED) && view.has_cases();
    let governed = at > 0 && {
        let modifier = Tags(Tags::PREP.0 | Tags::DET.0 | Tags::NUM.0 | Tags::POSS3.0);
        view.has(at - 1, modifier)
            || view.is(at - 1, Features(Features::ADJ.0 | Features::PART.0)) && !view.is(at - 1, Features::NOUN)
    };
    guessed && !governed && view.token(at).is_some_and(|token| !token.is_capital)
}

/// Whether a token may be a finite verb: an ending that verbs and nouns share counts too.
pub(crate) fn may_be_finite(view: &View<'_, '_>, at: usize) -> bool {
    let shared = view.is(at, Features::FINITE)
        && view
            .token(at)
            .is_some_and(|token| !token.is_capital && (token.is(Features::GUESSED) || token.has(Tags::GIVEN)));
    is_finite(view, at) || shared && !view.in_time(at) || view.has(at, Tags::CUE_VERB) && view.is(at, Features::FINITE)
}

/// «заявил: "…"», «заявил: …».
fn after_colon(view: &View<'_, '_>, cue: &Cue<'_>, colon: usize, limit: usize) -> Option<Opening> {
    let next = colon + 1;
    if !cue.takes_clause() || next >= limit {
        return None;
    }
    let quote = view.kind(next) == Some(TokenKind::Open);
    found(if quote { Shape::ColonQuote } else { Shape::ColonText }, next, colon)
}

/// A quotation right after the verb; a title in quotation marks is passed over.
fn at_quote(view: &View<'_, '_>, cue: &Cue<'_>, open: usize) -> Step {
    let Some(close) = view.close_of(open) else { return Step::Stop };
    let titled = view.names.at(open + 1).is_some_and(|name| name.tokens.end == close);
    let near = (cue.end..open).all(|at| view.is_filler(at)) || open == cue.end + 1 && view.has(cue.end, Tags::PREP);
    let speech = close - open > 5 && view.token(open + 1).is_some_and(|first| first.is_capital);
    let opens = near || speech && cue.takes(&Takes::Quote);
    // «Завершит "британский ястреб"»: a few quoted words without a verb, small from the first, are somebody or something.
    let small = view.token(open + 1).is_some_and(|first| !first.is_capital);
    let thing = small && close - open <= 4 && open == cue.end && !has_finite(view, open + 1..close);
    let opens = opens && !(thing && cue.verb.stance == onrecord_lang::Stance::Says && view.has_cases());
    if opens && !titled { quote_opening(cue, open) } else { Step::Skip(close + 1) }
}

fn quote_opening(cue: &Cue<'_>, open: usize) -> Step {
    if cue.takes(&Takes::Quote) || cue.takes(&Takes::That) {
        Step::Found(Opening { shape: Shape::QuoteAfter, content: open, gap_end: open })
    } else {
        Step::Stop
    }
}

/// Where nothing declines: one past an addressee ("told Reuters", "told her on Monday").
fn past_addressee(view: &View<'_, '_>, cue: &Cue<'_>, stop: usize) -> usize {
    let past_fillers = |mut at: usize| {
        while at < stop && (view.is_filler(at) || view.has(at, Tags::PREP) && view.in_time(at + 1)) {
            at += 1;
        }
        at
    };
    let at = past_fillers(cue.end);
    if !cue.takes(&Takes::Addressee) || cue.is_passive {
        return at;
    }
    let name = view.names.starting(at).map(|name| name.tokens.end);
    let people = Tags(Tags::PRON3.0 | Tags::PRON1.0 | Tags::GROUP.0 | Tags::ROLE.0);
    let pronoun = view.has(at, people).then_some(at + 1);
    let noun = || phrase_at(view, at, stop, Features::ALL_CASES).map(|phrase| phrase.head + 1);
    past_fillers(name.or(pronoun).or_else(noun).unwrap_or(at))
}

/// "said he left", "said the bank would close": a subject and a finite verb follow without a mark.
fn opens_bare(view: &View<'_, '_>, cue: &Cue<'_>, at: usize, limit: usize) -> bool {
    if !cue.takes(&Takes::Bare) && !cue.takes(&Takes::That)
        || view.has(at, Tags::PREP) && !opens_with_circumstance(view, at, limit)
    {
        return false;
    }
    let comp = (at..limit.min(at + 14)).find(|&at| view.has(at, Tags::COMP) && !view.has(at + 1, Tags::REL));
    if cue.takes(&Takes::Addressee) && comp.is_some_and(|comp| comp > at && !has_finite(view, at..comp)) {
        return false;
    }
    if cue.is_gerund() || cue.is_passive && !cue.takes(&Takes::Addressee) {
        return false;
    }
    let Some(subject) = phrase_at(view, at, limit, Features::ALL_CASES) else {
        return has_finite(view, at..limit.min(at + 20));
    };
    if verb_follows(view, subject.tokens.end, limit) {
        return true;
    }
    // Verbs of saying take a clause as a matter of course; others ("found", "maintained") also take things.
    let says = cue.verb.takes.iter().take(2).any(|takes| matches!(takes, Takes::That | Takes::Bare | Takes::Quote));
    let near = limit.min(subject.tokens.end + 24);
    let comma = (subject.tokens.end..near).find(|&at| view.kind(at) == Some(TokenKind::Comma));
    // "John Kerry, the Secretary of State, contacted …": a comma is passed only where another follows.
    let apposition =
        comma.is_some_and(|first| (first + 1..near.min(first + 10)).any(|at| view.kind(at) == Some(TokenKind::Comma)));
    let rest = subject.tokens.end..comma.filter(|_| !apposition).unwrap_or(near);
    says && rest.clone().any(|at| {
        is_finite(view, at) && !rest.clone().take_while(|&before| before < at).any(|before| view.has(before, Tags::REL))
    })
}

/// Whether a finite verb comes right after a subject, adverbs, times and prepositional phrases aside.
pub(crate) fn verb_follows(view: &View<'_, '_>, from: usize, limit: usize) -> bool {
    for at in from..limit.min(from + 9) {
        if is_finite(view, at) || view.is(at, Features::PAST) && view.names.at(at).is_none() {
            return true;
        }
        let goes_on = view.is_filler(at)
            || view.in_time(at)
            || view.has(at, Tags::PREP)
            || at > from && view.has(at - 1, Tags::PREP);
        if !goes_on {
            return false;
        }
    }
    false
}

/// "said by 2050, demand would rise": a circumstance with a comma before the clause.
fn opens_with_circumstance(view: &View<'_, '_>, at: usize, limit: usize) -> bool {
    let comma = (at..limit.min(at + 8)).find(|&at| view.kind(at) == Some(TokenKind::Comma));
    comma.is_some_and(|comma| {
        (comma + 1..limit.min(comma + 25)).any(|at| is_finite(view, at)) && !has_finite(view, at..comma)
    })
}

/// Whether a word may have a genitive after it: «підвищення оплати».
fn governs_genitive(view: &View<'_, '_>, at: usize) -> bool {
    view.is(at, Features(Features::NOUN.0 | Features::ADJ.0))
        && !view.is(at, Features::case(Case::Dative))
        && !view.has(at, Tags::CUE_VERB)
}

/// An infinitive, with the negation and adverbs before it: «не подписывать», «чаще говорить».
pub(crate) fn opens_infinitive(view: &View<'_, '_>, at: usize) -> bool {
    let mut verb = at;
    while verb < at + 3
        && view.has_cases()
        && (view.has(verb, Tags::NEG)
            || matches!(hedges::at(view, verb), Some((HedgeKind::Negation, _)))
            || view.is(verb, Features::ADV) && !view.is(verb, Features::NOUN)
            || view.is_filler(verb))
    {
        verb += 1;
    }
    is_infinitive(view, verb)
}

fn is_infinitive(view: &View<'_, '_>, at: usize) -> bool {
    if view.has_cases() {
        let sure = !view.is(at, Features::NOUN) || view.has(at, Tags::CUE_VERB);
        return view.is(at, Features::INF)
            && (sure || view.is(at, Features::GUESSED) && at > 0 && !governs_genitive(view, at - 1));
    }
    let marked = view.has(at, Tags::INFMARK) || view.has(at, Tags::NEG) && view.has(at + 1, Tags::INFMARK);
    let verb = if view.has(at, Tags::NEG) { at + 2 } else { at + 1 };
    let people = view.has(verb, Tags(Tags::PERSON.0 | Tags::GROUP.0)) && !view.is(verb, Features::INF);
    marked
        && !people
        && !view.has(verb, Tags(Tags::DET.0 | Tags::POSS3.0 | Tags::PRON3.0))
        && view.names.at(verb).is_none()
}

/// «отметил и добавил»: a conjunction before another verb.
fn joins_verbs(view: &View<'_, '_>, at: usize) -> bool {
    (at + 1..at + 4).any(|next| is_finite(view, next))
}

fn is_other_verb(view: &View<'_, '_>, at: usize) -> bool {
    is_finite(view, at) && view.depth(at) == 0
}

/// Shapes that no mark announces: a preposition, an object, a name given; `end` is where the verb's own words end.
fn plain(view: &View<'_, '_>, cue: &Cue<'_>, end: usize) -> Option<Opening> {
    for takes in &cue.verb.takes {
        let opening = match takes {
            Takes::Prep(word) => preposition(view, cue, word, end),
            Takes::Noun => object(view, cue, end).map(|at| (Shape::Object, at)),
            Takes::As => object(view, cue, end).map(|at| (Shape::Called, at)),
            Takes::TopicPrep(word) => {
                (cue.end..end).find(|&at| view.text.normal(at) == &**word).map(|at| (Shape::Topic, at + 1))
            }
            Takes::Topic => object(view, cue, end).map(|at| (Shape::Topic, at)),
            _ => None,
        };
        if let Some((shape, content)) = opening.filter(|&(_, content)| content < end) {
            return found(shape, content, if shape == Shape::Topic { content } else { content.max(cue.end) });
        }
    }
    None
}

/// Content that begins with its preposition; the object of a judgement comes along («обвинили ее в краже»).
fn preposition(view: &View<'_, '_>, cue: &Cue<'_>, word: &str, end: usize) -> Option<(Shape, usize)> {
    let measure = |at: usize| matches!(view.kind(at), Some(TokenKind::Number | TokenKind::Mark)) || view.in_time(at);
    let at = (cue.end..end).find(|&at| view.text.normal(at) == word && !measure(at + 1))?;
    let judged = (cue.verb.stance == onrecord_lang::Stance::Judges).then(|| object(view, cue, at)).flatten();
    Some((Shape::Preposition, judged.unwrap_or(at)))
}

/// The first word after the verb that can begin an object: not a nominative, not a circumstance.
fn object(view: &View<'_, '_>, cue: &Cue<'_>, end: usize) -> Option<usize> {
    let start = (cue.end..end).find(|&at| !view.is_filler(at))?;
    let start = past_asked(view, cue, start, end);
    if !view.has_cases() {
        return (!view.has(start, Tags(Tags::PREP.0 | Tags::COORD.0 | Tags::SUB.0))).then_some(start);
    }
    if view.has(start, Tags(Tags::PREP.0 | Tags::COORD.0 | Tags::SUB.0)) {
        return None;
    }
    if view.kind(start) == Some(TokenKind::Open) {
        return Some(start);
    }
    // «Считают законченными переговоры»: what something is called may stand before it.
    let instrumental = view.is(start, Features::case(Case::Instrumental)) && view.is(start, Features::ADJ);
    if instrumental && cue.takes(&Takes::As) {
        return Some(start);
    }
    let oblique = Features(Features::ALL_CASES.0 & !Features::case(Case::Nominative).0);
    phrase_at(view, start, end, oblique).map(|_| start)
}

/// «Требовать от властей отставки»: one past whom something is asked of, behind a preposition.
fn past_asked(view: &View<'_, '_>, cue: &Cue<'_>, at: usize, end: usize) -> usize {
    use onrecord_lang::Stance::{Asks, Orders};
    if !view.has_cases() || !matches!(cue.verb.stance, Asks | Orders) || !view.has(at, Tags::PREP) {
        return at;
    }
    let governed = view.token(at).map_or(Features(0), |token| token.word.features.nominal());
    let asked = phrase_at(view, at + 1, end, governed).filter(|_| governed.any(Features::case(Case::Genitive)));
    asked.map_or(at, |asked| asked.head + 1)
}
