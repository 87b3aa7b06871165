//! The pages of several inputs, one after another.

use std::path::Path;

use onrecord_model::Page;

use crate::inputs::{Inputs, inputs};
use crate::pages_of::{PagesOf, pages_of};
use crate::{Given, SourceError};

/// Reads files, folders, patterns and standard input (`-`), in order, as they are asked for.
///
/// What cannot be read, be it a file, a line or a record, is an error in its place; reading goes on after it.
pub fn pages<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>, given: &Given) -> Pages {
    Pages { inputs: inputs(paths), given: given.clone(), input: None }
}

/// The pages that [`pages`] reads.
pub struct Pages {
    inputs: Inputs,
    given: Given,
    input: Option<PagesOf>,
}

impl Iterator for Pages {
    type Item = Result<Page, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(taken) = self.input.as_mut().and_then(Iterator::next) {
                return Some(taken.page);
            }
            self.input = None;
            match self.inputs.next()? {
                Err(error) => return Some(Err(error)),
                Ok(input) => self.input = Some(pages_of(&input, 0, &self.given)),
            }
        }
    }
}
