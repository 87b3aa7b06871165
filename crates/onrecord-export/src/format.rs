//! What an export is written as, and which table it holds.

macro_rules! words {
    ($($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal),+ $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$variant_meta])* $variant),+ }

        impl $name {
            /// All of them, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word for it on the command line and in file metadata.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
            /// The value a word stands for.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == word)
            }
        }
    )+};
}

words! {
    /// What an export is written as; the word for each is also the usual ending of its files.
    Format {
        /// Whole records, one JSON object a line.
        Ndjson = "ndjson",
        /// One table as RFC 4180 has it: a header row, UTF-8, lines that end with CR LF.
        Csv = "csv",
        /// One table with typed columns, compressed with zstd.
        Parquet = "parquet",
        /// Linked data: schema.org, Web Annotation and PROV in one document.
        JsonLd = "jsonld",
    }
    /// Which rows an export in [`Format::Csv`] or [`Format::Parquet`] holds.
    Table {
        /// Who said what: a row for each statement.
        Statements = "statements",
        /// What happened when: a row for each event.
        Events = "events",
        /// A row for each article, with its words.
        Articles = "articles",
        /// People, organisations and places: a row for each in every article.
        Entities = "entities",
        /// Where entities are named: a row for each place.
        Mentions = "mentions",
        /// Calendar expressions: a row for each.
        Times = "times",
        /// Who has it from whom: a row for each chain.
        Provenance = "provenance",
    }
    /// What to do with cells of a CSV that a spreadsheet would take for a formula.
    Formulas {
        /// Leave them: the cell holds the article's exact words.
        AsWritten = "as-written",
        /// Put an apostrophe before them.
        ///
        /// Programs that read the file must take it off again; a statement may well begin with a dash.
        Guarded = "guarded",
    }
}

/// What to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Export {
    /// What it is written as.
    pub format: Format,
    /// Which table, for formats that hold one; the others hold whole records.
    pub table: Table,
    /// What becomes of cells that look like formulas, in CSV.
    pub formulas: Formulas,
}

impl Export {
    /// The statements, as the articles have them.
    pub fn new(format: Format) -> Self {
        Self { format, table: Table::Statements, formulas: Formulas::AsWritten }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_stands_for_its_value() {
        assert!(Format::ALL.iter().all(|format| Format::parse(format.as_str()) == Some(*format)));
        assert!(Table::ALL.iter().all(|table| Table::parse(table.as_str()) == Some(*table)));
        assert_eq!(Formulas::parse("sometimes"), None);
    }
}
