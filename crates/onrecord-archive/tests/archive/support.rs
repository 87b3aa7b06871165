//! Folders, files and archives for tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use onrecord_archive::{Access, Added, Adding, Archive, Question};
use onrecord_model::ArticleRecord;

/// A folder of this test's own, empty.
pub(crate) fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

/// Writes a file of the test.
pub(crate) fn file(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, bytes).expect("a file for the test");
    path
}

/// The archive in a folder, made when it is not there.
pub(crate) fn open(folder: &Path) -> Archive {
    Archive::open(&folder.join("store.db"), Access::Create, Duration::from_secs(10)).expect("an archive")
}

/// Adds files with two threads.
pub(crate) fn add(archive: &mut Archive, paths: &[PathBuf]) -> Added {
    archive.add(paths, &Adding { n_jobs: 2, ..Adding::default() }, &mut ()).expect("added")
}

/// The lines of an NDJSON archive of short articles; each has its number in its words.
pub(crate) fn lines(n: usize) -> String {
    let line = |n: usize| {
        let text = format!(
            "Мост номер {n} откроют в мае\\n\\nМэр Иван Петров заявил, что мост номер {n} откроют в мае. «Мы ждали этого {n} лет», — сказал Петров."
        );
        format!(
            "{{\"name\": \"a{n}\", \"url\": \"https://news.example/{n}\", \"published\": \"2022-01-{:02}\", \"text\": \"{text}\"}}\n",
            n % 28 + 1
        )
    };
    (0..n).map(line).collect()
}

/// All records, in the order they came.
pub(crate) fn records(archive: &Archive) -> Vec<ArticleRecord> {
    archive.store().articles(true).map(|stored| stored.expect("an article").into_answer()).collect()
}

/// Whether all is well, read again and compared.
pub(crate) fn check(archive: &Archive) {
    let verified = archive.verify(true, |_| {}).expect("a report");
    assert_eq!(verified.problems, [], "{} articles", verified.articles);
}

/// The words of the statements that a question finds.
pub(crate) fn said(archive: &Archive, words: &str) -> Vec<String> {
    let question = Question { terms: archive.terms(words), limit: 100, ..Question::default() };
    let found = archive.search(&question).expect("an answer");
    found.results.into_iter().map(|found| found.content.into_iter().map(|part| part.text).collect()).collect()
}
