//! The crates of the workspace, as their manifests describe them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

/// A crate of the workspace.
pub(crate) struct Package {
    /// Its name.
    pub(crate) name: String,
    /// Its folder.
    pub(crate) folder: PathBuf,
    /// `[package.metadata.onrecord] layer`.
    pub(crate) layer: Option<u64>,
    /// The crates it is built from, of whatever origin; those its tests need are left out.
    pub(crate) dependencies: Vec<String>,
    /// Whether `[lints]` says `workspace = true`.
    pub(crate) has_shared_lints: bool,
}

/// All crates of the workspace at `root`.
pub(crate) fn packages(root: &Path) -> Result<Vec<Package>> {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(program)
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(root)
        .output()
        .context("cannot run cargo metadata")?;
    ensure!(output.status.success(), "cargo metadata failed: {}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).context("cannot read what cargo metadata says")?;
    let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    packages.iter().map(package).collect()
}

fn package(value: &Value) -> Result<Package> {
    let name = value["name"].as_str().context("a package has no name")?.to_owned();
    let manifest = PathBuf::from(value["manifest_path"].as_str().context("a package has no manifest")?);
    let text = fs::read_to_string(&manifest).with_context(|| format!("cannot read {}", manifest.display()))?;
    let dependencies = value["dependencies"].as_array().into_iter().flatten();
    let built_from = dependencies.filter(|dependency| dependency["kind"].as_str() != Some("dev"));
    Ok(Package {
        name,
        folder: manifest.parent().map(Path::to_owned).unwrap_or_default(),
        layer: value.pointer("/metadata/onrecord/layer").and_then(Value::as_u64),
        dependencies: built_from.filter_map(|dependency| dependency["name"].as_str().map(str::to_owned)).collect(),
        has_shared_lints: has_shared_lints(&text),
    })
}

fn has_shared_lints(manifest: &str) -> bool {
    let mut lines = manifest.lines().map(str::trim).skip_while(|line| *line != "[lints]").skip(1);
    lines.find(|line| !line.is_empty()).is_some_and(|line| line.replace(' ', "") == "workspace=true")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_lints_are_seen() {
        assert!(has_shared_lints("[package]\nname = \"a\"\n\n[lints]\nworkspace = true\n"));
        assert!(!has_shared_lints("[package]\nworkspace = true\n"));
        assert!(!has_shared_lints("[lints]\n\n[dependencies]\nworkspace = true\n"));
    }
}
