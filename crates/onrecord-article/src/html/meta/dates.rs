//! When an article was published and changed: of all the dates on a page, the likeliest.

use onrecord_lang::PageWords;
use onrecord_model::{Published, PublishedFrom};

use super::days::{self, Order};
use super::gather::{DateHint, Gathered, Role};
use super::graph::Facts;
use super::hints::is_elsewhere;
use super::lines;
use super::moment::{self, moment};
use super::zones;
use crate::html::tree::{NodeId, Tree};
use crate::published::date_in_url;
use crate::stamps::{Sign, Ymd, date, sign, stamp_line};

/// Meta elements that say when an article was published, the surest first.
const PUBLISHED: [&str; 37] = [
    "articlepublishedtime",
    "ogpublishedtime",
    "articlepublished",
    "ogarticlepublishedtime",
    "datepublished",
    "publishedtime",
    "parselypubdate",
    "sailthrudate",
    "rnewsdatepublished",
    "btpubdate",
    "vrpublishedtime",
    "cxenseparserecspublishtime",
    "cxenseparsepublishtime",
    "analyticsattributesarticledate",
    "articleoriginaldate",
    "originalpublicationdate",
    "articledateoriginal",
    "publishdate",
    "pubdate",
    "publisheddate",
    "publicationdate",
    "citationpublicationdate",
    "citationonlinedate",
    "citationdate",
    "dcdateissued",
    "dctermsissued",
    "dcdatecreated",
    "dctermscreated",
    "dctermsdate",
    "dcdate",
    "datecreated",
    "uploaddate",
    "displaydate",
    "date",
    "ptime",
    "publishedat",
    "published",
];

/// Meta elements that say when an article was changed.
const MODIFIED: [&str; 9] = [
    "articlemodifiedtime",
    "ogupdatedtime",
    "articlemodified",
    "datemodified",
    "btmoddate",
    "dcdatemodified",
    "dctermsmodified",
    "lastmodified",
    "revised",
];

/// A line with more words than this is no stamp.
const MOST_WORDS: usize = 14;
/// A line with so few words is surely a stamp, if it holds a date.
const FEW_WORDS: usize = 9;

/// So many days after it appeared a page that was changed is another version.
const LONG: i64 = 30;
/// Nodes after the headline and before it that are near.
const AFTER: NodeId = 250;
const BEFORE: NodeId = 60;

/// What dates are read with.
pub(super) struct Reader<'r> {
    pub(super) words: &'r PageWords,
    pub(super) order: Order,
    pub(super) tree: &'r Tree<'r>,
    /// The page's addresses.
    pub(super) urls: &'r [&'r str],
    /// When the page was fetched.
    pub(super) fetched: Option<&'r str>,
    /// Where the headline stands.
    pub(super) headline: Option<NodeId>,
}

impl Reader<'_> {
    /// When the article was published.
    pub(super) fn published(&self, gathered: &Gathered, facts: &Facts) -> Option<Published> {
        let found = self
            .told(gathered, facts)
            .map(|(told, from)| (self.on_its_day(told, gathered, facts), from))
            .map(|told| self.of_this_version(told, gathered, facts))
            .or_else(|| self.shown(gathered).map(|day| (self.unswapped(day), PublishedFrom::Visible)))
            .or_else(|| {
                facts
                    .page_published
                    .as_deref()
                    .and_then(|date| self.sound(date))
                    .map(|date| (date, PublishedFrom::JsonLd))
            })
            .or_else(|| self.in_scripts().map(|date| (date, PublishedFrom::JsonLd)))
            .or_else(|| self.anywhere().map(|day| (day, PublishedFrom::Visible)))
            .or_else(|| self.in_address().map(|date| (date, PublishedFrom::Url)));
        found.map(|(value, from)| Published { value, from })
    }

    /// A moment in universal time on the day of its place, as far as the page's address or its JSON-LD knows that.
    fn on_its_day(&self, told: String, gathered: &Gathered, facts: &Facts) -> String {
        if !zones::is_universal(&told) {
            return told;
        }
        let linked = [&facts.published, &facts.page_published, &facts.modified];
        let linked: Vec<String> = linked.into_iter().flatten().filter_map(|date| self.sound(date)).collect();
        let with_offset = || linked.iter().find(|date| zones::offset(date).is_some()).cloned();
        let Some(day) = self.in_address().or_else(with_offset) else { return told };
        let hints = gathered.dates.iter().take(20).filter_map(|hint| hint.machine(self.tree));
        let marked: Vec<String> = hints.filter_map(|date| self.sound(&date)).collect();
        let offset = linked.iter().chain(&marked).find_map(|date| zones::offset(date));
        zones::on_day(&told, day_of(&day), offset).unwrap_or(told)
    }

    /// A page that was written anew long after it first appeared, and shows the day of that, bare of any word, as its own
    /// date, is of that day; the words on it are.
    fn of_this_version(
        &self,
        told: (String, PublishedFrom),
        gathered: &Gathered,
        facts: &Facts,
    ) -> (String, PublishedFrom) {
        let modified = self.modified(gathered, facts, Some(&told.0));
        let Some(modified) = modified.filter(|modified| days_between(&told.0, modified) > LONG) else { return told };
        let shown: Vec<(String, bool)> = self.hints_near(gathered).filter_map(|hint| self.read_bare(hint)).collect();
        let is_first = shown.first().is_some_and(|(day, is_bare)| *is_bare && day_of(day) == day_of(&modified));
        let is_told_shown = shown.iter().any(|(day, _)| day_of(day) == day_of(&told.0));
        if is_first && !is_told_shown { (modified, PublishedFrom::Visible) } else { told }
    }

    /// The date of an element, and whether the element shows nothing else.
    fn read_bare(&self, hint: &DateHint) -> Option<(String, bool)> {
        let text = hint.text(self.tree);
        let is_bare = text.split_whitespace().all(|word| !matches!(sign(word, self.words), Sign::Other | Sign::Filler));
        Some((self.read(hint)?, is_bare && hint.role != Role::Modified))
    }

    /// The marked elements near the headline, in order.
    fn hints_near<'g>(&self, gathered: &'g Gathered) -> impl Iterator<Item = &'g DateHint> {
        let headline = self.headline.unwrap_or_default();
        let near = headline.saturating_sub(BEFORE)..headline.saturating_add(AFTER);
        let near = gathered.dates.iter().filter(move |hint| near.contains(&hint.id));
        near.filter(|hint| !is_elsewhere(self.tree, hint.id, self.headline))
    }

    /// What the page tells machines.
    fn told(&self, gathered: &Gathered, facts: &Facts) -> Option<(String, PublishedFrom)> {
        let in_meta = || PUBLISHED.iter().flat_map(|name| gathered.metas_of(name)).find_map(|date| self.sound(date));
        if let Some(date) = in_meta() {
            return Some((date, PublishedFrom::Meta));
        }
        let date = facts.published.as_deref().and_then(|date| self.sound(date))?;
        // Some programs write the day of the last change in both places, without a time; the day that the page shows is older then.
        let is_last_change = date.len() == 10
            && facts
                .modified
                .as_deref()
                .and_then(|date| self.sound(date))
                .is_some_and(|last| day_of(&last) <= day_of(&date));
        let shown = Some(is_last_change)
            .filter(|is| *is)
            .and_then(|_| self.shown_near(gathered).or_else(|| self.stamps(FEW_WORDS).next()));
        match shown {
            Some(shown) if day_of(&shown) < day_of(&date) => Some((shown, PublishedFrom::Visible)),
            _ => Some((date, PublishedFrom::JsonLd)),
        }
    }

    /// What the page shows its reader: a date near the headline, in a marked element or else in a line of its own; then one far off.
    fn shown(&self, gathered: &Gathered) -> Option<String> {
        let own = |hint: &&DateHint| hint.role != Role::Modified && !is_elsewhere(self.tree, hint.id, self.headline);
        let marked = gathered.dates.iter().filter(|hint| hint.is_item).filter(own).find_map(|hint| self.read(hint));
        let headline = self.headline.unwrap_or_default();
        let after =
            || gathered.dates.iter().filter(|hint| hint.id > headline).filter(own).find_map(|hint| self.read(hint));
        let before = || {
            gathered.dates.iter().rev().filter(|hint| hint.id < headline).filter(own).find_map(|hint| self.read(hint))
        };
        let line = || self.stamps(MOST_WORDS).next();
        marked.or_else(|| self.shown_near(gathered)).or_else(line).or_else(after).or_else(before)
    }

    /// The date of a marked element near the headline: one that says it is the day of publication, else the first after the
    /// headline, else the last before it.
    fn shown_near(&self, gathered: &Gathered) -> Option<String> {
        let headline = self.headline.unwrap_or_default();
        let near: Vec<&DateHint> = self.hints_near(gathered).filter(|hint| hint.role != Role::Modified).collect();
        let rank = |hint: &DateHint| (hint.role != Role::Published, hint.id < headline);
        let mut ordered: Vec<&DateHint> = near.iter().copied().filter(|hint| hint.id >= headline).collect();
        ordered.extend(near.iter().copied().rev().filter(|hint| hint.id < headline));
        ordered.sort_by_key(|hint| rank(hint));
        ordered.into_iter().find_map(|hint| self.read(hint))
    }

    /// Of "03/04/2022" nobody knows which number is the month, unless the page's address does.
    fn unswapped(&self, day: String) -> String {
        let is_swapped =
            |other: &String| other[..4] == day[..4] && other[5..7] == day[8..10] && other[8..10] == day[5..7];
        let is_day = day.len() == 10 && day.is_ascii();
        self.in_address().filter(|other| is_day && other.len() == 10 && is_swapped(other)).unwrap_or(day)
    }

    /// The date of an element: as it tells machines, else as it shows.
    fn read(&self, hint: &DateHint) -> Option<String> {
        let told = hint.machine(self.tree).and_then(|date| self.sound(&date));
        told.or_else(|| self.day_in(&hint.text(self.tree)))
    }

    /// The first day that words name.
    fn day_in(&self, text: &str) -> Option<String> {
        let day = days::first(text, self.words, self.order)?.iso();
        self.is_sound(&day).then_some(day)
    }

    /// The dates in lines of their own near the headline.
    fn stamps(&self, most_words: usize) -> impl Iterator<Item = String> {
        let is_stamp = move |line: &str| {
            line.contains(|c: char| c.is_ascii_digit()) && line.split_whitespace().count() <= most_words
        };
        let lines = lines::near(self.tree, self.headline).filter(move |(_, line)| is_stamp(line));
        lines.filter_map(|(id, line)| self.day_in(&line).filter(|_| !is_elsewhere(self.tree, id, self.headline)))
    }

    /// The first text on the page that is a date and nothing else.
    fn anywhere(&self) -> Option<String> {
        let is_short = |id: &NodeId| self.tree.is_text(*id) && self.tree.span(*id).len() <= 60;
        let texts = self.tree.descendants(self.tree.root()).filter(is_short);
        let dated = texts.filter(|&id| self.tree.raw(id).contains(|c: char| c.is_ascii_digit()));
        let found = dated.take(400).filter_map(|id| {
            let signs = stamp_line(self.tree.raw(id).trim(), self.words)?;
            Some((id, date(&signs)?.iso()))
        });
        let own = |id: NodeId| !is_elsewhere(self.tree, id, self.headline);
        found.filter(|(_, day)| self.is_sound(day)).find(|&(id, _)| own(id)).map(|(_, day)| day)
    }

    /// The date that a program on the page has of its article.
    fn in_scripts(&self) -> Option<String> {
        let names = ["\"datePublished\"", "\"publishedAt\"", "\"published_at\"", "\"publishDate\"", "\"pubDate\""];
        let source = self.tree.raw(self.tree.root());
        names.iter().find_map(|name| {
            let at = source.find(name)? + name.len();
            let rest = source.get(at..)?.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
            self.sound(rest.split('"').next()?)
        })
    }

    /// The date in the page's address, or in the one it calls its own.
    fn in_address(&self) -> Option<String> {
        let day = |url: &str| {
            let named = || days::first(&path(url).replace('/', " "), self.words, Order::DayFirst).map(Ymd::iso);
            date_in_url(url).map(Ymd::iso).or_else(|| in_name(url)).or_else(named).filter(|day| self.is_sound(day))
        };
        self.urls.iter().find_map(|url| day(url))
    }

    /// When the article was changed, not before it was published.
    pub(super) fn modified(&self, gathered: &Gathered, facts: &Facts, published: Option<&str>) -> Option<String> {
        let linked = facts.modified.as_deref().and_then(|date| self.sound(date));
        let in_meta = || MODIFIED.iter().flat_map(|name| gathered.metas_of(name)).find_map(|date| self.sound(date));
        let marked = || {
            gathered
                .dates
                .iter()
                .filter(|hint| hint.role == Role::Modified)
                .find_map(|hint| self.read(hint).filter(|_| !is_elsewhere(self.tree, hint.id, self.headline)))
        };
        let found = linked.or_else(in_meta).or_else(marked)?;
        published.is_none_or(|published| day_of(published) <= day_of(&found)).then_some(found)
    }

    fn sound(&self, written: &str) -> Option<String> {
        moment(written, self.words, self.order).filter(|date| self.is_sound(date))
    }

    /// Whether news on the web may be of that day: not before the web, not after the page was fetched.
    fn is_sound(&self, date: &str) -> bool {
        let day = day_of(date);
        let latest = self.fetched.map_or("2100-01-01", day_of);
        // Zones differ: a page fetched on the 13th may be of the 14th elsewhere, not of the 15th.
        day >= "1991-01-01" && (day <= latest || zones::follows(latest, day))
    }
}

/// The folders of an address.
fn path(url: &str) -> &str {
    let url = url.split(['?', '#']).next().unwrap_or_default();
    url.split_once("://").map_or(url, |(_, rest)| rest).rsplit_once('/').map_or("", |(folders, _)| folders)
}

/// Eight digits at the end of an address's last part: "bridge-opens-20220113.html".
fn in_name(url: &str) -> Option<String> {
    let name = url.split(['?', '#']).next()?.trim_end_matches('/').rsplit('/').next()?;
    let mut parts = name.rsplit(['-', '_', '.']).take(2);
    parts.find_map(|part| (part.len() == 8).then(|| moment::digits(part)).flatten())
}

/// How many days a date comes after another, to within a few.
fn days_between(earlier: &str, later: &str) -> i64 {
    let days = |date: &str| {
        let mut parts = day_of(date).split('-').map(|part| part.parse::<i64>().unwrap_or_default());
        let mut next = || parts.next().unwrap_or_default();
        next() * 365 + next() * 30 + next()
    };
    days(later) - days(earlier)
}

fn day_of(date: &str) -> &str {
    date.get(..10).unwrap_or(date)
}
