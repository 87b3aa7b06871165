//! The pages of one input, from any position on.

use onrecord_model::Page;

use crate::feed::Feed;
use crate::input::Input;
use crate::kind::InputKind;
use crate::lines::Lines;
use crate::open::{self, Opened, Way};
use crate::warc::WarcPages;
use crate::{Given, SourceError, whole};

/// The position behind everything: nothing is read from here on.
pub(crate) const END: u64 = u64::MAX;

/// Reads an input from a position on: 0 is its beginning, any other is what an earlier item's `next` was.
///
/// The items up to one, and then those from its `next` on, are the items of one run.
pub fn pages_of(input: &Input, from: u64, given: &Given) -> PagesOf {
    let way = if from == END { Reading::Over } else { begin(input, from, given) };
    PagesOf { way, given: given.clone() }
}

/// A page or why there is none, and where reading goes on.
#[derive(Debug)]
pub struct Taken {
    /// The page.
    pub page: Result<Page, SourceError>,
    /// Where reading goes on after it, for [`pages_of`].
    pub next: u64,
}

impl Taken {
    /// The last item of an input.
    pub(crate) fn last(page: Result<Page, SourceError>) -> Self {
        Self { page, next: END }
    }
}

/// The pages that [`pages_of`] reads.
pub struct PagesOf {
    way: Reading,
    given: Given,
}

enum Reading {
    Over,
    Failed(Box<SourceError>),
    Whole(Opened),
    Lines(Box<Lines>),
    Warc(Box<WarcPages>),
    Feed(Feed),
}

impl Iterator for PagesOf {
    type Item = Taken;

    fn next(&mut self) -> Option<Self::Item> {
        match &mut self.way {
            Reading::Lines(lines) => lines.next(&self.given),
            Reading::Warc(warc) => warc.next(&self.given),
            Reading::Feed(feed) => feed.next(&self.given),
            _ => self.only_item(),
        }
    }
}

impl PagesOf {
    fn only_item(&mut self) -> Option<Taken> {
        match std::mem::replace(&mut self.way, Reading::Over) {
            Reading::Failed(error) => Some(Taken::last(Err(*error))),
            Reading::Whole(input) => Some(Taken { page: whole::page(input, &self.given), next: 1 }),
            _ => None,
        }
    }
}

fn begin(input: &Input, from: u64, given: &Given) -> Reading {
    let failed = |error| Reading::Failed(Box::new(error));
    let opened = match open::open(input) {
        Err(error) => return failed(error),
        Ok(Way::Tape(tape)) => {
            return Reading::Warc(Box::new(WarcPages::new(&input.path, tape, from, given.max_bytes)));
        }
        Ok(Way::Unpacked(opened)) => opened,
    };
    match opened.kind {
        InputKind::Lines => Lines::new(opened, from).map_or_else(failed, |lines| Reading::Lines(Box::new(lines))),
        InputKind::Feed => Feed::read(opened, from, given).map_or_else(failed, Reading::Feed),
        _ if from > 0 => Reading::Over,
        _ => Reading::Whole(opened),
    }
}
