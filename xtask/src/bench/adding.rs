//! How fast pages are added by the program, with how much memory, and how much room they take.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};

use super::figures::{Figure, Figures};
use crate::generate;

/// So many articles are added one by one.
const N_NEW: u64 = 120;
/// So many of them by a whole process each.
const N_PROCESSES: usize = 20;

/// What a run of the program took.
pub(super) struct Taken {
    pub(super) seconds: f64,
    /// At its most; `None` where the system does not tell.
    pub(super) memory: Option<f64>,
}

/// Adds inputs to a store.
pub(super) fn add(program: &Path, store: &Path, inputs: &[&Path]) -> Result<Taken> {
    let started = Instant::now();
    let mut child = Command::new(program)
        .args(["--quiet", "--store"])
        .arg(store)
        .arg("add")
        .args(inputs)
        .stdin(Stdio::null())
        .spawn()
        .with_context(|| format!("cannot run {}", program.display()))?;
    let mut memory = None;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        memory = peak(&child.id().to_string()).or(memory);
        sleep(Duration::from_millis(2));
    };
    ensure!(status.success(), "onrecord add ended with {status}");
    Ok(Taken { seconds: started.elapsed().as_secs_f64(), memory })
}

/// The most memory a process has had, in megabytes.
pub(super) fn peak(process: &str) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.split_whitespace().next()?.parse::<f64>().ok()? / 1024.0)
}

/// Removes a store of an earlier run.
pub(super) fn remove(store: &Path) {
    for ending in ["", "-journal", "-wal", "-shm"] {
        // It need not be there.
        let _ = fs::remove_file(format!("{}{ending}", store.display()));
    }
}

/// Bytes of a file, in megabytes.
pub(super) fn size(path: &Path) -> Result<f64> {
    let file = fs::metadata(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(file.len() as f64 / 1e6)
}

/// Fills a new store with the articles.
pub(super) fn measure(program: &Path, store: &Path, articles: &Path, figures: &mut Figures) -> Result<()> {
    remove(store);
    let taken = add(program, store, &[articles])?;
    let n = fs::read(articles)?.iter().filter(|&&byte| byte == b'\n').count() as f64;
    let mut values = vec![("articles", n), ("articles a second", n / taken.seconds), ("seconds", taken.seconds)];
    values.extend(taken.memory.map(|memory| ("memory MB", memory)));
    figures.add(Figure::new("archive added", &values));
    let (sources, store) = (size(articles)?, size(store)?);
    figures
        .add(Figure::new("size of the store", &[("MB", store), ("sources MB", sources), ("times", store / sources)]));
    Ok(())
}

/// Texts that the archive has not, a file each.
pub(super) fn new_articles(root: &Path, count: u64, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let archive = generate::archive(root, &generate::plan(count, 2))?;
    for number in 0..N_NEW {
        let (path, story) = (folder.join(format!("{number:04}.txt")), archive.story(number));
        let text = format!("{}\n\n{}\n", story.title, story.text);
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// The new articles, by name.
pub(super) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    Ok(files)
}

/// Which of the new articles are added inside one process; the others by a process each.
pub(super) fn inside(files: &[PathBuf]) -> (&[PathBuf], &[PathBuf]) {
    files.split_at(files.len().saturating_sub(N_PROCESSES))
}

/// Adds one article at a time, by a whole process each.
pub(super) fn measure_one(program: &Path, store: &Path, new: &Path, figures: &mut Figures) -> Result<()> {
    let files = files(new)?;
    let times = inside(&files).1.iter().map(|path| Ok(add(program, store, &[path])?.seconds * 1000.0));
    figures.add(Figure::spread("one article added, process", times.collect::<Result<_>>()?));
    Ok(())
}
