//! Runs of capitalised words: which of them are people.

use std::ops::Range;

use onrecord_lang::{Case, Features, NO_ENTRY, Pack, Tags};
use onrecord_text::{Text, Token, TokenKind};

use super::titled::{Passages, body_name, capitals, foreign, is_latin, is_roman_number};
use super::{Name, NamedKind, Names};

/// People: given names with surnames, initials, and unknown capitals after an office.
pub(super) fn people(text: &Text<'_>, pack: &Pack, passages: &Passages, names: &mut Names) {
    let mut at = 0;
    while at < text.tokens.len() {
        let run = run(text, names, passages, at);
        if run.is_empty() {
            at += 1;
            continue;
        }
        let run = without_owner(text, names, run);
        let run = without_adjective(text, pack, run);
        at = run.end;
        let mut claim = |name: Name| {
            at = at.max(name.tokens.end);
            names.claim(name);
        };
        if let Some(name) = person(text, pack, run.clone()) {
            claim(name);
        } else if let Some(name) = foreign(text, passages, run.clone())
            .or_else(|| body_name(text, run.clone()))
            .or_else(|| capitals(text, pack, run))
        {
            claim(name);
        }
    }
    known_surnames(text, names);
}

/// The longest run of free capitalised words from `at`; initials bring their periods along.
///
/// Where a text is Cyrillic its letters do not change within a name: «вопросам Brexit Ивана Орлова» has two.
fn run(text: &Text<'_>, names: &Names, passages: &Passages, at: usize) -> Range<usize> {
    let mut end = at;
    let one_script = |end: usize| {
        !passages.in_cyrillic
            || !text.tokens[end].is_word()
            || is_latin(text, end) == is_latin(text, at)
            || is_roman_number(text.word(end))
    };
    while end < text.tokens.len() && end - at < 8 {
        let follows = end == at || same_place(text, end - 1, end) && one_script(end);
        let step = if follows && names.is_free(end..end + 1) { name_step(text, at, end) } else { 0 };
        if step == 0 {
            break;
        }
        end += step;
    }
    at..end.min(text.tokens.len())
}

/// How many tokens a run that began at `start` goes on by at `at`; 0 when it ends.
fn name_step(text: &Text<'_>, start: usize, at: usize) -> usize {
    let inner = at > start;
    let particle =
        || inner && text.tokens[at].has(Tags::NOBILIARY) && text.tokens.get(at + 1).is_some_and(|next| next.is_capital);
    let small = Tags(
        Tags::PREP.0
            | Tags::COORD.0
            | Tags::COMP.0
            | Tags::SUB.0
            | Tags::REL.0
            | Tags::DET.0
            | Tags::NEG.0
            | Tags::BE.0,
    );
    let no_surname = Tags(small.0 | Tags::ADJ_PLACE.0);
    // After a given name any capitalised word is a surname: "Anna Storm", «Рита Колесо».
    let named = || {
        let token = &text.tokens[at];
        inner && text.tokens[at - 1].has(Tags::GIVEN) && token.is_word() && token.is_capital && !token.has(no_surname)
    };
    if is_initial(text, at) {
        2
    } else {
        usize::from(is_name_word(text, at) && (inner || !is_common(text, at)) || particle() || named())
    }
}

/// «адвокат Биби Сайфул Малук»: the surname of somebody named before is no part of the next name.
fn without_owner(text: &Text<'_>, names: &Names, run: Range<usize>) -> Range<usize> {
    let first = text.normal(run.start);
    let known = |name: &Name| {
        name.is_person()
            && name.n_given > 0
            && name.n_given < name.tokens.len()
            && super::same_name(text.normal(name.tokens.end - 1), first)
    };
    let owned =
        run.len() >= 3 && !text.tokens[run.start].has(Tags::GIVEN) && names.all.iter().rev().take(200).any(known);
    if owned { run.start..run.start + 1 } else { run }
}

/// «Їхав Північним шляхом»: the adjective of the common noun that follows is no part of a name.
fn without_adjective(text: &Text<'_>, pack: &Pack, run: Range<usize>) -> Range<usize> {
    let last = run.end - 1;
    let described = run.len() > 1 && pack.has_cases() && describes_next(text, last);
    let surname = text.tokens[last - usize::from(run.len() > 1)].has(Tags::GIVEN);
    if described && !surname { run.start..last } else { run }
}

pub(super) fn same_place(text: &Text<'_>, a: usize, b: usize) -> bool {
    text.tokens[a].sentence == text.tokens[b].sentence && text.tokens[a].depth == text.tokens[b].depth
}

fn is_initial(text: &Text<'_>, at: usize) -> bool {
    let token = &text.tokens[at];
    token.is_capital
        && token.is_word()
        && text.word(at).chars().count() == 1
        && text.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Stop && next.span.start == token.span.end)
        && text.tokens.get(at + 2).is_some_and(|next| next.is_capital)
}

fn is_name_word(text: &Text<'_>, at: usize) -> bool {
    let token = &text.tokens[at];
    let never = Tags(
        Tags::ADJ_PLACE.0 | Tags::SMALL.0 | Tags::PRON3.0 | Tags::PRON1.0 | Tags::DET.0 | Tags::DEM.0 | Tags::TIME.0,
    );
    let common_noun = Tags(
        Tags::ROLE.0
            | Tags::GROUP.0
            | Tags::BODY.0
            | Tags::ACT.0
            | Tags::CUE_VERB.0
            | Tags::DOCUMENT.0
            | Tags::PERSON.0,
    );
    // "al-Amr", «аль-Асад»: the capital stands after the hyphen.
    let capital = token.is_capital || text.word(at).split('-').skip(1).any(onrecord_lang::is_upper_first);
    token.is_word() && capital && (token.has(Tags::GIVEN) || !token.has(never) && !token.has(common_noun))
}

/// Whether the word begins its sentence and the lists know it as a common one.
fn is_common(text: &Text<'_>, at: usize) -> bool {
    let token = &text.tokens[at];
    let starts = is_sentence_start(text, at);
    let listed = token.word.lemma != NO_ENTRY || token.word.tags.0 != 0;
    starts && listed && !token.has(Tags::GIVEN)
}

fn is_sentence_start(text: &Text<'_>, at: usize) -> bool {
    at == 0
        || text.tokens[at - 1].sentence != text.tokens[at].sentence
        || matches!(text.tokens[at - 1].kind, TokenKind::Open | TokenKind::Stop | TokenKind::Colon)
}

fn person(text: &Text<'_>, pack: &Pack, run: Range<usize>) -> Option<Name> {
    // «Влада заявила»: a given name that is also a listed noun needs a surname, at the head of a sentence.
    let common = Tags(Tags::BODY.0 | Tags::GROUP.0 | Tags::ROLE.0 | Tags::ACT.0 | Tags::OTHER.0 | Tags::DOCUMENT.0);
    if run.len() == 1 && text.tokens[run.start].has(common) && is_sentence_start(text, run.start) {
        return None;
    }
    // «ОМВ Газ Б.В.»: letters alone are nobody.
    if !run.clone().any(|at| text.tokens[at].is_word() && text.word(at).chars().count() > 1) {
        return None;
    }
    let is_given = |at: usize| text.tokens[at].has(Tags::GIVEN) && !(run.len() > 1 && text.tokens[at].is_acronym);
    let first_given = run.clone().find(|&at| is_given(at) || is_initial(text, at));
    if let Some(start) = first_given.filter(|&start| start == run.start || text.tokens[start].has(Tags::GIVEN)) {
        let tokens = start..(start + 5).min(run.end);
        let n_given = n_given(text, tokens.clone());
        return Some(Name { tokens, kind: NamedKind::Person, listed: None, n_given, entity: 0 });
    }
    // «Король Людовик XVI»: the number says nothing of the name.
    let named = run.clone().rev().find(|&at| !is_roman_number(text.word(at))).unwrap_or(run.start);
    let (whole, run) = (run.clone(), run.start..named + 1);
    let before = run.start.checked_sub(1).filter(|&before| same_place(text, before, run.start));
    let after_office = before.is_some_and(|before| {
        let token = &text.tokens[before];
        token.has(Tags(Tags::ROLE.0 | Tags::PERSON.0 | Tags::DEMONYM.0)) && !token.has(Tags::CUE_VERB)
    });
    let town = Tags(Tags::NOBILIARY.0 | Tags::PLACE.0);
    let unknown = run.clone().all(|at| text.tokens[at].word.tags.0 & !town.0 == 0 && !text.tokens[at].is_acronym);
    let like_surname = pack.surname(text.normal(run.end - 1)).is_some();
    let ascii_in_cyrillic = text.normal(run.end - 1).is_ascii() && pack.has_cases();
    // «Великой», «Балтийского»: an adjective alone is no name unless it ends as surnames do.
    let only = &text.tokens[run.start];
    let adjective = run.len() == 1
        && (!only.is(Features::NOUN) && only.is(Features(Features::ADJ.0 | Features::PART.0)) && !like_surname
            || describes_next(text, run.start));
    let is_person = !adjective
        && match run.len() {
            1 => {
                // «В Минводхозе»: within something stands no person, unless named in full elsewhere.
                let within = before.is_some_and(|before| is_within(text, before));
                let inside = like_surname && !within && !is_sentence_start(text, run.start);
                unknown
                    && !ascii_in_cyrillic
                    && (after_office
                        || inside
                        || opens_act(text, run.start) && says_something(text, run.start, like_surname))
            }
            2 | 3 => unknown && !ascii_in_cyrillic && (after_office || like_surname || beside_cue(text, run.clone())),
            _ => false,
        };
    let n_given = if run.len() > 1 { run.len() - 1 } else { 0 };
    is_person.then_some(Name { tokens: whole, kind: NamedKind::Person, listed: None, n_given, entity: 0 })
}

/// Whether a word is an adjective of the common noun after it: «Вищим судом», «Северный рынок».
fn describes_next(text: &Text<'_>, at: usize) -> bool {
    let (word, Some(next)) = (&text.tokens[at], text.tokens.get(at + 1)) else { return false };
    let common = next.is(Features::NOUN) && !next.is_capital && same_place(text, at, at + 1);
    // A noun that no list has may be something else, unless both stand in one oblique case.
    let sure = !next.is(Features::GUESSED) || !next.is(Features::FINITE) && !word.word.features.is_nominative();
    let human = Tags(Tags::ROLE.0 | Tags::PERSON.0 | Tags::SMALL.0);
    common && sure && !next.has(human) && word.is(Features::ADJ) && word.word.features.any(next.word.features.nominal())
}

/// Whether a preposition says in what something lies.
pub(super) fn is_within(text: &Text<'_>, at: usize) -> bool {
    let token = &text.tokens[at];
    let governs = |case: Case| token.is(Features::case(case));
    token.has(Tags::PREP) && governs(Case::Locative) && !governs(Case::Dative)
}

/// Whether a word stands where a subject begins: at the head of a sentence, after a mark, or after a reporting verb.
fn opens_act(text: &Text<'_>, at: usize) -> bool {
    // «Раніше Бенкс визнав»: an adverb at the head of the sentence changes nothing.
    let adverb = |at: usize| text.tokens[at].is_word() && is_adverb(&text.tokens[at]);
    if at > 0 && is_sentence_start(text, at - 1) && adverb(at - 1) {
        return true;
    }
    let Some(before) = at.checked_sub(1).map(|before| &text.tokens[before]) else { return true };
    let mark = matches!(before.kind, TokenKind::Close | TokenKind::Comma | TokenKind::Dash | TokenKind::Colon);
    is_sentence_start(text, at) || mark || before.has(Tags::CUE_VERB) && before.is(Features::FINITE)
}

/// Whether an unknown word at the head of a sentence is the subject of a singular reporting verb (of any past verb,
/// when it ends as surnames do).
fn says_something(text: &Text<'_>, at: usize, like_surname: bool) -> bool {
    let mut verb = at + 1;
    while text
        .tokens
        .get(verb)
        .is_some_and(|token| token.has(Tags(Tags::NEG.0 | Tags::AUX.0 | Tags::BE.0)) || is_adverb(token))
    {
        verb += 1;
    }
    let several = Features(Features::V_ANY.0 & !Features::V_P.0);
    let says = |at: usize| {
        text.tokens.get(at).is_some_and(|token| {
            let reports = token.has(Tags::CUE_VERB) || like_surname && token.is(Features::PAST);
            reports
                && token.is(Features::FINITE)
                && token.is(several)
                && !token.is_capital
                && (token.has(Tags::CUE_VERB) || token.is(Features::GUESSED))
        })
    };
    says(verb) || at > 0 && says(at - 1) && same_place(text, at - 1, at)
}

fn is_adverb(token: &Token) -> bool {
    token.has(Tags(Tags::ADV.0 | Tags::PARTICLE.0)) || token.is(Features::ADV) && !token.is(Features::NOUN)
}

/// Whether a reporting verb stands right before or after.
fn beside_cue(text: &Text<'_>, run: Range<usize>) -> bool {
    let cue = |at: usize| {
        text.tokens
            .get(at)
            .is_some_and(|token| token.has(Tags::CUE_VERB) && token.is(Features::FINITE) && !token.is_capital)
    };
    cue(run.end) || run.start > 0 && cue(run.start - 1)
}

/// How many of a person's first tokens are given names or initials (with their periods).
fn n_given(text: &Text<'_>, tokens: Range<usize>) -> usize {
    let mut end = tokens.start;
    while end < tokens.end {
        if is_initial(text, end) {
            end += 2;
        } else if text.tokens[end].has(Tags::GIVEN) && end + 1 < tokens.end {
            end += 1;
        } else {
            break;
        }
    }
    end - tokens.start
}

/// Single capitals that are the surname of somebody named in full elsewhere.
fn known_surnames(text: &Text<'_>, names: &mut Names) {
    let surnames: Vec<usize> = names
        .all
        .iter()
        .filter(|name| name.is_person() && name.n_given > 0 && name.n_given < name.tokens.len())
        .map(|name| name.tokens.end - 1)
        .collect();
    let mut known: hashbrown::HashMap<&str, Vec<usize>> = hashbrown::HashMap::new();
    for surname in surnames {
        known.entry(first_letters(text.normal(surname))).or_default().push(surname);
    }
    let mut found = Vec::new();
    for at in 0..text.tokens.len() {
        let token = &text.tokens[at];
        // A small town may bear a surname's name; who is known by it in this article comes first.
        let taken = names.at(at).is_some_and(|name| name.is_person() || name.tokens.len() > 1 || is_weighty(name));
        if !token.is_capital || !token.is_word() || taken {
            continue;
        }
        let same = known.get(first_letters(text.normal(at))).into_iter().flatten().take(40);
        if same.copied().any(|surname| super::same_name(text.normal(at), text.normal(surname))) {
            found.push(at);
        }
    }
    // `found` is in order; what the lists took these words for goes.
    names.all.retain(|name| name.tokens.len() > 1 || found.binary_search(&name.tokens.start).is_err());
    for at in found {
        names.claim(Name { tokens: at..at + 1, kind: NamedKind::Person, listed: None, n_given: 0, entity: 0 });
    }
}

/// Countries, unions and bodies are not mistaken for people.
fn is_weighty(name: &Name) -> bool {
    use onrecord_lang::NameKind::{Body, Country, Union};
    matches!(name.kind, NamedKind::Listed(Country | Union | Body))
}

fn first_letters(word: &str) -> &str {
    word.char_indices().nth(3).map_or(word, |(end, _)| &word[..end])
}
