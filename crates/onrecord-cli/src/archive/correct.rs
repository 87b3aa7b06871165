//! `onrecord correct`: what people set right.

use anyhow::{Result, bail};
use onrecord_archive::{Access, Archive, Remedy};

use super::{Desk, now, told};
use crate::Outcome;
use crate::args::CorrectArgs;
use crate::say;
use crate::view::archive::correction;

/// Makes, lists or takes back a correction.
pub(super) fn run(args: &CorrectArgs, desk: &Desk<'_>) -> Result<Outcome> {
    if args.list {
        return list(desk);
    }
    let mut archive = desk.to_write(Access::Write, args.wait.wait)?;
    if let Some(number) = args.take_back {
        return take_back(&mut archive, number, desk);
    }
    let id = args.id.as_deref().unwrap_or_default();
    let remedy = remedy(args, &archive, id)?;
    let author = args.author.clone().or_else(|| of_environment("ONRECORD_AUTHOR")).or_else(|| of_environment("USER"));
    let with = |made: &mut onrecord_archive::Correction| {
        made.note.clone_from(&args.note);
        made.author.clone_from(&author);
    };
    let number = archive.correct(id, remedy, with, now()).map_err(told)?;
    if desk.output.is_json {
        let made = archive.store().corrections(None).map_err(told)?;
        return desk.write_json(&made.iter().find(|made| made.number == number));
    }
    if !desk.output.is_quiet {
        say::line(&format!("correction {number} is made; `onrecord correct --take-back {number}` takes it back"));
    }
    Ok(Outcome::Done)
}

fn remedy(args: &CorrectArgs, archive: &Archive, id: &str) -> Result<Remedy> {
    Ok(match (&args.speaker, args.span) {
        (Some(name), _) if name.trim().is_empty() => {
            bail!("a speaker has a name\nhint: `--not-a-statement` says that nobody said it")
        }
        (Some(name), _) => Remedy::Speaker { name: name.trim().to_owned() },
        (None, Some((start, end))) => Remedy::Span(archive.stretch(id, start, end).map_err(told)?),
        (None, None) => Remedy::NotAStatement,
    })
}

fn list(desk: &Desk<'_>) -> Result<Outcome> {
    let made = desk.to_ask()?.store().corrections(None).map_err(told)?;
    if desk.output.is_json {
        return desk.write_json(&serde_json::json!({ "results": made, "next": null }));
    }
    let (width, look) = (desk.output.width(None), desk.output.look);
    let drawn: Vec<String> = made.iter().map(|made| correction(made, width, look)).collect();
    desk.write(&if drawn.is_empty() { "no corrections\n".to_owned() } else { drawn.concat() })
}

fn take_back(archive: &mut Archive, number: i64, desk: &Desk<'_>) -> Result<Outcome> {
    if !archive.take_back(number).map_err(told)? {
        bail!("there is no correction {number}\nhint: `onrecord correct --list` shows them");
    }
    if !desk.output.is_quiet {
        say::line(&format!("correction {number} is taken back"));
    }
    Ok(Outcome::Done)
}

fn of_environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
