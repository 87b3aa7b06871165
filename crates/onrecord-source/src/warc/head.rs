//! What the head of a WARC record says.

/// What a record holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RecordKind {
    /// What a server answered.
    Response,
    /// A document by itself.
    Resource,
    /// A document made of another, such as its text.
    Conversion,
    /// That a page is as it was at an earlier visit.
    Revisit,
    /// Requests, notes on the archive and whatever else holds no page.
    Other,
}

/// The head of a record.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    pub(crate) kind: RecordKind,
    pub(crate) uri: Option<String>,
    pub(crate) date: Option<String>,
    pub(crate) content_type: Option<String>,
    /// How long the content is said to be.
    pub(crate) length: u64,
}

impl Head {
    /// Reads the lines of a head, or says why they are none.
    pub(crate) fn of_lines(lines: &[u8]) -> Result<Self, String> {
        let text = String::from_utf8_lossy(lines);
        let mut lines = text.lines();
        if !lines.next().is_some_and(|line| line.starts_with("WARC/")) {
            return Err("its head does not begin with `WARC/`".to_owned());
        }
        let mut length = None;
        let mut head = Self { kind: RecordKind::Other, uri: None, date: None, content_type: None, length: 0 };
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with([' ', '\t'])) {
            let (name, value) = line.split_once(':').ok_or("its head holds a line that is no field")?;
            head.set(&mut length, name.trim(), value.trim());
        }
        head.length = length.ok_or("its head has no Content-Length")?;
        Ok(head)
    }

    fn set(&mut self, length: &mut Option<u64>, name: &str, value: &str) {
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        if is("WARC-Type") {
            self.kind = kind(value);
        } else if is("Content-Length") {
            *length = value.parse().ok();
        } else if is("WARC-Target-URI") {
            // WARC 1.0 wrote addresses in angle brackets.
            self.uri = Some(value.trim_start_matches('<').trim_end_matches('>').to_owned());
        } else if is("WARC-Date") {
            self.date = Some(value.to_owned());
        } else if is("Content-Type") {
            self.content_type = Some(value.to_owned());
        }
    }
}

fn kind(value: &str) -> RecordKind {
    match value.to_ascii_lowercase().as_str() {
        "response" => RecordKind::Response,
        "resource" => RecordKind::Resource,
        "conversion" => RecordKind::Conversion,
        "revisit" => RecordKind::Revisit,
        _ => RecordKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lines: &str, expected: Result<(RecordKind, u64), &str>) {
        let head = Head::of_lines(lines.as_bytes());
        assert_eq!(head.map(|head| (head.kind, head.length)), expected.map_err(str::to_owned), "{lines}");
    }

    #[test]
    fn a_head_says_what_the_record_is_and_how_long() {
        check("WARC/1.0\r\nWARC-Type: response\r\ncontent-length:7\r\n", Ok((RecordKind::Response, 7)));
        check("WARC/1.1\nWARC-Type: warcinfo\nX: a\n b\nContent-Length: 0\n", Ok((RecordKind::Other, 0)));
    }

    #[test]
    fn a_head_without_a_length_is_none() {
        check("WARC/1.0\r\nContent-Length: 18446744073709551616\r\n", Err("its head has no Content-Length"));
        check("WARC/1.0\r\nContent-Length: -1\r\n", Err("its head has no Content-Length"));
        check("WARC/1.0\r\nno field\r\n", Err("its head holds a line that is no field"));
    }

    #[test]
    fn angle_brackets_do_not_belong_to_an_address() {
        let head = Head::of_lines(b"WARC/1.0\r\nWARC-Target-URI: <http://a.ua/>\r\nContent-Length: 0\r\n");
        assert_eq!(head.ok().and_then(|head| head.uri).as_deref(), Some("http://a.ua/"));
    }
}
