//! An input that is one document.

use std::io::Read;

use onrecord_model::{Body, Notice, Page};

use crate::decode::{self, Form};
use crate::kind::{InputKind, stem};
use crate::open::Opened;
use crate::{Given, SourceError, sha256};

/// Reads an input to its end as one page.
pub(crate) fn page(mut input: Opened, given: &Given) -> Result<Page, SourceError> {
    let bytes = read(&mut input, given.max_bytes)?;
    let content_type = given.content_type.as_deref();
    let page = page_of(bytes, input.kind == InputKind::Html, content_type);
    let mut page =
        page.map_err(|why| SourceError::Binary { path: input.path.clone(), line: None, offset: None, why })?;
    let is_stdin = input.path.as_os_str() == "-";
    page.name = if is_stdin { Some("stdin".to_owned()) } else { stem(&input.path) };
    page.file = (!is_stdin).then(|| input.path.display().to_string());
    given.over(&mut page);
    Ok(page)
}

/// The page in the bytes of one document, HTML or plain text; `content_type` is what its server said of it.
///
/// # Errors
/// The bytes are no text, and why.
pub fn page_of(bytes: Vec<u8>, is_html: bool, content_type: Option<&str>) -> Result<Page, String> {
    let form = if is_html { Form::Html(content_type) } else { Form::Plain };
    let decoded = decode::text(&bytes, form).map_err(|binary| binary.why)?;
    let mut notices = decoded.notices;
    if decoded.text.trim().is_empty() {
        notices.push(Notice::new("empty", "there are no words in this document"));
    }
    Ok(Page {
        body: if is_html { Body::Html(decoded.text) } else { Body::Text(decoded.text) },
        body_at: decoded.at,
        sha256: sha256(&bytes),
        content_type: content_type.filter(|_| is_html).map(str::to_owned),
        bytes: (decoded.at != Some(0)).then_some(bytes),
        notices,
        ..Page::default()
    })
}

/// All bytes of an input, up to a limit.
pub(crate) fn read(input: &mut Opened, limit: u64) -> Result<Vec<u8>, SourceError> {
    let mut bytes = Vec::new();
    match input.bytes.by_ref().take(limit.saturating_add(1)).read_to_end(&mut bytes) {
        Err(source) => Err(SourceError::Read { path: input.path.clone(), offset: bytes.len() as u64, source }),
        Ok(_) if bytes.len() as u64 > limit => {
            Err(SourceError::TooLarge { path: input.path.clone(), offset: None, limit })
        }
        Ok(_) => Ok(bytes),
    }
}
