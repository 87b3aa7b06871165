//! A text that is cut by code points, as records count.

use onrecord_model::CharSpan;

/// A text, and where each of its code points begins.
pub(crate) struct Characters<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Characters<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let mut starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        starts.push(text.len());
        Self { text, starts }
    }

    /// The words between two places; as much of them as there is.
    pub(crate) fn between(&self, start: u32, end: u32) -> &'t str {
        let byte = |at: u32| self.starts.get(at as usize).copied().unwrap_or(self.text.len());
        self.text.get(byte(start)..byte(end)).unwrap_or_default()
    }

    /// The words of a span.
    pub(crate) fn of(&self, span: CharSpan) -> &'t str {
        self.between(span.start, span.end)
    }

    /// The words of several spans, with dots between.
    pub(crate) fn of_all(&self, spans: &[CharSpan]) -> String {
        spans.iter().map(|&span| self.of(span)).collect::<Vec<_>>().join(" … ")
    }
}
