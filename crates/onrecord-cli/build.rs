//! Gathers the notices of every language folder, so that `onrecord licences` needs no list of languages.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let lang = Path::new(&root).join("../../lang");
    println!("cargo:rerun-if-changed={}", lang.display());
    let mut code = String::from(
        "/// `(language, README)` of every language folder, sorted.\nconst NOTICES: &[(&str, &str)] = &[\n",
    );
    let mut folders: Vec<_> = fs::read_dir(&lang).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    folders.sort();
    for folder in folders.iter().filter(|folder| folder.join("README.md").is_file()) {
        let file = folder.join("README.md").canonicalize()?;
        println!("cargo:rerun-if-changed={}", file.display());
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        writeln!(code, "    ({name:?}, include_str!({file:?})),").map_err(io::Error::other)?;
    }
    code.push_str("];\n");
    fs::write(Path::new(&out).join("notices.rs"), code)
}
