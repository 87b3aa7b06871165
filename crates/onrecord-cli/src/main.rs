//! The `onrecord` program: news pages in, records out, to look at or to hand on.

mod archive;
mod args;
mod article;
mod bench;
mod completion;
mod each;
mod evaluate;
mod explain;
mod json;
mod licences;
mod output;
mod read;
mod say;
mod view;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser as _;

use args::{Cli, Command};
use output::Output;

/// How a command ended when nothing stopped it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Everything went well.
    Done,
    /// Some inputs could not be read, something is wrong with the store, or figures lie below their floors.
    Wanting,
    /// The user stopped it.
    Interrupted,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(&cli) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Wanting) => ExitCode::from(1),
        Ok(Outcome::Interrupted) => ExitCode::from(130),
        // Whoever reads our output has seen enough.
        Err(error) if say::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            say::failure(&error);
            ExitCode::from(1)
        }
    }
}

fn run(cli: &Cli) -> Result<Outcome> {
    let output = Output::new(&cli.global);
    if let Some(ended) = archive::run(&cli.command, &cli.global, &output) {
        return ended;
    }
    match &cli.command {
        Command::Read(args) => read::run(args, &output),
        Command::Article(args) => article::run(args, &output),
        Command::Explain(args) => explain::run(args, &output),
        Command::Eval(args) => evaluate::run(args, &output),
        Command::Bench(args) => bench::run(args, &output),
        Command::Licences => licences::run(),
        Command::Completion(args) => completion::run(args),
        // `archive::run` has run the others.
        _ => Ok(Outcome::Done),
    }
}
