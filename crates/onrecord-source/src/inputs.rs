//! What the user names, folders and patterns among it, to inputs.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use glob::{MatchOptions, glob_with};

use crate::folder::{Entry, Folder};
use crate::input::{Input, is_stdin};
use crate::{Skip, SourceError};

/// The inputs behind the paths, in order: a folder's files by name, folders inside it among them, and a pattern's files; `-` is
/// standard input.
///
/// What cannot be read is an error in its place. Hidden files are not read unless they are named.
pub fn inputs<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>) -> Inputs {
    let named = paths.into_iter().map(|path| path.as_ref().to_owned()).collect();
    Inputs { named, folder: None }
}

/// The inputs that [`inputs`] finds.
pub struct Inputs {
    named: VecDeque<PathBuf>,
    /// The folder that is being listed.
    folder: Option<Folder>,
}

impl Iterator for Inputs {
    type Item = Result<Input, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(entry) = self.folder.as_mut().and_then(Folder::next) {
                return Some(of_entry(entry));
            }
            self.folder = None;
            let path = self.named.pop_front()?;
            if let Err(error) = self.add_matches(&path) {
                return Some(Err(error));
            }
            if is_pattern(&path) {
                continue;
            }
            if !is_stdin(&path) && path.is_dir() {
                self.folder = Some(Folder::new(path));
                continue;
            }
            return Some(Input::at(path));
        }
    }
}

impl Inputs {
    /// Puts the files that a pattern matches first in line.
    fn add_matches(&mut self, path: &Path) -> Result<(), SourceError> {
        if !is_pattern(path) {
            return Ok(());
        }
        let matches = matches(path);
        if matches.is_empty() {
            return Err(SourceError::NoMatch { path: path.to_owned() });
        }
        for path in matches.into_iter().rev() {
            self.named.push_front(path);
        }
        Ok(())
    }
}

fn of_entry(entry: Entry) -> Result<Input, SourceError> {
    match entry {
        Entry::File(path) => Input::at(path),
        Entry::Other(path, what) => {
            Err(SourceError::Skipped { path, offset: None, skip: Skip::Ending, what: what.to_owned() })
        }
        Entry::Failed(path, source) => Err(SourceError::Folder { path, source }),
    }
}

/// A pattern, unless a file has that very name.
fn is_pattern(path: &Path) -> bool {
    let has_signs = path.to_str().is_some_and(|name| name.contains(['*', '?', '[']));
    has_signs && path.symlink_metadata().is_err()
}

/// What a pattern matches, by name; what cannot be listed on the way is passed over, as a shell does.
fn matches(pattern: &Path) -> Vec<PathBuf> {
    let as_shells =
        MatchOptions { require_literal_leading_dot: true, require_literal_separator: true, ..Default::default() };
    let found = pattern.to_str().and_then(|pattern| glob_with(pattern, as_shells).ok());
    found.into_iter().flatten().flatten().collect()
}
