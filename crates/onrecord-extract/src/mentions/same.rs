//! Whether two word forms can be forms of one name.

/// Whether two normal forms differ in nothing but an ending of at most three letters.
///
/// Names in Latin letters must be equal: English does not inflect them. So must numbers: «поток-1» is not «поток-2», nor
/// is «Россия-1» a form of «Россия».
pub(crate) fn same_name(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let digits = |word: &'_ str| {
        word.chars().filter(char::is_ascii_digit).fold(1u32, |all, digit| all.wrapping_mul(31) + u32::from(digit))
    };
    if a.is_ascii() || b.is_ascii() || digits(a) != digits(b) {
        return false;
    }
    let common = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let (long, short) = (a.chars().count().max(b.chars().count()), a.chars().count().min(b.chars().count()));
    common >= 3 && long - common <= 3 && short - common <= 2 && common + 2 >= short
}

/// Whether two normal forms have the same consonants, five at least: «Кюнсберг» and «Кунссберг» are one name in two
/// spellings (consonant skeletons, as in Steinberger et al., "JRC-Names", 2011).
pub(crate) fn same_skeleton(a: &str, b: &str) -> bool {
    let consonants = |word: &str| {
        let mut letters: Vec<char> =
            word.chars().filter(|letter| letter.is_alphabetic() && !VOWELS.contains(*letter)).collect();
        letters.dedup();
        letters
    };
    let (x, y) = (consonants(a), consonants(b));
    x.len() >= 5 && x == y
}

/// Letters that spellings of a foreign name disagree about: Cyrillic and Latin vowels, the short i and the signs.
const VOWELS: &str = "\u{430}\u{435}\u{451}\u{454}\u{438}\u{456}\u{457}\u{439}\u{43e}\u{443}\u{44b}\u{44d}\u{44e}\u{44f}\u{44c}\u{44a}aeiouy";

#[cfg(test)]
mod tests {
    use super::{same_name, same_skeleton};

    #[test]
    fn case_endings_do_not_make_another_name() {
        for (a, b) in
            [("песков", "пескова"), ("песков", "песковым"), ("барньє", "барньє"), ("туск", "туска"), ("олена", "олени")]
        {
            assert!(same_name(a, b), "{a} {b}");
        }
    }

    #[test]
    fn one_name_in_two_spellings_has_one_skeleton() {
        assert!(same_skeleton("кюнсберг", "кунссберг"));
        assert!(!same_skeleton("рогов", "рагова"));
        assert!(!same_skeleton("бондаренко", "бондарев"));
    }

    #[test]
    fn another_name_is_another_name() {
        for (a, b) in [
            ("зеле", "зеленский"),
            ("мэй", "май"),
            ("smith", "smiths"),
            ("дэвис", "джонсон"),
            ("поток-1", "поток-2"),
            ("росія-1", "росія"),
        ] {
            assert!(!same_name(a, b), "{a} {b}");
        }
    }
}
