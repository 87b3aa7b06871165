//! An input that is one document.

use std::io::Read;

use onrecord_model::{Body, Notice, Page};

use crate::decode::{self, Binary, Form};
use crate::kind::{Kind, stem};
use crate::open::Opened;
use crate::{Given, SourceError, sha256};

/// Reads an input to its end as one page.
pub(crate) fn page(mut input: Opened, given: &Given) -> Result<Page, SourceError> {
    let bytes = read(&mut input, given.max_bytes)?;
    let is_html = input.kind == Kind::Html;
    let form = if is_html { Form::Html(given.content_type.as_deref()) } else { Form::Plain };
    let binary = |binary: Binary| SourceError::Binary { path: input.path.clone(), line: None, why: binary.why };
    let decoded = decode::text(&bytes, form).map_err(binary)?;
    let mut notices = decoded.notices;
    if decoded.text.trim().is_empty() {
        notices.push(Notice::new("empty", "there are no words in this document"));
    }
    let is_stdin = input.path.as_os_str() == "-";
    let name = if is_stdin { Some("stdin".to_owned()) } else { stem(&input.path) };
    let mut page = Page {
        name,
        file: (!is_stdin).then(|| input.path.display().to_string()),
        body: if is_html { Body::Html(decoded.text) } else { Body::Text(decoded.text) },
        body_at: decoded.at,
        sha256: sha256(&bytes),
        notices,
        ..Page::default()
    };
    given.over(&mut page);
    Ok(page)
}

fn read(input: &mut Opened, limit: u64) -> Result<Vec<u8>, SourceError> {
    let mut bytes = Vec::new();
    match input.bytes.by_ref().take(limit.saturating_add(1)).read_to_end(&mut bytes) {
        Err(source) => Err(SourceError::Read { path: input.path.clone(), offset: bytes.len() as u64, source }),
        Ok(_) if bytes.len() as u64 > limit => Err(SourceError::TooLarge { path: input.path.clone(), limit }),
        Ok(_) => Ok(bytes),
    }
}
