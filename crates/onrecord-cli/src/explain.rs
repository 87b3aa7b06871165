//! `onrecord explain`: for each finding the rule, the words, and everyone who might have said it.

mod explanation;

use std::fmt::Write as _;
use std::io::Write as _;

use anyhow::Result;
use onrecord::Reader;
use onrecord_source::pages;

use crate::args::ExplainArgs;
use crate::output::Output;
use crate::view::safe;
use crate::{Outcome, json, say};
use explanation::{Explanation, Fact, Finding, explanation};

/// Explains every page.
pub(crate) fn run(args: &ExplainArgs, output: &Output) -> Result<Outcome> {
    let reader = Reader::new();
    let mut stdout = output.stdout();
    let (mut n_done, mut outcome) = (0, Outcome::Done);
    for page in pages(&args.files, &args.given.to_given()) {
        match page {
            Ok(page) => {
                let explanation = explanation(&page, &reader.look(&page));
                if output.is_json {
                    stdout.write_all(&json::pretty(&explanation)?)?;
                } else {
                    stdout.write_all(if n_done > 0 { b"\n" } else { b"" })?;
                    stdout.write_all(text(&explanation).as_bytes())?;
                }
                n_done += 1;
            }
            Err(error) => {
                say::complaint(&error);
                outcome = Outcome::Wanting;
            }
        }
    }
    stdout.flush()?;
    Ok(outcome)
}

fn text(explanation: &Explanation) -> String {
    let name = explanation.document.as_deref().unwrap_or("document");
    let mut page = format!("{} ({})\n", safe(name), explanation.lang);
    let groups = [
        ("statement", &explanation.statements),
        ("time", &explanation.times),
        ("event", &explanation.events),
        ("source", &explanation.provenance),
        ("entity", &explanation.entities),
    ];
    for (what, findings) in groups {
        for (n, finding) in findings.iter().enumerate() {
            let _ = write_finding(&mut page, &format!("{what} {}", n + 1), finding);
        }
    }
    for notice in &explanation.notices {
        let _ = writeln!(page, "\nnotice {}: {}", notice.code, safe(&notice.text));
    }
    if groups.iter().all(|(_, findings)| findings.is_empty()) {
        page.push_str("\nnothing was found\n");
    }
    page
}

fn write_finding(page: &mut String, name: &str, finding: &Finding) -> std::fmt::Result {
    let rule = finding.rule.as_deref().unwrap_or("no rule named");
    let sure = finding.confidence.map(|sure| format!(", sure {sure:.2}")).unwrap_or_default();
    writeln!(page, "\n{name}: {rule}{sure}")?;
    for (name, fact) in &finding.facts {
        writeln!(page, "  {name:9}  {}", safe(&shown(fact)))?;
    }
    for candidate in &finding.candidates {
        let reasons = candidate.reasons.join(", ");
        writeln!(page, "    {:6.2}  {}  ({reasons})", candidate.score, safe(&candidate.name))?;
    }
    Ok(())
}

fn shown(fact: &Fact) -> String {
    match fact {
        Fact::Value(value) => value.clone(),
        Fact::Words(words) => words.iter().map(|words| words.text.as_str()).collect::<Vec<_>>().join(" … "),
    }
}
