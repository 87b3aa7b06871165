//! The tables of the report: figures beside their bars, causes, confidence. No word of any article stands in them.

use onrecord::Reader;
use onrecord_eval::{Bin, Calibration, Fault, Figures, MentionScores, calibration, faults, score};

use super::bars::{BARS, LEMMAS, MENTIONS, standing};
use crate::causes::{groups, list};
use crate::gold::Read;

/// So many causes of each language are told.
const CAUSES: usize = 10;
/// Of a cause, so many rules are named.
const RULES: usize = 3;
/// From here on the program calls itself sure.
const SURE: f64 = 0.8;

/// What was read and scored.
pub(super) struct Scores<'s> {
    /// The articles with statements.
    pub(super) articles: &'s Read,
    /// The article the product was born from.
    pub(super) seed: &'s Read,
    /// Mentions by language, where there is gold for them.
    pub(super) mentions: &'s [(&'s str, MentionScores)],
}

/// Everything that another run gives the same.
pub(super) fn sections(reader: &Reader, scores: &Scores<'_>) -> String {
    let parts = [figures(scores), causes(reader, scores.articles), confidence(scores.articles)];
    parts.join("\n\n")
}

fn figures(scores: &Scores<'_>) -> String {
    let Read { gold, records } = scores.articles;
    let mut lines = heads("Figures", &["figure", "", "now", "must", "hope", "where it stands"], "llrrrl");
    lines.insert(1, format!("Development gold `{}`; definitions in `eval/src/score.rs`.\n", gold.digest));
    let scored: Vec<(&str, Figures)> =
        gold.langs().into_iter().map(|lang| (lang, score(&gold.of_lang(Some(lang)), records).figures)).collect();
    for bar in &BARS {
        for (lang, limits) in bar.of {
            let Some((_, figures)) = scored.iter().find(|(known, _)| *known == lang) else { continue };
            let now = figures.floors().get(bar.figure).copied().unwrap_or_default();
            lines.push(row(bar.name, lang, now, limits));
        }
    }
    for (lang, mentions) in scores.mentions {
        let [f, lemmas] = mentions.percents();
        lines.push(row("mentions, strict micro F", lang, f, Some(MENTIONS)));
        lines.push(row("lemmas of found mentions right, %", lang, lemmas, Some(LEMMAS)));
    }
    let seed = score(&scores.seed.gold.of_lang(None), &scores.seed.records).figures;
    let stand = if seed.full == seed.gold { "reached" } else { "**below must**" };
    lines
        .push(format!("| seed article, statements full | ru | {} of {} | all | all | {stand} |", seed.full, seed.gold));
    lines.join("\n")
}

fn row(name: &str, lang: &str, now: f64, limits: Option<(f64, f64)>) -> String {
    let (must, hope, stands) = match limits {
        Some((must, hope)) => (format!("{must:.0}"), format!("{hope:.0}"), standing(now, (must, hope))),
        None => Default::default(),
    };
    format!("| {name} | {lang} | {now:.1} | {must} | {hope} | {stands} |")
}

fn causes(reader: &Reader, articles: &Read) -> String {
    let mut lines = vec!["## The ten most frequent causes".to_owned()];
    for lang in articles.gold.langs() {
        let all: Vec<Fault> =
            articles.of_lang(Some(lang)).flat_map(|(document, record)| faults(reader, document, record)).collect();
        let n_all = all.len();
        lines.push(format!("\n`{lang}`: {n_all} errors; `cargo xtask errors --lang {lang}` shows them.\n"));
        lines.extend(head(&["n", "kind", "cause", "rules"], "rlll"));
        for group in groups(all).iter().take(CAUSES) {
            let rules = group.rules();
            let more = if rules.len() > RULES { ", …" } else { "" };
            let rules = list(rules.get(..RULES).unwrap_or(&rules));
            lines.push(format!("| {} | {} | {} | {rules}{more} |", group.faults.len(), group.kind.name(), group.cause));
        }
    }
    lines.join("\n")
}

fn confidence(articles: &Read) -> String {
    let columns = ["confidence", "statements", "% of all", "in gold", "wrong speaker", "% of these"];
    let mut lines = heads("Confidence", &columns, "lrrrrr");
    let all = calibration(&articles.gold.of_lang(None), &articles.records);
    let n_all = all.at_least(0.0).n;
    for (n, bin) in all.bins.iter().enumerate() {
        let to = all.bins.get(n + 1).map_or(1.0, |next| next.from);
        lines.push(bin_row(&format!("{:.1} to {to:.1}", bin.from), *bin, n_all));
    }
    let sure = |name: &str, of: &Calibration| {
        bin_row(&format!("{SURE} and more, {name}"), of.at_least(SURE), of.at_least(0.0).n)
    };
    lines.push(sure("all", &all));
    for lang in articles.gold.langs() {
        lines.push(sure(lang, &calibration(&articles.gold.of_lang(Some(lang)), &articles.records)));
    }
    lines.join("\n")
}

fn bin_row(name: &str, bin: Bin, n_all: usize) -> String {
    let percent = |n: usize, all: usize| 100.0 * n as f64 / all.max(1) as f64;
    let Bin { n, found, wrong_speaker: wrong, .. } = bin;
    format!("| {name} | {n} | {:.1} | {found} | {wrong} | {:.1} |", percent(n, n_all), percent(wrong, found))
}

fn heads(title: &str, columns: &[&str], sides: &str) -> Vec<String> {
    let mut lines = vec![format!("## {title}\n")];
    lines.extend(head(columns, sides));
    lines
}

/// The two first lines of a table; `r` for numbers.
fn head(columns: &[&str], sides: &str) -> [String; 2] {
    let rules: Vec<&str> = sides.chars().map(|side| if side == 'r' { "--:" } else { "---" }).collect();
    [format!("| {} |", columns.join(" | ")), format!("|{}|", rules.join("|"))]
}
