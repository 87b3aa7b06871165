//! Something that must hold of every text, tried on many; what fails is made small before it is shown.

use std::fmt;

use crate::Chance;
use crate::news::pieces;

/// What does not hold, with the smallest text found that shows it.
pub struct Failure {
    why: String,
    text: String,
    seed: u64,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\nin the text (number {}): {:?}", self.why, self.seed, self.text)
    }
}

/// Test harnesses print errors for debugging; this one is to be read.
impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Failure {}

/// Tries a property on the first `n` texts of [`news`](crate::news).
///
/// # Errors
/// The first text that fails, cut down as far as it goes on failing.
pub fn holds_for_news(n: u64, property: impl Fn(&str) -> Result<(), String>) -> Result<(), Failure> {
    for seed in 0..n {
        let mut pieces = pieces(&mut Chance::new(seed));
        if property(&pieces.concat()).is_err() {
            shrink(&mut pieces, &property);
            let text = pieces.concat();
            let why = property(&text).err().unwrap_or_default();
            return Err(Failure { why, text, seed });
        }
    }
    Ok(())
}

/// Leaves out pieces, many at first, as long as the rest still fails.
fn shrink(pieces: &mut Vec<String>, property: &impl Fn(&str) -> Result<(), String>) {
    let mut size = pieces.len() / 2;
    while size > 0 {
        let mut at = 0;
        while at < pieces.len() {
            let end = (at + size).min(pieces.len());
            let less = [&pieces[..at], &pieces[end..]].concat();
            if property(&less.concat()).is_err() {
                *pieces = less;
            } else {
                at = end;
            }
        }
        size /= 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fails_is_made_small() {
        let has_no_comma = |text: &str| if text.contains(',') { Err("a comma".to_owned()) } else { Ok(()) };
        let failure = holds_for_news(200, has_no_comma).expect_err("some text has a comma");
        assert!(failure.text.contains(',') && failure.text.chars().count() < 40, "{failure}");
        assert!(failure.to_string().starts_with("a comma\n"));
    }

    #[test]
    fn what_holds_passes() {
        assert!(holds_for_news(50, |_| Ok(())).is_ok());
    }
}
