//! Adding: what is counted, what is refused, where it goes on.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use onrecord_archive::{Adding, Archive, Progress, Watch};
use onrecord_source::SourceError;

use crate::support::{add, check, file, folder, lines, open, records};

#[test]
fn adding_again_changes_nothing() {
    let folder = folder("again");
    let path = file(&folder, "news.ndjson", lines(40));
    let copy = file(&folder, "copy.ndjson", lines(40));
    let mut archive = open(&folder);
    assert_eq!(add(&mut archive, std::slice::from_ref(&path)).counts.added, 40);
    let before = records(&archive);
    for again in [path, copy] {
        let counts = add(&mut archive, &[again]).counts;
        assert_eq!((counts.added, counts.same, counts.updated), (0, 40, 0));
    }
    assert_eq!(records(&archive), before);
    check(&archive);
}

#[test]
fn what_gives_no_page_is_counted_by_its_reason() {
    let folder = folder("refused");
    let news = format!("{}not JSON\n{{\"name\": \"empty\"}}\n{}", lines(3), "{\"text\": \"Дождь.\"}\n");
    let paths = [file(&folder, "news.ndjson", news), folder.join("none.txt"), file(&folder, "a.txt", b"\0\x01\x02\0")];
    let mut archive = open(&folder);
    let added = add(&mut archive, &paths);
    assert_eq!(added.counts.added, 4);
    let reasons: Vec<(&str, u64)> = added.counts.refused.iter().map(|(reason, n)| (reason.as_str(), *n)).collect();
    assert_eq!(reasons, [("bad-line", 1), ("binary", 1), ("no-text", 1), ("open", 1)]);
    assert_eq!(added.n_unexpected, 4);
    let receipts = archive.store().receipts().expect("receipts");
    assert_eq!((receipts.len(), receipts[0].is_done, receipts[0].counts.total()), (1, true, 6));
}

/// Stops the work when so much is kept.
struct StopAt {
    most: u64,
    stop: Arc<AtomicBool>,
    n_refused: usize,
}

impl Watch for StopAt {
    fn advance(&mut self, progress: &Progress<'_>) {
        if progress.counts.total() >= self.most {
            self.stop.store(true, Ordering::Relaxed);
        }
    }

    fn refused(&mut self, _: &SourceError) {
        self.n_refused += 1;
    }
}

fn add_until(archive: &mut Archive, paths: &[std::path::PathBuf], most: u64) -> bool {
    let stop = Arc::new(AtomicBool::new(false));
    let mut watch = StopAt { most, stop: Arc::clone(&stop), n_refused: 0 };
    let adding = Adding { n_jobs: 2, stop, ..Adding::default() };
    archive.add(paths, &adding, &mut watch).expect("added").is_interrupted
}

#[test]
fn broken_off_and_gone_on_with_is_the_same_as_unbroken() {
    let folder = folder("broken-off");
    let (whole, parts) = (folder.join("whole"), folder.join("parts"));
    std::fs::create_dir_all(&whole).and_then(|()| std::fs::create_dir_all(&parts)).expect("folders");
    let news = lines(700).replacen("\n", "\nno JSON\n", 300);
    let paths = [file(&folder, "news.ndjson", news), file(&folder, "more.ndjson", lines(900))];
    let mut unbroken = open(&whole);
    let counts = add(&mut unbroken, &paths).counts;
    let mut broken = open(&parts);
    assert!(add_until(&mut broken, &paths, 1), "it was to stop in the first file");
    assert!(!broken.store().receipts().expect("receipts")[0].is_done);
    assert!(add_until(&mut broken, &paths, 650), "it was to stop in the second file");
    assert!(!add_until(&mut broken, &paths, 100_000));
    assert_eq!(records(&broken), records(&unbroken));
    let last = |archive: &Archive| {
        archive.store().receipts().expect("receipts").iter().map(|receipt| receipt.counts.clone()).collect::<Vec<_>>()
    };
    assert_eq!(last(&broken), last(&unbroken));
    assert_eq!((counts.added, counts.same), (900, 700));
    check(&broken);
}

#[test]
fn two_writers_share_a_store() {
    let folder = folder("two-writers");
    let (first, second) = (file(&folder, "first.ndjson", lines(300)), file(&folder, "second.ndjson", lines(500)));
    drop(open(&folder));
    std::thread::scope(|scope| {
        for path in [first, second] {
            let folder = &folder;
            scope.spawn(move || add(&mut open(folder), &[path]));
        }
    });
    let archive = open(&folder);
    assert_eq!(records(&archive).len(), 500);
    check(&archive);
}

#[test]
fn with_something_else_given_pages_are_others() {
    let folder = folder("given");
    let path = file(&folder, "news.ndjson", lines(5));
    let mut archive = open(&folder);
    add(&mut archive, std::slice::from_ref(&path));
    let given = onrecord_source::Given { outlet: Some("Harbour Times".to_owned()), ..Default::default() };
    let adding = Adding { given, ..Adding::default() };
    let counts =
        |archive: &mut Archive| archive.add(std::slice::from_ref(&path), &adding, &mut ()).expect("added").counts;
    assert_eq!(counts(&mut archive).updated, 5);
    assert_eq!(counts(&mut archive).same, 5);
    check(&archive);
}
