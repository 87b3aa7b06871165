//! How much is in the archive, to look at.

use indicatif::{HumanBytes, HumanCount};
use onrecord_archive::{Receipt, Stats};

use crate::view::safe::safe;
use crate::view::table::grid;

/// Counts, a line each.
pub(crate) fn stats(stats: &Stats) -> String {
    let count = |n: u64| HumanCount(n).to_string();
    let list = |counts: &mut dyn Iterator<Item = (String, u64)>| {
        counts.map(|(name, n)| format!("{} {}", count(n), safe(&name))).collect::<Vec<_>>().join(", ")
    };
    let dates = match (&stats.earliest, &stats.latest) {
        (Some(earliest), Some(latest)) => format!("{} to {}", safe(day(earliest)), safe(day(latest))),
        _ => "none".to_owned(),
    };
    let lines = [
        ("articles", format!("{}, {} old versions", count(stats.articles), count(stats.old_versions))),
        ("languages", list(&mut stats.languages.clone().into_iter())),
        ("dates", dates),
        ("statements", list(&mut stats.statements.clone().into_iter())),
        ("rows", list(&mut stats.rows.clone().into_iter())),
        ("outlets", list(&mut stats.outlets.clone().into_iter())),
        ("read by", list(&mut stats.made_by.iter().map(|(maker, n)| (self::maker(maker), *n)))),
        ("inputs", format!("{} of {} read to the end", count(stats.inputs.0), count(stats.inputs.1))),
        ("refused", list(&mut stats.added.refused.clone().into_iter())),
        ("corrections", format!("{}, {} orphaned", count(stats.corrections.0), count(stats.corrections.1))),
        ("sources", HumanBytes(stats.n_source_bytes).to_string()),
        ("store", format!("{}, version {}", HumanBytes(stats.n_bytes), stats.version)),
    ];
    lines.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("{name:>12}  {value}\n")).collect()
}

/// `0.1.0 (ru 9daa5292)` of `0.1.0 {"ru":"9daa529258447b5e"}`: the program and the word lists, as much as tells them apart.
fn maker(maker: &str) -> String {
    let known = maker.split_once(' ').and_then(|(program, packs)| {
        let packs: std::collections::BTreeMap<String, String> = serde_json::from_str(packs).ok()?;
        let packs: Vec<String> =
            packs.iter().map(|(lang, digest)| format!("{lang} {}", digest.get(..8).unwrap_or(digest))).collect();
        Some(format!("{program} ({})", if packs.is_empty() { "no word lists".to_owned() } else { packs.join(", ") }))
    });
    known.unwrap_or_else(|| maker.to_owned())
}

fn day(date: &str) -> &str {
    date.get(..10).unwrap_or(date)
}

/// What came of every input.
pub(crate) fn receipts(receipts: &[Receipt], width: usize) -> String {
    if receipts.is_empty() {
        return "no archive was added yet; single files need no receipt\n".to_owned();
    }
    let rows: Vec<Vec<String>> = receipts.iter().map(row).collect();
    format!(
        "{}\n",
        grid(&["input", "size", "added", "same", "updated", "refused", "state", "last written"], &rows, width)
    )
}

fn row(receipt: &Receipt) -> Vec<String> {
    let counts = &receipt.counts;
    let refused: Vec<String> = counts.refused.iter().map(|(reason, n)| format!("{n} {reason}")).collect();
    vec![
        safe(&receipt.input).into_owned(),
        HumanBytes(receipt.size).to_string(),
        counts.added.to_string(),
        counts.same.to_string(),
        counts.updated.to_string(),
        refused.join(", "),
        if receipt.is_done { "read to the end".to_owned() } else { format!("goes on at {}", receipt.position) },
        receipt.ended.clone().unwrap_or_default(),
    ]
}
