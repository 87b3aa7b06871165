//! Corrections: seen in every answer, kept when pages are read again, never moved where that is not certain.

use onrecord_archive::{Archive, Correction, Question, Remedy, apply};
use onrecord_model::{Body, Page};

use crate::support::{add, check, file, folder, open, said};

const TEXT: &str = "Мост откроют в мае\n\nМэр Иван Петров заявил, что мост откроют в мае. Эксперт Олег Сидоров отметил, что краска уже высохла.";
const MADE: &str = "2022-02-01T10:00:00Z";

fn archive(test: &str) -> Archive {
    let folder = folder(test);
    let mut archive = open(&folder);
    add(&mut archive, &[file(&folder, "bridge.txt", TEXT)]);
    archive
}

fn id(archive: &Archive, words: &str) -> String {
    let question = Question { terms: archive.terms(words), ..Question::default() };
    archive.search(&question).expect("an answer").results.first().expect("a statement").id.clone()
}

fn speakers(archive: &Archive) -> Vec<(Option<String>, bool)> {
    let found = archive.search(&Question { terms: archive.terms("краска"), ..Question::default() }).expect("an answer");
    found.results.into_iter().map(|found| (found.speaker, found.is_corrected)).collect()
}

#[test]
fn another_speaker_is_seen_everywhere_and_survives_a_new_reading() {
    let mut archive = archive("speaker");
    let id = id(&archive, "краска");
    let remedy = Remedy::Speaker { name: "Пётр Кузнецов".to_owned() };
    let number =
        archive.correct(&id, remedy, |made| made.note = Some("he told me".to_owned()), MADE.to_owned()).expect("made");
    let is_right = |archive: &Archive| {
        assert_eq!(speakers(archive), [(Some("Пётр Кузнецов".to_owned()), true)]);
        let of = |name: &str| Question { speaker: Some(name.to_owned()), ..Question::default() };
        assert_eq!(archive.search(&of("Кузнецов")).expect("an answer").results.len(), 1);
        assert_eq!(archive.search(&of("Сидоров")).expect("an answer").results.len(), 0);
        let stored = archive.store().articles_of(&id).expect("the article").remove(0);
        let statement = stored.answer().statements.iter().find(|statement| statement.id == id).expect("the statement");
        let corrected = statement.corrected.as_ref().expect("a mark");
        assert_eq!((corrected.made.as_str(), corrected.note.as_deref()), (MADE, Some("he told me")));
        // The record itself is as it was read.
        assert!(stored.record.statements.iter().all(|statement| statement.corrected.is_none()));
        check(archive);
    };
    is_right(&archive);
    archive.reread(true, 2, &Default::default(), &mut ()).expect("read again");
    is_right(&archive);
    assert!(archive.take_back(number).expect("taken back") && !archive.take_back(number).expect("none"));
    assert_eq!(speakers(&archive), [(Some("Олег Сидоров".to_owned()), false)]);
    check(&archive);
}

#[test]
fn what_is_no_statement_is_not_found() {
    let mut archive = archive("none");
    let id = id(&archive, "краска");
    archive.correct(&id, Remedy::NotAStatement, |_| {}, MADE.to_owned()).expect("made");
    assert_eq!(said(&archive, "краска"), Vec::<String>::new());
    archive.reread(true, 1, &Default::default(), &mut ()).expect("read again");
    assert_eq!(said(&archive, "краска"), Vec::<String>::new());
    // The correction can still be looked at, and taken back.
    let number = archive.store().corrections(None).expect("corrections")[0].number;
    assert!(archive.take_back(number).expect("taken back"));
    assert_eq!(said(&archive, "краска").len(), 1);
    check(&archive);
}

#[test]
fn other_words_are_found_by() {
    let mut archive = archive("span");
    let id = id(&archive, "откроют");
    let start = TEXT.chars().position(|letter| letter == 'з').expect("a letter") as u32;
    let stretch = archive.stretch(&id, start, start + 6).expect("words");
    assert_eq!(stretch.words, "заявил");
    archive.correct(&id, Remedy::Span(stretch), |_| {}, MADE.to_owned()).expect("made");
    assert_eq!(said(&archive, "заявить"), ["заявил"]);
    assert!(archive.stretch(&id, 5, 9_999).is_err());
    check(&archive);
}

#[test]
fn a_correction_holds_for_the_same_document_elsewhere() {
    let folder = folder("elsewhere");
    let mut archive = open(&folder);
    let line = |url: &str| format!("{}\n", serde_json::json!({ "url": url, "text": TEXT }));
    add(&mut archive, &[file(&folder, "1.ndjson", line("https://a.example/"))]);
    let id = id(&archive, "краска");
    archive.correct(&id, Remedy::Speaker { name: "Пётр Кузнецов".to_owned() }, |_| {}, MADE.to_owned()).expect("made");
    add(&mut archive, &[file(&folder, "2.ndjson", line("https://b.example/"))]);
    assert_eq!(speakers(&archive).len(), 2);
    assert!(
        speakers(&archive).iter().all(|(name, is_corrected)| name.as_deref() == Some("Пётр Кузнецов") && *is_corrected)
    );
    check(&archive);
}

fn read(text: &str) -> onrecord_model::ArticleRecord {
    onrecord::Reader::new().read(&Page {
        body: Body::Text(text.to_owned()),
        sha256: text.len().to_string(),
        ..Page::default()
    })
}

#[test]
fn a_correction_is_attached_anew_only_where_that_is_certain() {
    const LATER: &str = "Рабочие ушли домой ещё до обеда, и никто их не видел.";
    let record = read(&format!("{TEXT} {LATER}"));
    let statement =
        record.statements.iter().find(|statement| statement.speaker.name.as_deref() == Some("Олег Сидоров"));
    let remedy = Remedy::Speaker { name: "Пётр Кузнецов".to_owned() };
    let made =
        Correction { number: 1, ..Correction::new(&record, statement.expect("a statement"), remedy, MADE.to_owned()) };
    let attached = |text: &str| apply(&read(text), std::slice::from_ref(&made)).attachments[0].1.is_some();
    assert!(attached(&format!("{TEXT} {LATER}")));
    // The document has other bytes, but its words are there once.
    assert!(attached(TEXT));
    let same = "Эксперт Олег Сидоров отметил, что краска уже высохла.";
    // Twice, once in the surroundings it had.
    assert!(attached(&format!("Мост\n\n{same} {LATER}\n\n{same} Снег растаял.")));
    // Twice in the same surroundings: nobody knows which is meant.
    assert!(!attached(&format!("Мост\n\n{same} {LATER}\n\n{same} {LATER}")));
    assert!(!attached("Мост откроют в мае\n\nМэр Иван Петров заявил, что мост откроют в мае."));
}
