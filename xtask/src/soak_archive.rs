//! `cargo xtask soak archive`: kills the program while it adds, reads again and forgets, and checks after every kill that nothing is lost.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::kills::{Trial, inputs, run as deal};
use crate::program::program;
use crate::{generate, say};

/// What the user asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Wish {
    n_kills: usize,
    n_articles: u64,
    seed: u64,
    program: Option<PathBuf>,
}

impl Wish {
    /// Reads the words after `soak archive`.
    pub(crate) fn parse(words: &[&str]) -> Result<Self> {
        let mut wish = Self { n_kills: 50, n_articles: 3000, seed: 1, program: None };
        for pair in words.chunks(2) {
            let number =
                |value: &str| value.parse::<u64>().with_context(|| format!("{} needs a number, not {value}", pair[0]));
            match pair {
                ["--kills", value] => wish.n_kills = number(value)? as usize,
                ["--articles", value] => wish.n_articles = number(value)?,
                ["--seed", value] => wish.seed = number(value)?,
                ["--program", path] => wish.program = Some(PathBuf::from(path)),
                other => bail!("soak archive does not know {}", other.join(" ")),
            }
        }
        Ok(wish)
    }
}

/// Makes an archive, kills the program as often as asked for, and tells where the kills fell.
pub(crate) fn run(root: &Path, wish: &Wish) -> Result<()> {
    let program = program(root, wish.program.as_deref())?;
    let place = std::env::temp_dir().join(format!("onrecord-kills-{}", std::process::id()));
    fs::create_dir_all(&place).with_context(|| format!("cannot make {}", place.display()))?;
    let archive = generate::archive(root, &generate::plan(wish.n_articles, wish.seed))?;
    let inputs = inputs(&archive, wish.n_articles, &place)?;
    let trial = Trial { program: &program, place: &place, inputs: &inputs, n_kills: wish.n_kills, seed: wish.seed };
    let dealt = deal(&trial).with_context(|| format!("the stores are left in {}", place.display()))?;
    say::line(&dealt.to_string());
    fs::remove_dir_all(&place).with_context(|| format!("cannot remove {}", place.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_have_values() {
        let wish = Wish::parse(&["--kills", "5", "--articles", "70", "--program", "a"]).expect("good words");
        assert_eq!((wish.n_kills, wish.n_articles, wish.program), (5, 70, Some(PathBuf::from("a"))));
        for words in [&["--kills"][..], &["--articles", "many"], &["--other", "1"]] {
            assert!(Wish::parse(words).is_err(), "{words:?}");
        }
    }
}
