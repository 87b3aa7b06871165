//! Agreement between a noun and the person's name beside it.

use onrecord_lang::{Features, Number, Tags};

use crate::mentions::Name;
use crate::view::View;

/// Whether a noun and a person's name can stand in one case.
pub(crate) fn shares_case_with(view: &View<'_, '_>, noun: usize, name: &Name, is_male: Option<bool>) -> bool {
    let Some(noun) = view.token(noun) else { return false };
    let Some(allowed) = cases_of_name(view, noun.word.features, name, is_male).filter(|_| view.has_cases()) else {
        return true;
    };
    let singular = noun.word.features.nominal().0;
    (0..7u64).any(|case| singular & (0b0111 << (case * 4)) != 0 && allowed.0 & (0b1111 << (case * 4)) != 0)
}

/// The cases a person's name can stand in beside a noun; `None` when its form does not tell.
///
/// A given name tells by itself; a surname alone must also fit its bearer's gender: «Криворучка» is no nominative of
/// a man's name.
fn cases_of_name(view: &View<'_, '_>, noun: Features, name: &Name, is_male: Option<bool>) -> Option<Features> {
    let first = view.token(name.tokens.start)?;
    let own = first.word.features.nominal();
    if name.n_given > 0 && first.has(Tags::GIVEN) {
        // «Ігор» is no genitive of games.
        let singular = Features(own.0 & !Features::number(Number::Plural).0);
        return (!singular.is_empty()).then_some(singular);
    }
    // «Спикер Путина заявил» names a man's spokesman, «губернатор Самарина заявила» a woman who governs.
    let mans_noun = noun.any(Features::number(Number::Masculine)) && !noun.any(Features::number(Number::Feminine));
    let woman_acts = view.is(name.tokens.end, Features::V_F) && !view.is(name.tokens.end, Features::V_M);
    let by_ending = view.pack.surname(view.text.normal(name.tokens.end - 1)).map(|surname| match is_male {
        Some(true) => surname.of_man,
        Some(false) => surname.of_woman,
        None if mans_noun && !woman_acts && !surname.of_man.is_empty() => surname.of_man,
        None => surname.of_man | surname.of_woman,
    });
    if let Some(cases) = by_ending.filter(|cases| !cases.is_empty()) {
        return Some(cases);
    }
    // A woman's surname in a consonant never changes.
    let woman = is_male != Some(true)
        && noun.any(Features::number(Number::Feminine))
        && !noun.any(Features::number(Number::Masculine));
    if woman && !view.pack.name_declines(view.text.normal(name.tokens.end - 1), false) {
        return None;
    }
    let other = match is_male {
        // A given name that no list holds may be of either gender.
        _ if name.n_given > 0 => Features(0),
        Some(true) => Features::number(Number::Feminine),
        Some(false) => Features::number(Number::Masculine),
        None if noun.any(Features::number(Number::Masculine)) => Features::number(Number::Feminine),
        None => Features(0),
    };
    (!own.is_empty()).then_some(Features(own.0 & !other.0 & !Features::number(Number::Plural).0))
}
