//! `onrecord backup` and `onrecord forget`.

use std::io::{self, BufRead as _, IsTerminal as _};

use anyhow::{Result, bail};
use indicatif::HumanBytes;
use onrecord_archive::Access;

use super::{Desk, told};
use crate::Outcome;
use crate::args::{BackupArgs, ForgetArgs};
use crate::say;

/// Copies the store.
pub(super) fn backup(args: &BackupArgs, desk: &Desk<'_>) -> Result<Outcome> {
    let n_bytes = desk.to_ask()?.store().backup(&args.to).map_err(told)?;
    if desk.output.is_json {
        return desk.write_json(&serde_json::json!({ "file": args.to.display().to_string(), "bytes": n_bytes }));
    }
    if !desk.output.is_quiet {
        say::line(&format!("{}: {}", args.to.display(), HumanBytes(n_bytes)));
    }
    Ok(Outcome::Done)
}

/// Takes an article out for good.
pub(super) fn forget(args: &ForgetArgs, desk: &Desk<'_>) -> Result<Outcome> {
    let mut archive = desk.to_write(Access::Write, args.wait.wait)?;
    let found = archive.store().articles_of(&args.what).map_err(told)?;
    let first = found.first().map(|stored| stored.answer());
    let title = first.and_then(|record| record.article.title.clone()).unwrap_or_default();
    if !args.yes && !is_sure(found.len(), &title)? {
        bail!("nothing was taken out");
    }
    let forgotten = archive.store_mut().forget(&args.what).map_err(told)?;
    if desk.output.is_json {
        return desk.write_json(&forgotten);
    }
    if !desk.output.is_quiet {
        say::line(&format!("gone: {} articles, {} corrections", forgotten.articles, forgotten.corrections));
    }
    if forgotten.is_in_log {
        say::line("somebody reads from the store: until they are done, words may stand in its log (-wal)");
    }
    Ok(Outcome::Done)
}

fn is_sure(n: usize, title: &str) -> Result<bool> {
    if !io::stdin().is_terminal() {
        bail!("this cannot be undone\nhint: add --yes to do it without being asked");
    }
    let articles = if n == 1 { "article".to_owned() } else { format!("{n} articles") };
    say::line(&format!("Take out the {articles} “{}” for good? Type yes.", crate::view::safe(title)));
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(answer.trim() == "yes")
}
