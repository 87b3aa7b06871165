//! Which person a name means: one surname may have several bearers.

use hashbrown::HashMap;
use onrecord_lang::{Pack, Tags};
use onrecord_text::Text;

use super::gender::{gender, gender_of_bare, gender_of_surname};
use super::same::same_skeleton;
use super::{Name, Names, same_name};

/// The people found so far.
pub(super) struct Known<'k, 'a> {
    pub(super) text: &'k Text<'a>,
    pub(super) pack: &'k Pack,
    pub(super) names: &'k Names,
    /// For each entity: its mentions, as places in `names`.
    pub(super) members: &'k [Vec<usize>],
}

/// Bearers of one surname farther back than this are not compared.
const MOST_BEARERS: usize = 20;

/// People whose surnames begin with one letter are compared with the last so many of them.
const MOST_COMPARED: usize = 100;

/// The entity of a person: one whose surname and given name are compatible, or a fresh one.
///
/// `people` finds entities by the first letter of surnames, and by the first three of given names with a hyphen behind.
pub(super) fn entity(
    known: &Known<'_, '_>,
    name: &Name,
    people: &mut HashMap<String, Vec<usize>>,
    fresh: usize,
) -> usize {
    let surname = name.tokens.end - 1;
    let of_surname = people.entry(first_letter(known.text.normal(surname))).or_default();
    let near = of_surname.iter().rev().take(MOST_COMPARED).copied();
    let bearers: Vec<usize> = near.filter(|&entity| known.can_be(name, entity)).take(MOST_BEARERS).collect();
    if !bearers.is_empty() {
        let chosen = known.choose(name, bearers);
        if chosen.is_none() {
            of_surname.push(fresh);
        }
        return chosen.unwrap_or(fresh);
    }
    let by_given = known.by_given_name(name, people);
    if by_given.is_none() {
        people.entry(first_letter(known.text.normal(surname))).or_default().push(fresh);
        // A given name alone means whoever was named by it in full.
        if name.tokens.len() > 1 && name.n_given > 0 {
            people.entry(given_key(known.text.normal(name.tokens.start))).or_default().push(fresh);
        }
    }
    by_given.unwrap_or(fresh)
}

/// What people of one surname are found by: its first letter, so that other spellings are compared too.
fn first_letter(word: &str) -> String {
    word.chars().take(1).collect()
}

fn letters(word: &str) -> String {
    word.chars().take(3).collect()
}

fn given_key(word: &str) -> String {
    format!("{}-", letters(word))
}

impl Known<'_, '_> {
    fn first(&self, entity: usize) -> Option<&Name> {
        self.members.get(entity)?.first().map(|&first| &self.names.all[first])
    }

    fn can_be(&self, name: &Name, entity: usize) -> bool {
        self.first(entity).is_some_and(|other| {
            let (own, theirs) = (self.text.normal(name.tokens.end - 1), self.text.normal(other.tokens.end - 1));
            let respelled = (name.n_given == 0 || other.n_given == 0) && same_skeleton(own, theirs);
            (same_name(own, theirs) || respelled) && self.given_names_fit(name, other)
        })
    }

    /// Whether two given names can be one: one is missing, an initial of the other, or another case of it.
    fn given_names_fit(&self, a: &Name, b: &Name) -> bool {
        if a.n_given == 0 || b.n_given == 0 {
            return true;
        }
        let (x, y) = (self.text.normal(a.tokens.start), self.text.normal(b.tokens.start));
        let initial = |x: &str| x.chars().count() == 1;
        if initial(x) || initial(y) { x.chars().next() == y.chars().next() } else { same_name(x, y) }
    }

    /// Of several bearers the one whose gender fits, then whoever was named last before this mention; nobody when two
    /// were named last in one sentence.
    fn choose(&self, name: &Name, mut bearers: Vec<usize>) -> Option<usize> {
        if bearers.len() > 1 && name.n_given == 0 {
            self.keep_fitting_gender(name, &mut bearers);
        }
        let last = |entity: usize| self.named_before(entity, name.tokens.start);
        bearers.sort_by_key(|&entity| (std::cmp::Reverse(last(entity)), entity));
        let sentence = |entity: usize| last(entity).map(|at| self.text.tokens[at].sentence);
        let undecided =
            |other: usize| name.n_given == 0 && last(other).is_some() && sentence(other) == sentence(bearers[0]);
        match bearers.get(1) {
            Some(&second) if undecided(second) => None,
            _ => bearers.first().copied(),
        }
    }

    fn keep_fitting_gender(&self, name: &Name, bearers: &mut Vec<usize>) {
        let Some(is_male) = gender_of_bare(self.text, self.pack, name) else { return };
        let fits = |&entity: &usize| self.is_male(entity).is_none_or(|theirs| theirs == is_male);
        if bearers.iter().any(fits) {
            bearers.retain(fits);
        }
    }

    fn is_male(&self, entity: usize) -> Option<bool> {
        let first = [self.first(entity)?];
        gender(self.text, self.pack, &first).or_else(|| gender_of_surname(self.text, self.pack, &first))
    }

    /// Where an entity was named last before a token.
    fn named_before(&self, entity: usize, here: usize) -> Option<usize> {
        let starts = self.members.get(entity)?.iter().map(|&member| self.names.all[member].tokens.start);
        starts.filter(|&start| start < here).max()
    }

    /// Whoever was named in full by the given name that stands here alone.
    fn by_given_name(&self, name: &Name, people: &HashMap<String, Vec<usize>>) -> Option<usize> {
        let form = self.text.normal(name.tokens.start);
        if name.tokens.len() > 1 || !self.text.tokens[name.tokens.start].has(Tags::GIVEN) {
            return None;
        }
        let named = |&&entity: &&usize| {
            self.first(entity).is_some_and(|first| same_name(self.text.normal(first.tokens.start), form))
        };
        people.get(&given_key(form))?.iter().rev().take(MOST_BEARERS).find(named).copied()
    }
}
