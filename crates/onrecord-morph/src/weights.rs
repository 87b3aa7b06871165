//! The weights of a language as one file: what training saw, and what it weighs.

use std::io::{Read as _, Write as _};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

use crate::bytes::{In, Out};
use crate::known::{Known, List};
use crate::lemmas::{Lemmas, PLACES};
use crate::parts::Parts;
use crate::rule::Rule;
use crate::table::{LENGTH, Small};
use crate::tag::Tag;

/// A file begins so; other traits, parts or tables need another number.
const HEAD: &[u8] = b"onrecord morphology 1\n";
/// No file is longer when unpacked.
const MOST: u64 = 1 << 26;

/// What a tagger has learnt of a language.
#[derive(Clone)]
pub struct Weights {
    pub(crate) known: Known,
    /// The parts of every tag.
    pub(crate) parts: Vec<Parts>,
    pub(crate) table: Small,
    pub(crate) lemmas: Lemmas,
}

impl Weights {
    pub(crate) fn new(known: Known, table: Small, lemmas: Lemmas) -> Self {
        let parts = known.tags.iter().map(|&tag| Parts::of(tag)).collect();
        Self { known, parts, table, lemmas }
    }

    /// Reads a file of weights; `None` when it is none, or is one of another version.
    pub fn read(file: &[u8]) -> Option<Self> {
        let mut body = Vec::new();
        DeflateDecoder::new(file.strip_prefix(HEAD)?).take(MOST).read_to_end(&mut body).ok()?;
        let mut body = In(&body);
        let known = read_known(&mut body)?;
        let table = Small(body.weights().filter(|table| table.len() == LENGTH)?);
        let lemmas = read_lemmas(&mut body)?;
        Some(Self::new(known, table, lemmas))
    }

    /// The file of these weights; the same weights give the same bytes.
    pub fn write(&self) -> Vec<u8> {
        let mut body = Out::default();
        write_known(&self.known, &mut body);
        body.weights(&self.table.0);
        write_lemmas(&self.lemmas, &mut body);
        let mut file = HEAD.to_vec();
        let mut packed = DeflateEncoder::new(&mut file, Compression::best());
        let written = packed.write_all(&body.0).and_then(|()| packed.finish().map(|_| ()));
        written.expect("a vector takes every byte");
        file
    }
}

fn write_known(known: &Known, out: &mut Out) {
    out.number(known.tags.len());
    known.tags.iter().for_each(|tag| out.0.extend(tag.codes()));
    for table in [&known.words, &known.endings] {
        out.table(table.iter().map(|(&key, &list)| (key, list)), |out, list| {
            out.number(usize::from(list.is_closed) | usize::from(list.is_frequent) << 1);
            out.numbers(known.list(list));
        });
    }
}

fn read_known(body: &mut In<'_>) -> Option<Known> {
    let mut known = Known::default();
    for _ in 0..body.number()? {
        known.tags.push(Tag::of_codes(body.bytes(8)?.try_into().ok()?)?);
    }
    let Known { tags, lists, words, endings } = &mut known;
    for table in [words, endings] {
        *table = body.table(|body| {
            let kind = body.number()?;
            let tags = body.numbers()?.into_iter().filter(|&tag| usize::from(tag) < tags.len());
            let start = lists.len();
            lists.extend(tags);
            let n = u16::try_from(lists.len() - start).ok()?;
            Some(List { start: start as u32, n, is_closed: kind & 1 != 0, is_frequent: kind & 2 != 0 })
        })?;
    }
    (!known.tags.is_empty()).then_some(known)
}

fn write_lemmas(lemmas: &Lemmas, out: &mut Out) {
    out.number(lemmas.rules.len());
    for Rule { front, end, add } in &lemmas.rules {
        out.0.extend([*front, *end]);
        out.text(add);
    }
    out.table(lemmas.memory.iter().map(|(&key, &rule)| (key, rule)), |out, rule| out.number(usize::from(rule)));
    out.table(lemmas.endings.iter().map(|(&key, rules)| (key, rules)), |out, rules| out.numbers(rules));
    out.table(lemmas.lemmas.iter().map(|(&key, &n)| (key, n)), |out, n| out.number(usize::from(n)));
    out.weights(&lemmas.weights);
}

fn read_lemmas(body: &mut In<'_>) -> Option<Lemmas> {
    let mut lemmas = Lemmas::default();
    for _ in 0..body.number()? {
        let &[front, end] = body.bytes(2)? else { return None };
        lemmas.rules.push(Rule { front, end, add: body.text()?.into() });
    }
    lemmas.memory = body.table(In::small)?;
    lemmas.endings = body.table(In::numbers)?;
    lemmas.lemmas = body.table(|body| u8::try_from(body.number()?).ok())?;
    lemmas.weights = body.weights().filter(|weights| weights.len() == PLACES)?;
    Some(lemmas)
}
