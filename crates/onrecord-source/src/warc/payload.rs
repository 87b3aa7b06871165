//! The page in a record: HTTP's head read, its codings taken off.

use std::path::Path;

use onrecord_model::{Notice, Page, Warc};

use super::head::{Head, RecordKind};
use super::record::Record;
use crate::http::{Answer, Uncoded, uncoded};
use crate::kind::{InputKind, by_look, stem};
use crate::{Given, Skip, SourceError, date_as_far_as_known, whole};

/// What stands in a record, as far as it is a page.
struct Payload {
    bytes: Vec<u8>,
    content_type: Option<String>,
    notices: Vec<Notice>,
}

/// Where a record lies, for what is said about it.
struct Where<'a> {
    path: &'a Path,
    offset: u64,
}

impl Where<'_> {
    fn skipped(&self, skip: Skip, what: impl Into<String>) -> SourceError {
        SourceError::Skipped { path: self.path.to_owned(), offset: Some(self.offset), skip, what: what.into() }
    }

    fn too_large(&self, limit: u64) -> SourceError {
        SourceError::TooLarge { path: self.path.to_owned(), offset: Some(self.offset), limit }
    }

    fn binary(&self, why: String) -> SourceError {
        SourceError::Binary { path: self.path.to_owned(), line: None, offset: Some(self.offset), why }
    }
}

/// The page in a record, or why there is none; `None` for records that never hold one.
pub(crate) fn page(path: &Path, offset: u64, record: Record, given: &Given) -> Option<Result<Page, SourceError>> {
    let place = Where { path, offset };
    let Record { head, content } = record;
    let payload = match (head.kind, content) {
        (RecordKind::Other, _) => return None,
        (RecordKind::Revisit, _) => Err(place.skipped(Skip::Revisit, "a page that is as it was at an earlier visit")),
        (_, None) => Err(place.too_large(given.max_bytes)),
        (RecordKind::Response, Some(content)) => response(&place, &head, content, given.max_bytes),
        (_, Some(bytes)) => Ok(Payload { bytes, content_type: head.content_type.clone(), notices: Vec::new() }),
    };
    Some(payload.and_then(|payload| of_payload(&place, head, payload, given)))
}

/// What a server answered, if it is the page.
fn response(place: &Where<'_>, head: &Head, content: Vec<u8>, limit: u64) -> Result<Payload, SourceError> {
    if let Some(other) = head.content_type.as_deref().filter(|media| !media.trim().starts_with("application/http")) {
        return Err(place.skipped(Skip::MediaType, format!("an answer of the type {}", shown(other))));
    }
    let Some(answer) = Answer::read(&content) else {
        return Err(place.binary("its HTTP head is damaged".to_owned()));
    };
    if answer.status != 200 {
        return Err(place.skipped(Skip::Status, format!("an answer with status {}", answer.status)));
    }
    // What is no page need not be unpacked.
    check_media(place, answer.content_type.as_deref())?;
    match uncoded(&answer, content, limit) {
        Uncoded::Sound(bytes) => Ok(Payload { bytes, content_type: answer.content_type, notices: Vec::new() }),
        Uncoded::Part(bytes, notice) => Ok(Payload { bytes, content_type: answer.content_type, notices: vec![notice] }),
        Uncoded::TooLarge => Err(place.too_large(limit)),
        Uncoded::Unknown(why) => Err(place.binary(why)),
    }
}

fn of_payload(place: &Where<'_>, head: Head, payload: Payload, given: &Given) -> Result<Page, SourceError> {
    let media = check_media(place, payload.content_type.as_deref())?;
    if payload.bytes.len() as u64 > given.max_bytes {
        return Err(place.too_large(given.max_bytes));
    }
    if payload.bytes.is_empty() {
        return Err(place.skipped(Skip::Empty, "an answer without content"));
    }
    let is_html = match media {
        Media::Html => true,
        Media::Text => false,
        Media::Unsaid => by_look(&payload.bytes) == InputKind::Html,
    };
    let content_type = given.content_type.as_deref().or(payload.content_type.as_deref());
    let page = whole::page_of(payload.bytes, is_html, content_type).map_err(|why| place.binary(why))?;
    Ok(with_head(page, place, head, payload.notices, given))
}

fn with_head(mut page: Page, place: &Where<'_>, head: Head, notices: Vec<Notice>, given: &Given) -> Page {
    let file = place.path.display().to_string();
    page.url = head.uri;
    if page.url.is_none() {
        page.name = Some(format!("{}:{}", stem(place.path).unwrap_or_default(), place.offset));
    }
    page.fetched = head.date.as_deref().and_then(moment);
    page.warc = Some(Warc { file: file.clone(), offset: place.offset });
    page.file = (file != "-").then_some(file);
    page.notices.extend(notices);
    given.over(&mut page);
    page
}

/// A moment in the one form that all records have.
fn moment(written: &str) -> Option<String> {
    let moment = written.trim().parse::<jiff::Timestamp>();
    moment.map(|moment| moment.to_string()).ok().or_else(|| date_as_far_as_known(written))
}

/// What a content type says that matters here.
#[derive(Clone, Copy, PartialEq)]
enum Media {
    Html,
    Text,
    Unsaid,
}

fn check_media(place: &Where<'_>, content_type: Option<&str>) -> Result<Media, SourceError> {
    let said = content_type.unwrap_or_default();
    let media = said.split([';', ',']).next().unwrap_or_default().trim().to_ascii_lowercase();
    match media.as_str() {
        "text/html" | "application/xhtml+xml" => Ok(Media::Html),
        "text/plain" => Ok(Media::Text),
        "" => Ok(Media::Unsaid),
        _ => Err(place.skipped(Skip::MediaType, format!("something of the type {}", shown(&media)))),
    }
}

/// What strangers wrote, short and without signs that terminals obey.
fn shown(written: &str) -> String {
    written.chars().take(80).filter(|letter| !letter.is_control()).collect()
}
