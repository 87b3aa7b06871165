//! Sentences with other people, days, numbers and words in them.

use std::collections::BTreeSet;

use super::days::Day;
use super::stock::{Cutter, Part, Stock, tokens};
use super::words::{Words, capital};
use super::zipf::Zipf;
use crate::Chance;

/// Of a hundred words that may be replaced, so many are.
const REPLACED: usize = 45;
/// Sentences are common and rare too, but none is everywhere.
const SHIFT: u64 = 60;

/// The writer of one language.
pub(super) struct Writer {
    pub(super) lang: String,
    speech: Shelf,
    plain: Shelf,
    credits: Shelf,
    words: Words,
    given: [Vec<String>; 2],
    exchanged: Vec<Vec<String>>,
    joints: Vec<String>,
    /// Words that stand inside sentences, as they are written there.
    inside: BTreeSet<String>,
}

/// Sentences in pieces, and how they are drawn.
struct Shelf {
    number: u64,
    sentences: Vec<Vec<Part>>,
    zipf: Zipf,
}

/// What the sentences of one article share: its day, and who is who in it.
pub(super) struct Scene {
    pub(super) day: Day,
    /// The families that stand for those of the sentences.
    cast: Vec<(String, usize)>,
    /// The sentences that were told already: shelf and place.
    told: Vec<(u64, usize)>,
}

impl Scene {
    pub(super) fn new(day: Day) -> Self {
        Self { day, cast: Vec::new(), told: Vec::new() }
    }

    fn family(&mut self, key: &str, words: &Words, chance: &mut Chance) -> usize {
        if let Some((_, family)) = self.cast.iter().find(|(known, _)| known == key) {
            return *family;
        }
        let family = words.family(chance);
        self.cast.push((key.to_owned(), family));
        family
    }
}

impl Shelf {
    fn new(number: u64, sentences: &[String], cutter: &mut Cutter<'_>) -> Self {
        let mut sentences: Vec<Vec<Part>> = sentences.iter().map(|sentence| cutter.cut(sentence)).collect();
        // The lists are sorted by their words: neighbours would be common together.
        let mut chance = Chance::new(number);
        for at in (1..sentences.len()).rev() {
            sentences.swap(at, chance.below(at + 1));
        }
        // Most of the news is about people with names.
        sentences.sort_by_key(|parts| !parts.iter().any(|part| matches!(part, Part::Surname { .. })));
        Self { number, zipf: Zipf::new(sentences.len(), SHIFT), sentences }
    }

    /// A sentence that the scene has not had, unless the shelf holds few.
    fn draw(&self, scene: &mut Scene, chance: &mut Chance) -> &[Part] {
        let draws: [usize; 4] = std::array::from_fn(|_| self.zipf.draw(chance));
        let place = draws.into_iter().find(|&place| !scene.told.contains(&(self.number, place))).unwrap_or(draws[0]);
        scene.told.push((self.number, place));
        self.sentences.get(place).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Writer {
    pub(super) fn new(stock: &Stock) -> Self {
        let mut cutter = Cutter::new(stock);
        let [speech, plain, credits] = [(1, &stock.speech), (2, &stock.plain), (3, &stock.credits)]
            .map(|(number, sentences)| Shelf::new(number, sentences, &mut cutter));
        let words = Words::new(cutter.tails(), &[&*speech.sentences, &*plain.sentences, &*credits.sentences].concat());
        let given = [false, true].map(|wanted| {
            let names = stock.given_names.iter().filter(|(_, is_male)| *is_male == wanted);
            names.map(|(name, _)| name.clone()).collect()
        });
        let (lang, exchanged, joints) = (stock.lang.clone(), stock.exchanged.clone(), stock.joints.clone());
        Self { lang, speech, plain, credits, words, given, exchanged, joints, inside: cutter.inside() }
    }

    /// A sentence in which somebody says something.
    pub(super) fn speech(&self, scene: &mut Scene, chance: &mut Chance) -> String {
        self.write(self.speech.draw(scene, chance), scene, chance)
    }

    /// A sentence in which nobody does: one, or up to four joined.
    pub(super) fn told(&self, scene: &mut Scene, chance: &mut Chance) -> String {
        let mut told = self.plain(scene, chance);
        for _ in 0..chance.below(4) {
            told = self.joined(told, &self.plain(scene, chance), chance);
        }
        told
    }

    /// Two sentences in one, where the second can begin inside; else one after the other.
    fn joined(&self, first: String, second: &str, chance: &mut Chance) -> String {
        let word = tokens(second)[0];
        let small = word.to_lowercase();
        let inside = [small.as_str(), word].into_iter().find(|&word| self.inside.contains(word));
        match (inside, first.strip_suffix('.'), chance.pick(&self.joints)) {
            (Some(inside), Some(first), Some(joint)) => format!("{first}, {joint} {inside}{}", &second[word.len()..]),
            _ => format!("{first} {second}"),
        }
    }

    fn plain(&self, scene: &mut Scene, chance: &mut Chance) -> String {
        self.write(self.plain.draw(scene, chance), scene, chance)
    }

    /// A line about whom the story is from.
    pub(super) fn credit(&self, scene: &mut Scene, chance: &mut Chance) -> String {
        self.write(self.credits.draw(scene, chance), scene, chance)
    }

    /// A headline: a sentence of middling length without its end.
    pub(super) fn headline(&self, scene: &mut Scene, chance: &mut Chance) -> String {
        let mut headline = String::new();
        for _ in 0..8 {
            headline = self.plain(scene, chance);
            if (30..90).contains(&headline.chars().count()) && !headline.contains('\n') {
                break;
            }
        }
        headline.lines().next().unwrap_or_default().trim_end_matches('.').to_owned()
    }

    /// A name for an outlet.
    pub(super) fn outlet(&self, number: usize) -> String {
        self.words.name(number)
    }

    fn write(&self, parts: &[Part], scene: &mut Scene, chance: &mut Chance) -> String {
        let mut text = String::new();
        for at in 0..parts.len() {
            self.part(&mut text, &parts[at..], scene, chance);
        }
        text
    }

    fn part(&self, text: &mut String, parts: &[Part], scene: &mut Scene, chance: &mut Chance) {
        let written = match &parts[0] {
            Part::As(words) => return text.push_str(words),
            Part::Word { word, .. } if chance.below(100) >= REPLACED => return text.push_str(word),
            Part::Word { tail, .. } => self.words.draw(*tail, chance),
            Part::Given { is_male } => self.given(*is_male, parts, scene, chance),
            Part::Surname { key, rest } => self.words.surname(scene.family(key, &self.words, chance), rest),
            Part::Exchanged { list, is_capital } => self.exchanged(*list, *is_capital, text, chance),
            Part::DayOfMonth => (1 + chance.below(28)).to_string(),
            Part::Number { n_digits } => number(*n_digits, chance).to_string(),
            Part::Year { after } => (scene.day.date().0 + after).to_string(),
        };
        text.push_str(&written);
    }

    /// The given name that goes with the surname after it: who is often in the news has one name.
    fn given(&self, is_male: bool, parts: &[Part], scene: &mut Scene, chance: &mut Chance) -> String {
        let names = &self.given[usize::from(is_male)];
        let key = parts.iter().find_map(|part| if let Part::Surname { key, .. } = part { Some(key) } else { None });
        let family = key.map_or(0, |key| scene.family(key, &self.words, chance));
        names.get(family * 31 % names.len().max(1)).cloned().unwrap_or_default()
    }

    /// Another word of the list, unless its first letter would meet itself in a preposition: «в вторник».
    fn exchanged(&self, list: usize, is_capital: bool, text: &str, chance: &mut Chance) -> String {
        let before = text.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
        let list = &self.exchanged[list];
        let fits = |word: &&String| before.chars().count() != 1 || !word.starts_with(&before);
        let word = (0..4).filter_map(|_| chance.pick(list)).find(fits).or(list.first());
        let word = word.map(String::as_str).unwrap_or_default();
        if is_capital { capital(word) } else { word.to_owned() }
    }
}

fn number(n_digits: u32, chance: &mut Chance) -> u64 {
    let least = 10_u64.pow(n_digits - 1);
    least + chance.below(9 * least as usize) as u64
}
