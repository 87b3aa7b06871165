//! Lemmas: the rule for a word is remembered, or chosen by its tag, its ending and lemmas that are known.

use hashbrown::HashMap;
use onrecord_lang::{Features, Pack, normal};

use crate::hash::{key, mix, of_bytes};
use crate::rule::Rule;
use crate::tag::{Pos, Tag};

/// Weights of rules stand at one of so many places (two to this power).
const BITS: u32 = 18;
/// How many places that are.
pub(crate) const PLACES: usize = 1 << BITS;
/// Rules are found by endings of up to so many letters.
const LONGEST: usize = 5;

/// Everything learnt about lemmas.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Lemmas {
    /// The most frequent first.
    pub(crate) rules: Vec<Rule>,
    /// Word with its tag, or with its class, to rule.
    pub(crate) memory: HashMap<u32, u16>,
    /// Class and ending to the rules seen with them.
    pub(crate) endings: HashMap<u32, Vec<u16>>,
    /// Lemmas, and how many forms of theirs were seen.
    pub(crate) lemmas: HashMap<u32, u8>,
    pub(crate) weights: Vec<i8>,
}

/// A word whose lemma is looked for.
pub(crate) struct Query<'q> {
    pub(crate) form: &'q str,
    pub(crate) tag: Tag,
    /// What the lists say.
    pub(crate) listed: Option<String>,
    /// Whether the form is one of those that training counted with its lemma.
    pub(crate) is_counted: bool,
}

impl<'q> Query<'q> {
    pub(crate) fn new(form: &'q str, tag: Tag, pack: &Pack) -> Self {
        Self { form, tag, listed: listed(form, tag, pack).map(normal), is_counted: false }
    }
}

/// The lemma that the lists give, when it is one of this part of speech.
pub(crate) fn listed<'p>(form: &str, tag: Tag, pack: &'p Pack) -> Option<&'p str> {
    const VERB: u64 = Features::FINITE.0 | Features::INF.0 | Features::GERUND.0 | Features::PART.0 | Features::SHORT.0;
    let wanted = match tag.pos {
        Pos::Noun | Pos::Name => Features::NOUN,
        Pos::Adjective | Pos::Determiner => Features::ADJ,
        Pos::Verb | Pos::Auxiliary => Features(VERB),
        _ => return None,
    };
    let word = pack.word(form).filter(|word| word.features.any(wanted))?;
    pack.lemma(word.lemma)
}

impl Lemmas {
    /// The rule that was remembered for a word with this tag.
    pub(crate) fn remembered(&self, form: &str, tag: Tag) -> Option<&Rule> {
        let by_tag = self.memory.get(&form_key(form, whole(tag)));
        let rule = by_tag.or_else(|| self.memory.get(&form_key(form, class(tag))))?;
        self.rules.get(usize::from(*rule))
    }

    /// The rule for a word that is not remembered; `lemma` is a buffer.
    pub(crate) fn chosen(&self, query: &Query<'_>, lemma: &mut String) -> Option<&Rule> {
        let weight = |place: usize| self.weights.get(place).map_or(0, |&weight| i32::from(weight));
        let best = self.best(query, weight, lemma)?;
        self.rules.get(usize::from(best))
    }

    /// The candidate that weighs most.
    pub(crate) fn best(&self, query: &Query<'_>, weight: impl Fn(usize) -> i32, lemma: &mut String) -> Option<u16> {
        let mut best: Option<(i32, u16)> = None;
        for &rule in self.candidates(query) {
            if !self.rules.get(usize::from(rule))?.apply(query.form, lemma) {
                continue;
            }
            let mut sum = 0;
            self.traits(query, rule, lemma, |place| sum += weight(place));
            if best.is_none_or(|(most, _)| sum > most) {
                best = Some((sum, rule));
            }
        }
        best.map(|(_, rule)| rule)
    }

    /// The rules that words of this class and ending were seen with.
    pub(crate) fn candidates(&self, query: &Query<'_>) -> &[u16] {
        let keys = ending_keys(query.form, class(query.tag));
        let mut found = keys.into_iter().rev().flatten().filter_map(|key| self.endings.get(&key));
        found.next().map_or(&[], |rules| rules)
    }

    /// Calls `each` with the place of every trait of a rule for a word.
    pub(crate) fn traits(&self, query: &Query<'_>, rule: u16, lemma: &str, mut each: impl FnMut(usize)) {
        let class = class(query.tag);
        let gender = query.tag.gender.map_or(0, |gender| gender as u64 + 1);
        let own = mix(u64::from(rule), class);
        let fine = mix(own, whole(query.tag));
        let ends: [u64; 6] = ends(query.form);
        let own_ends = ends.map(|end| mix(own, end));
        let fine_ends = [mix(fine, ends[0]), mix(fine, ends[1]), mix(fine, ends[2])];
        let made: [u64; 4] = self::ends(lemma);
        let made = [mix(mix(class, gender), made[1]), mix(mix(class, gender), made[2]), mix(class, made[3])];
        let n_forms = self.lemmas.get(&lemma_key(lemma, query.tag)).copied().unwrap_or(0);
        let is_known = n_forms > u8::from(query.is_counted);
        let is_listed = query.listed.as_ref().map_or(0, |listed| 1 + u64::from(listed == lemma));
        let known = [mix(class, u64::from(is_known)), mix(class, is_listed)];
        let all = [own, fine, mix(own, gender)].into_iter().chain(own_ends).chain(fine_ends).chain(made).chain(known);
        all.zip(1..).for_each(|(hash, n)| each((mix(hash, n) >> (64 - BITS)) as usize));
    }
}

/// Hashes of the last one to `N` letters.
fn ends<const N: usize>(word: &str) -> [u64; N] {
    let mut ends = [0; N];
    for (end, (at, _)) in ends.iter_mut().zip(word.char_indices().rev()) {
        *end = of_bytes(0, &word.as_bytes()[at..]);
    }
    ends
}

/// What a lemma depends on besides the letters.
pub(crate) fn class(tag: Tag) -> u64 {
    let pos = if tag.pos == Pos::Auxiliary { Pos::Verb } else { tag.pos };
    mix(pos as u64, tag.form.map_or(0, |form| form as u64 + 1))
}

/// The tag as one number.
pub(crate) fn whole(tag: Tag) -> u64 {
    u64::from_le_bytes(tag.codes())
}

/// What a lemma is found by.
pub(crate) fn lemma_key(lemma: &str, tag: Tag) -> u32 {
    key(mix(of_bytes(31, lemma.as_bytes()), class(tag)))
}

/// What a word is found by, with a tag or a class.
pub(crate) fn form_key(form: &str, tag: u64) -> u32 {
    key(mix(of_bytes(41, form.as_bytes()), tag))
}

/// Keys of the word's endings, the shortest first.
pub(crate) fn ending_keys(form: &str, class: u64) -> [Option<u32>; LONGEST + 1] {
    let mut keys = [None; LONGEST + 1];
    keys[0] = Some(key(mix(class, 0)));
    for (slot, (at, _)) in keys[1..].iter_mut().zip(form.char_indices().rev()) {
        *slot = Some(key(mix(of_bytes(51, &form.as_bytes()[at..]), class)));
    }
    keys
}
