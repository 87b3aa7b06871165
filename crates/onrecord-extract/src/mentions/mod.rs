//! Names of people, organisations and places, joined into entities.

mod entities;
mod gender;
mod listed;
mod namesakes;
mod nominative;
mod runs;
mod same;
mod titled;

pub(crate) use same::same_name;

use std::ops::Range;

use onrecord_lang::{NameKind, Pack};
use onrecord_text::Text;

use crate::Findings;

/// A name in the text, before it is joined with others.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// What it names.
    pub(crate) kind: NamedKind,
    /// The listed name it is, if any.
    pub(crate) listed: Option<u32>,
    /// For people: how many of the first tokens are given names, patronymics or initials.
    pub(crate) n_given: usize,
    /// The entity it was joined to: a place in `Findings::entities`.
    pub(crate) entity: usize,
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NamedKind {
    /// A person.
    Person,
    /// A listed place or organisation.
    Listed(NameKind),
    /// A name in quotation marks or foreign letters, taken for an organisation or product.
    Titled,
}

impl Name {
    pub(crate) fn is_person(&self) -> bool {
        self.kind == NamedKind::Person
    }
}

/// All names of a text, and for each token the name it belongs to.
#[derive(Default)]
pub(crate) struct Names {
    /// In order.
    pub(crate) all: Vec<Name>,
    /// For each token: a place in `all`, or `NO_NAME`.
    of_token: Vec<u32>,
}

const NO_NAME: u32 = u32::MAX;

impl Names {
    /// The name that a token is part of.
    pub(crate) fn at(&self, token: usize) -> Option<&Name> {
        self.all.get(*self.of_token.get(token)? as usize)
    }

    /// The name that begins at a token.
    pub(crate) fn starting(&self, token: usize) -> Option<&Name> {
        self.at(token).filter(|name| name.tokens.start == token)
    }

    /// Names that lie in a range of tokens.
    pub(crate) fn within(&self, tokens: Range<usize>) -> impl Iterator<Item = &Name> {
        let from = self.all.partition_point(|name| name.tokens.start < tokens.start);
        self.all[from..].iter().take_while(move |name| name.tokens.end <= tokens.end)
    }

    fn claim(&mut self, name: Name) {
        let place = self.all.len() as u32;
        for token in name.tokens.clone() {
            if let Some(owner) = self.of_token.get_mut(token) {
                *owner = place;
            }
        }
        self.all.push(name);
    }

    fn is_free(&self, tokens: Range<usize>) -> bool {
        self.of_token.get(tokens).is_some_and(|owners| owners.iter().all(|&owner| owner == NO_NAME))
    }

    /// Takes their tokens back from the names in a range; `drop_empty` takes the names themselves.
    fn give_up(&mut self, tokens: Range<usize>) {
        if let Some(owners) = self.of_token.get_mut(tokens) {
            owners.fill(NO_NAME);
        }
    }

    /// Drops every name whose first token is no longer its own.
    fn drop_empty(&mut self) {
        let mut place = 0;
        let of_token = &self.of_token;
        self.all.retain(|name| {
            place += 1;
            of_token.get(name.tokens.start) == Some(&(place - 1))
        });
        self.sort();
    }

    fn sort(&mut self) {
        self.all.sort_by_key(|name| name.tokens.start);
        for (place, name) in self.all.iter().enumerate() {
            for token in name.tokens.clone() {
                self.of_token[token] = place as u32;
            }
        }
    }
}

/// Finds all names and joins them into entities.
pub(crate) fn find(text: &Text<'_>, pack: &Pack, findings: &mut Findings) -> Names {
    let mut names = Names { all: Vec::new(), of_token: vec![NO_NAME; text.tokens.len()] };
    listed::listed(text, pack, &mut names);
    let passages = titled::Passages::find(text);
    titled::quoted(text, &passages, &mut names);
    runs::people(text, pack, &passages, &mut names);
    names.sort();
    entities::join(text, pack, &mut names, findings);
    names
}
