//! Whose verb it is: the subject before it, after it, or carried over.

use super::viewed;
use crate::subject::{Subject, after, before};
use crate::view::View;

/// The subject of the verb after `*` stands in `[…]`, or in `{…}` when it is carried over from another verb.
fn check(code: &str, marked: &str) {
    let text = marked.replace(['[', ']', '{', '}', '*'], "");
    let mark = marked.find('*').expect("a star");
    let left = marked[..mark].matches(['[', ']', '{', '}']).count();
    let follows = marked[mark..].contains(['[', '{']);
    let shown = viewed(code, &text, |view| {
        let verb = view.text.token_at((mark - left) as u32);
        let features = view.text.tokens[verb].word.features;
        let sentence = view.sentence(verb);
        let found = if follows {
            after(view, verb + 1, sentence.end, features)
        } else {
            before(view, verb, sentence.start, features)
        };
        show(view, &text, verb, found)
    });
    super::same(&[shown], &[marked.to_owned()], &text);
}

fn show(view: &View<'_, '_>, text: &str, verb: usize, found: Option<Subject>) -> String {
    let mut marks = vec![(view.text.tokens[verb].span.start, '*')];
    if let Some(subject) = found {
        let span = view.text.span(subject.phrase.tokens);
        let (open, close) = if subject.is_carried { ('{', '}') } else { ('[', ']') };
        marks.extend([(span.start, open), (span.end, close)]);
    }
    marks.sort();
    let mut shown = text.to_owned();
    for (at, mark) in marks.into_iter().rev() {
        shown.insert(at as usize, mark);
    }
    shown
}

#[test]
fn a_subject_stands_before_its_verb() {
    check("ru", "Вчера [министр обороны] *заявил это.");
    check("uk", "Учора [міністр оборони] *заявив це.");
    check("en", "Yesterday [the defence minister] *said so.");
    check("ru", "В Киеве [Сергей Орлов] *сообщил это.");
    check("uk", "У Києві [Сергій Орленко] *повідомив це.");
}

#[test]
fn a_subject_stands_after_its_verb() {
    check("ru", "Это *заявил вчера [министр обороны].");
    check("uk", "Це *заявив учора [міністр оборони].");
    check("en", "So *said [the defence minister].");
    check("ru", "Это *сообщил журналистам [Сергей Орлов].");
    check("uk", "Це *повідомила журналістам [речниця мерії].");
}

#[test]
fn a_subject_is_carried_over_from_the_verb_before() {
    check("en", "{The minister} arrived and *said so.");
}

#[test]
fn an_insertion_is_passed_over() {
    check("ru", "[Сергей Орлов], комментируя планы, *заявил это.");
    check("uk", "[Сергій Орленко], коментуючи плани, *заявив це.");
    check("en", "[John Ellison], commenting on the plans, *said so.");
    check("ru", "[Сергей Орлов], который приехал вчера, *заявил это.");
    check("uk", "[Сергій Орленко], який приїхав учора, *заявив це.");
    check("ru", "[Сергей Орлов] (партия «Мост») *заявил это.");
    check("uk", "[Сергій Орленко] (партія «Міст») *заявив це.");
}

#[test]
fn an_apposition_belongs_to_its_name() {
    check("ru", "[Сергей Орлов, глава совета], *заявил это.");
    check("uk", "[Сергій Орленко, голова ради], *заявив це.");
    check("en", "[John Ellison, the council chief], *said so.");
    check("ru", "Это *сказал [Сергей Орлов, глава совета].");
    check("uk", "Це *сказав [Сергій Орленко, голова ради].");
    check("en", "So *said [John Ellison, the council chief].");
}

#[test]
fn a_verb_agrees_with_its_subject() {
    check("ru", "[Министр] о сестре *заявил это.");
    check("uk", "[Міністр] про сестру *заявив це.");
    check("ru", "Мэру [депутаты] *сообщили это.");
    check("uk", "Меру [депутати] *повідомили це.");
}

#[test]
fn a_woman_may_hold_an_office_of_masculine_gender() {
    check("ru", "[Министр Анна Седова] *заявила это.");
    check("ru", "[Министр] *заявила это.");
    check("uk", "[Міністр Анна Коваль] *заявила це.");
}

#[test]
fn several_speak_with_a_plural_verb() {
    check("ru", "[Министр и мэр] *заявили это.");
    check("uk", "[Міністр і мер] *заявили це.");
    check("en", "[The minister and the mayor] *said so.");
    check("ru", "Это *заявили [Сергей Орлов и Анна Седова].");
    check("uk", "Це *заявили [Сергій Орленко та Анна Коваль].");
}

#[test]
fn the_subject_of_a_relative_clause_is_its_own() {
    check(
        "ru",
        "Мост, который построил [Орлов], *открыл мэр.".replace("[Орлов], *открыл мэр", "Орлов, *открыл [мэр]").as_str(),
    );
    check("uk", "Міст, який збудував Орленко, *відкрив [мер].");
}

#[test]
fn a_verb_outside_the_lists_is_still_read_as_a_noun_and_no_verb_between() {
    // Should be `{Министр} приехал и *заявил это.`.
    check("ru", "[Министр] приехал и *заявил это.");
    // Should be `{Міністр} приїхав і *заявив це.`.
    check("uk", "[Міністр] приїхав і *заявив це.");
}

#[test]
fn a_name_after_a_place_is_still_read_as_part_of_it() {
    // Should be `In Paris [John Ellison] *said so.`.
    check("en", "In Paris John Ellison *said so.");
}

#[test]
fn the_subject_of_a_long_insertion_is_still_read_as_carried_over() {
    // Should be `[John Ellison], who arrived yesterday, *said so.`.
    check("en", "{John Ellison}, who arrived yesterday, *said so.");
}
