//! News archives of any size: an article for every number, from sentences and words of ours.
//!
//! Nothing is remembered from article to article: a reprint makes the article that it reprints once more.

mod days;
mod stock;
mod text;
mod words;
mod zipf;

use std::fmt::Write as _;

use self::days::{DAY, stamp};
use self::text::{Scene, Writer};
use self::zipf::Zipf;
use crate::Chance;

pub use self::days::Day;
pub use self::stock::Stock;

/// How many articles back a reprint or a later version reaches.
const BACK: usize = 200;
/// Later versions among a thousand lines.
const LATER: usize = 10;
/// Of a hundred sentences, so many tell what somebody said.
const SPEECH: usize = 28;

/// What an archive is to be like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// How many articles there are.
    pub count: u64,
    /// Another number, another archive.
    pub seed: u64,
    /// How many outlets there are.
    pub outlets: usize,
    /// How many articles of a hundred are reprints.
    pub reprints: usize,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

/// What an article is to those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It stands for itself.
    Own,
    /// Another outlet has the article of this number.
    Reprint(u64),
    /// The same page as the article of this number, later, with a sentence changed.
    Later(u64),
}

/// An article of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// What it is to those before it.
    pub origin: Origin,
    /// Its name: its number.
    pub name: String,
    /// The code of its language.
    pub lang: String,
    /// When it was published: a date, or a time with or without an offset from Greenwich.
    pub published: String,
    /// Its address.
    pub url: String,
    /// Who published it.
    pub outlet: String,
    /// Its headline.
    pub title: String,
    /// Its paragraphs, an empty line between them.
    pub text: String,
}

/// An archive.
///
/// ```
/// use onrecord_trials::{Archive, Day, Plan, Stock};
/// let stock = Stock { lang: "en".into(), plain: vec!["The bridge opened on Friday.".into()], ..Stock::default() };
/// let day = Day::parse("2021-03-04").expect("a day");
/// let plan = Plan { count: 10, seed: 1, outlets: 3, reprints: 20, from: day, to: day };
/// let archive = Archive::new(plan, &[stock]);
/// assert_eq!(archive.story(7), archive.story(7));
/// assert!(archive.story(7).text.contains("The bridge opened on Friday."));
/// ```
pub struct Archive {
    plan: Plan,
    writers: Vec<Writer>,
    outlets: Zipf,
    days: Zipf,
}

/// An article before it is written down.
struct Draft {
    number: u64,
    outlet: usize,
    minute: i64,
    title: String,
    paragraphs: Vec<Vec<String>>,
}

impl Archive {
    /// The archive of this plan, in the languages of these stocks.
    pub fn new(plan: Plan, stocks: &[Stock]) -> Self {
        let days = Zipf::of(day_weights(&plan));
        let outlets = Zipf::new(plan.outlets.max(1), 4);
        Self { writers: stocks.iter().map(Writer::new).collect(), outlets, days, plan }
    }

    /// All articles, by the day of what they tell first.
    pub fn stories(&self) -> impl Iterator<Item = Story> + '_ {
        (0..self.plan.count).map(|number| self.story(number))
    }

    /// The article of a number; none of the archive's but of its kind, when it has fewer.
    pub fn story(&self, number: u64) -> Story {
        let origin = self.origin(number);
        let draft = match origin {
            Origin::Own => self.own(number),
            Origin::Reprint(of) => self.reprint(number, self.own(of)),
            Origin::Later(of) => self.later(number, self.own(of)),
        };
        self.written(number, origin, &draft)
    }

    /// The stream of numbers for one purpose of one article.
    fn chance(&self, number: u64, purpose: u64) -> Chance {
        mixed(self.plan.seed, number.wrapping_mul(8).wrapping_add(purpose))
    }

    fn origin(&self, number: u64) -> Origin {
        let Some(last) = number.checked_sub(1) else { return Origin::Own };
        let mut chance = self.chance(number, 0);
        let lot = chance.below(1000);
        if lot >= LATER + self.plan.reprints * 10 {
            return Origin::Own;
        }
        let mut of = last - chance.below(BACK.min(number as usize)) as u64;
        while self.origin(of) != Origin::Own {
            of -= 1;
        }
        if lot < LATER { Origin::Later(of) } else { Origin::Reprint(of) }
    }

    fn own(&self, number: u64) -> Draft {
        let mut chance = self.chance(number, 1);
        let (day, thousandths) = self.days.share(number, self.plan.count);
        let minute =
            (self.plan.from.0 + day as i64) * DAY + 300 + thousandths as i64 * 9 / 10 + chance.below(60) as i64;
        let outlet = self.outlets.draw(&mut chance);
        let mut scene = Scene::new(Day(minute.div_euclid(DAY)));
        let (title, paragraphs) = match self.writer(outlet) {
            Some(writer) => (writer.headline(&mut scene, &mut chance), paragraphs(writer, &mut scene, &mut chance)),
            None => Default::default(),
        };
        Draft { number, outlet, minute, title, paragraphs }
    }

    fn reprint(&self, number: u64, mut draft: Draft) -> Draft {
        let mut chance = self.chance(number, 2);
        draft.number = number;
        draft.outlet = self.other_outlet(draft.outlet, &mut chance);
        draft.minute = (draft.minute + 10 + chance.below(3 * DAY as usize - 10) as i64).min(self.last_minute());
        let Some(writer) = self.writer(draft.outlet) else { return draft };
        let mut scene = Scene::new(Day(draft.minute.div_euclid(DAY)));
        match chance.below(20) {
            0..7 => {}
            7..10 => draft.title = writer.headline(&mut scene, &mut chance),
            10..15 => draft.paragraphs.push(vec![writer.credit(&mut scene, &mut chance)]),
            _ if draft.paragraphs.len() > 1 => drop(draft.paragraphs.pop()),
            _ => draft.paragraphs.push(vec![writer.credit(&mut scene, &mut chance)]),
        }
        draft
    }

    fn later(&self, number: u64, mut draft: Draft) -> Draft {
        let mut chance = self.chance(number, 3);
        let mut scene = Scene::new(Day(draft.minute.div_euclid(DAY)));
        let at = chance.below(draft.paragraphs.len());
        if let (Some(writer), Some(paragraph)) = (self.writer(draft.outlet), draft.paragraphs.get_mut(at)) {
            let at = chance.below(paragraph.len());
            paragraph[at] = writer.told(&mut scene, &mut chance);
        }
        draft
    }

    fn writer(&self, outlet: usize) -> Option<&Writer> {
        self.writers.get(outlet % self.writers.len().max(1))
    }

    /// Another outlet of the same language, if there is one.
    fn other_outlet(&self, outlet: usize, chance: &mut Chance) -> usize {
        let n = self.writers.len().max(1);
        let fits = |other: &usize| *other != outlet && other % n == outlet % n;
        let next = (outlet + n) % self.plan.outlets.max(1);
        (0..60).map(|_| self.outlets.draw(chance)).find(fits).unwrap_or(if fits(&next) { next } else { outlet })
    }

    /// No clock shows another day then, up to three hours ahead.
    fn last_minute(&self) -> i64 {
        (self.plan.to.0 + 1) * DAY - 181
    }

    fn written(&self, number: u64, origin: Origin, draft: &Draft) -> Story {
        let day = Day(draft.minute.div_euclid(DAY));
        // Outlets differ in how they write the time, not articles.
        let published = match draft.outlet % 7 {
            0 | 1 => day.written('-'),
            2 => stamp(draft.minute, 0),
            3 | 4 => stamp(draft.minute, 2),
            _ => stamp(draft.minute, 3),
        };
        let paragraphs: Vec<String> = draft.paragraphs.iter().map(|sentences| sentences.join(" ")).collect();
        let writer = self.writer(draft.outlet);
        Story {
            origin,
            name: number.to_string(),
            lang: writer.map(|writer| writer.lang.clone()).unwrap_or_default(),
            published,
            url: format!("https://outlet{:03}.example/{}/{}", draft.outlet, day.written('/'), draft.number),
            outlet: writer.map(|writer| writer.outlet(draft.outlet)).unwrap_or_default(),
            title: draft.title.clone(),
            text: paragraphs.join("\n\n"),
        }
    }
}

impl Story {
    /// The article as a line of NDJSON, without its end.
    pub fn line(&self) -> String {
        let fields = [
            ("name", &self.name),
            ("lang", &self.lang),
            ("published", &self.published),
            ("url", &self.url),
            ("outlet", &self.outlet),
            ("title", &self.title),
            ("text", &self.text),
        ];
        let mut line = String::with_capacity(self.text.len() + 400);
        for (n, (name, value)) in fields.into_iter().enumerate() {
            let start = if n == 0 { '{' } else { ',' };
            let value = serde_json::Value::from(value.as_str());
            write!(line, "{start}\"{name}\":{value}").expect("a string takes whatever is written to it");
        }
        line + "}"
    }
}

/// A stream of its own for each pair of numbers (splitmix64).
fn mixed(seed: u64, number: u64) -> Chance {
    let mut mixed = seed.wrapping_mul(0xD6E8_FEB8_6659_FD93) ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    Chance::new(mixed ^ (mixed >> 31))
}

/// How much is told of each day: less at weekends, more when something happens.
fn day_weights(plan: &Plan) -> Vec<u64> {
    let mut chance = mixed(plan.seed, u64::MAX);
    let weight = |day: i64| {
        // The first of January 1970 was a Thursday.
        let usual = if (day + 4).rem_euclid(7) % 6 == 0 { 55 } else { 100 };
        let rush = if chance.below(40) == 0 { 2 } else { 1 };
        usual * rush * (75 + chance.below(50) as u64)
    };
    (plan.from.0..=plan.to.0.max(plan.from.0)).map(weight).collect()
}

/// The paragraphs of an article: about 1,500 letters, seldom under 600.
fn paragraphs(writer: &Writer, scene: &mut Scene, chance: &mut Chance) -> Vec<Vec<String>> {
    let wanted = 500 + chance.below(900) + chance.below(900);
    let (mut paragraphs, mut n_letters) = (Vec::new(), 0);
    while n_letters < wanted && paragraphs.len() < 60 {
        let mut sentences = Vec::new();
        for _ in 0..1 + chance.below(3) {
            let says = chance.below(100) < SPEECH;
            let sentence = if says { writer.speech(scene, chance) } else { writer.told(scene, chance) };
            n_letters += sentence.chars().count() + 1;
            sentences.push(sentence);
        }
        paragraphs.push(sentences);
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn archive(seed: u64) -> Archive {
        let sentences = |all: &[&str]| all.iter().map(|&sentence| sentence.to_owned()).collect();
        let stock = |lang: &str| Stock {
            lang: lang.to_owned(),
            speech: sentences(&["Anna Petrova said that the river would rise.", "\"We wait\", said Oleg Marlow."]),
            plain: sentences(&["The bridge opened on Friday, 5 March 2021.", "Farmers counted 640 drowned chickens."]),
            credits: sentences(&["Reuters reported this."]),
            given_names: vec![("Anna".to_owned(), false), ("Oleg".to_owned(), true)],
            year: 2022,
            ..Stock::default()
        };
        let day = |written| Day::parse(written).expect("a day");
        let (from, to) = (day("2021-01-01"), day("2021-12-31"));
        let plan = Plan { count: 3000, seed, outlets: 20, reprints: 20, from, to };
        Archive::new(plan, &["ru", "uk", "en"].map(stock))
    }

    #[test]
    fn an_archive_is_the_same_for_the_same_number() {
        let lines = |seed| archive(seed).stories().take(50).map(|story| story.line()).collect::<Vec<_>>();
        assert_eq!(lines(1), lines(1));
        assert_ne!(lines(1), lines(2));
    }

    /// Whoever changes this number changes every archive that was made before: say so in the commit.
    #[test]
    fn an_archive_is_the_same_for_ever() {
        let add = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3);
        let lines: Vec<String> = archive(1).stories().take(500).map(|story| story.line()).collect();
        let sum = lines.into_iter().flat_map(String::into_bytes).fold(0xCBF2_9CE4_8422_2325, add);
        assert_eq!(sum, 0x024F_6DCC_9E12_F04E, "{sum:#x}");
    }

    #[test]
    fn a_fifth_is_reprinted_and_half_of_it_letter_for_letter() {
        let archive = archive(1);
        let (mut n_reprints, mut n_same) = (0, 0);
        for story in archive.stories() {
            let Origin::Reprint(of) = story.origin else { continue };
            let first = archive.story(of);
            n_reprints += 1;
            n_same += usize::from(first.text == story.text);
            assert_eq!((first.origin, &first.lang), (Origin::Own, &story.lang));
            assert_ne!((&first.url, &first.outlet), (&story.url, &story.outlet));
            assert!(first.published[..7] <= story.published[..7], "{} {}", first.published, story.published);
        }
        assert!((540..660).contains(&n_reprints), "{n_reprints}");
        assert!((40..60).contains(&(100 * n_same / n_reprints)), "{n_same} of {n_reprints}");
    }

    #[test]
    fn addresses_come_back_only_with_a_later_version() {
        let archive = archive(1);
        let (mut seen, mut n_later) = (HashSet::new(), 0);
        for story in archive.stories() {
            let is_new = seen.insert(story.url.clone());
            n_later += usize::from(!is_new);
            assert_eq!(is_new, !matches!(story.origin, Origin::Later(_)), "{}", story.url);
            if let Origin::Later(of) = story.origin {
                let first = archive.story(of);
                assert_eq!((first.url, first.title), (story.url, story.title));
                assert_ne!(first.name, story.name);
            }
        }
        assert!((15..50).contains(&n_later), "{n_later}");
    }

    #[test]
    fn lines_are_json_of_the_days_asked_for() {
        for story in archive(3).stories() {
            let line: serde_json::Value = serde_json::from_str(&story.line()).expect("a line is JSON");
            assert_eq!(line["text"], story.text.as_str());
            assert!(story.published.starts_with("2021-") && !story.text.is_empty(), "{line}");
        }
    }

    #[test]
    fn outlets_have_very_different_shares() {
        let mut counts = std::collections::BTreeMap::new();
        for story in archive(1).stories() {
            *counts.entry(story.outlet).or_insert(0) += 1;
        }
        let (most, least) = (counts.values().max().copied(), counts.values().min().copied());
        assert!(counts.len() == 20 && most > least.map(|least| 3 * least), "{counts:?}");
    }
}
