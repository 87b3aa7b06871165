//! Whole records, one JSON object a line.

use std::io::Write;

use onrecord_model::ArticleRecord;

use crate::error::Failure;
use crate::write::Writer;

/// Records as lines.
pub(crate) struct Lines<W: Write> {
    pub(crate) out: W,
}

impl<W: Write> Writer for Lines<W> {
    fn record(&mut self, record: &ArticleRecord) -> Result<u64, Failure> {
        serde_json::to_writer(&mut self.out, record)?;
        self.out.write_all(b"\n")?;
        Ok(1)
    }

    fn finish(mut self: Box<Self>) -> Result<(), Failure> {
        Ok(self.out.flush()?)
    }
}

#[cfg(test)]
mod tests {
    use crate::tests::{exported, records};
    use crate::{Export, Format};

    #[test]
    fn a_line_reads_back_as_its_record() {
        let text = String::from_utf8(exported(&Export::new(Format::Ndjson))).expect("JSON is UTF-8");
        let back: Vec<onrecord_model::ArticleRecord> =
            text.lines().map(|line| serde_json::from_str(line).expect("a line is a record")).collect();
        assert_eq!(back, records());
    }
}
