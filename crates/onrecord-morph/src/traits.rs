//! Traits: what is seen of a word, its neighbours and the tags before it, each a row in the table of weights.

use onrecord_lang::Case;

use crate::facts::Facts;
use crate::hash::mix;
use crate::known::{Known, Prospect, UNKNOWN};
use crate::tag::{Pos, Tag};

/// A preposition says something of the case of so many words behind it.
const REACH: usize = 4;

/// Everything known of a word of a sentence before tags are given.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Seen {
    pub(crate) facts: Facts,
    pub(crate) prospect: Prospect,
    /// The hash of the word, or [`UNKNOWN`].
    pub(crate) word: u64,
    /// The tag to expect, from 1.
    likely: u64,
    /// The preposition that may govern the word: its hash, or 0.
    preposition: u64,
}

/// Looks at a sentence; rare words for which `hide` is true are taken as if training had not seen them.
pub(crate) fn look(facts: &[Facts], known: &Known, hide: impl Fn(usize) -> bool, into: &mut Vec<Seen>) {
    into.clear();
    let (mut preposition, mut age) = (0, 0);
    for (at, &facts) in facts.iter().enumerate() {
        let prospect = known.prospect(&facts);
        let is_hidden = !prospect.is_seen || !prospect.is_frequent() && hide(at);
        let word = if is_hidden { UNKNOWN } else { facts.word };
        into.push(Seen { facts, prospect, word, likely: u64::from(prospect.likely) + 1, preposition });
        age += 1;
        match known.tags.get(usize::from(prospect.likely)).map(|tag| tag.pos) {
            Some(Pos::Preposition) => (preposition, age) = (facts.word, 0),
            Some(Pos::Noun | Pos::Name | Pos::Punctuation) => preposition = 0,
            _ if age > REACH => preposition = 0,
            _ => {}
        }
    }
}

/// Calls `each` with the hash of every trait of the word at `at` that no tag is needed for.
pub(crate) fn of_word(seen: &[Seen], at: usize, mut each: impl FnMut(u64)) {
    let none = Seen::default();
    let near = |by: isize| at.checked_add_signed(by).and_then(|at| seen.get(at)).unwrap_or(&none);
    let (here, left, right) = (near(0), near(-1), near(1));
    let facts = &here.facts;
    let [_, two, three, ..] = facts.endings;
    let own = [0, here.word, facts.cells, facts.classes, mix(facts.kinds, u64::from(facts.is_listed))];
    let own = own.into_iter().chain(facts.endings).chain(facts.starts);
    let outside = [mix(facts.shape, u64::from(at == 0)), mix(three, facts.shape), mix(facts.kinds, two)];
    let words = [left.word, right.word, near(-2).word, near(2).word, mix(left.word, right.word)];
    let endings = [left.facts.endings[2], right.facts.endings[2], mix(three, left.word), mix(three, right.word)];
    let pairs = [
        mix(two, left.facts.endings[1]),
        mix(two, right.facts.endings[1]),
        mix(facts.cells, right.facts.cells),
        facts.cells & right.facts.cells,
        facts.cells & left.facts.cells,
    ];
    let likely = [
        right.likely,
        left.likely,
        mix(right.likely, near(2).likely),
        mix(two, right.likely),
        mix(two, left.likely),
        mix(left.likely, right.likely),
    ];
    let governed = [here.preposition, mix(here.preposition, two), mix(here.preposition, facts.cells)];
    let context = words.into_iter().chain(endings).chain(pairs).chain(likely).chain(governed);
    // Each trait counts as what it is by its place in this order.
    own.chain(outside).chain(context).zip(1..).for_each(|(hash, n)| each(mix(hash, n)));
}

/// How many traits [`of_tags`] gives.
pub(crate) const N_TAG_TRAITS: usize = 10;

/// What the tags before a word tell, as far as the word needs it; tags count from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct History {
    last: u16,
    second: u16,
    /// The last word with a case since a preposition.
    nominal: u16,
    /// The last finite verb in this clause.
    verb: u16,
    /// The last nominative in this clause.
    subject: u16,
}

impl History {
    /// The history after one more tag.
    pub(crate) fn then(self, number: u16, tag: Tag) -> Self {
        let number = number + 1;
        let mut next = Self { last: number, second: self.last, ..self };
        // A comma may end a clause or part the words of a list: for lists the nominal stays.
        if matches!(tag.pos, Pos::Punctuation | Pos::Subordinator) {
            (next.verb, next.subject) = (0, 0);
        }
        if tag.pos == Pos::Preposition {
            next.nominal = 0;
        } else if tag.case.is_some() {
            next.nominal = number;
        }
        if tag.pos != Pos::Preposition && tag.case == Some(Case::Nominative) {
            next.subject = number;
        }
        if tag.tense.is_some() && tag.case.is_none() {
            next.verb = number;
        }
        next
    }
}

/// The hashes of the traits of a word that tags before it tell.
pub(crate) fn of_tags(history: History, seen: &[Seen], at: usize) -> [u64; N_TAG_TRAITS] {
    let here = &seen[at];
    let right = seen.get(at + 1).map_or(0, |seen| seen.likely);
    let left = at.checked_sub(1).map_or(0, |at| seen[at].word);
    let History { last, second, nominal, verb, subject } = history;
    let [last, second, nominal, verb, subject] = [last, second, nominal, verb, subject].map(u64::from);
    let two = here.facts.endings[1];
    [
        mix(101, last),
        mix(mix(102, last), second),
        mix(mix(103, last), two),
        mix(mix(104, nominal), here.preposition),
        mix(mix(105, nominal), here.facts.cells),
        mix(mix(106, verb), subject),
        mix(mix(107, verb), two),
        mix(mix(108, last), right),
        mix(mix(109, last), here.word),
        mix(mix(mix(110, left), second), nominal),
    ]
}
