//! When an article was published and changed: of all the dates on a page, the likeliest.

use onrecord_lang::PageWords;
use onrecord_model::{Published, PublishedFrom};

use super::days::{self, Order};
use super::gather::{Gathered, Role};
use super::graph::Facts;
use super::hints::is_elsewhere;
use super::moment::{self, moment};
use super::scripts;
use super::shown::FEW_WORDS;
use super::zones;
use crate::html::tree::{NodeId, Tree};
use crate::published::date_in_url;
use crate::stamps::Ymd;

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
        let told = || self.told(gathered, facts).map(|(told, from)| (self.on_its_day(told, gathered, facts), from));
        let of_page = || facts.page_published.as_deref().and_then(|date| self.sound(date));
        let visible = |date| (date, PublishedFrom::Visible);
        let linked = |date| (date, PublishedFrom::JsonLd);
        let found = told()
            .or_else(|| of_page().map(linked))
            .or_else(|| self.shown(gathered).map(|day| self.unswapped(day)).map(visible))
            .or_else(|| self.in_scripts().map(linked))
            .or_else(|| self.in_address().map(|date| (date, PublishedFrom::Url)))
            .or_else(|| self.recent().map(visible))
            .or_else(|| self.far_off(gathered).or_else(|| self.changed(gathered)).map(visible))
            .or_else(|| self.anywhere().map(visible));
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

    /// Of "03/04/2022" nobody knows which number is the month, unless the page's address does.
    fn unswapped(&self, day: String) -> String {
        let is_swapped =
            |other: &String| other[..4] == day[..4] && other[5..7] == day[8..10] && other[8..10] == day[5..7];
        let is_day = day.len() == 10 && day.is_ascii();
        self.in_address().filter(|other| is_day && other.len() == 10 && is_swapped(other)).unwrap_or(day)
    }

    /// The date that a program on the page has of its article.
    fn in_scripts(&self) -> Option<String> {
        scripts::dates(self.tree.raw(self.tree.root())).into_iter().find_map(|date| self.sound(date))
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

    pub(super) fn sound(&self, written: &str) -> Option<String> {
        moment(written, self.words, self.order).filter(|date| self.is_sound(date))
    }

    /// Whether news on the web may be of that day: not before the web, not after the page was fetched.
    pub(super) fn is_sound(&self, date: &str) -> bool {
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

pub(super) fn day_of(date: &str) -> &str {
    date.get(..10).unwrap_or(date)
}
