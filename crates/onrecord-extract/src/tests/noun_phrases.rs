//! Where a noun phrase ends, what heads it, and which phrases it joins.

use onrecord_lang::{Case, Features};

use super::viewed;
use crate::noun_phrase::{NounPhrase, phrase_at};

/// The phrase that begins at `[`, as brackets would mark it, its head after `^`, its joint phrases parted by `+`.
fn check(code: &str, case: Features, marked: &str) {
    let text = marked.replace(['[', ']', '^', '+'], "");
    let from = marked.find('[').expect("an opening bracket");
    let shown = viewed(code, &text, |view| {
        let at = view.text.token_at(from as u32);
        let phrase = phrase_at(view, at, view.sentence(at).end, case);
        phrase.map_or_else(|| text.clone(), |phrase| show(view, &text, &phrase))
    });
    super::same(&[shown], &[marked.to_owned()], &text);
}

fn show(view: &crate::view::View<'_, '_>, text: &str, phrase: &NounPhrase) -> String {
    let span = view.text.span(phrase.tokens.clone());
    let head = view.text.tokens[phrase.head].span.start;
    let mut marks = vec![(span.start, '['), (head, '^'), (span.end, ']')];
    marks.extend(phrase.joint.iter().skip(1).map(|tokens| (view.text.tokens[tokens.start].span.start, '+')));
    marks.sort();
    let mut shown = String::new();
    let mut end = 0;
    for (at, mark) in marks {
        shown += &text[end..at as usize];
        shown.push(mark);
        end = at as usize;
    }
    shown + &text[end..]
}

fn nominative() -> Features {
    Features::case(Case::Nominative)
}

fn subject(code: &str, marked: &str) {
    check(code, if code == "en" { Features::ALL_CASES } else { nominative() }, marked);
}

#[test]
fn a_noun_takes_its_adjectives() {
    subject("ru", "[новый городской ^мэр] заявил");
    subject("uk", "[новий міський ^голова] заявив");
    subject("en", "[the new city ^mayor] said");
}

#[test]
fn a_noun_takes_its_genitives() {
    subject("ru", "[^глава совета города] заявил");
    subject("uk", "[^голова ради міста] заявив");
    subject("en", "[the city council ^chief] said");
}

#[test]
fn a_noun_takes_the_name_of_its_holder() {
    subject("ru", "[^министр обороны Польши Иван Ильин] заявил");
    subject("uk", "[^міністр оборони Польщі Іван Ільченко] заявив");
    subject("en", "[Defence ^Minister John Ellison] said");
}

#[test]
fn a_name_is_its_own_head() {
    subject("ru", "[^Иван Ильин] заявил");
    subject("uk", "[^Іван Ільченко] заявив");
    subject("en", "[^John Ellison] said");
}

#[test]
fn a_body_takes_its_name_in_quotation_marks() {
    subject("ru", "[^компания «Ромашка»] заявила");
    subject("uk", "[^компанія «Ромашка»] заявила");
}

#[test]
fn a_prepositional_phrase_that_tells_where_belongs() {
    subject("ru", "[^источник в правительстве] заявил");
    subject("uk", "[^джерело в уряді] заявило");
    subject("en", "[a ^source in the government] said");
}

#[test]
fn a_circumstance_does_not_belong() {
    subject("ru", "[^министр] на брифинге заявил");
    subject("uk", "[^міністр] на брифінгу заявив");
}

#[test]
fn phrases_are_joined_by_and() {
    subject("ru", "[^министр +и мэр] заявили".replace("+и ", "и +").as_str());
    subject("uk", "[^міністр та +мер] заявили");
    subject("en", "[the ^minister and +the mayor] said");
    subject("ru", "[^Иван Ильин и +Анна Седова] заявили");
    subject("uk", "[^Іван Ільченко і +Анна Коваль] заявили");
    subject("en", "[^John Ellison and +Mary Stone] said");
}

#[test]
fn things_are_not_joined() {
    subject("en", "[the ^minister] and bread");
}

#[test]
fn a_time_is_no_part_of_a_phrase() {
    subject("ru", "[^министр] вчера заявил");
    subject("uk", "[^міністр] учора заявив");
    subject("en", "[the ^minister] yesterday said");
    subject("ru", "[^министр] 5 мая заявил");
}

#[test]
fn a_bracketed_insertion_belongs() {
    subject("ru", "[^Союз журналистов (СЖ)] заявил");
    subject("uk", "[^Спілка журналістів (СЖ)] заявила");
    subject("en", "[the ^Union (UJ)] said");
}

#[test]
fn a_pronoun_takes_nothing() {
    subject("ru", "[^он] заявил");
    subject("uk", "[^вона] заявила");
    subject("en", "[^she] said");
}

#[test]
fn a_case_is_asked_for() {
    let genitive = Features::case(Case::Genitive);
    let instrumental = Features::case(Case::Instrumental);
    check("ru", genitive, "[^министра обороны Польши] вчера видели");
    check("uk", genitive, "[^міністра оборони Польщі] учора бачили");
    check("ru", instrumental, "[^министром обороны] мы довольны");
    check("uk", instrumental, "[^міністром оборони] ми задоволені");
}

/// Nothing that stands in the wanted case begins at `[`.
fn check_none(code: &str, case: Features, marked: &str) {
    let text = marked.replace('[', "");
    let from = marked.find('[').expect("a bracket") as u32;
    let none = viewed(code, &text, |view| phrase_at(view, view.text.token_at(from), view.sentence(0).end, case));
    super::same(&[format!("{none:?}")], &["None".to_owned()], &text);
}

#[test]
fn another_case_is_no_phrase() {
    check_none("ru", nominative(), "видели [министром обороны");
    check_none("uk", nominative(), "бачили [міністром оборони");
    check_none("ru", Features::case(Case::Dative), "видели [министра обороны");
    check_none("uk", Features::case(Case::Locative), "бачили [міністром оборони");
}

#[test]
fn a_verb_is_no_phrase() {
    check_none("ru", nominative(), "[заявил министр");
    check_none("uk", nominative(), "[заявив міністр");
    check_none("en", Features::ALL_CASES, "[said the minister");
}

#[test]
fn a_phrase_without_end_is_cut() {
    for (code, piece) in [("ru", "главы "), ("uk", "голови "), ("en", "city "), ("ru", "глава и "), ("uk", "«глава ")]
    {
        viewed(code, &piece.repeat(2_000), |view| {
            for at in 0..view.text.tokens.len() {
                if let Some(phrase) = phrase_at(view, at, usize::MAX, Features::ALL_CASES) {
                    assert!(phrase.tokens.len() <= 100, "{code}");
                }
            }
        });
    }
}

#[test]
fn a_verb_after_an_oblique_phrase_is_still_read_as_part_of_it() {
    let genitive = Features::case(Case::Genitive);
    let instrumental = Features::case(Case::Instrumental);
    // Should be `[^министра обороны Польши] видели`.
    check("ru", genitive, "[^министра обороны Польши видели]");
    // Should be `[^міністра оборони Польщі] бачили`.
    check("uk", genitive, "[^міністра оборони Польщі бачили]");
    // Should be `[^министром обороны] доволен`.
    check("ru", instrumental, "[^министром обороны доволен]");
}
