//! Lists the files of every language folder, so that adding a language needs no Rust.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let mut code = String::from(
        "/// `(language, file, text)` of every list, sorted.\npub const FILES: &[(&str, &str, &str)] = &[\n",
    );
    let mut folders: Vec<_> = fs::read_dir(&root)?.filter_map(Result::ok).map(|entry| entry.path()).collect();
    folders.sort();
    for folder in folders.iter().filter(|folder| folder.join("words.tsv").is_file()) {
        println!("cargo:rerun-if-changed={}", folder.display());
        let mut files: Vec<_> = fs::read_dir(folder)?.filter_map(Result::ok).map(|entry| entry.path()).collect();
        files.sort();
        for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "tsv")) {
            println!("cargo:rerun-if-changed={}", file.display());
            writeln!(code, "    ({:?}, {:?}, include_str!({:?})),", name(folder), name(file), file)
                .map_err(io::Error::other)?;
        }
    }
    code.push_str("];\n");
    fs::write(Path::new(&out).join("files.rs"), code)
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
