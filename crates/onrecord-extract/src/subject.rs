//! The subject of a verb: before it, after it, or carried over from the clause before.

use std::ops::Range;

use onrecord_lang::{Case, Features, Number, Tags};
use onrecord_text::TokenKind;

use crate::agreement::shares_case_with;
use crate::mentions::NamedKind;
use crate::noun_phrase::{NounPhrase, is_speaker_like, phrase_at};
use crate::view::View;

/// How many comma-separated pieces before a verb are looked at.
const MOST_PIECES: usize = 8;

/// A subject, and how it was found.
#[derive(Clone, Debug)]
pub(crate) struct Subject {
    /// The phrase.
    pub(crate) phrase: NounPhrase,
    /// Whether it belongs to an earlier verb of the sentence: «приехал и заявил».
    pub(crate) is_carried: bool,
}

/// What a verb with these features asks of its subject, in the nominative.
pub(crate) fn wanted(view: &View<'_, '_>, verb: Features) -> Features {
    if !view.has_cases() {
        return Features::ALL_CASES;
    }
    let asked = Features(verb.asked_of_subject().0 & Features::case(Case::Nominative).0);
    // «Пресс-секретарь заявила»: a woman may hold an office of masculine gender.
    let she = Features::of(Case::Nominative, Number::Feminine);
    if asked == she { asked | Features::of(Case::Nominative, Number::Masculine) } else { asked }
}

/// The subject before the verb group that begins at `verb`; nothing before `floor` is looked at.
pub(crate) fn before(view: &View<'_, '_>, verb: usize, floor: usize, features: Features) -> Option<Subject> {
    let wanted = wanted(view, features);
    let singular = !view.has_cases() && features.any(Features::PRES) && !features.any(Features::V_P);
    let pieces = pieces(view, floor, verb);
    let mut gap = false;
    for (place, piece) in pieces.iter().enumerate().rev().take(MOST_PIECES) {
        let own = &past_conjunction(view, piece, place + 1 == pieces.len());
        let piece = own.as_ref().unwrap_or(piece);
        let is_own = place + 1 == pieces.len();
        if piece.tokens.is_empty() || is_insertion(view, piece.tokens.clone(), is_own) {
            gap = true;
        } else if let Some(found) = last_subject(view, piece.tokens.clone(), wanted, singular) {
            let is_carried = is_cut_off(view, found.tokens.end, verb);
            let found = with_list(view, &pieces[..place], piece, found, wanted);
            let phrase = if gap || found.tokens.start == piece.tokens.start {
                with_apposition(view, &pieces[..place], piece, found, wanted, gap)
            } else {
                found
            };
            return Some(Subject { phrase, is_carried });
        }
        if piece.opens_clause {
            break;
        }
    }
    None
}

/// A piece of a sentence between commas, dashes and brackets.
struct Piece {
    tokens: Range<usize>,
    /// Whether a conjunction or colon stands before it, so that a subject cannot lie further back.
    opens_clause: bool,
}

/// «Если судья скажет»: the conjunction that opens the verb's own clause is no part of its subject.
fn past_conjunction(view: &View<'_, '_>, piece: &Piece, is_own: bool) -> Option<Piece> {
    let start = piece.tokens.start;
    let opens = is_own && piece.tokens.len() > 1 && view.has(start, Tags::SUB) && !view.has(start, Tags::WH);
    opens.then(|| Piece { tokens: start + 1..piece.tokens.end, opens_clause: true })
}

fn pieces(view: &View<'_, '_>, floor: usize, verb: usize) -> Vec<Piece> {
    let depth = view.depth(verb);
    let mut pieces = Vec::new();
    let (mut start, mut opens_clause) = (floor, true);
    let mut at = floor;
    while at < verb {
        let same = view.depth(at) == depth;
        let next = match view.kind(at) {
            Some(TokenKind::OpenBracket) if same => view.past_brackets(at).min(verb),
            _ => at + 1,
        };
        let cuts = same
            && match view.kind(at) {
                Some(
                    TokenKind::Comma | TokenKind::Dash | TokenKind::OpenBracket | TokenKind::Colon | TokenKind::Stop,
                ) => true,
                _ => view.has(at, Tags::COMP) && view.has_cases() && at > floor,
            };
        if cuts {
            pieces.push(Piece { tokens: start..at, opens_clause });
            let hard = matches!(view.kind(at), Some(TokenKind::Colon | TokenKind::Stop)) || view.has(at, Tags::COMP);
            (start, opens_clause) = (next, hard);
        }
        at = next;
    }
    pieces.push(Piece { tokens: start..verb, opens_clause });
    pieces
}

/// Whether a piece is inserted: it begins with a gerund, a participle, a relative, a preposition, a conjunction of time.
/// In the verb's own piece a participle belongs to the subject: «работавшие с ней женщины заявили».
fn is_insertion(view: &View<'_, '_>, piece: Range<usize>, is_own: bool) -> bool {
    let Some(first) = piece.clone().find(|&at| !view.is_filler(at)) else { return true };
    let gerund = piece.clone().take(3).any(|at| {
        let sure = !view.is(at, Features::ADJ) && !view.is(at, Features::NOUN) || view.has(at, Tags::CUE_VERB);
        view.is(at, Features::GERUND) && sure && !view.is(at, Features::FINITE)
    });
    let participle = view.is(first, Features::PART) && !view.has(first, Tags::SPEAKER) && !is_own;
    let opener = Tags(Tags::REL.0 | Tags::SUB.0 | Tags::WH.0);
    // «Семь профсоюзов, в которых состоят рабочие, заявили».
    let relative = view.has(first, Tags::PREP) && view.has(first + 1, Tags::REL);
    gerund
        || relative
        || participle && !reaches_head(view, first, piece.end)
        || view.has(first, opener) && !view.has(first, Tags::DET)
}

/// Whether a participle at the head of a piece modifies a noun in it («бастующие пилоты»).
fn reaches_head(view: &View<'_, '_>, first: usize, end: usize) -> bool {
    phrase_at(view, first, end, Features::case(Case::Nominative)).is_some_and(|phrase| phrase.head != first)
}

/// The last phrase of a piece that can be the subject.
fn last_subject(view: &View<'_, '_>, piece: Range<usize>, wanted: Features, singular: bool) -> Option<NounPhrase> {
    let mut best: Option<NounPhrase> = None;
    let mut at = piece.start;
    while at < piece.end {
        if let Some(past) = past_prepositional(view, at, piece.end) {
            at = past;
            continue;
        }
        let found = phrase_at(view, at, piece.end, wanted).or_else(|| joint_at(view, at, piece.end, wanted));
        let found = found.map(|phrase| if singular { last_of_joint(view, phrase) } else { phrase });
        match found.filter(|phrase| !is_likely_verb(view, phrase)) {
            Some(phrase) => {
                at = phrase.tokens.end.max(at + 1);
                let better = best.as_ref().is_none_or(|best| weight(view, phrase.head) >= weight(view, best.head));
                if better {
                    best = Some(phrase);
                }
            }
            None => at = past_other_case(view, at),
        }
    }
    best
}

/// "It is small and the council rates": what is joined by "and" is no subject of a singular verb; its last member may be.
fn last_of_joint(view: &View<'_, '_>, phrase: NounPhrase) -> NounPhrase {
    match phrase.joint.last().cloned() {
        Some(last) => phrase_at(view, last.start, last.end, Features::ALL_CASES).unwrap_or(phrase),
        None => phrase,
    }
}

/// «Проходили»: an unlisted word alone that looks like a past as well as like a noun.
fn is_likely_verb(view: &View<'_, '_>, phrase: &NounPhrase) -> bool {
    let head = view.token(phrase.head);
    phrase.tokens.len() == 1
        && view.has_cases()
        && head.is_some_and(|head| head.is(Features::GUESSED) && head.is(Features::PAST) && !head.is_capital)
}

/// One past a word that no subject begins with; past the whole name when it stands in another case, and past a name
/// that belongs to a noun in another case: «Ирине Кот», «депутатке Кот».
fn past_other_case(view: &View<'_, '_>, at: usize) -> usize {
    if let Some(name) = view.names.starting(at) {
        return name.tokens.end.max(at + 1);
    }
    let human = view.has(at, Tags(Tags::ROLE.0 | Tags::PERSON.0)) && view.has_cases();
    let beside = view.names.starting(at + 1).filter(|name| human && name.is_person());
    if let Some(name) = beside.filter(|name| shares_case_with(view, at, name, None)) {
        return name.tokens.end;
    }
    // «Корреспонденту "Речной правды"»: what hangs on a noun in another case goes with it.
    let titled = human && view.kind(at + 1) == Some(TokenKind::Open);
    let phrase = phrase_at(view, at, view.sentence(at).end, Features::ALL_CASES).filter(|_| titled);
    phrase.map_or(at + 1, |phrase| one_case(view, &phrase))
}

/// «Министр и мэр сообщили»: singulars joined for a plural verb.
fn joint_at(view: &View<'_, '_>, at: usize, limit: usize, wanted: Features) -> Option<NounPhrase> {
    let plural = wanted == Features::of(Case::Nominative, Number::Plural);
    let any = plural.then(|| phrase_at(view, at, limit, Features::case(Case::Nominative))).flatten();
    any.filter(|phrase| phrase.joint.len() > 1 || plural && is_quantity(view, phrase))
}

/// «Большинство депутатов», «шестеро из семи»: a singular quantity of people for a plural verb.
fn is_quantity(view: &View<'_, '_>, phrase: &NounPhrase) -> bool {
    let counts = view.has(phrase.tokens.start, Tags(Tags::NUM.0 | Tags::DET.0));
    counts && phrase.tokens.len() > 1 && view.has(phrase.tokens.end - 1, Tags::SPEAKER)
}

/// How likely a head speaks: people before bodies, bodies before titles and things.
fn weight(view: &View<'_, '_>, head: usize) -> u8 {
    let people = Tags(Tags::ROLE.0 | Tags::PERSON.0 | Tags::GROUP.0 | Tags::PRON3.0 | Tags::SOURCE.0 | Tags::DEMONYM.0);
    match view.names.at(head) {
        Some(name) if name.is_person() => 3,
        Some(name) if name.kind == NamedKind::Titled => 1,
        Some(_) => 2,
        None if view.has(head, people) => 3,
        None if view.has(head, Tags(Tags::BODY.0 | Tags::OUTLET.0 | Tags::DOCUMENT.0)) => 2,
        None if is_speaker_like(view, head) => 1,
        None => 0,
    }
}

/// One past a preposition and its noun phrase.
fn past_prepositional(view: &View<'_, '_>, at: usize, limit: usize) -> Option<usize> {
    let token = view.token(at)?;
    if !token.has(Tags::PREP) || view.in_time(at) {
        return None;
    }
    let governed = token.word.features.nominal();
    let governed = if governed.is_empty() { Features::ALL_CASES } else { governed };
    let object = phrase_at(view, at + 1, limit, governed);
    Some(object.map_or(at + 1, |object| object.tokens.end))
}

/// Whether another finite verb stands between a phrase and the verb.
fn is_cut_off(view: &View<'_, '_>, from: usize, verb: usize) -> bool {
    let depth = view.depth(verb);
    (from..verb).any(|at| {
        view.depth(at) == depth
            && view.is(at, Features::FINITE)
            && !view.is(at, Features::NOUN)
            && !view.has(at, Tags::AUX)
            && !view.in_time(at)
    })
}

/// «Партнеры A, B и C обязались»: the last of a list brings the earlier ones along.
fn with_list(
    view: &View<'_, '_>,
    earlier: &[Piece],
    piece: &Piece,
    mut found: NounPhrase,
    wanted: Features,
) -> NounPhrase {
    if found.joint.len() < 2 || found.tokens.start != piece.tokens.start || piece.opens_clause {
        return found;
    }
    for before in earlier.iter().rev().take(MOST_PIECES) {
        let listed = last_subject(view, before.tokens.clone(), wanted, false)
            .or_else(|| last_subject(view, before.tokens.clone(), Features::case(Case::Nominative), false))
            .filter(|phrase| phrase.tokens.end == before.tokens.end && is_speaker_like(view, phrase.head));
        let Some(listed) = listed.filter(|phrase| phrase.joint.is_empty()) else { break };
        let opens = listed.tokens.start > before.tokens.start || before.opens_clause;
        found.tokens.start = listed.tokens.start;
        found.head = listed.head;
        found.joint.insert(0, listed.tokens);
        if opens {
            break;
        }
    }
    found
}

/// «Глава делегации – замминистра X – заявил», "X, an MP, said": the name before the dash or comma belongs to the phrase.
fn with_apposition(
    view: &View<'_, '_>,
    earlier: &[Piece],
    piece: &Piece,
    found: NounPhrase,
    wanted: Features,
    gap: bool,
) -> NounPhrase {
    let whole = found.tokens == piece.tokens;
    let Some(before) = earlier.last().filter(|before| gap && whole && !before.tokens.is_empty()) else { return found };
    let Some(name) = last_subject(view, before.tokens.clone(), wanted, false) else { return found };
    if name.tokens.end != before.tokens.end || piece.opens_clause || !is_speaker_like(view, name.head) {
        return found;
    }
    NounPhrase::new(name.tokens.start..found.tokens.end, name.head)
}

/// The subject after a verb group that ends at `from`; `limit` bounds the search.
pub(crate) fn after(view: &View<'_, '_>, from: usize, limit: usize, features: Features) -> Option<Subject> {
    let wanted = wanted(view, features);
    let mut at = from;
    let mut steps = 0;
    while at < limit && steps < 12 {
        steps += 1;
        if let Some(past) = past_prepositional(view, at, limit).filter(|_| view.has_cases()) {
            at = past;
            continue;
        }
        // «Заявил в понедельник, 19 ноября, представитель»: the commas of a date are passed.
        let dated = view.kind(at) == Some(TokenKind::Comma) && at > from && view.in_time(at - 1) && view.has_cases();
        if view.is_filler(at) || dated {
            at += 1;
            continue;
        }
        if let Some(phrase) = phrase_at(view, at, limit, wanted).or_else(|| joint_at(view, at, limit, wanted)) {
            let phrase = with_holder(view, phrase, limit);
            return Some(Subject { phrase: with_tail(view, phrase, limit, wanted), is_carried: false });
        }
        // Another case: an addressee or a circumstance («сообщил журналистам пресс-секретарь»).
        let other = view.has_cases().then(|| phrase_at(view, at, limit, Features::ALL_CASES)).flatten()?;
        at = one_case(view, &other);
    }
    None
}

/// «Министр культуры, молодёжи и спорта Анна Попова»: a list inside an office is passed to reach its holder.
fn with_holder(view: &View<'_, '_>, mut phrase: NounPhrase, limit: usize) -> NounPhrase {
    let named = view.names.within(phrase.tokens.clone()).any(|name| name.is_person());
    if named || !view.has(phrase.head, Tags::ROLE) || !view.has_cases() || !phrase.joint.is_empty() {
        return phrase;
    }
    let end = limit.min(phrase.tokens.end + LONGEST_OFFICE);
    let holder = |at: usize| view.names.starting(at).filter(|name| name.is_person() && name.n_given > 0);
    let Some(name) = (phrase.tokens.end..end).find_map(holder) else { return phrase };
    let plain = (phrase.tokens.end..name.tokens.start).all(|at| is_part_of_office(view, at));
    let listed = (phrase.tokens.end..name.tokens.start)
        .any(|at| view.kind(at) == Some(TokenKind::Comma) || view.has(at, Tags::PREP));
    if plain && listed && shares_case_with(view, phrase.head, name, None) {
        phrase.tokens.end = name.tokens.end;
    }
    phrase
}

/// The words of an office are looked through for its holder no farther than this many tokens.
const LONGEST_OFFICE: usize = 24;

/// Whether a token can stand between an office and its holder: oblique nouns and adjectives, names of bodies, commas,
/// conjunctions, prepositions.
fn is_part_of_office(view: &View<'_, '_>, at: usize) -> bool {
    if matches!(view.kind(at), Some(TokenKind::Comma | TokenKind::Open | TokenKind::Close | TokenKind::Number)) {
        return true;
    }
    let another = view.has(at, Tags(Tags::ROLE.0 | Tags::PERSON.0)) && view.is(at, Features::case(Case::Nominative));
    let small = view.has(at, Tags(Tags::PREP.0 | Tags::COORD.0));
    let Some(token) = view.token(at).filter(|token| token.is_word()) else { return false };
    let oblique = token.word.features.nominal().0 & !Features::case(Case::Nominative).0 != 0;
    let noun = oblique || token.is_acronym || view.names.at(at).is_some();
    let verb = token.is(Features::FINITE) && !token.is(Features::NOUN) || token.has(Tags(Tags::REL.0 | Tags::COMP.0));
    !another && !verb && (small || noun)
}

/// The end of an oblique phrase, cut before a word that can only be nominative.
fn one_case(view: &View<'_, '_>, phrase: &NounPhrase) -> usize {
    let titled = |at: usize| {
        let inside = |at: usize| view.names.at(at).is_some_and(|name| !name.is_person());
        inside(at)
            || matches!(view.kind(at), Some(TokenKind::Open | TokenKind::Close)) && (inside(at + 1) || inside(at - 1))
    };
    let oblique = |at: usize| {
        titled(at)
            || view
                .token(at)
                .is_some_and(|token| token.word.features.nominal().0 & !Features::case(Case::Nominative).0 != 0)
    };
    let end = phrase.tokens.clone().skip(1).find(|&at| !oblique(at)).unwrap_or(phrase.tokens.end);
    end.max(phrase.head + 1)
}

/// «сказал X, глава Y.»: an apposition after a name, up to the next mark.
fn with_tail(view: &View<'_, '_>, mut phrase: NounPhrase, limit: usize, wanted: Features) -> NounPhrase {
    let end = phrase.tokens.end;
    let named = view.names.within(phrase.tokens.clone()).any(|name| name.is_person());
    if !named || end + 1 >= limit || view.kind(end) != Some(TokenKind::Comma) {
        return phrase;
    }
    let Some(role) = phrase_at(view, end + 1, limit, wanted) else { return phrase };
    let closes = role.tokens.end >= limit
        || matches!(
            view.kind(role.tokens.end),
            Some(TokenKind::Comma | TokenKind::Stop | TokenKind::Dash | TokenKind::Colon)
        );
    let office = Tags(Tags::ROLE.0 | Tags::PERSON.0);
    if closes && view.has(role.head, office) {
        phrase.tokens.end = role.tokens.end;
    }
    phrase
}
