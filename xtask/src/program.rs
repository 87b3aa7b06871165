//! The program that is tried: the one named, or one built for it.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};

use crate::check::cargo;

/// The program named, or the one that cargo builds, optimised.
pub(crate) fn program(root: &Path, named: Option<&Path>) -> Result<PathBuf> {
    if let Some(named) = named {
        ensure!(named.exists(), "there is no program {}", named.display());
        return Ok(named.to_owned());
    }
    cargo(root, "build --release --quiet -p onrecord-cli", &[])?;
    let folder = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    Ok(folder.join("release/onrecord"))
}
