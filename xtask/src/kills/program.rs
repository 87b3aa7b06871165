//! The program, run to its end or killed, and the files of its stores.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::Value;

/// What a store's file and those beside it end with.
const ENDINGS: [&str; 4] = ["", "-journal", "-wal", "-shm"];

/// The program.
pub(super) struct Program<'p>(pub(super) &'p Path);

/// How a run came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// By the kill.
    Killed,
    /// By itself, before the kill.
    Ended,
}

/// A run that was to be killed.
pub(super) struct Cut {
    pub(super) fate: Fate,
    pub(super) took: Duration,
    /// The last line it wrote: how far it says it is.
    pub(super) told: Option<Value>,
}

impl Program<'_> {
    fn command(&self, store: &Path, words: &[&str]) -> Command {
        let mut command = Command::new(self.0);
        command.arg("--store").arg(store).args(words);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs to the end, and gives what it wrote.
    pub(super) fn run(&self, store: &Path, words: &[&str]) -> Result<Vec<u8>> {
        let output = self.command(store, words).output().with_context(|| format!("cannot run {}", self.0.display()))?;
        let told = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "{} ended with {}: {told}", words.join(" "), output.status);
        Ok(output.stdout)
    }

    /// How long a run takes.
    pub(super) fn time(&self, store: &Path, words: &[&str]) -> Result<Duration> {
        let started = Instant::now();
        self.run(store, words)?;
        Ok(started.elapsed())
    }

    /// What a command says that answers in JSON, also where something is wrong.
    pub(super) fn json(&self, store: &Path, words: &[&str]) -> Result<Value> {
        let output = self.command(store, words).output().with_context(|| format!("cannot run {}", self.0.display()))?;
        let told = String::from_utf8_lossy(&output.stderr);
        serde_json::from_slice(&output.stdout)
            .with_context(|| format!("{} ended with {}: {told}", words.join(" "), output.status))
    }

    /// Runs, and kills what is not at its end after this time.
    pub(super) fn kill(&self, store: &Path, words: &[&str], after: Duration) -> Result<Cut> {
        let (command, started) = (&mut self.command(store, words), Instant::now());
        let mut child = command.spawn().with_context(|| format!("cannot run {}", self.0.display()))?;
        while child.try_wait()?.is_none() && started.elapsed() < after {
            sleep(Duration::from_millis(1).min(after.saturating_sub(started.elapsed())));
        }
        let took = started.elapsed();
        child.kill()?;
        let output = child.wait_with_output()?;
        let fate = match output.status.code() {
            Some(0) => Fate::Ended,
            // A signal leaves no code.
            None => Fate::Killed,
            Some(code) => bail!("ended with {code} by itself: {}", String::from_utf8_lossy(&output.stderr)),
        };
        let stdout = String::from_utf8_lossy(&output.stdout);
        Ok(Cut { fate, took, told: stdout.lines().filter_map(|line| serde_json::from_str(line).ok()).next_back() })
    }
}

/// Copies a store with its log as they lie there; `false` when there is none.
pub(super) fn copy_store(from: &Path, to: &Path) -> Result<bool> {
    remove_store(to)?;
    for ending in ENDINGS {
        match fs::copy(beside(from, ending), beside(to, ending)) {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            copied => drop(copied.with_context(|| format!("cannot copy {}", from.display()))?),
        }
    }
    Ok(to.exists())
}

/// Removes a store and its log.
pub(super) fn remove_store(store: &Path) -> Result<()> {
    for ending in ENDINGS {
        match fs::remove_file(beside(store, ending)) {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            removed => removed.with_context(|| format!("cannot remove {}", store.display()))?,
        }
    }
    Ok(())
}

fn beside(store: &Path, ending: &str) -> PathBuf {
    let mut name = store.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
