//! The archive of treebanks: which files are trained on, tried on and reported on, and how they are read.

use std::collections::HashMap;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use onrecord_eval::Treebank;

/// Where the archive stands, seen from the workspace.
pub(crate) const ARCHIVE: &str = "../shared/data/nlp.tar.zst";

/// The treebanks of a language.
pub(crate) struct Files {
    pub(crate) lang: &'static str,
    /// Trained on, always.
    pub(crate) train: &'static [&'static str],
    /// Trained on, save when settings are tried on them.
    pub(crate) dev: &'static [&'static str],
    /// Reported on, and never trained on.
    pub(crate) test: &'static str,
}

/// All languages with treebanks.
pub(crate) const LANGS: [Files; 3] = [
    Files {
        lang: "ru",
        train: &["ru_taiga-train-v26", "ru_taiga-ud-dev", "ru_taiga-ud-test", "ru_gsd-ud-dev"],
        dev: &["ru_gsd-ud-test"],
        test: "ru_pud-ud-test",
    },
    Files {
        lang: "uk",
        train: &["uk_parlamint-train-20241107"],
        dev: &["uk_parlamint-ud-dev"],
        test: "uk_parlamint-ud-test",
    },
    // The file that is trained on holds sentences of the other two; they are left out.
    Files { lang: "en", train: &["en_ewt_newsgroup_weblog_all"], dev: &["en_ewt-ud-dev"], test: "en_ewt-ud-test" },
];

/// The archive's treebanks, by name; `None` when the archive is not there.
pub(crate) struct Treebanks(HashMap<String, String>);

impl Treebanks {
    pub(crate) fn open(root: &Path) -> Result<Option<Self>> {
        let path = root.join(ARCHIVE);
        if !path.is_file() {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        let file = File::open(&path).with_context(|| format!("cannot open {}", path.display()))?;
        zstd::Decoder::new(file)?
            .read_to_end(&mut bytes)
            .with_context(|| format!("cannot unpack {}", path.display()))?;
        let files = files(&bytes).into_iter().filter_map(|(name, text)| {
            let name = name.trim_start_matches("./").strip_suffix(".conllu")?.to_owned();
            Some((name, String::from_utf8(text.to_vec()).ok()?))
        });
        Ok(Some(Self(files.collect())))
    }

    pub(crate) fn get(&self, name: &str) -> Result<Treebank> {
        let Some(text) = self.0.get(name) else { bail!("{name} is not in {ARCHIVE}") };
        Treebank::read(text).with_context(|| format!("cannot read {name}"))
    }
}

/// A tar archive is made of blocks of so many bytes.
const BLOCK: usize = 512;

/// Names and contents of the files in a tar archive.
fn files(mut archive: &[u8]) -> Vec<(String, &[u8])> {
    let mut files = Vec::new();
    while let Some((head, rest)) = archive.split_at_checked(BLOCK) {
        let text = |from: usize, to: usize| {
            let field = head[from..to].split(|&byte| byte == 0).next().unwrap_or_default();
            String::from_utf8_lossy(field).trim().to_owned()
        };
        let Ok(size) = usize::from_str_radix(&text(124, 136), 8) else { break };
        let Some(content) = rest.get(..size) else { break };
        files.push((text(0, 100), content));
        archive = rest.get(size.next_multiple_of(BLOCK)..).unwrap_or_default();
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_in_an_archive() {
        let mut archive = vec![0; 3 * BLOCK];
        archive[..5].copy_from_slice(b"./a.b");
        archive[124..136].copy_from_slice(b"00000000003\0");
        archive[BLOCK..BLOCK + 3].copy_from_slice(b"abc");
        assert_eq!(files(&archive), [("./a.b".to_owned(), &b"abc"[..])]);
    }
}
