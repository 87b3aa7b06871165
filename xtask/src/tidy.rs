//! `cargo xtask tidy`: rules about the project's shape that no compiler knows.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::manifests::{Package, packages};
use crate::say;
use crate::sources::{is_test_file, lines_with_words, rust_files};

/// Longer files are named, so that somebody thinks of splitting them.
const LONG: usize = 600;

/// Checks every crate; names everything that is wrong.
pub(crate) fn run(root: &Path) -> Result<()> {
    let packages = packages(root)?;
    let mut wrong = layers(&packages);
    let bare = packages.iter().filter(|package| !package.has_shared_lints);
    wrong.extend(bare.map(|package| format!("{}: its manifest does not say `[lints] workspace = true`", package.name)));
    let mut n_files = 0;
    for package in &packages {
        for path in rust_files(&package.folder)? {
            let file = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            let name = path.strip_prefix(root).unwrap_or(&path);
            wrong.extend(file_faults(name, &file));
            n_files += 1;
        }
    }
    match wrong.as_slice() {
        [] => say::line(&format!("{} crates and {n_files} files are tidy", packages.len())),
        wrong => bail!("{}\n{} things are not tidy", wrong.join("\n"), wrong.len()),
    }
    Ok(())
}

/// A crate is built only from crates of lower layers.
fn layers(packages: &[Package]) -> Vec<String> {
    let of: BTreeMap<&str, Option<u64>> =
        packages.iter().map(|package| (package.name.as_str(), package.layer)).collect();
    let mut wrong = Vec::new();
    for package in packages {
        let Some(layer) = package.layer else {
            wrong.push(format!("{}: there is no `layer` in [package.metadata.onrecord]", package.name));
            continue;
        };
        for dependency in &package.dependencies {
            if let Some(Some(below)) = of.get(dependency.as_str())
                && *below >= layer
            {
                wrong.push(format!(
                    "{} (layer {layer}) must not be built from {dependency} (layer {below})",
                    package.name
                ));
            }
        }
    }
    wrong
}

fn file_faults(name: &Path, file: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    if !file.starts_with("//!") {
        wrong.push(format!("{}:1: the file does not open with `//!` and what it is for", name.display()));
    }
    if !is_test_file(name) {
        let lines = lines_with_words(file);
        wrong.extend(
            lines
                .iter()
                .map(|line| format!("{}:{line}: a word of a language in code; it belongs to lang/", name.display())),
        );
    }
    let n_lines = file.lines().count();
    if n_lines > LONG {
        say::line(&format!("note: {} has {n_lines} lines; split it, or say in its head why not", name.display()));
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, layer: u64, dependencies: &[&str]) -> Package {
        Package {
            name: name.to_owned(),
            folder: Default::default(),
            layer: Some(layer),
            dependencies: dependencies.iter().map(|&name| name.to_owned()).collect(),
            has_shared_lints: true,
        }
    }

    #[test]
    fn a_crate_stands_above_what_it_is_built_from() {
        let good = [package("a", 0, &["serde"]), package("b", 1, &["a"])];
        assert!(layers(&good).is_empty());
        let sideways = [package("a", 1, &[]), package("b", 1, &["a"])];
        assert_eq!(layers(&sideways), ["b (layer 1) must not be built from a (layer 1)"]);
    }

    #[test]
    fn a_file_says_what_it_is_for() {
        assert!(file_faults(Path::new("a.rs"), "//! For tests.\n").is_empty());
        assert_eq!(file_faults(Path::new("a.rs"), "fn a() {}\n").len(), 1);
    }
}
