//! Every command and flag is described in `--help`, and the README speaks of each.

use std::collections::BTreeSet;
use std::process::Command;

const README: &str = include_str!("../README.md");

fn help(command: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_onrecord")).args(command).arg("--help").output().expect("it starts");
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The commands that `--help` lists.
fn commands() -> Vec<String> {
    let help = help(&[]);
    let list = help.split("Commands:\n").nth(1).expect("a list of commands");
    let lines = list.lines().take_while(|line| line.starts_with("  "));
    let names = lines.filter(|line| !line.starts_with("   ")).filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

/// The long flags a help text describes, each with the line or lines that follow it.
fn flags(help: &str) -> BTreeSet<String> {
    let words = help.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-'));
    let is_flag = |word: &&str| word.starts_with("--") && word.len() > 3;
    words.filter(is_flag).map(str::to_owned).collect()
}

#[test]
fn every_command_has_a_description_and_an_example() {
    for command in commands() {
        let help = help(&[&command]);
        assert!(help.lines().next().is_some_and(|line| line.len() > 20), "{command}");
        assert!(help.contains("Examples:\n") && help.contains(&format!("onrecord {command}")), "{command}");
    }
}

#[test]
fn the_readme_speaks_of_every_command_and_flag() {
    for command in commands() {
        assert!(README.contains(&format!("onrecord {command}")), "README.md does not mention `onrecord {command}`");
        for flag in flags(&help(&[&command])) {
            assert!(README.contains(&flag), "README.md does not mention {flag} of `onrecord {command}`");
        }
    }
}

#[test]
fn the_readme_speaks_of_no_flag_that_is_not_there() {
    let there: BTreeSet<String> =
        commands().iter().flat_map(|command| flags(&help(&[command]))).chain(flags(&help(&[]))).collect();
    let unknown: Vec<String> = flags(README).difference(&there).cloned().collect();
    assert_eq!(unknown, Vec::<String>::new());
}

#[test]
fn the_exit_codes_are_documented() {
    let help: Vec<String> = help(&[]).split_whitespace().map(str::to_owned).collect();
    let help = help.join(" ");
    for words in ["Exit codes: 0 everything went well", "1 some inputs", "2 the command line", "130 stopped by Ctrl-C"]
    {
        assert!(help.contains(words), "{words}");
    }
    for code in ["0: ", "1: ", "2: ", "130: "] {
        assert!(README.contains(code), "{code}");
    }
}
