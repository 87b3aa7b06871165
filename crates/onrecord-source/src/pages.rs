//! The pages of several inputs, one after another.

use std::path::{Path, PathBuf};

use onrecord_model::Page;

use crate::kind::Kind;
use crate::lines::Lines;
use crate::{Given, SourceError, open, whole};

/// Reads the inputs, in order, as they are asked for; `-` is standard input.
///
/// A file or line that cannot be read is an error in its place; reading goes on after it.
pub fn pages<P: AsRef<Path>>(inputs: impl IntoIterator<Item = P>, given: &Given) -> Pages {
    let inputs: Vec<PathBuf> = inputs.into_iter().map(|input| input.as_ref().to_owned()).collect();
    Pages { inputs: inputs.into_iter(), given: given.clone(), lines: None }
}

/// The pages that [`pages`] reads.
pub struct Pages {
    inputs: std::vec::IntoIter<PathBuf>,
    given: Given,
    lines: Option<Lines>,
}

impl Iterator for Pages {
    type Item = Result<Page, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(next) = self.lines.as_mut().and_then(|lines| lines.next(&self.given)) {
                return Some(next);
            }
            self.lines = None;
            match open::open(self.inputs.next()?) {
                Err(error) => return Some(Err(error)),
                Ok(input) if input.kind == Kind::Lines => self.lines = Some(Lines::new(input)),
                Ok(input) => return Some(whole::page(input, &self.given)),
            }
        }
    }
}
