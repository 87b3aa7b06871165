//! Short lines, a few of them bad, at places that are told.

/// The ways in which a line is bad.
const BAD: [&str; 3] = [
    "{\"name\":\"cut\",\"lang\":\"en\",\"text\":\"The bridge op",
    "[\"not\", \"an\", \"object\"]",
    "The bridge opened on Friday.",
];

/// The lines that are bad, from one: spread evenly, never the first or the last of many.
pub(super) fn places(count: u64, n_bad: u64) -> Vec<u64> {
    let place = |n: u64| (u128::from(count) * u128::from(n) / u128::from(n_bad + 1)) as u64;
    let mut places: Vec<u64> = (1..=n_bad).map(|n| place(n).max(1)).collect();
    places.dedup();
    places
}

/// The line at this place, from one.
pub(super) fn line(number: u64, bad: &[u64]) -> String {
    match bad.binary_search(&number) {
        Ok(n) => BAD[n % BAD.len()].to_owned(),
        Err(_) => format!(
            "{{\"name\":\"{number}\",\"lang\":\"en\",\"published\":\"2022-01-13\",\"text\":\"Ruth Ashby said that boat {number} was late.\"}}"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_lines_that_are_told_are_bad() {
        let bad = places(1000, 3);
        assert_eq!(bad, [250, 500, 750]);
        for number in 1..=1000 {
            let is_object = serde_json::from_str::<serde_json::Value>(&line(number, &bad)).is_ok_and(|v| v.is_object());
            assert_eq!(is_object, !bad.contains(&number), "{number}");
        }
    }
}
