//! What the finders ask of a text: partners of marks, brackets, phrases, fillers.

use super::viewed;

fn at(view: &crate::view::View<'_, '_>, word: &str) -> usize {
    (0..view.text.tokens.len()).find(|&at| view.text.word(at) == word).expect("a word of the text")
}

#[test]
fn an_opening_mark_has_a_partner() {
    for (code, text) in [("ru", "Он: «Да, «нет»»."), ("uk", "Він: „Так, „ні““."), ("en", "He: “Yes, ‘no’”.")]
    {
        viewed(code, text, |view| {
            assert_eq!(view.close_of(2), Some(view.text.tokens.len() - 2), "{text}");
            assert_eq!(view.close_of(5), Some(view.text.tokens.len() - 3), "{text}");
            assert_eq!(view.close_of(3), None, "{text}");
        });
    }
}

#[test]
fn brackets_are_passed_unless_they_never_close() {
    viewed("en", "He (so they say) left.", |view| assert_eq!(view.past_brackets(1), at(view, "left")));
    viewed("ru", "Он (так говорят ушёл.", |view| assert_eq!(view.past_brackets(1), 2));
    viewed("uk", &format!("Він ({}) пішов.", "слово ".repeat(60)), |view| {
        assert_eq!(view.past_brackets(1), 2)
    });
}

#[test]
fn adverbs_particles_and_times_fill() {
    let fills = |code: &str, text: &str, word: &str| viewed(code, text, |view| view.is_filler(at(view, word)));
    assert!(fills("ru", "Он также заявил", "также") && fills("ru", "Он вчера заявил", "вчера"));
    assert!(fills("uk", "Він також заявив", "також") && fills("uk", "Він учора заявив", "учора"));
    assert!(fills("en", "He also said", "also") && fills("en", "He said Tuesday", "Tuesday"));
    assert!(
        !fills("ru", "Он заявил", "Он") && !fills("uk", "мер заявив", "мер") && !fills("en", "mayor said", "mayor")
    );
}

#[test]
fn a_time_is_known_token_by_token() {
    viewed("ru", "Мост открыли 9 января 2021 года утром.", |view| {
        assert!(view.in_time(at(view, "9")) && view.in_time(at(view, "2021")));
        assert!(!view.in_time(at(view, "Мост")) && !view.in_time(99));
    });
    viewed("uk", "Міст відкрили 9 січня.", |view| assert!(view.in_time(at(view, "січня"))));
    viewed("en", "It opened on January 9.", |view| {
        assert!(view.in_time(at(view, "January")) && !view.in_time(at(view, "on")));
    });
}

#[test]
fn words_are_matched_in_any_letter_case() {
    let words = |words: &[&str]| words.iter().map(|&word| Box::from(word)).collect::<Vec<Box<str>>>();
    viewed("ru", "ПО СЛОВАМ мэра", |view| assert_eq!(view.matches(0, &words(&["по", "словам"])), Some(2)));
    viewed("uk", "За словами мера", |view| assert_eq!(view.matches(0, &words(&["за", "думкою"])), None));
    viewed("en", "According", |view| assert_eq!(view.matches(0, &words(&["according", "to"])), None));
}

#[test]
fn a_body_called_a_company_somewhere_is_one_everywhere() {
    let companies = |code: &str, text: &str| {
        viewed(code, text, |view| view.names.all.iter().filter(|name| view.is_company(name.entity)).count())
    };
    assert_eq!(companies("ru", "Компания «Ромашка» закрыта. «Ромашка» банкрот."), 2);
    assert_eq!(companies("uk", "Компанія «Ромашка» зачинена. «Ромашка» банкрут."), 2);
    assert_eq!(companies("ru", "Газета «Ромашка» закрыта."), 0);
}
