//! How fast web archives are read, against the mere inflation of their members, and in how much memory.
//!
//! `cargo run --release -p onrecord-source --example warc_speed [megabytes unpacked, 300 unless given]`

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;
use std::time::Instant;

use flate2::Compression;
use flate2::bufread::MultiGzDecoder;
use flate2::write::GzEncoder;
use onrecord_source::{Given, Input, pages_of};

/// A page of the size that news pages have.
const PAGE: usize = 60_000;

fn main() -> io::Result<()> {
    let n_megabytes: usize = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(300);
    let file = |what: &str| std::env::temp_dir().join(format!("onrecord-{what}-{}.warc.gz", std::process::id()));
    let (sound, refused) = (file("sound"), file("refused"));
    let n_pages = write(&sound, "200 OK", n_megabytes * 1_000_000)?;
    // Records are read whole before the server's refusal shows, and then nothing more is done with them.
    write(&refused, "404 Not Found", n_megabytes * 1_000_000)?;
    let mut best = [f64::MAX; 3];
    for _ in 0..3 {
        for (best, (way, path)) in best.iter_mut().zip([(inflate as Way, &sound), (read, &refused), (read, &sound)]) {
            let start = Instant::now();
            way(path)?;
            *best = best.min(start.elapsed().as_secs_f64());
        }
    }
    tell(n_pages, inflate(&sound)?, best)?;
    std::fs::remove_file(sound)?;
    std::fs::remove_file(refused)
}

/// A way to read an archive; how much of it was read.
type Way = fn(&Path) -> io::Result<u64>;

fn tell(n_pages: usize, n_bytes: u64, seconds: [f64; 3]) -> io::Result<()> {
    let mut out = io::stdout();
    writeln!(out, "{n_pages} pages, {} MB unpacked", n_bytes / 1_000_000)?;
    for (seconds_here, name) in seconds.into_iter().zip(["members inflated", "records", "pages"]) {
        let speed = n_bytes as f64 / seconds_here / 1e6;
        writeln!(out, "{name}: {speed:.0} MB/s unpacked, {:.2} of mere inflation", seconds[0] / seconds_here)?;
    }
    writeln!(out, "most memory: {}", peak_memory()?)
}

/// Pages of markup and words that pack as news pages do.
fn write(path: &Path, status: &str, n_bytes: usize) -> io::Result<usize> {
    let mut file = BufWriter::new(File::create(path)?);
    let mut state = 7_u64;
    let mut n_pages = 0;
    while n_pages * PAGE < n_bytes {
        let mut body = String::with_capacity(PAGE + 200);
        while body.len() < PAGE {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let word = (state >> 33) % 3000 * ((state >> 50) % 7 + 1);
            match state >> 60 {
                0 => body.push_str("</p>\n<p class=\"article__text article__text_wide\">"),
                1 => body.push_str("<a href=\"https://news.example/story/\">міст</a> "),
                _ => body.push_str(&format!("w{word:x} ")),
            }
        }
        let content = format!(
            "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>{body}</p></body></html>"
        );
        let record = format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/{n_pages}\r\nWARC-Date: 2022-01-13T10:00:00Z\r\n\
             Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{content}\r\n\r\n",
            content.len()
        );
        let mut member = GzEncoder::new(&mut file, Compression::default());
        member.write_all(record.as_bytes())?;
        member.finish()?;
        n_pages += 1;
    }
    file.flush()?;
    Ok(n_pages)
}

fn inflate(path: &Path) -> io::Result<u64> {
    let mut members = MultiGzDecoder::new(BufReader::with_capacity(128 * 1024, File::open(path)?));
    let mut buffer = vec![0; 64 * 1024];
    let mut n_bytes = 0;
    loop {
        match members.read(&mut buffer)? {
            0 => return Ok(n_bytes),
            n_read => n_bytes += n_read as u64,
        }
    }
}

/// Every item of an archive: its pages, or that the server refused them.
fn read(path: &Path) -> io::Result<u64> {
    let input = Input::at(path).map_err(io::Error::other)?;
    let mut n_bytes = 0;
    for item in pages_of(&input, 0, &Given::default()) {
        match item.page {
            Ok(page) => n_bytes += page.source().len() as u64,
            Err(error) if error.is_expected() => {}
            Err(error) => return Err(io::Error::other(error)),
        }
    }
    Ok(n_bytes)
}

fn peak_memory() -> io::Result<String> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    Ok(line.unwrap_or_default().trim().to_owned())
}
