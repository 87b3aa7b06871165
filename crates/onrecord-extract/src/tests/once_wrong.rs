//! Sentences that were once read wrongly.

use super::check;

#[test]
fn a_verb_at_the_head_of_a_sentence_is_no_part_of_a_name() {
    check(
        "ru",
        "Встретили Павла Орлова. Орлов заявил, что новый мост открыт.",
        "verb.that | indirect | Павел Орлов | новый мост открыт",
    );
}

#[test]
fn officials_of_a_country_speak_and_not_the_country() {
    check(
        "en",
        "US officials said that the bridge is open.",
        "verb.that | indirect | US officials | the bridge is open",
    );
    check("en", "EU leaders said that the bridge is open.", "verb.that | indirect | EU leaders | the bridge is open");
    check(
        "en",
        "London police said that the bridge is open.",
        "verb.that | indirect | London police | the bridge is open",
    );
    check(
        "en",
        "White House officials said that the bridge is open.",
        "verb.that | indirect | White House officials | the bridge is open",
    );
}

#[test]
fn what_is_possessed_speaks() {
    check(
        "en",
        "John Ellison's spokesman said that the bridge is open.",
        "verb.that | indirect | John Ellison's spokesman | the bridge is open",
    );
    check("en", "The UN's report said that the bridge is open.", "verb.that | indirect | UN | the bridge is open");
}

#[test]
fn a_surname_that_is_a_trade_is_a_name() {
    check("en", "John Baker said that the bridge is open.", "verb.that | indirect | John Baker | the bridge is open");
    check(
        "en",
        "Defence Minister John Baker said that the bridge is open.",
        "verb.that | indirect | John Baker | the bridge is open",
    );
}

#[test]
fn a_short_clause_may_be_what_was_said() {
    check(
        "en",
        "“The bridge,” said John Ellison, “is open now.”",
        "quote.dash | direct | John Ellison | “The bridge,” … “is open now.”",
    );
}

#[test]
fn a_quotation_goes_on_after_said_and_a_name() {
    check(
        "en",
        "“The old bridge over the river,” said John Ellison, “will be open on Friday.”",
        "quote.dash | direct | John Ellison | “The old bridge over the river,” … “will be open on Friday.”",
    );
    check(
        "en",
        "“The bridge over the river is open,” said John Ellison, “and it is safe.”",
        "quote.dash | direct | John Ellison | “The bridge over the river is open,” … “and it is safe.”",
    );
}

#[test]
fn a_subject_may_follow_a_condition() {
    check("ru", "Если министр заявит, что мост открыт, его закроют.", "verb.that | indirect | министр | мост открыт");
    check(
        "uk",
        "Якщо міністр заявить, що міст відкрито, його закриють.",
        "verb.that | indirect | міністр | міст відкрито",
    );
}
