//! The files of a folder and of the folders in it, in the same order on every run.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::kind;

/// One thing in a folder.
pub(crate) enum Entry {
    /// A file with an ending of ours.
    File(PathBuf),
    /// Something else, and what.
    Other(PathBuf, &'static str),
    /// A folder that cannot be listed.
    Failed(PathBuf, io::Error),
}

/// Lists a folder, depth first, by name.
pub(crate) struct Folder {
    /// What is still to come, the next one last.
    waiting: Vec<PathBuf>,
    /// Where the folders that were listed really lie: links may lead in circles, or to one folder by many ways.
    listed: HashSet<PathBuf>,
}

impl Folder {
    pub(crate) fn new(path: PathBuf) -> Self {
        Self { waiting: vec![path], listed: HashSet::new() }
    }

    pub(crate) fn next(&mut self) -> Option<Entry> {
        loop {
            let path = self.waiting.pop()?;
            if !path.is_dir() && !self.listed.is_empty() {
                return Some(entry(path));
            }
            if let Err(error) = self.list(&path) {
                // A folder that vanished while its parent was read is told like any other that cannot be listed.
                self.listed.insert(path.clone());
                return Some(Entry::Failed(path, error));
            }
        }
    }

    fn list(&mut self, path: &Path) -> io::Result<()> {
        if !self.listed.insert(path.canonicalize()?) {
            return Ok(());
        }
        let mut inside = Vec::new();
        for entry in fs::read_dir(path)? {
            inside.push(entry?.path());
        }
        inside.retain(|path| !is_hidden(path));
        inside.sort_unstable_by(|a, b| b.cmp(a));
        self.waiting.append(&mut inside);
        Ok(())
    }
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

fn entry(path: PathBuf) -> Entry {
    match path.metadata() {
        // To open a pipe would be to wait for whoever writes into it.
        Ok(about) if !about.is_file() => Entry::Other(path, "it is no file"),
        _ if kind::is_known(&path) => Entry::File(path),
        _ => Entry::Other(path, "its ending is none that is read in folders"),
    }
}
