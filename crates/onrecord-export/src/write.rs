//! Records in, one after another; an export out.

use std::io::{BufWriter, Write};

use onrecord_model::ArticleRecord;

use crate::comma_separated::CommaSeparated;
use crate::error::Failure;
use crate::json_ld::LinkedData;
use crate::ndjson::Lines;
use crate::parquet::Columnar;
use crate::{Export, ExportError, Format};

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Records read.
    pub records: u64,
    /// Lines, rows or nodes of the graph written; a header does not count.
    pub rows: u64,
}

/// Writes `records` to `out` as `export` says, one after another: memory stays within a row group.
///
/// An error leaves `out` incomplete, so write to a new file and give it its name afterwards.
/// For standard output pass [`std::io::stdout`] itself; its lock cannot be sent between threads.
pub fn write<R, E, W>(records: R, export: &Export, out: W) -> Result<Counts, ExportError>
where
    R: IntoIterator<Item = Result<ArticleRecord, E>>,
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
    W: Write + Send,
{
    let mut counts = Counts::default();
    let mut writer = begin(export, out).map_err(|failure| failure.past(0))?;
    for record in records {
        let record = record.map_err(|error| ExportError::Records { records: counts.records, source: error.into() })?;
        counts.rows += writer.record(&record).map_err(|failure| failure.past(counts.records))?;
        counts.records += 1;
    }
    writer.finish().map_err(|failure| failure.past(counts.records))?;
    Ok(counts)
}

/// What writes one format.
pub(crate) trait Writer {
    /// Writes one record and says how many rows it gave.
    fn record(&mut self, record: &ArticleRecord) -> Result<u64, Failure>;
    /// Writes what comes last.
    fn finish(self: Box<Self>) -> Result<(), Failure>;
}

fn begin<'w, W: Write + Send + 'w>(export: &Export, out: W) -> Result<Box<dyn Writer + 'w>, Failure> {
    Ok(match export.format {
        Format::Ndjson => Box::new(Lines { out: BufWriter::new(out) }),
        Format::Csv => Box::new(CommaSeparated::begin(export, out)?),
        Format::Parquet => Box::new(Columnar::begin(export.table, out)?),
        Format::JsonLd => Box::new(LinkedData::begin(BufWriter::new(out))?),
    })
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::io;

    use super::*;
    use crate::tests::records;

    /// A disk with room for so many bytes.
    struct Disk(usize);

    impl Write for Disk {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::StorageFull)?;
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// On a disk that is full an export in `format` says so.
    fn check(format: Format) {
        for room in [0, 100] {
            let all = std::iter::repeat_with(records).take(100).flatten().map(Ok::<_, Infallible>);
            let error = write(all, &Export::new(format), Disk(room)).expect_err("there is no room");
            let ExportError::Write { source, .. } = error else { panic!("{error} is another error") };
            assert_eq!(source.kind(), io::ErrorKind::StorageFull);
        }
    }

    #[test]
    fn a_full_disk_is_an_error_of_writing_lines() {
        check(Format::Ndjson);
    }

    #[test]
    fn a_full_disk_is_an_error_of_writing_a_table() {
        check(Format::Csv);
    }

    #[test]
    fn a_full_disk_is_an_error_of_writing_parquet() {
        check(Format::Parquet);
    }

    #[test]
    fn a_full_disk_is_an_error_of_writing_linked_data() {
        check(Format::JsonLd);
    }

    #[test]
    fn where_the_records_break_off_the_error_says_how_far_it_came() {
        let broken = records().into_iter().map(Ok).chain([Err("the store is torn")]);
        let error = write(broken, &Export::new(Format::Csv), Vec::new()).expect_err("a record cannot be read");
        let said = "cannot export past record 4: the next one cannot be read: the store is torn";
        assert_eq!(error.to_string(), said);
    }

    #[test]
    fn rows_are_counted_without_the_header() {
        let all = || records().into_iter().map(Ok::<_, Infallible>);
        let counts = write(all(), &Export::new(Format::Csv), Vec::new()).expect("memory takes all");
        assert_eq!(counts, Counts { records: 4, rows: 6 });
        let counts = write(all(), &Export::new(Format::JsonLd), Vec::new()).expect("memory takes all");
        assert_eq!(counts, Counts { records: 4, rows: 4 + 2 + 6 + 8 + 2 * 2 });
    }
}
