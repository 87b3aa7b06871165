//! `cargo xtask errors`: what our records have wrong against gold, grouped by cause, with the rule that made each.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use onrecord::Reader;
use onrecord_eval::{FAULT_KINDS, Fault, FaultKind, faults};
use serde_json::{Value, json};

use crate::causes::{Group, groups, list};
use crate::gold::{Read, STATEMENTS};
use crate::say;

/// The help without the kinds, which are told by the eval crate.
const HELP: &str = "\
cargo xtask errors [--lang CODE] [--kind KIND] [FLAG…]

Reads the articles of gold and lists what the records have wrong, grouped by cause, the most frequent first:
how many, which rules made them, what tells them apart, and some of them with gold, ours and the sentence.

  --lang CODE    ru, uk or en (all)
  --kind KIND    one of the kinds below, or all (all)
  --cause WORDS  only causes that hold these words
  --doc WORDS    only documents whose names hold these words
  --limit N      so many errors of each cause (3); 0 shows the counts alone
  --gold FILE    other gold (../shared/eval/statements_dev.jsonl)
  --json         the same as JSON

  cargo xtask errors --lang uk --kind speaker
  cargo xtask errors --lang ru --kind span --cause 'ends late' --limit 20
  cargo xtask errors --kind all --limit 0
  cargo xtask errors --kind missing --json | jq '.results[].causes[] | {cause, n}'

Kinds:";

/// So many errors of each cause are shown.
const LIMIT: usize = 3;

/// What the user asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Wish {
    lang: Option<String>,
    /// Nothing for all.
    kind: Option<FaultKind>,
    cause: String,
    doc: String,
    limit: usize,
    gold: Option<PathBuf>,
    is_json: bool,
    is_help: bool,
}

impl Wish {
    /// Reads the words after `errors`.
    pub(crate) fn parse(words: &[&str]) -> Result<Self> {
        let mut wish = Self {
            lang: None,
            kind: None,
            cause: String::new(),
            doc: String::new(),
            limit: LIMIT,
            gold: None,
            is_json: false,
            is_help: false,
        };
        let mut words = words.iter().copied();
        while let Some(word) = words.next() {
            match word {
                "--json" => wish.is_json = true,
                "--help" | "-h" => wish.is_help = true,
                "--lang" | "--kind" | "--cause" | "--doc" | "--limit" | "--gold" => {
                    let value = words.next().with_context(|| format!("{word} needs a value"))?;
                    wish.set(word, value)?;
                }
                other => bail!("errors does not know {other}\nhint: cargo xtask errors --help"),
            }
        }
        Ok(wish)
    }

    fn set(&mut self, flag: &str, value: &str) -> Result<()> {
        match flag {
            "--lang" => self.lang = (value != "all").then(|| value.to_owned()),
            "--kind" => self.kind = kind(value)?,
            "--cause" => self.cause = value.to_owned(),
            "--doc" => self.doc = value.to_owned(),
            "--gold" => self.gold = Some(PathBuf::from(value)),
            _ => self.limit = value.parse().with_context(|| format!("{flag} needs a number, not {value}"))?,
        }
        Ok(())
    }

    fn wants(&self, fault: &Fault) -> bool {
        self.kind.is_none_or(|kind| fault.kind == kind)
            && fault.cause.contains(&self.cause)
            && fault.doc.contains(&self.doc)
    }
}

/// A kind by its name; nothing for all.
fn kind(name: &str) -> Result<Option<FaultKind>> {
    if name == "all" {
        return Ok(None);
    }
    let names: Vec<&str> = FAULT_KINDS.iter().map(|(_, name, _)| *name).collect();
    let kind = FaultKind::parse(name);
    Ok(Some(kind.with_context(|| format!("there is no kind {name}\nhint: kinds are {}, all", names.join(", ")))?))
}

/// Reads, groups, and shows.
pub(crate) fn run(root: &Path, wish: &Wish) -> Result<()> {
    if wish.is_help {
        let kinds = FAULT_KINDS.iter().map(|(_, name, what)| format!("\n  {name:<12} {what}"));
        say::line(&format!("{HELP}{}", kinds.collect::<String>()));
        return Ok(());
    }
    let reader = Reader::new();
    let path = wish.gold.clone().unwrap_or_else(|| root.join(STATEMENTS));
    let read = Read::new(&reader, &path, wish.lang.as_deref())?;
    let langs = langs(&read, wish)?;
    let mut results = Vec::new();
    for lang in langs {
        let found = read.of_lang(Some(lang)).flat_map(|(document, record)| faults(&reader, document, record));
        let groups = groups(found.filter(|fault| wish.wants(fault)).collect());
        match wish.is_json {
            true => results.extend(by_kind(&groups).iter().map(|(kind, groups)| as_json(lang, *kind, groups, wish))),
            false => by_kind(&groups).iter().for_each(|(kind, groups)| show(lang, *kind, groups, wish)),
        }
    }
    if wish.is_json {
        say::line(&serde_json::to_string_pretty(&json!({"results": results, "next": null}))?);
    }
    Ok(())
}

/// The languages of the gold that are asked for.
fn langs<'r>(read: &'r Read, wish: &Wish) -> Result<Vec<&'r str>> {
    let all = read.gold.langs();
    let Some(lang) = &wish.lang else { return Ok(all) };
    ensure!(all.contains(&lang.as_str()), "gold has no article in {lang}\nhint: it has {}", all.join(", "));
    Ok(all.into_iter().filter(|known| known == lang).collect())
}

fn by_kind(groups: &[Group]) -> BTreeMap<FaultKind, Vec<&Group>> {
    let mut kinds: BTreeMap<FaultKind, Vec<&Group>> = BTreeMap::new();
    for group in groups {
        kinds.entry(group.kind).or_default().push(group);
    }
    kinds
}

fn count(groups: &[&Group]) -> usize {
    groups.iter().map(|group| group.faults.len()).sum()
}

fn as_json(lang: &str, kind: FaultKind, groups: &[&Group], wish: &Wish) -> Value {
    let cause = |group: &&Group| {
        let some: Vec<&Fault> = group.faults.iter().take(wish.limit).collect();
        json!({"cause": group.cause, "n": group.faults.len(), "rules": json!(BTreeMap::from_iter(group.rules())),
            "details": json!(BTreeMap::from_iter(group.details())), "errors": some})
    };
    let causes: Vec<Value> = groups.iter().map(cause).collect();
    json!({"lang": lang, "kind": kind.name(), "n": count(groups), "causes": causes})
}

fn show(lang: &str, kind: FaultKind, groups: &[&Group], wish: &Wish) {
    say::line(&format!("== {lang} {}: {} errors, {} causes", kind.name(), count(groups), groups.len()));
    for group in groups {
        say::line(&format!("\n{:4}  {}", group.faults.len(), group.cause));
        say::line(&format!("      by {}", list(&group.rules())));
        if !group.details().is_empty() {
            say::line(&format!("      {}", list(&group.details())));
        }
        for fault in group.faults.iter().take(wish.limit) {
            say::line(&shown(fault));
        }
    }
    say::line("");
}

/// One error in four lines.
fn shown(fault: &Fault) -> String {
    let Fault { doc, at, rule, detail, gold, ours, context, .. } = fault;
    let detail = if detail.is_empty() { String::new() } else { format!("  ({detail})") };
    format!(
        "      - {doc} at {at}  {rule}{detail}\n          gold  {gold}\n          ours  {ours}\n          here  {context}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_are_read() {
        let wish = Wish::parse(&["--lang", "uk", "--kind", "speaker", "--limit", "9", "--json"]).expect("good words");
        assert_eq!(
            (wish.lang.as_deref(), wish.kind, wish.limit, wish.is_json),
            (Some("uk"), Some(FaultKind::Speaker), 9, true)
        );
        assert_eq!(Wish::parse(&["--kind", "all"]).expect("good words").kind, None);
    }

    #[test]
    fn what_is_not_known_is_told_with_what_is() {
        let error = Wish::parse(&["--kind", "spelling"]).expect_err("no such kind").to_string();
        assert!(error.contains("missing, extra, span"), "{error}");
        for words in [&["--kind"][..], &["--limit", "x"], &["speaker"]] {
            assert!(Wish::parse(words).is_err(), "{words:?}");
        }
    }
}
