//! Runs of capitalised words: which are listed names, titles, people.

use std::ops::Range;

use onrecord_lang::{Case, Features, NO_ENTRY, NameKind, Pack, Tags};
use onrecord_text::{Text, TokenKind};

use super::{Name, NamedKind, Names};

/// Names of the lists, the longest first.
pub(super) fn listed(text: &Text<'_>, pack: &Pack, names: &mut Names) {
    let mut at = 0;
    while at < text.tokens.len() {
        at = match long_name(text, pack, at).or_else(|| short_name(text, pack, at)) {
            Some(name) => {
                let end = name.tokens.end;
                names.claim(name);
                end
            }
            None => at + 1,
        };
    }
}

fn long_name(text: &Text<'_>, pack: &Pack, at: usize) -> Option<Name> {
    let first = &text.tokens[at];
    if first.kind != TokenKind::Word || !(first.is_capital || first.word.name != NO_ENTRY) {
        return None;
    }
    let (tokens, listed) =
        pack.long_names(text.normal(at)).find_map(|(words, place)| Some((spelled(text, at, words)?, place)))?;
    let kind = NamedKind::Listed(pack.names.get(listed as usize)?.kind);
    Some(Name { tokens, kind, listed: Some(listed), n_given: 0, entity: 0 })
}

/// The tokens that spell `words` in any case, starting with the token `at`.
fn spelled(text: &Text<'_>, at: usize, words: &[Box<str>]) -> Option<Range<usize>> {
    let mut next = at;
    for (n, word) in words.iter().enumerate() {
        let word = word.trim_matches(QUOTES);
        while n > 0 && matches!(text.tokens.get(next)?.kind, TokenKind::Open | TokenKind::StrayQuote) {
            next += 1;
        }
        let form = text.normal(next);
        if form.is_empty() || !super::same_name(form, word) {
            return None;
        }
        next += 1;
    }
    let last = next - 1;
    // Capitals decide where a word is also a common one: «южный парк» is no name.
    let all_small = (at..next).all(|token| !text.tokens[token].is_capital);
    (!all_small && (words.len() > 1 || text.tokens[last].is_capital)).then_some(at..next)
}

const QUOTES: &[char] = &['«', '»', '"', '“', '”', '„'];

fn short_name(text: &Text<'_>, pack: &Pack, at: usize) -> Option<Name> {
    let token = &text.tokens[at];
    let listed = token.word.name;
    if listed == NO_ENTRY || !token.is_capital || token.has(Tags::GIVEN) {
        return None;
    }
    let kind = pack.names.get(listed as usize)?.kind;
    if is_weak(kind) && follows_given_name(text, at) {
        return None;
    }
    // A small town's name at the head of a sentence is more often a common word.
    let common = Tags(
        Tags::SMALL.0 | Tags::ROLE.0 | Tags::PRON3.0 | Tags::DEM.0 | Tags::CUE_VERB.0 | Tags::ACT.0 | Tags::DOCUMENT.0,
    );
    if token.has(common) && !token.is_acronym {
        return None;
    }
    Some(Name { tokens: at..at + 1, kind: NamedKind::Listed(kind), listed: Some(listed), n_given: 0, entity: 0 })
}

/// Names that people bear too.
fn is_weak(kind: NameKind) -> bool {
    use NameKind::{City, Company, Party, Region, Team, Water};
    matches!(kind, City | Region | Water | Team | Company | Party)
}

/// Whether a given name stands right before, or an office before and another capital after ("Minister Lowell Finch").
fn follows_given_name(text: &Text<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|&before| same_place(text, before, at)) else { return false };
    let given = text.tokens[before].has(Tags::GIVEN) && text.tokens[before].is_capital;
    let office = text.tokens[before].has(Tags::ROLE) && text.tokens[at].is(Features::case(Case::Nominative));
    let after = text.tokens.get(at + 1).is_some_and(|next| next.is_capital && next.is_word() && next.word.tags.0 == 0);
    given || office && after && same_place(text, at, at + 1)
}

/// Short quotations without a verb that begin with a capital: names of companies, papers, projects.
pub(super) fn titled(text: &Text<'_>, names: &mut Names) {
    for quote in &text.quotes {
        let inside = quote.open + 1..quote.close;
        if !quote.is_closed || inside.is_empty() || inside.len() > 6 || !names.is_free(inside.clone()) {
            continue;
        }
        let capital = text.tokens[inside.start].is_capital;
        let noun_before =
            quote.open > 0 && text.tokens[quote.open - 1].has(Tags(Tags::BODY.0 | Tags::OUTLET.0 | Tags::OTHER.0));
        let stops =
            text.tokens[inside.clone()].iter().any(|token| matches!(token.kind, TokenKind::Stop | TokenKind::Comma));
        if capital && !stops && (noun_before || inside.len() <= 4) && !has_finite(text, inside.clone()) {
            names.claim(Name { tokens: inside, kind: NamedKind::Titled, listed: None, n_given: 0, entity: 0 });
        }
    }
}

fn has_finite(text: &Text<'_>, tokens: Range<usize>) -> bool {
    text.tokens[tokens].iter().any(|token| {
        token.is(Features::FINITE) && !token.is(Features::NOUN) && !token.is_capital
            || token.has(Tags(Tags::PRON3.0 | Tags::PRON1.0))
    })
}

/// People: given names with surnames, initials, and unknown capitals after an office.
pub(super) fn people(text: &Text<'_>, pack: &Pack, names: &mut Names) {
    let mut at = 0;
    while at < text.tokens.len() {
        let run = run(text, names, at);
        if run.is_empty() {
            at += 1;
            continue;
        }
        let run = without_owner(text, names, run);
        at = run.end;
        let mut claim = |name: Name| {
            at = at.max(name.tokens.end);
            names.claim(name);
        };
        if let Some(name) = person(text, pack, run.clone()) {
            claim(name);
        } else if let Some(name) =
            foreign(text, run.clone()).or_else(|| body_name(text, run.clone())).or_else(|| capitals(text, pack, run))
        {
            claim(name);
        }
    }
    known_surnames(text, names);
}

/// The longest run of free capitalised words from `at`; initials bring their periods along.
fn run(text: &Text<'_>, names: &Names, at: usize) -> Range<usize> {
    let mut end = at;
    while end < text.tokens.len() && end - at < 8 {
        let follows = end == at || same_place(text, end - 1, end);
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

fn same_place(text: &Text<'_>, a: usize, b: usize) -> bool {
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
    let first_given = run.clone().find(|&at| text.tokens[at].has(Tags::GIVEN) || is_initial(text, at));
    if let Some(start) = first_given.filter(|&start| start == run.start || text.tokens[start].has(Tags::GIVEN)) {
        let tokens = start..(start + 5).min(run.end);
        let n_given = n_given(text, tokens.clone());
        return Some(Name { tokens, kind: NamedKind::Person, listed: None, n_given, entity: 0 });
    }
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
        && !only.is(Features::NOUN)
        && only.is(Features(Features::ADJ.0 | Features::PART.0))
        && !like_surname;
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
    is_person.then_some(Name { tokens: run, kind: NamedKind::Person, listed: None, n_given, entity: 0 })
}

/// Whether a preposition says in what something lies.
fn is_within(text: &Text<'_>, at: usize) -> bool {
    let token = &text.tokens[at];
    let governs = |case: Case| token.is(Features::case(case));
    token.has(Tags::PREP) && governs(Case::Locative) && !governs(Case::Dative)
}

/// Whether a word stands where a subject begins: at the head of a sentence, after a mark, or after a reporting verb.
fn opens_act(text: &Text<'_>, at: usize) -> bool {
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
        .is_some_and(|token| token.has(Tags(Tags::NEG.0 | Tags::ADV.0 | Tags::PARTICLE.0 | Tags::AUX.0 | Tags::BE.0)))
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

/// An unknown name after the noun that says what it is: «компании Норд-Стрим», "security firm Secunia.com".
fn body_name(text: &Text<'_>, run: Range<usize>) -> Option<Name> {
    let before = run.start.checked_sub(1).filter(|&before| same_place(text, before, run.start))?;
    let body = text.tokens[before].has(Tags(Tags::BODY.0 | Tags::OUTLET.0)) && !text.tokens[before].is_capital;
    body.then_some(Name { tokens: run, kind: NamedKind::Titled, listed: None, n_given: 0, entity: 0 })
}

/// Where nothing declines: several capitals in a row, or capitals alone, are a title ("PC World", "NCLAN").
fn capitals(text: &Text<'_>, pack: &Pack, run: Range<usize>) -> Option<Name> {
    let plain = run.clone().all(|at| text.tokens[at].is_word());
    let title = plain && !pack.has_cases() && (run.len() >= 2 || text.tokens[run.start].is_acronym);
    title.then_some(Name { tokens: run, kind: NamedKind::Titled, listed: None, n_given: 0, entity: 0 })
}

/// Latin words in a Cyrillic text: a company, a paper, a product.
fn foreign(text: &Text<'_>, run: Range<usize>) -> Option<Name> {
    let cyrillic = !text.article.text.chars().take(400).all(|c| c.is_ascii() || !c.is_alphabetic());
    let latin =
        run.clone().all(|at| text.word(at).is_ascii() && text.word(at).chars().next().is_some_and(char::is_alphabetic));
    let run = run.start..past_number(text, run.end);
    (cyrillic && latin).then_some(Name { tokens: run, kind: NamedKind::Titled, listed: None, n_given: 0, entity: 0 })
}

/// «Nord Stream 2 AG»: a number and what follows it belong to a title in foreign letters.
fn past_number(text: &Text<'_>, end: usize) -> usize {
    let number =
        text.tokens.get(end).is_some_and(|token| token.kind == TokenKind::Number) && same_place(text, end - 1, end);
    let mut past = if number { end + 1 } else { end };
    while number
        && text.tokens.get(past).is_some_and(|token| token.is_capital && token.is_word() && text.word(past).is_ascii())
        && same_place(text, end, past)
    {
        past += 1;
    }
    past
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
