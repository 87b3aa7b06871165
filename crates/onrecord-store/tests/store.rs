//! The store alone: whose file it takes, what happens when there is no room, and who may write.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use onrecord_model::{ArticlePart, ArticleRecord, Body, Document, Lang, MadeBy, Page, SCHEMA};
use onrecord_store::{Access, Entry, Outcome, Question, SearchWords, Store, StoreError, Term};

const NOW: Duration = Duration::from_millis(10);

/// A folder of this test's own, empty.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

fn entry(text: &str, url: Option<&str>) -> Entry {
    let sha256 = digest(text);
    let page = Page {
        url: url.map(str::to_owned),
        sha256: sha256.clone(),
        body: Body::Text(text.to_owned()),
        ..Page::default()
    };
    let record = ArticleRecord {
        schema: SCHEMA,
        document: Document {
            id: sha256.chars().take(16).collect(),
            url: page.url.clone(),
            sha256,
            ..Document::default()
        },
        article: ArticlePart {
            lang: Lang::new("en").expect("a code"),
            text: text.to_owned(),
            title: None,
            headline: None,
            subhead: None,
            byline: None,
            authors: Vec::new(),
            published: Some("2022-01-09".to_owned()),
            published_from: None,
            modified: None,
            outlet: None,
            canonical_url: None,
            image: None,
            section: None,
            tags: Vec::new(),
            syndicated_from: None,
            blocks: Vec::new(),
            links: Vec::new(),
        },
        entities: Vec::new(),
        statements: Vec::new(),
        times: Vec::new(),
        events: Vec::new(),
        provenance: Vec::new(),
        notices: Vec::new(),
        made_by: MadeBy::default(),
    };
    let words = SearchWords { article: text.to_lowercase(), ..SearchWords::default() };
    Entry::new(page, record, words)
}

fn digest(text: &str) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn put(store: &mut Store, entry: &Entry) -> Result<Outcome, StoreError> {
    let mut batch = store.batch()?;
    let (outcome, _) = batch.put(entry)?;
    batch.commit()?;
    Ok(outcome)
}

fn found(store: &Store, word: &str) -> usize {
    let terms = vec![Term { variants: vec![vec![word.to_owned()]] }];
    store.search_articles(&Question { terms, ..Question::default() }).expect("an answer").results.len()
}

#[test]
fn a_page_is_kept_once_and_a_new_version_beside_the_old() {
    let path = folder("once").join("a.db");
    let mut store = Store::open(&path, Access::Create, NOW).expect("a store");
    let url = Some("https://news.example/1");
    assert_eq!(put(&mut store, &entry("rain", url)).expect("written"), Outcome::Added);
    assert_eq!(put(&mut store, &entry("rain", url)).expect("written"), Outcome::Same);
    assert_eq!(put(&mut store, &entry("snow", url)).expect("written"), Outcome::Updated);
    // The same words at another address are another article; without any address they are the same.
    assert_eq!(put(&mut store, &entry("rain", Some("https://other.example/1"))).expect("written"), Outcome::Added);
    assert_eq!(put(&mut store, &entry("hail", None)).expect("written"), Outcome::Added);
    assert_eq!(put(&mut store, &entry("hail", None)).expect("written"), Outcome::Same);
    assert_eq!((found(&store, "rain"), found(&store, "snow"), found(&store, "hail")), (1, 1, 1));
    assert_eq!(store.articles_of("https://news.example/1").expect("two versions").len(), 2);
    assert_eq!(store.verify(|_, _| {}).expect("a report").problems, []);
}

#[test]
fn a_batch_that_is_not_committed_leaves_nothing() {
    let path = folder("uncommitted").join("a.db");
    let mut store = Store::open(&path, Access::Create, NOW).expect("a store");
    put(&mut store, &entry("rain", None)).expect("written");
    let mut batch = store.batch().expect("a batch");
    batch.put(&entry("snow", None)).expect("put");
    drop(batch);
    assert_eq!((found(&store, "rain"), found(&store, "snow")), (1, 0));
    assert_eq!(put(&mut store, &entry("snow", None)).expect("written"), Outcome::Added);
    assert_eq!(store.verify(|_, _| {}).expect("a report").problems, []);
}

#[test]
fn a_full_disk_costs_the_batch_and_nothing_else() {
    let path = folder("full").join("a.db");
    let mut store = Store::open(&path, Access::Create, NOW).expect("a store");
    put(&mut store, &entry("rain", None)).expect("written");
    store.limit_pages(120).expect("a limit");
    let noise =
        |n: u32| (0..4_000).map(|word| format!("w{} ", (n * 7_919 + word * 104_729) % 1_000_003)).collect::<String>();
    let error = (0..60).find_map(|n| put(&mut store, &entry(&noise(n), None)).err()).expect("no room in the end");
    assert!(matches!(error, StoreError::Full { .. }), "{error}");
    assert!(error.to_string().contains("no room") && error.hint().contains("goes on"));
    assert_eq!(found(&store, "rain"), 1);
    drop(store);
    let store = Store::open(&path, Access::Read, NOW).expect("the store");
    assert_eq!(store.verify(|_, _| {}).expect("a report").problems, []);
}

#[test]
fn a_second_writer_is_told_and_readers_go_on() {
    let path = folder("busy").join("a.db");
    let mut first = Store::open(&path, Access::Create, NOW).expect("a store");
    put(&mut first, &entry("rain", None)).expect("written");
    let mut second = Store::open(&path, Access::Write, NOW).expect("the store");
    let reader = Store::open(&path, Access::Read, NOW).expect("the store");
    let batch = first.batch().expect("a batch");
    assert!(!second.is_free(NOW).expect("an answer"));
    assert!(matches!(second.batch().err(), Some(StoreError::Busy { .. })));
    assert_eq!(found(&reader, "rain"), 1);
    drop(batch);
    assert!(second.is_free(NOW).expect("an answer"));
    assert_eq!(put(&mut second, &entry("snow", None)).expect("written"), Outcome::Added);
}

#[test]
fn the_files_of_others_are_left_as_they_are() {
    let folder = folder("foreign");
    let text = folder.join("notes.txt");
    fs::write(&text, "no store, but words, and enough of them for a header of a hundred bytes and some more of them")
        .expect("a file");
    let foreign = folder.join("foreign.db");
    let mut header = fs::read(made(&folder)).expect("a store");
    // Another program's number in the header of an SQLite file.
    header.splice(68..72, *b"gpkg");
    fs::write(&foreign, &header).expect("a file");
    for path in [&text, &foreign] {
        let before = fs::read(path).expect("the file");
        for access in [Access::Read, Access::Write, Access::Create] {
            assert!(matches!(Store::open(path, access, NOW), Err(StoreError::Foreign { .. })), "{}", path.display());
        }
        assert_eq!(fs::read(path).expect("the file"), before);
    }
    assert!(matches!(Store::open(&folder.join("none.db"), Access::Read, NOW), Err(StoreError::Missing { .. })));
    assert!(Store::open(&folder, Access::Create, NOW).is_err());
}

#[test]
fn the_store_of_a_newer_program_is_left_as_it_is() {
    let folder = folder("newer");
    let path = made(&folder);
    let mut bytes = fs::read(&path).expect("a store");
    bytes.splice(60..64, 99_u32.to_be_bytes());
    fs::write(&path, &bytes).expect("a file");
    for access in [Access::Read, Access::Create] {
        assert!(matches!(Store::open(&path, access, NOW), Err(StoreError::Newer { found: 99, .. })));
    }
    assert_eq!(fs::read(&path).expect("the file"), bytes);
}

#[test]
fn what_is_forgotten_is_nowhere_in_the_file() {
    let folder = folder("forgotten");
    let path = folder.join("a.db");
    let mut store = Store::open(&path, Access::Create, NOW).expect("a store");
    let text = |name: &str| format!("{name} said that it rains; nobody else is called {name}");
    put(&mut store, &entry(&text("xyzzyqwert"), Some("https://news.example/plughfrob"))).expect("written");
    put(&mut store, &entry(&text("ashby"), Some("https://news.example/2"))).expect("written");
    assert!(holds(&folder, b"xyzzyqwert") && holds(&folder, b"plughfrob"));
    let forgotten = store.forget("https://news.example/plughfrob").expect("it was there");
    assert_eq!((forgotten.articles, forgotten.documents), (1, 1));
    drop(store);
    // Packs are compressed, but so short a text stands in them letter for letter.
    assert!(!holds(&folder, b"xyzzyqwert") && !holds(&folder, b"plughfrob"));
    assert!(holds(&folder, b"ashby"));
    let mut store = Store::open(&path, Access::Write, NOW).expect("the store");
    assert_eq!(store.verify(|_, _| {}).expect("a report").problems, []);
    assert!(matches!(store.forget("https://news.example/plughfrob"), Err(StoreError::Unknown { .. })));
}

/// Whether bytes stand in any file of a folder.
fn holds(folder: &Path, bytes: &[u8]) -> bool {
    let files = fs::read_dir(folder).expect("the folder").map(|file| file.expect("a file").path());
    files.into_iter().any(|file| fs::read(file).expect("bytes").windows(bytes.len()).any(|window| window == bytes))
}

/// A store with one page, in a folder.
fn made(folder: &Path) -> PathBuf {
    let path = folder.join("made.db");
    let mut store = Store::open(&path, Access::Create, NOW).expect("a store");
    put(&mut store, &entry("rain", None)).expect("written");
    store.settle(1).expect("settled");
    path
}
