//! The tables, each with its columns.

use std::borrow::Cow;

use onrecord_model::CharSpan;

use crate::reading::Reading;

mod articles;
mod entities;
mod events;
mod mentions;
mod provenance;
mod statements;
mod times;

pub(crate) use articles::Articles;
pub(crate) use entities::Entities;
pub(crate) use events::Events;
pub(crate) use mentions::Mentions;
pub(crate) use provenance::Provenances;
pub(crate) use statements::Statements;
pub(crate) use times::Times;

/// What several tables say of a column that they share.
mod say {
    pub(super) const DOCUMENT_ID: &str = "The document: digest of its bytes, shortened.";
    pub(super) const URL: &str = "The document's address.";
    pub(super) const OUTLET: &str = "The outlet.";
    pub(super) const LANG: &str = "The article's language, ISO 639-1.";
    pub(super) const PUBLISHED: &str = "Publication date, RFC 3339.";
    pub(super) const START: &str = "First code point of the article's text.";
    pub(super) const END: &str = "One past the last code point.";
    pub(super) const CONFIDENCE: &str = "How sure, 0 to 1.";
    pub(super) const RULE: &str = "The rule that found it.";
}

/// Words that are always there.
fn word(text: &str) -> Option<Cow<'_, str>> {
    Some(Cow::Borrowed(text))
}

/// Words that may be missing.
fn maybe(text: &Option<String>) -> Option<Cow<'_, str>> {
    text.as_deref().map(Cow::Borrowed)
}

/// A list of names.
fn list(names: &[String]) -> Vec<Cow<'_, str>> {
    names.iter().map(|name| Cow::Borrowed(name.as_str())).collect()
}

/// The words of a span that may be missing.
fn words_of<'r>(on: &Reading<'r>, span: Option<CharSpan>) -> Option<Cow<'r, str>> {
    span.map(|span| Cow::Borrowed(on.of(span)))
}

/// The words of the spans; nothing where there are none.
fn words_joined<'r>(on: &Reading<'r>, spans: &[CharSpan]) -> Option<Cow<'r, str>> {
    (!spans.is_empty()).then(|| on.joined(spans))
}

/// How many there are.
fn count<T>(items: &[T]) -> Option<u32> {
    Some(u32::try_from(items.len()).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use crate::Table;
    use crate::column::{Cell, each_row};
    use crate::reading::Reading;
    use crate::tests::records;

    /// The first row of `table` for the first record, as far as it holds anything, a line for each column.
    fn check(table: Table, expected: &str) {
        let (record, mut found) = (records().swap_remove(0), None);
        let columns = table.columns();
        let mut sink = |cells: &[Cell]| {
            let row = columns.iter().zip(cells).filter_map(|(column, cell)| Some((column.name, shown(cell)?)));
            found.get_or_insert(row.map(|(name, cell)| format!("{name}={cell}")).collect::<Vec<_>>());
            Ok(())
        };
        each_row(table, &Reading::new(&record), &mut sink).expect("nothing is written");
        let expected: Vec<&str> = expected.lines().map(str::trim_start).collect();
        assert_eq!(found.unwrap_or_default(), expected);
    }

    fn shown(cell: &Cell) -> Option<String> {
        match cell {
            Cell::Text(text) => text.as_ref().map(|text| text.replace('\n', "⏎")),
            Cell::Texts(texts) => (!texts.is_empty()).then(|| texts.join("|")),
            Cell::Number(number) => number.map(|number| number.to_string()),
            Cell::Share(share) => Some(share.to_string()),
        }
    }

    #[test]
    fn a_statement_has_its_words_and_whose_they_are() {
        check(
            Table::Statements,
            r#"id=s1
            document_id=d0c1
            url=https://visti.example/міст?a=1
            outlet=Вісті
            lang=uk
            published=2022-01-08T10:00:00+02:00
            title=Міст, "який чекали"
            kind=direct
            content=Міст, який "чекали", відкриють 9 січня
            quoted=Міст, який "чекали", відкриють 9 січня
            source=Олена Ткач, міський голова
            cue=сказала
            speaker=Олена Ткач
            speaker_form=named+role
            speaker_role=міський голова
            zone=body
            polarity=pos
            modality=asserted
            said=XXXX-01-09
            via=Ранок|AFP
            start=40
            end=78
            confidence=0.9
            rule=uk.quote.verb"#,
        );
    }

    #[test]
    fn an_event_has_its_day_its_place_and_who_came() {
        check(
            Table::Events,
            r#"id=v1
            document_id=d0c1
            url=https://visti.example/міст?a=1
            outlet=Вісті
            lang=uk
            published=2022-01-08T10:00:00+02:00
            kind=launch
            when=XXXX-01-09
            status=planned
            trigger=відкриють
            places=Міст
            parties=Олена Ткач|Гості
            confidence=0.75
            rule=uk.event.verb"#,
        );
    }

    #[test]
    fn an_article_has_its_words_last() {
        check(
            Table::Articles,
            r#"document_id=d0c1
            name=bridge
            url=https://visti.example/міст?a=1
            file=news/bridge.html
            sha256=0a1b
            media_type=text/html
            lang=uk
            title=Міст, "який чекали"
            authors=Олена Ткач|Ivan "Vanya" Hrim
            published=2022-01-08T10:00:00+02:00
            published_from=json-ld
            modified=2022-01
            outlet=Вісті
            canonical_url=https://visti.example/bridge
            section=Місто
            tags=міст|гроші
            syndicated_from=УкрАгенція
            made_by=0.1.0
            n_statements=3
            n_events=2
            text=😀 Олена Ткач, міський голова, сказала: «Міст, який "чекали", відкриють 9 січня».⏎За її словами, гроші є,⏎а 𝒟-день вже близько. Про це пише «Ранок». Ярмарок у Броварах скасували. Дощу не буде, заперечила вона."#,
        );
    }

    #[test]
    fn an_entity_has_its_name_and_offices() {
        check(
            Table::Entities,
            "document_id=d0c1\nid=e1\nkind=person\nname=Олена Ткач\nroles=міський голова\nn_mentions=1",
        );
    }

    #[test]
    fn a_mention_has_the_words_that_name_somebody() {
        check(Table::Mentions, "document_id=d0c1\nentity=e1\nstart=2\nend=12\nwords=Олена Ткач\nform=name");
    }

    #[test]
    fn a_time_has_its_words_and_its_value() {
        check(
            Table::Times,
            r#"document_id=d0c1
            start=71
            end=78
            words=9 січня
            value=XXXX-01-09
            anchor=none"#,
        );
    }

    #[test]
    fn a_chain_names_this_page_first() {
        check(
            Table::Provenance,
            r#"document_id=d0c1
            carrier=Ранок
            cited=Ранок
            chain=Вісті|Ранок
            scope=story"#,
        );
    }
}
