//! A folder with a store, and our own articles to put into it.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::support::{Run, file, folder, run, run_with};

/// A folder of one test with a store in it.
pub(super) struct Shelf {
    pub(super) folder: PathBuf,
    pub(super) store: String,
}

impl Shelf {
    /// An empty folder; the store is made by the first addition.
    pub(super) fn new(test: &str) -> Self {
        let folder = folder(&format!("archive-{test}"));
        let store = folder.join("store.db").display().to_string();
        Self { folder, store }
    }

    /// A store with these pages.
    pub(super) fn with(test: &str, pages: &[Value]) -> Self {
        let shelf = Self::new(test);
        let news = shelf.file("news.ndjson", ndjson(pages));
        let run = shelf.run(&["add", &news]);
        assert_eq!((run.code, run.stderr.contains("refused")), (0, false), "{}", run.stderr);
        shelf
    }

    /// Writes a file beside the store.
    pub(super) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        file(&self.folder, name, bytes)
    }

    /// Runs the program on the store.
    pub(super) fn run(&self, words: &[&str]) -> Run {
        run(&[&["--store", &self.store], words].concat())
    }

    /// The same, with something on standard input.
    pub(super) fn run_with(&self, words: &[&str], stdin: &[u8]) -> Run {
        run_with(&[&["--store", &self.store], words].concat(), stdin)
    }

    /// What a run prints when all goes well.
    pub(super) fn text(&self, words: &[&str]) -> String {
        let run = self.run(words);
        assert_eq!(run.code, 0, "{words:?}: {}", run.stderr);
        run.stdout
    }

    /// What a run answers as JSON.
    pub(super) fn json(&self, words: &[&str]) -> Value {
        let text = self.text(&[words, &["--json"]].concat());
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error} in\n{text}"))
    }

    /// The sentences that a search finds, in the order it does.
    pub(super) fn found(&self, words: &[&str]) -> Vec<String> {
        let answer = self.json(&[&["search"], words].concat());
        list(&answer).iter().map(|found| word(&found["sentence"]["text"])).collect()
    }

    /// The id of the one statement whose sentence holds these words.
    pub(super) fn statement(&self, words: &str) -> String {
        let answer = self.json(&["search", "--since", "1900", "-n", "1000"]);
        let found = list(&answer).iter().find(|found| word(&found["sentence"]["text"]).contains(words));
        word(&found.unwrap_or_else(|| panic!("{words} in {answer}"))["id"])
    }

    /// Fails unless a run fails with these words and a hint.
    pub(super) fn check_failure(&self, words: &[&str], why: &str) {
        let run = self.run(words);
        assert!(run.stderr.contains(why), "{why} in\n{}", run.stderr);
        assert!(run.stderr.contains("\nhint: "), "{}", run.stderr);
        assert_eq!(run.code, 1, "{words:?}");
    }
}

/// `results` of an answer.
pub(super) fn list(answer: &Value) -> &[Value] {
    answer["results"].as_array().map_or_else(|| panic!("results in {answer}"), Vec::as_slice)
}

/// A string of an answer.
pub(super) fn word(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("a string, not {value}")).to_owned()
}

/// Pages, one a line.
pub(super) fn ndjson(pages: &[Value]) -> String {
    pages.iter().map(|page| format!("{page}\n")).collect()
}

/// A page about a bridge, in Russian.
pub(super) fn bridge() -> Value {
    json!({"name": "most", "lang": "ru", "published": "2022-01-13", "url": "https://volna.example/most", "outlet": "Волна",
        "text": "Мост откроют весной\n\nМэр Иван Петров заявил, что мост через реку откроют весной. \"Мы ждали этого\", — сказал Петров.\n\n\
            Переговоры пройдут 20 января 2022 года в Женеве."})
}

/// The same in Ukrainian.
pub(super) fn ferry() -> Value {
    json!({"name": "porom", "lang": "uk", "published": "2022-01-14", "url": "https://hvylia.example/porom", "outlet": "Хвиля",
        "text": "Пором ходитиме щогодини\n\nМер Олена Коваль заявила, що пором ходитиме щогодини. «Ми чекали цього», — сказала Коваль."})
}

/// The same in English.
pub(super) fn strike() -> Value {
    json!({"name": "strike", "lang": "en", "published": "2022-01-15", "url": "https://harbour.example/strike", "outlet": "Harbour Times",
        "text": "Drivers end their strike\n\nMayor Ruth Ashby said the strikes were over. \"We have waited for this,\" Ashby said.\n\n\
            The negotiations will be held in Geneva on January 20, 2022."})
}

/// All three.
pub(super) fn three() -> [Value; 3] {
    [bridge(), ferry(), strike()]
}
