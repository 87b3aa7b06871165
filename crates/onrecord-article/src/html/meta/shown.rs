//! The days that a page shows its reader: near the headline, far off, without a year, as those of a change.

use super::dates::{Reader, day_of};
use super::days;
use super::gather::{DateHint, Gathered, Role};
use super::hints::is_elsewhere;
use super::{lines, recent};
use crate::html::tree::NodeId;
use crate::stamps::{Ymd, stamp_line};

/// A line with more words than this is no stamp.
const MOST_WORDS: usize = 14;
/// A line with so few words is surely a stamp, if it holds a date.
pub(super) const FEW_WORDS: usize = 9;
/// So many nodes before a date the words stand that say what it is.
const LABEL: NodeId = 6;
/// Nodes after the headline and before it that are near.
const AFTER: NodeId = 250;
const BEFORE: NodeId = 60;

impl Reader<'_> {
    /// The marked elements near the headline, in order.
    fn hints_near<'g>(&self, gathered: &'g Gathered) -> impl Iterator<Item = &'g DateHint> {
        let headline = self.headline.unwrap_or_default();
        let near = headline.saturating_sub(BEFORE)..headline.saturating_add(AFTER);
        let near = gathered.dates.iter().filter(move |hint| near.contains(&hint.id));
        near.filter(|hint| !is_elsewhere(self.tree, hint.id, self.headline))
    }

    /// What the page shows its reader: a date near the headline, in a marked element or else in a line of its own.
    pub(super) fn shown(&self, gathered: &Gathered) -> Option<String> {
        let mut items = self.marked(gathered).filter(|hint| hint.is_item);
        let item = items.find_map(|hint| self.read(hint));
        item.or_else(|| self.shown_near(gathered)).or_else(|| self.stamps(MOST_WORDS).next())
    }

    /// The date of a marked element anywhere: the first after the headline, else the last before it.
    pub(super) fn far_off(&self, gathered: &Gathered) -> Option<String> {
        let headline = self.headline.unwrap_or_default();
        let after = self.marked(gathered).filter(|hint| hint.id > headline).find_map(|hint| self.read(hint));
        let before =
            || self.marked(gathered).filter(|hint| hint.id < headline).filter_map(|hint| self.read(hint)).last();
        after.or_else(before)
    }

    /// The marked elements that may hold the day of publication, in order.
    fn marked<'g>(&self, gathered: &'g Gathered) -> impl Iterator<Item = &'g DateHint> {
        gathered.dates.iter().filter(|hint| hint.role != Role::Modified && self.is_own(hint.id))
    }

    /// The date of a marked element near the headline: one that says it is the day of publication, else the first after the
    /// headline, else the last before it.
    pub(super) fn shown_near(&self, gathered: &Gathered) -> Option<String> {
        let headline = self.headline.unwrap_or_default();
        let is_own = |hint: &&DateHint| hint.role != Role::Modified && !self.is_after_change(hint.id);
        let near: Vec<&DateHint> = self.hints_near(gathered).filter(is_own).collect();
        let rank = |hint: &DateHint| (hint.role != Role::Published, hint.id < headline);
        let mut ordered: Vec<&DateHint> = near.iter().copied().filter(|hint| hint.id >= headline).collect();
        ordered.extend(near.iter().copied().rev().filter(|hint| hint.id < headline));
        ordered.sort_by_key(|hint| rank(hint));
        ordered.into_iter().find_map(|hint| self.read(hint))
    }

    /// The date of an element: as it tells machines, else as it shows.
    pub(super) fn read(&self, hint: &DateHint) -> Option<String> {
        let told = hint.machine(self.tree).and_then(|date| self.sound(&date));
        told.or_else(|| self.day_in(&hint.text(self.tree)))
    }

    /// The first day that words name, but not that of a change.
    fn day_in(&self, text: &str) -> Option<String> {
        let own = days::all(text, self.words, self.order).find(|found| !found.is_of_change)?;
        Some(own.day.iso()).filter(|day| self.is_sound(day))
    }

    /// The day of the last change that the page shows near the headline: where it names no other day, all that is known.
    pub(super) fn changed(&self, gathered: &Gathered) -> Option<String> {
        let first =
            |text: &str| days::first(text, self.words, self.order).map(Ymd::iso).filter(|day| self.is_sound(day));
        let marked = self.hints_near(gathered).find_map(|hint| {
            let told = hint.machine(self.tree).and_then(|date| self.sound(&date));
            told.or_else(|| first(&hint.text(self.tree)))
        });
        let is_short = |line: &str| line.split_whitespace().count() <= FEW_WORDS;
        let mut lines = lines::near(self.tree, self.headline).filter(|(_, line)| is_short(line));
        let in_line =
            || lines.find_map(|(id, line)| first(&line).filter(|_| !is_elsewhere(self.tree, id, self.headline)));
        marked.or_else(in_line)
    }

    /// Whether a node may hold the day of publication: it stands with this article, and not behind "Updated".
    fn is_own(&self, id: NodeId) -> bool {
        !is_elsewhere(self.tree, id, self.headline) && !self.is_after_change(id)
    }

    /// Whether the words right before a node end by saying that something was changed: "Last updated on".
    fn is_after_change(&self, id: NodeId) -> bool {
        let is_words = |id: &NodeId| self.tree.is_text(*id) && !self.tree.raw(*id).trim().is_empty();
        let before = (id.saturating_sub(LABEL)..id).rev().find(is_words).map(|id| self.tree.raw(id));
        before
            .is_some_and(|words| words.split_whitespace().rev().take(2).any(|word| days::is_changed(word, self.words)))
    }

    /// The dates in lines of their own near the headline.
    pub(super) fn stamps(&self, most_words: usize) -> impl Iterator<Item = String> {
        let is_stamp = move |line: &str| {
            line.contains(|c: char| c.is_ascii_digit()) && line.split_whitespace().count() <= most_words
        };
        let lines = lines::near(self.tree, self.headline).filter(move |(_, line)| is_stamp(line));
        lines.filter_map(|(id, line)| self.day_in(&line).filter(|_| self.is_own(id)))
    }

    /// The day that a short line near the headline names without its year: the last such day before the page was fetched.
    pub(super) fn recent(&self) -> Option<String> {
        let fetched = self.fetched.map(day_of)?;
        let lines =
            lines::near(self.tree, self.headline).filter(|(_, line)| line.split_whitespace().count() <= FEW_WORDS);
        let mut days = lines.filter_map(|(id, line)| Some((id, recent::day(&line, fetched, self.words)?)));
        days.find(|(id, _)| self.is_own(*id)).map(|(_, day)| day)
    }

    /// The first text on the page that is a date and nothing else.
    pub(super) fn anywhere(&self) -> Option<String> {
        let is_short = |id: &NodeId| self.tree.is_text(*id) && self.tree.span(*id).len() <= 60;
        let texts = self.tree.descendants(self.tree.root()).filter(is_short);
        let dated = texts.filter(|&id| self.tree.raw(id).contains(|c: char| c.is_ascii_digit()));
        let found = dated.take(400).filter_map(|id| {
            let text = self.tree.raw(id).trim();
            stamp_line(text, self.words)?;
            Some((id, days::first(text, self.words, self.order)?.iso()))
        });
        found.filter(|(_, day)| self.is_sound(day)).find(|&(id, _)| self.is_own(id)).map(|(_, day)| day)
    }
}
