//! Kills the program at random moments, again and again, and holds what is in the store against a run that nobody disturbed.
//!
//! Also used by the tests of the program (`crates/onrecord-cli/tests/kills.rs`), which deal fewer kills.

mod forgetting;
mod inputs;
mod program;
mod state;

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use onrecord_trials::Chance;

pub(crate) use self::inputs::inputs;
use self::program::{Cut, Fate, Program, copy_store, remove_store};
use self::state::{State, receipts};

/// What is tried.
pub(crate) struct Trial<'t> {
    /// The program.
    pub(crate) program: &'t Path,
    /// An empty folder.
    pub(crate) place: &'t Path,
    /// What is added.
    pub(crate) inputs: &'t [PathBuf],
    /// How many kills `add` gets; reading again and forgetting get a fifth of it each.
    pub(crate) n_kills: usize,
    /// Another number, other moments.
    pub(crate) seed: u64,
}

/// Where the kills fell.
#[derive(Debug, Default)]
pub(crate) struct Dealt {
    /// Before there was a store.
    before: usize,
    /// In the first moments of a run, while the store was opened.
    opening: usize,
    /// Before the first batch of a run was written.
    first_batch: usize,
    /// Between the first batch of a run and the end of the inputs.
    adding: usize,
    /// When everything was written, before the program had ended.
    ending: usize,
    /// Runs that ended before their kill, and were undone.
    missed: usize,
    /// While all was read again, and how many of these runs ended before their kill.
    rereading: (usize, usize),
    /// Of those while an address was forgotten: before it was, and when it was; and runs that ended before their kill.
    forgetting: (usize, usize, usize),
    /// Articles that were looked at after kills, all together.
    articles: u64,
}

impl Dealt {
    /// How many kills `add` got.
    pub(crate) fn adds(&self) -> usize {
        self.before + self.opening + self.first_batch + self.adding + self.ending
    }
}

impl fmt::Display for Dealt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { before, opening, first_batch, adding, ending, missed, articles, .. } = self;
        let (rereading, forgetting) = (self.rereading, self.forgetting);
        writeln!(
            f,
            "add: {} kills: {before} before there was a store, {opening} in the first moments of a run, {first_batch} before its \
             first batch was written, {adding} between batches, {ending} at the end; {missed} runs ended before their kill",
            self.adds()
        )?;
        writeln!(f, "re-read --all: {} kills; {} runs ended before their kill", rereading.0, rereading.1)?;
        writeln!(
            f,
            "forget: {} kills: {} before it was done, {} after; {} runs ended before their kill",
            forgetting.0 + forgetting.1,
            forgetting.0,
            forgetting.1,
            forgetting.2
        )?;
        write!(f, "{articles} articles verified after kills; nothing was lost, and the exports are the same")
    }
}

/// What all parts of a trial have at hand.
struct Bench<'t> {
    trial: &'t Trial<'t>,
    program: Program<'t>,
    chance: Chance,
    dealt: Dealt,
    /// The store that nobody disturbed, and the one that is killed.
    whole: PathBuf,
    killed: PathBuf,
    /// The killed one before its last run.
    before: PathBuf,
}

/// Deals all kills.
///
/// # Errors
/// Something is lost or wrong after a kill, or the program cannot be run.
pub(crate) fn run(trial: &Trial<'_>) -> Result<Dealt> {
    let mut bench = Bench {
        trial,
        program: Program(trial.program),
        chance: Chance::new(trial.seed),
        dealt: Dealt::default(),
        whole: trial.place.join("whole.db"),
        killed: trial.place.join("killed.db"),
        before: trial.place.join("before.db"),
    };
    let times = bench.undisturbed()?;
    bench.kill_additions(times)?;
    bench.kill_rereading()?;
    forgetting::kill(&mut bench)?;
    Ok(bench.dealt)
}

/// How long the whole takes, and how long it takes when everything is there.
#[derive(Clone, Copy)]
struct Times {
    whole: Duration,
    again: Duration,
}

impl Bench<'_> {
    fn add(&self) -> Vec<&str> {
        let inputs = self.trial.inputs.iter().filter_map(|path| path.to_str());
        ["add", "--json"].into_iter().chain(inputs).collect()
    }

    /// Adds everything to the one store.
    fn undisturbed(&self) -> Result<Times> {
        let whole = self.program.time(&self.whole, &self.add())?;
        Ok(Times { whole, again: self.program.time(&self.whole, &self.add())? })
    }

    /// Some kills come in the first moments, the others within what is left to do. A run that ends before its kill is undone, and
    /// tried again with a kill before its end: so some fall on the end itself, which is short.
    fn kill_additions(&mut self, times: Times) -> Result<()> {
        let (mut last, mut within) = (State::default(), times.whole);
        for n_run in 0.. {
            if self.dealt.adds() >= self.trial.n_kills {
                break;
            }
            ensure!(n_run <= 20 * self.trial.n_kills, "the program ends before it can be killed");
            if last.n_done == self.trial.inputs.len() {
                remove_store(&self.killed)?;
                remove_store(&self.before)?;
                (last, within) = (State::default(), times.whole);
            }
            let after = self.moment(if n_run % 5 == 0 { times.again } else { within });
            let cut = self.program.kill(&self.killed, &self.add(), after)?;
            let before = last.clone();
            last =
                self.added(&cut, last, times.again).with_context(|| format!("run {n_run}, killed after {after:?}"))?;
            within = match cut.fate {
                Fate::Ended => cut.took,
                // The end is tried until another part is written.
                Fate::Killed if last == before => within,
                Fate::Killed => times.whole.mul_f64(1.25 - last.share(self.trial.inputs)?),
            };
        }
        self.compare()
    }

    /// Looks at the store after a kill, and counts where that fell.
    fn added(&mut self, cut: &Cut, last: State, moments: Duration) -> Result<State> {
        let state = self.state()?;
        let is_done = state.as_ref().is_some_and(|state| state.n_done == self.trial.inputs.len());
        state.as_ref().unwrap_or(&State::default()).holds(&last, cut.told.as_ref())?;
        let place = match (cut.fate, &state) {
            (Fate::Ended, _) => {
                ensure!(is_done, "the program ended, and the inputs have not");
                self.dealt.missed += 1;
                remove_store(&self.killed)?;
                copy_store(&self.before, &self.killed)?;
                return Ok(last);
            }
            (Fate::Killed, None) => &mut self.dealt.before,
            (Fate::Killed, Some(_)) if is_done => &mut self.dealt.ending,
            (Fate::Killed, Some(state)) if *state == last && cut.took < moments => &mut self.dealt.opening,
            (Fate::Killed, Some(state)) if *state == last => &mut self.dealt.first_batch,
            (Fate::Killed, Some(_)) => &mut self.dealt.adding,
        };
        *place += 1;
        copy_store(&self.killed, &self.before)?;
        Ok(state.unwrap_or_default())
    }

    /// What is in the killed store, looked at in a copy: whoever comes next finds it as the kill has left it.
    fn state(&mut self) -> Result<Option<State>> {
        let copy = self.trial.place.join("copy.db");
        if !copy_store(&self.killed, &copy)? {
            return Ok(None);
        }
        let state = State::of(&self.program, &copy)?;
        self.dealt.articles += state.articles;
        Ok(Some(state))
    }

    /// A moment within this time.
    fn moment(&mut self, within: Duration) -> Duration {
        within.mul_f64(self.chance.below(10_000) as f64 / 10_000.0)
    }

    /// Goes on to the end, and holds the one store against the other.
    fn compare(&mut self) -> Result<()> {
        self.program.run(&self.killed, &self.add())?;
        self.state()?.context("there is no store at the end")?;
        let [whole, killed] = [&self.whole, &self.killed].map(|store| receipts(&self.program, store));
        let (whole, killed) = (whole?, killed?);
        ensure!(whole == killed, "the receipts differ: {whole:?} and {killed:?}");
        self.compare_exports()
    }

    fn compare_exports(&self) -> Result<()> {
        let [whole, killed] =
            [&self.whole, &self.killed].map(|store| self.program.run(store, &["export", "--versions"]));
        ensure!(whole? == killed?, "the exports differ");
        Ok(())
    }

    fn kill_rereading(&mut self) -> Result<()> {
        let words = ["re-read", "--all", "--json"];
        let whole = self.program.time(&self.whole, &words)?;
        let n_articles = self.state()?.context("there is no store")?.articles;
        while self.dealt.rereading.0 < self.trial.n_kills.div_ceil(5) {
            let after = self.moment(whole);
            match self.program.kill(&self.killed, &words, after)?.fate {
                Fate::Killed => self.dealt.rereading.0 += 1,
                Fate::Ended => self.dealt.rereading.1 += 1,
            }
            let state = self.state()?.context("the store is gone")?;
            ensure!(state.articles == n_articles, "{} articles are left of {n_articles}", state.articles);
        }
        self.program.run(&self.killed, &words)?;
        self.state()?;
        self.compare_exports()
    }
}
