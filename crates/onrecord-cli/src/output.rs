//! Where output goes, and how it may look there.

use std::io::{self, BufWriter, IsTerminal as _, StdoutLock};
use std::num::NonZeroUsize;

use anstream::{AutoStream, ColorChoice};
use terminal_size::{Width, terminal_size};

use crate::args::Global;

/// What the user and the terminal want.
#[derive(Clone, Debug)]
pub(crate) struct Output {
    /// Whether `--json` was given.
    pub(crate) is_json: bool,
    /// Whether to be silent but for errors.
    pub(crate) is_quiet: bool,
    /// How the text may look.
    pub(crate) look: Look,
    /// How many pages to read at once.
    pub(crate) n_jobs: usize,
}

/// Plain text, or text with colour and underlines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// No escape sequences.
    Plain,
    /// Colour, bold, underlines.
    Colour,
}

/// The width of text where there is no terminal.
const DEFAULT_WIDTH: usize = 100;

impl Output {
    pub(crate) fn new(global: &Global) -> Self {
        let wish = match global.color {
            clap::ColorChoice::Auto => AutoStream::choice(&io::stdout()),
            clap::ColorChoice::Always => ColorChoice::Always,
            clap::ColorChoice::Never => ColorChoice::Never,
        };
        let n_cores = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
        Self {
            is_json: global.json,
            is_quiet: global.quiet,
            look: if wish == ColorChoice::Never { Look::Plain } else { Look::Colour },
            n_jobs: global.jobs.map_or(n_cores, usize::from),
        }
    }

    /// Standard output, buffered.
    pub(crate) fn stdout(&self) -> BufWriter<StdoutLock<'static>> {
        BufWriter::with_capacity(1 << 16, io::stdout().lock())
    }

    /// The columns there are for text.
    pub(crate) fn width(&self, wish: Option<u16>) -> usize {
        let terminal = || if io::stdout().is_terminal() { terminal_size() } else { None };
        match (wish, wish.is_none().then(terminal).flatten()) {
            (Some(wish), _) => usize::from(wish),
            (None, Some((Width(width), _))) => usize::from(width).clamp(20, 160),
            (None, None) => DEFAULT_WIDTH,
        }
    }
}
