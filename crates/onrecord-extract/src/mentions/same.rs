//! Whether two word forms can be forms of one name.

/// Whether two normal forms differ in nothing but an ending of at most three letters.
///
/// Names in Latin letters must be equal: English does not inflect them.
pub(crate) fn same_name(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    if a.is_ascii() || b.is_ascii() {
        return false;
    }
    let common = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let (long, short) = (a.chars().count().max(b.chars().count()), a.chars().count().min(b.chars().count()));
    common >= 3 && long - common <= 3 && short - common <= 2 && common + 2 >= short
}

#[cfg(test)]
mod tests {
    use super::same_name;

    #[test]
    fn case_endings_do_not_make_another_name() {
        for (a, b) in
            [("песков", "пескова"), ("песков", "песковым"), ("барньє", "барньє"), ("туск", "туска"), ("олена", "олени")]
        {
            assert!(same_name(a, b), "{a} {b}");
        }
    }

    #[test]
    fn another_name_is_another_name() {
        for (a, b) in [("зеле", "зеленский"), ("мэй", "май"), ("smith", "smiths"), ("дэвис", "джонсон")]
        {
            assert!(!same_name(a, b), "{a} {b}");
        }
    }
}
