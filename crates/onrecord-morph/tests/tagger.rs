//! Sentences read by the lists alone, and with weights learnt from a few sentences.

use onrecord_lang::Pack;
use onrecord_morph::train::{Settings, weights};
use onrecord_morph::{Example, Tag, Tagged, Tagger, Weights};
use onrecord_trials::{Failure, holds_for_news};

fn pack(lang: &str) -> Pack {
    let files: Vec<_> =
        onrecord_packs::FILES.iter().filter(|file| file.0 == lang).map(|file| (file.1, file.2)).collect();
    Pack::load(lang, &files).expect("the packs of the project are well formed")
}

/// Checks the tags of a sentence whose words are parted by spaces.
fn check(lang: &str, sentence: &str, tags: &[&str]) {
    let words: Vec<&str> = sentence.split(' ').collect();
    let found = Tagger::new(&pack(lang), None).tag(&words);
    assert_eq!(found.tags().iter().map(Tag::to_string).collect::<Vec<_>>(), tags, "{sentence}");
}

#[test]
fn a_preposition_chooses_the_case_of_the_noun_behind_it() {
    check("ru", "в стране", &["ADP", "NOUN Inan Loc Fem Sing"]);
    check("uk", "у країні", &["ADP", "NOUN Inan Loc Fem Sing"]);
}

#[test]
fn an_adjective_takes_the_case_it_shares_with_its_noun() {
    check("ru", "российской стране", &["ADJ Dat Fem Sing", "NOUN Inan Dat Fem Sing"]);
}

#[test]
fn a_past_shows_gender_and_a_present_shows_person() {
    check("ru", "заявила", &["VERB Fin Fem Sing Past"]);
    check("uk", "заявляють", &["VERB Fin Plur 3 Pres"]);
}

#[test]
fn marks_and_figures_are_no_words() {
    check("ru", "5 , %", &["NUM", "PUNCT", "SYM"]);
}

#[test]
fn a_surname_is_put_into_the_nominative() {
    let pack = pack("ru");
    let tagged = Tagger::new(&pack, None).tag(&["для", "Петрова"]);
    assert_eq!(tagged.lemma(1), "петров");
}

#[test]
fn no_words_have_no_tags() {
    assert!(Tagger::new(&pack("ru"), None).tag(&[]).tags().is_empty());
}

/// A sentence given as `word/lemma/POS/features` with spaces between.
fn example(text: &str) -> Example {
    let mut example = Example::default();
    for word in text.split(' ') {
        let [form, lemma, pos, features] = word.split('/').collect::<Vec<_>>()[..] else { panic!("{word}") };
        example.words.push(form.to_owned());
        example.lemmas.push(lemma.to_owned());
        example.tags.push(Tag::read(pos, features).expect("a known part of speech"));
    }
    example
}

fn examples() -> Vec<Example> {
    let texts = [
        "Она/она/PRON/Case=Nom|Gender=Fem|Number=Sing|Person=3 видит/видеть/VERB/Number=Sing|Person=3|Tense=Pres|VerbForm=Fin дом/дом/NOUN/Animacy=Inan|Case=Acc|Gender=Masc|Number=Sing",
        "Дом/дом/NOUN/Animacy=Inan|Case=Nom|Gender=Masc|Number=Sing стоит/стоять/VERB/Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
        "Стол/стол/NOUN/Animacy=Inan|Case=Nom|Gender=Masc|Number=Sing стоит/стоять/VERB/Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
        "Она/она/PRON/Case=Nom|Gender=Fem|Number=Sing|Person=3 видит/видеть/VERB/Number=Sing|Person=3|Tense=Pres|VerbForm=Fin стол/стол/NOUN/Animacy=Inan|Case=Acc|Gender=Masc|Number=Sing",
    ];
    texts.map(example).into()
}

#[test]
fn weights_tell_a_subject_from_an_object() {
    let pack = pack("ru");
    let weights = weights(&examples(), &pack, Settings::default());
    let tagged = Tagger::new(&pack, Some(&weights)).tag(&["Она", "видит", "дом"]);
    assert_eq!(tagged.tags()[2].to_string(), "NOUN Inan Acc Masc Sing");
    assert_eq!(tagged.lemma(1), "видеть");
    let tagged = Tagger::new(&pack, Some(&weights)).tag(&["Дом", "стоит"]);
    assert_eq!(tagged.tags()[0].to_string(), "NOUN Inan Nom Masc Sing");
}

#[test]
fn weights_are_the_same_every_time_and_read_back_from_their_file() {
    let pack = pack("ru");
    let file = weights(&examples(), &pack, Settings::default()).write();
    assert_eq!(file, weights(&examples(), &pack, Settings::default()).write());
    let read = Weights::read(&file).expect("what was written");
    assert_eq!(read.write(), file);
    assert!(Weights::read(&file[..file.len() / 2]).is_none());
    assert!(Weights::read(b"something else").is_none());
}

#[test]
fn a_sentence_read_into_used_memory_is_read_like_any_other() {
    let pack = pack("ru");
    let tagger = Tagger::new(&pack, None);
    let mut tagged = Tagged::default();
    tagger.read(&["Она", "заявила", "об", "этом", "в", "Москве"], &mut tagged);
    tagger.read(&["Дом"], &mut tagged);
    assert_eq!((tagged.tags().len(), tagged.lemma(0), tagged.lemma(1)), (1, "дом", ""));
}

#[test]
fn every_word_of_every_text_has_a_tag_and_a_lemma() -> Result<(), Failure> {
    let pack = pack("uk");
    let weights = weights(&examples(), &pack, Settings { turns: 1, ..Settings::default() });
    for weights in [None, Some(&weights)] {
        let tagger = Tagger::new(&pack, weights);
        holds_for_news(200, |text| {
            let words: Vec<&str> = text.split(' ').collect();
            let tagged = tagger.tag(&words);
            let has_letters = |word: &str| word.chars().any(char::is_alphanumeric);
            let lost = (0..words.len()).find(|&at| has_letters(words[at]) && tagged.lemma(at).is_empty());
            match lost {
                Some(at) => Err(format!("{:?} has no lemma", words[at])),
                None if tagged.tags().len() != words.len() => Err("there are not as many tags as words".to_owned()),
                None => Ok(()),
            }
        })?;
    }
    Ok(())
}
