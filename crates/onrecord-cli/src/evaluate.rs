//! `onrecord eval`: records against gold, and the floors below which figures may not sink.

use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use onrecord::Reader;
use onrecord_archive::work;
use onrecord_eval::{Floors, Gold, Scored, predictions, score};
use serde_json::{Value, json};

use crate::args::EvalArgs;
use crate::output::Output;
use crate::view::safe;
use crate::{Outcome, json, say};

/// The scores of one gold file in one language, or in all together.
struct Sheet {
    file: String,
    digest: String,
    /// Nothing for all languages together.
    lang: Option<String>,
    scored: Scored,
}

/// Scores every gold file, prints the figures, and looks at the floors.
pub(crate) fn run(args: &EvalArgs, output: &Output) -> Result<Outcome> {
    let pred = args.pred.as_deref().map(read_predictions).transpose()?;
    let mut sheets = Vec::new();
    for path in &args.gold {
        let gold = Gold::read(&read(path)?).with_context(|| format!("cannot read gold in {}", path.display()))?;
        let records = match &pred {
            Some(pred) => pred,
            None => &read_articles(&gold, args, output)?,
        };
        sheets.extend(score_file(path, &gold, records, args));
    }
    print(&sheets, args, output)?;
    match &args.floors {
        Some(path) => hold(&sheets, path, args, output),
        None => Ok(Outcome::Done),
    }
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn read_predictions(path: &Path) -> Result<BTreeMap<String, Value>> {
    predictions(&read(path)?).with_context(|| format!("cannot read records in {}", path.display()))
}

/// Reads the gold's articles as anybody's: text, date, address and language are given, nothing else.
fn read_articles(gold: &Gold, args: &EvalArgs, output: &Output) -> Result<BTreeMap<String, Value>> {
    let reader = Reader::new();
    let lang = args.lang.as_ref().map(|lang| lang.as_str());
    let mut records = BTreeMap::new();
    let work = |page| {
        let record = reader.read(&page);
        (page.name.unwrap_or_default(), serde_json::to_value(&record))
    };
    let pages = gold.of_lang(lang).into_iter().map(|document| document.page());
    work::in_order(pages, output.n_jobs, work, |(name, record)| -> Result<()> {
        records.insert(name, record?);
        Ok(())
    })?;
    Ok(records)
}

/// One sheet a language, and before them one for all when there are several.
fn score_file(path: &Path, gold: &Gold, records: &BTreeMap<String, Value>, args: &EvalArgs) -> Vec<Sheet> {
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let sheet = |lang: Option<&str>| Sheet {
        file: file.clone(),
        digest: gold.digest.clone(),
        lang: lang.map(str::to_owned),
        scored: score(&gold.of_lang(lang), records),
    };
    match &args.lang {
        Some(lang) => vec![sheet(Some(lang.as_str()))],
        None => {
            let langs = gold.langs();
            let all = (langs.len() != 1).then(|| sheet(None));
            all.into_iter().chain(langs.into_iter().map(|lang| sheet(Some(lang)))).collect()
        }
    }
}

fn print(sheets: &[Sheet], args: &EvalArgs, output: &Output) -> Result<()> {
    let mut stdout = output.stdout();
    if output.is_json {
        let results: Vec<Value> = sheets.iter().map(|sheet| as_json(sheet, args.errors)).collect();
        stdout.write_all(&json::pretty(&json!({"results": results, "next": null}))?)?;
    } else {
        for (n, sheet) in sheets.iter().enumerate() {
            print_sheet(&mut stdout, sheet, args.errors, n == 0)?;
        }
    }
    Ok(stdout.flush()?)
}

fn as_json(sheet: &Sheet, n_errors: usize) -> Value {
    let misses = sheet.scored.misses.iter().take(n_errors);
    let errors: Vec<Value> =
        misses.map(|miss| json!({"doc": miss.doc, "what": miss.what, "details": miss.details})).collect();
    json!({
        "gold": sheet.file, "digest": sheet.digest, "lang": sheet.lang.as_deref().unwrap_or("all"),
        "figures": sheet.scored.figures.to_json(), "errors": errors,
    })
}

fn print_sheet(out: &mut impl std::io::Write, sheet: &Sheet, n_errors: usize, is_first: bool) -> Result<()> {
    if !is_first {
        writeln!(out)?;
    }
    for miss in sheet.scored.misses.iter().take(if sheet.lang.is_some() { n_errors } else { 0 }) {
        writeln!(out, "{} | {} | {}", safe(&miss.doc), miss.what, safe(&miss.details.join(" | ")))?;
    }
    writeln!(out, "{} {}", safe(&sheet.file), sheet.lang.as_deref().unwrap_or("all languages"))?;
    write!(out, "{}", sheet.scored.figures)?;
    Ok(())
}

/// Names every figure below its floor; writes today's figures where that is wanted and allowed.
fn hold(sheets: &[Sheet], path: &Path, args: &EvalArgs, output: &Output) -> Result<Outcome> {
    let mut floors = read_floors(path, args)?;
    let mut n_sunk = 0;
    for sheet in sheets {
        let Some(lang) = &sheet.lang else { continue };
        if !floors.covers(&sheet.digest, lang) && !args.write_floors && !output.is_quiet {
            say::line(&format!("there are no floors for {lang} on {}; --write-floors makes them", sheet.file));
        }
        for sunk in floors.sunk(&sheet.digest, lang, &sheet.scored.figures.floors()) {
            say::line(&format!("{lang}: {} sank to {:.1}; its floor is {:.1}", sunk.figure, sunk.now, sunk.floor));
            n_sunk += 1;
        }
    }
    if n_sunk > 0 && !args.allow_regression {
        say::line("hint: mend it, or lower the floors with --write-floors --allow-regression and say what was bought");
        return Ok(Outcome::Wanting);
    }
    if args.write_floors {
        for sheet in sheets {
            if let Some(lang) = &sheet.lang {
                floors.set(&sheet.digest, &sheet.file, lang, sheet.scored.figures.floors());
            }
        }
        write_floors(path, &floors)?;
    }
    Ok(Outcome::Done)
}

fn read_floors(path: &Path, args: &EvalArgs) -> Result<Floors> {
    match fs::read_to_string(path) {
        Ok(text) => serde_json::from_str(&text).with_context(|| format!("cannot read floors in {}", path.display())),
        Err(error) if error.kind() == ErrorKind::NotFound && args.write_floors => Ok(Floors::default()),
        Err(error) => bail!("cannot read {}: {error}\nhint: --write-floors makes the file", path.display()),
    }
}

/// Writes beside the file first, so that it is never half-written.
fn write_floors(path: &Path, floors: &Floors) -> Result<()> {
    let beside = path.with_extension("json.new");
    let write = || -> Result<()> {
        fs::write(&beside, json::pretty(floors)?)?;
        Ok(fs::rename(&beside, path)?)
    };
    write().with_context(|| format!("cannot write {}", path.display()))
}
